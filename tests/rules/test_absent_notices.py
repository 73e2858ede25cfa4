"""Sentences of absence below headings of any kind, with the furniture of real sites around them; and what only looks so."""

import pytest
from furnished import page, seen

from checker import siblings
from checker.reasons import VerdictKind
from checker.verdict import conclude

URL = "https://www.valley-archive.org/pages/2016/tariffs-and-meters.html"
CITED = "Water tariffs in transition"
GONE = [
    (
        "en",
        "Institute",
        "<h1>Publication details</h1><p>The publication you selected is not available in the catalogue.</p>",
    ),
    ("en", "Staff directory | Institute", "<h1>Staff directory</h1><p>No person with this identifier was found.</p>"),
    (
        "en",
        "Institute",
        "<h2>Oh no!</h2><p>We searched everywhere but couldn't find the page you wanted.</p><p>Go back home</p>",
    ),
    (
        "en",
        "Dataset | Open data portal",
        "<h1>Dataset</h1><p>The dataset you requested has been withdrawn or does not exist.</p>",
    ),
    (
        "en",
        "Parliamentary documents",
        "<h1>Documents</h1><p>Document not available. It may have been moved to the archive.</p>",
    ),
    ("en", "Project database", "<h1>Project</h1><p>Project with ID 4471 does not exist in the database.</p>"),
    ("en", "Job offers", "<h1>Vacancy</h1><p>This vacancy has expired or has been filled.</p>"),
    ("en", "News | Agency", "<h1>News</h1><p>The news item could not be found.</p>"),
    ("en", "Library catalogue", "<h1>Catalogue record</h1><p>No matching record.</p>"),
    (
        "en",
        "This page has moved on",
        "<h1>This page has moved on</h1><p>We can't find what you're looking for. The link may be out of date.</p>",
    ),
    (
        "en",
        "Resource unavailable",
        "<h1>Resource unavailable</h1><p>The resource could not be retrieved because it no longer exists.</p>",
    ),
    (
        "en",
        "Court decisions",
        "<h1>Decision</h1><p>The requested decision does not exist or is no longer published.</p>",
    ),
    ("en", "Blog", "<h1>Whoops, that blog post doesn't exist</h1>"),
    ("en", "Journal", "<h1>Article</h1><p>This article is no longer hosted on this site.</p>"),
    ("en", "Institute", "<h1>404</h1><p>Lost in the woods.</p>"),
    (
        "de",
        "Publikation | Institut",
        "<h1>Publikation</h1><p>Die Publikation mit dieser Nummer ist nicht vorhanden.</p>",
    ),
    (
        "de",
        "Pressemitteilungen",
        "<h1>Pressemitteilungen</h1><p>Diese Pressemitteilung ist nicht mehr online verfügbar.</p>",
    ),
    ("de", "Fehler", "<h1>Fehler</h1><p>Das Dokument wurde nicht gefunden.</p>"),
    ("de", "Stellenangebote", "<h1>Stellenangebot</h1><p>Dieses Stellenangebot ist nicht mehr aktiv.</p>"),
    (
        "de",
        "Ratsinformationssystem",
        "<h1>Vorlage</h1><p>Der Datensatz wurde nicht gefunden oder ist nicht öffentlich.</p>",
    ),
    (
        "de",
        "Hoppla!",
        "<h1>Hoppla!</h1><p>Da ist wohl etwas schiefgelaufen. Die Seite, die Sie suchen, gibt es nicht.</p>",
    ),
    (
        "fr",
        "Publications",
        "<h1>Publications</h1><p>La publication demandée n'est plus disponible ou a été retirée.</p>",
    ),
    ("fr", "Annuaire", "<h1>Annuaire</h1><p>Aucune fiche ne correspond à cet identifiant.</p>"),
    ("fr", "Oups", "<h1>Oups !</h1><p>Nous n'avons pas trouvé la page que vous cherchiez.</p>"),
    ("fr", "Actualités", "<h1>Actualités</h1><p>Cette actualité n'est plus en ligne.</p>"),
    ("fr", "Base de données", "<h1>Notice</h1><p>La notice demandée est introuvable dans la base.</p>"),
    ("es", "Publicaciones", "<h1>Publicaciones</h1><p>La publicación solicitada no se encuentra disponible.</p>"),
    ("es", "Normativa", "<h1>Normativa</h1><p>No se ha encontrado el documento solicitado.</p>"),
    ("es", "Vaya", "<h1>¡Vaya!</h1><p>No encontramos la página que estás buscando.</p>"),
    ("es", "Agenda", "<h1>Agenda</h1><p>El evento ya no existe o fue eliminado.</p>"),
    ("ru", "Документы", "<h1>Документы</h1><p>Запрашиваемый документ отсутствует на сайте.</p>"),
    ("ru", "Вакансии", "<h1>Вакансии</h1><p>Вакансия закрыта или удалена.</p>"),
    ("ru", "Публикации", "<h1>Публикации</h1><p>Публикация с таким номером не найдена.</p>"),
    ("ru", "Упс", "<h1>Упс!</h1><p>Мы не нашли страницу, которую вы ищете.</p>"),
    ("ru", "Портал", "<h1>Ошибка</h1><p>Такой новости не существует.</p>"),
    ("zh", "通知公告", "<h1>通知公告</h1><p>您访问的文章已被删除或不存在。</p>"),
    ("zh", "政务公开", "<h1>政务公开</h1><p>该文件已下架或未公开。</p>"),
    ("zh", "出错了", "<h1>出错了</h1><p>没有找到您要的内容。</p>"),
    ("zh", "数据", "<h1>数据</h1><p>数据不存在！</p>"),
    ("zh", "新闻", "<p>页面已失效，请返回首页</p>"),
]
"""Language, title and main part of pages that every address of a site shows."""

