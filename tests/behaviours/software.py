"""Error pages with status 200 as common site software makes them, inside the whole layout of a site.

And pages that look like them and are there. What stands in them was written for these tests, in the manner of each.
"""

from __future__ import annotations

from servers import Request, answer

from behaviours import CITED, Reply, Rows, does, ok, status, to

NEWS = {
    "en": ("Latest news", "The ferry between the two towns sails again on weekdays since the harbour was dredged in spring"),
    "de": ("Aktuelles", "Der Gemeinderat hat am Montag über den neuen Fahrplan der Fähre und die Kosten der Brücke beraten"),
    "fr": ("À la une", "Le conseil a examiné lundi soir les nouveaux horaires du bac et le coût des travaux du pont"),
    "es": ("Últimas noticias", "El ayuntamiento debatió el lunes el nuevo horario del transbordador y el coste de las obras del puente"),
    "ru": ("Последние новости", "В понедельник совет обсудил новое расписание парома и стоимость строительства моста через реку"),
    "zh": ("最新动态", "市政府周一讨论了新的渡轮时刻表和河上大桥的建设费用以及明年的财政预算安排"),
    "pt": ("Últimas notícias", "A câmara discutiu na segunda-feira o novo horário da balsa e o custo das obras da ponte nova"),
    "it": ("Ultime notizie", "Il consiglio ha discusso lunedì il nuovo orario del traghetto e il costo dei lavori del ponte"),
    "pl": ("Aktualności", "Rada omówiła w poniedziałek nowy rozkład promu oraz koszty budowy mostu przez rzekę w mieście"),
}  # fmt: skip
MENU = "".join(
    f"<li><a href='/{one.lower()}'>{one}</a></li>"
    for one in "Home About Research Events Press Contact Shop Jobs".split()
)


def page(title: str, main: str, lang: str = "en", head: str = "", attributes: str = "", *, tag: str = "main") -> bytes:
    """A whole layout: menu, what the page has to say, latest news, related items, footer. Some 300 words."""
    heading, teaser = NEWS[lang]
    news = f"<div class='col'><h3>{heading}</h3>" + f"<p>{teaser}.</p><p><a href='/n'>{teaser}</a></p>" * 6 + "</div>"
    side = f"<aside><h4>{heading}</h4><p>{teaser}, {teaser}.</p></aside>"
    return answer(
        200,
        f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body {attributes}>"
        f"<header><a class='logo' href='/'>The River Institute</a><nav><ul>{MENU}</ul></nav></header>"
        f"<{tag}>{main}{news}</{tag}>{side}<footer><p>{teaser}.</p><ul>{MENU}</ul><p>© 2026 The River Institute</p></footer></body></html>".encode(),
    )


def anywhere(name: str, body: bytes, path: str = CITED, title: str = "") -> Rows:
    """A site that shows the page at every address."""
    return [does(name, body, "soft-404", path=path, title=title, elsewhere=body)]


def item(path: str, body: bytes) -> Reply:
    """A site that reads a part of the address only: what begins so shows the item."""
    return lambda request: body if request.path.startswith(path) else status(404)


