"""What one observation says of a source, before history is asked: the rules of the design, §7. Pure.

In doubt we do not know: refusals are ``blocked``, silence is ``unreachable``; a page that was served is
dead only by two independent signs, or by a permanent redirect from a deep address to the home page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from http import HTTPStatus
from typing import assert_never

from checker import rules, urls, waiting
from checker.model import Conclusion
from checker.observation import Failure, FragmentState, Observation, PageFacts
from checker.reasons import Reason, VerdictKind, http_reason
from checker.rules import botwall, collapse, doorway, errorpage, gate, hijack, hub, onward, page_trouble, signs, soft404
from checker.rules.redirects import STATUSES, Way, sent_home, trivial, way

DOI_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_SHARED = "What it leads to is a section of the site, or stands for other pages, too: look there for what was cited."
_NO_ROUTE = "this machine has no way to the addresses of the host; it may have IPv6 only"
_BY_STATUS = {
    401: Reason.LOGIN_REQUIRED,
    402: Reason.PAYMENT_REQUIRED,
    403: Reason.HTTP_403,
    429: Reason.RATE_LIMITED,
    451: Reason.LEGAL_451,
    511: Reason.LOGIN_REQUIRED,
    999: Reason.BOT_WALL,
}
_PHRASES = {413: "Content Too Large", 414: "URI Too Long", 416: "Range Not Satisfiable", 422: "Unprocessable Content"}
"""As RFC 9110 calls them; Python's library has older names."""
_UNAVAILABLE, _CONFLICT = 503, 409
"""Cloudflare says so as well where it does not find the server behind it (error 1001)."""


def conclude(
    url: str,
    observation: Observation,
    *,
    network_up: bool = True,
    collapsed: Mapping[str, int] | None = None,
    cited_title: str | None = None,
    accepted: Collection[int] = (),
) -> Conclusion:
    """Conclude from one observation.

    Args:
        url: the address as cited.
        observation: what asking for it brought.
        network_up: whether failures of its run say anything; if not, nothing is dead.
        collapsed: how many different things were redirected to each final address.
        cited_title: the title that the source was cited by, if known.
        accepted: error statuses that sources.yml says are fine on this host.
    """
    is_refused = observation.failure is Failure.BAD_ENCODING and (observation.status or 0) >= 400
    if observation.failure is not None and not is_refused:  # what cannot be read there says nothing more
        return _of_failure(observation, observation.failure, network_up=network_up)
    status = observation.status
    if status is None:
        return Conclusion(Reason.CONNECTION_FAILED, "no answer")
    if status in accepted:
        return Conclusion(Reason.HTTP_200, f"{_named(status)}, which sources.yml accepts from this host")
    if urls.host_of(observation.final_url) in DOI_HOSTS:
        return _of_doi(observation, status)
    if 200 <= status < 300 or (status == 300 and observation.page is not None):
        return _of_page(url, observation, collapsed or {}, cited_title)
    return _of_status(observation, status)


def _of_failure(observation: Observation, failure: Failure, *, network_up: bool) -> Conclusion:
    reason = _failure_reason(failure)
    if reason.kind is VerdictKind.DEAD and not network_up:
        reason = Reason.DNS_FAILURE
    if failure is Failure.NO_ROUTE:  # it says something about us, and no number of runs changes that
        evidence = f"{_NO_ROUTE} ({observation.detail})" if observation.detail else _NO_ROUTE
        return Conclusion(reason, evidence, suspected_at_most=True)
    return Conclusion(reason, observation.detail or failure.value)


def _failure_reason(failure: Failure) -> Reason:  # noqa: C901  # one line each, checked to be all
    match failure:
        case Failure.TIMEOUT:
            return Reason.TIMEOUT
        case Failure.CONNECTION_REFUSED:
            return Reason.CONNECTION_REFUSED
        case Failure.CONNECTION_RESET:
            return Reason.CONNECTION_RESET
        case Failure.CONNECTION_FAILED | Failure.NO_ROUTE:
            return Reason.CONNECTION_FAILED
        case Failure.DNS_NXDOMAIN:
            return Reason.DNS_NXDOMAIN
        case Failure.DNS_FAILURE:
            return Reason.DNS_FAILURE
        case Failure.TLS_EXPIRED:
            return Reason.TLS_EXPIRED
        case Failure.TLS_WRONG_HOST:
            return Reason.TLS_WRONG_HOST
        case Failure.TLS_UNTRUSTED:
            return Reason.TLS_UNTRUSTED
        case Failure.TLS_FAILURE:
            return Reason.TLS_FAILURE
        case Failure.REDIRECT_LOOP:
            return Reason.REDIRECT_LOOP
        case Failure.TOO_MANY_REDIRECTS:
            return Reason.TOO_MANY_REDIRECTS
        case Failure.MALFORMED_RESPONSE:
            return Reason.MALFORMED_RESPONSE
        case Failure.BAD_ENCODING:
            return Reason.BAD_ENCODING
        case Failure.PRIVATE_ADDRESS:
            return Reason.PRIVATE_ADDRESS
        case Failure.UNSAFE_REDIRECT:
            return Reason.UNSAFE_REDIRECT
        case Failure.PROXY:
            return Reason.PROXY_FAILURE
        case _:
            assert_never(failure)


