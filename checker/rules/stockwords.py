"""What products and platforms say, in their own words, of what is not there: data for :mod:`checker.rules.stock`.

Forums, wikis, repositories, site software and platforms, as they ship and as their help pages quote them; November 2026. A row has
a part that the message always has, and the message; both in lower case. Short ones that also stand in prose are left
out: the grammar of absence (:mod:`checker.rules.absence`) has those.
"""

from __future__ import annotations

_FORUMS = (
    (
        "specified",
        r"(?:invalid|no) (?:thread|post|forum|user|attachment|album|blog|group|message|picture|event|topic|member) specified",
    ),  # vBulletin
    ("has not registered", r"this user has not registered and therefore does not have a profile to view"),
    ("out of date or broken", r"the link that brought you to this page seems to be out of date or broken"),  # Invision
    ("could not find the topic", r"we could not find the topic you were trying to view"),
    (
        "problem.",
        r"sorry, there is a problem\.?\s+(?:we could not locate the item you are trying to view|the page you are trying to access is not available)",
    ),
    ("couldn't find that", r"sorry, we couldn['’]t find that!"),
    (
        "selected forum does not exist",
        r"the (?:selected|requested|specified) (?:forum|topic|post|thread|board|member|poll|category|announcement) (?:does not|no longer) exists?",
    ),  # phpBB, MyBB
    (
        "the specified",
        r"the specified (?:thread|forum|post|user|member|announcement|event|poll) (?:does not exist|is either invalid or doesn['’]t exist|could not be found|no longer exists)",
    ),
    (
        "you specified is",
        r"the (?:user|member|thread|post|forum) you specified is either invalid or does(?:n['’]t| not) exist",
    ),
    (
        "thema existiert nicht",
        r"das (?:von dir |von ihnen )?angeforderte (?:thema|forum) existiert nicht|das gewählte (?:forum|thema) existiert nicht",
    ),
    ("kein thema angegeben", r"kein(?:e|en)? (?:thema|beitrag|forum|benutzer) angegeben"),
    ("ungültige angabe", r"ungültige angabe: (?:thema|beitrag|forum|benutzer)"),
    ("указан неправильн", r"указан неправильный (?:тема|сообщение|раздел|пользователь)"),
    (
        "темы не существует",
        r"запрошенной темы не существует|(?:запрошенной|указанной|такой|этой) темы (?:больше )?не существует",
    ),
    ("sujet demandé", r"le (?:sujet|forum) demandé n['’]existe pas"),
    ("tema solicitado", r"el (?:tema|foro) solicitado no existe"),
    ("指定的主题不存在", "指定的主题不存在"),  # Discuz!
    ("指定的主題不存在", "指定的主題不存在"),
    ("贴子", r"(?:该|此|您访问的)(?:贴子|帖子|贴)(?:已被(?:作者|系统|吧务)?(?:删除|隐藏)|不存在)"),  # Tieba
    ("该贴已被删除", "该贴已被删除"),
)
_WIKIS = (
    ("no text in this page", r"there is currently no text in this page"),  # MediaWiki
    ("article with this exact name", r"\w+ does not (?:currently )?have an article with this exact name"),
    ("keinen text", r"diese seite enthält (?:momentan|zurzeit|derzeit|bisher)? ?noch keinen text"),
    ("kein text auf dieser seite", r"(?:zurzeit|derzeit|momentan) ist kein text auf dieser seite vorhanden"),
    (
        "texte sur cette page",
        r"il n['’]y a (?:pour l['’]instant|actuellement|pour le moment) (?:aucun|pas de) texte sur cette page",
    ),
    (
        "texto en esta página",
        r"(?:actualmente|en este momento|de momento) no hay texto en esta página|no hay (?:actualmente )?texto en esta página",
    ),
    (
        "на данной странице отсутствует",
        r"в настоящ(?:ий момент|ее время) текст на (?:данной|этой) странице отсутствует",
    ),
    ("странице нет текста", r"(?:в настоящее время|сейчас|пока) на этой странице нет текста"),
    ("面目前没有内容", r"(?:此|本|该)页面目前没有内容"),
    ("頁面目前沒有內容", r"(?:此|本|該)頁面目前沒有內容"),
    ("页目前没有", r"(?:此|本|该)页目前没有(?:内容|文字)"),
    ("尚未收录", r"尚未收录(?:该|此)?词条|抱歉，.{0,20}尚未收录"),
    ("pagina richiesta è vuota", r"in questo momento la pagina richiesta è vuota"),
    ("não existe texto", r"não existe (?:atualmente )?texto nesta página|atualmente não existe texto nesta página"),
    ("nie ma tekstu", r"obecnie na tej stronie nie ma tekstu|nie ma tekstu na tej stronie"),
    ("bevat geen tekst", r"deze pagina bevat (?:momenteel )?geen tekst"),
    ("ページには内容がありません", r"現在このページには内容がありません"),
    ("topic that doesn", r"you['’]ve followed a link to a topic that doesn['’]t exist yet"),  # DokuWiki
    ("topic does not exist yet", r"this topic does not exist yet"),
    ("existiert noch nicht", r"(?:dieses thema|diese seite) existiert noch nicht"),
    ("n'existe pas encore", r"cette page n['’]existe pas encore"),
    ("no existe todavía", r"(?:esta|la) página no existe todavía"),
    ("ещё не существует", r"эта страница ещё не существует|эта страница еще не существует"),
    ("主题尚不存在", "(?:该|此)主题尚不存在"),
)
_REPOSITORIES = (
    (
        "correspond to a valid",
        r"the identifier \S{1,60} does not correspond to a valid (?:bitstream|item|collection|community|dspace object)\b",
    ),  # DSpace
    (
        "no item found for",
        r"no item found for (?:the )?(?:identifier|handle)|no (?:item|object) (?:was )?found for (?:this|the) (?:handle|identifier|id)",
    ),
    ("no eprint with the id", r"there is no eprint with the id \S{1,20}"),  # EPrints
    (
        "from the repository",
        r"(?:this|the) (?:selected )?item has been (?:removed|withdrawn|deleted) from the repository",
    ),
    ("does not seem to exist", r"requested record does not seem to exist"),  # Invenio
    ("record", r"the record you (?:are|were) trying to access (?:was|has been) (?:deleted|removed|withdrawn)"),
    ("low-level storage", r"object not found in low-level storage|no path in db registry for \S{1,80}"),  # Fedora
    ("handle cannot be found", r"the handle (?:you requested[^.]{0,60})?(?:cannot|could not) be found"),
)
_SOFTWARE = (
    (
        "could have been removed",
        r"the resource you are looking for \(or one of its dependencies\) could have been removed[^.\n]{0,80}",
    ),  # ASP.NET
    (
        "might have been removed",
        r"the (?:resource|page) you are looking for might have been removed, had its name changed[^.\n]{0,60}",
    ),  # IIS
    ("contains a list that", r"the page you selected contains a list that does not exist"),  # SharePoint
    ("deleted by another user", r"(?:item|list|file|page) does not exist\. it may have been deleted by another user"),
    ("nonexistent document", r"invalid or nonexistent document"),  # Lotus Domino
    ("entry not found in index", r"entry not found in index|couldn['’]t find design note"),
    (
        "application not found",
        r"err-1014 application not found|application \d{1,6} page \d{1,6} not found",
    ),  # Oracle APEX
    ("page did not exist", r"the page did not exist or was inaccessible|id was not an accessible page"),  # TYPO3
    ("раздел не найден", r"раздел не найден\b"),  # Bitrix
    ("элемент не найден", r"элемент не найден\b"),
    (
        "не существует или",
        r"(?:новость|статья|страница|запись|публикация|страницы|информация) не существует или (?:была )?(?:удален|удалён|снят)[аы]?",
    ),
    ("не найдена или удалена", r"(?:новость|статья|страница|запись|публикация) не найдена или (?:была )?удалена"),
    (
        "adresse",
        r"(?:pas d['’]article|aucun article|pas de rubrique|aucune rubrique|pas de brève|aucun auteur) à cette adresse",
    ),  # SPIP
    ("不存在或未发布", r"(?:您所访问的|该|此)?(?:信息|文章|内容|栏目)不存在或(?:者)?未发布"),  # TRS WCM
    ("你访问的页面不存在", r"你访问的页面不存在|您来自的链接不存在"),
)
_PLATFORMS = (
    (
        "been deleted and purged",
        r"this journal has been deleted and purged|the username \S{1,40} is not currently registered",
    ),  # LiveJournal
    ("in this blog does not exist", r"the page you were looking for in this blog does not exist"),  # Blogger
    (
        "is not available for new blogs",
        r"sorry, the blog at \S{1,80} has been removed|this address is not available for new blogs",
    ),
    (
        "currently exist at this address",
        r"whatever you were looking for does(?:n['’]t| not) currently exist at this address",
    ),  # Tumblr
    ("authors have deleted this", r"the authors? ha(?:ve|s) deleted this (?:site|blog)"),  # WordPress.com
    ("deleted this medium story", r"(?:the )?author (?:has )?deleted this medium story"),
    ("even a page that doesn", r"apparently even a page that doesn['’]t exist"),
    (
        "try searching for something else",
        r"this page doesn['’]t exist\. try searching for something else|this account doesn['’]t exist\s+try searching for another",
    ),  # X
    ("that page doesn", r"sorry, that page doesn['’]t exist!"),
    ("deleted by the post author", r"this (?:post|tweet) was deleted by the (?:post|tweet) author"),
    (
        "page isn",
        r"sorry, this page isn['’]t available\.?\s+the link you followed may be broken, or the page may have been removed",
    ),  # Instagram
    ("removed by the uploader", r"this video has been removed by the (?:uploader|user)"),  # YouTube
    (
        "associated with this video",
        r"this video is no longer available because the (?:youtube|uploader['’]s)? ?(?:youtube )?account associated with this video has been (?:terminated|closed)",
    ),
    ("this video isn", r"this video isn['’]t available any ?more"),
    ("playlist does not exist", r"(?:this|the) (?:playlist|channel) does not exist"),
    (
        "content you were looking for no longer",
        r"(?:it looks like )?the (?:content|slideshow|presentation) you(?:['’]re| were| are) looking for (?:no longer exists|has been (?:removed|deleted))",
    ),
    ("the document you requested", r"the document you requested (?:has been|was) (?:removed|deleted)"),  # Scribd
    ("goes by that name", r"sorry, nobody on reddit goes by that name"),
    (
        "either been deleted or not been created",
        r"this page has either been deleted or (?:has )?not been created yet",
    ),  # VK
    ("либо ещё не создана", r"страница удалена либо ещё не создана"),
    ("либо еще не создана", r"страница удалена либо еще не создана"),
    ("этой страницы нет на ok", r"этой страницы нет на ok"),
    ("没有知识存在的荒原", r"你似乎来到了没有知识存在的荒原"),  # Zhihu
    ("已被发布者删除", r"(?:该|此)(?:内容|文章)已被发布者删除"),  # Weixin
    ("已自主注销", r"(?:此|该)(?:帐号|账号)已自主?注销"),
    ("微博已被作者删除", r"(?:此|该)微博已被作者删除"),  # Weibo
    ("微博不存在", r"(?:此|该)?微博不存在"),
    ("分享的文件已经被取消", r"分享的文件已经被取消"),  # Baidu
    ("所访问的页面不存在", r"(?:啊哦，)?你所访问的页面不存在"),
    (
        "已被作者删除",
        r"(?:该|此|这篇|当前)?(?:文章|内容|回答|日记|视频|作品|动态|笔记|微头条)已被(?:作者|发布者|用户|原作者)(?:自行)?删除",
    ),
    ("视频不见了", r"视频不见了|视频去哪了呢"),  # Bilibili
    ("找不到回家的路", r"(?:您|你)访问的页面(?:找不到回家的路|已(?:经)?走丢)"),
    ("东西不在这儿", r"你想要的东西不在这儿"),  # Douban
    ("页面不存在 可能", r"您要找的页面不存在"),
)
GONE = (*_FORUMS, *_WIKIS, *_REPOSITORIES, *_SOFTWARE, *_PLATFORMS)
"""It is not there, or not any more."""
ORDERED = (
    (
        "违规",
        r"(?:此|该)(?:内容|文章|视频|帖子|账号|帐号)(?:因|涉嫌|由于)[^。\n]{0,12}违规[^。\n]{0,12}(?:无法查看|已被|不予|被屏蔽|无法显示)?",
    ),  # Weixin
    ("已被屏蔽", r"(?:此|该)(?:帐号|账号|内容|文章|公众号)已被屏蔽"),
    ("涉嫌侵权", r"(?:此|该)(?:内容|文章|视频)[^。\n]{0,20}涉嫌侵权[^。\n]{0,10}无法查看"),
    (
        "违反",
        r"(?:此|该|由于)(?:内容|文章|视频|账号|帐号|微博|链接|公众号)?[^。\n]{0,20}违反[^。\n]{0,40}(?:无法|不予|屏蔽|查看|删除)",
    ),
    ("被投诉", r"(?:此|该)(?:内容|文章|账号|帐号|微博)因?被(?:多人)?投诉[^。\n]{0,30}"),
    ("可能因为涉及", r"此链接分享内容可能因为涉及[^。\n]{0,30}无法访问"),
    (
        "暂时无法查看",
        r"(?:该|此)(?:内容|文章|回答|视频|问题)暂时?(?:无法|不能)(?:查看|显示|访问)",
    ),  # Zhihu, of what is disputed
    ("copyright claim", r"this video is no longer available due to a copyright claim"),
    (
        "terms of service",
        r"this video has been removed for violating youtube['’]s (?:terms of service|community guidelines|policy[^.]{0,60})",
    ),
    (
        "medium rules",
        r"this (?:account|post) (?:is under investigation or )?was found in violation of the medium rules",
    ),
    ("can't be displayed", r"this (?:channel|group) can['’]t be displayed because"),  # Telegram
    ("заблокирован на территории", r"материал (?:за)?блокирован на территории"),
)
"""Somebody has ordered that it is not shown: the platform, a court, the owner of a right."""
CLOSED = (
    (
        "off limits",
        r"(?:topic|board|attachment)[^.]{0,60}(?:either missing or off limits to you|missing or off limits)",
    ),  # SMF
    ("content isn", r"this content isn['’]t available (?:right now|at the moment)"),  # Facebook
    ("查看权限", r"(?:由于作者设置，)?你?暂?(?:时)?(?:没有|无)(?:这条|此)?(?:微博|内容|文章)?的?查看权限"),
    ("video is private", r"this video is private"),
    ("doesn't exist or is private", r"(?:oops! )?that page doesn['’]t exist or is private"),  # Discourse
    ("doesn’t exist or is private", r"(?:oops! )?that page doesn['’]t exist or is private"),
)
"""It is not there, or not for strangers: the product does not tell which."""
