"""What each source of a report needs. Pure.

Mended is what is certain: confirmed dead with a copy that was opened and found good, or moved for good. The
rest is left alone, and the reason told. Addresses in a report came from servers and from files strangers may
have edited: one that is not plainly an address of the web, or carries a secret, is never written anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from checker import archived_url, codes, urls
from checker.archived_url import Service
from checker.config import glob_match
from checker.errors import UsageError
from checker.fix.copies import is_copy_of
from checker.fix.remedy import LeftAlone, Remedy, RemedyKind
from checker.patterns import regex
from checker.reasons import TRIVIAL_MOVES, Reason, VerdictKind
from checker.report import Report, ReportSource

_USURPED = frozenset({Reason.PARKED_DOMAIN, Reason.HIJACKED_DOMAIN})
_UNSAFE = regex(r"[\x00-\x20\"<>\\^`{|}\x7f\u0080-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_LEFT = {
    "blocked": "blocked, so nothing is known; open it yourself",
    "unreachable": "unreachable, which may pass; check by hand",
    "broken": "broken at the server, whose owner may mend it",
    "unsafe": "unsafe to visit; look at it yourself",
    "invalid": "not a checkable address; correct it by hand",
}


class Choice(Struct, frozen=True):
    """What is asked for: sources by id, address or pattern; rule codes or verdicts; trivial moves too."""

    only: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    trivial: bool = False

    def takes(self, source: ReportSource) -> bool:
        """Whether a source is among those asked for."""
        named = any(wanted == source.id or glob_match(wanted, source.url) for wanted in self.only)
        accepted = source.reason in self.accept or source.verdict in self.accept
        return (named or not self.only) and (accepted or not self.accept)


def check_codes(accept: Sequence[str]) -> None:
    """See that every code is one that can be fixed.

    Raises:
        UsageError: it is none; the message names what there is.
    """
    fixable = [kind.value for kind in (VerdictKind.DEAD, VerdictKind.MOVED)]
    for code in accept:
        if code not in fixable:
            codes.explain(code)
            if code not in list(Reason) or Reason(code).kind.value not in fixable:
                raise UsageError(f"'{code}' is nothing that can be fixed; name dead, moved or one of their reasons")


def needs(report: Report, choice: Choice) -> Mapping[str, Remedy | LeftAlone]:
    """What the sources that were asked for need, by identity; those that need nothing are left out.

    Where two entries name one address and disagree, it is left alone.
    """
    found: dict[str, Remedy | LeftAlone] = {}
    for source in report.sources:
        need = of(source, choice) if choice.takes(source) else None
        if need is None or not source.identity:
            continue
        known = found.setdefault(source.identity, need)
        if isinstance(need, LeftAlone) and isinstance(known, Remedy):
            found[source.identity] = need
    return found


def of(source: ReportSource, choice: Choice) -> Remedy | LeftAlone | None:
    """What one source needs; None for nothing."""
    if source.reason in (Reason.CONFIRMED_BY_HAND, Reason.DEAD_BY_HAND):
        return LeftAlone("a person has confirmed it")
    if source.verdict == "dead":
        return _dead(source)
    if source.verdict == "moved":
        return _moved(source, trivial=choice.trivial)
    why = _LEFT.get(source.verdict)
    return LeftAlone(f"{why} ({source.reason})") if why else None


def _dead(source: ReportSource) -> Remedy | LeftAlone:
    if source.certainty != "confirmed":
        return LeftAlone(f"only suspected so far ({source.reason}); proof takes three runs over six days")
    if source.archive.state != "found" or not source.archive.url:
        return LeftAlone(f"gone ({source.reason}), and no good copy is known: {_no_copy(source)}")
    address = safe(source.archive.url)
    kept = archived_url.unwrap(source.archive.url)
    known = kept is not None and kept.service is not Service.ARCHIVE_TODAY and kept.original and kept.timestamp
    if address is None or kept is None or not known:
        return LeftAlone("gone, and the copy's address in the report is no archive's that we cite; check again")
    if not is_copy_of(address, source.url):
        return LeftAlone("gone, and the copy in the report is one of another page; check again")
    looked = source.archive.target if source.archive.target_kind == "accessed" else None
    return Remedy(
        RemedyKind.ARCHIVED,
        address,
        source.reason,
        day=kept.day,
        looked=day_of(looked),
        usurped=source.reason in _USURPED,
    )


def day_of(text: str | None) -> date | None:
    """A day of a report; None where there is none, or something else stands there."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _no_copy(source: ReportSource) -> str:
    known = codes.CODES.get(source.archive.state)
    words = known.label if known else source.archive.state
    return f"{words} ({source.archive.detail})" if source.archive.detail else words


def _moved(source: ReportSource, *, trivial: bool) -> Remedy | LeftAlone:
    if source.reason in TRIVIAL_MOVES and not trivial:
        return LeftAlone(f"a trivial move ({source.reason}); --trivial takes such ones too")
    if source.moved_to is None:
        return LeftAlone("moved, but to no address that is known to stand for it alone; look there by hand")
    address = safe(source.moved_to)
    if address is None:
        return LeftAlone("moved to an address that holds a secret or is none of the web; look at it yourself")
    return Remedy(RemedyKind.MOVED, address, source.reason)


def safe(address: str) -> str | None:
    """The address fit to be written into a document: what no address may hold raw is percent-encoded.

    None where it cannot be asked for, or where something in it is, or should be, masked.
    """
    if "***" in address or urls.redact(address) != address:
        return None
    encoded = _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), address)
    try:
        urls.split(encoded)
    except urls.UrlError:
        return None
    return encoded
