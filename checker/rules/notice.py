"""Notices: headings with little below them that say that there is nothing here, whatever else a site has on its pages.

Looser words than those of :mod:`checker.rules.soft404` are a reason to look: only where a made-up neighbour shows the
same page do they count. A plea, a heading that says so and a sentence below it that speaks to those who came in vain,
needs no neighbour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.lead import Section
from checker.observation import Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import absence, asked, called, declared, signs
from checker.rules.gatewords import PRIVATE, REFUSAL, ROBOTS
from checker.rules.notfound import HOMEWARD, LATER, LOOSE, NO_RESULTS, PASSING, REFUSED, TITLE, TO_VISITORS
from checker.rules.noticewords import (
    ABOUT_PAGES,
    ALARM,
    APOLOGY,
    BEGUN,
    FOR_NOW,
    LOST,
    MAY_BE_SHUT,
    NUMBER,
    OF_MYSELF,
    OF_NEW_SITE,
    OF_SITE,
    OF_TROUBLE,
    ON_CONDITION,
    ON_MESSAGES,
    ON_TERMS,
    OR_PASSING,
    OURS,
    PAGES,
    SUBTITLE,
    TROUBLE,
    WHICH,
    YEAR,
)
from checker.rules.saying import SEPARATORS, is_datum, is_subject, says_so, says_something, sentences
from checker.rules.sentences import Sentence

_LONG = 22
_BESIDE = 4
"""Words that may stand beside a sentence of absence and be about anything: "Notice", a code."""
_HAN = regex(r"[\u3400-\u9fff]")
_SAYING = 4
_SHORT = 12
_SITE_WORDS = 4
_DIGITS = regex(r"\d{2}")


def explains(page: PageText) -> bool:
    """Whether a page is called as help on such messages is, or as a report on one: "Why you see “Page not found”"."""
    return _explain((page.title or "", *page.headings[:1]))


@lru_cache(maxsize=4)
def _explain(names: tuple[str, ...]) -> bool:
    low = [one.lower() for one in names]
    said = (one for one in low if LOOSE.search(one))
    is_one = any(is_subject(one) or (ON_CONDITION.search(one) and not says_so(one)) for one in said)
    return is_one or any(map(ON_MESSAGES.search, low))


def body_signs(page: PageText) -> Iterator[Sign]:
    """The first section that is a notice, and the first plea."""
    if explains(page):
        return
    titled_too = [Section(page.title or "", page.sections[0].text if page.sections else "")] if page.title else []
    told = [one for one in (*page.sections, *titled_too) if not one.is_cut]
    notice = next((said for one in told if (said := _notice(one))), None)
    if notice:
        yield from _of_notice(page, notice)
    elif about := next((said for one in page.sections[:1] if (said := _about(one))), None):
        yield signs.sign("soft404.about", about)
    short = (one for one in page.sections[:2] if not one.is_cut)
    if any(is_datum(one) for section in short for one in sentences(section.text.lower())):
        yield signs.sign("soft404.datum", "it has data")
    if not notice and (absent := next((said for one in told if (said := _anything(one))), None)):
        yield signs.sign("soft404.absent", absent)
    message = next((said for one in page.sections[:1] if (said := _message(one))), None)
    if message and _may_be_site(page.title or ""):
        yield signs.sign("soft404.message", message)
    named = next((said for one in told if (said := _named(one))), None)
    if named:
        yield signs.sign(asked.NAMED, named)
    titled = bool(page.title) and says_so(page.title or "")
    plea = next((said for one in page.sections if (said := _plea(one, titled=titled))), None)
    if plea:
        yield signs.sign("soft404.plea", plea)
    is_said = bool(notice or plea) or titled or any(says_so(one) for one in page.headings)
    is_short = bool(page.sections) and not page.sections[0].is_cut
    mark = declared.mark(page, in_scripts=is_said or is_short)
    if mark:
        yield signs.sign("soft404.declared", mark)


def _of_notice(page: PageText, notice: str) -> Iterator[Sign]:
    """The sign of a notice, and whether heading and text say it both."""
    yield signs.sign("soft404.notice", notice)
    if any(says_so(one.heading) and _absent(sentences(one.text.lower())) for one in page.sections):
        yield signs.sign("soft404.twice", notice)


def _notice(section: Section) -> str | None:
    """The words by which a section says that there is nothing, and it says nothing else."""
    heading, low = section.heading.lower(), section.text.lower()
    if section.is_cut:
        return None
    told = sentences(low)
    absent = _absent(told)
    strict, whole = says_so(heading), "\n".join(one for one in (heading, *told) if one != absent)
    said = section.heading if strict else absent or loose([heading, *told]) or _number(low)
    said = said or (None if _may_pass(low) else _apology(heading, low))
    others = [one for one in told if one != absent and (says_something(one) or (not strict and is_datum(one)))]
    if not said and not others and told and _is_alarm(heading) and not (OURS.search(low) or _may_pass(low)):
        said = heading if all(map(is_of_pages, told)) else None
    if not said or LATER.search(whole) or (not strict and (_is_other(whole) or SUBTITLE.search(low))):
        return None
    is_beside = (ABOUT_PAGES.search(one) or (absent and OF_NEW_SITE.search(one)) for one in others)
    return said if all(is_beside) else None


def _absent(told: Sequence[str]) -> str | None:
    """A sentence of absence (:mod:`checker.rules.absence`) with hardly anything beside it that is not about pages."""
    said = next((one for one in told if absence.says(one, named=False) and not FOR_NOW.search(one)), None)
    rest = (one for one in told if said and one != said and not (LOOSE.search(one) or _is_beside(one)))
    return said if sum(len(one.split()) + len(_HAN.findall(one)) // 2 for one in rest) <= _BESIDE else None


def _is_beside(sentence: str) -> bool:
    """Whether a sentence is of pages, of the site, of the message itself, or only an exclamation."""
    is_said_of_it = OF_TROUBLE.search(sentence) or OF_NEW_SITE.search(sentence)
    return is_of_pages(sentence) or is_said_of_it is not None or _is_alarm(sentence)


def _anything(section: Section) -> str | None:
    """All that a section says where that is, in a few words, that anything is not there.

    Whoever calls the thing by its name above, or tells when it went, describes it.
    """
    told = [one for one in (section.heading.lower(), *sentences(section.text.lower())) if one]
    if section.is_cut or any(_DIGITS.search(one) for one in told):
        return None
    said = [one for one in told if Sentence(one).length <= _SHORT and _is_said_of_it(one)]
    if not said or any(not (one in said or _is_alarm(one) or is_of_pages(one)) for one in told):
        return None
    whole = " – ".join(dict.fromkeys(said))
    return None if _is_other("\n".join(told)) else whole


def _message(section: Section) -> str | None:
    """A sentence that says of a page, to those who came for it, that it is gone; all that is said, under no name."""
    if section.is_cut or not (section.heading == "" or _is_alarm(section.heading.lower())):
        return None
    told = sentences(section.text.lower())
    said = next((one for one in told if TITLE.fullmatch(one) or absence.says(one, named=False)), None)
    if said is None or not PAGES.search(said) or MAY_BE_SHUT.search(said) or not any(map(TO_VISITORS.search, told)):
        return None
    others = [one for one in told if one != said]
    return None if _is_other("\n".join(others)) or not all(map(is_of_pages, others)) else said


def _may_be_site(title: str) -> bool:
    """Whether a title may be but the name of the site: short, in one part, or an exclamation."""
    parts = SEPARATORS.split(title)
    is_short = len(parts) == 1 and ": " not in title and len(title.split()) <= _SITE_WORDS
    return is_short or any(_is_alarm(one.lower()) for one in parts)


def _is_said_of_it(sentence: str) -> bool:
    """Whether a sentence says that something is not there, rather than what is not there: "places that do not exist"."""
    bare = called.unquoted(sentence)
    said = LOOSE.search(bare)
    if said is None:
        return False
    before, _, after = bare.partition(said)
    return not (WHICH.search(before) or after.startswith("的")) or is_of_pages(sentence)


def _named(section: Section) -> str | None:
    """A sentence of a section that says of something it quotes that it is not there; all others are of pages or searches."""
    heading, low = section.heading.lower(), section.text.lower()
    if section.is_cut or not (_names_something(heading) or _names_something(low)):
        return None
    told = [one for one in (heading, *sentences(low)) if one]
    quoting = (one for one in told if len(one.split()) <= _LONG and _names_something(one))
    said = next((one for one in quoting if _is_absent(called.unquoted(one))), None)
    if said is None or _is_other("\n".join(map(called.unquoted, told))):
        return None
    others = (one for one in told if one != said and says_something(one))
    return said if all(ABOUT_PAGES.search(one) or NO_RESULTS.search(one) for one in others) else None


def _names_something(sentence: str) -> bool:
    return called.QUOTED.search(sentence) is not None or bool(NO_RESULTS.search(sentence))


def _is_absent(sentence: str) -> bool:
    return bool(LOOSE.search(sentence) or NO_RESULTS.search(sentence))


def _is_other(whole: str) -> bool:
    """Whether it speaks of a trouble that may pass, or of readers who are kept out."""
    settled = _settled(whole)
    spoken = Sentence(settled)
    shut = any(stems in spoken for stems in (REFUSAL, ROBOTS, PRIVATE))
    return shut or bool(PASSING.search(settled) or REFUSED.search(settled))


def _settled(whole: str) -> str:
    """A text without the last of several reasons where that may pass: "removed, renamed, or temporarily unavailable"."""
    if not (reason := OR_PASSING.search(whole)):
        return whole
    start = max(whole.rfind(stop, 0, reason.start()) for stop in ".\n") + 1
    return whole[: reason.start()] + whole[reason.end() :] if LOOSE.search(whole[start : reason.start()]) else whole


def loose(told: Sequence[str]) -> str | None:
    """Loose words that are said of a page, or to those who came for one; bells and anchors are not found, either."""
    for one in told:
        said = LOOSE.search(called.unquoted(one)) if len(one.split()) <= _LONG else None
        if said and (is_of_pages(one) or one.strip(" !¡.…") == said):
            return said
    return None


def has_year(text: str) -> bool:
    """Whether a year stands in a text."""
    return YEAR.search(text) is not None


def is_on_the_web(text: str) -> bool:
    """Whether a text speaks of what is on the web and nowhere else."""
    return PAGES.search(text) is not None


def is_of_the_web(sentence: str) -> bool:
    """Whether a sentence speaks of what is on the web alone, to those who came for it, or says as a whole that it is gone."""
    whole = TITLE.fullmatch(sentence) is not None or absence.says(sentence)
    return whole or is_on_the_web(sentence) or TO_VISITORS.search(sentence) is not None


def is_of_pages(sentence: str) -> bool:
    """Whether a sentence speaks of pages, or to those who came for one; with a year in it, of an item that is described."""
    if TO_VISITORS.search(sentence) or TITLE.fullmatch(sentence):
        return True
    return (PAGES if YEAR.search(sentence) else ABOUT_PAGES).search(sentence) is not None


def _is_alarm(heading: str) -> bool:
    return any(ALARM.fullmatch(part.lstrip("¡¿")) for part in SEPARATORS.split(heading))


def _about(section: Section) -> str | None:
    """What a page begins with that speaks of pages and links alone, and of their being lost: it has no other subject."""
    if section.is_cut:
        return None
    low = section.text.lower()
    told = [one for one in sentences(low) if len(one.split()) >= _SAYING or len(one) >= 3 * _SAYING]
    told = [one for one in told if not HOMEWARD.search(one)] or told
    whole = f"{section.heading.lower()}\n{low}"
    if not told or not _is_lost(section.heading, whole) or not all(ABOUT_PAGES.search(one) for one in told):
        return None
    if _is_other(whole) or any(words.search(whole) for words in (LATER, BEGUN, OURS, OF_MYSELF, SUBTITLE)):
        return None
    return told[0]


def _is_lost(heading: str, whole: str) -> bool:
    """Whether pages are said to be lost, or whatever is said of them is an exclamation's."""
    if TROUBLE.search(whole):
        return False
    is_vague = _is_alarm(heading.lower()) and not (_may_pass(whole) or OF_SITE.search(whole))
    return is_vague or LOST.search(whole) is not None


