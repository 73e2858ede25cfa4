"""Is a figure still on the page? Every spelling of a value is it, no neighbour of it is."""

from decimal import Decimal

import pytest

from checker.figures.facts import OnPage
from checker.figures.on_page import Wanted, on_page, step_of
from checker.figures.quantities import parse_quantity

FILLER = {
    "en": "The ministry publishes the yearly overview of the region and its neighbours for readers who want to know more. "
    * 6,
    "de": "Das Ministerium veröffentlicht jedes Jahr eine Übersicht über die Region und ihre Nachbarn für alle, die mehr wissen wollen. "
    * 6,
    "fr": "Le ministère publie chaque année un aperçu de la région et de ses voisins pour les lecteurs qui veulent en savoir plus. "
    * 6,
    "es": "El ministerio publica cada año un panorama de la región y de sus vecinos para los lectores que quieren saber más sobre ella. "
    * 6,
    "ru": "Министерство каждый год публикует обзор региона и его соседей для читателей, которые хотят знать больше о нём и его жизни. "
    * 6,
    "zh": "该部每年发布地区概况，供希望了解更多情况的读者参考。" * 12,
}

FOUND = [
    ("11.07 billion USD", "en", "Trade stood at $11.07 billion that year."),
    ("11.07 billion USD", "en", "Trade stood at $11.07bn that year."),
    ("11.07 billion USD", "en", "Trade stood at US$11.07 bn that year."),
    ("11.07 billion USD", "en", "Trade stood at USD 11.07 billion."),
    ("11.07 billion USD", "en", "Trade stood at 11.07 billion US dollars."),
    ("11.07 billion USD", "en", "Trade stood at $11,070 million."),
    ("11.07 billion USD", "en", "Trade stood at $11 070 million."),
    ("11.07 billion USD", "en", "Trade stood at 11,070 million dollars."),
    ("11.07 billion USD", "en", "Trade stood at $11,070,000,000."),
    ("11.07 billion USD", "en", "Trade stood at 11\u202f070\u202f000\u202f000 USD."),
    ("11.07 billion USD", "en", "Trade stood at $11.07\u00a0billion."),
    ("11.07 billion USD", "en", "Trade stood at $11.07 bil\u00adlion."),
    ("11.07 billion USD", "en", "Trade stood at $\u200b11.07 billion."),
    ("11.07 billion USD", "en", "Trade stood at ＄１１.０７ billion."),
    ("11.07 billion USD", "en", "Trade stood at $11.07B."),
    ("11.07 billion USD", "en", "Trade stood at $11.070 billion."),
    ("11.07 billion USD", "en", "Trade stood at $11.07 billion¹."),
    ("11.07 billion USD", "en", "Trade (US$ 11.07 billion) grew."),
    ("11.07 billion USD", "en", "A $11.07-billion trade."),
    ("11.07 billion USD", "en", "Trade of between $9 and $11.07 billion."),
    ("11.07 billion USD", "de", "Der Handel lag bei 11,07 Mrd. Dollar."),
    ("11.07 billion USD", "de", "Der Handel lag bei 11,07 Mrd US-Dollar."),
    ("11.07 billion USD", "de", "Der Handel lag bei 11,07 Milliarden Dollar."),
    ("11.07 billion USD", "de", "Der Handel lag bei 11.070 Mio. US-Dollar."),
    ("11.07 billion USD", "de", "Der Handel lag bei 11.070 Millionen $."),
    ("11.07 billion USD", "de", "Der Handel lag bei 11.070.000.000 US-Dollar."),
    ("11.07 billion USD", "de", "Der Handel lag bei 11'070 Mio. USD."),
    ("11.07 billion USD", "fr", "Les échanges s'élevaient à 11,07 milliards de dollars."),
    ("11.07 billion USD", "fr", "Les échanges s'élevaient à 11 070 millions de dollars américains."),
    ("11.07 billion USD", "fr", "Les échanges s'élevaient à 11,07 Mds $."),
    ("11.07 billion USD", "es", "El comercio fue de 11.070 millones de dólares."),
    ("11.07 billion USD", "es", "El comercio fue de 11,07 mil millones de dólares."),
    ("11.07 billion USD", "es", "El comercio fue de US$ 11 070 millones."),
    ("11.07 billion USD", "ru", "Товарооборот составил 11,07 млрд долларов."),
    ("11.07 billion USD", "ru", "Товарооборот составил 11,07 млрд долл. США."),
    ("11.07 billion USD", "ru", "Товарооборот составил $11,07 млрд."),
    ("11.07 billion USD", "ru", "Товарооборот составил 11 070 млн долларов США."),
    ("11.07 billion USD", "ru", "Товарооборот составил 11,07 миллиарда долларов."),
    ("11.07 billion USD", "ru", "Товарооборот составил $11.07 млрд."),
    ("11.07 billion USD", "zh", "贸易额为110.7亿美元。"),
    ("11.07 billion USD", "zh", "贸易额为110.70亿美元。"),
    ("11.07 billion USD", "zh", "贸易额为１１０.７亿美元。"),
    ("11.07 billion USD", "zh", "贸易额为1107000万美元。"),
    ("11.07 billion USD", "en", "Trade, million US$\nYear\n2016\n2017\nKazakhstan\n9,800\n11,070\n"),
    ("11.07 billion USD", "en", "In billions of dollars (USD bn)\nKazakhstan\n11.07\n"),
    ("11.07 billion USD", "en", "Value (US$ million)\nTotal\n11,070.0\n"),
    ("12345000 GBP", "en", "£'000\n2022\nRevenue\n12,345\n"),
    ("12345000 GBP", "en", "Accounts, £000\n2022\nRevenue\n12,345\n"),
    ("12345000 EUR", "de", "in T€\n2022\nUmsatz\n12.345\n"),
    ("12345000 EUR", "es", "Ingresos (miles de euros)\n2021\nNorte\n12.345\n"),
    ("5410000000 kg", "en", "Item\nUnit\n2010\nWheat\n1,000 t\n5,410\n"),
    ("4210000 population", "en", "Population (thousands)\n2021\nNorth\n4,210\n"),
    ("4210000 население", "ru", "Показатель\nЕд. изм.\n2021\nНаселение\nтыс. чел.\n4 210\n"),
    ("40 bcm", "en", "Exports of 40 billion cubic metres."),
    ("40 bcm", "en", "Exports of 40 bcm."),
    ("40 bcm", "en", "Exports of 40 billion m3."),
    ("40 bcm", "en", "Exports of 40 km³ of gas."),
    ("40 bcm", "ru", "Экспорт — 40 млрд кубометров."),
    ("40 bcm", "de", "Ausfuhren von 40 Milliarden Kubikmetern."),
    ("40 bcm", "zh", "出口400亿立方米。"),
    ("0.5 share", "en", "China holds half of the debt."),
    ("0.5 share", "en", "China holds 50 per cent of the debt."),
    ("0.5 share", "en", "China holds fifty percent of it."),
    ("0.5 share", "de", "China hält die Hälfte der Schulden."),
    ("0.5 share", "ru", "На Китай приходится половина долга."),
    ("12 %", "en", "Growth of 12% was seen."),
    ("12 %", "en", "Growth of twelve per cent was seen."),
    ("12 %", "de", "Ein Wachstum von 12 Prozent."),
    ("12 %", "zh", "增长百分之十二。"),
    ("12 %", "en", "It rose by 12 pct. on the year."),
    ("12 %", "ru", "Рост на 12 п. п. за год."),
    ("8 ratio", "en", "Exports grew eightfold."),
    ("8 ratio", "en", "Exports are eight times the former level."),
    ("8 ratio", "ru", "Экспорт вырос в 8 раз."),
    ("8 ratio", "zh", "出口增长了8倍。"),
    ("1 billion USD", "en", "They signed a billion-dollar agreement."),
    ("1 billion USD", "en", "They signed a deal for one billion dollars."),
    ("43833 deaths", "en", "There were 43,833 deaths."),
    ("43833 deaths", "en", "Deaths by year\n2022\n2023\nAll roads\n44,100\n43,833\n"),
    ("1.7 billion USD", "de", "Schulden von 1.700 Mio. Dollar."),
    ("100 billion USD", "en", "Trade passed one hundred billion dollars."),
    ("310000 t", "en", "It emits 310 kt a year."),
    ("500 crore INR", "en", "A sum of Rs 5 billion."),
    ("1 billion USD", "en", "They paid $1 billion for it."),
    ("11.07 billion USD", "en", "In 2017 11 070 million dollars changed hands."),
    ("11.07 billion USD", "fr", "En 2017, 11\u202f070 millions de dollars furent échangés."),
    ("0.05 share", "en", "It holds 5 per cent of it."),
    ("0.5 %", "en", "It grew by 0.5 per cent."),
    ("0.05 %", "de", "Es wuchs um 0,05 Prozent."),
    ("0 %", "en", "It grew by 0 per cent."),
    ("14 million EUR", "en", "They lost 14m euros."),
    ("3.5 million t", "en", "They dug up 3.5m tonnes."),
    ("1400000 refugees", "en", "Some 1.4m refugees crossed."),
    ("0.75 share", "en", "It is three in four farmers who own land."),
    ("75 %", "en", "Three out of four own land."),
    ("0.2 share", "en", "About 1 in 5 adults own land."),
    ("0.9 share", "en", "Some 9 out of 10 patients own land."),
    ("0.75 share", "de", "Drei von vier Bauern besitzen Land."),
    ("0.2 share", "fr", "Un foyer sur cinq possède des terres."),
    ("0.75 share", "fr", "Trois agriculteurs sur quatre possèdent des terres."),
    ("0.75 share", "es", "Tres de cada cuatro agricultores tienen tierras."),
    ("0.75 share", "ru", "Трое из четырёх опрошенных владеют землёй."),
    ("97.6 %", "fr", "La part est de 97,6 p. 100 des voix."),
    ("0 %", "de", "Es wuchs um 0,0 Prozent."),
    ("12 km2", "en", "The lake covers 12 km² or so."),
    ("12 km2", "en", "The lake covers 12 ㎢ or so."),
    ("40 bcm", "zh", "出口四百亿立方米。"),
    ("0.4 share", "zh", "四成的人口居住在那里。"),
    ("2 billion USD", "zh", "贷款二十亿美元。"),
    ("10 billion USD", "zh", "贷款一百亿美元。"),
    ("11.07 billion AUD", "en", "Trade stood at 11.07 billion dollars."),
    ("146838185 человек", "ru", "Население составило 146 миллионов 838 тысяч 185 человек."),
    ("146.8381 million человек", "ru", "Население составило 146 млн 838,1 тыс. человек."),
    ("461.815 billion USD", "es", "El comercio sumó 461 mil 815 millones de dólares."),
    ("1468780000 人", "zh", "全国人口为14亿6878万人。"),
    ("8.642 million EUR", "de", "Der Aufwand betrug TEUR 8.642."),
    ("8.642 million EUR", "de", "Der Aufwand betrug 8.642 T€."),
    ("48.6 million USD", "en", "Income (USD million 48.6) grew."),
    ("19.5 km3", "ru", "Объём озера — 19,5 км³."),
    ("281 m", "es", "La cima está a 281 m. Es fría."),
    ("0.2 share", "de", "Jedes fünfte Kind lernt dort."),
    ("0.2 share", "en", "Every fifth child learns there."),
    ("0.2 share", "ru", "Каждый пятый ребёнок учится там."),
    ("0.1 share", "ru", "Один из десяти жителей учится там."),
    ("0.8 share", "zh", "每十名受访者中有八名支持。"),
    ("3 %", "en", "Between three and five per cent of them left."),
    ("40 %", "en", "It fell from around 40 to under 25 percent."),
    ("40 %", "de", "Es fiel von rund 40 auf unter 25 Prozent."),
    ("25 million USD", "en", "They lost twenty-five million dollars."),
    ("90 %", "fr", "Il a eu quatre-vingt-dix pour cent des voix."),
    ("1.5 ratio", "de", "Es ist das Anderthalbfache des Wertes."),
]  # fmt: skip
ROUNDED = [
    ("11.07 billion USD", "en", "Trade stood at $11.1 billion."),
    ("11.07 billion USD", "en", "Trade stood at $11 billion."),
    ("11.07 billion USD", "en", "Trade stood at $11,069.8 million."),
    ("11.07 billion USD", "en", "Trade stood at $11,066,123,456."),
    ("11.07 billion USD", "de", "Der Handel lag bei 11,1 Mrd. Dollar."),
    ("11.07 billion USD", "ru", "Товарооборот составил $11,1 млрд."),
    ("40 bcm", "en", "Exports of 40.3 bcm."),
    ("40 bcm", "en", "Exports of 39.6 billion cubic metres."),
    ("1.96 billion USD", "en", "Debts of $2 billion."),
    ("99.6 %", "en", "A share of 100%."),
    ("0.5 share", "en", "China holds 49.6% of the debt."),
    ("8 ratio", "en", "It is 7.8 times the former level."),
    ("0.333333 share", "zh", "三分之一的人口居住在那里。"),
    ("0.333333 share", "en", "A third of the debt is China's."),
]  # fmt: skip
ABSENT = [
    ("41.6 km2", "en", "Density (inhabitants/km²)\nNorth\n41.6\n"),
    ("41.6 km2", "fr", "Densité (hab./km²)\nNord\n41,6\n"),
    ("12345000000 GBP", "en", "£'000\n2022\nRevenue\n12,345\n"),
    ("4210000 population", "en", "Population\n2021\nNorth\n4,210\n"),
    ("11.07 billion USD", "en", "Trade stood at $11.70 billion."),
    ("11.07 billion USD", "en", "Trade stood at $10.07 billion."),
    ("11.07 billion USD", "en", "Trade stood at $11.17 billion."),
    ("11.07 billion USD", "en", "Trade stood at $1.107 billion."),
    ("11.07 billion USD", "en", "Trade stood at $110.7 billion."),
    ("11.07 billion USD", "en", "Trade stood at $11.07 million."),
    ("11.07 billion USD", "en", "Trade stood at $11.07 trillion."),
    ("11.07 billion USD", "en", "Trade stood at €11.07 billion."),
    ("11.07 billion USD", "en", "Trade stood at 11.07 billion yuan."),
    ("11.07 billion USD", "en", "Trade grew by 11.07 per cent."),
    ("11.07 billion USD", "en", "It was signed on 11.07.2018 in Astana."),
    ("11.07 billion USD", "en", "Version 11.07 is out; section 11.07 tells more."),
    ("11.07 billion USD", "en", "Trade stood at $12 billion."),
    ("11.07 billion USD", "en", "Trade stood at $10 billion."),
    ("11.07 billion USD", "en", "Call 11 07 00 00 now; order number 1107."),
    ("11.07 billion USD", "en", "Visitors by year\nKazakhstan\n11,070\n"),
    ("11.07 billion USD", "de", "Der Handel lag bei 11,7 Mrd. Dollar."),
    ("11.07 billion USD", "de", "Der Handel lag bei 1.107 Mio. Dollar."),
    ("11.07 billion USD", "fr", "Les échanges s'élevaient à 11,07 millions de dollars."),
    ("11.07 billion USD", "es", "El comercio fue de 11,07 billones de dólares."),
    ("11.07 billion USD", "ru", "Товарооборот составил 11,07 млрд рублей."),
    ("11.07 billion USD", "zh", "贸易额为11.07亿美元。"),
    ("11.07 billion USD", "zh", "贸易额为110.7亿元。"),
    ("40 bcm", "en", "Exports of 41 bcm."),
    ("40 bcm", "en", "Exports of 40 million cubic metres."),
    ("40 bcm", "en", "Exports of 40 billion tonnes."),
    ("40 bcm", "en", "Article 40 says so, on page 40."),
    ("0.5 share", "en", "In the second half of the year, half an hour is enough."),
    ("0.5 share", "en", "China holds 45% of the debt."),
    ("0.5 share", "en", "A third of the debt is China's."),
    ("12 %", "en", "Growth of 12.6% was seen."),
    ("12 %", "en", "Growth of 1.2% was seen, by 12 members."),
    ("8 ratio", "en", "He was champion eight times; 8 of them abroad."),
    ("8 ratio", "en", "Exports grew eighteenfold, or 80 times the level."),
    ("43833 deaths", "en", "There were 43,833 visitors."),
    ("43833 deaths", "en", "There were 43,383 deaths."),
    ("1 billion USD", "en", "They signed a multi-billion-dollar agreement."),
    ("95 million USD", "en", "They paid $100 million."),
    ("40 m", "en", "The club has 40 members, most of them women."),
    ("14 million EUR", "en", "The wall is 14m long, the 14m waves cost euros."),
    ("99 W", "en", "The plant has 99 GW, the other 99 MW."),
    ("20 m3", "en", "They moved 20 m of cable and 20 metric tons."),
    ("300 cats", "en", "The scatter of 300 locations is wide."),
    ("0.5 share", "en", "The firm grew for two quarters in a row."),
    ("0.2 share", "en", "One in five years is dry; see 1 in 5, and section 1 in 5 chapters of 1 in 55."),
    ("0 %", "en", "It grew by 10 per cent, 2.0 per cent and 0.5 per cent."),
    ("5 %", "en", "It grew by 1.5 per cent, 10.05 per cent and 2,005 per cent."),
]  # fmt: skip


