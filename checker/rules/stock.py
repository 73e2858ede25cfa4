"""Stock texts: what forums, wikis, repositories and platforms say of what is not there, in words that only they have. Pure.

Their pages have the title and the menus of any other, sometimes even the name of what was asked for as a heading. A second
sign is needed, as always: hardly any text, a heading that is but a label ("Error", "vBulletin Message"), the mark of the
product, or a made-up neighbour that says the same. Under such a label a plain sentence of absence is a message, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import absence, notice, prose, signs
from checker.rules.notfound import LATER, TO_VISITORS
from checker.rules.stockwords import CLOSED, GONE, ORDERED

_MUCH = 300
_THIN = 120
"""Words that a page has at most that shows but such a message and the menus of its site."""
_READ = 6_000
_STOPS = regex(r"[\n.!?…。！]+\s*")
_PARTS = regex(r"\s+[|–—·•»«-]+\s+|\s*[|»«•]\s*|: ")
_BESIDE = 60
"""Characters of a sentence that may stand beside the message in it; one of Chinese says as much as three."""
_AS_WORDS = 2
_SAYS_MUCH, _SAYS_MUCH_HAN = 9, 18
"""Different words, or Chinese characters, of a sentence that has a story to tell."""
_STORIES = 2
_HAN = regex(r"[\u3400-\u9fff]")
_LABEL = regex(
    r"(?:sorry|oops|whoops|uh[- ]oh|error|(?:an |general |application |server |system |page |http |fatal )?errors?(?: (?:has )?occurr?ed| page| message)?|"
    r"(?:sorry, )?something went wrong|server error in '.{0,40}' application|message|(?:vbulletin|forum|board|system|site|user) message|information|"
    r"hinweis|fehler|fehlermeldung|systemmeldung|es ist ein fehler aufgetreten|erreur|une erreur (?:est survenue|s['’]est produite)|avertissement|aviso|ha ocurrido un error|se ha producido un error|mensaje del sistema|"
    r"ошибка|произошла ошибка|системное сообщение|сообщение форума|提示|提示信息|系统提示|出错(?:提示|啦|了)?|错误|错误提示|错误信息|溫馨提示|温馨提示|消息提示|页面提示)\W{0,3}"
)
_UNPLAYABLE = '"playabilitystatus":{"status":"error"'
_MARKS = (
    'class="noarticletext',
    "class='noarticletext",
    'class="errortext',
    "class='errortext",
    "tgme_widget_message_error",
    _UNPLAYABLE,
)
"""How products mark up such messages: MediaWiki, Bitrix, Telegram, YouTube."""
Rows = tuple[tuple[str, str], ...]


def body_signs(page: PageText) -> Iterator[Sign]:
    """A message of a product; a label with a sentence of absence below it; the mark of a message; more than that."""
    if page.words > _MUCH or notice.explains(page):
        return
    low = f"{(page.title or '').lower()}\n{page.low[:_READ]}"
    told = [one.strip() for one in _STOPS.split(low) if one.strip()]
    found = [*_messages(page, low), *_labelled(page, low, told)]
    if not found:
        return
    yield from found
    mark = next((one for one in _MARKS if one in page.low_source), None)
    if mark:
        yield signs.sign("stock.mark", mark.strip("\"'"))
    if sum(map(_is_story, told)) > _STORIES:
        yield signs.sign("stock.story", "it has more to say")


def _messages(page: PageText, low: str) -> Iterator[Sign]:
    for rule, rows in (("gone", GONE), ("ordered", ORDERED), ("closed", CLOSED)):
        said = _message(low, rows)
        if said:
            yield signs.sign(f"stock.{rule}", said)
    if (page.title or "").endswith("YouTube") and _UNPLAYABLE in page.low_source:
        yield signs.sign("stock.gone", "video unavailable")


def _message(low: str, rows: Rows) -> str | None:
    """The first message that is a sentence of its own, not in somebody's prose."""
    for stem, pattern in rows:
        if stem in low:
            match = _compiled(pattern).search(low)
            if match and _is_alone(low, match.start(), match.end()):
                return match[0]
    return None


