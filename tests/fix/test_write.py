"""The only function that changes a file: old or new at every moment, and what it refuses."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import stat
import warnings
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from checker.fix.edits import Edit
from checker.fix.write import RefusedError, write

OLD = "See https://site.org/gone.\r\n" + "filler\n" * 2000
NEW = OLD.replace("https://site.org/gone", "https://web.archive.org/web/20190903120000/https://site.org/gone")
EDITS = [Edit(4, "https://site.org/gone", "https://web.archive.org/web/20190903120000/https://site.org/gone")]
STEPS = ("open", "write", "fsync", "replace", "close", "chmod", "fchown", "unlink", "fdopen")


def digest(text: str) -> str:
    """The digest of a text's bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file to be edited."""
    path = tmp_path / "a.md"
    path.write_bytes(OLD.encode())
    path.chmod(0o640)
    return path


def edit(path: Path, *roots: Path, known: str = OLD) -> None:
    """Write the edits."""
    write(path, roots or (path.parent,), digest(known), OLD, EDITS)


def test_it_is_written(file: Path) -> None:
    """The new text, the old rights, and nothing else in the folder."""
    edit(file)

    assert file.read_bytes() == NEW.encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]


def forked(work: Callable[[], object]) -> int:
    """Start a child of this process that does some work and ends without a trace; its process id."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of other tests: the child needs none
        child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def test_killed_at_every_step(file: Path) -> None:
    """Killed before its first, second, … and last call to the system: the file is the old one or the new one."""
    seen = []
    for step in range(1, 40):
        file.write_bytes(OLD.encode())
        _, status = os.waitpid(forked(lambda step=step: dies(file, step)), 0)  # type: ignore[misc]
        seen.append(file.read_bytes().decode())

        assert seen[-1] in (OLD, NEW)
        if os.waitstatus_to_exitcode(status) == 0:
            break
    assert 8 <= len(seen) < 39
    assert seen[0] == OLD
    assert seen[-1] == NEW


def dies(file: Path, step: int) -> None:
    """Edit the file, and be gone at the ``step``-th call to the system."""
    count = 0

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)

        return call

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    edit(file)


def test_killed_at_random(file: Path) -> None:
    """SIGKILL at random moments of a process that does nothing but edit the file there and back."""
    moments = random.Random(9)  # noqa: S311  # no secret
    back = [Edit(4, EDITS[0].new, EDITS[0].old)]

    def there_and_back() -> None:
        while True:
            edit(file)
            write(file, [file.parent], digest(NEW), NEW, back)

    for _ in range(40):
        file.write_bytes(OLD.encode())
        child = forked(there_and_back)
        Event().wait(moments.random() / 50)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

        assert file.read_bytes().decode() in (OLD, NEW)


@pytest.mark.parametrize("step", ["write", "fsync", "replace", "chmod"])
def test_trouble_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """A full disk, a failing one: refused with the reason, the old file untouched, nothing left over."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"checker.fix.write.os.{step}", fail)
    with pytest.raises(RefusedError, match="No space left"):
        edit(file)
    monkeypatch.undo()

    assert file.read_bytes() == OLD.encode()
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]


def test_a_changed_file_is_refused(file: Path) -> None:
    """One byte more, or other edits of the same text."""
    file.write_bytes(OLD.encode() + b" ")

    with pytest.raises(RefusedError, match="changed since the check"):
        edit(file)
    assert file.read_bytes() == OLD.encode() + b" "


def test_a_file_that_changes_while_we_write(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saved by an editor between reading and renaming: theirs wins."""
    real = os.fsync

    def meddle(handle: int) -> None:
        file.write_bytes(b"theirs")
        real(handle)

    monkeypatch.setattr("checker.fix.write.os.fsync", meddle)
    with pytest.raises(RefusedError, match="changed since the check"):
        edit(file)

    assert file.read_bytes() == b"theirs"


def test_links_inside_the_tree(file: Path) -> None:
    """A symbolic link stays one; the file it leads to is edited."""
    link = file.parent / "link.md"
    link.symlink_to("a.md")

    edit(link)

    assert link.is_symlink()
    assert file.read_bytes() == NEW.encode()


@pytest.mark.parametrize("depth", ["file", "folder"])
def test_links_that_leave_the_tree(file: Path, tmp_path_factory: pytest.TempPathFactory, depth: str) -> None:
    """Of a file or of a folder above it: refused, and what they lead to is untouched."""
    tree = tmp_path_factory.mktemp("tree")
    if depth == "file":
        link = tree / "a.md"
        link.symlink_to(file)
    else:
        (tree / "docs").symlink_to(file.parent)
        link = tree / "docs" / "a.md"

    with pytest.raises(RefusedError, match="symbolic link"):
        edit(link, tree)
    assert file.read_bytes() == OLD.encode()


@pytest.mark.parametrize("what", ["missing", "folder", "fifo", "loop"])
def test_no_files(tmp_path: Path, what: str) -> None:
    """What is no regular file is refused at once, without waiting for anything."""
    path = tmp_path / "a.md"
    if what == "folder":
        path.mkdir()
    elif what == "fifo":
        os.mkfifo(path)
    elif what == "loop":
        path.symlink_to("a.md")

    with pytest.raises(RefusedError):
        edit(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_read_only(file: Path) -> None:
    """A file that its owner has locked is not replaced behind their back."""
    file.chmod(0o444)

    with pytest.raises(RefusedError, match="permissions"):
        edit(file)
