"""The words by which pages say that there is nothing here, by language: data for :mod:`checker.rules.soft404`.

Collected from the error pages of common site software (WordPress, Drupal, Joomla, Rails, Django, Next.js,
IIS, Apache, Confluence, Bitrix, DedeCMS …), November 2026.
"""

from __future__ import annotations

from functools import lru_cache

from checker.patterns import regex
from checker.rules.alarm import INTERJECTION

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
    rf"[¡¿]?(?:(?:{INTERJECTION}|we['’]re sorry|we are sorry|извините|простите|к сожалению|"
    r"entschuldigung|leider|很抱歉|抱歉|对不起|對不起|but)[\s!¡,.…:，。！–—-]*){0,2}"
)
_NUMBER = (
    r"(?:(?:http|server|client)[\s/-]?)?(?:error|erreur|fehler|ошибка|errore|erro|错误|錯誤)?[\s:#-]{0,3}(?:code:? ?)?[(#]?404[)!]?"
    r"[\s:.,!–—-]{0,4}(?:error|page|erreur|fehler|ошибка|errore|错误|錯誤|页面|頁面|错误页面)?(?:[\s:.,!–—-]{0,3}\(?"
)

WHOLE = {
    "en": (
        rf"(?:(?:the|this|that|your|requested) ){{0,3}}{_THING}{_SOUGHT},? {_GONE}(?: \(?(?:error )?404\)?)?",
        r"(?:object )?not found(?: \(?#?404\)?)?|nothing (?:was )?found(?: for .{1,80})?|no longer available|no such (?:page|file|article)",
        rf"we (?:could(?: not|n['’]t)|can(?: ?not|['’]t)|can['’]t seem to|are unable to|were unable to) (?:find|locate) (?:the|that|this|your) {_THING}{_SOUGHT}",
        rf"(?:can(?: ?not|['’]t) find|missing|invalid) (?:the |that |this )?{_THING}|page lost|lost page",
        r"there(?:['’]s| is) nothing here|that['’]s an error|(?:http |error )?410:? gone|(?:http|error) 410",
    ),
    "de": (
        (
            r"(?:(?:die|der|das|diese[rs]?) )?(?:(?:gesuchte[rs]?|angeforderte[rs]?|aufgerufene[rs]?|gewünschte[rs]?) )?(?:web|internet)?(?:seite|inhalt|artikel|dokument|datei|objekt|beitrag|meldung|eintrag|angebot|stelle|veranstaltung|text|video)"
            r" (?:wurde |konnte |ist |existiert )?(?:leider )?(?:nicht (?:mehr )?(?:gefunden|vorhanden|verfügbar|auffindbar)|nicht(?: mehr)?)"
            r"(?: gefunden)?(?: werden)?"
        ),
        r"(?:die(?:se)? )?(?:\w+ )?seite gibt es (?:leider )?nicht(?: mehr)?|nicht gefunden|nichts gefunden|seite fehlt",
        r"(?:wir konnten )?(?:die|diese) (?:\w+ )?seite (?:leider )?nicht finden",
    ),
    "fr": (
        (
            r"(?:(?:la|cette|le|ce|l['’]) ?)?(?:page|article|contenu|document|fichier|ressource|rubrique|élément|objet|vidéo|annonce|offre)(?: web)?(?: (?:demandée?|recherchée?|que vous (?:re)?cherchez))?"
            r" (?:est |a été )?(?:introuvable|inexistante?|non[ -]trouvée?|indisponible|supprimée?|n['’]existe (?:pas|plus)|n['’]est plus (?:disponible|en ligne)|"
            r"n['’]a pas été trouvée?|n['’]a pu être trouvée?)"
        ),
        r"page (?:non trouvée|introuvable|inconnue|inexistante)|non trouvée?|introuvable|aucune page trouvée",
    ),
    "es": (
        (
            r"(?:(?:la|esta|el|este) )?(?:página|contenido|artículo|documento|archivo|sitio|recurso|noticia|vídeo|video|publicación|oferta)(?: web)?(?: (?:solicitad[ao]|buscad[ao]|que (?:busca|buscas|está buscando)))?"
            r" (?:no (?:encontrad[ao]|existe|disponible|está disponible|se encuentra|se ha encontrado|se encontró|ha sido encontrad[ao])|ya no (?:existe|está disponible)|eliminad[ao]|inexistente)"
        ),
        r"no (?:se (?:ha encontrado|encontró|encuentra)|encontramos|hemos encontrado) (?:la|esta|el) (?:página|artículo|contenido)(?: .{1,40})?|no encontrad[ao]",
    ),
    "ru": (
        (
            r"(?:(?:запрашиваемая|запрошенная|данная|такая|эта|искомая) )?(?:вами )?(?:страница|статья|запись|новость)(?: сайта)?"
            r" (?:не найдена|не существует|удалена|была удалена|больше не существует|отсутствует|не обнаружена|потерялась)"
        ),
        r"(?:запрашиваемый |запрошенный |данный |этот )?(?:вами )?(?:материал|документ|файл|раздел|объект|элемент|ресурс|товар) (?:был |больше )?(?:не найден|недоступен|удал[её]н|не существует|отсутствует)|ничего не найдено|не найдено|не найдена",
        r"(?:такой |этой |данной )?(?:страницы|статьи) (?:больше )?(?:не существует|нет|не найдено)|нет такой страницы",
    ),
    "zh": (
        (
            r"(?:404\s*)?(?:(?:您|你)(?:所)?(?:访问|请求|查找|要找|要访问|查看|要查看|浏览|訪問|要找)的|该|此|該|這個|这个|當前|当前)?(?:页面|网页|頁面|網頁|文章|内容|內容|链接|信息|文件|新闻|栏目|资源|資源|資料|稿件|帖子|视频|商品)"
            r"(?:不存在|未找到|找不到|不见了|丢失了?|已(?:被)?(?:发布者|作者|删除|移除|下线|下架|失效)(?:删除)?|不存在或已(?:被)?删除|没有找到|沒有找到|已不存在)(?:了)?"
        ),
        r"(?:找不到|未找到|没有找到|沒有找到|無法找到|无法找到)(?:该|此|您要的|指定的|相关)?(?:页面|网页|頁面|網頁|文章|内容)?",
    ),
    "others": (
        r"página não (?:foi )?encontrada|pagina non trovata|pagina niet gevonden|(?:nie znaleziono strony|strona nie (?:została znaleziona|istnieje))",
        r"(?:お探しの|指定された)?ページ(?:が|は)(?:見つかりません(?:でした)?|存在しません)|페이지를 찾을 수 없습니다|sayfa bulunamad[ıi]",
        r"сторінку не знайдено|sidan (?:kunde inte hittas|hittades inte)|siden (?:ble )?ikke funnet|stránka (?:nenalezena|neexistuje)|az oldal nem található",
        r"(?:η )?σελίδα (?:που (?:ζητήσατε|αναζητάτε|ψάχνετε) )?δεν (?:βρέθηκε|υπάρχει)|(?:hakemaasi |pyytämääsi |etsimääsi )?sivua ei (?:löydy|löytynyt|ole(?: olemassa)?)|pagina (?:solicitată |căutată )?nu (?:a fost găsită|există|mai există)",
        r"stranica nije pronađena|страница (?:није пронађена|не е намерена)|страницата не (?:е намерена|съществува)|stránka (?:nebyla nalezena|nebola nájdená|neexistuje|nenájdená)|stran(?:i|)? ni (?:bilo )?mogoče najti|puslapis nerastas|lapa nav atrasta|lehte ei leitud|pàgina no trobada",
        r"siden (?:blev ikke fundet|findes ikke|finnes ikke|kunne ikke findes)|sidan (?:finns inte|hittades ej)|página inexistente|a página não existe|(?:esta |a )?página (?:já )?não (?:existe|está disponível)|(?:la )?pagina (?:richiesta |cercata )?non (?:esiste|è (?:più )?disponibile|è stata trovata)|(?:de )?pagina (?:bestaat niet(?: meer)?|is niet (?:meer )?(?:gevonden|beschikbaar)|kon niet worden gevonden)",
        r"(?:ta |podana |żądana |szukana )?strona (?:już )?nie istnieje|nie (?:znaleziono|odnaleziono) (?:żądanej |podanej |szukanej )?strony(?: o podanym adresie)?|سایت یافت نشد|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|הדף לא נמצא|ไม่พบหน้า(?:ที่(?:คุณ)?(?:ต้องการ|ค้นหา))?|(?:요청하신 |해당 )?페이지(?:를 찾을 수 없습니다|가 존재하지 않습니다)",
        r"halaman tidak ditemukan|không tìm thấy trang|الصفحة غير موجودة|bet табылмады|бет табылмады",
    ),
}
"""What a title or a heading says as a whole, in lower case."""

