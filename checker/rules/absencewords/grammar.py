"""The parts that a language gives to the grammar of absence (:mod:`checker.rules.absence`)."""

from __future__ import annotations

from msgspec import Struct


class Grammar(Struct, frozen=True):
    """The parts of a sentence, as regular expressions over text in lower case.

    ``stems`` are parts of words of which each sentence has one; ``gap`` what stands between two words; ``subject`` the
    thing with all that describes it; ``adverbs``, ``joints`` and ``places`` are alternatives; ``predicates`` say that it is not there;
    ``further`` says so only after another predicate; ``wholes`` are sentences of another build; ``worldly`` is the beginning
    of what rather speaks of a thing in the world.
    """

    stems: tuple[str, ...]
    subject: str
    adverbs: str
    predicates: tuple[str, ...]
    further: tuple[str, ...]
    joints: str
    places: str
    wholes: tuple[str, ...]
    gap: str = " "
    worldly: str = r"(?!)"


_QUOTED = r"[“\"'‘«„][^“”\"'’»\n]{1,80}[”\"'’»“]"
IDENT = rf"(?:{_QUOTED}|[#№]? ?\d{{4,12}}|[\w.]{{1,20}}/[\w./-]{{1,40}})"
"""What may name the thing: a quotation, a number, a handle."""
