"""The shape of a language's data: its number words, units, hedges and the words around dates.

Phrases are written as people write them, separated by bars. A ``~`` at the end of a word stands for an
ending of up to four letters (``миллиард~``); a space matches any white space, a no-break one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Generic, TypeVar

from msgspec import Struct, field

from checker.model import Qualifier

V = TypeVar("V")
LETTER = r"[^\W\d_]"
_SPACE = r"(?-i:[\u0020\u00a0\u2009\u202f\n])"
_END = r"(?-i:(?<=[\u3400-\u9fff])|(?![A-Za-z\u00c0-\u024f\u0400-\u04ff]))"
"""Where a phrase may end: behind a Chinese character, or before no letter of the scripts that part words by spaces.

Told once for all phrases, and in letters of both cases: to fold such ranges took longer than to read a document.
"""


def _pattern_of(phrase: str) -> str:
    """A phrase as a regular expression, but for where it may end."""
    return re.escape(phrase).replace(r"\ ", _SPACE).replace(r"\~", rf"{LETTER}{{0,4}}")


class Phrases(Generic[V]):
    """Phrases and what each means; of several that fit, the longest is taken."""

    def __init__(self, entries: Mapping[str, V], *, fold: bool = True) -> None:
        self._entries = sorted(entries.items(), key=lambda item: -len(item[0]))
        alternatives = "|".join(f"({_pattern_of(phrase)})" for phrase, _ in self._entries)
        self._pattern = re.compile(f"(?:{alternatives or '(?!)'}){_END}", re.IGNORECASE if fold else 0)

    def at(self, text: str, position: int) -> tuple[V, int] | None:
        """What the phrase that begins at a position means, and where it ends."""
        match = self._pattern.match(text, position)
        if match is None or match.lastindex is None:
            return None
        return self._entries[match.lastindex - 1][1], match.end()

    def whole(self, text: str) -> V | None:
        """What a text means that is one phrase from end to end."""
        found = self.at(text, 0)
        return found[0] if found and found[1] == len(text) else None


def phrases(*rows: tuple[str, V]) -> dict[str, V]:
    """Rows of phrases, separated by bars, with their meaning."""
    return {phrase: value for names, value in rows for phrase in names.split("|") if phrase}


class Dating(Struct, frozen=True):
    """The words of a language around dates.

    ``use`` and ``avoid`` are patterns of what stands before a period: words that make it the date of a
    figure, and words that make it something else.
    """

    months: Mapping[str, int]
    use: str
    avoid: str
    joined: str
    """``between A and B``: the word between the two."""
    quarter: str = r"(?!)"
    """A quarter before its year; group ``q`` holds its number or ordinal."""
    half: str = r"(?!)"
    """A half-year before its year; group ``h`` holds its ordinal."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    first_months: str = r"(?!)"
    """The first months of a year before it (``the first nine months of``); group ``n`` holds their number."""
    small: Mapping[str, int] = field(default_factory=dict)
    """Words for such numbers."""
    fiscal: str = r"(?!)"
    opening: str = r"(?!)"
    """What before a period makes it the time when something came to be (``opened in``), which dates no other figure.

    Group ``plural``: it dates what stands before it (``900 flats were built in 2019``).
    """
    opening_after: str = r"(?!)"
    plural_before: str = r"(?!)"
    """The same where the verb stands behind the period (``1956 erbaut``), and what before it is a plural."""
    published: str = r"(?!)"
    """What before a day makes it that of a publication (``report of``)."""
    after: str = r"(?!)"
    """What behind a period makes it no date of a figure (``年以来``)."""
    decade: str = r"(?!)"
    same: str = r"(?!)"
    same_behind: str = r"(?!)"
    """What before a year, or behind it, says that another period is meant in it (``the same quarter of``).

    Groups ``q``, ``m`` and ``h``: that it is a quarter, a month or a half-year.
    """
    through: str = r"(?!)"
    """What joins the first and the last of some years (``in the years 2021 to 2024``)."""
    month_before: str = ""
    """What stands before a month whose year is not said (``in December``)."""
    of: str = ""
    """What may stand between a day, its month and its year."""
    bare_years: bool = False
    """Whether a year by itself is an adverbial (``2018 stieg …``)."""
    attributive: str = r"(?!)"
    """What follows a year that stands before its noun (``2018 revenue``)."""
    date_first: bool = False
    """Whether periods stand before their figures."""


