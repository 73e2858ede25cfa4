"""Choosing a capture: the target day, both sides, what is a capture of the page at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import dates
from checker.archive.aim import aim
from checker.archive.choose import Capture, order, same_page, snapshot, usable
from checker.archive.memento import capture_url, moment, replayed, stamped
from checker.model import Aim, AimKind, Side

URL = "https://site.org/a"
LOOKED = Aim(date(2019, 9, 2), AimKind.ACCESSED)
PUBLISHED = Aim(date(2019, 5, 1), AimKind.PUBLISHED)


def row(stamp: str, digest: str = "", status: str = "200", original: str = URL) -> Capture:
    """A capture; its time is noon unless it is given."""
    return Capture(stamp.ljust(14, "0") if len(stamp) > 8 else f"{stamp}120000", original, status, digest or stamp)


@pytest.mark.parametrize(
    ("accessed", "published", "expected"),
    [
        ("2019-09-02", "2019-05-01", Aim(date(2019, 9, 2), AimKind.ACCESSED)),
        ("2019-09", None, Aim(date(2019, 9, 30), AimKind.ACCESSED)),
        ("2019", None, Aim(date(2019, 12, 31), AimKind.ACCESSED)),
        (None, "2019-05", Aim(date(2019, 5, 1), AimKind.PUBLISHED)),
        (None, "2019", Aim(date(2019, 1, 1), AimKind.PUBLISHED)),
        (None, None, None),
    ],
)
def test_the_day_aimed_at(accessed: str | None, published: str | None, expected: Aim | None) -> None:
    """The end of the day the author looked; else the beginning of publication; never today."""
    assert aim(dates.parse(accessed) if accessed else None, dates.parse(published) if published else None) == expected


@pytest.mark.parametrize(
    ("captures", "first", "bracketed"),
    [
        ([row("20190901"), row("20190920")], "20190901", False),
        ([row("20190901", "A"), row("20190920", "A")], "20190901", True),
        ([row("20190902"), row("20190903")], "20190902", False),
        ([row("20190801"), row("20190903")], "20190903", False),
        ([row("20190801"), row("20190904")], "20190904", False),
        ([row("20190801"), row("20190910")], "20190801", False),
        ([row("20190823"), row("20190904")], "20190823", False),
        ([row("20100101"), row("20191201")], "20191201", False),
        ([row("20190920")], "20190920", False),
        ([row("20150101")], "20150101", False),
    ],
)
def test_before_unless_after_is_far_nearer(captures: list[Capture], first: str, bracketed: bool) -> None:
    """What the author could have seen, unless the other one is within a day or ten times nearer."""
    best = order(usable(captures, URL), LOOKED)[0]

    assert (best.capture.timestamp[:8], best.bracketed) == (first, bracketed)


def test_published_only_looks_forward() -> None:
    """Nothing captured before publication can show the page."""
    captures = usable([row("20190430"), row("20190501000000"), row("20190601")], URL)

    assert [one.capture.timestamp[:8] for one in order(captures, PUBLISHED)] == ["20190501", "20190601"]


def test_without_a_day_the_newest_is_taken() -> None:
    """Where nobody says when, the latest good copy is the best guess."""
    captures = usable([row("20190101"), row("20200101")], URL)

    assert order(captures, None)[0].capture.timestamp[:4] == "2020"


def test_what_is_no_page_is_no_candidate() -> None:
    """Redirects, errors, other pages and lone revisits are out; a revisit of a good capture is in."""
    captures = [
        row("20190101", "A"),
        row("20190201", "R", "301"),
        row("20190301", "E", "404"),
        row("20190401", "A", "-"),
        row("20190501", "Z", "-"),
        row("20190601", "B", original="https://site.org/other"),
        row("2019xx01", "B"),
        row("20190701", "C", "203"),
    ]

    assert [one.timestamp[:8] for one in usable(captures, URL)] == ["20190101", "20190401", "20190701"]


@pytest.mark.parametrize(
    ("original", "same"),
    [
        ("http://site.org/a", True), ("https://www.site.org/a", True), ("http://site.org:80/a", True),
        ("https://site.org/a/", True), ("https://SITE.org/a", True), ("https://site.org/%61", True),
        ("https://site.org/b", False), ("https://site.org/a?x=1", False), ("https://other.org/a", False),
        ("mailto:a@site.org", False),
    ],
)  # fmt: skip
def test_the_same_page(original: str, same: bool) -> None:
    """The index matches loosely, so the address is compared again."""
    assert same_page(original, URL) is same


@pytest.mark.parametrize(
    ("stamp", "days", "side"),
    [
        ("20190902000000", 0, Side.SAME_DAY),
        ("20190902235959", 0, Side.SAME_DAY),
        ("20190901235959", -1, Side.BEFORE),
        ("20190903000000", 1, Side.AFTER),
        ("20180902120000", -365, Side.BEFORE),
    ],
)
def test_distance_is_in_calendar_days(stamp: str, days: int, side: Side) -> None:
    """Whole days, capture minus aim, with the side it stands on."""
    (candidate,) = order([row(stamp)], LOOKED)
    found = snapshot(candidate, LOOKED)

    assert (found.delta_days, found.side, found.timestamp) == (days, side, stamp)
    assert found.url == f"https://web.archive.org/web/{stamp}/{URL}"


@given(st.lists(st.integers(0, 3000), unique=True, max_size=12))
def test_every_candidate_is_offered_once(days: list[int]) -> None:
    """The order leaves none out and repeats none."""
    from datetime import timedelta

    captures = usable([row(f"{date(2015, 1, 1) + timedelta(day):%Y%m%d}") for day in days], URL)
    ordered = [one.capture for one in order(captures, LOOKED)]

    assert sorted(ordered, key=lambda one: one.timestamp) == captures


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://web.archive.org/web/20190903120000/https://site.org/a", ("20190903120000", "https://site.org/a")),
        (
            "http://web.archive.org/web/20190903120000id_/http://site.org/a?b=1",
            ("20190903120000", "http://site.org/a?b=1"),
        ),
        ("/web/20190903120000id_/https://site.org/a", ("20190903120000", "https://site.org/a")),
        ("//web.archive.org/web/20190903120000/https://site.org/a", ("20190903120000", "https://site.org/a")),
        ("http://127.0.0.1:8000/web/20190903120000/https:/site.org/a", ("20190903120000", "https://site.org/a")),
        ("/web/20190903120000/site.org/a", ("20190903120000", "http://site.org/a")),
        ("/web/2019/https://site.org/a", ("20190000000000", "https://site.org/a")),
        ("https://web.archive.org/web/2019*/https://site.org/a", None),
        ("https://web.archive.org/web/20191399000000/https://site.org/a", None),
        ("https://site.org/a", None),
        ("", None),
    ],
)
def test_where_playback_leads(address: str, found: tuple[str, str] | None) -> None:
    """Absolute or relative, raw or not, of the Archive or of what stands in for it."""
    assert replayed(address) == found


@pytest.mark.parametrize(
    ("header", "stamp"),
    [("Tue, 03 Sep 2019 12:00:00 GMT", "20190903120000"), ("Tue, 03 Sep 2019 14:00:00 +0200", "20190903120000"), ("soon", None), ("", None)],
)  # fmt: skip
def test_memento_datetime(header: str, stamp: str | None) -> None:
    """An HTTP date as a timestamp."""
    assert stamped(header) == stamp


@pytest.mark.parametrize(
    ("stamp", "known"),
    [("20190903120000", True), ("20000000000000", True), ("2019", False), ("20191399000000", False), ("x" * 14, False)],
)
def test_timestamps(stamp: str, known: bool) -> None:
    """Months and days of zero are repaired, nonsense is none."""
    assert (moment(stamp) is not None) is known


def test_addresses_are_published_as_the_archive_has_them() -> None:
    """Whatever answered, the address is the public one."""
    assert capture_url("20190903120000", URL) == f"https://web.archive.org/web/20190903120000/{URL}"
