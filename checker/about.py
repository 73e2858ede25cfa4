"""Who we are: name, version and address.

The version of the package is read from here when it is built; its metadata would cost every start 30 ms to open.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

DISTRIBUTION = "source-checker"
VERSION = "0.1.0"
PROJECT_URL = "https://github.com/source-checker/checker"
USER_AGENT = f"Mozilla/5.0 (compatible; checker/{VERSION}; +{PROJECT_URL})"


def origin() -> tuple[str, str]:
    """The commit we were installed from and the folder, as pip wrote them down (PEP 610); empty where it did not."""
    from importlib import metadata  # for one command of many, and dear to import

    text = metadata.distribution(DISTRIBUTION).read_text("direct_url.json") or ""
    commit = re.search(r'"commit_id":\s*"([0-9a-f]{40})"', text)
    folder = re.search(r'"url":\s*"file://(/[^"]+)"', text)
    return commit[1] if commit else "", unquote(folder[1]) if folder else ""
