"""The commands of `python -m macros`: one module each, with `add`, which names its options, and what it runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from macros.configuration import topics
from macros.faults import did_you_mean
from macros.loading import load
from macros.model import ID, Fact
from macros.site import Site
from macros.usable import usable


class Refused(Exception):
    """A command can't be run as it was asked; the sentence says why, and what to do."""


class Commands(Protocol):
    """What `argparse.ArgumentParser.add_subparsers` gives; its own type is private."""

    def add_parser(self, name: str, **options: object) -> argparse.ArgumentParser: ...


def an_id(word: str) -> str:
    """Take a word as an id: nothing else may become the name of a file."""
    if not ID.fullmatch(word):
        raise Refused(f"“{word}” is not an id. Write small letters, digits and hyphens.")
    return word


def one_of(kind: str, word: str, known: Iterable[str]) -> str:
    """Take a word as the id of something that is there; suggest the nearest where there is none."""
    known = list(known)
    if word not in known:
        raise Refused(
            f"there is no {kind} “{word}”.{did_you_mean(word, known) or ' Write the name of its file, without the ending .yml.'}"
        )
    return word


def add_on_fact(
    commands: Commands,
    root: argparse.ArgumentParser,
    name: str,
    about: str,
    told: Callable[[Site, Fact], Iterable[str]],
    description: str | None,
) -> None:
    """Name a command that tells something of one fact, line by line."""

    def run(options: argparse.Namespace) -> int:
        for line in told(*fact_of(options.root, options.fact)):
            print(line)
        return 0

    command = commands.add_parser(name, parents=[root], help=about, description=description)
    command.add_argument("fact", help="the fact's id, or its label in quotes")
    command.set_defaults(run=run)


def fact_of(root: Path, word: str) -> tuple[Site, Fact]:
    """Find a fact by its id or its label, in a library without what can't be shown."""
    loaded, _ = load(root, topics(root))
    library = usable(loaded, {})
    by_label = {fact.label.casefold(): fact.id for fact in library.facts.values()}
    fact_id = by_label.get(word.casefold(), word)
    if fact_id in library.broken and fact_id not in library.facts:
        raise Refused(
            f"“{word}” can't be read. Mend its file first: {library.broken[fact_id] or 'see `python -m macros check`.'}"
        )
    if fact_id in library.former:
        raise Refused(library.former[fact_id].cure)
    one_of("fact", fact_id, library.facts)
    return Site(library), library.facts[fact_id]
