"""A small stand-in for GitHub's runner: carries out our own workflow and action, step by step, with bash.

It knows just what these files use. Actions of others are played: a checkout is a clone, artifacts are folders.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from repositories import git

ROOT = Path(__file__).parent.parent
ACTION = ROOT / ".github/actions/check-sources"
_TOKEN = re.compile(r"'[^']*'|&&|\|\||!=|==|!|[(),]|[\w.-]+|\s+")


@dataclass(slots=True)
class Job:
    """What a job left behind: its log, its outputs, whether it passed; and its workspace."""

    workspace: Path
    log: str = ""
    summary: str = ""
    passed: bool = True
    outputs: dict[str, str] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Runner:
    """Runs workflows for one repository.

    Attributes:
        folder: for workspaces and artifacts; each job gets its own.
        remote: the bare repository that is checked out.
        event: name and payload, as in the github context.
        environment: what the machine adds to every step.
    """

    folder: Path
    remote: Path
    event: dict[str, Any]
    environment: dict[str, str]
    _count: int = 0

    def workflow(self, path: Path, inputs: Mapping[str, str] | None = None) -> dict[str, Job]:
        """Every job in order; those whose ``if`` says no are left out."""
        shape = yaml.safe_load(path.read_text(encoding="utf-8"))
        done: dict[str, Job] = {}
        for name, job in shape["jobs"].items():
            context: dict[str, Any] = {**self.event, "inputs": dict(inputs or {}), "needs": done}
            if "if" in job and not _true(job["if"], context, self.folder):
                continue
            done[name] = self._job(job, context)
        return done

    def _job(self, shape: Mapping[str, Any], context: dict[str, Any]) -> Job:
        self._count += 1
        job = Job(self.folder / f"job{self._count}" / "work")
        temp = self.folder / f"job{self._count}" / "temp"
        job.workspace.mkdir(parents=True)
        _install(temp)
        steps: dict[str, Any] = {}
        here = {**context, "steps": steps, "runner": {"temp": str(temp)}}
        self._steps(shape["steps"], here, job)
        job.outputs = {name: _filled(value, here, job.workspace) for name, value in shape.get("outputs", {}).items()}
        return job

    def _steps(self, steps: list[dict[str, Any]], context: dict[str, Any], job: Job) -> None:
        for step in steps:
            if not job.passed or ("if" in step and not _true(step["if"], context, job.workspace)):
                continue
            given = {key: _filled(value, context, job.workspace) for key, value in step.get("with", {}).items()}
            outputs = self._use(step["uses"], given, context, job) if "uses" in step else self._run(step, context, job)
            job.steps.append(step.get("name") or step["uses"])
            if "id" in step:
                context["steps"][step["id"]] = {"outputs": outputs}

    def _use(self, uses: str, given: dict[str, str], context: dict[str, Any], job: Job) -> dict[str, str]:
        kept = self.folder / "artifacts"
        match uses.partition("@")[0]:
            case "$/.github/actions/check-sources":
                return self._action(given, context, job)
            case "actions/checkout":
                self._check_out(job.workspace, int(given.get("fetch-depth", "1")))
            case "actions/upload-artifact" if given.get("archive") == "False":
                kept.mkdir(exist_ok=True)
                shutil.copy(job.workspace / given["path"], kept)
            case "actions/upload-artifact":
                shutil.copytree(job.workspace / given["path"], kept / given["name"], dirs_exist_ok=True)
            case "actions/download-artifact" if "pattern" in given:
                for one in kept.glob(given["pattern"]):
                    shutil.copytree(one, job.workspace / given["path"] / one.name)
            case "actions/download-artifact":
                shutil.copytree(kept / given["name"], job.workspace / given["path"], dirs_exist_ok=True)
            case "actions/setup-python":
                pass
            case other:
                raise AssertionError(f"the stand-in does not know {other}")
        return {}

    def _check_out(self, workspace: Path, depth: int) -> None:
        workspace.rmdir()
        ref = self.event["github"].get("ref", "main")
        git(
            self.folder, "clone", "--quiet", f"--depth={depth}", f"--branch={ref}", self.remote.as_uri(), str(workspace)
        )

    def _action(self, given: dict[str, str], context: dict[str, Any], job: Job) -> dict[str, str]:
        shape = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))
        inputs = {
            name: _filled(one.get("default", ""), context, job.workspace) for name, one in shape["inputs"].items()
        }
        inside = {**context, "inputs": {**inputs, **given}, "steps": {}}
        self._steps(shape["runs"]["steps"], inside, job)
        return {name: _filled(one["value"], inside, job.workspace) for name, one in shape["outputs"].items()}

    def _run(self, step: dict[str, Any], context: dict[str, Any], job: Job) -> dict[str, str]:
        if step["name"].startswith("Install"):
            return {}  # from the network; .ci/run does it for real
        output, summary = (job.workspace.parent / name for name in ("output", "summary"))
        output.write_text("", encoding="utf-8")
        given = {name: _filled(value, context, job.workspace) for name, value in step.get("env", {}).items()}
        files = {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTION_PATH": str(ACTION)}
        script = job.workspace.parent / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        ended = subprocess.run(  # noqa: S603  # our own steps
            ["/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=job.workspace,
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder), **self.environment, **files, **given},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=120,
        )
        job.log += ended.stdout
        job.summary = summary.read_text(encoding="utf-8") if summary.exists() else job.summary
        job.passed = ended.returncode == 0
        return dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())


def _install(temp: Path) -> None:
    """The command where the action expects it."""
    program = temp / "checker/bin/checker"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', encoding="utf-8")
    program.chmod(0o755)


def _filled(value: Any, context: Mapping[str, Any], workspace: Path) -> str:
    """A value with its ``${{ }}`` replaced by what they say."""
    return re.sub(
        r"\$\{\{\s*(.*?)\s*\}\}",
        lambda found: _text(_evaluated(found[1], context, workspace)),
        str(value),
        flags=re.DOTALL,
    )


def _true(condition: str, context: Mapping[str, Any], workspace: Path) -> bool:
    return bool(_evaluated(condition.strip().removeprefix("${{").removesuffix("}}").strip(), context, workspace))


def _text(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _evaluated(expression: str, context: Mapping[str, Any], workspace: Path) -> Any:
    """GitHub's expressions, as far as ours go, by way of Python's."""
    words = {"&&": " and ", "||": " or ", "!": " not "}
    parts = []
    for token in _TOKEN.findall(expression):
        if re.fullmatch(r"[A-Za-z_][\w.-]*", token) and token not in ("hashFiles", "format", "cancelled"):
            parts.append(f"look({token!r})")
        else:
            parts.append(words.get(token, token))
    known = {
        "look": lambda name: _looked_up(name, context),
        "hashFiles": lambda name: "x" if (workspace / name).is_file() else "",
        "format": lambda text, *rest: text.format(*rest),
        "cancelled": lambda: False,
    }
    return eval("".join(parts), {"__builtins__": {}}, known)  # noqa: S307  # our own files, translated above


def _looked_up(name: str, context: Mapping[str, Any]) -> Any:
    found: Any = context
    for part in name.split("."):
        found = getattr(found, part, None) if isinstance(found, Job) else (found or {}).get(part)
    return found


ACTING = re.compile(r"^\s*::([\w-]+)|##\[([\w-]+)", re.MULTILINE)


def commands(log: str) -> list[str]:
    """What a runner would carry out of a log: ``::stop-commands::`` is honoured, as by GitHub's ActionCommand.cs."""
    found: list[str] = []
    stopped = ""
    for line in log.splitlines():
        if stopped:
            stopped = "" if line.strip() == f"::{stopped}::" else stopped
        elif acting := ACTING.search(line):
            found.append(acting[1] or acting[2])
            if acting[1] == "stop-commands":
                stopped = line.strip().removeprefix("::stop-commands::")
    return found
