"""Pages that are not what was cited, and pages that only look so: the second must never be called dead."""

from collections.abc import Mapping

import pytest

from checker.evidence import page_facts
from checker.observation import Exchange, Target
from checker.reasons import Reason
from checker.rules import page_trouble
from checker.rules.home import is_home

LONG = "<p>" + " ".join(f"word{number}" for number in range(400)) + "</p>"
LANGUAGES = {"en": "word ", "de": "Wort ", "ru": "слово ", "zh": "文字"}


def trouble(
    html: str,
    url: str = "https://site.org/2019/an-article",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Reason | None:
    """The reason that a page is none, if it is none."""
    body = f"<!doctype html><html>{html}</html>".encode()
    kept = (("content-type", "text/html; charset=utf-8"),)
    facts = page_facts(Exchange(Target(url), url, (), status, kept, body, complete=True))
    assert facts is not None
    found = page_trouble(facts, url, status, headers or {})
    return found[0] if found else None


SOFT_404 = [
    "<title>Page not found | Site</title><h1>Page not found</h1><p>Try the search.</p>",
    "<title>404 Not Found</title><p>nginx</p>",
    "<title>Site</title><h1>404</h1><p>Sorry, the page you are looking for could not be found.</p>",
    "<title>Oops! Page not found - The Site</title><p>It may have moved.</p>",
    "<title>Error 404 – Site</title><h2>Nothing here</h2>",
    "<title>The Site</title><p>Sorry, the page you requested does not exist.</p>",
    "<title>The Site</title><h1>We couldn’t find that page</h1>",
    "<title>Seite nicht gefunden – Zeitung</title><p>Zur Startseite</p>",
    "<title>Zeitung</title><h1>Die Seite existiert leider nicht mehr</h1>",
    "<title>Fehler 404 | Amt</title><p>Die gesuchte Seite wurde nicht gefunden.</p>",
    "<title>Page introuvable - Journal</title><p>Retour à l’accueil</p>",
    "<title>Journal</title><h1>La page demandée est introuvable</h1>",
    "<title>Página no encontrada | Diario</title><p>Volver al inicio</p>",
    "<title>Diario</title><p>La página que busca no existe.</p>",
    "<title>Страница не найдена — Газета</title><p>На главную</p>",
    "<title>Газета</title><h1>Ошибка 404</h1><p>Запрашиваемая страница не существует.</p>",
    "<title>页面不存在 - 网站</title><p>返回首页</p>",
    "<title>网站</title><h1>抱歉，您访问的页面不存在</h1>",
    "<title>找不到网页</title><p>返回</p>",
    f'<title>Page not found</title><meta name="robots" content="noindex">{LONG}',
    f'<title>Page not found | S</title><link rel="canonical" href="https://site.org/">{LONG}',
]

REAL = [
    f"<title>404: a history of the missing page | Site</title><h1>404: a history of the missing page</h1>{LONG}",
    f"<title>HTTP 404 - Encyclopedia</title><h1>HTTP 404</h1>{LONG}",
    f"<title>Not Found: a novel</title><h1>Not Found: a novel</h1>{LONG}",
    "<title>Not Found: a novel</title><h1>Not Found, by Ada Brook</h1><p>A short notice of a good book.</p>",
    f"<title>Why pages could not be found in 1998</title>{LONG}",
    f"<title>Lost and found: the missing page of a diary</title>{LONG}",
    "<title>Short news</title><h1>A bridge opens</h1><p>Ada Brook opened the bridge.</p>",
    "<title>Contact</title><p>Write to us.</p>",
    f"<title>Ein Artikel über nicht gefundene Seiten</title>{LONG}",
    f"<title>Страница истории, которую не нашли</title>{LONG}",
    f"<title>找不到工作的年轻人</title>{LONG}",
    f"<title>Domain for sale: how names are traded</title><p>“This domain is for sale” is a common sight.</p>{LONG}",
    f'<title>News</title><header><a href="/login">Log in</a><form><input type="password"></form></header>{LONG}',
    f'<title>An article</title><script src="https://cdn.example/cdn-cgi/challenge-platform/h/g/x.js"></script>{LONG}',
    f'<title>A form</title><div class="g-recaptcha"></div>{LONG}',
    f"<title>Just a moment: a memoir</title>{LONG}",
    f"<title>Access denied? Not any more</title>{LONG}",
    f"<title>How casinos changed a town</title><p>casino slots poker betting casino</p>{LONG}",
    f'<title>An article</title><link rel="canonical" href="https://site.org/">{LONG}',
    f'<title>An article</title><meta name="robots" content="noindex">{LONG}',
    "<title></title><p></p>",
    "<title>Error correction</title><h1>Error correction in practice</h1><p>Few words.</p>",
]

PARKED = [
    '<title>town.org</title><p>This domain is for sale.</p><script src="//img.sedoparking.com/x.js"></script>',
    "<title>town.org</title><h1>Buy this domain</h1><p>Make an offer on this domain.</p>",
    "<title>town.org</title><p>Diese Domain steht zum Verkauf.</p>",
    "<title>town.org</title><p>Домен town.org продаётся.</p>",
    '<html data-adblockkey="x"><title>town.org</title><p>Related searches</p></html>',
    "<title>域名出售</title><p>本域名可转让</p>",
]

WALLS = [
    ("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", 200, {}),
    ("<title>Site</title><p>x</p>", 403, {"cf-mitigated": "challenge"}),
    ("<title>Site</title><p>x</p>", 200, {"cf-mitigated": "challenge"}),
    ('<title>Making sure you’re not a bot!</title><script id="anubis_challenge">{}</script>', 200, {}),
    ("<title>Access Denied</title><p>Reference #18.ab12cd34</p>", 403, {"server": "AkamaiGHost"}),
    ("<title>x</title>", 202, {"x-amzn-waf-action": "challenge"}),
    ("<title>Robot Check</title><p>Enter the characters.</p>", 503, {}),
    ("<title>Pardon Our Interruption...</title><p>using automation tools</p>", 200, {}),
    ("<title>安全验证</title><p>请完成安全验证</p>", 200, {}),
    ("<p>Подтвердите, что вы не робот</p>", 403, {}),
    ("<title>x</title>", 403, {"x-datadome": "protected"}),
]


@pytest.mark.parametrize("html", SOFT_404)
def test_pages_that_say_they_are_not_there(html: str) -> None:
    """Words of death in six languages with a second, independent sign are a soft 404."""
    assert trouble(html) is Reason.SOFT_404


@pytest.mark.parametrize("html", REAL)
def test_pages_that_only_look_so(html: str) -> None:
    """Articles about missing pages, sales and robots are articles."""
    assert trouble(html) is None


@pytest.mark.parametrize("html", PARKED)
def test_parked_domains(html: str) -> None:
    """An offer of sale with a second sign is parking."""
    assert trouble(html) is Reason.PARKED_DOMAIN


@pytest.mark.parametrize(("html", "status", "headers"), WALLS)
def test_walls(html: str, status: int, headers: Mapping[str, str]) -> None:
    """A challenge is a wall whatever its status; it is never death."""
    assert trouble(html, status=status, headers=headers) is Reason.BOT_WALL


@pytest.mark.parametrize("headers", [{"server": "cloudflare", "cf-ray": "x"}, {"x-datadome": "1"}, {"via": "akamai"}])
def test_a_vendor_is_no_wall(headers: Mapping[str, str]) -> None:
    """Half the web is served by these networks."""
    assert trouble(f"<title>An article</title>{LONG}", headers=headers) is None


@pytest.mark.parametrize(
    "junk", ["<" * 5000, "<div>" * 20_000, "<title>" + "x" * 100_000, "\x00\xff", "<html><head>" * 500]
)
def test_hostile_markup_is_read(junk: str) -> None:
    """Whatever the markup, reading it ends and raises nothing."""
    assert trouble(junk) in (None, Reason.SOFT_404)


@pytest.mark.parametrize("path", ["", "/", "/index.html", "/en", "/de/", "/pt-br/", "/ru/index.php", "/home"])
def test_home_pages(path: str) -> None:
    """The front page, perhaps of one language."""
    assert is_home(f"https://site.org{path}")


@pytest.mark.parametrize("path", ["/hr", "/it/", "/ok", "/id", "/en/report", "/?p=12", "/index/report", "/my", "/2019"])
def test_what_is_no_home_page(path: str) -> None:
    """Departments, posts and reports may have short addresses."""
    assert not is_home(f"https://site.org{path}")
