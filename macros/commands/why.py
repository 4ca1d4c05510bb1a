"""python -m macros why: the evidence on a fact, and how its agreement came about, rule by rule."""

from __future__ import annotations

import argparse

from macros.commands import Commands, fact_of
from macros.why import why


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    command = commands.add_parser(
        "why",
        parents=[root],
        help="tell how the agreement on a fact came about",
        description=__doc__,
    )
    command.add_argument("fact", help="the fact's id, or its label in quotes")
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    for line in why(*fact_of(options.root, options.fact)):
        print(line)
    return 0
