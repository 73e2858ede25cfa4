"""Currency signs and codes before and behind an amount. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.figures import symbols
from checker.figures.numerals import NUMBER
from checker.patterns import regex

SIGN_BEFORE = regex(
    r"(?:(?<![A-Za-z0-9])(?P<code>" + "|".join(sorted(symbols.CODES)) + r")[ \u00a0]?"
    r"|(?<![A-Za-z])(?P<sign>"
    + "|".join(re.escape(sign) for sign in sorted(symbols.SIGNS, key=lambda one: -len(one)))
    + r")[ \u00a0]?)$"
)
_SIGNS = "€£¥₽₸₹₩₴₺₪₫₦"
SIGN_AFTER = regex(
    rf"(?:[ \u00a0\u202f](?![{_SIGNS}][0-9])|-)?(?P<sign>(?:US|AU|CA|HK|NZ|NT|[ACRS])\$(?![ \u00a0]?\d)|[{_SIGNS}]|\$(?![ \u00a0]?\d)|zł|Kč)|[ \u00a0\u202f](?P<code>"
    + "|".join(sorted(symbols.CODES))
    + r")(?![A-Za-z])"
)
_GLUED = (
    r"(?:(?<=(?<![A-Za-z0-9])(?:USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|HKD|SGD|MXN|BRL|RMB|KSh|TSh|USh|Lps))"
    r"|(?<=(?<![A-Za-z0-9])(?:Bs|Gs|Rs|RM|Rp|Tk))|(?<=(?<![A-Za-z0-9])[LQ]))"
)
"""Behind which letters digits may stand without a blank: ``USD500``, ``Rs500``, ``Q500``."""
_LETTERS = r"A-Za-z\u00c0-\u024f\u0400-\u04ff"
FIRST = regex(
    rf"(?:(?<![0-9_#@{_LETTERS}])|{_GLUED})(?<![0-9][.,/:])(?:(?<![{_LETTERS}][-/])|(?<=(?<![A-Za-z0-9])[SB]/))(?<![0-9]/)(?P<number>{NUMBER})"
)
"""A number that may begin a quantity."""
_CONFERENCE = regex(r"[0-9]{1,2}(?![0-9]|[.,][0-9]|[ \u00a0]?(?:m|M|b|B|tri|tn|mil|мл|тр|тыс|万|亿))")
_SCALE = r"(?P<scale{0}>T|k|K|m|mn|mln|M|bn|million|billion|Mio\.?|Mrd\.?)"
_MONEY = r"(?P<money{0}>EUR|USD|CHF|GBP|US\$|€|\$|£)"
SCALED_BEFORE = regex(
    r"(?<![0-9A-Za-z€$£.,])(?:(?<![0-9][ \u00a0])|(?<=[ \u00a0(](?:1[5-9]|20)[0-9]{2}[ \u00a0]))(?:"
    + _SCALE.format(1) + "[ \u00a0]?" + _MONEY.format(1)
    + "|" + _MONEY.format(2) + "[ \u00a0]?" + _SCALE.format(2)
    + r")[ \u00a0]$"
)  # fmt: skip
"""Scale and currency before an amount, as accounts print them: ``TEUR 8.642``, ``USD million 48.6``, ``€m 12.3``."""
_SCALES = {
    "T": Decimal("1e3"), "k": Decimal("1e3"), "K": Decimal("1e3"), "m": Decimal("1e6"), "mn": Decimal("1e6"), "mln": Decimal("1e6"),
    "M": Decimal("1e6"), "Mio": Decimal("1e6"), "million": Decimal("1e6"), "bn": Decimal("1e9"), "billion": Decimal("1e9"),
    "Mrd": Decimal("1e9"),
}  # fmt: skip
_DIGITS_BEHIND = regex(r"(?:mn?|mln|M|bn|k|[ \u00a0]?(?:million|billion|Mio\.?|Mrd\.?))?[ \u00a0]?[0-9]")
_YEAR = regex(r"(?:1[5-9]|20)[0-9]{2}")
_PRICES_OF = regex(r"(?<![^\W\d_])(?:in|at|constant|real|fixed|chained|to)[ \u00a0]$", re.IGNORECASE)
SIGN_HERE = regex(SIGN_BEFORE.pattern.removesuffix("$"))


def is_conference(sign: re.Match[str], text: str, at: int) -> bool:
    """Whether a sign and the number behind it are the name of a conference (``COP 26``), no Colombian pesos."""
    return sign["code"] == "COP" and _CONFERENCE.match(text, at) is not None


def unit_of(sign: re.Match[str]) -> str:
    """The currency of a match of one of the patterns."""
    return sign["code"] or symbols.SIGNS[sign["sign"]]


def scaled_before(sign: re.Match[str]) -> tuple[Decimal, str]:
    """Scale and currency of a match of :data:`SCALED_BEFORE`."""
    scale, money = sign["scale1"] or sign["scale2"], sign["money1"] or sign["money2"]
    return _SCALES[scale.rstrip(".")], symbols.SIGNS.get(money, money)


def is_year_before_money(text: str, start: int, number_end: int, money_end: int) -> bool:
    """Whether digits with money behind them are a year: that of other digits, or of prices.

    ``In 2020 €3 million was paid`` and ``$5 million in 2014 dollars``.
    """
    if _YEAR.fullmatch(text, start, number_end) is None or text[number_end : number_end + 1] not in (" ", "\u00a0"):
        return False
    if _DIGITS_BEHIND.match(text, money_end):
        return True
    dollars = text[number_end + 1 : money_end].lower().endswith("dollars")
    before = text[max(0, start - 12) : start]
    return dollars and (before.endswith("(") or _PRICES_OF.search(before) is not None)
