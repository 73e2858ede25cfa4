"""Bot walls: a challenge or refusal meant for robots. The page behind it may be fine.

That a vendor's network serves a page is no sign; its challenge is. Some marks stand on challenge pages only;
others (captchas of forms, scripts that watch visitors) stand on real pages too and need company. Signals after
microlinkhq/is-antibot, wafw00f and Cloudflare's documentation (read November 2026). Anubis answers 200 for
challenge and denial alike (TecharoHQ/anubis#473).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs

_REFUSALS = frozenset({401, 402, 403, 405, 406, 418, 429, 503, 999, 202})
_CHALLENGES: tuple[tuple[str, str], ...] = (
    ("_cf_chl_opt", "Cloudflare"),
    ("cf-browser-verification", "Cloudflare"),
    ("/cdn-cgi/challenge-platform/h/b/orchestrate", "Cloudflare"),
    ("/cdn-cgi/challenge-platform/h/g/orchestrate", "Cloudflare"),
    ("cf-error-details", "Cloudflare"),
    ("anubis_challenge", "Anubis"),
    ("/.within.website/x/cmd/anubis/", "Anubis"),
    ("/cmd/go-away/", "go-away"),
    ("px-captcha", "HUMAN"),
    ("geo.captcha-delivery.com", "DataDome"),
    ("window.gokuprops", "AWS WAF"),
    ("awswafcookiedomainlist", "AWS WAF"),
    ("_incapsula_resource?swudnsai", "Imperva"),
    ("_incapsula_resource?cwudnsai", "Imperva"),
    ("incapsula incident id", "Imperva"),
    ("sucuri_cloudproxy_js", "Sucuri"),
    ("sucuri website firewall - access denied", "Sucuri"),
    ("/.well-known/ddos-guard/js-challenge", "DDoS-Guard"),
    ("/_sec/cp_challenge/", "Akamai"),
    ("bm-verify=", "Akamai"),
    ("/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39-8ed7-437e-a3be-862e0f06eea3/fp", "Kasada"),
    ("distilidentificationblock", "Imperva"),
    ("distil_r_captcha", "Imperva"),
    ("vercel security checkpoint", "Vercel"),
    ("__qrator/qauth", "Qrator"),
    ("acw_sc__v2", "Alibaba Cloud"),
    ("__jsl_clearance", "Jiasule"),
    ("/.safeline/", "SafeLine"),
    ('window["bobcmn"]', "F5"),
    ("validate.perfdrive.com", "Radware"),
)
_WATCHERS: tuple[tuple[str, str], ...] = (
    ("/cdn-cgi/challenge-platform/", "Cloudflare"),
    ("challenges.cloudflare.com/turnstile", "Cloudflare"),
    ("window._pxappid", "HUMAN"),
    ("_incapsula_resource", "Imperva"),
    ("awswafintegration", "AWS WAF"),
    ("token.awswaf.com", "AWS WAF"),
    ("sucuri website firewall", "Sucuri"),
    ("ddos-guard", "DDoS-Guard"),
    ("kpsdk", "Kasada"),
    ("g-recaptcha", "reCAPTCHA"),
    ("hcaptcha.com/1/api.js", "hCaptcha"),
    ("h-captcha", "hCaptcha"),
)
_ALONE = frozenset({"Anubis"})
_TITLES = re.compile(
    r"just a moment\W*|attention required!.*|access denied\W*|access to this page has been denied\W*|please wait\W.*|"
    r"(?:un momento|un instant|nur einen moment|один момент|um momento|un attimo|bir dakika lütfen|请稍候|請稍候)\W*|"
    r"checking your browser.*|are you (?:a )?(?:robot|human)\W*|robot check|human verification|security check(?:point)?|"
    r".{0,20}security checkpoint|verify(?:ing)? (?:that )?you are (?:a )?human.*|(?:verifying|checking) your connection\W*|"
    r"performing security verification\W*|one moment, please\W*|ddos-guard|ddos protection.*|pardon our interruption\W*|"
    r"request rejected|(?:sorry, )?you have been blocked.*|client challenge|bot (?:or not|verification|detection)\W*|"
    r"making sure you['’]re not a bot!?|(?:radware |shieldsquare )?(?:bot manager )?captcha(?: challenge| page)?|blocked|forbidden|"
    r"403(?: forbidden| - forbidden.*)?|(?:too many requests|429 too many requests)|unusual traffic.*|"
    r"доступ (?:запрещ[её]н|ограничен)|проверка (?:браузера|безопасности).*|вы (?:не )?робот\??|ddos.{0,20}защит.*|"
    r"zugriff verweigert|sicherheits(?:prüfung|überprüfung)|accès refusé|acceso denegado|安全验证|人机验证|访问验证|滑动验证页面|"
    r"访问被拒绝|请求被拦截.*|验证码",
    re.IGNORECASE,
)
_SENTENCES = re.compile(
    r"enable javascript and cookies to continue|please enable js and disable any ad blocker|(?:verify|confirm|prove) (?:that )?you(?: are|['’]re) "
    r"(?:a |not a )?(?:human|robot|bot)|checking (?:if the site connection is secure|your browser before)|unusual traffic from your computer|"
    r"using automation tools|your support id is|the requested url was rejected|complete the security check|reference ?#[0-9]+\.[0-9a-f]|"
    r"request unsuccessful\. incapsula|needs to review the security of your connection|you (?:have been|are) (?:blocked|unable to access)|"
    r"your (?:request|access|ip(?: address)?) (?:has been|was|is) (?:temporarily )?blocked|automated (?:access|requests|queries) (?:from|to)|"
    r"click to (?:verify|prove)|are you a robot\?|not a robot|bot detection|security service to protect itself|"
    r"подтвердите, что вы не робот|не робот|bestätigen sie, dass sie (?:kein roboter|ein mensch)|confirmez que vous (?:êtes humain|n['’]êtes pas un robot)|"
    r"请完成安全验证|请按住滑块|完成验证后|您的访问被(?:拦截|阻断|拒绝)|访问过于频繁"
)
_IN_PARTS = re.compile(
    r"are you (?:a )?(?:robot|human)\W*|robot or human\W*|robot check|captcha challenge|"
    r"human verification|bot verification|.*used cloudflare to restrict access",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"(?:40[1-6]|429|503)?[\s:–-]*(?:forbidden|too many requests|access denied|unauthorized)?\W*", re.IGNORECASE
)
"""Titles that only repeat a refusing status: with status 200 they say something, with their own they do not."""
_SEPARATORS = re.compile(r"\s+[|–—·•-]+\s+")
_WALL_HOSTS = ("queue-it.net", "perfdrive.com", "captcha-delivery.com", "challenges.cloudflare.com", "hcaptcha.com")
_WALL_PATH = re.compile(
    r"/(?:\w{0,20}[-_])?(?:captcha|challenge|access[-_]?denied|forbidden|blocked|bot[-_]?check|robot[-_]?check|"
    r"are[-_]?you[-_]?(?:a[-_]?)?(?:human|robot)|human[-_]?verification|unauthorized|403)(?:\.[a-z]{2,5})?/?$"
    r"|/sorry/index$|^/cdn-cgi/",
    re.IGNORECASE | re.ASCII,
)
_COOKIE_AND_AGAIN = re.compile(r"document\.cookie\s{0,9}=")
_AGAIN = re.compile(r"location\.reload\(|location(?:\.href)?\s{0,9}=|location\.replace\(|\.submit\(\)")
_THIN = 150
_FAT = 400
_BARE = 20


def body_signs(page: PageText) -> Iterator[Sign]:
    """The marks that challenge scripts and refusal pages leave; a page full of text is no wall."""
    if page.words > _FAT and not _is_title(page.title):
        return
    low = page.low_source
    for marks, rule in ((_CHALLENGES, "botwall.challenge"), (_WATCHERS, "botwall.marker")):
        vendor = next((name for mark, name in marks if mark in low), None)
        if vendor:
            yield Sign(rule, vendor)
            break
    if page.words < _BARE and _COOKIE_AND_AGAIN.search(low) and _AGAIN.search(low):
        yield Sign("botwall.challenge", "a script that sets a cookie and loads again")
    match = _SENTENCES.search(page.low[:20_000])
    if match:
        yield signs.sign("botwall.sentence", match[0])


def _is_title(title: str | None) -> bool:
    if not title:
        return False
    parts = _SEPARATORS.split(title.strip())[:6]
    return bool(_TITLES.fullmatch(title.strip()) or any(map(_IN_PARTS.fullmatch, parts)))


def is_wall(url: str) -> bool:
    """Whether an address is that of a wall: a waiting room, a captcha, a refusal."""
    return urls.host_of(url).endswith(_WALL_HOSTS) or bool(_WALL_PATH.search(urlsplit(url).path))


def find(facts: PageFacts | None, status: int, headers: Mapping[str, str]) -> str | None:
    """Evidence of a bot wall in the headers or on the page, or None.

    Where the status says by itself that the page is gone (404, 410), only a challenge that cannot be
    mistaken says otherwise.
    """
    named = _by_headers(status, headers)
    if named or facts is None:
        return named
    challenges = [one.text for one in signs.of(facts, "botwall.challenge")]
    if challenges and challenges[0] in _ALONE:
        return f"a challenge of {challenges[0]} instead of the page"
    found = [f"a challenge script of {one}" for one in challenges[:1]]
    said = [f"the page says “{one.text}”" for one in signs.of(facts, "botwall.sentence")]
    if facts.title and _is_title(facts.title) and not (status in _REFUSALS and _STATUS.fullmatch(facts.title.strip())):
        said.append(f"the title says “{facts.title}”")
    if status in (404, 410):
        return signs.both(found + said) if found and said else None
    found += said + [f"a script of {one.text}" for one in signs.of(facts, "botwall.marker")]
    if status in _REFUSALS and found:
        found.append(f"status {status}")
    if facts.words < _THIN and (challenges or said):
        found.append(f"only {facts.words} words")
    return signs.both(found)


def _by_headers(status: int, headers: Mapping[str, str]) -> str | None:
    if "challenge" in headers.get("cf-mitigated", ""):
        return "a challenge of Cloudflare instead of the page"
    if "challenge" in headers.get("x-vercel-mitigated", "") or "deny" in headers.get("x-vercel-mitigated", ""):
        return "a challenge of Vercel instead of the page"
    if headers.get("x-amzn-waf-action") in ("challenge", "captcha"):
        return "a challenge of AWS WAF instead of the page"
    if status not in _REFUSALS:
        return None
    server = headers.get("server", "").lower()
    vendors = (
        ("x-sucuri-block" in headers or "sucuri" in server, "Sucuri"),
        ("x-datadome" in headers or "x-dd-b" in headers or "datadome" in server, "DataDome"),
        (
            "x-iinfo" in headers or any(name in headers.get("x-cdn", "").lower() for name in ("incapsula", "imperva")),
            "Imperva",
        ),
        ("akamaighost" in server and status == 403, "Akamai"),
        ("ddos-guard" in server, "DDoS-Guard"),
        ("qrator" in server, "Qrator"),
        ("x-kasada" in " ".join(headers) or "x-kpsdk-ct" in headers, "Kasada"),
        ("error from cloudfront" in headers.get("x-cache", "").lower() and status == 403, "CloudFront"),
        ("crawler-price" in headers and status == 402, "Cloudflare, which asks robots to pay"),
        (("cf-ray" in headers or server == "cloudflare") and status in (403, 429), "Cloudflare"),
    )
    vendor = next((name for seen, name in vendors if seen), None)
    return f"refused by {vendor} ({status})" if vendor else None
