"""Hijacked domains: bought by strangers after they lapsed, mostly for gambling or shops (Wikipedia's WP:JUDI, 2025).

A source can be about gambling, loans or pills, and be cited by a title of another language. So what is shown must be
of such wares by its title; must sell them to its reader in several ways, more than it informs of them; must share
nothing with what was cited; and a made-up neighbour must show the same, for strangers answer every address. Without
that only a page that does nothing but sell, under a title full of it, on the host of a university or an office is theirs:
shops that have always been there look just like it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import naming, signs, soft404
from checker.rules.sentences import READ, Sentence, Stems
from checker.rules.wares import BIDS, BRAND, INFORMING, OFF, PITCHES, PRAISE, PRICE, SUBJECT, WARES

EVERYWHERE = "hijack.everywhere"
"""The sign that a made-up neighbour sells the same under another title."""
_PARAGRAPH, _PARAGRAPH_HAN, _PARAGRAPHS = 20, 40, 2
"""Words, or Chinese characters, of a paragraph; how many of them make a text of its own."""
_HAN = regex(r"[\u3400-\u9fff]")
_GENERIC = frozenset(
    "report reports paper papers working article articles annex appendix chapter volume issue document documents study studies note notes brief briefing statistics "
    "review reviews bulletin press release page pages website site home annual online official best free service services guide news top new "
    "bericht anhang studie heft rapport annexe étude informe anexo estudio доклад отчёт отчет приложение статья официальный сайт онлайн".split()
)
"""Words of titles that name nothing: with no others there is nothing to compare."""
_MANY, _PRICES, _QUOTED, _VARIETY = 3, 3, 8, 3
"""Wares and prices that a shop names at least; words that are quoted of it; different wares but one that are a range of them."""
_STEM, _LABEL = 5, 4
_COMMERCIAL = ("cheap", "discount", "buy", "cart", "without", "always")
"""Ways of selling that a title alone gives away."""
_ASIAN = regex(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ASIAN_TLDS = frozenset("cn hk tw mo sg my jp kr th asia xn--fiqs8s xn--j6w193g".split())
_NO_SHOPS = frozenset("edu gov ac int mil go gob gouv gc".split())
"""Endings of hosts that are for universities and offices."""
_LEAST, _LEAST_OF_UNKNOWN, _BEYOND_DOUBT, _TITLE_FULL = 3, 4, 6, 3
"""The ways in which who sells must do so: at every address; with wares that are nothing known; at one; in the title."""


def body_signs(page: PageText) -> Iterator[Sign]:
    """Wares in the title and, many times, in the text; the ways of a shop; how others speak of such things."""
    title = Sentence(page.title or "")
    named = next(_said(WARES, title), None) or (_bid(title) if BIDS in title else None)
    if named is None:
        return
    yield signs.sign("hijack.title", named)
    low = f"{(page.title or '').lower()}\n{page.low[:READ]}"
    text = Sentence(low)
    if sum(text.text.count(one) for one in WARES.of(text)) >= _MANY:
        wares = list(dict.fromkeys(_said(WARES, text)))[:_QUOTED]
        yield signs.sign("hijack.text", ", ".join(_as_written(one, low) for one in wares))
    ways = {} if _speaks_of_others(page.low) else _ways(text, low)
    for way, said in ways.items():
        yield signs.sign("hijack.praising" if way in PRAISE else "hijack.selling", _as_written(said, low))
    if len(ways) > 1:
        yield from (signs.sign("hijack.informing", one) for one in _by_kind(INFORMING, text).values())


def _bid(title: Sentence) -> str | None:
    """The words by which a title bids for buyers of whatever it is: of its price, of its delivery, or in two ways."""
    ways = _by_kind(PITCHES, title)
    return next((ways[one] for one in _COMMERCIAL if one in ways), None) or (
        next(iter(ways.values())) if len(ways) > 1 else None
    )


def _ways(text: Sentence, low: str) -> dict[str, str]:
    """The ways in which a text in lower case sells, each with the words that give it away."""
    ways = _by_kind(PITCHES, text)
    prices = PRICE.findall(low)
    if len(prices) >= _PRICES:
        ways["prices"] = prices[0].strip()
    for way, pattern in (("discount", OFF), ("brand", BRAND)):
        found = pattern.search(low)
        if found:
            ways.setdefault(way, found[0])
    return ways


def _by_kind(kinds: Mapping[str, Stems], text: Sentence) -> dict[str, str]:
    return {kind: said for kind, stems in kinds.items() if (said := next(_said(stems, text), None))}


def _said(stems: Stems, text: Sentence) -> Iterator[str]:
    """The words of a text that some stems are the beginnings of."""
    for stem in stems.of(text):
        start = text.text.index(stem)
        end = text.text.find(" ", start + len(stem)) if stem.startswith(" ") and not stem.endswith(" ") else -1
        yield text.text[start : end if end > 0 else start + len(stem)].strip()


def _as_written(said: str, low: str) -> str:
    """Words as they stand in a text in lower case, with what stands between them."""
    found = re.search(r"[\W_]{1,9}".join(map(re.escape, said.split())), low) if " " in said else None
    return found[0] if found else said


def _speaks_of_others(low: str) -> bool:
    """Whether most paragraphs have none of these words: those who sell have them in each, studies of them do not."""
    long = [
        Sentence(one)
        for one in low[:READ].split("\n")
        if one.count(" ") >= _PARAGRAPH or len(_HAN.findall(one)) >= _PARAGRAPH_HAN
    ]
    others = sum(WARES not in one for one in long)
    return others >= _PARAGRAPHS and 2 * others >= len(long)


class _Shop(Struct, frozen=True):
    """What a page that sells shows: its wares by name, its ways, how many it has more than it informs in, its title."""

    wares: str
    ways: list[str]
    margin: int
    offers: int
    bids: int
    titled: int

    @property
    def sells(self) -> bool:
        """Whether it does so in more than one way, and more than it informs; not by praise alone."""
        return self.margin > 1 and self.offers + (self.bids > 0) > 1


def _shop(facts: PageFacts) -> _Shop | None:
    """What a page sells; None where it sells nothing."""
    offers = [one.text for one in signs.of(facts, "hijack.selling")]
    ways = [*offers, *(one.text for one in signs.of(facts, "hijack.praising"))]
    if not ways:
        return None
    wares, title = signs.of(facts, "hijack.text"), Sentence(facts.title or "")
    named, bids, of_title = wares[0].text if wares else "", len(_by_kind(PITCHES, title)), set(_said(WARES, title))
    range_of_them = named.count(", ") >= _VARIETY
    informing = len(signs.of(facts, "hijack.informing")) + 2 * len(_by_kind(INFORMING, title))
    return _Shop(
        wares=named,
        ways=ways,
        margin=len(ways) + range_of_them - informing,
        offers=len(offers) + range_of_them,
        bids=bids if of_title else 0,
        titled=bids + len(of_title),
    )


def is_doubtful(facts: PageFacts) -> bool:
    """Whether a page sells: a neighbour tells whether the whole host does."""
    shop = _shop(facts)
    return shop is not None and shop.sells


def alike(facts: PageFacts, other: PageFacts) -> bool:
    """Whether two pages of a host sell the same wares, whatever their titles."""
    one, two = _shop(facts), _shop(other)
    if one is None or two is None or not (one.sells and two.sells):
        return False
    return bool(set(one.wares.split(", ")) & set(two.wares.split(", ")) - {""})


def find(facts: PageFacts, asked: str, final_url: str, cited_title: str | None) -> str | None:
    """Evidence that strangers have the domain now, or None.

    Args:
        facts: of the page, with what its neighbour says of it.
        asked: the address as cited.
        final_url: where the page was found.
        cited_title: the title that it was cited by, if known.
    """
    shop = _shop(facts)
    strange = _strange(facts, asked, cited_title) if shop and shop.sells else None
    if shop is None or strange is None:
        return None
    beside = signs.of(facts, soft404.SIBLING, EVERYWHERE)
    if not (_is_everywhere(shop, facts, asked, cited_title) if beside else _is_beyond_doubt(shop, asked)):
        return None
    elsewhere = [f"on another domain, {urls.host_of(final_url)}"] if urls.owner(asked) != urls.owner(final_url) else []
    about = [f"the page is about {shop.wares}"] if shop.wares else []
    said = ", ".join(f"“{one}”" for one in shop.ways[:3])
    return "; ".join([*about, f"it sells: {said}", *elsewhere, *(one.text for one in beside[:1]), strange])


def is_suspected(facts: PageFacts, asked: str, cited_title: str | None) -> bool:
    """Whether a page may be that of strangers: of an archived copy no neighbour can be asked for."""
    shop = _shop(facts)
    return bool(shop and shop.wares and shop.sells) and _strange(facts, asked, cited_title) is not None


def _is_everywhere(shop: _Shop, facts: PageFacts, asked: str, cited_title: str | None) -> bool:
    """Whether what stands at every address is no shop that has always stood there: it sells in so many ways."""
    least = _LEAST if shop.wares else _LEAST_OF_UNKNOWN
    helped = (bool(shop.wares) and shop.bids > 0) or _is_foreign(facts, asked, cited_title)
    is_own = _bears_name_of(facts, asked)
    if is_own and not shop.wares:
        return False  # it sells under its own name, and nothing that strangers sell
    hindered = 2 * is_own + 2 * (not signs.of(facts, soft404.SIBLING))
    bids = helped or not shop.wares or shop.offers >= _LEAST  # who writes of wares may tell of their prices
    return bids and shop.margin >= least - helped + hindered


def _is_beyond_doubt(shop: _Shop, asked: str) -> bool:
    """Whether a page does nothing but sell, under a title full of it, on a host of those who never do."""
    full = shop.titled >= _TITLE_FULL and shop.margin >= max(_BEYOND_DOUBT, len(shop.ways))
    return full and bool(shop.wares) and not _NO_SHOPS.isdisjoint(urls.host_of(asked).split(".")[-2:])


def _bears_name_of(facts: PageFacts, asked: str) -> bool:
    """Whether a page is titled with the name of its host, as sites are that have always sold; or the host by its wares."""
    host = urls.host_of(asked)
    if SUBJECT.search(host) or WARES in Sentence(host):
        return True
    label = _letters(urls.owner(asked).partition(".")[0])
    return len(label) >= _LABEL and label in _letters(" ".join((facts.title or "", *facts.headings)))


def _is_foreign(facts: PageFacts, asked: str, cited_title: str | None) -> bool:
    """Whether a page is titled in a script of Asia that neither the citation nor the country of the host has."""
    tld = urls.host_of(asked).rpartition(".")[2]
    cited = f"{cited_title or ''}{unquote(asked)}"
    return bool(_ASIAN.search(facts.title or "") and not _ASIAN.search(cited) and tld not in _ASIAN_TLDS)


def _strange(facts: PageFacts, asked: str, cited_title: str | None) -> str | None:
    """In words that a page has nothing of what was cited; None where it has, or where that may be of such wares, too."""
    cited = f"{cited_title or ''} {unquote(urlsplit(asked).path)}"
    if WARES in Sentence(cited) or SUBJECT.search(cited.lower()):
        return None
    wanted = _stems(naming.wanted(cited_title, asked))
    shown = _stems(naming.words(f"{facts.title} {' '.join(facts.headings)}"))
    if not wanted or wanted & shown:
        return None
    return f"its title “{facts.title}” shares nothing with the {'cited one' if cited_title else 'address'}"


def _stems(words: Iterable[str]) -> set[str]:
    """Words that name something, without accents and endings: those of other languages often begin alike."""
    return {_bare(one)[:_STEM] for one in words if one not in _GENERIC and not any(map(str.isdigit, one))}


def _bare(word: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
