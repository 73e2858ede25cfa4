"""What one observation says: every verdict, and what must never be one."""

from typing import Any

import pytest
from builders import failed, observation
from msgspec.structs import replace

from checker.model import Conclusion
from checker.observation import Failure, FragmentState, Hop, Observation, PageFacts, Sign
from checker.reasons import Reason, VerdictKind
from checker.rules import soft404
from checker.verdict import conclude

ASKED = "https://site.org/2019/an-article"
ARTICLE = PageFacts(title="An article", headings=("An article",), words=500, complete=True)


def redirected(*hops: tuple[str, int], page: PageFacts = ARTICLE) -> Observation:
    """An observation that went through some addresses, each with its status, and ended at the last."""
    last = len(hops) - 1
    way = tuple(
        Hop(url, status, hops[index + 1][0] if index < last else None) for index, (url, status) in enumerate(hops)
    )
    return observation(hops[-1][1], url=hops[0][0], hops=way, final_url=hops[-1][0], page=page)


def says(seen: Observation, url: str = ASKED) -> Conclusion:
    """The conclusion about a cited address."""
    return conclude(url, seen)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (200, "http-200"), (203, "http-200"), (204, "http-200"), (206, "http-200"), (304, "http-3xx"), (300, "http-3xx"),
        (400, "http-400"), (401, "login-required"), (402, "payment-required"), (403, "http-403"), (404, "http-404"),
        (405, "http-405"), (408, "http-408"), (410, "http-410"), (418, "http-418"), (425, "http-425"),
        (429, "rate-limited"), (444, "http-4xx"), (451, "legal-451"), (499, "http-4xx"), (500, "http-500"),
        (502, "http-502"), (503, "http-503"), (504, "http-504"), (522, "http-522"), (599, "http-5xx"),
        (511, "login-required"), (999, "bot-wall"), (700, "malformed-response"), (407, "http-4xx"),
    ],
)  # fmt: skip
def test_statuses(status: int, reason: str) -> None:
    """Each class of status has its verdict."""
    assert says(observation(status, url=ASKED)).reason == reason


@pytest.mark.parametrize("status", [*range(100, 404), *range(405, 410), *range(411, 600), 999])
def test_only_two_statuses_are_death(status: int) -> None:
    """Nothing but 404 and 410 is dead by its status."""
    assert says(observation(status, url=ASKED)).reason.kind is not VerdictKind.DEAD


@pytest.mark.parametrize("failure", [failure for failure in Failure if failure is not Failure.DNS_NXDOMAIN])
def test_no_failure_but_one_is_death(failure: Failure) -> None:
    """Silence, resets and certificates are never death; a missing domain is."""
    assert says(failed(failure)).reason.kind is not VerdictKind.DEAD
    assert says(failed(Failure.DNS_NXDOMAIN)).reason is Reason.DNS_NXDOMAIN


def test_nothing_dies_while_the_network_is_down() -> None:
    """A name that does not resolve proves nothing when no name does."""
    assert conclude(ASKED, failed(Failure.DNS_NXDOMAIN), network_up=False).reason is Reason.DNS_FAILURE


@pytest.mark.parametrize(
    ("hops", "reason"),
    [
        ([("http://site.org/2019/an-article", 301), (ASKED, 200)], "https-upgrade"),
        ([("https://www.site.org/2019/an-article", 301), (ASKED, 200)], "www-change"),
        ([(ASKED, 308), (ASKED + "/", 200)], "slash-change"),
        ([("http://www.site.org/2019/an-article", 301), (ASKED + "/", 200)], "https-upgrade"),
        ([(ASKED, 301), ("https://site.org/new/an-article", 200)], "moved-permanently"),
        ([(ASKED, 301), ("https://other.org/an-article", 200)], "moved-permanently"),
        ([(ASKED, 308), ("https://a.org/x", 301), ("https://b.org/y", 200)], "moved-permanently"),
        ([(ASKED, 302), ("https://site.org/session/x", 200)], "http-200"),
        ([(ASKED, 307), ("https://cdn.org/x", 200)], "http-200"),
        ([("http://site.org/2019/an-article", 301), (ASKED, 302), (ASKED + "?s=1", 200)], "https-upgrade"),
        ([(ASKED, 301), ("https://site.org/", 200)], "redirected-to-home"),
        ([(ASKED, 301), ("https://site.org/en/", 200)], "redirected-to-home"),
        ([(ASKED, 301), ("https://site.org/index.html", 200)], "redirected-to-home"),
        ([(ASKED, 302), ("https://site.org/", 200)], "redirected-to-home"),
        ([(ASKED, 301), ("https://site.org/gone", 404)], "http-404"),
        ([(ASKED, 301), ("https://site.org/x", 403)], "http-403"),
        ([("https://bit.ly/abc", 301), ("https://site.org/", 200)], "moved-permanently"),
        ([("https://site.org/", 301), ("https://site.org/en/", 200)], "moved-permanently"),
        ([("https://site.org/login", 302), ("https://site.org/login/form", 200)], "http-200"),
    ],
)
def test_redirects(hops: list[tuple[str, int]], reason: str) -> None:
    """For good or for now, trivial or not, home or elsewhere."""
    assert says(redirected(*hops), hops[0][0]).reason == reason


