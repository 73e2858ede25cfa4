"""How much is asked of the network and of one host, and when we give up. Seconds, bytes, counts."""

from __future__ import annotations

from msgspec import Struct

from checker.waiting import LONGEST


class Limits(Struct, frozen=True):
    """The bounds of one run; the defaults are those of the design, §7.

    Attributes:
        concurrency: requests under way at once, over all hosts.
        per_host: of these, to one host.
        rate: requests a second to one host; 0 lifts the pacing.
        timeout: seconds for one try, from the first byte sent to the last one read.
        deadline: seconds for one source, hops, retries and pauses included.
        max_redirects: hops followed before we call it too many (browsers stop at 20).
        max_body: bytes read of one body, after decoding.
        sample: bytes read where nothing has to be looked up on the page.
        attempts: tries of one hop where the server asks us to come back; other trouble that may be
            temporary is tried twice.
        retry_after_cap: seconds of ``Retry-After`` we wait for; longer is an answer by itself.
    """

    concurrency: int = 128
    per_host: int = 2
    rate: float = 5.0
    timeout: float = 20.0
    deadline: float = 45.0
    max_redirects: int = 10
    max_body: int = 2_000_000
    sample: int = 65_536
    attempts: int = 3
    retry_after_cap: float = LONGEST
