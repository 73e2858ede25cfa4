"""Typing the texts of sources.yml. Each kind of text has one reader and the pattern editors check it by."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from checker import dates, urls
from checker.figures.quantities import parse_quantity
from checker.model import Qualifier, Quantity, Role
from checker.reasons import Reason

_PART = r"\d{4}(?:-(?:Q[1-4]|\d{2}(?:-\d{2})?))?"
ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$"


class Kind(Struct, frozen=True):
    """One kind of text: how it is read (``ValueError`` says what is wrong) and its JSON Schema."""

    read: Callable[[str], Any]
    schema: Mapping[str, Any]


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("empty; give a text or remove the key")
    return " ".join(value.split())


def _address(value: str) -> str:
    return urls.normalise(value)


def _day(value: str) -> date:
    parsed = dates.parse(value)
    if parsed.precision is not dates.Precision.DAY:
        raise ValueError(f"'{value}' is not a day; write 2019-04-05")
    return parsed.first


def _year_end(value: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{2})-(\d{2})", value, re.ASCII)
    try:
        if match is None:
            raise ValueError
        day = date(2000, int(match[1]), int(match[2]))
    except ValueError:
        raise ValueError(f"'{value}' is not a day of the year; write 06-30") from None
    return day.month, day.day


def _switch(value: str) -> bool:
    known = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}
    if value.lower() not in known:
        raise ValueError(f"'{value}' is neither on nor off")
    return known[value.lower()]


def _seconds(value: str) -> float:
    match = re.fullmatch(r"(\d{1,4}(?:\.\d{1,3})?) ?(ms|s|min)?", value, re.ASCII)
    if match is None or not float(match[1]):
        raise ValueError(f"'{value}' is not a length of time; write 20s")
    return float(match[1]) * {"ms": 0.001, "min": 60.0}.get(match[2] or "s", 1.0)


def number(most: float, *, whole: bool) -> Kind:
    """A positive number that sources.yml may only lower: above ``most`` it is refused."""

    def read(value: str) -> float | int:
        if not re.fullmatch(r"\d{1,6}" if whole else r"\d{1,6}(?:\.\d{1,3})?", value, re.ASCII) or not float(value):
            raise ValueError(f"'{value}' is not a positive {'whole ' if whole else ''}number")
        if float(value) > most:
            raise ValueError(f"{value} is above {most:g}; raise it on the command line, not here")
        return int(value) if whole else float(value)

    pattern = r"^\d{1,6}$" if whole else r"^\d{1,6}(\.\d{1,3})?$"
    return Kind(read, {"pattern": pattern, "exclusiveMinimum": 0, "maximum": most, **_SCALAR})


def status(value: str) -> int:
    """An HTTP error status."""
    if not re.fullmatch(r"[3-9]\d\d", value, re.ASCII):
        raise ValueError(f"'{value}' is not an HTTP error status; write 403")
    return int(value)


def choice(*values: str) -> Kind:
    """One of some words."""

    def read(value: str) -> str:
        if value not in values:
            raise ValueError(f"'{value}' is none of {', '.join(values)}")
        return value

    return Kind(read, {"enum": list(values)})


# YAML libraries type unquoted texts each in their own way (NO is false to some), so no "type" is asked for.
_SCALAR: Mapping[str, Any] = {"not": {"type": ["object", "array", "null"]}}

TEXT = Kind(_text, {"pattern": r"\S", **_SCALAR})
ADDRESS = Kind(_address, {"type": "string", "pattern": r"^https?://"})
PERIOD = Kind(dates.parse, {"pattern": f"^{_PART}(?:/{_PART})?$", "minimum": 1000, "maximum": 9999, **_SCALAR})
DAY = Kind(
    _day,
    {"pattern": r"^\d{4}-\d{2}-\d{2}$", "not": {"type": ["object", "array", "boolean", "null", "number"]}},
)
SPAN = Kind(
    dates.parse_span,
    {"type": "string", "pattern": r"^\d{1,4} *(day|week|month|quarter|year)s?$"},
)
YEAR_END = Kind(_year_end, {"type": "string", "pattern": r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"})
SWITCH = Kind(_switch, {"enum": ["on", "off", "yes", "no", "true", "false", True, False]})
SECONDS = Kind(_seconds, {"pattern": r"^\d{1,4}(\.\d{1,3})? ?(ms|s|min)?$", "exclusiveMinimum": 0, **_SCALAR})
STATUS = Kind(status, {"pattern": r"^[3-9]\d\d$", "minimum": 300, "maximum": 999, **_SCALAR})
REASON = Kind(lambda value: Reason(choice(*Reason).read(value)), {"type": "string", "pattern": r"^[a-z0-9-]+$"})
ROLE = Kind(lambda value: Role(choice(*Role).read(value)), {"enum": list(Role)})
QUALIFIER = Kind(lambda value: Qualifier(choice(*Qualifier).read(value)), {"enum": list(Qualifier)})


def _quantity(value: str) -> Quantity:
    return parse_quantity(value)


QUANTITY = Kind(_quantity, {"type": "string", "pattern": r"\S"})
