"""A run over a real site that sends many cited addresses to one place: what is told, and what is offered instead."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from builders import START
from collapsed import PROSE, STUDIES, YEARLY, html
from servers import ALLOWED, Request, answer, serving

from checker import pipeline
from checker.config import Config
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.fix.decide import Choice, of
from checker.fix.remedy import LeftAlone, Remedy
from checker.ledger import Ledger
from checker.model import Document
from checker.pipeline import Settings, World
from checker.report import ReportSource

CITED = {
    "/en/documents/2014/a.html": YEARLY[0], "/en/documents/2015/b.html": YEARLY[1], "/en/documents/2016/c.html": YEARLY[2],
    "/news/water-tariffs": STUDIES[0], "/news/shallow-lakes": STUDIES[1], "/news/floods-insurers": STUDIES[2],
    "/guide/install.html": "Installation", "/guide/config.html": "Configuration", "/guide/faq.html": "FAQ",
    "/reports/one.html": "The first of the reports", "/reports/two.html": "The second of the reports",
    "/old/basin-atlas.html": "A basin atlas",
    "/studies/8.pdf": STUDIES[0], "/studies/a/9.pdf": STUDIES[1], "/studies/b/10.pdf": STUDIES[2],
    "/kept/peat.html": "The peat of the valley", "/kept/moss.html": "The moss of the valley", "/kept/reed.html": "The reed of the valley",
}  # fmt: skip
LEADS = {
    "/en/documents": (301, "/documents"), "/news": (302, "/subscribe"), "/guide": (301, "/handbook"),
    "/reports/": (308, "/reports"), "/old": (301, "/atlas"), "/studies/": (301, "/environment"), "/kept/": (301, "/valley"),
}  # fmt: skip
PLACES = {
    "/documents": html("Documents | Ministry", PROSE * 3),
    "/subscribe": html("Choose your subscription", "<p>Digital €1 a month.</p>"),
    "/handbook": html("Operator handbook", PROSE * 9),
    "/reports": html("Reports", "<p>Browse.</p>"),
    "/atlas": html("Basin atlas", PROSE),
    "/environment": html("Environment | Government", "<p>Policies, guidance and services about the environment.</p>"),
    "/valley": html("Valleys and what grows there", PROSE),
}
NEIGHBOURS: list[str] = []


def site(request: Request) -> bytes:
    """Where everything has gone."""
    if request.path in PLACES:
        return answer(200, PLACES[request.path].encode())
    NEIGHBOURS.extend([request.path] if request.path not in CITED else [])
    known = request.path in CITED or not request.path.startswith(("/reports/", "/kept/"))
    led = next((to for path, to in LEADS.items() if known and request.path.startswith(path)), None)
    return answer(404, b"") if led is None else answer(led[0], location=led[1])


async def play(folder: Path) -> dict[str, ReportSource]:
    """Ask for all of it once."""
    limits = Limits(timeout=4.0, deadline=12.0, rate=0, attempts=1)
    async with serving(site) as web:
        cited = {web.url(path): path for path in CITED}
        lines = [f"- [{CITED[path]}]({url})" for url, path in cited.items()]
        transport = guarded_transport(limits, ALLOWED)
        world = World(transport, transport, archive_base=web.url(""))
        settings = Settings(START, START.date(), full=True, limits=limits, allow=ALLOWED, lookup="never")
        document = Document("a.md", "\n".join(lines), "markdown")
        report = await pipeline.check(Config.empty(), [document], settings, world, Ledger(folder / "ledger.sqlite"))
        await transport.aclose()
        return {cited[one.url]: one for one in report.sources}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReportSource]:
    """Every address with its verdict."""
    return asyncio.run(play(tmp_path_factory.mktemp("site")))


@pytest.mark.parametrize(
    ("folder", "verdict", "requests"),
    [
        ("/en/documents", "dead", 2),
        ("/news", "blocked", 2),
        ("/guide", "moved", 2),
        ("/reports/", "moved", 3),
        ("/old", "moved", 2),
        ("/kept/", "moved", 2),
        ("/studies/", "dead", 2),
    ],
)
def test_what_is_told(seen: dict[str, ReportSource], folder: str, verdict: str, requests: int) -> None:
    """Gone into a list, behind a gate, merged into one document, or elsewhere; neighbours are asked for where two are led astray."""
    found = {path: one for path, one in seen.items() if path.startswith(folder)}

    assert {one.verdict for one in found.values()} == {verdict}
    assert {one.requests for one in found.values()} >= {requests}


def test_one_neighbour_tells_for_all_that_lead_to_one_place(seen: dict[str, ReportSource]) -> None:
    """Those of one folder: it leads there too, or is honestly not there."""
    for folder in ("/studies/", "/kept/"):
        asked = [one for path, one in seen.items() if path.startswith(folder)]

        assert len([one for one in NEIGHBOURS if one.startswith(folder)]) == 1
        assert sorted(one.requests for one in asked)[:2] == [2, 2]
    evidence = seen["/studies/8.pdf"].evidence
    assert "3 cited addresses all lead to" in evidence
    assert "a made-up address beside the one asked leads there too" in evidence


def test_only_a_place_of_its_own_is_offered(seen: dict[str, ReportSource]) -> None:
    """``fix`` writes no section and no common place into a document."""
    moved = {path: one for path, one in seen.items() if one.verdict == "moved"}
    offered = {path for path, one in moved.items() if isinstance(of(one, Choice()), Remedy)}
    left = {path for path, one in moved.items() if isinstance(of(one, Choice()), LeftAlone)}

    assert offered == {"/old/basin-atlas.html"}
    assert left == moved.keys() - offered
    assert all(any("section" in warning for warning in moved[path].warnings) for path in left)
