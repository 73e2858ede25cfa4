"""Where the title of a cited work stands in a note, style by style. Pure and linear.

Quoted titles come first, since most styles quote; then the styles that do not: each knows its own signs and
takes nothing where they are missing.
"""

from __future__ import annotations

import re

from msgspec import Struct

from checker.patterns import regex

_FAMILIES = (
    ("“", "”“"), ("”", "”“"), ("„", "“”"), ("«", "»"), ("»", "«"), ('"', '"'), ("‘", "’"), ("‚", "‘’"), ("《", "》"), ("「", "」"),
)  # fmt: skip
_OPENERS = dict(_FAMILIES)
_STRAIGHT = regex(r"(?:^|(?<=[\s(\]]))'([^\W\d_][^']{2,300}(?:'[^\W\d_][^']{0,300}){0,5}?)'(?=[\s,.:;)]|$)")
_ENDS_TITLE = ",.?!…"
_NAME = r"[^\W\d_][\w'’.-]*"
_PERSON = rf"(?:{_NAME}\s){{1,3}}{_NAME}"
_YEAR = r"(?:1[5-9]|20)\d\d"

_APA = regex(
    rf"(?P<names>[^()“”\"]{{2,250}}?)\s\((?P<date>{_YEAR}[^()]{{0,30}}|n\.\s?d\.|o\.\s?J\.|s\.\s?f\.|s\.\s?d\.|б\.\s?г\.)\)(?P<sign>[.:,])?\s+(?P<rest>\S.*)"
)
_GBT = regex(r"\[(?:[JMCDRNPSGZA]|EB|DB|CP)(?:/(?:OL|CD|MT|DK))?\]")
_GBT_NAMES = regex(r"(?P<names>[^.．。]{1,200})[.．。]\s?(?P<title>.+)")
_GOST = regex(r"\s//\s")
_GOST_NAMES = regex(
    r"(?P<names>[^\W\d_][\w’-]+,?\s(?:[^\W\d_]\.\s?){1,2}(?:,\s[^\W\d_][\w’-]+,?\s(?:[^\W\d_]\.\s?){1,2}){0,9})(?P<title>\S.*)"
)
_GOST_KIND = regex(r"\s?\[(?:Электронный ресурс|Текст|Online|Elektronische Ressource)\]\s?[:.]?", re.IGNORECASE)
_GOST_ALONE = regex(r"(?:\s[–—-])?\s(?:URL|Режим доступа|Доступ из)\s?:", re.IGNORECASE)
_VANCOUVER = regex(
    rf"(?P<names>(?:{_NAME}\s[A-ZÀ-Þ]{{1,3}}(?:,\s|\.\s)){{1,30}}(?:et al\.\s)?)(?P<title>[^.?!]{{8,400}}[.?!])\s(?P<rest>.+)"
)
_INTERNET = regex(
    r"(?:(?P<names>[^.\[\]]{2,200})\.\s)?(?P<title>[^.\[\]]{2,300}?)\s\[(?:Internet|Online|En ligne|En línea)\]\.?\s?(?P<rest>.*)",
    re.IGNORECASE,
)
_BOOK = regex(
    rf"(?P<names>{_PERSON}(?:,\s{_PERSON}){{0,5}}(?:,?\s(?:and|und|et|y|&)\s{_PERSON})?(?:,\seds?\.)?),\s(?P<title>[^()“”\"]{{4,300}}?)\s\((?P<rest>[^()]{{1,120}}{_YEAR}\).*)"
)
_LEGAL = regex(
    rf"(?:(?P<names>{_PERSON}(?:\s&\s{_PERSON})?),\s)?(?P<title>[^\W\d_][^,()“”\"]{{2,200}}),\s(?P<rest>(?:[A-Z][A-Z.&’']{{0,14}}\s?){{2,8}}(?:\(|,|$).*)"
)
_COLON = regex(
    r"(?P<names>[^:()“”„«\"/]{2,120}?)(?:\s\((?P<date>(?:1[5-9]|20)\d\d)[a-z]?\))?:\s(?P<title>[^“”„«\"]{3,300}?)(?:[.,]\s[Ii]n:\s(?P<in>.+)|[.,]\s(?P<rest>.*(?:1[5-9]|20)\d\d.*))$"
)


NO_TITLE = regex(
    r"[\[(]?(?:link|online|here|pdf|html?|web|website|webpage|url|doi|source|read|view|text|full text|archived?|abstract|hier|ici|aquí|"
    r"ссылка|здесь|en ligne|en línea|链接|原文)[\])]?\.?",
    re.IGNORECASE,
)
"""Words of a link that are nobody's title."""


class Parts(Struct, frozen=True):
    """A note cut at its title: what stands before, the title, what stands behind; a date of its own if it has one."""

    names: str
    title: str
    rest: str
    date: str = ""


def parts_of(text: str) -> Parts | None:
    """A note without its address and the words for "accessed", cut up; None where no style fits."""
    for style in (_gbt, _gost, _quoted, _apa, _internet, _vancouver, _legal, _book, _colon):
        found = style(text)
        if found is not None and found.title:
            return found
    return None


def bibliographic(text: str) -> Parts | None:
    """Like :func:`parts_of`, for lines that may be prose: only the styles whose signs no prose has."""
    for style in (_gbt, _gost, _apa, _internet, _vancouver):
        found = style(text)
        if found is not None and found.title:
            return found
    return None


def has_title(text: str) -> bool:
    """Whether a text holds a quoted title."""
    return any(quote in text for quote in '“”„«《"')


