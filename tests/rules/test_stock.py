"""What forums, wikis, repositories and platforms say of what is not there; and pages that only speak of such messages."""

from datetime import UTC, datetime

import pytest

from checker import siblings
from checker.evidence import observe
from checker.observation import Exchange, Hop, Observation, Target
from checker.reasons import Reason, VerdictKind
from checker.verdict import conclude

URL = "https://www.canal-forum.net/item/2087"
TITLE = "Water tariffs in transition"
MENU = "<nav><a href=/>Home</a> <a href=/new>New posts</a> <a href=/search>Search</a> <a href=/help>Help</a></nav>"
STORY = (
    "<p>The corridor between the two ports carried more containers in its first year than planners had expected of it.</p>"
    "<p>Customs officers on both sides of the lake were trained in a joint programme paid for by the regional bank.</p>"
    "<p>Interviews with forty freight forwarders suggest that waiting times at the border fell by about a third since.</p>"
)

GONE = {
    "vbulletin thread": (
        "vBulletin Message",
        "<p>No Thread specified. If you followed a valid link, please notify the administrator</p>",
    ),
    "vbulletin post": (
        "Canal Forum",
        "<p>Invalid Post specified. If you followed a valid link, please notify the administrator</p>",
    ),
    "vbulletin user": (
        "Canal Forum",
        "<p>This user has not registered and therefore does not have a profile to view.</p>",
    ),
    "invision": (
        "Error",
        "<h1>An Error Occurred</h1><p>[#10340] Sorry, the link that brought you to this page seems to be out of date or broken.</p>",
    ),
    "invision 4": (
        "Canal Forum",
        "<p>Sorry, there is a problem</p><p>We could not locate the item you are trying to view.</p><p>Error code: 2F173/1</p>",
    ),
    "mybb": ("Canal Forum", "<p>The specified thread does not exist.</p>"),
    "phpbb": ("Canal Forum - Information", "<p>The requested topic does not exist.</p>"),
    "phpbb, german": ("Kanalforum - Information", "<p>Das von dir angeforderte Thema existiert nicht.</p>"),
    "phpbb, russian": ("Форум - Информация", "<p>Запрошенной темы не существует.</p>"),
    "discuz": ("提示信息 - 运河论坛", "<p>抱歉，指定的主题不存在或已被删除或正在被审核</p>"),
    "tieba": ("百度贴吧", "<p>很抱歉，该贴已被删除。</p>"),
    "mediawiki": (
        "Canal – Wiki",
        "<h1>Canal</h1><p>There is currently no text in this page. You can search for this page title in other pages, or edit this page.</p>",
    ),
    "mediawiki, german": (
        "Kanal – Wiki",
        "<h1>Kanal</h1><p>Diese Seite enthält momentan noch keinen Text. Du kannst ihren Titel auf anderen Seiten suchen.</p>",
    ),
    "mediawiki, french": ("Canal — Wiki", "<h1>Canal</h1><p>Il n’y a pour l’instant aucun texte sur cette page.</p>"),
    "mediawiki, spanish": (
        "Canal - Wiki",
        "<h1>Canal</h1><p>Actualmente no hay texto en esta página. Puedes buscar el título en otras páginas.</p>",
    ),
    "mediawiki, russian": (
        "Канал — Вики",
        "<h1>Канал</h1><p>В настоящий момент текст на данной странице отсутствует. Вы можете найти упоминание данного названия на других страницах.</p>",
    ),
    "mediawiki, chinese": ("运河 - 维基", "<h1>运河</h1><p>此页面目前没有内容。您可以在其他页面中搜索此页标题。</p>"),
    "dokuwiki": (
        "canal:tariffs [Wiki]",
        "<p>You've followed a link to a topic that doesn't exist yet. If permissions allow, you may create it.</p>",
    ),
    "dspace": (
        "Repository",
        "<h1>Browse</h1><p>The identifier 10234/5567 does not correspond to a valid Bitstream in the repository.</p>",
    ),
    "eprints": ("Repository", "<p>There is no eprint with the id 40404.</p>"),
    "invenio": ("Records", "<p>Requested record does not seem to exist.</p>"),
    "sharepoint": (
        "Error",
        "<span>Sorry, something went wrong</span><div>File Not Found.</div><div>Correlation ID: 3f1c0a9f</div>",
    ),
    "sharepoint list": (
        "Error",
        "<p>List does not exist. The page you selected contains a list that does not exist. It may have been deleted by another user.</p>",
    ),
    "asp.net": (
        "Runtime",
        "<p>Description: HTTP 404. The resource you are looking for (or one of its dependencies) could have been removed, had its name changed, or is temporarily unavailable.</p>",
    ),
    "domino": ("Notes", "<p>Invalid or nonexistent document</p>"),
    "apex": ("Portal", "<p>ERR-1014 Application not found</p>"),
    "bitrix": ("Каталог", "<font class='errortext'>Раздел не найден.</font>"),
    "wcm": ("通知公告", "<p>您所访问的信息不存在或未发布</p>"),
    "something went wrong": ("Something went wrong", "<p>404: the page you requested could not be found.</p>"),
    "notice of a cms": ("系统提示", "<p>您查看的文章不存在，可能已被删除或下线。</p>"),
    "weixin": ("", "<p>该内容已被发布者删除</p>"),
    "weibo": ("微博", "<p>抱歉，此微博已被作者删除。查看帮助</p>"),
    "zhihu": ("知乎", "<h1>你似乎来到了没有知识存在的荒原</h1><p>来源链接是否正确？</p>"),
    "vk": ("Ошибка", "<p>Страница удалена либо ещё не создана.</p>"),
    "livejournal": ("Deleted journal", "<p>This journal has been deleted and purged.</p>"),
    "blogger": ("Canals", "<p>Sorry, the page you were looking for in this blog does not exist.</p>"),
    "x": ("Profile", "<p>Hmm...this page doesn’t exist. Try searching for something else.</p>"),
    "youtube": (
        "- YouTube",
        '<script>var r = {"playabilityStatus":{"status":"ERROR","reason":"Video unavailable"}};</script>',
    ),
    "instagram": (
        "Instagram",
        "<p>Sorry, this page isn't available.</p><p>The link you followed may be broken, or the page may have been removed.</p>",
    ),
}
"""Title and body of what a product answers for everything that it does not have, with status 200."""

