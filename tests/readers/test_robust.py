"""The copies that Robust Links name are known, and the addresses stay the author's."""

import pytest

from checker import readers
from checker.model import Document

COPY = "https://web.archive.org/web/20190903120000/https://site.org/a"
OTHER = "https://arquivo.pt/wayback/20190903120000/https://site.org/a"


@pytest.mark.parametrize(
    ("kind", "text", "copy"),
    [
        ("html", f'<a href="https://site.org/a" data-versionurl="{COPY}" data-versiondate="2019-09-02">x</a>', COPY),
        ("html", f"<A DATA-VERSIONURL='{COPY} 2019-09-03 {OTHER}' HREF=' https://site.org/a '>x</A>", COPY),
        ("markdown", f'See <a href="https://site.org/a" data-versionurl="{COPY}">x</a>.\n', COPY),
        ("html", '<a href="https://site.org/a" data-versionurl="">x</a>', None),
        ("html", '<a href="https://site.org/a" data-versionurl="javascript:x">x</a>', None),
        ("html", f'<a href="https://site.org/a">x</a><img data-versionurl="{COPY}">', None),
        ("html", f'<a href="https://site.org/a">data-versionurl="{COPY.partition("//")[2]}"</a>', None),
        ("html", '<a href="https://site.org/a" data-versionurl', None),
    ],
)
def test_the_copy_of_a_robust_link(kind: str, text: str, copy: str | None) -> None:
    """The first one named, whatever else stands there; no address of another scheme, none of another tag."""
    first = readers.read(Document("d", text, kind)).citations[0]

    assert first.url == "https://site.org/a"
    assert first.archive_url == copy
