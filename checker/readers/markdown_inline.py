"""The signs of Markdown within a line, and the parts of a link (CommonMark, 6). Pure and linear."""

from __future__ import annotations

import re

from checker.patterns import regex
from checker.readers.addresses import PLACEHOLDER
from checker.readers.tags import ENTITY, decoded

TOKEN = regex(
    r"(?P<apart>\x00)"
    r"|(?P<note>\^\[)"
    r"|(?P<mark>\[\^(?P<key>[^\[\]\s]{1,100})\](?!:))"
    r"|(?P<bracket>!?\[)"
    r"|(?P<angled><(?P<bare>(?:https?|mailto|ftp|tel):[^\s<>]{1,8000})>)"
    r"|(?P<code><(?P<tag>pre|code|script|style|kbd|samp|textarea)\b[^<>]{0,500}>)"
    r"|(?P<anchor><[a-zA-Z][\w.-]{0,60}\s[^<>]{0,1500}?\bhref\s{0,3}=\s{0,3}\{?\s{0,3}(?:\"(?P<double>[^\"<>]{1,8000})\"|'(?P<single>[^'<>]{1,8000})'|`(?P<tick>[^`<>]{1,8000})`|(?P<open>[^\s\"'`<>{}]{1,8000}))\}?[^<>]{0,1500}>)"
    r"|(?P<close></a\s{0,5}>)"
    r"|(?P<html></?[a-zA-Z][\w.-]{0,60}(?:\s{1,60}[a-zA-Z_:@#][\w.:@-]{0,60}(?:\s{0,9}=\s{0,9}(?:\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'|\{[^{}<>]{0,500}\}|[^\s\"'=<>`]{1,500}))?){0,40}\s{0,9}/?>)"
    r"|(?P<mail>(?<!\w)mailto:[^\s<>()\[\]]{1,2000})"
    r"|(?P<address>https?://|(?<![\w/.@-])www\.)"
    r"|(?P<escape>\\(?P<escaped>[!-/:-@\[-`{-~]))"
    r"|(?P<entity>" + ENTITY.pattern + r")"
    r"|(?P<emphasis>(?<!\w)[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}(?!\w)|(?<=\S)\*{1,3}(?=\S))",
    re.IGNORECASE,
)
SOLID = regex(r"(?:(?!\]\()[^\s<>\x00\"“”„«»]|" + PLACEHOLDER + r"){0,8000}")
BAR = regex(r"(?<!\\)\|")
APART = "\x00"
"""Stands in the text for what is read apart."""
BLOCKS = frozenset("p div br li ul ol table tr td th h1 h2 h3 h4 h5 h6 details summary section blockquote hr".split())
DESTINATION = regex(r"\(\s{0,9}(?:<(?P<angled>[^<>\n]{0,8000})>|(?P<plain>[^\s<][^\s\x00]{0,8000})|(?=\)))")
REST = regex(r"(?:\s{1,9}(?:\"[^\"]{0,1000}\"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s{0,9}\)")
_ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")


def meant(written: str) -> str:
    """An address or words without escapes and entities."""
    return decoded(_ESCAPED.sub(r"\1", written))


def balanced(raw: str) -> str:
    """A destination up to the bracket that closes the link."""
    depth = 0
    escaped = False
    for index, ch in enumerate(raw):
        if escaped:
            escaped = False
        elif ch == "\\":
            escaped = True
        elif ch == "(":
            depth += 1
        elif ch == ")":
            if not depth:
                return raw[:index]
            depth -= 1
    return raw


def signed(text: str, starts: list[int]) -> str:
    """The text with a sign at each of some places."""
    parts, last = [], 0
    for start in starts:
        parts += [text[last:start], APART]
        last = start + 1
    return "".join([*parts, text[last:]])
