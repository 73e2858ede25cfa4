"""The places of an entry in the documents: where, the sentence at stake, the words that are marked in it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from checker.checkout import line_address
from checker.outputs.plain import plain, safe_href
from checker.outputs.words import Words
from checker.report import Mention, ReportCitation, ReportFigure, ReportSource


class Quote(Struct, frozen=True):
    """A place in a document: where, its sentence with the marked words, its note, a remark, where to see it."""

    file: str
    line: int
    where: str
    sentence: Markup
    note: str
    remark: str
    href: str | None


def of_source(source: ReportSource, browse: str | None, words: Words) -> Iterator[Quote]:
    """Every place where a document leans on the source: sentences before notes, back references named."""
    for one in source.citations:
        if one.origin != "document":
            continue
        remark = words("card.see_note", note=plain(one.resolves_to, 40)) if one.resolves_to else ""
        if not one.mentions:
            yield _quote(one, one.title, remark, browse, words)
        for place in one.mentions or ():
            yield _quote(place, None, remark, browse, words)


def of_figure(figure: ReportFigure, browse: str | None, words: Words) -> Iterator[Quote]:
    """Every place that quotes the figure; its own where none does."""
    own = Mention(file=figure.file, line=figure.line, column=figure.column, sentence=figure.sentence)
    for place in figure.quotes or [own]:
        stands = figure.mark[0] if figure.mark and place.sentence == figure.sentence else 0
        text = figure.sentence[stands : figure.mark[1]] if stands and figure.mark else figure.text
        yield replace(_quote(place, None, "", browse, words), sentence=marked(place.sentence, text, stands))


def _quote(place: Mention | ReportCitation, mark: str | None, remark: str, browse: str | None, words: Words) -> Quote:
    file = plain(place.file, 300)
    return Quote(
        file=file,
        line=place.line,
        where=words("card.where", file=file, line=place.line),
        sentence=marked(place.sentence, mark),
        note=plain(place.note, 40),
        remark=remark,
        href=safe_href(line_address(browse, place.file, place.line)),
    )


def marked(sentence: str, words: str | None, stands: int = 0) -> Markup:
    """The sentence, escaped, with the words in question marked: where they stand, or the first time they occur."""
    shown, wanted = plain(sentence, 500), plain(words, 200)
    at = shown.find(wanted, len(plain(sentence[:stands], 500))) if wanted not in ("", shown) else -1
    if at < 0:
        return escape(shown)
    return Markup("{}<mark>{}</mark>{}").format(shown[:at], wanted, shown[at + len(wanted) :])
