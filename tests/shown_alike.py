"""Healthy pages under another title than the cited one, on sites that show the same at every address; and chrome."""

from __future__ import annotations

ALIKE = {
    'ru Ушёл из жизни А. П. Сидоров': ('Ушёл из жизни А. П. Сидоров', '<p>Его больше нет с нами. Страница памяти.</p>', 'А. П. Сидоров: некролог'),
    'ru Рецепт борща': ('Рецепт борща', '<p>Вам понадобится свёкла. Варите два часа и подайте со сметаной, если вы её любите.</p>', 'Borscht, a recipe'),
    'ru Часы работы': ('Часы работы', '<p>Музей открыт ежедневно с 10 до 18. Пожалуйста, приходите с детьми.</p>', 'Региональный музей'),
    'ru Рыбалка': ('Рыбалка', '<p>Ловля щуки запрещена с апреля по июнь. На озере разрешены только лодки без мотора.</p>', 'Fishing rules'),
    'en Pancakes': ('Pancakes', '<p>You need two eggs and a cup of flour. Wait ten minutes before you fry them.</p>', "Grandmother's breakfast"),
    'en Visit': ('Visit', '<p>The garden is open from nine to five. Please keep to the paths. Dogs are not allowed.</p>', 'Botanical garden of the university'),
    'en The path': ('The path', '<p>You walked before me, and your shadow stayed.<br>I asked the river for your name.</p>', 'Collected poems'),
    'en Dear Anna': ('Dear Anna', '<p>Thank you for your letter. I hope you are well. The house is cold, but we have wood.</p>', 'Correspondence of the Miller family'),
    'en Release notes 4.0.4': ('Release notes 4.0.4', '<ul><li>Fixed: “Page not found” after login (#404)</li><li>Fixed: 403 Forbidden for guests</li><li>Error pages are now translated</li></ul>', 'What is new in version four'),
    'en Release notes 2.1': ('Release notes 2.1', '<ul><li>Users are no longer blocked after three attempts</li><li>The captcha is shown on phones</li><li>Faster start</li></ul>', 'Changes'),
    'en Night ferry': ('Night ferry', '<p>The ferry is temporarily out of service. A bus runs instead at 22:10.</p>', 'Time table of the islands'),
    'en Lock 14': ('Lock 14', '<p>The lock is closed for maintenance in winter. Boats wait at the upper basin.</p>', 'Canals of the plain'),
    'en Working hours': ('Working hours', '<p>Our office is currently open on Tuesdays only. Call 555 12 34 to make an appointment.</p>', 'Contact of the registry'),
    'en Obituary': ('Obituary', '<p>J. Miller, who taught here for thirty years, has died. He is no longer with us.</p>', 'In memoriam John Miller'),
    'en Technical note 7': ('Technical note 7', '<p>Errors of the gauge are below two per cent. An error of the clock was corrected in May.</p>', 'Measurement of peat levels'),
    'en Cave 3': ('Cave 3', '<p>Access is restricted to members of the speleological society. The cave was surveyed in 1971.</p>', 'Caves of the karst'),
    'en House rules': ('House rules', '<p>Smoking is forbidden. Children under ten are not permitted on the tower.</p>', 'Visiting the lighthouse'),
    'en Robots of 1962': ('Robots of 1962', '<p>The first robot on the line weighed two tonnes. It lifted hot metal.</p>', 'Machines at work'),
    'de Pfannkuchen': ('Pfannkuchen', '<p>Sie brauchen zwei Eier und Mehl. Bitte warten Sie zehn Minuten, bevor Sie sie backen.</p>', 'Omas Frühstück'),
    'de Öffnungszeiten': ('Öffnungszeiten', '<p>Der Garten ist von neun bis fünf geöffnet. Bitte bleiben Sie auf den Wegen. Hunde sind nicht erlaubt.</p>', 'Botanischer Garten'),
    'de Brief an Anna': ('Brief an Anna', '<p>Danke für Ihren Brief. Ich hoffe, es geht Ihnen gut. Das Haus ist kalt, aber wir haben Holz.</p>', 'Briefwechsel Müller'),
    'de Brücke 12': ('Brücke 12', '<p>Die Brücke ist derzeit gesperrt. Der Verkehr wird über Aalfeld geleitet.</p>', 'Straßen im Norden'),
    'de Wir nehmen Abschied': ('Wir nehmen Abschied', '<p>Prof. Dr. Müller ist am 3. Mai verstorben. Er fehlt uns.</p>', 'Nachruf auf Hans Müller'),
    'fr Crêpes': ('Crêpes', '<p>Il vous faut deux œufs et de la farine. Attendez dix minutes avant de les cuire.</p>', 'Petit déjeuner de grand-mère'),
    'fr Horaires': ('Horaires', '<p>Le jardin est ouvert de neuf heures à cinq heures. Veuillez rester sur les chemins. Les chiens sont interdits.</p>', 'Jardin botanique'),
    'fr Pont nord': ('Pont nord', '<p>Le pont est fermé pour travaux. La circulation passe par Aalfeld.</p>', 'Les routes du Nord'),
    'fr Chère Anne': ('Chère Anne', "<p>Merci de votre lettre. J'espère que vous allez bien. La maison est froide mais nous avons du bois.</p>", 'Correspondance'),
    'es Tortitas': ('Tortitas', '<p>Necesita dos huevos y harina. Espere diez minutos antes de freírlas. Su sabor mejora con miel.</p>', 'Desayuno de la abuela'),
    'es Horario': ('Horario', '<p>El jardín abre de nueve a cinco. Por favor, siga los caminos. Perros prohibidos.</p>', 'Jardín botánico'),
    'es Puente norte': ('Puente norte', '<p>El puente está cerrado temporalmente. El tráfico pasa por Aalfeld.</p>', 'Carreteras del norte'),
    'zh 煎饼': ('煎饼', '<p>您需要两个鸡蛋和一杯面粉。请等十分钟再煎。</p>', '祖母的早餐'),
    'zh 开放时间': ('开放时间', '<p>植物园每天九点至五点开放。请勿踩踏草坪。禁止携带宠物。</p>', '大学植物园'),
    'zh 北桥': ('北桥', '<p>北桥暂时关闭。车辆绕行南路。</p>', '北方道路'),
    'zh 讣告': ('讣告', '<p>张先生于五月三日去世。他曾在本校任教三十年。</p>', '纪念张老师'),
}  # fmt: skip
"""Title, text and the title that they are cited by: of what is closed, asked, awaited; to their reader."""

