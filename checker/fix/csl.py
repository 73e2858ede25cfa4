"""Mending CSL-JSON: the copy in ``custom``, since CSL has no variable for it (schema#387, #462). Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from checker.fix.edits import Edit, insertion
from checker.fix.remedy import CannotError, Reads, Remedy, RemedyKind, Spot, Style, Way, instead, spellings
from checker.patterns import regex
from checker.readers import jsontext

_KEY = regex(r"[{,](\s{0,400})\"(?:URL|url)\"(\s{0,20}:\s{0,20})\"$")
_OPEN = regex(r"\{(\s{0,400})(\})?")


class Csl:
    """The places of one bibliography."""

    def __init__(self, text: str) -> None:
        self.text = text
        try:
            self._items: Any = json.loads(text)
        except (ValueError, RecursionError):
            self._items = None
            return
        self._paths = {start: path for path, start, _ in jsontext.strings(text)}
        self._objects = dict(jsontext.objects(text))

    def ways(self, spot: Spot, remedy: Remedy, style: Style | None) -> Iterator[Way]:
        """One way, whatever the style: the format has a place for programs."""
        if remedy.kind is RemedyKind.MOVED:
            return instead(spot, spellings(spot, remedy.address, _string(remedy.address)[1:-1]))
        return self._noted(spot, remedy)

    def _noted(self, spot: Spot, remedy: Remedy) -> Iterator[Way]:
        if self._items is None:
            raise CannotError("the file is no valid JSON; mend it first")
        head = _KEY.search(self.text, max(0, spot.start - 500), spot.start)
        if head is None:
            raise CannotError(f'add by hand: "custom": {{"archive_url": {_string(remedy.address)}}}')
        gap, colon = head[1], head[2]
        given = [f'"archive_url"{colon}{_string(remedy.address)}']
        if remedy.day:
            given.append(f'"archive_date"{colon}{_string(remedy.day.isoformat())}')
        there = self._custom(spot)
        if there is None:
            added = f',{gap}"custom"{colon}{{{", ".join(given)}}}'
            yield Way((insertion(spot.end + 1, added),), Reads.FIELD)
            return
        inner, closed = there[1], there[2]
        if closed:
            yield Way((Edit(there.start(), there[0], f"{{{', '.join(given)}}}"),), Reads.FIELD)
        else:
            yield Way((insertion(there.end(), "".join(f"{one},{inner or ' '}" for one in given)),), Reads.FIELD)

    def _custom(self, spot: Spot) -> re.Match[str] | None:
        """Where the item's ``custom`` opens, if it has one.

        Raises:
            CannotError: it is no object, or names a copy already.
        """
        path = self._paths[spot.start][:-1]
        item = self._items
        for step in path:
            item = item[step]
        custom = item.get("custom")
        if custom is None:
            if "custom" in item:
                raise CannotError("'custom' is null; remove it first")
            return None
        if not isinstance(custom, dict):
            raise CannotError("'custom' is no object; add the copy by hand")
        if "archive_url" in custom or "archive_date" in custom:
            raise CannotError("'custom' names an archived copy already", refused=False)
        return _OPEN.match(self.text, self._objects[*path, "custom"])


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
