"""What names the thing in a message, what a page repeats of what was asked, and what stands before or after a message."""

from __future__ import annotations

import pytest
from furnished import page, seen

from checker import siblings
from checker.reasons import VerdictKind
from checker.rules import absence, called
from checker.verdict import conclude

HOST = "https://www.valley-archive.org"
WHERE = {
    "en": ("/reports/2016/meters-and-pipes.html", "Meters and pipes"),
    "de": ("/berichte/2016/zaehler-und-rohre.html", "Zähler und Rohre"),
    "fr": ("/rapports/2016/compteurs-et-tuyaux.html", "Compteurs et tuyaux"),
    "es": ("/informes/2016/contadores-y-tubos.html", "Contadores y tubos"),
    "ru": ("/doklady/2016/schyotchiki-i-truby.html", "Счётчики и трубы"),
    "zh": ("/reports/2016/t20160512_771.html", "水表与水管"),
}
"""Where something is cited, by language, and what it is called."""

NUMBERED = [
    ("en", "The requested entry (No. 77) could not be located in our database."),
    ("en", "Document No. 77 was not found in the archive."),
    ("en", "Item #77 no longer exists."),
    ("en", "The file 'meters.pdf' does not exist on this server."),
    ("en", "The publication [ID: 77] has been removed."),
    ("de", "Der Eintrag Nr. 77 wurde nicht gefunden."),
    ("de", "Der angeforderte Datensatz (ID 77) konnte in unserer Datenbank nicht gefunden werden."),
    ("de", "Das Dokument »Zähler« ist nicht mehr verfügbar."),
    ("fr", "L'enregistrement demandé (n° 77) n'a pas pu être trouvé dans notre base."),
    ("fr", "Le fichier tuyaux.pdf n'existe plus."),
    ("es", "El registro nº 77 no existe."),
    ("es", "La ficha (77) ha sido eliminada."),
    ("ru", "Запись № 77 не найдена."),
    ("ru", "Файл truby.pdf не найден."),
    ("zh", "编号为77的文档未找到。"),
    ("zh", "数据库中找不到编号为77的记录。"),
    ("en", "Report ABC-2018-77 does not exist."),
    ("en", "The dataset with identifier doi:10.5072/77 could not be found."),
    ("en", "No entry found for “survey-77”."),
    ("en", "No Joomla article with this ID was found."),
    ("en", "No Sitecore item matches the URL '/pages/meters'."),
    ("de", "Es existiert kein Confluence-Inhalt mit dieser Adresse."),
    ("fr", "Aucun document ne porte le numéro 77."),
    ("fr", "Aucun document SPIP ne correspond à cette URL."),
    ("es", "No existe ningún registro con el identificador 77."),
    ("ru", "Документ с идентификатором 77 не найден."),
    ("zh", "《报告》已下线。"),
]
"""Messages with a number, a file or a quotation between noun and verb."""

EXCLAIMED = [
    ("en", "Ouch, this page got lost in the pipes", "The link you followed no longer leads anywhere. Go back home."),
    ("en", "Lost?", "The page you are looking for has flown away. Head home and start again."),
    ("en", "Oops!", "Something went wrong: the page you want is not here (any more)."),
    ("en", "Uh-oh", "You seem to have strayed from the track. The trail you followed no longer leads anywhere."),
    ("de", "Autsch", "Der Link, auf den Sie geklickt haben, führt nirgendwo mehr hin. Zurück zur Startseite."),
    ("de", "Huch!", "Diese Seite gibt's hier nicht (mehr)."),
    ("de", "Hoppla", "Da ist was schiefgegangen: Die Seite, die Sie suchen, ist nicht (mehr) da."),
    ("fr", "Aïe !", "Le lien que vous avez suivi ne mène plus nulle part. Revenez à l'accueil."),
    ("fr", "Zut alors", "Cette page s'est envolée. Revenez à l'accueil."),
    ("es", "¡Ay!", "El enlace que siguió ya no lleva a ninguna parte. Vuelva al inicio."),
    ("ru", "Ой!", "Что-то пошло не так: страницы, которую вы ищете, здесь (больше) нет."),
    ("zh", "哎呀！", "出错了：您要找的页面（已）不在这里。"),
    ("en", "Dead end", "You've reached a dead end. The page isn't here."),
    ("de", "Ach herrje!", "Hier ist nichts. Die Seite wurde wohl vom Winde verweht."),
    ("fr", "Oh là là", "Cette page a pris la poudre d'escampette. Retour à l'accueil."),
    ("es", "¡Uy!", "Esta página se ha ido de vacaciones. Volver al inicio."),
    ("ru", "Ох!", "Эта страница ушла в отпуск. Вернитесь на главную."),
]
"""Interjections, pictures and asides."""

