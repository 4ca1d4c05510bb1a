"""One of the two sides that are compared: its library as far as it can be read, and what is computed from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from macros import wording
from macros.addresses import ENTRIES
from macros.agreement import agreement
from macros.configuration import topics
from macros.docs import calls
from macros.library import Library
from macros.loading import load
from macros.model import Entity, Fact
from macros.places import page_names, places
from macros.site import Site
from macros.usable import usable

_E = TypeVar("_E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that changed, by its name, and what is told of it, piece by piece."""

    name: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tree:
    """A folder with data/ and docs/; `unread` tells by path why a file can't be read."""

    root: Path
    library: Library
    unread: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path) -> Tree:
        """Load a folder as far as it can be read."""
        library, faults = load(root, topics(root))
        unread: dict[str, str] = {}
        for fault in faults:
            unread.setdefault(fault.path, str(fault))
        return cls(root, library, unread)

    def completed(self, other: Tree) -> Tree:
        """This side with the other's state of what can't be read here, so that what names it can be told."""

        def group(mine: Mapping[str, _E], others: Mapping[str, _E]) -> Mapping[str, _E]:
            lent = {key: e for key, e in others.items() if e.path in self.unread}
            return {**lent, **mine}

        mine, others = self.library, other.library
        library = replace(
            mine,
            facts=group(mine.facts, others.facts),
            former=group(mine.former, others.former),
            sources=group(mine.sources, others.sources),
            people=group(mine.people, others.people),
            organizations=group(mine.organizations, others.organizations),
        )
        known = {entity.id for entity in library.entities}
        broken = {key: why for key, why in mine.broken.items() if key not in known}
        return replace(self, library=replace(library, broken=broken))

    @cached_property
    def entities(self) -> Mapping[tuple[str, str], Entity]:
        """All that has a file, by its folder and its id: a question that is asked no more is the same question."""
        return {(entity.path.split("/")[1], entity.id): entity for entity in self.library.entities}

    @cached_property
    def site(self) -> Site:
        """What can be shown of it."""
        return Site(usable(self.library, {}))

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """Every page below docs/ with its name."""
        return page_names(self.library)

    @cached_property
    def shown_on(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the pages that show what is said on each fact."""
        return {
            fact_id: tuple(
                dict.fromkeys(self.pages[place.path] for place in found if not place.only_named)
            )
            for fact_id, found in places(self.site).items()
        }

    def agreement(self, fact: Fact) -> str:
        """Print how far the articles agree on a fact."""
        return wording.agreement(self.library, agreement(self.library, fact))

    def has_entries(self, topic: str) -> bool:
        """Say whether a topic's questions have a page, where the addresses of those that moved can be kept."""
        page = self.raw(f"docs/{ENTRIES}/{topic}.md").decode(errors="replace")
        known = {*self.library.topics, *self.library.waiting}
        return topic in known and any(
            call.word == "fact_entries" and call.arguments == (topic,) for call in calls(page)
        )

    def raw(self, path: str) -> bytes:
        """The bytes of a file; none if it is not there."""
        file = self.root / path
        return file.read_bytes() if file.is_file() and not file.is_symlink() else b""
