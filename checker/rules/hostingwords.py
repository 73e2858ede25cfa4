"""The words of hosts and platforms whose customer's site is switched off, or is no more, in some twenty languages.

Stems as in :mod:`checker.rules.gatewords`. Collected from the pages of hosts, panels and platforms (November 2026).
"""

from __future__ import annotations

from checker.rules.sentences import Stems

HOSTED = Stems(
    " site ", " sites ", " website", " web site", " account ", " accounts ", " hosting", " webspace", " web space", " web app", " store ", " blog ", " blogs ", " deployment", " project ", " domain ", " subdomain",
    " seite ", " seiten", " webseite", " webspace", " hosting paket", " konto ", " compte ", " hébergement", " sitio", " cuenta", " alojamiento", " sito ", " conta ", " hospedagem", " serwis ", " strona ", " witryna", " hesab", " hosting", " sitesi",
    " site", " сайт", " аккаунт", " хостинг", " блог", " домен", "网站", "網站", "站点", "站點", "空间", "主机", "账号", "帐号", "博客", "本站", "サイト", "アカウント", "サーバー", "사이트", "계정", "호스팅", " الموقع", " الحساب", " سایت", " هاست",
    " internetpräsenz", " internetseite",
)  # fmt: skip
"""What is hosted."""

PAUSED = Stems(
    " suspended", " suspension", " disabled", " deactivated", " expired", " paused", " unpaid", " non payment", " nonpayment", " not paid", " is stopped", " currently stopped", " over quota", " bandwidth", " usage limit", " unpublished", " not been published", " not published",
    " currently unavailable", " is unavailable", " not available at this time", " on hold", " frozen ", " isn t connected", " not connected to a", " blocked for", " terminated", " inactive ", " gesperrt", " deaktiviert", " offener rechnung", " offene rechnung", " stillgelegt", " suspendu", " désactivé", " expiré", " impayé",
    " suspendid", " falta de pago", " desactivad", " caducad", " sospes", " disattivat", " scadut", " suspens", " desativad", " expirou", " zawieszon", " zablokowan", " nieopłacon", " wygas", " askıya", " süresi dol", " opgeschort", " geblokkeerd", " avstängd", " suspenderet",
    " приостановлен", " отключен", " отключён", " заблокирован", " не оплачен", " неуплат", " задолженност", " истёк", " истек", " призупинен", " вимкнен", "暂停", "停用", "关闭", "欠费", "到期", "过期", "已停止", "被停", "暫停", "停止", "凍結", "정지", "만료", "중지", " تعليق", " إيقاف", " معلق", " منقضی",
    " temporarily disabled", " not renew", " limit exceeded", " site is offline", " site offline", " trial has ended", " inactiv", " закончились средства", " cpu limit",
    " domain not claimed", " not yet been claimed", " not been claimed",
)  # fmt: skip
"""That it is switched off for now."""

DIRECT = Stems(
    " this ", " hosting", " the owner", " site owner", " store owner", " account owner", " web app ", " bandwidth", " diese ", " dieses ", " dieser ", " ce site", " ce compte", " cet hébergement", " de ce ", " este ", " esta ", " il sito", " questo ", " questa ", " seu site",
    " ten ", " ta strona", " serwis", " twoj", " bu ", " deze ", " denna ", " данный", " этот ", " этого ", " хостинг", " аккаунт", " цей ", "您", "此", "该", "本", "この", "当サイト", "このサイト", " هذا ", " این ",
)  # fmt: skip
"""That they speak of the very one that was asked for."""

KEEPER = Stems(
    " owner", " provider", " billing", " invoice", " support ", " renew", " payment", " registrant", " registrar", " client area", " log in", " login", " dashboard", " logs ", " available to register", " rechnung", " inhaber", " betreiber", " propriétaire", " propietario", " proprietario", " proprietário", " dostawc", " właściciel", " faktur", " suporte", " contatt", " contato", " iletişim", " firmanız",
    " владел", " баланс", " обратит", " оплат", "续费", "服务商", "空间商", "主机商", "管理员", "お問い合わせ", "문의", " المالك", " مدیر",
)  # fmt: skip
"""Who is to do something about it."""

