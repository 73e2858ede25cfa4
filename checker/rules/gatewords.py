"""The words of pages that keep their reader out, by what they speak of, in some twenty languages.

Collected from the pages of vendors, hosts, archives and authorities (November 2026).
"""

from __future__ import annotations

from checker.rules.sentences import Stems

VISITOR = Stems(
    " you ", " your", " yourself", " please ", " try again", " sie ", " ihre", " ihr ", " bitte ", " vous ", " votre ", " vos ", " veuillez ", " su ", " sus ", " usted ",
    " inténtelo", " por favor", " seu ", " sua ", " você", " il tuo", " la tua", " i tuoi", " tuo ", " riprova", " u ", " uw ", " probeer ", " twój", " twoje", " prosimy", " proszę",
    " вы ", " вас ", " ваш", " вам ", " пожалуйста", " повторите", " попробуйте", " ви ", "iniz ", "ınız ", "ınızı", "unuz", " lütfen", "您", "你", "请", "請", "ください", "お客様",
    "주세요", "십시오", "하세요", "귀하", " بك ", " أنك ", " يرجى ", " شما ", " لطفا ", " din ", " dina ", " du ", " vänligen", " log in to ", " sign in to ", " ask for access", " request access",
    " this page", " this content", " cette page", " esta página", " questa pagina", " diese seite", " dieser bereich", " deze pagina", " tę stronę", " эту страницу", " эта страница", " этой страницы", " просмотра ", "本页", "本帖", "このページ", " connectez vous", " not logged in",
    " anda ", " harap ", " vui lòng ", "กรุณา", " παρακαλώ", "אנא", " prosím", " kérjük", " vă rugăm", " merci de ", " vennligst", " venligst", " let you in", " you ll ",
    "お問い合わせ", "문의",
    " ask its ", " ask the owner",
    " this article", " this document", " this report", " dieses dokument", " dieser artikel", " cet article", " este artículo", " questo articolo",
)  # fmt: skip
"""Whom they speak to, or that they speak of themselves."""

REFUSAL = Stems(
    " erişim engel", " erişime engel",
    " denied", " blocked", " forbidden", " restrict", " rejected", " refused", " not allowed", " not authori", " not permitted", " unauthori", " permission", " prohibited",
    " too many requests", " many requests", " rate limit", " request rate", " rate threshold", " exceeded", " slow down", " access limited", " been limited", " is limited", " limit requests",
    " banned", " suspicious", " unusual", " unsafe", " not acceptable", " malicious", " not have access", " no access", " problem providing the content", " violation", " block access", " interruption", " was flagged", " not allow access", " not accessible", " violates ", " inibito", " diblokir", " dilarang", " ditolak",
    " verweigert", " gesperrt", " blockiert", " abgelehnt", " zu viele anfragen", " nicht erlaubt", " nicht berechtigt", " keine berechtigung", " verdächtig", " ungewöhnlich", " eingeschränkt",
    " refusé", " interdit", " bloqué", " rejeté", " trop de requêtes", " inhabituel", " suspect", " restreint", " limité", " non autorisé",
    " denegad", " bloquead", " rechazad", " prohibid", " demasiadas ", " inusual", " sospechos", " restringid", " permiso", " negado", " rejeitad", " incomum", " suspeit", " proibid", " muitas solicitações",
    " negato", " bloccat", " respint", " troppe richieste", " sospett", " vietat", " geweigerd", " geblokkeerd", " verdacht", " te veel verzoeken", " niet toegestaan",
    " odmow", " zablokowan", " podejrzan", " zbyt wiele", " zabronion", " engellen", " reddedil", " yasak", " şüpheli", " çok fazla istek", " nekad", " blockerad", " spärrad", " misstänkt", " nægtet", " blokeret",
    " запрещ", " заблокирован", " ограничен", " отказан", " слишком много запросов", " много запросов", " подозрительн", " необычн", " заблоковано", " заборонен", " обмежен", " підозріл",
    "拦截", "阻断", "攻击", "拒绝", "禁止", "受限", "频繁", "异常", "威胁", "危险", "攔截", "拒絕", "異常", "不合法", "恶意", "拒否", "制限", "不正", "禁じ", "차단", "제한", "거부", "비정상", "금지",
    " رفض", " حظر", " محظور", " مشبوه", " ممنوع", " مسدود", " غیرمجاز", " نشاط غير",
    " access is suspended", " access suspended", " not served", " limit reached", " reached the maximum", " reached the limit", " too many ", " abuse", " blacklist", "黑名单", " příliš mnoho", " túl sok", " prea multe", " for many",
    " отклон", " відхилен", " odrzucon", " zugriff nicht möglich", " security reasons", " sicherheitsgründen", " raisons de sécurité", " motivos de seguridad", " motivi di sicurezza", " motivos de segurança", " соображениям безопасности", "セキュリティ上の理由", "安全原因", " względów bezpieczeństwa", " bloklandi",
)  # fmt: skip
"""That something is refused or found amiss."""