THERE = [
    (
        "en",
        "Missing persons register",
        "<h1>Missing persons register</h1><p>The register lists persons not found since 1944. Contact us with information.</p>",
    ),
    ("en", "Lake Aral", "<h1>Lake Aral</h1><p>The southern lake no longer exists. It dried up in 2009.</p>"),
    ("en", "Opening hours", "<h1>Opening hours</h1><p>Open Monday to Friday, 9 to 5. Closed on holidays.</p>"),
    ("en", "Vacancies", "<h1>Vacancies</h1><p>There are currently no vacancies.</p>"),
    ("en", "Search", "<h1>Search</h1><p>Enter a word to search the archive.</p>"),
    ("en", "Form W-22", "<h1>Form W-22</h1><p>Download the form (PDF, 120 KB).</p>"),
    ("en", "Errata", "<h1>Errata</h1><p>Page 14: table 3 is missing a row. Page 20: for Horgos read Khorgos.</p>"),
    (
        "en",
        "Retraction notice",
        "<h1>Retraction notice</h1><p>This article has been retracted at the request of the authors.</p>",
    ),
    ("de", "Vorlage 14/2016", "<h1>Vorlage 14/2016</h1><p>Status: zurückgezogen. Ausschuss: Umwelt.</p>"),
    ("de", "Das Haus gibt es nicht mehr", "<h1>Das Haus gibt es nicht mehr</h1><p>Ein Gedicht von M. Otar.</p>"),
    ("fr", "Tarifs", "<h1>Tarifs</h1><p>Abonnement 12 € par an, consommation 3,20 € le m³.</p>"),
    ("es", "Acta 14", "<h1>Acta 14</h1><p>Asistentes: Moreno, Otar. No hay acuerdos.</p>"),
    ("ru", "Протокол 14", "<h1>Протокол 14</h1><p>Присутствовали: Отар, Морено. Решение не принято.</p>"),
    ("zh", "会议纪要", "<h1>会议纪要</h1><p>出席：李、王。未形成决议。</p>"),
    (
        "en",
        "Species: Aral trout",
        "<h1>Aral trout</h1><p>Status: extinct. Last seen 1960. Not found in later surveys.</p>",
    ),
    ("en", "Notice", "<h1>Notice</h1><p>The library will be closed on Monday.</p>"),
    (
        "en",
        "Error analysis",
        "<h1>Error analysis</h1><p>Two readings could not be found in the logbook; they were estimated.</p>",
    ),
    (
        "en",
        "Message from the director",
        "<h1>Message from the director</h1><p>Dear colleagues, the archive has moved to the new building.</p>",
    ),
    ("ru", "Информация", "<h1>Информация</h1><p>Приём граждан по вторникам. Запись не нужна.</p>"),
    ("zh", "提示", "<h1>提示</h1><p>本馆周一闭馆。</p>"),
    ("de", "Hinweis", "<h1>Hinweis</h1><p>Das Formular ist nur auf Papier verfügbar.</p>"),
    ("en", "Thread", "<h1>Thread</h1><p>Has anybody found the manual for the M-10 meter? The link is dead.</p>"),
    ("en", "The deleted page", "<h1>The deleted page</h1><p>A short film by A. Moreno, 12 minutes.</p>"),
]
"""Short pages that have something to say, or nothing to say of pages."""

