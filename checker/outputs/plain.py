"""Foreign text made harmless to show: no control, bidirectional or zero-width characters. Pure."""

from __future__ import annotations

import re
from urllib.parse import quote

from checker.patterns import regex

_INVISIBLE = regex(r"[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]")
_COMMAND = regex(r"^(\s*)::", re.MULTILINE)
_URL_CHARACTERS = "%/:?#[]@!$&'()*+,;=~-._"
_LONGEST_LINK = 2000  # longer ones do not open in every browser, and are no citation
_HOST = r"(?:\[[0-9a-f:.]+\]|[^\s\x00-\x20\x7f\"'<>`\\/?#@:\[\]]+)(?::\d{1,5})?"
_WEB = regex(rf"https?://{_HOST}(?:[/?#][^\s\x00-\x20\x7f\"'<>`\\]*)?", re.IGNORECASE)


def plain(text: str | None, limit: int = 2000) -> str:
    """The text on one line, printable characters only, cut at ``limit`` with an ellipsis."""
    visible = (text or "")[: 4 * limit]
    if not (visible.isascii() and visible.isprintable()):  # nearly all of it is
        visible = _INVISIBLE.sub("", visible)
        visible = "".join(ch if ch.isprintable() else " " for ch in visible)
    line = " ".join(visible.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def safe_href(url: str | None) -> str | None:
    """The address, in ASCII, if it may be a live link: http or https, not endless, nothing that could break out."""
    if not url or len(url) > _LONGEST_LINK or not _WEB.fullmatch(url):
        return None
    return quote(url, safe=_URL_CHARACTERS)


def log_safe(text: str) -> str:
    """Lines for a terminal or log that no CI runner takes for a command.

    GitHub's runner acts on ``::command`` behind any blanks and on ``##[command]`` anywhere in a line
    (its ActionCommand.cs; CVE-2020-15228).
    """
    return _COMMAND.sub(r"\1: :", text).replace("##[", "# #[")
