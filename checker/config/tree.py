"""YAML as a tree of texts that know where they stand.

Only what a hand-written settings file needs: maps, lists and texts. Every scalar is text (``NO``,
``12:30``, ``1e9`` and ``2019-02-30`` stay what they are), keys are unique, and what can make a small file
enormous or run code is refused: aliases, merge keys, tags, deep nesting.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from msgspec import Struct

from checker.errors import InputError, Problem

MAX_DEPTH = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Struct, frozen=True):
    """A place in the file, both 1-based."""

    line: int
    column: int


class Text(Struct, frozen=True):
    """A scalar, as written; ``plain`` if it stands without quotes."""

    value: str
    mark: Mark
    plain: bool = True


class Items(Struct, frozen=True):
    """A list."""

    values: tuple[Node, ...]
    mark: Mark


class Entries(Struct, frozen=True):
    """A map, in the order of the file: key, then value."""

    pairs: tuple[tuple[Text, Node], ...]
    mark: Mark


Node = Text | Items | Entries


def parse(text: str, name: str) -> Node | None:
    """Parse one YAML document; None for an empty one.

    Raises:
        InputError: what is wrong and where.
    """
    try:
        return _Builder(name, yaml.parse(text, Loader=_LOADER)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = (error.problem or "it does not parse").replace("\n", " ")
        raise InputError(Problem(name, line, column, f"not YAML: {problem}")) from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = "a control character that YAML does not allow; remove it"
        raise InputError(Problem(name, line, column, message)) from error
    except yaml.YAMLError as error:
        raise InputError(Problem(name, 1, 1, f"not YAML: {error}")) from error


class _Builder:
    """Builds the tree from the parser's events, checking depth before it goes down."""

    def __init__(self, name: str, events: Iterator[yaml.Event]) -> None:
        self._name = name
        self._events = events

    def document(self) -> Node | None:
        """The one document of the stream."""
        node = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._error(event, "a second YAML document; keep one, without '---' in between")
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, 1)
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            raise self._error(event, "an alias (*name); write the value out")
        tag = getattr(event, "tag", None)
        if tag:
            raise self._error(event, f"the tag {tag}; remove it")
        if depth > MAX_DEPTH:
            raise self._error(event, f"nested deeper than {MAX_DEPTH} levels; flatten it")
        if isinstance(event, yaml.ScalarEvent):
            return Text(event.value, _mark(event), plain=not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(depth)), _mark(event))
        return self._map(event, depth)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _map(self, start: yaml.Event, depth: int) -> Entries:
        pairs: list[tuple[Text, Node]] = []
        seen: dict[str, Text] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Text):
                raise self._error(event, "a key must be a word")
            if key.value == "<<":
                raise self._error(event, "a merge key (<<); write the entries out")
            if key.value in seen:
                first = seen[key.value].mark.line
                raise self._error(event, f"key '{key.value}' is here twice, first in line {first}; keep one of them")
            seen[key.value] = key
            pairs.append((key, self._node(next(self._events), depth + 1)))
        return Entries(tuple(pairs), _mark(start))

    def _error(self, event: yaml.Event, message: str) -> InputError:
        mark = _mark(event)
        return InputError(Problem(self._name, mark.line, mark.column, message))


def _mark(event: yaml.Event) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1) if start else Mark(1, 1)