SERVICE = Stems(
    " service ", " site ", " sites ", " website", " platform", " blog ", " blogs ", " forum", " portal", " homepages", " groups ", " hosting", " community", " network ", " wiki ", " app ", " dienst ", " seiten ", " plattform", " service", " plateforme", " pages perso", " servicio", " sitio", " plataforma", " serviço", " servizio", " sito ", " piattaforma", " serwis", " usług", " dienst", " hizmet",
    " сервис", " сайт", " хостинг", " портал", " форум", "服务", "服務", "网站", "網站", "博客", "论坛", "平台", "本站", "サービス", "サイト", "ページ", "ブログ", "서비스", "사이트", " الخدمة", " الموقع",
)  # fmt: skip
"""What can come to its end."""

ON_THE_WEB = Stems(
    " site", " web", " home page", " homepage", " hosting", " blog", " forum", " wiki", " portal", " platform", " account", " pages perso", " seiten ", " internetseiten", " sitio", " página", " strony", " сайт", " хостинг", " форум", " блог", " страниц",
    "网站", "網站", "博客", "论坛", "网页", "サイト", "ホームページ", "ブログ", "사이트", "블로그", " موقع", " المواقع",
)  # fmt: skip
"""What of it is on the web; ferries and schools are services as well."""

ENDED = Stems(
    " ceased publication", " ceased publishing", " erscheinen eingestellt", " cessé de paraître", " cesó su publicación", " прекратил выход", "停刊",
    " discontinued", " shut down", " shutdown", " switched off", " been retired", " was retired", " decommissioned", " sunset ", " been closed", " was closed", " is closed", " now closed", " has closed", " service closed", " site closed", " closed the ", " closed its ", " no longer available", " no longer exists", " ceased ", " closed down", " taken offline",
    " eingestellt", " abgeschaltet", " geschlossen", " nicht mehr verfügbar", " fermé", " a fermé", " fermeture ", " plus accessible", " arrêté", " n est plus disponible", " cerrado", " dejó de ", " ya no está disponible", " ya no existe", " descontinuad", " encerrad", " foi desativad", " chiuso", " dismess", " non è più disponibile", " stopgezet", " opgeheven", " gesloten", " zamknięt", " zakończył", " wyłączon", " kapatıldı", " kapatılmış", " nedlagt", " lagt ned", " stängts",
    " закрыт", " прекратил", " прекращ", " больше не доступ", " больше не работает", " не существует", " відключен", " припинив", "已停止", "停止服务", "停止运营", "已关闭", "关闭", "下线", "停止服務", "已關閉", "終了", "閉鎖", "종료", " تم إغلاق", " توقفت",
    " no longer be ", " end of service", " has ended", " ended on", " no longer accessible", " no longer online", " nicht mehr erreichbar", " ya no son accesibles", " ya no es accesible", " больше недоступн", " 不再提供", " 无法访问",
)  # fmt: skip
"""That it has come to it."""

DELETED = Stems(
    " been deleted", " were deleted", " was deleted", " permanently deleted", " been removed", " were removed", " been erased", " have deleted", " gelöscht", " entfernt", " supprimé", " effacé", " eliminad", " borrad", " apagad", " excluíd", " eliminat", " cancellat", " verwijderd", " usunięt", " silin", " удален", " удалён", " видален", "删除", "刪除", "清空", "削除", "삭제", " حذف",
    " removid", " removed permanently", " no longer be read",
)  # fmt: skip
"""That nothing is left of it."""

NO_SITE = Stems(
    " you re looking for is not published", " site is not published", " website is not published", " site not published", " has not been published yet",
    " no such app ", " there isn t a github pages site here", " deployment not found", " this deployment cannot be found", " no such bucket", " nosuchbucket", " authors have deleted this site", " sorry the blog at ", " blog you were looking for does not exist", " blog has been removed ", " blog has been deleted",
    " no such account ", " do you want to register ", " url that doesn t exist on netlify", " site has been deleted", " site was deleted", " website has been deleted", " site does not exist ", " this site doesn t exist", " account has been deleted", " account was deleted", " project not found ", " unknown site ", " 博客不存在", "该网站不存在", "该博客已", "博客已被删除",
    " сайт удалён", " сайт удален", " сайт не существует", " блог удал", " такого сайта", " ce blog n existe pas", " ce blog a été supprimé", " ce site a été supprimé", " dieses blog wurde gelöscht", " diese seite wurde vom inhaber gelöscht", " este blog ha sido eliminado", " este sitio ha sido eliminado", " questo blog è stato", " blog został usunięty", "ブログは存在しません", "ブログは削除",
    " wordpress com doesn t exist", " blogspot com doesn t exist",
)  # fmt: skip
"""That the platform has no such site."""

