"""Who we are: name, version and address, all from the package metadata."""

from __future__ import annotations

import re
from importlib import metadata
from urllib.parse import unquote

DISTRIBUTION = "source-checker"


def _metadata() -> tuple[str, str]:
    try:
        known = metadata.metadata(DISTRIBUTION)
    except metadata.PackageNotFoundError as error:
        raise RuntimeError(f"install the package first: pip install . ({DISTRIBUTION})") from error
    for entry in known.get_all("Project-URL") or []:
        label, _, address = entry.partition(",")
        if label.strip() == "Repository":
            return known["Version"], address.strip()
    raise RuntimeError("the package metadata names no Repository address")


def origin() -> tuple[str, str]:
    """The commit we were installed from and the folder, as pip wrote them down (PEP 610); empty where it did not."""
    text = metadata.distribution(DISTRIBUTION).read_text("direct_url.json") or ""
    commit = re.search(r'"commit_id":\s*"([0-9a-f]{40})"', text)
    folder = re.search(r'"url":\s*"file://(/[^"]+)"', text)
    return commit[1] if commit else "", unquote(folder[1]) if folder else ""


VERSION, PROJECT_URL = _metadata()
USER_AGENT = f"Mozilla/5.0 (compatible; checker/{VERSION}; +{PROJECT_URL})"