REASONS = [
    ("en", "The page you are looking for might have been removed, renamed, or is temporarily unavailable."),
    ("de", "Die gesuchte Seite wurde entfernt, umbenannt oder ist vorübergehend nicht verfügbar."),
    ("fr", "La page demandée a été supprimée, renommée ou est temporairement indisponible."),
    ("es", "¡Ups! La página que busca puede haber sido eliminada o no estar disponible temporalmente."),
    ("ru", "Запрошенная страница могла быть удалена, переименована или временно недоступна."),
    ("zh", "您要找的页面可能已被删除、改名或暂时不可用。"),
]
"""Lists of reasons, the last of which would pass."""

ECHOES = [
    ("en", "Institute", "<h1>Nothing here for “{}”</h1><p>Maybe try a different search?</p>"),
    ("en", "Search results for “{}”", "<h1>Search</h1><p>No results found.</p>"),
    ("en", "{} – not found", "<h1>{}</h1><p>The page “{}” does not exist.</p>"),
    ("de", "Institut", "<h1>Keine Treffer für „{}“</h1><p>Versuchen Sie es mit anderen Begriffen.</p>"),
    ("de", "{} – Talwiki", "<h1>{}</h1><p>Diese Seite existiert nicht. Du kannst den Artikel „{}“ anlegen.</p>"),
    ("fr", "Institut", "<h1>Recherche</h1><p>« {} » est introuvable.</p>"),
    ("es", "Instituto", "<h1>No se encontraron resultados para «{}»</h1>"),
    ("ru", "Институт", "<h1>По запросу «{}» ничего не найдено</h1>"),
    ("zh", "研究所", "<h1>“{}”不存在</h1>"),
]
"""Messages that call what was asked for by its name."""

OF_THE_WORLD = [
    ("en", "Places that do not exist", "Paper towns, phantom islands, trap streets.", "Invented geography"),
    ("en", "Songs that no longer exist", "Recordings that were deleted, wiped or lost.", "Gaps in a discography"),
    ("de", "Orte, die es nicht gibt", "Phantominseln und Straßen, die nicht existieren.", "Erfundene Geographie"),
    ("es", "Lugares que no existen", "Islas fantasma, pueblos inventados, calles que no existen.", "Geografía"),
    ("zh", "不存在的地方", "幽灵岛、虚构的村庄和不存在的街道。", "虚构地理"),
    (
        "en",
        "Discontinued services",
        "The night bus 77 is no longer available. It was withdrawn in March.",
        "Timetables",
    ),
    ("en", "Discontinued services", "Night bus 77: no longer available. Bicycle tram: withdrawn.", "Timetables"),
    ("en", "Messages of the reader", "“Record not found”: the card is not known to the office.", "Manual"),
    ("fr", "Messages d'erreur", "« Fichier introuvable » : la carte n'est pas enregistrée.", "Manuel"),
    ("ru", "Сообщения об ошибках", "«Запись не найдена»: карта не зарегистрирована.", "Руководство"),
    ("zh", "错误信息", "“记录不存在”：该卡未登记。", "读卡器手册"),
    ("en", "Why you see “Page not found”", "The page you asked for could not be found: what it means.", "Help"),
    ("en", "Bug 77: page not found after login", "Steps: log in, open the page. Result: page not found.", "Ticket"),
    ("en", "Poem", "I looked for the page and it was not there. The link is lost between us.", "Between us"),
    ("en", "Codes", "404: Record not found</p><p>405: Method unknown", "Answers of the interface"),
    ("en", "Inventory check", "Object No. 77 was not found in the depot. Last seen in room 4.", "Depot survey"),
    ("fr", "Inventaire", "L'objet n° 77 est introuvable. Vu en salle 4.", "Récolement"),
    ("de", "Hoppla!", "Kinderturnen am Donnerstag. Die Halle ist nicht mehr da, wir turnen im Saal.", "Turnen"),
    ("en", "Off the beaten path", "You wander through the bog on planks. The trail leads nowhere.", "A walk"),
    ("en", "Services", "The service is temporarily unavailable.", "Services of the county"),
]
"""Pages that are there, cited by another title, on hosts that show one page everywhere."""


