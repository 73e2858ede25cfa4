"""Units told once for two figures: ``42 bcm in 2022, against 38 billion in 2021``, ``17.4 million … 16 million``. Pure.

A number that is compared with a figure, begins ``from A to B`` or stands beside another date than that has its unit,
where nothing is named behind it and it is of the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from checker.figures.comparing import begins_pair, is_compared_with, is_reached
from checker.figures.context import Clauses
from checker.figures.lexicon import compiled
from checker.figures.nouns import is_numbered, noun_behind
from checker.figures.periods import Use
from checker.figures.printed import Printed
from checker.figures.symbols import CODES

_OF_WHICH = compiled(
    r"(?<![^\W\d_])(?:of wh(?:ich|om)|of them|davon|dont|de los cuales|de las cuales|de ellos|de ellas|из них|其中)[ \u00a0:]{0,2}$"
)
_ENDS = compiled(r"[ \u00a0]?(?:[.,;:)，。；、）](?![0-9])|$)")
_AND_TIME = compiled(r",?[ \u00a0](?:and|und|et|y|и)[ \u00a0](?:(?:in|en|в)[ \u00a0])?(?:1[89]|20)[0-9]{2}(?![0-9])")
_AND = compiled(r",?[ \u00a0](?:and|und|et|y|и)[ \u00a0][^,;:()]{1,32}$")
_NEAR = 12
"""Characters between a number and its date (``im Jahr``, ``на конец``)."""
_MILLION = Decimal(1_000_000)
_ORDER, _BARE_ORDER = 100, 10
_NO_UNIT = ("share", "ratio")


def carried(context: Clauses) -> Clauses:
    """A sentence whose figures have the units that it tells with another of them."""
    figures = list(_with_letters(context))
    context = replace(context, figures=tuple(figures))
    for index, one in enumerate(figures):
        if not one.unit and not one.zero and stands_alone(context, one):
            figures[index] = _with_unit(replace(context, figures=tuple(figures)), index) or one
    return replace(context, figures=tuple(figures))


def _with_letters(context: Clauses) -> Iterator[Printed]:
    """The figures; an ``m`` behind digits is a million where one before was: ``3.1m people in January, 6.4m in May``."""
    counted = False
    for one in context.figures:
        letter = context.text[one.number_end : one.end] == "m"
        if counted and letter and one.unit == "m":
            value = one.number * _MILLION
            yield replace(one, unit="", scaled=True, value=value, scale=_MILLION, quantum=one.quantum * _MILLION)
        else:
            yield one
        counted = counted or (letter and one.scale == _MILLION and not one.unit)


def noun_partners(context: Clauses, index: int) -> Sequence[Printed]:
    """The numbers whose noun another one may share, which is compared with them or begins a pair with the next."""
    one = context.figures[index]
    earlier = [other for other in context.figures[:index] if not other.unit][-1:]
    before = context.text[max(context.start, one.start - _NEAR) : one.start]
    if earlier and one.bare and not one.worded and _OF_WHICH.search(before):
        return earlier if one.value < earlier[0].value else ()
    if one.unit or not stands_alone(context, one):
        return ()
    if earlier and (is_compared_with(context, one) or is_reached(context, one)):
        return earlier
    following = context.figures[index + 1 : index + 2]
    alike = [other for other in following if not other.unit and _is_near(one.value, other.value, _ORDER)]
    return alike if alike and _begins(context, index) else ()


def stands_alone(context: Clauses, one: Printed) -> bool:
    """Whether nothing is named behind a number but its time."""
    text = context.text
    if one.noun_after or not (one.scaled or one.bare) or (one.bare and one.worded):
        return False
    if is_numbered(text, one.start, context.lexicon):
        return False
    if _ENDS.match(text, one.end) or _dated_behind(context, one) or _AND_TIME.match(text, one.end):
        return True
    if one.scaled and context.lexicon.dating.date_first:
        return noun_behind(text, one.end, context.end, context.lexicon) is None
    relative = context.lexicon.relative
    linked = compiled(rf"[ \u00a0](?:d['’]|de[ ])?(?:{relative.past})").match(text, one.end, context.end)
    joined = compiled(rf"[ \u00a0]?(?:{context.lexicon.telling.target})(?![^\W\d_])").match(text, one.end)
    return linked is not None or (one.scaled and joined is not None)


def _dated_behind(context: Clauses, one: Printed) -> bool:
    return any(0 <= period.start - one.end <= 2 for period in context.periods)


def _with_unit(context: Clauses, index: int) -> Printed | None:
    one = context.figures[index]
    before = [other for other in context.figures[:index] if other.unit and other.unit not in _NO_UNIT][-1:]
    if before and (
        (one.scaled and before[0].unit in CODES)
        or is_compared_with(context, one)
        or _are_of_two_times(context, before[0], one)
    ):
        return _given(one, before[0])
    following = context.figures[index + 1 : index + 2]
    if following and _goes_on(context, one, following[0]):
        return _given(one, following[0])
    given = _given(one, following[0]) if following and following[0].unit not in ("", *_NO_UNIT) else None
    if given is None:
        return None
    figures = [*context.figures[:index], given, *context.figures[index + 1 :]]
    return given if _begins(replace(context, figures=figures), index) else None


def _goes_on(context: Clauses, one: Printed, following: Printed) -> bool:
    """Whether a number and the figure behind it are told of two times: ``was 7.4 in 2019 and in 2020 8.9 per cent``."""
    between = context.text[one.end : following.start]
    dated = any(one.end <= period.start and period.end <= following.start for period in context.periods)
    return following.unit not in ("", *_NO_UNIT) and one.value % 1 != 0 and dated and _AND.match(between) is not None


def _begins(context: Clauses, index: int) -> bool:
    one, following = context.figures[index], context.figures[index + 1]
    told = any(one.end <= period.start and period.end <= following.start for period in context.periods)
    nobody: list[int | None] = [None] * len(context.figures)
    return begins_pair(context, index, nobody, [False] * len(context.figures), told=told)


def _are_of_two_times(context: Clauses, before: Printed, one: Printed) -> bool:
    """Whether both figures have dates of their own beside them, and nothing but that tells them apart."""
    dates = [period for period in context.periods if period.use is not Use.NEVER]
    between = [period for period in dates if before.end <= period.start and period.end <= one.start]
    behind = [period for period in dates if 0 <= period.start - one.end <= _NEAR]
    reach = 2 * _NEAR if one.scaled else _NEAR
    ahead = [period for period in between if 0 <= one.start - period.end <= reach]
    if any(before.end <= other.start and other.end <= one.start for other in context.figures):
        return False
    if behind:
        return bool(between) or any(period.end <= before.start for period in dates)
    others = [period for period in dates if period not in ahead and period.end <= one.start]
    told = one.scaled and _is_near(one.value * before.factor, before.value, _BARE_ORDER)
    return bool(ahead) and (bool(others) or told)


def _given(one: Printed, partner: Printed) -> Printed | None:
    """A number with the unit of a figure, and its scale where it has none itself; None where they are not of one order."""
    factors = [partner.scale] if one.bare else [partner.factor]
    factors += [partner.factor / one.scale] if one.scaled and partner.factor >= one.scale else []
    most = _BARE_ORDER if one.bare else _ORDER
    fitting = [factor for factor in factors if _is_near(one.value * factor, partner.value, most)]
    if not fitting or (one.bare and one.number == one.number.to_integral_value() and 1500 <= one.number <= 2100):
        return None
    factor = fitting[0]
    return replace(
        one,
        unit=partner.unit,
        value=one.value * factor,
        quantum=one.quantum * factor,
        scale=one.scale * factor,
        factor=partner.factor,
        bare=False,
    )


def _is_near(one: Decimal, other: Decimal, most: int) -> bool:
    return abs(one) < abs(other) * most and abs(other) < abs(one) * most
