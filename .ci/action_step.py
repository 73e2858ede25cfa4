"""Print the script of a step of the action, by the beginning of its name: ``python .ci/action_step.py Install``."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

ACTION = Path(__file__).parent.parent / ".github/actions/check-sources/action.yml"


def script(name: str) -> str:
    """The text of its ``run``."""
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    return next(str(step["run"]) for step in steps if step.get("name", "").startswith(name))


if __name__ == "__main__":
    sys.stdout.write(script(sys.argv[1]))
