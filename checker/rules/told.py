"""What the sentences of a page say of its being there, and what else they have to say. Pure."""

from __future__ import annotations

from checker.page import PageText
from checker.patterns import regex
from checker.rules import notice, prose
from checker.rules.notfound import SENTENCE, TITLE
from checker.rules.noticewords import FOR_NOW
from checker.rules.saying import says_so, says_something, sentences

READ = 20_000
"""Characters of a page that are looked at."""
_FURNITURE = regex(
    r"\bcookies?\b|©|copyright|all rights reserved|javascript|newsletter|datenschutz|privacy policy|конфиденциальн|隐私"
)
"""What sites say of themselves on all their pages."""
_GOODS = regex(r"product|\bitem|\bartikel\b|товар|商品|produit|producto|prodotto|produto|produkt")
_NUMBERS = regex(r"(?<!\d)(?!404)\d")
NOTHING_AT_ALL = 4
_AFTER = 100
_FEW = 5
_HAN = regex(r"[\u3040-\u30ff\u3400-\u9fff]")


def sentence(low: str) -> str | None:
    """The words of a sentence that says so of a page: a record may be missing in a survey of 1931."""
    match = SENTENCE.search(low)
    if match and (FOR_NOW.search(match[0]) or prose.is_quoted(low, match.start(), match.end())):
        return None
    if match is None or not notice.has_year(match[0] + low[match.end() :].partition("\n")[0][:_AFTER]):
        return match[0] if match else None
    found = (SENTENCE.search(one) for one in sentences(low) if notice.is_of_pages(one))
    return next((one[0] for one in found if one), None)


def statement(page: PageText) -> str | None:
    """A sentence that stands by itself and says so, in other words than the title; headings are judged as such."""
    if page.words <= NOTHING_AT_ALL and TITLE.fullmatch(page.low[:100].strip()):
        return page.low.strip()
    headings = _headings_of(page)
    told = [one for one in sentences(page.low[:2_000]) if len(one) > 8]
    alone = (one for one in told if one not in headings and TITLE.fullmatch(one) and not FOR_NOW.search(one))
    if page.sections and _NUMBERS.search(page.sections[0].text):  # its measures and price are told: out of stock
        alone = (one for one in alone if not _GOODS.search(one))
    return next((one for one in alone if told.count(one) == 1), None)


def content(page: PageText) -> str | None:
    """A sentence that has something else to say, to others than those who came in vain."""
    said = _headings_of(page)
    told = (one for one in sentences(page.low[:READ]) if says_something(one) and not _FURNITURE.search(one))
    return next((one for one in told if one not in said), None) or _under_bare_words(page)


def _under_bare_words(page: PageText) -> str | None:
    """What is said below a title that does not say of a page that it is not there: butterflies are not, either."""
    names = [one.lower() for one in (page.title or "", *page.headings) if says_so(one)]
    if not names or any(map(notice.is_on_the_web, names)) or not page.sections:
        return None
    others = [one for one in sentences(page.sections[0].text.lower()) if not notice.is_of_the_web(one)]
    words = sum(len(set(one.split())) + len(_HAN.findall(one)) // 2 for one in others)
    return max(others, key=len) if words >= _FEW else None


def _headings_of(page: PageText) -> set[str]:
    return {one.lower().rstrip(" .!?…。！？") for one in (page.title or "", *page.headings, *page.lesser_headings)}
