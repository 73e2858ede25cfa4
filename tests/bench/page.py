"""How long the page of thousands of entries takes: ``python tests/bench/page.py [ENTRIES …]``, in milliseconds.

Each number is the time until the browser has painted what was asked for, the median of five.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import running  # found by the line above

from checker.outputs import html
from reports import many

ACTS = {
    "filter": "document.getElementById('b-by-hand').click()",
    "all again": "document.getElementById('b-all').click()",
    "by document": "document.getElementById('g-document').click()",
    "by source": "document.getElementById('g-all').click()",
    "search": "q.value = 'source 47'; q.dispatchEvent(new Event('input'))",
    "search again": "q.value = 'source 471'; q.dispatchEvent(new Event('input'))",
}
PAINTED = """async act => {
    const begun = performance.now();
    eval(act);
    if (act.includes('input')) await new Promise(done => setTimeout(done, 150));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begun;
}"""
LOADED = "() => { const [one] = performance.getEntriesByType('navigation'); return one.loadEventEnd; }"


def measure(browser: Any, path: Path) -> dict[str, float]:
    """One round: load the file, then every act in turn."""
    page = browser.new_page()
    page.goto(path.as_uri())
    times = {"load": page.evaluate(LOADED)}
    times |= {name: page.evaluate(PAINTED, act) for name, act in ACTS.items()}
    page.close()
    return times


def main(sizes: list[int]) -> None:
    """Print a line a size."""
    with running() as browser, tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / "page.html"
            path.write_text(html.render(replace(many(size), figures=[])), encoding="utf-8")
            rounds = [measure(browser, path) for _ in range(5)]
            told = [f"{name} {statistics.median(one[name] for one in rounds):.0f}" for name in rounds[0]]
            sys.stdout.write(f"{size} entries, {path.stat().st_size / 1e6:.1f} MB: {', '.join(told)}\n")


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [500, 5000])
