"""The strings of a JSON text with their paths and places. Pure and linear.

``json`` says what a text holds, not where it stands; this walks through the same text and does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker.patterns import regex
from checker.readers.flat import Writer

_TOKEN = regex(r"[{}\[\],:]|\"(?:[^\"\\]|\\.)*\"|[^\s{}\[\],:\"]+", re.DOTALL)
_ESCAPE = regex(r"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\.", re.DOTALL)
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
Path = tuple[str | int, ...]


class _Frame(Struct):
    """An open object or list, and where in it we are."""

    is_object: bool
    at: str | int = ""
    awaits_key: bool = True


def strings(raw: str) -> Iterator[tuple[Path, int, int]]:
    """Each string value of a valid JSON text: its path, and its span without quotes."""
    return ((path, one.start() + 1, one.end() - 1) for path, one in _values(raw) if one[0].startswith('"'))


def objects(raw: str) -> Iterator[tuple[Path, int]]:
    """Each object of a valid JSON text: its path, and where it opens."""
    return ((path, one.start()) for path, one in _values(raw) if one[0] == "{")


def _values(raw: str) -> Iterator[tuple[Path, re.Match[str]]]:
    """Each string, and each opening of an object or list, that is a value; with its path."""
    stack: list[_Frame] = []
    for match in _TOKEN.finditer(raw):
        word = match[0]
        top = stack[-1] if stack else None
        if word in "{[":
            yield tuple(frame.at for frame in stack), match
            stack.append(_Frame(word == "{", "" if word == "{" else 0))
        elif word in "}]":
            if stack:
                stack.pop()
        elif word == "," and top:
            top.awaits_key = True
            if isinstance(top.at, int):
                top.at += 1
        elif word.startswith('"'):
            if top and top.is_object and top.awaits_key:
                top.at, top.awaits_key = unescaped(word[1:-1]), False
            else:
                yield tuple(frame.at for frame in stack), match


def unescaped(body: str) -> str:
    """A string's body as it reads."""
    return _ESCAPE.sub(lambda match: _character(match[0]), body)


def copy(writer: Writer, start: int, end: int) -> None:
    """Write a string's body down as it reads."""
    last = start
    for match in _ESCAPE.finditer(writer.raw, start, end):
        writer.copy(last, match.start())
        writer.put(_character(match[0]), match.start())
        last = match.end()
    writer.copy(last, end)


def _character(escape: str) -> str:
    if escape.startswith("\\u"):
        units = bytes.fromhex("".join(escape.split("\\u")))
        return units.decode("utf-16-be", errors="replace")
    return _SHORT.get(escape[1], escape[1])
