"""The borders of the design, §3: who may see what, and where the clock may be read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import checker

ROOT = Path(checker.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
OWNERS = {
    "httpx": ("fetch/", "archive/", "demo/", "ci/api.py"),
    "httpcore": ("fetch/",),
    "click": ("cli", "options.py"),
    "jinja2": ("outputs/",),
    "markupsafe": ("outputs/",),
    "sqlite3": ("ledger/",),
    "yaml": ("config/",),
    "lxml": ("page.py", "visible.py", "lead.py", "readers/docx.py"),
    "tenacity": ("fetch/", "ci/api.py"),
}
EDGES = (
    "cli.py",
    "cli_github.py",
    "ci/api.py",
    "ci/git.py",
    "ci/state.py",
    "ci/steps.py",
    "ci/written.py",
    "invocation.py",
    "fetch/",
    "archive/",
    "demo/",
    "ledger/",
    "locking.py",
    "moving.py",
    "pipeline.py",
    "documents.py",
)
MAY_READ_THE_CLOCK = ("invocation.py", "fetch/retry.py")
TOP_LEVEL = {"checker", "sources.yml", "reports", "tests", "pyproject.toml", "README.md", "LICENSE"}


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name(path: Path) -> str:
    """The path of a module inside the package."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_libraries_stay_with_their_owners(path: Path) -> None:
    """Only the named parts see the network, the command line, templates, the database, YAML and HTML."""
    seen = {module.partition(".")[0] for module in imports(path)}
    strays = {library for library in seen & set(OWNERS) if not name(path).startswith(OWNERS[library])}

    assert not strays


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_command_line_knows_the_command_line(path: Path) -> None:
    """Nothing below imports what lies above it: cli → invocation → pipeline → stages."""
    order = [
        "checker.cli",
        "checker.cli_confirm",
        "checker.cli_fix",
        "checker.cli_github",
        "checker.cli_ledger",
        "checker.sharded",
        "checker.explaining",
        "checker.invocation",
        "checker.demo.play",
        "checker.pipeline",
    ]
    above = [module for module in imports(path) if module in order]
    own = "checker." + name(path).removesuffix(".py").replace("/", ".")

    assert all(own in order[: order.index(module)] or own == "checker.__main__" for module in above if own != module)


def calls(path: Path) -> Iterator[str]:
    """The dotted names of everything a file calls."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_decisions_do_not_read_the_clock(path: Path) -> None:
    """``today`` and ``now`` are arguments; only two edges look at a watch."""
    forbidden = ("datetime.now", "date.today", "datetime.today", "datetime.utcnow", "time.time", "time.monotonic")
    read = [call for call in calls(path) if call.endswith(forbidden)]

    assert not read or name(path) in MAY_READ_THE_CLOCK


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_decisions_do_not_sleep_or_open_files(path: Path) -> None:
    """Sleeping and files belong to the edges."""
    acts = [
        call
        for call in calls(path)
        if call in ("open", "asyncio.sleep", "time.sleep") or call.endswith((".write_text", ".read_bytes", ".unlink"))
    ]

    assert not acts or name(path).startswith((*EDGES, "config/load.py", "outputs/files.py", "fix/write.py"))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_stay_small(path: Path) -> None:
    """A new concept gets a new file: none grows past what can be held in mind."""
    most = 370 if name(path) == "model.py" else 330

    assert len(path.read_text(encoding="utf-8").splitlines()) <= most


def test_the_top_level_is_fixed() -> None:
    """The design card's list, dotfiles apart."""
    top = ROOT.parent
    if not (top / "pyproject.toml").exists():
        pytest.skip("not in a checkout")
    found = {path.name for path in top.iterdir() if not path.name.startswith(".")}

    assert found <= TOP_LEVEL | {"dist", "build"}
