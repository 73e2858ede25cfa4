"""Bot walls: a challenge or refusal meant for robots. The page behind it may be fine.

The marks of vendors are in :mod:`checker.rules.challenge`; here are the words. Short pages are common among records
and notices, so words count where they do not name what was cited, and a title alone never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import challenge, naming, prose, signs

_ALONE = frozenset({"Anubis"})
_TITLES = regex(
    r"attention required!.*|access to this page has been denied\W*|(?:un momento|un instant|nur einen moment|один момент|um momento|un attimo|bir dakika lütfen|请稍候|請稍候)\W*|"
    r"checking your browser.*|are you (?:a )?(?:robot|human)\W*|.{0,20}security checkpoint|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human.*|(?:verifying|checking) your connection\W*|"
    r"performing security verification\W*|one moment, please\W*|ddos-guard|ddos protection.*|pardon our interruption\W*|"
    r"(?:sorry, )?you have been blocked.*|client challenge|bot or not\W*|"
    r"making sure you['’]re not a bot!?|(?:radware |shieldsquare )?(?:bot manager )?captcha (?:challenge|page)|radware captcha|"
    r"(?:unauthorized )?request (?:is |was |has been )?blocked\W*|web (?:page blocked|filter violation)\W*|your access to this site has been limited.*|"
    r"transferring to the website\W*|sind sie ein mensch\W*|robot challenge screen|"
    r"проверка (?:браузера|безопасности).*|вы (?:не )?робот\??|ddos.{0,20}защит.*|"
    r"(?:\w{1,10} ?)?(?:安全验证|人机验证|访问验证)(?:[ -]{1,3}\w{1,10})?|滑动验证页面|请求被拦截.*|网站防火墙|접근 제한|비정상적인 접근.*",
    re.IGNORECASE,
)
_WORDS_FOR_MORE = regex(
    r"just a moment\W*|request rejected|robot check|human verification|bot (?:verification|detection|detected)\W*|captcha|"
    r"verificación de seguridad|verificação de segurança|vérification de sécurité|verifica di sicurezza|sicherheits(?:prüfung|überprüfung)|access (?:is )?(?:denied|blocked)\W*|please wait\W.*|security (?:check(?:point)?|verification)|blocked|forbidden|"
    r"403(?: forbidden| - forbidden.*)?|(?:(?:error )?429[ :–-]{0,3})?too many requests\W*|rate limit exceeded\W*|unusual traffic.*|zugriff verweigert|accès refusé|acceso denegado|"
    r"acesso negado|accesso negato|toegang geweigerd|odmowa dostępu|доступ (?:запрещ[её]н|ограничен)|访问被拒绝|验证码|アクセスが拒否されました",
    re.IGNORECASE,
)
"""Titles that galleries, guides and press notices have as well: with status 200 they need words about access."""
_OF_ACCESS = regex(
    r"permission|not (?:allowed|authori[sz]ed|permitted)|(?:do not|don['’]t) have access|denied|blocked|your (?:ip|browser|request|access|connection|computer|network)\b|client ip|"
    r"\b(?:ray|incident|request|event|attack|support|error|case|reference|transaction|session|message) ?(?:id|number|code|#|no\.)|reference ?#|firewall|\bwaf\b|security (?:policy|rules|service|system)|"
    r"(?:enter|type) the (?:characters|letters|code|text|numbers)|suspicious|automated|\brobots?\b|\bbots?\b|\bhuman|javascript|cookies|captcha|on this server|this (?:server|resource|request)|nginx|apache|cloudflare|cloudfront|akamai|"
    r"ip-adresse|zugriff|berechtigung|adresse ip|autorisé|dirección ip|permiso|ip-адрес|доступ|запрос|您的|请求|访问|アクセス"
)
SENTENCES = regex(
    r"enable javascript and cookies to continue|please enable js and disable any ad blocker|enable javascript to view the page content|(?:verify|confirm|prove) (?:that )?you(?: are|['’]re) "
    r"(?:a |not a )?(?:human|robot|bot)|checking (?:if the site connection is secure|your browser before)|(?:unusual|suspicious) (?:traffic|activity) from your (?:computer|network|ip|device)|"
    r"using automation tools|(?:verifying|verify|checking) your browser|the owner of this website[^.]{0,3}\([^)\n]{1,80}\) has banned|request looks automated|your support id is|the requested url was rejected|complete (?:the|this|a) (?:security check|captcha)(?: below)?(?: (?:to|in order to) (?:access|continue|proceed|view|visit|gain|regain|unblock)|\W*$|[.:!])|reference ?#[0-9]+\.[0-9a-f]|"
    r"request unsuccessful\. incapsula|needs to review the security of your connection|you (?:have been|are) (?:blocked|unable to access)|"
    r"your (?:request|access|ip(?: address)?) (?:has been|was|is) (?:temporarily )?(?:blocked|rejected|denied)|automated (?:access|requests|queries) (?:from|to)|"
    r"click to (?:verify|prove)|(?:i['’]?a?m|know you(?:['’]re| are)) not a robot|bot detection|security service to protect itself|"
    r"unauthorized activity has been detected|you are (?:now )?in (?:line|the queue)\b|your estimated wait time|press (?:&|and) hold|(?:web page|page|request|url|access) (?:has been |is |was )?blocked by (?:the |a |our )?(?:web application )?(?:firewall|security)|attack id\W{1,3}\d|"
    r"(?:specified )?url cannot be accessed|(?:access to this (?:site|service)|your access) has been limited|generated by wordfence|the request is blocked|"
    r"we (?:check|verify|are checking|are verifying) (?:if|that|whether)? ?you are (?:a )?human|while your request is being verified|"
    r"подтвердите, что вы не робот|(?:я|вы) не робот|ваш (?:запрос|ip)[^.]{0,30}заблокирован|запросы[^.]{0,40}похожи на автоматические|"
    r"bestätigen sie, dass sie (?:kein roboter|ein mensch)|(?:ich bin|sie sind) kein (?:roboter|bot)|ungewöhnlicher datenverkehr|"
    r"confirmez que vous (?:êtes humain|n['’]êtes pas un robot)|(?:je ne suis|vous n['’]êtes) pas un robot|vérifi[a-zé]+ que vous êtes (?:un )?humain|"
    r"verifi[a-zê]+ que (?:usted )?(?:es|eres|você é) (?:un |um )?(?:ser )?humano|no soy un robot|não sou um rob[ôo]|(?:complete|resuelva) el captcha|"
    r"(?:verifica|conferma) di essere (?:un )?(?:umano|essere umano)|non sono un robot|bevestig dat u (?:een mens|geen robot)|ik ben geen robot|"
    r"potwierdź, że (?:nie )?jesteś (?:człowiekiem|robotem)|nie jestem robotem|robot olmadığınızı doğrulay|"
    r"请完成(?:下方)?(?:安全)?验证|请按住滑块|拖动滑块|完成验证后|您的访问被(?:拦截|阻断|拒绝)|访问过于频繁|请求(?:疑似|存在)[^。]{0,12}攻击|(?:请求|访问)[^。]{0,16}已?被(?:网站管理员设置)?(?:拦截|阻断)|请开启javascript并刷新|"
    r"비정상적인 (?:접근|트래픽)|자동입력 방지|로봇이 아닙니다|私はロボットではありません|ロボットでないこと|不正なアクセス"
)
HINTS = (
    "robot", "human", "has banned", " bot", "bot det", "incapsula", "to prove", "captcha", "javascript", "js and", "block", "support id", "incident", "reference", "reject", "automat", "traffic", "activity",
    "using automation", "security", "being verified", "in line", "in the queue", "wait time", "press ", "attack id", "url cannot", "limited", "checking", "unable to access", "denied", "wordfence", "verif",
    "робот", "запрос", "ваш ip", "your ip", "mensch", "roboter", "datenverkehr", "humain", "umano", "een mens", "człowiek", "um rob",
    "请", "您", "访问", "滑块", "验证", "비정상", "자동입력", "로봇", "ロボット", "不正な",
)  # fmt: skip
"""One of these stands in every sentence above: most pages have none, and are told so quickly."""
_IN_PARTS = regex(
    r"are you (?:a )?(?:robot|human)\W*|robot or human\W*|captcha challenge|.*used cloudflare to restrict access",
    re.IGNORECASE,
)
_STATUS = regex(
    r"(?:40[1-6]|429|503)?[\s:–-]*(?:forbidden|too many requests|access denied|unauthorized)?\W*", re.IGNORECASE
)
"""Titles that only repeat a refusing status: with status 200 they say something, with their own they do not."""
_SEPARATORS = regex(r"\s+[|–—·•-]+\s+")
_COMPANY = ("botwall.access", "botwall.marker", "botwall.challenge")
_SHOWN = ("botwall.sentence", "botwall.marker", "botwall.challenge")
"""Without one of these, or the title of one, nothing is a wall."""
_ACCEPTED = 202
_WALL_HOSTS = ("queue-it.net", "perfdrive.com", "captcha-delivery.com", "challenges.cloudflare.com", "hcaptcha.com")
_WALL_PATH = regex(
    r"/(?:\w{0,20}[-_]|show)?(?:captcha|challenge|access[-_]?denied|forbidden|blocked|bot[-_]?check|robot[-_]?check|"
    r"are[-_]?you[-_]?(?:a[-_]?)?(?:human|robot)|human[-_]?verification|waiting[-_]?room|cookie[-_]?(?:absent|required|disabled)|no[-_]?cookies?|unauthorized|403)(?:\.[a-z]{2,5})?/?$"
    r"|/sorry/index$|^/cdn-cgi/",
    re.IGNORECASE | re.ASCII,
)
_THIN = 150
_FAT = 400
_BARE = 20
_FEW = 10
_NOTHING = 5
_FIELDS = regex(r"<textarea\b|<input\b[^>]{0,200}?type=[\"']?(?:email|tel|text)\b")
_READ = 20_000


def body_signs(page: PageText) -> Iterator[Sign]:
    """The marks that challenge scripts and refusal pages leave; a page full of text is no wall."""
    if page.words > _FAT and not _is_title(page.title):
        return
    vendor = challenge.of_challenge(page)
    watcher = None if vendor else challenge.of_watcher(page)
    if vendor:
        yield Sign("botwall.challenge", vendor)
    elif watcher:
        yield Sign("botwall.marker", watcher)
    if watcher and not _is_title(page.title) and _FIELDS.search(page.low_source):
        return  # a captcha of a form
    may_say_so = any(word in page.low for word in HINTS)
    match = (prose.first_plain(SENTENCES, page.low[:_READ]) if may_say_so else None) or _unseen(page) or _alone(page)
    if match:
        yield signs.sign("botwall.sentence", match[0])
    access = _OF_ACCESS.search(page.low[:_READ]) if _asks_for_more(page.title) else None
    if access:
        yield Sign("botwall.access", access[0])


def _unseen(page: PageText) -> re.Match[str] | None:
    """What a page without text says to readers without scripts."""
    return SENTENCES.search(page.low_source) if page.words < _NOTHING else None


def _alone(page: PageText) -> re.Match[str] | None:
    """The few words of a page that has no others: "Too many requests"."""
    words = page.low.strip() if page.words < _NOTHING else ""
    return (_TITLES.fullmatch(words) or _WORDS_FOR_MORE.fullmatch(words)) if words else None


def _is_title(title: str | None) -> bool:
    if not title:
        return False
    parts = _SEPARATORS.split(title.strip())[:6]
    return bool(_TITLES.fullmatch(title.strip()) or any(map(_IN_PARTS.fullmatch, parts)))


def _asks_for_more(title: str | None) -> bool:
    return bool(title and _WORDS_FOR_MORE.fullmatch(title.strip()))


def has_title(facts: PageFacts) -> bool:
    """Whether a page is titled like a wall."""
    return _is_title(facts.title) or _asks_for_more(facts.title)


def is_wall(url: str) -> bool:
    """Whether an address is that of a wall: a waiting room, a captcha, a refusal."""
    return urls.host_of(url).endswith(_WALL_HOSTS) or bool(_WALL_PATH.search(urlsplit(url).path))


def find(
    facts: PageFacts | None,
    status: int,
    headers: Mapping[str, str],
    *,
    asked: str = "",
    cited_title: str | None = None,
) -> str | None:
    """Evidence of a bot wall in the headers or on the page, or None.

    Where the status says by itself that the page is gone (404, 410), only a challenge that cannot be
    mistaken says otherwise.
    """
    named = challenge.by_headers(status, headers)
    if named or facts is None:
        return named
    if status == _ACCEPTED and facts.words < _BARE:
        return f"202 Accepted and {signs.only(facts.words)}, as walls answer robots"
    if not has_title(facts) and not signs.of(facts, *_SHOWN):
        return None
    # Somebody may have cited the wall itself by its title; then only that title says nothing.
    grabbed = has_title(facts) and naming.is_title(facts.title or "", cited_title)
    is_named = status not in challenge.REFUSALS and naming.is_named(facts, cited_title, asked)
    is_cited = is_named and not grabbed
    challenges = [one.text for one in signs.of(facts, "botwall.challenge") if not is_cited or facts.words < _FEW]
    if challenges and challenges[0] in _ALONE and facts.words < _FAT:
        return f"a challenge of {challenges[0]} instead of the page"
    found = [one if one.startswith("a script") else f"a challenge script of {one}" for one in challenges[:1]]
    said = [] if is_cited else _said(facts, status, titled=not is_named)
    if status in (404, 410):
        return signs.both(found + said) if found and said else None
    found += said + [f"a script of {one.text}" for one in signs.of(facts, "botwall.marker")]
    if status in challenge.REFUSALS and found:
        found.append(f"status {status}")
    if facts.words < _THIN and (challenges or said):
        found.append(signs.only(facts.words))
    return signs.both(found)


def _said(facts: PageFacts, status: int, *, titled: bool) -> list[str]:
    """What the page says of itself in its text and, where that counts, its title."""
    title = (facts.title or "").strip()
    sentences = [f"the page says “{one.text}”" for one in signs.of(facts, "botwall.sentence")]
    sure = _is_title(title)
    more = _asks_for_more(title) and (sentences or signs.of(facts, *_COMPANY) or status in challenge.REFUSALS)
    if titled and (sure or more) and not (status in challenge.REFUSALS and _STATUS.fullmatch(title)):
        sentences.append(f"the title says “{title}”")
    return sentences
