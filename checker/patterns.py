"""Regular expressions that are compiled when they are first used.

The rules and languages hold some six hundred; a run uses a fifth of them, and compiling all took a third of the
time until the first link was asked (measured 2026-11: 0.16 s of 0.5).
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, cast

_OWN: Final = (
    "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groups", "groupindex",
)  # fmt: skip


class _Late:
    """Stands for a compiled expression, and becomes as fast as it with the first use."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the expression has
        if name not in _OWN:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__ |= {each: getattr(compiled, each) for each in _OWN}
        return self.__dict__[name]


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, for the top level of modules. An error in the expression shows when it is first used.

    Only methods and ``pattern``: functions of ``re`` do not take it.
    """
    return cast("re.Pattern[AnyStr]", _Late(source, flags))
