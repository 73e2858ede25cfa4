"""Errors, maintenance and empty servers shown with status 200: the page was not seen, and we cannot know why. Pure.

Nothing here is death: accounts are unsuspended, databases come back. Two independent signs are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs

_PATH = re.compile(
    r"/(?:(?:site|page|server|system)[-_]?)?(?:maintenance|wartung|offline|outage|unavailable|down|suspended(?:page)?|50[0-4]|"
    r"(?:custom|http|page|server)?[-_]?errors?(?:[-_]?page|[-_]document)?|oops|sorry)(?:\.[a-z]{2,5})?/?$|/errors?/50\d",
    re.IGNORECASE | re.ASCII,
)
_UNMISTAKABLE = re.compile(
    r"(?:http )?(?:error )?50[0-4][ :|–-]{1,3}.{0,60}|bad gateway|(?:503 )?service (?:temporarily )?unavailable|gateway time-?out|"
    r"internal server error|server error in '.{0,40}' application\.?|error establishing a database connection|wordpress › error|"
    r"we['’]ll be (?:right )?back(?: soon| shortly)?\W*|be right back\W*|(?:this )?account (?:has been |is )?suspended|bandwidth limit exceeded|"
    r"welcome to nginx!?|apache2? .{0,20}default page.{0,20}|apache http server test page.*|test page for .{0,60}|iis windows(?: server)?|iis\d{1,2}|"
    r"(?:default )?web ?(?:site|server)(?:['’]s)? default page|domain default page|it works!?|http server test page.*|"
    r"(?:site |website |system )(?:is )?(?:down |closed |offline )?(?:for )?(?:under )?(?:scheduled |planned )?maintenance\W*|服务器错误|站点已暂停",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:error )?50[0-4]|(?:internal )?server error|(?:database|application|runtime|fatal) error|(?:temporarily|currently) (?:unavailable|down|offline)|"
    r"site (?:offline|down)|(?:scheduled |planned |under )*maintenance(?: mode)?\W*|(?:web)?site (?:is )?under (?:construction|maintenance)|"
    r"(?:this )?(?:website|site|domain) (?:has been |is )?(?:suspended|disabled|deactivated)|(?:an )?error(?: occurred)?|oops\W*|something went wrong\W*|"
    r"wartungsarbeiten|wartungsmodus|(?:site en )?maintenance|(?:sitio )?en mantenimiento|технические работы|сайт (?:на реконструкции|временно недоступен)|"
    r"网站维护中?|系统维护中?|服务不可用",
    re.IGNORECASE,
)
_SENTENCES = re.compile(
    r"(?:down|closed|offline|unavailable) for (?:scheduled |routine |planned )?maintenance|under(?:going)? (?:scheduled |planned )?maintenance|"
    r"be back (?:soon|shortly|online)|temporarily (?:unavailable|unable to service|overloaded)|error establishing a database connection|"
    r"(?:fatal error|parse error|warning|uncaught \w+): .{0,200} on line \d+|could not connect to (?:the )?(?:database|mysql)|"
    r"account has been suspended|contact your hosting provider|bandwidth limit|if you see this page, the nginx web server is successfully|"
    r"this is the default (?:welcome|web) page|default web page for this server|an error occurred while processing|something went wrong|"
    r"wird gerade gewartet|in kürze wieder|travaux de maintenance|en mantenimiento|технические работы|временно недоступен|正在维护|暂时无法访问"
)
_READ = 5_000
_THIN = 120
_DEFAULT_THIN = 500


def body_signs(page: PageText) -> Iterator[Sign]:
    """A sentence that such pages have; a page full of text is none."""
    if page.words > _DEFAULT_THIN:
        return
    match = _SENTENCES.search(page.low[:_READ])
    if match:
        yield signs.sign("errorpage.sentence", match[0])


def find(facts: PageFacts, url: str = "", asked: str | None = None) -> str | None:
    """Evidence that a server shows an error in place of the page, or None.

    Args:
        facts: of the page.
        url: where it was found.
        asked: the address that led there, if another.
    """
    shown = [one.strip() for one in (facts.title, *facts.headings[:1]) if one]
    clear = next((one for one in shown if _UNMISTAKABLE.fullmatch(one)), None)
    said = clear or next((one for one in shown if _TITLES.fullmatch(one)), None)
    found = [f"the page is titled “{said}”"] if said else []
    found += [f"it says “{one.text}”" for one in signs.of(facts, "errorpage.sentence")]
    if asked is not None and _PATH.search(urlsplit(url).path) and not _PATH.search(urlsplit(asked).path):
        found.append(f"redirected to {url}")
    if not facts.complete or not found or not (said or facts.words < _THIN):
        return None
    if facts.words < _THIN and (clear or not facts.title or (len(found) == 1 and found[0].startswith("redirected"))):
        found.append(f"only {facts.words} words")
    return signs.both(found)
