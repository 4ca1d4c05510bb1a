"""python -m macros fingerprint: store what claims on an article are checked against; its text stays with you."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.commands import Commands, Refused, an_id, one_of
from macros.fingerprint import Fingerprint
from macros.loading import FINGERPRINTS


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    command = commands.add_parser(
        "fingerprint", parents=[root], help="store an article's fingerprint", description=__doc__
    )
    command.add_argument("source", help="the source's id, e.g. example-daily-2031-05")
    command.add_argument(
        "article", type=Path, help="the article's text; it stays outside the repository"
    )
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    source = an_id(options.source)
    known = (options.root / "data" / "sources").glob("*.yml")
    one_of("source", source, sorted(file.stem for file in known))
    made = Fingerprint.of(source, options.article.read_text("utf-8"))
    if not made.hashes:
        told = "no four words stand in it, so that nothing could be checked against it"
        raise Refused(f"“{options.article}” is no article: {told}. Name the article's whole text.")
    file = options.root / "data" / FINGERPRINTS / f"{source}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(made.dump(), "utf-8", newline="\n")
    print(f"{file}: {len(made.hashes)} runs of four words.")
    return 0