def state(value: str, language: str, text: str, **facts: object) -> OnPage:
    """What a page with a text says of a figure."""
    quantity = parse_quantity(value)
    wanted = Wanted(quantity, step_of(quantity, value))
    page = f"{FILLER[language]}\n{text}\n{FILLER[language]}"
    words = {"whole": True, "words": 200, **facts}
    (sighting,) = on_page([wanted], page, **words)  # type: ignore[arg-type]
    return sighting.state


def test_there_are_enough() -> None:
    """Sixty spellings and thirty near misses at least."""
    assert len(FOUND) >= 60
    assert len(ABSENT) >= 30


@pytest.mark.parametrize(("value", "language", "text"), FOUND)
def test_every_spelling_is_found(value: str, language: str, text: str) -> None:
    """The same value in whatever dress."""
    assert state(value, language, text) is OnPage.FOUND


@pytest.mark.parametrize(("value", "language", "text"), ROUNDED)
def test_a_rounded_value_is_told_as_such(value: str, language: str, text: str) -> None:
    """Equal at the coarser of the two precisions."""
    assert state(value, language, text) is OnPage.ROUNDED


@pytest.mark.parametrize(("value", "language", "text"), ABSENT)
def test_near_misses_are_not_found(value: str, language: str, text: str) -> None:
    """Another value, unit or scale, a date, a version: none of them is the figure."""
    assert state(value, language, text) is OnPage.NOT_FOUND


