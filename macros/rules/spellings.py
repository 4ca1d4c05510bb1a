"""A spelling that a source is said to use stands in one of that source's locators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros.faults import Fault
from macros.fold import words
from macros.library import Library
from macros.model import Organization, Person
from macros.passages import passages


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each spelling of a person or body that no locator of its source shows."""
    if library.broken:
        return  # a file that can't be read may hold the locator
    found: dict[str, list[str]] = defaultdict(list)
    for passage in passages(library):
        found[passage.source] += map(_apart, passage.locator.folded)
    shown = {source: "\n".join(lines) for source, lines in found.items()}
    bodies: list[Person | Organization] = [
        *library.people.values(),
        *library.organizations.values(),
    ]
    for body in bodies:
        for source, spellings in (body.spellings or {}).items():
            if source not in library.sources:
                continue  # told by the rule of references
            for i, spelling in enumerate(spellings):
                if _apart(words(spelling)) not in shown.get(source, ""):
                    message = (
                        f"no locator of {source} shows the spelling “{spelling}”. "
                        "Copy it from the article, and let a role or a claim hold it."
                    )
                    yield library.fault(body, ("spellings", source, i), message)


def _apart(folded: tuple[str, ...]) -> str:
    """Words in one text, each between spaces, so that a search finds them whole: there may be thousands of both."""
    return f" {' '.join(folded)} "
