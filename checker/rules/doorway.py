"""Redirects that end at a doorway: a page for robots, of consent, or of login, told by its address. Pure.

A word in an address says little: there are articles under ``/research/consent`` and ``/sso/report``. It decides
only where the page does not speak against it.
"""

from __future__ import annotations

from checker import urls
from checker.observation import PageFacts
from checker.reasons import Reason
from checker.rules import botwall, consent, login, naming, signs, withheld
from checker.rules.redirects import Way

_MUCH = 150
"""Words that no doorway has; those that explain themselves at length show other signs."""
_KINDS = (
    (Reason.BOT_WALL, botwall.is_wall, "sent to a page for robots"),
    (Reason.CONSENT_WALL, consent.is_consent, "sent to a consent page"),
    (Reason.LOGIN_REQUIRED, login.is_login, "sent to a login page"),
)


def find(led: Way, page: PageFacts | None, kind: str, cited_title: str | None) -> tuple[Reason, str] | None:
    """The doorway that a chain of redirects ends at, with one line of evidence; None where it ends at content.

    Args:
        led: the chain.
        page: what was read at its end.
        kind: the content type of that.
        cited_title: the title that the source was cited by, if known.
    """
    if page is None and kind and "html" not in kind.lower():
        return None
    for reason, is_doorway, said in _KINDS:
        if is_doorway(led.final) and not is_doorway(led.asked):
            if page is not None and is_content(page, led.asked, cited_title):
                return None
            return reason, f"{said}, {urls.redact(led.final)}"
    return None


def is_content(page: PageFacts, asked: str, cited_title: str | None) -> bool:
    """Whether a page speaks for itself: it names what was asked for, or has much to say and shows no doorway's sign."""
    if not page.complete and page.words == 0:
        return False
    if botwall.has_title(page) or withheld.login_title(page) or signs.of(page, "botwall.challenge"):
        return False
    asks = signs.of(page, "login.password", "login.sentence", "consent.sentence", "consent.button", "botwall.sentence")
    if page.words < _MUCH:
        return naming.covers(page, cited_title, asked) and not asks
    return naming.covers(page, cited_title, asked) or not asks
