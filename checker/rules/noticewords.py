"""The words of notices, of what surrounds them, and of what only looks like one: data for :mod:`checker.rules.notice`."""

from __future__ import annotations

from checker.patterns import regex
from checker.rules.alarm import INTERJECTION, LOST_READER, WRONG

BEGUN = regex(
    r"construction|coming soon|launch|new (?:look|design|website|site|home)|welcome|willkommen|bienvenid|bienvenue|copyright|©|baustelle|im aufbau|entsteht|построен|разработке|建设中|"
    r"добро пожаловать|欢迎|歡迎|\bsale\b|domain|hosting|suspended|loading|redirect|click|download"
)
"""Words of pages that are about their site, not about one that is missing."""
ABOUT_PAGES = regex(
    r"\b(?:pages?|urls?|links?|address|web ?sites?|site ?map|home ?page|bookmarks?|webmaster|startseite|lesezeichen|favoris|marcadores|webseite|seite|adresse|lien|site|página|enlace|dirección|sitio|pagina|"
    r"collegamento|indirizzo|strony?|stron[aęie]|odnośnik|länk\w*|sida[n]?|side[n]?|sivu[an]?|oldal|stránk[ay]|pagină|halaman|trang|articles?|documentos?|documents?|topics?|threads?|posts?|items?|records?|text[eo]?|story|entry|here|hier|ici|aquí|notizia|nota|we (?:looked|searched|tried)|[\w-]{2,60}\.[a-z]{2,6}|files?|content|resources?|products?|objects?|jobs?|videos?|listings?|events?|images?|reports?|publications?|artikel|inhalt|meldung|veröffentlichung|anfrage|eintrag|datei|beitrag|dokument|article|contenu|ressource|fichier|artículo|contenido|recurso|archivo|publicación|conteúdo|contenuto|risorsa|treść|plik|noticia|articolo|matéria|artigo|artykuł)\b|стать|материал|документ|элемент|раздел|объект|товар|ресурс|запис|публикаци|новост|сторінк|бет\b|文章|稿件|信息|资料|主题|帖子|新闻|记录|記事|기사|הדף|σελίδα|صفحه|страниц|адрес|ссылк|сайт|页面|网页|网址|链接|网站|頁面|網頁|網址|連結|ページ|リンク|サイト|페이지|주소|رابط|صفحة|sayfa|bağlantı"
)
"""What sentences speak of that explain why there is nothing, however they put it."""
PAGES = regex(
    r"\b(?:pages?|urls?|links?|web ?sites?|web ?address|webseite|seite|lien|página|enlace|pagina|pagină|stron[aęy]|sidan|siden|sivu\w{0,3}|oldal|stránk\w{1,3}|documents?|articles?|dokument|artikel|contenu|content)\b|страниц|сторінк|ссылк|сайт|документ|стать|σελίδα|页面|网页|网址|链接|文章|稿件|頁面|ページ|페이지|صفحة|sayfa"
)
"""What is on the web and nowhere else: records, items and objects are kept in books and lie in the ground as well."""
YEAR = regex(r"(?<!\d)1\d{3}(?!\d)|(?<!\d)20[0-3]\d(?!\d)")
APOLOGY = regex(
    r"sorry|oops|whoops|uh[- ]oh|unfortunately|apologi[sz]e|leider|entschuldig|désolé|malheureusement|lo sentimos|lamentamos|извините|простите|к сожалению|увы|"
    r"抱歉|对不起|對不起|很遗憾|申し訳|죄송|desculpe|spiacenti|helaas|przepraszamy|niestety|beklager|tyvärr|üzgünüz|عذر|bohužel|sajnál"
)
ON_CONDITION = regex(
    r"\b(?:when|why|how|what to do|wenn|falls|was tun|warum|quand|pourquoi|que faire|cuando|qué hacer)\b|\bесли\b|когда|почему|что делать|如果|怎么办|为什么|如何"
)
"""How help on such messages speaks."""
ON_MESSAGES = regex(
    r"\b(?:error|status|404)[- ](?:pages|messages|codes|texts)\b|fehler(?:seiten|meldungen|codes|texte)\b|(?:messages|pages|codes) d['’]erreur|(?:mensajes|páginas|códigos) de error|сообщени(?:я|й|ях) об ошибк|код(?:ы|ов) ошиб|страниц(?:ы|ах)? (?:с )?ошиб(?:ок|ками)|错误代码|状态码"
)
"""What pages about many messages are called."""
LOST = regex(
    r"\bbut\b|\bsank|\bsunk|\bstray|\bflown|\bflew|swallow|\beaten|versunken|untergegangen|envolé|égaré|extravi|утонул|улетел|沉|掉|\bovunque|sprofond|afund|never|\blost\b|\bgone\b|\baway\b|\bwrong\b|awkward|drift|vanish|disappear|wander|escape|\bhid|empty|nowhere|\bold\b|outdated|\bmoved|redesign|\bchanged|\bcan['’]t|couldn['’]t|cannot|"
    r"\bleer|\bweg\b|verschw|verirr|falsch|perdu|disparu|\bvide\b|perdid|desapar|vac[ií]|ninguna parte|потеря|исчез|пуст|устар|переме|пропал|неверн|丢|失效|空|迷|飞|走|移动|移動|persa?\b|sparit|zgub|zniknę|kaybol"
)
"""Words of pages that are lost, in many pictures."""
MAY_BE_SHUT = regex(
    r"avail|access|disponib|dispon[ií]v|verfügbar|erreichbar|zugänglich|abrufbar|доступ|不可用|无法|beschikbaar|dostępn|tilgjengelig|tillgänglig"
)
"""Words of what may only be shut, or away for a while."""
ON_TERMS = regex(
    r"\brequires?\b|\bneeds?\b|\bonly\b|\bmust\b|\bbenötigt|\bnur\b|nécessite|réservé|\bseulement|requiere|\bs[oó]lo\b|требу|только|需要|仅|只"
)
"""Words of what is there on terms."""
TROUBLE = regex(
    r"reload|refresh|\btoo (?:long|many|often|much)\b|longer than|trouble|repair|\brebuil|being (?:sent|moved|updated|checked|translated|prepared)|session|overload|\bwait\b|\bbusy\b|not yet|not for you|could not be (?:shown|loaded|opened)|"
    r"repariert|neu laden|laden sie|dauert|zu (?:lange|viele)|recharge|réessa|trop de|recarg|vuelva a cargar|demasiad|обновите|слишком|перезагруз|刷新|超时|加载|重新|稍等"
)
"""Words of trouble that passes."""
OF_SITE = regex(r"\b(?:web ?)?sites?\b|website|internetauftritt|\bsitio\b|\bsito\b|сайт|网站|網站|サイト")
"""Words of sites: they may be shut for some readers, or for a while."""
SUBTITLE = regex(
    r"[:：] ?(?:(?:what|how|why|was|wie|warum|que|qué|comment|cómo|pourquoi|por qué|что|как|почему) |[^。]{0,8}(?:怎么办|如何|为什么))"
)
"""How articles on such pages go on."""
FOR_NOW = regex(
    r"\bcurrently\b|at (?:the|this) (?:moment|time)|derzeit|zurzeit|actuellement|pour le moment|actualmente|en este momento|в данный момент|目前|暂时|暫時"
)
"""Words of what is so now, and may be otherwise tomorrow."""
OR_PASSING = regex(
    r"[,，]? ?(?:\b(?:or|oder|ou|o|u|или|либо|lub|albo|of|eller|tai|nebo|vagy|sau|veya)\b|[或또は]|または|あるいは)[^.,;\n。]{0,40}?(?:temporar|temporaneament|temporair|temporal|vorübergehend|momentan|zeitweise|временно|тимчасово|derzeit|zurzeit|zur zeit|momentané|en este momento|no momento|at the moment|currently|actualmente|actuellement|暂时|暫時|一時|일시|tijdelijk|chwilowo|tymczasowo|tillfällig|midlertidig|väliaikais|dočasn|átmeneti|geçici)[^.,;\n。]{0,40}"
)
WHICH = regex(
    r"(?:\b(?:that|which|who|whose|die|der|das|es|qui|que|котор\w{2,3})\b(?: (?:were|was|have|has|had|are|es|se|ya|wurden?|sont|ont)){0,2}) ?$"
)
"""The beginning of a clause that tells of which things one speaks."""
OF_MYSELF = regex(r"\b(?:i|my|je|ich|mein|yo|mi|я|мой|моя)\b|我(?!们)")
"""Words of authors; sites say "we"."""
ALARM = regex(
    rf"(?:(?:(?:{INTERJECTION}[\s,!.…–-]*)?(?:{WRONG}|{LOST_READER})|{INTERJECTION}|error|erreur|fehler|errore|erro|ошибка|помилка|błąd|chyba|hiba|fout|fel|feil|virhe|eroare|hata|қате|lỗi|kesalahan|σφάλμα|שגיאה|خطأ|خطا|エラー|오류|错误|錯誤|出错了?|出錯了?|提示|"
    r"温馨提示|友情提示|系统提示|提示信息|系統訊息|很?抱歉|对不起|對不起|внимание|ой|leider|opps?|"
    r"lost|dead end|broken link|bad link|invalid (?:request|link|url|id)|ungültige (?:anfrage|adresse)|requête invalide|solicitud no válida|неверн\w+ (?:запрос|ссылка|адрес))"
    r"[\s!.…?:]*(?:\d{3})?[\s!.…]*)"
)
"""Headings that say only that something is wrong."""
OURS = regex(
    r"occurred|went wrong|unexpected|internal|exception|technical|processing|aufgetreten|unerwartet|survenue?|inattendu|inesperad|ocurri|произошла|внутренн|непредвиден|发生|發生|内部|異常|异常|系统错误|"
    r"sqlstate|mysql|query|stack|syntax|php|\bin /|line \d"
)
"""Words of an error of the server's own, which may pass."""
NUMBER = regex(
    r"\(404\)(?! ?\d)|\b(?:error|erreur|fehler|code|http|status|erro|errore|foutcode|błąd|hata)[ :#-]{0,3}404\b|\b404[ :–-]{1,3}(?:error|not found)|(?:ошибка|错误|錯誤|错误代码|エラー)[ :：]{0,2}404"
)
OF_TROUBLE = regex(
    r"\b(?:this|the) error\b|\b(?:diese[nsmr]?|zum) fehler\b|\bcette erreur\b|\best[ea] error\b|\b(?:этой|эту|данной) ошибк|(?:此|该|本|這個|这个)(?:错误|錯誤)"
)
"""What is said of the message itself: "More information about this error"."""
OF_NEW_SITE = regex(
    r"\b(?:portals?|portails?|portale|site|website|webauftritt|sitio)\b|портал|сайт|门户|網站|网站|平台"
)
"""What is said of the site itself beside a sentence of absence: "The new portal is in test mode"."""
