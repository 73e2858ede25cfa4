"""Whether a page's quantity is the one that is quoted: equal, or equal at the coarser of the two precisions. Pure."""

from __future__ import annotations

from decimal import Decimal

from checker.figures.facts import OnPage
from checker.figures.printed import Printed
from checker.model import Quantity

SHARE_STEP = Decimal("0.02")
"""How exact a fraction in words is: half may be 49 or 50.9 per cent, and is not 45."""
DOLLARS = frozenset("USD AUD CAD NZD HKD SGD TWD MXN".split())
KRONER = frozenset("SEK NOK DKK CZK ISK".split())


def compared(quantity: Quantity, own: Decimal, printed: Printed) -> OnPage | None:
    """Found where equal, rounded where equal at the coarser of the two precisions, else None; ``own`` is our step."""
    ours = Decimal(quantity.value)
    factor = _converted(quantity.unit, printed.unit)
    if factor is None:
        return None
    theirs, step = printed.value * factor, printed.quantum * factor
    if ours == theirs:
        return OnPage.FOUND
    if printed.worded and printed.unit == "share":
        step = SHARE_STEP * (100 if quantity.unit == "%" else 1)
    step = max(step, _coarse(printed) * factor)
    if step >= own:
        return OnPage.ROUNDED if _rounds(ours, theirs, step) else None
    return OnPage.ROUNDED if _rounds(theirs, ours, own) else None


def _rounds(exact: Decimal, coarse: Decimal, step: Decimal) -> bool:
    """Whether the exact value is the coarse one, rounded half up to a step; values apart from that by rounding are not."""
    if not step or exact * coarse < 0:
        return False
    return coarse - step / 2 <= exact < coarse + step / 2


def _coarse(printed: Printed) -> Decimal:
    """The step of the last digit that is no zero, where a whole number has at least two before its zeros."""
    if printed.worded or printed.number != printed.number.to_integral_value() or not printed.number:
        return Decimal(0)
    digits = str(int(abs(printed.number)))
    kept = digits.rstrip("0")
    return printed.quantum * 10 ** (len(digits) - len(kept)) if len(kept) >= 2 else Decimal(0)


def _converted(ours: str, theirs: str) -> Decimal | None:
    """What their values are multiplied by to be in our unit; None where the units differ."""
    if ours.casefold() == theirs.casefold():
        return Decimal(1)
    match ours, theirs:
        case "share", "%":
            return Decimal("0.01")
        case "%", "share":
            return Decimal(100)
        case ("JPY", "CNY") | ("CNY", "JPY"):
            return Decimal(1)  # one sign for both: ¥
    families = (DOLLARS, KRONER)
    if theirs in ("USD", "SEK", "CZK") and any(ours in family and theirs in family for family in families):
        return Decimal(1) if ours != "USD" else None
    return None
