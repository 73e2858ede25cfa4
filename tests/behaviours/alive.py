"""What is there, whatever it looks like: plain, encoded, odd, short, and about the very things we look for."""

from __future__ import annotations

import gzip
import zlib

import brotli
import zstandard
from servers import Request, answer

from behaviours import (
    CITED,
    OK,
    PAGE,
    SHORT,
    WORDS,
    Rows,
    again,
    closing,
    does,
    drip,
    flood,
    hop,
    html,
    ok,
    raw,
    status,
    to,
)

SHELL = '<div id="root"></div><script src="/static/app.3f2a.js"></script>'
CLOUDFLARE_WATCHES = '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'
CODES = "<h2>403 Forbidden</h2><p>no</p><h2>404 Not Found</h2><p>nothing here</p><h2>500</h2>"
COMMENTS = "<h2>Comments</h2><p>anna: the page you requested could not be found, it says</p><p>ben: page not found for me too</p>"


def gated(request: Request) -> bytes:
    """Lets in who brings back the cookie."""
    return (
        OK
        if "seen=1" in request.headers.get("cookie", "")
        else answer(302, Location=request.path, Set_Cookie="seen=1; Path=/")
    )


PLAIN: Rows = [
    does("a page", OK, "http-200"),
    does("plain text", answer(200, b"Some text.", "text/plain"), "http-200"),
    does("a PDF", answer(200, b"%PDF-1.7 ...", "application/pdf"), "http-200"),
    does("JSON", answer(200, b'{"error": "not found"}', "application/json"), "http-200"),
    does("an image", answer(200, b"\x89PNG", "image/png"), "http-200"),
    does("a zip", answer(200, b"PK\x03\x04", "application/zip"), "http-200"),
    does("a feed", answer(200, b"<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", "application/rss+xml"), "http-200"),
    does("no content type", answer(200, PAGE, ""), "http-200"),
    does("HTML as octets", answer(200, PAGE, "application/octet-stream"), "http-200"),
    does("an empty page", answer(200, b""), "http-200"),
    does("204", answer(204), "http-200"),
    does("205", raw("HTTP/1.1 205 Reset Content\r\n\r\n", b""), "http-200"),
    does("203", status(203, PAGE), "http-200"),
    does("206", status(206, PAGE), "http-200"),
    does("226", status(226, PAGE), "http-200"),
    does("299", status(299, PAGE), "http-200"),
    does("202 with the page", status(202, PAGE), "http-200"),
    does("300 with choices", status(300, html("Choices", SHORT)), "http-200"),
    does("refuses HEAD, not GET", lambda r: OK, "http-200"),
    does("short but real", ok("Minutes", "Agreed."), "http-200"),
    does("short and real", ok("A bridge opens", SHORT, h1="A bridge opens"), "http-200"),
    does("a page without words", ok("", ""), "http-200"),
]  # fmt: skip

