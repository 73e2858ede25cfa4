"""A short page that stands at every address of a site and says nothing of what was cited. Pure.

Nobody can know all that servers show in place of a page. What is shown for an address that cannot exist as well is not
the page, whatever it says; of what kind it is, is guessed by what it speaks of. That is not death: readers who are let
in may see another. Applications that draw their pages by script show the same to us everywhere, and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import naming, sentences, signs, soft404
from checker.rules.gatewords import MACHINE, PRIVATE, REFUSAL, ROBOTS, VISITOR
from checker.rules.hostingwords import CONTRACT, DIRECT, HOSTED, KEEPER, NAME, OUTAGE, PAUSED, SALE
from checker.rules.sentences import Sentence

_MUCH = 80
_FEW = 4
"""Words of a page, and of a sentence of it, that say anything."""
_SCRIPT = "javascript"
_BADGE = "protected by recaptcha"
"""What forms say that have a captcha nobody sees."""
_DOTTED = regex(r"\w\.\w")
_MOST = 5
_SHUT = (REFUSAL, ROBOTS, PRIVATE)


def body_signs(page: PageText) -> Iterator[Sign]:
    """What a short page says to its reader, or of a site that is kept by somebody."""
    if not _FEW <= page.words < _MUCH or _BADGE in page.low:
        return
    whole = sentences.whole(page)
    if SALE in whole and not any(stems in whole for stems in (*_SHUT, MACHINE, CONTRACT)):
        yield signs.sign("echo.sale", _telling(page))
        yield from (signs.sign("echo.name", one) for one in sentences.sentences(page)[:_MOST] if _DOTTED.search(one))
    shut = page.password_field or any(stems in whole for stems in _SHUT)
    hosted = HOSTED in whole and (PAUSED in whole or (KEEPER in whole and DIRECT in whole))
    spoken = VISITOR in whole or OUTAGE in whole
    if not (shut or hosted) and (not spoken or _SCRIPT in page.low or "<script" in page.low_source):
        return  # it says nothing to anybody who has scripts
    is_failing = (hosted and not page.password_field and ROBOTS not in whole) or (OUTAGE in whole and not shut)
    yield signs.sign("echo.failing" if is_failing else "echo.shut", _telling(page))


def _telling(page: PageText) -> str:
    """The longest sentence that says so."""
    said = sentences.sentences(page)
    kinds = (SALE, *_SHUT, PAUSED, VISITOR)
    telling = [one for one in said if any(stems in Sentence(one) for stems in kinds)]
    return max(telling or said, key=len)


def is_doubtful(facts: PageFacts, asked: str) -> bool:
    """Whether a neighbour should be asked for."""
    said = signs.of(facts, "echo.shut", "echo.failing", "echo.sale")
    return bool(said) and facts.complete and not naming.is_named(facts, None, asked)


def wall(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """Evidence that the server speaks to its reader alike at all addresses, or None."""
    return _everywhere(facts, asked, cited_title, "echo.shut")


def error(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """Evidence that the server speaks of the site alike at all addresses, or None."""
    return _everywhere(facts, asked, cited_title, "echo.failing")


def sale(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """Evidence that the name of the site is to be had at all addresses alike, or None."""
    host = urls.host_of(asked).removeprefix("www.")
    shown = " ".join(
        (facts.title or "", *facts.headings, *(one.text for one in signs.of(facts, "echo.sale", "echo.name")))
    ).lower()
    found = _everywhere(facts, asked, cited_title, "echo.sale")
    if found and host in shown:
        return f"{found}; it names {host}"
    return found if found and NAME in Sentence(shown) else None


def _everywhere(facts: PageFacts, asked: str, cited_title: str | None, *rules: str) -> str | None:
    said, same = signs.of(facts, *rules), signs.of(facts, soft404.SIBLING)
    if not (said and same and facts.complete) or naming.is_named(facts, cited_title, asked):
        return None
    return f"{same[0].text}, which says “{said[0].text}” and nothing of what was cited; {signs.only(facts.words)}"
