"""The `crossread` command: its subcommands, and how errors reach the user.

Each command's module is imported only when that command runs, so that
`crossread --help` answers at once and loads no model.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from crossread import __version__
from crossread.errors import CrossreadError

# Command → the module that holds it as `command`, and the line that --help shows.
COMMANDS: dict[str, tuple[str, str]] = {
    "read": (
        "crossread.cli.read",
        "Read articles, build or update a record, print each story's dossier in short.",
    ),
    "show": ("crossread.cli.show", "Show a story's dossier in the terminal, or list the stories."),
    "export": ("crossread.cli.export", "Write a record for other programs."),
    "annotate": ("crossread.cli.annotate", "Articles in, what was found in each out; JSON Lines, no record."),
    "group": ("crossread.cli.group", "Articles in, the story of each out, one at a time; JSON Lines."),
}

OK, SOME_FAILED, WRONG_USAGE = 0, 1, 2


class LazyGroup(click.Group):
    """A group that knows its commands' names and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Whoever read our output has gone (`crossread export … | head`): nothing is left to say, and Python
            # must not try to write the rest when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(OK)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crossread")
def cli() -> None:
    """Many accounts, one record: what several outlets wrote about the same events,
    as one checked record of each story, every line tied to the exact words of a source.

    Exit status: 0 all was read, 1 some inputs failed (listed), 2 wrong usage.
    """


def main() -> None:
    """Run the command line; a known error becomes one line on standard error, and exit status 2."""
    try:
        cli.main(prog_name="crossread")
    except CrossreadError as wrong:
        click.echo(f"crossread: {wrong}", err=True)
        sys.exit(WRONG_USAGE)


if __name__ == "__main__":
    main()
