"""Our workflow and action, carried out: a real remote, a real web on loopback, a stand-in for GitHub's API."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from github_api import REPOSITORY, TOKEN, Service, github_api
from local_web import Web, local_web
from repositories import commit, git
from runner import ROOT, Job, Runner, commands

WORKFLOW = ROOT / ".github/workflows/check-sources.yml"
FIRST = "2026-11-02T05:37:00Z"
WEEKS = ("2026-11-09T05:37:00Z", "2026-11-16T05:37:00Z")


@pytest.fixture
def web() -> Iterator[Web]:
    """Paths with ``gone`` in them are 404."""
    with local_web() as known:
        yield known


@pytest.fixture
def service() -> Iterator[Service]:
    """The stand-in for GitHub's API."""
    with github_api() as running:
        yield running


class Site:
    """A repository with documents, its remote, and the machine that checks it."""

    def __init__(self, folder: Path, web: Web, service: Service) -> None:
        self.folder, self.web, self.service = folder, web, service
        self.work, self.remote = folder / "source", folder / f"{REPOSITORY}.git"
        self.work.mkdir()
        self.remote.parent.mkdir()
        git(folder, "init", "--quiet", "--bare", str(self.remote))
        self._runs = 0
        self.workflow = WORKFLOW
        self.runner: Runner

    def push(self, files: dict[str, str | None], branch: str = "main") -> str:
        """Commit files (SITE is the local web) and push; gives the commit."""
        known = commit(self.work, {name: text and text.replace("SITE", self.web.url) for name, text in files.items()})
        git(self.work, "push", "--quiet", "--force", str(self.remote), f"HEAD:{branch}")
        return known

    def run(self, event: str = "schedule", now: str = FIRST, ref: str = "main", **inputs: str) -> dict[str, Job]:
        """One run of the workflow."""
        self._runs += 1
        place = self.folder / f"run{self._runs}"
        place.mkdir()
        github = {
            "event_name": event, "token": TOKEN, "workflow": "Check sources", "ref": ref,
            "event": {"repository": {"default_branch": "main"}},
        }  # fmt: skip
        machine = {
            "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_API_URL": self.service.url, "GITHUB_RUN_ID": str(self._runs),
            "GITHUB_SERVER_URL": self.folder.as_uri(), "CHECKER_ALLOW_NET": "127.77.0.0/16", "CHECKER_NO_ARCHIVE": "1",
            "CHECKER_RATE": "0", "CHECKER_NOW": now,
        }  # fmt: skip
        self.runner = Runner(place, self.remote, {"github": github}, machine)
        return self.runner.workflow(self.workflow, inputs)


@pytest.fixture
def site(tmp_path: Path, web: Web, service: Service) -> Site:
    """A repository whose sources.yml names one document, which cites three pages."""
    made = Site(tmp_path, web, service)
    made.push(
        {"sources.yml": "version: 1\ndocuments: ['*.md']\n", "a.md": "[a](SITE/page) [b](SITE/old) [c](SITE/other)\n"}
    )
    return made


def history(job: Job, path: str) -> list[dict[str, str]]:
    """What the report says earlier runs concluded of a page."""
    known = json.loads((job.workspace / "reports/report.json").read_text(encoding="utf-8"))
    found: list[dict[str, str]] = next(one["history"] for one in known["sources"] if one["url"].endswith(path))
    return found


def test_the_life_of_a_link(site: Site) -> None:
    """Three weeks: gone, so one issue; still gone, silent; mended, closed. The memory is one commit."""
    site.push({"a.md": "[a](SITE/page) [b](SITE/gone) [c](SITE/other)\n"})
    first = site.run()
    assert first["check"].passed  # on a schedule the issue tells, not a red cross
    assert first["publish"].passed
    assert "without a memory" in first["check"].log
    (issue,) = site.service.issues
    assert f"{site.web.url}/gone" in issue["body"]

    written = list(site.service.written)
    second = site.run(now=WEEKS[0])
    assert "The memory is that of branch checker-state" in second["check"].log
    assert [one["verdict"] for one in history(second["check"], "/gone")] == ["dead", "dead"]
    assert site.service.written == written

    site.push({"a.md": "[a](SITE/page) [c](SITE/other)\n"})
    site.run(now=WEEKS[1])
    assert site.service.issues[0]["state"] == "closed"
    assert not site.service.comments
    assert git(site.remote, "rev-list", "--count", "checker-state").strip() == "1"


def test_a_lost_branch(site: Site) -> None:
    """The branch is deleted: the run begins anew, and is not mistaken for a failure."""
    site.run()
    git(site.remote, "branch", "-D", "checker-state")

    jobs = site.run(now=WEEKS[0])

    assert jobs["check"].passed
    assert "without a memory" in jobs["check"].log
    assert git(site.remote, "rev-list", "--count", "checker-state").strip() == "1"


