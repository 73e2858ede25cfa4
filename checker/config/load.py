"""Reading sources.yml: every problem located, all of them told at once, nothing guessed."""

from __future__ import annotations

import difflib
import hashlib
import re
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from checker.byhand import HumanVerdict
from checker.config import keys, tree
from checker.config.headers import headers
from checker.config.keys import Key, Keys
from checker.config.scalars import ID_PATTERN
from checker.config.tree import Entries, Items, Node, Text
from checker.config.types import Config, DocumentGlob, HostSettings, IgnoreRule, NetworkSettings
from checker.dates import Precision
from checker.errors import InputError, Problem
from checker.freshness import DEFAULT_TEMPOS
from checker.model import DeclaredFigure, DeclaredSource, Place

MAX_BYTES = 32 * 1024 * 1024
MAX_PROBLEMS = 20


def load(path: Path) -> Config:
    """Read a settings file.

    Raises:
        InputError: everything that is wrong with it, one line each.
    """
    data = _read(path)
    return replace(parse(_decoded(path, data), _shown(path)), path=path, digest=hashlib.sha256(data).hexdigest())


def parse(text: str, name: str) -> Config:
    """Read settings from a text; ``name`` is shown in problems.

    Raises:
        InputError: see :func:`load`.
    """
    reader = _Reader(name)
    root = tree.parse(text, name)
    config = reader.config(root)
    if reader.problems:
        shown = sorted(reader.problems, key=lambda problem: (problem.line, problem.column))[:MAX_PROBLEMS]
        more = len(reader.problems) - len(shown)
        if more:
            last = shown[-1]
            shown[-1] = replace(last, message=f"{last.message} (and {more} more problems)")
        raise InputError(*shown)
    return config


def _shown(path: Path) -> str:
    absolute, here = path.absolute(), Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def _read(path: Path) -> bytes:
    name = _shown(path)
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise InputError(Problem(name, 1, 1, "not a regular file; name a file"))
        if facts.st_size > MAX_BYTES:
            raise InputError(Problem(name, 1, 1, f"larger than {MAX_BYTES // 2**20} MB; split it"))
        return path.read_bytes()
    except OSError as error:
        raise InputError(Problem(name, 1, 1, f"cannot be read ({error.strerror}); check the path")) from error


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        raise InputError(Problem(_shown(path), line, column, "not UTF-8; save the file as UTF-8")) from error


