"""Reading a page: bytes to title, headings, words and what else judgement needs. Pure and bounded.

Bodies come in bounded (see ``fetch.limits``); everything on a page is hostile text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import InitVar, dataclass, field
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from checker.lead import Section, sections
from checker.pagedates import NO_DATES, PageDates, page_dates
from checker.patterns import regex
from checker.visible import visible_text, without_hidden

MAX_SHOWN = 300
MAX_HEADINGS = 3
_META_CHARSET = regex(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEADER_CHARSET = regex(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE | re.ASCII)
_REFRESH = regex(r"\s*(\d{0,6})[\d.]{0,6}\s*[;,]?\s*url\s*=\s*['\"]?([^'\"\s>]{1,2000})", re.IGNORECASE | re.ASCII)
_LOCATION = regex(
    r"(?<![\w.])(?:(?:window|document|self|top|parent|this)\.){0,2}location(?:\.href)?\s{0,9}"
    r"(?:=|\.(?:replace|assign)\()\s{0,9}[\"']([^\"'\\\s]{1,2000})[\"']\s{0,9}(?=[;)}]|$)"
)
_TIMER = regex(r"setTimeout\s*\(.{0,400}?,\s*(\d{1,9})\s*\)", re.DOTALL)
_CONDITION = regex(r"\bif\b|[?+]|&&|\|\||\bcase\b|cookie")
_STRING = regex(r"\"[^\"]*\"|'[^']*'")
_SHORT_SCRIPT = 500
_AT_ONCE = 10
"""Seconds after which a page that sends its readers on is no stepping stone any more."""
_STUB = 20
"""Words below which a page whose script goes elsewhere is nothing but that."""
_NAMES = etree.XPath("//@id[. != ''] | //a/@name[. != '']", smart_strings=False)
_SHOWN_NAMES = etree.XPath(
    "//@id[. != '' and not(ancestor::template)] | //a[not(ancestor::template)]/@name[. != '']", smart_strings=False
)
_CJK = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_BLANKS = bytes(ord(" ") if chr(code).isspace() else ord(".") for code in range(256))
"""Blanks to blanks and all else to stops: words are counted without making each of them (ASCII only)."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


