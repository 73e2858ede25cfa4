"""What is never a figure: markers, years, versions, identifiers and their like, dated sentence or not."""

import pytest

from checker import readers
from checker.model import Document

NEVER = [
    "On 9/11 in 2001 the 201st brigade was there.",
    "In 2019, section 12 of chapter 4 on page 45 was changed.",
    "In 2018 the museum moved to 12 Baker Street.",
    "As of 2021, call +44 20 7946 0958 or 030 1234567.",
    "In 2020 version 2.14.3 replaced 1.9; Python 3.9 came in 2020.",
    "In 2018 the team won 3–2, then 4:1, and lost 0-0.",
    "In 2019 the train left at 10:30 and came back at 22.45.",
    "In 2019 it was found at 48.8566 N, 2.3522 E.",
    "ISBN 978-3-16-148410-0 was printed in 2015.",
    "In 2017 he was 45 years old, and stayed for 3 days and 12 hours.",
    "In 2016 Apollo 11 astronauts and Windows 11 users met on Highway 61.",
    "The 5G network and the A380 came in 2007; so did COVID-19 tests in 2020.",
    "In 2019 the second half of the season took half an hour; a third party came in the first quarter.",
    "In the 1990s and in 2008 there was a war.",
    "He came twice in 2018, and three times in 2019.",
    "See note [12] of 2019 and table 4, figure 7, No. 5.",
    "The ratio is 3 in 4, the grade 1.0.",
    "2018",
    "12",
    "1. First of 2019\n2. Second of 2020\n",
    "Im Jahr 2019 änderte Artikel 12 auf Seite 45 das Gesetz von 1998.",
    "Am 12. Mai 2019 um 10:30 Uhr kam er im Alter von 45 Jahren in Zimmer 12.",
    "En 2019, l'article 12 de la loi no 98-657 a été modifié à la page 45.",
    "En 2019, el artículo 12 de la ley 39/2015 cambió en la página 45.",
    "В 2019 году статья 12 закона № 44-ФЗ изменена на стр. 45.",
    "2019年第12条第3款修改，见第45页，版本3.1。",
    "From 2012 to 2018 he lived at 221B Baker Street.",
    "It cost several million dollars, a few hundred million euros and millions of dollars in 2019.",
    "Es kostete 2019 mehrere Millionen Euro und einige hundert Millionen Dollar.",
    "Cela a coûté plusieurs millions d'euros en 2019.",
    "В 2019 году это стоило несколько миллионов долларов.",
    "2019年花费数亿美元、几百万元。",
    "Model 3 and iPhone 12 came in 2020.",
    "Serial 12345678 of 2019, order 4711-0815.",
    "In 2018 it moved from 1st to 3rd place.",
    "In 2018 he won three in four games; one in three years is dry.",
    "Section 1 in 5 chapters was changed in 2018.",
    "In 2013, the 1830 revolutions were remembered.",
    "In 2019, 2018 models sold well.",
    "En 2018 parut un rapport sur dix pays, et un débat sur deux projets.",
    "Im Jahr 2013 stieg 2018 der Preis; einer von drei Brüdern kam.",
    "В 2018 году один из пяти крупнейших городов вырос.",
    "In 2019 they left 14 All Hallows Lane; the T-34M and the 11-M stayed.",
    "Die Daten von 2017 stammen aus Welle 34 des Panels.",
    "Las notas 1 a 24 forman parte de las cuentas de 2018; el 11-M y el 15-M.",
    "Les notes 1 à 24 de 2018 disent le reste.",
    "В 2021 году с площадки 31 космодрома взлетел Ту-154М.",
    "There were none per 100,000 people in 2019, and in 2014 dollars nothing.",
    "2019 gab es keine je 100.000 Einwohner.",
    "En 2019 no hubo por cada 100.000 habitantes.",
    "En 2019, il n'y en avait pas pour chaque 1 000 habitants.",
    "В 2019 году в расчёте на 100 000 жителей их не было.",
    "2019年每10万人没有。",
    "In 2012 she won the 200 metres at the Games; en 2012 elle gagna le 800 mètres.",
]  # fmt: skip


@pytest.mark.parametrize("text", NEVER)
def test_no_figure(text: str) -> None:
    """Nothing in it is taken for a figure."""
    assert [one.text for one in readers.read(Document("a.txt", text, "text")).figures] == []