DOORS = [
    ("https://site.org/login?next=x", "login-required"),
    ("https://accounts.site.org/x", "login-required"),
    ("https://site.org/wayf?return=x", "login-required"),
    ("https://site.org/x?entityID=y&return=z", "login-required"),
    ("https://consent.site.org/x", "consent-wall"),
    ("https://site.org/einwilligung?url=x", "consent-wall"),
    ("https://site.org/captcha", "bot-wall"),
    ("https://site.org/showcaptcha?x", "bot-wall"),
]
PASSWORD = Sign("login.password", "a password field")
BUTTON = Sign("consent.button", "accept all")


@pytest.mark.parametrize(("door", "reason"), DOORS)
@pytest.mark.parametrize(
    "page",
    [
        PageFacts(title="The Site", words=20, complete=True),
        PageFacts(title="The Site", words=600, complete=True, signs=(PASSWORD, BUTTON)),
        PageFacts(title="An article", words=20, complete=True, signs=(PASSWORD,)),
        PageFacts(),
    ],
    ids=["short", "long, and asks", "short, and asks", "nothing"],
)
def test_the_way_ends_at_a_door(door: str, reason: str, page: PageFacts) -> None:
    """A doorway by its address, on which nothing that was asked for stands."""
    assert says(redirected((ASKED, 302), (door, 200), page=page)).reason == reason


@pytest.mark.parametrize("door", [door for door, _ in DOORS])
@pytest.mark.parametrize(
    ("page", "title"),
    [
        (PageFacts(title="Login habits of bridge engineers", words=500, complete=True), None),
        (PageFacts(title="Consent of the Governed, a review", words=40, complete=True), "Consent of the governed: a review"),
        (PageFacts(title="Consent of the Governed, a review", words=400, complete=True, signs=(PASSWORD,)), "Consent of the governed"),
        (PageFacts(title="路透社关于同意的报告", words=60, complete=True), "关于同意的报告"),
        (PageFacts(title="x", words=5, complete=True, pdf=True), None),
    ],
    ids=["long", "cited", "cited, with a login on top", "cited, Chinese", "PDF"],
)  # fmt: skip
def test_a_word_in_an_address_is_no_door(door: str, page: PageFacts, title: str | None) -> None:
    """What speaks for itself is what was asked for, wherever it is kept."""
    found = conclude(ASKED, redirected((ASKED, 301), (door, 200), page=page), cited_title=title)

    assert found.reason is Reason.MOVED_PERMANENTLY


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"page": None}, "bot-wall"),
        ({"page": PageFacts(words=4, complete=True)}, "bot-wall"),
        ({"page": ARTICLE}, "http-200"),
        ({"page": PageFacts(title="A report", words=900, complete=True, pdf=True)}, "http-200"),
        ({"page": PageFacts(complete=False, pdf=True), "headers": (("content-type", "text/html"),)}, "http-200"),
        ({"page": None, "headers": (("content-type", "application/pdf"),)}, "http-200"),
    ],
    ids=["nothing", "hardly a word", "an article", "a PDF", "a PDF by another name", "a PDF that was not read"],
)
def test_accepted_is_no_page(facts: dict[str, Any], reason: str) -> None:
    """202 is what walls answer robots, where nothing to read comes with it."""
    assert says(observation(202, **facts)).reason == reason