_SENTENCES = (
    rf"{_THING}{_SOUGHT},? {_GONE}",
    rf"we (?:could(?: not|n['’]t)|can(?: ?not|['’]t))(?: seem to)? find (?:the|that|this) {_THING}",
    r"(?:gesuchte|angeforderte|aufgerufene|gewünschte) (?:seite|adresse) [^.!?\n]{0,60}?(?:nicht gefunden|existiert nicht|nicht mehr|nicht vorhanden)",
    r"page (?:que vous (?:recherchez|cherchez|demandez)|demandée) [^.!?\n]{0,20}?(?:n['’]existe|introuvable|a été supprimée)",
    r"página (?:que (?:busca|buscas|solicita|está buscando)|solicitada) [^.!?\n]{0,20}?no (?:existe|se encuentra|se ha encontrado|está disponible)",
    r"(?:запрашиваемая|запрошенная|такая|данная) (?:вами )?страница [^.!?\n]{0,20}?не (?:найдена|существует)",
    r"страница, которую вы (?:ищете|запрашиваете|искали)[^.!?\n]{0,20}?(?:не (?:найдена|существует)|удалена)",
    r"(?:您|你)(?:所)?(?:访问|请求|查找|要找|要访问)的(?:页面|网页|内容)[^。！\n]{0,12}?(?:不存在|已删除|未找到|找不到)",
    r"抱歉[^。！\n]{0,12}?(?:页面|网页|内容)[^。！\n]{0,6}?(?:不存在|已删除|找不到)",
)

