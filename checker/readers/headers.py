"""What a header, a label or a caption of a table says about cells: time, unit, what is counted. Pure."""

from __future__ import annotations

import re

from msgspec import Struct, field

from checker.figures.grammar import grammar
from checker.figures.header_dates import Timed, timed
from checker.figures.header_units import Unit, unit_alone, unit_in
from checker.patterns import regex
from checker.readers.grids import Cell

LONGEST = 200
_STRIPPED = " \t\n*_'|"
_EMPTY = regex(
    r"(?i)(?:number of|total|totals|no\. of|count of|nombre de|nombre d['’]|número de|anzahl der|anzahl|zahl der|количество|число|数量|总数)\s*"
)
_LABEL = regex(r"[^\W\d_][^\W\d_'’-]*(?:[-'’ ][^\W\d_]+){0,5}")
BAND = regex(r"[0-9]{1,3}[ ]?[-–—][ ]?[0-9]{1,3}|[0-9]{1,3}[ ]?\+|[<>≤≥][ ]?[0-9]{1,3}")
"""A class of ages or sizes."""
_WORD = regex(r"[^\W\d_]{2}|[\u3400-\u9fff]")
_GENERAL = frozenset(
    "count counts quantity menge quantité cantidad total totals data daten données datos данные 数据 description indicator measure value values amount number census estimate estimated figure wert werte betrag anzahl zensus valeur valeurs montant nombre recensement valor valores "
    "importe número censo значение значения количество число перепись 数值 数量 普查 est proj projection projections prognose schätzung target goal plan planned actual "
    "forecast budget provisional revised ziel soll ist objectif cible objetivo meta previsión план факт цель прогноз оценка 目标 预测 实际".split()
)
NO_LABELS = frozenset(
    "id no nr rank year date code page number postal postal_code zip phone area_code isbn url website coordinates latitude longitude elevation_footnotes "
    "utc_offset timezone lat_d long_d width height image_size imagesize size note notes ref refs reference rang platz position pos pts pld anhang annexe tz "
    "nota notas прим примечание примечания №".split()
)
_CHANGE = regex(
    r"(?<![^\W_])(?:changes?|difference|diff|growth|variance|veränderung|differenz|abweichung|wachstum|variation|écart|évolution|variación|diferencia|crecimiento|"
    r"изменени|прирост|отклонени|рост)|^[+(]?(?:[+±]/[-−–]|Δ|±)|增减|变化|增长|同比",
    re.IGNORECASE,
)
_OTHER_MEASURE = regex(
    r"(?<![^\W_])(?:number|no\.|share|percent|rate|ratio|index|rank|staff|employees?|headcount|fte|ftes|population|inhabitants|visitors|members|margin|"
    r"anzahl|zahl|anteil|quote|rate|mitarbeiter|beschäftigte|einwohner|personal|vollzeit\w*|mitglieder|marge|nombre|part|taux|indice|effectifs?|salariés|habitants|"
    r"número|proporción|tasa|índice|empleados|plantilla|habitantes|población|число|количество|доля|уровень|индекс|численность|население|сотрудник\w*|year|jahr|année|año|год)"
    r"(?![^\W_])|人口|人数|占比|比重|指数|员工",
    re.IGNORECASE,
)
_MONEY = regex(
    r"cost|expens|spending|wages|salar|income|revenue|payment|kosten|aufwand|ausgaben|gehälter|frais|charges|dépenses|coûts?|gastos|costes|costos|ingresos|расход|доход|затрат|зарплат|费|支出|收入",
    re.IGNORECASE,
)
_AMOUNTS = regex(
    r"(?<![^\W_])(?:exports?|imports?|balance|surplus|deficit|revenues?|turnover|profits?|ebitda?|gdp|gni|debt|expenditures?|expenses|remittances|liabilities|equity|taxes|"
    r"ausfuhr(?:en)?|einfuhr(?:en)?|exporte|importe|saldo|überschuss|defizit|umsatz|umsätze|umsatzerlöse|erlöse|gewinne?|bip|schulden|ausgaben|einnahmen|steuern|aufwendungen|"
    r"exportations|importations|solde|excédent|déficit|recettes|dépenses|bénéfices?|pib|dette|impôts|"
    r"exportaciones|importaciones|superávit|ingresos|gastos|egresos|beneficios?|ganancias|deuda|remesas|impuestos|utilidades|"
    r"экспорт|импорт|сальдо|профицит|дефицит|выручка|доходы?|расходы?|прибыль|ввп|долг|налоги)(?![^\W_])|出口|进口|進口|贸易差额|顺差|逆差|营业收入|收入|支出|利润|净利润|国内生产总值|债务|税收",
    re.IGNORECASE,
)
"""Amounts of money, or of goods: a number without a unit under them counts nothing."""
_UNIT_TITLE = regex(
    r"units?|unit of measure(?:ment)?|uom|(?:maß|mess)?einheit|unités?|unité de mesure|unidad(?:es)?|unidad de medida|ед\.?(?: ?изм\.?)?|"
    r"единиц[аы](?: измерения)?|单位|單位|計量單位|计量单位|measure",
    re.IGNORECASE,
)
_RANK = regex(r"(?:#|№|no\.?|nr\.?|n[°º]|rank|rang|pos\.?|platz|lfd\. ?nr\.?|№ ?п/п|место|排名|序号)", re.IGNORECASE)
_TIME_TITLES = frozenset(
    "year|years|date|fiscal year|financial year|fy|quarter|month|period|as of|season|jahr|jahre|datum|stand|stichtag|quartal|monat|zeitraum|geschäftsjahr|saison|année|années|an|"
    "exercice|trimestre|mois|période|saison|año|años|fecha|ejercicio|mes|período|periodo|temporada|год|годы|дата|квартал|месяц|период|сезон|年|年份|年度|日期|时间|季度|月份".split(
        "|"
    )
)
_TIME = frozenset(
    "year years date jahr jahre année annee an año год годы month months monat mois mes месяц quarter quartal period zeitraum période período период country "
    "region city name land pays país страна stand founded opened built established completed baujahr gegründet eröffnet fondé fundación основан 年份 年 时间 日期".split()
)


