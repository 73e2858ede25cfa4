"""Words that stand in running prose: reported, quoted, or in the middle of a long sentence. Pure.

Servers speak for themselves and briefly: "This account has been suspended." Who writes about them says that
somebody said so, puts their words into quotation marks, or goes on.
"""

from __future__ import annotations

import re

from checker.patterns import regex

_NEAR = 400
_BESIDE = 120
_LONG = 22
_LONG_CJK = 60
_STOP = regex(r"[.!?…](?=[\s”\"»“’')])|[。！？\n]")
_CJK = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_QUOTED = regex(r"[“„«「『][^“„«”»「」『』\n]*$|(?:^|[\s(])[\"‘‹][^\"’›\n]*$")
_CLOSED = regex(r"^[^“„«\n]{0,200}[”“»」』\"’›]")
_SAID = regex(
    r"\b(?:said|says (?:that|the)|told|announced|reported|according to|spokes(?:man|woman|person)|wrote|sagte|erklärte|teilte mit|berichtet\w*|laut|"
    r"a (?:déclaré|annoncé|indiqué)|selon|dijo|anunció|informó|según|disse|anunciou|segundo|ha detto|secondo|powiedział\w*|poinformował\w*|"
    r"volgens|zei|enligt|sade)\b|сообщил|заявил|рассказал|по словам|表示|宣布|据[^。]{1,12}报道|と述べ|によると",
)


def first_plain(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match that does not stand in running prose, of the first few."""
    for _, match in zip(range(8), pattern.finditer(text), strict=False):
        if not is_running(text, match.start(), match.end()):
            return match
    return None


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether what stands between two places of a text in lower case stands between quotation marks."""
    return bool(_QUOTED.search(text[max(0, start - 200) : start]) and _CLOSED.search(text[end : end + _NEAR]))


def is_running(text: str, start: int, end: int) -> bool:
    """Whether what stands between two places of a text in lower case is part of running prose."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if is_quoted(text, start, end):
        return True
    begins = max((one.end() for one in _STOP.finditer(before)), default=0)
    ends = _STOP.search(after)
    sentence = before[begins:] + text[start:end] + after[: ends.start() if ends else len(after)]
    if _SAID.search(sentence) or _SAID.search(before[-_BESIDE:]) or _SAID.search(after[:_BESIDE]):
        return True
    return len(sentence.split()) > _LONG or len(_CJK.findall(sentence)) > _LONG_CJK


def is_reported(sentence: str) -> bool:
    """Whether a sentence in lower case says that somebody said so."""
    return bool(_SAID.search(sentence))
