"""Pages that only send their readers on, by a refresh or a script, where servers would use a redirect. Pure."""

from __future__ import annotations

from msgspec.structs import replace

from checker import urls
from checker.observation import Failure, Hop, Observation, PageFacts
from checker.reasons import Reason
from checker.rules import botwall, page_trouble, parked, signs, soft404
from checker.rules.consent import is_consent
from checker.rules.home import is_home
from checker.rules.login import is_login
from checker.rules.redirects import Way, sent_home

STUB = 60
"""Words that a page may have beside sending its readers on: "You are being redirected, click here"."""


def target(facts: PageFacts | None) -> str | None:
    """Where a page with hardly any text sends its readers at once; None for a page that has something to read."""
    if facts is None or not facts.complete or facts.words >= STUB:
        return None
    return facts.refresh


def find(asked: str, facts: PageFacts, final_url: str) -> tuple[Reason, str] | None:
    """What the place that readers are sent to says by itself; None where it must be asked.

    Args:
        asked: the address as cited.
        facts: of the page.
        final_url: where it was found.
    """
    to = target(facts)
    if to is None:
        return None
    how = f"the page only sends its readers on to {urls.redact(to)}"
    if parked.parking_host(to) and not parked.parking_host(asked):
        return Reason.PARKED_DOMAIN, f"{how}, a parking service; {signs.only(facts.words)}"
    if botwall.is_wall(to) and not botwall.is_wall(asked):
        return Reason.BOT_WALL, f"{how}, a page for robots"
    if is_consent(to) and not is_consent(asked):
        return Reason.CONSENT_WALL, f"{how}, a consent page"
    if is_login(to) and not is_login(asked):
        return Reason.LOGIN_REQUIRED, f"{how}, a login page"
    if soft404.error_path(to) and not soft404.error_path(asked):
        return Reason.SOFT_404, f"{how}, an error page; {signs.only(facts.words)}"
    if (
        urls.owner(to) == urls.owner(asked)
        and not is_home(final_url)
        and sent_home(Way(asked, to, permanent=False, settled=asked))
    ):
        return Reason.REDIRECTED_TO_HOME, f"{how}, the home page; {signs.only(facts.words)}"
    return None


def next_step(asked: str, seen: Observation) -> str | None:
    """The address to ask in order to see what readers see, where the page by itself does not say."""
    to = target(seen.page) if seen.failure is None and seen.status is not None and 200 <= seen.status < 300 else None
    if to is None or seen.page is None or find(asked, seen.page, seen.final_url):
        return None
    if page_trouble(seen.page, seen.final_url, seen.status or 200, dict(seen.headers), asked=asked):
        return None
    try:
        step = urls.request_url(to)
    except urls.UrlError:
        return None
    return None if step in [hop.url for hop in seen.hops] else step


def joined(seen: Observation, beyond: Observation, to: str) -> Observation:
    """One observation of both steps: the page that sends its readers on is a hop on the way."""
    led = (*seen.hops[:-1], Hop(seen.final_url, seen.status or 200, to))
    if beyond.failure is Failure.PRIVATE_ADDRESS:  # led there by a page: a trap, not a slip of whoever cites
        detail = f"sends its readers on to {urls.redact(to)}: {beyond.detail}"
        beyond = replace(beyond, failure=Failure.UNSAFE_REDIRECT, detail=detail)
    return replace(
        beyond,
        hops=(*led, *beyond.hops),
        requests=seen.requests + beyond.requests,
        elapsed_ms=seen.elapsed_ms + beyond.elapsed_ms,
        completed_chain=seen.completed_chain or beyond.completed_chain,
        tries=(*seen.tries, *beyond.tries),
    )
