"""Fixtures that many tests share."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
import terminal
from hypothesis import settings

from checker.cli import main

settings.register_profile("patient", deadline=None)  # no test is timed: machines are busy at times
settings.load_profile("patient")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory, with no variable of ours or of a proxy set."""
    for name in [*os.environ]:
        if name.startswith("CHECKER_") or name.lower().endswith("_proxy") or name == "NO_COLOR":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> terminal.Run:
    """Run a command line as the console script does, in ``folder``, and see how it ended."""

    def call(*arguments: str, stdin: str | bytes = b"") -> terminal.Ended:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "argv", ["checker", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        assert isinstance(code, int)
        texts = (stream.buffer.getvalue().decode() for stream in (out, err))
        return terminal.Ended(code, *texts)

    return call
