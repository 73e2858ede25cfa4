"""Where the entries of sources.yml stand in its text, for those who edit it without touching anything else. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml
from msgspec import Struct, field

from checker.config import tree

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Value(Struct, frozen=True):
    """A scalar: where its key begins, its own span with quotes, and the sign it is written with.

    ``style`` is empty for a plain scalar, else ``'``, ``"``, ``|`` or ``>``.
    """

    key: int
    start: int
    end: int
    style: str


class Entry(Struct, frozen=True):
    """A map of scalars by key, and of small maps by theirs; lists are left out. ``flow`` if it is written in braces."""

    values: Mapping[str, Value]
    flow: bool
    maps: Mapping[str, Value] = field(default_factory=dict)


class Section(Struct, frozen=True):
    """A map of entries by id: where it begins, where the last thing in it ends; both the same if it is empty."""

    start: int
    end: int
    flow: bool


def entries(text: str, name: str, kind: str) -> Mapping[str, Entry]:
    """The entries of ``sources`` or ``figures``, by id.

    Raises:
        InputError: it is no YAML that we read.
    """
    tree.parse(text, name)  # refuses aliases and the like before anything is built
    root = yaml.compose(text, Loader=_LOADER)
    found = next((node for key, node in _pairs(root) if key.value == kind), None)
    return {key.value: _entry(node) for key, node in _pairs(found)}


def section(text: str, name: str, kind: str) -> Section | None:
    """Where the map of all ``sources`` or ``figures`` stands; None where there is none.

    Raises:
        InputError: it is no YAML that we read.
    """
    tree.parse(text, name)
    root = yaml.compose(text, Loader=_LOADER)
    for key, node in _pairs(root):
        if key.value == kind:
            empty = not isinstance(node, yaml.MappingNode) or not node.value
            flow = bool(getattr(node, "flow_style", False))
            end = key.end_mark.index
            return Section(end, end, flow) if empty else Section(node.start_mark.index, _end(node), flow)
    return None


def _entry(node: yaml.Node) -> Entry:
    values = {
        key.value: Value(key.start_mark.index, value.start_mark.index, value.end_mark.index, value.style or "")
        for key, value in _pairs(node)
        if isinstance(value, yaml.ScalarNode)
    }
    maps = {
        key.value: Value(key.start_mark.index, value.start_mark.index, _end(value), "{" if value.flow_style else "")
        for key, value in _pairs(node)
        if isinstance(value, yaml.MappingNode)
    }
    return Entry(values, bool(getattr(node, "flow_style", False)), maps)


def _end(node: yaml.Node) -> int:
    """Where the last thing of a node ends; the parser lets a block reach up to the next thing after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    return iter(node.value) if isinstance(node, yaml.MappingNode) else iter(())
