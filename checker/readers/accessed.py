"""When an author last looked at what a note cites: the words for it in the languages people cite in. Pure.

The word may stand before its date ("accessed 3 May 2019", "[cited 2020 Mar 3]"), with the address between
them ("Retrieved from https://… on 3 May 2019"), or, in Chinese and German, behind it.
"""

from __future__ import annotations

import re

from checker.dates import PartialDate
from checker.patterns import regex
from checker.readers.written_dates import WrittenDate, find_dates

_ENGLISH = (
    r"(?:last |date )?(?:accessed|retrieved|viewed|visited|consulted|checked|cited)(?: online)?|cit\."
    r"|access(?:ed)? date|(?:last |date of )access|access(?=:)"
)
_OTHERS = (
    r"stand(?=:)|(?:zuletzt |letztmals )?(?:abgerufen|zugegriffen|eingesehen|aufgerufen|geprüft|besucht|überprüft|gesehen)"
    r"|(?:letzter |letzte |datum des )?(?:zugriffs?(?:datum)?|abrufs?(?:datum)?|aufrufs?|besuchs?|einsichtnahme|überprüfung)"
    r"|(?:page |site )?(?:dernière )?(?:consultée?s?|consultation|visitée?)(?: pour la dernière fois)?|date (?:de|d’|d')\s?(?:consultation|accès)|(?:dernier )?accès"
    r"|(?:fecha de |última )?(?:consulta(?:d[oa])?|acceso|visita(?:d[oa])?)|último acceso|recuperad[oa]|accedido|acesso|consultato|geraadpleegd"
    r"|(?:дата )?(?:последнего )?(?:обращени[ея]|доступа|просмотра|посещения)|просмотрено|посещ[её]н[оа]?|проверено|доступ(?=:)"
    r"|(?:最后|最後|最近)?(?:访问|訪問|检索|檢索|查阅|查閱|浏览|瀏覽|引用|上网|上網|登录|登錄|获取)(?:日期|时间|時間|于|於)?"
)
SAID = regex(rf"(?<![a-zà-ÿа-яё])(?:(?P<english>{_ENGLISH})|(?P<other>{_OTHERS}))(?![a-zа-яё])", re.IGNORECASE)
"""A word for "accessed"; ``other`` is set where it is not English."""
_GAP = regex(r"[\s:：,，(（\[]{0,4}(?:on|am|vom|le|la|el|en|at|dne|il|em|в|the)?[\s:]{0,3}", re.IGNORECASE)
_VIA = regex(r"(?:via|through|from|über|bei|sur|en|на)\s[^\d.;()\[\]]{1,25}", re.IGNORECASE)
_FROM = regex(
    r"(?:retrieved|available|accessed|viewed|recuperado|disponible|abgerufen|consulté|zugriff|доступно)\s"
    r"(?:from|online|at|via|de|en|von|unter|auf|sur|по адресу)\s?:?\s?$",
    re.IGNORECASE,
)
_BEHIND = regex(r"[\s,.]{0,3}(?:on|el|am|le|em)?\s?", re.IGNORECASE)
_THEN = regex(
    r"\s?(?:最后|最後)?(?:访问|訪問|检索|檢索|查阅|查閱|浏览|瀏覽|登录|登錄|获取|閲覧)(?!日期|时间|時間)"
    r"|\s(?:zuletzt )?(?:abgerufen|eingesehen|aufgerufen|besucht|geprüft)\b(?! am)",
    re.IGNORECASE,
)
_SHORT_YEAR = regex(r"(\d{1,2}\.\d{1,2}\.)(\d{2})(?!\d)")
_OTHER_DAY = regex(
    r"\b(?:archived|archiviert|archivé|archivado|архивировано|updated|revised|aktualisiert|mis à jour)\b[^\d;]{0,40}$",
    re.IGNORECASE,
)


def find_accessed(head: str, tail: str) -> tuple[PartialDate | None, str]:
    """The day of access, and the head without the words for it.

    Args:
        head: a note up to its address.
        tail: the address and what follows it.
    """
    for text in (head, tail):
        found = _said(text) or _said_behind(text)
        if found is not None:
            value, start, end = found
            return value, head if text is tail else f"{head[:start]} {head[end:]}"
    if _FROM.search(head):
        behind = _BEHIND.match(tail, tail.find(" ") if " " in tail else len(tail))
        if behind:
            dated = next((one for one in find_dates(tail[behind.end() :]) if one.start == 0), None)
            if dated is not None:
                return dated.value, head
    return None, head


def is_day_first(text: str) -> bool:
    """Whether the word for "accessed" is one of a language that puts days before months."""
    return any(match["other"] for match in SAID.finditer(text))


def other_days(text: str) -> str:
    """The text without dates of something else: when a page was archived or updated."""
    for found in reversed(find_dates(text)):
        before = _OTHER_DAY.search(text, max(0, found.start - 60), found.start)
        if before:
            text = f"{text[: before.start()]} {text[found.end :]}"
    return text


def _said(text: str) -> tuple[PartialDate, int, int] | None:
    """The first date behind a word for it, and the span of both; "Stand:" counts where no other word does."""
    edition = None
    for word in SAID.finditer(text):
        gap = _GAP.match(text, word.end())
        at = gap.end() if gap else word.end()
        rest = _SHORT_YEAR.sub(r"\g<1>20\2", text[at : at + 80])
        dated = _first(rest, day_first=bool(word["other"]))
        if dated is None:
            continue
        shift = len(rest) - len(text[at : at + 80])
        found = dated.value, word.start(), at + dated.end - shift
        if word[0].lower() != "stand":
            return found
        edition = edition or found
    return edition


def _first(rest: str, *, day_first: bool) -> WrittenDate | None:
    found = find_dates(rest, day_first=day_first)
    if found and (found[0].start == 0 or _VIA.fullmatch(rest, 0, found[0].start)):
        return found[0]
    return None


def _said_behind(text: str) -> tuple[PartialDate, int, int] | None:
    """A date with the word for it behind: 2019年9月2日访问."""
    for dated in find_dates(text):
        word = _THEN.match(text, dated.end)
        if word:
            return dated.value, dated.start, word.end()
    return None
