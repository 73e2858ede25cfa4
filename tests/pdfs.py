"""PDF files as hostile as the web has them, made from what is wrong with them."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import binaries
import pypdf

LINE = "The ministry publishes the yearly overview of the region and its neighbours for those who read it."
TRADE = "Trade with the neighbours of the region stood at no less than $11.07 billion in that year."


def pages(*lines: str, fill: int = 12) -> bytes:
    """A report of three pages, the lines on the second one."""
    return binaries.pdf([[LINE] * fill, [*lines, *[LINE] * fill], [LINE] * fill])


def built(objects: Sequence[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A file of numbered objects, the first of them the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def _page(content: bytes, resources: bytes = b"<</Font<</F1 4 0 R>>>>", *others: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources %s/Contents 5 0 R>>" % resources
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return built([b"<</Type/Catalog/Pages 2 0 R>>", tree, page, font, content, *others])


def bomb() -> bytes:
    """A page drawn by three hundred megabytes that were packed into three hundred kilobytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(300)) + packer.flush()
    return _page(_stream(packed, b"/Filter/FlateDecode"))


def laughs() -> bytes:
    """A form that draws another one ten times, which draws another one ten times, and so on."""
    names = range(6, 18)
    forms = []
    for number in names:
        draws = b"/X Do " * 10 if number != names[-1] else b"BT /F1 10 Tf (ha) Tj ET"
        inner = b"<</XObject<</X %d 0 R>>/Font<</F1 4 0 R>>>>" % (number + 1)
        forms.append(_stream(draws, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources" + inner))
    return _page(_stream(b"/X Do " * 10), b"<</XObject<</X 6 0 R>>>>", *forms)


def circle() -> bytes:
    """A tree of pages whose branch is its trunk."""
    return built([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])


def nested() -> bytes:
    """Brackets within brackets, a hundred thousand deep."""
    return built([b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 100_000 + b"]" * 100_000 + b">>", b"<</Type/Pages>>"])


def endless() -> bytes:
    """A table of objects that names itself as the one before it."""
    whole = bytearray(built([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]))
    start = bytes(whole[whole.rindex(b"startxref\n") + 10 : -6])
    return bytes(whole).replace(b"trailer<<", b"trailer<</Prev " + start + b" ")


def locked() -> bytes:
    """A file that wants a password."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pages(TRADE)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def titled(data: bytes, title: str) -> bytes:
    """The same file with a title of its own."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.add_metadata({"/Title": title})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned() -> bytes:
    """Pages without a word."""
    return binaries.pdf([[], [], []])


def misplaced() -> bytes:
    """A table of objects that points nowhere: readers find the objects themselves."""
    data = pages(TRADE)
    start = data.rindex(b"startxref\n") + 10
    return data[:start] + b"99999999\n%%EOF"


HOSTILE = {
    "nothing but the mark": b"%PDF-1.7",
    "noise": b"%PDF-1.7 " + bytes(range(256)) * 400,
    "a bomb": bomb(),
    "a tree of pages that is a circle": circle(),
    "brackets without end": nested(),
    "a table that names itself": endless(),
    "a password": locked(),
    "no text": scanned(),
    "cut off": pages(TRADE)[:900],
}
