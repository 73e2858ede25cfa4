"""Small Word and PDF files for tests, made from what they should hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def reference(number: int) -> str:
    """A mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def link(relation: str, text: str) -> str:
    """A hyperlink by relationship."""
    return f'<w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink>'


def field(url: str, text: str) -> str:
    """A hyperlink by field code, its code cut in two as Word does."""
    code = f' HYPERLINK "{url}" '
    parts = (code[:8], code[8:])
    codes = "".join(f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>' for part in parts)
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return marks[0] + codes + marks[1] + run(text) + marks[2]


def docx(paragraphs: Sequence[str], notes: Sequence[str] = (), links: Mapping[str, str] | None = None) -> bytes:
    """A Word document of paragraphs (made of runs), footnotes and relationships."""
    body = "".join(f"<w:p>{one}</w:p>" for one in paragraphs)
    footnotes = "".join(
        f'<w:footnote w:id="{number}"><w:p>{one}</w:p></w:footnote>' for number, one in enumerate(notes, 1)
    )
    relations = "".join(
        f'<Relationship Id="{key}" Type="hyperlink" Target={quoteattr(url)} TargetMode="External"/>'
        for key, url in (links or {}).items()
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        archive.writestr("word/_rels/footnotes.xml.rels", f"<Relationships>{relations}</Relationships>")
        if notes:
            archive.writestr(
                "word/footnotes.xml",
                f'<w:footnotes {_W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>{footnotes}</w:footnotes>',
            )
    return buffer.getvalue()


def pdf(pages: Sequence[Sequence[str]], links: Sequence[Sequence[str]] = ()) -> bytes:
    """A PDF of pages of lines, with annotated addresses by page."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for number, lines in enumerate(pages):
        shown = "".join(f"({line.translate({92: '', 40: chr(92) + '(', 41: chr(92) + ')'})}) Tj T* " for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 50 700 Td {shown} ET".encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        annotations = []
        for url in links[number] if number < len(links) else ():
            action = f"<</S/URI/URI({url.replace('(', chr(92) + '(').replace(')', chr(92) + ')')})>>"
            objects.append(f"<</Type/Annot/Subtype/Link/Rect[50 690 300 710]/A {action}>>".encode())
            annotations.append(f"{len(objects)} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents {content} 0 R"
            f"/Annots[{' '.join(annotations)}]>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
