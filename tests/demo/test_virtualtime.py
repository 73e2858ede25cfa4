"""The simulated clock: nothing waits, everything keeps its order."""

import asyncio
import time

import pytest

from checker.demo.virtualtime import run


def test_waiting_takes_no_time() -> None:
    """An hour passes in no time at all."""
    started = time.perf_counter()

    async def work() -> float:
        await asyncio.sleep(3600)
        return asyncio.get_running_loop().time()

    assert run(work()) == pytest.approx(3600)
    assert time.perf_counter() - started < 60


def test_things_happen_in_their_order() -> None:
    """Who waits longer comes later."""

    async def work() -> list[int]:
        order: list[int] = []

        async def one(number: int) -> None:
            await asyncio.sleep(number)
            order.append(number)

        await asyncio.gather(*(one(number) for number in (3, 1, 2)))
        return order

    assert run(work()) == [1, 2, 3]


def test_time_outs_fire() -> None:
    """asyncio.timeout follows the simulated clock."""

    async def work() -> float:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(20):
                await asyncio.sleep(3600)
        return asyncio.get_running_loop().time()

    assert run(work()) == pytest.approx(20)


def test_threads_still_come_home() -> None:
    """Real work in a thread is waited for."""

    async def work() -> int:
        return await asyncio.to_thread(lambda: 7)

    assert run(work()) == 7
