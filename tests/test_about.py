"""Who we are is written once."""

from __future__ import annotations

from importlib import metadata

from checker import about


def test_the_package_says_the_same() -> None:
    """The version and the address in the code are those of the installed package."""
    known = metadata.metadata(about.DISTRIBUTION)
    links = dict(entry.split(", ") for entry in known.get_all("Project-URL") or [])

    assert (known["Version"], links["Repository"]) == (about.VERSION, about.PROJECT_URL)
