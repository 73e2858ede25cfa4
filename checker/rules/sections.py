"""Sections of sites: pages that list others or tell where one is, told by what they are called. Pure.

They are where sites send their readers when a page is gone. Documents are not among them, however many chapters they
are made of: handbooks, guides, atlases.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from checker import urls
from checker.observation import PageFacts
from checker.patterns import regex
from checker.rules.home import LANGUAGES, calls_itself_home

_NAMES = frozenset(
    "research studies analysis analyses outputs briefs policy-briefs briefings factsheets fact-sheets brochures datasets data statistics speeches interviews opinion opinions comment commentary videos multimedia gallery "
    "knowledge education training people team staff experts partners campaigns consultations legislation laws regulations decisions minutes meetings agenda calendar tenders jobs careers vacancies departments "
    "categories tags authors volumes series collections catalogue catalog landing discover explore browse search directory case-studies "
    "forschung studien statistik statistiken daten zahlen reden veranstaltungen stellenangebote ansprechpartner gesetze verordnungen sitzungen daten-und-fakten infothek pressebereich "
    "recherches études etudes statistiques données discours évènements événements équipe communiqués communiques espace-presse salle-de-presse collections catalogue "
    "investigación estudios estadísticas estadisticas datos discursos eventos equipo legislación comunicados boletines catálogo transparencia "
    "исследования статистика мероприятия анонсы законодательство нормативные-документы деятельность сотрудники события каталог открытые-данные пресса "
    "通知公告 公告 政策法规 法律法规 统计数据 研究成果 工作动态 媒体报道 要闻 栏目 "
    "about aboutus who-we-are about-us our-work what-we-do news newsroom latest-news press press-room press-releases pressroom media media-centre media-center publications "
    "reports documents papers working-papers policy-papers annual-reports research-reports articles posts blog blogs library archive archives resources resource-centre resource-center projects programmes programs topics themes issues "
    "activities services products events downloads files materials insights stories latest overview contents list sitemap site-map contact contact-us welcome portal "
    "ueber-uns über-uns aktuelles aktuell neuigkeiten nachrichten presse pressemitteilungen publikationen jahresberichte veroeffentlichungen veröffentlichungen berichte dokumente themen "
    "projekte archiv mediathek bibliothek termine uebersicht übersicht willkommen leistungen angebote "
    "a-propos à-propos qui-sommes-nous actualites actualités publications rapports rapports-annuels ressources bibliotheque bibliothèque dossiers thèmes projets mediatheque médiathèque bienvenue nos-publications "
    "quienes-somos quiénes-somos acerca-de noticias actualidad prensa sala-de-prensa publicaciones informes informes-anuales documentos recursos biblioteca archivo archivos temas proyectos bienvenida "
    "sobre imprensa publicacoes publicações arquivo notizie chi-siamo pubblicazioni documenti archivio risorse progetti "
    "aktualnosci aktualności publikacje dokumenty raporty archiwum o-nas nieuws publicaties documenten over-ons "
    "novosti dokumenty publikacii publikatsii press-centr press-tsentr arhiv arkhiv materialy stati otchety o-kompanii "
    "новости документы публикации пресс-центр пресс-служба о-нас о-проекте о-компании о-министерстве архив библиотека материалы статьи доклады отчеты отчёты издания ресурсы проекты "
    "новини документи публікації архів бібліотека матеріали "
    "新闻 新闻中心 新闻动态 新闻资讯 资讯 文件 政策文件 出版物 关于我们 资料库 图书馆 档案 研究报告 报告 政务公开 信息公开 下载中心 专题 专题专栏 列表 新聞 關於我們 ニュース お知らせ 資料 刊行物 뉴스 자료실".split()
)
_SEPARATORS = regex(r"\s+[|–—·•»«:/-]+\s+|\s*[|»«•]\s*")
_BLANKS = regex(r"[\s_+-]+")
_LEADING = regex(r"^(?:all|our|the|alle|unsere|nos|toutes-nos|nuestras|nuestros|все|наши|所有|全部)-")
_WELCOME = regex(
    r"welcome to (?:the|our) .{1,60}|willkommen (?:bei|auf|im|in) .{1,60}|bienvenue sur .{1,60}|bienvenid[oa]s? a .{1,60}|добро пожаловать .{1,60}"
)
_ENDING = regex(r"\.[a-z]{2,5}$", re.ASCII | re.IGNORECASE)
_INDEX = regex(r"(?:index|default|home|main|start)(?:\.[a-z]{2,5})?", re.ASCII | re.IGNORECASE)
_LANGUAGE = regex(rf"(?:{LANGUAGES})(?:[-_][a-z]{{2}})?", re.ASCII | re.IGNORECASE)
_YEAR = regex(r"(?:19|20)\d\d")


def parts_of(url: str) -> list[str]:
    """The parts of the path of an address in lower case, without languages and the names of index pages."""
    path = unquote(urlsplit(url).path).lower()
    return [one for one in path.split("/") if one and not _LANGUAGE.fullmatch(one) and not _INDEX.fullmatch(one)]


def is_index_of(asked: str, url: str) -> bool:
    """Whether an address is that of a folder above the one asked, or of one of its folders by name."""
    if urls.owner(asked) != urls.owner(url) or urlsplit(url).query:
        return False
    folders, to = parts_of(asked)[:-1], [_ENDING.sub("", one) for one in parts_of(url)]
    return bool(to) and (folders[: len(to)] == to or to[-1] in folders)


def names_section(url: str) -> bool:
    """Whether the end of an address is the name of a section."""
    last = next(iter(parts_of(url)[::-1]), "")
    return _is_name(_ENDING.sub("", last))


def calls_itself_section(facts: PageFacts) -> bool:
    """Whether the title of a page, or the first of its parts, or its main heading is the name of a section."""
    names = [*_SEPARATORS.split(facts.title or "")[:1], *facts.headings[:1]]
    if any(_is_name(one) or _WELCOME.fullmatch(one.lower().strip()) for one in names):
        return True
    return calls_itself_home(*names) is not None


@lru_cache(maxsize=1024)
def _is_name(text: str) -> bool:
    name = _LEADING.sub("", _BLANKS.sub("-", text.lower().strip(" .!:")))
    return name in _NAMES


def is_item(url: str) -> bool:
    """Whether the end of an address names one thing rather than a section: several words, or a number that is no year."""
    last = _ENDING.sub("", next(iter(parts_of(url)[::-1]), ""))
    if _YEAR.fullmatch(last):
        return False
    return any(ch.isdigit() for ch in last) or len([one for one in _BLANKS.split(last) if len(one) > 2]) > 1
