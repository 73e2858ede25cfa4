"""The names of authors as notes have them, each as it is spoken: "Brook, A." is A. Brook. Pure and linear."""

from __future__ import annotations

import re

from checker.patterns import regex

_BETWEEN = regex(r",?\s+(?:and|und|et|y|и|&)\s+|\s*[;、/]\s*|,\s+", re.IGNORECASE)
_INITIALS = r"(?:[^\W\d_]\.[\s-]?)+"
_INVERTED = regex(rf"([^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?),\s({_INITIALS})(?:,?\s?(?:and|und|et|y|и|&)?\s|,\s|$)")
_VANCOUVER = regex(r"([^\W\d_][\w'’-]+)\s([A-ZÀ-Þ]{1,3})(?:,\s|$)")
_GOST = regex(r"([^\W\d_][\w’-]+),?\s((?:[^\W\d_]\.\s?){1,2})(?:,\s|$)")
_SURNAME_FIRST = regex(r"([^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?),\s([^\W\d_][\w'’.-]+(?:\s[^\W\d_][\w'’.-]*)?)")
_ONE_INVERTED = regex(r"[A-ZÀ-ÞА-ЯЁ][\w'’-]+(?:\s[A-ZÀ-ÞА-ЯЁ][\w'’-]+)?,\s[A-ZÀ-ÞА-ЯЁ][a-zß-ÿа-яё]+")
_YEAR_BEHIND = regex(
    r"[\s,]*(?:\((?=[^()]{0,30}\d{4})|\b(?=\d{4}))((?:\d{1,2}\s[^\W\d_]{3,12}\s)?(?:1[5-9]|20)\d\d(?:,[^()]{0,30})?)[a-z]?\)?[\s.,:]*$"
)
_SEE = regex(
    r"^.{0,300}?\b(?:(?:inspired|adapted|based|quoted|cited|translated) (?:by|from|on|in)|see(?:,)?(?: also| for example| e\.g\.)?|cf\.|vgl\.|siehe(?: auch)?|voir(?: aussi)?|véase(?: también)?|см\.(?: также)?:?|参见|见)(?:[\s:,]+|$)",
    re.IGNORECASE,
)
_OTHERS = regex(
    r",?\s?(?:et al\.?|u\. ?a\.|и др\.|等)[.,:\s]*$|[\s,]*\(?\b(?:eds?|hrsg|hg|dir|coord|ред)\.\)?[\s.,:]*$",
    re.IGNORECASE,
)
_EDGES = " \t\r\n,.;:，。：；\u00a0"
_LONGEST = 300


def authors_of(text: str) -> tuple[str, ...]:
    """The authors that a text before a title names; none where it is no list of names."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return ()
    ends_inverted = text.endswith((".", ":", ".,", "):")) or ";" in text
    text = _OTHERS.sub("", _SEE.sub("", text)).strip(" ,;:：，")
    for form in (_INVERTED, _GOST, _VANCOUVER):
        found = list(form.finditer(f"{text} " if form is _INVERTED else text))
        if found and sum(len(one[0]) for one in found) >= len(text):
            return tuple(f"{one[2].strip()} {one[1]}" for one in found)
    text = text.strip(_EDGES)
    people = _surnames_first(text) if ends_inverted or _ONE_INVERTED.fullmatch(text) else ()
    if people:
        return people
    return tuple(name for part in _BETWEEN.split(text) if (name := part.strip(_EDGES.replace(".", ""))))


def without_year(text: str) -> tuple[str, str]:
    """Names without the date behind them, as "Brook, A. (2018, May 3)" has it, and that date as it stands."""
    match = _YEAR_BEHIND.search(text)
    return (text[: match.start()], match[1]) if match else (text, "")


def _surnames_first(text: str) -> tuple[str, ...]:
    """``Brook, Ada``, ``Brook, Ada, and Carl Dane``, ``Bach, Anna / Dane, Carl``."""
    pieces = [
        piece.strip(" ,") for piece in re.split(r"\s*[;/]\s*|,?\s+(?:and|und|et|y|и|&)\s+", text) if piece.strip(" ,")
    ]
    people = []
    for number, piece in enumerate(pieces):
        inverted = _SURNAME_FIRST.fullmatch(piece)
        if inverted is None and (number == 0 or "," in piece):
            return ()
        people.append(f"{inverted[2]} {inverted[1]}" if inverted else piece)
    return tuple(people)
