"""Lines that say only in what a table is told: ``Valores en millones de dólares.``, ``USD million``, ``(млрд руб.)``. Pure.

The words of such a line are those of a small grammar: what is told (values, amounts, all figures), that it is told in
something, the unit, and how (at current prices). Whatever else it says makes it a sentence like others.
"""

from __future__ import annotations

import re

from checker.figures.grammar import Grammar
from checker.figures.header_units import Unit, unit_alone, unit_in
from checker.patterns import regex

LONGEST = 120
_ALL = r"(?:all|the|these|alle|die|sämtliche|todos|todas|los|las|estos|estas|tous|toutes|les|ces|все|всё|эти|所有|以上|以下|本表)"
_TOLD = (
    r"(?:values?|figures?|amounts?|numbers?|data|totals?|sums?|werte?|beträge?|angaben?|zahlen|daten|summen?|valores|valor|cifras?|datos|importes?|montos?|cantidades|saldos|"
    r"valeurs?|montants?|chiffres|données|sommes|данные|значения|суммы|сумма|показатели|цифры|стоимость|数据|金额|數據|金額|数值|数字|单位|單位|计量单位|"
    r"units?|unit of measure(?:ment)?|einheit(?:en)?|maßeinheit|unités?|unité de mesure|unidad(?:es)?(?: de medida)?|единиц[аы](?: измерения)?|ед\. ?изм\.)"
)
_WHERE = r"(?:below|above|here|shown|in (?:the|this) table|in der tabelle|de (?:la|esta) tabla|del cuadro|du tableau|ci-dessous|таблицы|в таблице|均)"
_ARE = r"(?:are|is|in|sind|ist|están|estan|está|son|es|se expresan|se presentan|sont|est|указан[ыа]|приведен[ыа]|приведён|представлен[ыа]|даны|выражены|为|以|是)"
_SAID = r"(?:expressed|given|shown|stated|reported|presented|quoted|ausgedrückt|angegeben|dargestellt|expresad[oa]s?|indicad[oa]s?|dad[oa]s|presentad[oa]s?|exprimée?s?|indiquée?s?|données|présentée?s?)"
_IN = r"(?:in|en|im|в|por)"
_END = r"(?![a-z\u00df-\u024f\u0430-\u0451])"
_LEAD = regex(
    rf"(?:(?:{_ALL}{_END}[ \u00a0]?){{0,2}}(?:{_TOLD}{_END}){{1,2}}(?:[ \u00a0]?{_WHERE}{_END})?(?:[ \u00a0]?{_ARE}{_END})?(?:[ \u00a0]{_SAID}{_END})?(?:[ \u00a0]{_IN}{_END})?"
    rf"[ \u00a0]?[:：]?[ \u00a0]?|(?:{_SAID}[ \u00a0])?{_IN}[ \u00a0])(?=[^\W_]|[%‰$€£¥₽₸₹(1'’])",
    re.IGNORECASE,
)
_HOW = regex(
    r"[,;]?[ \u00a0](?:\(?(?:current|constant|nominal|corrientes?|constantes?|nominales|courants?|constants?|laufende|nominal)(?: prices| prix)?\)?|at (?:current|constant) prices|"
    r"a precios (?:corrientes|constantes)|aux? prix (?:courants|constants)|в текущих ценах|unless otherwise (?:stated|noted|indicated)|except where (?:stated|noted)|"
    r"salvo (?:que se indique lo contrario|indicación (?:en|de lo) contrario|indicación contraria)|sauf (?:indication|mention) contraire|sofern nicht anders angegeben|falls nicht anders angegeben|если не указано иное)$",
    re.IGNORECASE,
)
_MARKS = " \t\u00a0*_"
_OPEN, _CLOSE = "([（【", ")]）】"
_SCALED_NOUN = regex(r"[^\W\d_]{2,12}[ \u00a0](?:of[ ]|de[ ]|d['’])?[^\W\d_]{3,20}")
_NOUN = regex(r"(?:(?:of|de|von|d['’])[ \u00a0]?)?[^\W\d_]{3,20}")


def unit_of_line(line: str, rules: Grammar) -> Unit | None:
    """The unit that a whole line says a table is in; None where it is any other line."""
    words = " ".join(line.strip(_MARKS).split())
    if not 1 < len(words) <= LONGEST:
        return None
    words, is_bracketed = _bare(words)
    lead = _LEAD.match(words)
    unit = _HOW.sub("", _HOW.sub("", words[lead.end() :] if lead is not None else words)).strip(_MARKS)
    unit, inner = _bare(unit)
    found = unit_alone(unit, rules) or (_counted(unit, rules) if lead is not None else None)
    told = lead is not None or is_bracketed or inner
    return found if found is not None and (told or found[0] != 1) else None


def _bare(words: str) -> tuple[str, bool]:
    """Words without the full stop and brackets around them, and whether these were there."""
    words = words.rstrip(_MARKS + ".。;；:：")
    if words[:1] and words[0] in _OPEN and words[-1:] and words[-1] in _CLOSE:
        return words[1:-1].strip(_MARKS), True
    return words, False


def _counted(words: str, rules: Grammar) -> Unit | None:
    """The scale of a line that names what is counted: ``in thousands of persons``."""
    read = rules.unit_of(words, 0)
    if read.scale != 1 and not read.unit:
        return (read.scale, "") if _NOUN.fullmatch(words[read.end :].strip()) else None
    found = unit_in(words, rules) if _SCALED_NOUN.fullmatch(words) else None
    return found if found is not None and not found[1] else None
