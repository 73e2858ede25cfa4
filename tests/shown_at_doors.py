"""Pages of logins, of consent and of offers as they stand in place of what was asked for.

Shortened to what readers see; seen November 2026.
"""

from __future__ import annotations

DOORS = {
    'wp-login': ('<title>Log In ‹ Site — WordPress</title><h1>Powered by WordPress</h1><form><input name=u><input type=password name=p><button>Go</button></form><p>Username or Email Address Password Remember Me Lost your password?</p>', 'https://site.org/wp-login.php?redirect_to=x'),
    'drupal-200': ('<title>Access denied | Site</title><h1>Access denied</h1><p>You are not authorized to access this page.</p>', None),
    'mediawiki': ('<title>Login required - Wiki</title><h1>Login required</h1><p>You must log in to view other pages. Return to Main Page.</p>', None),
    'mediawiki2': ('<title>Permission error - Wiki</title><h1>Permission error</h1><p>You do not have permission to read this page, for the following reason: The action you have requested is limited to users in the group: Users.</p>', None),
    'phpbb': ('<title>Forum - Information</title><h2>Information</h2><p>You are not authorised to read this forum.</p><form><input name=u><input type=password name=p><button>Go</button></form><p>The board requires you to be registered and logged in to view this forum.</p>', None),
    'vbulletin': ('<title>Forum</title><h1>vBulletin Message</h1><p>You are not logged in or you do not have permission to access this page. This could be due to one of several reasons: You are not logged in. Fill in the form at the bottom of this page and try again.</p><form><input name=u><input type=password name=p><button>Go</button></form>', None),
    'discourse': ("<title>Oops! That page is private</title><h1>Sorry, you don't have access to that topic!</h1><p>Log In</p>", None),
    'discuz': ('<title>提示信息 - 论坛</title><p>抱歉，您需要登录后才能查看本帖，请登录或注册。</p><form><input name=u><input type=password name=p><button>Go</button></form>', None),
    'discuz2': ('<title>提示信息</title><p>抱歉，您没有权限访问该版块</p>', None),
    'sharepoint-login': ('<title>Sign in to your account</title><div>Sign in</div><p>Email, phone, or Skype</p><script>x</script>', 'https://login.microsoftonline.com/common/oauth2/authorize?client_id=1&redirect_uri=x'),
    'google-login': ('<title>Sign in - Google Accounts</title><h1>Sign in</h1><p>to continue to Google Docs. Email or phone. Forgot email?</p>', 'https://accounts.google.com/v3/signin/identifier?continue=x'),
    'okta': ('<title>Intranet - Sign In</title><div id=okta-sign-in></div><noscript>JavaScript is required</noscript>', 'https://id.corp.com/app/office/exk1/sso/saml?SAMLRequest=x'),
    'keycloak': ('<title>Sign in to research</title><h1>Sign in to your account</h1><form><input name=u><input type=password name=p><button>Go</button></form>', 'https://kc.site.org/realms/research/protocol/openid-connect/auth?client_id=1&redirect_uri=y'),
    'shib': ('<title>Shibboleth Identity Provider</title><h1>Login to Publisher</h1><form><input name=u><input type=password name=p><button>Go</button></form>', 'https://idp.uni.edu/idp/profile/SAML2/Redirect/SSO?execution=e1s1'),
    'ezproxy': ('<title>Library login</title><p>Please enter your library card number and PIN to use this resource.</p><form><input name=u><input type=password name=p><button>Go</button></form>', 'https://login.ezproxy.uni.edu/login?url=x'),
    'openathens': ("<title>OpenAthens / Sign in</title><h1>Find your organisation</h1><p>Enter your organisation's name, or sign in with an OpenAthens account</p>", 'https://my.openathens.net/'),
    'linkedin-wall': ('<title>Sign Up | LinkedIn</title><h1>Join LinkedIn</h1><p>Agree & Join. Already on LinkedIn? Sign in</p><form><input name=u><input type=password name=p><button>Go</button></form>', 'https://www.linkedin.com/authwall?trk=x'),
    'instagram': ('<title>Login • Instagram</title><p>Log in to see photos and videos from friends.</p><form><input name=u><input type=password name=p><button>Go</button></form>', 'https://www.instagram.com/accounts/login/?next=x'),
    'fb-200': ('<title>Log in to Facebook</title><p>You must log in to continue.</p><form><input name=u><input type=password name=p><button>Go</button></form>', None),
    'weibo': ('<title>Sina Visitor System</title><script>x</script>', 'https://passport.weibo.com/visitor/visitor?entry=miniblog'),
    'vk': ('<title>ВКонтакте | Вход</title><p>Для просмотра этой страницы необходимо войти на сайт.</p><form><input name=u><input type=password name=p><button>Go</button></form>', None),
    'ru-login': ('<title>Авторизация</title><p>Для просмотра материала войдите или зарегистрируйтесь.</p>', None),
    'de-login': ('<title>Anmelden</title><h1>Anmelden</h1><p>Dieser Bereich ist nur für Mitglieder. Bitte melden Sie sich an.</p><form><input name=u><input type=password name=p><button>Go</button></form>', None),
    'fr-login': ('<title>Accès réservé</title><p>Cette page est réservée aux abonnés. Connectez-vous pour lire la suite.</p>', None),
    'es-login': ('<title>Acceso restringido</title><p>Debe iniciar sesión para ver esta página.</p>', None),
    'it-login': ("<title>Area riservata</title><p>Effettua l'accesso per visualizzare questa pagina.</p><form><input name=u><input type=password name=p><button>Go</button></form>", None),
    'ja-login': ('<title>ログイン</title><p>このページを閲覧するにはログインが必要です。</p><form><input name=u><input type=password name=p><button>Go</button></form>', None),
    'pl-login': ('<title>Logowanie</title><p>Zaloguj się, aby zobaczyć tę stronę.</p><form><input name=u><input type=password name=p><button>Go</button></form>', None),
    'intranet': ('<title>Intranet</title><p>This page is only accessible from within the university network. Please connect with VPN.</p>', None),
    'ip-auth': ('<title>Access by institution</title><p>Your IP address is not registered to an institution that subscribes. Please sign in or contact your librarian.</p>', None),
    'elibrary': ('<title>eLIBRARY</title><p>Ваш IP-адрес заблокирован из-за нарушений правил. Для доступа необходимо авторизоваться.</p>', None),
    'cnki-login': ('<title>登录-中国知网</title><p>请登录后查看全文</p><form><input name=u><input type=password name=p><button>Go</button></form>', None),
    'guce': ("<title>Yahoo is part of the Yahoo family of brands</title><p>When you use our sites and apps, we use cookies to provide our sites and apps to you. If you click 'Accept all', we and our partners will also store and access information on a device.</p><button>Accept all</button><button>Reject all</button>", 'https://consent.yahoo.com/v2/collectConsent?sessionId=3'),
    'google-consent': ('<title>Before you continue to Google Search</title><h1>Before you continue to Google</h1><p>We use cookies and data to deliver and maintain Google services.</p><button>Accept all</button>', 'https://consent.google.com/ml?continue=x'),
    'yt-consent': ('<title>Before you continue to YouTube</title><h1>Before you continue to YouTube</h1><p>We use cookies and data to deliver services.</p><button>Accept all</button><button>Reject all</button>', None),
    'dpg': ('<title>DPG Media Privacy Gate</title><p>Wij gebruiken cookies. Akkoord. Instellen.</p>', 'https://myprivacy.dpgmedia.nl/consent?siteKey=x'),
    'spiegel': ('<title>DER SPIEGEL</title><h1>Willkommen bei SPIEGEL</h1><p>Mit Werbung weiterlesen oder PUR-Abo. Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Details zu Cookies in der Datenschutzerklärung.</p><button>Akzeptieren und weiter</button>', None),
    'lemonde': ("<title>Le Monde</title><p>Vous pouvez accepter les cookies ou vous abonner pour lire nos articles sans publicité.</p><button>Accepter et continuer</button><button>S'abonner</button>", None),
    'elpais': ('<title>EL PAÍS</title><p>Para seguir leyendo acepta las cookies o suscríbete.</p><button>Aceptar y continuar</button><button>Rechazar y suscribirse</button>', None),
    'repubblica': ('<title>Consenso</title><p>Per accedere ai contenuti accetta i cookie o abbonati.</p><button>Accetta e continua</button>', None),
    'geo': ('<title>Unavailable</title><p>451: Unavailable due to legal reasons. We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the GDPR and therefore access cannot be granted at this time.</p>', None),
    'geo2': ('<title>Not available in your region</title><p>Sorry, this content is not available in your region.</p>', None),
    'geo3': ("<title>Site</title><p>We're sorry. Due to your location, this website is not accessible. Our site is available to readers in the United States only.</p>", None),
}  # fmt: skip
"""What is shown, with the address that it is shown at, if another."""
