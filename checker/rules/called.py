"""What names the thing in a sentence that says that it is not there: quotations, numbers, files, addresses. Pure.

"The requested record (ID 412) could not be located" says of the record what it says without the number.
"""

from __future__ import annotations

from checker.patterns import regex

_NUMBER = r"(?=[a-z0-9_./:-]{0,24}\d)[a-z0-9][a-z0-9_./:-]{0,60}"
_NUMBERED = r"(?:id|nr|no|num|nummer|number|numéro|numero|número|código|code|kennung|identifier|identifiant|identificador|ident|номер(?:ом)?|идентификатор(?:ом)?|编号|編號|代码|序号)"
QUOTED = regex(
    r"“[^“”\n]{1,120}”|\"[^\"\n]{1,120}\"|«[^«»\n]{1,120}»|»[^«»\n]{1,120}«|„[^„“”\n]{1,120}[“”]|‘[^‘’\n]{1,120}’|(?<!\w)'[^'\n]{1,120}'(?!\w)|‹[^‹›\n]{1,120}›|《[^《》\n]{1,120}》|「[^「」\n]{1,120}」|『[^『』\n]{1,120}』"
)
"""A quotation."""
SOUGHT = regex(r"(?:\b(?:for|für|zu|pour|para|per|запросу)\b[:：]?|[:：])\s*(\S.{3,80})$")
"""What was looked for, at the end."""
_UNENDED = regex(r"^\s*[“„«‹「『《][^“”„«»‹›「」『』《》]*$")
"""A sentence that is the first of several which are quoted."""
_HAS_QUOTE = regex(r"[“„«»\"'‘‹「『《]")
_HAS_NAME = regex(r"[\d“\"«»„‘'‹《「『/(\[（【]|\.[a-z]{2,4}\b")
_NAMES = regex(
    rf"(?:{QUOTED.pattern})"
    r"|[(\[（【][^()\[\]（）【】\n]{0,40}\d[^()\[\]（）【】\n]{0,40}[)\]）】]"
    rf"|\b(?:with (?:the |an? |this )?|mit (?:der |dem )?|avec (?:le |l['’])?|con (?:el |la )?|com (?:o )?|с )?(?:{_NUMBERED})\b\.?(?: is| ist|为|是)?\s?[:：=#]?\s?(?:{_NUMBER})"
    rf"|(?:编号|編號|序号|id)(?:为|為|是)?\s?[:：]?\s?(?:{_NUMBER})(?:的|之)?"
    rf"|(?:№|#|\bn[°ºo]\.?)\s?(?:{_NUMBER})"
    r"|(?<=[\u4e00-\u9fff])\s?\d[\d-]*(?=[\u4e00-\u9fff])"
    rf"|(?<=\w\s)(?:{_NUMBER})(?!\w)|(?<=\w:\s)(?:{_NUMBER})$"
    r"|(?<![\w/])[\w%-]{1,80}\.(?:pdf|html?|php|docx?|xlsx?|aspx?|cfm|jsp|txt|zip|jpe?g|png)\b|https?://\S{1,300}|(?<![\w/])/[\w%-]+[\w./%?=&-]{0,200}"
)
_HANGING = regex(r"\s(?:for|with|named|called|under|by|für|zu|namens|mit|pour|nommée?|à|para|con|llamad[ao]|по|для)$")
"""What stood before a name at the end."""
_IN_BRACKETS = regex(r"[(（]([^()（）\d\n]{1,30})[)）]")
_BLANKS = regex(r"\s+")
_LOOSE_STOPS = regex(r"\s+(?=[,.;:!?，。])|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


def unnamed(text: str) -> str:
    """A text in lower case without what names the thing; asides in brackets are no asides any more."""
    if not _HAS_NAME.search(text):
        return text
    bare = _IN_BRACKETS.sub(r"\1", _NAMES.sub(" ", text))
    return _HANGING.sub("", _LOOSE_STOPS.sub("", _BLANKS.sub(" ", bare)).strip(" ,:;-–—"))


def quotations(text: str) -> list[str]:
    """What a text quotes; else what it looked for: "0 results for: peat"."""
    quoted = [one[1:-1].strip() for one in QUOTED.findall(text)]
    return quoted or SOUGHT.findall(text)


def unquoted(text: str) -> str:
    """A text without its quotations."""
    return _UNENDED.sub("", QUOTED.sub(" ", text)) if _HAS_QUOTE.search(text) else text
