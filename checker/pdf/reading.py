"""Reading PDF files beside the run: each in a process of its own, two at once, killed when it takes too long."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.transport import Transport
from checker.figures.on_page import Wanted
from checker.observation import Exchange, Target
from checker.pdf import worker
from checker.pdf.text import BROKEN, ENCRYPTED, MISSING, NOT_WHOLE, TOO_LONG, PdfText, is_pdf, pdf_text

AT_ONCE = 2
SECONDS = 10.0
"""For one file, its process included."""
IN_ALL = 300.0
"""Seconds that a run spends on files that lead to nothing; what comes after stays unread."""
WORKER = Path(worker.__file__)
_MOST_TOLD = 16_000_000
_TROUBLE = {"missing": MISSING, "encrypted": ENCRYPTED}
_KEPT = ("SYSTEMROOT", "TEMP", "TMP")
"""What a process needs of the environment on Windows; secrets are none of it."""


class PdfReader:
    """Turns the PDF files of a run into text. Never raises for what is in them.

    Args:
        seconds: for one file; it is killed then.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._doors = asyncio.Semaphore(AT_ONCE)
        self._left = IN_ALL

    async def with_text(self, exchange: Exchange, wanted: Sequence[Wanted]) -> Exchange:
        """The same exchange, with its text where it is a PDF and figures are wanted of it."""
        status = exchange.status or 0
        if not wanted or not 200 <= status < 300 or not is_pdf(exchange.body):
            return exchange
        if not exchange.complete:
            return replace(exchange, pdf=PdfText(trouble=NOT_WHOLE))
        return replace(exchange, pdf=await self.read(exchange.body))

    async def read(self, body: bytes) -> PdfText:
        """What a PDF says."""
        if find_spec("pypdf") is None or not sys.executable:
            return PdfText(trouble=MISSING)
        async with self._doors:
            if self._left <= 0:
                return PdfText(trouble=TOO_LONG)
            loop = asyncio.get_running_loop()
            begun = loop.time()
            try:
                async with asyncio.timeout(self._seconds):
                    read = await asyncio.to_thread(_understood, await _told(body))
            except TimeoutError:
                read = PdfText(trouble=TOO_LONG)
            except (OSError, NotImplementedError):
                read = PdfText(trouble=BROKEN)
            if read.trouble:
                self._left -= loop.time() - begun
            return read


async def _told(body: bytes) -> bytes:
    """What the process says of a file; nothing if it says too much."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        str(WORKER),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment,
    )
    try:
        told, _ = await asyncio.gather(_output(process), _input(process, body))
        await process.wait()
        return told
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _input(process: asyncio.subprocess.Process, body: bytes) -> None:
    if process.stdin is None:
        return
    try:
        process.stdin.write(body)
        await process.stdin.drain()
        process.stdin.close()
    except ConnectionError:
        return  # it ended before it had read everything: what it said tells


async def _output(process: asyncio.subprocess.Process) -> bytes:
    told = bytearray()
    while process.stdout is not None and (part := await process.stdout.read(1 << 16)):
        told += part
        if len(told) > _MOST_TOLD:
            process.kill()
            return b""
    return bytes(told)


def _understood(told: bytes) -> PdfText:
    """What the process wrote; a process that died wrote nothing of use."""
    try:
        facts = json.loads(told)
    except ValueError:
        return PdfText(trouble=BROKEN)
    if not isinstance(facts, dict) or "pages" not in facts:
        trouble = facts.get("trouble") if isinstance(facts, dict) else None
        return PdfText(trouble=_TROUBLE.get(str(trouble), BROKEN))
    return pdf_text(facts["pages"], unread=facts["unread"], title=facts["title"], language=facts["language"])


class ReadingFetcher(Fetcher):
    """Asks, and reads the PDF files of which figures are wanted while others are asked."""

    def __init__(
        self, transport: Transport, limits: Limits, headers: Mapping[str, dict[str, str]], pdf: PdfReader
    ) -> None:
        super().__init__(transport, limits, headers=dict(headers))
        self._pdf = pdf

    async def fetch(self, target: Target) -> Exchange:
        """See the base class."""
        return await self._pdf.with_text(await super().fetch(target), target.figures)
