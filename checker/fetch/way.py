"""The way to one target: what was asked and what came of it so far, and what comes next. Pure.

A way is asked one try at a time. Between two tries it holds nothing: no turn of a host, no place in the world.
"""

from __future__ import annotations

from msgspec import Struct, field

from checker import urls
from checker.fetch.address import Origin, taken_apart
from checker.fetch.answer import Answer
from checker.fetch.cookies import Cookies
from checker.fetch.limits import Limits
from checker.fetch.redirects import REDIRECTS, Next, next_hop, settles_doi
from checker.fetch.retry import MISDIRECTED, Again
from checker.observation import Exchange, Failure, Hop, Target, Try
from checker.rules import botwall, challenge

HOPELESS = "the host answered none of several requests; not asked again"
AT_ONCE = 0.0
_INSTANT = 0.001
_MOST_VISITS = 2
"""How often a page may send back to itself for the cookies that it has set meanwhile, before that is a loop."""
_NOTHING = Answer()


class Way(Struct):
    """How far the way to a target has come.

    Attributes:
        url: what is asked next or was asked last, with its ``origin`` and ``path``.
        requests: sent so far.
        attempt: the number of the next try of this hop.
        spent: seconds asking and between tries took; waiting for a turn is not the source's fault.
        last: what the way ends with, should it end now.
    """

    target: Target
    url: str
    origin: Origin
    path: bytes
    requests: int = 0
    attempt: int = 1
    spent: float = 0.0
    last: Answer = _NOTHING
    cookies: Cookies | None = None
    _hops: list[Hop] = field(default_factory=list)
    _tries: list[Try] = field(default_factory=list)
    _seen: set[tuple[str, str]] | None = None

    @classmethod
    def to(cls, target: Target) -> Way:
        """The way to a target, before the first try."""
        return cls(target, target.url, *taken_apart(target.url))

    @property
    def redirected(self) -> bool:
        """Whether it has left the address of its target."""
        return bool(self._hops)

    @property
    def is_trusted(self) -> bool:
        """Whether headers of the user's own for the present host may go there, which may hold secrets.

        A redirect never takes them from TLS to plain HTTP, nor to another port of the host.
        """
        if not self._hops or self.origin == taken_apart(self.target.url)[0]:
            return True
        return self.origin.scheme == "https" and self.origin.port == urls.DEFAULT_PORTS["https"]

    @property
    def fruitless(self) -> bool:
        """Whether the last try of this hop brought no answer at all, or that its connection was the wrong one."""
        return self.attempt > 1 and self.last.status in (None, MISDIRECTED)

    def cookie(self) -> str:
        """What goes back as a cookie to the present address."""
        return self.cookies.header(self.url) if self.cookies else ""

    def left(self, limits: Limits) -> float:
        """The seconds that the next try may take."""
        return min(limits.timeout, limits.deadline - self.spent)

    def unasked(self) -> None:
        """Its host is not asked any more: what a try has brought stands, else that is what there is to say."""
        if self.attempt == 1:
            self.last = Answer(failure=Failure.TIMEOUT, detail=HOPELESS)

    def onward(self, answer: Answer, again: Again, limits: Limits) -> float | None:
        """Take in what a try has brought.

        Returns:
            Seconds to wait before the next try, of this hop or of the one it leads to; None where the way ends.
        """
        self._tries.append(Try(self.url, _outcome(answer)))
        if answer.failure is Failure.TIMEOUT and self._over(limits):
            self._out_of_time(limits)
            return None
        wait = again.wait(answer, self.attempt)
        if wait is not None and not self._is_wall(answer) and self.spent + wait < limits.deadline:
            self.last, self.attempt, self.spent = answer, self.attempt + 1, self.spent + wait
            return wait
        self.last = answer
        if answer.status is not None:
            return self._follow(answer, answer.status, limits)
        if answer.failure is Failure.PRIVATE_ADDRESS and self._hops:
            detail = f"redirects to {urls.redact(self.url)}: {answer.detail}"
            self.last = Answer(failure=Failure.UNSAFE_REDIRECT, detail=detail)
        return None

    def _is_wall(self, answer: Answer) -> bool:
        """Whether this is a wall, which stands there the next time as well."""
        if answer.status is None or answer.status < 400:
            return False
        led_there = self.redirected and botwall.is_wall(self.url)
        return led_there or challenge.is_sure(answer.status, dict(answer.headers), answer.body.data)

    def _over(self, limits: Limits) -> bool:
        return limits.deadline - self.spent < _INSTANT

    def _out_of_time(self, limits: Limits) -> None:
        """The deadline has passed: what an earlier try of this hop brought stands; without any there was no answer."""
        if self.attempt == 1:
            self._end(Failure.TIMEOUT, f"no result within {limits.deadline:g} s")
        elif self.last.status is not None:
            self._hops.append(Hop(self.url, self.last.status, None))

    def _follow(self, answer: Answer, status: int, limits: Limits) -> float | None:
        location = answer.header("location") if status in REDIRECTS else ""
        self._hops.append(Hop(self.url, status, location or None))
        if not location:
            return None
        self._seen = self._seen or set()
        self._seen.add((self.url, self.cookie()))
        given = answer.all("set-cookie")
        if given:
            self.cookies = self.cookies or Cookies()
            self.cookies.keep(self.url, given)
        step = next_hop(self.url, location)
        if step.failure is None and settles_doi(self.url, step.url):
            return None
        return AT_ONCE if self._may_go(step, limits) else None

    def _may_go(self, step: Next, limits: Limits) -> bool:
        """Take the step that a redirect asks for, or end the way."""
        if step.failure is not None:
            self._end(step.failure, step.detail)
            return False
        if len(self._hops) > limits.max_redirects:
            self._end(Failure.TOO_MANY_REDIRECTS, f"more than {limits.max_redirects} redirects")
            return False
        self.url, self.attempt = step.url, 1
        self.origin, self.path = taken_apart(self.url)
        if self._comes_back():
            self._end(Failure.REDIRECT_LOOP, f"comes back to {urls.redact(self.url)}")
            return False
        if self._over(limits):
            self._out_of_time(limits)
            return False
        return True

    def _comes_back(self) -> bool:
        """Whether the present address has been asked with the same cookies, or twice with whatever cookies."""
        seen = self._seen or set()
        times = sum(url == self.url for url, _ in seen)
        return (self.url, self.cookie()) in seen or times > _MOST_VISITS

    def _end(self, failure: Failure, detail: str) -> None:
        """The way ends here without a last answer."""
        self.last = Answer(failure=failure, detail=detail)

    def exchange(self) -> Exchange:
        """All that the way has brought, once it has ended."""
        last = self.last
        return Exchange(
            target=self.target,
            final_url=self.url,
            hops=tuple(self._hops),
            status=last.status,
            headers=last.headers,
            body=last.body.data,
            complete=last.body.complete,
            failure=Failure.BAD_ENCODING if last.body.garbled else last.failure,
            detail=_misread(last) if last.body.garbled else last.detail,
            requests=self.requests,
            elapsed_ms=round(1000 * self.spent),
            completed_chain=last.completed_chain,
            tries=tuple(self._tries),
        )


def _misread(answer: Answer) -> str:
    said = answer.header("content-encoding")[:20]
    return f"the server says that the body is encoded as {said}, which it is not"


def _outcome(answer: Answer) -> str:
    """What one request brought, in a few words."""
    if answer.failure is not None:
        return f"{answer.failure.value}: {answer.detail}"
    return f"{answer.status}, {len(answer.body.data)} bytes read"
