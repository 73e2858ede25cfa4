"""What nobody can know from here: refusals, walls, silence, errors; and answers no browser could use."""

from __future__ import annotations

import gzip

from servers import answer

from behaviours import CITED, OK, PAGE, SHORT, Rows, closing, does, hop, html, ok, raw, silent, status, to

CF = '<script>window._cf_chl_opt={cvId:"3"}</script><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>'
CHALLENGE = html("Just a moment...", "Enable JavaScript and cookies to continue", head=CF)

WALLS: Rows = [
    does("403 by a challenge", status(403, cf_mitigated="challenge"), "bot-wall"),
    does("404 by a challenge", status(404, cf_mitigated="challenge"), "bot-wall"),
    does("429 by a challenge", status(429, cf_mitigated="challenge"), "bot-wall"),
    does("Cloudflare, 503", answer(503, CHALLENGE, server="cloudflare"), "bot-wall"),
    does("Cloudflare, 200", answer(200, CHALLENGE), "bot-wall"),
    does("Cloudflare, 404", answer(404, CHALLENGE), "bot-wall"),
    does("Cloudflare blocks", answer(403, html("Attention Required! | Cloudflare", "Sorry, you have been blocked"), server="cloudflare", cf_ray="1"), "bot-wall"),
    does("Cloudflare asks for money", status(402, crawler_price="USD 0.01"), "bot-wall"),
    does("AWS WAF, 202", answer(202, html("", "", body="<script src='https://x.token.awswaf.com/challenge.js'></script>"), x_amzn_waf_action="challenge"), "bot-wall"),
    does("AWS WAF, 405 with a captcha", answer(405, html("Human Verification", "", body="<script>window.gokuProps={}</script>"), x_amzn_waf_action="captcha"), "bot-wall"),
    does("AWS WAF, 200 without its header", answer(200, html("", "", body="<script>window.awsWafCookieDomainList=[];window.gokuProps={}</script>")), "bot-wall"),
    does("CloudFront, 403", status(403, x_cache="Error from cloudfront"), "bot-wall"),
    does("Anubis, 200", ok("Making sure you're not a bot!", "Loading...", body="<script id='anubis_challenge'>{}</script>"), "bot-wall"),
    does("Anubis denies, 200", ok("Oh noes!", "Access Denied", body="<img src='/.within.website/x/cmd/anubis/static/img/reject.webp'>"), "bot-wall"),
    does("Akamai, 403", answer(403, html("Access Denied", "You don't have permission. Reference #18.2d"), server="AkamaiGHost"), "bot-wall"),
    does("Akamai verifies, 200", ok("", "", head='<meta http-equiv="refresh" content="5; URL=\'/x?bm-verify=AAQ\'">'), "bot-wall"),
    does("DataDome, 403", answer(403, html("town.org", "Please enable JS and disable any ad blocker", body="<script>var dd={'host':'geo.captcha-delivery.com'}</script>"), x_datadome="protected"), "bot-wall"),
    does("HUMAN, 403", answer(403, html("Access to this page has been denied", "Press and hold", body="<div id='px-captcha'></div>")), "bot-wall"),
    does("HUMAN, 200", ok("Access to this page has been denied", "Press and hold to confirm you are a human", body="<div id='px-captcha'></div>"), "bot-wall"),
    does("Imperva, 200", ok("", "Request unsuccessful. Incapsula incident ID: 1", body="<iframe src='/_Incapsula_Resource?CWUDNSAI=9'></iframe>"), "bot-wall"),
    does("Imperva, 403", status(403, x_iinfo="1-2-3", x_cdn="Imperva"), "bot-wall"),
    does("Vercel, 429", answer(429, html("Vercel Security Checkpoint", "We're verifying your browser"), x_vercel_mitigated="challenge"), "bot-wall"),
    does("Vercel, 403 without its header", answer(403, html("Vercel Security Checkpoint", "We're verifying your browser")), "bot-wall"),
    does("Sucuri, 403", answer(403, html("Sucuri WebSite Firewall - Access Denied", "Access Denied"), server="Sucuri/Cloudproxy", x_sucuri_block="1"), "bot-wall"),
    does("Sucuri, 200 by a script", ok("You are being redirected...", "", body="<script>var s={},sucuri_cloudproxy_js='';document.cookie='x=1';location.reload();</script>"), "bot-wall"),
    does("DDoS-Guard, 403", answer(403, html("DDoS-Guard", "Checking your browser before accessing"), server="ddos-guard"), "bot-wall"),
    does("Alibaba, 200", ok("", "", body="<script>var arg1='A1';document.cookie='acw_sc__v2='+x;location.reload()</script>"), "bot-wall"),
    does("F5 rejects, 200", ok("Request Rejected", "The requested URL was rejected. Please consult with your administrator. Your support ID is: 1"), "bot-wall"),
    does("a cookie by script, nobody's", ok("", "", body="<script>document.cookie='a=b;path=/';location.href=location.href</script>"), "bot-wall"),
    does("a robot check, 503", answer(503, html("Robot Check", "Enter the characters you see below")), "bot-wall"),
    does("unusual traffic, 429", answer(429, html("Sorry...", "Our systems have detected unusual traffic from your computer network")), "bot-wall"),
    does("a slider, Chinese", ok("滑动验证页面", "请按住滑块，拖动到最右边"), "bot-wall"),
    does("a wall, Russian", answer(403, html("Доступ ограничен", "Подтвердите, что вы не робот")), "bot-wall"),
    does("says forbidden, 200", ok("403 Forbidden", "You are not allowed to see this. You have been blocked."), "bot-wall"),
    does("sent to a captcha", to("/captcha?return=/x"), "bot-wall", elsewhere=ok("Captcha", "Type the letters.")),
    does("sent to a page that denies", to("/access-denied.html"), "bot-wall", elsewhere=ok("The River", "No.")),
    does("asks whether one is a robot, 200", ok("Bloomberg - Are you a robot?", "We've detected unusual activity from your computer network."), "bot-wall"),
    does("F5 wants a script, 200", ok("", "Please enable JavaScript to view the page content. Your support ID is: 12345"), "bot-wall"),
    does("999", status(999), "bot-wall"),
    does("202 and nothing", answer(202), "bot-wall"),
    does("202 and a script", answer(202, html("", "", body="<script>(function(){var a=1})()</script>")), "bot-wall"),
    does("SiteGround, 202", answer(202, html("", "", head="<meta http-equiv='refresh' content='0;/.well-known/sgcaptcha/?r=%2F'>")), "bot-wall"),
    does("Ruishu, 412", answer(412, html("", "", body="<script>$_ts=window['$_ts'];$_ts.cd='a';</script>")), "bot-wall"),
    does("SafeLine, 468", answer(468, html("", "您的请求疑似攻击行为，已被拦截", lang="zh")), "bot-wall"),
    does("Wordfence, 503", answer(503, html("Your access to this site has been limited", "Your access has been limited by the site owner. Generated by Wordfence")), "bot-wall"),
    does("Imperva's shell, 200", ok("", "", head="<meta name='robots' content='noindex'><script src='/_Incapsula_Resource?SWJIYLWA=5'></script>"), "bot-wall"),
]  # fmt: skip