SOLD = {
    'en lakeinst.org: Books for sale': ('lakeinst.org: Books for sale', '<p>Maps and annual reports can be bought in our shop. Prices include postage.</p>', 'Publications of the Lake Institute'),
    'en Auction of timber': ('Auction of timber', '<p>The forest office puts forty lots of oak up for auction on 4 May. Write to office@lakeinst.org.</p>', 'Timber notices'),
    'en Expired permits': ('Expired permits', '<p>Permits that have expired may be renewed within a year. Fees are listed at www.lakeinst.org/fees.</p>', 'Fishing permits'),
    'de Haus zu verkaufen': ('Haus zu verkaufen', '<p>Das alte Pegelhaus steht zum Verkauf. Gebote an info@lakeinst.org bis 4. Mai.</p>', 'Liegenschaften des Instituts'),
    'fr Vente aux enchères': ('Vente aux enchères', '<p>La coupe de bois est mise aux enchères le 4 mai. Renseignements : bois@lakeinst.org.</p>', 'Avis de la commune'),
    'ru Продажа карт': ('Продажа карт', '<p>Карта болот продаётся в киоске института. Заказы: shop@lakeinst.org.</p>', 'Издания института'),
    'zh 图书出售': ('图书出售', '<p>本所出版的地图正在出售，请联系shop@lakeinst.org。</p>', '出版物'),
    'en Terms': ('Terms', '<p>The name of this domain is a registered mark. The offer of the shop has expired.</p>', 'Notes of 2018'),
}  # fmt: skip
"""Of what is for sale and expires, and is no name of a site."""