class Telling(Struct, frozen=True):
    """The words of a language that say what a figure does in its sentence."""

    hedges: Mapping[Qualifier, str]
    hedges_after: Mapping[Qualifier, str] = field(default_factory=dict)
    fillers: str = ""
    """Words that may stand between a hedge or preposition and its number (articles)."""
    levels: str = r"(?!)"
    """What may stand between such words and a figure (``a peak of``)."""
    again: str = ""
    """What joins a figure to another one that says the same (``€5m, or 3%``)."""
    respectively: str = r"(?!)"
    versus: str = r"(?!)"
    """What right before a figure makes it the one that another is compared with."""
    compared: str = r"(?!)"
    """Those of ``versus`` that compare places as readily as times: they need dates that say which."""
    origin: str = r"(?!)"
    target: str = r"(?!)"
    """``from`` and ``to``: a figure with the former before it and another behind the latter is a baseline."""
    moves: str = r"(?!)"
    """Further verbs of change behind which ``from A to B`` is no range (``est passé de``)."""
    change: str = r"(?!)"
    """What with the former before a figure makes it the amount of a change (``an increase of``)."""
    to_zero: str = r"(?!)"
    event_nouns: str = r"(?!)"
    event_links: str = r"(?!)"
    """What joins such a noun to the amount behind it (``a contract of``)."""
    event_verbs: str = r"(?!)"
    weak_verbs: str = r"(?!)"
    """Verbs of events that also tell of flows: they count only without a date."""
    many: str = r"(?!)"
    """What such verbs tell of a year as well as of a day, since it is many (``loans``)."""
    clause: str = r"(?!)"
    back: str = r"(?!)"
    """What begins a sentence that goes on about the thing before it (``This would be …``)."""


class Relating(Struct, frozen=True):
    """The words of a language for times that another one names."""

    past: str = r"(?!)"
    """An earlier time (``a year earlier``)."""
    compares: str = r"(?!)"
    """What before these makes them a mere comparison (``more than a year earlier``)."""
    present: str = r"(?!)"
    """The time of the text (``now``)."""
    level: str = r"(?!)"
    """What before a figure makes it one of an earlier time (``the pre-crisis level of``)."""
    when: str = r"(?!)"
    """What begins a clause about the time before it (``in 2016, when it was …``)."""


class Lasting(Struct, frozen=True):
    """The words of a language around dates from which or until which something holds."""

    since: str = r"(?!)"
    level: str = r"(?!)"
    """What right before a figure makes it a level (``the rate is``)."""
    raised: str = r"(?!)"
    """What does so where the date is a day or a month (``was raised to``)."""
    within: str = r"(?!)"
    """What does so anywhere in the clause (``applies``)."""
    by: str = r"(?!)"
    """What right before a figure makes it a change."""
    until: str = r"(?!)"
    planned: str = r"(?!)"
    """What tells of a plan (``will``)."""


class Counting(Struct, frozen=True):
    """How a language names what it counts."""

    noun: str
    """A pattern of what follows a number; group ``noun`` is the thing counted."""
    people: str = r"(?!)"
    """People and what they live in: behind a number without a preposition they make it no year."""
    number_of: str = r"(?!)"
    """What names it where a number stands apart (``the number of banks fell to 361``); group ``noun``."""
    not_nouns: frozenset[str] = frozenset()
    durations: frozenset[str] = frozenset()
    """Times and the like: what no number of things is told in (``six thousand years``)."""
    not_before: str = r"(?!)"
    """What right before a number makes it a name (``section 12``, ``Windows 11``)."""
    before: str = r"(?!)"
    """What is counted by a number behind it (``population 1,215``)."""
    capitals_name: bool = True
    """Whether a capital word before a number makes it a name (not where every noun has one)."""


