"""What titles, headings and sentences say about being there. Pure."""

from __future__ import annotations

from functools import lru_cache

from checker.patterns import regex
from checker.rules import abroad, absence
from checker.rules.notfound import LOOSE, TITLE, TO_VISITORS

SEPARATORS = regex(r"\s+[|–—·•»«/-]+\s+|\s*[|»«•]\s*")
_STOPS = regex(r"(?:[\n!?。！]|\.(?<!\bno\.)(?<!\bnr\.)(?<!\bnº\.)(?![^\W_]))[\n.!?。！]*\s*")
_BARE = regex(r"[(#]?404[)!.]?")
_SAYING = regex(r"[^\W_]+")
_HAN = regex(r"[\u3040-\u30ff\u3400-\u9fff]")
_LONG, _LONG_HAN = 22, 60
_DIGITS = regex(r"\d")
_OF_ERRORS = regex(
    r"\b(?:codes?|ids?|ref|reference|errors?|err|status|http|404|410|request|incident|correlation|ticket|support|time|date|updated?|version|server|session|trace|tel|telephone|phone|fax|call|open|"
    r"copyright|seconds?|fehler|nummer|number|nr|no|telefon|stand|sekunden|erreur|téléphone|secondes|error|teléfono|segundos|identifier)\b|©|@|ошибк|секунд|телефон|错误|電話|电话|秒|备案|icp|[0-9a-f]{8}"
)
"""Words beside the numbers of errors, of the site and of its clock."""
_SENTENCE_WORDS, _SENTENCE_HAN = 7, 14
"""How many different words, or Chinese characters, a sentence has at least that says something."""


_SUBJECT = regex(
    r"(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw|ответ|пересл|回复|回覆|转发|subject|betreff|objet|asunto|тема|主题|question|frage|pregunta|вопрос|bug|issue|ticket|topic|"
    r"fix(?:e[sd])?|problem|case|task|feature|defect|patch|commit|pull request|merge request)(?: ?#?\d{1,9})?(?: ?\([^)]{1,40}\))?\s?[:：].*|"
    r"\[(?!404)[^\]]{2,40}\].*|(?![45]\d\d\b)#?\d{2,9}(?: ?\([^)]{1,40}\))?\s?[:–—-]\s.*|"
    r"(?:.*\s)?(?:bug|issue|ticket|case|defect|pull request|merge request) #?\d{1,9}(?:\W.*)?|.*\(#\d{1,9}\).*"
)
"""The subject of a message, a report or a question: what it says is not found, it asks for."""


def is_subject(text: str) -> bool:
    """Whether a text is the subject of a message, a report or a question."""
    return _SUBJECT.fullmatch(text.lower().strip()) is not None


@lru_cache(maxsize=4096)
def says_so(text: str) -> bool:
    """Whether a title or heading, as a whole or in one of its parts, says that there is nothing here."""
    whole = text.lower().strip()
    if is_subject(whole):
        return False
    if _is_said(whole):
        return True
    parts = [part.strip() for part in SEPARATORS.split(whole)[:8]]
    # A bare number counts at either end only: "404 | Site", not "Peugeot | 404 | 1960".
    ends = parts if len(parts) < 3 else (parts[0], parts[-1])
    said = (part for part in parts if part and _is_said(part))
    return any(part in ends or not _BARE.fullmatch(part) for part in said)


def _is_said(low: str) -> bool:
    return TITLE.fullmatch(low) is not None or absence.says(low) or abroad.says(low)


def sentences(low: str) -> list[str]:
    """The sentences of a text in lower case; a new line ends one, too."""
    return [one.strip() for one in _STOPS.split(low) if one.strip()]


def says_something(sentence: str) -> bool:
    """Whether a sentence has something else to say than that there is nothing, to others than those who came in vain.

    A long one has, whatever words it begins with.
    """
    is_long = len(sentence.split()) > _LONG or len(_HAN.findall(sentence)) > _LONG_HAN
    if not is_long and (LOOSE.search(sentence) or TO_VISITORS.search(sentence)):
        return False
    return len(set(_SAYING.findall(sentence))) >= _SENTENCE_WORDS or len(_HAN.findall(sentence)) >= _SENTENCE_HAN


def is_datum(sentence: str) -> bool:
    """Whether a fragment is a datum of some item: "DN 15", "closed in 1969", "PDF, 2 MB"; not the code of an error."""
    if not _DIGITS.search(sentence) or _OF_ERRORS.search(sentence):
        return False
    return not LOOSE.search(sentence) and not TO_VISITORS.search(sentence)
