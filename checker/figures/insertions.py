"""Clauses set between commas that tell when something came about: ``the firm, which moved in 2015, employs …``. Pure.

Their date tells nothing of what the sentence goes on to say, unless they tell when it was counted.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from checker.figures.lexicon import compiled

_REACH = 120
_COMMA = compiled(r"[,，](?![0-9])|[ ][\u2013\u2014][ ]", 0)
_HEADS = {
    "en": r"(?:which|who|whose|where)(?![^\W\d_])|(?:(?:first|originally|newly|itself|only|now|finally|officially|partly)[ ])?[a-z]{2,14}(?:[^\W\d_]ed|built|set up|brought|bought|sold|taken|begun|born|made|won|lost|hidden|rebuilt|laid)[ ](?!by[ ][0-9])",
    "de": r"(?:der|die|das|dem|den|deren|dessen|denen|welche[rsnm]?)[ ](?![A-ZÄÖÜ])(?=[^,]{4,110}[ ](?:[a-zäöüß]{1,14}(?:t|te|ten|en)|wurde|war|ist|sind|lag|stand|kam|ging|zog|fiel|hielt)$)",
    "fr": r"(?:qui|que|qu['’]|dont|où|laquelle|lequel)(?![^\W\d_])|(?:puis |aujourd['’]hui )?(?!(?:plus|puis|depuis|ainsi|parmi|environ|ici|aussi|lui|celui|nuit|huit|tous)[ ])[a-zàâäéèêëïîôöùûüç]{2,14}(?:é|i|u|is|it|ert)e?s?[ ]",
    "es": r"(?:que|quien|quienes|cuy[oa]s?|donde|(?:el|la|los|las) (?:que|cual|cuales))(?![^\W\d_])|[a-záéíóúüñ]{2,14}(?:ad|id|íd|t|st|ch)[oa]s?[ ]",
    "ru": r"(?:(?:в|на|для|из|с|к|о) )?котор\w{2,3}(?!\w)|[а-яё]{2,20}(?:нн|вш|ющ|ящ|ущ|ащ|т|ем|им)(?:ый|ая|ое|ые|ого|ой|ых|ую|ым|ом|ий|ее|ие|его|ей|их|ую|им|ем)(?:ся)?[ ]",
}  # fmt: skip
"""How such a clause begins: with a pronoun or a participle."""
_COUNTING = {
    "en": r"(?:conducted|carried|taken|held|collected|completed|recorded|measured|surveyed|published|released|based|compared|polled|interviewed|gathered)|which (?:was|were) (?:conducted|carried|taken|held|published|released)",
    "de": r"(?:[^,]{0,90}[ ](?:durchgeführt|erhoben|befragt|veröffentlicht|erschienen|gemessen|gezählt|stattfand|stattgefunden)(?:[ ][a-z]+)?$)",
    "fr": r"(?:qui (?:a|ont) été )?(?:menée?s?|réalisée?s?|effectuée?s?|conduite?s?|publiée?s?|parue?s?|recueillie?s?|tenue?s?|collectée?s?|comparée?s?|mesurée?s?)",
    "es": r"(?:que fue(?:ron)? |que se )?(?:realiz|llevad|efectu|public|hech|celebr|recogid|obtenid|medid|elabor|comparad)\w*",
    "ru": r"(?:котор\w+ )?(?:провед|провод|опубликован|собран|получен|выполнен|сделан|измерен|состоя)\w*",
}  # fmt: skip
"""What tells when something was counted, or told: that dates the figures of the sentence."""
_NEVER = r"(?!)"


def inserted(text: str, start: int, end: int, at: int, code: str) -> tuple[int, int] | None:
    """The span between commas, in a sentence, of the clause around an offset; None where it stands in no such clause."""
    if code not in _HEADS:
        return None
    commas = [match.start() for match in _COMMA.finditer(text, max(start, at - _REACH), min(end, at + _REACH))]
    first = max((comma for comma in commas if comma < at), default=None)
    last = min((comma for comma in commas if comma >= at), default=None)
    if first is None or last is None:
        return None
    clause = text[first + 1 : last].strip()
    heads, counting = _words(code)
    if heads.match(clause) is None or counting.match(clause) is not None:
        return None
    return first, last


@cache
def _words(code: str) -> tuple[Pattern[str], Pattern[str]]:
    return compiled(_HEADS[code], 0), compiled(_COUNTING[code])
