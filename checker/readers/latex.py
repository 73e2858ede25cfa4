r"""Reading LaTeX: ``\url``, ``\href``, footnotes, bibliography items, escapes. Pure and linear."""

from __future__ import annotations

import re

from checker.model import Document
from checker.patterns import regex
from checker.readers.addresses import find_addresses
from checker.readers.assembly import reading_of
from checker.readers.closing import pairs
from checker.readers.reading import Reading
from checker.readers.scanner import Scanner
from checker.readers.tex import ACCENT, LETTER, composed

_TOKEN = regex(
    r"(?P<verb>\\(?:verb|lstinline)\*?(?P<bar>[^\sa-zA-Z*{\[]))"
    r"|(?P<block>\\begin\{(?P<environment>verbatim|Verbatim|lstlisting|minted|comment|filecontents)\*?\})"
    r"|(?P<url>\\(?:url|nolinkurl|path)\s{0,3}\{)"
    r"|(?P<href>\\href\s{0,3}(?:\[[^\]]{0,200}\])?\s{0,3}\{)"
    r"|(?P<footnote>\\(?:footnote|footnotetext|thanks|endnote)\s{0,3}(?:\[[^\]]{0,20}\])?\s{0,3}\{)"
    r"|(?P<item>\\bibitem\s{0,3}(?:\[[^\]]{0,200}\])?\s{0,3}\{(?P<key>[^{}]{1,200})\})"
    r"|(?P<cite>\\(?:[a-zA-Z]{0,10}cite[a-zA-Z]{0,10})\*?\s{0,3}(?:\[[^\]]{0,200}\]\s{0,3}){0,2}\{(?P<keys>[^{}]{1,500})\})"
    r"|(?P<end>\\end\{thebibliography\})"
    r"|(?P<table>\\begin\{(?P<kind>(?:tabular[xy*]?|tabulary|longtable)\*?)\})"
    r"|(?P<close>\\end\{(?:tabular[xy*]?|tabulary|longtable)\*?\})"
    r"|(?P<float>\\(?:begin|end)\{(?:table|sidewaystable|wraptable)\*?\})"
    r"|(?P<caption>\\caption\*?\s{0,3}(?:\[[^\]]{0,500}\])?\s{0,3}\{)"
    r"|(?P<merged>\\multicolumn\s{0,3}\{\s{0,3}(?P<columns>[0-9]{1,3})\s{0,3}\}\s{0,3}\{)"
    r"|(?P<rule>\\(?:cmidrule\s{0,3}(?:\([lr]{0,4}\))?|cline)\s{0,3}\{[0-9 -]{0,12}\})"
    r"|(?P<gone>\\(?:label|ref|eqref|pageref|autoref|includegraphics|usepackage|documentclass|input|include|begin|end|bibliography|"
    r"bibliographystyle|addbibresource|hypersetup|graphicspath|vspace|hspace)\*?\s{0,3}(?:\[[^\]]{0,500}\])?\s{0,3}\{)"
    r"|(?P<address>https?://(?:\\[%&#_${}]|[^\s\\{}%&<>\"~]){1,8000})"
    r"|(?P<set>\\(?:emph|textit|textsl)\s{0,3}\{)"
    r"|(?P<accent>" + re.sub(r"\?P<\w+>", "?:", ACCENT.pattern) + r")"
    r"|(?P<letter>" + LETTER.pattern.replace("(ss|", "(?:ss|") + r")"
    r"|(?P<quoted>\\(?:enquote|textquote)\*?\s{0,3}\{)"
    r"|(?P<quote>\\(?:glqq|grqq|flqq|frqq|guillemotleft|guillemotright|og|fg|textquotedblleft|textquotedblright)\b(?:\{\})?\s?|\"[`'<>])"
    r"|(?P<escape>\\[%&#_${}])"
    r"|(?P<break>\\\\(?:\[[^\]]{0,20}\])?|\\(?:par|newline|tabularnewline|item|section|subsection|paragraph)\b\*?)"
    r"|(?P<command>\\[a-zA-Z@]{1,40}\*?\s?|\\.)"
    r"|(?P<comment>%[^\n]{0,100000}\n?)"
    r"|(?P<brace>[{}])|(?P<math>\$\$?)|(?P<cell>&)"
    r"|(?P<sign>~|``|''|`|'|---?)"
)
_BRACES = regex(r"\\.|[{}]", re.DOTALL)
_ESCAPE = regex(r"\\([%&#_${}~])")
_SIGNS = {"~": "\u00a0", "``": "“", "''": "”", "`": "‘", "'": "’", "--": "–", "---": "—"}
_QUOTES = {
    "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "og": "« ", "fg": " »",
    "textquotedblleft": "“", "textquotedblright": "”", '"`': "„", "\"'": "“", '"<': "«", '">': "»",
}  # fmt: skip
MAX_DEPTH = 20
_NAMED = {
    r"\~{}": "~",
    r"\textasciitilde{}": "~",
    r"\textasciitilde": "~",
    r"\textunderscore{}": "_",
    r"\textunderscore": "_",
}
_BROKEN = regex(r"%[ \t]{0,20}\r?\n\s{0,100}")
_GLUED = regex(r"\s{0,5}\{")
_ARGUMENT = regex(r"\s{0,5}(?:\[[^\]]{0,20}\]\s{0,5})?\{")
_RULE = regex(r"\\(?:midrule|hline|endfirsthead|endhead)(?![a-zA-Z])")