SALE = Stems(
    " for sale", " auction", " expired", " lapsed", " backorder", " can be yours", " make an offer", " place a bid", " redeem", " no longer registered", " à vendre", " en vente", " aux enchères", " expiré", " faites une offre", " zu verkaufen", " verkauf", " versteigert", " gebot ", " en venta", " a la venta", " subasta", " caducad",
    " in vendita", " all asta", " à venda", " em leilão", " te koop", " veiling", " na sprzedaż", " aukcj", " satılık", " satılıktır", " till salu", " til salg", " myytävänä", " продаётся", " продается", " на продажу", " аукцион", " истёк", " истек", "出售", "拍卖", "过期", "到期", "转让", "出價", "販売", "オークション", "期限切れ", "판매", "경매", "만료",
    " domain sale", " buy it for", " our broker", " open to offers", " contact for price", " send an inquiry", " interested in this ", " vient d être enregistré", " парков", " parking page", " is parked", " geparkt", " zaparkowan", " sponsored listings displayed", " domain owner maintain", " is available for purchase", " premium domain",
)  # fmt: skip
"""That a name is to be had."""

NAME = Stems(
    " this domain", " the domain you", " this name ", " this web address", " this internet address", " domain name is", " ce domaine", " ce nom de domaine", " domaine à vendre", " diese domain", " este dominio", " dominio en ", " questo dominio", " este domínio", " deze domein", " ta domena", " bu alan ad", " домен ", " этот домен", "此域名", "该域名", "本域名", "您访问的域名", "このドメイン", "이 도메인",
)  # fmt: skip
"""The name of the site that was asked."""

DOMAIN = Stems(
    " domain", " web site", " website", " webseite", " site web", " sitio web", " sito web", " brandable", " domein", " dominio", " domínio", " domena", " domeny", " domaine", " nom de domaine", " домен", " alan ad", " this name", " web address", " this site", " is open to offers", " open to offers", " contact for price", " backorder", " sponsored listings", " sponsored links",
    "域名", "ドメイン", "도메인", "網域", " دامنه", " النطاق",
)  # fmt: skip
"""What such names are called."""

OUTAGE = Stems(
    " try again later", " temporarily", " currently ", " at the moment", " maintenance", " database", " an error ", " error occurred", " unexpected error", " went wrong", " technical ", " derzeit ", " zurzeit ", " momentan", " später", " wartung", " fehler ", " momentanément", " actuellement", " plus tard", " erreur", " temporalmente", " más tarde", " error al ",
    " temporaneamente", " più tardi", " errore", " temporariamente", " mais tarde", " erro ", " tijdelijk", " later opnieuw", " chwilowo", " tymczasowo", " błąd", " geçici", " hata ", " временно", " позже", " ошибка", " технические работы", " тимчасово", "稍后", "维护", "错误", "暂时", "しばらく", "メンテナンス", "エラー", "잠시", "점검", "오류",
    " manutenzione", " manutenção", " mantenimiento", " onderhoud", " bakım", " travaux", " be back ", " torneremo", " midlertidig", " tillfällig", " dočasn", " átmeneti", "一時的", "일시", " مؤقت",
)  # fmt: skip
"""That something does not work for now."""

CONTRACT = Stems(
    " account", " hosting", " hosted ", " plan ", " trial", " subscription", " session", " sessions", " link ", " certificate", " token", " licen", " invitation", " offer has expired", " konto", " abonnement", " sitzung", " zertifikat", " compte", " hébergement", " session ", " cuenta", " sesión", " alojamiento", " conta ", " sessão", " sessione", " account ",
    " аккаунт", " хостинг", " сесси", " ссылк", " лицензи", " сертификат", "账号", "账户", "主机", "空间", "会话", "链接", "证书", "セッション", "アカウント", "계정", "세션",
)  # fmt: skip
"""What expires as well, and is no name."""
