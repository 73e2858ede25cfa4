"""From what was asked on the command line to a finished run: the steps the commands share.

No click here and no printing: values come in typed, a report and an exit code go out.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from time import monotonic

from msgspec import Struct
from msgspec.structs import replace

from checker import copies, documents, pipeline
from checker.changes import Before
from checker.checkout import browse
from checker.config import Config, load
from checker.copies import Lookup
from checker.draft import draft
from checker.errors import DamagedLedgerError, OutputError, UsageError
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.interruption import run_interruptibly
from checker.ledger import Ledger, set_aside
from checker.locking import alone
from checker.model import Document
from checker.outputs import difference, printed, words
from checker.outputs import json as report_json
from checker.outputs.files import check_writable, write_all
from checker.outputs.words import DEFAULT
from checker.pipeline import Settings, World
from checker.placeholders import Network
from checker.progress import Progress, Standing, line
from checker.report import Report
from checker.shards import Shard
from checker.since import narrowed

CONFIG_NAME = "sources.yml"
LEDGER_NAME = "ledger.sqlite"
REPORT_NAME = "report.json"
_REDRAW = 0.1


class Inputs(Struct, frozen=True):
    """What is to be read: the settings, the documents, and whether that is everything we follow."""

    config: Config
    config_name: str | None
    documents: tuple[Document, ...]
    full: bool
    before: Before | None = None


class Reach(Struct, frozen=True):
    """What widens or steers our reach; from the command line and the environment only."""

    allow_net: tuple[IPv4Network | IPv6Network, ...] = ()
    proxy: str | None = None
    wayback: str | None = None
    aggregator: str | None = None


class Choices(Struct, frozen=True):
    """The options of ``check`` as given; None means: not given."""

    now: datetime
    today: date
    offline: bool = False
    only: tuple[str, ...] = ()
    shard: Shard | None = None
    no_archive: bool = False
    archive_share: int = 1
    compare: bool = False
    concurrency: int | None = None
    per_host: int | None = None
    rate: float | None = None
    timeout: float | None = None
    max_age: timedelta | None = None
    lang: str = DEFAULT


def clock(now: datetime | None, today: date | None) -> tuple[datetime, date]:
    """The run's clock and the day figures are judged on: ``today`` means that day, at this time of day."""
    moment = now or datetime.now(UTC)
    if today is not None and now is None:
        moment = datetime.combine(today, time(moment.hour, moment.minute, moment.second, tzinfo=UTC))
    return moment, today or moment.date()


def read_inputs(
    paths: Sequence[str],
    config: Path | None,
    stdin: bytes | None = None,
    kind: str | None = None,
    *,
    full: bool = False,
) -> Inputs:
    """Find and read sources.yml and the documents; ``full``: the paths are everything that is followed.

    Raises:
        UsageError: a missing file, or nothing to read at all.
        InputError: problems in sources.yml or a document.
    """
    path = config or _nearest_config()
    if config is not None and not config.exists():
        raise UsageError(f"{config}: no such file; correct --config")
    if path is None and not paths:
        raise UsageError(
            f"no {CONFIG_NAME} here or in a folder above; name documents (checker check FILE …) "
            "or the settings (--config FILE)"
        )
    settings = load(path) if path else Config.empty()
    read = documents.named(paths, stdin, kind) if paths else documents.declared(settings)
    return Inputs(settings, documents.shown(path) if path else None, tuple(read), full=full or not paths)


def only_changed(inputs: Inputs, ref: str | None, today: date, allow: Sequence[Network] = ()) -> Inputs:
    """What changed since a commit, and what was there before; everything where ``ref`` is None.

    Raises:
        UsageError: not a checkout, or no such commit.
    """
    if ref is None:
        return inputs
    kept, before = narrowed(inputs.config, inputs.documents, ref, today, allow)
    return replace(inputs, documents=kept, full=False, before=before)


def _nearest_config() -> Path | None:
    """The sources.yml of this folder or of the nearest one above that has one."""
    here = Path.cwd()
    candidates = (folder / CONFIG_NAME for folder in (here, *here.parents))
    return next((path for path in candidates if path.is_file()), None)


def settings_file(config: Path | None) -> Path:
    """The sources.yml that is named, else the nearest.

    Raises:
        UsageError: there is none.
    """
    path = config or _nearest_config()
    if path is None:
        raise UsageError(f"no {CONFIG_NAME} here or in a folder above; draft one with 'checker init' or name --config")
    return path


def refuse_empty(inputs: Inputs, *, allowed: bool) -> None:
    """Finding nothing is usually a wrong path, not a clean document.

    Raises:
        UsageError: neither a source nor a figure, and that is not allowed.
    """
    if allowed or inputs.before:
        return
    if pipeline.holds_nothing(inputs.config, inputs.documents, full=inputs.full):
        where = ", ".join(documents.names(inputs.documents)) or inputs.config_name
        raise UsageError(f"nothing to check in {where}; if that is right, say --allow-empty")


