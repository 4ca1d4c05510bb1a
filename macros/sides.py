"""Which answer each claim stands on, where the sources contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Claim, Fact
from macros.relation import Relation, relation


def sides(fact: Fact, claims: Sequence[Claim]) -> list[int | None]:
    """Number the answers that exclude each other, in the order of the claims; returns each claim's number.

    A claim that excludes no other stands on none: None. One that excludes an answer, and fits several
    others, is counted with the first of those.
    """
    answers: list[list[Claim]] = []
    found: list[int | None] = []
    for claim in claims:
        if not any(_exclude(fact, claim, other) for other in claims):
            found.append(None)
            continue
        fitting = [
            number
            for number, its in enumerate(answers)
            if not any(_exclude(fact, claim, other) for other in its)
        ]
        if not fitting:
            answers.append([])
        number = fitting[0] if fitting else len(answers) - 1
        answers[number].append(claim)
        found.append(number)
    return found


def _exclude(fact: Fact, one: Claim, other: Claim) -> bool:
    return one.source != other.source and relation(fact, one, other) is Relation.CONFLICT
