"""A claim's answer is one of those that its fact can have, and an answer includes others that exist."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault, did_you_mean
from macros.library import Library
from macros.model import Fact
from macros.reading import Loc


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each unknown answer, and a notice for each that no claim gives."""
    for fact in library.facts.values():
        answers = fact.answers or {}
        named = list(_named(fact))
        for loc, answer in named:
            if answer not in answers:
                hint = did_you_mean(answer, answers) or " Add it to `answers:` with its wording."
                yield library.fault(
                    fact, loc, f"“{answer}” is not among this fact's answers.{hint}"
                )
        given = {answer for _, answer in named}
        for answer in answers.keys() - given:
            message = f"no claim gives the answer “{answer}”. Remove it, or add the claim."
            yield library.fault(fact, ("answers", answer), message, of_key=True)


def _named(fact: Fact) -> Iterator[tuple[Loc, str]]:
    for key, answer in (fact.answers or {}).items():
        for i, included in enumerate(answer.includes or ()):
            yield ("answers", key, "includes", i), included
    for i, claim in enumerate(fact.claims):
        if claim.answer:
            yield ("claims", i, "answer"), claim.answer
        for j, reading in enumerate(claim.readings or ()):
            if reading.answer:
                yield ("claims", i, "readings", j, "answer"), reading.answer
