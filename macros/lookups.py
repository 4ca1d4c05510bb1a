"""Every locator, looked up in its article's fingerprint: once, for the rule and for the count of what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.fingerprint import Fingerprint
from macros.locator import Locator
from macros.model import Entity, Fact, Person
from macros.reading import Loc


class Passage(NamedTuple):
    """A locator where it was typed, and the source that it points into.

    `found` says whether its words stand in the article; None if no fingerprint can tell.
    """

    entity: Entity
    loc: Loc
    source: str
    locator: Locator
    found: bool | None


@dataclass(frozen=True, slots=True)
class Lookups:
    """All passages, and of each article that has a fingerprint those hashes of it that they show."""

    passages: tuple[Passage, ...]
    shown: Mapping[str, set[str]]

    @classmethod
    def of(
        cls,
        facts: Iterable[Fact],
        people: Iterable[Person],
        fingerprints: Mapping[str, Fingerprint],
    ) -> Lookups:
        """Look up the locators of claims and of roles."""
        shown: dict[str, set[str]] = {source: set() for source in fingerprints}

        def looked_up() -> Iterator[Passage]:
            for entity, loc, source, locator in _locators(facts, people):
                found = None
                if source in fingerprints:
                    runs = fingerprints[source].shown_by(locator)
                    found = runs <= fingerprints[source].hashes
                    shown[source] |= runs if found else runs & fingerprints[source].hashes
                yield Passage(entity, loc, source, locator, found)

        return cls(tuple(looked_up()), shown)


def _locators(
    facts: Iterable[Fact], people: Iterable[Person]
) -> Iterator[tuple[Entity, Loc, str, Locator]]:
    for fact in facts:
        for i, claim in enumerate(fact.claims):
            yield fact, ("claims", i, "locator"), claim.source, claim.locator
    for person in people:
        for i, role in enumerate(person.roles):
            yield person, ("roles", i, "locator"), role.source, role.locator
