"""The languages that figures are read in, one module of data each; and which one a text is in.

Detection counts a few dozen of the commonest words and letters of each: cheap, and enough to tell six
languages apart. What shows none of them is read as English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from checker.figures.languages import de, en, es, fr, ru, zh
from checker.figures.lexicon import Lexicon
from checker.patterns import regex

LEXICONS: Mapping[str, Lexicon] = {one.LEXICON.code: one.LEXICON for one in (en, de, fr, es, ru, zh)}
SAMPLE = 20_000
_CLEAR, _AHEAD = 3, 2
_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "the of and to in is was were are that for with on by as at from it its this which has had have be been not their they or an than more between "
        "a about after who will would there he she his her but s per cent".split()
    ),
    "de": frozenset(
        "der die das und ist war waren im in den dem des ein eine einer einem von zu mit für auf nicht sich auch werden wurde wurden sind bei nach über als "
        "aus an am zum zur hat haben oder jahr mehr wird es sie wie um lag stieg sank".split()
    ),
    "fr": frozenset(
        "le la les de des du et est sont était en un une dans pour par sur au aux que qui il elle ne pas plus avec ce cette se son ses leur ont été entre "
        "depuis selon l d à compte s a on".split()
    ),
    "es": frozenset(
        "el la los las de del y es son era fue en un una para por con que se su sus al lo no más como entre desde según este esta ha han sobre fueron tiene "
        "a año hay unos unas".split()
    ),
}  # fmt: skip
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "en": ("ing", "ed", "ly", "ness", "ght"),
    "de": ("en", "ung", "lich", "keit", "chaft", "ischen", "tet", "ern"),
    "fr": ("aient", "eux", "aux", "ées", "ement", "eur", "ait"),
    "es": ("aron", "ieron", "ción", "ciones", "dad", "iendo", "ado", "aba"),
}
"""Ends of words that are common in one language and rare in the others."""
_LETTERS: Mapping[str, str] = {"de": "äöüßÄÖÜ", "fr": "éèêçœàùîôûÉÀ", "es": "ñáíóúé¿¡"}
_WORD = regex(r"[^\W\d_]+")
_SAID = 3


def _vocabulary(lexicon: Lexicon) -> frozenset[str]:
    """The words of a language's units, months and hedges: where there are figures, these are common."""
    tables = (lexicon.currencies, lexicon.units, lexicon.scales, lexicon.dating.months, lexicon.cardinals)
    rows = [*(phrase for table in tables for phrase in table), *lexicon.telling.hedges.values()]
    rows += [lexicon.dating.use, lexicon.dating.quarter]
    return frozenset(word.lower() for row in rows for word in _WORD.findall(row) if len(word) > _SAID)


_HAN = regex(r"[\u3400-\u9fff]")
_CYRILLIC = regex(r"[\u0400-\u04ff]")
_LATIN = regex(r"[A-Za-z]")


_KNOWN: Mapping[str, frozenset[str]] = {code: known | _vocabulary(LEXICONS[code]) for code, known in _WORDS.items()}


def language_of(text: str, otherwise: str | None = None) -> str:
    """The code of a text's language: what it clearly is, else ``otherwise``, else what it most looks like."""
    sample = text[:SAMPLE]
    han, cyrillic, latin = (len(one.findall(sample)) for one in (_HAN, _CYRILLIC, _LATIN))
    if han and 2 * han >= latin:
        return "zh"
    if cyrillic > latin:
        return "ru"
    scores = _scores(sample)
    best, second = sorted(scores, key=lambda code: -scores[code])[:2]
    clear = scores[best] >= _CLEAR and scores[best] - scores[second] >= _AHEAD
    if clear or (otherwise is None and scores[best] > scores[second]):
        return best
    return otherwise or "en"


def _scores(sample: str) -> dict[str, float]:
    words = Counter(_WORD.findall(sample.lower()))
    scores = {code: float(sum(words[word] for word in known & words.keys())) for code, known in _KNOWN.items()}
    long = [(word, count) for word, count in words.items() if len(word) > _SAID]
    for code, endings in _ENDINGS.items():
        scores[code] += 0.4 * sum(count for word, count in long if word.endswith(endings))
    for code, letters in _LETTERS.items():
        scores[code] += 0.5 * sum(sample.count(letter) for letter in letters)
    return scores
