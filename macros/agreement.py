"""Whether sources agree, and how many stand behind it: two things, side by side, never one score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from macros.library import Library
from macros.model import Claim, Fact, Person, Source
from macros.relation import Relation, relation


class State(StrEnum):
    """What the claims of different articles say together; the first that fits, in this order."""

    DIFFER = "differ"
    UNCLEAR = "unclear"
    SINGLE = "single"
    SAME = "same"
    COMPATIBLE = "compatible"


class Standing(StrEnum):
    """How a source stands to a question."""

    SPEAKS = "speaks"
    SILENT = "silent"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Support:
    """How many stand behind a fact.

    `origins` are ids, as the claims name them (or of the body above, where two fall together); `named_by`
    counts the articles that name one; `via` holds each outlet that two or more articles credit, with their count.
    """

    articles: int
    origins: tuple[str, ...]
    named_by: int
    via: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the claims on a fact say together, and how many stand behind it."""

    state: State
    support: Support


def agreement(library: Library, fact: Fact) -> Agreement:
    """Compute a fact's agreement from its claims in compared articles."""
    claims = compared_claims(library, fact)
    return Agreement(state(fact, claims), support(library, claims))


def compared_claims(library: Library, fact: Fact) -> list[Claim]:
    """A fact's claims in the order of the compared sources."""
    claims = [claim for claim in fact.claims if claim.source in library.place]
    return sorted(claims, key=lambda claim: library.place[claim.source])


def state(fact: Fact, claims: Sequence[Claim]) -> State:
    """Compare all pairs of claims of different articles."""
    pairs = [(a, b) for a, b in combinations(claims, 2) if a.source != b.source]
    relations = {relation(fact, a, b) for a, b in pairs}
    if Relation.CONFLICT in relations:
        return State.DIFFER
    if any(claim.readings for claim in claims):
        return State.UNCLEAR
    if not pairs:
        return State.SINGLE
    return State.SAME if relations == {Relation.SAME} else State.COMPATIBLE


def support(library: Library, claims: Sequence[Claim]) -> Support:
    """Count articles, origins after following `part_of` upward, and outlets credited twice."""
    chains: dict[str, list[list[str]]] = {}
    for claim in claims:
        for origin in claim.origins:
            chain = chain_of(library, origin, claim.source)
            chains.setdefault(chain[-1], []).append(chain)
    credited: dict[str, set[str]] = {}
    for claim in claims:
        if claim.via:
            credited.setdefault(claim.via, set()).add(claim.source)
    return Support(
        articles=len({claim.source for claim in claims}),
        origins=tuple(_common(group) for group in chains.values()),
        named_by=len({claim.source for claim in claims if claim.origins}),
        via=tuple((outlet, len(by)) for outlet, by in credited.items() if len(by) > 1),
    )


def chain_of(library: Library, origin: str, source: str) -> list[str]:
    """An origin and the bodies above it, upward.

    A person counts as themself unless their role in that source names a body: then the body stands above them.
    """
    chain = [origin]
    body = library.body(origin)
    above = _employer(body, source) if isinstance(body, Person) else body.part_of if body else None
    while above and above not in chain:
        chain.append(above)
        organization = library.organizations.get(above)
        above = organization.part_of if organization else None
    return chain


def _employer(person: Person, source: str) -> str | None:
    return next(
        (role.organization for role in person.roles if role.source == source and role.organization),
        None,
    )


def _common(chains: list[list[str]]) -> str:
    """The lowest body that stands in all chains: the origin itself if all name the same."""
    return next(body for body in chains[0] if all(body in chain for chain in chains))


def standing(library: Library, fact: Fact, source: Source) -> Standing:
    """Say whether a source speaks on a question, is silent, or was published before the event."""
    if any(claim.source == source.id for claim in fact.claims):
        return Standing.SPEAKS
    return Standing.BEFORE if is_before(fact, source) else Standing.SILENT


def is_before(fact: Fact, source: Source) -> bool:
    """Say whether a source's last possible day of publication lies before the first day of the fact's `when`."""
    return (
        fact.when is not None
        and source.published is not None
        and source.published.last < fact.when.first
    )
