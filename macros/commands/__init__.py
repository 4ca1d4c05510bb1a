"""The commands of `python -m macros`: one module each, with `add`, which names its options, and what it runs."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Protocol

from macros.faults import did_you_mean
from macros.model import ID


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
