"""Errors, maintenance and empty servers shown with status 200: the page was not seen, and we cannot know why. Pure.

Nothing here is death: accounts are unsuspended, databases come back. Two independent signs are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import naming, prose, signs

_PATH = re.compile(
    r"/(?:(?:site|page|server|system)[-_]?)?(?:maintenance|wartung|offline|outage|unavailable|down|suspended(?:page)?|50[0-4]|defaultwebpage|"
    r"(?:custom|http|page|server)?[-_]?errors?(?:[-_]?page|[-_]document)?|oops|sorry)(?:\.[a-z]{2,5})?/?$|/errors?/50\d",
    re.IGNORECASE | re.ASCII,
)
_UNMISTAKABLE = re.compile(
    r"(?:http )?(?:error )?50[0-4][ :|–-]{1,3}.{0,60}|bad gateway|(?:503 )?service (?:temporarily )?unavailable|gateway time-?out|"
    r"internal server error|server error in '.{0,40}' application\.?|error establishing a database connection|wordpress › error|"
    r"we['’]ll be (?:right )?back(?: soon| shortly)?\W*|be right back\W*|(?:this )?account (?:has been |is )?suspended|bandwidth limit exceeded|"
    r"welcome to nginx!?|apache2? .{0,20}default page.{0,20}|apache http server test page.*|test page for .{0,60}|iis windows(?: server)?|iis\d{1,2}|"
    r"(?:default )?web ?(?:site|server)(?:['’]s)? default page|default web ?(?:site|server) page|web ?site (?:has )?expired|domain default page|it works!?|http server test page.*|"
    r"(?:site |website |system )(?:is )?(?:down |closed |offline )?(?:for )?(?:under )?(?:scheduled |planned )?maintenance\W*|服务器错误|站点已暂停|"
    r"(?:虚拟主机|网站|站点|空间)已(?:到期|过期|关闭|停用).{0,10}|(?:хостинг )?(?:сайт|аккаунт|сайта)[а-я]* (?:заблокирован|приостановлен|отключ[её]н)|(?:konto|strona) zawieszon[ea]|"
    r"(?:site|compte|hébergement) (?:suspendu|désactivé|expiré)|(?:cuenta|sitio(?: web)?|página) suspendid[oa]|(?:sito|account) sospeso|website (?:gesperrt|deaktiviert|vorübergehend nicht erreichbar)|アカウント停止",
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
    r"account has been suspended|(?:this|your) account has expired|contact your (?:web )?host(?:ing provider)?\b|bandwidth limit|if you(?: are|['’]re) the (?:site |website )?owner|if you (?:see|are seeing) this (?:page|message)|web server['’]s default page|is not available at this time|"
    r"this is the default (?:welcome|web) page|default web page for this server|an error occurred while processing (?:your|this|the) request|something went wrong|"
    r"wird gerade gewartet|in kürze wieder|travaux de maintenance|en mantenimiento|технические работы|временно недоступен|正在维护|暂时无法访问|"
    r"联系(?:网站)?(?:管理员|空间商|服务商|主机商)|续费|(?:аккаунт|хостинг|сайт)[а-я]*(?: \w+)? (?:приостановлен|заблокирован|отключ[её]н)|владелец сайта|службу поддержки|"
    r"wenn sie der (?:inhaber|betreiber|eigentümer)|si vous êtes (?:le )?propriétaire|si (?:usted )?es el propietario|se sei il proprietario|jeśli jesteś właścicielem"
)
_READ = 5_000
_THIN = 120
_HARDLY = 20
_DEFAULT_THIN = 500


def body_signs(page: PageText) -> Iterator[Sign]:
    """A sentence that such pages have; a page full of text is none."""
    if page.words > _DEFAULT_THIN:
        return
    match = prose.first_plain(_SENTENCES, page.low[:_READ])
    if match:
        yield signs.sign("errorpage.sentence", match[0])


def find(facts: PageFacts, url: str = "", asked: str | None = None, cited_title: str | None = None) -> str | None:
    """Evidence that a server shows an error in place of the page, or None.

    Args:
        facts: of the page.
        url: where it was found.
        asked: the address that led there, if another.
        cited_title: the title that it was cited by, if known.
    """
    named = (one.strip() for one in (facts.title, *facts.headings[:1]) if one)
    shown = [one for one in named if not naming.is_part(one, cited_title, asked or url)]
    clear = next((one for one in shown if _UNMISTAKABLE.fullmatch(one)), None)
    said = clear or next((one for one in shown if _TITLES.fullmatch(one)), None)
    found = [f"the page is titled “{said}”"] if said else []
    sentences = signs.of(facts, "errorpage.sentence")
    found += [f"it says “{one.text}”" for one in sentences]
    if asked is not None and _PATH.search(urlsplit(url).path) and not _PATH.search(urlsplit(asked).path):
        found.append(f"redirected to {url}")
    if not facts.complete or not found or not (said or facts.words < _THIN):
        return None
    if facts.words < (_THIN if sentences else _HARDLY) and (
        clear or not facts.title or (len(found) == 1 and found[0].startswith("redirected"))
    ):
        found.append(signs.only(facts.words))
    return signs.both(found)
