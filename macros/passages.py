"""Every locator of the library, and whether its words stand in its article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.library import Library
from macros.locator import Locator
from macros.model import Entity
from macros.reading import Loc

_COMMENT = re.compile(r"^\s*#.*", re.MULTILINE)
_LOCATOR = re.compile(r"""(?:^|[\s{,-])["']?locator["']?\s*:""", re.MULTILINE)


MOST_SHOWN = 0.6
"""The share of an article's runs of words that its locators may show: enough to check, too little to replace it."""


@dataclass(frozen=True, slots=True)
class Passage:
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
    checked = [p for p in passages(library) if p.source in library.fingerprints]
    found = [p for p in checked if library.fingerprints[p.source].has(p.locator)]
    return Coverage(_written(library), len(checked), len(found), _shown(library))


def _written(library: Library) -> int:
    files = (library.root / "data").rglob("*.yml")
    texts = (
        file.read_bytes().decode(errors="replace")
        for file in files
        if file.is_file() and not file.is_symlink()
    )
    return sum(len(_LOCATOR.findall(_COMMENT.sub("", text))) for text in texts)


def _shown(library: Library) -> dict[str, float]:
    shown: dict[str, set[str]] = {source: set() for source in library.fingerprints}
    for passage in passages(library):
        if passage.source in shown:
            shown[passage.source] |= library.fingerprints[passage.source].shown_by(passage.locator)
    return {
        source: len(hashes & library.fingerprints[source].hashes)
        / len(library.fingerprints[source].hashes)
        for source, hashes in shown.items()
    }
