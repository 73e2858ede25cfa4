"""The words by which pages say that there is nothing here, by language: data for :mod:`checker.rules.soft404`.

Collected from the error pages of common site software (WordPress, Drupal, Joomla, Rails, Django, Next.js,
IIS, Apache, Confluence, Bitrix, DedeCMS …), November 2026.
"""

from __future__ import annotations

import re

_THING = (
    r"(?:web ?)?(?:page|file|document|article|content|url|address|link|resource|site|story|post|product|item|entry|"
    r"record|object|event|topic|thread|video|node|listing|job|publication|report|image|profile|file or directory)"
)
_GONE = (
    r"(?:(?:is |are |was |were )?(?:not found|missing|unavailable|gone|removed|deleted|no longer (?:available|here|online|exists?))"
    r"|(?:is|was)(?: not|n['’]t) (?:available|found|here|there)(?: any ?more)?|could(?: not|n['’]t) be (?:found|located)"
    r"|can(?: ?not|['’]t) be (?:found|located)|does(?: not|n['’]t) (?:seem to )?exist(?: any ?more)?|no longer exists?"
    r"|has been (?:removed|deleted|taken down|unpublished)|has expired)"
)
_SOUGHT = (
    r"(?: (?:that )?(?:you(?:['’]re| are| were|['’]ve| have)?|we were) ?(?:looking for|look for|requested|requesting|seeking|want|"
    r"trying to (?:reach|access|find|view|open|visit)|tried to (?:reach|access|find|view|open)|entered|asked for|followed)[^.!?\n]{0,40}?)?"
)
_OPENING = (
    r"(?:(?:oops|sorry|we['’]re sorry|we are sorry|uh[- ]oh|whoops|hmm+|hoppla|huch|ups|oups|ой|упс|извините|простите|к сожалению|"
    r"désolée?|lo sentimos|entschuldigung|leider|很抱歉|抱歉|对不起|對不起|哎呀|but)[\s!,.…:，。！-]*){0,2}"
)
_NUMBER = (
    r"(?:(?:http|server|client)[\s/-]?)?(?:error|erreur|fehler|ошибка|errore|erro|错误|錯誤)?[\s:#-]{0,3}(?:code:? ?)?[(#]?404[)!]?"
    r"[\s:.,!–—-]{0,4}(?:error|page|erreur|fehler|ошибка|errore|错误|錯誤|页面|頁面|错误页面)?(?:[\s:.,!–—-]{0,3}\(?"
)