def _is_alone(low: str, start: int, end: int) -> bool:
    """Whether it is said by the page itself, with little else in the sentence."""
    before, after = _STOPS.split(low[max(0, start - 200) : start])[-1], _STOPS.split(low[end : end + 200])[0]
    beside = before + after
    alone = len(beside) + _AS_WORDS * len(_HAN.findall(beside)) <= _BESIDE
    return alone and not prose.is_reported(beside) and not prose.is_quoted(low, start, end)


def _is_story(sentence: str) -> bool:
    if any(stem in sentence for rows in (GONE, ORDERED, CLOSED) for stem, _ in rows) or absence.says(sentence):
        return False
    spoken = TO_VISITORS.search(sentence) is not None
    return not spoken and (len(set(sentence.split())) >= _SAYS_MUCH or len(_HAN.findall(sentence)) >= _SAYS_MUCH_HAN)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=1024)
def _is_label(text: str) -> bool:
    low = text.lower().strip()
    return any(_LABEL.fullmatch(part) for part in (low, *_PARTS.split(low)[:6]) if part)


def _first_label(low: str) -> str | None:
    """A label that stands by itself in the text, as SharePoint has it."""
    return next((one for one in low[:2_000].split("\n") if 4 < len(one) < 60 and _LABEL.fullmatch(one.strip())), None)


def _labelled(page: PageText, low: str, told: Sequence[str]) -> Iterator[Sign]:
    """A heading that is but a label, and the first sentence of absence."""
    named = (page.title or "", *page.headings, *page.lesser_headings)
    label = next((one for one in named if _is_label(one)), None) or _first_label(low)
    if label is None or LATER.search(low):
        return
    yield signs.sign("stock.label", label)
    said = next((one for one in told if absence.says(one)), None)
    if said:
        yield signs.sign("stock.error", said)


def find(facts: PageFacts, cited_title: str | None) -> str | None:
    """Evidence that a product says that there is nothing, or None.

    Args:
        facts: of the page.
        cited_title: the title that it was cited by: who cites a page about such a message must find it there.
    """
    said = _said(facts)
    if said is None or said in (cited_title or "").lower():
        return None
    found = [f"the page says “{said}”"]
    if not signs.of(facts, "stock.story", "soft404.datum"):
        found += [f"it is headed “{one.text}”" for one in signs.of(facts, "stock.label")[:1]]
    found += [f"its markup marks an error: {one.text}" for one in signs.of(facts, "stock.mark")[:1]]
    if _is_thin(facts) and signs.of(facts, "stock.gone"):
        found.append(signs.only(facts.words))
    found += [one.text for one in signs.of(facts, "soft404.sibling")]
    return signs.both(found)


def _said(facts: PageFacts) -> str | None:
    said = signs.of(facts, "stock.gone") or signs.of(facts, "stock.error")
    return said[0].text if said else None


def ordered(facts: PageFacts) -> str | None:
    """Evidence that a platform does not show a page because somebody ordered so, or None."""
    return _alone(facts, "stock.ordered")


def closed(facts: PageFacts) -> str | None:
    """Evidence that a product will not tell whether a page is missing or only closed to strangers, or None."""
    return _alone(facts, "stock.closed")


def _alone(facts: PageFacts, rule: str) -> str | None:
    said = signs.of(facts, rule)
    return (
        f"the page says “{said[0].text}” and little else; {signs.only(facts.words)}"
        if said and _is_thin(facts)
        else None
    )


def _is_thin(facts: PageFacts) -> bool:
    return facts.complete and facts.words < _THIN and not signs.of(facts, "stock.story")


def is_doubtful(facts: PageFacts) -> bool:
    """Whether a neighbour should be asked for."""
    return _said(facts) is not None


def same(one: PageFacts, other: PageFacts) -> bool:
    """Whether two pages show the same message, whatever names of their own they have around it."""
    return _said(one) is not None and _bare(_said(one)) == _bare(_said(other))


def _bare(said: str | None) -> str:
    return re.sub(r"[\d/]+|[\w-]{12,}", "", said or "")
