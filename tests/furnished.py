"""Pages with the furniture of real sites around them, and what is observed of them."""

from datetime import UTC, datetime

from checker.evidence import observe
from checker.observation import Exchange, Hop, Observation, Target

FURNITURE = {
    "en": (
        "We use cookies to improve your experience. Accept all.",
        "Home|About us|Publications|News",
        "Council approves tariff review|Winter maintenance begins",
    ),
    "de": (
        "Diese Website verwendet Cookies. Alle akzeptieren.",
        "Startseite|Über uns|Presse|Kontakt",
        "Haushalt beschlossen|Tag der offenen Tür im Rathaus",
    ),
    "fr": (
        "Ce site utilise des cookies. Tout accepter.",
        "Accueil|Publications|Agenda|Contact",
        "Le budget adopté|Travaux du pont nord",
    ),
    "es": (
        "Utilizamos cookies propias y de terceros. Aceptar.",
        "Inicio|Noticias|Agenda|Contacto",
        "Aprobado el presupuesto|Obras en el puente norte",
    ),
    "ru": (
        "Мы используем файлы cookie.",
        "Главная|Документы|Новости|Контакты",
        "Утверждён бюджет на год|Начался ремонт моста",
    ),
    "zh": ("本网站使用Cookie。", "首页|新闻动态|政务公开|互动交流", "区政府常务会议召开|北桥维修工程开工"),
}
"""A line on cookies, a menu and news, by language."""


def page(title: str, main: str, lang: str, *, bare: bool) -> str:
    """A page with what sites have around their texts, or without."""
    head = f"<!doctype html><html lang={lang}><head><meta charset=utf-8><title>{title}</title></head><body>"
    if bare:
        return f"{head}{main}</body></html>"
    cookies, menu, news = FURNITURE[lang]
    items, latest = ("".join(f"<li><a href=/x>{one}</a></li>" for one in part.split("|")) for part in (menu, news))
    top = f"<div class=cookie-banner>{cookies}</div><header><a href=/>Institute</a><nav><ul>{items}</ul></nav></header>"
    side = f"<aside class=sidebar><h3>News</h3><ul>{latest}</ul></aside><footer><p>© 2025 Institute</p></footer>"
    return f"{head}{top}<main id=content>{main}</main>{side}</body></html>"


def seen(url: str, html: str, status: int = 200) -> Observation:
    """What is observed of an answer."""
    kept = (("content-type", "text/html; charset=utf-8"),)
    exchange = Exchange(Target(url), url, (Hop(url, status),), status, kept, html.encode(), complete=True)
    return observe(exchange, datetime(2026, 11, 25, tzinfo=UTC))[""]
