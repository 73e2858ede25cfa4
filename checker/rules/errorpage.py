"""Errors, maintenance and empty servers shown with status 200: the page was not seen, and we cannot know why. Pure.

Nothing here is death: accounts are unsuspended, databases come back. Two independent signs are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs

_TITLES = re.compile(
    r"(?:http )?(?:error )?50[0-4](?:[ :|–-]{1,3}.{0,60})?|bad gateway|service (?:temporarily )?unavailable|(?:gateway|request) time-?out|"
    r"(?:internal )?server error(?: in '.{0,40}' application\.?)?|(?:temporarily|currently) (?:unavailable|down|offline)|site (?:offline|down)|"
    r"(?:database|application|runtime|fatal) error|error establishing a database connection|wordpress › error|"
    r"(?:site |website |system |scheduled |planned |under )*(?:is )?(?:down |closed |offline )?(?:for )?(?:scheduled |planned )?maintenance(?: mode)?\W*|"
    r"we['’]ll be (?:right )?back(?: soon| shortly)?\W*|be right back\W*|(?:web)?site (?:is )?under (?:construction|maintenance)|"
    r"(?:this )?(?:account|website|site|domain) (?:has been |is )?(?:suspended|disabled|deactivated)|bandwidth limit exceeded|"
    r"welcome to nginx!?|apache2? .{0,20}default page.{0,20}|apache http server test page.*|test page for .{0,60}|iis windows(?: server)?|iis\d{0,2}|"
    r"(?:default )?web ?(?:site|server)(?:['’]s)? default page|domain default page|it works!?|http server test page.*|"
    r"wartungsarbeiten|wartungsmodus|(?:site en )?maintenance|(?:sitio )?en mantenimiento|технические работы|сайт (?:на реконструкции|временно недоступен)|"
    r"网站维护中?|系统维护中?|服务不可用|服务器错误|站点已暂停",
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


def find(facts: PageFacts) -> str | None:
    """Evidence that a server shows an error in place of the page, or None."""
    said = next((one for one in (facts.title, *facts.headings[:1]) if one and _TITLES.fullmatch(one.strip())), None)
    found = [f"the page is titled “{said}”"] if said else []
    found += [f"it says “{one.text}”" for one in signs.of(facts, "errorpage.sentence")]
    if not facts.complete or not (said or facts.words < _THIN // 2):
        return None
    if len(found) == 1 and said is None and not facts.title:
        found.append(f"only {facts.words} words and no title")
    return signs.both(found)