class Per(Struct, frozen=True):
    """How a language tells a rate: what stands right before the number that the rate is told for."""

    always: str = r"(?!)"
    people: str = r"(?!)"
    """Words that say so only before a round number of people."""
    round: str = r"(?!)"
    """Those that do so only with a smaller number near."""
    of: str = r"(?!)"
    """The people that such rates are told for."""


class Doubtful(Struct, frozen=True):
    """Phrases that are quantities only beside certain words: ``a third`` is an ordinal too, ``zweimal`` an adverb."""

    names: str = r"(?!)"
    behind: str = r"(?!)"
    """What behind one makes it a quantity: what is shared or compared, or nothing that it could number."""
    before: str = r"(?!)"
    """What does so before it (``nearly a third``)."""


class Lexicon(Struct, frozen=True):
    """Everything that the engine knows of a language."""

    code: str
    decimal_comma: bool
    point_groups: bool
    """Whether a lone point with three digits behind it groups thousands."""
    cardinals: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    currencies: Mapping[str, str]
    units: Mapping[str, tuple[str, Decimal]]
    percent: str
    links: str
    """What may stand between a number and its unit (``milliards d'euros``)."""
    fractions: Mapping[str, Decimal]
    not_fraction: str
    """What behind a fraction makes it something else (``half an hour``)."""
    not_fraction_before: str
    times: str
    """What behind a number makes it a multiple."""
    times_with_growth: str
    """What does so only where ``growth`` stands before it in the sentence (``rose eight times``)."""
    growth: str
    times_before: str
    """What before a bare number makes it a multiple (``multiplié par``)."""
    multiples: Mapping[str, Decimal]
    to: str
    between: str
    """``10 to 15`` with ``to``; ``between 10 and 15`` with ``between`` before it and its partner word in ``to``."""
    zero: str
    dating: Dating
    telling: Telling
    counting: Counting
    relative: Relating = Relating()
    lasting: Lasting = Lasting()
    and_half: str = r"(?!)"
    """What behind a scale word adds half of it (``dos millones y medio``)."""
    worded_money: Mapping[str, tuple[Decimal, str]] = field(default_factory=dict)
    """Attributive amounts in one word (``billion-dollar``)."""
    glued_letters: str = r"(?!)"
    """Letters behind the digits that are scales (``1.4m people``)."""
    glued_before: str = r"(?!)"
    """What they scale, besides currencies and units."""
    per: Per = field(default_factory=Per)
    doubtful_fractions: Doubtful = Doubtful()
    doubtful_multiples: Doubtful = Doubtful()
    out_of: str = ""
    """Phrases that join the two numbers of a share (``three in four``)."""
    out_of_before: str = ""
    """What must, or may, stand before these: no article, the thing that is counted (``un foyer sur cinq``)."""
    not_out_of: str = r"(?!)"
    """What behind the second makes it something else (``one in three years``)."""


def cardinals(*rows: str) -> dict[str, Decimal]:
    """Number words from rows such as ``0 zero|nil``."""
    found: dict[str, Decimal] = {}
    for row in rows:
        value, _, names = row.partition(" ")
        found.update({name: Decimal(value) for name in names.split("|")})
    return found


def combined(tens: Mapping[str, int], ones: Mapping[str, int], form: str) -> dict[str, Decimal]:
    """Two-digit words out of tens and ones: ``{t}-{o}``, ``{o}und{t}``."""
    return {form.format(t=ten, o=one): Decimal(high + low) for ten, high in tens.items() for one, low in ones.items()}


def months(*names: str) -> dict[str, int]:
    """Twelve rows of names."""
    return {name: number for number, row in enumerate(names, start=1) for name in row.split("|")}


def units(*rows: tuple[str, str, str]) -> dict[str, tuple[str, Decimal]]:
    """Rows of names, base unit, factor."""
    return {name: (base, Decimal(factor)) for names, base, factor in rows for name in names.split("|")}


def any_of(words: Iterable[str] | str) -> str:
    """A pattern for any of some phrases, the longest first."""
    listed = words.split("|") if isinstance(words, str) else list(words)
    return f"(?:{'|'.join(_pattern_of(word) for word in sorted(listed, key=lambda word: -len(word)))}){_END}"


@cache
def compiled(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern, compiled once."""
    return re.compile(pattern, flags)
