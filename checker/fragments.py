"""Whether the ``#fragment`` of an address names something on the page. Pure.

An absent one is a finding, never a death; where a script may make the place, nothing is known.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from checker.observation import FragmentState
from checker.page import PageText
from checker.patterns import regex

_DIRECTIVE = ":~:"
_LINES = regex(r"L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?", re.ASCII)
_DOTTED = regex(r"\.([0-9A-F]{2})", re.ASCII)
_IN_MARKUP = regex(r"\b(?:id|name)\s?=\s?\\?[\"']?$", re.ASCII)
_NEAR = 12
_TELLING, _LOOKED_AT = 5, 20
"""Letters that a name has at least to be looked for in scripts, and the places looked at."""
_SCRIPTED = 30
"""Words below which a page with a script is written by it, its places too."""


def state(page: PageText | None, fragment: str, *, complete: bool, is_html: bool) -> FragmentState | None:
    """Present, absent, or None where nobody can know.

    Args:
        page: what was read; None where nothing was.
        fragment: without its ``#``.
        complete: whether the page was read to its end.
        is_html: whether it is HTML; fragments of other types are for their viewers.
    """
    name, directive, quoted = fragment.partition(_DIRECTIVE)
    if page is None or not fragment or not is_html:
        return None
    if directive and not name:
        found = _quotes(page.text, quoted)
        if found is None:
            return None
    else:
        found = _named(page, name)
        # Names with these beginnings are states of a script, not places; so are lines of listings.
        if name.startswith(("!", "/", "?")) or "=" in name or _LINES.fullmatch(name):
            found = found or None
    if found:
        return FragmentState.PRESENT
    scripted = page.words < _SCRIPTED and "<script" in page.low_source
    return FragmentState.ABSENT if found is False and complete and not scripted else None


def _named(page: PageText, name: str) -> bool | None:
    """An empty name and ``top`` are every page's own (HTML standard, "find a potential indicated element").

    GitHub and its like put ``user-content-`` before the names that authors give. MediaWiki wrote escapes with a dot
    (``.D0.98``) and still takes those in. What only a script of the page has a word of, it may put there.
    """
    spelled = unquote(name)
    if spelled.lower() in ("", "top"):
        return True
    spellings = (name, spelled, f"user-content-{spelled}", f"user-content-{spelled.lower()}", _undotted(name))
    return any(one in page.names for one in spellings) or (None if _in_script(page.source, spelled) else False)


def _undotted(name: str) -> str:
    """A name of which the escapes are written with a dot, as MediaWiki did until 2017."""
    return unquote(_DOTTED.sub(r"%\1", name)) if _DOTTED.search(name) else name


def _in_script(source: str, name: str) -> bool:
    """Whether a script holds the name as data, as pages do that it draws; markup in a string may be anything."""
    at = source.find(name) if len(name) >= _TELLING else -1
    for _ in range(_LOOKED_AT):
        if at < 0:
            return False
        opened = source.rfind("<script", 0, at)
        is_inside = opened >= 0 and source.find("</script", opened, at) < 0
        if is_inside and not _IN_MARKUP.search(source[max(0, at - _NEAR) : at]):
            return True
        at = source.find(name, at + len(name))
    return False


def _quotes(text: str, directives: str) -> bool | None:
    """Whether any quotation of ``text=[prefix-,]start[,end][,-suffix]`` is there (WICG scroll-to-text-fragment)."""
    wanted = [one.partition("=")[2] for one in directives.split("&") if one.startswith("text=")]
    if not wanted:
        return None
    shown = _folded(text)
    return any(_is_there(shown, one) for one in wanted)


def _is_there(shown: str, wanted: str) -> bool:
    parts = [one for one in wanted.split(",") if not (one.endswith("-") or one.startswith("-"))]
    at = 0
    for part in parts[:2]:
        quote = _folded(unquote(part))
        at = shown.find(quote, at)
        if not quote or at < 0:
            return False
        at += len(quote)
    return bool(parts)


def _folded(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split()).casefold()