def kind(html: str, lang: str, cited: str | None = None, other: str | None = None) -> VerdictKind:
    """What is concluded where a made-up neighbour shows the same page, or another."""
    path, title = WHERE[lang]
    one = seen(HOST + path, html)
    if siblings.is_doubtful(one):
        one = siblings.compared(one, seen(siblings.sibling(HOST + path) or "", other or html))
    return conclude(HOST + path, one, cited_title=cited or title).reason.kind


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "said"), NUMBERED)
def test_what_names_the_thing_is_no_part_of_the_message(lang: str, said: str, *, bare: bool) -> None:
    """Numbers, files and quotations stand where adjectives may."""
    assert kind(page("Library", f"<p>{said}</p>", lang, bare=bare), lang) is VerdictKind.DEAD


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "title", "said"), EXCLAIMED)
def test_what_is_exclaimed_before_a_message_does_not_hide_it(lang: str, title: str, said: str, *, bare: bool) -> None:
    """Nor pictures of it, nor "(any more)"."""
    html = page(title, f"<h1>{title}</h1><p>{said}</p>", lang, bare=bare)

    assert kind(html, lang) is VerdictKind.DEAD


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "said"), REASONS)
def test_a_list_of_reasons_is_no_passing_trouble(lang: str, said: str, *, bare: bool) -> None:
    """Though the last of them would be."""
    assert kind(page("Institute", f"<p>{said}</p>", lang, bare=bare), lang) is VerdictKind.DEAD


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "title", "main"), ECHOES)
def test_a_message_that_repeats_what_was_asked_for_does_not_bear_it(
    lang: str, title: str, main: str, *, bare: bool
) -> None:
    """The made-up neighbour says the same of its own name."""
    path = WHERE[lang][0]
    own, beside = (one.rpartition("/")[2].partition(".")[0] for one in (path, siblings.sibling(HOST + path) or ""))
    for joint in "- ":
        one, two = (
            page(title.replace("{}", name), main.replace("{}", name), lang, bare=bare)
            for name in (own.replace("-", joint), beside.replace("-", joint))
        )
        assert kind(one, lang, other=two) is VerdictKind.DEAD


def test_the_end_of_an_address_is_no_title() -> None:
    """A title that is but that, above a message, is no proof that the page is there."""
    html = page("meters-and-pipes | Institute", "<h1>Nothing found for “meters and pipes”</h1>", "en", bare=False)

    assert kind(html, "en") is VerdictKind.DEAD


def test_who_cites_a_search_means_it() -> None:
    """What it looks for is quoted there, and not found."""
    html = page("Search: “meters”", "<h1>Search</h1><p>No results found for “meters”.</p>", "en", bare=True)
    url = f"{HOST}/search?q=meters"
    one = seen(url, html)
    one = siblings.compared(one, seen(siblings.sibling(url) or "", html))

    assert conclude(url, one, cited_title="Search for “meters”").reason.kind is VerdictKind.OK


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "title", "said", "cited"), OF_THE_WORLD)
def test_what_is_told_of_the_world_is_no_message(lang: str, title: str, said: str, cited: str, *, bare: bool) -> None:
    """Though it is short, cited by another title, and shown at every address."""
    html = page(title, f"<h1>{title}</h1><p>{said}</p>", lang, bare=bare)

    assert kind(html, lang, cited) is not VerdictKind.DEAD


STANDS_ALONE = [
    ("en", "Page not found", "<h1>Page not found</h1><p>Sorry.</p>"),
    ("en", "Meadow Alliance", "<p>We couldn't find the page you were looking for. Please check the address.</p>"),
    ("en", "Meadow Notes", "<p>This content does not exist. You can go back to the previous page.</p>"),
    ("es", "¡Vaya! Parece que te has perdido", "<h1>¡Vaya! Parece que te has perdido</h1><p>No encontramos la página que buscas.</p>"),
    ("fr", "Page introuvable | Institut", "<h1>Page introuvable</h1><p>Cette page n'est plus là.</p>"),
    ("ru", "Страница не найдена", "<h1>Страница не найдена</h1><p>Такой страницы нет.</p>"),
    ("zh", "报道", "<div>对不起！您所浏览的文章已经被删除</div>"),
    ("en", "Η σελίδα δεν βρέθηκε", "<h1>Η σελίδα δεν βρέθηκε</h1><p>Η σελίδα που ζητήσατε δεν υπάρχει.</p>"),
    ("en", "Sivua ei löytynyt", "<h1>Sivua ei löytynyt</h1><p>Etsimääsi sivua ei löytynyt.</p>"),
    ("en", "Strona nie istnieje", "<h1>Strona nie istnieje</h1><p>Podana strona nie istnieje.</p>"),
]  # fmt: skip
"""Titles, or all that a page says, that speak of a page and of nothing else."""

