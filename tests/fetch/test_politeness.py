"""Being a good guest, on simulated time."""

import asyncio

import pytest

from checker.demo.virtualtime import run
from checker.fetch.limits import Limits
from checker.fetch.politeness import Politeness


def starts(count: int, *, rate: float = 5, slowed: int = 0, per_host: int = 2) -> list[float]:
    """When each of some requests to one host may start; each takes no time."""

    async def work() -> list[float]:
        politeness = Politeness(Limits(rate=rate, per_host=per_host))
        for _ in range(slowed):
            politeness.slow_down("a.org")
        begun: list[float] = []

        async def one() -> None:
            async with politeness.turn("a.org"):
                begun.append(asyncio.get_running_loop().time())

        await asyncio.gather(*(one() for _ in range(count)))
        return begun

    return run(work())


@pytest.mark.parametrize(("slowed", "apart"), [(0, 0.2), (1, 0.4), (2, 0.8), (9, 1.6)])
def test_a_host_that_says_too_fast_is_asked_more_slowly(slowed: int, apart: float) -> None:
    """Half as often for each 429, an eighth at least."""
    begun = starts(5, slowed=slowed)

    assert begun == pytest.approx([begun[0] + number * apart for number in range(5)])


def test_it_is_forgiven_step_by_step() -> None:
    """Good answers bring the pace back."""
    politeness = Politeness(Limits())
    politeness.slow_down("a.org")
    slowness = []
    for _ in range(3):
        politeness.speed_up("a.org")
        slowness.append(politeness.host("a.org").slowness)

    assert slowness == pytest.approx([1.4, 1.0, 1.0])


def test_without_a_rate_nobody_waits() -> None:
    """``--rate 0``."""
    assert max(starts(5, rate=0)) == pytest.approx(min(starts(5, rate=0)))


def test_a_pause_is_for_one_host_only() -> None:
    """The others go on."""

    async def work() -> dict[str, float]:
        politeness = Politeness(Limits(rate=0))
        politeness.pause("a.org", 30)
        begun: dict[str, float] = {}

        async def one(host: str) -> None:
            async with politeness.turn(host):
                begun[host] = asyncio.get_running_loop().time()

        now = asyncio.get_running_loop().time()
        await asyncio.gather(one("a.org"), one("b.org"))
        return {host: at - now for host, at in begun.items()}

    waited = run(work())

    assert waited["a.org"] == pytest.approx(30)
    assert waited["b.org"] == pytest.approx(0)
