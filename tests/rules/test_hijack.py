"""Domains that gamblers and shops have taken over; and pages that have such words for good reasons."""

from datetime import UTC, datetime

import pytest

from checker.evidence import observe
from checker.observation import Exchange, Hop, Target
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


def reason(title: str, body: str, cited: str) -> Reason:
    """What is concluded of a page."""
    page = (
        f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode()
    )
    kept = (("content-type", "text/html; charset=utf-8"),)
    exchange = Exchange(Target(URL), URL, (Hop(URL, 200),), 200, kept, page, complete=True)
    return conclude(URL, observe(exchange, datetime(2026, 11, 25, tzinfo=UTC))[""], cited_title=cited).reason


@pytest.mark.parametrize("name", TAKEN)
def test_who_sells_where_something_else_was_cited(name: str) -> None:
    """The words, the selling and the strange title together."""
    assert reason(*TAKEN[name], CITED) is Reason.HIJACKED_DOMAIN


@pytest.mark.parametrize("name", CONTENT)
def test_who_writes_about_it(name: str) -> None:
    """Studies, registers, lotteries of the state and houses that are called casino are what they are."""
    assert reason(*CONTENT[name], "Advertising to minors") is Reason.HTTP_200


@pytest.mark.parametrize("name", TAKEN)
def test_who_cites_it_by_its_words_wants_it(name: str) -> None:
    """A source about gambling may be on gambling."""
    assert reason(*TAKEN[name], "Online casino advertising") is Reason.HTTP_200
