"""What is gone: said by status, by words with a second sign, by where one is sent, by who has the domain now."""

from __future__ import annotations

from servers import answer

from behaviours import CITED, PAGE, SHORT, WORDS, Rows, does, hop, html, ok, status, to

REFRESHES = {
    "": ok("", "", head=f'<meta http-equiv="refresh" content="0;url={CITED}/b">'),
    "/b": ok("", "", head=f'<meta http-equiv="refresh" content="0;url={CITED}/c">'),
    "/c": to("/moved-away"),
}
EVERYWHERE = ok("Page not found", WORDS, h1="Page not found")
HOME = ok("The River Times", WORDS, head='<link rel="canonical" href="/">', h1="The River Times")
WELCOME = ok("Welcome to the city | City", WORDS, h1="City")
NAVIGATION = "Home About Contact " * 40
HIJACKED = ("Slot gacor hari ini: situs judi online terpercaya", "slot gacor judi togel casino " * 30 + WORDS)
ESSAYS = (
    "Cheap essay writing service",
    "custom essays, write my essay, essay help, buy essays, paper writing service " * 5 + WORDS,
)

BY_STATUS: Rows = [
    does("404", status(404), "http-404"),
    does("410", status(410), "http-410"),
    does("404 with a long page", answer(404, PAGE), "http-404"),
    does("404 behind Cloudflare", status(404, server="cloudflare", cf_ray="1"), "http-404"),
    does("404 with a captcha for its search form", answer(404, html("Not found", "Search", body="<div class='h-captcha'></div>")), "http-404"),
    does("a redirect to a 404", to("/missing"), "http-404"),
    does("a redirect for good to a 404", to("/missing", 301), "http-404"),
    does("two steps to a 410", hop(to(f"{CITED}/step"), to(f"{CITED}/step/step"), status(410)), "http-410"),
    does("a refresh to a 404", ok("Moved", "", head='<meta http-equiv="refresh" content="0;url=/moved-away">'), "http-404"),
    does("an HTTP/1.0 404", b"HTTP/1.0 404 x\r\nContent-Length: 0\r\n\r\n", "http-404"),
    does("404 without a body", b"HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n", "http-404"),
]  # fmt: skip

SAID: tuple[tuple[str, str, str], ...] = (
    ("English", "Page not found", "We could not find the page you requested."),
    ("English, as WordPress", "Page not found – The River Times", "Oops! That page can’t be found. Try a search?"),
    ("English, as Next.js", "404: This page could not be found", "This page could not be found."),
    ("English, as Rails", "The page you were looking for doesn't exist (404)", "You may have mistyped the address."),
    ("English, as Google", "Error 404 (Not Found)!!1", "404. That’s an error."),
    ("English, as IIS", "404 - File or directory not found.", "The resource you are looking for might have been removed."),
    ("English, no longer", "This article is no longer available | News", "It was removed."),
    ("German", "Seite nicht gefunden", "Die gesuchte Seite existiert nicht."),
    ("German, another", "Fehler 404", "Diese Seite konnte leider nicht gefunden werden."),
    ("French", "Page introuvable", "La page demandée est introuvable."),
    ("French, another", "Erreur 404 - Page non trouvée", "Désolé, cette page n'existe plus."),
    ("Spanish", "Página no encontrada", "La página que busca no existe."),
    ("Spanish, another", "No se ha encontrado la página - El Río", "Lo sentimos."),
    ("Russian", "Страница не найдена", "Запрашиваемая страница не найдена."),
    ("Russian, another", "Ошибка 404", "К сожалению, такой страницы не существует."),
    ("Chinese", "页面不存在", "您访问的页面不存在。"),
    ("Chinese, another", "404 错误 - 河流网", "抱歉，您要访问的页面不存在或已被删除。"),
    ("Chinese, traditional", "找不到頁面", "抱歉，找不到網頁。"),
    ("Portuguese", "Página não encontrada", "Tente a busca."),
    ("Drupal", "Page not found | City", "The requested page could not be found."),
    ("a removed article", "Article removed", "This article has been removed at the request of the author."),
    ("a number and nothing else", "Error", "404"),
    ("Japanese", "お探しのページは見つかりませんでした", "トップへ"),
)  # fmt: skip

