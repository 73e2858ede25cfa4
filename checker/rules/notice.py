"""Notices: headings with little below them that say that there is nothing here, whatever else a site has on its pages.

Looser words than those of :mod:`checker.rules.soft404` are a reason to look: only where a made-up neighbour shows the
same page do they count. A plea, a heading that says so and a sentence below it that speaks to those who came in vain,
needs no neighbour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.lead import Section
from checker.observation import Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import absence, declared, signs
from checker.rules.gatewords import PRIVATE, REFUSAL, ROBOTS
from checker.rules.notfound import LATER, LOOSE, PASSING, REFUSED, TITLE, TO_VISITORS
from checker.rules.saying import SEPARATORS, is_datum, says_so, says_something, sentences
from checker.rules.sentences import Sentence

_LONG = 22
_BESIDE = 4
"""Words that may stand beside a sentence of absence and be about anything: "Notice", a code."""
_HAN = regex(r"[\u3400-\u9fff]")
_SAYING = 4
_SHORT = 12
_DIGITS = regex(r"\d{2}")
_BEGUN = regex(
    r"construction|coming soon|launch|new (?:look|design|website|site|home)|welcome|willkommen|bienvenid|bienvenue|copyright|©|baustelle|im aufbau|entsteht|построен|разработке|建设中|"
    r"добро пожаловать|欢迎|歡迎|\bsale\b|domain|hosting|suspended|loading|redirect|click|download"
)
"""Words of pages that are about their site, not about one that is missing."""
_ABOUT_PAGES = regex(
    r"\b(?:pages?|urls?|links?|address|web ?sites?|site ?map|home ?page|bookmarks?|webmaster|startseite|lesezeichen|favoris|marcadores|webseite|seite|adresse|lien|site|página|enlace|dirección|sitio|pagina|"
    r"collegamento|indirizzo|strony?|stron[aęie]|odnośnik|länk\w*|sida[n]?|side[n]?|sivu[an]?|oldal|stránk[ay]|pagină|halaman|trang|articles?|documentos?|documents?|topics?|threads?|posts?|items?|records?|text[eo]?|story|entry|here|hier|ici|aquí|notizia|nota|we (?:looked|searched|tried)|[\w-]{2,60}\.[a-z]{2,6}|files?|content|resources?|products?|objects?|jobs?|videos?|listings?|events?|images?|reports?|publications?|artikel|inhalt|meldung|veröffentlichung|anfrage|eintrag|datei|beitrag|dokument|article|contenu|ressource|fichier|artículo|contenido|recurso|archivo|publicación|conteúdo|contenuto|risorsa|treść|plik|noticia|articolo|matéria|artigo|artykuł)\b|стать|материал|документ|элемент|раздел|объект|товар|ресурс|запис|публикаци|новост|сторінк|бет\b|文章|稿件|信息|资料|主题|帖子|新闻|记录|記事|기사|הדף|σελίδα|صفحه|страниц|адрес|ссылк|сайт|页面|网页|网址|链接|网站|頁面|網頁|網址|連結|ページ|リンク|サイト|페이지|주소|رابط|صفحة|sayfa|bağlantı"
)
"""What sentences speak of that explain why there is nothing, however they put it."""
_PAGES = regex(
    r"\b(?:pages?|urls?|links?|web ?sites?|web ?address|webseite|seite|lien|página|enlace|pagina|strona|documents?|articles?|dokument|artikel|contenu|content)\b|страниц|ссылк|сайт|документ|стать|页面|网页|网址|链接|文章|頁面|ページ|페이지|صفحة|sayfa"
)
"""What is on the web and nowhere else: records, items and objects are kept in books and lie in the ground as well."""
_YEAR = regex(r"(?<!\d)1\d{3}(?!\d)|(?<!\d)20[0-3]\d(?!\d)")
_APOLOGY = regex(
    r"sorry|oops|whoops|uh[- ]oh|unfortunately|apologi[sz]e|leider|entschuldig|désolé|malheureusement|lo sentimos|lamentamos|извините|простите|к сожалению|увы|"
    r"抱歉|对不起|對不起|很遗憾|申し訳|죄송|desculpe|spiacenti|helaas|przepraszamy|niestety|beklager|tyvärr|üzgünüz|عذر|bohužel|sajnál"
)
_ON_CONDITION = regex(
    r"\b(?:when|why|how|what to do|wenn|falls|was tun|warum|quand|pourquoi|que faire|cuando|qué hacer)\b|\bесли\b|когда|почему|что делать|如果|怎么办|为什么|如何"
)
"""How help on such messages speaks."""
_LOST = regex(
    r"\bbut\b|never|\blost\b|\bgone\b|\baway\b|\bwrong\b|awkward|drift|vanish|disappear|wander|escape|\bhid|empty|nowhere|\bold\b|outdated|\bmoved|redesign|\bchanged|\bcan['’]t|couldn['’]t|cannot|"
    r"\bleer|\bweg\b|verschw|verirr|falsch|perdu|disparu|\bvide\b|perdid|desapar|vac[ií]|ninguna parte|потеря|исчез|пуст|устар|переме|пропал|неверн|丢|失效|空|迷|飞|走|移动|移動|persa?\b|sparit|zgub|zniknę|kaybol"
)
"""Words of pages that are lost, in many pictures."""
_ALARM = regex(
    r"(?:(?:error|erreur|fehler|errore|erro|ошибка|помилка|błąd|chyba|hiba|fout|fel|feil|virhe|eroare|hata|қате|lỗi|kesalahan|σφάλμα|שגיאה|خطأ|خطا|エラー|오류|错误|錯誤|出错了?|出錯了?|提示|"
    r"温馨提示|友情提示|系统提示|提示信息|系統訊息|很?抱歉|对不起|對不起|внимание|ой|ойой|увы|упс|oops|ooops|ups|oups|opps?|hoppla|hoppsan|uh[- ]oh|whoops|hmm+|sorry|pardon|désolée?|leider|"
    r"lo sentimos|vaya|ojej|ojdå|oho|dead end|broken link|bad link|invalid (?:request|link|url|id)|ungültige (?:anfrage|adresse)|requête invalide|solicitud no válida|неверн\w+ (?:запрос|ссылка|адрес))"
    r"[\s!.…?:]*(?:\d{3})?[\s!.…]*)"
)
"""Headings that say only that something is wrong."""
_OURS = regex(
    r"occurred|went wrong|unexpected|internal|exception|technical|processing|aufgetreten|unerwartet|survenue?|inattendu|inesperad|ocurri|произошла|внутренн|непредвиден|发生|發生|内部|異常|异常|系统错误|"
    r"sqlstate|mysql|query|stack|syntax|php|\bin /|line \d"
)
"""Words of an error of the server's own, which may pass."""
_NUMBER = regex(
    r"\(404\)(?! ?\d)|\b(?:error|erreur|fehler|code|http|status|erro|errore|foutcode|błąd|hata)[ :#-]{0,3}404\b|\b404[ :–-]{1,3}(?:error|not found)|(?:ошибка|错误|錯誤|错误代码|エラー)[ :：]{0,2}404"
)