ROBOTS = Stems(
    " robot", " robô", " characters you see", " characters shown", " bot ", " bots ", " a human", " are human", " re human", " human user", " human visitor", " human check", " human verification", " if you are human", "captcha", " automated", " automation tool", " automatic quer",
    " scraping", " scraper", " crawler", " real visitor", " real person", " real user", " from a person", " verify you", " verify that you", " verifying ", " verify your request", " being verified", " being checked", " checks your browser",
    " checking your browser", " checking if the site", " checking the site connection", " checking your connection", " check your connection", " checking if you", " security check", " security verification", " security of your connection",
    " proof of work", " secure connection", " connection is secure", " validation request", " really you ", " bot like", " challenge below", " not a bot", " are a bot", " were a bot", " access check", " cookies must be enabled", " cookies are required", " cookies required", " cookies deaktiviert", " cookies und javascript", " cookies et javascript", " cookies y javascript", " cookies turned off", " cookies disabled", " cookies are disabled", " turn on cookies", " turn cookies on", " cookie absent", " must accept cookies", " javascript and cookies", " automatisierte anfragen", " automatisierten zugriff",
    " ein mensch", " êtes humain", " un humain", " vérification de sécurité", " un ser humano", " es humano", " eres humano", " é humano", " verificación de seguridad", " verificação de segurança", " un essere umano", " een mens",
    " roboter", " człowiekiem", " sprawdzamy twoją", " bir insan", " güvenlik kontrolü", " tarayıcınız kontrol", " en människa", " робот", " не бот", " вы человек", " ви людина", " автоматические запрос", " автоматических запрос", " автоматическими запрос", " автоматизированн", " автоматичні запит", " проверка безопасности", " проверку безопасности", " проверки безопасности", " проверка браузера", " проверку браузера", " проверяем ваш", " проверяется ваш", " проверка вашего", " проверка соединения", " проверка подключения", " пройдите проверку", " пройти проверку", " проверка на бот", " прошёл проверку", " прошел проверку", " прошли проверку", " проходит проверку", " проверки браузера", " перевірка безпеки", " перевіря",
    "验证码", "人机", "安全验证", "完成验证", "进行验证", "安全检查", "真人", "机器人", "滑块", "驗證", "機器人", "自动化", "ロボット", "自動化された", "人間であること", "セキュリティチェック", "로봇", "자동입력", "자동화", "보안 확인", " روبوت", " ربات", " لست روبوت",
    " insan olduğun", " ρομπότ", "רובוט", "หุ่นยนต์", " manusia", " prove you", " solve the ", " solve this ", " puzzle", " slider", " looks like a script", " bulk download", " anonymi", " data centre", " data center", " too fast",
)  # fmt: skip
"""That readers are told from robots."""

