"""Every locator of the library, and whether its words stand in its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from macros.files import below
from macros.library import Library
from macros.locator import Locator
from macros.model import Entity
from macros.reading import Loc

_COMMENT = re.compile(r"^\s*#.*", re.MULTILINE)
_LOCATOR = re.compile(
    r"""
    locator  # first, so that the search skips to it
    (?: (?<![^\s{,-]locator) | (?<=["']locator) (?<![^\s{,-].locator) )  # where a key can begin, or its quotes
    ["']?\s*:
    """,
    re.VERBOSE,
)


MOST_SHOWN = 0.6
"""The share of an article's runs of words that its locators may show: enough to check, too little to replace it."""


class Passage(NamedTuple):
    """A locator where it was typed, and the source that it points into."""

    entity: Entity
    loc: Loc
    source: str
    locator: Locator


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was checked: `written` counts the keys `locator:` in the raw files, by no code of the model's.

    `shown` is the share of each fingerprinted article's runs of words that its locators show.
    """

    written: int
    checked: int
    found: int
    shown: dict[str, float]

    def __str__(self) -> str:
        return f"found {self.found} = checked {self.checked} of {self.written} written"


def passages(library: Library) -> Iterator[Passage]:
    """Yield every locator: those of claims and those of roles."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            yield Passage(fact, ("claims", i, "locator"), claim.source, claim.locator)
    for person in library.people.values():
        for i, role in enumerate(person.roles):
            yield Passage(person, ("roles", i, "locator"), role.source, role.locator)


def coverage(library: Library) -> Coverage:
    """Count what is written, what a fingerprint could check, and what was found."""
    checked = found = 0
    shown: dict[str, set[str]] = {source: set() for source in library.fingerprints}
    for passage in passages(library):
        fingerprint = library.fingerprints.get(passage.source)
        if fingerprint:
            runs = fingerprint.shown_by(passage.locator)
            checked += 1
            found += runs <= fingerprint.hashes
            shown[passage.source] |= runs & fingerprint.hashes
    shares = {
        source: len(runs) / len(library.fingerprints[source].hashes)
        for source, runs in shown.items()
    }
    return Coverage(_written(library), checked, found, shares)


def _written(library: Library) -> int:
    texts = (
        Path(entry.path).read_bytes().decode(errors="replace")
        for path, entry in below(library.root, "data")
        if path.endswith(".yml") and entry.is_file(follow_symlinks=False)
    )
    return sum(len(_LOCATOR.findall(_COMMENT.sub("", text))) for text in texts)
