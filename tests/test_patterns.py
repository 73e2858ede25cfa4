"""Expressions that are compiled when they are first used."""

from __future__ import annotations

import ast
import gc
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

import checker
from checker import patterns
from checker.patterns import regex

MODULES = [one.name for one in pkgutil.walk_packages(checker.__path__, "checker.") if not one.name.endswith("__main__")]
ROOT = Path(checker.__file__).parent


def test_every_expression_is_one() -> None:
    """An error in one would show only with the first page that needs it."""
    for name in MODULES:
        import_module(name)
    late = [one for one in gc.get_objects() if isinstance(one, patterns._Late)]

    assert len(late) > 500
    for one in late:
        re.compile(one.pattern, one._flags)


def test_it_does_what_a_compiled_one_does() -> None:
    """Flags and groups included; what a first use made stays."""
    late, ready = regex(r"(?P<first>a)(b)?", re.IGNORECASE), re.compile(r"(?P<first>a)(b)?", re.IGNORECASE)

    for method in ("search", "match", "fullmatch"):
        assert getattr(late, method)("AB").groups() == getattr(ready, method)("AB").groups()
    assert late.sub("-", "xaby") == ready.sub("-", "xaby")
    assert late.pattern == ready.pattern
    assert late.groupindex == ready.groupindex
    assert late.search is late.search


def test_an_error_is_that_of_re() -> None:
    """With the first use."""
    late = regex("(")

    with pytest.raises(re.error):
        late.search("x")


def test_it_has_no_more_than_it_promises() -> None:
    """Asking for anything else compiles nothing."""
    late = regex("a")

    assert not hasattr(late, "scanner")
    assert not hasattr(late, "__wrapped__")


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_importing_a_module_compiles_nothing(path: Path) -> None:
    """Most runs need a fifth of the expressions; the others would be paid for by every start."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        id(below) for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) for below in ast.walk(node)
    }  # fmt: skip
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and id(node) not in inside]

    assert not [node.lineno for node in calls if ast.unparse(node.func) == "re.compile"]
