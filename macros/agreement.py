"""Whether sources agree, and how many stand behind it: two things, side by side, never one score."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from macros.library import Library
from macros.model import Claim, Fact, Person, Source
from macros.relation import Ground, Relation, ground


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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different articles, and the rule by which they stand to each other."""

    one: Claim
    other: Claim
    ground: Ground


@dataclass(frozen=True, slots=True)
class Step:
    """A question of the rules below, and whether it was answered with yes, which decides for its state."""

    state: State
    asks: str
    holds: bool


_Rule = Callable[[Sequence[Claim], Sequence[Pair]], bool]
_RULES: tuple[tuple[State, str, _Rule], ...] = (
    (
        State.DIFFER,
        "Do two articles exclude each other?",
        lambda _, pairs: any(pair.ground.relation is Relation.CONFLICT for pair in pairs),
    ),
    (
        State.UNCLEAR,
        "Can an article be read in more than one way?",
        lambda claims, _: any(claim.readings for claim in claims),
    ),
    (
        State.SINGLE,
        "Does one article alone answer?",
        lambda _, pairs: not pairs,
    ),
    (
        State.SAME,
        "Do all articles that answer say the same?",
        lambda _, pairs: all(pair.ground.relation is Relation.SAME for pair in pairs),
    ),
    (State.COMPATIBLE, "So they say different things, which can all be right.", lambda *_: True),
)


def state(fact: Fact, claims: Sequence[Claim]) -> State:
    """Compare all pairs of claims of different articles; the first rule that holds decides."""
    return next(step.state for step in steps(claims, pairs(fact, claims)) if step.holds)


def pairs(fact: Fact, claims: Sequence[Claim]) -> list[Pair]:
    """Put every two claims of different articles beside each other."""
    return [
        Pair(one, other, ground(fact, one, other))
        for one, other in combinations(claims, 2)
        if one.source != other.source
    ]


def steps(claims: Sequence[Claim], compared: Sequence[Pair]) -> Iterator[Step]:
    """Ask the rules in their order, each when it is reached."""
    for decided, asks, rule in _RULES:
        yield Step(decided, asks, rule(claims, compared))


@dataclass(frozen=True, slots=True)
class Named:
    """An origin as one claim names it, with the bodies above it, upward."""

    claim: Claim
    chain: tuple[str, ...]


def support(library: Library, claims: Sequence[Claim]) -> Support:
    """Count articles, origins after following `part_of` upward, and outlets credited twice."""
    return Support(
        articles=len({claim.source for claim in claims}),
        origins=tuple(counted_as(group) for group in origins(library, claims)),
        named_by=len({claim.source for claim in claims if claim.origins}),
        via=tuple((outlet, len(by)) for outlet, by in credited(claims).items() if len(by) > 1),
    )


def origins(library: Library, claims: Sequence[Claim]) -> list[list[Named]]:
    """The origins that claims name; those with one body at their top are one."""
    by_top: dict[str, list[Named]] = {}
    for claim in claims:
        for origin in claim.origins:
            chain = tuple(chain_of(library, origin, claim.source))
            by_top.setdefault(chain[-1], []).append(Named(claim, chain))
    return list(by_top.values())


def credited(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """The articles that credit each outlet."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.via:
            found.setdefault(claim.via, set()).add(claim.source)
    return found


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


def counted_as(group: Sequence[Named]) -> str:
    """The lowest body that stands in all chains: the origin itself if all name the same."""
    return next(body for body in group[0].chain if all(body in named.chain for named in group))


def standing(fact: Fact, source: Source) -> Standing:
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
