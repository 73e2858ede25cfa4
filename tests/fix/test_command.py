"""``checker fix`` from end to end: what is typed, what is written, what is refused, which code comes back."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import binaries
import pytest
from msgspec.structs import replace
from terminal import Run

import reports
from checker import urls
from checker.outputs import json as report_json
from checker.report import Archive, Report, ReportDocument, ReportSource

GONE, OLD = "https://site.org/gone", "https://site.org/old"
COPY = f"https://web.archive.org/web/20190903120000/{GONE}"
FOUND = Archive(
    state="found", url=COPY, timestamp="20190903120000", delta_days=1, target="2019-09-02", target_kind="accessed"
)
TEXT = f"# A\n\n[it]({GONE}) and [that]({OLD}), not [this](https://site.org/shy).\n"
MENDED = TEXT.replace(GONE, COPY).replace(OLD, "https://site.org/new")
SETTINGS = f"version: 1\ndocuments: [a.md]\nsources:\n  gone: # ours\n    url: {GONE}\n"
Given = Callable[..., Report]


def known(url: str, verdict: str, reason: str, **facts: Any) -> ReportSource:
    """A source as the last check saw it."""
    return reports.source(
        facts.pop("id", url.rpartition("/")[2]), verdict, reason, url=urls.redact(url),
        identity=urls.identity(urls.normalise(url)), **facts,
    )  # fmt: skip


SOURCES = [
    known(GONE, "dead", "http-404", archive=FOUND),
    known(OLD, "moved", "moved-permanently", moved_to="https://site.org/new"),
    known("https://site.org/shy", "blocked", "http-403", archive=FOUND),
]


@pytest.fixture
def given(folder: Path) -> Given:
    """Put documents and the report of a check of them into the working directory."""

    def put(documents: dict[str, str | bytes], sources: list[ReportSource] = SOURCES, **run: Any) -> Report:
        rows = []
        for name, content in documents.items():
            data = content.encode() if isinstance(content, str) else content
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(data)
            kind = {"md": "markdown", "yml": "sources", "txt": "text", "html": "html"}.get(name.rpartition(".")[2])
            digest = hashlib.sha256(data).hexdigest()
            rows.append(ReportDocument(name=name, kind=kind or name.rpartition(".")[2], digest=digest))
        report = replace(reports.report(), sources=sources, documents=rows)
        report = replace(report, run=replace(report.run, **{"simulated": False, "config": None, **run}))
        (folder / "reports").mkdir(exist_ok=True)
        (folder / "reports" / "report.json").write_text(report_json.render(report), encoding="utf-8")
        return report

    return put


def read(name: str) -> str:
    """The content of a file, newlines as they are."""
    return Path(name).read_bytes().decode()


def test_it_mends(run: Run, given: Given) -> None:
    """Every file of the report, sources.yml with it; what is left alone is told with its reason; twice is once."""
    given({"a.md": TEXT, "sources.yml": SETTINGS, "docs/b.txt": f"See {GONE}."}, config="sources.yml")

    ended = run("fix")

    assert ended.code == 0
    assert read("a.md") == MENDED
    assert read("docs/b.txt") == f"See {GONE}, archived 3 September 2019 at {COPY}."
    assert read("sources.yml") == SETTINGS + f"    archive: {COPY}\n    archive_date: 2019-09-03\n    status: dead\n"
    assert "Mended 4 places in 3 files." in ended.out
    assert "a.md:3:" in ended.out
    assert "https://site.org/shy\n    blocked" in ended.out

    again = run("fix")
    assert again.code == 0
    assert "Nothing to fix." in again.out
    assert read("a.md") == MENDED
    assert run("fix", "--check").code == 0


def test_dry_run(run: Run, given: Given) -> None:
    """A unified diff and nothing else on standard output; nothing is written."""
    given({"a.md": TEXT})

    ended = run("fix", "--dry-run")

    assert ended.code == 0
    assert ended.out.startswith("--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n # A\n \n-[it](")
    assert f"+[it]({COPY}) and [that](https://site.org/new)" in ended.out
    assert "To mend: 2 places in 1 file." in ended.err
    assert read("a.md") == TEXT


def test_git_applies_what_dry_run_prints(run: Run, given: Given) -> None:
    """Byte-order mark, CRLF, no final newline: the diff brings about what fixing would."""
    git = shutil.which("git") or pytest.skip("there is no git here")
    given({"docs/a.md": f"\ufeffSee\r\n[it]({GONE})", "sources.yml": SETTINGS}, config="sources.yml")

    diff = run("fix", "--dry-run").out
    subprocess.run([git, "apply", "-p1", "-"], input=diff.encode(), check=True)  # noqa: S603  # our own diff
    applied = read("docs/a.md"), read("sources.yml")

    given({"docs/a.md": f"\ufeffSee\r\n[it]({GONE})", "sources.yml": SETTINGS}, config="sources.yml")
    assert run("fix").code == 0
    assert (read("docs/a.md"), read("sources.yml")) == applied


def test_check(run: Run, given: Given) -> None:
    """Code 1 while there is something to mend, and nothing is written."""
    given({"a.md": TEXT})

    assert run("fix", "--check").code == 1
    assert run("fix", "--check", "--dry-run").code == 1
    assert read("a.md") == TEXT
    assert run("fix", "--quiet").out == ""
    assert run("fix", "--check").code == 0


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (["--accept", "moved"], TEXT.replace(OLD, "https://site.org/new")),
        (["--accept", "http-404"], TEXT.replace(GONE, COPY)),
        (["--accept", "dead", "--accept", "moved-permanently"], MENDED),
        (["--accept", "http-410"], TEXT),
        (["--only", "old"], TEXT.replace(OLD, "https://site.org/new")),
        (["--only", "https://site.org/g*"], TEXT.replace(GONE, COPY)),
        (["--only", "nothing"], TEXT),
        (["--archive-style", "append", "--only", "gone"],
         TEXT.replace(f"({GONE})", f"({GONE}) ([archived 3 September 2019]({COPY}))")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)  # fmt: skip
def test_choices(run: Run, given: Given, options: list[str], text: str) -> None:
    """One kind only, one source only, another style."""
    given({"a.md": TEXT})

    assert run("fix", *options).code == 0
    assert read("a.md") == text


def test_trivial_moves(run: Run, given: Given) -> None:
    """Left alone and told, unless asked for."""
    source = known("http://site.org/a", "moved", "https-upgrade", moved_to="https://site.org/a")
    given({"a.md": "<http://site.org/a>\n"}, [source])

    assert "--trivial" in run("fix").out
    assert read("a.md") == "<http://site.org/a>\n"
    assert run("fix", "--trivial").code == 0
    assert read("a.md") == "<https://site.org/a>\n"


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"certainty": "suspected"}, "only suspected"),
        ({"archive": Archive(state="not_archived")}, "no good copy"),
        ({"archive": Archive(state="lookup_failed")}, "no good copy"),
        ({"archive": Archive(state="excluded")}, "no good copy"),
        ({"verdict": "unreachable", "reason": "timeout"}, "check by hand"),
        ({"verdict": "blocked", "reason": "bot-wall"}, "open it yourself"),
        ({"verdict": "broken", "reason": "tls-expired"}, "broken at the server"),
        ({"verdict": "unsafe", "reason": "private-address"}, "unsafe"),
        ({"verdict": "skipped", "reason": "confirmed-by-hand"}, "a person has confirmed it"),
    ],
)
def test_what_is_not_certain_stays(run: Run, given: Given, facts: dict[str, Any], why: str) -> None:
    """Whatever copy there is: suspected, blocked, unreachable, broken, confirmed by a person; told with the reason."""
    given({"a.md": TEXT}, [replace(SOURCES[0], **facts)])

    ended = run("fix")

    assert ended.code == 0
    assert why in ended.out
    assert read("a.md") == TEXT


@pytest.mark.parametrize(
    "address",
    [
        "https://archive.ph/20190903120000/https://site.org/gone",
        "https://web.archive.org/web/20190903120000/https://evil.org/gone",
        "https://web.archive.org/web/*/https://site.org/gone",
        "https://evil.org/web/20190903120000/https://site.org/gone",
        "javascript:alert(1)",
        "https://web.archive.org/web/20190903120000/https://site.org/gone?token=***",
    ],
)
def test_no_other_copy_is_believed(run: Run, given: Given, address: str) -> None:
    """A report that somebody has edited leads nobody anywhere else than to the Archive's copy of that page."""
    given({"a.md": TEXT}, [replace(SOURCES[0], archive=replace(FOUND, url=address))])

    assert "Nothing to fix." in run("fix").out
    assert read("a.md") == TEXT


