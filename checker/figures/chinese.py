"""Chinese numerals: ``三百二十``, ``两万五千``, ``百分之六十``, ``三分之二``, ``四成``. Pure and linear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from checker.patterns import regex

_DIGITS = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_ONE = "[零〇一二两兩三四五六七八九十百千万萬亿億]"
_MEASURE = "[名位个個人户戶家]"
_LONGEST_PART = 3
_MOST_EACH = 100
NUMERAL = regex(
    rf"百分之(?P<percent>{_ONE}{{1,12}}(?:点{_ONE}{{1,6}})?|[0-9]{{1,3}}(?:\.[0-9]{{1,4}})?)"
    rf"|每(?P<each>[0-9]{{1,3}}|{_ONE}{{1,3}}){_MEASURE}[^，。；！？0-9]{{0,8}}?有(?:[近约大]{{0,2}})(?P<of_each>[0-9]{{1,3}}|{_ONE}{{1,3}}){_MEASURE}"
    rf"|(?P<bottom>{_ONE}{{1,3}})分之(?P<top>{_ONE}{{1,3}})"
    r"|(?P<tenths>[一二两兩三四五六七八九])成(?P<half>半)?(?![立为本员功果长交熟绩都语群品])"
    rf"|(?P<number>{_ONE}{{1,20}}(?:[多余餘][万萬亿億]{{1,2}})?(?P<and_half>半)?)"
)

_KANA = regex("[\u3041-\u30fa]")
_KANA_REACH = 12
_WORD_BEHIND = {"千万": regex("[别別不要记記注小勿莫]"), "千萬": regex("[别別不要记記注小勿莫]")}
"""What behind a numeral makes it an adverb: 千万别."""


def is_word(text: str, match: re.Match[str]) -> bool:
    """Whether a match of :data:`NUMERAL` is a word or a part of one: one of a thing, an idiom, Japanese."""
    if match["number"] == "一":
        return True
    if match["number"] == "千百万":
        return True
    behind = _WORD_BEHIND.get(match[0])
    if behind is not None and behind.match(text, match.end()):
        return True
    return _KANA.search(text, max(0, match.start() - _KANA_REACH), match.end() + _KANA_REACH) is not None


def read_numeral(match: re.Match[str]) -> tuple[Decimal, str] | None:
    """Value and unit (empty for a plain number) of a match of :data:`NUMERAL`; None where it is no number."""
    if match["percent"]:
        value = _decimal(match["percent"])
        return None if value is None else (value, "%")
    if match["each"]:
        return _of_each(match["each"], match["of_each"])
    if match["bottom"]:
        bottom, top = read(match["bottom"]), read(match["top"])
        return (Decimal(top) / bottom, "share") if bottom and top and top < bottom else None
    if match["tenths"]:
        return Decimal(_DIGITS[match["tenths"]]) / 10 + (Decimal("0.05") if match["half"] else 0), "share"
    number = read(re.sub("[多余餘]", "", match["number"].removesuffix("半")))
    return None if number is None else (Decimal(number), "")


def _of_each(each: str, of_each: str) -> tuple[Decimal, str] | None:
    """The share that ``每十名受访者中有八名`` tells; none of more than a hundred, which is a rate."""
    whole, part = (int(one) if one.isdecimal() and one.isascii() else read(one) for one in (each, of_each))
    return (Decimal(part) / whole, "share") if whole and part and part < whole <= _MOST_EACH else None


def _decimal(text: str) -> Decimal | None:
    if text[0].isascii():
        return Decimal(text)
    whole, _, decimals = text.partition("点")
    value = read(whole)
    digits = "".join(str(_DIGITS.get(ch, "")) for ch in decimals)
    return None if value is None else Decimal(f"{value}.{digits or 0}")


def read(text: str) -> int | None:
    """The value of a numeral, None where its characters make no number."""
    total, section, digit = 0, 0, -1
    for ch in text:
        if ch in _DIGITS:
            if digit > 0:
                return None
            digit = _DIGITS[ch]
        elif ch in _SMALL:
            section += (1 if digit < 0 else max(digit, 0)) * _SMALL[ch]
            digit = -1
        else:
            section += max(digit, 0)
            if not section and not total:
                return None
            total = (total + section) * _LARGE[ch] if section + total < _LARGE[ch] else total + section * _LARGE[ch]
            section, digit = 0, -1
    return total + section + max(digit, 0)


def numeral_starts(text: str, value: Decimal, unit: str) -> Iterator[int]:
    """Where numerals begin that could be a value; none for one of more than two digits, which nobody writes so."""
    digits = "".join(map(str, value.normalize().as_tuple().digits))
    if unit in ("share", "%"):
        for word in ("分之", "成", "一半"):
            at = text.find(word)
            while at >= 0:
                yield _begun(text, at)
                at = text.find(word, at + 1)
        yield from (match.start() for match in re.finditer("每", text))
    if len(digits) <= 2 and unit != "share":
        for pattern in _leads(digits[0]):
            for match in pattern.finditer(text):
                yield match.start()


def _begun(text: str, at: int) -> int:
    """Where the numeral begins that ends at an offset, and be it there."""
    start = at
    while start and at - start < _LONGEST_PART and text[start - 1] in _ONE:
        start -= 1
    return start


@cache
def _leads(digit: str) -> tuple[re.Pattern[str], ...]:
    """Where a numeral begins whose first digit this is; each pattern begins with a letter, which a search skips to."""
    letters = [letter for letter, value in _DIGITS.items() if str(value) == digit]
    letters += list("十百千") if digit == "1" else []
    return tuple(re.compile(rf"{letter}(?<!{_ONE}{letter})") for letter in letters)
