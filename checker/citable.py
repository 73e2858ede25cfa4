"""The address worth citing, of one that a server sent us to: without what names a visit or a campaign. Pure."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from checker import secrets
from checker.patterns import regex

_CAMPAIGN = regex(
    r"(?:utm|hsa)_\w{1,30}|(?:mtm|pk|piwik|matomo|itm|ns|sc)_(?:source|medium|campaign|content|term|keyword|kwd|name|cid|group|placement|channel)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|"
    r"yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|_openstat|wickedid|s_cid|icid|cmpid|ocid|srsltid|_ga|_gl|__twitter_impression|"
    r"at_(?:medium|campaign|custom\d)|spm|scm|share_(?:source|medium|token|from)|__cf_chl_\w+",
    re.IGNORECASE | re.ASCII,
)
"""Keys by which clicks are counted, as the services name them (their manuals; seen November 2026)."""


def citable(url: str, asked: str) -> str:
    """The address without sessions and the marks of campaigns; those of the address asked stay where they are."""
    bare = secrets.without_session(url)
    path, mark, rest = bare.partition("?")
    if not mark:
        return bare
    query, hash_, fragment = rest.partition("#")
    own = {key for key, _ in parse_qsl(urlsplit(asked).query[:2000], keep_blank_values=True)}
    pairs = [one for one in query.split("&") if not _is_campaign(one.partition("=")[0], own)]
    return path + (mark + "&".join(pairs) if pairs else "") + hash_ + fragment


def _is_campaign(key: str, own: set[str]) -> bool:
    return key not in own and _CAMPAIGN.fullmatch(key) is not None
