"""No two files say the same: one question, one label, one name, one code, one place in the order, no circle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from macros.faults import Fault
from macros.fold import words
from macros.library import Library
from macros.model import Entity
from macros.rules.own_page import without_additions

_E = TypeVar("_E", bound=Entity)


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for the second of two alike, and for a body that stands above itself."""
    facts, bodies = library.facts.values(), library.organizations.values()
    yield from _twice(library, facts, "question", lambda fact: words(fact.question))
    yield from _twice(library, facts, "label", lambda fact: words(fact.label))
    yield from _twice(library, bodies, "name", lambda body: words(body.name))
    yield from _twice(
        library, library.compared, "code", lambda source: source.code, "Choose another."
    )
    free = max((source.order or 0 for source in library.compared), default=0) + 1
    yield from _twice(
        library, library.compared, "order", lambda source: source.order, f"Write {free}, the next."
    )
    yield from _twice(library, library.sources.values(), "url", lambda source: _page(source.url))
    yield from _letters_of_two(library)
    for person_id in library.people.keys() & library.organizations.keys():
        message = (
            f"{library.organizations[person_id].path} has the same id. Rename one of the two files."
        )
        yield library.fault(library.people[person_id], (), message)
    for body in bodies:
        if _above_itself(library, body.id):
            message = f"“{body.part_of}” is part of this body in turn. Break the circle."
            yield library.fault(body, ("part_of",), message)


def _twice(
    library: Library,
    group: Iterable[_E],
    key: str,
    value: Callable[[_E], object],
    cure: str = "Make one of the two, or tell them apart.",
) -> Iterator[Fault]:
    seen: dict[object, _E] = {}
    for entity in group:
        first = seen.setdefault(value(entity), entity)
        if first is not entity:
            yield library.fault(
                entity,
                (key,),
                f"{first.path} has the same {key}. {cure}",
            )


def _page(url: str) -> str:
    """What the addresses of one page have in common: a slash at the end, www. or a place in it make no other."""
    return without_additions(url).partition("#")[0].rstrip("/").replace("://www.", "://", 1)


def _letters_of_two(library: Library) -> Iterator[Fault]:
    """An abbreviation that stands for two names would be explained by one of them."""
    seen: dict[str, tuple[str, str]] = {}
    for body in library.organizations.values():
        own = [(("short",), body.short, body.name)] if body.short else []
        others = [(("abbreviations", a), a, name) for a, name in (body.abbreviations or {}).items()]
        for loc, letters, name in [*own, *others]:
            first, path = seen.setdefault(letters, (name, body.path))
            if first != name:
                message = f"“{letters}” stands for “{first}” in {path}. Keep one of the two, or tell them apart."
                yield library.fault(body, loc, message)


def _above_itself(library: Library, body_id: str) -> bool:
    seen: set[str] = set()
    above = library.organizations[body_id].part_of
    while above is not None and above in library.organizations and above not in seen:
        if above == body_id:
            return True
        seen.add(above)
        above = library.organizations[above].part_of
    return False
