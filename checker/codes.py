"""What every code means and what to do about it: the text behind ``checker explain CODE``.

Covers each reason of :mod:`checker.reasons`, each finding that is no verdict, each freshness and each
state of an archive look-up.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from msgspec import Struct

from checker.errors import UsageError
from checker.reasons import Reason, VerdictKind

FIND_COPY = "Cite the archived copy if it shows what you read, or find where the content lives now."
OPEN_IT = "Open it yourself; if it is fine, nothing needs to change."
WAIT = "Nothing yet: it is asked again on the next run and counts as gone only after weeks."
TELL_OWNER = "Tell the site's owner, or cite the archived copy until it is mended."


class Code(Struct, frozen=True):
    """One code: the words for it, what it means, what a person should do."""

    code: str
    label: str
    meaning: str
    action: str


def _codes(rows: Mapping[str, tuple[str, str, str]]) -> dict[str, Code]:
    return {code: Code(code, *texts) for code, texts in rows.items()}


_VERDICTS: dict[str, tuple[str, str, str]] = {
    Reason.HTTP_200: ("there", "The page answers as it should.", "Nothing."),
    Reason.DOI_REGISTERED: (
        "DOI registered",
        "The DOI resolver knows this DOI; the publisher's page is not asked, since publishers refuse robots.",
        "Nothing.",
    ),
    Reason.ARCHIVED_COPY: (
        "archived copy cited",
        "The page itself is gone or out of reach, but every citation leads to an archived copy of it.",
        "Nothing.",
    ),
    Reason.MOVED_PERMANENTLY: (
        "moved",
        "The server says the page has a new address for good, and the new address answers.",
        "Cite the new address.",
    ),
    Reason.HTTPS_UPGRADE: ("moved to https", "Only the scheme changed from http to https.", "Nothing."),
    Reason.WWW_CHANGE: ("moved to or from www", "Only a leading www. came or went.", "Nothing."),
    Reason.SLASH_CHANGE: ("moved by a slash", "Only a final slash came or went.", "Nothing."),
    Reason.HTTP_404: ("not found", "The server says there is no such page (404).", FIND_COPY),
    Reason.HTTP_410: ("gone", "The server says the page was removed (410).", FIND_COPY),
    Reason.DNS_NXDOMAIN: (
        "domain gone",
        "The domain name does not exist, while other names resolved.",
        FIND_COPY,
    ),
    Reason.SOFT_404: (
        "says not found",
        "The server says all is well, but two independent signs say that what was cited is not there.",
        FIND_COPY,
    ),
    Reason.REDIRECTED_TO_HOME: (
        "sent to the home page",
        "The address now leads to the site's home page, which does not show what was cited.",
        FIND_COPY,
    ),
    Reason.PARKED_DOMAIN: (
        "domain parked",
        "The domain is for sale or shows only advertisements, by two independent signs.",
        FIND_COPY,
    ),
    Reason.HIJACKED_DOMAIN: (
        "domain taken over",
        "The domain now sells something unrelated to what was cited, at every address.",
        "Replace the link by the archived copy at once: readers are led to strangers.",
    ),
    Reason.DOI_UNREGISTERED: (
        "DOI unknown",
        "The DOI resolver says there is no such DOI.",
        "Check the DOI for a typing error; look the work up at its publisher.",
    ),
    Reason.DEAD_BY_HAND: (
        "gone, says a person",
        "A person opened it, found it gone or no longer what was cited, and recorded that; it still holds.",
        FIND_COPY,
    ),
    Reason.BOT_WALL: (
        "robots refused",
        "The site shows robots a challenge instead of the page. The page may well be fine.",
        OPEN_IT,
    ),
    Reason.HTTP_403: ("refused", "The server refuses us (403). The page may well be fine.", OPEN_IT),
    Reason.RATE_LIMITED: (
        "asked too often",
        "The server asks us to come back later than we wait (429).",
        OPEN_IT,
    ),
    Reason.LOGIN_REQUIRED: ("behind a login", "The page asks for an account.", OPEN_IT),
    Reason.PAYMENT_REQUIRED: ("behind a paywall", "The server asks for payment (402).", OPEN_IT),
    Reason.LEGAL_451: (
        "withheld for legal reasons",
        "The server withholds the page for legal reasons (451), perhaps only from where this ran.",
        "Open it yourself; consider citing the archived copy.",
    ),
    Reason.CONSENT_WALL: ("behind a consent page", "A consent page stands before the content.", OPEN_IT),
    Reason.TLS_EXPIRED: (
        "certificate expired",
        "The site's certificate has expired; browsers warn.",
        TELL_OWNER,
    ),
    Reason.TLS_WRONG_HOST: (
        "certificate for another site",
        "The certificate does not name this host; browsers warn.",
        TELL_OWNER,
    ),
    Reason.TLS_UNTRUSTED: (
        "certificate not trusted",
        "Nobody that browsers trust has signed the certificate.",
        TELL_OWNER,
    ),
    Reason.TLS_FAILURE: ("no secure connection", "Server and client agree on no way to talk.", TELL_OWNER),
    Reason.REDIRECT_LOOP: (
        "redirects in a circle",
        "The address redirects to itself in the end.",
        TELL_OWNER,
    ),
    Reason.TOO_MANY_REDIRECTS: ("redirects on and on", "More redirects than a browser follows.", TELL_OWNER),
    Reason.MALFORMED_RESPONSE: (
        "answers nonsense",
        "The answer is not HTTP as browsers read it.",
        TELL_OWNER,
    ),
    Reason.BAD_ENCODING: ("unreadable", "The body cannot be decoded as the server says.", TELL_OWNER),
    Reason.HTTP_3XX: ("redirects nowhere", "A redirect status without a place to go to.", TELL_OWNER),
    Reason.TIMEOUT: ("no answer in time", "The server did not answer in time.", WAIT),
    Reason.CONNECTION_REFUSED: ("connection refused", "Nothing listens at this address.", WAIT),
    Reason.CONNECTION_RESET: ("connection cut", "The server cut the connection.", WAIT),
    Reason.CONNECTION_FAILED: ("no connection", "No connection could be made.", WAIT),
    Reason.DNS_FAILURE: ("name not resolved", "The name servers gave no answer this time.", WAIT),
    Reason.PROXY_FAILURE: (
        "proxy trouble",
        "The proxy between us and the web failed; this says nothing about the page.",
        "Mend the proxy setting and run again.",
    ),
    Reason.ERROR_PAGE: (
        "error shown",
        "The server says all is well, but shows an error, maintenance or an empty server in place of the page.",
        WAIT,
    ),
    Reason.PRIVATE_ADDRESS: (
        "private address",
        "The name leads into a private network, where a checker must not go.",
        "Cite a public address. If this is your own network, allow it with --allow-net.",
    ),
    Reason.UNSAFE_REDIRECT: (
        "unsafe redirect",
        "The address redirects into a private network or to another scheme; it was not followed.",
        "Do not link to it before somebody has looked at it.",
    ),
    Reason.BAD_URL: ("not an address", "The address does not parse.", "Correct the address."),
    Reason.NO_HOST: ("no host", "The address names no host.", "Correct the address."),
    Reason.BAD_SCHEME: (
        "not a web address",
        "Only http and https addresses can be checked.",
        "Correct the address, or remove it from the sources.",
    ),
    Reason.IGNORED: ("ignored", "A rule in sources.yml says to leave it alone.", "Nothing."),
    Reason.PLACEHOLDER: ("placeholder", "An example address that is not meant to exist.", "Nothing."),
    Reason.LOCAL: ("local", "An address of a local machine or private network.", "Nothing."),
    Reason.NOT_A_PAGE: ("not a page", "Mail, telephone, script and data links cite nothing.", "Nothing."),
    Reason.CODE: (
        "in code",
        "Code blocks and inline code show addresses; they do not cite them.",
        "Nothing; make it a link outside the code to have it checked.",
    ),
    Reason.NAMESPACE: (
        "a name, not a page",
        "XML namespaces and document types look like addresses, but are only names.",
        "Nothing.",
    ),
    Reason.BUDGET: ("not reached", "The run ended before its turn came.", "Run again."),
    Reason.OFFLINE: ("not asked", "The run was made without network.", "Run again without --offline."),
    Reason.NOT_SELECTED: (
        "not selected",
        "Left out by --only, or cited already before the change that --since looks at.",
        "Nothing.",
    ),
    Reason.CONFIRMED_BY_HAND: (
        "confirmed by hand",
        "A person opened it and recorded the verdict, which still holds.",
        "Nothing until the confirmation expires.",
    ),
}

_BROKEN_STATUS = (
    "{status} to a plain GET",
    "The server answers a plain request for the page with the client error {status}.",
    OPEN_IT,
)
_SERVER_STATUS = (
    "server trouble ({status})",
    "The server answers with the error {status}, which is usually passing.",
    WAIT,
)

_OTHERS: dict[str, tuple[str, str, str]] = {
    "missing-fragment": (
        "missing fragment",
        "The page is there, but nothing on it has the name after the #.",
        "Correct the part after the #, or cite the page as a whole.",
    ),
    "duplicate-address": (
        "declared twice",
        "Two entries of sources.yml name the same address.",
        "Join them, or give one of them its own address.",
    ),
    "unreadable": (
        "could not be read",
        "A document, or a part of it, could not be read as its format promises; the rest was.",
        "Mend the place named, or save the file again.",
    ),
    "conflicting-date": (
        "dates differ",
        "A document and sources.yml give different dates for the same source.",
        "Find out which is right and correct the other.",
    ),
    "conflicting-title": (
        "titles differ",
        "A document and sources.yml give different titles for the same source.",
        "Find out which is right and correct the other.",
    ),
    "uncited-source": (
        "not cited",
        "sources.yml declares the source, but no document cites it.",
        "Remove the entry, or cite it.",
    ),
    "undeclared-source": (
        "not declared",
        "A document cites the address, but sources.yml does not know it.",
        "Declare it in sources.yml if it should be followed under a name.",
    ),
    "archived-error": (
        "archived copy shows nothing",
        "The archived copy that is cited shows an error, a login or nothing instead of the page, or is not there.",
        "Cite another capture, or the page itself if it is there.",
    ),
    "mistrusted-archive": (
        "archive not trusted",
        "archive.today keeps robots out and has altered captures; Wikipedia banned it in February 2026.",
        "Cite a copy in another archive; look at what it shows first.",
    ),
    "content-same": (
        "content the same",
        "The page shows what its archived copy of the time when the author looked shows.",
        "Nothing.",
    ),
    "content-changed": (
        "content changed",
        "The page is there, but no longer shows quite what its archived copy of the time when the author looked does.",
        "Compare the two, and see whether the page still supports your text.",
    ),
    "content-replaced": (
        "content replaced",
        "The address now shows something else than its archived copy of the time when the author looked.",
        "Cite the archived copy, or find where the content lives now.",
    ),
    "warning": ("note", "Something about the page that changes no verdict.", "Look at it when you can."),
    "fresh": ("fresh", "The figure is not yet due for an update.", "Nothing."),
    "due": (
        "due",
        "A newer figure should be out by now, and the time to take it over has begun.",
        "Look for the newer figure.",
    ),
    "stale": (
        "stale",
        "A newer figure should have been taken over by now.",
        "Update the figure, or record that you checked it (checked: in sources.yml).",
    ),
    "unknown": (
        "age unknown",
        "No date is known for the figure.",
        "Give it an as_of in sources.yml, or role: one_off if it does not age.",
    ),
    "found": ("archived", "An archived copy near the wanted day was found.", "Compare it with the text."),
    "not_archived": ("not archived", "The Archive says it holds no copy.", "Nothing."),
    "excluded": ("excluded", "The Archive does not show copies of this page.", "Nothing."),
    "lookup_failed": ("look-up failed", "The Archive could not be asked; it may well have a copy.", WAIT),
    "not_looked_up": ("not looked up", "No archived copy was asked for.", "Nothing."),
}


def _all() -> dict[str, Code]:
    rows = {str(code): texts for code, texts in _VERDICTS.items()} | _OTHERS
    for reason in Reason:
        if reason.value not in rows:
            pattern = _SERVER_STATUS if reason.kind is VerdictKind.UNREACHABLE else _BROKEN_STATUS
            status = reason.value.removeprefix("http-")
            rows[reason.value] = tuple(text.format(status=status) for text in pattern)  # type: ignore[assignment]
    return _codes(rows)


CODES: Mapping[str, Code] = _all()


def explain(code: str) -> Code:
    """The texts of one code.

    Raises:
        UsageError: no such code; the message names the nearest ones.
    """
    known = CODES.get(code)
    if known is not None:
        return known
    near = difflib.get_close_matches(code, CODES, n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; 'checker explain' lists them all"
    raise UsageError(f"no code '{code}'{hint}")
