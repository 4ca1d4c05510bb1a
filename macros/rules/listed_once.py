"""Nothing is said twice in one file, and nothing leads to itself: no id, claim, reading or answer."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library
from macros.model import Answer, Fact
from macros.reading import Loc

_TWICE = "“{}” stands here twice. Keep one of the two."


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each id twice in a list, each claim or reading twice, and each way that leads back."""
    for entity, references in library.references:
        seen: set[str] = set()
        for loc, target, _ in references:
            if isinstance(loc[-1], str):
                continue  # it stands in no list
            if loc[-1] == 0:
                seen.clear()  # here a list begins, whose ids follow one another
            if target in seen:
                yield library.fault(entity, loc, _TWICE.format(target))
            seen.add(target)
            if loc[0] == "see_also" and target == entity.id:
                told = f"“{entity.id}” is this fact itself. Remove it here."
                yield library.fault(entity, loc, told)
    for fact in library.facts.values():
        for loc, told in _of_fact(fact):
            yield library.fault(fact, loc, told)


def _of_fact(fact: Fact) -> Iterator[tuple[Loc, str]]:
    if len({(claim.source, claim.locator.text) for claim in fact.claims}) < len(fact.claims):
        yield from _claims_twice(fact)
    for i, claim in enumerate(fact.claims):
        for j, reading in enumerate(claim.readings or ()):
            earlier = (claim.readings or ())[:j]
            held = (reading.date, reading.figure, reading.answer)
            if any(held == (one.date, one.figure, one.answer) for one in earlier):
                told = "this reading is the same as one above. Write in which other way the words can be read, or keep one."
                yield ("claims", i, "readings", j), told
    answers = fact.answers or {}
    for key, answer in answers.items():
        for i, included in enumerate(answer.includes or ()):
            if included in (answer.includes or ())[:i]:
                yield ("answers", key, "includes", i), _TWICE.format(included)
        if key in _included(answers, key):
            told = f"“{key}” includes itself in the end. Break the circle."
            yield ("answers", key, "includes"), told


def _claims_twice(fact: Fact) -> Iterator[tuple[Loc, str]]:
    alike: dict[object, int] = {}
    for i, claim in enumerate(fact.claims):
        kind = claim.kind
        first = alike.setdefault((claim.source, claim.locator.text, kind, getattr(claim, kind)), i)
        if first != i:
            told = (
                f"this claim says the same as claim {first + 1} of this file. Keep one of the two."
            )
            yield ("claims", i), told


def _included(answers: dict[str, Answer], key: str) -> set[str]:
    """All answers that one includes, however many stand between."""
    found: set[str] = set()
    waiting = list(answers[key].includes or ())
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += (answers[one].includes or ()) if one in answers else ()
    return found
