"""Of what it is said that it is not there: of a page, or of a station, a grave, a village that a page is about.

Every page here stands on a host that shows the same at a made-up neighbour's address: it ignores the end of an address.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checker import siblings
from checker.evidence import observe
from checker.model import Conclusion
from checker.observation import Exchange, Hop, Observation, Target
from checker.reasons import VerdictKind
from checker.verdict import conclude

HOST = "https://www.register.org"
MENU = "<header><a href=/>Register</a><nav><ul><li>Home<li>Search<li>About us<li>Contact</ul></nav></header>"
FOOT = "<footer><ul><li>Imprint<li>Help</ul><p>© 2026 Register</p></footer>"

ABOUT_A_THING = {
    "a station": ("Gare de Valfonda", "Cette gare n’existe plus. Fermée en 1969.", "Gares disparues", "/gares/404/gare-de-valfonda"),
    "a bridge": ("Mill Bridge", "The bridge no longer exists; demolished 1974.", "Larnwick crossings", "/bridges/404/mill-bridge"),
    "a grave": ("Otar, M.", "Das Grab ist nicht mehr vorhanden. * 1901, † 1974.", "Persönlichkeiten", "/personen/404/otar"),
    "a record": ("Plot 404", "Record not found in the 1931 survey. Stone removed 1974.", "Cemetery register of Larnwick", "/graves/404/otar"),
    "a station in Spain": ("Estación de Valfonda", "La estación ya no existe. Cerrada en 1969.", "Estaciones cerradas", "/estaciones/404/valfonda"),
    "a village": ("Заречье", "Деревня не существует с 1957 года. Население в 1939 году: 212 человек.", "Исчезнувшие деревни", "/villages/404/zareche"),
    "a village in China": ("赵家村", "该村已不存在，1958年并入北桥乡。", "北桥乡志", "/villages/404/zhao"),
    "a mill": ("Moulin de Valfonda", "Le moulin a été supprimé en 1931 et n’est plus visible.", "Moulins disparus", "/moulins/moulin-de-valfonda"),
    "a bell": ("Колокол", "Колокол не найден. Церковь разобрана в 1934 году.", "Пропавшие колокола", "/bells/kolokol"),
    "a fish": ("Salmo aralensis", "Not found since 1960. No longer present in the lake.", "Fish of the lake", "/taxa/88/salmo"),
    "a stone": ("Inscription 88", "The stone was removed in 1974. Text lost.", "Inscriptions of the valley", "/insc/88"),
    "a mine": ("Mina Santa Rosa", "La mina ya no existe. Fue cerrada en 1969.", "Minas cerradas", "/minas/rosa"),
    "a castle": ("Schloss Brunn", "Das Schloss existiert nicht mehr. Abgebrochen 1947.", "Verlorene Schlösser", "/schloesser/brunn"),
    "a company": ("Company 4711", "This company no longer exists. Dissolved 12 May 2009.", "Register extract", "/companies/4711"),
    "a standard": ("Standard W-14", "This standard has been withdrawn. Replaced by W-22.", "Meters and their standards", "/standards/w-14"),
    "a station in China": ("北桥站", "车站已拆除，不存在。1969年关闭。", "消失的车站", "/stations/beiqiao"),
    "an archived document": ("Archivale 12", "Das Original ist verschollen und nicht mehr vorhanden (Verlust 1945).", "Findbuch Wasserwerk", "/findbuch/archivale-12"),
    "a bus line": ("Route 14", "This bus line does not exist any more. It ran until 2009 from Quay Street to the mill.", "Bus routes of Larnwick", "/routes/14/quay"),
    "a ferry": ("Line 9", "The ferry service has ended. It was discontinued in 2009.", "Ferries of Larnwick", "/lines/line-9"),
    "a slug that it bears": ("Чёрный ящик не найден", "Чёрный ящик не найден, сообщили в МЧС.", "МЧС: поиски самолёта", "/news/40405/yashik"),
}  # fmt: skip
"""Pages that are there: title, text, the title they are cited by, the path."""

ABOUT_PAGES = {
    "a page": ("Register", "The requested page does not exist.", "Larnwick crossings", "/bridges/12/mill-bridge"),
    "a page since a year": ("Register", "This page was removed in 2019.", "Larnwick crossings", "/bridges/12/mill-bridge"),
    "a document": ("Register", "Das Dokument wurde nicht gefunden.", "Wasserpreise", "/dok/12/preise"),
    "a file": ("Register", "Le fichier demandé n’existe pas.", "Les tarifs", "/f/12/tarifs"),
    "an address": ("Регистр", "Запрашиваемая страница не найдена.", "Тарифы на воду", "/r/12/tarify"),
    "what you look for": ("Register", "Sorry, we could not find what you were looking for.", "Larnwick crossings", "/x/12/y"),
    "content": ("登记", "您访问的内容不存在。", "水价", "/r/12/x"),
    "a bare heading": ("Not found", "", "Larnwick crossings", "/x/12/y"),
}  # fmt: skip


def seen(url: str, title: str, text: str, *, bare: bool) -> Observation:
    """What is observed of such a page, with or without what stands around everything on a site."""
    heading = f"<h1>{title}</h1>" if title else ""
    before, after = ("", "") if bare else (MENU, FOOT)
    html = f"<!doctype html><html><title>{title}</title>{before}<main>{heading}<p>{text}</p></main>{after}</html>"
    headers = (("content-type", "text/html; charset=utf-8"),)
    exchange = Exchange(Target(url), url, (Hop(url, 200),), 200, headers, html.encode(), complete=True)
    return observe(exchange, datetime(2026, 11, 25, tzinfo=UTC))[""]


def concluded(title: str, text: str, cited: str | None, path: str, *, bare: bool) -> Conclusion:
    """What is concluded where a neighbour, if one is asked for, shows the same."""
    found = seen(HOST + path, title, text, bare=bare)
    beside = siblings.beside(found)
    if beside:
        found = siblings.compared(found, seen(beside, title, text, bare=bare))
    return conclude(HOST + path, found, cited_title=cited)


@pytest.mark.parametrize("name", ABOUT_A_THING)
@pytest.mark.parametrize("bare", [False, True])
def test_what_is_said_of_a_thing_is_what_the_page_is_about(name: str, bare: bool) -> None:
    """Neither a neighbour nor a short text makes a death of it, whatever it is cited as."""
    title, text, cited, path = ABOUT_A_THING[name]

    assert concluded(title, text, cited, path, bare=bare).reason.kind is not VerdictKind.DEAD
    assert concluded(title, text, None, path, bare=bare).reason.kind is not VerdictKind.DEAD


@pytest.mark.parametrize("name", ABOUT_PAGES)
@pytest.mark.parametrize("bare", [False, True])
def test_what_is_said_of_a_page_is_that_it_is_gone(name: str, bare: bool) -> None:
    """Or to those who came for it."""
    assert concluded(*ABOUT_PAGES[name], bare=bare).reason.kind is VerdictKind.DEAD


ABOUT_WHAT_WAS_ASKED = {
    "a data set in a paragraph": ("", "Dataset not found", "Water use of the valley", "/data/valley-water-use"),
    "an organisation as heading": ("Organisation not found", "", "Water use of the valley", "/org/valley"),
    "a package": ("Paket nicht gefunden", "Bitte prüfen Sie die Adresse.", "Wasserpreise im Tal", "/pakete/tal"),
    "a group": ("", "Aucun groupe ici : groupe introuvable.", "Les tarifs de la vallée", "/groupes/eau"),
    "an organisation in Spain": ("Error", "La organización no existe", "Tarifas del agua", "/org/agua-del-valle"),
    "a set": ("", "Набор данных не найден", "Тарифы на воду", "/sets/tarify-na-vodu"),
    "a station": ("找不到站点", "", "山谷水价", "/stations/shangu"),
    "by the words of its address": ("", "Layer not found", None, "/layers/valley-water-use"),
    "that repeats its address": ("", "The layer valley-water-use does not exist", "Wells and springs", "/l/valley-water-use"),
}  # fmt: skip
"""Messages of systems that hold things of many kinds."""

NAMED = {
    "a name": ("Old valley atlas", "Layer not found", "The old valley atlas", "/l/1"),
    "a thing by the cited name": ("", "The valley mill was not found", "The mill in the valley", "/m/404"),
    "no name to go by": ("", "Meadow not found", None, "/l/88"),
    "a thing of a year": ("Inscription", "Stone not found in 1974", "Stones of the hills", "/s/a-stone-in-the-hills"),
    "more to tell": ("Meadow not found", "Surveyors walked along the river for two weeks and drew what they saw.", "Wells", "/l/wells-and-springs"),
}  # fmt: skip
"""The same words where they may be what was cited."""


@pytest.mark.parametrize("name", ABOUT_WHAT_WAS_ASKED)
def test_what_bears_no_name_and_says_so_everywhere_is_gone(name: str) -> None:
    """Whatever it calls the thing: nothing of what was cited is there, and a made-up address says the same."""
    assert concluded(*ABOUT_WHAT_WAS_ASKED[name], bare=False).reason.kind is VerdictKind.DEAD


@pytest.mark.parametrize("name", ABOUT_WHAT_WAS_ASKED)
def test_without_the_neighbour_it_is_not(name: str) -> None:
    """The words alone prove nothing."""
    title, text, cited, path = ABOUT_WHAT_WAS_ASKED[name]

    assert (
        conclude(HOST + path, seen(HOST + path, title, text, bare=False), cited_title=cited).reason.kind
        is not VerdictKind.DEAD
    )


@pytest.mark.parametrize("name", NAMED)
def test_what_bears_a_name_or_has_none_is_there(name: str) -> None:
    """Or may be."""
    assert concluded(*NAMED[name], bare=False).reason.kind is not VerdictKind.DEAD


SUBJECTS = (
    "Re: link not found", "AW: Seite nicht gefunden", "Bug 77: Page not found", "[wells-list] file not found",
    "Question: page not found", "Ответ: страница не найдена", "#77: Page not found", "77 – Page not found",
    "Issue 12 · Page not found · tool/wells", "Ticket #9 (closed defect): Page not found", "Fix: page not found",
)  # fmt: skip
"""Subjects of messages, reports and questions."""


@pytest.mark.parametrize("title", SUBJECTS)
@pytest.mark.parametrize("text", ["Hi all, I fixed it. Regards, Ann", "Status: closed. Fixed in 3.2.", ""])
def test_the_subject_of_a_message_is_what_it_is_about(title: str, text: str) -> None:
    """Short as it is, and cited as anything: an honest neighbour has none like it."""
    url = f"{HOST}/messages/3"
    found = seen(url, title, text, bare=False)
    beside = siblings.beside(found)
    if beside:
        found = siblings.compared(found, seen(beside, "Re: wells", "See you there. Ann", bare=False))

    assert conclude(url, found, cited_title="The wells list").reason.kind is not VerdictKind.DEAD


@pytest.mark.parametrize(
    "title", ["404: Page not found", "404 – Not found", "Register: Page not found", "Page not found – Register"]
)
def test_the_name_of_a_site_or_a_status_is_no_subject(title: str) -> None:
    """Such a title is that of an error page."""
    assert concluded(title, "", "Larnwick crossings", "/x/12/y", bare=False).reason.kind is VerdictKind.DEAD
