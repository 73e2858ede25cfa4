"""Edits of a text as edits of its bytes: what is kept is kept to the byte. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from checker.decoding import codec
from checker.fix.edits import Edit, pieces


class CannotEncodeError(ValueError):
    """The bytes cannot be edited without touching others; the message says why and what to do."""


def edited(data: bytes, text: str, edits: Sequence[Edit]) -> bytes:
    """The bytes of a file with the edits of its text made; byte-order mark and encoding stay.

    Args:
        data: the file as it stands.
        text: what it was decoded to.
        edits: in the order of the text.

    Raises:
        CannotEncodeError: text and bytes do not correspond to the byte, or something new cannot be encoded.
        EditError: an edit does not fit the text.
    """
    mark, encoding = codec(data)
    old, new = [mark], [mark]
    for (before, put), edit in zip(pieces(text, edits), [*edits, Edit(len(text), "", "")], strict=True):
        kept = _encoded(before, encoding)
        old += [kept, _encoded(edit.old, encoding)]
        new += [kept, _encoded(put, encoding)]
    if b"".join(old) != data:
        raise CannotEncodeError(f"it holds bytes that are no {encoding}; save it as UTF-8 first")
    return b"".join(new)


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except (UnicodeEncodeError, LookupError) as error:
        raise CannotEncodeError(
            f"not all of it can be written in its encoding, {encoding}; save it as UTF-8 first"
        ) from error
