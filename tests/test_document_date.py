"""The day a document is of, where its format has a place for that, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import readers
from checker.archive.aim import aim
from checker.dates import parse
from checker.document_date import dated, stated_date
from checker.model import AimKind, Document
from checker.readers.kinds import KINDS


@pytest.mark.parametrize(
    ("kind", "text", "day"),
    [
        ("markdown", "---\ntitle: A\ndate: 2019-09-15\n---\n\nText", "2019-09-15"),
        ("markdown", '---\ndate: "2019-09-15T10:30:00+02:00"  # first\n---\nText', "2019-09-15"),
        ("markdown", "---\ndate: 15 September 2019\n---\nText", "2019-09-15"),
        ("markdown", "---\r\ndate: 2019-09\r\n---\r\nText", "2019-09"),
        ("markdown", "+++\ndate = 2019-09-15T00:00:00Z\n+++\nText", "2019-09-15"),
        ("markdown", "date: 2019-09-15\n\nText", None),
        ("markdown", "# A\n\n---\ndate: 2019-09-15\n---\n", None),
        ("markdown", "---\nupdate: 2019-09-15\nmydate: 2019-09-16\n---\n", None),
        ("markdown", "---\ndate: soon\n---\n", None),
        ("html", '<html><head><meta property="article:published_time" content="2019-09-15T08:00:00Z">', "2019-09-15"),
        ("html", "<meta content='2019-09-15' name='DC.date'>", "2019-09-15"),
        ("html", '<script type="application/ld+json">{"datePublished": "2019-09-15"}</script>', "2019-09-15"),
        ("html", '<meta name="viewport" content="2019-09-15">', None),
        ("html", "<p>date: 2019-09-15", None),
        ("latex", "\\documentclass{article}\n\\date{15 September 2019}", "2019-09-15"),
        ("latex", r"\date{\today}", None),
        ("latex", r"% \date{15 September 2019}", None),
        ("rst", "A\n=\n\n:Author: B\n:Date: 2019-09-15\n", "2019-09-15"),
        ("asciidoc", "= A\n:revdate: 2019-09-15\n", "2019-09-15"),
        ("asciidoc", "= A\nB <b@c.org>\nv1.0, 2019-09-15\n", "2019-09-15"),
        ("text", "Date: 2019-09-15\n", None),
        ("wikitext", "date = 2019-09-15", None),
    ],
)
def test_the_day(kind: str, text: str, day: str | None) -> None:
    """Front matter, meta elements, title commands."""
    found = stated_date(Document("x", text, kind))

    assert (str(found) if found else None) == day


def test_every_citation_carries_it() -> None:
    """It is the last resort for the day whose copy is wanted: accessed and published go first."""
    document = Document("a.md", "---\ndate: 2019-09-15\n---\n\n<https://site.org/a>\n", "markdown")
    reading = dated(readers.read(document), document)

    assert [str(one.cited_on) for one in reading.citations] == ["2019-09-15"]


@pytest.mark.parametrize(
    ("accessed", "published", "kind"),
    [
        ("2019-09-02", "2019-05-01", AimKind.ACCESSED),
        (None, "2019-05-01", AimKind.PUBLISHED),
        (None, None, AimKind.DOCUMENT),
    ],
)
def test_the_order_of_days(accessed: str | None, published: str | None, kind: AimKind) -> None:
    """When the author looked, when it came out, when the document was written."""
    days = [parse(day) if day else None for day in (accessed, published)]
    found = aim(days[0], days[1], parse("2019-09-15"))

    assert found is not None
    assert found.kind is kind


@given(st.sampled_from(KINDS), st.text(max_size=200))
def test_it_never_raises(kind: str, text: str) -> None:
    """Whatever stands there."""
    stated_date(Document("x", f"---\ndate: {text}\n---\n<meta name=date content='{text}'>\\date{{{text}}}", kind))
