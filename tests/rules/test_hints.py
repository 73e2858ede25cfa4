"""What is looked for first, so that most pages are told quickly, stands in all that is looked for then."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.rules import botwall, offers, parked


@given(st.from_regex(re.compile(offers.NAMED.pattern), fullmatch=True))
def test_offers_of_a_named_domain(said: str) -> None:
    """No offer is missed for want of a hint."""
    assert any(one in said for one in offers.OF_OFFERS)


@given(st.from_regex(re.compile(botwall.SENTENCES.pattern, re.MULTILINE), fullmatch=True))
def test_sentences_of_walls(said: str) -> None:
    """No sentence of a wall is missed for want of a hint."""
    assert any(one in said for one in botwall.HINTS)


def test_scripts_of_parking_services() -> None:
    """No marker is missed for want of a hint; the servers of scripts are markers as well as hosts are."""
    assert "bodiscdn" in parked.MARKERS
    assert [one for one in parked.MARKERS if not any(hint in one for hint in parked.OF_MARKERS)] == []
