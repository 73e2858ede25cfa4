"""Which format a document has: by the ending of its name, else by what it holds. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.patterns import regex

_ENDINGS: Mapping[str, str] = {
    "text": ".txt .text .rfc",
    "markdown": ".md .markdown .mdown .mkd .mkdn .mdx .qmd .rmd",
    "html": ".html .htm .xhtml",
    "rst": ".rst .rest",
    "asciidoc": ".adoc .asciidoc .asc",
    "latex": ".tex .latex .ltx",
    "wikitext": ".wiki .mediawiki .wikitext",
    "bibtex": ".bib .bibtex",
    "csl": ".csl.json .json",
    "ris": ".ris",
    "notebook": ".ipynb",
    "docx": ".docx .docm",
    "pdf": ".pdf",
}
KINDS = tuple(_ENDINGS)
BINARY = ("docx", "pdf")
SUFFIXES: Mapping[str, str] = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
"""Endings of names and the kinds they stand for."""
_WALKED_NOT = frozenset({".json"})

_SAMPLE = 100_000
_SIGNS = (
    ("html", regex(r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>])", re.IGNORECASE)),
    ("notebook", regex(r"\A\s*\{(?=[\s\S]*\"cells\"\s*:)(?=[\s\S]*\"nbformat\")")),
    ("csl", regex(r"\A\s*[\[{](?=[\s\S]*\"(?:type|id)\"\s*:)(?=[\s\S]*\"(?:issued|title|URL)\"\s*:)")),
    ("ris", regex(r"\A\s*TY  - [A-Z]+\s*$", re.MULTILINE)),
    (
        "bibtex",
        regex(
            r"^[ \t]{0,8}@(?:article|book|online|misc|inproceedings|techreport|report|incollection|thesis|phdthesis|electronic|www)\s*\{",
            re.MULTILINE | re.IGNORECASE,
        ),
    ),
    ("latex", regex(r"^[ \t]{0,8}\\(?:documentclass|begin\{document\}|section\{|chapter\{)", re.MULTILINE)),
    (
        "wikitext",
        regex(
            r"\{\{\s*cite \w+\s*\||<ref[\s>]|^==[^=\n]{1,200}==[ \t]*$|\[\[[^\[\]\n]{1,200}\]\]",
            re.MULTILINE | re.IGNORECASE,
        ),
    ),
    ("markdown", regex(r"^#{1,6} \S|^\[\^[^\]\s]+\]:|\]\(https?://|^```|^\[[^\]\n]+\]: https?://", re.MULTILINE)),
    (
        "asciidoc",
        regex(r"^= \S|^:[\w-]+: |https?://[^\s\[]{1,300}\[[^\]\n]{1,200}\]|^\[\[[\w-]+\]\]$", re.MULTILINE),
    ),
    (
        "rst",
        regex(r"^\.\. (?:_[^:\n]+:|\[\S+\] |[\w-]+::)|`[^`\n<]{1,200} <https?://[^>\n]{1,300}>`_", re.MULTILINE),
    ),
    ("html", regex(r"<(?:p|div|body|a\s{1,5}href=)[^>]{0,300}>", re.IGNORECASE)),
)


def ending(name: str) -> str:
    """The ending of a name that tells its format, empty if none does."""
    lower = name.lower()
    fitting = [one for one in SUFFIXES if lower.endswith(one)]
    return max(fitting, key=len, default="")


def kind_of(name: str, content: str, data: bytes = b"") -> str:
    """The format of a document.

    What the bytes say for certain goes first, since endings lie; then the ending; then what the text
    looks like. ``.txt`` is believed unless the text says for certain what it is.
    """
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return "docx"
    sample = content[:_SAMPLE]
    first = next((kind for kind, sign in _SIGNS if sign.search(sample)), "text")
    told = SUFFIXES.get(ending(name))
    if told in BINARY:
        told = None
    if told is None:
        return first
    certain = next((kind for kind, sign in _SIGNS[:2] if sign.search(sample)), None)
    if certain and told in ("text", "markdown", "wikitext", "rst", "asciidoc"):
        return certain
    return told


def is_walked(name: str) -> bool:
    """Whether a file of this name is read when its folder is: not every JSON file is a bibliography."""
    return bool(ending(name)) and ending(name) not in _WALKED_NOT