ABOUT = {
    "a question about vbulletin": (
        "“Invalid Thread specified” after moving boards",
        "<p>Since the move all my readers see “Invalid Thread specified. If you followed a valid link, please notify the administrator”.</p>"
        + STORY,
    ),
    "a quoted message": (
        "Moving a forum",
        "<p>Old links then show the message “No thread specified”, which nobody understands.</p>" + STORY,
    ),
    "a report on weixin": (
        "公众号被封",
        "<p>记者发现，多篇讨论水价的文章打开后显示“此内容因违规无法查看”，平台没有说明理由。</p>" + STORY,
    ),
    "a manual of mediawiki": (
        "Help: empty pages",
        "<p>Where the wiki says there is currently no text in this page although a link leads to it, follow the steps below.</p>"
        + STORY,
    ),
    "a note on wikis": (
        "Wikis in schools",
        "<p>There is currently no text in this page of the handbook for teachers who joined the programme after the summer.</p>"
        + STORY,
    ),
    "an error in a poem": (
        "Error",
        "<p>We lost the road, we lost the sound, and every door we tried that winter was the wrong one for us.</p>"
        + STORY,
    ),
    "a message": (
        "Message",
        "<p>To the people of the valley: the bridge has been opened and the toll is no longer due.</p>",
    ),
    "a notice": ("Hinweis", "<p>Die Brücke ist wegen Bauarbeiten gesperrt.</p>"),
    "a law on uploads": (
        "Uploads",
        "<p>This video has been removed by the uploader, the court was told, before the claim had even been filed by the firm.</p>"
        + STORY,
    ),
    "the list of a forum": (
        "Canal Forum",
        "<p>Which meter is right for a small village?</p><p>What do others pay for water?</p>",
    ),
    "a bitrix catalogue": ("Каталог", "<p>Разделы: трубы, счётчики, насосы.</p>"),
    "a wiki page": ("Canal – Wiki", "<h1>Canal</h1><p>A canal is a way for boats made by people.</p>"),
    "a repository item": ("Water tariffs – Repository", "<p>Identifier: 10234/5567. Files: report.pdf (2 MB).</p>"),
    "a youtube video": ("Water tariffs - YouTube", '<script>var r = {"playabilityStatus":{"status":"OK"}};</script>'),
    "sorry, a novel": ("Sorry", "<p>A novel by Zoran Živković.</p>"),
    "lessons in chinese": ("提示", "<p>本站将于周六进行网络升级。</p>"),
}
"""Pages that have something to say."""

SHORT = {
    "a report on weibo": (
        "微博删帖",
        "<p>据报道，张三在微博上发表了关于运河水价的长文，两小时后该微博已被作者删除，引发网友讨论，目前当事人没有回应。</p>",
    ),
    "a station": ("Information", "<p>The station does not exist any more. It was closed in 1969.</p>"),
    "a village": ("Информация", "<p>Деревня не существует с 1957 года.</p>"),
    "a film called error": ("Error (film)", "<p>Directed by A. Moreno. The page is not found until the end.</p>"),
}
"""Pages that say little."""

