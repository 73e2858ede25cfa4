"""The keys of sources.yml: one table for each kind of map. Validation and JSON Schema both come from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from checker.config import scalars
from checker.config.scalars import Kind

Shape = Literal["one", "list", "map"]


class Key(Struct, frozen=True):
    """A key with a text, a list of texts, or a small map of its own; ``help`` is what editors show."""

    kind: Kind
    help: str
    shape: Shape = "one"
    table: Mapping[str, Key] = field(default_factory=dict)
    required: tuple[str, ...] = ()


Keys = Mapping[str, Key]

CONFIRMED: Keys = {
    "verdict": Key(scalars.choice("ok", "dead"), "What a person found."),
    "until": Key(scalars.DAY, "Last day on which that holds."),
    "on": Key(scalars.DAY, "The day the person looked."),
    "seen": Key(scalars.REASON, "What checker had seen by then; other evidence ends the word."),
    "reason": Key(scalars.TEXT, "Why."),
}

SOURCE: Keys = {
    "title": Key(scalars.TEXT, "Title of the page or work, as cited."),
    "authors": Key(scalars.TEXT, "Who wrote it.", "list"),
    "container": Key(scalars.TEXT, "The site, journal or book it appeared in."),
    "url": Key(scalars.TEXT, "The address, exactly as cited."),
    "doi": Key(scalars.TEXT, "The DOI, without https://doi.org/."),
    "type": Key(scalars.TEXT, "What it is: article, chapter, report, dataset …"),
    "language": Key(scalars.TEXT, "Language of the source, as en or ru."),
    "published": Key(scalars.PERIOD, "When it was published: 2019, 2019-04, 2019-04-05."),
    "accessed": Key(scalars.PERIOD, "When it was last seen to support the text."),
    "archive": Key(scalars.TEXT, "Address of an archived copy that you have chosen."),
    "archive_date": Key(scalars.PERIOD, "When that copy was captured."),
    "status": Key(scalars.choice("ok", "dead", "drifted", "usurped"), "What a person found."),
    "note": Key(scalars.TEXT, "A remark for yourselves."),
    "ignore": Key(scalars.TEXT, "Leave the source alone; say why."),
    "confirmed": Key(
        scalars.TEXT,
        "A person's verdict, as 'checker confirm' writes it; it outranks ours for a time.",
        "map",
        CONFIRMED,
        ("verdict", "until"),
    ),
}

FIGURE: Keys = {
    "value": Key(scalars.QUANTITY, "Number and unit: 11.07 billion USD, 40 bcm, 12 %, 43833 deaths."),
    "as_of": Key(scalars.PERIOD, "The period it describes: 2017, 2019-04, 2019-Q3, 2015/2019."),
    "text": Key(scalars.TEXT, "The figure as printed in the document."),
    "source": Key(scalars.TEXT, "The id of the source that backs it."),
    "series": Key(scalars.TEXT, "Figures of one series supersede each other."),
    "qualifier": Key(scalars.QUALIFIER, "How the text hedges it."),
    "role": Key(scalars.ROLE, "current ages; baseline and one_off do not."),
    "cadence": Key(scalars.SPAN, "How often a new figure comes out: 1 year."),
    "lag": Key(scalars.SPAN, "How long after its period it comes out: 9 months."),
    "grace": Key(scalars.SPAN, "How long we wait before it counts as stale: 3 months."),
    "year_end": Key(scalars.YEAR_END, "Last day of the fiscal year: 06-30."),
    "update_after": Key(scalars.PERIOD, "Stale once this date is past, whatever its age."),
    "checked": Key(scalars.DAY, "The day a person found it to be still the latest."),
    "review_in": Key(scalars.SPAN, "How long that holds: 6 months."),
    "page_text": Key(scalars.TEXT, "How the source prints it, if that differs."),
}

TEMPO: Keys = {name: FIGURE[name] for name in ("cadence", "lag", "grace")}

IGNORE: Keys = {
    "url": Key(scalars.TEXT, "Address to leave alone; * stands for anything."),
    "reason": Key(scalars.TEXT, "Why."),
    "until": Key(scalars.DAY, "Last day of the rule."),
}

DOCUMENT: Keys = {
    "glob": Key(scalars.TEXT, "Files to read, relative to this file: articles/**/*.md"),
    "figures": Key(scalars.SWITCH, "off for history: its figures do not age."),
}

NETWORK: Keys = {
    "concurrency": Key(scalars.number(128, whole=True), "Requests under way at once, at most 128."),
    "per_host": Key(scalars.number(2, whole=True), "Of these to one host, at most 2."),
    "rate": Key(scalars.number(5, whole=False), "Requests a second to one host, at most 5."),
    "timeout": Key(scalars.SECONDS, "Time for one try: 20s at most."),
    "canaries": Key(scalars.ADDRESS, "Pages to ask when nobody else answers: is it the network?", "list"),
}

HOST_ACCEPT = Key(scalars.STATUS, "Error statuses that are fine on this host.", "list")
ARCHIVE: Keys = {
    "lookup": Key(scalars.choice("failing", "all", "never"), "For which sources copies are looked up."),
}
PRECISIONS = ("year", "range", "quarter", "month", "day")
TOP = {
    "version": "Version of this format: 1.",
    "documents": "Documents that cite, as globs.",
    "defaults": "How fast figures age in this repository, by precision.",
    "ignore": "Addresses to leave alone, each with a reason.",
    "network": "How politely to ask; can only be lowered here.",
    "archive": "How to look up archived copies.",
    "sources": "The sources, by id.",
    "figures": "The figures, by id.",
}