EVERYWHERE: Rows = [
    *anywhere("WordPress, a theme of its own", page("The River Institute", "<header class=page-header><h1 class=page-title>That page can’t be found.</h1></header><div class=page-content><p>It looks like nothing was found at this location. Maybe try one of the links below or a search?</p><form><input name=s></form></div>")),
    *anywhere("WordPress, in German", page("The River Institute", "<h1>Hoppla!</h1><p>Diese Seite konnte leider nicht gefunden werden. Vielleicht hilft die Suche?</p>", "de")),
    *anywhere("Drupal", page("The River Institute", "<div id=block-title><h1>The River Institute</h1></div><div class=region><h2>We can’t locate this page</h2><p>The content may have been moved or deleted.</p></div>", tag="div")),
    *anywhere("Joomla", page("Error", "<h1>The requested page can’t be found.</h1><p><strong>You may not be able to visit this page because of:</strong></p><ul><li>an out-of-date bookmark</li><li>a mistyped address</li></ul>", tag="div")),
    *anywhere("TYPO3", page("Hoppla", "<div class=csc><h1>Ups, hier fehlt etwas</h1><p>Der Inhalt ist nicht mehr verfügbar oder wurde verschoben.</p></div>", "de")),
    *anywhere("TYPO3, an article", page("Stadt am Fluss", "<h1>Meldung</h1><p>Der Artikel ist nicht mehr verfügbar.</p>", "de")),
    *anywhere("SharePoint", page("Pages - Error", "<h1>Sorry, something went wrong</h1><p>The page you’re looking for doesn’t exist.</p>", tag="div")),
    *anywhere("AEM", page("The River Institute", "<div class=cmp-text><h1>Well, this is awkward.</h1><p>We looked high and low for that page, but it seems to have drifted off.</p></div>", head="<script>s.pageType='errorPage'</script>")),
    *anywhere("Sitecore", page("The River Institute", "<h2>Sorry, we couldn’t find what you were after</h2><p>This link may be out of date. Use the menu above to find your way.</p>")),
    *anywhere("Bitrix, a missing element", page("Пресс-центр", "<h1>Пресс-центр</h1><p><font class=errortext>Элемент не найден!</font></p>", "ru"), path="/press/news/?ELEMENT_ID=61704"),
    *anywhere("Bitrix, a withdrawn one", page("Мост", "<h1>Новости</h1><p>Материал удалён.</p>", "ru")),
    *anywhere("a Russian newspaper", page("Увы", "<h1>Увы, здесь ничего нет</h1><p>Страница, на которую вы хотели попасть, не найдена или была удалена.</p>", "ru")),
    *anywhere("Liferay", page("The River Institute", "<h3 class='alert-title'>Not Found</h3><div class='alert alert-danger'>The requested resource could not be found.</div>", tag="div")),
    *anywhere("Confluence", page("Page Not Found - River Confluence", "<h2>We can’t find that page</h2><p>It may have been deleted, or the link may be broken.</p>", tag="div")),
    *anywhere("Discourse", page("River Forum", "<h1 class=title>Oops! That page doesn’t exist or is private.</h1>", tag="div")),
    *anywhere("Next.js", page("River", "<div><h1 class=next-error-h1>404</h1><div><h2>This page could not be found.</h2></div></div>", head="<meta name='next-error' content='not-found'>")),
    *anywhere("Nuxt", page("River", "<div class=error><h1>404</h1><p>Diese Adresse führt ins Leere.</p></div>", "de", head="<script>window.__NUXT__={error:{statusCode:404}}</script>")),
    *anywhere("a Chinese ministry, with a heading", page("提示信息", "<h2>提示</h2><div class=tip><p>您访问的文章不存在或已被删除！</p></div>", "zh", tag="div"), path="/art/2019/4/3/art_1024_77.html"),
    *anywhere("a Chinese newspaper", page("河流日报", "<h1>抱歉</h1><p>您要查看的稿件已下线，您可以返回首页浏览其他内容。</p>", "zh")),
    *anywhere("DSpace", page("River Repository", "<h1>Resource not found</h1><p>The item you are looking for is no longer part of the repository.</p>"), path="/handle/123456789/4711"),
    *anywhere("OJS", page("River Studies", "<h1>Ressource introuvable</h1><p>L’article demandé n’a pas pu être localisé.</p>", "fr"), path="/index.php/river/article/view/4711"),
    *anywhere("a French customs office", page("Douanes", "<h1>Oups</h1><p>La page que vous cherchez n’est plus en ligne. Elle a peut-être été déplacée lors de la refonte du site.</p>", "fr")),
    *anywhere("a Spanish newspaper", page("El Río", "<h1>Vaya</h1><p>El contenido no está disponible o ha sido retirado.</p>", "es")),
    *anywhere("a Portuguese one", page("O Rio", "<h1>Ops!</h1><p>A página que você procura não existe mais.</p>", "pt")),
    *anywhere("an Italian one", page("Il Fiume", "<h1>Ci dispiace</h1><p>La pagina richiesta non è disponibile oppure è stata rimossa.</p>", "it")),
    *anywhere("a Polish one", page("Rzeka", "<h1>Ojej</h1><p>Przepraszamy, nie znaleziono szukanej strony.</p>", "pl")),
    *anywhere("a shop", page("River Shop", "<h1>Product not found!</h1><p>The product you requested cannot be found.</p>", attributes="class='error-not_found'"), path="/index.php?route=product&product_id=42"),
    *anywhere("a job board", page("River Jobs", "<h1>Sorry, this job has expired</h1><p>The job you are looking for is no longer available. Have a look at other offers.</p>"), path="/jobs/view/88112"),
    *anywhere("a newspaper that took it down", page("The River Times", "<h1>Article unavailable</h1><p>The article you are looking for has been removed.</p>")),
    *anywhere("a menu before the site's name", page("The River Institute", "<h1><a href='/'>The River Institute</a></h1><p class=claim>Water, boats, people</p><div class=content><h2>Page missing</h2><p>No page lives at this address.</p></div>", tag="div")),
]  # fmt: skip

