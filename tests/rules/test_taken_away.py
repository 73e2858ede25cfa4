"""Who took it away, what can be done with it no longer, and what else may be said beside that; what only sounds so."""

from __future__ import annotations

import pytest
from furnished import page, seen

from checker import siblings
from checker.reasons import VerdictKind
from checker.rules import absence, naming
from checker.rules.notfound import LATER
from checker.verdict import conclude

URL = "https://www.valley-archive.org/notices/412"
CITED = "Water tariffs in transition"

TAKEN_AWAY = [
    ("en", "This advert was deleted by its seller."),
    ("en", "Sorry, this listing has been removed by the advertiser and can no longer be viewed."),
    ("en", "This recording can no longer be viewed."),
    ("en", "The old materials are not available."),
    ("en", "Can't find data record in database table course."),
    ("de", "Die Anzeige wurde vom Anbieter entfernt und kann nicht mehr angezeigt werden."),
    ("de", "Dieser Beitrag kann nicht mehr aufgerufen werden."),
    ("de", "Die alten Inhalte sind nicht mehr verfügbar."),
    ("fr", "Cette annonce a été supprimée par l'annonceur et ne peut plus être consultée."),
    ("fr", "Les anciens contenus ne sont plus disponibles."),
    ("es", "El anuncio fue retirado por el vendedor y ya no se puede ver."),
    ("es", "Los contenidos anteriores ya no están disponibles."),
    ("ru", "Объявление удалено продавцом."),
    ("ru", "Эту страницу больше нельзя открыть."),
    ("ru", "Старые материалы больше недоступны."),
    ("zh", "该职位已被雇主删除，无法再查看"),
    ("zh", "旧内容已不可用"),
    ("de", "Die von Ihnen aufgerufene Meldung ist abgelaufen und wurde aus dem Angebot genommen."),
    ("de", "Kein Schiff mit dieser Nummer ist verzeichnet."),
    ("en", "No vessel with this number is registered."),
    ("en", "The page has moved or no longer exists."),
    ("fr", "Aucun navire portant ce numéro n'est enregistré."),
    ("es", "No consta ningún buque con este número."),
    ("ru", "Судно с таким номером не зарегистрировано."),
    ("zh", "您要查看的文章已转移或不存在，请返回首页查看其它内容。"),
]
NOTHING_HERE = [
    ("en", "It looks like nothing was found at this location. Maybe try a search?"),
    ("de", "Es sieht so aus, als ob hier nichts gefunden wurde. Vielleicht hilft eine Suche?"),
    ("de", "Zu dieser Artikelnummer existiert kein Eintrag."),
    ("fr", "Il semble que rien n'ait été trouvé à cet endroit. Essayez peut-être une recherche ?"),
    ("es", "Parece que no se ha encontrado nada en esta ubicación. ¿Quieres probar con una búsqueda?"),
    ("es", "Esta nota fue despublicada."),
    ("ru", "Похоже, по этому адресу ничего не найдено. Возможно, поможет поиск?"),
    ("ru", "Организации с таким номером нет."),
    ("zh", "看起来在这个位置什么也没有找到。试试搜索？"),
    ("zh", "对不起，当前文档不在发布状态，无法查看。"),
]
ABROAD = (
    "გვერდი ვერ მოიძებნა", "Səhifə tapılmadı", "पृष्ठ नहीं मिला", "Барак табылган жок", "ไม่พบหน้านี้", "Síða fannst ekki",
    "Klaida 404: puslapis nerastas", "404錯誤：沒有找到頁面", "Heb ganfod tudalen", "Էջը գտնված չէ", "Page | Ukurasa haujapatikana",
)  # fmt: skip
OR_CLOSED = [
    ("en", "The page does not exist or you don't have permission to see it."),
    ("en", "The presentation has been taken down or made private."),
    ("de", "Der Beitrag existiert nicht oder Sie haben keine Berechtigung, ihn anzusehen."),
    ("fr", "Le sujet n'existe pas ou vous n'êtes pas autorisé à le consulter."),
    ("es", "El tema no existe o no tiene permisos para verlo."),
    ("ru", "Публикаций не найдено, либо у вас нет доступа для просмотра."),
    ("zh", "该文章不存在或您没有查看权限"),
]
OF_THE_WORLD = (
    "This bridge has been removed by the council",
    "The statue can no longer be viewed",
    "The old mine is not available",
    "The old materials are not available in shops",
    "Das Denkmal kann nicht mehr besichtigt werden",
    "Der alte Bahnhof ist nicht mehr verfügbar",
    "La grotte ne peut plus être visitée",
    "La estatua fue retirada por el alcalde de la ciudad vieja",
    "Старые дома снесены застройщиком",
    "旧桥已不可用",
    "No vessel with this flag was found",
    "The museum has moved or no longer exists",
    "Судно с таким парусом не найдено",
    "Die alte Mühle wurde vom Netz genommen",
    "Nothing was found in the trench",
    "In der Grube wurde nichts gefunden, was älter ist",
    "No hay nada nuevo bajo el sol",
    "Rien n'a été trouvé dans la grotte",
    "В могиле ничего не найдено",
    "没有该村的记载",
)
BESIDE = [
    ("en", "Error | Institute", "<p>Can't find data record in database table course.</p><p>More about this error</p>"),
    ("en", "Ministry", "<p>The new portal is in test mode.</p><p>The old materials are not available.</p>"),
    ("en", "Documents", "<p>There is no document matching your request. Please check the symbol and try again.</p>"),
    ("ru", "Портал", "<p>Новая версия портала работает в тестовом режиме. Старые материалы больше недоступны.</p>"),
]
CLOSED = "<h1>This website has closed</h1><p>{}</p>"
HEIR = "The Bog Agency's website closed on 31 March 2020. Its functions have moved to the Ministry, which keeps its papers."


