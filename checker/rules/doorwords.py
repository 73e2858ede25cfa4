"""The words of those who keep a door: one waits, is looked at and is let in, in some twenty languages.

Stems as in :mod:`checker.rules.gatewords`; each kind by itself is said of kitchens, stations and museums as well.
"""

from __future__ import annotations

from checker.rules.sentences import Stems

WAITING = Stems(
    " wait", " a moment", " one moment", " a second", " seconds", " a minute", " hold on", " hold tight", " hang on", " hang tight", " patience", " patient ", " shortly", " in line ", " queue", " won t take long", " reload", " refresh",
    " warte", " moment ", " augenblick", " geduld", " gleich ", " laden sie", " lade die", " neu laden", " patient", " instant", " secondes", " file d attente", " rechargez", " actualisez", " espere", " espera ", " un momento", " segundos", " paciencia", " cola ", " recargue", " aguarde", " attend", " secondi", " pazienza", " coda ", " ricarica",
    " even geduld", " moment geduld", " wachtrij", " czekaj", " chwil", " kolejce", " bekleyin", " lütfen bekle", " sıra", " vänta", " vent ", " odota", " počkejte", " čekejte", " várjon", " așteptați", " подожд", " секунд", " минут", " очеред", " обновите", " зачекайте", " tunggu", " vui lòng đợi", " περιμένετε",
    "稍候", "稍后", "请等", "等待", "排队", "刷新", "秒", "稍等", "お待ち", "しばらく", "順番", "再読み込み", "잠시", "기다", "대기", "새로고침", " انتظر", " لحظ", " المتابعة", "รอ", "המתן",
)  # fmt: skip
"""That one waits."""

CHECKING = Stems(
    " check", " verif", " confirm", " prove", " making sure", " make sure", " validat", " identify", " legit", " tick ", " drag ", " solve ", " type the ", " enter the ", " slide ", " press and hold", " hold the button", " click the ", " protect", " flagged",
    " prüf", " überprüf", " bestätig", " verifizier", " ankreuz", " anklicken", " klicken", " lösen sie", " ziehen", " geschützt", " schutz", " vérifi", " contrôle", " confirmez", " prouve", " cochez", " cliquez", " protég", " comproba", " verificamos", " verifique", " confirme", " demuestre", " marque ", " protegid", " verifica", " conferma", " dimostra",
    " controle", " bevestig", " controleren", " sprawd", " potwierdź", " weryfik", " doğrula", " kontrol", " kontroller", " bekräft", " bekreft", " bekræft", " tarkist", " vahvista", " ověř", " potvrď", " ellenőr", " igazol", " confirmați", " проверя", " проверк", " подтверд", " докаж", " защит", " перевір", " підтверд", " захист", " verifikasi", " memeriksa", " xác minh", " kiểm tra", " επιβεβ", " έλεγχ",
    "检查", "检测", "验证", "确认", "证明", "防护", "校验", "檢查", "驗證", "確認", "検証", "検査", "証明", "확인", "검증", "보호", " تحقق", " تأكيد", "ยืนยัน", "אשר",
)  # fmt: skip
"""That one is looked at."""

ENTERING = Stems(
    " let you in", " you ll be in", " you are in ", " get in ", " to continue", " to proceed", " go on ", " to access", " to view", " to read", " to see", " to enter", " access ", " get access", " redirect", " taken to", " to the site", " this page", " this site", " this web", " the page ", " this report", " this document",
    " um fortzufahren", " weiter zu", " zugang", " zugriff", " weitergeleitet", " diese seite", " aufrufen", " um diese", " pour continuer", " accès", " accéder", " redirig", " cette page", " para continuar", " acceso", " acceder", " esta página", " acessar", " acesso", " per continuare", " accesso", " questa pagina", " om door te gaan", " toegang",
    " aby kontynuować", " dostęp", " devam etmek", " erişim", " för att fortsätta", " for å fortsette", " for at fortsætte", " jatka", " pokračov", " hozzáfér", " pentru a continua", " чтобы продолжить", " продолжени", " продолжить", " доступ", " перенаправ", " перейти", " эту страниц", " этой страниц", " melanjutkan", " dialihkan", " akses", " tiếp tục", " να συνεχ",
    " sign in ", " log in ", " login ", " melden sie sich an", " melden sie sich mit", " einloggen", " identifiez vous", " connectez vous", " inicie sesión", " iniciar sesión", " faça login", " accedi ", " zaloguj", " inloggen", " logga in", " log ind", " giriş yap", " войдите", " после входа", " авториз", " увійдіть", "登录", "登入", "ログイン", "로그인", "继续", "访问", "进入", "跳转", "繼續", "訪問", "続行", "アクセス", "このページ", "계속", "접속", "접근", " الوصول", " للمتابعة", "ดำเนินการ", "להמשיך",
)  # fmt: skip
"""That one is let in, and to what."""

TOO_MUCH = Stems(
    " too many ", " too much ", " too quickly", " too often", " too fast", " zu viele ", " zu schnell", " zu oft", " trop de ", " trop vite", " trop souvent", " demasiad", " muy rápido", " muitas ", " muitos ", " rápido demais", " troppe ", " troppi ", " troppo ", " te veel ", " te snel", " zbyt wiele", " zbyt szybko", " çok fazla", " çok hızlı", " för många", " for mange",
    " слишком много", " слишком часто", " слишком быстро", " забагато", " занадто", "过于频繁", "过快", "太快", "太多", "頻繁", "多すぎ", "너무 많", "너무 빨", " كثير",
)  # fmt: skip
"""That one came too often."""

FOR_OTHERS = Stems(
    " only for ", " for members", " for staff", " for subscribers", " staff and students", " members of ", " nur für ", " réservé", " solo para ", " sólo para ", " apenas para ", " somente para ", " riservat", " alleen voor", " tylko dla", " yalnızca", " endast för", " kun for", " только для ", " доступна только", " доступен только", " доступно только", " лише для ", " тільки для ", "仅限", "仅对", "僅限", "限定", "のみ", "만 이용", " فقط",
)  # fmt: skip
"""That others may come."""

PAGES = Stems(
    " article", " content", " document", " der inhalt", " inhalte ", " artikel", " dokument", " contenu", " artículo", " contenido", " documento", " conteúdo", " artigo", " contenuto", " articolo", " стать", " материал", " документ", "内容", "文章", "記事", "기사",
    " pages ", " visits", " clicks", " seiten ", " aufrufe", " zugriffe", " páginas", " peticiones", " visitas", " pagine", " pagina s ", " stron ", " sayfa", " страниц", " обращени", " переход", " resource", " ressource", " recurso", " ресурс", "页面", "访问", "ページ", "페이지",
)  # fmt: skip
"""What one came for."""

AGAIN = Stems(
    " come back", " back in ", " try again", " tomorrow", " in an hour", " versuchen sie es", " kommen sie wieder", " essayez", " réessay", " revenez", " vuelva", " inténtelo", " regrese", " tente ", " volte ", " riprova", " torna ", " probeer", " spróbuj", " wróć", " tekrar", " försök", " prøv", " зайдите", " попробуйте", " повторите", " приходите", " спробуйте", "再来", "再试", "重试", "もう一度", "다시",
)  # fmt: skip
"""That one may come again."""
