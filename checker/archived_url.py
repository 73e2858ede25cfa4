"""Addresses of archived copies that authors cite: whose archive, which page, which moment. Pure and linear.

What the services write was read from their own pages and from the lists of Memento clients (MemGator's of
2026-04, InternetArchiveBot's). Nothing is asked: a short address that hides its page (``perma.cc/ABCD-1234``)
is recognised, but its original stays unknown.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from urllib.parse import parse_qsl, unquote, urlsplit

from msgspec import Struct

from checker.patterns import regex


class Service(StrEnum):
    """Who keeps the copy."""

    WAYBACK = "wayback"
    ARCHIVE_TODAY = "archive-today"
    PERMA_CC = "perma-cc"
    WEBCITE = "webcite"
    MEMENTO = "memento"


class ArchivedUrl(Struct, frozen=True):
    """An archived copy: ``original`` is the page kept, ``timestamp`` 1 to 14 digits from the year on.

    Either is None where the address does not tell it; a calendar of captures has an original and no timestamp.
    """

    service: Service
    original: str | None = None
    timestamp: str | None = None

    @property
    def day(self) -> date | None:
        """The day of the capture (UTC), where the timestamp is that exact."""
        stamp = self.timestamp or ""
        try:
            return date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8])) if len(stamp) >= 8 else None
        except ValueError:  # captures of about the year 2000 carry months and days 00 (edgi/wayback)
            return None


_WAYBACK = frozenset(
    {"archive.org", "www.archive.org", "web.archive.org", "www.web.archive.org", "wayback.archive.org"}
)
_TODAY = frozenset(f"archive.{ending}" for ending in "today is ph fo li md vn ec".split())
_WEBCITE = frozenset({"webcitation.org", "www.webcitation.org"})
_MEMENTO = frozenset(
    "arquivo.pt www.arquivo.pt wayback.archive-it.org webarchive.nationalarchives.gov.uk webarchive.loc.gov "
    "www.webarchive.org.uk webarchive.org.uk webarchive.parliament.uk wayback.vefsafn.is vefsafn.is "
    "webarchive.nla.gov.au web.archive.org.au webarchive.nrscotland.gov.uk webarchive.proni.gov.uk "
    "webarchiveweb.bac-lac.gc.ca webharvest.gov www.webharvest.gov swap.stanford.edu haw.nsk.hr "
    "veebiarhiiv.digar.ee webarchiv.onb.ac.at wayback.webarchiv.cz web.archive.bibalex.org waext.banq.qc.ca "
    "eresources.nlb.gov.sg digital.library.yorku.ca wayback.nli.org.il webarchive.bundestag.de".split()
)
_KEEPERS = _WAYBACK | _TODAY | _WEBCITE | _MEMENTO
_PLAIN_HOST = regex(r"(?:[a-z0-9-]+\.)*[a-z0-9-]+", re.ASCII)
_STAMPED = regex(r"/(?:(\d{4,14})|\*)(?:[a-z]{2}_)?/([^\W\d_]\S+)")
_DOTTED = regex(r"/(\d{4})\.(\d{2})\.(\d{2})-(\d{6})/(\S+)", re.ASCII)
_WAYBACK_PATH = regex(r"/(?:web/)?(?:(\d{1,14})|\*)?(?:[a-z]{2}_)?/?(\S+)", re.ASCII)
_KEPT_TODAY = regex(r"/(?:o/[0-9A-Za-z]{4,8}|newest|oldest)/(\S+)", re.ASCII)
_SCHEME = regex(r"https?:/{1,3}", re.IGNORECASE)
_NAME = regex(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,63}(?::\d{1,5})?(?:[/?#]|$)")


def unwrap(url: str) -> ArchivedUrl | None:
    """What an address keeps, if it is that of an archived copy; None for any other. Never raises."""
    named = url.partition("://")[2].partition("/")[0].partition(":")[0].lower()
    if _PLAIN_HOST.fullmatch(named) and named not in _KEEPERS and not named.endswith("perma.cc"):
        return None  # nearly always, and asked for every address many times
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    rest = _behind_host(url.strip())
    if host in _WAYBACK:
        return _wayback(rest)
    if host in _TODAY:
        return _today(rest)
    if host == "perma.cc" or host.endswith(".perma.cc"):
        return _stamped(Service.PERMA_CC, rest) or (ArchivedUrl(Service.PERMA_CC) if len(parts.path) > 1 else None)
    if host in _WEBCITE:
        return _webcite(parts.path, parts.query)
    if host in _MEMENTO:
        return _stamped(Service.MEMENTO, rest)
    return None


def _behind_host(url: str) -> str:
    """Path, query and fragment as written: a fragment may be part of the page kept."""
    behind = url.partition("://")[2]
    slash = behind.find("/")
    return behind[slash:] if slash >= 0 else ""


def _wayback(rest: str) -> ArchivedUrl | None:
    """``/web/TIMESTAMP/PAGE``, ``/web/*/PAGE``, ``/web/PAGE``, and long ago ``/TIMESTAMP/PAGE``."""
    match = _WAYBACK_PATH.fullmatch(rest)
    if match is None or not (rest.startswith("/web/") or match[1] or _SCHEME.match(match[2])):
        return None
    page = _page(match[2])
    return ArchivedUrl(Service.WAYBACK, page, match[1]) if page else None


def _today(rest: str) -> ArchivedUrl | None:
    """``/TIMESTAMP/PAGE``, ``/2019.09.03-120000/PAGE``, ``/newest/PAGE``, and short addresses."""
    dotted = _DOTTED.fullmatch(rest)
    if dotted:
        page = _page(dotted[5])
        return ArchivedUrl(Service.ARCHIVE_TODAY, page, "".join(dotted.groups()[:4])) if page else None
    kept = _KEPT_TODAY.fullmatch(rest)
    if kept:
        return ArchivedUrl(Service.ARCHIVE_TODAY, _page(kept[1]))
    stamped = _stamped(Service.ARCHIVE_TODAY, rest)
    short = re.match(r"/(?:wip/)?[0-9A-Za-z]{4,8}/?(?:[?#]|$)", rest)
    return stamped or (ArchivedUrl(Service.ARCHIVE_TODAY) if short else None)


def _webcite(path: str, query: str) -> ArchivedUrl | None:
    """``/query?url=PAGE&date=…`` and ``/SHORT?url=PAGE``."""
    if path in ("", "/"):
        return None
    told = dict(parse_qsl(query))
    stamp = re.sub(r"\D", "", told.get("date", ""))[:14]
    return ArchivedUrl(Service.WEBCITE, _page(told.get("url", "")), stamp if len(stamp) >= 4 else None)


def _stamped(service: Service, rest: str) -> ArchivedUrl | None:
    """``…/TIMESTAMP/PAGE``, as the Memento services and all that run pywb or OpenWayback write it."""
    match = _STAMPED.search(rest)
    page = _page(match[2]) if match else None
    return ArchivedUrl(service, page, match[1]) if match and page else None


def _page(text: str) -> str | None:
    """The page kept: decoded where it was packed, with the slash some sites swallow and a scheme; None for no page."""
    if "%3a" in text[:12].lower():
        text = unquote(text)
    scheme = _SCHEME.match(text)
    if scheme:
        name = text[scheme.end() :]
        return f"{scheme[0].partition(':')[0].lower()}://{name}" if name else None
    return f"http://{text}" if _NAME.match(text) else None
