"""python -m macros diff: what changes for readers since a revision of git, or against another folder."""

from __future__ import annotations

import argparse

from macros.changes.base import NoBase, unpacked
from macros.changes.sections import changes
from macros.changes.telling import FORMATS
from macros.changes.tree import Tree
from macros.commands import Commands, Refused


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    command = commands.add_parser(
        "diff",
        parents=[root],
        help="tell what changes for readers since a revision of git",
        description=__doc__,
    )
    command.add_argument("base", help="a revision of git (main, HEAD^), or a folder with data/")
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="for a person, or a pull request's summary",
    )
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    try:
        with unpacked(options.base, options.root) as base:
            found = changes(Tree.of(base), Tree.of(options.root))
    except NoBase as refused:
        raise Refused(str(refused)) from None
    print(FORMATS[options.format](found))
    return 0
