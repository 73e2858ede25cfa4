"""The text of a page that a reader sees. Pure and bounded.

What is hidden, where blocks end and where a raised number begins is said in a style sheet (XSLT 1.0), which
libxslt carries out some six times as fast as a loop over the elements does (measured 2026-11, 70 KB).
"""

from __future__ import annotations

import re

from lxml import etree

from checker.patterns import regex

HIDDEN = frozenset({"script", "style", "noscript", "template", "title", "svg", "iframe", "object"})
"""No text to a reader. Not ``head``: where a page leaves out its end, the parser keeps newer elements in it."""
BLOCKS = frozenset(
    "p div section article main header footer nav aside li ul ol dl dt dd table tr td th br hr h1 h2 h3 h4 h5 h6 "
    "form pre blockquote figure figcaption option".split()
)
_BEFORE = "string(preceding-sibling::node()[1])"
_DIGIT_BEFORE = f"contains('0123456789', substring({_BEFORE}, string-length({_BEFORE}))) and {_BEFORE} != ''"
_SHEET = f"""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="{"|".join(sorted(HIDDEN))}|comment()|processing-instruction()"/>
  <xsl:template match="{"|".join(sorted(BLOCKS))}">
    <xsl:text>&#10;</xsl:text><xsl:apply-templates/><xsl:text>&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="sup">
    <xsl:if test="{_DIGIT_BEFORE}"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
"""
"""A note number is no digit of the number before it."""
_text = etree.XSLT(etree.fromstring(_SHEET))


def visible_text(root: etree._Element) -> str:
    """The text a reader sees, blocks apart by newlines."""
    try:
        return str(_text(root))
    except etree.XSLTApplyError:  # deeper than libxslt goes
        return "\n".join(part for part in root.itertext() if isinstance(part, str))


_MAY_HIDE = ("hidden", "none", "-if=", "-show=")
"""One of these stands in the markup of every page that hides anything but these elements; each search costs."""
_HIDING = ("template", "dialog")
_BY_SCRIPT = ("v-if", "v-show", "ng-if", "ng-show", "x-show")
_ATTRIBUTES = etree.XPath("count(//@*)")
_CANDIDATES = etree.XPath(
    "//template | //dialog | //@*[name() = 'hidden' or name() = 'style' or "
    + "".join(f"name() = '{name}' or " for name in _BY_SCRIPT)
    + "(name() = 'class' and (contains(., 'hidden') or contains(., 'd-none')))]/.."
)
_SPARSE = 200
"""Characters of markup for each attribute above which the attributes are sooner looked at than the markup."""
_STYLE = regex(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE | re.ASCII)
_CLASS = regex(r"(?:^|\s)(?:hidden|is-hidden|d-none|visually-hidden)(?:$|\s)")
_SHOWN_ON = regex(r"[:-](?:block|flex|grid|inline|table)\b")


def without_hidden(root: etree._Element, source: str) -> bool:
    """Empty what readers of a page do not see until they or a script show it; whether there was any.

    Dialogues that are closed, templates, what scripts show on a condition: the shells of many sites carry the words
    for all that can happen.
    """
    if next(root.iter(*_HIDING), None) is None and not _may_hide(root, source):
        return False
    found = _CANDIDATES(root)
    candidates = found if isinstance(found, list) else []
    hidden = [one for one in candidates if isinstance(one, etree._Element) and _is_hidden(one)]
    for one in hidden:
        if one.tag not in ("html", "body"):
            behind = one.tail
            one.clear()
            one.tag, one.tail = "template", behind  # which is no part of the text, nor apart from what is beside it
    return bool(hidden)


def _may_hide(root: etree._Element, source: str) -> bool:
    """Whether the attributes of a page may hide anything; where there are few, they are sooner looked at themselves."""
    count = _ATTRIBUTES(root)
    is_sparse = isinstance(count, float) and count * _SPARSE < len(source)
    return is_sparse or any(word in source for word in _MAY_HIDE)


def _is_hidden(element: etree._Element) -> bool:
    if element.tag == "template" or (element.tag == "dialog" and element.get("open") is None):
        return True
    if element.get("hidden") not in (None, "until-found") or any(element.get(name) for name in _BY_SCRIPT):
        return True
    classes = element.get("class") or ""
    by_class = _CLASS.search(classes) is not None and _SHOWN_ON.search(classes) is None
    return by_class or _STYLE.search(element.get("style") or "") is not None
