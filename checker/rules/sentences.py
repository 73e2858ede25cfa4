"""The sentences of a short page, and what they speak of. Pure.

What a sentence speaks of is told by stems: plain substrings of it, its punctuation made blanks, so that a blank before
a stem means the beginning of a word. Of hundreds of stems only those are looked for of which a word begins alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from checker.page import PageText
from checker.patterns import regex

READ = 6_000
"""Characters of a page that are looked at: it is short."""
# "3. Sulh Ceza" and "18. Dezember" go on.
_STOPS = regex(r"[\n!?。！？]+\s*|(?<!\b\d)(?<!\b\d\d)\.(?=\s)\s*")
_QUOTED = regex(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|„[^“”\n]*[“”]")
_PUNCTUATION = regex(r"[\W_]+")
_HAN = regex(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORDS, _CHARACTERS = 6, 14
"""How many different words, or Chinese characters, a sentence has at least that says something."""
_BEGINNING = 3


class Sentence:
    """A sentence (or a few) in lower case with blanks for all that is no letter or digit, and at both ends."""

    def __init__(self, text: str) -> None:
        self.text = f" {_PUNCTUATION.sub(' ', text.lower()).strip()} "
        self.words = frozenset(self.text.split())
        self.beginnings = frozenset(word[:_BEGINNING] for word in self.words)

    @property
    def length(self) -> int:
        """How many different words it has; two Chinese characters are one."""
        return len(self.words) + len(_HAN.findall(self.text)) // 2

    def __contains__(self, stems: object) -> bool:
        """Whether it has a word of one of these kinds of :class:`Stems`."""
        return isinstance(stems, Stems) and stems.stand_in(self)

    @property
    def says_something(self) -> bool:
        """Whether it is more than a word or a label."""
        return len(self.words) >= _WORDS or len(_HAN.findall(self.text)) >= _CHARACTERS


class Stems:
    """Words of one kind. A stem that begins with a blank has three letters or is a whole word, with a blank at its end."""

    def __init__(self, *stems: str) -> None:
        self._stems = stems

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for stem in self._stems:
            key = stem.split()[0][:_BEGINNING] if stem.startswith(" ") else ""
            found[key].append(stem)
        return found

    @cached_property
    def _ascii(self) -> list[str]:
        return [stem for stem in self._by_beginning.get("", ()) if stem.isascii()]

    def __or__(self, other: Stems) -> Stems:
        return Stems(*self._stems, *other._stems)

    def of(self, sentence: Sentence) -> Iterator[str]:
        """Those that stand in a sentence, in no order of theirs."""
        index = self._by_beginning
        for key in sorted(index.keys() & sentence.beginnings):
            yield from (stem for stem in index[key] if stem in sentence.text)
        yield from (stem for stem in index.get("", ()) if stem in sentence.text)

    def stand_in(self, sentence: Sentence) -> bool:
        """Whether one of them stands in a sentence."""
        index = self._by_beginning
        begun = (stem for key in index.keys() & sentence.beginnings for stem in index[key])
        inside = self._ascii if sentence.text.isascii() else index.get("", ())
        return any(stem in sentence.text for stem in begun) or any(stem in sentence.text for stem in inside)


def unquoted(text: str) -> Sentence:
    """A sentence without what it quotes."""
    return Sentence(_QUOTED.sub(" ", text))


def whole(page: PageText) -> Sentence:
    """All that a short page says, its title first, as if it were one sentence."""
    return _sentence(f"{page.title or ''} {page.low[:READ]}")


@lru_cache(maxsize=2)
def _sentence(text: str) -> Sentence:
    return Sentence(text)  # several rules ask for that of one page


def sentences(page: PageText) -> Sequence[str]:
    """The title and the sentences of a page in lower case, each once."""
    return split(f"{(page.title or '').lower()}\n{page.low[:READ]}")


def split(low: str) -> list[str]:
    """The sentences of a text in lower case, each once."""
    return list(dict.fromkeys(filter(None, map(str.strip, _STOPS.split(low)))))
