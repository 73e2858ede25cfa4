"""A person's verdict: written into sources.yml without touching anything else, heeded, and not for ever."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import pytest
from builders import START, WEEK, declared_source, failed, observation, source
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from terminal import Run

from checker import exits
from checker.byhand import HumanVerdict, holds
from checker.config import parse
from checker.confirm.run import Confirmation, confirm
from checker.errors import OutputError, UsageError
from checker.judgement import Circumstances, Judged, judge
from checker.memory import Memory, RunRecord, RunState, Sighting
from checker.observation import Failure, Observation
from checker.outputs import json as report_json
from checker.reasons import Reason
from reports import report
from reports import source as reported

TODAY = date(2026, 11, 25)
UNTIL = date(2027, 1, 1)
FULL = """\
# Our sources.  \t
version: 1
documents: ['*.md']   # all of them
sources:
  a-2019:   # the first
    title: "Über “alles” 🦊"
    url: https://a.org/x   # as cited

    accessed: 2019-09-02   # last seen

  # between two
  b: {url: 'https://b.org/', note: 'x: y'}
  c:
    note: |
      some text

      more of it
    url: https://c.org/
figures:   # below
  f:
    value: 7 %   # a share
    as_of: 2017
  g: {value: 8 %, checked: 2020-01-01, as_of: 2016}