def body_signs(page: PageText) -> Iterator[Sign]:
    """The first section that is a notice, and the first plea."""
    titled_too = [Section(page.title or "", page.sections[0].text if page.sections else "")] if page.title else []
    told = [one for one in (*page.sections, *titled_too) if not one.is_cut]
    notice = next((said for one in told if (said := _notice(one))), None)
    if notice:
        yield signs.sign("soft404.notice", notice)
    elif about := next((said for one in page.sections[:1] if (said := _about(one))), None):
        yield signs.sign("soft404.about", about)
    short = (one for one in page.sections[:2] if not one.is_cut)
    if any(is_datum(one) for section in short for one in sentences(section.text.lower())):
        yield signs.sign("soft404.datum", "it has data")
    if not notice and (absent := next((said for one in told if (said := _anything(one))), None)):
        yield signs.sign("soft404.absent", absent)
    titled = bool(page.title) and says_so(page.title or "")
    plea = next((said for one in page.sections if (said := _plea(one, titled=titled))), None)
    if plea:
        yield signs.sign("soft404.plea", plea)
    is_said = bool(notice or plea) or titled or any(says_so(one) for one in page.headings)
    is_short = bool(page.sections) and not page.sections[0].is_cut
    mark = declared.mark(page, in_scripts=is_said or is_short)
    if mark:
        yield signs.sign("soft404.declared", mark)


def _notice(section: Section) -> str | None:
    """The words by which a section says that there is nothing, and it says nothing else."""
    heading, low = section.heading.lower(), section.text.lower()
    if section.is_cut:
        return None
    told = sentences(low)
    absent = _absent(told)
    strict, whole = says_so(heading), "\n".join(one for one in (heading, *told) if one != absent)
    said = section.heading if strict else absent or loose([heading, *told]) or _number(low) or _apology(heading, low)
    others = [one for one in told if one != absent and (says_something(one) or (not strict and is_datum(one)))]
    if not said and not others and told and _is_alarm(heading) and not _OURS.search(low):
        said = heading if all(map(is_of_pages, told)) else None
    if not said or LATER.search(whole) or (not strict and _is_other(whole)):
        return None
    return None if any(not _ABOUT_PAGES.search(one) for one in others) else said