ITEMS = [
    (
        "en",
        "Mill Bridge",
        "<h1>Mill Bridge</h1><p>The bridge no longer exists; demolished 1974.</p>",
        "Larnwick crossings",
    ),
    ("en", "Otar, M.", "<h1>Otar, M.</h1><p>Member of the board until 2009. No photo available.</p>", "Board members"),
    (
        "en",
        "File 404/12",
        "<h1>File 404/12</h1><p>File missing since 1951. Contents: letters, 12 ff.</p>",
        "Archive of the mill",
    ),
    ("en", "Map 14", "<h1>Map 14</h1><p>Sheet lost. Scale 1:10 000, 1931.</p>", "Maps of the basin"),
    (
        "en",
        "M-10 meter",
        "<h1>M-10 meter</h1><p>This product is no longer available. Nominal flow 2.5 m³/h. Class B. DN 15.</p>",
        "Meter data",
    ),
    ("en", "Route 14", "<h1>Route 14</h1><p>Service withdrawn 2009. Quay Street – Mill.</p>", "Larnwick buses"),
    (
        "de",
        "Akte 12",
        "<h1>Akte 12</h1><p>Akte nicht mehr vorhanden (Kriegsverlust). Laufzeit 1901–1944.</p>",
        "Findbuch Nordbrück",
    ),
    ("de", "Objekt 88", "<h1>Objekt 88</h1><p>Krug, Ton, um 1720. Verbleib unbekannt.</p>", "Inventar"),
    (
        "fr",
        "Dossier 14",
        "<h1>Dossier 14</h1><p>Pièces manquantes depuis 1944. 12 feuillets.</p>",
        "Fonds de la mairie",
    ),
    ("es", "Expediente 14", "<h1>Expediente 14</h1><p>Documento no conservado. Fecha: 1931.</p>", "Archivo municipal"),
    ("ru", "Дело 14", "<h1>Дело 14</h1><p>Листы 3–5 отсутствуют. 1931 г., 12 л.</p>", "Опись фонда"),
    ("zh", "档案14", "<h1>档案14</h1><p>原件已遗失。1931年，12页。</p>", "水利档案目录"),
    (
        "en",
        "Recording 7",
        "<h1>Recording 7</h1><p>Tape erased 1968. Broadcast 12 May 1961, 25 min.</p>",
        "Lost episodes",
    ),
    (
        "en",
        "Publication 33",
        "<h1>Publication 33</h1><p>Out of print. The report is no longer available in print. PDF, 2 MB.</p>",
        "Publications list",
    ),
    (
        "en",
        "Decision 2/2014",
        "<h1>Decision 2/2014</h1><p>Repealed by Decision 4/2016. The decision is no longer in force.</p>",
        "Decisions of the council",
    ),
    ("en", "Species 12", "<h1>Species 12</h1><p>The species does not exist in the lake any more.</p>", "Fauna"),
    ("ru", "Станция Заречная", "<h1>Станция Заречная</h1><p>Станция закрыта в 1969 году.</p>", "Станции линии"),
    (
        "en",
        "Error 12",
        "<h1>Error 12</h1><p>Meter shows E12: sensor not found. Replace the cable.</p>",
        "Manual of the meter",
    ),
    ("en", "Question 88", "<h1>Question 88</h1><p>Does the page exist? No answer yet.</p>", "Questions in parliament"),
]
"""Items of lists, which tell of what is gone in the world, and how they were cited."""