SERVED = {
    'en Our servers': ('Our servers', '<p>The web server of the institute was installed in 1998. It runs Apache on Debian. Theses are uploaded to the directory of each faculty.</p>', 'History of computing at the institute'),
    'en Test page 12': ('Test page 12', '<p>The page was printed in 1911 to test the new press. Its colours have faded.</p>', 'History of printing'),
    'en Congratulations to Dr Miller': ('Congratulations to Dr Miller', '<p>Our colleague has been elected to the academy. The ceremony is on 4 May.</p>', 'News of the institute 2018'),
    'en It works': ('It works', '<p>A study of forty villages shows that paying for wetlands works. Water levels rose by a third.</p>', 'Payments for wetlands: evidence'),
    'de Neuer Server': ('Neuer Server', '<p>Der Server des Instituts wurde erfolgreich umgestellt. Die Daten liegen jetzt in Aalfeld.</p>', 'Rechenzentrum: Chronik'),
    'ru Новый сервер': ('Новый сервер', '<p>Сервер института успешно запущен. Данные перенесены из Москвы.</p>', 'Хроника вычислительного центра'),
    'en Release 2.0': ('Release 2.0', '<p>The app is ready for Windows. Download the installer and read the documentation.</p>', 'The field notebook'),
    'en Index of plants': ('Index of plants', '<p>Sphagnum, cotton grass, sundew, bog myrtle, cranberry, and cloudberry grow on the plain.</p>', 'Flora of the north'),
    'en Data set 7': ('Data set 7', '<p>Files of the survey are in three folders. Each folder has a readme and the measurements of one year.</p>', 'Peat depth 2018'),
    'en Welcome to the Lake Institute': ('Welcome to the Lake Institute', '<p>Our new building is open. Come and see the laboratories.</p>', 'Opening of the new building'),
    'fr Félicitations': ('Félicitations', "<p>Le docteur Miller a été élu à l'académie. La cérémonie aura lieu le 4 mai.</p>", "Nouvelles de l'institut 2018"),
    'zh 恭喜王教授': ('恭喜王教授', '<p>王教授成功当选院士。典礼将于五月四日举行。</p>', '研究所新闻2018'),
    'en Domain wall': ('Domain wall', '<p>A domain wall separates regions of different spin. Its width was measured in nickel.</p>', 'Magnets, chapter 3'),
    'en Your project': ('Your project', '<p>Describe your project in two pages. The deadline is 4 May. The jury replies by e-mail.</p>', 'Call for proposals'),
}  # fmt: skip
"""Of servers, pages, successes and what works, as their subject."""

CASINOS = {
    'en': ('Blocked casinos', '<p>The regulator blocked four hundred gambling sites in March. ISPs received the list on Monday. Access to the mirror of one casino was restored within a day. The regulator blocked four hundred gambling sites in March. ISPs received the list on Monday. Access to the mirror of one casino was restored within a day. The regulator blocked four hundred gambling sites in March. ISPs received the list on Monday. Access to the mirror of one casino was restored within a day. </p>', 'Study of gambling'),
    'ru': ('Обзор рынка', '<p>Регулятор за месяц внёс в реестр четыреста сайтов. Зеркало казино заблокировано по решению суда. Провайдеры ограничили доступ к сайту в тот же день. Операторы открывают новые зеркала, и посетители переходят туда. Юристы считают, что блокировка малоэффективна. Доля рынка за год почти не изменилась.</p>', 'Азартные игры в интернете'),
    'tr': ('Pazar', '<p>Mahkeme kararıyla dört yüz siteye erişim engellendi. Kumar sitesi yeni adresten yayına devam etti. Uzmanlar engellemenin etkisiz olduğunu söylüyor. Pazar payı değişmedi.</p>', 'Çevrimiçi kumar'),
    'de': ('Marktbericht', '<p>Die Behörde ließ vierhundert Seiten sperren. Der Zugang zur Seite wurde auf gerichtlichen Beschluss gesperrt. Anbieter weichen auf andere Adressen aus. Der Umsatz blieb gleich.</p>', 'Glücksspiel im Netz'),
}  # fmt: skip
"""Of sites that somebody has blocked."""