ENCODED: Rows = [
    does("gzip", answer(200, gzip.compress(PAGE), content_encoding="gzip"), "http-200"),
    does("gzip, upper case", answer(200, gzip.compress(PAGE), content_encoding="GZIP"), "http-200"),
    does("deflate", answer(200, zlib.compress(PAGE), content_encoding="deflate"), "http-200"),
    does("deflate without its header", answer(200, zlib.compress(PAGE)[2:-4], content_encoding="deflate"), "http-200"),
    does("brotli", answer(200, brotli.compress(PAGE), content_encoding="br"), "http-200"),
    does("zstd", answer(200, zstandard.compress(PAGE), content_encoding="zstd"), "http-200"),
    does("gzip cut short", answer(200, gzip.compress(PAGE)[:-20], content_encoding="gzip"), "http-200"),
    does("gzip twice, said twice", answer(200, gzip.compress(gzip.compress(PAGE)), content_encoding="gzip, gzip"), "http-200"),
    does("an encoding nobody knows", answer(200, PAGE, content_encoding="x-new"), "http-200"),
    does("identity", answer(200, PAGE, content_encoding="identity"), "http-200"),
    does("gzip bomb", answer(200, gzip.compress(b"<p>" + b" word" * 2_000_000), content_encoding="gzip"), "http-200"),
    does("zstd bomb", answer(200, zstandard.compress(b" word" * 2_000_000), content_encoding="zstd"), "http-200"),
    does("brotli bomb", answer(200, brotli.compress(b" word" * 2_000_000, quality=5), content_encoding="br"), "http-200"),
    does("latin-1 without a word of it", answer(200, "<title>Café</title>".encode("latin-1") + PAGE, "text/html"), "http-200"),
    does("a charset nobody knows", answer(200, PAGE, "text/html; charset=klingon"), "http-200"),
    does("UTF-16 with its mark", answer(200, "\ufeff".encode("utf-16-le") + PAGE.decode().encode("utf-16-le"), "text/html"), "http-200"),
    does("the wrong charset", answer(200, html("Страница истории", lang="ru"), "text/html; charset=windows-1251"), "http-200"),
    does("a codec that is no charset", answer(200, PAGE, "text/html; charset=rot13"), "http-200"),
]  # fmt: skip

