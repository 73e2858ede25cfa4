"""An event loop whose clock is simulated: waiting takes no time, and everything happens in the same order.

When nothing is ready the clock jumps to the next moment something is planned for. ``asyncio.sleep``,
``asyncio.timeout`` and ``loop.time()`` all follow it, so real code runs through weeks in milliseconds.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class _JumpingSelector(selectors.BaseSelector):
    """Never waits for a planned moment: it lets the clock jump there instead."""

    def __init__(self) -> None:
        self._real = selectors.DefaultSelector()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready now; else jump by ``timeout``. Without one, wait for something real."""
        ready = self._real.select(0 if timeout is not None else None)
        if not ready and timeout:
            self.now += timeout
        return ready

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:  # noqa: ANN401
        """See the base class."""
        return self._real.register(fileobj, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:  # noqa: ANN401
        """See the base class."""
        return self._real.unregister(fileobj)

    def close(self) -> None:
        """See the base class."""
        self._real.close()

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        """See the base class."""
        return self._real.get_map()


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on simulated time, which begins at zero."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        """Simulated seconds since the loop was made."""
        return self._jumping.now


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end on simulated time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)
