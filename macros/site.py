"""What is computed from the whole library, once, and asked for by every page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from macros.agreement import Agreement, State, agreement, compared_claims
from macros.beside import Beside, Cell, Others
from macros.dates import Span
from macros.fold import alphabetical
from macros.library import Library
from macros.model import CONTENT, Claim, Entity, Fact, Person, Source
from macros.names import hyphened
from macros.reading import position
from macros.references import references
from macros.sides import sides

_T = TypeVar("_T")


@dataclass(frozen=True)
class Profile:
    """One source: how many claims, how many that nobody else has, and the origins it leans on, most used first."""

    source: Source
    claims: int
    facts: int
    alone: int
    origins: tuple[tuple[str, int], ...]
    unnamed: int
    credited: tuple[tuple[str, int], ...]


class Site:
    """Agreements, cells and appearances of a library, each computed when it is first asked for."""

    def __init__(
        self,
        library: Library,
        blamed: Mapping[str, str] | None = None,
        before: Site | None = None,
    ) -> None:
        """Take a usable library; `blamed` tells, by path, what a check says of a file.

        From the site as it was `before` an edit, what was computed of facts that stand as they were is kept.
        """
        self.library = library
        self.blamed = blamed or {}
        self._kept: dict[tuple[str, str], Any] = {}
        if before and all_but_facts(before.library) == all_but_facts(library):
            self._take_over(before)

    def _take_over(self, before: Site) -> None:
        """Keep what was computed of each fact that stands as it was, beside the same articles, and is blamed for the same.

        The fact is kept with it: what was computed names its claims, and each claim is one and the same wherever it is named.
        """
        found = before.library.facts
        same = {
            fact.path: found[fact.id]
            for fact in self.library.facts.values()
            if fact == found.get(fact.id)
            and before.blamed.get(fact.path) == self.blamed.get(fact.path)
            and before.beside.sources(fact) == self.beside.sources(fact)
        }
        facts = {fact.id: same.get(fact.path, fact) for fact in self.library.facts.values()}
        self.library = replace(self.library, facts=facts)
        self._kept = {key: value for key, value in before._kept.items() if key[1] in same}

    def kept(self, what: str, entity: Entity, compute: Callable[[], _T]) -> _T:
        """Compute something of a fact or another entity once, whichever page asks first."""
        key = (what, entity.path)
        if key not in self._kept:
            self._kept[key] = compute()
        found: _T = self._kept[key]
        return found

    def agreement(self, fact: Fact) -> Agreement:
        """A fact's agreement."""
        return self.kept("agreement", fact, lambda: agreement(self.library, fact))

    def line(self, entity: Entity, *loc: str | int) -> int:
        """The line of an entity's file on which the key at `loc` stands."""
        path = entity.path
        return self.kept(
            f"line {loc}",
            entity,
            lambda: position(self.library.root, path, loc, of_key=True)[0],
        )

    @cached_property
    def beside(self) -> Beside:
        """The articles beside the questions."""
        return Beside(self.library)

    def cells(self, fact: Fact) -> list[Cell]:
        """One cell for each source that stands by name beside a question, in their order."""
        beside = self.beside
        return self.kept("cells", fact, lambda: beside.cells(fact, beside.sources(fact)))

    def others(self, fact: Fact) -> Others:
        """How many compared sources have no cell beside a question."""
        return self.kept("others", fact, lambda: self.beside.others(fact, self.cells(fact)))

    def sides(self, fact: Fact) -> list[tuple[Claim, int | None]]:
        """Which answer each claim stands on, where the sources differ; else empty."""
        return self.kept("sides", fact, lambda: self._sides(fact))

    def _sides(self, fact: Fact) -> list[tuple[Claim, int | None]]:
        if self.agreement(fact).state is not State.DIFFER:
            return []
        claims = compared_claims(self.library, fact)
        return list(zip(claims, sides(fact, claims), strict=True))

    @cached_property
    def topics(self) -> dict[str, list[Fact]]:
        """Each topic's facts: those that most articles answer first, figures before words, then by label."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in sorted(self.library.facts.values(), key=self._rank):
            found[fact.topic].append(fact)
        return {topic: found[topic] for topic in self.library.topics}

    def _rank(self, fact: Fact) -> tuple[int, int, str]:
        kind = min(CONTENT.index(claim.kind) for claim in fact.claims)
        return -self.agreement(fact).support.articles, kind, alphabetical(fact.label)

    @cached_property
    def facts(self) -> list[Fact]:
        """All facts in the order of the site."""
        return [fact for facts in self.topics.values() for fact in facts]

    @cached_property
    def differs(self) -> bool:
        """Whether sources contradict each other on any question."""
        return bool(self.in_state(State.DIFFER))

    def in_state(self, *states: State) -> list[Fact]:
        """The facts whose claims together say one of these."""
        return [fact for fact in self.facts if self.agreement(fact).state in states]

    @cached_property
    def whole_names(self) -> frozenset[str]:
        """The names that no line may part."""
        return hyphened(self.library)

    @cached_property
    def answered(self) -> Mapping[str, list[Fact]]:
        """The facts on which each source has a claim, in the order of the site."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            for source in dict.fromkeys(claim.source for claim in fact.claims):
                found[source].append(fact)
        return found

    @cached_property
    def appearances(self) -> Mapping[str, list[Fact]]:
        """The facts in which each person or body appears, as subject, speaker, origin or outlet."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            for body in dict.fromkeys(_bodies(fact)):
                found[body].append(fact)
        return found

    @cached_property
    def neighbors(self) -> Mapping[str, list[Fact]]:
        """The neighbors of each fact, whichever of the two names the other: first those that it names itself."""
        facts = self.library.facts
        found = {fact.id: list(fact.see_also or ()) for fact in self.facts}
        for fact in self.facts:
            for other in fact.see_also or ():
                if other in found and fact.id not in found[other]:
                    found[other].append(fact.id)
        return {key: [facts[one] for one in ids if one in facts] for key, ids in found.items()}

    @cached_property
    def staff(self) -> Mapping[str, list[Person]]:
        """The people who hold a post in each body."""
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self.library.people.values():
            for body in dict.fromkeys(role.organization for role in person.roles):
                found[body or ""].append(person)
        return found

    @cached_property
    def publications(self) -> Mapping[str, list[Source]]:
        """What each body published."""
        found: dict[str, list[Source]] = defaultdict(list)
        for source in self.library.sources.values():
            found[source.publisher].append(source)
        return found

    def naming(self, person: Person) -> list[tuple[Source, bool]]:
        """The compared sources that stand beside a person, and whether each names them, by its spellings."""
        named = person.spellings or {}
        return [(source, source.id in named) for source in self.beside.in_order(named)]

    def spoken(self, body_id: str) -> list[Fact]:
        """The facts whose claims quote a person or body."""
        return [
            fact
            for fact in self.appearances.get(body_id, [])
            if fact.speaker == body_id and any(claim.quotation for claim in fact.claims)
        ]

    def profile(self, source: Source) -> Profile:
        """What a source's claims are and what they lean on."""
        facts = self.answered.get(source.id, [])
        claims = [claim for fact in facts for claim in fact.claims if claim.source == source.id]
        return Profile(
            source=source,
            claims=len(claims),
            facts=len(facts),
            alone=sum(self.agreement(fact).support.articles == 1 for fact in facts),
            origins=_counted(origin for claim in claims for origin in claim.origins),
            unnamed=sum(not claim.origins for claim in claims),
            credited=_counted(claim.via for claim in claims if claim.via),
        )

    def events(self, topic: str) -> list[Fact]:
        """The stops of a topic's timeline, in order; an unclear day sorts by its last reading."""
        stops = [fact for fact in self.topics.get(topic, []) if fact.event]
        return sorted(stops, key=lambda fact: (self._day(fact), fact.label))

    def _day(self, fact: Fact) -> tuple[str, str]:
        spans = self.days(fact)
        return (
            (max(s.first for s in spans).isoformat(), max(s.last for s in spans).isoformat())
            if spans
            else ("9999", "")
        )

    def days(self, fact: Fact) -> list[Span]:
        """The days that the claims of an event give or can be read as; else the fact's own time."""
        claims = compared_claims(self.library, fact)
        given = [claim.date for claim in claims if claim.date]
        read = [
            reading.date for claim in claims for reading in claim.readings or () if reading.date
        ]
        found = list(dict.fromkeys([*given, *read]))
        return found or ([fact.when] if fact.when else [])

    @cached_property
    def begin(self) -> date | None:
        """The first day of the first timeline, which tells what the site is about."""
        told = (self.events(topic) for topic in self.topics)
        first = next((events for events in told if events), [])
        return min((span.first for fact in first for span in self.days(fact)), default=None)

    def earlier(self, person: Person) -> list[Source]:
        """The articles that name a person, if all are older than what the site is about; else empty."""
        place = self.library.place
        places = sorted(place[source] for source in person.spellings or {} if source in place)
        naming = [self.library.compared[i] for i in places]
        begin = self.begin
        old = begin and all(s.published and s.published.last < begin for s in naming)
        return naming if old else []


def all_but_facts(library: Library) -> tuple[Mapping[str, object], ...]:
    """All that what is said of a fact rests on beside its own file."""
    return library.topics, library.sources, library.people, library.organizations


def _bodies(fact: Fact) -> list[str]:
    kinds = ("person or organization", "organization")
    return [reference.target for reference in references(fact) if reference.kind in kinds]


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))
