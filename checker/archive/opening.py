"""Opening a capture once, raw, and saying whether it can be offered."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from checker import urls
from checker.archive.choose import GOOD, Capture, same_page
from checker.archive.client import ArchiveClient, is_exclusion, passing, trouble
from checker.archive.fitness import Unfit, Wanted, led_away, unfit
from checker.archive.memento import moment, replayed, stamped
from checker.fetch.answer import Answer
from checker.model import ArchiveState
from checker.observation import Exchange, Target

DRIFT = timedelta(days=1)
_ABSENT = frozenset({404, 410})


class Refused(Exception):
    """The look-up ends here: excluded, or failed; the message says why.

    ``says_nothing`` where the Archive only asked for a pause: that is no outage.
    """

    def __init__(self, state: ArchiveState, why: str, *, says_nothing: bool = False) -> None:
        self.state = state
        self.says_nothing = says_nothing
        super().__init__(why)


class Opened(Struct, frozen=True):
    """A capture that was opened: where it really is, what it brought, and what is wrong with it.

    ``failed`` where the Archive itself could not show it; then nothing is known of the capture. ``told`` where
    it says itself, by ``Memento-Datetime``, that this is one.
    """

    capture: Capture
    exchange: Exchange | None = None
    unfit: Unfit | None = None
    failed: bool = False
    told: bool = True


async def open_capture(client: ArchiveClient, address: str, capture: Capture, wanted: Wanted) -> Opened:
    """Open one capture at ``address``.

    ``Memento-Datetime`` tells the archived site's answer from the Archive's own (RFC 7089).

    Raises:
        Refused: the page is excluded, or the Archive cannot be asked at all.
    """
    reached, answer = await client.capture(address)
    if is_exclusion(answer):
        raise Refused(ArchiveState.EXCLUDED, "the Archive does not show this page")
    if not answer.header("memento-datetime") and not _kept_elsewhere(capture, answer):
        return _not_shown(capture, answer)
    landed = replayed(reached) if not capture.address else None
    found = Capture(
        _stamp(capture, landed, answer),
        landed[1] if landed else capture.original,
        "200",
        capture.digest,
        capture.address,
    )
    exchange = _exchange(found.original, answer)
    told = bool(answer.header("memento-datetime"))
    return Opened(found, exchange, _problem(capture, found, answer) or unfit(exchange, wanted), told=told)


def _stamp(capture: Capture, landed: tuple[str, str] | None, answer: Answer) -> str:
    """When it was captured: as the address says where playback ended, else as the archive says, else as listed.

    Addresses may name a year or a month only, which then stands for the capture nearest to it.
    """
    if landed and landed[0][4:6] != "00":
        return landed[0]
    told = stamped(answer.header("memento-datetime"))
    return told if told and moment(capture.timestamp) is None else capture.timestamp


def _kept_elsewhere(capture: Capture, answer: Answer) -> bool:
    """Not all other archives speak Memento: a page they serve is believed to be the copy."""
    return bool(capture.address) and answer.status == 200


def _not_shown(capture: Capture, answer: Answer) -> Opened:
    if answer.status in _ABSENT:
        return Opened(capture, unfit=Unfit("the Archive shows no capture there"))
    if passing(answer):
        why = trouble(answer) or "the Archive does not answer"
        if answer.status == 429:
            raise Refused(ArchiveState.LOOKUP_FAILED, why, says_nothing=True)
        if answer.failure is not None or answer.status == 503:
            raise Refused(ArchiveState.LOOKUP_FAILED, why)
        return Opened(capture, unfit=Unfit(why), failed=True)
    return Opened(capture, unfit=Unfit(f"the Archive answers {answer.status} there"), failed=answer.status != 200)


def _problem(asked: Capture, found: Capture, answer: Answer) -> Unfit | None:
    if not same_page(found.original, asked.original):
        away = led_away(asked.original, found.original)
        return away or Unfit(f"the capture leads on to {urls.redact(found.original)}")
    wanted, got = moment(asked.timestamp), moment(found.timestamp)
    if wanted and got and abs(got - wanted) > DRIFT:
        return Unfit(f"it leads on to the capture of {found.timestamp}")
    if answer.failure is not None or answer.body.garbled:
        return Unfit("the captured body cannot be read")
    if str(answer.status) not in GOOD:
        return Unfit(f"the captured answer is a {answer.status}")
    return None


def _exchange(url: str, answer: Answer) -> Exchange:
    """The archived answer as if it had come from the site itself."""
    kind = answer.header("x-archive-orig-content-type") or answer.header("content-type")
    kept = tuple((name, value) for name, value in answer.headers if name.startswith("x-archive-orig-"))
    return Exchange(
        Target(url),
        url,
        status=answer.status,
        headers=(("content-type", kind), *kept),
        body=answer.body.data,
        complete=answer.body.complete,
    )
