"""The command line from end to end: what is typed, what is printed, which code comes back."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import click
import jsonschema
import pytest
import yaml
from terminal import Run

from checker.cli import cli
from checker.codes import CODES
from checker.outputs import FORMATS
from checker.outputs import json as report_json

REPOSITORY = Path(__file__).parent.parent
DRAFT = "# Draft\n\nTrade came to $11.07 billion in 2017.[^1]\n\n[^1]: A page, https://site.org/a\n"
SETTINGS = "version: 1\nsources:\n  one:\n    url: https://site.org/a\n"
ONE_LINE = re.compile(r"[^\n]+\n")


@pytest.fixture
def draft(folder: Path) -> Path:
    """A draft in the working directory, and no sources.yml anywhere near."""
    path = folder / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def settings(folder: Path, text: str = SETTINGS) -> None:
    """Write a sources.yml."""
    (folder / "sources.yml").write_text(text, encoding="utf-8")


BAD_SETTINGS = [
    ("version: 1\nsource: {}\n", "2:1"),
    ("version: 1\nsources:\n  a: {url: https://a.org/, url: https://b.org/}\n", "3:28"),
    ("version: 1\nsources:\n  a: {url: https://a.org/, accessed: 2019-02-30}\n", "3:38"),
    ("version: 1\nsources:\n  a: {url: [x]}\n", "3:12"),
    ("version: 1\nsources: [\n", "3:1"),
    ("version: one\n", "1:10"),
    ("version: 1\nfigures:\n  a: {as_of: 2017}\n", "3:3"),
    ("- 1\n", "1:1"),
]


@pytest.mark.parametrize(("text", "place"), BAD_SETTINGS)
def test_bad_settings(run: Run, folder: Path, text: str, place: str) -> None:
    """One line that says where and what to do; code 2; nothing written."""
    settings(folder, text)

    ended = run("check", "--offline")

    assert ended.code == 2
    assert ended.err.startswith(f"sources.yml:{place}: ")
    assert ONE_LINE.fullmatch(ended.err)
    assert not ended.out
    assert [path.name for path in folder.iterdir()] == ["sources.yml"]


def test_unreadable_settings(run: Run, folder: Path) -> None:
    """Bytes that are no text, and a folder of that name, are said plainly."""
    (folder / "sources.yml").write_bytes(b"version: 1\n\xff\xfe\x00")
    ended = run("check", "--offline")
    assert ended.code == 2
    assert ended.err.startswith("sources.yml:")
    assert ONE_LINE.fullmatch(ended.err)

    (folder / "other").mkdir()
    assert run("check", "--offline", "--config", "other").code == 2
    assert run("check", "--offline", "--config", "missing.yml").code == 2


def test_all_problems_at_once(run: Run, folder: Path) -> None:
    """Three mistakes are three lines, so that one run mends them all."""
    settings(folder, "version: 1\nsources:\n  a: {}\n  b: {link: x}\nfigure: {}\n")

    ended = run("check", "--offline")

    assert ended.code == 2
    assert len(ended.err.splitlines()) >= 3
    assert all(re.match(r"sources\.yml:\d+:\d+: ", line) for line in ended.err.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "missing.md"],
        ["check", "picture.md"],
        ["check", "empty"],
        ["check"],
        ["check", "draft.md", "--format", "pdf"],
        ["check", "draft.md", "--fail-on", "death"],
        ["check", "draft.md", "--now", "yesterday"],
        ["check", "draft.md", "--today", "2026-13-01"],
        ["check", "draft.md", "--allow-net", "10.0.0.0/99"],
        ["check", "draft.md", "--rate", "-1"],
        ["check", "draft.md", "--offline", "--reports", "draft.md"],
        ["check", "draft.md", "--offline", "--reports", "draft.md/below"],
        ["check", "nothing.md", "--offline"],
        ["list", "missing.md"],
        ["explain", "no-such-code"],
        ["report"],
        ["schema"],
        ["frobnicate"],
    ],
    ids=" ".join,
)
def test_bad_usage(run: Run, folder: Path, draft: Path, arguments: list[str]) -> None:
    """Wrong usage ends with 2 and a message, never a traceback, and writes nothing."""
    (folder / "picture.md").write_bytes(b"\x89PNG\0\0")
    (folder / "nothing.md").write_text("No links here.", encoding="utf-8")
    (folder / "empty").mkdir()
    before = sorted(folder.rglob("*"))

    ended = run(*arguments)

    assert ended.code == 2
    assert ended.err.strip()
    assert "Traceback" not in ended.err
    assert not ended.out
    assert sorted(folder.rglob("*")) == before
    assert draft.read_text(encoding="utf-8") == DRAFT


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write everywhere")
def test_a_folder_without_permission(run: Run, folder: Path, draft: Path) -> None:
    """Found out before anything is asked."""
    (folder / "locked").mkdir(mode=0o500)

    ended = run("check", "draft.md", "--offline", "--reports", "locked")

    assert (ended.code, bool(ONE_LINE.fullmatch(ended.err))) == (2, True)


def test_a_draft_needs_no_settings(run: Run, folder: Path, draft: Path) -> None:
    """An author checks a file where no sources.yml is."""
    ended = run("check", "draft.md", "--offline")

    assert ended.code == 0
    report = json.loads((folder / "reports" / "report.json").read_text(encoding="utf-8"))
    assert [source["url"] for source in report["sources"]] == ["https://site.org/a"]
    assert report["run"]["scope"] == "partial"
    assert report["run"]["network"] == "off"
    assert "reports/index.html" in ended.err


def test_standard_input(run: Run) -> None:
    """A dash reads what is piped in."""
    ended = run("list", "-", "--format", "jsonl", stdin=DRAFT)

    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert {(row["file"], row["line"]) for row in rows} == {("stdin", 3), ("stdin", 5)}


def test_settings_from_a_folder_above(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As git does: the nearest one counts."""
    settings(folder)
    (folder / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(folder / "deep" / "er")

    assert "site.org" in run("list").out


def test_an_address_that_cannot_be_checked_is_a_finding(run: Run, folder: Path) -> None:
    """The rest of the list goes on."""
    settings(folder, SETTINGS + "  two:\n    url: http://exa mple.org:99999/\n")

    ended = run("check", "--offline", "--format", "json")

    assert ended.code == 1
    verdicts = {source["id"]: source["verdict"] for source in json.loads(ended.out)["sources"]}
    assert verdicts == {"one": "skipped", "two": "invalid"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(run: Run, draft: Path, name: str) -> None:
    """Standard output holds the format and nothing else; messages go to standard error."""
    ended = run("check", "draft.md", "--offline", "--format", name)

    assert ended.code == 0
    if name in ("json", "sarif"):
        json.loads(ended.out)
    if name == "junit":
        ElementTree.fromstring(ended.out)  # noqa: S314  # our own output
    assert "The report page is" not in ended.out


def test_quiet_is_quiet(run: Run, draft: Path) -> None:
    """Nothing at all when all is well."""
    ended = run("check", "draft.md", "--offline", "--quiet")

    assert (ended.code, ended.out, ended.err) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "environment", "code"),
    [
        ([], {}, 0),
        (["--fail-on", "stale"], {}, 1),
        (["--fail-on", "dead,stale"], {}, 1),
        (["--fail-on", "dead", "--fail-on", "stale"], {}, 1),
        (["--fail-on", "stale", "--fail-on", "never"], {}, 0),
        ([], {"CHECKER_FAIL_ON": "dead stale"}, 1),
        (["--fail-on", "dead"], {"CHECKER_FAIL_ON": "stale"}, 0),
        (["--today", "2018-06-01", "--fail-on", "stale"], {}, 0),
        (["--fail-on", "stale"], {"CHECKER_TODAY": "2018-06-01"}, 0),
    ],
)
def test_what_fails_a_run(
    run: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    code: int,
) -> None:
    """As asked for on the command line, or else in the environment."""
    settings(folder, "version: 1\nfigures:\n  trade: {value: 11.07 billion USD, as_of: 2017}\n")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert run("check", "--offline", *arguments).code == code