_PHRASES = "|".join(one for language in WHOLE.values() for one in language)
TITLE = regex(
    rf"{_OPENING}(?:{_NUMBER}(?:{_PHRASES})\)?)?|{_PHRASES}|(?:{_PHRASES})[\s!.:–—-]{{1,4}}\(?(?:error |code |错误)?404\)?(?: error)?)"
    r"[\s.!?…。！:;]{0,6}(?:\(?404\)?|1)?"
)
"""A part of a title that says so, matched as a whole."""
SENTENCE = regex("|".join(_SENTENCES))
"""A sentence anywhere in a text that says so."""


_SENTENCE = 300
"""Characters that a sentence hardly has more of."""


class Stems:
    """Phrases by a part that all of them have: a page is searched only for those whose part it has at all."""

    def __init__(self, *rows: tuple[str, str]) -> None:
        self._rows = [(stem, None if stem == pattern else regex(pattern)) for stem, pattern in rows]
        self._kept = lru_cache(maxsize=512)(self._search)

    def search(self, low: str) -> str | None:
        """The first phrase of a text in lower case that is found, by the order of the rows; sentences are asked often."""
        return self._kept(low) if len(low) <= _SENTENCE else self._search(low)

    def _search(self, low: str) -> str | None:
        for stem, pattern in self._rows:
            if stem not in low:
                continue
            match = pattern.search(low) if pattern else None
            if pattern is None or match:
                return match[0] if match else stem
        return None


