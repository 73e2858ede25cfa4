"""How the dates of a language are written, as one regular expression. Pure."""

from __future__ import annotations

import re

from checker.figures.lexicon import Dating

_YEAR = r"(?:1[5-9]|20|21)[0-9]{2}"
BEFORE = r"(?<![0-9A-Za-z#])(?<![0-9][.,/:\-\u2013])"
"""What may not stand right before a date: the rest of a number."""


def pattern(dating: Dating) -> str:
    """The dates that a language writes, as a regular expression; its groups say what is what."""
    if dating.date_first:
        return _eastern(dating)
    month = (
        "(?:"
        + "|".join(re.escape(name) for name in sorted(dating.months, key=lambda name: -len(name)))
        + r")(?![^\W\d_])\.?"
    )
    of = rf"(?:[ \u00a0](?:{dating.of}))?" if dating.of and dating.of != "of|," else r"(?:,|[ \u00a0]of)?"
    gap = r"[ \u00a0\n]?"
    year_tail = r"(?![0-9])(?![.,:][0-9])(?!-[0-9]{2}(?![0-9]))(?![ \u00a0]?%)(?![A-Za-z]{2})"
    suffix = (
        r"(?:[- \u00a0]?(?:м[ \u00a0])?[ \u00a0]?(?:финансовом |финансовый )?(?:году?а?|годом|годах|годы|гг?\.|г\.)(?!\w))?"
        if "года" in dating.use or "годах" in dating.use or dating.months.get("января")
        else ""
    )
    return (
        BEFORE + r"(?:"
        r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-])"
        r"|(?P<dots>[0-3]?[0-9]\.[ \u00a0]?[01]?[0-9]\.[ \u00a0]?[12][0-9]{3})(?![0-9])"
        rf"|(?P<dd>[0-3]?[0-9])(?:st|nd|rd|th|er|\.|º|-го)?{gap}{of}{gap}(?P<dm>{month}){of}{gap}(?P<dy>{_YEAR}){year_tail}{suffix}"
        rf"|(?:(?P<m0>{month}){dating.joined})?(?P<mm>{month})(?:[ \u00a0](?P<md>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]))?{of}{gap}(?P<my>{_YEAR})(?![0-9]){suffix}"
        rf"|(?:{dating.quarter}|Q[ ]?(?P<qd>[1-4])|(?P<qd2>[1-4])Q)[ \u00a0/-]?{of}{gap}(?P<qy>{_YEAR})(?![0-9]){suffix}|(?P<qy2>{_YEAR})[ -]?Q(?P<qd3>[1-4])"
        rf"|(?:{dating.half})[ \u00a0/-]?{of}{gap}(?P<hy>{_YEAR})(?![0-9]){suffix}"
        rf"|(?:{dating.first_months})[ \u00a0]{of}{gap}(?P<ny>{_YEAR})(?![0-9]){suffix}"
        r"|FY[ \u00a0]?(?P<fy>[0-9]{2})(?:[/\u2013-](?P<fz>[0-9]{2}))?(?![0-9A-Za-z])"
        rf"|(?:{dating.fiscal})?(?P<from>{_YEAR})[ ]?[\u2013\u2014/-][ ]?(?P<to>{_YEAR}|[0-9]{{2}})(?![0-9])(?![.,][0-9])(?!-[0-9]){suffix}"
        rf"|(?:{dating.fiscal})?(?P<year>{_YEAR})(?P<decade>{dating.decade})?{year_tail}{suffix})"
    )


def _eastern(dating: Dating) -> str:
    return (
        r"(?<![0-9.,])(?:(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-])|(?P<dots>(?!))"
        rf"|(?P<dy>{_YEAR})[ ]?年[ ]?(?P<dm>[01]?[0-9][ ]?月)[ ]?(?P<dd>[0-3]?[0-9])[ ]?[日号號]"
        rf"|(?P<ny>{_YEAR})[ ]?年[ ]?(?:{dating.first_months})"
        rf"|(?P<my>{_YEAR})[ ]?年[ ]?(?:(?P<m0>[01]?[0-9])[ ]?月?[ ]?[\u2013\u2014~～－至到-][ ]?)?(?P<mm>[01]?[0-9][ ]?月)(?P<md>(?!))?[底末初份]?"
        rf"|(?P<qy>{_YEAR})[ ]?年[ ]?{dating.quarter}(?P<qd>(?!))?(?P<qd2>(?!))?|(?P<qy2>(?!))(?P<qd3>(?!))"
        rf"|(?P<hy>{_YEAR})[ ]?年[ ]?{dating.half}"
        rf"|(?P<from>{_YEAR})[ ]?年?[ ]?[\u2013\u2014~～/－至到-][ ]?(?P<to>{_YEAR}|[0-9]{{2}})(?![0-9])[ ]?(?:(?:财政|財政|会计|會計)?年度|学年|學年|财年|財年|年)"
        rf"|(?P<year>{_YEAR})(?:[ ]?(?:财年|年度|年[底末初]?)|(?=[）)]))(?P<decade>代)?)"
    )