NEEDS_ITS_NEIGHBOUR = [
    ("Nothing found", "An exhibition of photographs of empty rooms. Until May, Tuesday to Sunday."),
    ("Nicht gefunden", "Tagfalter, die bei der Zählung nicht gefunden wurden: Apollo, Moorgelbling."),
    ("Not found", "Oil on canvas, by A. Sarsenova. Room four."),
    ("Introuvable", "Huile sur toile. Salle quatre, don de la ville."),
    ("Не найдено", "Холст, масло. Зал четыре, дар города музею."),
    ("未找到", "布面油画，四号展厅，市政府捐赠。"),
    ("410 Gone", "Lithograph by A. Sarsenova. Series of error codes. Room four."),
    ("Item deleted", "Minutes: the item was deleted from the agenda by vote."),
    ("Texts for error pages", "The page you requested could not be found."),
    ("Error messages", "The document you requested was removed."),
    ("Library", "This article is unavailable in your region."),
    ("Letters", "The page you requested from our register is missing, wrote the archivist."),
]
"""Bare words above a text, help on messages, what may only be shut."""


def beside_an_honest_404(html: str) -> VerdictKind:
    """What is concluded of a page cited by a title that it does not bear."""
    url = HOST + WHERE["en"][0]
    one = seen(url, html)
    if siblings.is_doubtful(one):
        one = siblings.compared(one, seen(siblings.sibling(url) or "", "not here", 404))
    return conclude(url, one, cited_title="Spring programme").reason.kind


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "title", "main"), STANDS_ALONE)
def test_an_unmistakable_message_about_a_page_is_one_beside_an_honest_404_too(
    lang: str, title: str, main: str, *, bare: bool
) -> None:
    """Many sites answer what never was with 404, and what is gone with a message."""
    assert beside_an_honest_404(page(title, main, lang, bare=bare)) is VerdictKind.DEAD


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("title", "said"), NEEDS_ITS_NEIGHBOUR)
def test_other_words_prove_nothing_where_the_site_is_honest(title: str, said: str, *, bare: bool) -> None:
    """They do not say of a page that it is gone, or explain who says so."""
    html = page(title, f"<h1>{title}</h1><p>{said}</p>", "en", bare=bare)

    assert beside_an_honest_404(html) is not VerdictKind.DEAD


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("the record (id 77) is gone", "the record is gone"),
        ("record no. 77-b was not found", "record was not found"),
        ("item with the id 77 does not exist", "item does not exist"),
        ("the article “meters” is gone", "the article is gone"),
        ("编号为77的文档不存在", "文档不存在"),
        ("файл truby.pdf не найден", "файл не найден"),
        ("the page is not here (any more)", "the page is not here any more"),
        ("nothing is named here", "nothing is named here"),
    ],
)
def test_names_are_left_out(text: str, bare: str) -> None:
    """Numbers, quotations and files; what is said aside is said."""
    assert called.unnamed(text) == bare


def test_a_bridge_with_a_number_is_a_bridge() -> None:
    """The grammar of absence speaks of what sites serve."""
    assert not absence.says("bridge no. 77 could not be found")
    assert absence.says("record no. 77 could not be found")


ON_TERMS = [
    ("en", "Sorry!", "This site is only available to readers in Norway."),
    ("en", "Sorry!", "This page requires a plug-in."),
    ("en", "Oops!", "The page is being repaired."),
    ("en", "Oops!", "We are having trouble showing this page."),
    ("en", "Oops!", "Something went wrong. Please reload the page."),
    ("en", "Sorry!", "This page is not yet translated. Read it in German."),
    ("de", "Oje!", "Die Seite wird gerade repariert."),
    ("fr", "Aïe !", "Cette page met trop de temps à répondre."),
    ("es", "¡Ups!", "Esta página es solo para socios."),
    ("ru", "Ой!", "Эта страница только для членов общества."),
    ("zh", "抱歉", "出错了，请刷新页面。"),
]
"""Exclamations of those who keep a page, or have trouble with it."""


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "title", "said"), ON_TERMS)
def test_an_exclamation_alone_is_no_message(lang: str, title: str, said: str, *, bare: bool) -> None:
    """What is shut, there on terms or in trouble is not gone, though all addresses say so."""
    assert kind(page(title, f"<h1>{title}</h1><p>{said}</p>", lang, bare=bare), lang) is not VerdictKind.DEAD
