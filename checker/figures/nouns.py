"""The noun behind a number: what it counts, as far as the words themselves tell. Pure."""

from __future__ import annotations

import re

from checker.figures.lexicon import Lexicon, compiled

_FUNCTION = re.compile(
    r"(?<![^\W_])(?:of|and|or|to|in|on|at|by|for|from|with|per|the|a|an|is|was|were|are|as|than|und|oder|von|bis|mit|für|im|in|an|auf|"
    r"der|die|das|des|dem|den|eines|einer|zum|zur|vom|beim|et|ou|y|o|и|или)(?![^\W_])",
    re.IGNORECASE,
)


def noun_behind(text: str, position: int, end: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The noun of a number that ends at a position, and where it ends itself; None where there is none."""
    counting = lexicon.counting
    match = compiled(counting.noun, 0).match(text, position, end)
    if match is None:
        return None
    groups = match.groupdict()
    noun = groups["noun"] or groups.get("noun2") or match[0].strip()
    first = match[0].split()[0] if match[0].split() else ""
    if any(word in counting.not_nouns for word in (noun, noun.lower(), first, first.lower())):
        return None
    if _stops(match[0], lexicon):
        return None
    return (noun if lexicon.code == "de" else noun.lower()), match.end()


def _stops(words: str, lexicon: Lexicon) -> bool:
    """Whether a function word stands between a number and what would be its noun."""
    inner = words.strip().rsplit(None, 1)
    return lexicon.code in ("en", "de", "ru") and len(inner) == 2 and _FUNCTION.search(inner[0]) is not None