@pytest.mark.parametrize(
    ("moved", "written"),
    [
        ("javascript:alert(1)", None),
        ("//evil.org/x", None),
        ("https://user:pw@site.org/x", None),
        ("https://site.org/x?api_key=***", None),
        ("https://site.org/x?api_key=abc", None),
        ("https://site.org/a) [evil](https://evil.org", "https://site.org/a)%20[evil](https://evil.org"),
        ('https://site.org/"><script>', "https://site.org/%22%3E%3Cscript%3E"),
        ("https://site.org/a\n\n# Evil", "https://site.org/a%0A%0A#%20Evil"),
        ("https://site.org/a`b|c{d}", "https://site.org/a%60b%7Cc%7Bd%7D"),
        ("https://site.org/a\u202eb", "https://site.org/a%E2%80%AEb"),
    ],
)
def test_hostile_new_addresses(run: Run, given: Given, moved: str, written: str | None) -> None:
    """What a server answers never breaks out of the link it stands in; what is masked is never written."""
    given({"a.md": f"[that](<{OLD}>)\n"}, [replace(SOURCES[1], moved_to=moved)])

    run("fix")

    assert read("a.md") == f"[that](<{written or OLD}>)\n"


def test_secrets_are_matched_and_never_written(run: Run, given: Given) -> None:
    """The report masks the address; the document keeps it, and is mended by what both amount to."""
    secret = "https://site.org/old?token=abc&x=1"
    source = known(secret, "moved", "moved-permanently", moved_to="https://site.org/new")
    given({"a.md": f"[a]({secret}) [b](https://site.org/old?token=zzz&x=1)\n"}, [source])

    ended = run("fix")

    assert read("a.md") == "[a](https://site.org/new) [b](https://site.org/old?token=zzz&x=1)\n"
    assert "abc" not in ended.out


