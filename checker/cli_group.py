"""A group of commands of which some are loaded only when they are asked for."""

from __future__ import annotations

from importlib import import_module
from typing import ClassVar

import click


class Late(click.Group):
    """A group that knows where further commands are: a module each, with the command under its own name.

    A check in CI, or of a draft, starts a quarter sooner without the modules of the others.
    """

    further: ClassVar[dict[str, str]] = {
        "confirm": "checker.cli_confirm",
        "fix": "checker.cli_fix",
        "github": "checker.cli_github",
        "ledger": "checker.cli_ledger",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted({*super().list_commands(ctx), *self.further})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, loaded now if it has to be."""
        if cmd_name not in self.further:
            return super().get_command(ctx, cmd_name)
        found = getattr(import_module(self.further[cmd_name]), cmd_name)
        return found if isinstance(found, click.Command) else None