REFUSED: Rows = [
    does("401", status(401, www_authenticate="Basic"), "login-required"),
    does("402", status(402), "payment-required"),
    does("403", status(403), "http-403"),
    does("403 with a page that says not found", answer(403, html("Page not found", "Not found")), "http-403"),
    does("429 for ever", status(429), "rate-limited"),
    does("429 for hours", status(429, retry_after="7200"), "rate-limited"),
    does("429 till another year", status(429, retry_after="Fri, 01 Jan 2100 00:00:00 GMT"), "rate-limited"),
    does("429 for an absurd time", status(429, retry_after="9" * 40), "rate-limited"),
    does("451", status(451), "legal-451"),
    does("withheld from a region, 200", ok("Sorry", "This content is not available in your country."), "legal-451"),
    does("withheld from Europeans, 200", ok("Our European visitors are important to us.", "This site is currently unavailable to visitors from the European Economic Area."), "legal-451"),
    does("429 that says so", answer(429, html("Too Many Requests", "Slow down")), "rate-limited"),
    does("403 that says so", answer(403, html("403 Forbidden", "nginx", h1="403 Forbidden"), server="nginx"), "http-403"),
    does("511", status(511), "login-required"),
    does("sent to a login", to("/login?next=/x"), "login-required"),
    does("sent to a login for good", to("/account/login", 301), "login-required"),
    does("sent to a sign-in by script", ok("", "", body='<script>location.href="/signin?next=x";</script>'), "login-required"),
    does("a login in its place", ok("Sign in | The River Times", "Enter your name.", body='<form><input name=u><input type="password"></form>'), "login-required"),
    does("sent to choose an institution", to("/login/wayf?entityID=x&return=y"), "login-required", elsewhere=ok("Select your institution", "Choose your home organisation.")),
    does("sent to a consent page in German", to("/consent/zustimmung?url=x"), "consent-wall", elsewhere=ok("Zustimmung", "Mit Werbung und Tracking weiterlesen oder Pur-Abo. Zustimmen und weiter", lang="de")),
    does("sent to a consent page", to("/consent?continue=/x"), "consent-wall"),
    does("a consent page in its place", ok("Before you continue", "Before you continue to The River: we use cookies and data. Reject all. Accept all."), "consent-wall"),
]  # fmt: skip

