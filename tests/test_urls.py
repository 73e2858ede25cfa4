"""Addresses: what can be checked, the normal form, what must not be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import urls
from checker.reasons import Reason


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("http://example.org:443/a", "http://example.org:443/a"),
        ("https://example.org./a", "https://example.org/a"),
        ("https://user:pw@example.org/a", "https://example.org/a"),
        ("https://example.org/a%2fb", "https://example.org/a%2Fb"),
        ("https://example.org/Ä?ü=ö", "https://example.org/%C3%84?%C3%BC=%C3%B6"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://пример.рф/страница", "https://xn--e1afmkfd.xn--p1ai/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0"),
        ("http://www.größe.example/", "http://www.xn--gre-6ka8i.example/"),
        ("http://FAẞ.example/", "http://xn--fa-hia.example/"),
        ("http://βόλος.example/", "http://xn--nxasmm1c.example/"),
        ("http://نامه‌ای.example/", "http://xn--mgba3gch31f060k.example/"),
        ("http://☃.example/", "http://xn--n3h.example/"),
        ("http://ｅxample。org/", "http://example.org/"),
        ("https://example.org/a#", "https://example.org/a"),
        ("https://example.org/a?", "https://example.org/a"),
        ("https://example.org/a#B", "https://example.org/a#B"),
        ("https://web.archive.org/web/2019/https://x.org//y", "https://web.archive.org/web/2019/https://x.org//y"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://www.europarl.europa.eu/BRI(2019)637891_EN.pdf", "http://www.europarl.europa.eu/BRI(2019)637891_EN.pdf"),
        ("https://example.org/a b|c", "https://example.org/a%20b%7Cc"),
        (" https://example.org/a ", "https://example.org/a"),
        ("http://0177.0.0.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://１２７.０.０.１/", "http://127.0.0.1/"),
        ("http://4.example/", "http://4.example/"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("https://example.org/a/..", "https://example.org/"),
        ("https://example.org/../../a/.", "https://example.org/a/"),
        ("https://example.org/a/%2e%2E/b", "https://example.org/b"),
        ("https://example.org/.well-known/a...b/..c", "https://example.org/.well-known/a...b/..c"),
        ("https://example.org/?to=/a/../b#/../c", "https://example.org/?to=/a/../b#/../c"),
    ],
)  # fmt: skip
def test_normal_form(url: str, normal: str) -> None:
    """Spellings of one address that every server treats alike have one normal form."""
    assert urls.normalise(url) == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/A", "https://example.org/a"),
        ("https://example.org/a/", "https://example.org/a"),
        ("http://example.org/", "https://example.org/"),
        ("https://www.example.org/", "https://example.org/"),
        ("https://example.org/?a=1&b=2", "https://example.org/?b=2&a=1"),
        ("https://example.org/a//b", "https://example.org/a/b"),
        ("https://example.org/#a", "https://example.org/#b"),
    ],
)
def test_addresses_that_may_differ_stay_apart(one: str, other: str) -> None:
    """What a server may answer differently is never taken for the same source."""
    assert urls.normalise(one) != urls.normalise(other)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", Reason.BAD_SCHEME),
        ("example.org/a", Reason.BAD_SCHEME),
        ("ftp://example.org/", Reason.BAD_SCHEME),
        ("javascript:alert(1)", Reason.BAD_SCHEME),
        ("mailto:a@example.org", Reason.BAD_SCHEME),
        ("http://", Reason.NO_HOST),
        ("https:///path", Reason.NO_HOST),
        ("http://exa mple.org/", Reason.BAD_URL),
        ("http://example.org:99999/", Reason.BAD_URL),
        ("http://example.org:0/", Reason.BAD_URL),
        ("http://example.org:port/", Reason.BAD_URL),
        ("http://[::1/", Reason.BAD_URL),
        ("http://example.org\\@evil.example/", Reason.BAD_URL),
        ("http://example.org/\r\nHost: x", Reason.BAD_URL),
        ("http://example..org/", Reason.BAD_URL),
        ("http://\u00ad.example/", Reason.BAD_URL),
        ("http://a\ufffdb.example/", Reason.BAD_URL),
        ("http://1.2.3.4.5/", Reason.BAD_URL),
        ("http://300.1.1.1/", Reason.BAD_URL),
        (f"http://{'a' * 64}.example/", Reason.BAD_URL),
        (f"http://{'a.' * 127}org/", Reason.BAD_URL),
        (f"http://example.org/{'a' * 9000}", Reason.BAD_URL),
    ],
)
def test_what_cannot_be_checked_says_why(url: str, reason: Reason) -> None:
    """An address that cannot be asked for is refused with the reason that fits."""
    with pytest.raises(urls.UrlError) as caught:
        urls.normalise(url)

    assert caught.value.reason is reason


HOSTS = st.sampled_from(
    "example.org a.b-c.org x..org -x.org x-.org 127.1 0x7f.1 1.2.3.4 999.1.1.1 example.org. a_b.org localhost xn--a.org".split()
)
PORTS = st.sampled_from(["", ":", ":80", ":443", ":8080", ":0", ":080", ":65535", ":65536", ":99999", ":x"])
REST = st.text("/.aZ%2eF?#=&:@[](~é \t", max_size=14)


def normal(url: str) -> str:
    """The normal form, or why there is none."""
    try:
        return urls.normalise(url)
    except urls.UrlError as error:
        return str(error.reason)


@given(st.sampled_from(["http", "https"]), HOSTS, PORTS, REST)
def test_the_short_way_leads_to_the_same_place(scheme: str, host: str, port: str, rest: str) -> None:
    """An address that is plain at first sight is read as the same one is where its scheme is in capitals."""
    behind = f"://{host}{port}/{rest}"

    assert normal(scheme + behind) == normal(scheme.upper() + behind)
    assert urls.host_of(scheme + behind) == urls.host_of(scheme.upper() + behind)
    if "://" in (there := normal(scheme + behind)):
        assert urls.normalise(there) == there


@given(st.text(max_size=60), st.sampled_from(["http://example.org/", "https://пример.рф/", "", "http://", "//"]))
def test_any_text_is_an_address_or_refused(text: str, start: str) -> None:
    """Splitting never raises anything but UrlError, and the normal form is its own normal form."""
    try:
        normal = urls.normalise(start + text)
    except urls.UrlError:
        return

    assert urls.normalise(normal) == normal
    assert normal.isascii()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://u:p@example.org/", "https://example.org/"),
        ("https://example.org/?api_key=abc&x=1", "https://example.org/?api_key=***&x=1"),
        ("https://example.org/?X-Amz-Signature=abc", "https://example.org/?X-Amz-Signature=***"),
        ("https://example.org/#access_token=abc", "https://example.org/#access_token=***"),
        ("https://example.org/?monkeys=3&q=token", "https://example.org/?monkeys=3&q=token"),
        ("https://example.org/key/token", "https://example.org/key/token"),
        ("https://example.org/@user/a", "https://example.org/@user/a"),
    ],
)
def test_secrets_are_masked_and_nothing_else(url: str, shown: str) -> None:
    """What looks like a secret never reaches a report; ordinary addresses are left as they are."""
    assert urls.redact(url) == shown