_NAMED = regex(
    r"(?:countr(?:y|ies)|regions?|provinces?|states?|cit(?:y|ies)|towns?|municipalit(?:y|ies)|districts?|count(?:y|ies)|offices?|locations?|sites?|segments?|divisions?|departments?|compan(?:y|ies)|schools?|"
    r"universit(?:y|ies)|areas?|names?|place|nation|continent|branch(?:es)?|plants?|land|länder|bundesland|bundesländer|kanton|stadt|städte|gemeinden?|kreise?|landkreise?|regierungsbezirk|standorte?|werk|gebiet|bezirke?|"
    r"bereich|abteilung|unternehmen|schule|staat|pays|régions?|provinces?|villes?|communes?|départements?|cantons?|académie|sites?|secteur|nom|entreprise|établissement|país(?:es)?|regi(?:ón|ones)|provincias?|ciudad(?:es)?|"
    r"municipios?|departamentos?|comunidad(?:es)?(?: autónomas?)?|estados?|nombre|empresa|centro|sede|стран[аы]|регион\w?|област[ьи]|город\w?|район\w?|субъект\w?|край|филиал\w?|предприятие|название|округ\w?|муниципалитет)"
    r"|国家|地区|省份|省市?|城市|市|州|县|区|区县|单位名称|名称|公司|学校",
    re.IGNORECASE,
)
"""What heads a column of names: places and bodies, which are nothing that is counted."""