def run_check(
    inputs: Inputs,
    choices: Choices,
    reach: Reach,
    folder: Path,
    progress: Progress,
    say: Callable[[str], None] = lambda line: None,
) -> Report:
    """Check, remember, write the reports folder; ``say`` gets what the user should know meanwhile.

    Raises:
        OutputError: the folder cannot be written (found out before anything is asked).
        LedgerError: the ledger cannot be used; a damaged one has been set aside.
        BusyError: another run holds the folder and does not end.
    """
    check_writable(folder)
    settings = _settings(inputs, choices, reach, progress)
    ledger = Ledger(folder / LEDGER_NAME)

    def publish(report: Report) -> None:
        write_all(report, folder, words.load(choices.lang))

    async def work() -> Report:
        world = _real_world(settings.limits, reach)
        try:
            return await pipeline.check(inputs.config, inputs.documents, settings, world, ledger, publish)
        finally:
            await world.web.aclose()
            await world.archive.aclose()

    with alone(folder, say):
        try:
            return run_interruptibly(work)
        except DamagedLedgerError as error:
            raise set_aside(ledger.path, choices.now, error) from error


def _settings(inputs: Inputs, choices: Choices, reach: Reach, progress: Progress) -> Settings:
    return Settings(
        now=choices.now,
        today=choices.today,
        full=inputs.full,
        limits=_limits(inputs.config, choices),
        offline=choices.offline,
        lookup=_lookup(inputs.config, choices),
        archive_share=choices.archive_share,
        compare=choices.compare,
        only=choices.only,
        shard=choices.shard,
        allow=reach.allow_net,
        config_name=inputs.config_name,
        browse=browse(os.environ, Path.cwd()),
        before=inputs.before,
        progress=progress,
        via=reach.proxy or "",
        max_age=choices.max_age,
    )


def _limits(config: Config, choices: Choices) -> Limits:
    """The defaults, lowered by sources.yml, overridden by the command line."""
    chosen = {
        name: value
        for source in (config.network, choices)
        for name in ("concurrency", "per_host", "rate", "timeout")
        if (value := getattr(source, name)) is not None
    }
    return replace(Limits(), **chosen)


def _lookup(config: Config, choices: Choices) -> Lookup:
    return "never" if choices.no_archive else config.lookup


def _real_world(limits: Limits, reach: Reach) -> World:
    """The live web, and the Archive with connections enough for slow answers: its own budget is what paces it."""
    web = guarded_transport(limits, allow=reach.allow_net, proxy=reach.proxy)
    archive = guarded_transport(replace(limits, per_host=copies.AT_ONCE), allow=reach.allow_net, proxy=reach.proxy)
    return World(web=web, archive=archive, archive_base=reach.wayback, aggregator=reach.aggregator)


def write_draft(paths: Sequence[str], config: Path | None, kind: str | None, stdin: bytes | None, today: date) -> Path:
    """Write a sources.yml drafted from documents; one that is there is left alone.

    Raises:
        UsageError: no documents named, nothing found in them, or the file is there already.
        OutputError: it cannot be written.
    """
    path = config or Path(CONFIG_NAME)
    if not paths:
        raise UsageError("no documents named; say which ones to draft from: checker init FILE …")
    if path.exists():
        raise UsageError(f"{path}: is there already and stays as it is; name another file with --config")
    read = documents.named(paths, stdin, kind)
    stock = pipeline.take_stock(Config.empty(), read, today, full=True)
    if not (stock.sources or stock.figures):
        raise UsageError(f"nothing cited and no figures in {', '.join(documents.names(read))}")
    named = [name for name in documents.names(read) if name != documents.STDIN_NAME]
    try:
        path.write_text(draft(named, stock), encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); name another file with --config") from error
    return path


def paced(show: Callable[[str], None]) -> Progress:
    """Progress as lines of text: a few a second, and an empty one at the end of each stage."""
    began: dict[str, float] = {}
    last = 0.0

    def tell(standing: Standing) -> None:
        nonlocal last
        now = monotonic()
        start = began.setdefault(standing.stage, now)
        if standing.done >= standing.total:
            show("")
        elif now - last >= _REDRAW:
            last = now
            show(line(standing, now - start))

    return tell


def compare(report: Report, since: str, format_: str, lang: str) -> str:
    """The difference between an earlier run and the present one: as text, or the report counted against it.

    Raises:
        UsageError: no such run is known.
    """
    run, known = difference.find_run(report, since), words.load(lang)
    if format_ == "text":
        return difference.render(report, run, known)
    return printed(known)[format_](difference.compared(report, run))


def last_report(folder: Path) -> Report | None:
    """The report of a folder, if there is one.

    Raises:
        InputError: it is not a report.
    """
    return load_report(folder) if (folder / REPORT_NAME).exists() else None


def load_report(folder: Path) -> Report:
    """Read ``report.json`` of a reports folder.

    Raises:
        UsageError: there is none.
        InputError: it is not a report.
    """
    path = folder / REPORT_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; run 'checker check' first or name --reports") from error
    return report_json.parse(text)
