"""What looking for figures on a page costs, measured against parsing its HTML.

``python tests/bench/on_page.py`` reads a page of 100 KB many times and prints milliseconds for reading its HTML
(:func:`checker.page.read_page`) and for looking for three figures on it, and their ratio, which is to stay
below 1. Nothing here is a test: machines are noisy.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from checker.figures.on_page import Wanted, on_page, step_of
from checker.figures.quantities import parse_quantity
from checker.page import read_page

SIZE = 100_000
ROUNDS = 30
FIGURES = ("11.07 billion USD", "40 bcm", "0.5 share")


def page(kind: str) -> bytes:
    """A page of prose, or of tables full of numbers; about 100 KB of HTML."""
    rng = random.Random(7)  # noqa: S311  # a page, not a secret
    parts = ["<html lang=en><title>A page</title><body>"]
    while sum(map(len, parts[-2000:])) < SIZE and len("".join(parts)) < SIZE:
        if kind == "prose":
            words = " ".join(
                rng.choice(("trade", "grew", "region", "the", "of", "exports", "in", "2017")) for _ in range(60)
            )
            parts.append(
                f"<p class=text>{words} $<b>{rng.randint(1, 999)}.{rng.randint(0, 99):02d}</b> million, <a href='/x'>{words}</a>.</p>"
            )
        else:
            cells = "".join(f"<td class=n>{rng.randint(1, 99_999):,}</td>" for _ in range(12))
            parts.append(f"<tr><th>Row</th>{cells}</tr>")
    return "".join(parts).encode()


def milliseconds(work: Callable[[], object]) -> float:
    """The fastest of many rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def measured(kind: str, wanted: list[Wanted]) -> str:
    """One line for one kind of page."""
    body = page(kind)
    read = read_page(body, "text/html", "https://a.org/")
    parsing = milliseconds(lambda: read_page(body, "text/html", "https://a.org/"))
    looking = milliseconds(lambda: on_page(wanted, read.text, language=read.language, whole=True, words=read.words))
    size = len(body) // 1000
    return f"{kind}: {size} KB, parsing {parsing:.1f} ms, looking {looking:.1f} ms, ratio {looking / parsing:.2f}"


def main() -> None:
    """Measure and print."""
    wanted = [Wanted(parse_quantity(text), step_of(parse_quantity(text), text)) for text in FIGURES]
    for kind in ("prose", "table"):
        print(measured(kind, wanted))


if __name__ == "__main__":
    main()