ONLY_THERE: Rows = [
    does("WordPress that marks its body", page("Nothing found – River", "<h1>Nothing here</h1><p>It seems we can’t find what you’re looking for.</p>", attributes="class='error404 wp-custom-logo'"), "soft-404"),
    does("an article taken down", page("Article not found | The River Times", "<h1>Article not found</h1><p>Sorry, the article you are looking for has been removed.</p>"), "soft-404"),
    does("a page of a data layer", page("River", "<h1>Hmm</h1><p>We could not find that page.</p>", head="<script>dataLayer=[{'pageType':'404'}]</script>"), "soft-404"),
    does("a withdrawn one, German", page("Artikel nicht verfügbar | Flusszeitung", "<h1>Dieser Artikel ist nicht mehr verfügbar</h1><p>Leider wurde der gewünschte Artikel entfernt.</p>", "de"), "soft-404"),
    does("a withdrawn one, Russian", page("Материал удалён — Река", "<h1>Материал удалён</h1><p>К сожалению, запрашиваемый материал был удалён.</p>", "ru"), "soft-404"),
    does("a withdrawn one, Chinese", page("内容已删除 - 河流网", "<h1>内容不存在</h1><p>抱歉，您访问的内容已被删除。</p>", "zh"), "soft-404"),
]  # fmt: skip