def _of_doi(observation: Observation, status: int) -> Conclusion:
    if status in (404, 410):
        return Conclusion(Reason.DOI_UNREGISTERED, f"the DOI resolver answers {_named(status)}")
    if status < 400:
        return Conclusion(Reason.DOI_REGISTERED, "the DOI resolver knows it")
    return _of_status(observation, status)


def _of_status(observation: Observation, status: int) -> Conclusion:
    page = _web_page(observation)
    wall = botwall.find(page, status, dict(observation.headers))
    if page and not wall and (status == 503 or (400 <= status < 500 and status not in (404, 410))):
        wall = gate.robots(page, "", None)
    if wall and status != 451:
        return Conclusion(Reason.BOT_WALL, wall)
    evidence = _named(status)
    if len(observation.hops) > 1:
        evidence += f" at {urls.redact(observation.final_url)}"
    wait = waiting.seconds(observation.header("retry-after"), observation.at) if status in waiting.ASKING else None
    if wait is not None and wait > waiting.LONGEST:
        evidence += f"; it asks us to wait {waiting.told(wait)}"
        if not (page and status == _UNAVAILABLE and errorpage.is_worked_at(page)):
            return Conclusion(Reason.RATE_LIMITED, evidence)
    behind = errorpage.find(page, observation.final_url) if page and status == _CONFLICT else None
    if behind:
        return Conclusion(Reason.ERROR_PAGE, f"{evidence}; {behind}")
    if status in _BY_STATUS:
        return Conclusion(_BY_STATUS[status], evidence)
    if status in STATUSES:
        evidence += ", and no address to go to"
    if 300 <= status < 600:
        return Conclusion(http_reason(status), evidence)
    return Conclusion(Reason.MALFORMED_RESPONSE, f"the server answers with the status {status}")


@cache
def _named(status: int) -> str:
    try:
        return f"{status} {_PHRASES.get(status) or HTTPStatus(status).phrase}"
    except ValueError:
        return f"status {status}"


def _of_page(url: str, observation: Observation, collapsed: Mapping[str, int], cited_title: str | None) -> Conclusion:
    led = way(url, observation.hops, observation.final_url)
    page, status = _web_page(observation), observation.status or 200
    if page is not None:
        trouble = _of_content(url, observation, page, cited_title)
        if trouble:
            return Conclusion(*trouble, suspected_at_most=trouble[0] is Reason.REDIRECTED_TO_HOME)
    elif observation.page is None and (wall := _unseen(observation, status)):
        return Conclusion(Reason.BOT_WALL, wall)
    gone = _of_way(led, observation, collapsed, cited_title) if led else None
    if gone:
        return gone
    warnings = tuple(_warnings(url, observation))
    if led is not None:
        alone = collapse.stands_for(led, page, collapsed.get(led.final, 0), cited_title)
        moved = _moved(led, warnings, alone=alone)
        if moved:
            return moved
    steps = len(observation.hops) - 1
    way_here = f", by way of {steps} redirect{'s' * (steps != 1)}" if led else ""
    beside = [f", though {one.text}" for one in signs.of(page, soft404.SIBLING)[:1]] if page else []
    return Conclusion(Reason.HTTP_200, "".join([_named(status), way_here, *beside]), warnings)


def _of_content(
    url: str, observation: Observation, page: PageFacts, cited_title: str | None
) -> tuple[Reason, str] | None:
    """Why what was served is not what was cited, as its content tells; None if nothing speaks against it."""
    status, final = observation.status or 200, observation.final_url
    stolen = hijack.find(page, url, final, cited_title)
    if stolen:  # shops speak to their readers as walls do
        return Reason.HIJACKED_DOMAIN, stolen
    trouble = page_trouble(page, final, status, dict(observation.headers), asked=url, cited_title=cited_title)
    return trouble or onward.find(url, page, final)


