"""The walk that readers of markup share: text is copied, each token has its handler. Pure and linear."""

from __future__ import annotations

import re
from typing import ClassVar

from checker.readers.closing import Closing
from checker.readers.flat import Flat, Writer
from checker.readers.schemes import is_page, scheme_of
from checker.reasons import Reason


class Scanner:
    """Walks through a file and writes down what reads.

    A subclass names its tokens in ``token``: each outermost group ``x`` is handled by ``on_x(match, end)``,
    which returns where to go on, or None for the end of the token. Notes that stand in the middle of a
    sentence are deferred and written behind the text.
    """

    token: ClassVar[re.Pattern[str]]
    numbered: ClassVar[bool] = True
    flows: ClassVar[bool] = False

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.writer = Writer(raw)
        self.closing = Closing(raw)
        self.deferred: list[tuple[str, int, int]] = []
        self.depth = 0

    def flat(self) -> Flat:
        """The whole file."""
        self.walk(0, len(self.raw))
        self.finish()
        for key, start, end in self.deferred:  # grows while notes hold notes
            self.writer.put("\n\n", start)
            at = self.writer.length
            self.walk(start, end)
            self.writer.note(key, at)
        return self.writer.done(numbered=self.numbered, flows=self.flows)

    def finish(self) -> None:
        """Close what is open at the end of the file."""

    def walk(self, start: int, end: int) -> None:
        """Write down a span of the file."""
        position = start
        self.depth += 1
        while position < end:
            match = self.token.search(self.raw, position, end)
            if match is None:
                break
            self.writer.copy(position, match.start())
            after = getattr(self, f"on_{match.lastgroup}")(match, end)
            position = min(end, max(match.end(), after or 0))
        self.writer.copy(position, end)
        self.depth -= 1

    def drop(self, match: re.Match[str], end: int) -> None:
        """Leave a token out."""

    def code(self, match: re.Match[str], end: int) -> None:
        """Leave code out, noting the addresses in it."""
        self.writer.code(match.start(), match.end())

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A span without the white space at its ends."""
        words = self.raw[start:end]
        first = start + len(words) - len(words.lstrip())
        return first, max(first, end - (len(words) - len(words.rstrip())))

    def page(self, url: str, at: int, first: int, last: int) -> None:
        """Note the address of a link whose words were written from ``at`` on."""
        if url.startswith("//"):
            url = f"https:{url}"
        if is_page(url):
            self.writer.link(url, at, first, last)
        elif scheme_of(url):
            self.writer.link(url, at, first, last, reason=Reason.NOT_A_PAGE)
