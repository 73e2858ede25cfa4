"""Content drift: what is still there of what the author saw."""
# ruff: noqa: S311  # texts in no particular order

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.drift import KEPT, Drift, Sketch, compare, share, sketch
from checker.observation import Exchange, Target

URL = "https://site.org/a"
WORDS = [
    f"{start}{end}" for start in "bridge market railway treaty summit border".split() for end in "abcdefghijklmnop"
]


def prose(count: int, seed: int = 1) -> str:
    """Words in some order."""
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(count))


def other_prose(count: int) -> str:
    """Words of another language."""
    return " ".join(f"wort{random.Random(number).randrange(300)}" for number in range(count))


def made(text: str, title: str = "Trade policy", *, kind: str = "text/html", complete: bool = True) -> Sketch:
    """The sketch of a page with this text."""
    body = f"<!doctype html><title>{title}</title><p>{text}".encode()
    found = sketch(Exchange(Target(URL), URL, (), 200, (("content-type", kind),), body, complete))
    assert found is not None
    return found


TEXT = prose(1200)


@pytest.mark.parametrize(
    ("page", "copy", "drift"),
    [
        (made(TEXT), made(TEXT), Drift.SAME),
        (made(TEXT + " Updated today"), made(TEXT), Drift.SAME),
        (made("Menu Home News " + TEXT + " Related " + prose(400, 7)), made("Home " + TEXT), Drift.SAME),
        (made(TEXT.upper(), "TRADE POLICY"), made(TEXT), Drift.SAME),
        (made(TEXT, kind="text/plain"), made(TEXT), Drift.SAME),
        (made(TEXT.replace("bridgea", "bridgez")), made(TEXT), Drift.SAME),
        (made(prose(600) + " " + prose(600, 3)), made(TEXT), Drift.CHANGED),
        (made(" ".join(TEXT.split()[:120])), made(TEXT), Drift.CHANGED),
        (made(prose(1200, 5)), made(TEXT), Drift.CHANGED),
        (made(other_prose(900), "Trade policy news"), made(TEXT), Drift.CHANGED),
        (made(other_prose(900), "Lucky slots"), made(TEXT), Drift.REPLACED),
        (made(other_prose(900), ""), made(TEXT), Drift.REPLACED),
        (made("贸易政策" * 50, "贸易"), made("贸易政策" * 50, "贸易"), Drift.SAME),
    ],
)
def test_what_became_of_it(page: Sketch, copy: Sketch, drift: Drift) -> None:
    """What was there is what counts; more around it is no change; another language is another page."""
    found = compare(page, copy)

    assert found is not None
    assert found[0] is drift, found


def test_too_little_text_says_nothing() -> None:
    """A few words cannot be compared."""
    assert compare(made("a few words"), made(TEXT)) is None
    assert compare(made(TEXT), made("a few words")) is None


def test_files_are_the_same_or_not() -> None:
    """What is no text is compared byte by byte, and with text not at all."""
    one, other = made("one", kind="application/pdf"), made("other", kind="application/pdf")

    assert compare(one, one) == (Drift.SAME, "the same to the last byte")
    assert compare(one, other) == (Drift.CHANGED, "the file is not the same")
    assert compare(made(TEXT), other) is None


def test_half_a_page_is_not_compared() -> None:
    """What was not read to its end has no sketch."""
    assert sketch(Exchange(Target(URL), URL, (), 200, (), b"<p>half", complete=False)) is None
    assert sketch(Exchange(Target(URL), URL)) is None


@given(st.sets(st.integers(0, 2**32), max_size=3000), st.floats(0, 1))
def test_a_sketch_tells_the_share(whole: set[int], part: float) -> None:
    """Exactly where all is kept, nearly where only the smallest are."""
    ordered = list(whole)
    random.Random(1).shuffle(ordered)
    cut = ordered[: round(len(ordered) * part)]
    told = share(tuple(sorted(whole)[:KEPT]), tuple(sorted(cut)[:KEPT]))
    true = len(cut) / len(whole) if whole else 1

    assert abs(told - true) < (1e-9 if len(whole) < KEPT else 0.12)