def kind(html: str, cited: str = CITED, other: str | None = None, url: str = URL) -> VerdictKind:
    """What is concluded where a made-up neighbour shows the same page, or is answered with 404."""
    one = seen(url, html)
    if siblings.is_doubtful(one):
        beside = siblings.sibling(url) or ""
        one = siblings.compared(one, seen(beside, html) if other is None else seen(beside, other, 404))
    return conclude(url, one, cited_title=cited).reason.kind


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "said"), TAKEN_AWAY)
def test_somebody_took_it_away(lang: str, said: str, *, bare: bool) -> None:
    """Whoever it was, and whatever it was to be used for."""
    assert kind(page("Institute", f"<p>{said}</p>", lang, bare=bare)) is VerdictKind.DEAD


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "said"), NOTHING_HERE)
def test_nothing_is_found_here(lang: str, said: str, *, bare: bool) -> None:
    """As blogs say it of whatever they do not have."""
    assert kind(page("Institute", f"<h2>Institute</h2><p>{said}</p>", lang, bare=bare)) is VerdictKind.DEAD


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize("title", ABROAD)
def test_titles_of_many_languages(title: str, *, bare: bool) -> None:
    """As the translations of site software have them, with a number before them or not."""
    assert kind(page(title, f"<h1>{title}</h1>", "en", bare=bare)) is VerdictKind.DEAD


@pytest.mark.parametrize("title", ["Síða 404", "गाँव नहीं मिला", "Körpü tapılmadı", "Ukurasa wa mwanzo"])
def test_other_titles_abroad(title: str) -> None:
    """A bridge is not found, either."""
    assert kind(page(title, f"<h1>{title}</h1><p>1931</p>", "en", bare=False)) is not VerdictKind.DEAD


@pytest.mark.parametrize(("lang", "said"), OR_CLOSED)
def test_who_does_not_tell_whether_it_is_gone_or_closed(lang: str, said: str) -> None:
    """It may be there, for others; and release notes and manuals quote such messages."""
    assert kind(page("Error", f"<p>{said}</p>", lang, bare=False)) is not VerdictKind.DEAD
    notes = f"<h1>Release notes 4.2</h1><p>Search is faster. Errors now read “{said}”</p>"
    assert kind(page("Release notes 4.2", notes, lang, bare=False), cited="Release notes 4.2") is VerdictKind.OK


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Routing error", "<h1>Routing error</h1><p>The log says: No route matches [GET] /app.css. Precompile it.</p>"),
        ("Recover a file", "<h1>Recover a file</h1><p>You may be able to find it in your deleted files.</p>"),
        ("Law 5/2016", "<h1>Article 12 (deleted)</h1><p>Law 5/2016.</p>"),
        ("Law on water", "<h1>Section 12 deleted</h1><p>Sch. 3 para 4.</p>"),
        ("Glossary: dead link", "<h1>Dead link</h1><p>A link that leads nowhere. See link rot.</p>"),
        ("Fault E12", "<h1>Broken link</h1><p>Replace cable 3.</p>"),
    ],
)
def test_who_quotes_a_message_or_names_a_thing_so(title: str, main: str) -> None:
    """Manuals, laws and glossaries are there; an honest neighbour says so."""
    assert kind(page(title, main, "en", bare=False), cited="Handbook of wells", other="not here") is VerdictKind.OK