# the end
"""
BY_HAND_BLOCK = FULL.replace(
    "    accessed: 2019-09-02   # last seen\n",
    "    confirmed:\n      verdict: dead\n      until: 2020-01-01\n    accessed: 2019-09-02\n",
)
BY_HAND_FLOW = FULL.replace(
    "url: 'https://b.org/',", "confirmed: {verdict: ok, until: 2020-01-01}, url: 'https://b.org/',"
)


def write(folder: Path, text: str = FULL, newline: str = "\n", mark: bytes = b"") -> Path:
    """A sources.yml of these bytes."""
    path = folder / "sources.yml"
    path.write_bytes(mark + text.replace("\n", newline).encode())
    return path


def only_added(before: bytes, after: bytes) -> bytes:
    """What was put in, where nothing was taken away."""
    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    assert {code[0] for code in codes} <= {"equal", "insert"}
    return b"".join(after[code[3] : code[4]] for code in codes if code[0] == "insert")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("wanted", ["a-2019", "b", "c", "f", "g", "https://new.org/x?a=b#c"])
def test_nothing_else_is_touched(tmp_path: Path, wanted: str, newline: str, mark: bytes) -> None:
    """Comments, quotes, blank lines, line ends and the byte-order mark stay, byte by byte."""
    path = write(tmp_path, newline=newline, mark=mark)
    before = path.read_bytes()
    path.chmod(0o640)
    confirm(path, Confirmation(wanted, TODAY, reason="it's fine: {really} #1"), None)
    after = path.read_bytes()

    if wanted == "g":
        assert after == before.replace(b"checked: 2020-01-01", b"checked: 2026-11-25")
    else:
        added = only_added(before, after)
        assert added.count(b"\n") == {"b": 0, "https://new.org/x?a=b#c": 3}.get(wanted, 1)
        assert added.count(newline.encode()) == added.count(b"\n")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["sources.yml"]


@pytest.mark.parametrize("wanted", ["a-2019", "b", "c", "https://b.org", "HTTPS://C.org:443/"])
def test_what_was_said_is_read_again(tmp_path: Path, wanted: str) -> None:
    """By id, or by any spelling of the address."""
    path = write(tmp_path)
    line = confirm(path, Confirmation(wanted, TODAY, True, UNTIL, "opened  it\nmyself"), None)
    (word,) = [one.confirmed for one in parse(path.read_text(encoding="utf-8"), "x").sources if one.confirmed]

    assert word == HumanVerdict(True, UNTIL, TODAY, None, "opened it myself")
    assert "confirmed dead until 2027-01-01" in line


@pytest.mark.parametrize(("text", "wanted"), [(BY_HAND_BLOCK, "a-2019"), (BY_HAND_FLOW, "b")])
def test_a_new_word_takes_the_place_of_the_old_one(tmp_path: Path, text: str, wanted: str) -> None:
    """In whatever layout the old one stood."""
    path = write(tmp_path, text)
    for _ in range(2):
        confirm(path, Confirmation(wanted, TODAY, until=UNTIL), None)
    config = parse(path.read_text(encoding="utf-8"), "x")

    assert next(one for one in config.sources if one.id == wanted).confirmed == HumanVerdict(False, UNTIL, TODAY)
    assert path.read_text(encoding="utf-8").count("verdict:") == 1


@pytest.mark.parametrize(
    "text",
    [
        "version: 1\n",
        "version: 1",
        "version: 1\nsources:\n",
        "version: 1\nsources:   # none yet\nfigures:\n  f: {value: 7 %}\n",
        "version: 1\nsources:\n    a: {url: 'https://a.org/'}\nfigures:\n  f: {value: 7 %}\n",
        "version: 1\nfigures:\n  f: {value: 7 %}\nsources:\n  a:\n    url: https://a.org/",
        "version: 1\nsources:\n  a:\n    url: https://a.org/\n    authors:\n      - A B\n      - C D\n# end\n",
    ],
)
def test_a_new_entry_stands_behind_the_others(tmp_path: Path, text: str) -> None:
    """Wherever the sources stand, and where there are none yet."""
    path = write(tmp_path, text)
    before = parse(text, "x")
    confirm(path, Confirmation("https://new.org/", TODAY, until=UNTIL), None)
    after = parse(path.read_text(encoding="utf-8"), "x")

    only_added(text.encode(), path.read_bytes())
    assert [one.id for one in after.sources[:-1]] == [one.id for one in before.sources]
    assert after.sources[-1].url == "https://new.org/"
    assert after.sources[-1].confirmed == HumanVerdict(False, UNTIL, TODAY)


@pytest.mark.parametrize(
    ("text", "wanted", "why"),
    [
        (FULL, "nobody", "no source or figure"),
        ("version: 1\nsources: {a: {url: 'https://a.org/'}}\n", "https://new.org/", "write it yourself"),
        (BY_HAND_BLOCK.replace("dead\n", "dead  # why\n"), "a-2019", "write it yourself"),
    ],
)
def test_in_doubt_nothing_is_written(tmp_path: Path, text: str, wanted: str, why: str) -> None:
    """It says what to write by hand."""
    path = write(tmp_path, text)
    before = path.read_bytes()

    with pytest.raises(UsageError, match=why):
        confirm(path, Confirmation(wanted, TODAY), None)
    assert path.read_bytes() == before


def test_a_day_that_is_over_is_refused(tmp_path: Path) -> None:
    """A word that does not hold is none."""
    with pytest.raises(UsageError, match="is over"):
        confirm(write(tmp_path), Confirmation("b", TODAY, until=date(2026, 11, 24)), None)


def test_a_file_outside_is_not_written(tmp_path: Path) -> None:
    """A link that leads elsewhere is refused."""
    (tmp_path / "inside").mkdir()
    path = tmp_path / "inside" / "sources.yml"
    path.symlink_to(write(tmp_path))

    with pytest.raises(OutputError):
        confirm(path, Confirmation("b", TODAY), None)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(deadline=None, max_examples=60)
@given(
    reason=WORDS,
    note=st.text("abc #:{}'\"ü🦊", max_size=20),
    dead=st.booleans(),
    wanted=st.sampled_from(["a-2019", "b", "c"]),
)
def test_any_reason_in_any_file(
    tmp_path_factory: pytest.TempPathFactory, reason: str, note: str, dead: bool, wanted: str
) -> None:
    """It comes back as said, or nothing is written; twice says no more than once."""
    text = FULL.replace("# last seen", f"# {note}")
    path = write(tmp_path_factory.mktemp("x"), text)
    told = Confirmation(wanted, TODAY, dead, UNTIL, reason)
    try:
        confirm(path, told, None)
    except UsageError:
        assert path.read_bytes() == text.encode()
        return
    once = path.read_bytes()
    confirm(path, told, None)

    assert path.read_bytes() == once
    only_added(text.encode(), once)


def test_what_was_seen_is_recorded(tmp_path: Path) -> None:
    """From the last report; a source that is only cited there gets an entry with its title."""
    path = write(tmp_path)
    url = "https://site.org/wall"
    from checker import urls

    known = reported("wall", "blocked", "http-403", title="A wall", identity=urls.identity(url))
    whole = replace(report(), sources=[known])
    confirm(path, Confirmation("wall", TODAY), whole)
    new = parse(path.read_text(encoding="utf-8"), "x").sources[-1]

    assert (new.id, new.url, new.title) == ("wall", url, "A wall")
    assert new.confirmed is not None
    assert new.confirmed.seen is Reason.HTTP_403


def test_a_masked_address_is_not_written(tmp_path: Path) -> None:
    """What a report shows of an address with a secret is no address."""
    known = reported("secret", "blocked", "http-403", url="https://site.org/?key=***", identity="0" * 20)

    with pytest.raises(UsageError, match="by its id or its address"):
        confirm(write(tmp_path), Confirmation("secret", TODAY), replace(report(), sources=[known]))


@pytest.mark.parametrize(
    ("dead", "seen", "now", "expected"),
    [
        (False, "http-403", "http-403", True),
        (False, "http-403", "bot-wall", True),
        (False, "http-403", "timeout", True),
        (False, "http-403", "http-404", False),
        (False, "http-403", "hijacked-domain", False),
        (False, "http-403", "http-200", False),
        (False, "http-404", "http-410", True),
        (False, "http-404", "parked-domain", False),
        (False, "http-404", "http-403", True),
        (False, "tls-expired", "tls-wrong-host", True),
        (False, "http-200", "http-404", False),
        (False, None, "http-404", True),
        (True, "http-200", "http-200", True),
        (True, "http-200", "moved-permanently", True),
        (True, "http-200", "http-404", True),
        (True, "http-404", "http-200", False),
        (True, "http-404", "http-503", True),
        (True, "http-403", "http-200", False),
        (True, None, "ignored", False),
    ],
)
def test_how_long_a_word_holds(dead: bool, seen: str | None, now: str, expected: bool) -> None:
    """Until other evidence; walls and bad nights are none."""
    word = HumanVerdict(dead, UNTIL, TODAY, Reason(seen) if seen else None)

    assert holds(word, Reason(now), UNTIL) is expected
    assert not holds(word, Reason(now), date(2027, 1, 2))


def judged(word: HumanVerdict, now: Observation, *past: Observation) -> Judged:
    """What a run says of a source with a person's word."""
    declared = replace(declared_source(), confirmed=word)
    runs = tuple(
        RunRecord(number, START + number * WEEK, START, True, RunState.COMPLETE) for number in range(len(past))
    )
    memory = Memory(runs, {"https://site.org/a": [Sighting.of(number, one) for number, one in enumerate(past)]})
    moment = START + len(past) * WEEK
    (one,) = judge([source(declared=declared)], {"https://site.org/a": now}, memory, Circumstances(moment, True, True))
    return one


