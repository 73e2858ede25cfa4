"""Print one of the README's two commands: ``python3 .ci/readme_command.py demo|tests``.

They are the first two blocks fenced as ``sh``, in this order, each alone in its block.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

NAMES = ("demo", "tests")
README = Path(__file__).parent.parent / "README.md"


def command(name: str) -> str:
    """The text of the block; the name says which."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return str(blocks[NAMES.index(name)]).strip()


if __name__ == "__main__":
    sys.stdout.write(command(sys.argv[1]) + "\n")
