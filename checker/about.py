"""Who we are: name, version and address, all from the package metadata."""

from __future__ import annotations

from importlib import metadata

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


VERSION, PROJECT_URL = _metadata()
USER_AGENT = f"Mozilla/5.0 (compatible; checker/{VERSION}; +{PROJECT_URL})"
