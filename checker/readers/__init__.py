"""From text to citations and figures: one module a format, all pure."""

from __future__ import annotations

import re

from checker.model import Document
from checker.readers import markdown, text
from checker.readers.reading import Reading

KINDS = ("text", "markdown")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
_MARKDOWN_SIGNS = re.compile(r"^#{1,6} \S|^\[\^[^\]\s]+\]:|\]\(https?://|^```", re.MULTILINE)

__all__ = ["KINDS", "Reading", "kind_of", "read"]


def kind_of(name: str, content: str) -> str:
    """The format of a document: by the ending of its name, else by what it holds."""
    if name.lower().endswith(_MARKDOWN_NAMES):
        return "markdown"
    if "." in name.rpartition("/")[2]:
        return "text"
    return "markdown" if _MARKDOWN_SIGNS.search(content) else "text"


def read(document: Document) -> Reading:
    """Everything a document cites and quotes. Total: any text gives a reading."""
    return markdown.read(document) if document.kind == "markdown" else text.read(document)
