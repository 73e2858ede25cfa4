"""The periods a text speaks of, each with the words it was read from. Pure and linear; the words are data.

A period serves as the date of a figure only where the text uses it so: "since 2012" tells of something
else. Eras other than the common one and dates such as 03/04/2019 are unknown, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import IntEnum
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from checker import dates
from checker.dates import PartialDate, Precision
from checker.figures.languages import LEXICONS
from checker.figures.lexicon import Dating, compiled
from checker.figures.period_pattern import BEFORE, pattern
from checker.figures.same_period import same_as
from checker.patterns import regex

REACH = 44


_CLOSED = regex(r"的?(?:调查|数据|统计|普查|资料|数字|估计)?[)）]")
"""What may end a bracket that holds nothing but a date, or whose data it is."""
_FROM = regex(r"(?:between|from|zwischen|von|vom|entre|de|du|del|desde|с|со|между|от)$", re.IGNORECASE)
"""What opens a range of two dates."""


_OBJECT = regex(
    r"[ \u00a0](?:(?:some|about|over|more than|rund|etwa|mehr als|über|environ|plus de|près de|unos|unas|más de|casi|около|более|свыше|почти)[ \u00a0])?[0-9]",
    re.IGNORECASE,
)
"""What was built or opened at that time, which it dates: ``a créé en 2019 1 200 emplois``."""
Found = tuple[int, int, PartialDate, bool]
"""Where a date stands, what it is, and whether it is a decade."""


class Use(IntEnum):
    """Whether a period can date a figure: never, where nothing else does, what stands before it, in brackets, plainly."""

    NEVER = 0
    WEAK = 1
    SUBJECT = 2
    BRACKETED = 3
    PLAIN = 4


class Period(Struct, frozen=True):
    """A period in a text: its span, its value, the words, and how the text uses it; ``opens`` where that is the time of an opening."""

    start: int
    end: int
    value: PartialDate
    words: str
    use: Use
    lead: str = ""
    opens: bool = False
    joined: bool = False
    """Whether two dates make it (``between 2015 and 2019``)."""

    @property
    def has_two_ends(self) -> bool:
        """Whether of ``from A to B`` in it the one belongs to its first part and the other to its last: no season."""
        value = self.value
        years = value.text.replace("/", "").isdigit() and value.last.year - value.first.year > 1
        return value.precision is Precision.RANGE and (self.joined or years)


@cache
def reader(code: str) -> PeriodReader:
    """The reader of periods of a language."""
    return PeriodReader(LEXICONS[code].dating)


class PeriodReader:
    """Reads the periods of texts in one language."""

    def __init__(self, dating: Dating) -> None:
        self.dating = dating
        self._pattern = re.compile(pattern(dating), re.IGNORECASE)
        self._use = compiled(rf"(?<![^\W\d_]){dating.use}" if dating.use != r"(?:)$" else r"$")
        self._avoid = compiled(rf"(?<![^\W\d_]){dating.avoid}" if not dating.date_first else dating.avoid)
        self._after = compiled(dating.after)
        self._opening = compiled(rf"(?<![^\W\d_]){dating.opening}")
        self._opening_after = compiled(dating.opening_after)
        self._plural_before = compiled(rf"(?<![^\W\d_]){dating.plural_before}")
        self._published = compiled(rf"(?<![^\W\d_])(?:{dating.published})")
        word_end = "" if dating.date_first else r"(?![^\W_])"
        self._quarters = compiled(rf"{BEFORE}(?:{dating.quarter}){word_end}")
        self._joined = compiled(dating.joined)
        self._through = compiled(dating.through)
        self._years = compiled(r"(?<![^\W\d_])(?:years|années|años|годах|годы)[ \u00a0]$")
        self._attributive = compiled(dating.attributive)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Period]:
        """The periods between two offsets, in order."""
        end = len(text) if end is None else end
        values = self._with_quarters(text, self._with_same(text, start, list(self._values(text, start, end))), end)
        found = [self._used(text, start, *one) for one in values]
        return list(self._joined_up(text, found))

    def _values(self, text: str, start: int, end: int) -> Iterator[Found]:
        for match in self._pattern.finditer(text, start, end):
            try:
                value = self._value(match)
            except (ValueError, KeyError):
                continue
            if value is not None:
                yield match.start(), match.end(), value, match["decade"] is not None

    def _with_same(self, text: str, floor: int, found: Sequence[Found]) -> Sequence[Found]:
        """The periods of a sentence with what ``the same quarter of 2022`` means in it."""
        known: list[Found] = []
        words = (self.dating.same, self.dating.same_behind)
        for one in found:
            others = [(other[0], other[2]) for other in found if other is not one]
            year = (one[0], one[1], one[2].first.year)
            same = same_as(text, floor, year, others, words) if one[2].precision is Precision.YEAR else None
            known.append((same.start, same.end, same.value, False) if same else one)
        return known

    def _with_quarters(self, text: str, found: Sequence[Found], end: int) -> Sequence[Found]:
        """The periods of a sentence and the quarters in it that leave out the year: those next to one before them."""
        anchors = [one for one in found if one[2].precision is Precision.QUARTER]
        if not anchors:
            return found
        more: list[Found] = []
        for match in self._quarters.finditer(text, anchors[0][1], end):
            anchor = [one for one in anchors if one[1] <= match.start()][-1][2]
            group = {"qy": str(anchor.last.year), "qy2": None, "qd": None, "qd2": None, "qd3": None}
            value = self._quarter({**group, **match.groupdict()})
            apart = not any(one[0] < match.end() and match.start() < one[1] for one in found)
            if apart and abs(value.last.month - anchor.last.month) == 3:
                more.append((match.start(), match.end(), value, False))
        return sorted([*found, *more], key=lambda one: one[0])

    def _value(self, match: re.Match[str]) -> PartialDate | None:
        group = match.groupdict()
        if group["iso"]:
            return dates.parse(group["iso"])
        if group["dots"]:
            day, month, year = (int(part) for part in group["dots"].split("."))
            return dates.day(date(year, month, day))
        if group["dy"]:
            return _of(int(group["dy"]), self._month(group["dm"]), group["dd"])
        if group["my"]:
            last = _of(int(group["my"]), self._month(group["mm"]), group["md"])
            first = group.get("m0")
            return dates.span(dates.month(int(group["my"]), self._month(first)), last) if first else last
        if group["qy"] or group["qy2"]:
            return self._quarter(group)
        if group["hy"]:
            return self._half(group)
        if group["ny"]:
            return self._months(group)
        if group.get("fy"):
            first = 2000 + int(group["fy"])
            return _range(str(first), group["fz"]) if group["fz"] else dates.year(first)
        if group["from"]:
            return _range(group["from"], group["to"])
        return dates.year(int(group["year"]))

    def _month(self, name: str) -> int:
        said = re.sub(r"\s", "", name.lower()).rstrip(".")
        return self.dating.months[f"{said}月" if said.isdecimal() else said]

    def _quarter(self, group: dict[str, str | None]) -> PartialDate:
        year = int(group["qy"] or group["qy2"] or "0")
        digit = group.get("q2") or group["qd"] or group["qd2"] or group["qd3"]
        return dates.quarter(year, int(digit) if digit else self._ordinal(group.get("q") or ""))

    def _half(self, group: dict[str, str | None]) -> PartialDate:
        year = int(group["hy"] or "0")
        digit = group.get("h2")
        number = int(digit) if digit else self._ordinal(group.get("h") or group.get("h3") or "")
        first = dates.month(year, 6 * number - 5)
        return dates.span(first, dates.month(year, 6 * number))

    def _months(self, group: dict[str, str | None]) -> PartialDate:
        """The first months of a year: nine for three quarters."""
        year, known = int(group["ny"] or "0"), self.dating.small
        said, quarters = (group.get("n") or "").lower(), group.get("nq")
        number = 3 * (known.get(quarters) or int(quarters)) if quarters else known.get(said) or int(said)
        return dates.span(dates.month(year, 1), dates.month(year, number))

    def _ordinal(self, said: str) -> int:
        said = said.lower()
        known = self.dating.ordinals
        if said in known:
            return known[said]
        number = next((value for name, value in known.items() if len(name) > 2 and said.startswith(name)), None)
        if number is None:
            number = int(said[0])
        return number

    def _used(self, text: str, floor: int, start: int, end: int, value: PartialDate, decade: bool) -> Period:
        before = text[max(floor, start - REACH) : start]
        dating = self.dating
        avoided = self._avoid.search(before)
        used = self._use.search(before)
        first = start - len(before) + used.start() if used else start
        lead = used[0].strip().lower() if used else ""
        opens = self._opens(text, before, end)
        if decade or self._after.match(text, end):
            use = Use.NEVER
        elif opens is not None:
            use = opens
        elif value.precision is Precision.DAY and self._published.search(before):
            use = Use.NEVER
        elif avoided is not None and self._has_ends(text[start:end], value) and _FROM.search(avoided[0].strip()):
            use = Use.PLAIN
        elif avoided is not None and (used is None or avoided.start() <= used.start()):
            use, lead = Use.NEVER, avoided[0].strip().lower()
            first = start - len(before) + avoided.start()
        elif used is not None and not dating.date_first:
            use = Use.PLAIN
        elif before.endswith(("(", "（", "[")) and not (dating.date_first and _CLOSED.match(text, end) is None):
            use = Use.PLAIN if text[end : end + 1] == ":" else Use.BRACKETED
        elif dating.date_first or dating.bare_years or "-" in value.text:
            use = Use.PLAIN
        elif (
            not before.strip(' \u00a0\n*_|#•-\u2013"“')
            or text[end : end + 1] == ":"
            or self._attributive.match(text, end)
        ):
            use = Use.WEAK
        else:
            use = Use.NEVER
        return Period(first, end, value, text[first:end].strip(), use, lead, opens is not None)

    def _has_ends(self, words: str, value: PartialDate) -> bool:
        """Whether a period is told by its first and last part: no half-year, and not ``the first five months``."""
        month = re.match(r"[^\W\d_]+", words)
        return value.precision is Precision.RANGE and (month is None or month[0].lower() in self.dating.months)

    def _opens(self, text: str, before: str, end: int) -> Use | None:
        """Whether a period is that of an opening, and then whether it dates what was opened: many things, not one."""
        if _OBJECT.match(text, end):
            return None
        behind = self._opening_after.match(text, end)
        if behind is not None:
            return Use.SUBJECT if self._plural_before.search(before) else Use.NEVER
        ahead = self._opening.search(before)
        if ahead is None:
            return None
        return Use.SUBJECT if ahead.re.groups and ahead["plural"] else Use.NEVER

    def _joined_up(self, text: str, found: list[Period]) -> Iterator[Period]:
        """``between 2015 and 2019`` and ``from May to July 2020`` are one period."""
        index = 0
        while index < len(found):
            one = found[index]
            other = found[index + 1] if index + 1 < len(found) else None
            if other is not None:
                joint = self._joined.match(text, one.end)
                body = text[one.end : other.end]
                lead = text[max(0, one.start - 9) : one.start].rstrip()
                opened = _FROM.search(one.lead) or (one.opens and _FROM.search(lead)) or self._lists(text, one, other)
                plain = (
                    joint is not None
                    and other.end - joint.end() <= 24
                    and joint.end() >= other.start - 1
                    and len(body) <= 40
                )
                if plain and opened and one.value.first < other.value.first and not self.dating.date_first:
                    yield replace(
                        other,
                        start=one.start,
                        value=dates.span(one.value, other.value),
                        words=text[one.start : other.end].strip(),
                        use=Use.NEVER if one.opens else Use.PLAIN,
                        joined=True,
                    )
                    index += 2
                    continue
            yield one
            index += 1

    def _lists(self, text: str, one: Period, other: Period) -> bool:
        """Whether two years are the first and the last of some: ``in the years 2021 to 2024``, ``2021 bis 2024``."""
        if not one.value.precision is other.value.precision is Precision.YEAR:
            return False
        through = self._through.match(text, one.end)
        first = one.end - len(one.value.text)
        plural = self.dating.bare_years or self._years.search(text, max(0, first - 12), first) is not None
        return plural and through is not None and other.end - through.end() == len(other.value.text)


def _of(year: int, month: int, day: str | None) -> PartialDate:
    return dates.day(date(year, month, int(day))) if day else dates.month(year, month)


def _range(first: str, last: str) -> PartialDate:
    """``2018–19`` and ``2018–2019``."""
    full = last if len(last) == 4 else first[:2] + last
    return dates.span(dates.year(int(first)), dates.year(int(full)))
