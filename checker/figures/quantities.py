"""Quantities written by themselves, such as ``11.07 billion USD``: the values of sources.yml. Pure.

English is tried first (Russian and Chinese where the script says so), then every other language by its own
rules, so that ``11,07 Mrd. Euro`` is read too.
"""

from __future__ import annotations

from decimal import Decimal

from checker.figures import symbols
from checker.figures.grammar import Grammar, grammar
from checker.figures.languages import LEXICONS, language_of
from checker.figures.numerals import NUMBER, narrowed, simplest
from checker.figures.printed import Printed
from checker.model import Quantity
from checker.patterns import regex

HINT = "write 11.07 billion USD, 40 bcm, 12 %, 8 ratio or 43833 deaths"
MOST = 80
_NUMBER = regex(rf"(?P<number>{NUMBER})")
_NOUN = regex(r"[^\W\d_][\w /°³².'’-]{0,59}")
_OWN = {"ratio": "ratio", "times": "ratio", "x": "ratio", "share": "share", "percent": "%"}


def parse_quantity(text: str) -> Quantity:
    """Read a whole text as one quantity, in base units.

    Raises:
        ValueError: not a quantity; the message shows how to write one.
    """
    shown = text.strip()[:60]
    text = narrowed(" ".join(text.split()))
    if len(text) > MOST:
        raise ValueError(f"'{shown}…' is too long for a quantity; {HINT}")
    negative = text.startswith(("-", "−"))
    body = text.lstrip("-−").strip()
    own = language_of(body)
    for code in dict.fromkeys((own if own in ("ru", "zh") else "en", own, *LEXICONS)):
        found = _read(body, grammar(code))
        if found is not None:
            value, unit = found
            return Quantity(simplest(-value if negative else value), unit)
    raise ValueError(f"'{shown}' {_complaint(body)}; {HINT}")


def _complaint(body: str) -> str:
    printed = _printed(body, grammar("en"))
    if printed is None:
        return "is not a quantity"
    return "has no unit" if not body[printed.end :].strip() else "is not a quantity or names two units"


def _read(body: str, rules: Grammar) -> tuple[Decimal, str] | None:
    """Value and unit where the whole is one quantity in that language."""
    printed = _printed(body, rules)
    if printed is None:
        return None
    rest = body[printed.end :].strip()
    if printed.unit:
        same = not rest or rest.upper() == printed.unit or (printed.unit == "USD" and rest.upper() in symbols.CODES)
        return (printed.value, rest.upper() if rest.upper() in symbols.CODES else printed.unit) if same else None
    unit = _OWN.get(rest.lower()) or (rest if _NOUN.fullmatch(rest) else "")
    if rest.upper() in symbols.CODES:
        unit = rest.upper()
    return (printed.value, unit) if unit and not _is_scale(rest, rules) else None


def _is_scale(rest: str, rules: Grammar) -> bool:
    """Whether a word that only another language scales by stands where the noun should."""
    return any(
        rest.lower().startswith(name.lower())
        for code, one in LEXICONS.items()
        if code != rules.lexicon.code
        for name in one.scales
        if len(name) > 1
    )


def _printed(body: str, rules: Grammar) -> Printed | None:
    match = _NUMBER.search(body)
    if match is not None and match.start() <= 5:
        printed = rules.at(body, match, len(body))
        return printed if printed is not None and printed.start == 0 else None
    return rules.words_at(body, 0, len(body)) if body else None
