"""Hijacked domains: bought by strangers after they lapsed, mostly for gambling (Wikipedia's WP:JUDI, 2025).

Strong words alone are no sign, since a source can be about gambling, or cite a law on lotteries under a title
of another language. So there are three: the words in title and text; that the page is selling it; and that
what was cited must have been something else, by a title that shares nothing with the cited one or by another
registrable domain.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from checker import urls
from checker.observation import PageFacts, Sign
from checker.page import PageText
from checker.patterns import regex
from checker.rules import signs
from checker.rules.redirects import words_of

_WORDS = regex(
    r"\b(?:casinos?|slots?|judi|togel|toto|sbobet|jackpot|betting|sportsbook|bookmakers?|poker|baccarat|gacor|maxwin|scatter|roulette|situs|bandar|"
    r"free spins|bonus(?:es)? without deposit|no deposit bonus|viagra|cialis|levitra|escorts?|xxx|porn|sex cams?|hookup|payday loans?|"
    r"essay writ(?:ing|ers?)|write my (?:essay|paper)|custom (?:essays?|papers?)|essays? (?:help|services?|online)|paper writing service|buy (?:an )?essays?|"
    r"dissertation (?:help|writing)|term papers?|replica watches|bahis|canlı bahis|kumar|deneme bonusu|apostas|cassino|spielautomaten|sportwetten|"
    r"казино|ставк[аи]|букмекер\w*|игровы\w автомат\w*|вулкан)\b"
    r"|博彩|赌场|赌博|彩票|老虎机|娱乐[城场]|体育投注|百家乐|棋牌|六合彩|时时彩|北京赛车|幸运飞艇|电子游艺|真人(?:娱乐|视讯|荷官|百家乐)|新葡京|葡京(?:娱乐|赌|国际)|威尼斯人(?:娱乐|官网|赌)|金沙(?:娱乐|赌)|永利(?:娱乐|赌)|太阳城(?:娱乐|集团|赌)|"
    r"皇冠(?:体育|足球|现金)|捕鱼(?:达人|游戏|机)|彩金|开元棋牌|投注平台|成人(?:视频|影院|电影|小说)|欧美日韩|日韩(?:无码|精品|在线)|国产(?:精品|自拍)|无码(?:高清|在线|视频)|黄色(?:视频|网站)|裸聊|สล็อต|บาคาร่า|คาสิโน|พนัน|หวย|nhà cái|cá cược|xổ số|nổ hũ"
    r"|카지노|토토사이트|바카라|먹튀|オンラインカジノ|カジノ|パチンコ",
)
_SELLING = regex(
    r"\b(?:(?:play|bet|order|buy|join|register|claim|chat) now|free ?spins?|(?:welcome|sign[- ]?up|deposit|new member|casino) bonus(?:es)?|real money|"
    r"(?:without|no) (?:a )?prescription|place (?:your |an |my )?order|(?:buy|order) (?:\w+ ){0,3}online|cheap(?:est)?|best (?:online )?(?:casinos?|slots?|betting|essays?)|"
    r"\d per page|money[- ]back|plagiarism[- ]free|24/7|write my (?:essay|paper)|online casino bonus|top \d{1,3} casinos?|escorts? (?:service|agency) in|"
    r"gacor|maxwin|sbobet|situs (?:judi|slot|togel)|(?:judi|slot|togel) online|bandar (?:judi|togel)|link alternatif|daftar (?:sekarang|slot|akun|judi)|deposit (?:pulsa|dana|qris)|"
    r"bonus new member|rtp (?:live|slot)|deneme bonusu|canlı bahis|güncel giriş|bahis siteleri|jogue agora|aposte agora|bônus de boas[- ]vindas|juega ahora|bono de bienvenida|"
    r"jetzt spielen|willkommensbonus|freispiele|ohne einzahlung|joue[rz] maintenant|tours gratuits|bonus de bienvenue|"
    r"рабочее зеркало|зеркал[оа] (?:казино|сайта)|бездепозитн\w+|фриспин\w*|на реальные деньги|играть (?:на деньги|бесплатно|онлайн)|бонус\w* за регистрацию|вулкан)\b"
    r"|娱乐城|娱乐平台|送\d{0,5}元?(?:体验)?彩金|首存|真人娱乐|注册即?送|投注平台|投注网|官方?app下载|app下载|(?:免费|在线)(?:观看|播放)|(?:平台|体育|投注)官网|官网入口|登录入口|注册送|开户送|体育app|เครดิตฟรี|สมัครสมาชิก|ฝากถอน|สล็อตเว็บตรง|khuyến mãi|nhà cái uy tín|꽁머니|가입코드|가입 ?머니|入金ボーナス|無料スピン",
)
"""How pages speak that want to sell such things, not write about them."""
_PARAGRAPH, _PARAGRAPH_HAN, _PARAGRAPHS = 20, 40, 2
"""Words, or Chinese characters, of a paragraph; how many of them make a text of its own."""
_HAN = regex(r"[\u3400-\u9fff]")
_TOKEN = regex(r"[^\W\d_]{4,}")
_GENERIC = frozenset(
    "report reports paper papers working article articles annex appendix chapter volume issue document documents study studies note notes brief briefing statistics "
    "review bulletin press release page pages website home annual bericht anhang studie heft rapport annexe étude informe anexo estudio доклад отчёт отчет приложение статья".split()
)
"""Words of titles that name nothing: with no others there is nothing to compare."""
MANY = 4
_SLUG_WORDS = 2


def body_signs(page: PageText) -> Iterator[Sign]:
    """Such words in the title and, many times, in the text; and how a shop speaks of them."""
    title = (page.title or "").lower()
    match = _WORDS.search(title)
    if match is None:
        return
    yield signs.sign("hijack.title", match[0])
    found = _WORDS.findall(page.low)
    if len(found) >= MANY:
        yield signs.sign("hijack.text", ", ".join(dict.fromkeys(found)))
    selling = _SELLING.search(title) or _SELLING.search(page.low)
    if selling and not _speaks_of_others(page.low):
        yield signs.sign("hijack.selling", selling[0])


def _speaks_of_others(low: str) -> bool:
    """Whether most paragraphs have none of these words: those who sell have them in each, studies of them do not."""
    long = [
        one for one in low.split("\n") if len(one.split()) >= _PARAGRAPH or len(_HAN.findall(one)) >= _PARAGRAPH_HAN
    ]
    others = sum(not (_WORDS.search(one) or _SELLING.search(one)) for one in long)
    return others >= _PARAGRAPHS and 2 * others >= len(long)


def find(facts: PageFacts, asked: str, final_url: str, cited_title: str | None) -> str | None:
    """Evidence that strangers have the domain now, or None."""
    words, selling = signs.of(facts, "hijack.text"), signs.of(facts, "hijack.selling")
    if not (signs.of(facts, "hijack.title") and words and selling):
        return None
    slug = words_of(urlsplit(asked).path)
    if _WORDS.search(" ".join((cited_title or "", *slug)).lower()):
        return None
    shown = _tokens(f"{facts.title} {' '.join(facts.headings)}")
    strange = []
    if urls.owner(asked) != urls.owner(final_url):
        strange.append(f"on another domain, {urls.host_of(final_url)}")
    cited = _tokens(cited_title or "") - _GENERIC
    if cited and not cited & shown:
        strange.append(f"its title “{facts.title}” shares nothing with the cited one")
    elif not cited_title and len(slug) >= _SLUG_WORDS and not slug & shown:
        strange.append(f"its title “{facts.title}” shares nothing with the address")
    if not strange:
        return None
    return "; ".join([f"the page is about {words[0].text}", f"it sells: “{selling[0].text}”", *strange])


def _tokens(text: str) -> set[str]:
    return {word.lower() for word in _TOKEN.findall(text)}