ORDERED = {
    "weixin, against the rules": ("", "<p>此内容因违规无法查看</p>"),
    "weixin, account": ("", "<h2>此帐号已被屏蔽，内容无法查看</h2>"),
    "weixin, complaint": ("", "<p>此内容被投诉且经审核涉嫌侵权，无法查看。</p>"),
    "zhihu": ("", "<p>该内容暂时无法查看</p>"),
    "youtube, copyright": (
        "YouTube",
        "<p>This video is no longer available due to a copyright claim by Canal Films</p>",
    ),
    "telegram": ("Telegram", "<p>This channel can't be displayed because it violated local laws.</p>"),
}
CLOSED = {
    "smf": (
        "An Error Has Occurred!",
        "<p>The topic or board you are looking for appears to be either missing or off limits to you.</p>",
    ),
    "facebook": ("Facebook", "<p>This content isn't available right now</p>"),
    "discourse": ("Canal talk", "<p>Oops! That page doesn’t exist or is private.</p>"),
    "youtube": ("YouTube", "<p>This video is private</p>"),
}


def seen(url: str, title: str, body: str, status: int = 200) -> Observation:
    """What a server answers."""
    page = f"<!doctype html><html><head><title>{title}</title></head><body>{MENU}{body}</body></html>".encode()
    kept = (("content-type", "text/html; charset=utf-8"),)
    exchange = Exchange(Target(url), url, (Hop(url, status),), status, kept, page, complete=True)
    return observe(exchange, datetime(2026, 11, 25, tzinfo=UTC))[""]


def reason(title: str, body: str, *, cited: str = TITLE, honest: bool = False) -> Reason:
    """What is concluded; a made-up neighbour is asked where the page is doubtful."""
    one = seen(URL, title, body)
    if siblings.is_doubtful(one):
        beside = siblings.sibling(URL) or ""
        other = seen(beside, "Not here", "", 404) if honest else seen(beside, title, body)
        one = siblings.compared(one, other)
    return conclude(URL, one, cited_title=cited).reason


@pytest.mark.parametrize("name", GONE)
def test_what_a_product_says_of_what_it_does_not_have(name: str) -> None:
    """It is dead, whatever the status."""
    assert reason(*GONE[name]) is Reason.SOFT_404


@pytest.mark.parametrize("name", [name for name in GONE if name.startswith("mediawiki")])
def test_a_wiki_shows_the_name_of_what_was_asked_for(name: str) -> None:
    """The cited title above the message does not make it the cited page; nor does another name above a neighbour's."""
    title, body = GONE[name]
    one = seen(URL, title, body)
    heading = body.partition("<h1>")[2].partition("</h1>")[0]
    other = seen(
        siblings.sibling(URL) or "",
        title.replace(heading, "Quite another name"),
        body.replace(heading, "Quite another name"),
    )

    assert siblings.is_doubtful(one)
    assert conclude(URL, siblings.compared(one, other), cited_title=title).reason is Reason.SOFT_404


@pytest.mark.parametrize("name", ABOUT)
def test_pages_that_speak_of_messages(name: str) -> None:
    """Questions about messages, reports that quote them, labels above other things are alive."""
    title, body = ABOUT[name]

    assert reason(title, body, cited=title, honest=True) is Reason.HTTP_200
    assert reason(title, body, honest=True) is Reason.HTTP_200


@pytest.mark.parametrize("name", ABOUT)
def test_they_are_not_dead_where_the_address_is_read_in_part(name: str) -> None:
    """A neighbour that shows the same page says little of one that has another message, or none."""
    title, body = ABOUT[name]

    assert reason(title, body, cited=title).kind is not VerdictKind.DEAD
    assert reason(title, body).kind is not VerdictKind.DEAD


@pytest.mark.parametrize("name", SHORT)
def test_short_pages_that_tell_of_the_world(name: str) -> None:
    """A label and an absence of something in the world are no message of a site that answers honestly."""
    assert reason(*SHORT[name], honest=True) is Reason.HTTP_200


@pytest.mark.parametrize("name", ORDERED)
def test_what_a_platform_was_ordered_not_to_show(name: str) -> None:
    """There is something, or was: we cannot know."""
    assert reason(*ORDERED[name]) is Reason.LEGAL_451


@pytest.mark.parametrize("name", CLOSED)
def test_what_is_missing_or_closed(name: str) -> None:
    """Where the product does not tell which, neither do we."""
    assert reason(*CLOSED[name]).kind is VerdictKind.BLOCKED


def test_who_cites_the_message_finds_it() -> None:
    """A page about a message is cited by it."""
    title, body = GONE["dspace"]
    cited = "The identifier 10234/5567 does not correspond to a valid bitstream: a guide"

    assert reason(title, body, cited=cited, honest=True) is Reason.HTTP_200


def test_later_is_no_absence() -> None:
    """An error that asks to come again says nothing of the page."""
    assert reason("Error", "<p>Something went wrong. Please try again later.</p>").kind is VerdictKind.UNREACHABLE