MACHINE = Stems(
    " browser", " javascript", " js ", " cookie", " ip ", " ip address", " ips ", " user agent", " vpn", " proxy", " firewall", " waf ", " web application", " on this server", " mod security", " cloudfront ", " cloudflare ",
    " request id", " requestid", " reference id", " reference number", " reference 1", " reference 9", " reference 3", " incident", " ray id", " support id", " event id", " transaction id", " attack id", " session id", " block id", " case number", " error code",
    " computer", " your network", " your device", " your request", " your connection", " this request", " the request", " requested url", " specified url", " request access", " your traffic", " your access", " your address", " your session", " ihre adresse", " votre adresse ", " su dirección", " ваш адрес", " вашего адреса", "您的地址", " automated tool", " developer api", " extension", " reloading",
    " ip adresse", " anfrage", " url ", " id lautet", " support id", " vorgangsnummer", " adresse ip", " requête", " navigateur", " identifiant", " dirección ip", " solicitud", " navegador", " id de soporte", " id de suporte", " endereço ip", " requisição",
    " indirizzo ip", " richiesta", " id di supporto", " ip adres", " adres ip", " przeglądark", " ip adresiniz", " tarayıcı", " ip адрес", " запрос", " браузер", " соединени", " ресурс", " ip адреса", " запит",
    "请求", "您的访问", "网络环境", "浏览器", "事件id", "网站管理员", "云防护", "waf", "防火墙", "当前环境", "網路", "瀏覽器", "ipアドレス", "アクセス", "ブラウザ", "접속", "브라우저", "트래픽", "ip 주소", " عنوان ip", " متصفح", " المتصفح", " مرورگر", " دسترسی",
    " talebiniz", " güvenlik duvar", " destek kod", " درخواست", " żądan", " identyfikator", "요청", "問い合わせ番号", "お問い合わせ", " so rov",
)  # fmt: skip
"""What of the reader's machine or request they speak of."""

NUMBERED = Stems(" request id", " support id", " incident id", " incident number", " event id", " ray id", " attack id", " block id", " reference id", " mod security", " web application firewall", " cloudfront ", " id lautet", " id de soporte", " id de suporte", " id di supporto", "事件id", "请求id",
    " on this server",
)  # fmt: skip
"""What only machines say of themselves."""

PRIVATE = Stems(
    " you need access", " request access", " ask for access", " access required", " you need permission", " need permission to", " need to request", " open to invited", " been invited", " only invited", " members only", " only members", " only available to members", " available to members only",
    " for members only", " registered user", " this site is private", " site is currently private", " is a private", " page is private", " account is private", " no access to this", " switch account", " switch to an account", " another account", " different account",
    " logged in to view", " logged in to see", " logged in to access", " logged in to read", " signed in to view", " signed in to see", " log in to view", " sign in to view", " log in to request", " login required", " sign in required", " not logged in", " only accessible from", " accessible only from", " on campus only", " institution that subscribes", " your institution does not", " your institution has not", " institutional access", " restricted to members", " subscribers only", " only for subscribers",
    " nur für mitglieder", " nur für angemeldete", " zugriff anfordern", " zugriff beantragen", " sie benötigen zugriff", " sie benötigen eine berechtigung", " passwortgeschützt", " réservé aux membres", " réservé aux abonnés", " demander l accès", " vous devez être connecté", " réservée aux", " connectez vous pour", " site privé",
    " solo para miembros", " solicitar acceso", " necesitas acceso", " necesita acceso", " debe iniciar sesión", " inicia sesión para", " inicie sesión para", " faça login para", " effettua l accesso per", " zaloguj się aby", " logga in för", " log ind for", " área restrita", " solicitar acesso", " precisa de acesso", " riservato ai soci", " area riservata", " accesso riservato", " richiedi accesso", " alleen voor leden", " toegang aanvragen",
    " tylko dla członków", " poproś o dostęp", " только для зарегистрированных", " запросить доступ", " вам нужен доступ", " необходимо авторизоваться", " закрытый сайт", " требуется авторизация", "仅限会员", "申请访问", "需要访问权限", "请登录后", "请先登录", "需要登录", "登录后才能", "登录后查看", "没有权限", "无权访问", "权限不足", " войдите или", " войдите чтобы", " необходимо войти", " только зарегистрированн", "ログインしてください", "会員限定", "ログインが必要", "アクセス権が必要", "회원만", "로그인이 필요",
    " erişim iste", " sadece üyeler", " طلب الوصول", " للأعضاء فقط",
    " requires sign in", " requires login", " requires you to sign in", " document is private", " board is private", " link is private", " file is private", " video is private", " profile is private", " group is private", " content is private", " item is private", " permission to view", " permission to see", " permission to access", " permission to read",
    " sign in to see", " log in to see",
    " is for subscribers", " already a subscriber", " only subscribers", " nur im lesesaal", " only in the reading room", " premises of the library", " only on the premises", " consultable sur place", " 仅限校内", "仅限校内", "仅对注册用户",
)  # fmt: skip
"""That the page is for others: the invited, members, who has signed in."""

