"""Domains that hold nothing, as registrars of a dozen countries show them; and pages that write about such domains."""

from __future__ import annotations

import pytest

from checker.evidence import page_facts
from checker.observation import Exchange, Target
from checker.reasons import Reason
from checker.rules import page_trouble

URL = "https://www.river.org/2019/04/bridge.html"


def trouble(html: str, url: str = URL, cited: str | None = None) -> Reason | None:
    """The reason that a page is none, if it is none."""
    kept = (("content-type", "text/html; charset=utf-8"),)
    body = f"<!doctype html><html>{html}</html>".encode()
    facts = page_facts(Exchange(Target(url), url, (), 200, kept, body, complete=True))
    assert facts is not None
    found = page_trouble(facts, url, 200, {}, cited_title=cited)
    return found[0] if found else None


PARKED = {
    "Namecheap": "<title>Registrant verification | Namecheap.com</title><p>river.org: This domain was recently registered at Namecheap.</p>",
    "by name": "<title>river.org</title><p>The domain river.org is available for purchase.</p>",
    "by name, at a trader": "<title>lake.net is for sale!</title><p>lake.net is for sale! Visit the Dynadot marketplace. Buy It Now $99</p>",
    "one.com": "<title>Hosted by One.com</title><h1>This domain is parked</h1><p>The domain is registered and parked by one.com.</p>",
    "Loopia": "<title>Parked at Loopia</title><p>This domain has been purchased and parked by a customer of Loopia.</p>",
    "Strato": "<title>STRATO</title><h1>Hier entsteht eine neue Internetpräsenz</h1><p>Diese Domain wurde bei STRATO registriert.</p>",
    "German, new": "<title>Domain geparkt</title><p>Diese Domain wurde gerade freigeschaltet.</p>",
    "German, for sale": "<title>river.org – Diese Website steht zum Verkauf!</title><p>Diese Domain kaufen. Preis auf Anfrage.</p>",
    "French": "<title>river.org est à vendre</title><h1>Le nom de domaine river.org est à vendre</h1><p>Faire une offre.</p>",
    "OVH": "<title>Site en construction</title><p>Félicitations ! Votre domaine a bien été créé chez OVHcloud !</p>",
    "Spanish": "<title>river.org está en venta</title><h1>El dominio river.org está en venta</h1>",
    "Spanish, parked": "<title>Dominio aparcado</title><p>Este dominio está registrado con dinahosting.</p>",
    "Italian": "<title>Dominio registrato</title><p>Questo dominio è stato registrato su Register.it</p>",
    "Portuguese": "<title>river.org</title><p>Este domínio está à venda.</p>",
    "Dutch": "<title>Gereserveerd</title><p>Deze domeinnaam is gereserveerd via TransIP.</p>",
    "Polish": "<title>Domena river.org jest utrzymywana na serwerach home.pl</title><p>Kup domenę.</p>",
    "Danish": "<title>Simply.com</title><p>Domænet er parkeret hos Simply.com</p>",
    "Swedish": "<title>river.org</title><p>Den här domänen är registrerad</p>",
    "Norwegian": "<title>Domeneshop</title><p>Domenet er parkert hos Domeneshop.</p>",
    "Finnish": "<title>river.org</title><p>Tämä verkkotunnus on varattu</p>",
    "Czech": "<title>river.org</title><p>Tato doména je na prodej</p>",
    "Turkish": "<title>river.org</title><p>Bu alan adı satılıktır</p>",
    "Russian": "<title>river.org</title><p>Домен river.org припаркован в REG.RU</p>",
    "Chinese": "<title>域名停放</title><p>此域名正在出售</p>",
    "Japanese": "<title>river.org</title><p>このドメインはお名前.comで取得されています。</p>",
    "Korean": "<title>river.org</title><p>이 도메인은 현재 판매 중입니다</p>",
    "a script and advertisements": "<title>river.org</title><script src='//x.parkingcrew.net/a.js'></script><p>Related searches</p><p>Rail tickets</p>",
    "a title in parts": "<title>river.org | parked domain</title><h1>river.org</h1><p>A Brand New Domain!</p><p>Congratulations on registering a new domain. Parked by Porkbun.</p>",
    "a title in parts, thin": "<title>river.org - Parked Domain</title><h1>river.org</h1><p>Parked by Porkbun</p>",
    "an idea, under the registrar's name": "<title>Hover</title><h1>river.org</h1><p>is a totally awesome idea still being worked on.</p><p>Check back later.</p>",
    "an idea, under its own name": "<title>river.org</title><p>river.org is a totally awesome idea still being worked on.</p><p>Check back later.</p>",
    "a registrar nobody knows": "<title>river.org</title><h1>river.org</h1><p>Parked at Spaceship.</p><p>Find your own domain.</p>",
    "parked, in the second part": "<title>river.org – Domain parked</title><p>river.org</p><p>Nothing here yet.</p>",
    "German, in parts": "<title>river.org | Domain geparkt</title><h1>river.org</h1><p>Geparkt bei Netcup.</p>",
    "German, the other way round": "<title>river.org – geparkte Domain</title><p>Diese Seite wurde geparkt von INWX.</p>",
    "French, in parts": "<title>river.org - domaine parqué</title><h1>river.org</h1><p>Domaine parqué chez Gandi.</p>",
    "French, reserved": "<title>river.org | Nom de domaine réservé</title><p>river.org a été enregistré chez OVHcloud.</p>",
    "Spanish, in parts": "<title>river.org | dominio aparcado</title><h1>river.org</h1><p>Aparcado por Dinahosting.</p>",
    "Italian, in parts": "<title>river.org | dominio parcheggiato</title><h1>river.org</h1><p>Parcheggiato su Aruba.</p>",
    "Polish, in parts": "<title>river.org - domena zaparkowana</title><h1>river.org</h1><p>Zaparkowana w home.pl</p>",
    "Dutch, in parts": "<title>river.org | geparkeerd domein</title><h1>river.org</h1><p>Geparkeerd bij TransIP.</p>",
    "Russian, in parts": "<title>river.org — домен припаркован</title><h1>river.org</h1><p>Припаркован в Рег.ру</p>",
    "Chinese, in parts": "<title>river.org | 域名停放</title><h1>river.org</h1><p>该域名由阿里云停放。</p>",
    "the kind first": "<title>Parked page | river.org</title><h1>river.org</h1><p>Get hosting from NameSilo.</p>",
    "in three parts": "<title>river.org | Domain for sale | Dan.com</title><h1>river.org</h1><p>Buy now from $2,000.</p>",
    "congratulations": "<title>river.org</title><h1>river.org</h1><p>Congratulations on your new domain! Parked with Dynadot.</p>",
    "just registered": "<title>river.org | just registered</title><h1>river.org</h1><p>This name was just registered at Gandi.net.</p>",
}  # fmt: skip