def test_thousands_of_candidates_are_no_page_to_read() -> None:
    """What looks like the figure thousands of times over is not checked, and costs no more for it."""
    assert state("11.07 billion USD", "en", "$11.07 million " * 10_000) is OnPage.NOT_CHECKED
    assert state("11.07 billion USD", "en", "11 " * 30_000) is OnPage.NOT_FOUND
    assert state("11.07 billion USD", "en", "1" * 300_000) is OnPage.NOT_FOUND
    assert state("11.07 billion USD", "en", "111 " * 20_000) is OnPage.NOT_FOUND
    assert state("0.5 share", "en", "half an hour, " * 20_000) is OnPage.NOT_CHECKED
    assert state("11.07 billion USD", "en", "1 " * 300_000 + "$11.07 billion") is not OnPage.NOT_FOUND


def test_whole_words_are_quoted() -> None:
    """The few words around a figure, on its line, none of them cut."""
    quantity = parse_quantity("11.07 billion USD")
    page = f"A heading\n{FILLER['en']}Trade stood at $11.07 billion. {FILLER['en']}\nAnother line"
    (sighting,) = on_page([Wanted(quantity, Decimal("1e7"))], page, language="en", whole=True, words=200)
    quoted = sighting.words.split()

    assert "stood at $11.07 billion. The ministry" in sighting.words
    assert {quoted[0], quoted[-1]} <= set(page.split())
    assert len(sighting.words) <= 140