def test_an_inconclusive_run_touches_nothing(site: Site) -> None:
    """Nobody answers: no red cross, a warning, no publishing, neither memory nor issue changed."""
    site.run()
    before = git(site.remote, "rev-parse", "checker-state")
    asked = list(site.service.asked)
    site.web.stop()

    jobs = site.run(now=WEEKS[0])

    assert jobs["check"].outputs["reported"] == "false"
    assert jobs["check"].passed
    assert "publish" not in jobs
    assert commands(jobs["check"].log)[-1] == "warning"
    assert git(site.remote, "rev-parse", "checker-state") == before
    assert site.service.asked == asked


def test_wrong_settings_fail(site: Site) -> None:
    """Code 2 is a red cross on any day, and nothing is published."""
    site.push({"sources.yml": "version: 1\nsource: {}\n"})

    jobs = site.run()

    assert not jobs["check"].passed
    assert jobs["check"].outputs["reported"] == "false"
    assert "publish" not in jobs


def test_an_unreachable_memory_stops_the_run(site: Site) -> None:
    """Better no run than one that forgets: the remote fails between check-out and loading."""
    site.push({"a.md": "x", "b.md": "[x](SITE/page)"}, branch="checker-state")

    jobs = site.run()

    assert not jobs["check"].passed
    assert "something else" in jobs["check"].log
    assert not site.web.asked
    assert "publish" not in jobs


def test_the_api_is_down(site: Site) -> None:
    """The memory is kept all the same, and the next run tells what this one could not."""
    site.run()
    site.push({"a.md": "[b](SITE/gone)\n"})
    site.service.down, site.service.status = 99, 503

    jobs = site.run(now=WEEKS[0])
    assert jobs["check"].passed
    assert not jobs["publish"].passed
    assert "503" in jobs["publish"].log
    assert WEEKS[0] in git(site.remote, "show", "checker-state:report.json")

    site.service.down = 0
    site.run(now=WEEKS[1])
    assert len(site.service.issues) == 1


def pull(site: Site, files: dict[str, str | None]) -> dict[str, Job]:
    """A pull request with these changes, checked out as GitHub does: merged into main."""
    git(site.work, "checkout", "--quiet", "-B", "patch")
    site.push(files, branch="patch")
    git(site.work, "checkout", "--quiet", "-B", "merged", "main")
    git(site.work, "merge", "--quiet", "--no-ff", "-m", "merge", "patch")
    git(site.work, "push", "--quiet", "--force", str(site.remote), "HEAD:refs/heads/merged")
    git(site.work, "checkout", "--quiet", "main")
    return site.run("pull_request", ref="merged")


def test_a_pull_request_is_judged_by_what_it_adds(site: Site) -> None:
    """Gone pages of others pass, its own fails it; nothing is loaded, kept or published."""
    site.push({"b.md": "[x](SITE/gone-before)\n"})

    jobs = pull(site, {"b.md": "A word.\n\n[x](SITE/gone-before)\n"})
    assert jobs["check"].passed
    assert not site.web.asked

    jobs = pull(site, {"b.md": "A word.\n\n[x](SITE/gone-before)\n\n[y](SITE/gone-now)\n"})
    assert not jobs["check"].passed
    assert set(jobs) == {"check"}
    assert set(site.web.asked) == {"/gone-now"}
    assert commands(jobs["check"].log) == ["stop-commands", "error"]
    assert "file=b.md,line=5" in jobs["check"].log
    assert not site.service.asked
    assert "checker-state" not in git(site.remote, "branch", "--list")


def test_paths_are_given_as_they_are(site: Site) -> None:
    """Lines of an input become arguments, whatever a shell would make of them."""
    site.push(
        {"a b.md": "[x](SITE/page) [y](SITE/gone)", "$(touch pwned).md": "[x](SITE/other)", "-q.md": "[x](SITE/third)"}
    )

    jobs = site.run(paths="a b.md\n\n$(touch pwned).md\n-q.md\n")

    assert jobs["check"].passed, jobs["check"].log
    assert set(site.web.asked) == {"/page", "/gone", "/other", "/third"}
    assert len(site.service.issues) == 1  # they are all there is, so the run counts
    assert not list(site.folder.rglob("pwned"))


def test_a_pull_request_with_fixes(site: Site) -> None:
    """In the same run: what moved for good gets its new address, on a branch and in a request of its own."""
    site.push({"a.md": "[m](SITE/moved) and [a](SITE/page)\n"})
    site.run()

    jobs = site.runner.workflow(ROOT / ".github/workflows/fix-sources.yml")

    assert jobs["fixes"].passed, jobs["fixes"].log
    (request,) = site.service.pulls
    assert (request["head"], request["base"]) == ("checker/fix-sources", "main")
    assert (
        git(site.remote, "show", "checker/fix-sources:a.md")
        == f"[m]({site.web.url}/page) and [a]({site.web.url}/page)\n"
    )
    assert "/moved" in git(site.remote, "show", "main:a.md")


