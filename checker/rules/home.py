"""Home pages, and whether an address is deep enough that being sent to one means that it is gone. Pure."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from checker.patterns import regex

# ISO 639-1, without codes that are departments or words as well: hr, id, is, it, my, no, so, to
LANGUAGES = (
    "en|de|fr|es|pt|ru|uk|be|pl|nl|sv|da|fi|nb|nn|cs|sk|hu|ro|bg|el|tr|ar|he|fa|zh|ja|ko|kk|ky|uz|tg|tk|az|hy|ka|vi|th|"
    "ms|ca|et|lv|lt|sl|sr|sq|mk|eu|gl|hi|bn|ur|mn"
)
"""The codes of languages as they stand in addresses, as alternatives of a pattern."""
_INDEX = r"(?:index|default|home|main|homepage|startseite|accueil|inicio)(?:_node)?(?:\.[a-z]{2,5})?"
# As site software names it: Government Site Builder of German ministries, SharePoint, Liferay (seen November 2026).
_BY_SOFTWARE = r"(?:/(?:site)?pages/(?:home|default)\.aspx|/web/guest/(?:home|inicio|welcome)|(?:/[a-z]{2})?/(?:home|startseite)/(?:home|startseite)(?:_node)?\.html)"
_HOME = regex(
    rf"/?|{_BY_SOFTWARE}|/{_INDEX}/?|/(?:{LANGUAGES})(?:[-_][a-z]{{2}})?(?:/{_INDEX})?/?", re.IGNORECASE | re.ASCII
)
_TITLE = regex(
    r"home(?: ?page)?|welcome(?: to .{1,80})?|startseite|homepage|willkommen(?: (?:bei|beim|in|auf|im) .{1,80})?|accueil|page d['’]accueil|bienvenue(?: (?:sur|à|au|chez) .{1,80})?|"
    r"inicio|portada|página (?:principal|inicial|de inicio)|bienvenid[oa]s?(?: (?:a|al) .{1,80})?|главная(?: страница)?|добро пожаловать(?: .{1,80})?|首页|主页|网站首页|首頁|homepagina|strona główna|"
    r"pagina iniziale|início|ホーム|トップページ",
)
_SEPARATORS = regex(r"\s+[|–—·•»«:/-]+\s+|\s*[|»«•]\s*")
_ENTRANCE = regex(
    r"/?|(?:/[a-z]{2}(?:[-_][a-z]{2,4})?|/intl|/global)*"
    r"(?:/(?:index|default|home|main|homepage|welcome|start|portal|site|web|www|public|en[a-z]*)(?:\.[a-z]{2,5})?)?/?",
    re.IGNORECASE | re.ASCII,
)
_CONTENT_KEYS = frozenset(
    "p page page_id pageid id pid aid artid article articleid article_id post postid story storyid node nid newsid news_id "
    "news cat doc docid item itemid attachment_id topic thread".split()
)


def is_home(url: str, *, whatever_query: bool = False) -> bool:
    """Whether an address is a site's home page, perhaps of one language.

    With ``whatever_query`` also where it carries a query that names no page (``/?redirected=1``).
    """
    parts = urlsplit(url)
    if parts.query and not (whatever_query and not _names_page(parts.query)):
        return False
    return bool(_HOME.fullmatch(parts.path))


def calls_itself_home(*texts: str | None) -> str | None:
    """The first title or heading of which a part says that this is the home page."""
    return next(
        (one for one in texts if one and any(map(_TITLE.fullmatch, _SEPARATORS.split(one.lower().strip())))), None
    )


def is_entrance(url: str) -> bool:
    """Whether an address is some way into a site rather than a page of it: then home is where it should lead.

    Wider than :func:`is_home`: entrances of countries, and home pages with campaign marks in the query.
    """
    parts = urlsplit(url)
    return bool(_ENTRANCE.fullmatch(parts.path)) and not _names_page(parts.query)


def _names_page(query: str) -> bool:
    return any(key.lower() in _CONTENT_KEYS for key, _ in parse_qsl(query[:2000], keep_blank_values=True))