def _quoted(text: str) -> Parts | None:
    """``Names, “Title,” rest``."""
    start = next((index for index, ch in enumerate(text) if ch in _OPENERS), None)
    straight = _STRAIGHT.search(text)
    if straight and (start is None or straight.start() < start):
        return Parts(text[: straight.start(1) - 1], _clean(straight[1]), text[straight.end(1) + 1 :])
    if start is None:
        return None
    end = _closing(text, start)
    return Parts(text[:start], _clean(text[start + 1 : end]), text[end + 1 :])


def _clean(title: str) -> str:
    return title.strip().rstrip(",.").strip()


def _closing(text: str, start: int) -> int:
    """The quote that ends a title. Inner quotes nest; one behind a comma or full stop ends it at any depth."""
    opener = text[start]
    closers = _OPENERS[opener]
    depth = 1
    for index in range(start + 1, len(text)):
        ch = text[index]
        if ch not in closers and ch != opener and not (ch == "“" and opener == "”"):
            continue
        after = text[index + 1 : index + 2]
        if text[index - 1] in _ENDS_TITLE and (not after or not after.isalnum()):
            return index
        if ch in closers and not (ch == "“" and opener != "„"):
            if opener in "‘‚" and after.isalnum():
                continue
            depth -= 1
            if not depth:
                return index
        else:
            depth += 1
    return len(text)


def _apa(text: str) -> Parts | None:
    """``Brook, A. (2019, March 6). Title. Rest``, and with a colon or comma behind the year."""
    match = _APA.match(text)
    if match is None:
        return None
    stop = _title_end(match["rest"], ".,"[match["sign"] == ","] if match["sign"] in (".", ",") else ".")
    if match["sign"] in (":", ",", None):
        inside = re.search(r"[.,]\s[Ii]n:?\s|,\s(?=[A-ZÀ-Þ])", match["rest"])
        stop = inside.start() if inside else stop
    if len(re.findall(r"[^\W\d_]", match["rest"][:stop])) < 2:
        return None
    title = re.sub(r"\s\[[^\[\]]{1,60}\]$|\s\((?:Report|Rep\.|No\.|Working)[^()]{0,60}\)$", "", match["rest"][:stop])
    return Parts(match["names"], title.strip(" ,."), match["rest"][stop:].lstrip("., "), match["date"])


def _title_end(text: str, sign: str = ".") -> int:
    """Where a title ends: a full stop that belongs to no abbreviation, or a question mark."""
    for match in re.finditer(r"[.?!](?=\s|$)", text):
        word = re.search(r"[^\s(]*$", text[max(0, match.start() - 12) : match.start()])
        bare = word[0] if word else ""
        if match[0] == "." and (len(bare) == 1 or "." in bare or bare.lower() in ("vs", "no", "st", "dr", "vol")):
            continue
        return match.end() if match[0] != "." else match.start()
    return len(text)


def _gbt(text: str) -> Parts | None:
    """GB/T 7714: ``王伟. 题名[EB/OL]. (2019-05-01)[2019-09-02]``."""
    kind = _GBT.search(text)
    if kind is None:
        return None
    named = _GBT_NAMES.fullmatch(text[: kind.start()].strip())
    names, title = (named["names"], named["title"]) if named else ("", text[: kind.start()])
    return Parts(names, title.strip(), text[kind.end() :].lstrip(". "))


def _gost(text: str) -> Parts | None:
    """GOST R 7.0.5: ``Иванов И. И. Название // Журнал. 2018``."""
    bar = _GOST.search(text) or (
        _GOST_ALONE.search(text) if _GOST_NAMES.match(text) or _GOST_KIND.search(text) else None
    )
    if bar is None:
        return None
    head = _GOST_KIND.sub(" ", text[: bar.start()]).strip()
    named = _GOST_NAMES.fullmatch(head)
    names, title = (named["names"], named["title"]) if named else ("", head)
    title = title.partition(" / ")[0].strip(" .:–—-")
    whole = re.fullmatch(r"[«“\"](.+)[»”\"]", title)
    return Parts(names, whole[1] if whole and not re.search('[»”"]', whole[1]) else title, text[bar.end() :])


def _vancouver(text: str) -> Parts | None:
    """``Brook A, Dane C. Title. Lancet. 2018;391:100-2``."""
    match = _VANCOUVER.match(text)
    if match is None or not re.search(_YEAR, match["rest"]):
        return None
    return Parts(match["names"].strip(" ."), match["title"].rstrip("."), match["rest"])


def _internet(text: str) -> Parts | None:
    """``WHO. Title [Internet]. Geneva: WHO; 2019``."""
    match = _INTERNET.match(text)
    return Parts(match["names"] or "", match["title"].strip(), match["rest"]) if match else None


def _book(text: str) -> Parts | None:
    """``Ada Brook and Carl Dane, Title (New York: Norton, 2017), 34``."""
    match = _BOOK.match(text)
    return Parts(match["names"], match["title"].strip(" ,"), f"({match['rest']}") if match else None


def _legal(text: str) -> Parts | None:
    """Bluebook: ``Ada Brook, Title, N.Y. TIMES (Mar. 6, 2019)``."""
    match = _LEGAL.match(text)
    return Parts(match["names"] or "", match["title"].strip(), match["rest"]) if match else None


def _colon(text: str) -> Parts | None:
    """``Bach, Anna (2019): Titel, in: Wasser``."""
    match = _COLON.match(text)
    if match is None:
        return None
    return Parts(
        f"{match['names']}:", match["title"].strip(" ,."), match["in"] or match["rest"] or "", match["date"] or ""
    )
