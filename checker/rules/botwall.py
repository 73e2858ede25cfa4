"""Bot walls: a challenge or refusal meant for robots. The page behind it may be fine.

That a vendor's network serves a page is no sign; its challenge is. Signals after microlinkhq/is-antibot,
wafw00f and Cloudflare's documentation (read November 2026). Anubis answers 200 for challenge and denial
alike (TecharoHQ/anubis#473).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs

_REFUSALS = frozenset({401, 402, 403, 405, 406, 418, 429, 503, 999, 202})
_MARKERS: tuple[tuple[str, str], ...] = (
    ("_cf_chl_opt", "Cloudflare"),
    ("/cdn-cgi/challenge-platform/h/", "Cloudflare"),
    ("cf-browser-verification", "Cloudflare"),
    ("anubis_challenge", "Anubis"),
    ("/.within.website/x/cmd/anubis/", "Anubis"),
    ("window._pxappid", "HUMAN"),
    ("px-captcha", "HUMAN"),
    ("geo.captcha-delivery.com", "DataDome"),
    ("_incapsula_resource", "Imperva"),
    ("awswafintegration", "AWS WAF"),
    ("window.gokuprops", "AWS WAF"),
    ("sucuri website firewall", "Sucuri"),
    ("ddos-guard", "DDoS-Guard"),
    ("kpsdk", "Kasada"),
    ("g-recaptcha", "reCAPTCHA"),
    ("hcaptcha.com/1/api.js", "hCaptcha"),
)
_ALONE = frozenset({"Anubis"})
_TITLES = re.compile(
    r"just a moment\W*|attention required!.*|access denied|please wait\W.*|checking your browser.*|are you a robot\W*|"
    r"robot check|human verification|security check|verify(?:ing)? (?:that )?you are (?:a )?human.*|"
    r"one moment, please\W*|ddos-guard|pardon our interruption\W*|request rejected|you have been blocked.*|"
    r"making sure you['’]re not a bot!?|bot verification|доступ (?:запрещ[её]н|ограничен)|"
    r"проверка (?:браузера|безопасности).*|вы (?:не )?робот\??|zugriff verweigert|accès refusé|acceso denegado|"
    r"安全验证|人机验证|访问验证",
    re.IGNORECASE,
)
_SENTENCES = re.compile(
    r"enable javascript and cookies to continue|verify you are (?:a )?human|checking (?:if the site connection is "
    r"secure|your browser before)|unusual traffic from your computer|using automation tools|the requested url was "
    r"rejected|complete the security check|reference ?#[0-9]+\.[0-9a-f]|request unsuccessful\. incapsula|"
    r"подтвердите, что вы не робот|bestätigen sie, dass sie kein roboter|请完成安全验证",
)
_THIN = 150


def body_signs(page: PageText) -> Iterator[Sign]:
    """The marks that challenge scripts and refusal pages leave."""
    low = page.low_source
    for marker, vendor in _MARKERS:
        if marker in low:
            yield Sign("botwall.marker", vendor)
            break
    match = _SENTENCES.search(page.low[:20_000])
    if match:
        yield signs.sign("botwall.sentence", match[0])


def find(facts: PageFacts | None, status: int, headers: Mapping[str, str]) -> str | None:
    """Evidence of a bot wall in the headers or on the page, or None."""
    named = _by_headers(status, headers)
    if named or facts is None:
        return named
    markers = [one.text for one in signs.of(facts, "botwall.marker")]
    if markers and markers[0] in _ALONE:
        return f"a challenge of {markers[0]} instead of the page"
    found = []
    if markers:
        found.append(f"a challenge script of {markers[0]}")
    found += [f"the page says “{one.text}”" for one in signs.of(facts, "botwall.sentence")]
    if facts.title and _TITLES.fullmatch(facts.title.strip()):
        found.append(f"the title says “{facts.title}”")
    if status in _REFUSALS and found:
        found.append(f"status {status}")
    if facts.words < _THIN and found:
        found.append(f"only {facts.words} words")
    return signs.both(found)


def _by_headers(status: int, headers: Mapping[str, str]) -> str | None:
    if "challenge" in headers.get("cf-mitigated", ""):
        return "a challenge of Cloudflare instead of the page"
    if "challenge" in headers.get("x-vercel-mitigated", ""):
        return "a challenge of Vercel instead of the page"
    if headers.get("x-amzn-waf-action") in ("challenge", "captcha"):
        return "a challenge of AWS WAF instead of the page"
    if status not in _REFUSALS:
        return None
    server = headers.get("server", "").lower()
    vendors = (
        ("x-sucuri-block" in headers, "Sucuri"),
        ("x-datadome" in headers or "datadome" in server, "DataDome"),
        ("x-iinfo" in headers or "incapsula" in headers.get("x-cdn", "").lower(), "Imperva"),
        ("akamaighost" in server and status == 403, "Akamai"),
        ("ddos-guard" in server, "DDoS-Guard"),
        ("cf-ray" in headers and status in (403, 429), "Cloudflare"),
    )
    vendor = next((name for seen, name in vendors if seen), None)
    return f"refused by {vendor} ({status})" if vendor else None
