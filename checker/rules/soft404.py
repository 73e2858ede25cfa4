"""Soft 404: the server says 200, the page says there is nothing here.

The words come first: the title or a main heading that says so as a whole, in many languages. They never
suffice, for there are articles about "404" and novels called so; a second, independent sign is needed: hardly
any text, a redirect to an address that names the error, a canonical address or a refresh that leads to the
home page, the page keeping itself out of search engines, or a made-up neighbour that shows the same page.
Unless the neighbour does, a page that has anything else to say means what it says: neither its shortness nor
the same words in two places count then. Words that stand only in the text or in a lesser heading count for
less: comments and lists of status codes have them too, so that only the neighbour can confirm them. Signs
after Bar-Yossef 2004 and Meneses 2012.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import asked as repeated
from checker.rules import naming, notice, signs, told
from checker.rules.home import calls_itself_home, is_home
from checker.rules.notfound import LATER, LOOSE, NO_RESULTS, PASSING, TITLE, TO_VISITORS
from checker.rules.saying import SEPARATORS, says_so, sentences

THIN = 200
ABOUT, ABSENT = "soft404.about", "soft404.absent"
"""The sign that a page speaks of pages and links alone (:mod:`checker.rules.notice`)."""
DECLARED = "soft404.declared"
"""The sign that a page tells machines that it is none (:mod:`checker.rules.declared`)."""
SIBLING = "soft404.sibling"
"""The sign that a made-up neighbour shows the same page (:mod:`checker.siblings`)."""
_MUCH = 100
_ERROR_PATH = regex(
    r"/(?:\w{1,20}[-_/])?(?:error|http|status|page|err)?[-_/]?404(?:[-_.][a-z-]*)?(?:\.[a-z]{2,5})?/?$"
    r"|/(?:page|file|content|article|resource|http|error)?[-_]?(?:not[-_]?found|no[-_]such[-_]page)(?:\.[a-z]{2,5})?/?$"
    r"|/(?:page[-_]?)?(?:missing|gone|removed|deleted)(?:\.[a-z]{2,5})?/?$"
    r"|/(?:seite[-_])?nicht[-_]gefunden|/(?:page[-_])?(?:introuvable|non[-_]trouvee)|/(?:pagina[-_])?(?:no[-_]encontrada|no[-_]existe|nao[-_]encontrada|non[-_]trovata|niet[-_]gevonden|inexistente)"
    r"|/stranica[-_]ne[-_]na[ij]dena|/ne[-_]na[ij]deno?|/nie[-_]znaleziono|/sivua[-_]ei[-_]loydy|/sidan[-_]finns[-_]inte",
    re.IGNORECASE | re.ASCII,
)
_ERROR_QUERY = regex(
    r"(?:^|&)(?:(?:error|err|status|code|errorcode|errcode|msg|reason|http_?status)=(?:404|not_?found)\b|not_?found\b|404(?:$|&))",
    re.IGNORECASE | re.ASCII,
)
_DOCUMENT = regex(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|zip|csv|jpe?g|png|gif|mp[34]|epub)$", re.IGNORECASE | re.ASCII)
_STATUS = regex(r"(?:http|error|status|code|fehler|erreur|ошибка|[\s:#-])*404(?:[\s:-]*(?:not found|error))?")
"""What the code is called: the heading of many a page about it."""
_SEARCH = regex(
    r"/(?:site[-_]?)?(?:search|suche|recherche|buscar|busqueda|búsqueda|ricerca|cerca|pesquisa|busca|zoeken|szukaj|sok|søk|haku|hledat|poisk|поиск)"
    r"(?:[-_]?results?)?(?:\.[a-z]{2,5})?/?",
    re.IGNORECASE,
)
_NOTHING_ELSE = 40
"""Words below which a sentence of its own that says so is what the page has to say."""


def body_signs(page: PageText) -> Iterator[Sign]:
    """A sentence or a lesser heading that says so, and a page that asks search engines not to keep it."""
    explained = notice.explains(page)
    sentence = told.sentence(page.low[: told.READ]) if page.words < THIN and not explained else None
    if sentence and not LATER.search(page.low[: told.READ]):
        yield signs.sign("soft404.sentence", sentence)
    said = any(says_so(one) for one in (page.title or "", *page.headings))
    alone = told.statement(page) if (said or page.words < _NOTHING_ELSE) and not explained else None
    if alone:
        yield signs.sign("soft404.statement", alone)
    lesser = next((one for one in page.lesser_headings if says_so(one)), None)
    if lesser:
        yield signs.sign("soft404.heading", lesser)
    is_loose = page.words < THIN and not explained and LOOSE.search(page.low[: told.READ])
    loose = notice.loose(sentences(page.low[: told.READ])) if is_loose else None
    if loose and not PASSING.search(page.low[: told.READ]):
        yield signs.sign("soft404.loose", loose)
    content = told.content(page) if said or loose else None
    if content:
        yield signs.sign("soft404.content", content)
    unfound = NO_RESULTS.search(page.low[: told.READ]) if page.words < THIN else None
    if unfound:
        yield signs.sign("soft404.noresults", unfound)
    if "noindex" in page.robots:
        yield signs.sign("soft404.noindex", page.robots)


def error_path(url: str) -> bool:
    """Whether an address names an error page."""
    parts = urlsplit(url)
    return bool(_ERROR_PATH.search(parts.path) or _ERROR_QUERY.search(parts.query))


def is_about(asked: str, cited_title: str | None, facts: PageFacts | None = None) -> bool:
    """Whether what was cited is itself about missing pages, or called so: then it must say so.

    An address with a 404 in it may be that of an item as well; what stands at every address is about nothing.
    """
    if error_path(asked) and not (facts and signs.of(facts, SIBLING)):
        return True
    if not cited_title:
        return False
    cited = " ".join(cited_title.lower().split())
    names = (facts.title or "", *facts.headings) if facts else ()
    return says_so(cited_title) or any(says_so(name) and _plain(name) in cited for name in names)


def _plain(name: str) -> str:
    """The part of a title or heading that says so, as it may stand in a longer one."""
    parts = (name.lower().strip(" .!?"), *(part.strip(" .!?") for part in SEPARATORS.split(name.lower())))
    return next((part for part in parts[::-1] if len(part) > 3 and TITLE.fullmatch(part)), parts[0])


def words_of_death(facts: PageFacts) -> str | None:
    """What the page itself says in its title or main heading, or has for its only sentence, quoted.

    The sign that all others only support.
    """
    if facts.title and says_so(facts.title):
        return f"the title says “{facts.title}”"
    heading = _heading(facts)
    if heading:
        return f"a heading says “{heading}”"
    alone = signs.of(facts, "soft404.statement")
    if not alone or facts.words >= _NOTHING_ELSE:
        return None
    is_listed = signs.of(facts, "soft404.datum") and not notice.is_on_the_web(alone[0].text)  # among codes and items
    return None if is_listed else f"the page says “{alone[0].text}”"


def _heading(facts: PageFacts) -> str | None:
    return next((one for one in facts.headings if says_so(one)), None)


def lesser_words(facts: PageFacts) -> str | None:
    """What it says somewhere else: reason to look closer, no more."""
    said = _lesser(facts)
    return f"the page says “{said[0].text}”" if said else None


def _lesser(facts: PageFacts) -> Sequence[Sign]:
    return signs.of(facts, "soft404.heading", "soft404.notice", "soft404.sentence", "soft404.loose")


def _supported(facts: PageFacts) -> str | None:
    """Such words where a neighbour shows the same page.

    Sites that look at a part of the address only do so for all their pages: where one has something to say, the
    words must speak to those who came in vain, or be all that it says below its heading.
    """
    to_visitors = _speaks_to_visitors(_lesser(facts)) or signs.of(facts, "soft404.notice")
    return lesser_words(facts) if to_visitors or not signs.of(facts, "soft404.content", "soft404.datum") else None


def _declared(facts: PageFacts) -> str | None:
    """Such words where the page tells machines that it is none."""
    notice = signs.of(facts, "soft404.notice") if signs.of(facts, DECLARED) else ()
    return f"the page says “{notice[0].text}”" if notice else None


def _bears(facts: PageFacts, asked: str, cited_title: str | None) -> bool:
    """Whether a page bears the cited title; what it says is not found, it repeats from the address."""
    return naming.covers(PageFacts(headings=tuple(repeated.borne(facts, asked))), cited_title, "")


def _unnamed(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """What is said to be absent, whatever that is, on a page that bears no name of what was asked for, which had one."""
    said = signs.of(facts, ABSENT)
    if not said or not naming.has_name(cited_title, asked):
        return None
    is_named = naming.shares([said[0].text], cited_title, asked, slug=False)
    if naming.shares(repeated.borne(facts, asked), cited_title, asked) or is_named:
        return None  # such a message may repeat the end of the address
    return f"the page says “{said[0].text}” and bears no name of what was cited"


def _message(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """All that a page says, where that is to those who came in vain."""
    said = signs.of(facts, "soft404.message")
    return (
        f"the page says “{said[0].text}” and nothing else" if said and not _bears(facts, asked, cited_title) else None
    )


def _named(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """What is said to be absent by the cited name, unless searching for that was asked for."""
    return None if is_search(asked) or urlsplit(asked).query else repeated.named(facts, cited_title, asked)


def _subjectless(facts: PageFacts) -> str | None:
    """What a page says that speaks of nothing but pages that are lost."""
    about = signs.of(facts, ABOUT)
    return f"the page says “{about[0].text}”" if about else None


def is_doubtful(facts: PageFacts, url: str) -> bool:
    """Whether a neighbour should be asked for: words of death, or a page with text that calls itself the home page."""
    said = bool(words_of_death(facts) or lesser_words(facts) or signs.of(facts, ABOUT, ABSENT, repeated.NAMED))
    return said or bool(signs.of(facts, DECLARED)) or bool(_as_home(facts, url)) or _is_no_document(facts, url)


def _as_home(facts: PageFacts, url: str) -> str | None:
    """How a page with text, which is not the home page by its address, says that it is."""
    if is_home(url) or facts.words < _MUCH:
        return None
    if facts.canonical and is_home(facts.canonical):
        return "it names the home page as its own address"
    called = calls_itself_home(facts.title, *facts.headings)
    return f"it calls itself the home page: “{called}”" if called else None


def _is_no_document(facts: PageFacts, url: str) -> bool:
    """Whether a web page stands where the address promises a document."""
    return bool(_DOCUMENT.search(urlsplit(url).path) and facts.title)


def find(facts: PageFacts, url: str, asked: str | None = None, cited_title: str | None = None) -> str | None:
    """Evidence that a page is a soft 404, or None.

    Args:
        facts: of the page.
        url: where it was found.
        asked: the address that led there, if another.
        cited_title: the title that it was cited by, if known.
    """
    words = words_of_death(facts)
    sibling = [one.text for one in signs.of(facts, SIBLING)]
    if sibling:
        sought = asked or url
        bears = _bears(facts, sought, cited_title)
        lesser = None if bears else _supported(facts) or _subjectless(facts) or _named(facts, sought, cited_title)
        lesser = lesser or _unnamed(facts, sought, cited_title)
    else:
        lesser = _declared(facts) or _message(facts, asked or url, cited_title)
    title, heading = bool(facts.title and says_so(facts.title)), _heading(facts)
    statement = signs.of(facts, "soft404.statement") or signs.of(facts, "soft404.plea")
    declared = signs.of(facts, DECLARED)
    if not (sibling or title or heading or facts.words <= told.NOTHING_AT_ALL or _speaks_to_visitors(statement)):
        words = None
    has_data = bool(signs.of(facts, "soft404.datum")) and not sibling
    if has_data or (signs.of(facts, signs.HONEST) and not statement and _is_number(facts)):
        words, title, heading = None, False, None
    found = [words] if words else [lesser] if lesser else []
    found += _of_redirect(facts, url, asked)
    has_more = not (sibling or signs.of(facts, "soft404.twice")) and bool(signs.of(facts, "soft404.content"))
    if found and facts.complete and facts.words < THIN and not has_more:
        found.append(signs.only(facts.words))
    found += sibling
    if declared and (found or sibling):
        found.append(f"it tells machines so: “{declared[0].text}”")
    if title and heading and not has_more and not _STATUS.fullmatch(heading.lower().strip()):
        found.append(f"a heading says “{heading}”")
    elif (title or heading) and statement:
        found.append(f"the page says “{statement[0].text}”")
    alike = bool(sibling) and not naming.covers(facts, cited_title, asked or url)
    if alike and _is_no_document(facts, url):
        found.append("it is a web page where a document was asked for")
    if signs.of(facts, "soft404.noindex") and words:
        found.append("it keeps itself out of search engines")
    found += _at_home(facts, url, sure=alike or bool(words), same=alike)
    return signs.both(found)


def _is_number(facts: PageFacts) -> bool:
    """Whether a page says so by the number alone: a painting and a song are called that, too."""
    parts = (part for one in (facts.title or "", *facts.headings) for part in SEPARATORS.split(one))
    return not any(says_so(part) and any(map(str.isalpha, part)) for part in parts)


def _at_home(facts: PageFacts, url: str, *, sure: bool, same: bool) -> list[str]:
    """What it says that the page leads home, or is the home page."""
    elsewhere = next((one for one in (facts.canonical, facts.refresh) if one and is_home(one)), None)
    if elsewhere and not is_home(url) and sure:
        return ["it names the home page as its own address"]
    called = _as_home(facts, url) if same else None
    return [called] if called else []


def _speaks_to_visitors(statement: Sequence[Sign]) -> bool:
    return any(TO_VISITORS.search(one.text) for one in statement)


def _of_redirect(facts: PageFacts, url: str, asked: str | None) -> list[str]:
    """What it says that somebody was led here from another address."""
    if asked is None or error_path(asked) or is_search(asked):
        return []
    none = signs.of(facts, "soft404.noresults") if is_search(url) else ()
    if none:
        return [f"redirected to a search, {url}", f"it says “{none[0].text}”"]
    return [f"redirected to an error page, {url}"] if error_path(url) else []


def is_search(url: str) -> bool:
    """Whether an address is that of a search."""
    return any(_SEARCH.fullmatch(f"/{part}") for part in urlsplit(url).path.split("/") if part)
