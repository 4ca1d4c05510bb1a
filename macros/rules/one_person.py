"""One person has one file, a name that each quoting source is known to print, and something that mentions them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.fold import words
from macros.library import Library
from macros.model import Fact, Person

UNMENTIONED = "no fact mentions this person. Name them in `about:`, or remove the file."

ANOTHER = "Is this somebody else, say who: Ada Quill (teacher)."


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for a person in two files, one whom nothing mentions, and an undeclared spelling."""
    yield from _in_two_files(library)
    mentioned = {
        r.target for entity, found in library.references if isinstance(entity, Fact) for r in found
    }
    for person in library.people.values():
        if person.id not in mentioned and not library.broken:  # a broken file may mention them
            yield library.fault(
                person,
                ("name",),
                UNMENTIONED,
            )
        undeclared = {
            role.source: i
            for i, role in reversed(list(enumerate(person.roles)))
            if role.source not in (person.spellings or {})
        }
        for source, i in undeclared.items():
            yield library.fault(person, ("roles", i, "source"), _undeclared(person, source))
    for fact in library.facts.values():
        yield from _quoted(library, fact)


def _in_two_files(library: Library) -> Iterator[Fault]:
    seen: dict[tuple[str, ...], Person] = {}
    for person in library.people.values():
        spelled = [s for group in (person.spellings or {}).values() for s in group]
        # Mira Sol (technician) is another than Mira Sol, however their articles print them.
        compared = () if person.name.endswith(")") else spelled
        names = [person.name, *(name for name in compared if len(words(name)) > 1)]
        own = {key: name for name in reversed(names) for key in _alike(words(name))}
        for key, name in sorted(own.items()):
            first = seen.setdefault(key, person)
            if first is not person:
                message = (
                    f"{first.path} has the name “{name}” too. One person has one file. {ANOTHER}"
                )
                yield library.fault(person, ("name",), message)
                break


def _alike(name: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What two ways to write one name have in common: its words in whatever order, and its letters."""
    return tuple(sorted(name)), ("".join(name),)


def _quoted(library: Library, fact: Fact) -> Iterator[Fault]:
    for i, claim in enumerate(fact.claims):
        named = claim.origins
        if claim.quotation and fact.speaker and fact.speaker not in named:
            named += (fact.speaker,)
        for name in named:
            person = library.people.get(name)
            if person and claim.source not in (person.spellings or {}):
                yield library.fault(
                    fact, ("claims", i, "source"), _undeclared(person, claim.source)
                )


def _undeclared(person: Person, source: str) -> str:
    return f"nobody declared how {source} spells {person.name}. Add it to `spellings:` in {person.path}."
