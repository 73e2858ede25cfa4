"""The words that people read, by language: one file a language under ``words/``. Pure after the first look.

``words("sentence.gone", n=3)`` gives the text of a key with its ``{names}`` filled in; where a key holds
plural forms, ``n`` chooses among them by the rule of the language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from checker.codes import Code, explain
from checker.patterns import regex

LANGUAGES = ("en", "ru")
DEFAULT = "en"
_DAY = regex(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_STATUS = regex(r"http-(\d\d\d|[345]xx)")


def one_other(n: int) -> str:
    """English, German, Kazakh, Uzbek, Turkish …: one, and the rest."""
    return "one" if n == 1 else "other"


def east_slavic(n: int) -> str:
    """Russian, Ukrainian, Belarusian: 1, 21 …; 2-4, 22-24 …; the rest (CLDR 48, whole numbers)."""
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


PLURALS: Mapping[str, Callable[[int], str]] = {"one-other": one_other, "east-slavic": east_slavic}


class Words(Struct, frozen=True):
    """The words of one language."""

    language: str
    texts: Mapping[str, str]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    plural: Callable[[int], str]
    thousands: str
    codes: Mapping[str, tuple[str, str, str]]
    phrases: tuple[tuple[re.Pattern[str], str], ...]

    def __call__(self, key: str, /, n: int | None = None, **values: object) -> str:
        """The text of a key, its names filled in; values are inserted as they are, never read as a format.

        Raises:
            KeyError: no such key, or a name without a value: a mistake of ours.
        """
        if n is None:
            return self.texts[key].format_map(values)
        form = f"{key}.zero" if n == 0 and f"{key}.zero" in self.texts else f"{key}.{self.plural(n)}"
        return self.texts[form].format_map({**values, "n": self.number(n)})

    def number(self, n: int) -> str:
        """A whole number with its thousands set apart, from five figures on in some languages."""
        return f"{n:,}".replace(",", self.thousands)

    def code(self, code: str) -> Code:
        """Label, meaning and action of a code."""
        own = self.codes.get(code)
        if own is None and (status := _STATUS.fullmatch(code)):
            family = "server" if explain(code).label.startswith("server") else "client"
            texts = self.codes.get(f"http-{family}")
            own = tuple(text.format(status=status[1]) for text in texts) if texts else None  # type: ignore[assignment]
        return Code(code, *own) if own else explain(code)

    def day(self, iso: str) -> str:
        """``2026-11-23`` (or the beginning of a moment) as ``23 November 2026``; anything else as it is."""
        found = _DAY.match(iso[:10])
        if found is None or not 1 <= int(found[2]) <= 12:
            return iso
        return self("day", d=int(found[3]), month=self.months[int(found[2]) - 1], y=found[1])

    def day_short(self, iso: str) -> str:
        """The same without the year, for axes: ``23 Nov``."""
        found = _DAY.match(iso[:10])
        if found is None or not 1 <= int(found[2]) <= 12:
            return iso
        return self("day_short", d=int(found[3]), month=self.months_short[int(found[2]) - 1])

    def moment(self, iso: str) -> str:
        """``2026-11-23T05:31:00Z`` as ``23 November 2026, 05:31 UTC``."""
        return self("moment", day=self.day(iso), time=iso[11:16])

    def told(self, text: str) -> str:
        """A line of evidence in this language as far as its turns are known, days written out."""
        whole = self._phrase(text)
        if whole is None:
            whole = "; ".join(self._phrase(part) or part for part in text.split("; "))
        return _DAY.sub(lambda found: self.day(found[0]), whole)

    def _phrase(self, text: str) -> str | None:
        for pattern, target in self.phrases:
            if found := pattern.fullmatch(text):
                return target.format(*found.groups())
        return None


@cache
def load(language: str = DEFAULT) -> Words:
    """The words of a language; what its file lacks is English.

    Raises:
        KeyError: not one of ``LANGUAGES``.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    raw = tomllib.loads((files("checker.outputs") / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    months, short = tuple(raw.pop("months")), tuple(raw.pop("months_short"))
    codes, phrases = raw.pop("codes", {}), raw.pop("phrases", {})
    return Words(
        language=language,
        texts={**({} if language == DEFAULT else load().texts), **dict(_flat(raw))},
        months=months,
        months_short=short,
        plural=PLURALS[raw["plural"]],
        thousands=raw["thousands"],
        codes={code: tuple(texts) for code, texts in codes.items()},
        phrases=tuple((_pattern(source), target) for source, target in phrases.items()),
    )


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield prefix + key, value
        else:
            yield from _flat(value, f"{prefix}{key}.")


def _pattern(source: str) -> re.Pattern[str]:
    """An English turn with ``{}`` for what varies, as a pattern for whole texts."""
    return re.compile("(.+?)".join(re.escape(part) for part in source.split("{}")), re.DOTALL)


ENGLISH = load()
