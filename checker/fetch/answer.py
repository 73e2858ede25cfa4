"""What one request brought: an answer with status, headers and body, or the failure in its place."""

from __future__ import annotations

from msgspec import Struct

from checker.fetch.body import Body
from checker.observation import Failure

NO_BODY = Body()


class Answer(Struct, frozen=True):
    """One try of one hop; exactly one of ``status`` and ``failure`` is set. Header names in lower case.

    ``completed_chain`` if the server left out a certificate that we had to fetch, as browsers do.
    """

    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: Body = NO_BODY
    failure: Failure | None = None
    detail: str = ""
    completed_chain: bool = False

    def header(self, name: str) -> str:
        """The first value of a header, empty where absent."""
        return next((value for key, value in self.headers if key == name), "")

    def all(self, name: str) -> list[str]:
        """Every value of a header."""
        return [value for key, value in self.headers if key == name]
