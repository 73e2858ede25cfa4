"""sources.yml: what is read, what is refused, and where the finger points."""

import os
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from checker import dates
from checker.config import Config, glob_match, keys, load, parse, schema
from checker.dates import Precision, Span
from checker.errors import InputError
from checker.model import Quantity, Role

HEAD = "version: 1\n"
SOURCE = HEAD + "sources:\n  a:\n    url: https://a.org/\n"
FIGURE = SOURCE + "figures:\n  f:\n    value: 1 USD\n"
WHOLE = """\
version: 1
documents:
  - a/*.md
  - {glob: "b/**/*.txt", figures: off}
defaults: {year: {lag: 6 months}, day: {cadence: 10 days, grace: 2 weeks}}
ignore:
  - {url: "https://x.org/*", reason: "template", until: 2027-01-01}
network: {concurrency: 4, per_host: 1, rate: 0.5, timeout: 5s, hosts: {A.org: {headers: {X-One: two}, accept: [403]}}}
archive: {lookup: all}
sources:
  a-2019:
    title: NO
    authors: [Ada Brook, 12:30]
    container: 1e9
    url: https://a.org/
    published: 2019-04
    accessed: 2019-05-01
  b:
    doi: 10.5555/1
figures:
  f:
    value: 11.07 billion USD
    as_of: 2015/2019
    source: a-2019
    role: baseline
    year_end: 06-30
    cadence: 2 years
    update_after: 2020-06
    checked: 2020-01-31
    review_in: 3 months
"""


def problems(text: str) -> list[str]:
    """The lines that reading a bad text gives."""
    with pytest.raises(InputError) as caught:
        parse(text, "sources.yml")
    return str(caught.value).splitlines()