STORY = (
    "<p>Ada Brook opened the bridge on Monday, after four years of work and two floods that had carried its first piers away.</p>"
    * 3
)
TEXT = "<p>The bridge over the river was built in four years and cost less than the council had planned for it.</p>" * 3
LIKE_IT: Rows = [
    does("an article on missing pages", page("Page not found: why links rot | River", f"<h1>Page not found: why links rot</h1>{STORY}"), "http-200"),
    does("an article called so, in full", page("Page not found", f"<h1>Page not found</h1>{STORY}"), "http-200"),
    does("a gallery of error pages", page("Our favourite error pages", "<h1>Our favourite error pages</h1><p>Forty pages that apologise to lost visitors, collected by students of design over three years.</p><h2>Sorry, we can’t find that page</h2><p>The page you requested could not be found.</p>"), "http-200"),
    does("a play called so", page("Page Not Found", "<h1>Page Not Found</h1><p>A play in two acts by Ada Brook, first shown in the old town hall in May.</p><h2>Cast</h2><p>Lou, a printer; Kim, her son.</p>"), "http-200"),
    does("a search that found nothing, cited", page("Search: bridge 1908", "<h1>Search results</h1><p>Your search for “bridge 1908” returned no results. Try other words.</p>"), "http-200", path="/search?q=bridge+1908"),
    does("a catalogue without hits, cited", page("Catalogue", "<h1>Catalogue</h1><p>No records were found for this shelf mark.</p>"), "http-200", path="/catalogue?shelf=42"),
    does("a stub of an encyclopaedia", page("Gone (song) – Wiki", "<h1>Gone (song)</h1><p>“Gone” is a song of 1998. This article is a stub.</p>"), "http-200"),
    does("a job that was taken, with its text", page("Bridge keeper | Jobs", f"<h1>Bridge keeper</h1><p>This position is no longer available.</p><h2>What you will do</h2>{STORY}"), "http-200", title="Bridge keeper"),
    does("a product out of stock", page("Rope, 20 m | Shop", f"<h1>Rope, 20 m</h1><p>This product is currently not available.</p><h2>Description</h2>{TEXT}"), "http-200", title="Rope, 20 m"),
    does("a product out of print, its slug ignored", page("Map of the river | Shop", "<h1>Map of the river</h1><p>Dieser Artikel ist nicht verfügbar. 50 × 70 cm, Leinen, 1908.</p>", "de"), "http-200", path="/p/4044/map", elsewhere=item("/p/4044/", page("Map of the river | Shop", "<h1>Map of the river</h1><p>Dieser Artikel ist nicht verfügbar. 50 × 70 cm, Leinen, 1908.</p>", "de"))),
    does("a short notice whose slug is ignored", page("Flight recorder not found", "<h1>Flight recorder not found</h1><p>The recorder was not found, the ministry said.</p>"), "http-200", path="/news/40405/recorder", elsewhere=item("/news/40405/", page("Flight recorder not found", "<h1>Flight recorder not found</h1><p>The recorder was not found, the ministry said.</p>"))),
    does("one in Russian", page("Чёрный ящик не найден", "<h1>Чёрный ящик не найден</h1><p>Чёрный ящик не найден, сообщили в МЧС.</p>", "ru"), "http-200", path="/news/40405/yashik", title="МЧС: поиски самолёта", elsewhere=item("/news/40405/", page("Чёрный ящик не найден", "<h1>Чёрный ящик не найден</h1><p>Чёрный ящик не найден, сообщили в МЧС.</p>", "ru"))),
    does("one told by a number in the query", page("Ship not found", "<h1>Ship not found</h1><p>The ship was not found.</p>"), "http-200", path="/show.php?id=17&slug=ship", elsewhere=item("/show.php?id=17&", page("Ship not found", "<h1>Ship not found</h1><p>The ship was not found.</p>"))),
    does("a notice of the archive", page("Statistics 2012", f"<div class=banner><h2>This page has been archived and is no longer updated</h2></div><h1>Statistics 2012</h1>{TEXT}"), "http-200", title="Statistics 2012"),
    does("a retired guide with a banner", page("Guide to forms", f"<h1>Guide to forms</h1><div class=alert><p>This content has been retired and may not be updated.</p></div>{TEXT}{STORY}"), "http-200"),
    does("a page not yet translated", page("Die Brücke | Fluss", f"<h1>Die Brücke</h1><p>Diese Seite ist leider nicht auf Deutsch verfügbar.</p><h2>The bridge</h2>{TEXT}", "de"), "http-200"),
    does("a page not translated, for every language", page("River", f"<h1>The bridge</h1><p>Sorry, this page is not available in your language.</p><h2>The bridge opens</h2>{TEXT}"), "http-200"),
    does("a correction", page("Correction", "<h1>Correction</h1><p>The quotation that stood here has been removed at the request of the speaker, who had been misheard.</p>"), "http-200"),
    does("a retraction", page("Retracted: bridges and floods | River Studies", f"<h1>Retracted: bridges and floods</h1><p>This article has been withdrawn by its authors.</p><h2>Abstract</h2>{TEXT}"), "http-200"),
    does("minutes with nothing in them", page("Minutes, 4 May", "<h1>Minutes, 4 May</h1><p>No matters were raised. Nothing was found wanting.</p>"), "http-200"),
    does("help on a message", page("“Page not found” after an update", "<h1>“Page not found” after an update</h1><p>Clear the cache, save the permalinks again, and reload the server.</p>"), "http-200"),
    does("a list of codes", page("Status codes", "<h1>Status codes</h1><h2>404 Not Found</h2><p>The page could not be found.</p><h2>410 Gone</h2><p>It was removed.</p>"), "http-200"),
    does("an error code in a data sheet", page("Pump 404", "<h1>Pump 404</h1><p>Error 404: no water found.</p>"), "http-200"),
    does("a site with the class of a node", page("A short note", "<h1>A short note</h1><p>Nothing was found in the wreck.</p>", attributes="class='page-node-404 postid-404 page-404'"), "http-200"),
    does("a script that could say so", page("A short note", "<h1>A short note</h1><p>No trace of it could be found.</p>", head="<script>if(x.statusCode===404){s.go('errorPage')}</script>"), "http-200"),
    does("maintenance of one page, for every address", page("River", "<h1>Sorry</h1><p>This page is temporarily unavailable. Please try again later.</p>"), "http-200", elsewhere=page("River", "<h1>Sorry</h1><p>This page is temporarily unavailable. Please try again later.</p>")),
    does("help on the message, German", page("Hilfe", "<h1>Seite nicht gefunden?</h1><p>Was tun, wenn die gesuchte Seite nicht gefunden wird: Adresse prüfen, Suche nutzen.</p>", "de"), "http-200"),
    does("help on the message, Russian", page("Справка", "<h1>Страница не найдена</h1><p>Что делать, если страница не найдена: проверьте адрес и очистите кеш.</p>", "ru"), "http-200"),
    does("a painting called 404", ok("404 | Gallery", "Oil on canvas, 1998.", h1="404"), "http-200"),
    does("a lost-property office", page("Lost and found", "<h1>Lost and found</h1><p>Can’t find your umbrella? Items that are not found within a month are sold.</p>"), "http-200"),
    does("a museum without an image", page("Vase, 1908", "<h1>Vase, 1908</h1><p>Image not available.</p><h2>Object</h2><p>Clay, 30 cm, found in the river.</p>"), "http-200"),
    does("a poem on loss", page("What is gone", "<h1>What is gone</h1><p>The page is gone, the ink is gone,<br>and gone is he who wrote upon.</p>"), "http-200"),
    does("an empty category, cited", page("Events", "<h1>Events</h1><p>There are no upcoming events.</p>"), "http-200"),
    does("comments that were removed", page("A bridge", f"<h1>A bridge</h1>{STORY}<h2>Comments</h2><p>This comment has been removed.</p>"), "http-200"),
    does("who signs in sees it, for every address", page("River Club", "<h1>Sorry</h1><p>This page is for members. Please log in to see the page.</p>"), "http-200", elsewhere=page("River Club", "<h1>Sorry</h1><p>This page is for members. Please log in to see the page.</p>")),
]  # fmt: skip