_NOT_ABLE = r"(?:could(?: not|n['’]t)|can(?:not| not|['’]t)|unable to|failed to|did(?: not|n['’]t)) (?:seem to )?"
LOOSE = Stems(
    ("find", rf"{_NOT_ABLE}find"), ("locate", rf"{_NOT_ABLE}locate|could not be located"), ("no such", r"no such (?:page|file|document|article|record|item|entry|object)"),
    ("exist", r"do(?:es)?(?: not|n['’]t) exist|no longer exists?|existiert (?:leider )?nicht|n['’]existe (?:pas|plus)|no existe|inexistente|não existe"),
    ("found", r"not (?:be )?found|nothing (?:was )?found|no(?:thing| results?| matches) (?:were |was )?found"), ("no longer", r"no longer (?:available|here|online|active|valid|there)"),
    ("removed", r"(?:has|have|was|were|been) (?:been )?removed"), ("deleted", r"(?:has|have|was|were|been) (?:been )?(?:\w+ly )?deleted"), ("withdrawn", r"(?:has|have|was|were|been) (?:been )?withdrawn"),
    ("unpublished", r"unpublished"), ("nothing", r"nothing (?:here|matche[sd])"), ("results", r"returned no results"), ("nowhere", r"(?:page|link|trail|path|url|address)[^.\n]{0,40} nowhere"), ("anywhere", r"(?:not|n['’]t|no longer) (?:lead|go|point)s?(?: you)? anywhere"), ("nulle part", r"(?:lien|page|adresse)[^.\n]{0,50} nulle part"), ("nirgend", r"(?:link|seite|adresse)[^.\n]{0,50} nirgend(?:s|wo)"), ("ninguna parte", r"(?:enlace|página|dirección)[^.\n]{0,50} ninguna parte"), ("никуда", r"ссылка[^.\n]{0,50} никуда"), ("non c", r"pagina[^.\n]{0,40} non c['’]è"), ("mehr da", "nicht (?:mehr )?da\b"),
    ("missing", r"(?:page|link|item|article|document|content) (?:is |has )?missing"), ("unavailable", r"(?:page|link|item|article|document|content) (?:is |has )?unavailable"),
    ("expired", r"(?:page|link|item|article|document|content) (?:is |has )?expired"), (" gone", r"(?:page|link|item|article|document|content) (?:is |has )?gone"),
    ("existiert", r"existiert (?:\w+ ){1,5}nicht"), ("nicht", r"nicht \(?(?:mehr\)? )?(?:gefunden|verfügbar|vorhanden|auffindbar|erreichbar|online)|gibt es (?:leider )?nicht"),
    ("gelöscht", "gelöscht"), ("entfernt", "entfernt"), ("keine", r"keine (?:treffer|ergebnisse)"),
    ("introuvable", "introuvable"), ("été", r"été (?:supprimée?|retirée?|déplacée?|effacée?)|pas été trouvée?"), ("est", r"n['’]est (?:plus|pas) (?:disponible|en ligne|accessible)|est (?:supprimée?|retirée?)"),
    ("trouv", r"pas (?:été )?trouvée?"), ("aucun", r"aucun résultat|aucune? \w+(?: [\w-]+)? (?:ne correspond|ne porte|n['’]a été trouvé|trouvé)"),
    ("encontr", r"no (?:ha sido |se ha |se |fue |hemos (?:podido )?|pudimos |podemos |se pudo )?encontr\w+|não (?:foi |foram )?encontrad\w+"), ("disponible", r"no (?:está |es )?disponible|non (?:è )?disponibile"),
    ("localiz", r"no (?:se ha |se |hemos podido )?localiz\w+"), ("ya no", r"ya no (?:existe|está|se encuentra)"), ("eliminad", r"(?:sido|fue) (?:\w+, ){0,2}eliminad[ao]"), ("excluíd", r"excluíd[ao]"), ("borrad", r"(?:sido|fue) borrad[ao]"),
    ("retirad", r"(?:sido|fue) retirad[ao]"), ("sin resultados", "sin resultados"),
    ("не ", r"не (?:была? |было |были )?(?:найден|существ|обнаружен)"), ("удал", "удал[её]н"), ("устарел", "устарел"), ("отсутствует", "отсутствует"), ("снят", r"снят[ао]? с (?:публикации|сайта)|публикация снята"), ("нет такой", "нет такой"),
    ("不存在", "不存在"), ("找不到", "找不到"), ("未找到", "未找到"), ("没有找到", "没有找到"), ("沒有找到", "沒有找到"), ("無法找到", "無法找到"), ("无法找到", "无法找到"), ("查無", "查無"),
    ("已", r"已被?(?:[^\s，。]{0,4})?(?:删除|刪除|下线|下架|移除|撤下)|已失效|已过期"),
    ("trovat", r"non (?:è stat[ao] |è |abbiamo )?trovat\w*"), ("rimoss", "rimoss[ao]"), ("removid", "removid[ao]"), ("niet", r"niet (?:meer )?(?:gevonden|beschikbaar)|bestaat niet"), ("verwijderd", "verwijderd"),
    ("nie ", r"nie (?:została |został |można )?(?:znalezion|istnieje|odnaleziono)\w*"), ("usunięt", "usunięt[ay]"), ("見つかりません", "見つかりません"), ("存在しません", "存在しません"), ("削除され", "削除され"),
    ("찾을 수 없", "찾을 수 없"), ("존재하지 않", "존재하지 않"), ("삭제", "삭제"), ("غير موجود", "غير موجود"), ("لم يتم العثور", "لم يتم العثور"), ("bulunamad", "bulunamad"), ("mevcut değil", "mevcut değil"),
    ("hitta", r"kunde inte hitta|hittades inte|inte hittas"), ("ikke", r"ikke f[uø]nn[ea]?t|ikke fundet|finnes ikke|findes ikke"), ("ei löyd", "ei löyd"), ("nem található", "nem található"), ("nenalezen", "nenalezen"), ("neexistuje", "neexistuje"),
    ("available", r"(?:is|are|was|were)(?: not|n['’]t) (?:any longer )?available|not available any ?more"), ("invalid", r"invalid (?:article|page|id|link|url|request|document|record|item|topic|thread|post)"), ("not here", "not here"), (" part of", "no longer (?:a )?part of"), ("published", "no longer published|never published"),
    ("no ", r"\bno (?:articles?|documents?|records?|pages?|posts?|topics?|threads?|files?|items?|entry|entries) (?:with|specified|match|for |here|by that|of that)"), ("broken", r"(?:link|address|url) (?:you \w+ )?(?:is |was |seems )?broken|broken link(?!s)"), ("outdated", "outdated (?:link|address|url|bookmark)"),
    ("verfügung", "nicht (?:mehr )?zur verfügung"), ("abrufbar", "nicht (?:mehr )?abrufbar"), ("unbekannt", "unbekannt"), ("kein", r"keine?n? (?:dokument|seite|artikel|inhalt|eintrag|beitrag)\w* (?:vor|gefunden|vorhanden)"), ("displayed", r"page (?:can ?not|can['’]t) be displayed"), ("无法显示", "无法显示"), ("недействительн", "недействительн"), ("rien ", r"rien (?:trouvé|ici)"), ("retired", r"(?:page|content|article|document) (?:has been|was|is) retired"), ("veraltet", "veraltet"), ("dépublié", "dépublié"), ("périmé", "périmé"), (" no ar", "não está mais no ar"), ("online", r"non è più online|nicht mehr online"),
    ("видален", "видален[оа]"), ("nebyl", r"nebyla? nalezen|nebylo nalezen"), ("nem létezik", "nem létezik"), ("no existe", "no existe"), ("inexist", "inexist"), ("此文章", "[无無没]有?此文章"), ("掲載期間", "掲載期間[はが]?終了"), ("終了", "公開は?終了|終了いたしました"), ("потеряли", "потеряли"), ("потерял", "потерял[аи]с"),
    ("nu ", r"nu (?:a fost găsit|există|mai există|s-a găsit)"), ("намерен", r"не (?:е|беше|са) намерен"), ("съществува", "не съществува"), ("пронађен", r"није пронађен"), ("не постои", "не постои"), ("не постоји", "не постоји"),
    ("nije ", r"nije (?:pronađen|dostup)"), ("ne postoji", "ne postoji"), ("nenájden", "nenájden"), ("ni bil", r"ni bil[ao]? najden"), ("nerast", "nerast"), ("neegzistuoja", "neegzistuoja"), ("nav atrast", "nav atrast"), ("ei leitud", "ei leitud"),
    ("ei löyt", "ei löyt"), ("δεν ", r"δεν (?:βρέθηκε|υπάρχει|είναι (?:πλέον )?διαθέσιμ)"), ("לא נמצא", "לא נמצא"), ("אינו קיים", "אינו קיים"), ("یافت نشد", "یافت نشد"), ("وجود ندارد", "وجود ندارد"), ("غير متوفر", "غير متوفر"), ("नहीं मिल", "नहीं मिल"), ("ไม่พบ", "ไม่พบ"),
    ("không ", r"không (?:tìm thấy|tồn tại)"), ("tidak ", r"tidak (?:ditemukan|dijumpai|ada(?: lagi)?|tersedia)"), ("табылмады", "табылмады"), ("topilmadi", "topilmadi"), ("tapılmadı", "tapılmadı"), ("олдсонгүй", "олдсонгүй"), ("ვერ მოიძებნა", "ვერ მოიძებნა"), ("չի գտնվել", "չի գտնվել"),
    ("trobat", r"no s['’]ha (?:pogut )?trobat"), ("finns inte", "finns inte"), ("yok", r"sayfa yok|artık yok"), ("disponível", "não está (?:mais )?disponível"), ("disponibil", r"non (?:è più |è )?disponibil[ei]"), ("beschikbaar", "niet (?:meer )?beschikbaar"), ("dostępn", r"nie jest (?:już )?dostępn"),
    ("нет на сайте", "нет на сайте"), ("недоступ", "недоступ[ен]"), ("ничего нет", "ничего нет"), ("不见了", "不见了"), ("走丢", "走丢"), ("飞走", "飞走"), ("迷路", "迷路"), ("下架", "已?下架"), ("撤稿", "撤稿"), ("ご覧いただけません", "ご覧いただけません"), ("移動または削除", "移動または削除"), ("終了しました", "(?:掲載|公開)を?終了しました"),
    ("не знайден", "не знайден"), ("не існує", "не існує"),
)  # fmt: skip
"""Words by which pages tell that they cannot serve what was asked, and content as well: a reason to look, no more."""
NO_RESULTS = Stems(
    ("result", r"(?:no|0|zero) (?:search )?results?|0 ?résultats?"), ("match", r"(?:no|0|zero) matches|did not match any"), ("hits", r"(?:no|0|zero) hits"), ("found", r"nothing (?:was )?found|no (?:entries|items|pages) (?:were )?found"),
    ("treffer", r"(?:keine|0) treffer"), ("ergebnisse", r"(?:keine|0) (?:such)?ergebnisse"), ("aucun", r"aucun (?:résultat|document)"), ("resultado", r"(?:sin|no hay|0|ningún|nenhum|no se (?:han encontrado|encontraron)) resultados?"),
    ("ничего не найдено", "ничего не найдено"), ("не дал", r"не дал[аио]? результатов"), ("没有找到", "没有找到"), ("沒有找到", "沒有找到"), ("结果", r"无(?:相关|搜索)?结果|0 ?条结果"), ("共0条", "共0条"),
    ("nessun risultato", "nessun risultato"), ("geen resultaten", "geen resultaten"), ("brak wyników", "brak wyników"), ("見つかりませんでした", "見つかりませんでした"), ("0件", r"\b0件"),
)  # fmt: skip
"""What searches say that have found nothing."""
_HOMEWARD = (
    r"(?:head|get|take|bring|find|let(?:['’]s| us)) (?:you |yourself |your way )?(?:go |get |take you )?(?:back|home)\b|revene[zr]|retourne[zr]|vuelv[ae] (?:a|al)\b|"
    r"(?:zurück|hier geht['’]?s|weiter) zu[rm]?\b|верн(?:ёмся|емся|итесь|уться)|(?:return|back) to (?:the |our )?(?:home|start|main)|retour à|volver a|voltar (?:ao|à|para)|返回首页|返回主页|回首页|回到首页|volte para|torna alla"
)
TO_VISITORS = regex(
    rf"{_HOMEWARD}|"
    r"sorry|oops|apologi[sz]e|unfortunately|you(?:['’]re| are| were|['’]ve| have|r)? (?:requested|looking|look for|seeking|trying|tried|entered|followed|asked|search|browser)|requested|mistyped|misspelled|"
    r"(?:check|verify) (?:the |your |that )?(?:url|address|spelling|link)|(?:check|verify|correct|re-?enter) (?:the|your) \w{2,20} and try again|(?:return|go|back|take me) (?:back )?(?:to )?(?:the |our )?(?:home|main|front|start|previous)|(?:use|try) (?:the |our |a )?(?:search|site ?map|menu|navigation)|"
    r"contact (?:us|the (?:site )?(?:web ?master|administrator|owner))|click (?:here|the)|might have been|may have been|please try|report (?:this|a broken)"
    r"|leider|entschuldig|tut uns leid|bedauern|gesucht|angeforder|aufgerufen|gewünscht|vertippt|eingegeben|überprüfen sie|zur(?:ück zur)? startseite|nutzen sie|verwenden sie"
    r"|désolé|malheureusement|vous (?:avez|cherchez|recherchez|pouvez|êtes)|demandée?|vérifie[rz]|retour (?:à|vers)|page d['’]accueil|excuse[rz]"
    r"|probar (?:con una|la) búsqueda|lo sentimos|disculpe|lamentamos|compruebe|verifique|solicitad|(?:que )?(?:busca|buscas|buscaba|está buscando)\b|volver (?:a|al)|página (?:de inicio|principal)|puede que|es posible que"
    r"|извините|простите|сожалению|запрашиваем|запрошен|ищете|искали|возможно|проверьте|вернуться|вернитесь|перейти на|главн(?:ую|ой) страниц|воспользуйтесь|вы (?:ошиблись|перешли|попали|набрали)"
    r"|抱歉|对不起|對不起|很遗憾|您|返回|回到|首页|主页|请(?:检查|尝试|确认)|請|desculpe|lamentamos|verifique|voltar|página inicial|spiacenti|ci dispiace|torna (?:a|alla)|helaas|controleer|terug naar"
    r"|przepraszamy|niestety|wróć|strony głównej|申し訳|お探し|お手数|トップ(?:ページ)?へ|ホームへ|죄송|홈으로|عذر|العودة|üzgünüz|ana sayfa|tyvärr|beklager|til forsiden|på nytt|bohužel|sajnáljuk|на жаль|вибачте|запитуван|шукаєте|요청하신|찾으시는|방문하시려는|ζητήσατε|αναζητάτε|ψάχνετε|hledáte|požadovan|szukasz|żądan\w+ stron|podan\w+ (?:stron|adres)|du (?:söker|letade)|du (?:leter|søger|ledte) efter|"
    r"u (?:zoekt|zocht|opvroeg)|opgevraagde|aradığınız|istediğiniz|etsimä|pyytämä|hakema|keresett (?:oldal|tartalom)|kért oldal|căutat|solicitată|التي (?:تبحث|طلبت)|pagina richiesta|che (?:cerchi|cercavi|hai richiesto|stai cercando)|"
    r"procura(?:va)?\b|está procurando|você solicitou|you (?:want|wanted|were after|are after|clicked|typed)\b|vous (?:avez suivi|souhaitez)|(?:sie|du) (?:gefolgt|geklickt|gesucht|suchen|suchst)\b|que (?:usted )?siguió\b",
)
"""How pages speak to those who came in vain."""
HOMEWARD = regex(_HOMEWARD)
"""Where they send them."""
REFUSED = regex(
    r"\blog ?(?:in|on)\b|sign ?in\b|subscri|\bmembers?\b|(?:not|n['’]t|without|no|need|requires?|lack|enough|necessary) (?:\w+ ){0,2}permission|authori[sz]|not allowed|by (?:court )?order|denied|restricted|your (?:region|country|location|area|browser|ip)|java ?script|"
    r"\bcookies?\b|captcha|robot|\bhuman\b|verify (?:you|that you)|security check|unusual traffic|"
    r"anmeld|einloggen|abonn|berechtig|zugriff|connecte[rz]|connexion|autoris|iniciar sesión|suscri|permiso|inicia sesión|войдите|авторизу|подписк|доступ|登录|登入|会员|權限|权限|验证|驗證"
)
"""Words of those who keep a page from strangers, robots or readers elsewhere: it may be there."""
_LATER = (
    r"(?:^|(?<=[.!?\n;]))(?![^.!?\n]{0,80}\b(?:check|verify|correct|re-?enter)\b[^.!?\n]{0,80}\band try again)[^.!?\n;]*\btry again|\blater\b|maintenance|später|wartung|plus tard|réessaye|más tarde|mantenimiento|позже|технические работы|稍后|维护|più tardi|manutenzione|"
    r"mais tarde|manutenção|onderhoud|później|メンテナンス|점검"
)
LATER = regex(_LATER)
"""Words of those who ask to be visited again."""
PASSING = regex(
    rf"{_LATER}|temporar|at (?:this|the) (?:moment|time)|currently|(?<!on this )(?<!on our )server|database|service|java ?script|(?<!into your )(?<!into your web )browser|cookie|connection|network|overload|loading"
    r"|momentan|zur ?zeit|vorübergehend|derzeit|datenbank|temporaire|actuellement|serveur|navigateur|momentané|temporal|en este momento|servidor|navegador|actualmente"
    r"|временно|техническ|в данный момент|сервер|браузер|базы? данных|сервис|暂时|服务器|浏览器|數據庫|数据库|chwilowo|tymczasow|geçici|tijdelijk|momenteel|midlertidig|tillfällig|väliaikais|dočasn|átmeneti|προσωριν|тимчасов|sementara|tạm thời|一時的|일시적|مؤقت|موقت|maintenance|manutenzione|manutenção|mantenimiento|onderhoud|wartung|bakım|维护|維護|メンテナンス|점검"
)
"""Words of a trouble that may pass: who has them has not told that a page is gone."""
