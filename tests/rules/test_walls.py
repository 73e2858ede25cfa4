"""Walls, refusals and errors shown in place of a page; beside each, pages of content that use the same words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from checker.evidence import page_facts
from checker.observation import Exchange, Target
from checker.reasons import Reason
from checker.rules import page_trouble

URL = "https://site.org/notes/14"
LONG = "<p>" + " ".join(f"word{number}" for number in range(200)) + "</p>"


def trouble(
    html: str,
    *,
    url: str = URL,
    cited: str | None = None,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Reason | None:
    """The reason that a page is none, if it is none; with the title it was cited by."""
    body = f"<!doctype html><html>{html}</html>".encode()
    kept = (("content-type", "text/html; charset=utf-8"),)
    facts = page_facts(Exchange(Target(url), url, (), status, kept, body, complete=True))
    assert facts is not None
    found = page_trouble(facts, url, status, headers or {}, cited_title=cited)
    return found[0] if found else None


WALLS = {
    "Imperva, its shell": '<head><meta name="ROBOTS" content="NOINDEX, NOFOLLOW"><script src="/_Incapsula_Resource?SWJIYLWA=71"></script></head><body></body>',
    "F5, its shell": '<head><script src="/TSPD/08ab?type=9"></script></head><body><noscript>Please enable JavaScript to view the page content.<br>Your support ID is: 77</noscript></body>',
    "F5, another": "<script>window['bobcmn']='10';</script><noscript>Please enable JavaScript</noscript>",
    "Ruishu": "<script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.cd='a';</script>",
    "Reblaze": "<script>window.rbzns={seed:'q'};winsocks();</script>",
    "ArvanCloud": "<title>Transferring to the website...</title><script>__arcsjs()</script>",
    "SiteGround": "<head><meta http-equiv='refresh' content='0;/.well-known/sgcaptcha/?r=%2F'></head>",
    "FortiWeb": "<title>Web Filter Violation</title><h2>Web Page Blocked!</h2><p>The page cannot be displayed. Attack ID: 20001 Message ID: 7</p>",
    "Barracuda": "<title>Blocked</title><p>The URL you asked for is blocked by the web application firewall. Event ID: 4</p>",
    "Radware": "<title>Unauthorized Request Blocked</title><h1>Unauthorized Activity Has Been Detected</h1><p>Case Number: 1</p>",
    "denied with a number": "<title>Access Denied</title><p>You don't have permission to see it on this server. Incident number 12.</p>",
    "forbidden by a robot's rule": "<title>Forbidden</title><p>Automated requests are not allowed. Request ID 9.</p>",
    "Spanish": "<title>Verificación de seguridad</title><p>Verifique que usted es humano. Complete el captcha.</p><div class='g-recaptcha'></div>",
    "Portuguese": "<title>Um momento...</title><p>Verifique que você é humano</p><div class='h-captcha'></div>",
    "Italian": "<title>Sito</title><p>Conferma di essere un essere umano</p><div class='h-captcha'></div>",
    "German": "<title>Sind Sie ein Mensch?</title><p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>",
    "French": "<title>Vérification</title><p>Confirmez que vous n’êtes pas un robot</p><div class='frc-captcha'></div>",
    "Chinese": "<title>提示</title><p>您的请求疑似攻击行为，已被拦截</p>",
    "Korean": "<title>접근 제한</title><p>비정상적인 접근이 감지되었습니다.</p>",
    "Japanese": "<title>確認</title><p>私はロボットではありません</p>",
    "a waiting room": "<title>The Site</title><p>You are now in line. Your estimated wait time is 3 minutes.</p>",
    "complete the check": "<title>One more step</title><p>Please complete the security check to access the archive.</p><div class='h-captcha'></div>",
}  # fmt: skip

SENTENCES = [
    "Confirm that you are not a bot.", "Request unsuccessful. Incapsula incident", "Click to prove it", "Bot detection", "Please enable JS and disable any ad blocker",
    "Unusual activity from your device", "Your IP address has been blocked", "Access to this site has been limited", "Your request was rejected.",
    "Ваш IP временно заблокирован", "Запросы с вашего устройства похожи на автоматические", "Sie sind kein Bot", "Ungewöhnlicher Datenverkehr",
    "Je ne suis pas un robot", "No soy un robot", "Não sou um robô", "Non sono un robot", "Ik ben geen robot", "Bevestig dat u een mens bent",
    "Nie jestem robotem", "Potwierdź, że jesteś człowiekiem", "Robot olmadığınızı doğrulayın", "访问过于频繁", "请开启JavaScript并刷新该页", "拖动滑块完成拼图",
    "로봇이 아닙니다", "自動化された不正なアクセス", "The request is blocked.", "The specified URL cannot be accessed", "Please wait while your request is being verified",
]  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_sentence_is_known(sentence: str) -> None:
    """On a page with nothing else, and a captcha beside it."""
    assert trouble(f"<title>Page</title><p>{sentence}</p><div class='h-captcha'></div>") is Reason.BOT_WALL


CONTENT = {
    "a gallery": ("<title>Forbidden</title><p>Photographs of closed towns by Ada Brook. Gallery 2, until May.</p>", "Forbidden: photographs"),
    "a gallery, cited by its address": ("<title>Forbidden</title><p>Photographs of closed towns by Ada Brook.</p>", None),
    "airport news": ("<title>Security check</title><p>The queue at the airport takes nine minutes on average.</p>", None),
    "an exhibition": ("<title>Just a moment</title><p>Short exposures. Opening on 4 May in hall 2.</p>", "Just a moment (exhibition)"),
    "poems": ("<title>Are you a robot? Poems</title><p>Are you a robot? / Please verify you are human, / says the drain.</p>", "Are you a robot? Poems"),
    "a guest book": ("<title>Guest book</title><p>Nice site!</p><form>Complete the security check to post.<div class='h-captcha'></div></form>", None),
    "a comment form": ("<title>A note</title><p>A short note.</p><form><textarea></textarea><div class='g-recaptcha'></div></form>", None),
    "documentation of Anubis": (f"<title>Anubis</title><p>Set <code>&lt;script id=\"anubis_challenge\"&gt;</code> in it.</p>{LONG}", None),
    "documentation of a script": ("<title>Cloudflare's script</title><pre>window._cf_chl_opt = {}</pre><p>It holds the challenge.</p>", None),
    "F5 in front of a record": ("<head><title>Trade 2014</title><script src='/TSPD/08ab?type=9'></script></head><p>Exports 4.1 bn.</p>", None),
    "Imperva in front of an application": ('<head><title>Explorer</title><script src="/_Incapsula_Resource?SWJIYLWA=7"></script></head><div id=root></div><script src="/main.js"></script>', None),
    "news of a firewall": ("<title>Site blocks robots</title><p>The ministry said that its page is blocked by the web application firewall since May.</p>", None),
    "a quoted wall": ("<title>What walls say</title><p>Visitors read “you have been blocked” and “verify you are human”, a survey found.</p>", None),
    "a bank": ("<title>Account suspended</title><p>The central bank suspended the account of Rail Bank. “The account has been suspended until further notice,” a spokesman said on Monday in town.</p>", "Rail Bank's account"),
    "a study": ("<title>Account suspended</title><p>A study of moderation by Ada Brook, 40 pages.</p>", "Account suspended: a study"),
    "a film": ("<title>Internal Server Error</title><p>A film by Ada Brook, 90 minutes.</p>", "Internal Server Error (film)"),
}  # fmt: skip


@pytest.mark.parametrize("name", WALLS)
def test_what_is_shown_to_robots(name: str) -> None:
    """A challenge or a refusal, in any language and with status 200."""
    assert trouble(WALLS[name]) is Reason.BOT_WALL


@pytest.mark.parametrize("name", WALLS)
def test_a_page_that_quotes_it_is_a_page(name: str) -> None:
    """What stands on a wall, quoted as text on a page that says more, walls nothing off."""
    quoted = WALLS[name].replace("&", "&amp;").replace("<", "&lt;")

    assert trouble(f"<title>Walls, a field guide</title><pre><code>{quoted}</code></pre>{LONG}") is None


@pytest.mark.parametrize("name", CONTENT)
def test_what_only_sounds_so(name: str) -> None:
    """Short pages are pages: galleries, notices, records, forms."""
    html, cited = CONTENT[name]

    assert trouble(html, cited=cited, url=URL if cited else "https://site.org/guide/forbidden") is None


@pytest.mark.parametrize("status", [403, 405, 412, 429, 468, 503])
def test_vendors_are_known_by_any_status(status: int) -> None:
    """Whatever status a challenge comes with, it is one."""
    assert trouble(WALLS["Ruishu"], status=status) is Reason.BOT_WALL


LOGINS = {
    "by a script": "<title>Sign in | Library</title><div id=app>Sign in to continue</div>",
    "German": "<title>Anmeldung erforderlich</title><p>Bitte melden Sie sich an, um den Inhalt zu sehen.</p>",
    "Russian": "<title>Вход</title><p>Необходимо авторизоваться</p>",
    "with a field": "<title>Library</title><h1>Log in</h1><form><input type=password></form>",
}
NO_LOGINS = {
    "a word list": ("<title>Sign in</title><p>Phrasal verb: to write one's name on a list.</p>", None),
    "advice": ("<title>How to borrow</title><p>You must be logged in to renew a book.</p>", None),
    "help": ("<title>Log in to the catalogue</title><p>Sign in to continue, then press Renew.</p>", "Log in to the catalogue: help"),
    "a field in the head": ("<title>News</title><form><input type=password></form><p>A bridge opens.</p>", None),
}  # fmt: skip


@pytest.mark.parametrize("name", LOGINS)
def test_what_is_shown_to_strangers(name: str) -> None:
    """A page that is called a login and asks for one."""
    assert trouble(LOGINS[name]) is Reason.LOGIN_REQUIRED


@pytest.mark.parametrize("name", NO_LOGINS)
def test_who_writes_about_logins_asks_for_none(name: str) -> None:
    """Word lists, advice and help are pages."""
    html, cited = NO_LOGINS[name]

    assert trouble(html, cited=cited) is None


def test_a_wall_that_was_cited_by_its_own_title_is_one() -> None:
    """Tools that fill in citations have met walls as well, and took their titles for those of the pages."""
    wall = "<title>Are you a robot?</title><p>Please verify you are human to go on.</p>"

    assert trouble(wall, cited="Are you a robot?") is Reason.BOT_WALL


HOSTING = {
    "cPanel": "<title>Default Web Site Page</title><h1>SORRY!</h1><p>If you are the owner of this website, please contact your hosting provider.</p>",
    "expired": "<title>Website Expired</title><h1>Website Expired</h1><p>This account has expired. If you are the site owner, log in.</p>",
    "Chinese": "<title>虚拟主机已到期</title><h1>网站已到期</h1><p>请联系网站管理员续费。</p>",
    "Russian": "<title>Хостинг сайта приостановлен</title><p>Если вы владелец сайта, обратитесь в службу поддержки.</p>",
    "Plesk": "<title>Domain Default page</title><p>Web Server's Default Page. If you are seeing this message, the website is not available at this time.</p>",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTING)
def test_what_hosters_show(name: str) -> None:
    """An account that ended may come back: no answer this time, no death."""
    assert trouble(HOSTING[name]) is Reason.ERROR_PAGE
