"""The one retry policy: what may be temporary, how often, how long to wait. Bounded by the deadline too."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from tenacity import RetryCallState, Retrying
from tenacity.stop import stop_base
from tenacity.wait import wait_base

from checker import waiting
from checker.fetch.answer import Answer
from checker.fetch.limits import Limits
from checker.observation import Failure

MISDIRECTED = 421
"""The connection was the wrong one; another may be right (RFC 9110 §15.5.20)."""
TEMPORARY_STATUSES = frozenset({408, MISDIRECTED, 425, 429, 500, 502, 503, 504, 507, 509, *range(520, 531)})
"""520 to 530: what Cloudflare says of trouble with the server behind it."""
TEMPORARY_FAILURES = frozenset(
    {
        Failure.TIMEOUT,
        Failure.CONNECTION_REFUSED,
        Failure.CONNECTION_RESET,
        Failure.CONNECTION_FAILED,
        Failure.DNS_FAILURE,
        Failure.PROXY,
    }
)
COSTLY_ATTEMPTS = 2
FIRST_WAIT, LONGEST_WAIT = 1.0, 8.0


def is_temporary(answer: Answer, limits: Limits) -> bool:
    """Whether asking again soon may help. A server that asks for a longer pause than ours is left alone."""
    if answer.failure is not None:
        return answer.failure in TEMPORARY_FAILURES
    if answer.body.cut and answer.status is not None and 200 <= answer.status < 300:
        return True
    if answer.status not in TEMPORARY_STATUSES:
        return False
    asked = retry_after(answer)
    return asked is None or asked <= limits.retry_after_cap


def retry_after(answer: Answer) -> float | None:
    """The seconds of ``Retry-After`` (RFC 9110 §10.2.3), counted from the server's own ``Date``.

    None where there is none or it means nothing; never negative.
    """
    now = waiting.http_date(answer.header("date")) or datetime.now(UTC)
    return waiting.seconds(answer.header("retry-after"), now)


class Again:
    """The policy: whether an answer stands, or how long to wait before the next try.

    Args:
        limits: of the run.
        random: of the jitter.
    """

    def __init__(self, limits: Limits, random: Random) -> None:
        self._limits = limits
        self._policy = Retrying(stop=_Enough(limits.attempts), wait=_Backoff(random))

    def wait(self, answer: Answer, attempt: int) -> float | None:
        """Seconds to wait after this answer to the given attempt (1, 2, …), None if it stands.

        Who waits holds no turn; where the server names a time the host's pause does the waiting.
        """
        if not is_temporary(answer, self._limits):
            return None
        state = RetryCallState(self._policy, None, (), {})
        state.attempt_number = attempt
        state.set_result(answer)
        return None if self._policy.stop(state) else self._policy.wait(state)


class _Enough(stop_base):
    """So many tries where the server says that asking again is welcome; all else is tried once more, and no more."""

    def __init__(self, attempts: int) -> None:
        self._attempts = attempts

    def __call__(self, state: RetryCallState) -> bool:
        answer: Answer = state.outcome.result()  # type: ignore[union-attr]  # set once an attempt ended
        most = self._attempts if answer.status in waiting.ASKING else COSTLY_ATTEMPTS
        return state.attempt_number >= min(most, self._attempts)


class _Backoff(wait_base):
    """Doubling with jitter; none where the server names a time, or where it takes but another connection."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def __call__(self, state: RetryCallState) -> float:
        answer: Answer = state.outcome.result()  # type: ignore[union-attr]
        if answer.status == MISDIRECTED or retry_after(answer) is not None:
            return 0.0
        longest = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (state.attempt_number - 1))
        return float(longest * self._random.uniform(0.5, 1.0))