def test_a_temporary_way_home_is_only_suspected() -> None:
    """What is not for good never becomes proof; what is for good can."""
    for_now = says(redirected((ASKED, 302), ("https://site.org/", 200)))
    for_good = says(redirected((ASKED, 301), ("https://site.org/", 200)))

    assert (for_now.suspected_at_most, for_good.suspected_at_most) == (True, False)


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("#team", "moved-permanently"),
        ("#the-team", "moved-permanently"),
        ("#news", "redirected-to-home"),
        ("#", "redirected-to-home"),
        ("", "redirected-to-home"),
    ],
)
def test_a_page_that_became_a_part_of_one_long_page(to: str, reason: str) -> None:
    """The part bears the name of the page; any other part of the home page is the home page."""
    asked, home = "https://site.org/project/team.html", "https://site.org/"
    seen = observation(200, url=asked, hops=(Hop(asked, 301, home + to), Hop(home, 200)), final_url=home, page=ARTICLE)

    assert conclude(asked, seen).reason == reason


def test_an_error_page_by_two_signs() -> None:
    """An address that names an error, and words that say so; one of them alone is not enough."""
    lost = PageFacts(title="Page not found", words=400, complete=True)
    to_error = says(redirected((ASKED, 302), ("https://site.org/404", 200), page=lost))
    only_path = says(redirected((ASKED, 302), ("https://site.org/404", 200)))

    assert to_error.reason is Reason.SOFT_404
    assert only_path.reason is Reason.HTTP_200


def test_many_addresses_that_end_alike() -> None:
    """Three cited addresses on one target are a sign, and need a second one."""
    lost = PageFacts(title="Page not found", words=400, complete=True)
    target = "https://site.org/all"
    many = {target: 3}

    assert conclude(ASKED, redirected((ASKED, 302), (target, 200), page=lost), collapsed=many).reason is Reason.SOFT_404
    assert conclude(ASKED, redirected((ASKED, 302), (target, 200)), collapsed=many).reason is Reason.HTTP_200


def test_words_alone_are_a_warning() -> None:
    """One sign is told, and changes nothing."""
    seen = observation(200, url=ASKED, page=PageFacts(title="HTTP 404 - Encyclopedia", words=3000, complete=True))

    assert says(seen).reason is Reason.HTTP_200
    assert says(seen).warnings


@pytest.mark.parametrize(
    ("status", "reason"), [(404, "http-404"), (410, "http-410"), (403, "http-403"), (500, "http-500"), (200, "bad-encoding")]
)  # fmt: skip
def test_an_error_page_that_cannot_be_read_has_its_status(status: int, reason: str) -> None:
    """Its body would say nothing more; of a page it is all there is."""
    assert says(replace(observation(status), failure=Failure.BAD_ENCODING)).reason == reason


def test_a_redirect_to_nowhere_says_so() -> None:
    """The status alone does not say what is wrong."""
    assert says(observation(302)).evidence == "302 Found, and no address to go to"


STOLEN = PageFacts(
    title="Best Casino Slots",
    headings=("Casino",),
    words=900,
    complete=True,
    signs=(
        Sign("hijack.title", "Casino"),
        Sign("hijack.text", "casino, slots"),
        Sign(soft404.SIBLING, "a made-up address beside it shows the same page"),
        *(Sign("hijack.selling", one) for one in ("play now", "bonus", "24 7")),
    ),
)


def test_a_hijacked_domain() -> None:
    """Gambling where a bridge was cited is a takeover; where gambling was cited it is the source."""
    seen = observation(200, url=ASKED, page=STOLEN)

    assert conclude(ASKED, seen, cited_title="A bridge across the river").reason is Reason.HIJACKED_DOMAIN
    assert conclude(ASKED, seen, cited_title="The casino economy").reason is Reason.HTTP_200
    assert conclude(ASKED, seen).reason is Reason.HTTP_200


def test_a_title_that_names_nothing_tells_nothing() -> None:
    """With "Working paper 12" no page has anything in common, whatever it is about."""
    seen = observation(200, url=ASKED, page=STOLEN)

    assert conclude(ASKED, seen, cited_title="Working paper 12").reason is Reason.HTTP_200


