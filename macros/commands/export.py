"""python -m macros export: write the facts as files for programs below a built site, under api/v1/."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.catalog import FOLDER
from macros.changes.chronicle import chronicle
from macros.commands import Commands, Refused
from macros.configuration import spoken, topics
from macros.docs import volumes
from macros.history import history
from macros.language import speaking
from macros.loading import load, nothing_collected
from macros.site import Site
from macros.usable import usable


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    command = commands.add_parser(
        "export",
        parents=[root],
        help="write the facts as files for programs, below a built site",
        description=__doc__,
    )
    command.add_argument(
        "site",
        nargs="?",
        type=Path,
        default=Path("site"),
        metavar="SITE",
        help="the folder of the built site; else site/",
    )
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from macros.export.publication import Publication  # no other command waits for these
    from macros.export.writing import write

    with nothing_collected(), speaking(spoken(options.root)):
        loaded, faults = load(options.root, topics(options.root))
        library = usable(loaded, {})
        if library.broken:
            first = next(iter(filter(None, [*map(str, faults), *library.broken.values()])))
            raise Refused(f"what is broken can't be exported. Mend it first: {first}")
        told = chronicle(history(options.root), library)
        try:
            publication = Publication.of(options.root, volumes(library))
        except ValueError as refusal:
            raise Refused(str(refusal)) from None
        written = write(Site(library), told, publication, options.site)
    print(f"{len(written)} files in {(options.site / FOLDER).as_posix()}/")
    return 0