@pytest.mark.parametrize("cited", ["Handschrift 12", "Findbuch der Abtei"])
def test_a_note_on_what_was_lost_has_data_of_its_own(cited: str) -> None:
    """Under the label of a note, too."""
    main = "<h1>Hinweis</h1><p>Das Dokument ist nicht mehr vorhanden. Es verbrannte 1943. Pergament, 12 Blatt.</p>"

    assert kind(page("Handschrift 12", main, "de", bare=False), cited=cited, other="not here") is VerdictKind.OK


@pytest.mark.parametrize("cited", ["Parish history notes", "The back pages are missing"])
@pytest.mark.parametrize(
    "heading", ["The back pages are missing", "The page was removed by the archivist", "Page not found"]
)
def test_what_a_heading_says_is_missing_may_be_what_a_text_with_data_is_about(heading: str, cited: str) -> None:
    """A leaf of a register is lost, and when is told below; where every address shows it, it is no leaf."""
    main = f"<h1>{heading}</h1><p>Parish of Wells, 1745 to 1811. A fire in the vestry.</p>"

    assert kind(page(heading, main, "en", bare=False), cited=cited, other="not here") is VerdictKind.OK


def test_titles_in_scripts_whose_words_are_not_told_apart() -> None:
    """Two of them are not the same for having no words that we know."""
    assert naming.is_title("पृष्ठ नहीं मिला", "पृष्ठ  नहीं मिला")
    assert not naming.is_title("पृष्ठ नहीं मिला", "मौसमी प्रवासन")
    assert not naming.is_title("", None)


@pytest.mark.parametrize("said", OF_THE_WORLD)
def test_what_is_taken_away_in_the_world_is_no_page(said: str) -> None:
    """Bridges are removed, too."""
    assert not absence.says(said.lower())


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize(("lang", "title", "main"), BESIDE)
def test_more_may_be_said_of_the_message_and_of_the_site(lang: str, title: str, main: str, *, bare: bool) -> None:
    """What is said of a new portal, or of the error itself, is no subject of its own."""
    assert kind(page(title, main, lang, bare=bare)) is VerdictKind.DEAD


def test_a_news_item_that_says_twice_that_it_is_gone() -> None:
    """Latest news below the message are not what it says."""
    news = "".join(f"<li><a href=/n{day}>Начался ремонт моста через реку, {day} мая 2018</a></li>" for day in range(9))
    title = "Новость снята с публикации"
    main = f"<h1>{title}</h1><p>Эта новость больше недоступна.</p><ul>{news}</ul>"

    assert kind(page(title, main, "ru", bare=False), other="not here") is VerdictKind.DEAD
    works = main.replace("<p>Эта новость больше недоступна.</p>", "")
    assert kind(page(title, works, "ru", bare=False), other="not here") is VerdictKind.OK


def test_a_site_that_has_closed_tells_who_comes_after_it() -> None:
    """Its heading says what all the rest is about; a report on it bears what was cited."""
    html = page("This website has closed", CLOSED.format(HEIR), "en", bare=False)

    assert kind(html) is VerdictKind.DEAD
    assert kind(html, other="not here") is VerdictKind.OK
    assert kind(html, cited="This website has closed: the end of the Bog Agency") is VerdictKind.OK


@pytest.mark.parametrize("cited", ["Peat bogs of the northern plain", "Northern bogs"])
def test_who_names_the_home_page_as_his_own_address_may_bear_what_was_cited(cited: str) -> None:
    """Many a site writes one canonical address into all its pages, and looks at no address."""
    text = "<p>The bogs of the northern plain were drained after 1930, and are flooded again since 2004.</p>" * 12
    html = page("Peat bogs of the northern plain | Institute", f"<h1>Peat bogs</h1>{text}", "en", bare=False)
    html = html.replace("<title>", "<link rel=canonical href='/'><title>")

    assert (
        kind(html, cited=cited, url="https://www.valley-archive.org/reports/peat-bogs-northern-plain") is VerdictKind.OK
    )


@pytest.mark.parametrize(
    ("said", "is_later"),
    [
        ("please check the symbol and try again.", False),
        ("correct the number and try again", False),
        ("please wait a few minutes and try again", True),
        ("reload the page and try again", True),
        ("please try again", True),
        ("this content is not available. turn off your vpn and try again", True),
        ("the page is not here yet; tick the box and try again", True),
        ("clear your cookies and try again", True),
        ("check the number. solve the puzzle and try again", True),
    ],
)
def test_who_shall_come_later(said: str, *, is_later: bool) -> None:
    """Who shall mend what was asked for is not to come later."""
    assert bool(LATER.search(said)) is is_later
