"""A short page that stands at every address of a site and says nothing of what was cited. Pure.

Nobody can know all that servers show in place of a page. What is shown for an address that cannot exist as well is not
the page; of what kind it is, is guessed by what most of its own sentences speak of: of who comes in, or of a site that
is kept by somebody. Sites that look at a part of the address only show their healthy pages everywhere, too: a recipe
and a timetable speak to their reader, and of what is closed, and are neither. Nothing here is death: readers who are
let in may see another. Applications that draw their pages by script show the same to us everywhere, and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import naming, own, sentences, signs, soft404
from checker.rules.doorwords import AGAIN, CHECKING, ENTERING, FOR_OTHERS, PAGES, TOO_MUCH, WAITING
from checker.rules.gatewords import ASKED, MACHINE, POLITE, PRIVATE, REFUSAL, RESOURCE, ROBOTS, VISITOR, WEB
from checker.rules.hostingwords import CONTRACT, DIRECT, DOMAIN, HOSTED, KEEPER, NAME, OUTAGE, PAUSED, SALE
from checker.rules.sentences import Sentence, unquoted

_MUCH = 80
_FEW = 4
"""Words of a page that says anything."""
_SCRIPT = "javascript"
_BADGE = "protected by recaptcha"
"""What forms say that have a captcha nobody sees."""
_DOTTED = regex(r"\w\.\w")
_MOST = 5
_SHUT = (REFUSAL, ROBOTS, PRIVATE)
_OF_DOORS = (VISITOR, MACHINE, WAITING, CHECKING, ENTERING)
_SPEAKING = (*_SHUT, TOO_MUCH, FOR_OTHERS, HOSTED, OUTAGE, MACHINE, WAITING, ENTERING)
"""One of these stands on every such page."""
_OF_WEB = (HOSTED, RESOURCE, MACHINE, ASKED)
_BLUNT = 5
_SAID_BESIDE = (POLITE, AGAIN, MACHINE, WAITING, CHECKING, ENTERING)
_COMPANY = (VISITOR, MACHINE, CHECKING, WEB, ASKED)
_REFUSED, _AT_DOOR, _HOSTED, _FAILED, _BESIDE = "refused", "door", "hosted", "failed", "beside"
_KINDS, _FAILING = (_REFUSED, _AT_DOOR, _HOSTED, _FAILED), (_HOSTED, _FAILED)
_ENOUGH = 3
_LABEL = 3
"""Words of a sentence that is hardly one: "Access denied", "Technical error"."""


def body_signs(page: PageText) -> Iterator[Sign]:
    """What most sentences of a short page say: who comes in, that a site is off, or that its name is to be had."""
    if not _FEW <= page.words < _MUCH or _BADGE in page.low:
        return
    whole, told = sentences.whole(page), _told(page)
    if SALE in whole and not any(stems in whole for stems in (*_SHUT, MACHINE, CONTRACT)):
        yield from _of_sale(page, told)
    if not (page.password_field or any(stems in whole for stems in _SPEAKING)):
        return
    said = [(one, _spoken_of(unquoted(one))) for one in told]
    kind = _kind(page, said)
    if kind:
        telling = [one for one, spoken in said if kind in spoken] or told
        yield signs.sign("echo.failing" if kind in _FAILING else "echo.shut", _longest(telling))


def _of_sale(page: PageText, told: Sequence[str]) -> Iterator[Sign]:
    """What is to be had, where most of a page speaks of that, and the names it has; goods are sold as well."""
    said = [(one, Sentence(one)) for one in told]
    others = sum(not _is_of_name(one, spoken) and own.says(one) for one, spoken in said)
    offers = [one for one, spoken in said if SALE in spoken]
    if others < sum(_is_of_name(one, spoken) for one, spoken in said):
        yield signs.sign("echo.sale", _longest(offers or told))
        yield from (signs.sign("echo.name", one) for one in sentences.sentences(page)[:_MOST] if _DOTTED.search(one))


def _is_of_name(sentence: str, said: Sentence) -> bool:
    return SALE in said or NAME in said or POLITE in said or ("@" not in sentence and bool(_DOTTED.search(sentence)))


def _told(page: PageText) -> list[str]:
    """What it says by itself; where it has a heading, its title says no more."""
    told, title = own.told(page), (page.title or "").lower()
    is_said_again = not page.headings or title in (one.lower() for one in page.headings)
    return [one for one in told if is_said_again or one != title]


def _kind(page: PageText, said: Sequence[tuple[str, set[str]]]) -> str | None:
    """What a page speaks of more than of anything else."""
    title, whole = (page.title or "").lower(), own.whole(page)
    others = sum(not spoken and one not in title and own.says(one) for one, spoken in said)
    count = {kind: sum(kind in spoken for _, spoken in said) for kind in _KINDS}
    most = {kind for kind, times in count.items() if times > others}
    if _HOSTED in most and not page.password_field and ROBOTS not in whole:
        return _HOSTED
    if page.password_field or (_REFUSED in most and _is_in_company(whole)):
        return _REFUSED
    if _SCRIPT in page.low or "<script" in page.low_source:
        return None  # it says nothing to anybody who has scripts
    if _FAILED in most and (
        any(stems in whole for stems in _OF_WEB) or all(spoken or _is_label(Sentence(one)) for one, spoken in said)
    ):
        return _FAILED
    kinds = sum(stems in whole for stems in _OF_DOORS)
    nothing_else = not others and (count[_AT_DOOR] >= 2 or MACHINE in whole or ENTERING in whole)
    return _AT_DOOR if _AT_DOOR in most and (kinds >= _ENOUGH or nothing_else) else None


def _is_in_company(whole: Sentence) -> bool:
    """Whether robots, strangers and refusals are no subject of their own: it speaks of the web and its reader as well."""
    return any(stems in whole for stems in _COMPANY) or sum(stems in whole for stems in _SHUT) >= 2


def _spoken_of(said: Sentence) -> set[str]:
    """Of what a sentence speaks: nothing of that, something that is said beside it, or what is shut, asked, off, failing."""
    found = {_BESIDE} if any(stems in said for stems in _SAID_BESIDE) else set()
    if ROBOTS in said or PRIVATE in said or (REFUSAL in said and _is_to_reader(said)):
        found.add(_REFUSED)
    if (TOO_MUCH in said or FOR_OTHERS in said) and (PAGES in said or ASKED in said or RESOURCE in said):
        found.add(_REFUSED)
    if sum(stems in said for stems in _OF_DOORS) >= 2:
        found.add(_AT_DOOR)
    if HOSTED in said and ((PAUSED in said and _is_direct(said)) or (KEEPER in said and DIRECT in said)):
        found.add(_HOSTED)
    if OUTAGE in said and (any(stems in said for stems in (*_OF_WEB, PAGES)) or _is_label(said, _LABEL + 1)):
        found.add(_FAILED)
    return found


def _is_to_reader(said: Sentence) -> bool:
    """Whether what is refused is on the web, or it is the reader who is: "You have been blocked"."""
    return (
        any(stems in said for stems in _OF_WEB)
        or _is_label(said, _LABEL + 1)
        or (VISITOR in said and len(said.words) <= _BLUNT)
    )


def _is_direct(said: Sentence) -> bool:
    """Whether it is this site that is off: what is said of accounts and domains in general is a rule."""
    return DIRECT in said or _is_label(said, 2 * _LABEL)


def _is_label(said: Sentence, most: int = _LABEL) -> bool:
    return len(said.words) <= most and said.length - len(said.words) <= _LABEL // 2


def _longest(told: Sequence[str]) -> str:
    return max(told, key=len)


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
    names = [one.lower() for one in (facts.title, *facts.headings) if one]
    texts = [one.text.lower() for one in signs.of(facts, "echo.sale", "echo.name")]
    shown = Sentence(" ".join((*names, *texts)))
    found = _everywhere(facts, asked, cited_title, "echo.sale")
    if found and any(_names(one, host) for one in (*names, *texts)):
        of_it = any(SALE in Sentence(one) and _names(one, host) for one in texts if one not in names)
        return f"{found}; it names {host}" if of_it or host in names or DOMAIN in shown else None
    return found if found and NAME in shown else None


def _names(text: str, host: str) -> bool:
    """Whether a name stands in a text in lower case by itself: in no address of mail or of a page."""
    before, _, after = text.partition(host)
    return before != text and before[-1:] not in ("@", ".", "/", "-") and after[:1] not in ("/", "-")


def _everywhere(facts: PageFacts, asked: str, cited_title: str | None, *rules: str) -> str | None:
    said, same = signs.of(facts, *rules), signs.of(facts, soft404.SIBLING)
    if not (said and same and facts.complete) or naming.is_named(facts, cited_title, asked):
        return None
    return f"{same[0].text}, which says “{said[0].text}” and nothing of what was cited; {signs.only(facts.words)}"
