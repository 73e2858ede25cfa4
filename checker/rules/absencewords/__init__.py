"""The words of the grammar of absence (:mod:`checker.rules.absence`), by language: data.

Collected from the messages of site software and of the sites of newspapers, ministries, universities, libraries and
repositories, November 2026. What may pass ("temporarily", "at the moment") is left out on purpose, and so is what only
keeps strangers out ("private", "no permission").
"""

from __future__ import annotations

from checker.rules.absencewords.de import GERMAN
from checker.rules.absencewords.en import ENGLISH
from checker.rules.absencewords.es import SPANISH
from checker.rules.absencewords.fr import FRENCH
from checker.rules.absencewords.ru import RUSSIAN
from checker.rules.absencewords.zh import CHINESE

GRAMMARS = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE}
"""By language."""
