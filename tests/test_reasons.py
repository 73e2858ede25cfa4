"""The closed list of reasons, and the texts for every code."""

import pytest

from checker import codes
from checker.errors import UsageError
from checker.model import ArchiveState, FreshnessKind
from checker.observation import Failure
from checker.reasons import TRIVIAL_MOVES, Reason, VerdictKind, http_reason


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("http-200", "ok"), ("doi-registered", "ok"), ("moved-permanently", "moved"), ("https-upgrade", "moved"),
        ("http-404", "dead"), ("http-410", "dead"), ("dns-nxdomain", "dead"), ("soft-404", "dead"),
        ("redirected-to-home", "dead"), ("parked-domain", "dead"), ("hijacked-domain", "dead"),
        ("doi-unregistered", "dead"), ("bot-wall", "blocked"), ("http-403", "blocked"), ("rate-limited", "blocked"),
        ("login-required", "blocked"), ("payment-required", "blocked"), ("legal-451", "blocked"),
        ("consent-wall", "blocked"), ("tls-expired", "broken"), ("tls-wrong-host", "broken"),
        ("tls-untrusted", "broken"), ("redirect-loop", "broken"), ("too-many-redirects", "broken"),
        ("malformed-response", "broken"), ("bad-encoding", "broken"), ("http-400", "broken"),
        ("timeout", "unreachable"), ("connection-refused", "unreachable"), ("connection-reset", "unreachable"),
        ("dns-failure", "unreachable"), ("http-503", "unreachable"), ("private-address", "unsafe"),
        ("unsafe-redirect", "unsafe"), ("bad-url", "invalid"), ("no-host", "invalid"), ("bad-scheme", "invalid"),
        ("ignored", "skipped"), ("placeholder", "skipped"), ("local", "skipped"), ("budget", "skipped"),
        ("offline", "skipped"), ("confirmed-by-hand", "skipped"),
    ],
)  # fmt: skip
def test_the_reasons_of_the_design(reason: str, kind: str) -> None:
    """Every reason that the design names exists and belongs to its verdict."""
    assert Reason(reason).kind is VerdictKind(kind)


def test_every_verdict_has_reasons() -> None:
    """No verdict is empty, and no reason is without one."""
    assert {reason.kind for reason in Reason} == set(VerdictKind)
    assert all(reason.kind is VerdictKind.MOVED for reason in TRIVIAL_MOVES)


@pytest.mark.parametrize("status", [status for status in range(300, 600) if status not in (401, 402, 429, 451)])
def test_every_error_status_has_a_reason(status: int) -> None:
    """Any status has a reason; only 404 and 410 are death."""
    reason = http_reason(status)

    assert (reason.kind is VerdictKind.DEAD) == (status in (404, 410))


@pytest.mark.parametrize("status", [200, 401, 402, 429, 451, 600, 999, 0])
def test_statuses_with_other_names(status: int) -> None:
    """What is called otherwise is not called http-NNN."""
    with pytest.raises(ValueError, match="no reason"):
        http_reason(status)


@pytest.mark.parametrize("code", [*Reason, *FreshnessKind, *ArchiveState, "missing-fragment", "duplicate-address"])
def test_every_code_is_explained(code: str) -> None:
    """A code of the report always has words, a meaning and something to do."""
    known = codes.explain(str(code))

    assert known.label
    assert known.meaning.endswith(".")
    assert known.action.endswith(".")


def test_a_wrong_code_gets_a_hint() -> None:
    """A typing error is met with the nearest code."""
    with pytest.raises(UsageError, match="soft-404"):
        codes.explain("soft404")


@pytest.mark.parametrize("failure", list(Failure))
def test_every_failure_has_a_reason(failure: Failure) -> None:
    """Whatever can go wrong on the way has a verdict."""
    from builders import failed

    from checker.verdict import conclude

    assert conclude("https://site.org/a", failed(failure)).reason in set(Reason)