LISTING = page("Publications | River", "<h1>Publications</h1><ul><li>Annual review</li><li>Water levels</li></ul>")
REPORT = page("Annual review of floods", f"<h1>Annual review of floods</h1>{STORY}")


def led(to_: str, shown: bytes, *, everybody: bool, code: int = 301) -> Reply:
    """A site that sends the reports there were, or whatever is asked for, to one place."""

    def reply(request: Request) -> bytes:
        if request.path == to_:
            return shown
        return to(to_, code) if everybody or request.path.startswith(CITED) else status(404)

    return reply


LED: Rows = [
    does("everybody is led to the list for good", to("/publications/", 301), "soft-404", title="Floods and bridges", elsewhere=led("/publications/", LISTING, everybody=True)),
    does("everybody is led to the folder above", to("/2019/", 301), "soft-404", title="Floods and bridges", elsewhere=led("/2019/", LISTING, everybody=True)),
    does("to the site map", to("/sitemap/", 301), "soft-404", title="Floods and bridges", elsewhere=led("/sitemap/", LISTING, everybody=False)),
    does("one is led to another page", to("/review/", 301), "moved-permanently", title="Floods and bridges", elsewhere=led("/review/", LISTING, everybody=False)),
    does("everybody is led to a page that bears its name", to("/review/", 301), "moved-permanently", title="Annual review of floods", elsewhere=led("/review/", REPORT, everybody=True)),
    does("everybody is led to the list for now", to("/publications/"), "http-200", title="Floods and bridges", elsewhere=led("/publications/", LISTING, everybody=True, code=302)),
    does("everybody is led to a subscription", to("/subscribe/", 301), "moved-permanently", title="Floods and bridges", elsewhere=led("/subscribe/", page("Subscribe", "<h1>Subscribe</h1><p>Choose a plan.</p>"), everybody=True)),
]  # fmt: skip

SOFTWARE: Rows = [*EVERYWHERE, *ONLY_THERE, *LIKE_IT, *LED]
