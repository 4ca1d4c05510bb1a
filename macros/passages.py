"""Every locator of the library, and whether its words stand in its article."""

from __future__ import annotations

from dataclasses import dataclass

from macros.files import contents
from macros.library import Library
from macros.lookups import Passage
from macros.written import locators

MOST_SHOWN = 0.6
"""The share of an article's runs of words that its locators may show: enough to check, too little to replace it."""
SHORT = 100
"""Runs of words of an article: of one that has fewer, a few locators show most, and there is no such limit."""


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


def passages(library: Library) -> tuple[Passage, ...]:
    """Every locator: those of claims and those of roles."""
    return library.lookups.passages


def coverage(library: Library) -> Coverage:
    """Count what is written, what a fingerprint could check, and what was found."""
    looked_up = [p.found for p in passages(library) if p.found is not None]
    shown = {
        source: len(hashes) / len(library.fingerprints[source].hashes)
        for source, hashes in library.lookups.shown.items()
    }
    return Coverage(_written(library), len(looked_up), sum(looked_up), shown)


def _written_in(file: str) -> int:
    try:
        return locators(contents(file).decode(errors="replace"))
    except OSError:
        return 0  # a fault, which loading tells


def _written(library: Library) -> int:
    """Of every file that lies there: what loading passed over is read here."""
    return sum(
        library.written[path].locators
        if path in library.written
        else _written_in(f"{library.root}/{path}")
        for path in library.listed
    )
