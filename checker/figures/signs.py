"""Currency signs and codes before and behind an amount."""

from __future__ import annotations

import re

from checker.figures import symbols

SIGN_BEFORE = re.compile(
    r"(?:(?<![A-Za-z0-9])(?P<code>" + "|".join(sorted(symbols.CODES)) + r")[ \u00a0]?"
    r"|(?<![A-Za-z])(?P<sign>"
    + "|".join(re.escape(sign) for sign in sorted(symbols.SIGNS, key=lambda one: -len(one)))
    + r")[ \u00a0]?)$"
)
SIGN_AFTER = re.compile(
    r"[ \u00a0\u202f-]?(?P<sign>(?:US|AU|CA|HK|NZ|NT|[ACRS])\$(?![ \u00a0]?\d)|[€£¥₽₸₹₩₴₺₪₫₦]|\$(?![ \u00a0]?\d)|zł|Kč)|[ \u00a0\u202f](?P<code>"
    + "|".join(sorted(symbols.CODES))
    + r")(?![A-Za-z])"
)
SIGN_HERE = re.compile(SIGN_BEFORE.pattern.removesuffix("$"))


def unit_of(sign: re.Match[str]) -> str:
    """The currency of a match of one of the patterns."""
    return sign["code"] or symbols.SIGNS[sign["sign"]]