def _may_pass(low: str) -> bool:
    """Whether who says no more than that he is sorry speaks of what is shut, there on terms, or in trouble."""
    return any(words.search(low) for words in (MAY_BE_SHUT, ON_TERMS, TROUBLE))


def _number(low: str) -> str | None:
    match = NUMBER.search(low)
    return match[0] if match else None


def _apology(heading: str, low: str) -> str | None:
    """An apology to those who came for a page."""
    sorry = APOLOGY.search(f"{heading}\n{low}") if ABOUT_PAGES.search(low) else None
    return sorry[0] if sorry else None


def _plea(section: Section, *, titled: bool) -> str | None:
    """A sentence to those who came in vain, right below a heading that says so; nothing else is said there."""
    low = section.text.lower()
    is_asked = section.heading.rstrip().endswith(("?", "？"))
    if (
        section.is_cut
        or is_asked
        or not (titled or says_so(section.heading))
        or LATER.search(low)
        or REFUSED.search(low)
    ):
        return None
    told = sentences(low)
    if any(says_something(one) for one in told):
        return None
    return next((one for one in told if _is_plea(one)), None)


def _is_plea(sentence: str) -> bool:
    if ON_CONDITION.search(sentence):
        return False
    said = LOOSE.search(sentence) and TO_VISITORS.search(sentence)
    return bool(said) or TITLE.fullmatch(sentence) is not None
