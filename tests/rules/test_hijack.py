"""Domains that gamblers and shops have taken over; and pages that have such words for good reasons."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from shown_by_strangers import SHOPS, WRITERS

from checker import siblings
from checker.evidence import observe
from checker.observation import Exchange, Hop, Observation, Target
from checker.reasons import Reason
from checker.verdict import conclude

URL = "https://www.caspian-waterlaw.org/docs/2013/treaty.html"
CITED = "Caspian water law: treaty text"
TEXT = (
    "<p>The corridor between the two ports carried more containers in its first year than planners had expected of it when they began. "
    "Customs officers on both sides of the lake were trained in a joint programme paid for by the bank.</p>"
    "<p>Interviews with forty freight forwarders suggest that waiting times at the border fell by about a third since the opening. "
    "Critics answer that subsidies paid per container distort the picture of what the line can carry.</p>"
)

TAKEN = {
    "chinese casino": (
        "澳门威尼斯人官网-首页",
        "<p>威尼斯人娱乐 真人百家乐 老虎机 电子游艺 注册即送58元彩金 体育投注 官方APP下载</p>",
    ),
    "chinese casino and films": (
        "欧美日韩在线视频|澳门新葡京娱乐场|手机版下载",
        "<p>澳门新葡京 真人娱乐 棋牌 百家乐 老虎机 彩票 注册送彩金 手机版APP下载</p>" * 8,
    ),
    "chinese lottery": ("彩票网|时时彩开奖结果", "<p>时时彩 北京赛车 六合彩 开奖结果 投注平台 注册送彩金</p>"),
    "english casino": (
        "Best Online Casino Bonuses 2026",
        "<p>Casino, slots, poker and roulette for real money. Claim now your free spins at the best casino.</p>",
    ),
    "a long review": (
        "Top 10 casinos and slots",
        "<p>The casino has more than two thousand slots and a welcome bonus of five hundred for every new player who joins this week.</p>"
        * 6,
    ),
    "russian casino": (
        "Онлайн казино Вулкан — играть",
        "<p>Игровые автоматы, казино Вулкан, бонус за регистрацию, ставки на спорт, фриспины.</p>",
    ),
}
"""What now stands where a treaty stood."""

CONTENT = {
    "a study of advertising": (
        "Best Online Casino Bonuses – ad study",
        "<p>Free spins, no deposit bonus, jackpot, slots: we coded 2,000 advertisements for online casino sites.</p>"
        + TEXT,
    ),
    "a regulator": (
        "Онлайн казино: реестр запрещённых сайтов",
        "<p>Игровые автоматы, казино, ставки на спорт: перечень заблокированных сайтов.</p><p>Железнодорожное сообщение между двумя странами росло быстрее, чем ожидалось, и министерство представило комитету доклад о субсидиях.</p><p>По данным ведомства, время ожидания на границе сократилось на треть за последние годы работы.</p>",
    ),
    "a state lottery": ("中国福利彩票 双色球开奖公告", "<p>双色球 福利彩票 开奖结果 彩票销售额 彩票公益金 36亿元</p>"),
    "a report on gambling": ("澳门博彩业研究", "<p>博彩 赌场 百家乐 老虎机 彩票 税收 就业 统计</p>"),
    "a hotel in Macau": ("澳门威尼斯人度假村酒店", "<p>客房、会展、购物。酒店设有赌场。地址：路氹连贯公路。</p>"),
    "a spa": (
        "Casino de Valfonda — Palais 1907",
        "<p>Roulette, black jack, machines à sous, poker. Le palais a été bâti en 1907.</p>",
    ),
    "the operator of a lottery": (
        "Lotto & Sportwetten – Spielbank Nordland",
        "<p>Lotto, Sportwetten, Casino, Jackpot, Roulette, Poker. Spielteilnahme ab 18.</p>",
    ),
}
"""What was cited, under a title of another language or with other words."""


def saw(url: str, title: str, body: str, status: int = 200) -> Observation:
    """What asking for an address brings."""
    page = f"<!doctype html><html><head><title>{title}</title></head><body><nav>Home News Contact</nav><h1>{title}</h1>{body}</body></html>"
    kept = (("content-type", "text/html; charset=utf-8"),)
    exchange = Exchange(Target(url), url, (Hop(url, status),), status, kept, page.encode(), complete=True)
    return observe(exchange, datetime(2026, 11, 25, tzinfo=UTC))[""]


def reason(title: str, body: str, cited: str, *, beside: str = "same", url: str = URL) -> Reason:
    """What is concluded of a page, once its neighbour was asked where that is wanted."""
    seen = saw(url, title, body)
    neighbour = siblings.beside(seen)
    if neighbour is not None and beside != "not asked":
        other = {
            "same": saw(neighbour, title, body),
            "honest": saw(neighbour, "Not found", "<p>Not found.</p>", 404),
            "soft": saw(neighbour, "Page not found", "<p>We could not find that page.</p>"),
            "alike": saw(neighbour, f"{title} – 2", body),
            "refused": saw(neighbour, "Forbidden", "", 403),
        }[beside]
        seen = siblings.compared(seen, other)
    return conclude(url, seen, cited_title=cited).reason


@pytest.mark.parametrize("name", TAKEN)
def test_who_sells_where_something_else_was_cited(name: str) -> None:
    """The wares, the selling and the strange title together, at every address."""
    assert reason(*TAKEN[name], CITED) is Reason.HIJACKED_DOMAIN


@pytest.mark.parametrize("times", [1, 6])
@pytest.mark.parametrize("name", SHOPS)
def test_shops_of_all_trades(name: str, times: int) -> None:
    """In whatever language, whatever was cited."""
    title, text = SHOPS[name]

    assert reason(title, text * times, CITED) is Reason.HIJACKED_DOMAIN


@pytest.mark.parametrize("name", SHOPS)
def test_a_shop_alone_may_be_what_was_cited(name: str) -> None:
    """Where a made-up neighbour is honestly not there, shows something else or cannot be asked, nobody is accused."""
    assert {reason(*SHOPS[name], CITED, beside=one) for one in ("honest", "soft", "refused", "not asked")} <= {
        Reason.HTTP_200
    }


@pytest.mark.parametrize("name", WRITERS)
def test_writers_are_never_strangers(name: str) -> None:
    """Under a drifted or translated title, whatever the server answers for addresses that do not exist."""
    titles = (CITED, "Годовой отчёт комиссии", "Rapport annuel de la commission", "Annual statement 2018")
    answers = ("same", "honest", "soft", "alike", "refused", "not asked")
    found = {(cited, beside): reason(*WRITERS[name], cited, beside=beside) for cited in titles for beside in answers}

    assert Reason.HIJACKED_DOMAIN not in found.values()


@pytest.mark.parametrize("url", ["https://www.caspian-waterlaw.org/", "https://www.caspian-waterlaw.org"])
def test_a_front_page_of_strangers(url: str) -> None:
    """Shows the same below it; a shop answers there that nothing is, and what sells nothing is not asked after."""
    title, text = SHOPS["pl loans"]
    below = siblings.beside(saw(url, title, text))

    assert below is not None
    assert below.startswith("https://www.caspian-waterlaw.org/")
    assert below.endswith("-not-here")
    assert reason(title, text, "Society of Caspian studies", url=url) is Reason.HIJACKED_DOMAIN
    assert reason(title, text, "Society of Caspian studies", url=url, beside="honest") is Reason.HTTP_200
    assert siblings.beside(saw(url, "Society of Caspian studies", TEXT)) is None


def test_what_is_quoted_stands_there() -> None:
    """With its punctuation, in every script."""
    for title, text in (SHOPS["en escorts"], SHOPS["th"]):
        page = saw(URL, title, text).page
        assert page is not None
        low = f"{title}\n{text}".lower()
        assert all(one.text in low for one in page.signs if one.rule in ("hijack.selling", "hijack.praising"))


@pytest.mark.parametrize("name", CONTENT)
def test_who_writes_about_it(name: str) -> None:
    """Studies, registers, lotteries of the state and houses that are called casino are what they are."""
    assert reason(*CONTENT[name], "Advertising to minors", beside="honest") is Reason.HTTP_200
    assert reason(*CONTENT[name], "Advertising to minors") is not Reason.HIJACKED_DOMAIN


@pytest.mark.parametrize("name", TAKEN)
@pytest.mark.parametrize(
    "cited",
    ["Online casino advertising", "Glücksspiel im Netz", "Les jeux d’argent en ligne", "Азартные игры", "网络赌博"],
)
def test_who_cites_it_by_its_words_wants_it(name: str, cited: str) -> None:
    """A source about gambling may be on gambling, in any language."""
    assert reason(*TAKEN[name], cited) is not Reason.HIJACKED_DOMAIN


@pytest.mark.parametrize(
    "url",
    [
        "https://www.casino-valfonda.fr/a/b.html",
        "https://northbet.com/terms/2013.html",
        "https://gamblingauthority.org/x/y",
    ],
)
def test_who_has_always_sold_is_no_stranger(url: str) -> None:
    """The host is called by its wares, or the page by its host."""
    title = "Northbet: bet now" if "northbet" in url else "Best casino bonus"

    assert reason(title, "<p>Casino, poker. Welcome bonus. Bet now.</p>", CITED, url=url) is not Reason.HIJACKED_DOMAIN


def test_who_sells_the_same_under_other_titles_is_a_stranger() -> None:
    """Pages made for every address, each with a title of its own."""
    for name in ("crypto", "pharmacy en", "cbd fr"):
        assert reason(*SHOPS[name], CITED, beside="alike") is Reason.HIJACKED_DOMAIN


def test_what_shares_a_word_with_its_address_is_there() -> None:
    """In any spelling of it that begins alike."""
    url = "https://www.office.org/2013/loteries-et-poker.html"

    assert reason(*TAKEN["english casino"], "Rapport annuel", url=url) is not Reason.HIJACKED_DOMAIN


def test_a_page_that_does_nothing_but_sell_is_no_university() -> None:
    """Its neighbours may be honest; elsewhere it may have been there always."""
    title = "Casino bonus without deposit – best slots and poker, play now"
    text = "<p>Free spins, cheap deposits, 24/7 support, real money, instant payout, sign up, 50% off. Casino, slots, poker, roulette.</p>"
    faculty = "https://law.caspian.ac.id/docs/2013/treaty.html"

    assert reason(title, text, CITED, beside="honest", url=faculty) is Reason.HIJACKED_DOMAIN
    assert reason(title, text + "<p>The police warn of it.</p>", CITED, beside="honest", url=faculty) is Reason.HTTP_200
    assert reason(title, text, CITED, beside="honest") is Reason.HTTP_200


def test_led_to_strangers_on_another_domain() -> None:
    """The neighbour of the address that led there is asked for."""
    title, text = TAKEN["english casino"]
    there = saw("https://www.bonus-house.com/", title, text)
    seen = replace(there, hops=(Hop(URL, 302, there.final_url), Hop(there.final_url, 200)))
    beside = siblings.beside(seen)

    assert beside is not None
    assert beside.startswith("https://www.caspian-waterlaw.org/docs/2013/")
    told = siblings.compared(seen, replace(seen, hops=(Hop(beside, 302, there.final_url), seen.hops[1])))
    found = conclude(URL, told, cited_title=CITED)
    assert found.reason is Reason.HIJACKED_DOMAIN
    assert "on another domain, www.bonus-house.com" in found.evidence
