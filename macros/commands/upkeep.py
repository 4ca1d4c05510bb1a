"""python -m macros upkeep: ask for the address of every source, and write what to commit. It alone needs the network."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, date, datetime
from pathlib import Path

from macros.addresses import Addresses
from macros.commands import Commands, Refused
from macros.configuration import topics
from macros.escape import safe_url
from macros.loading import load


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    command = commands.add_parser(
        "upkeep",
        parents=[root],
        help="ask for every source's address, and write what to commit",
        description=__doc__,
    )
    command.add_argument("output", type=Path, help="the file to write, e.g. upkeep.md")
    command.add_argument(
        "--minutes", type=float, default=18, help="how long to ask at most (18, if not given)"
    )
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    # Here, so that no other command loads what speaks to the network.
    from macros.upkeep import issue, look
    from macros.upkeep.asking import Asker

    repository = os.environ.get("REPOSITORY", "")
    try:
        addresses = Addresses(repository=safe_url(repository) if repository else "")
    except ValueError as refusal:
        raise Refused(f"REPOSITORY, in the environment: {refusal}") from None
    options.output.touch()  # asking takes minutes, and what is found must have a place
    library, _ = load(options.root, topics(options.root))
    asker = Asker(
        f"who-says-what-upkeep/1 (+{repository})" if repository else "who-says-what-upkeep/1",
        budget=options.minutes * 60,
    )
    findings = look.look(library.sources.values(), asker)
    today: date = datetime.now(UTC).date()
    options.output.write_text(issue.text(findings, today, addresses), "utf-8", newline="\n")
    print(f"{options.output}: what was found of {len(findings)} sources.")
    return 0
