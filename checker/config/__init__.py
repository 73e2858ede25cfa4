"""sources.yml: reading it, typing it, describing it to editors."""

from checker.config.load import load, parse
from checker.config.types import (
    Config,
    DocumentGlob,
    HostSettings,
    IgnoreRule,
    NetworkSettings,
    glob_match,
)

__all__ = [
    "Config",
    "DocumentGlob",
    "HostSettings",
    "IgnoreRule",
    "NetworkSettings",
    "glob_match",
    "load",
    "parse",
]
