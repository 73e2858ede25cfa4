"""What a check of one address saw: facts only, never a judgement.

An :class:`Exchange` is what the network brought, body and all; an :class:`Observation` is what is left
of it once the body has been read, and what the ledger keeps. Times are aware UTC datetimes.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from checker.figures.facts import SeenFigure
from checker.figures.on_page import Wanted
from checker.pdf.text import PdfText


class Failure(StrEnum):
    """Why a request brought no usable answer. World trouble, recorded, never raised."""

    TIMEOUT = "timeout"
    CONNECTION_REFUSED = "connection-refused"
    CONNECTION_RESET = "connection-reset"
    CONNECTION_FAILED = "connection-failed"
    NO_ROUTE = "no-route"
    DNS_NXDOMAIN = "dns-nxdomain"
    DNS_FAILURE = "dns-failure"
    TLS_EXPIRED = "tls-expired"
    TLS_WRONG_HOST = "tls-wrong-host"
    TLS_UNTRUSTED = "tls-untrusted"
    TLS_FAILURE = "tls-failure"
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    MALFORMED_RESPONSE = "malformed-response"
    BAD_ENCODING = "bad-encoding"
    PRIVATE_ADDRESS = "private-address"
    UNSAFE_REDIRECT = "unsafe-redirect"
    PROXY = "proxy"


class Hop(Struct, frozen=True):
    """One response on the way: the address asked, its status, and where it pointed if it redirected."""

    url: str
    status: int
    location: str | None = None


class Target(Struct, frozen=True):
    """One request to be made: an address without fragment, and what is to be looked up on its page.

    ``whole`` asks for the body to its end, as ``figures`` need it; fragments ask for it too.
    ``conditions`` are headers that ask whether the page has changed; they go to the address itself only.
    ``titles`` are those it is cited by: they are looked for where a redirect leads.
    """

    url: str
    fragments: tuple[str, ...] = ()
    whole: bool = False
    figures: tuple[Wanted, ...] = ()
    conditions: tuple[tuple[str, str], ...] = ()
    titles: tuple[str, ...] = ()


class HostQueue(Struct, frozen=True):
    """The targets of one host, in the order they are asked."""

    host: str
    targets: tuple[Target, ...]


class Try(Struct, frozen=True):
    """One request: the address asked and what came of it, in a few words."""

    url: str
    outcome: str


class Exchange(Struct, frozen=True):
    """Everything one target brought, before the body is read.

    ``hops`` holds every response, the last one included; ``headers`` and ``body`` are those of the
    last one, names in lower case, body after content decoding, ``complete`` if read to its end.
    ``status`` is None where no last response came; then ``failure`` says why. A body that is not encoded
    as the server says has both a status and a failure. ``completed_chain`` if the server left out an
    intermediate certificate, which we fetched as browsers do. ``pdf`` is the text of a PDF that was read for it.
    """

    target: Target
    final_url: str
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    complete: bool = False
    failure: Failure | None = None
    detail: str = ""
    requests: int = 0
    elapsed_ms: int = 0
    completed_chain: bool = False
    tries: tuple[Try, ...] = ()
    pdf: PdfText | None = None

    def header(self, name: str) -> str:
        """The first value of a header (lower-case name), empty where absent."""
        return next((value for key, value in self.headers if key == name), "")


class Sign(Struct, frozen=True):
    """A trait of a page that a rule recognised: the rule's name and the words that gave it away."""

    rule: str
    text: str


class PageFacts(Struct, frozen=True):
    """What was read off a body. ``words`` counts visible words; ``complete``: read to its end.

    ``published`` and ``modified`` are the days the page gives for itself, ``modified_by`` where the latter
    was read (``json-ld``, ``meta``, ``text``, ``header``); ``newer`` is what names a later edition of it;
    ``figures`` what it says of those that were looked for. ``pdf`` marks a PDF: rules about pages say nothing of it.
    """

    title: str | None = None
    headings: tuple[str, ...] = ()
    words: int = 0
    complete: bool = False
    canonical: str | None = None
    refresh: str | None = None
    language: str | None = None
    modified: date | None = None
    signs: tuple[Sign, ...] = ()
    published: date | None = None
    modified_by: str = ""
    newer: str = ""
    figures: tuple[SeenFigure, ...] = ()
    pdf: bool = False


class FragmentState(StrEnum):
    """Whether the ``#fragment`` of the address names something on the page."""

    PRESENT = "present"
    ABSENT = "absent"


class CitedCopy(StrEnum):
    """What became of the archived copies that a page is cited by, where every citation leads to one."""

    SHOWS = "shows"
    UNOPENED = "unopened"
    LOST = "lost"


class Observation(Struct, frozen=True):
    """What one check of one address saw. Never a judgement.

    ``status`` is that of the last response, None where none came; ``headers`` keeps only those that
    judgement uses, names in lower case; ``requests`` counts hops, retries and probes. ``arrivals`` is how
    many different things cited in the same run were redirected to ``final_url``, where they are many.
    ``cited_copy`` is None where a citation leads to the page alone; ``copy_beside`` where it leads to both.
    ``read_at`` is when the page was last read, where the server now said that it has not changed since.
    """

    at: datetime
    final_url: str
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    failure: Failure | None = None
    detail: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    requests: int = 0
    elapsed_ms: int = 0
    page: PageFacts | None = None
    fragment: FragmentState | None = None
    completed_chain: bool = False
    tries: tuple[Try, ...] = ()
    arrivals: int = 0
    cited_copy: CitedCopy | None = None
    copy_beside: bool = False
    read_at: datetime | None = None

    @property
    def answered(self) -> bool:
        """Whether any server answered over HTTP."""
        return bool(self.hops) or self.status is not None

    def header(self, name: str) -> str:
        """The value of a kept header, empty where absent."""
        return next((value for key, value in self.headers if key == name), "")