# WHATWG's Encoding standard: these labels mean these wider encodings on the web.
_ON_THE_WEB = {
    "iso8859-1": "windows-1252", "ascii": "windows-1252", "iso8859-9": "windows-1254", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
NO_NAMES: frozenset[str] = frozenset()
LOWERED = 50_000
LOWERED_SOURCE = 200_000


@dataclass(slots=True)
class PageText:
    """What was read off a page. ``text`` is the text, ``source`` the decoded markup.

    ``sections`` are the first headings with the text below them; ``marks`` the classes and the name of the body.
    ``seen`` is the text without what a reader does not see at first, a closed tab or dialogue: what the page says,
    while a figure may stand in any of them. ``words`` counts those seen; ``low`` is the beginning of it in lower
    case, for the rules that look for phrases: what need not fold case is found four times as fast.
    """

    source: str = ""
    text: str = ""
    seen: InitVar[str | None] = None
    title: str | None = None
    headings: tuple[str, ...] = ()
    lesser_headings: tuple[str, ...] = ()
    canonical: str | None = None
    refresh: str | None = None
    language: str | None = None
    dates: PageDates = NO_DATES
    robots: str = ""
    password_field: bool = False
    names: frozenset[str] = NO_NAMES
    sections: tuple[Section, ...] = ()
    marks: str = ""
    words: int = field(init=False)
    low: str = field(init=False, repr=False)
    _low_source: str | None = field(default=None, init=False, repr=False)

    def __post_init__(self, seen: str | None) -> None:
        shown = self.text if seen is None else seen
        self.words = count_words(shown)
        self.low = shown[:LOWERED].lower()

    @property
    def low_source(self) -> str:
        """The beginning of the markup in lower case; few rules of few pages want it."""
        if self._low_source is None:
            self._low_source = self.source[:LOWERED_SOURCE].lower()
        return self._low_source


def count_words(text: str) -> int:
    """Words of a text; two CJK characters count as one."""
    if text.isascii():
        marked = text.encode().translate(_BLANKS)
        return marked.count(b" .") + marked.startswith(b".")
    if _CJK.search(text) is None:
        return len(text.split())
    others = _CJK.split(text)
    return len(" ".join(others).split()) + (len(text) - sum(map(len, others))) // 2


def read_page(
    body: bytes, content_type: str, url: str, last_modified: str = "", *, with_names: bool = True
) -> PageText:
    """Read a body of HTML or plain text. Never raises: what cannot be read is empty.

    ``names`` are left empty where no fragment wants them.
    """
    source = decode(body, content_type)
    if "html" not in content_type.lower() and not source.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        return PageText(source=source, text=source, dates=page_dates((), {}, source, last_modified))
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        root = None
    if root is None:  # nothing but blanks
        return PageText(source=source)
    text, names, refresh = visible_text(root), _names(root, source) if with_names else NO_NAMES, _refresh(root, url)
    seen = visible_text(root) if without_hidden(root, source) else None
    main, lesser = _headings(root)
    return PageText(
        source=source,
        text=text,
        seen=seen,
        title=_first_text(root, "title"),
        headings=main,
        lesser_headings=lesser,
        canonical=_link(root, url),
        refresh=refresh or _script_refresh(root, url, text),
        language=shown(root.get("lang") or "")[:20] or None,
        dates=page_dates(_json_ld(root), _metas(root), text, last_modified),
        robots=_meta(root, "robots").lower(),
        password_field=any((field.get("type") or "").lower() == "password" for field in root.iter("input")),
        names=names,
        sections=sections(root),
        marks=_marks(root),
    )


def decode(body: bytes, content_type: str) -> str:
    """Bytes to text as browsers do: byte-order mark, header, meta, UTF-8 if it is, else Windows-1252."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    header = _HEADER_CHARSET.search(content_type)
    meta = _META_CHARSET.search(body[:4096])
    for name in (header[1] if header else "", meta[1].decode("ascii", "replace") if meta else ""):
        known = _codec(name)
        if known:
            return body.decode(known, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        # A body cut off in the middle of a character is still UTF-8.
        if error.reason == "unexpected end of data":
            return body[: error.start].decode("utf-8")
        return body.decode("windows-1252", "replace")


def _codec(name: str) -> str | None:
    try:
        info = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return None
    if info is None or not getattr(info, "_is_text_encoding", True):
        return None
    return _ON_THE_WEB.get(info.name, info.name)


def shown(text: str) -> str:
    """Foreign text on one line, without control characters, at most ``MAX_SHOWN`` long."""
    clean = "".join(ch if ch.isprintable() else " " for ch in text[: 20 * MAX_SHOWN])
    return " ".join(clean.split())[:MAX_SHOWN]


def _element_text(element: etree._Element) -> str:
    return shown("".join(str(part) for _, part in zip(range(500), element.itertext(), strict=False)))


def _first_text(root: etree._Element, tag: str) -> str | None:
    return next((text for element in root.iter(tag) if (text := _element_text(element))), None)


def _headings(root: etree._Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The main headings, which say what the page is about, and the lesser ones: ``h2`` where there is an ``h1``."""
    first, second = (tuple(islice(_texts(root, tag), MAX_HEADINGS)) for tag in ("h1", "h2"))
    return (first, second) if first else (second[:1], second[1:])


def _texts(root: etree._Element, tag: str) -> Iterator[str]:
    return (text for element in root.iter(tag) if (text := _element_text(element)))


def _link(root: etree._Element, url: str) -> str | None:
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and element.get("href"):
            return _join(url, element.get("href") or "")
    return None


def _refresh(root: etree._Element, url: str) -> str | None:
    """Where the page sends its readers on to within seconds; not the page itself, which only renews itself.

    What stands in ``noscript`` is for nobody who has a browser.
    """
    for element in root.iter("meta"):
        hidden = next(element.iterancestors("noscript"), None) is not None
        if (element.get("http-equiv") or "").lower() == "refresh" and not hidden:
            return refresh_target(element.get("content") or "", url)
    return None


def refresh_target(content: str, url: str) -> str | None:
    """Where a refresh, of a page or of the header of that name, leads at once; None for another or none."""
    match = _REFRESH.match(content)
    return _elsewhere(url, match[2]) if match and int(match[1] or 0) <= _AT_ONCE else None


def _script_refresh(root: etree._Element, url: str, text: str) -> str | None:
    """Where the only script of a page without text sends its readers, whatever their browser is."""
    scripts = list(islice(root.iter("script"), 2))
    if len(scripts) != 1 or scripts[0].get("src") or count_words(text[:2000]) >= _STUB:
        return None
    script = scripts[0].text or ""
    if len(script) >= _SHORT_SCRIPT or _CONDITION.search(_STRING.sub("''", script)):
        return None
    timer, match = _TIMER.search(script), _LOCATION.search(script)
    later = timer is not None and int(timer[1]) > _AT_ONCE * 1000
    return _elsewhere(url, match[1]) if match and not later else None


def _elsewhere(url: str, reference: str) -> str | None:
    target = _join(url, reference)
    return target if target and target.partition("#")[0] != url else None


def _join(url: str, reference: str) -> str | None:
    try:
        return urljoin(url, reference.strip())[:2000]
    except ValueError:
        return None


def _meta(root: etree._Element, name: str) -> str:
    for element in root.iter("meta"):
        if name in ((element.get("name") or "").lower(), (element.get("property") or "").lower()):
            return element.get("content") or ""
    return ""


def _names(root: etree._Element, source: str) -> frozenset[str]:
    """What a fragment can name: any ``id``, and the ``name`` of an anchor; not what a template holds ready."""
    found = _SHOWN_NAMES(root) if "<template" in source else _NAMES(root)
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()


def _marks(root: etree._Element) -> str:
    """The classes and the name of the body, by which site software tells its kinds of pages apart."""
    body = root.find("body")
    return "" if body is None else f"{body.get('class') or ''} {body.get('id') or ''}"[:2000]


def _json_ld(root: etree._Element) -> Iterator[str]:
    for script in root.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            yield script.text or ""


def _metas(root: etree._Element) -> dict[str, str]:
    """The meta elements, the first of each name, names in lower case."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (
            element.get("name") or element.get("property") or element.get("itemprop") or element.get("http-equiv") or ""
        )
        found.setdefault(name.lower(), element.get("content") or "")
    return found
