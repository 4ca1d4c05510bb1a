"""Which file refers to which: every id that a person typed, with the kind of thing it must name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.model import Entity, Fact, Former, Organization, Person, Remark, Source
from macros.reading import Loc


class Reference(NamedTuple):
    """An id at `loc`; `kind` says what it must be the id of."""

    loc: Loc
    target: str
    kind: str


_BODY = "person or organization"


def references(entity: Entity) -> list[Reference]:
    """List every reference that an entity's file makes. Every rule asks for them: generators take twice as long."""
    match entity:
        case Fact():
            return _of_fact(entity)
        case Former():
            return _listed(("to",), entity.to, "fact")
        case Source():
            publisher = Reference(("publisher",), entity.publisher, "organization")
            return [publisher, *_of_remark((), entity.remark)]
        case Person() | Organization():
            return list(_of_body(entity))
    return []


def _of_fact(fact: Fact) -> list[Reference]:
    found = _listed(("about",), fact.about, _BODY)
    if fact.speaker:
        found.append(Reference(("speaker",), fact.speaker, _BODY))
    found += _listed(("see_also",), fact.see_also, "fact")
    found += _of_remark((), fact.remark)
    for i, claim in enumerate(fact.claims):
        found.append(Reference(("claims", i, "source"), claim.source, "source"))
        for j, origin in enumerate(claim.origin or ()):
            found.append(Reference(("claims", i, "origin", j), origin, _BODY))
        if claim.via:
            found.append(Reference(("claims", i, "via"), claim.via, "organization"))
        if claim.remark:
            found += _of_remark(("claims", i), claim.remark)
    return found


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


def _of_remark(loc: Loc, remark: Remark | None) -> list[Reference]:
    return _listed((*loc, "remark", "sources"), remark.sources, "source") if remark else []


def _listed(loc: Loc, ids: Sequence[str] | None, kind: str) -> list[Reference]:
    return [Reference((*loc, i), target, kind) for i, target in enumerate(ids)] if ids else []