def considered(
    url: str, observation: Observation, cited_title: str | None = None
) -> Iterator[tuple[Reason, str | None]]:
    """What each rule on the content of a page that was served finds, in their order, then what the way to it says.

    ``url`` is the address as cited, ``cited_title`` the title it was cited by.
    """
    page, status, final = observation.page, observation.status or 0, observation.final_url
    if observation.failure or not 200 <= status <= 300:
        return
    if page is not None and not page.pdf:
        yield Reason.HIJACKED_DOMAIN, hijack.find(page, url, final, cited_title)
        yield from rules.considered(page, final, status, dict(observation.headers), asked=url, cited_title=cited_title)
        onto = onward.find(url, page, final)
        if onto:
            yield onto
    led = way(url, observation.hops, final)
    end = _of_way(led, observation, {final: observation.arrivals}, cited_title) if led else None
    if end:
        yield end.reason, end.evidence


def _web_page(observation: Observation) -> PageFacts | None:
    """The page that was read; none where that is a PDF, of which what rules know of pages says nothing."""
    page = observation.page
    return None if page is not None and page.pdf else page


def _unseen(observation: Observation, status: int) -> str | None:
    """Evidence of a wall where there is no page to look at. No server answers a reader's GET with an empty 202."""
    wall = botwall.find(None, status, dict(observation.headers))
    kind = observation.header("content-type").lower()
    if wall is None and status == 202 and (not kind or "text" in kind or "html" in kind):
        return "202 Accepted and nothing with it, as walls answer robots"
    return wall


def _of_way(
    led: Way, observation: Observation, collapsed: Mapping[str, int], cited_title: str | None
) -> Conclusion | None:
    """What the end of a chain of redirects says by itself."""
    page, shown = _web_page(observation), urls.redact(led.final)
    may_be_door = page is not None or observation.page is None
    door = doorway.find(led, page, observation.header("content-type"), cited_title) if may_be_door else None
    if door:
        return Conclusion(*door)
    if sent_home(led, page, [cited_title] if cited_title else []):
        how = "permanently" if led.permanent else "for now"
        evidence = f"redirected {how} to the home page, {shown}"
        return Conclusion(Reason.REDIRECTED_TO_HOME, evidence, suspected_at_most=not led.permanent)
    many = collapsed.get(led.final, 0)
    told = collapse.find(led, page, many, cited_title) if may_be_door else None
    if told:
        return Conclusion(*told, suspected_at_most=not led.permanent)
    found = [f"{many} cited addresses all lead to {shown}"] if many >= collapse.MANY else []
    found += hub.found(led, page, cited_title)
    if soft404.error_path(led.final) and not soft404.error_path(led.asked):
        found.append(f"redirected to an error page, {shown}")
    words = soft404.words_of_death(page) if page and not soft404.is_about(led.asked, cited_title, page) else None
    if words:
        found.append(words)
    evidence_of_both = signs.both(found)
    for_now = not led.permanent and words is None
    return Conclusion(Reason.SOFT_404, evidence_of_both, suspected_at_most=for_now) if evidence_of_both else None


def _moved(led: Way, warnings: tuple[str, ...], *, alone: bool) -> Conclusion | None:
    """A move for good, as far as its permanent steps lead; told where that is not to a place of its own."""
    if led.settled == led.asked:
        return None
    small = trivial(led.asked, led.settled)
    if small is None and urls.without_fragment(led.asked) == urls.without_fragment(led.settled):
        return None
    evidence = f"moved for good to {urls.redact(led.settled)}"
    told = warnings if small or alone else (*warnings, _SHARED)
    return Conclusion(small or Reason.MOVED_PERMANENTLY, evidence, told)


def _warnings(url: str, observation: Observation) -> list[str]:
    page = _web_page(observation)
    found = []
    if observation.fragment is FragmentState.ABSENT:
        found.append(f"Nothing on the page is named “{urls.fragment(url)}”.")
    if observation.completed_chain:
        found.append("The server leaves out an intermediate certificate; browsers fetch it, other readers may fail.")
    if observation.status in (204, 205):
        found.append("The server sends an empty page.")
    to = onward.target(page)
    if to:
        found.append(f"The page only sends its readers on to {urls.redact(to)}.")
    words = soft404.words_of_death(page) if page else None
    if words:
        found.append(f"Look at it: {words}.")
    return found