class _Reader:
    """Reads the parts of a tree, collecting problems instead of stopping at the first."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def problem(self, node: Node, message: str) -> None:
        """Note a problem at a node."""
        self.problems.append(Problem(self.name, node.mark.line, node.mark.column, message))

    def place(self, node: Node) -> Place:
        """Where a node stands."""
        return Place(self.name, node.mark.line, node.mark.column)

    def config(self, root: Node | None) -> Config:
        """The whole file."""
        if root is None:
            self.problems.append(Problem(self.name, 1, 1, "empty; start with 'version: 1'"))
            return Config.empty()
        top = dict(self.entries(root, keys.TOP, "the file"))
        self.version(top, root)
        sources = tuple(self.source(*pair) for pair in self.named(top, "sources"))
        figures = tuple(self.figure(*pair) for pair in self.named(top, "figures"))
        known = {source.id for source in sources if source}
        self.check_backing(top, known)
        return Config(
            documents=tuple(self.documents(top)),
            defaults=self.defaults(top),
            ignore=tuple(self.ignore(top)),
            network=self.network(top),
            lookup=self.lookup(top),
            sources=tuple(source for source in sources if source),
            figures=tuple(figure for figure in figures if figure),
        )

    def version(self, top: Mapping[str, Node], root: Node) -> None:
        """Only version 1 is known."""
        version = top.get("version")
        if version is None and isinstance(root, Entries):
            self.problem(root, "no version; begin with 'version: 1'")
        elif version is not None and (not isinstance(version, Text) or version.value != "1"):
            self.problem(version, "an unknown version; this checker reads 'version: 1'")

    def entries(self, node: Node, known: Collection[str], what: str) -> Iterator[tuple[str, Node]]:
        """The entries of a map, unknown keys told and left out."""
        if not isinstance(node, Entries):
            self.problem(node, f"{what} must be a map of keys and values")
            return
        for key, value in node.pairs:
            if key.value in known:
                yield key.value, value
            else:
                near = difflib.get_close_matches(key.value, known, n=1)
                hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(known)}"
                self.problem(key, f"unknown key '{key.value}'; {hint}")

    def named(self, top: Mapping[str, Node], kind: str) -> Iterator[tuple[Text, Node]]:
        """The entries of a map by id."""
        node = top.get(kind)
        if node is None or (isinstance(node, Text) and not node.value and node.plain):
            return
        if not isinstance(node, Entries):
            self.problem(node, f"{kind} must be a map by id, such as 'kozhanova-2019: …'")
            return
        for key, value in node.pairs:
            if re.match(ID_PATTERN, key.value):
                yield key, value
            else:
                self.problem(key, f"'{key.value[:40]}' is no id; use letters, digits, '.', '_' and '-'")

    def values(self, node: Node, table: Keys, what: str) -> dict[str, Any]:
        """The typed values of a map described by a table of keys."""
        return {
            name: value
            for name, child in self.entries(node, table, what)
            if (value := self.value(child, table[name], name)) is not None
        }

    def value(self, node: Node, key: Key, name: str) -> Any:  # noqa: ANN401  # as the kind of the key says
        """One typed value, or None where it is wrong (and told)."""
        if key.shape == "list":
            if not isinstance(node, Items):
                shown = node.value if isinstance(node, Text) else "…"
                self.problem(node, f"'{name}' must be a list; write [{shown}]")
                return None
            return tuple(self.scalar(item, key, name) for item in node.values)
        return self.small_map(node, key, name) if key.shape == "map" else self.scalar(node, key, name)

    def small_map(self, node: Node, key: Key, name: str) -> dict[str, Any] | None:
        """The typed values of a map inside an entry, or None where it is wrong (and told)."""
        before = len(self.problems)
        given = self.values(node, key.table, f"'{name}'")
        missing = [wanted for wanted in key.required if wanted not in given]
        if missing and len(self.problems) == before:
            self.problem(node, f"'{name}' has no {missing[0]}; add it, or have 'checker confirm' write it")
        return None if missing else given

    def scalar(self, node: Node, key: Key, name: str) -> Any:  # noqa: ANN401
        """One typed text."""
        if not isinstance(node, Text):
            given = "a list" if isinstance(node, Items) else "a map"
            self.problem(node, f"'{name}' must be a text, not {given}")
            return None
        try:
            return key.kind.read(node.value)
        except ValueError as error:
            self.problem(node, f"'{name}': {error}")
            return None

    def source(self, key: Text, node: Node) -> DeclaredSource | None:
        """One source; its address may be uncheckable, which is a finding and no error."""
        before = len(self.problems)
        given = self.values(node, keys.SOURCE, f"source '{key.value}'")
        doi = given.get("doi")
        if "url" not in given and doi:
            given["url"] = f"https://doi.org/{str(doi).removeprefix('https://doi.org/')}"
        if "url" not in given:
            if len(self.problems) == before:
                self.problem(key, f"source '{key.value}' has no url; add one, or a doi")
            return None
        word = given.pop("confirmed", None)
        human = HumanVerdict(dead=word.pop("verdict") == "dead", **word) if word else None
        return DeclaredSource(id=key.value, place=self.place(key), confirmed=human, **given)

    def figure(self, key: Text, node: Node) -> DeclaredFigure | None:
        """One figure."""
        before = len(self.problems)
        given = self.values(node, keys.FIGURE, f"figure '{key.value}'")
        quantity = given.pop("value", None)
        if quantity is None:
            if len(self.problems) == before:
                self.problem(key, f"figure '{key.value}' has no value; write 'value: 11.07 billion USD'")
            return None
        text = given.pop("text", None) or _as_written(node, "value")
        return DeclaredFigure(key.value, quantity, self.place(key), text, **given)

    def check_backing(self, top: Mapping[str, Node], known: Collection[str]) -> None:
        """The source that a figure names must be there."""
        figures = top.get("figures")
        for _, node in figures.pairs if isinstance(figures, Entries) else ():
            for key, value in node.pairs if isinstance(node, Entries) else ():
                if key.value == "source" and isinstance(value, Text) and value.value not in known:
                    near = difflib.get_close_matches(value.value, known, n=1)
                    hint = f"did you mean '{near[0]}'?" if near else "declare it under sources"
                    self.problem(value, f"unknown source '{value.value}'; {hint}")

    def documents(self, top: Mapping[str, Node]) -> Iterator[DocumentGlob]:
        """The globs; a plain text is a glob by itself."""
        for item in self.items(top, "documents"):
            if isinstance(item, Text):
                glob, figures = self.scalar(item, keys.DOCUMENT["glob"], "glob"), True
            else:
                given = self.values(item, keys.DOCUMENT, "a document")
                glob, figures = given.get("glob"), given.get("figures", True)
                if glob is None and isinstance(item, Entries):
                    self.problem(item, 'a document needs a glob; write {glob: "archive/*.txt", figures: off}')
            if glob is None:
                continue
            if glob.startswith("/") or ".." in glob.split("/"):
                self.problem(item, f"'{glob}' leaves this folder; name files below it")
            else:
                yield DocumentGlob(glob, self.place(item), figures)

    def items(self, top: Mapping[str, Node], name: str) -> Iterable[Node]:
        """The items of a list."""
        node = top.get(name)
        if node is None:
            return ()
        if not isinstance(node, Items):
            self.problem(node, f"'{name}' must be a list; begin each entry with '- '")
            return ()
        return node.values

    def ignore(self, top: Mapping[str, Node]) -> Iterator[IgnoreRule]:
        """The rules; each needs an address and a reason."""
        for item in self.items(top, "ignore"):
            before = len(self.problems)
            given = self.values(item, keys.IGNORE, "an ignore rule")
            missing = [name for name in ("url", "reason") if name not in given]
            if missing and len(self.problems) == before:
                self.problem(item, f"an ignore rule needs a {missing[0]}")
            elif not missing:
                yield IgnoreRule(**given)

    def defaults(self, top: Mapping[str, Node]) -> dict[Precision, Any]:
        """Our table, with what the file replaces."""
        table = dict(DEFAULT_TEMPOS)
        if "defaults" in top:
            for name, node in self.entries(top["defaults"], keys.PRECISIONS, "'defaults'"):
                precision = Precision(name)
                table[precision] = replace(table[precision], **self.values(node, keys.TEMPO, f"'{name}'"))
        return table

    def network(self, top: Mapping[str, Node]) -> NetworkSettings:
        """Limits and hosts."""
        if "network" not in top:
            return NetworkSettings()
        given: dict[str, Any] = {}
        for name, node in self.entries(top["network"], [*keys.NETWORK, "hosts"], "'network'"):
            given[name] = self.hosts(node) if name == "hosts" else self.value(node, keys.NETWORK[name], name)
            if name == "canaries":
                given[name] = tuple(one for one in given[name] or () if one)
            if name == "timeout" and (given[name] or 0) > 20:
                self.problem(node, "'timeout': above 20s; raise it on the command line, not here")
        return NetworkSettings(**given)

    def hosts(self, node: Node) -> dict[str, HostSettings]:
        """Settings by host name."""
        if not isinstance(node, Entries):
            self.problem(node, "'hosts' must be a map by host name")
            return {}
        return {key.value.lower(): self.host(value) for key, value in node.pairs}

    def host(self, node: Node) -> HostSettings:
        """Settings of one host."""
        given = dict(self.entries(node, ("headers", "accept"), "a host"))
        accept = self.value(given["accept"], keys.HOST_ACCEPT, "accept") if "accept" in given else ()
        found = headers(given["headers"], self.problem) if "headers" in given else {}
        return HostSettings(found, frozenset(status for status in accept or () if status))

    def lookup(self, top: Mapping[str, Node]) -> Any:  # noqa: ANN401
        """For which sources copies are looked up."""
        given = self.values(top["archive"], keys.ARCHIVE, "'archive'") if "archive" in top else {}
        return given.get("lookup", "failing")


def _as_written(node: Node, name: str) -> str:
    pairs = node.pairs if isinstance(node, Entries) else ()
    return next((value.value for key, value in pairs if key.value == name and isinstance(value, Text)), "")
