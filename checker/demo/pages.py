"""Pages of the simulated web: plain, made of our own words."""

from __future__ import annotations

from html import escape

from checker.model import DeclaredSource

_FILLER = (
    "This page belongs to a simulated web that exists only inside the demo of checker.",
    "It stands where a real article would stand and is long enough to be taken for one.",
    "Nothing on it was written by the author whose work is cited here.",
    "A checker that reads it should find a title, a heading and a good number of words.",
    "It should not find a password field, a challenge for robots or anything of that kind.",
)
_SHELL = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    "<body>{body}</body></html>"
)


def article(source: DeclaredSource) -> str:
    """A page of content."""
    title = escape(source.title or source.id)
    text = "".join(f"<p>{sentence}</p>" for sentence in _FILLER * 6)
    name = escape(source.container or "A site")
    return _page(
        f"{title} | {name}",
        f'<header>{name} <a href="/login">Log in</a></header><main><h1>{title}</h1>{text}</main>',
    )


def not_found(site: str) -> str:
    """A page that says so."""
    body = "<h1>Page not found</h1><p>Sorry, the page you are looking for could not be found.</p><a href='/'>Home</a>"
    return _page(f"Page not found | {escape(site)}", body)


def parked(host: str) -> str:
    """A parked domain."""
    return _page(
        escape(host),
        f"<h1>{escape(host)}</h1><p>This domain is for sale. Make an offer on this domain.</p><p>Related searches</p>",
        '<script src="https://img.sedoparking.com/templates/x.js"></script>',
    )


def challenge() -> str:
    """A bot wall."""
    return _page(
        "Just a moment...",
        "<p>Enable JavaScript and cookies to continue</p>",
        "<script>window._cf_chl_opt={}</script>",
    )


def login(site: str) -> str:
    """A login page."""
    return _page(f"Log in | {escape(site)}", "<form><input type='text'><input type='password'></form>")


def home(site: str) -> str:
    """A home page."""
    return _page(escape(site), f"<h1>{escape(site)}</h1>" + "".join(f"<p>{sentence}</p>" for sentence in _FILLER * 8))


def _page(title: str, body: str, head: str = "") -> str:
    return _SHELL.format(title=title, head=head, body=body)