CONTENT = {
    "a press notice": ("<title>Domain lake.net is for sale, registry announces</title><p>The registry said that the domain lake.net is for sale. “Buy this domain and you buy history,” a spokesman said.</p>", None),
    "another": ("<title>Registry offers domain for sale</title><p>The registry announced on Friday that the domain lake.net is for sale.</p>", "Registry auctions a domain"),
    "a study": ("<title>Diese Domain steht zum Verkauf</title><p>So heißt unsere Studie über den Handel mit Adressen. 44 Seiten.</p>", "Diese Domain steht zum Verkauf"),
    "a glossary": ("<title>Parked domain</title><p>A registered name without content; visitors may see the words “this domain is for sale” and related searches.</p>", "Parked domain"),
    "a notice of sale": ("<title>Notices</title><p>The house at the river is for sale. The domain of the estate reaches to the bridge.</p>", None),
    "a sale of another name": ("<title>Notices of May</title><p>lake.net is for sale.</p><p>The library opens at nine.</p>", None),
    "French news": ("<title>Un nom de domaine vendu</title><p>Selon l’agence, le nom de domaine lake.fr est à vendre depuis mai.</p>", None),
    "Russian news": ("<title>Домены дорожают</title><p>Как сообщил регистратор, домен lake.ru продаётся за миллион.</p>", None),
    "Chinese news": ("<title>域名市场报告</title><p>据注册局报道，该域名可转让，价格上涨。市场专家认为这一趋势将持续。</p>", None),
    "a help page": ("<title>Why is my site not shown?</title><p>If you see “this domain is parked”, set the name servers. Ask us if it lasts.</p>", None),
    "a domain as a title": ("<title>river.org</title><h1>Bridge</h1><p>The bridge opened on Monday. Related links: ferry, tunnel.</p>", None),
    "links to read on": ("<title>Bridge</title><p>It shows related links and our privacy policy.</p>", None),
    "the code of a parking page": ("<title>How they earn</title><p>Their pages load <code>sedoparking.com/x.js</code>, and the domain name is for sale by then.</p>", None),
    "a short glossary": ("<title>Parked domain | Glossary</title><h1>Parked domain</h1><p>A parked domain is one that is registered but not used. Registrars such as Porkbun show a page of their own there.</p>", None),
    "a question": ("<title>What is a parked domain? – Hosting guide</title><p>Parked by Porkbun, parked at Sedo: what such pages mean, and how to point your domain to a site.</p>", None),
    "a photograph": ("<title>Parked by the river | Photo</title><h1>Parked by the river</h1><p>A van, parked by the river in May.</p>", None),
    "lorries": ("<title>Where trucks are parked at night</title><p>Parked at Dover, parked at Calais. We counted them.</p>", None),
    "an idea of others": ("<title>A bridge | River</title><p>The tunnel is a totally awesome idea still being worked on, says the mayor.</p>", None),
    "a study of titles": ("<title>Domain parking: a study</title><p>Of 400 lapsed names, 120 were parked by Sedo. “example.com | parked domain” is the usual title.</p>", None),
    "a laboratory": ("<title>river.org</title><h1>Peat Lab</h1><p>We measure bogs. The bikes are parked by the lab. Reports from 2014 to 2020 with tables and data of forty sites.</p>", None),
    "a manual": ("<title>Parked domains | cPanel documentation</title><h1>Parked domains</h1><p>Enter the domain and click Add. Parked domains show the same site.</p>", None),
    "a German manual": ("<title>Geparkte Domain | Hilfe | Netcup</title><p>So richten Sie eine geparkte Domain ein: wählen Sie im Panel die Domain und dann Parken.</p>", None),
    "a domain that is new": ("<title>Our new domain | Peat Lab</title><p>Congratulations on registering for the congress. Our new domain is river.org.</p>", None),
    "a ruling": ("<title>Case 2019-12 | Rulings</title><p>The panel finds that the domain name was registered in bad faith.</p>", None),
}  # fmt: skip


@pytest.mark.parametrize("name", PARKED)
def test_nothing_is_kept_there(name: str) -> None:
    """An offer or a notice of who keeps the name, with a second sign."""
    assert trouble(PARKED[name]) is Reason.PARKED_DOMAIN


@pytest.mark.parametrize("name", CONTENT)
def test_who_writes_about_domains_is_not_parked(name: str) -> None:
    """News, studies and glossaries report, quote, or speak of another name."""
    html, cited = CONTENT[name]

    assert trouble(html, cited=cited) is None


@pytest.mark.parametrize("name", PARKED)
def test_a_page_that_quotes_an_offer_is_a_page(name: str) -> None:
    """The same words between quotation marks, under a title of one's own."""
    text = PARKED[name].partition("</title>")[2]
    bare = "".join(part.partition(">")[2] + " " for part in text.split("<"))

    assert (
        trouble(f"<title>A field guide to parking</title><p>Collected in May: “{bare.strip()}” and more.</p>") is None
    )
