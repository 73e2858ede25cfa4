"""Labelled cases: what an archive holds of one page, and the copy a careful person would offer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from standin import WORDS, Kept, page

A = page("The article", f"{WORDS} as it was")
LOST = page("Page not found", "Sorry, the page you are looking for could not be found.")
LOST_LONG = page("404 - Page not found", WORDS[:2000])
LOGIN = "<title>Log in</title><form><input type=password></form> please sign in to go on reading this page now thanks"
LOGIN_BARE = page("Sign in to The Paper", "Enter your name to go on reading this and many other articles today.")
WALL = "<title>Just a moment...</title><script>window._cf_chl_opt={}</script><p>Checking your browser before accessing the site now."
PARKED = page(
    "site.org", "This domain is for sale. Make an offer on this domain now, related links and more words here."
)
CASINO = page("Situs judi slot gacor casino", "slot casino judi poker togel jackpot betting " * 40)
CASINO_TITLE = page("Lucky wins every day", f"{WORDS} come in and win")
THIN = "<title>x</title>"
PDF = "%PDF-1.7 binary"
CONSENT = page("Before you continue", "Before you continue to the site, choose what you agree to, please do it now.")


@dataclass(frozen=True, slots=True)
class Case:
    """What is held, what is asked, and what must come of it: state, timestamp, days, bracketed."""

    name: str
    kept: tuple[Kept, ...]
    state: str
    stamp: str = ""
    days: int | None = None
    bracketed: bool = False
    accessed: str | None = "2019-09-02"
    published: str | None = None
    document: str | None = None
    faults: frozenset[str] = frozenset()
    dialect: frozenset[str] = frozenset()
    page: str = "https://www.site.org/Reports/2019/a.html?id=7&lang=en"
    title: str | None = None
    today: str = ""
    opened: int | None = None
    also: dict[str, tuple[Kept, ...]] = field(default_factory=dict)


ALL: list[Case] = []


def case(
    name: str, kept: list[Kept] | None, state: str, stamp: str = "", days: int | None = None, **more: object
) -> None:
    """Add one case; ``faults`` and ``dialect`` are written with commas."""
    for key in ("faults", "dialect"):
        if key in more:
            more[key] = frozenset(str(more[key]).split(", "))
    ALL.append(Case(name, tuple(kept or ()), state, stamp, days, **more))  # type: ignore[arg-type]


F, N, X, E = "found", "not_archived", "excluded", "lookup_failed"

# Sides and distance
case("the day itself", [Kept("20190820"), Kept("20190902")], F, "20190902", 0)
case(
    "the day itself, twice", [Kept("20190902080000"), Kept("20190902200000"), Kept("20190910")], F, "20190902200000", 0
)
case("before only", [Kept("20150101")], F, "20150101", -1705)
case("after only", [Kept("20211231")], F, "20211231", 851)
case("before, though after is nearer", [Kept("20190820"), Kept("20190907")], F, "20190820", -13)
case("after within a day", [Kept("20190801"), Kept("20190903")], F, "20190903", 1)
case(
    "after within a day, but before of the day",
    [Kept("20190902230000"), Kept("20190903010000")],
    F,
    "20190902230000",
    0,
)
case("after ten times nearer", [Kept("20190101"), Kept("20190910")], F, "20190910", 8)
case("after not quite ten times nearer", [Kept("20190620"), Kept("20190910")], F, "20190620", -74)
case("the last of many before", [Kept(f"201908{day:02}") for day in range(1, 29)], F, "20190828", -5)
case("bracketed", [Kept("20190601", A), Kept("20191101", A)], F, "20190601", -93, bracketed=True)
case("bracketed beats within a day", [Kept("20190601", A), Kept("20190903", A)], F, "20190601", -93, bracketed=True)
case("bracketed only by neighbours", [Kept("20190601", A), Kept("20190701"), Kept("20191101", A)], F, "20190701", -63)
case(
    "bracketed by revisit", [Kept("20190601", A), Kept("20191101", A, revisit=True)], F, "20190601", -93, bracketed=True
)
case("a revisit before", [Kept("20190101", A), Kept("20190825", A, revisit=True), Kept("20200101")], F, "20190825", -8)
case("a revisit of nothing known", [Kept("20190825", A, revisit=True), Kept("20190701")], F, "20190701", -63)
case("far away", [Kept("20050101")], F, "20050101", -5357)

# Target days
case("a month", [Kept("20190915"), Kept("20191020")], F, "20190915", -15, accessed="2019-09")
case("a year", [Kept("20190301"), Kept("20200601")], F, "20190301", -305, accessed="2019")
case("a quarter", [Kept("20190710"), Kept("20191210")], F, "20190710", -82, accessed="2019-Q3")
case(
    "published only: the first after",
    [Kept("20190430"), Kept("20190601"), Kept("20190701")],
    F,
    "20190601",
    31,
    accessed=None,
    published="2019-05-01",
)
case(
    "published only: of that day",
    [Kept("20190430"), Kept("20190501"), Kept("20190701")],
    F,
    "20190501",
    0,
    accessed=None,
    published="2019-05-01",
)
case(
    "published only: a month begins on its first day",
    [Kept("20190430"), Kept("20190510")],
    F,
    "20190510",
    9,
    accessed=None,
    published="2019-05",
)
case("published only: none can show it", [Kept("20190101"), Kept("20190430")], N, accessed=None, published="2019-05-01")
case(
    "published only: an error first",
    [Kept("20190502", LOST), Kept("20190601")],
    F,
    "20190601",
    31,
    accessed=None,
    published="2019-05-01",
)
case("accessed counts, not published", [Kept("20190601"), Kept("20190825")], F, "20190825", -8, published="2019-05-01")
case(
    "the document's date",
    [Kept("20190601"), Kept("20190825"), Kept("20210101")],
    F,
    "20190825",
    -21,
    accessed=None,
    document="2019-09-15",
)
case("no day: the newest", [Kept("20150101"), Kept("20210101")], F, "20210101", None, accessed=None)
case(
    "no day: the newest that is a page", [Kept("20150101"), Kept("20210101", LOST)], F, "20150101", None, accessed=None
)

# What was captured
case("an error before", [Kept("20190801"), Kept("20190901", LOST)], F, "20190801", -32)
case("an error of the very day", [Kept("20190801"), Kept("20190902", LOST)], F, "20190801", -32)
case("a long error page", [Kept("20190801"), Kept("20190901", LOST_LONG)], F, "20190801", -32)
case(
    "an article about an error",
    [Kept("20190901", page("404 Not Found", WORDS[:1500]))],
    F,
    "20190901",
    -1,
    title="404 Not Found",
)
case("only errors", [Kept("20190801", LOST), Kept("20190901", LOST)], N)
case("a login", [Kept("20190801"), Kept("20190901", LOGIN)], F, "20190801", -32)
case("a login without a field", [Kept("20190801"), Kept("20190901", LOGIN_BARE)], F, "20190801", -32)
case("a bot wall", [Kept("20190801"), Kept("20190901", WALL)], F, "20190801", -32)
case("a consent page", [Kept("20190801"), Kept("20190901", CONSENT)], F, "20190801", -32)
case("no text", [Kept("20190801"), Kept("20190901", THIN)], F, "20190801", -32)
case("a short page", [Kept("20190901", page("Minutes", "Agreed by all who came."))], F, "20190901", -1)
case(
    "a page of scripts",
    [
        Kept("20190801"),
        Kept("20190901", "<title>App</title><div id=root></div>You need to enable JavaScript to run this app."),
    ],
    F,
    "20190801",
    -32,
)
case(
    "a page that loads",
    [Kept("20190801"), Kept("20190901", "<title>The Paper</title><p>Loading, please wait a moment for the page.")],
    F,
    "20190801",
    -32,
)
case(
    "a suspended account",
    [
        Kept("20190801"),
        Kept(
            "20190901",
            page(
                "Account Suspended",
                "This Account has been suspended. Contact your hosting provider for more information.",
            ),
        ),
    ],
    F,
    "20190801",
    -32,
)
case("an article about loading", [Kept("20190901", page("Loading docks", f"Loading {WORDS}"))], F, "20190901", -1)
case("status 404 is no candidate", [Kept("20190801"), Kept("20190901", status=404)], F, "20190801", -32)
case("status 404 of the very day", [Kept("20190801"), Kept("20190902", status=404)], F, "20190801", -32)
case("status 503 of the very day", [Kept("20190801"), Kept("20190902", status=503)], F, "20190801", -32)
case("status 203", [Kept("20190901", A, status=203)], F, "20190901", -1)
case(
    "a redirect is no candidate",
    [Kept("20190801"), Kept("20190901", status=301, to="https://www.site.org/")],
    F,
    "20190801",
    -32,
)
case("only redirects", [Kept("20190901", status=301, to="https://www.site.org/")], N)
case("only redirects elsewhere", [Kept("20190901", status=302, to="https://other.org/x")], N)
case("a PDF", [Kept("20190901", PDF, kind="application/pdf")], F, "20190901", -1, page="https://site.org/a.pdf")
case(
    "a PDF that is an error page",
    [Kept("20190801", PDF, kind="application/pdf"), Kept("20190901", LOST, kind="application/pdf")],
    F,
    "20190801",
    -32,
    page="https://site.org/a.pdf",
)
case("plain text", [Kept("20190901", WORDS, kind="text/plain")], F, "20190901", -1)
case("another page of the site", None, N, also={"https://www.site.org/other": (Kept("20190901"),)})
case("another query", None, N, also={"https://www.site.org/Reports/2019/a.html?id=8&lang=en": (Kept("20190901"),)})
case(
    "six errors are too many",
    [Kept(f"201908{day:02}", page("Page not found", f"Sorry. {day}")) for day in range(20, 26)] + [Kept("20190701")],
    N,
    opened=5,
)
case(
    "the same error over and over",
    [Kept(f"201908{day:02}", LOST) for day in range(10, 26)] + [Kept("20190701")],
    F,
    "20190701",
    -63,
)
case(
    "four errors, then the page",
    [Kept(f"201908{day:02}", page("Page not found", f"Sorry. {day}")) for day in range(20, 24)] + [Kept("20190701")],
    F,
    "20190701",
    -63,
)
case("replay shows no such capture", [Kept("20190901", listed=True, shown=False), Kept("20190801")], F, "20190801", -32)
case(
    "replay leads months away",
    [Kept("20190901", moved="20200101120000"), Kept("20190801"), Kept("20200101")],
    F,
    "20190801",
    -32,
)
case(
    "replay leads seconds away",
    [Kept("20190901120000", moved="20190901120003"), Kept("20190901120003", listed=False)],
    F,
    "20190901120003",
    -1,
)
case("no Memento-Datetime", [Kept("20190901", memento=False), Kept("20190801")], F, "20190801", -32)

# Spellings of the address
case(
    "captured as http",
    [Kept("20190901", original="http://www.site.org/Reports/2019/a.html?id=7&lang=en")],
    F,
    "20190901",
    -1,
)
case(
    "captured without www",
    [Kept("20190901", original="http://site.org/Reports/2019/a.html?id=7&lang=en")],
    F,
    "20190901",
    -1,
)
case(
    "captured with a port",
    [Kept("20190901", original="http://site.org:80/Reports/2019/a.html?id=7&lang=en")],
    F,
    "20190901",
    -1,
)
case(
    "captured with the query in another order",
    [Kept("20190901", original="https://site.org/Reports/2019/a.html?lang=en&id=7")],
    F,
    "20190901",
    -1,
)
case(
    "captured with a slash",
    [Kept("20190901", original="https://site.org/x/")],
    F,
    "20190901",
    -1,
    page="https://site.org/x",
)
case(
    "cited with a fragment",
    [Kept("20190901")],
    F,
    "20190901",
    -1,
    page="https://site.org/a#part-2",
    also={"https://site.org/a": (Kept("20190901"),)},
)
case(
    "cited with an address inside",
    [Kept("20190901")],
    F,
    "20190901",
    -1,
    page="https://site.org/go?to=https://other.org/x&y=1",
)
case(
    "cited with letters of its own",
    [Kept("20190901", original="https://site.org/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F")],
    F,
    "20190901",
    -1,
    page="https://site.org/статья",
)

# Strangers
case(
    "hijacked later",
    [Kept("20170101", A), Kept("20210601", CASINO)],
    F,
    "20170101",
    None,
    accessed=None,
    title="Trade policy reviewed",
)
case(
    "hijacked long ago",
    [Kept("20120101", A), *(Kept(f"20{year}0101", CASINO + str(year)) for year in range(14, 24))],
    F,
    "20120101",
    None,
    accessed=None,
    title="Trade policy reviewed",
)
case(
    "hijacked, by its title of today",
    [Kept("20170101", A), Kept("20210601", CASINO_TITLE)],
    F,
    "20170101",
    None,
    accessed=None,
    today=CASINO_TITLE,
)
case("parked later", [Kept("20190101", A), Kept("20190905", PARKED)], F, "20190101", -244)
case(
    "parked, by one sign it shares with today",
    [Kept("20190101", A), Kept("20190905", page("site.org", f"This domain is for sale. {WORDS}"))],
    F,
    "20190101",
    -244,
    today=PARKED,
)
case(
    "an article about domains for sale",
    [Kept("20190905", page("The market", f"This domain is for sale, they said. {WORDS}"))],
    F,
    "20190905",
    3,
)
case(
    "hijacked, by words it shares with today",
    [Kept("20190101", A), Kept("20190903", CASINO + "x")],
    F,
    "20190101",
    -244,
    today=CASINO,
)
case(
    "a study of gambling",
    [Kept("20190901", page("Casino economics", f"casino slots poker betting jackpot {WORDS}"))],
    F,
    "20190901",
    -1,
)
case("only parked", [Kept("20200101", PARKED)], N)

# More captures than one answer holds
_MANY = [
    Kept(f"{date(2014, 1, 1) + timedelta(day):%Y%m%d}", A if day % 2 else LOST)
    for day in range(2500)
    if f"{date(2014, 1, 1) + timedelta(day):%Y%m}" not in ("201908", "201909")
]
case("very many captures", _MANY, F, "20190731", -33, bracketed=True)
case("very many captures, published only", _MANY, F, "20191001", 31, accessed=None, published="2019-08-31")
case("very many captures, no day", _MANY, F, "20201104", None, accessed=None)
case("very many captures, the index deaf", _MANY, F, "20190731", -33, bracketed=True, dialect="deaf")

# Old and dirty captures
case("month and day of zero", [Kept("20000000000000", A)], F, "20000000000000", -366, accessed="2001-01-01")
case("a broken timestamp", [Kept("20191399000000"), Kept("20190801")], F, "20190801", -32, dialect="no gate")

# Dialects of the services
for _dialect in (
    "relative",
    "direct",
    "no gate",
    "text",
    "text, all fields",
    "no header",
    "no header, all fields",
    "all fields",
    "deaf",
    "exact",
    "deaf, text, all fields, relative",
):
    case(
        f"dialect: {_dialect}",
        [Kept("20190601", A), Kept("20190701", status=404), Kept("20191101", A)],
        F,
        "20190601",
        -93,
        bracketed=True,
        dialect=_dialect,
    )
    case(
        f"dialect: {_dialect}: the day itself",
        [Kept("20190601"), Kept("20190902"), Kept("20191101")],
        F,
        "20190902",
        0,
        dialect=_dialect,
    )
    case(f"dialect: {_dialect}: nothing", None, N, dialect=_dialect)

# Faults: never a wrong "none"
case("nothing", None, N)
case("excluded", [Kept("20190901")], X, faults="excluded")
case("excluded by robots.txt", [Kept("20190901")], X, faults="robots")
case("the index says excluded", [Kept("20190801")], X, faults="cdx excluded")
case("replay says excluded", [Kept("20190801")], X, faults="replay excluded")
for _fault in ("503", "500", "504", "403", "404", "malformed", "html", "blank", "null", "object"):
    case(f"the index fails: {_fault}", [Kept("20190801"), Kept("20200101")], F, "20190801", -32, faults=f"cdx {_fault}")
    case(f"the index fails, nothing else knows: {_fault}", None, N if _fault == "blank" else E, faults=f"cdx {_fault}")
    case(
        f"the index and the gate fail: {_fault}",
        [Kept("20190801")],
        F,
        "20190801",
        -32,
        faults=f"cdx {_fault}, gate {_fault}",
    )
    case(
        f"everything fails: {_fault}", [Kept("20190801")], E, faults=f"cdx {_fault}, gate {_fault}, available {_fault}"
    )
case(
    "the index fails, Availability knows the bare form only",
    [Kept("20190801")],
    F,
    "20190801",
    -32,
    faults="cdx 503, gate 503, available schemed empty",
)
case("the index fails, Availability is empty", [Kept("20190801")], E, faults="cdx 503, gate 503, available empty")
case("the index is empty, Availability knows", [Kept("20190801")], F, "20190801", -32, faults="cdx list, gate none")
case("the index is empty, playback knows", [Kept("20190801")], F, "20190801", -32, faults="cdx list, available empty")
case("the index says none, all others fail", None, E, faults="gate 503, available 503")
case("the index says none, playback too", None, N, faults="available 503")
case("the index says none, Availability too", None, N, faults="gate 503")
case("replay is down", [Kept("20190801")], E, faults="replay 503")
case("replay fails for good", [Kept("20190801")], E, faults="replay 500")