class Header(Struct, frozen=True):
    """What the words of a header say; ``label`` is what is counted, ``general`` that this is no thing by itself."""

    words: str = ""
    time: Timed = field(default_factory=Timed)
    unit: Unit | None = None
    label: str = ""

    @property
    def general(self) -> bool:
        """Whether its label names no thing (``value``, ``census``)."""
        return self.label.lower() in _GENERAL

    @property
    def means_time(self) -> bool:
        """Whether it heads a column of times or of names (``Year``, ``Country``)."""
        return self.label.lower() in _TIME

    @property
    def heads_names(self) -> bool:
        """Whether it heads a column of names."""
        return _NAMED.fullmatch(self.words.strip(" :.")) is not None

    @property
    def is_time_title(self) -> bool:
        """Whether it heads a column of the times that its rows are about."""
        return self.words.strip(" :.").lower() in _TIME_TITLES

    @property
    def is_change(self) -> bool:
        """Whether it heads how much more something was than before."""
        return _CHANGE.search(self.words) is not None

    @property
    def is_latest_change(self) -> bool:
        """Whether it does so without telling since when."""
        return self.is_change and re.search(r"[0-9]{4}", self.words) is None

    @property
    def no_count(self) -> bool:
        """Whether what it heads counts nothing: ranks, notes, how much more it was."""
        words = self.label.lower().split()
        return self.is_change or not NO_LABELS.isdisjoint(words) or _RANK.fullmatch(self.words) is not None

    @property
    def own_measure(self) -> bool:
        """Whether it names a measure of its own, for which the unit of a whole table is not meant."""
        return self.unit is None and (
            self.no_count or (bool(_OTHER_MEASURE.search(self.words)) and not _MONEY.search(self.words))
        )

    @property
    def is_unit_title(self) -> bool:
        """Whether it heads a column of units."""
        return _UNIT_TITLE.fullmatch(self.words.strip(" :.")) is not None

    @property
    def is_rank(self) -> bool:
        """Whether it heads running numbers."""
        return _RANK.fullmatch(self.words) is not None


class HeaderReader:
    """Reads headers of one table; each is read once."""

    def __init__(self, text: str, code: str) -> None:
        self._text, self._code = text, code
        self._rules = grammar(code)
        self._read: dict[str, Header] = {}

    def at(self, start: int, end: int) -> Header:
        """The header that stands between two offsets."""
        words = self._text[start : min(end, start + LONGEST)]
        known = self._read.get(words)
        if known is None:
            known = self._read[words] = self.of(words)
        return known

    def of(self, text: str) -> Header:
        """What some words say as a header."""
        words = " ".join(text[:LONGEST].strip(_STRIPPED).split())
        if not words:
            return Header()
        time = timed(words, self._code)
        rest = " ".join(time.rest.split())
        return Header(words, time, unit_in(rest, self._rules), self._label(rest))

    def words(self, cell: Cell) -> str:
        """What a cell says."""
        return self._text[cell.start : cell.end].strip(_STRIPPED)

    def unit_alone(self, start: int, end: int) -> Unit | None:
        """The unit that a cell is, from end to end."""
        return unit_alone(self._text[start:end].strip(_STRIPPED)[:LONGEST], self._rules)

    def _label(self, rest: str) -> str:
        """What is counted: words, with their numbers where these belong to them (``0 à 14 ans``, ``65+``, ``G7``)."""
        whole = " ".join(re.sub(r"[(\[].*?[)\]]", " ", rest).split()).strip(" •-–—:.*'")
        label = _EMPTY.sub("", whole).strip(" •-–—:.*'")
        label = label if _WORD.search(label) else whole
        if re.search(r"[0-9]", label) and len(label) <= 40 and not unit_in(label, self._rules):
            return label if re.search(r"[^\W\d_]", label) or BAND.fullmatch(label) else ""
        match = _LABEL.match(label)
        found = match[0].strip() if match else ""
        return found if _WORD.search(found) else ""


_PREPOSITION = regex(
    r"(?<=[^\W\d_])[ ](?:of|by|in|per|for|at|nach|in|je|von|der|des|по|в|на)(?![^\W\d_])", re.IGNORECASE
)


def counted(header: Header, code: str) -> str:
    """The noun of a label that counts something; empty where that is an amount, whose unit is told or not."""
    word = noun(header, code)
    return "" if _AMOUNTS.fullmatch(word) else word


def noun(header: Header, code: str) -> str:
    """The noun of a label: its last word in English, its first where adjectives follow; whole if numbers belong to it."""
    words = _PREPOSITION.split(header.label)[0].split() or header.label.split()
    word = header.label if re.search(r"[0-9]", header.label) else words[0] if code in ("fr", "es") else words[-1]
    return word if code == "de" else word.lower()