NO_BROWSER: Rows = [
    *(does(str(code), status(code), f"http-{code}") for code in (400, 405, 406, 409, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 426, 428, 431)),
    *(does(str(code), status(code), "http-4xx") for code in (407, 420, 430, 444, 449, 460, 494, 499)),
    does("301 without a target", status(301), "http-3xx"),
    does("302 with an empty target", to(""), "http-3xx"),
    does("304 out of the blue", status(304), "http-3xx"),
    does("305", status(305), "http-3xx"),
    does("a redirect to itself", lambda r: to(r.path), "redirect-loop"),
    does("a redirect to a fragment of itself", to("#part"), "redirect-loop"),
    does("a ring of two", lambda r: to(r.path.removesuffix("/y") if r.path.endswith("/y") else r.path + "/y"), "redirect-loop"),
    does("ever further", lambda r: to(r.path + "x"), "too-many-redirects"),
    does("a target that is none", to("http://[oops/"), "malformed-response"),
    does("a target with a bad port", to("http://127.77.0.1:x/"), "malformed-response"),
    does("a target of 9,000 characters", to("/alive?" + "x" * 9000, 301), "malformed-response"),
    does("two targets", closing(raw("HTTP/1.1 301 x\r\nLocation: /alive\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n", b"")), "malformed-response"),
    does("another protocol", b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "malformed-response"),
    does("HTTP/0.9", closing(PAGE), "malformed-response"),
    does("a status that is no number", closing(b"HTTP/1.1 OK\r\n\r\n"), "malformed-response"),
    does("status 700", status(700), "malformed-response"),
    does("NUL in a header", closing(raw("HTTP/1.1 200 OK\r\nX: \0\r\nContent-Type: text/html\r\n\r\n")), "malformed-response"),
    does("two lengths", closing(raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n")), "malformed-response"),
    does("headers without end", closing(b"HTTP/1.1 200 OK\r\n" + b"X-Header: value\r\n" * 30_000), "malformed-response"),
    does("one header without end", closing(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 400_000), "malformed-response"),
    does("not gzip", answer(200, b"plain text", content_encoding="gzip"), "bad-encoding"),
    does("not brotli", answer(200, b"\xff\xff\xff\xff plain text", content_encoding="br"), "bad-encoding"),
    does("not zstd", answer(200, b"plain text", content_encoding="zstd"), "bad-encoding"),
    does("gzip twice, said once", answer(200, gzip.compress(gzip.compress(PAGE)), content_encoding="gzip"), "bad-encoding"),
    does("gzip, not said", answer(200, gzip.compress(PAGE)), "bad-encoding"),
]  # fmt: skip

NO_ANSWER: Rows = [
    *(does(str(code), status(code), f"http-{code}") for code in (408, 425, 500, 501, 502, 503, 504, 505, 507, 508, 509, 520, 521, 522, 523, 524, 525, 526, 530)),
    *(does(str(code), status(code), "http-5xx") for code in (506, 510, 529, 561, 599)),
    does("503 for a day", status(503, retry_after="86400"), "rate-limited"),
    does("503 with words of death", answer(503, html("Page not found", "Not found")), "http-503"),
    does("500 that says 404", answer(500, html("404 Not Found", "Not found")), "http-500"),
    does("sent home, which fails", to("/", 301), "http-500", elsewhere=status(500)),
    does("closes at once", lambda r: None, "connection-reset"),
    does("closes in the status line", closing(b"HTTP/1."), "connection-reset"),
    does("closes in a header", closing(b"HTTP/1.1 200 OK\r\nContent-Ty"), "connection-reset"),
    does("closes before the headers end", closing(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"), "connection-reset"),
    does("closes in a header of an answer that says gone", closing(b"HTTP/1.1 404 Not Found\r\nContent-Ty"), "connection-reset"),
    does("silence", silent, "timeout"),
    does("sent to an error", to("/error?id=7"), "error-page"),
    does("sent to an error, as ASP.NET does it", to("/Error.aspx?aspxerrorpath=/x"), "error-page"),
    does("sent to maintenance", to("/maintenance.html"), "error-page", elsewhere=ok("The River Times", "We are working on it.")),
    does("a server without a site", ok("", "", h1="It works!"), "error-page"),
    does("maintenance, 200", ok("Site under maintenance", "We'll be back soon. The site is down for scheduled maintenance."), "error-page"),
    does("no database, 200", ok("Error establishing a database connection", "Error establishing a database connection"), "error-page"),
    does("a fatal error, 200", answer(200, b"<br /><b>Fatal error</b>: Uncaught Error: Call to a member function x() on null in /var/www/x.php on line 12"), "error-page"),
    does("an account suspended, 200", ok("Account Suspended", "This account has been suspended. Contact your hosting provider for more information."), "error-page"),
    does("an empty nginx", ok("Welcome to nginx!", "If you see this page, the nginx web server is successfully installed and working.", h1="Welcome to nginx!"), "error-page"),
    does("an outage for every address", ok("The River Times", "The article could not be found in the database. Please try again later."), "error-page", elsewhere=ok("The River Times", "The article could not be found in the database. Please try again later.")),
    does("an outage for every address, German", ok("The River Times", "Der Inhalt ist derzeit nicht erreichbar. Bitte versuchen Sie es später."), "error-page", elsewhere=ok("The River Times", "Der Inhalt ist derzeit nicht erreichbar. Bitte versuchen Sie es später.")),
    does("an outage for every address, Russian", ok("The River Times", "Страница временно недоступна: технические работы."), "error-page", elsewhere=ok("The River Times", "Страница временно недоступна: технические работы.")),
    does("a gateway's error, 200", ok("502 Bad Gateway", "The site is temporarily unavailable.", h1="502 Bad Gateway"), "error-page"),
]  # fmt: skip

UNSAFE: Rows = [
    *(
        does(f"a redirect to {where}", to(where), "unsafe-redirect")
        for where in (
            "http://10.0.0.1/", "http://169.254.169.254/latest/", "http://127.0.0.1/", "http://localhost/", "http://[::1]/",
            "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://0/", "http://[::ffff:10.0.0.1]/",
            "http://192.168.0.1.:80/", "http://user@10.0.0.1/", "//10.0.0.1/x", "\\\\10.0.0.1\\x", "http://100.64.0.1/",
            "http://[64:ff9b::a00:1]/", "http://168.63.129.16/", "http://127.77.0.1:22/", "http://127.77.0.1:6379@10.0.0.1/",
            "file:///etc/passwd", "ftp://127.77.0.1/", "javascript:alert(1)", "data:text/html,x", "gopher://127.77.0.1/", "mailto:a@b.org",
        )
    ),
    does("a refresh to a private address", ok("", "", head='<meta http-equiv="refresh" content="0;url=http://192.168.1.1/">'), "unsafe-redirect"),
    does("a refresh to a refresh to a private address", lambda r: ok("", "", head='<meta http-equiv="refresh" content="0;url=' + ("http://10.0.0.1/" if r.path.endswith("/b") else f"{CITED}/b") + '">'), "unsafe-redirect"),
    does("two steps to a private address", hop(to(f"{CITED}/step", 301), to("http://192.168.1.1/")), "unsafe-redirect"),
]  # fmt: skip

UNKNOWN: Rows = [*WALLS, *REFUSED, *NO_BROWSER, *NO_ANSWER, *UNSAFE]
_ = (OK, SHORT)