CHROME = {
    'en cookies': "<div class='cookie-banner'>We use cookies to improve your experience. Accept all. Reject. Manage preferences.</div>",
    'en cookies unmarked': '<p>We use cookies to improve your experience. Accept all. Reject. Manage preferences.</p>',
    'en news': "<aside><h3>Latest news</h3><ul><li><a href='/0'>Council approves tariff review</a></li><li><a href='/1'>Winter maintenance programme begins</a></li><li><a href='/2'>Consultation on metering closes</a></li><li><a href='/3'>Temporary closure of the library</a></li></ul></aside>",
    'en newsletter': '<div><p>Subscribe to our newsletter: enter your e-mail</p><input type=email></div>',
    'en browser': '<div class=browsehappy>Your browser is out of date. Please update it.</div>',
    'de cookies': "<div class='cookie-banner'>Diese Website verwendet Cookies. Alle akzeptieren. Ablehnen. Einstellungen.</div>",
    'de cookies unmarked': '<p>Diese Website verwendet Cookies. Alle akzeptieren. Ablehnen. Einstellungen.</p>',
    'de news': "<aside><h3>Aktuelle Meldungen</h3><ul><li><a href='/0'>Sanierung der Nordbrücke beginnt</a></li><li><a href='/1'>Wartung der Schleuse</a></li><li><a href='/2'>Straße gesperrt</a></li></ul></aside>",
    'de newsletter': '<div><p>Newsletter: Bitte geben Sie Ihre E-Mail-Adresse ein</p><input type=email></div>',
    'de browser': '<div class=browsehappy>Ihr Browser ist veraltet. Bitte aktualisieren Sie ihn.</div>',
    'fr cookies': "<div class='cookie-banner'>Ce site utilise des cookies. Tout accepter. Tout refuser. Personnaliser.</div>",
    'fr cookies unmarked': '<p>Ce site utilise des cookies. Tout accepter. Tout refuser. Personnaliser.</p>',
    'fr news': "<aside><h3>À la une</h3><ul><li><a href='/0'>Le budget 2025 adopté</a></li><li><a href='/1'>Travaux du pont nord</a></li><li><a href='/2'>Accès interdit au parc</a></li></ul></aside>",
    'fr newsletter': '<div><p>Abonnez-vous : entrez votre adresse e-mail</p><input type=email></div>',
    'fr browser': '<div class=browsehappy>Votre navigateur est obsolète. Veuillez le mettre à jour.</div>',
    'es cookies': "<div class='cookie-banner'>Utilizamos cookies propias y de terceros. Aceptar. Rechazar. Configurar.</div>",
    'es cookies unmarked': '<p>Utilizamos cookies propias y de terceros. Aceptar. Rechazar. Configurar.</p>',
    'es news': "<aside><h3>Últimas noticias</h3><ul><li><a href='/0'>Obras en el puente norte</a></li><li><a href='/1'>Mantenimiento de la red</a></li></ul></aside>",
    'es newsletter': '<div><p>Suscríbase: introduzca su correo electrónico</p><input type=email></div>',
    'es browser': '<div class=browsehappy>Su navegador está obsoleto. Por favor, actualícelo.</div>',
    'ru cookies': "<div class='cookie-banner'>Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь.</div>",
    'ru cookies unmarked': '<p>Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь.</p>',
    'ru news': "<aside><h3>Последние новости</h3><ul><li><a href='/0'>Начался ремонт северного моста</a></li><li><a href='/1'>Движение временно ограничено</a></li></ul></aside>",
    'ru newsletter': '<div><p>Подпишитесь: введите ваш e-mail</p><input type=email></div>',
    'ru browser': '<div class=browsehappy>Ваш браузер устарел. Пожалуйста, обновите его.</div>',
    'zh cookies': "<div class='cookie-banner'>本网站使用Cookie。</div>",
    'zh cookies unmarked': '<p>本网站使用Cookie。</p>',
    'zh news': "<aside><h3>要闻</h3><ul><li><a href='/0'>北桥维修工程开工</a></li><li><a href='/1'>系统维护通知</a></li></ul></aside>",
    'zh newsletter': '<div><p>请输入您的电子邮箱订阅</p><input type=email></div>',
    'zh browser': '<div class=browsehappy>您的浏览器版本过低，请升级。</div>',
}  # fmt: skip
"""What stands on every page of a site."""