def test_figures_of_one_page_are_looked_for_together() -> None:
    """Each figure gets the answer it gets alone, in their order."""
    values = ["11.07 billion USD", "40 bcm", "0.5 share", "12 %", "43833 deaths"]
    text = "Trade of $11.07 billion, half of it gas, of which 40.2 bcm; 43,833 deaths."
    wanted = [Wanted(quantity := parse_quantity(value), step_of(quantity, value)) for value in values]
    page = f"{FILLER['en']}\n{text}"
    together = on_page(wanted, page, language="en", whole=True, words=200)

    assert [one.state for one in together] == [state(value, "en", text) for value in values]
    assert [one.state.value for one in together] == ["found", "rounded", "found", "not_found", "found"]


def test_little_or_half_a_page_proves_nothing() -> None:
    """Not found needs a page read to its end and enough text."""
    assert state("5 EUR", "en", "Nothing here.", whole=False) is OnPage.NOT_CHECKED
    assert state("5 EUR", "en", "Nothing here.", words=10) is OnPage.NOT_CHECKED


def test_a_page_that_prints_it_its_own_way() -> None:
    """``page_text`` is looked for as it stands; what the page says around it is kept, short."""
    quantity = parse_quantity("0.447 share")
    wanted = Wanted(quantity, Decimal("0.001"), "1.7 of 3.8 billion")
    (sighting,) = on_page([wanted], "Of the debt, $1.7 of 3.8 billion is owed to China.", whole=True, words=9)

    assert sighting.state is OnPage.FOUND
    assert "1.7 of 3.8 billion is owed" in sighting.words
