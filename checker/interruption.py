"""A run that can be cut short in an orderly way: by Ctrl-C or SIGTERM."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from checker.report import Report


def run_interruptibly(work: Callable[[], Coroutine[Any, Any, Report]]) -> Report:
    """Run to the end; SIGTERM ends it early in the same orderly way as Ctrl-C does."""
    results: list[Report] = []  # not the task's result: asyncio writes that out (repr) when it restores the signals

    async def guarded() -> None:
        task = asyncio.current_task()
        loop = asyncio.get_running_loop()
        if task is not None and hasattr(signal, "SIGTERM"):
            with suppress(NotImplementedError, RuntimeError):  # Windows, or not the main thread
                loop.add_signal_handler(signal.SIGTERM, task.cancel)
        results.append(await work())

    asyncio.run(guarded())
    return results[0]
