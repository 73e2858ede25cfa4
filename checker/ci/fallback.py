"""The artifact of an earlier run, where the state branch is lost. Never one that a fork could have made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from checker.ci.api import Artifact
from checker.ci.state import FILES, MAX_BYTES


def newest(artifacts: Iterable[Artifact], branch: str) -> Artifact | None:
    """The newest one that a run of this repository's own branch made, newest first given.

    A pull request from a fork can upload an artifact of any name and content (GitHub Security Lab, 2021:
    "Preventing pwn requests"), so both the repository and the branch must be ours.
    """
    for one in artifacts:
        run = one.workflow_run
        own = run is not None and run.head_repository_id is not None and run.head_repository_id == run.repository_id
        if own and run is not None and run.head_branch == branch and not one.expired:
            return one
    return None


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The files of the state in a zip file, by their own names alone; what is too large or damaged is left out."""
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            for entry in packed.infolist():
                if entry.filename in FILES and entry.file_size <= MAX_BYTES:
                    with packed.open(entry) as file:
                        data = file.read(MAX_BYTES + 1)
                    if len(data) <= MAX_BYTES:
                        found[entry.filename] = data
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return {}
    return found
