"""Soft 404: the server says 200, the page says there is nothing here.

The words come first: the title or a heading that says so as a whole, in six languages. They never
suffice, for there are articles about "404"; a second, independent sign is needed: hardly any text, an
address that names the error, a canonical address or a refresh that leads to the home page, or the page
keeping itself out of search engines. Signs after Bar-Yossef 2004 and Meneses 2012, and the templates of
common site software.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.rules import signs

THIN = 200
_SEPARATORS = re.compile(r"\s+[|–—·•»«/-]+\s+|\s*[|»«•]\s*")
_WHOLE = re.compile(
    r"(?:(?:oops|sorry|uh-oh|whoops|hoppla|ups|ой|извините|désolé|lo sentimos|entschuldigung)[\s!,.…:]*)?"
    r"(?:"
    r"(?:(?:http|error|erreur|fehler|ошибка|错误)\s?)?(?:code\s?)?404(?:[\s:.,–—-]{0,3}(?:error|not found|page not found|erreur|fehler))?"
    r"|(?:the |this |requested )?(?:page|file|document|article|content|url|resource)(?: was| is|)? (?:not found|missing|unavailable|gone)"
    r"|not found|page no longer exists|nothing found|no longer available|content not available"
    r"|seite (?:wurde )?nicht gefunden|(?:die )?seite (?:existiert|gibt es) (?:leider )?nicht(?: mehr)?|nicht gefunden"
    r"|page (?:non trouvée|introuvable)|(?:la )?page (?:n['’]existe (?:pas|plus)|demandée est introuvable)"
    r"|página no encontrada|no encontrad[ao]|(?:la )?página no existe"
    r"|страница не (?:найдена|существует)|не найдено|страницы не существует|материал не найден"
    r"|页面(?:不存在|未找到|找不到)|找不到(?:页面|网页)|未找到页面|您访问的页面不存在|頁面不存在|找不到頁面"
    r")[\s.!?…。！]*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:page|article|document|content|url|address) (?:that )?(?:you(?:['’]re| are| were|['’]ve)? ?"
    r"(?:looking for|requested|trying to (?:reach|access|find)|entered)[^.!?\n]{0,40}?)?\s?"
    r"(?:could ?n[o'’]t be found|cannot be found|can['’]t be found|was not found|does(?: not|n['’]t) exist|"
    r"no longer exists|is no longer available|has been (?:removed|deleted|moved))"
    r"|we (?:couldn['’]t|could not|can['’]t|cannot) find (?:the|that|this) page"
    r"|(?:gesuchte|angeforderte|aufgerufene) seite [^.!?\n]{0,30}?(?:nicht gefunden|existiert nicht|nicht mehr)"
    r"|page (?:que vous (?:recherchez|cherchez|demandez)|demandée) [^.!?\n]{0,20}?(?:n['’]existe|introuvable|a été supprimée)"
    r"|página (?:que (?:busca|buscas|solicita|está buscando)|solicitada) [^.!?\n]{0,20}?no (?:existe|se encuentra|se ha encontrado|está disponible)"
    r"|(?:запрашиваемая|запрошенная|такая|данная) (?:вами )?страница [^.!?\n]{0,20}?не (?:найдена|существует)"
    r"|страница, которую вы (?:ищете|запрашиваете)[^.!?\n]{0,20}?не (?:найдена|существует)"
    r"|(?:您|你)(?:访问|请求|查找|要找)的(?:页面|网页|内容)[^。！\n]{0,12}?(?:不存在|已删除|未找到|找不到)|抱歉[^。！\n]{0,12}?(?:页面|网页|内容)[^。！\n]{0,6}?(?:不存在|已删除|找不到)",
    re.IGNORECASE,
)
_ERROR_PATH = re.compile(
    r"/(?:error[-_/]?)?404(?:[-_.][a-z-]*)?(?:\.[a-z]{2,5})?/?$|/(?:page[-_]?)?not[-_]?found(?:\.[a-z]{2,5})?/?$"
    r"|/error(?:page)?(?:\.[a-z]{2,5})?/?$",
    re.IGNORECASE | re.ASCII,
)
_READ = 20_000


def body_signs(page: PageText) -> Iterator[Sign]:
    """A sentence that says so in the text, and a page that asks search engines not to keep it."""
    match = _SENTENCE.search(page.text[:_READ]) if page.words < THIN else None
    if match:
        yield signs.sign("soft404.sentence", match[0])
    if "noindex" in page.robots:
        yield signs.sign("soft404.noindex", page.robots)


def says_so(text: str) -> bool:
    """Whether a title or heading, as a whole or in one of its parts, says that there is nothing here."""
    parts = [text, *_SEPARATORS.split(text)]
    return any(_WHOLE.fullmatch(part.strip()) for part in parts[:8]) or bool(
        _SENTENCE.match(text) or (len(text) < 100 and _SENTENCE.search(text))
    )


def error_path(url: str) -> bool:
    """Whether an address names an error page."""
    return bool(_ERROR_PATH.search(urlsplit(url).path))


def is_home(url: str) -> bool:
    """Whether an address is a site's home page, perhaps of one language."""
    parts = urlsplit(url)
    return not parts.query and bool(_HOME.fullmatch(parts.path))


# ISO 639-1, without codes that are departments or words as well: hr, id, is, it, my, no, so, to
_LANGUAGES = (
    "en|de|fr|es|pt|ru|uk|be|pl|nl|sv|da|fi|nb|nn|cs|sk|hu|ro|bg|el|tr|ar|he|fa|zh|ja|ko|kk|ky|uz|tg|tk|az|hy|ka|vi|th|"
    "ms|ca|et|lv|lt|sl|sr|sq|mk|eu|gl|hi|bn|ur|mn"
)
_HOME = re.compile(
    r"/?|/(?:index|default|home|main)(?:\.[a-z]{2,5})?/?"
    rf"|/(?:{_LANGUAGES})(?:[-_][a-z]{{2}})?(?:/(?:index|home)(?:\.[a-z]{{2,5}})?)?/?",
    re.IGNORECASE | re.ASCII,
)


def words_of_death(facts: PageFacts) -> str | None:
    """What the page itself says, quoted: the sign that all others only support."""
    if facts.title and says_so(facts.title):
        return f"the title says “{facts.title}”"
    heading = next((one for one in facts.headings if says_so(one)), None)
    if heading:
        return f"a heading says “{heading}”"
    sentence = signs.of(facts, "soft404.sentence")
    if sentence and facts.words < THIN:
        return f"the text says “{sentence[0].text}”"
    return None


def find(facts: PageFacts, url: str) -> str | None:
    """Evidence that a page is a soft 404, or None."""
    words = words_of_death(facts)
    found = [words] if words else []
    if error_path(url):
        found.append("its address names an error page")
    if not found:
        return None
    if facts.complete and facts.words < THIN:
        found.append(f"only {facts.words} words")
    found += [one.text for one in signs.of(facts, "soft404.sibling")]
    if signs.of(facts, "soft404.noindex") and words:
        found.append("it keeps itself out of search engines")
    elsewhere = next((one for one in (facts.canonical, facts.refresh) if one and is_home(one)), None)
    if elsewhere and not is_home(url):
        found.append("it names the home page as its own address")
    return signs.both(found)
