"""Which file refers to which: every id that a person typed, with the kind of thing it must name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.model import Entity, Fact, Former, Organization, Person, Remark, Source
from macros.reading import Loc


class Reference(NamedTuple):
    """An id at `loc`; `kind` says what it must be the id of."""

    loc: Loc
    target: str
    kind: str


def references(entity: Entity) -> Iterator[Reference]:
    """Yield every reference that an entity's file makes."""
    match entity:
        case Fact():
            yield from _of_fact(entity)
        case Former():
            yield from _listed(("to",), entity.to, "fact")
        case Source():
            yield Reference(("publisher",), entity.publisher, "organization")
            yield from _of_remark((), entity.remark)
        case Person() | Organization():
            yield from _of_body(entity)


def _of_fact(fact: Fact) -> Iterator[Reference]:
    yield from _listed(("about",), fact.about, "person or organization")
    if fact.speaker:
        yield Reference(("speaker",), fact.speaker, "person or organization")
    yield from _listed(("see_also",), fact.see_also, "fact")
    yield from _of_remark((), fact.remark)
    for i, claim in enumerate(fact.claims):
        loc: Loc = ("claims", i)
        yield Reference((*loc, "source"), claim.source, "source")
        if claim.origin:
            yield from _listed((*loc, "origin"), claim.origin, "person or organization")
        if claim.via:
            yield Reference((*loc, "via"), claim.via, "organization")
        if claim.remark:
            yield from _of_remark(loc, claim.remark)


def _of_body(body: Person | Organization) -> Iterator[Reference]:
    if body.country:
        yield Reference(("country",), body.country, "state")
    for source in body.spellings or ():
        yield Reference(("spellings", source), source, "source")
    if isinstance(body, Organization) and body.part_of:
        yield Reference(("part_of",), body.part_of, "organization")
    if isinstance(body, Person):
        for i, role in enumerate(body.roles):
            yield Reference(("roles", i, "source"), role.source, "source")
            if role.organization:
                yield Reference(("roles", i, "organization"), role.organization, "organization")
    yield from _of_remark((), body.remark)


def _of_remark(loc: Loc, remark: Remark | None) -> Iterator[Reference]:
    if remark:
        yield from _listed((*loc, "remark", "sources"), remark.sources, "source")


def _listed(loc: Loc, ids: Iterable[str] | None, kind: str) -> Iterator[Reference]:
    for i, target in enumerate(ids or ()):
        yield Reference((*loc, i), target, kind)
