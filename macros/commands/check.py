"""python -m macros check: all faults of data/ and docs/, and how much was checked."""

from __future__ import annotations

import argparse

from macros.check import check, summary
from macros.commands import Commands
from macros.reporting import FORMATS, exit_code


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    command = commands.add_parser(
        "check", parents=[root], help="list all faults of data/ and docs/", description=__doc__
    )
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="for a person, the lines of a pull request, its summary, or a program",
    )
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    library, faults = check(options.root)
    told = FORMATS[options.format](faults)
    if told:
        print(told)
    if options.format not in ("json", "markdown"):
        print(summary(library, faults))
    return exit_code(faults)
