"""Edits of texts and of bytes: laws, and what is refused."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.fix.diff import unified
from checker.fix.edits import Edit, EditError, Shift, apply, insertion, ordered
from checker.fix.encoding import CannotEncodeError, edited

LINES = st.text(alphabet=st.sampled_from("ab \t\r\n\u05e9\u2028é"), max_size=60)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Some edits of a text that keep clear of each other."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = zip(cuts[::2], cuts[1::2], strict=False)
    found = [Edit(start, text[start:end], draw(LINES)) for start, end in spans]
    return [edit for edit in found if edit.old != edit.new]


@given(st.data(), LINES)
def test_nothing_outside_changes(data: st.DataObject, text: str) -> None:
    """What lies between edits is in the new text, in order, where the shift says; the rest is what was put in."""
    edits = data.draw(edits_of(text))
    new, shift = apply(text, edits), Shift(edits)

    covered = {at for edit in edits for at in range(edit.start, edit.end)}
    assert all(new[shift.after(at)] == text[at] for at in range(len(text)) if at not in covered)
    assert len(new) == len(text) + sum(len(edit.new) - len(edit.old) for edit in edits)


@given(st.data(), LINES, st.sampled_from(["", "utf-8-sig", "utf-16-le", "utf-16-be"]))
def test_bytes_outside_stay(data: st.DataObject, text: str, encoding: str) -> None:
    """Byte-order mark, encoding and every kept byte are what they were."""
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-8-sig": b"\xef\xbb\xbf"}.get(encoding, b"")
    name = encoding.removesuffix("-sig") or "utf-8"
    edits = data.draw(edits_of(text))

    assert edited(mark + text.encode(name), text, edits) == mark + apply(text, edits).encode(name)


def test_old_encodings() -> None:
    """A declared Latin-1 stays Latin-1; what it cannot hold is refused."""
    page = '<meta charset="iso-8859-1"><p>café https://a.org/'
    data = page.encode("latin-1")

    assert edited(data, page, [insertion(len(page), "b")]) == data + b"b"

    with pytest.raises(CannotEncodeError, match="save it as UTF-8"):
        edited(data, page, [insertion(len(page), "\u05e9")])


@pytest.mark.parametrize("data", [b"caf\xe9 \xc3\xa9\xc3\xa9\xc3\xa9", b"\xff\xfea\x00\x00\xd8b\x00", b"\x81\x8d\xe9"])
def test_broken_bytes_are_refused(data: bytes) -> None:
    """Bytes that were guessed at in reading are never written back as something else."""
    from checker.decoding import decode

    text, _ = decode("x", data)
    with pytest.raises(CannotEncodeError):
        edited(data, text, [insertion(0, "x")])


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, "ab", "x"), Edit(1, "b", "y")],
        [Edit(0, "ab", "x"), insertion(0, "y")],
        [insertion(1, "x"), insertion(1, "y")],
    ],
)
def test_overlapping_edits_are_refused(edits: list[Edit]) -> None:
    """Two edits of the same characters, or at the same point."""
    with pytest.raises(EditError):
        ordered(edits)


@pytest.mark.parametrize("edit", [Edit(0, "b", "x"), Edit(2, "cd", "x"), Edit(9, "a", "x")])
def test_edits_that_no_longer_fit_are_refused(edit: Edit) -> None:
    """What is to be replaced must stand there."""
    with pytest.raises(EditError):
        apply("abc", [edit])


@given(st.data(), LINES)
def test_the_diff_is_one(data: st.DataObject, text: str) -> None:
    """The diff, read back by its own rules, turns the old text into the new one."""
    edits = data.draw(edits_of(text))

    assert patched(text, unified("a.md", text, edits)) == apply(text, edits)


def patched(text: str, diff: str) -> str:
    """Apply a unified diff as its definition has it (POSIX.1-2017, diff -u)."""
    old, new, at = text.split("\n"), [], 0
    ends = text.endswith("\n") or not text
    old = old[:-1] if ends and old[-1] == "" else old
    lines = diff.split("\n")[2:-1]
    last_new_open = not ends
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else ""
        if line.startswith("@@"):
            start, _, count = line.split()[1][1:].partition(",")
            first = int(start) - (0 if count == "0" else 1)
            new += old[at:first]
            at = first
        elif line.startswith("\\"):
            continue
        else:
            sign, body = line[0], line[1:]
            if sign in " -":
                assert old[at] == body
                at += 1
            if sign in " +":
                new.append(body)
                last_new_open = after.startswith("\\")
    if at < len(old):
        last_new_open = not ends
    new += old[at:]
    return "\n".join(new) + ("" if last_new_open or not new else "\n")


def test_git_applies_the_diff(tmp_path: Path) -> None:
    """CRLF, no final newline, several hunks: git takes it as it is."""
    text = "".join(f"line {number}\r\n" for number in range(40)) + "last"
    edits = [Edit(0, "line", "Zeile"), insertion(text.index("line 20"), "new\r\n"), Edit(len(text) - 4, "last", "end")]
    (tmp_path / "a.md").write_bytes(text.encode())

    diff = unified("a.md", text, edits).encode()
    git = shutil.which("git") or pytest.skip("there is no git here")
    subprocess.run([git, "apply", "-p1", "-"], input=diff, cwd=tmp_path, check=True)  # noqa: S603  # our own diff

    assert (tmp_path / "a.md").read_bytes() == apply(text, edits).encode()
