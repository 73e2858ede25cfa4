"""What a chain of redirects means: for good or for now, trivial or not, home or elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from checker import urls
from checker.citable import citable
from checker.observation import Hop, PageFacts
from checker.patterns import regex
from checker.reasons import Reason
from checker.rules.home import is_entrance, is_home

PERMANENT = frozenset({301, 308})
STATUSES = PERMANENT | {302, 303, 307}
_SHORTENERS = frozenset(
    "bit.ly t.co goo.gl tinyurl.com ow.ly buff.ly is.gd t.ly lnkd.in fb.me youtu.be dlvr.it amzn.to trib.al wp.me "
    "rebrand.ly cutt.ly shorturl.at clck.ru vk.cc w.wiki git.io perma.cc hdl.handle.net doi.org n9.cl".split()
)
_SHORT_HOST = 9
_SHORT_SLUG = regex(r"(?=.*[0-9A-Z])[0-9A-Za-z_-]{3,10}")
_WORD = regex(r"[^\W\d_]{4,}")
_FURNITURE = frozenset(
    "page print index html htm shtml php aspx amp view full text default comments feed item show article articles news "
    "story post posts node wiki content main home http https www com org html5 mobile version".split()
)


class Way(Struct, frozen=True):
    """A chain of redirects: where it ended, whether every step was for good.

    ``settled`` is as far as the permanent steps at its beginning lead: the address worth citing, with the part of the
    page that the last of them names; it names no visit and carries no secret that the one asked does not. ``route`` is the fragment of the last step where it
    names a page of a script's own (``#/reports/17``).
    """

    asked: str
    final: str
    permanent: bool
    settled: str
    route: str = ""


def way(asked: str, hops: Sequence[Hop], final_url: str) -> Way | None:
    """The way from the address asked to the last one; None where nothing redirected elsewhere."""
    steps = [hop for hop in hops if hop.location]
    if not steps or urls.without_fragment(asked) == final_url:
        return None
    settled, part = asked, ""
    addresses = [hop.url for hop in hops[1:]] + [final_url]
    for step, reached in zip(steps, addresses, strict=False):
        if step.status not in PERMANENT:
            break
        part = urls.fragment((step.location or "").strip()) or part
        bare = citable(reached, asked)
        if urls.redact(bare) == bare or urls.redact(asked) != asked:
            settled = _with_fragment(bare, part)
    fragment = (steps[-1].location or "").partition("#")[2]
    route = fragment if fragment.startswith(("/", "!")) and len(fragment.strip("/!")) > 0 else ""
    return Way(asked, final_url, all(step.status in PERMANENT for step in steps), settled, route)


def _with_fragment(url: str, part: str) -> str:
    """The address with the part of the page that redirects name (RFC 9110 §10.2.2): no quotation, no secret."""
    part = part.partition(":~:")[0]
    try:
        whole = urls.normalise(f"{url}#{part}") if part else url
    except urls.UrlError:
        return url
    return whole if urls.redact(whole) == whole else url


def trivial(asked: str, reached: str) -> Reason | None:
    """The trivial move between two addresses: scheme, ``www.`` or a final slash; None if it is more."""
    one, other = urlsplit(urls.without_fragment(asked)), urlsplit(reached)
    host, new_host = urls.host_of(asked), urls.host_of(reached)
    if host.removeprefix("www.") != new_host.removeprefix("www."):
        return None
    if (one.port, other.port) != (None, None) and one.port != other.port:
        return None
    if one.path.rstrip("/") != other.path.rstrip("/") or one.query != other.query:
        return None
    if one.scheme == "https" and other.scheme == "http":
        return None
    if one.scheme != other.scheme:
        return Reason.HTTPS_UPGRADE
    if host != new_host:
        return Reason.WWW_CHANGE
    return Reason.SLASH_CHANGE if one.path != other.path else None


def sent_home(one: Way, page: PageFacts | None = None, titles: Collection[str] = ()) -> bool:
    """Whether a deep address ended on a home page that does not show what was cited.

    Not where that home page is what was meant: short links, a section that got a site of its own
    (``/blog`` to ``blog.site.org``), a page whose title is the cited one, a route that a script leads on.
    """
    if one.route or not is_home(one.final, whatever_query=True) or is_entrance(one.asked) or is_short_link(one):
        return False
    return not (
        _names_host(one) or _names_part(one) or (page is not None and any(_same_title(title, page) for title in titles))
    )


def is_short_link(one: Way) -> bool:
    """Whether an address is a short link: it may lead to a home page, or anywhere, by design."""
    host, path = urls.host_of(one.asked), urlsplit(one.asked).path.strip("/")
    if host in _SHORTENERS:
        return True
    elsewhere = host.removeprefix("www.") != urls.host_of(one.final).removeprefix("www.")
    return elsewhere and len(host) <= _SHORT_HOST and bool(_SHORT_SLUG.fullmatch(path))


def _names_host(one: Way) -> bool:
    """Whether the last part of the path asked has become part of the host's name."""
    host, new_host = urls.host_of(one.asked), urls.host_of(one.final)
    last = _letters(unquote(urlsplit(one.asked).path).strip("/").rpartition("/")[2].partition(".")[0])
    return host != new_host and len(last) >= 2 and last in (*map(_letters, new_host.split(".")), _letters(new_host))


def _names_part(one: Way) -> bool:
    """Whether the last part of the path asked has become a part of one long page: ``/team.html`` to ``/#team``."""
    last = _letters(unquote(urlsplit(one.asked).path).strip("/").rpartition("/")[2].partition(".")[0])
    part = _letters(unquote(urls.fragment(one.settled)))
    return len(part) > 2 and len(last) > 2 and (part in last or last in part)


def _letters(text: str) -> str:
    return "".join(ch for ch in text.lower() if ch.isalnum())


def _same_title(cited: str, page: PageFacts) -> bool:
    wanted = words_of(cited)
    shown = words_of(" ".join((page.title or "", *page.headings)))
    return bool(wanted) and len(wanted & shown) >= max(1, round(0.6 * len(wanted)))


def words_of(text: str) -> set[str]:
    """The words of a title or a path that say what it is about."""
    return {word for word in _WORD.findall(unquote(text).lower()) if word not in _FURNITURE}