STATE = Stems(
    " роскомнадзор", " по решению суда", " по решению уполномоченн", " на основании федерального закона", " 149 фз", " едином реестре", " единый реестр", " реестр запрещ", " федеральн", " на территории российской федерации", " на территории республики", " законодательств", " за рішенням", " указу президента",
    " 5651 say", " idari tedbir", " mahkeme", " sulh ceza", " erişim sağlayıcıları birliği", " btk ", " bilgi teknolojileri", " court order", " high court", " order of the court", " by order of", " as per order", " as per the order", " ministry of", " department of telecommunications", " it act", " national law", " pakistan telecommunication", " internet access management", " under the law", " government of", " in accordance with the law",
    " telecommunication authority", " telecommunications authority", " regulatory authority", " communications commission", " anti cyber crime", " copyright infring", " internet service provider", " sentencia", " juzgado", " orden judicial", " tribunal", " decisão judicial", " ordem judicial", " mandato", " autorità", " agcom", " provvedimento", " ordinanza", " guardia di finanza",
    " décision de justice", " décision judiciaire", " ministère de l intérieur", " autorité administrative", " gerichtsbeschluss", " behördliche anordnung", " cuii ", " urheberrecht", " rechtbank", " gerechtelijk", " kansspel", " spelinspektionen", " sąd", " ustaw", " rejestr domen", " δικαστ", " rettens", " politiet",
    "相关法律法规", "法律法规和政策", "根据相关法律", "依法", "主管部门", "국가정보", "방송통신심의", "불법", "유해", " هيئة ", " قانون ", " قانونی", " peraturan perundang", " kominfo", " internet positif", " trustpositif", " mcmc ", " perintah mahkamah",
)  # fmt: skip
"""Whose order it is: courts, ministries, regulators, laws."""

RESOURCE = Stems(" access ", " site ", " website ", " web site ", " webpage ", " page ", " resource ", " content ", " url ", " domain ", " доступ", " ресурс", " сайт", " siteye", " site", " erişim", " acceso", " página", " acesso", " accesso", " sito", " accès", " zugang", " webseite", " toegang", " dostęp", "访问", "网站", "网页", "内容", "사이트", "접속", " الموقع", " سایت", " situs", " akses", " laman", " hjemmeside", " sid")  # fmt: skip
"""What is kept away."""

WEB = Stems(
    " website", " web site", " webpage", " web page", " url ", " domain ", " ip ", " internet", " сайт", " ресурс", " siteye", " sitesi", " sito ", " página web", " sitio web", " site web", " webseite", " internetseite", " hjemmeside", " webbplats", " situs", "网站", "網站", "网页", "사이트", " الموقع", " سایت",
)  # fmt: skip
"""Of that, what is on the web only."""

ASKED = Stems(
    " requests", " file ", " files ", " download", " anfragen", " datei", " requêtes", " fichier", " solicitudes", " archivo", " solicitações", " richieste", " запрос", " файл", "请求", "文件", "下载", "リクエスト", "ファイル",
)  # fmt: skip
"""What readers ask servers for, however they call it."""

POLITE = Stems(
    " contact ", " administrator", " support ", " site owner", " website owner", " owner of this site", " try again", " wait ", " moment", " refresh", " reload", " redirected", " automatically", " sorry", " apologi", " continue", " error ", " happened", " reason", " learn more", " more information", " help ", " thank you", " powered by", " generated by", " protected by", " official website",
    " kontakt", " erneut", " später", " administrateur", " contacter", " réessayer", " plus tard", " administrador", " contacte", " más tarde", " mais tarde", " amministratore", " riprova", " più tardi", " beheerder", " later ", " administrator", " później", " yönetici", " администратор", " позже", " подождите", " перенаправлен", " обратитесь", " процесс",
    "稍后", "管理员", "联系", "返回", "谢谢", "反馈", "查看详情", "しばらく", "管理者", "잠시", "관리자", " المسؤول", " مدیر",
    " wenden sie sich", " hotline", " adressez vous", " comuníquese", " turn it off", " turn off ", " switch off ", " switch it off", " quote the ", " email the ",
    " might not exist", " may not exist", " no longer available",
    " a mistake", " by mistake", " in error ", " thanks ", " vielen dank", " wir danken", " merci ", " gracias", " спасибо", " благодарим", "感谢", "感謝", "ありがとう", "감사", " obrigad", " grazie", " dziękujemy", " bedankt",
)  # fmt: skip
"""What they say besides."""
