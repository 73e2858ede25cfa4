"""Archived copies that authors cite are recognised by their addresses, and nothing else is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.archived_url import ArchivedUrl, Service, unwrap

PAGE = "https://site.org/a?b=1"
WAYBACK, TODAY = Service.WAYBACK, Service.ARCHIVE_TODAY
KEPT = [
    (f"https://web.archive.org/web/20190903120000/{PAGE}", WAYBACK, PAGE, "20190903120000"),
    (f"http://web.archive.org/web/20190903120000id_/{PAGE}", WAYBACK, PAGE, "20190903120000"),
    (f"https://web.archive.org/web/2019/{PAGE}", WAYBACK, PAGE, "2019"),
    (f"https://web.archive.org/web/{PAGE}", WAYBACK, PAGE, None),
    (f"https://web.archive.org/web/*/{PAGE}", WAYBACK, PAGE, None),
    (f"https://WEB.archive.org/web/20190903120000/{PAGE}#part", WAYBACK, f"{PAGE}#part", "20190903120000"),
    ("https://web.archive.org/web/20190903120000/site.org/a", WAYBACK, "http://site.org/a", "20190903120000"),
    ("https://web.archive.org/web/20190903120000/http:/site.org/a", WAYBACK, "http://site.org/a", "20190903120000"),
    ("https://web.archive.org/web/2019/http%3A%2F%2Fsite.org%2Fa", WAYBACK, "http://site.org/a", "2019"),
    ("https://web.archive.org/web/2019/http://site.org:80/a", WAYBACK, "http://site.org:80/a", "2019"),
    (f"http://archive.org/web/20190903120000/{PAGE}", WAYBACK, PAGE, "20190903120000"),
    (f"http://wayback.archive.org/web/20190903120000/{PAGE}", WAYBACK, PAGE, "20190903120000"),
    (f"https://archive.ph/20190903120000/{PAGE}", TODAY, PAGE, "20190903120000"),
    (f"https://archive.is/2019.09.03-120000/{PAGE}", TODAY, PAGE, "20190903120000"),
    (f"https://archive.today/newest/{PAGE}", TODAY, PAGE, None),
    (f"https://archive.ph/o/AbCdE/{PAGE}", TODAY, PAGE, None),
    ("https://archive.is/AbCdE", TODAY, None, None),
    ("https://perma.cc/ABCD-1234", Service.PERMA_CC, None, None),
    ("https://www.webcitation.org/6BCd12345", Service.WEBCITE, None, None),
    ("http://www.webcitation.org/query?url=http%3A%2F%2Fsite.org%2Fa&date=2009-04-05", Service.WEBCITE,
     "http://site.org/a", "20090405"),
    (f"https://arquivo.pt/wayback/20190903120000/{PAGE}", Service.MEMENTO, PAGE, "20190903120000"),
    (f"https://wayback.archive-it.org/1234/20190903120000/{PAGE}", Service.MEMENTO, PAGE, "20190903120000"),
    (f"https://webarchive.nationalarchives.gov.uk/ukgwa/20190903120000mp_/{PAGE}", Service.MEMENTO, PAGE, "20190903120000"),
    (f"http://webarchive.loc.gov/all/20190903120000/{PAGE}", Service.MEMENTO, PAGE, "20190903120000"),
    (f"https://www.webarchive.org.uk/wayback/archive/20190903120000/{PAGE}", Service.MEMENTO, PAGE, "20190903120000"),
]  # fmt: skip
OTHERS = [
    "https://site.org/a",
    "https://archive.org/details/book",
    "https://archive.org/",
    "https://archive.org/wayback/available?url=https://site.org/a",
    "https://archive.org/download/x/2019/y.pdf",
    "https://web.archive.org/",
    "https://web.archive.org/save/https://site.org/a",
    "https://web.archive.org/web/",
    "https://archive.today/",
    "https://archive.is/faq?a=https://site.org/a/b",
    "https://perma.cc/",
    "https://arquivo.pt/page/search?q=site",
    "https://webarchive.loc.gov/",
    f"https://site.org/web/20190903120000/{PAGE}",
    f"https://notweb.archive.org.evil.org/web/20190903120000/{PAGE}",
    f"ftp://web.archive.org/web/20190903120000/{PAGE}",
    "https://[::1",
    "",
]


@pytest.mark.parametrize(("url", "service", "original", "timestamp"), KEPT)
def test_copies(url: str, service: Service, original: str | None, timestamp: str | None) -> None:
    """Service, page and moment, in every form the services write."""
    assert unwrap(url) == ArchivedUrl(service, original, timestamp)


@pytest.mark.parametrize("url", OTHERS)
def test_no_copies(url: str) -> None:
    """Other addresses of the same hosts, and look-alikes elsewhere."""
    assert unwrap(url) is None


@pytest.mark.parametrize(
    ("stamp", "day"), [("20190903120000", date(2019, 9, 3)), ("20190903", date(2019, 9, 3)), ("2019", None), ("20000000120000", None)]
)  # fmt: skip
def test_the_day(stamp: str, day: date | None) -> None:
    """Only where the timestamp tells a day that exists."""
    assert ArchivedUrl(WAYBACK, PAGE, stamp).day == day


@given(st.text())
def test_nothing_raises(text: str) -> None:
    """Whatever stands behind the names of the archives."""
    for start in ("https://web.archive.org/web/", "https://archive.is/", "http://www.webcitation.org/query?", ""):
        unwrap(start + text)
