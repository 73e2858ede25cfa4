"""Notes in the citation styles of six languages: what a person reads out of them."""

import pytest

from checker import readers
from checker.model import Document

STYLES = [
    (
        "Ada Brook, “A Town’s River,” Foreign Affairs 97, no. 3 (May/June 2018): 12–20, https://www.foreignaffairs.org/a-b.",
        "https://www.foreignaffairs.org/a-b",
        "A Town’s River",
        "2018",
        None,
    ),
    (
        "Ada Brook and Carl Dane, The Long River: A History (New York: Norton, 2017), 34, https://doi.org/10.1093/acref/9780.001.",
        "https://doi.org/10.1093/acref/9780.001",
        "The Long River: A History",
        "2017",
        None,
    ),
    (
        "“Mill Closes,” BBC News, last modified May 4, 2020, https://www.bbc.co.uk/news/world-1.",
        "https://www.bbc.co.uk/news/world-1",
        "Mill Closes",
        "2020-05-04",
        None,
    ),
    (
        "World Bank, “Remittances (Q3)”, 2018, http://data.worldbank.org/x (last accessed on 12 Oct. 2019).",
        "http://data.worldbank.org/x",
        "Remittances (Q3)",
        "2018",
        "2019-10-12",
    ),
    (
        "‘Why rivers matter’, The Guardian, 3 Sept. 2019. Available at: https://guardian.com/x [Accessed 4 Sep. 2019].",
        "https://guardian.com/x",
        "Why rivers matter",
        "2019-09-03",
        "2019-09-04",
    ),
    (
        "Bob Hill, ‘Can’t stop: the river’s rise’, LRB, 12 January 2012, https://lrb.co.uk/v34.",
        "https://lrb.co.uk/v34",
        "Can’t stop: the river’s rise",
        "2012-01-12",
        None,
    ),
    (
        "Eva Falk, \"The 'New' Dam,\" Press (2020-03-04), https://press.org/dam, (accessed 2020-04-05).",
        "https://press.org/dam",
        "The 'New' Dam",
        "2020-03-04",
        "2020-04-05",
    ),
    (
        "Brook, A. (2019, March 6). The river and the town. River Review. https://rr.org/a",
        "https://rr.org/a",
        "The river and the town",
        "2019-03-06",
        None,
    ),
    (
        "Brook, A., Dane, C., & Falk, E. (2020). Dams and locks: A U.S. view. Water Policy, 22(3), 100–120. https://doi.org/10.2166/wp.2020.123",
        "https://doi.org/10.2166/wp.2020.123",
        "Dams and locks: A U.S. view",
        "2020",
        None,
    ),
    (
        "World Health Organization. (n.d.). Water facts. Retrieved March 3, 2021, from https://www.who.int/water",
        "https://www.who.int/water",
        "Water facts",
        None,
        "2021-03-03",
    ),
    (
        "Brook, A. (2018). Rivers [Blog post]. Retrieved from http://blog.org/rivers/",
        "http://blog.org/rivers/",
        "Rivers",
        "2018",
        None,
    ),
    (
        "Brook, Ada. “The River.” River Review, vol. 3, no. 2, Spring 2018, pp. 4-9. JSTOR, www.jstor.org/stable/123. Accessed 5 May 2019.",
        "http://www.jstor.org/stable/123",
        "The River",
        "2018",
        "2019-05-05",
    ),
    (
        "Brook A, Dane C. The river and health. Lancet. 2018;391(10120):100-2. doi: 10.1016/S0140-6736(18)30001-1. Available from: https://www.thelancet.com/a(18)1/fulltext",
        "https://www.thelancet.com/a(18)1/fulltext",
        "The river and health",
        "2018",
        None,
    ),
    (
        "World Health Organization. Water and health [Internet]. Geneva: WHO; 2019 [cited 2020 Mar 3]. Available from: https://www.who.int/w",
        "https://www.who.int/w",
        "Water and health",
        "2019",
        "2020-03-03",
    ),
    (
        "Water online [Internet]. 2018 May 4 [updated 2019 Jun 5; cited 2020 Mar 3]. Available from: https://w.org/a.",
        "https://w.org/a",
        "Water online",
        "2018-05-04",
        "2020-03-03",
    ),
    (
        "Ada Brook, The River, N.Y. TIMES (Mar. 6, 2019), https://www.nytimes.com/r.html [https://perma.cc/AB12-CD34].",
        "https://www.nytimes.com/r.html",
        "The River",
        "2019-03-06",
        None,
    ),
    (
        "Water Facts, U.S. GEOLOGICAL SURV., https://usgs.gov/w (last visited Jan. 5, 2020).",
        "https://usgs.gov/w",
        "Water Facts",
        None,
        "2020-01-05",
    ),
    (
        "Anna Bach: Der Fluss und seine Städte. In: Die Zeit, 5. Mai 2019. Online: https://zeit.de/f (abgerufen am 6.6.2020).",
        "https://zeit.de/f",
        "Der Fluss und seine Städte",
        "2019-05-05",
        "2020-06-06",
    ),
    (
        "Bach, Anna (2019): Der Fluss. Eine Geschichte, in: Wasser 3/2019, S. 5-10, https://w.de/f, zuletzt geprüft am 06.06.2020.",
        "https://w.de/f",
        "Der Fluss. Eine Geschichte",
        "2019",
        "2020-06-06",
    ),
    (
        "Vgl. Bundesamt für Wasser: „Pegel 2018“, 3. März 2019, https://bfw.de/p [letzter Zugriff: 4. April 2019].",
        "https://bfw.de/p",
        "Pegel 2018",
        "2019-03-03",
        "2019-04-04",
    ),
    (
        "»Der Damm«, Spiegel Online, 05.04.2018, https://spiegel.de/d (zuletzt aufgerufen am 7.8.2019).",
        "https://spiegel.de/d",
        "Der Damm",
        "2018-04-05",
        "2019-08-07",
    ),
    (
        "Bundesbank: Monatsbericht, Januar 2020, https://bb.de/m, letzter Abruf: 1.2.2020.",
        "https://bb.de/m",
        "Monatsbericht",
        "2020-01",
        "2020-02-01",
    ),
    (
        "Jean Dupont, « Le fleuve et la ville », Le Monde, 5 février 2019, https://lemonde.fr/f (consulté le 6 mars 2020).",
        "https://lemonde.fr/f",
        "Le fleuve et la ville",
        "2019-02-05",
        "2020-03-06",
    ),
    (
        "DUPONT Jean, « L’eau : “un bien commun” », Revue de l’eau, n° 12, 2018, p. 5-10 [en ligne], URL : http://rde.fr/12 , page consultée le 1er août 2019.",
        "http://rde.fr/12",
        "L’eau : “un bien commun”",
        "2018",
        "2019-08-01",
    ),
    (
        "García Pérez, Ana, “El río y la ciudad”, El País, 5 de marzo de 2019. Disponible en: https://elpais.com/r [consulta: 6 de abril de 2020].",
        "https://elpais.com/r",
        "El río y la ciudad",
        "2019-03-05",
        "2020-04-06",
    ),
    (
        "García, A. (2018). El río. Revista de Aguas, 3(2), 5-9. Disponible en: https://ra.es/3 (fecha de consulta: 06/04/2020).",
        "https://ra.es/3",
        "El río",
        "2018",
        "2020-04-06",
    ),
    (
        "Banco Mundial, «Agua», 2017, https://bm.org/a, último acceso: 13 de abril de 2020.",
        "https://bm.org/a",
        "Agua",
        "2017",
        "2020-04-13",
    ),
    (
        "Иванов И. И. Река и город // Вестник МГУ. 2018. № 3. С. 5–10. URL: https://vestnik.ru/a?b=1 (дата обращения: 12.03.2020).",
        "https://vestnik.ru/a?b=1",
        "Река и город",
        "2018",
        "2020-03-12",
    ),
    (
        "Петров П.П. Водная политика [Электронный ресурс] // РБК. 5 мая 2019. Режим доступа: https://rbc.ru/v (дата обращения 06.06.2020).",
        "https://rbc.ru/v",
        "Водная политика",
        "2019-05-05",
        "2020-06-06",
    ),
    (
        "Путин рассказал о реках // ТАСС, 07.06.2019. – URL: https://tass.ru/p/123.",
        "https://tass.ru/p/123",
        "Путин рассказал о реках",
        "2019-06-07",
        None,
    ),
    (
        "«Река поднялась», РИА Новости, 3 октября 2018 г., доступ: 4 ноября 2018 г., https://ria.ru/20181003/1.html",
        "https://ria.ru/20181003/1.html",
        "Река поднялась",
        "2018-10-03",
        "2018-11-04",
    ),
    (
        "王伟. 河流与城市[EB/OL]. (2019-05-01)[2019-09-02]. https://www.heliu.cn/a.html.",
        "https://www.heliu.cn/a.html",
        "河流与城市",
        "2019-05-01",
        "2019-09-02",
    ),
    (
        "李明, 张三. 水资源研究[J/OL]. 水利学报, 2018, 49(3): 5-10 [2019-01-02]. http://slxb.cn/a. DOI:10.13243/j.cnki.slxb.2018.",
        "http://slxb.cn/a",
        "水资源研究",
        "2018",
        "2019-01-02",
    ),
    (
        "王伟：《河流与城市》，《人民日报》，2019年5月1日，第3版，http://paper.people.com.cn/a.htm，访问日期：2019年9月2日。",
        "http://paper.people.com.cn/a.htm",
        "河流与城市",
        "2019-05-01",
        "2019-09-02",
    ),
    (
        "“河流上涨”，新华网，2018年6月7日，https://xinhua.net/a，2019年1月1日访问。",
        "https://xinhua.net/a",
        "河流上涨",
        "2018-06-07",
        "2019-01-01",
    ),
    (
        "《水资源公报》，水利部网站，2019年，http://mwr.gov.cn/a（最后访问时间：2020年3月5日）。",
        "http://mwr.gov.cn/a",
        "水资源公报",
        "2019",
        "2020-03-05",
    ),
    (
        "See Ada Brook, “River,” May 2018, archived at https://web.archive.org/web/20190101000000/https://a.org/x (accessed January 2019).",
        "https://web.archive.org/web/20190101000000/https://a.org/x",
        "River",
        "2018-05",
        "2019-01",
    ),
    (
        "Brook, A. et al. (2020) ‘Rivers’, Water, 12(3), p. 5. doi: 10.3390/w12030005. Available at: https://www.mdpi.com/2073-4441/12/3/5 (Accessed: 10 March 2021).",
        "https://www.mdpi.com/2073-4441/12/3/5",
        "Rivers",
        "2020",
        "2021-03-10",
    ),
    (
        "[Gov. doc.] “Act on Rivers,” May 4, 2018. Accessed May 10, 2019. https://gov.org/act",
        "https://gov.org/act",
        "Act on Rivers",
        "2018-05-04",
        "2019-05-10",
    ),
    (
        "Ada Brook (@adab), “The river is up,” Twitter, March 3, 2019, 9:15 a.m., https://twitter.com/adab/status/1.",
        "https://twitter.com/adab/status/1",
        "The river is up",
        "2019-03-03",
        None,
    ),
    (
        "“River”. Encyclopaedia, accessed on 2019-05-04 at https://enc.org/River",
        "https://enc.org/River",
        "River",
        None,
        "2019-05-04",
    ),
    (
        "Town Council, Annual Report 2017-18, p. 4, https://town.org/r.pdf, viewed 6 June 2019.",
        "https://town.org/r.pdf",
        None,
        None,
        "2019-06-06",
    ),
    ("Brook, op. cit. (note 1). Also see “Other”, https://o.org/1.", "https://o.org/1", "Other", None, None),
]


@pytest.mark.parametrize(("note", "url", "title", "published", "accessed"), STYLES)
def test_a_note_in_its_style(
    note: str, url: str, title: str | None, published: str | None, accessed: str | None
) -> None:
    """Address, title and both dates, each with the precision it was written with."""
    one = readers.read(Document("x.txt", f"It rose.[1]\n\n[1] {note}\n", "text")).citations[0]

    assert (one.url, one.title, text(one.published), text(one.accessed)) == (url, title, published, accessed)
    assert one.note == "1"


def text(value: object) -> str | None:
    """A date as it is labelled."""
    return None if value is None else str(value)
