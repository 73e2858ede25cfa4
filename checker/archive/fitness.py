"""Is what a capture shows a page of content? The rules for live pages, and a few for archived ones. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from checker.evidence import page_facts
from checker.model import Aim
from checker.observation import Exchange, PageFacts
from checker.page import read_page
from checker.patterns import regex
from checker.reasons import Reason
from checker.rules import hijack, page_trouble
from checker.rules.home import is_home
from checker.rules.login import is_login
from checker.rules.saying import says_so
from checker.rules.soft404 import words_of_death

MIN_WORDS = 5
_THIN = 150
_FEW = 30
_WORDED = 600
_TEXT = ("text/html", "application/xhtml", "text/plain", "text/xml", "application/xml")
_LOGIN_TITLE = regex(
    r"(?:please )?(?:log ?in|sign ?in|log ?on|sign ?on|login required|anmelden|anmeldung|connexion|iniciar sesión|"
    r"вход|авторизация|войти|登录|登入)(?:\s*(?:to .{0,60}|[|–—·:-].{0,80}))?",
    re.IGNORECASE,
)
_OF_STRANGERS = frozenset({"parked.offer", "parked.script", "hijack.text"})
_REPLAY_NOTICE = regex(r"got an http \d{3} response at crawl time|redirecting to\.\.\.", re.IGNORECASE)
_NO_PAGE = regex(
    r"(?:enable|requires|turn on|activate) javascript|javascript (?:is|must be) (?:required|enabled|disabled)|"
    r"coming soon|under construction|account (?:has been )?suspended|loading\b|redirecting|default web page|index of /|"
    r"site is (?:temporarily )?(?:down|unavailable|offline)|database (?:connection )?error|service unavailable|"
    r"internal server error|bad gateway|temporarily unavailable",
    re.IGNORECASE,
)
"""What stands on a page of few words instead of content: scripts, hosters and servers speaking."""


class Wanted(Struct, frozen=True):
    """What a look-up is for: the page, the day, the title it is cited by, and what stands there today.

    ``strangers`` are the facts of the page that took its place, where the site was parked or hijacked.
    """

    url: str
    aim: Aim | None = None
    title: str | None = None
    strangers: PageFacts | None = None


class Unfit(Struct, frozen=True):
    """Why a capture does not show the page; ``taken_over`` where strangers had the site by then."""

    why: str
    taken_over: bool = False


def unfit(exchange: Exchange, wanted: Wanted) -> Unfit | None:
    """What is wrong with a captured answer; None for a page of content.

    Bodies that are no text are taken on trust. The bar is higher than for live pages in one thing: one that
    calls itself lost is no evidence, for there are other captures, and nobody is accused.
    """
    kind = exchange.header("content-type").lower()
    if not exchange.body:
        return Unfit("the captured body is empty")
    if not (kind.startswith(_TEXT) or not kind or _is_markup(exchange.body)):
        return None
    facts = page_facts(exchange)
    if facts is None or facts.words < MIN_WORDS:
        return Unfit("the captured page has hardly any text")
    return _taken_over(facts, wanted) or _no_content(facts, exchange, wanted)


def _is_markup(body: bytes) -> bool:
    return body[:400].lstrip().lower().startswith((b"<!doctype html", b"<html"))


def _taken_over(facts: PageFacts, wanted: Wanted) -> Unfit | None:
    if hijack.is_suspected(facts, wanted.url, wanted.title):
        return Unfit("it sells what strangers sell, and shares nothing with what was cited", taken_over=True)
    found = page_trouble(facts, wanted.url)
    if found and found[0] is Reason.PARKED_DOMAIN:
        return Unfit(found[1], taken_over=True)
    today = wanted.strangers
    if today is None:
        return None
    shared = {sign.rule for sign in today.signs} & {sign.rule for sign in facts.signs} & _OF_STRANGERS
    if shared:
        return Unfit("it shows what stands there today", taken_over=True)
    if today.title and facts.title and today.title.casefold() == facts.title.casefold():
        return Unfit(f"it is titled “{facts.title}”, as what stands there today", taken_over=True)
    return None


def _no_content(facts: PageFacts, exchange: Exchange, wanted: Wanted) -> Unfit | None:
    found = page_trouble(facts, wanted.url, exchange.status or 200, _headers(exchange))
    if found:
        return Unfit(found[1])
    lost = words_of_death(facts)
    if lost and facts.words < _WORDED and not (wanted.title and says_so(wanted.title)):
        return Unfit(lost)
    if facts.words < _THIN and _REPLAY_NOTICE.search(_text(exchange)):
        return Unfit("the capture is a redirect")
    if facts.words < _FEW and (nothing := _NO_PAGE.search(_text(exchange))):
        return Unfit(f"the captured page only says “{nothing[0]}”")
    asks = any(sign.rule == "login.password" for sign in facts.signs)
    titled = facts.title is not None and _LOGIN_TITLE.fullmatch(facts.title.strip()) is not None
    if facts.words < _THIN and (asks or titled) and not is_login(wanted.url):
        return Unfit("the captured page asks for a login")
    if facts.words < _THIN and any(sign.rule == "consent.sentence" for sign in facts.signs):
        return Unfit("a consent page was captured")
    return None


def _text(exchange: Exchange) -> str:
    """What a reader of a short page sees, its title included."""
    kind = exchange.header("content-type") or "text/html"
    page = read_page(exchange.body[:20_000], kind, exchange.final_url, with_names=False)
    return f"{page.title or ''} {page.text}"


def _headers(exchange: Exchange) -> Mapping[str, str]:
    """The headers of the archived site, as the Archive passes them on."""
    return {
        name.removeprefix("x-archive-orig-"): value for name, value in exchange.headers if name.startswith("x-archive-")
    }


def led_away(asked: str, reached: str) -> Unfit | None:
    """What it means that a capture of one page leads on to another; None where that may be the same content."""
    if is_home(reached) and not is_home(asked):
        return Unfit("the capture leads on to the home page")
    if is_login(reached) and not is_login(asked):
        return Unfit("the capture leads on to a login page")
    if urlsplit(reached).hostname != urlsplit(asked).hostname:
        return Unfit("the capture leads on to another site")
    return None
