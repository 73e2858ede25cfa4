"""Operator trouble: what goes wrong because of how checker was called or set up.

World trouble (a time-out, a 404) is data and never an exception. Every error here carries the exit
code it ends the process with::

    CheckerError (3)
    ├── UsageError (2)          the command line asks for something that cannot be
    │   └── InputError (2)      one or more located problems in sources.yml or a document
    ├── OutputError (2)         the reports folder cannot be written
    ├── LedgerError (2)         the ledger is from a newer version, damaged or not ours
    │   └── DamagedLedgerError (2)  it is no whole ledger any more
    ├── BusyError (3)           another run uses the reports folder
    └── RemoteError (3)         git or the CI service refused us or did not answer
"""

from __future__ import annotations

from msgspec import Struct


class CheckerError(Exception):
    """Root of all operator errors; an unexpected exception is reported as one of these."""

    exit_code = 3


class UsageError(CheckerError):
    """The call cannot be carried out as given: say what to change and call again."""

    exit_code = 2


class Problem(Struct, frozen=True):
    """One thing wrong in one place of one file; ``line`` and ``column`` are 1-based."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class InputError(UsageError):
    """A file the user wrote cannot be read as meant: mend the places named and call again."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class OutputError(CheckerError):
    """The reports could not be written; the files that were there are untouched."""

    exit_code = 2


class LedgerError(CheckerError):
    """The ledger cannot be used as it is; it has not been changed."""

    exit_code = 2


class DamagedLedgerError(LedgerError):
    """The ledger is no whole ledger any more: set it aside and start a new one."""


class BusyError(CheckerError):
    """Another run uses the folder and does not end: call again when it has."""

    exit_code = 3


class RemoteError(CheckerError):
    """A git remote or the API of the CI service refused us or did not answer; nothing was half done: try again."""