OTHER_WORDS = (
    "We looked everywhere and could not find it.", "Whatever stood here has been withdrawn.", "Was hier stand, wurde entfernt.", "Le texte a été retiré par son auteur.",
    "Lo que buscaba ha sido eliminado.", "Публикация удалена автором.", "您所查詢的資料不存在", "La notizia è stata rimossa.", "Artykuł został usunięty.", "記事は削除されました",
)  # fmt: skip

SOFT: Rows = [
    *(does(f"soft 404, {language}", ok(title, text), "soft-404") for language, title, text in SAID),
    *(does(f"soft 404 in a heading, {language}", ok("The River Times", text, h1=title), "soft-404") for language, title, text in SAID[::4]),
    does("soft 404 with navigation", ok("Not Found", NAVIGATION, h1="404"), "soft-404"),
    does("soft 404, long, for every address", EVERYWHERE, "soft-404", elsewhere=EVERYWHERE),
    does("soft 404, long, kept from search engines", ok("Page not found", WORDS, head="<meta name=robots content=noindex>"), "soft-404"),
    does("soft 404, long, canonical is home", ok("Page not found", WORDS, head='<link rel="canonical" href="/">'), "soft-404"),
    does("soft 404 in a sentence alone", ok("The River Times", "Sorry, the page you requested does not exist."), "soft-404"),
    does("soft 404 in a sentence, for every address", ok("The River Times", SHORT + " The page you requested could not be found. " + NAVIGATION[:300]), "soft-404", elsewhere=ok("The River Times", SHORT + " The page you requested could not be found. " + NAVIGATION[:300])),
    does("soft 404 in a lesser heading, for every address", ok("The River Times", WORDS, h1="The River Times", body="<h2>Page not found</h2>"), "soft-404", elsewhere=ok("The River Times", WORDS, h1="The River Times", body="<h2>Page not found</h2>")),
    does("soft 404 in windows-1251", answer(200, '<title>Страница не найдена</title><p>Ошибка</p>'.encode("cp1251"), "text/html; charset=windows-1251"), "soft-404"),
    does("soft 404 in gb2312 by meta", answer(200, '<meta charset="gb2312"><title>页面不存在</title><p>无</p>'.encode("gbk"), "text/html"), "soft-404"),
    does("the home page for every address", HOME, "soft-404", elsewhere=HOME),
    does("the home page for every address, by its title", WELCOME, "soft-404", elsewhere=WELCOME),
    does("under a number like that of the error", EVERYWHERE, "soft-404", path="/activity/section/404/", elsewhere=EVERYWHERE),
    does("a redirect to an error page", to("/error/404.html"), "soft-404"),
    does("a redirect to a page named notfound", to("/notfound?url=x"), "soft-404"),
    does("a redirect as ASP.NET does it", to("/NotFound.aspx?aspxerrorpath=/x"), "soft-404", elsewhere=ok("Error", "Something went wrong.")),
    does("home with a mark in its query", to("/?redirected=1", 301), "redirected-to-home"),
    does("a page in place of a PDF, for every address", ok("The River Times", WORDS), "soft-404", path="/report.pdf", elsewhere=ok("The River Times", WORDS)),
    does("soft 404, long, in title and heading", ok("Page not found | The River Times", WORDS, h1="Page not found"), "soft-404", elsewhere=ok("Page not found | The River Times", WORDS, h1="Page not found")),
    does("soft 404, long, in title and sentence", ok("Page not found | The River Times", "We can't seem to find the page you're looking for. " + WORDS, h1="Oops!"), "soft-404"),
    *(does(f"in other words, for every address: {words[:24]}", ok("The River Times", f"{words} {NAVIGATION[:120]}"), "soft-404", elsewhere=ok("The River Times", f"{words} {NAVIGATION[:120]}")) for words in OTHER_WORDS),
    does("a play, for every address", ok("Page not found", SHORT, h1="Page not found"), "soft-404", elsewhere=ok("Page not found", SHORT, h1="Page not found")),
    does("a redirect to a search that finds nothing", to("/search?q=bridge+river"), "soft-404", elsewhere=ok("Search", "Your search did not match any of our pages.")),
    does("soft 404 behind a refresh header", answer(200, b"", Refresh="0; url=/404.html"), "soft-404"),
    does("a chain of refreshes to a 404", lambda r: REFRESHES.get(r.path.removeprefix(CITED)), "http-404"),
    does("a refresh to an error page", ok("", "", head='<meta http-equiv="refresh" content="0; url=/404.html">'), "soft-404"),
]  # fmt: skip