def kind(html: str, cited: str, *, honest: bool) -> VerdictKind:
    """What is concluded where a made-up neighbour is an honest 404, or shows the same page."""
    one = seen(URL, html)
    if siblings.is_doubtful(one):
        beside = siblings.sibling(URL) or ""
        one = siblings.compared(one, seen(beside, "not here", 404) if honest else seen(beside, html))
    return conclude(URL, one, cited_title=cited).reason.kind


@pytest.mark.parametrize(("lang", "title", "main"), GONE)
@pytest.mark.parametrize("bare", [True, False])
def test_what_every_address_shows_is_gone(lang: str, title: str, main: str, *, bare: bool) -> None:
    """However it is put, and whatever the site has around it."""
    assert kind(page(title, main, lang, bare=bare), CITED, honest=False) is VerdictKind.DEAD


@pytest.mark.parametrize(("lang", "title", "main"), THERE)
@pytest.mark.parametrize("bare", [True, False])
def test_short_pages_are_there(lang: str, title: str, main: str, *, bare: bool) -> None:
    """Where the site answers honestly they are fine; where it shows them everywhere, they are not dead at least."""
    html = page(title, main, lang, bare=bare)

    for cited in (title, CITED):
        assert kind(html, cited, honest=True) is VerdictKind.OK
        assert kind(html, cited, honest=False) is not VerdictKind.DEAD


@pytest.mark.parametrize(("lang", "title", "main", "cited"), ITEMS)
@pytest.mark.parametrize("bare", [True, False])
def test_items_tell_of_the_world(lang: str, title: str, main: str, cited: str, *, bare: bool) -> None:
    """What is lost, closed or out of print is told by a page that is there, also where the end of the address is not read."""
    html = page(title, main, lang, bare=bare)

    for name in (title, cited):
        assert kind(html, name, honest=True) is VerdictKind.OK
        assert kind(html, name, honest=False) is not VerdictKind.DEAD


@pytest.mark.parametrize(
    "after",
    [
        "<address>Convention Bureau, 12 Quay Street, Larnwick LW1 4QX. Telephone 01234 567890. Open Monday to Friday.</address>",
        "<p>The bureau promotes the town as a place for meetings and supports organisers with venues and evening programmes.</p>",
    ],
)
def test_what_stands_outside_the_main_part_is_of_the_site(after: str) -> None:
    """An address or a word on who runs the site says nothing of the page; in the main part it does."""
    said = "<h1>Event details</h1><p>The requested event does not exist or has been archived.</p>"
    outside = (
        f"<!doctype html><html><head><title>Event details</title></head><body><main>{said}</main>{after}</body></html>"
    )
    inside = (
        f"<!doctype html><html><head><title>Event details</title></head><body><main>{said}{after}</main></body></html>"
    )

    assert kind(outside, CITED, honest=False) is VerdictKind.DEAD
    assert kind(inside, CITED, honest=False) is not VerdictKind.DEAD