def test_finding_nothing_can_be_allowed(run: Run, folder: Path) -> None:
    """A document without links is usually a wrong path; whoever knows better says so."""
    (folder / "a.md").write_text("No links here.", encoding="utf-8")

    refused = run("check", "a.md", "--offline")

    assert refused.code == 2
    assert "--allow-empty" in refused.err
    assert run("check", "a.md", "--offline", "--allow-empty").code == 0


def test_only(run: Run, folder: Path) -> None:
    """By id, by address, by pattern; what is left out says so, and no match is no success."""
    settings(folder, SETTINGS + "  two:\n    url: https://other.org/b\n")

    for wanted in ("two", "https://other.org/b", "*other*"):
        ended = run("check", "--offline", "--format", "json", "--only", wanted)
        reasons = {source["id"]: source["reason"] for source in json.loads(ended.out)["sources"]}
        assert reasons["one"] == "not-selected"
        assert reasons["two"] != "not-selected"


@pytest.mark.parametrize(("today", "current"), [("2019-09-15", "fresh"), ("2026-11-23", "stale")])
def test_the_figures_of_this_repository(run: Run, folder: Path, today: str, current: str) -> None:
    """In 2019 the eleven current figures were fresh; by now they are stale. The other three do not age."""
    ended = run("check", "--offline", "--today", today, "--config", str(REPOSITORY / "sources.yml"), "--format", "json")

    assert ended.code == 0
    figures = [one for one in json.loads(ended.out)["figures"] if one["origin"] == "declared"]
    assert [one["freshness"] for one in figures if one["role"] == "current"] == [current] * 11
    assert sorted((one["role"], one["freshness"]) for one in figures if one["role"] != "current") == [
        ("baseline", "fresh"),
        ("one_off", "fresh"),
        ("one_off", "fresh"),
    ]


