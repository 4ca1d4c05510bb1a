"""How two claims on one question stand to each other."""

from __future__ import annotations

from enum import StrEnum
from itertools import product

from macros.dates import Span
from macros.figure import Figure
from macros.fold import contains, words
from macros.model import Claim, Fact, Reading


class Relation(StrEnum):
    """Two claims say the same, can both hold, or can't."""

    SAME = "same"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"


def relation(fact: Fact, one: Claim, other: Claim) -> Relation:
    """Compare two claims of different sources on one fact."""
    if one.says is not None or other.says is not None:
        return Relation.COMPATIBLE
    if one.readings is not None or other.readings is not None:
        return _of_readings(fact, one, other)
    if one.figure is not None and other.figure is not None:
        return _of_figures_in(one, other)
    if one.date is not None and other.date is not None:
        return of_dates(one.date, other.date)
    if one.answer is not None and other.answer is not None:
        return _of_answers(fact, one.answer, other.answer)
    if one.quotation is not None and other.quotation is not None:
        return of_quotations(one.quotation, other.quotation)
    return Relation.CONFLICT  # a figure against a date: a check refuses such a fact


def of_figures(one: Figure, other: Figure) -> Relation:
    """Same if their wide intervals are equal; compatible if the wide of one meets the core of the other.

    The margin counts once: about 5,000 and 5,400 are compatible, about 5,000 and about 6,000 are not.
    """
    if one.percent != other.percent:
        return Relation.CONFLICT
    if one.wide == other.wide:
        return Relation.SAME
    if one.wide.meets(other.core) or one.core.meets(other.wide):
        return Relation.COMPATIBLE
    return Relation.CONFLICT


def of_dates(one: Span, other: Span) -> Relation:
    """Same if they are the same days, compatible if some day lies in both."""
    if one.days == other.days:
        return Relation.SAME
    return Relation.COMPATIBLE if one.meets(other) else Relation.CONFLICT


def of_quotations(one: str, other: str) -> Relation:
    """Same if one holds the words of the other."""
    a, b = words(one), words(other)
    return Relation.SAME if contains(a, b) or contains(b, a) else Relation.COMPATIBLE


def _of_figures_in(one: Claim, other: Claim) -> Relation:
    assert one.figure is not None and other.figure is not None
    found = of_figures(one.figure, other.figure)
    apart = (
        one.period is not None and other.period is not None and not one.period.meets(other.period)
    )
    return Relation.COMPATIBLE if found is Relation.CONFLICT and apart else found


def _of_answers(fact: Fact, one: str, other: str) -> Relation:
    if one == other:
        return Relation.SAME
    if fact.several or _includes(fact, one, other) or _includes(fact, other, one):
        return Relation.COMPATIBLE
    return Relation.CONFLICT


def _includes(fact: Fact, wide: str, narrow: str, seen: frozenset[str] = frozenset()) -> bool:
    """Say whether an answer includes another, directly or through a third."""
    answer = (fact.answers or {}).get(wide)
    included = set((answer.includes if answer else None) or ()) - seen
    return narrow in included or any(
        _includes(fact, key, narrow, seen | included) for key in included
    )


def _of_readings(fact: Fact, one: Claim, other: Claim) -> Relation:
    """Compatible if any pair of readings does not conflict: unclear words can't be the same as others."""
    pairs = product(_read(one), _read(other))
    if any(relation(fact, a, b) is not Relation.CONFLICT for a, b in pairs):
        return Relation.COMPATIBLE
    return Relation.CONFLICT


def _read(claim: Claim) -> list[Claim]:
    """The claims that an unclear one can be read as."""
    return [_as_read(claim, reading) for reading in claim.readings] if claim.readings else [claim]


def _as_read(claim: Claim, reading: Reading) -> Claim:
    read = {
        "readings": None,
        "date": reading.date,
        "figure": reading.figure,
        "answer": reading.answer,
    }
    return claim.model_copy(update=read)