def test_writing_about_gambling_is_no_hijacking() -> None:
    """Who sells nothing has taken over nothing, whatever the page was cited as."""
    seen = observation(200, url=ASKED, page=replace(STOLEN, signs=STOLEN.signs[:3]))

    assert conclude(ASKED, seen, cited_title="A bridge across the river").reason is Reason.HTTP_200


@pytest.mark.parametrize(
    ("status", "reason"),
    [(302, "doi-registered"), (301, "doi-registered"), (200, "doi-registered"), (404, "doi-unregistered"),
     (403, "http-403"), (503, "http-503")],
)  # fmt: skip
def test_dois(status: int, reason: str) -> None:
    """The resolver's word is what counts for a DOI."""
    url = "https://doi.org/10.5555/1"

    assert says(observation(status, url=url), url).reason == reason


def test_a_missing_fragment_is_no_death() -> None:
    """The page is there; the part of it is told as missing."""
    found = says(observation(200, url=ASKED, fragment=FragmentState.ABSENT, page=ARTICLE), f"{ASKED}#part")

    assert found.reason is Reason.HTTP_200
    assert "part" in found.warnings[0]


def test_a_status_accepted_by_the_settings() -> None:
    """sources.yml can say that an error status is fine on a host."""
    assert conclude(ASKED, observation(403, url=ASKED), accepted={403}).reason is Reason.HTTP_200
    assert conclude(ASKED, observation(404, url=ASKED), accepted={403}).reason is Reason.HTTP_404


@pytest.mark.parametrize(
    ("status", "value", "reason", "told"),
    [
        (503, "86400", "rate-limited", "1 day"),
        (503, "31", "rate-limited", "31 seconds"),
        (429, "3600", "rate-limited", "1 hour"),
        (503, "30", "http-503", ""),
        (503, "", "http-503", ""),
        (503, "soon", "http-503", ""),
        (500, "86400", "http-500", ""),
        (404, "86400", "http-404", ""),
    ],
)
def test_who_asks_for_a_long_pause_limits_us(status: int, value: str, reason: str, told: str) -> None:
    """More than we wait for is a limit, whatever the status that may be asked again; elsewhere it means nothing."""
    headers = (("retry-after", value),) if value else ()
    found = says(observation(status, url=ASKED, headers=headers))

    assert found.reason == reason
    assert told in found.evidence


def test_a_conflict_of_cloudflare_is_trouble_behind_it() -> None:
    """Error 1001 comes with 409; any other conflict is the server's own."""
    page = PageFacts(
        title="DNS resolution error | site.org | Cloudflare",
        headings=("Error 1001",),
        words=40,
        complete=True,
        signs=(Sign("errorpage.sentence", "error 1001"),),
    )

    assert says(observation(409, url=ASKED, page=page)).reason is Reason.ERROR_PAGE
    assert says(observation(409, url=ASKED, page=ARTICLE)).reason == "http-409"
    assert says(observation(400, url=ASKED, page=page)).reason == "http-400"


@pytest.mark.parametrize(
    ("status", "phrase"),
    [(414, "URI Too Long"), (413, "Content Too Large"), (404, "Not Found"), (503, "Service Unavailable")],
)
def test_statuses_have_their_names(status: int, phrase: str) -> None:
    """The names of RFC 9110."""
    assert phrase in says(observation(status, url=ASKED)).evidence


def test_a_neighbour_that_shows_the_same_page_is_told_of() -> None:
    """Who finds a page alive in spite of it says so."""
    beside = Sign("soft404.sibling", "a made-up address beside it shows the same page")
    found = says(observation(200, url=ASKED, page=replace(ARTICLE, signs=(beside,))))

    assert found.reason is Reason.HTTP_200
    assert "made-up address" in found.evidence
    assert "made-up" not in says(observation(200, url=ASKED, page=ARTICLE)).evidence


def test_a_long_pause_for_maintenance_is_no_limit() -> None:
    """Who says that the site is being worked at will be back; nobody is limited."""
    page = PageFacts(title="Maintenance", headings=("Maintenance",), words=12, complete=True)
    found = says(observation(503, url=ASKED, page=page, headers=(("retry-after", "3600"),)))

    assert found.reason == "http-503"
    assert "1 hour" in found.evidence
    assert says(observation(429, url=ASKED, page=page, headers=(("retry-after", "3600"),))).reason == "rate-limited"