def test_a_changed_file(run: Run, given: Given) -> None:
    """Refused, told, code 1; the other files are mended; one that needs nothing any more is no trouble."""
    given({"a.md": TEXT, "b.md": TEXT, "c.md": TEXT})
    Path("a.md").write_text(TEXT + "More.\n", encoding="utf-8")
    Path("c.md").write_text("Nothing cited.\n", encoding="utf-8")

    ended = run("fix")

    assert ended.code == 1
    assert "a.md:3:6" in ended.out
    assert "changed since the check" in ended.out
    assert "c.md" not in ended.out
    quiet = run("fix", "--quiet")
    assert (quiet.code, quiet.out) == (1, "")
    assert "changed since the check" in quiet.err
    assert read("a.md") == TEXT + "More.\n"
    assert read("b.md") == MENDED


def test_a_missing_file(run: Run, given: Given) -> None:
    """Told; the others are mended."""
    given({"a.md": TEXT, "b.md": TEXT})
    Path("a.md").unlink()

    ended = run("fix")

    assert ended.code == 1
    assert "no such file" in ended.out
    assert read("b.md") == MENDED


def test_links_that_leave_the_tree(run: Run, given: Given, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A document that became a link to the outside is refused, and so is a name in the report that leads there."""
    outside = tmp_path_factory.mktemp("outside") / "a.md"
    outside.write_text(TEXT, encoding="utf-8")
    report = given({"a.md": TEXT})
    Path("a.md").unlink()
    Path("a.md").symlink_to(outside)
    up = replace(report.documents[0], name=os.path.relpath(outside))
    path = Path("reports/report.json")
    for documents in (report.documents, [up], [replace(up, name=str(outside))]):
        path.write_text(report_json.render(replace(report, documents=documents)), encoding="utf-8")

        ended = run("fix")

        assert ended.code == 1
        assert "left alone" in ended.out
        assert outside.read_text(encoding="utf-8") == TEXT

    path.write_text(report_json.render(replace(report, documents=[replace(up, name=str(outside))])), encoding="utf-8")
    assert run("fix", str(outside)).code == 0
    assert outside.read_text(encoding="utf-8") == MENDED


def test_a_folder_that_is_a_link_to_the_outside(
    run: Run, given: Given, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Refused, whether the document is named or its folder; a link inside the tree is one file, mended once."""
    outside = tmp_path_factory.mktemp("outside") / "a.md"
    outside.write_text(TEXT, encoding="utf-8")
    report = given({"docs/a.md": TEXT, "b.md": TEXT})
    Path("docs/a.md").unlink()
    Path("docs").rmdir()
    Path("docs").symlink_to(outside.parent)
    for named in ("docs/a.md", "docs", "./docs/../docs/a.md"):
        assert run("fix", named).code == 1
        assert outside.read_text(encoding="utf-8") == TEXT

    Path("link.md").symlink_to("b.md")
    twice = [report.documents[1], replace(report.documents[1], name="link.md")]
    Path("reports/report.json").write_text(report_json.render(replace(report, documents=twice)), encoding="utf-8")
    assert run("fix").code == 0
    assert read("b.md") == MENDED


@pytest.mark.parametrize(
    "damage",
    [
        {"documents": [ReportDocument(name="a.md", kind="evil", digest="0")]},
        {"documents": [ReportDocument(name="a\0.md", kind="markdown", digest="0")]},
        {"documents": [ReportDocument(name="", kind="markdown", digest="0")]},
        {"documents": [ReportDocument(name="/etc/passwd", kind="text", digest="0")]},
        {"today": "yesterday"},
        {"sources": [replace(SOURCES[0], archive=replace(FOUND, target="soon", timestamp="x"))]},
        {"sources": [replace(SOURCES[0], archive=replace(FOUND, url="https://web.archive.org/web/2019/http://[::1"))]},
        {"sources": [replace(SOURCES[1], moved_to="http://[::1")]},
    ],
)
def test_damaged_reports(run: Run, given: Given, damage: dict[str, Any]) -> None:
    """Whatever somebody wrote into a report: a message and a code, never a traceback, nothing outside touched."""
    report = given({"a.md": TEXT}, **({"today": damage["today"]} if "today" in damage else {}))
    report = replace(report, **{name: value for name, value in damage.items() if name != "today"})
    Path("reports/report.json").write_text(report_json.render(report), encoding="utf-8")

    ended = run("fix")

    assert ended.code in (0, 1, 2)
    assert "bug" not in ended.err


def test_named_paths(run: Run, given: Given) -> None:
    """Those documents only, or those of a folder; what the report does not know is a wrong call."""
    given({"a.md": TEXT, "docs/b.md": TEXT, "docs/c.md": TEXT, "sources.yml": SETTINGS}, config="sources.yml")

    assert run("fix", "docs").code == 0
    assert [read(name) == MENDED for name in ("a.md", "docs/b.md", "docs/c.md")] == [False, True, True]
    assert read("sources.yml") == SETTINGS
    assert run("fix", "./a.md").code == 0
    assert read("a.md") == MENDED

    ended = run("fix", "other.md")
    assert ended.code == 2
    assert "checker check other.md" in ended.err


@pytest.mark.parametrize("options", [["--accept", "nothing"], ["--accept", "http-403"], ["--archive-style", "x"]])
def test_wrong_usage(run: Run, given: Given, options: list[str]) -> None:
    """Code 2, with what there is instead."""
    given({"a.md": TEXT})

    ended = run("fix", *options)

    assert ended.code == 2
    assert read("a.md") == TEXT


def test_without_a_report(run: Run) -> None:
    """Code 2, and what to do first."""
    ended = run("fix")

    assert ended.code == 2
    assert "checker check" in ended.err


def test_word_documents_are_for_people(run: Run, given: Given) -> None:
    """The list of what to change by hand, code 1, the file untouched."""
    data = binaries.docx([binaries.run(f"See {GONE} and {GONE}.")])
    given({"a.docx": data})

    ended = run("fix")

    assert ended.code == 1
    assert f"change it by hand to {COPY}" in ended.out
    assert Path("a.docx").read_bytes() == data


def test_standard_input_is_for_people_too(run: Run, given: Given) -> None:
    """What was checked from a pipe cannot be rewritten, only told."""
    cited = reports.citation(file="stdin", length=21)
    given({}, [replace(SOURCES[0], citations=[cited])])

    ended = run("fix")

    assert ended.code == 1
    assert f"came from standard input; change it by hand to {COPY}" in ended.out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(run: Run, given: Given, encoding: str) -> None:
    """Byte-order mark and encoding stay."""
    text = f"Café\r\n[it]({GONE})"
    given({"a.md": text.encode(encoding)})

    assert run("fix").code == 0
    assert Path("a.md").read_bytes() == text.replace(GONE, COPY).encode(encoding)


def test_a_simulated_report_mends_nothing_real(run: Run, given: Given) -> None:
    """It speaks of the documents beside it, whatever lies where we are."""
    given({"a.md": TEXT}, simulated=True)

    ended = run("fix")

    assert ended.code == 1
    assert read("a.md") == TEXT


def test_figures(run: Run, given: Given) -> None:
    """Lists what is stale, where it is quoted and where to look; changes nothing."""
    report = given({"a.md": TEXT})
    dead = replace(SOURCES[0], id="ok")
    path = Path("reports/report.json")
    path.write_text(report_json.render(replace(report, sources=[dead])), encoding="utf-8")

    ended = run("fix", "--figures")

    assert ended.code == 0
    assert "old: $11.07 billion (2017): stale" in ended.out
    assert "quoted in a.md:7:9" in ended.out
    assert "likely at https://site.org/;" in ended.out
    assert "checker init" in ended.out
    assert "new:" not in ended.out
    assert read("a.md") == TEXT


def test_the_demo_from_end_to_end(run: Run, folder: Path) -> None:
    """Check, look at the diff, fix, check again: the six are reported as fixed, once, and nothing else changed."""
    assert run("demo", "--reports", "d").code == 0
    before = {name: read(f"d/{name}") for name in ("briefing.md", "sources.yml")}

    diff = run("fix", "--reports", "d", "--dry-run")
    assert diff.out.count("\n+++ ") == 2
    assert {name: read(f"d/{name}") for name in before} == before

    assert run("fix", "--reports", "d").code == 0
    added = [line for line in diff.out.splitlines() if line.startswith("+") and not line.startswith("+++")]
    for line in added:
        assert line[1:] in read("d/briefing.md") + read("d/sources.yml")

    assert run("demo", "--again", "--reports", "d").code == 0
    sources = json.loads(read("d/report.json"))["sources"]
    mended = {"stronski-2018", "asan-forum-2019", "stratfor-2018", "hedlund-2019", "sullivan-2019", "trenin-2019"}
    assert {one["id"] for one in sources if one["fixed"]} == mended
    assert {one["reason"] for one in sources if one["id"] in mended} == {"http-200", "archived-copy"}
    assert len(sources) == 25
    for one in sources:
        if one["reason"] == "archived-copy":
            cited = [place for place in one["citations"] if place["origin"] == "document" and place["length"]]
            assert one["url"].startswith("http")
            assert all(place["archive_url"].endswith(one["url"]) for place in cited)

    assert "Nothing to fix." in run("fix", "--reports", "d").out
    assert run("demo", "--again", "--reports", "d").code == 0
    assert not any(one["fixed"] for one in json.loads(read("d/report.json"))["sources"])


@pytest.mark.parametrize("style", ["append", "robust"])
def test_the_demo_in_other_styles(run: Run, folder: Path, style: str) -> None:
    """Appended copies count too; where a style does not fit, that is told and only sources.yml is mended."""
    run("demo", "--reports", "d")

    ended = run("fix", "--reports", "d", "--archive-style", style)
    run("demo", "--again", "--reports", "d")
    fixed = [one["id"] for one in json.loads(read("d/report.json"))["sources"] if one["fixed"]]

    assert ended.code == (0 if style == "append" else 1)
    assert len(fixed) == (6 if style == "append" else 1)


def test_a_demo_leaves_other_documents_alone(run: Run, folder: Path) -> None:
    """A folder that holds somebody's sources.yml is refused, and so is going on where nothing was played."""
    Path("d").mkdir()
    Path("d/sources.yml").write_text("version: 1\n", encoding="utf-8")

    assert run("demo", "--reports", "d").code == 2
    assert read("d/sources.yml") == "version: 1\n"
    assert run("demo", "--again", "--reports", "e").code == 2
