"""Reading PDF files beside the run: each in a process of its own, two at once, killed when it takes too long."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator, Sequence
from importlib.util import find_spec
from pathlib import Path

from msgspec.structs import replace

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
_MOST_WAITING = 16
"""Files held in memory until it is their turn."""
Result = tuple[Target, Exchange]
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

    async def reading(self, results: AsyncGenerator[Result]) -> AsyncGenerator[Result]:
        """The same results, PDF files with their text; the others do not wait for them.

        Closing it closes ``results``.
        """
        pending: set[asyncio.Task[Result]] = set()
        try:
            async for target, exchange in results:
                if not _is_wanted(exchange, target.figures):
                    yield target, exchange
                else:
                    if len(pending) >= _MOST_WAITING:
                        await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                    pending.add(asyncio.create_task(self._result(target, exchange)))
                for task in [task for task in pending if task.done()]:
                    pending.discard(task)
                    yield task.result()
            for done in asyncio.as_completed(pending):
                yield await done
        finally:
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
            await results.aclose()

    async def _result(self, target: Target, exchange: Exchange) -> Result:
        return target, await self.with_text(exchange, target.figures)

    async def with_text(self, exchange: Exchange, wanted: Sequence[Wanted]) -> Exchange:
        """The same exchange, with its text where it is a PDF and figures are wanted of it."""
        if not _is_wanted(exchange, wanted):
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


def _is_wanted(exchange: Exchange, wanted: Sequence[Wanted]) -> bool:
    """Whether an answer is a PDF with figures to be looked for; what is shown in its place is not."""
    if not wanted or not 200 <= (exchange.status or 0) < 300:
        return False
    return is_pdf(exchange.body, exchange.header("content-type"))


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
