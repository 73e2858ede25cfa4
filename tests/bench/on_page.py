"""What looking for figures on a page costs, measured against parsing its HTML.

``python tests/bench/on_page.py`` reads pages of 100 KB many times and prints milliseconds of CPU for reading
their HTML (:func:`checker.page.read_page`) and for looking for three figures on them, the two in turns, and
their ratio, which is to stay below 1, on a page made as sites make them with thirty figures too; then what
thirty cost on pages that are all text or all numbers, and pages made to cost as much as they can. Nothing here
is a test: machines are noisy.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from checker.figures.on_page import Wanted, on_page, step_of
from checker.figures.quantities import parse_quantity
from checker.page import PageText, read_page

SIZE = 100_000
ROUNDS = 40
FIGURES = ("11.07 billion USD", "40 bcm", "0.5 share")
WORDS = {
    "article": ("en", "million", "trade grew region the of exports in 2017".split()),
    "prose": ("en", "million", "trade grew region the of exports in 2017".split()),
    "table": ("en", "", []),
    "russian": ("ru", "млрд руб.", "торговля выросла в регионе экспорт и за 2017\u00a0год, составил".split()),
    "chinese": ("zh", "亿元", "贸易 增长 地区 出口 2017年， 达到 了 一百 十 个 国家".split()),
}
HOSTILE = {
    "digits": "1" * 1_000_000,
    "ones": "1 " * 500_000,
    "groups": "111 " * 250_000,
    "cells of dollars": "$\n" + "11\n" * 333_000,
    "near": "$1.14 " * 166_000,
    "words": "half an hour, forty " * 50_000,
    "numerals": "一千万" * 333_000,
}


def page(kind: str) -> bytes:
    """A page of prose, or of tables full of numbers; about 100 KB of HTML.

    They have next to no markup; only the article has what goes with most: three quarters of it are menus and scripts.
    """
    rng = random.Random(7)  # noqa: S311  # a page, not a secret
    language, unit, vocabulary = WORDS[kind]
    gap = "" if kind == "chinese" else " "
    parts = [f"<html lang={language}><title>A page</title><body>"]
    if kind == "article":
        parts += ["<script>", "var settings = {trade: 'region', year: 2017};" * 800, "</script>"]
        parts += [
            f'<li class="menu item-{entry}"><a href="/region/{entry}">The region</a></li>' for entry in range(600)
        ]
    size = sum(map(len, parts))
    while size < SIZE:
        if vocabulary:
            words = gap.join(rng.choice(vocabulary) for _ in range(60))
            number = f"{rng.randint(1, 999)}.{rng.randint(0, 99):02d}"
            parts.append(f"<p class=text>{words} $<b>{number}</b> {unit}, <a href='/x'>{words}</a>.</p>")
        else:
            cells = "".join(f"<td class=n>{rng.randint(1, 99_999):,}</td>" for _ in range(12))
            parts.append(f"<tr><th>Row</th>{cells}</tr>")
        size += len(parts[-1].encode())
    return "".join(parts).encode()


def many() -> list[Wanted]:
    """Thirty figures of all sorts."""
    rng = random.Random(8)  # noqa: S311
    units = ("billion USD", "million EUR", "%", "bcm", "deaths", "km")
    texts = [f"{rng.randint(1, 999)}.{rng.randint(1, 99)} {units[number % len(units)]}" for number in range(30)]
    return [_wanted(text) for text in texts]


def _wanted(text: str) -> Wanted:
    quantity = parse_quantity(text)
    return Wanted(quantity, step_of(quantity, text))


def cpu(work: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    begun = time.process_time_ns()
    work()
    return (time.process_time_ns() - begun) / 1e6


def measured(kind: str, wanted: list[Wanted]) -> str:
    """One line for one kind of page."""
    body = page(kind)
    read = _read(body)
    pairs = [(cpu(lambda: _read(body)), cpu(lambda: _look(wanted, read))) for _ in range(ROUNDS)]
    parsing, looking = (statistics.median(one) for one in zip(*pairs, strict=True))
    ratio = statistics.median(look / parse for parse, look in pairs)
    size = len(body) // 1000
    return f"{kind}, {len(wanted)} figures: {size} KB, parsing {parsing:.2f} ms, looking {looking:.2f} ms, ratio {ratio:.2f}"


def _read(body: bytes) -> PageText:
    return read_page(body, "text/html; charset=utf-8", "https://a.org/")


def _look(wanted: list[Wanted], read: PageText) -> None:
    on_page(wanted, read.text, language=read.language, whole=True, words=read.words)


def main() -> None:
    """Measure and print."""
    few, thirty = [_wanted(text) for text in FIGURES], many()
    for wanted in (few, thirty):
        for kind in WORDS:
            print(measured(kind, wanted))
    for name, text in HOSTILE.items():
        taken = [cpu(partial(on_page, one, text, language="zh", whole=True, words=900)) for one in (few, thirty)]
        print(f"hostile {name}: {len(text) // 1000} KB, 3 figures {taken[0]:.0f} ms, 30 figures {taken[1]:.0f} ms")


if __name__ == "__main__":
    main()
