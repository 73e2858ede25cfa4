"""Sites that send many cited addresses to one place, as a small language for tests: what is cited, where it leads, what stands there."""

from __future__ import annotations

from builders import START, citation, source
from msgspec import Struct

from checker.evidence import observe
from checker.judgement import Circumstances, Judged, judge
from checker.memory import Memory
from checker.model import Source
from checker.observation import Exchange, Hop, Observation, Target
from checker.schedule import targets

HOST = "https://www.institute.org"
MENU = "<nav><ul><li>Home<li>About us<li>Publications<li>News<li>Log in<li>Subscribe</ul></nav>"
FOOT = "<footer>© 2026 Institute. Privacy. Terms of use. Cookies.</footer>"
PROSE = "<p>The commission met four times that year and heard twenty witnesses from both sides of the river.</p>"
STUDIES = ("Water tariffs in the southern steppe", "A survey of shallow lakes", "Floods and their insurers")
YEARLY = ("Ministry report 2014", "Ministry report 2015", "Ministry report 2016")


def html(title: str, text: str = "", heading: str | None = None) -> str:
    """A page with what stands around everything on a site."""
    first = title.partition(" | ")[0] if heading is None else heading
    return f"<html><title>{title}</title>{MENU}<h1>{first}</h1>{text}{FOOT}</html>"


class Site(Struct, frozen=True):
    """``cited`` maps addresses to titles, all of which are redirected ``to`` with ``status`` and get ``shown``."""

    cited: dict[str, str | None]
    to: str
    shown: str | bytes
    status: int = 301
    kind: str = "text/html; charset=utf-8"
    complete: bool = True

    @property
    def sources(self) -> list[Source]:
        """What is cited."""
        return [
            source(f"s{number}", url, citations=(citation(url, title=title),))
            for number, (url, title) in enumerate((_absolute(one), title) for one, title in self.cited.items())
        ]

    @property
    def seen(self) -> dict[str, Observation]:
        """What asking for all of it brings."""
        return {target.url: self._observed(target) for target in targets(self.sources)}

    def _observed(self, target: Target) -> Observation:
        body = self.shown.encode() if isinstance(self.shown, str) else self.shown
        final = _absolute(self.to)
        hops = (Hop(target.url, self.status, self.to), Hop(final, 200))
        headers = (("content-type", self.kind),)
        return observe(Exchange(target, final, hops, 200, headers, body, complete=self.complete), START)[""]

    def judged(self) -> list[Judged]:
        """What is concluded of each."""
        return judge(self.sources, self.seen, Memory(), Circumstances(START, full=True, conclusive=True))

    def reasons(self) -> set[str]:
        """The reasons of all of them."""
        return {one.verdict.reason.value for one in self.judged()}


def _absolute(url: str) -> str:
    return url if "://" in url else HOST + url


def cited(*paths: str, titles: tuple[str | None, ...] = STUDIES) -> dict[str, str | None]:
    """Addresses with the titles they are cited by."""
    return dict(zip(paths, titles, strict=True))
