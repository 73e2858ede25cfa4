"""Check what the installed wheel's demo left in a folder: ``python .ci/check_demo.py FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema

from checker.outputs.json import schema


def main(folder: Path) -> None:
    """Fail unless the demo wrote a whole report there, and nothing beside it."""
    report = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema())
    reasons = {source["reason"] for source in report["sources"]}
    copies = [source["archive"] for source in report["sources"] if source["archive"]["state"] == "found"]
    facts = {
        "25 sources": report["summary"]["sources"]["total"] == 25,
        "14 figures": report["summary"]["figures"]["total"] == 14,
        "eight reasons": len(reasons) >= 8,
        "archived copies near the day": any(abs(copy["delta_days"]) <= 30 for copy in copies),
        "a page": "<html" in (folder / "out" / "index.html").read_text(encoding="utf-8"),
        "says simulated": "simulated" in (folder / "out.txt").read_text(encoding="utf-8").lower(),
        "nothing else": sorted(path.name for path in folder.iterdir()) == ["out", "out.txt"],
    }
    missing = [name for name, held in facts.items() if not held]
    if missing:
        sys.exit(f"the demo of the wheel lacks: {', '.join(missing)}")
    sys.stdout.write(f"the demo of the wheel: {len(reasons)} reasons, {len(copies)} archived copies\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