SHARDS = """
jobs:
  one:
    steps:
      - uses: actions/checkout@0
      - {uses: $/.github/actions/check-sources, with: {shard: 1/2}}
  two:
    steps:
      - uses: actions/checkout@0
      - {uses: $/.github/actions/check-sources, with: {shard: 2/2}}
  judge:
    steps:
      - uses: actions/checkout@0
      - {uses: $/.github/actions/check-sources, id: judge, with: {mode: merge, fail: "false"}}
    outputs: {code: "${{ steps.judge.outputs.exit-code }}"}
  publish:
    steps:
      - {uses: $/.github/actions/check-sources, with: {mode: publish}}
"""


def test_shards(site: Site) -> None:
    """Two jobs ask, a third judges, a fourth publishes: the issue and the memory are those of one run."""
    site.push({"a.md": "[b](SITE/gone) [a](SITE/page)\n"})
    site.workflow = site.folder / "shards.yml"
    site.workflow.write_text(SHARDS, encoding="utf-8")

    jobs = site.run()

    assert all(job.passed for job in jobs.values()), [job.log for job in jobs.values()]
    assert jobs["judge"].outputs["code"] == "1"
    assert sorted(set(site.web.asked)) == ["/gone", "/page"]
    assert len(site.service.issues) == 1
    assert "gone" in jobs["judge"].summary
    assert git(site.remote, "rev-list", "--count", "checker-state").strip() == "1"

    jobs = site.run(now=WEEKS[0])
    assert "The memory is that of branch checker-state" in jobs["one"].log
    assert [one["verdict"] for one in history(jobs["judge"], "/gone")] == ["dead", "dead"]
    assert len(site.service.issues) == 1


EVIL = "::error::pwned ##[add-path]x %0A::set-output name=x::y @everyone `tick` <!-- checker:told --> <script>"
EVIL_NAME = "::error::a%0A::b `@everyone` <!-- x -->.md"


def test_hostile_titles_and_names(site: Site) -> None:
    """Through log, summary, annotations and issue: nothing acts, nobody is called, nothing is hidden."""
    site.web.title = EVIL
    site.web.gone = {"/old"}
    site.push({EVIL_NAME: f"[{EVIL.replace('<', '').replace('`', '')}](SITE/gone?{EVIL.replace(' ', '+')})\n"})

    jobs = site.run()
    log, summary = jobs["check"].log, jobs["check"].summary

    assert set(commands(log)) <= {"stop-commands", "error", "warning", "notice"}
    assert all(line.count("::") == 2 for line in log.splitlines() if line.startswith(("::error", "::notice")))
    body = site.service.issues[0]["body"]
    for text in (summary, body):
        assert "@everyone" not in outside_code(text)
        assert "<!--" not in outside_code(text).replace("<!-- checker:", "")
        assert "<script" not in outside_code(text)
    assert body.count("<!-- checker:told") - inside_code(body).count("<!-- checker:told") == 1
    assert body.startswith("<!-- checker:issue Check-sources -->\n<!-- checker:told ")
    assert not [line for line in jobs["publish"].log.splitlines() if line.startswith("::")]


def outside_code(text: str) -> str:
    """Markdown without its code spans, as CommonMark reads them."""
    return "".join(_spans(text)[0])


def inside_code(text: str) -> str:
    """The code spans alone."""
    return "\n".join(_spans(text)[1])


def _spans(text: str) -> tuple[list[str], list[str]]:
    from markdown_it import MarkdownIt

    plain: list[str] = []
    code: list[str] = []
    for block in MarkdownIt("commonmark").parse(text):
        for token in block.children or []:
            (code if token.type == "code_inline" else plain).append(token.content)
        if block.type in ("html_block", "fence", "code_block"):
            plain.append(block.content)
    return plain, code


def test_least_permissions() -> None:
    """Nothing by default; the job that asks strangers' servers cannot write; only that asks nobody can."""
    shape = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    jobs = shape["jobs"]

    assert shape["permissions"] == {}
    assert set(jobs["check"]["permissions"].values()) == {"read"}
    assert jobs["publish"]["permissions"] == {"contents": "write", "issues": "write"}
    assert "pull_request'" in jobs["publish"]["if"]
    assert "pull_request_target" not in WORKFLOW.read_text(encoding="utf-8")
    assert all("timeout-minutes" in job for job in jobs.values())


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.yml")), ids=lambda path: path.name)
def test_no_expression_in_a_script(path: Path) -> None:
    """Inputs reach scripts as variables, never as text of the script."""
    shape = yaml.safe_load(path.read_text(encoding="utf-8"))
    jobs = list(shape.get("jobs", {}).values()) or [shape.get("runs", {})]
    scripts = [step["run"] for job in jobs for step in job.get("steps", []) if "run" in step]

    assert not [script for script in scripts if "${{" in script or "eval " in script]
