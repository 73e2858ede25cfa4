"""A status that only proxies give: the proxy's own trouble where there is one, else an answer like any other."""

from __future__ import annotations

import asyncio

import pytest
from servers import ALLOWED, answer, serving

from checker.fetch.client import Fetcher
from checker.fetch.limits import Limits
from checker.fetch.transport import guarded_transport
from checker.observation import Exchange, Failure, Target

QUICK = Limits(timeout=2.0, deadline=4.0, rate=0, attempts=1)


def ask(*, through_proxy: bool) -> Exchange:
    """What comes of asking a server that answers 407, or of asking another by way of it."""

    async def work() -> Exchange:
        async with serving(lambda request: answer(407)) as site:
            proxy = site.url("") if through_proxy else None
            transport = guarded_transport(QUICK, ALLOWED, proxy)
            found = await Fetcher(transport, QUICK).fetch(Target(site.url("/a")))
            await transport.aclose()
            return found

    return asyncio.run(work())


@pytest.mark.parametrize(
    ("through_proxy", "status", "failure"), [(True, None, Failure.PROXY), (False, 407, None)], ids=["proxy", "server"]
)
def test_who_said_it_is_told_apart(
    through_proxy: bool, status: int | None, failure: Failure | None
) -> None:  # a parameter of the table
    """Nobody's page is judged by what a proxy wants, and no proxy is blamed where there is none."""
    found = ask(through_proxy=through_proxy)

    assert (found.status, found.failure) == (status, failure)