def test_the_schemas_fit(run: Run, draft: Path, folder: Path) -> None:
    """The report validates against the printed schema; so do the settings."""
    run("check", "draft.md", "--offline")
    report = json.loads((folder / "reports" / "report.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, json.loads(run("schema", "report").out))
    known = json.loads(
        json.dumps(yaml.safe_load((REPOSITORY / "sources.yml").read_text(encoding="utf-8")), default=str)
    )
    jsonschema.validate(known, json.loads(run("schema", "sources").out))


def test_rendering_again(run: Run, draft: Path, folder: Path) -> None:
    """The page is written again from report.json, byte for byte."""
    run("check", "draft.md", "--offline")
    page = folder / "reports" / "index.html"
    before = page.read_bytes()
    page.unlink()

    assert run("report").code == 0
    assert page.read_bytes() == before


def test_a_report_that_is_none(run: Run, folder: Path) -> None:
    """A damaged report.json is named, and kept."""
    (folder / "reports").mkdir()
    (folder / "reports" / "report.json").write_text('{"schema_version": "1.0"}', encoding="utf-8")

    ended = run("report")

    assert ended.code == 2
    assert "report.json" in ended.err
    assert [path.name for path in (folder / "reports").iterdir()] == ["report.json"]


def test_explain(run: Run) -> None:
    """Every code has words; the list names them all; a typing error is helped."""
    listed = run("explain").out.splitlines()

    assert [line.split()[0] for line in listed] == list(CODES)
    assert "What to do" in run("explain", "soft-404").out
    assert "soft-404" in run("explain", "soft404").err


@pytest.mark.parametrize("command", [None, *cli.list_commands(click.Context(cli))])
def test_help(run: Run, command: str | None) -> None:
    """Every command says what it does and leaves no option unexplained."""
    ended = run(*([command] if command else []), "--help")

    assert ended.code == 0
    assert ended.out.startswith("Usage: checker")


def test_version(run: Run) -> None:
    """One line."""
    assert re.fullmatch(r"checker, version \d+\.\d+\.\d+\n", run("--version").out)


@pytest.mark.parametrize("name", ["--rate", "--timeout"])
@pytest.mark.parametrize("amount", ["nan", "inf", "-inf", "1e400"])
def test_an_amount_is_a_number(run: Run, folder: Path, name: str, amount: str) -> None:
    """What Python takes for a number and nobody else does is wrong usage, never a bug."""
    (folder / "a.md").write_text("<https://a.org/>\n")
    ended = run("check", "a.md", "--offline", name, amount)

    assert ended.code == 2
    assert name in ended.err


@pytest.mark.parametrize("day", ["0001-01-01", "0987-12-31", "9999-12-31"])
def test_any_day_of_the_calendar_can_be_today(run: Run, folder: Path, day: str) -> None:
    """Reports write every year in four digits, and read it again."""
    (folder / "a.md").write_text("In 2017 it cost 12 billion dollars. <https://a.org/>\n")

    assert run("check", "a.md", "--offline", "--today", day, "--reports", "r").code == 0
    assert json.loads((folder / "r" / "report.json").read_text())["run"]["started"].startswith(day)
    assert run("report", "--reports", "r").code == 0


# What only a real process shows.


def start(*arguments: str, cwd: Path, **variables: str) -> subprocess.Popen[str]:
    """Start the tool as a process of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return subprocess.Popen(  # noqa: S603  # ourselves
        [sys.executable, "-m", "checker", *arguments],
        cwd=cwd,
        env=environment | variables,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_closed_pipe_is_no_failure(folder: Path) -> None:
    """As in ``checker explain | head -1``."""
    process = start("schema", "report", cwd=folder)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()

    assert not process.stderr.read()
    assert process.wait(timeout=30) == 0
    process.stderr.close()


def test_colour_is_for_terminals(folder: Path) -> None:
    """None in a pipe."""
    out, _ = start("demo", "--reports", "out", cwd=folder).communicate(timeout=60)

    assert "\x1b" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_interrupted(folder: Path, sent: signal.Signals) -> None:
    """What was learnt until then is reported and remembered; the code is 3; the next run goes on from there."""

    class Alive(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "4")
            self.end_headers()
            self.wfile.write(b"here")

        def log_message(self, *arguments: object) -> None:
            pass

    with socket.socket() as silent, ThreadingHTTPServer(("127.77.0.8", 0), Alive) as alive:
        Thread(target=alive.serve_forever, daemon=True).start()
        silent.bind(("127.77.0.9", 0))
        silent.listen()
        silent.settimeout(20)
        urls = [f"http://127.77.0.8:{alive.server_port}/{number}" for number in range(5)]
        urls.append(f"http://127.77.0.9:{silent.getsockname()[1]}/slow")
        (folder / "a.md").write_text("\n\n".join(urls), encoding="utf-8")
        options = ("--allow-net", "127.77.0.0/16", "--no-archive", "--rate", "0")
        process = start("check", "a.md", "--timeout", "60", *options, cwd=folder)
        accepted, _ = silent.accept()
        time.sleep(1)
        process.send_signal(sent)
        _, err = process.communicate(timeout=30)
        accepted.close()
        report = json.loads((folder / "reports" / "report.json").read_text(encoding="utf-8"))
        again = start("check", "a.md", "--timeout", "1", *options, cwd=folder)
        again.communicate(timeout=60)
        alive.shutdown()

    assert process.returncode == 3
    assert "Traceback" not in err
    assert report["run"]["interrupted"] is True
    assert report_json.parse(json.dumps(report)).run.complete is False
    assert [one["verdict"] for one in report["sources"]][:5] == ["ok"] * 5
    assert again.returncode == 0


def test_what_changed_since_a_run(run: Run, folder: Path) -> None:
    """Told on standard output, in any format; no file is written."""
    run("demo", "--reports", "out")
    before = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    told = run("report", "--reports", "out", "--since", "2026-11-02")
    counted = run("report", "--reports", "out", "--since", "previous", "--format", "json")

    assert told.code == counted.code == 0
    assert told.out.startswith("From 2 November 2026, 05:31 UTC to 23 November 2026, 05:31 UTC: 6 changes.")
    assert json.loads(counted.out)["run"]["previous"] == "2026-11-16T05:31:00Z"
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == before


def test_a_run_that_is_not_known(run: Run, folder: Path) -> None:
    """One line that names the runs there are."""
    run("demo", "--reports", "out")
    ended = run("report", "--reports", "out", "--since", "1999-01-01")

    assert ended.code == 2
    assert ONE_LINE.fullmatch(ended.err)
    assert "known are 2026-11-02" in ended.err


def test_the_language(run: Run, folder: Path) -> None:
    """The page, the summary and the terminal speak it; what machines read stays the same."""
    assert run("demo", "--reports", "english", "-q").code == 0
    ended = run("demo", "--reports", "russian", "--lang", "ru")

    assert "5 источников исчезло" in ended.out
    assert '<html lang="ru">' in (folder / "russian" / "index.html").read_text(encoding="utf-8")
    assert "Нужны вы" in (folder / "russian" / "report.md").read_text(encoding="utf-8")
    for name in ("report.json", "report.csv", "badge.json"):
        assert (folder / "russian" / name).read_bytes() == (folder / "english" / name).read_bytes()
