"""The README tells the truth: its commands, its example, its lists."""

import re
from pathlib import Path

import click
import pytest
import yaml

from checker.cli import cli
from checker.config import parse
from checker.reasons import VerdictKind

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SH = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_two_commands_stand_alone() -> None:
    """Two blocks fenced as sh, one command each: the demo, then the tests, both from pip alone."""
    assert len(SH) == 2
    assert SH[0].count("\n") == SH[1].count("\n") == 1
    assert SH[0].rstrip().endswith("checker demo")
    assert SH[1].rstrip().endswith("-m pytest")


def test_every_command_is_told() -> None:
    """The table of commands lists exactly the commands there are, those apart that only a workflow calls."""
    told = set(re.findall(r"^\| `checker (\w+)", README, re.MULTILINE))

    context = click.Context(cli)
    commands = {name: cli.get_command(context, name) for name in cli.list_commands(context)}

    assert told == {name for name, command in commands.items() if command and not command.hidden}


def test_every_verdict_is_told() -> None:
    """The table of verdicts lists exactly the verdicts there are."""
    told = set(re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE))

    assert told == set(VerdictKind)


YAML = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", [example for example in YAML if example.startswith("version:")])
def test_yaml_examples_are_valid(example: str) -> None:
    """Every example of sources.yml can be used as it stands."""
    config = parse(example, "README.md")

    assert config.sources
    assert config.figures


def test_the_workflow_is_five_lines() -> None:
    """It is a whole workflow, it calls one of ours, and it grants just what that one asks for."""
    (text,) = [example for example in YAML if "jobs:" in example and "matrix" not in example]
    (job,) = yaml.safe_load(text)["jobs"].values()
    name = re.fullmatch(r"source-checker/checker/(\.github/workflows/[\w-]+\.yml)@COMMIT", job["uses"])
    assert name
    called = yaml.safe_load((Path(__file__).parent.parent / name[1]).read_text(encoding="utf-8"))
    wanted = {scope: level for one in called["jobs"].values() for scope, level in one["permissions"].items()}

    assert text.count("\n") == 5
    assert yaml.safe_load(text)["permissions"] == wanted


def test_the_matrix_is_whole() -> None:
    """The example of shards gives each of them its number, and each step an input that the action has."""
    (text,) = [example for example in YAML if "matrix" in example]
    jobs = yaml.safe_load(text)["jobs"]
    action = yaml.safe_load(
        (Path(__file__).parent.parent / ".github/actions/check-sources/action.yml").read_text("utf-8")
    )
    given = [name for job in jobs.values() for step in job["steps"] for name in step.get("with", {})]

    assert jobs["ask"]["strategy"]["matrix"]["shard"] == ["1/4", "2/4", "3/4", "4/4"]
    assert set(given) <= set(action["inputs"])
    assert "write" not in str(jobs["ask"]["permissions"])


def test_the_hook_is_ours() -> None:
    """The example for pre-commit names a hook that there is."""
    (text,) = [example for example in YAML if example.startswith("repos:")]
    hooks = yaml.safe_load((Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert yaml.safe_load(text)["repos"][0]["hooks"][0]["id"] in {hook["id"] for hook in hooks}


def test_the_name_on_pypi_is_not_ours() -> None:
    """Nobody is told to install somebody else's package."""
    assert "pip install checker" not in README


def test_the_picture_is_there() -> None:
    """What the README shows exists."""
    for target in re.findall(r"\]\((\.github/[^)]+|sources\.yml)\)", README):
        assert (Path(__file__).parent.parent / target).exists()