def read(document: Document) -> Reading:
    """Citations and figures of a LaTeX source."""
    return reading_of(document, _Walk(document.text).flat())


def unescaped(text: str) -> str:
    r"""An address as meant: ``\_``, ``\%``, ``\#``, ``\&`` are the characters, line breaks are none."""
    text = "".join(_BROKEN.sub("", text).split())
    for command, character in _NAMED.items():
        text = text.replace(command, character)
    return _ESCAPE.sub(r"\1", text)


def _head_end(raw: str, start: int, end: int) -> int:
    """Where the headers of a table end: at the first rule below a row that has rows below it."""
    row = raw.find("\\\\", start, end)
    rule = _RULE.search(raw, row, end) if row >= 0 else None
    return rule.start() if rule is not None and raw.find("&", rule.end(), end) >= 0 else start


class _Walk(Scanner):
    """One walk through the source."""

    token = _TOKEN
    flows = True
    on_comment = on_brace = on_math = on_rule = Scanner.drop

    def __init__(self, raw: str) -> None:
        super().__init__(raw)
        self.pairs = pairs(raw, _BRACES, {"{": "}"})
        self.item: tuple[str, int] | None = None
        self.rows: int | None = None
        self.floats = 0
        self.caption = (0, 0)

    def finish(self) -> None:
        """The last item of a bibliography."""
        if self.item is not None:
            self.writer.note(*self.item)
            self.item = None

    def on_gone(self, match: re.Match[str], end: int) -> int:
        """A command whose argument nobody reads."""
        close = self.pairs.get(match.end() - 1)
        return close + 1 if close is not None and close <= end else match.end()

    def on_set(self, match: re.Match[str], end: int) -> int:
        r"""``\emph{words}``."""
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end or self.depth >= MAX_DEPTH:
            return match.end()
        self.writer.emphasise(on=True)
        self.walk(match.end(), close)
        self.writer.emphasise(on=False)
        return close + 1

    def on_quoted(self, match: re.Match[str], end: int) -> int:
        r"""``\\enquote{words}``."""
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end or self.depth >= MAX_DEPTH:
            return match.end()
        self.writer.put("“", match.start())
        self.walk(match.end(), close)
        self.writer.put("”", close)
        return close + 1

    def on_quote(self, match: re.Match[str], end: int) -> None:
        """Quotes of other languages, by their names."""
        self.writer.put(_QUOTES[match[0].strip("\\{} ")], match.start())

    def on_accent(self, match: re.Match[str], end: int) -> None:
        """A letter with its accent."""
        self.writer.put(composed(match[0]), match.start())

    def on_letter(self, match: re.Match[str], end: int) -> None:
        """A letter by its name."""
        self.writer.put(composed(match[0]), match.start())

    def on_verb(self, match: re.Match[str], end: int) -> int:
        r"""``\verb|code|``."""
        close = self.raw.find(match["bar"], match.end(), min(end, match.end() + 500))
        stop = close + 1 if close >= 0 else match.end()
        self.writer.code(match.start(), stop)
        return stop

    def on_block(self, match: re.Match[str], end: int) -> int:
        """An environment of code."""
        close = self.closing.find(f"\\end{{{match['environment']}", match.end())
        stop = close if 0 <= close < end else end
        self.writer.code(match.start(), stop)
        return stop

    def on_url(self, match: re.Match[str], end: int) -> int:
        r"""``\url{address}``."""
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end:
            return match.end()
        first, last = self.trimmed(match.end(), close)
        url = unescaped(self.raw[first:last])
        at = self.writer.length
        self.writer.put(url, first)
        self.page(url, at, first, last)
        return close + 1

    def on_address(self, match: re.Match[str], end: int) -> int:
        """A bare address: dashes and quotes in it are no signs."""
        found = find_addresses(self.raw, *match.span())
        if not found or found[0].start != match.start():
            self.writer.copy(*match.span())
            return match.end()
        url = unescaped(found[0].url)
        at = self.writer.length
        self.writer.put(url, match.start())
        self.page(url, at, match.start(), found[0].end)
        self.walk(found[0].end, match.end())
        return match.end()

    def on_href(self, match: re.Match[str], end: int) -> int:
        r"""``\href{address}{words}``."""
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end:
            return match.end()
        first, last = self.trimmed(match.end(), close)
        at = self.writer.length
        after = close + 1
        label = _GLUED.match(self.raw, after, end)
        closed = self.pairs.get(label.end() - 1) if label else None
        if label and closed is not None and closed <= end and self.depth < MAX_DEPTH:
            self.walk(label.end(), closed)
            after = closed + 1
        self.page(unescaped(self.raw[first:last]), at, first, last)
        return after

    def on_footnote(self, match: re.Match[str], end: int) -> int:
        """A footnote: a mark here, its text later."""
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end:
            return match.end()
        key = str(len(self.deferred) + 1)
        self.writer.mark(key, match.start(), f"[{key}]")
        self.deferred.append((key, match.end(), close))
        return close + 1

    def on_item(self, match: re.Match[str], end: int) -> None:
        """An entry of a bibliography: it goes on to the next one."""
        self.finish()
        self.writer.put("\n\n", match.start())
        self.item = (match["key"].strip(), self.writer.length)

    def on_end(self, match: re.Match[str], end: int) -> None:
        """The end of a bibliography."""
        self.finish()

    def on_cite(self, match: re.Match[str], end: int) -> None:
        """Marks of entries."""
        for key in match["keys"].split(","):
            self.writer.mark(key.strip(), match.start(), "[1]")

    def on_escape(self, match: re.Match[str], end: int) -> None:
        """An escaped character."""
        self.writer.copy(match.start() + 1, match.end())

    def on_break(self, match: re.Match[str], end: int) -> None:
        """A new line or paragraph; in a table a new row."""
        self.writer.put("\n", match.start())
        if self.rows is not None and match[0].startswith(("\\\\", "\\tabularnewline")):
            self.writer.grids.tag("tr", closes=False, at=self.writer.length)
            self._cell(match.end())

    def on_table(self, match: re.Match[str], end: int) -> int:
        """A table: the letters of its columns are nothing to read, what stands above its first rule are headers."""
        after = match.end()
        for _ in range(1 if match["kind"] in ("tabular", "longtable", "longtable*") else 2):
            argument = _ARGUMENT.match(self.raw, after, end)
            close = self.pairs.get(argument.end() - 1) if argument else None
            after = close + 1 if close is not None and close < end else after
        close = self.closing.find("\\end{" + match["kind"], after)
        self.rows = _head_end(self.raw, after, close if 0 <= close < end else end)
        grids = self.writer.grids
        self.writer.put("\n", match.start())
        grids.tag("table", closes=False, at=self.writer.length)
        if self.caption != (0, 0):
            grids.title(*self.caption, done=self.floats)
        self._cell(after)
        return after

    def _cell(self, position: int) -> None:
        head = self.rows is not None and position < self.rows
        self.writer.grids.tag("th" if head else "td", closes=False, at=self.writer.length)

    def on_cell(self, match: re.Match[str], end: int) -> None:
        """What parts the cells of a row."""
        self.writer.copy(match.start(), match.end())
        if self.rows is not None:
            self._cell(match.end())

    def on_close(self, match: re.Match[str], end: int) -> None:
        """The end of a table."""
        if self.rows is not None:
            self.writer.grids.tag("table", closes=True, at=self.writer.length)
        self.rows = None

    def on_float(self, match: re.Match[str], end: int) -> None:
        """What holds a table and its caption, or its end."""
        self.floats, self.caption = len(self.writer.grids.grids), (0, 0)

    def on_caption(self, match: re.Match[str], end: int) -> int | None:
        """The title of a table, before or behind it."""
        close = self.pairs.get(match.end() - 1)
        if close is None or close > end or self.depth >= MAX_DEPTH:
            return None
        self.writer.put("\n", match.start())
        at = self.writer.length
        self.walk(match.end(), close)
        if self.rows is None:
            self.caption = (at, self.writer.length)
            self.writer.grids.title(*self.caption, done=self.floats)
        self.writer.put("\n", close)
        return close + 1

    def on_merged(self, match: re.Match[str], end: int) -> int:
        """A cell that covers several columns: what aligns it is nothing to read."""
        close = self.pairs.get(match.end() - 1)
        self.writer.grids.cover(int(match["columns"]))
        return close + 1 if close is not None and close < end else match.end()

    def on_command(self, match: re.Match[str], end: int) -> None:
        """Any other command leaves at most a blank."""
        self.writer.put(" " if match[0].endswith((" ", ",", ";")) else "", match.start())

    def on_sign(self, match: re.Match[str], end: int) -> None:
        """Ties, quotes and dashes."""
        self.writer.put(_SIGNS[match[0]], match.start())