SENT_HOME: Rows = [
    does("home for good", to("/", 301), "redirected-to-home"),
    does("home for good, 308", to("/", 308), "redirected-to-home"),
    does("home for now", to("/"), "redirected-to-home"),
    does("home of a language", to("/en/", 301), "redirected-to-home"),
    does("home by its file", to("/index.html", 301), "redirected-to-home"),
    does("home of a German ministry", to("/DE/Home/home_node.html", 301), "redirected-to-home", elsewhere=HOME),
    does("home in German", to("/startseite.html", 301), "redirected-to-home", elsewhere=HOME),
    does("home of SharePoint", to("/Pages/Home.aspx", 301), "redirected-to-home", elsewhere=HOME),
    does("home by two steps", hop(to(f"{CITED}/step", 301), to("/", 301)), "redirected-to-home"),
    does("home from a numbered page", to("/", 301), "redirected-to-home", path="/?p=123"),
    does("home by a refresh", ok("", "", head='<meta http-equiv="refresh" content="0;url=/">'), "redirected-to-home"),
    does("home by a script", ok("", "", body='<script>window.location.replace("/")</script>'), "redirected-to-home"),
    does("home for good, though the title is known", to("/", 301), "redirected-to-home", title="A bridge over the river"),
]  # fmt: skip

DOMAIN_GONE: Rows = [
    does("parked at Sedo", ok("town.org", "This domain is for sale. Related searches", body="<script src='https://img.sedoparking.com/x.js'></script>"), "parked-domain"),
    does("parked at Bodis", ok("town.org", "", body="<script>window.park='eyJ1dWlkIjoi'</script>"), "parked-domain"),
    does("parked at GoDaddy", ok("", "", body='<script>window.onload=function(){window.location.href="/lander"}</script>'), "parked-domain"),
    does("parked at GoDaddy, the page", ok("town.org", "town.org is parked free, courtesy of GoDaddy.com."), "parked-domain"),
    does("for sale at Dan", ok("The domain name town.org is for sale", "Buy now. Secure payments.", body="<script src='https://cdn0.dan.com/assets/x.js'></script>"), "parked-domain"),
    does("for sale at Afternic", ok("town.org is for sale", "Get this domain. Make an offer on this domain."), "parked-domain"),
    does("for sale at HugeDomains", ok("HugeDomains.com", "This domain is for sale: $2,995", body="<a href='https://www.hugedomains.com/domain_profile.cfm'>buy</a>"), "parked-domain"),
    does("advertisements of ParkingCrew", ok("town.org", "Related searches", body="<script src='//d38psrni17bvxu.cloudfront.net/x.js'></script>"), "parked-domain"),
    does("expired", ok("town.org", "This domain has expired. Renew it now."), "parked-domain"),
    does("registered and unused", ok("town.org - Registered at a registrar", "This domain is registered at a registrar. Please check back later!"), "parked-domain"),
    does("to be built, German", ok("town.de", "Hier entsteht eine neue Internetpräsenz."), "parked-domain"),
    does("parked, German", ok("town.org", "Diese Domain steht zum Verkauf."), "parked-domain"),
    does("parked, Russian", ok("town.org", "Домен town.org продаётся."), "parked-domain"),
    does("parked, Chinese", ok("域名出售", "本域名可转让"), "parked-domain"),
    does("parked, French", ok("town.org", "Ce nom de domaine est à vendre."), "parked-domain"),
    does("taken by gamblers", ok(*HIJACKED, lang="id"), "hijacked-domain", title="Kazakhstan’s Xinjiang dilemma", elsewhere=ok(*HIJACKED, lang="id")),
    does("taken by gamblers, title unknown", ok(*HIJACKED, lang="id"), "hijacked-domain", elsewhere=ok(*HIJACKED, lang="id")),
    does("taken by essay mills", ok(*ESSAYS), "hijacked-domain", title="A bridge over the river", elsewhere=ok(*ESSAYS)),
    does("taken by Chinese gamblers", ok("澳门赌场-娱乐城官网", "博彩 百家乐 老虎机 体育投注 棋牌 " * 20 + WORDS, lang="zh"), "hijacked-domain", title="A bridge over the river", elsewhere=ok("澳门赌场-娱乐城官网", "博彩 百家乐 老虎机 体育投注 棋牌 " * 20 + WORDS, lang="zh")),
]  # fmt: skip

GONE: Rows = [*BY_STATUS, *SOFT, *SENT_HOME, *DOMAIN_GONE]