ON_THE_WIRE: Rows = [
    does("a slow drip", drip, "http-200"),
    does("a flood without end", flood, "http-200"),
    does("a body cut short", closing(raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n")), "http-200"),
    does("a length too short", raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\nConnection: close\r\n\r\n"), "http-200"),
    does("the same length twice", raw(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(PAGE)}\r\nContent-Length: {len(PAGE)}\r\n\r\n"), "http-200"),
    does("chunked", raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", b"5\r\n<p>a \r\n0\r\n\r\n"), "http-200"),
    does("chunks that are none", closing(raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", b"5\r\n<p>a \r\nzz\r\n")), "http-200"),
    does("chunks without the last", closing(raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", b"5\r\n<p>a \r\n")), "http-200"),
    does("lines that end in LF", closing(raw("HTTP/1.1 200 OK\nContent-Type: text/html\n\n")), "http-200"),
    does("no reason phrase", closing(raw("HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n")), "http-200"),
    does("a line that is no header", closing(raw("HTTP/1.1 200 OK\r\nthis is none\r\nContent-Type: text/html\r\n\r\n")), "http-200"),
    does("a folded header", closing(raw("HTTP/1.1 200 OK\r\nX-Long: a\r\n  b\r\nContent-Type: text/html\r\n\r\n")), "http-200"),
    does("200 headers", closing(raw("HTTP/1.1 200 OK\r\n" + "".join(f"X-{n}: y\r\n" for n in range(200)) + "Content-Type: text/html\r\n\r\n")), "http-200"),
    does("a header of 60 KB", closing(raw(f"HTTP/1.1 200 OK\r\nX-Big: {'y' * 60_000}\r\nContent-Type: text/html\r\n\r\n")), "http-200"),
    does("HTTP/1.0", closing(raw("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")), "http-200"),
    does("HTTP/2 in words", closing(raw("HTTP/2 200\r\nContent-Type: text/html\r\n\r\n")), "http-200"),
    does("100 and then 200", b"HTTP/1.1 100 Continue\r\n\r\n" + OK, "http-200"),
    does("103 and then 200", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK, "http-200"),
    does("503 once", again(status(503), OK), "http-200"),
    does("503 once, with a time", again(status(503, retry_after="0"), OK), "http-200"),
    does("429 once", again(status(429, retry_after="0"), OK), "http-200"),
    does("429 once, with a date of long ago", again(status(429, retry_after="Mon, 01 Jan 2024 00:00:00 GMT"), OK), "http-200"),
    does("429 once, with nonsense", again(status(429, retry_after="soon"), OK), "http-200"),
    does("500 once", again(status(500), OK), "http-200"),
    does("421 once", again(status(421), OK), "http-200"),
    does("408 once", again(status(408), OK), "http-200"),
    does("520 once", again(status(520), OK), "http-200"),
    does("cut once", again(raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\nConnection: close\r\n\r\n", b"<p>"), OK), "http-200"),
]  # fmt: skip

FOR_NOW: Rows = [
    does("302", hop(to(f"{CITED}/step"), OK), "http-200"),
    does("303", hop(to(f"{CITED}/step", 303), OK), "http-200"),
    does("307", hop(to(f"{CITED}/step", 307), OK), "http-200"),
    does("for now, then for good", hop(to(f"{CITED}/step"), to(f"{CITED}/step/step", 301), OK), "http-200"),
    does("a cookie first", gated, "http-200"),
    does("an address in Unicode", hop(to("/новое/step"), OK), "http-200", elsewhere=OK),
    does("a home page for another language", to("/en/"), "http-200", path="/", elsewhere=OK),
    does("a home page with campaign marks", to("/", 302), "http-200", path="/?utm_source=x&ref=y", elsewhere=OK),
    does("a route of a script", to("/#/reports/17", 301), "moved-permanently", path="/reports/17", elsewhere=ok("The Bridge App", "", body=SHELL)),
    does("a refresh of itself", ok(head=f'<meta http-equiv="refresh" content="300;url={CITED}">'), "http-200"),
    does("a refresh to home, for who waits", ok(head='<meta http-equiv="refresh" content="900;url=/">'), "http-200"),
    does("a refresh for who has no script", ok("App", "", head='<noscript><meta http-equiv="refresh" content="0;url=/nojs"></noscript>', body=SHELL), "http-200"),
    does("a refresh to the page", ok("Moved", "This page has moved.", head='<meta http-equiv="refresh" content="0;url=/alive">'), "http-200"),
    does("a script to the page", ok("Moved", "", body='<script>window.location.href="/alive";</script>'), "http-200"),
    does("a script for phones", ok("App", "", body='<script>if(/Mobi/.test(navigator.userAgent)){location="/"}</script>'), "http-200"),
]  # fmt: skip

PLAY = "A play in two acts by Ada Brook. When the last printer of the town falls ill, his daughter finds half a manuscript. Three men, two women."
SHOW = "Eine Schau im Haus am Fluss, vom dritten Mai bis zum achten September. Sie zeigt, wie das frühe Netz verloren ging. Eintritt frei."
SONG = "Слова и музыка Ады Брук. Эту песню она впервые спела весной на мосту через реку перед сотней слушателей."
ESSAY = "Ada Brook opened the bridge on Monday and nobody came to see her do it but two old men. " * 25
QUESTION = "After the deploy of Monday every second request of ours ends so. What did we forget to set in the configuration of the proxy?"
FERRY = "The ferry was not found in the morning. Boats went out from four villages to look for those who were on board of it."
LOOKS_DEAD: Rows = [
    does("an article about 404", ok("How the 404 error came to be: a history"), "http-200"),
    does("a short article about 404", ok("How the 404 error came to be", SHORT), "http-200"),
    does("a reference page on 404", ok("404 Not Found - HTTP | Docs", h1="404 Not Found"), "http-200", path="/docs/http/status/404", elsewhere=status(404)),
    does("a short reference page on 404", ok("404 Not Found | Status codes", SHORT, h1="404 Not Found"), "http-200", path="/status/404"),
    does("a list of status codes", ok("Status codes", "All of them.", h1="Status codes", body=CODES), "http-200"),
    does("a poem named Not Found", ok("Not Found", SHORT, h1="Not Found"), "http-200", title="Not Found"),
    does("a novel named Not Found", ok("Not Found: a novel", SHORT), "http-200"),
    does("'not found' in the comments", ok("A bridge opens", SHORT, h1="A bridge opens", body=COMMENTS), "http-200"),
    does("'not found' in a script", ok("A bridge opens", SHORT, body="<script>var t='Page not found';</script>"), "http-200"),
    does("'no longer available' in print", ok("Yearbook", "This document is no longer available in print."), "http-200"),
    does("an encyclopedia on 404", ok("HTTP 404 - Encyclopedia", h1="HTTP 404"), "http-200", path="/wiki/Missing"),
    does("the car", ok("Peugeot 404 - a history", SHORT), "http-200"),
    does("a magazine named 404", ok("A story - 404 Media", SHORT), "http-200"),
    does("noindex and long", ok(head="<meta name=robots content=noindex>"), "http-200"),
    does("canonical is home", ok(head='<link rel="canonical" href="/">'), "http-200"),
    does("a shell for a script", ok("The Bridge App", "", body=SHELL), "http-200"),
    does("a shell that calls itself home", ok("The Bridge App", "", head='<link rel="canonical" href="/">', body=SHELL), "http-200", elsewhere=ok("The Bridge App", "", head='<link rel="canonical" href="/">', body=SHELL)),
    does("an article about domains for sale", ok("The market for names", "“This domain is for sale”, they said. " + WORDS), "http-200"),
    does("a short note on a parked name", ok("What became of town.org", "For a year now town.org is parked, says the registrar. We regret it. " * 3), "http-200"),
    does("an article about casinos", ok("Casino economics", ("casino slots poker betting " * 3) + WORDS), "http-200", title="Casino economics"),
    does("an article about essay mills", ok("Essay writing services and their customers", "essay writing service " * 6 + WORDS), "http-200", title="Essay writing services and their customers"),
    does("a page about maintenance", ok("Maintenance", "How to keep a bridge in good shape: clean it, paint it, look at it.", h1="Maintenance"), "http-200"),
    does("a play in a catalogue", ok("Page not found", PLAY, h1="Page not found"), "http-200", path="/catalogue/no-9917"),
    does("a play with its own kind of title", ok("Page not found", PLAY, h1="Page not found", head="<meta name=robots content=noindex>"), "http-200", path="/catalogue/no-9918", title="Page not found: a play in two acts"),
    does("a German show", ok("Seite nicht gefunden", SHOW, h1="Seite nicht gefunden", lang="de"), "http-200", path="/programm/schau"),
    does("a Russian song", ok("Страница не найдена", SONG, h1="Страница не найдена", lang="ru"), "http-200", path="/songs/spring"),
    does("essays, all of them", ok("Page not found", ESSAY, h1="Page not found"), "http-200", path="/essays/two-men"),
    does("a pump that is sold out", ok("Pump 12", "This item is no longer available. It was replaced by pump 14, which moves twelve litres a second at the same pressure.", h1="Pump 12"), "http-200", path="/pumps/pump-12"),
    does("wells that were looked for", ok("Wells of the valley", body="<table>" + "<tr><td>Well</td><td>not found</td></tr>" * 4 + "</table>", text=""), "http-200", path="/sheets/wells"),
    does("a template for what is missing", ok("The Bridge App", "", body=f"<template><h1>Page not found</h1></template>{SHELL}"), "http-200", elsewhere=ok("The Bridge App", "", body=f"<template><h1>Page not found</h1></template>{SHELL}")),
    does("a dialogue that is closed", ok("Map of bridges", "", body=f"<dialog><h1>Not found</h1><p>No results found.</p></dialog>{SHELL}"), "http-200"),
    does("hidden until it is wanted", ok("Map of bridges", "", body=f"<div hidden><h2>Page not found</h2><p>The page you requested does not exist.</p></div>{SHELL}"), "http-200"),
    does("shown on a condition", ok("Portal", "", body=f"<div id=app><div v-if='missing'><h1>Page not found</h1></div></div>{SHELL}"), "http-200"),
    does("hidden by its class", ok("Portal", "", body=f"<div class='alert d-none'><h1>Page not found</h1></div>{SHELL}"), "http-200"),
    does("hidden by its style", ok("Portal", "", body=f"<div style='display: none'><h1>Page not found</h1></div>{SHELL}"), "http-200"),
    does("a shell with words that tell little", ok("Portal", "Loading. If nothing is found here, wait.", body=SHELL), "http-200"),
    does("a law on lotteries", ok("彩票管理条例", "第一条 为了加强彩票管理，规范彩票市场，制定本条例。博彩 彩票 体育彩票 福利彩票。" * 4, lang="zh"), "http-200", path="/content_5.htm", title="Regulations on lotteries"),
    does("a town and its casinos", ok("Betting on a town: how casinos came", "Casinos, slots, roulette and poker; a jackpot. " * 4 + WORDS), "http-200", path="/2019/no-77", title="A tourism boom"),
    does("a drug by its brand", ok("Viagra", "Viagra, like Cialis and Levitra, was a surprise. Viagra was approved in 1998. " + WORDS), "http-200", path="/wiki/no-54", title="Sildenafil: history of a drug"),
    does("a page after a quarter of an hour", ok("Photo", "", body="<img src=a.jpg><script>setTimeout(function(){window.location='/'},900000)</script>"), "http-200"),
    does("a shell that wants a script, for every address", ok("The River Times", "We can’t find JavaScript in your browser."), "http-200", elsewhere=ok("The River Times", "We can’t find JavaScript in your browser.")),
    does("a page of welcome", ok("Welcome to new members", WORDS, h1="Welcome"), "http-200", path="/members/welcome-new"),
    does("a shell called home, for every address", ok("Home | App", "", body=SHELL), "http-200", elsewhere=ok("Home | App", "", body=SHELL)),
    does("a house called home", to("/houses/home/", 301), "moved-permanently", path="/houses/42", elsewhere=ok()),
    does("a question whose address ends as it likes", ok("nginx: page not found", QUESTION, h1="nginx: page not found"), "http-200", path="/questions/177/nginx", title="nginx: page not found after a move", elsewhere=ok("nginx: page not found", QUESTION, h1="nginx: page not found")),
    does("news whose address ends as it likes", ok("Storm on the lake", FERRY, h1="Storm on the lake"), "http-200", path="/news/177/storm", elsewhere=ok("Storm on the lake", FERRY, h1="Storm on the lake")),
    does("a number that is none", ok("Portal", "Call (404) 555 01 00.", body=SHELL), "http-200", elsewhere=ok("Portal", "Call (404) 555 01 00.", body=SHELL)),
    does("an item of that number", to("/items/404/"), "http-200", path="/urn/177", title="Railway atlas", elsewhere=ok("Railway atlas", SHORT, h1="Railway atlas")),
    does("a page on building sites", ok("Under the bridge: construction", SHORT), "http-200"),
]  # fmt: skip

ARTICLE = "The council met on Tuesday to discuss the bridge. " * 8
LOOKS_BLOCKED: Rows = [
    does("behind Cloudflare, not walled", answer(200, PAGE, cf_ray="1", server="cloudflare"), "http-200"),
    does("watched by Cloudflare", ok(body=CLOUDFLARE_WATCHES), "http-200"),
    does("short and watched by Cloudflare", ok("A bridge opens", SHORT, body=CLOUDFLARE_WATCHES), "http-200"),
    does("a contact form with a captcha", ok("Contact", "Write to us.", body='<form><div class="g-recaptcha"></div></form>'), "http-200"),
    does("watched by HUMAN", ok("A bridge opens", SHORT, body="<script>window._pxAppId='x'</script>"), "http-200"),
    does("watched by Imperva", ok("A bridge opens", SHORT, body='<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>'), "http-200"),
    does("an article about captchas", ok("Just a moment: how captchas work", "checking your browser before " + WORDS), "http-200"),
    does("an article about walls, with code", ok("Inside a challenge", f"<code>_cf_chl_opt</code> {WORDS}"), "http-200"),
    does("a login in the header", ok(body='<form action="/login"><input type="password"></form>'), "http-200"),
    does("a login page that was cited", ok("Sign in", "Sign in to read.", body='<input type="password">'), "http-200", path="/login"),
    does("a teaser before a paywall", ok("A bridge opens", SHORT + " Subscribe to read on.", h1="A bridge opens"), "http-200"),
    does("a cookie banner", ok("A bridge opens", SHORT + " We use cookies. Accept all cookies.", h1="A bridge opens"), "http-200"),
    does("an essay named Access Denied", ok("Access denied? Not any more"), "http-200"),
    does("a video kept from your region", ok("A bridge over the river", f"{SHORT} {PLAY} {ARTICLE[:300]} This video is not available in your location.", h1="A bridge over the river"), "http-200", title="A bridge over the river"),
    does("speaks of your region", ok("Weather in your region", "Rain is not available in your diary. " + WORDS), "http-200"),
]  # fmt: skip

ABOUT_THE_SAME: Rows = [
    does("a FAQ on missing pages", ok("FAQ", "What does 'page not found' mean? It means that the page does not exist any more.", h1="FAQ"), "http-200"),
    does("help with missing pages", ok("Fix 'Page not found' errors in a browser", ARTICLE), "http-200"),
    does("a body not found", ok("Body not found after week-long search", ARTICLE), "http-200"),
    does("files not found, says a ministry", ok("Missing documents: ministry says files not found", ARTICLE), "http-200"),
    does("a resolution of that number", ok("Resolution 404 (1977)", "Adopted by the Council.", h1="Resolution 404"), "http-200"),
    does("a statue removed", ok("Statue removed", "The statue has been removed from the park.", h1="Statue removed"), "http-200"),
    does("a story removed from books", ok("Story removed from school books", ARTICLE, h1="Story removed from school books"), "http-200"),
    does("an act no longer in force", ok("Act 12", "This document is no longer available in force since 2010.", h1="Act 12"), "http-200"),
    does("a town sells its name", ok("Town sells its domain", "The town's web domain is for sale, the mayor said. Offers are welcome until May.", h1="Town sells its domain"), "http-200"),
    does("a casino opens", ok("Casino opens in Macau", "casino " * 3 + ARTICLE * 3, h1="Casino opens in Macau"), "http-200", path="/news/casino-opens-in-macau"),
    does("casinos behind a number", ok("Casino economics", "poker casino betting jackpot roulette " * 5 + ARTICLE, h1="Casino economics"), "http-200", path="/node/1234"),
    does("a museum's opening hours", ok("Museum", "Before you continue to the exhibition, please note the opening hours.", h1="Museum"), "http-200"),
    does("a bridge under maintenance", ok("Bridge closed for scheduled maintenance", "The bridge is closed for scheduled maintenance until Friday.", h1="Bridge closed for scheduled maintenance"), "http-200"),
    does("a report on errors", ok("An error occurred", ARTICLE * 4, h1="An error occurred"), "http-200"),
    does("a tutorial on nginx", ok("Welcome to nginx: a tutorial", ARTICLE * 4), "http-200"),
    does("an encyclopedia on captchas", ok("CAPTCHA - Encyclopedia", "captcha " * 50 + ARTICLE * 4, h1="CAPTCHA"), "http-200"),
    does("a film named Access Denied", ok("Access Denied - film review", "A short review of the film. Three stars.", h1="Access Denied"), "http-200"),
    does("a tram that is coming soon", ok("Coming soon: new tram line", "The line opens in May.", h1="New tram line"), "http-200"),
    does("a refresh after a minute", ok("Page", ARTICLE, head='<meta http-equiv="refresh" content="60;url=/">'), "http-200"),
    does("wants a script", ok("App", "Please enable JavaScript to continue using this application.", body=SHELL), "http-200"),
    does("frames", answer(200, b"<html><head><title>Frames</title></head><frameset><frame src='/alive'></frameset></html>"), "http-200"),
]  # fmt: skip

ALIVE: Rows = [*PLAIN, *ENCODED, *ON_THE_WIRE, *FOR_NOW, *LOOKS_DEAD, *LOOKS_BLOCKED, *ABOUT_THE_SAME]