def test_fine_by_hand() -> None:
    """A wall that a person has seen behind is nobody's business, and no news."""
    one = judged(HumanVerdict(False, UNTIL, TODAY, Reason.HTTP_403, "opened it"), observation(403), observation(200))

    assert one.verdict.reason is Reason.CONFIRMED_BY_HAND
    assert one.verdict.evidence == (
        "a person looked on 2026-11-25 and found it fine (opened it); holds until 2027-01-01. Seen now: 403 Forbidden"
    )
    assert (one.new, one.fixed) == (False, False)
    assert one.observation is not None


def test_dead_by_hand() -> None:
    """Gone at once, whatever the server says; news only once."""
    word = HumanVerdict(True, UNTIL, date(2026, 11, 10), Reason.HTTP_200)
    fresh, later = (
        judged(word, observation(200), observation(200)),
        judged(word, observation(200), *[observation(200)] * 3),
    )

    assert (fresh.verdict.kind, fresh.verdict.reason, fresh.verdict.certainty) == ("dead", "dead-by-hand", "confirmed")
    assert (fresh.new, later.new) == (True, False)


def test_a_person_makes_a_suspicion_certain() -> None:
    """Our own reason stays where it says the same."""
    one = judged(HumanVerdict(True, UNTIL, TODAY), observation(404))

    assert (one.verdict.reason, one.verdict.certainty) == (Reason.HTTP_404, "confirmed")


def test_a_bad_night_ends_nobodys_word() -> None:
    """Silence is no evidence, a death is."""
    word = HumanVerdict(False, UNTIL, TODAY, Reason.HTTP_403)

    assert judged(word, failed(Failure.TIMEOUT)).verdict.reason is Reason.CONFIRMED_BY_HAND
    assert judged(word, failed(Failure.DNS_NXDOMAIN)).verdict.reason is Reason.DNS_NXDOMAIN


def test_through_the_commands(run: Run, folder: Path) -> None:
    """As the page offers it, id alone; then the schema, the check and the code agree."""
    write(folder, "version: 1\nsources:\n  a: {url: 'http://127.0.0.1:9/'}\nfigures:\n  f: {value: 7 %, as_of: 2019}\n")
    first = run("confirm", "a", "--today", "2026-11-25")
    second = run("confirm", "f", "--today", "2026-11-25", "--until", "2027-11-25", "--reason", "no newer one")
    checked = run("check", "--offline", "--today", "2026-11-26", "--fail-on", "stale")
    figure = report_json.parse((folder / "reports" / "report.json").read_text(encoding="utf-8")).figures[0]

    assert (first.code, second.code, checked.code) == (0, 0, exits.CLEAN)
    assert "'a' confirmed ok until 2027-05-25" in first.err
    assert figure.freshness == "fresh"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{verdict: ok}", "'confirmed' has no until"),
        ("{until: 2027-01-01}", "'confirmed' has no verdict"),
        ("{verdict: fine, until: 2027-01-01}", "none of ok, dead"),
        ("{verdict: ok, until: 2027}", "not a day"),
        ("{verdict: ok, until: 2027-01-01, seen: nothing}", "none of"),
        ("yes", "must be a map"),
    ],
)
def test_what_is_written_by_hand_is_checked(run: Run, folder: Path, line: str, why: str) -> None:
    """With place and remedy."""
    write(folder, f"version: 1\nsources:\n  a: {{url: 'https://a.org/', confirmed: {line}}}\n")
    ended = run("list")

    assert ended.code == 2
    assert "sources.yml:3:" in ended.err
    assert why in ended.err