def _absent(told: Sequence[str]) -> str | None:
    """A sentence of absence (:mod:`checker.rules.absence`) with hardly anything beside it that is not about pages."""
    said = next((one for one in told if absence.says(one, named=False)), None)
    rest = (one for one in told if said and one != said and not LOOSE.search(one) and not is_of_pages(one))
    return said if sum(len(one.split()) + len(_HAN.findall(one)) // 2 for one in rest) <= _BESIDE else None


def _anything(section: Section) -> str | None:
    """All that a section says where that is, in a few words, that anything is not there.

    Whoever calls the thing by its name above, or tells when it went, describes it.
    """
    told = [one for one in (section.heading.lower(), *sentences(section.text.lower())) if one]
    if section.is_cut or any(_DIGITS.search(one) for one in told):
        return None
    said = [one for one in told if Sentence(one).length <= _SHORT and LOOSE.search(one)]
    if not said or any(not (one in said or _is_alarm(one) or is_of_pages(one)) for one in told):
        return None
    whole = " – ".join(dict.fromkeys(said))
    return None if _is_other("\n".join(told)) else whole


def _is_other(whole: str) -> bool:
    """Whether it speaks of a trouble that may pass, or of readers who are kept out."""
    spoken = Sentence(whole)
    shut = any(stems in spoken for stems in (REFUSAL, ROBOTS, PRIVATE))
    return shut or bool(PASSING.search(whole) or REFUSED.search(whole))


def loose(told: Sequence[str]) -> str | None:
    """Loose words that are said of a page, or to those who came for one; bells and anchors are not found, either."""
    for one in told:
        said = LOOSE.search(one) if len(one.split()) <= _LONG else None
        if said and (is_of_pages(one) or one.strip(" !¡.…") == said):
            return said
    return None


def has_year(text: str) -> bool:
    """Whether a year stands in a text."""
    return _YEAR.search(text) is not None


def is_of_pages(sentence: str) -> bool:
    """Whether a sentence speaks of pages, or to those who came for one; with a year in it, of an item that is described."""
    if TO_VISITORS.search(sentence) or TITLE.fullmatch(sentence):
        return True
    return (_PAGES if _YEAR.search(sentence) else _ABOUT_PAGES).search(sentence) is not None


def _is_alarm(heading: str) -> bool:
    return any(_ALARM.fullmatch(part.lstrip("¡¿")) for part in SEPARATORS.split(heading))


def _about(section: Section) -> str | None:
    """What a page begins with that speaks of pages and links alone, and of their being lost: it has no other subject."""
    low = section.text.lower()
    told = [one for one in sentences(low) if len(one.split()) >= _SAYING or len(one) >= 3 * _SAYING]
    whole = f"{section.heading.lower()}\n{low}"
    if section.is_cut or not told or not _LOST.search(whole) or not all(_ABOUT_PAGES.search(one) for one in told):
        return None
    if _is_other(whole) or any(words.search(whole) for words in (LATER, _BEGUN, _OURS)):
        return None
    return told[0]


def _number(low: str) -> str | None:
    match = _NUMBER.search(low)
    return match[0] if match else None


def _apology(heading: str, low: str) -> str | None:
    """An apology to those who came for a page."""
    sorry = _APOLOGY.search(f"{heading}\n{low}") if _ABOUT_PAGES.search(low) else None
    return sorry[0] if sorry else None


def _plea(section: Section, *, titled: bool) -> str | None:
    """A sentence to those who came in vain, right below a heading that says so; nothing else is said there."""
    low = section.text.lower()
    is_asked = section.heading.rstrip().endswith(("?", "？"))
    if (
        section.is_cut
        or is_asked
        or not (titled or says_so(section.heading))
        or LATER.search(low)
        or REFUSED.search(low)
    ):
        return None
    told = sentences(low)
    if any(says_something(one) for one in told):
        return None
    return next((one for one in told if _is_plea(one)), None)


def _is_plea(sentence: str) -> bool:
    if _ON_CONDITION.search(sentence):
        return False
    said = LOOSE.search(sentence) and TO_VISITORS.search(sentence)
    return bool(said) or TITLE.fullmatch(sentence) is not None
