"""Sentences around a place. Pure and linear."""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.patterns import regex
from checker.readers.months import MONTHS

WINDOW = 2000
STEP = 300
_UNSEEN = regex(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MARKUP = (
    (regex(r"\[\^?[\w.-]{1,40}\](?!\()"), ""),
    (regex(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)"), r"\1"),
    (regex(r"\[([^\[\]]{0,500})\]\[[^\[\]]{0,100}\]"), r"\1"),
    (regex(r"</?[a-zA-Z][^<>]{0,300}>"), ""),
    (regex(r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])"), ""),
    (regex(r"^[ \t]{0,3}(?:#{1,6}|>|[-*+])[ \t]+", re.MULTILINE), ""),
    (_UNSEEN, ""),
)
_BREAK = regex(
    r"(?:\r\n|\n|\r)[ \t\u00a0]*(?:\r\n|\n|\r)|(?:\r\n|\n|\r)(?=[ \t]{0,3}(?:#{1,6} |[-*+] |\d{1,3}[.)] |\||>|```|=))"
)
_END = regex(
    r"(?:[.!?…](?=[\s\"”’»)\]\[(*_]|$)[\"”’»)*_]{0,4}|[。！？][」』”）]{0,3})(?:[ \t]?\[\^?[\w.-]{1,40}\]){0,8}",
)
_ABBREVIATIONS = frozenset(
    "u.s u.k e.u u.n no nos vol pp p ch chap fig figs sec art cf vs etc al ed eds mr mrs ms dr prof sr jr st gen col "
    "sen rep gov inc ltd co corp dept est approx ca jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e a.m p.m "
    "bzw z.b d.h u.a usw ca nr bd s abb vgl т.е т.д т.п др стр см им ст кв куб pág núm art ee "
    "sra av env bs gs lps s/ b/".split()
)
_OFTEN_LAST = frozenset("г гг руб чел hab ед шт экз uu".split())
"""Abbreviations that end sentences as readily as not: what follows tells by its case."""
_SCALES = frozenset("mio mrd mia bio tsd mill тыс млн млрд трлн долл".split())
"""Those that do so where a word of their script begins a sentence: in German nouns have capitals too."""
_BEGINS = regex(
    r"[ \t\u00a0\n]{1,2}[\"«„“(]?(?:(?!Гкал|Гбит|Мбит)[А-ЯЁ](?:[а-яё]|[ \u00a0])"
    r"|(?:Im|In|Ins|Am|Ab|An|Auf|Aus|Bei|Beim|Bis|Von|Vom|Vor|Für|Mit|Nach|Seit|Über|Um|Unter|Während|Zu|Zum|Zur|Zwischen|"
    r"Der|Die|Das|Den|Dem|Des|Dies|Diese[rsmn]?|Ein|Eine[rsmn]?|Er|Sie|Es|Wir|Man|Hier|Da|Dabei|Dafür|Dagegen|Daher|Damit|"
    r"Danach|Dann|Darin|Darunter|Davon|Dazu|Derzeit|Doch|Ebenso|Erst|Etwa|Heute|Inzwischen|Jede[rs]?|Jedoch|Kein|Keine|Knapp|"
    r"Laut|Mehr|Noch|Nur|Ob|Obwohl|Rund|Schon|So|Sein|Seine|Ihre?|Trotz|Und|Weil|Weitere?|Wenn|Wie|Allein|Allerdings|Als|Also|Auch|"
    r"El|La|Los|Las|Un|Una|En|Es|Esta?|Esto|Para|Por|Pero|Según|Se|Su|Sus|Con|De|Del|Desde|Hasta|Entre|Tras|Durante|Además|"
    r"Le|Les|L['’]|Il|Elle|Ils|Cette?|Ces|Ce|Pour|Par|Sur|Dans|Depuis|Selon|Avec|Mais|Au|Aux|Du|The|This|It|At|By|On|For|From|But)"
    r"(?![^\W\d_]))"
)
_GOES_ON = tuple("—–-(,;:%")
"""What begins no sentence."""
_COUNTED = frozenset("Quartal Quartals Halbjahr Halbjahrs Jahrhundert Jahrhunderts".split())
_NEXT_WORD = regex(r"[ \t\u00a0\n]{1,2}([^\W\d_]{1,14})")
_WORD_BEFORE = regex(r"[^\s(\[“\"«]{1,12}$")


class Sentences:
    """The sentences of one text, cut once. An endless one is given in windows, so that it costs no more."""

    def __init__(self, text: str) -> None:
        self._text = text
        breaks = {0, len(text)}
        breaks.update(match.end() for match in _END.finditer(text) if not _is_abbreviation(text, match))
        self._ends = {match.end(): match.start() for match in _BREAK.finditer(text)}
        breaks.update(self._ends)
        self._starts = sorted(breaks)
        self._plain: dict[tuple[int, int], str] = {}

    def at(self, offset: int) -> tuple[int, int]:
        """Start and end (half-open) of the sentence that holds ``offset``, its closing note markers included."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        start = self._starts[index]
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._text)
        end = self._ends.get(end, end)
        if end - start > WINDOW:
            window = offset - offset % STEP
            start, end = max(start, window - STEP), min(end, window + 2 * STEP)
        while start < end and self._text[start].isspace():
            start += 1
        return start, max(start, end)

    def plain(self, offset: int) -> str:
        """That sentence on one line, without note markers and markup."""
        span = self.at(offset)
        known = self._plain.get(span)
        if known is None:
            known = self._plain[span] = plain_sentence(self._text[span[0] : span[1]])
        return known


def plain_sentence(text: str) -> str:
    """A sentence on one line, without note markers and markup, cut where it is endless."""
    text = text[:WINDOW]
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return " ".join(text.split())[:600]


def plain_words(text: str) -> str:
    """Some words on one line, without signs that nobody sees, cut where they are endless."""
    return " ".join(_UNSEEN.sub("", text[:WINDOW]).split())[:600]


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial, and so ends nothing."""
    if text[match.start()] != "." or match.end() > match.start() + 1:
        return False
    word = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
    if word is None:
        return False
    bare = word[0].lower()
    is_initial = len(bare) == 1 and word[0].isupper()
    following = text[match.end() : match.end() + 2].strip()
    if bare.isdigit() and len(bare) <= 2:
        return _is_ordinal(text, match.end())
    if bare in _OFTEN_LAST:
        return following.islower() or following[:1] in _GOES_ON
    if bare in _SCALES:
        return bool(following) and _BEGINS.match(text, match.end()) is None
    return (bare in _ABBREVIATIONS or is_initial or ("." in bare and len(bare) <= 5)) and bool(following)


def _is_ordinal(text: str, position: int) -> bool:
    """Whether a number with a full stop is an ordinal: ``31. Dezember``, ``3. Quartal``."""
    word = _NEXT_WORD.match(text, position)
    return word is not None and (word[1][0].islower() or word[1].lower() in MONTHS or word[1] in _COUNTED)