WHOLE = {
    "en": (
        rf"(?:(?:the|this|that|your|requested) ){{0,3}}{_THING}{_SOUGHT},? {_GONE}(?: \(?(?:error )?404\)?)?",
        r"(?:object )?not found(?: \(?#?404\)?)?|nothing (?:was )?found(?: for .{1,80})?|no longer available|no such (?:page|file|article)",
        rf"we (?:could(?: not|n['’]t)|can(?: ?not|['’]t)|can['’]t seem to) find (?:the|that|this|your) {_THING}{_SOUGHT}",
        rf"(?:can(?: ?not|['’]t) find|missing|invalid) (?:the |that |this )?{_THING}|page lost|lost page",
        r"there(?:['’]s| is) nothing here|that['’]s an error",
    ),
    "de": (
        (
            r"(?:die(?:se)? )?(?:(?:gesuchte|angeforderte|aufgerufene|gewünschte) )?(?:web|internet)?(?:seite|inhalt|artikel|dokument|datei|objekt|beitrag)"
            r" (?:wurde |konnte |ist |existiert )?(?:leider )?(?:nicht (?:mehr )?(?:gefunden|vorhanden|verfügbar|auffindbar)|nicht(?: mehr)?)"
            r"(?: gefunden)?(?: werden)?"
        ),
        r"(?:die(?:se)? )?(?:\w+ )?seite gibt es (?:leider )?nicht(?: mehr)?|nicht gefunden|nichts gefunden|seite fehlt",
        r"(?:wir konnten )?(?:die|diese) (?:\w+ )?seite (?:leider )?nicht finden",
    ),
    "fr": (
        (
            r"(?:(?:la|cette|le|ce|l['’]) ?)?(?:page|article|contenu|document|fichier)(?: web)?(?: (?:demandée?|recherchée?|que vous (?:re)?cherchez))?"
            r" (?:est |a été )?(?:introuvable|inexistante?|non[ -]trouvée?|indisponible|supprimée?|n['’]existe (?:pas|plus)|n['’]est plus (?:disponible|en ligne)|"
            r"n['’]a pas été trouvée?|n['’]a pu être trouvée?)"
        ),
        r"page (?:non trouvée|introuvable|inconnue|inexistante)|aucune page trouvée",
    ),
    "es": (
        (
            r"(?:(?:la|esta|el|este) )?(?:página|contenido|artículo|documento|archivo|sitio)(?: web)?(?: (?:solicitad[ao]|buscad[ao]|que (?:busca|buscas|está buscando)))?"
            r" (?:no (?:encontrad[ao]|existe|disponible|está disponible|se encuentra|se ha encontrado|se encontró|ha sido encontrad[ao])|ya no (?:existe|está disponible)|eliminad[ao]|inexistente)"
        ),
        r"no (?:se (?:ha encontrado|encontró|encuentra)|encontramos|hemos encontrado) (?:la|esta|el) (?:página|artículo|contenido)(?: .{1,40})?|no encontrad[ao]",
    ),
    "ru": (
        (
            r"(?:(?:запрашиваемая|запрошенная|данная|такая|эта|искомая) )?(?:вами )?(?:страница|статья|запись|новость)(?: сайта)?"
            r" (?:не найдена|не существует|удалена|была удалена|больше не существует|отсутствует|не обнаружена|потерялась)"
        ),
        r"(?:материал|документ|файл|раздел|объект) (?:не найден|удал[её]н|не существует|отсутствует)|ничего не найдено|не найдено|не найдена",
        r"(?:такой |этой |данной )?(?:страницы|статьи) (?:больше )?(?:не существует|нет|не найдено)|нет такой страницы",
    ),
    "zh": (
        (
            r"(?:404\s*)?(?:(?:您|你)(?:所)?(?:访问|请求|查找|要找|要访问|查看|要查看|浏览|訪問|要找)的|该|此|該|這個|这个|當前|当前)?(?:页面|网页|頁面|網頁|文章|内容|內容|链接|信息|文件)"
            r"(?:不存在|未找到|找不到|不见了|丢失了?|已(?:被)?(?:发布者|作者|删除|移除|下线|下架|失效)(?:删除)?|不存在或已(?:被)?删除|没有找到|沒有找到|已不存在)(?:了)?"
        ),
        r"(?:找不到|未找到|没有找到|沒有找到|無法找到|无法找到)(?:该|此|您要的|指定的|相关)?(?:页面|网页|頁面|網頁|文章|内容)?",
    ),
    "others": (
        r"página não (?:foi )?encontrada|pagina non trovata|pagina niet gevonden|(?:nie znaleziono strony|strona nie (?:została znaleziona|istnieje))",
        r"(?:お探しの|指定された)?ページ(?:が|は)(?:見つかりません(?:でした)?|存在しません)|페이지를 찾을 수 없습니다|sayfa bulunamad[ıi]",
        r"сторінку не знайдено|sidan (?:kunde inte hittas|hittades inte)|siden (?:ble )?ikke funnet|stránka (?:nenalezena|neexistuje)|az oldal nem található",
        r"halaman tidak ditemukan|không tìm thấy trang|الصفحة غير موجودة|bet табылмады|бет табылмады",
    ),
}
"""What a title or a heading says as a whole, in lower case."""

_SENTENCES = (
    rf"{_THING}{_SOUGHT},? {_GONE}",
    rf"we (?:could(?: not|n['’]t)|can(?: ?not|['’]t))(?: seem to)? find (?:the|that|this) {_THING}",
    r"(?:gesuchte|angeforderte|aufgerufene|gewünschte) seite [^.!?\n]{0,30}?(?:nicht gefunden|existiert nicht|nicht mehr|nicht vorhanden)",
    r"page (?:que vous (?:recherchez|cherchez|demandez)|demandée) [^.!?\n]{0,20}?(?:n['’]existe|introuvable|a été supprimée)",
    r"página (?:que (?:busca|buscas|solicita|está buscando)|solicitada) [^.!?\n]{0,20}?no (?:existe|se encuentra|se ha encontrado|está disponible)",
    r"(?:запрашиваемая|запрошенная|такая|данная) (?:вами )?страница [^.!?\n]{0,20}?не (?:найдена|существует)",
    r"страница, которую вы (?:ищете|запрашиваете|искали)[^.!?\n]{0,20}?(?:не (?:найдена|существует)|удалена)",
    r"(?:您|你)(?:所)?(?:访问|请求|查找|要找|要访问)的(?:页面|网页|内容)[^。！\n]{0,12}?(?:不存在|已删除|未找到|找不到)",
    r"抱歉[^。！\n]{0,12}?(?:页面|网页|内容)[^。！\n]{0,6}?(?:不存在|已删除|找不到)",
)

_PHRASES = "|".join(one for language in WHOLE.values() for one in language)
TITLE = re.compile(
    rf"{_OPENING}(?:{_NUMBER}(?:{_PHRASES})\)?)?|{_PHRASES}|(?:{_PHRASES})[\s!.:–—-]{{1,4}}\(?(?:error |code |错误)?404\)?(?: error)?)"
    r"[\s.!?…。！:;]{0,6}(?:\(?404\)?|1)?"
)
"""A part of a title that says so, matched as a whole."""
SENTENCE = re.compile("|".join(_SENTENCES))
"""A sentence anywhere in a text that says so."""
