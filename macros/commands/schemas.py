"""python -m macros schemas: write the JSON Schemas with which an editor completes and explains keys."""

from __future__ import annotations

import argparse

from macros import schemas
from macros.commands import Commands


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    command = commands.add_parser(
        "schemas", parents=[root], help="write the editors' JSON Schemas", description=__doc__
    )
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    for file in schemas.write(options.root):
        print(file)
    return 0
