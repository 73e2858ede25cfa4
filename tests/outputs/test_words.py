"""The words: English and Russian say the same things, each by its own grammar."""

from __future__ import annotations

import re
import string
import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.codes import CODES
from checker.outputs import FORMATS, printed, wording
from checker.outputs.words import ENGLISH, LANGUAGES, PLURALS, load
from reports import report, states

RUSSIAN = load("ru")
FORMS = {"one-other": {"one", "other"}, "east-slavic": {"one", "few", "many"}}


def raw(language: str) -> dict[str, Any]:
    """The file of a language as it stands."""
    return tomllib.loads((files("checker.outputs") / "words" / f"{language}.toml").read_text(encoding="utf-8"))


def names(text: str) -> set[str]:
    """The names that a text wants filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def keys(table: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Every key with its text, or its table of plural forms."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict) and "one" not in value:
            found |= keys(value, f"{prefix}{key}.")
        else:
            found[prefix + key] = value
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_whole(language: str) -> None:
    """Every key of the English file, none besides; the same names to fill in; every plural form of its grammar."""
    english, own = keys(raw("en")), keys({k: v for k, v in raw(language).items() if k not in ("codes", "phrases")})
    assert set(own) == set(english)
    for key, text in own.items():
        wanted = english[key]
        if isinstance(text, dict):
            assert set(text) - {"zero"} == FORMS[raw(language)["plural"]], key
            shared = set.union(*(names(form) for form in wanted.values()))
            assert all(names(form) <= shared | {"n"} for form in text.values()), key
        elif isinstance(text, str):
            assert names(text) <= names(wanted), key


def test_every_code_is_translated() -> None:
    """A new code needs its Russian words too: label, meaning, action (checker/outputs/words/ru.toml)."""
    untranslated = [code for code, known in CODES.items() if RUSSIAN.code(code).meaning == known.meaning]

    assert untranslated == []


def test_no_word_is_forgotten() -> None:
    """Every code of the Russian file is a code there is."""
    assert set(raw("ru")["codes"]) - {"http-client", "http-server"} <= set(CODES)


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0 источников"), (1, "1 источник"), (2, "2 источника"), (4, "4 источника"), (5, "5 источников"),
        (11, "11 источников"), (12, "12 источников"), (14, "14 источников"), (21, "21 источник"), (22, "22 источника"),
        (25, "25 источников"), (101, "101 источник"), (111, "111 источников"), (1002, "1\u00a0002 источника"),
    ],
)  # fmt: skip
def test_russian_plurals(n: int, said: str) -> None:
    """One, few and many, as CLDR has them."""
    assert RUSSIAN("sources", n=n) == (said if n else "нет источников")


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(LANGUAGES))
def test_every_number_has_a_form(n: int, language: str) -> None:
    """No count leaves a sentence without a form."""
    assert PLURALS[raw(language)["plural"]](n) in FORMS[raw(language)["plural"]]


def test_english_plurals_and_days() -> None:
    """One is one, none is no, and days are written out."""
    assert [ENGLISH("sources", n=n) for n in (0, 1, 5000)] == ["no sources", "1 source", "5,000 sources"]
    assert ENGLISH.day("2026-11-23") == "23 November 2026"
    assert RUSSIAN.moment("2026-11-23T05:31:00Z") == "23 ноября 2026, 05:31 UTC"
    assert ENGLISH.day("2026-13-99") == "2026-13-99"


@pytest.mark.parametrize(
    ("told", "russian"),
    [
        ("the page says “for sale”; only 12 words", "на странице написано «for sale»; слов на странице: 12"),
        ("yearly figure for 2017; the next one was due by 2019-09-30", "годовой показатель за 2017; следующий ждали к 30 сентября 2019"),
        ("no answer within 20 s", "нет ответа за 20 с"),
        ("something nobody foresaw", "something nobody foresaw"),
        ("the page says “{n} {0} %s”", "на странице написано «{n} {0} %s»"),
    ],
)  # fmt: skip
def test_evidence_is_translated_by_its_turns(told: str, russian: str) -> None:
    """Known turns are Russian, foreign texts within them stay as they are, and the unknown stays English."""
    assert RUSSIAN.told(told) == russian


def test_english_evidence_only_gains_its_days() -> None:
    """Nothing else of it changes."""
    assert ENGLISH.told("due by 2019-09-30; 404") == "due by 30 September 2019; 404"


@pytest.mark.parametrize("name", ["text", "markdown", "issue", "atom"])
def test_what_people_read_is_russian(name: str) -> None:
    """No English sentence is left in the outputs that people read, whatever the state."""
    left = re.compile(r"\b(?:source|sources|figure|figures|Needs|Watch|Checked|gone|overdue|archived|due by|run)\b")
    for state, one in states().items():
        if state != "hostile":
            rendered = printed(RUSSIAN)[name](one)
            assert left.findall(rendered.replace("sources.yml", "")) == [], state


def test_machines_are_answered_in_english() -> None:
    """A language changes nothing of what programs read."""
    for name in ("json", "csv", "junit", "sarif", "github", "badge"):
        assert printed(RUSSIAN)[name](report()) == FORMATS[name](report())


def test_an_unknown_language_is_refused() -> None:
    """A mistake of ours: the command line knows the languages there are."""
    with pytest.raises(KeyError):
        load("xx")


def test_a_sentence_begins_with_a_capital_but_a_host_s_name_does_not() -> None:
    """Names of hosts are written as they are asked for."""
    assert wording.sentence_case("the server says so") == "The server says so"
    assert wording.sentence_case("www.site.org: no such name") == "www.site.org: no such name"
    assert wording.sentence_case("gone. Nothing else") == "Gone. Nothing else"