def test_everything_is_typed() -> None:
    """Every key ends where it belongs, with its type; YAML's own types never bite."""
    config = parse(WHOLE, "sources.yml")
    a, b = config.sources
    (figure,) = config.figures

    assert [(one.glob, one.figures) for one in config.documents] == [("a/*.md", True), ("b/**/*.txt", False)]
    assert config.defaults[Precision.YEAR].lag == Span(6)
    assert config.defaults[Precision.YEAR].cadence == Span(12)
    assert config.defaults[Precision.DAY].grace == Span(0, 14)
    assert config.ignore[0].until == date(2027, 1, 1)
    assert (config.network.concurrency, config.network.rate, config.network.timeout) == (4, 0.5, 5.0)
    assert config.network.hosts["a.org"].accept == {403}
    assert config.network.hosts["a.org"].headers == {"x-one": "two"}
    assert config.lookup == "all"
    assert (a.title, a.authors, a.container) == ("NO", ("Ada Brook", "12:30"), "1e9")
    assert (a.published, a.accessed) == (dates.parse("2019-04"), dates.parse("2019-05-01"))
    assert (a.place.line, a.place.column) == (11, 3)
    assert b.url == "https://doi.org/10.5555/1"
    assert figure.quantity == Quantity(11_070_000_000, "USD")
    assert (figure.text, figure.role, figure.year_end) == ("11.07 billion USD", Role.BASELINE, (6, 30))
    assert (figure.checked, figure.review_in) == (date(2020, 1, 31), Span(3))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1: empty; start with 'version: 1'"),
        ("# only a comment\n", "1:1: empty; start with 'version: 1'"),
        ("- a\n", "1:1: the file must be a map of keys and values"),
        ("sources: {}\n", "1:1: no version; begin with 'version: 1'"),
        ("version: 2\n", "1:10: an unknown version; this checker reads 'version: 1'"),
        (HEAD + "source:\n", "2:1: unknown key 'source'; did you mean 'sources'?"),
        (HEAD + "zzz: 1\n", "2:1: unknown key 'zzz'; known are version, documents,"),
        (SOURCE + "    ulr: x\n", "5:5: unknown key 'ulr'; did you mean 'url'?"),
        (SOURCE + "    published: 2019-02-30\n", "5:16: 'published': '2019-02-30' is not a day of the calendar"),
        (SOURCE + "    published: 03/04/2019\n", "5:16: 'published': '03/04/2019' is not a date; write 2019,"),
        (SOURCE + "    accessed: soon\n", "5:15: 'accessed': 'soon' is not a date"),
        (SOURCE + "    authors: Ada\n", "5:14: 'authors' must be a list; write [Ada]"),
        (SOURCE + "    title: [a]\n", "5:12: 'title' must be a text, not a list"),
        (SOURCE + "    title:\n", "5:11: 'title': empty; give a text or remove the key"),
        (SOURCE + "    status: gone\n", "5:13: 'status': 'gone' is none of ok, dead"),
        (SOURCE + "    url: https://b.org/\n", "5:5: key 'url' is here twice, first in line 4; keep one of them"),
        (SOURCE + "  a:\n    url: x\n", "5:3: key 'a' is here twice, first in line 3"),
        (SOURCE + "version: 1\n", "5:1: key 'version' is here twice, first in line 1"),
        (HEAD + "sources:\n  a:\n    title: T\n", "3:3: source 'a' has no url; add one, or a doi"),
        (HEAD + "sources:\n  a: https://a.org/\n", "3:6: source 'a' must be a map of keys and values"),
        (HEAD + "sources:\n  - url: x\n", "3:3: sources must be a map by id"),
        (HEAD + "sources:\n  a b:\n    url: x\n", "3:3: 'a b' is no id; use letters, digits"),
        (SOURCE + "figures:\n  f:\n    as_of: 2019\n", "6:3: figure 'f' has no value; write 'value: 11.07"),
        (SOURCE + "figures:\n  f:\n    value: many\n", "7:12: 'value': 'many' "),
        (SOURCE + "figures:\n  f:\n    value: 7\n", "7:12: 'value': '7' has no unit; write 11.07 billion USD"),
        (FIGURE + "    source: b\n", "8:13: unknown source 'b'; "),
        (FIGURE + "    role: old\n", "8:11: 'role': 'old' is none of current, baseline, one_off"),
        (FIGURE + "    lag: nine\n", "8:10: 'lag': 'nine' is not a length of time; write 9 months"),
        (FIGURE + "    year_end: 30-06\n", "8:15: 'year_end': '30-06' is not a day of the year; write 06-30"),
        (FIGURE + "    checked: 2019\n", "8:14: 'checked': '2019' is not a day; write 2019-04-05"),
        (HEAD + "documents: a.md\n", "2:12: 'documents' must be a list; begin each entry with '- '"),
        (HEAD + "documents: [/etc/*]\n", "2:13: '/etc/*' leaves this folder; name files below it"),
        (HEAD + "documents: [../a.md]\n", "2:13: '../a.md' leaves this folder"),
        (HEAD + "documents: [{figures: off}]\n", "2:13: a document needs a glob; write"),
        (HEAD + "documents: [{glob: a, figures: maybe}]\n", "2:32: 'figures': 'maybe' is neither on nor off"),
        (HEAD + "ignore: [{url: x}]\n", "2:10: an ignore rule needs a reason"),
        (HEAD + "ignore: [{url: x, reason: y, until: 2019}]\n", "2:37: 'until': '2019' is not a day"),
        (HEAD + "defaults: {decade: {lag: 1 year}}\n", "2:12: unknown key 'decade'"),
        (HEAD + "network: {rate: 50}\n", "2:17: 'rate': 50 is above 5; raise it on the command line, not here"),
        (HEAD + "network: {per_host: 0}\n", "2:21: 'per_host': '0' is not a positive whole number"),
        (HEAD + "network: {timeout: 60s}\n", "2:20: 'timeout': above 20s; raise it on the command line"),
        (HEAD + "network: {hosts: {a.org: {headers: {Cookie: x}}}}\n", "2:37: the header 'Cookie' may not be set here"),
        (HEAD + "network: {hosts: {a.org: {accept: [200]}}}\n", "2:36: 'accept': '200' is not an HTTP error status"),
        (HEAD + "archive: {lookup: sometimes}\n", "2:19: 'lookup': 'sometimes' is none of failing, all, never"),
        (HEAD + "sources: *a\n", "2:10: an alias (*name); write the value out"),
        (HEAD + "a: &x {b: c}\nsources: *x\n", "3:10: an alias (*name); write the value out"),
        (HEAD + "sources:\n  <<: {a: b}\n", "3:3: a merge key (<<); write the entries out"),
        (HEAD + "sources: !!python/object:os.system x\n", "2:10: the tag tag:yaml.org,2002:python/object:os.system"),
        (HEAD + "sources: {a: [}\n", "2:15: not YAML: "),
        (HEAD + "\tsources: x\n", "2:1: not YAML: "),
        (HEAD + "a: \x07\n", "2:4: a control character that YAML does not allow; remove it"),
        (HEAD + "---\nversion: 1\n", "2:1: a second YAML document; keep one"),
        ("[" * 30, "1:21: nested deeper than 20 levels; flatten it"),
        ("[" * 100_000, "1:"),
        ("a: " + "{a: " * 100_000, "1:"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_shown_where_it_is(text: str, problem: str) -> None:
    """One line a problem: file, line, column, what is wrong, what to do."""
    assert problems(text)[0].startswith(f"sources.yml:{problem}")


def test_all_problems_are_told_at_once() -> None:
    """Nobody has to run the tool five times to mend five lines."""
    found = problems(SOURCE + "    ulr: x\n    accessed: soon\nzzz: 1\n")

    assert [line.split(": ")[0] for line in found] == ["sources.yml:5:5", "sources.yml:6:15", "sources.yml:7:1"]


def test_a_flood_of_problems_is_cut() -> None:
    """A hopeless file does not scroll the terminal away."""
    found = problems(SOURCE + "".join(f"    k{number}: x\n" for number in range(100)))

    assert len(found) == 20
    assert found[-1].endswith("(and 80 more problems)")


@pytest.mark.parametrize("url", ["not a url", "ftp://a.org/", "http://", "javascript:alert(1)"])
def test_an_uncheckable_address_is_no_error(url: str) -> None:
    """One bad line never stops the rest: it becomes a finding later."""
    assert parse(HEAD + f"sources:\n  a:\n    url: '{url}'\n", "x").sources[0].url == url


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    """A byte-order mark is no part of the text."""
    path = tmp_path / "sources.yml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.encode())

    assert load(path).path == path


@pytest.mark.parametrize("data", [b"\xff\xfeversion: 1", b"version: 1\nx: \xe4\n"])
def test_what_is_not_utf8_is_refused_where_it_is(tmp_path: Path, data: bytes) -> None:
    """The line of the bad byte is named."""
    (tmp_path / "s.yml").write_bytes(data)

    with pytest.raises(InputError, match=r"s\.yml:\d+:\d+: not UTF-8; save the file as UTF-8"):
        load(tmp_path / "s.yml")


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A folder or a pipe is refused instead of waited for."""
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(InputError, match="not a regular file"):
            load(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """Past 32 MB nothing is read."""
    path = tmp_path / "big.yml"
    path.touch()
    os.truncate(path, 33 * 1024 * 1024)

    with pytest.raises(InputError, match="larger than 32 MB"):
        load(path)


def test_the_empty_config_has_our_defaults() -> None:
    """Without a file everything is as the design says."""
    config = Config.empty()

    assert (config.sources, config.lookup, config.defaults[Precision.MONTH].lag) == ((), "failing", Span(2))


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("https://a.org/*", "https://a.org/x/y", True),
        ("https://a.org/*", "https://b.org/x", False),
        ("https://*.org/*.pdf", "https://a.b.org/x/y.pdf", True),
        ("https://*.org/*.pdf", "https://a.b.org/x/y.html", False),
        ("https://a.org/", "https://a.org/", True),
        ("https://a.org/", "https://a.org/x", False),
        ("a*a", "a", False),
        ("*", "", True),
        ("a.c", "abc", False),
        ("[ab]", "a", False),
    ],
)
def test_globs_are_literal_but_for_the_star(pattern: str, text: str, fits: bool) -> None:
    """No pattern of a stranger is ever a regular expression."""
    assert glob_match(pattern, text) is fits


@given(st.text("ab*", max_size=12), st.text("ab", max_size=12))
def test_globs_agree_with_the_standard_library(pattern: str, text: str) -> None:
    """Where both know the signs, the answer is fnmatch's."""
    from fnmatch import fnmatchcase

    assert glob_match(pattern, text) == fnmatchcase(text, pattern)


def test_ignore_rules_expire() -> None:
    """A rule holds to its last day and no longer."""
    rule = parse(WHOLE, "x").ignore[0]

    assert rule.applies("https://x.org/a", date(2027, 1, 1))
    assert not rule.applies("https://x.org/a", date(2027, 1, 2))
    assert not rule.applies("https://y.org/a", date(2026, 1, 1))


LOADERS = (yaml.SafeLoader, yaml.BaseLoader)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", [WHOLE, SOURCE, FIGURE, HEAD, HEAD + "sources:\n"])
def test_the_schema_accepts_what_we_accept(text: str, loader: type[yaml.SafeLoader]) -> None:
    """However an editor types YAML, a good file is good."""
    parse(text, "x")

    assert list(Draft7Validator(schema.build()).iter_errors(yaml.load(text, loader))) == []  # noqa: S506


@pytest.mark.parametrize(
    "text",
    [
        "sources: {}\n", "version: 2\n", HEAD + "source: {}\n", SOURCE + "    ulr: x\n", SOURCE + "    authors: Ada\n",
        SOURCE + "    accessed: soon\n", SOURCE + "    published: 2019-13-45x\n", SOURCE + "    status: gone\n",
        HEAD + "sources:\n  a:\n    title: T\n", SOURCE + "figures:\n  f:\n    as_of: 2019\n",
        FIGURE + "    role: old\n", FIGURE + "    lag: nine\n", HEAD + "documents: a.md\n",
        HEAD + "ignore: [{url: x}]\n", HEAD + "archive: {lookup: sometimes}\n",
        HEAD + "sources:\n  a b:\n    url: x\n", HEAD + "defaults: {decade: {lag: 1 year}}\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("loader", LOADERS)
def test_the_schema_refuses_what_we_refuse(text: str, loader: type[yaml.SafeLoader]) -> None:
    """What the schema can see, it sees as we do."""
    problems(text)

    assert list(Draft7Validator(schema.build()).iter_errors(yaml.load(text, loader)))  # noqa: S506


def test_the_schema_is_a_schema_and_tells_of_every_key() -> None:
    """Draft-07, valid, with a help text for each key of each map."""
    built = schema.build()
    Draft7Validator.check_schema(built)
    entries = built["properties"]["sources"]["additionalProperties"]["properties"]

    assert set(entries) == set(keys.SOURCE)
    assert all(entry["description"] for entry in entries.values())
    assert set(built["properties"]) == set(keys.TOP)


def test_the_schema_beside_the_package_is_this_one() -> None:
    """The file that editors are pointed to is what the command prints."""
    import json

    import checker

    path = Path(checker.__file__).parent / "schemas" / "sources.schema.json"

    assert json.loads(path.read_text(encoding="utf-8")) == schema.build()
