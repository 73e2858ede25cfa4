"""Cookies go back where they came from, and nowhere else."""

import pytest

from checker.fetch.cookies import Cookies

GIVEN = [
    ("https://a.site.org/", "x=1", "https://a.site.org/b", "x=1"),
    ("https://a.site.org/", "x=1", "https://b.site.org/", ""),
    ("https://a.site.org/", "x=1", "https://site.org/", ""),
    ("https://a.site.org/", "x=1; Domain=.site.org", "https://b.site.org/", "x=1"),
    ("https://a.site.org/", "x=1; domain=site.org; Path=/", "https://site.org/", "x=1"),
    ("https://a.site.org/", "x=1; Domain=other.org", "https://other.org/", ""),
    ("https://a.site.org/", "x=1; Domain=org", "https://other.org/", ""),
    ("https://a.site.co.uk/", "x=1; Domain=co.uk", "https://other.co.uk/", ""),
    ("https://evilsite.org/", "x=1; Domain=site.org", "https://site.org/", ""),
    ("http://127.77.0.1/", "x=1; Domain=77.0.1", "http://9.77.0.1/", ""),
    ("https://site.org/", "x=1; Secure", "http://site.org/", ""),
    ("https://site.org/", "x=1; Secure", "https://site.org/", "x=1"),
    ("http://site.org/", "x=1", "https://site.org/", "x=1"),
    ("http://site.org:8080/", "x=1", "http://site.org:8081/", ""),
    ("http://site.org:8080/", "x=1", "http://site.org/", ""),
    ("https://site.org/", "no cookie", "https://site.org/", ""),
    ("https://site.org/", "x=a\r\nb", "https://site.org/", "x=a"),
]


@pytest.mark.parametrize(("url", "said", "asked", "brought"), GIVEN)
def test_where_a_cookie_goes(url: str, said: str, asked: str, brought: str) -> None:
    """To its own host; to neighbours of the same owner if it says so; never to another port or in the clear."""
    jar = Cookies()
    jar.keep(url, [said])

    assert jar.header(asked) == brought


def test_a_jar_is_small() -> None:
    """A server cannot make us carry as much as it likes; what is renewed is renewed."""
    jar = Cookies()
    jar.keep("https://site.org/", [f"n{number}=1" for number in range(100)] + ["n0=2"])

    assert len(jar.header("https://site.org/").split("; ")) == 20
    assert jar.header("https://site.org/").startswith("n0=2")
