"""All that was typed, loaded: what every rule, table and page is computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from macros.faults import Fault, Level
from macros.fingerprint import Fingerprint
from macros.language import _
from macros.lookups import Lookups
from macros.model import Entity, Fact, Former, Organization, Person, Question, Source
from macros.namesakes import Apart, namesakes
from macros.reading import Loc, position
from macros.references import Reference, references
from macros.written import Written

_E = TypeVar("_E", bound=Entity)


@dataclass(frozen=True)
class Library:
    """The entities by id; `former` are the questions that are asked no more.

    `topics` are the folders of facts in the order of the site, with their titles. `broken` are the ids of
    files that can't be used, with the first sentence on why: what refers to them is not blamed again. `waiting` are topics that have
    a title and no fact yet. `written` is what was noted of the text of each file that was read,
    and `listed` are the paths of all files of data/ that could be.
    """

    root: Path
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    organizations: Mapping[str, Organization]
    fingerprints: Mapping[str, Fingerprint] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    broken: Mapping[str, str] = field(default_factory=dict)
    former: Mapping[str, Former] = field(default_factory=dict)
    waiting: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, Written] = field(default_factory=dict)
    listed: tuple[str, ...] = ()

    @cached_property
    def compared(self) -> tuple[Source, ...]:
        """The sources that the table compares, in their order."""
        compared = (s for s in self.sources.values() if s.use == "compared")
        return tuple(sorted(compared, key=lambda s: (s.order or 0, s.id)))

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each compared source stands in strips and tables."""
        return {source.id: i for i, source in enumerate(self.compared)}

    @cached_property
    def namesakes(self) -> Mapping[str, Apart]:
        """What parts those compared sources that share their publisher, by their ids."""
        return namesakes(self.compared)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """All that has a file."""
        groups = (self.facts, self.former, self.sources, self.people, self.organizations)
        return tuple(entity for group in groups for entity in group.values())

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The facts, and after them the questions that are asked no more."""
        return (*self.facts.values(), *self.former.values())

    @cached_property
    def references(self) -> tuple[tuple[Entity, tuple[Reference, ...]], ...]:
        """Every entity with the ids that its file refers to."""
        return tuple((entity, tuple(references(entity))) for entity in self.entities)

    @cached_property
    def lookups(self) -> Lookups:
        """Every locator, and whether its words stand in its article."""
        return Lookups.of(self.facts.values(), self.people.values(), self.fingerprints)

    @cached_property
    def known(self) -> Mapping[str, Mapping[str, Entity]]:
        """The entities that a reference may name, by its kind."""
        return {
            "source": self.sources,
            "fact": self.facts,
            "organization": self.organizations,
            "state": {
                key: body for key, body in self.organizations.items() if body.kind == "state"
            },
            "person or organization": {**self.people, **self.organizations},
        }

    def body(self, body_id: str) -> Person | Organization | None:
        """Find a person or organization: they share one space of ids."""
        return self.people.get(body_id) or self.organizations.get(body_id)

    def language(self, source_id: str) -> str | None:
        """The language of a source, where it says one; "und" where its file can't be read, as BCP 47 has it."""
        source = self.sources.get(source_id)
        return source.lang if source else "und"

    def publisher(self, source_id: str) -> Organization:
        """Who published a source."""
        return self.organizations[self.sources[source_id].publisher]

    def publisher_of(self, source_id: str) -> str:
        """Name who published a source, as far as it is there: its file may be missing or broken."""
        source = self.sources.get(source_id)
        if source is None:
            return _("“%(id)s”, which is not there", id=source_id)
        body = self.organizations.get(source.publisher)
        return body.name if body else source.title or source_id

    def fault(
        self,
        entity: Entity,
        loc: Loc,
        message: str,
        *,
        of_key: bool = False,
        level: Level = Level.ERROR,
    ) -> Fault:
        """Blame one value (or its key) of an entity's file."""
        return Fault(
            entity.path, *position(self.root, entity.path, loc, of_key=of_key), message, level
        )

    def parts(self, size: int) -> Iterator[Library]:
        """The library again and again, each time with some of its facts: so many, in their order."""
        facts = list(self.facts.items())
        for start in range(0, len(facts), size):
            yield replace(self, facts=dict(facts[start : start + size]))

    def without(self, faults: Mapping[str, str]) -> Library:
        """Leave out what can't be used, so that a page shows why and all others stand."""

        def kept(entities: Mapping[str, _E]) -> Mapping[str, _E]:
            return {key: entity for key, entity in entities.items() if entity.path not in faults}

        gone = {
            entity.id: faults[entity.path]
            for entities in (self.facts, self.sources, self.people, self.organizations)
            for entity in entities.values()
            if entity.path in faults
        }
        return replace(
            self,
            facts=kept(self.facts),
            sources=kept(self.sources),
            people=kept(self.people),
            organizations=kept(self.organizations),
            broken={**self.broken, **gone},
        )
