"""How two claims on one question stand to each other."""

from __future__ import annotations

from enum import Enum, StrEnum
from itertools import product

from macros.dates import Span
from macros.figure import Figure
from macros.fold import contains, words
from macros.language import marked
from macros.model import Claim, Fact, Reading


class Relation(StrEnum):
    """Two claims say the same, can both hold, or can't."""

    SAME = "same"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"


class Ground(Enum):
    """Each rule by which two claims are compared: what follows from it, and why, in words."""

    WORDS_ONLY = Relation.COMPATIBLE, marked("one of them gives words only, which exclude nothing")
    SAME_NUMBERS = Relation.SAME, marked("both leave room for the same numbers")
    NUMBERS_MEET = (
        Relation.COMPATIBLE,
        marked("the number of one lies in the room that the other leaves"),
    )
    OTHER_TIMES = (
        Relation.COMPATIBLE,
        marked("the numbers exclude each other, but are about times that do not meet"),
    )
    NUMBERS_APART = (
        Relation.CONFLICT,
        marked("the number of neither lies in the room that the other leaves"),
    )
    SHARE_AND_COUNT = Relation.CONFLICT, marked("one is a share in percent, and the other a count")
    OTHER_MONEY = Relation.CONFLICT, marked("they are in different currencies")
    SAME_DAYS = Relation.SAME, marked("both give the same time")
    DAYS_MEET = Relation.COMPATIBLE, marked("there are days that lie in both")
    DAYS_APART = Relation.CONFLICT, marked("no day lies in both")
    SAME_ANSWER = Relation.SAME, marked("both give the same answer")
    SEVERAL_ANSWERS = (
        Relation.COMPATIBLE,
        marked("this question takes several answers, of which none excludes another"),
    )
    ANSWER_INCLUDED = Relation.COMPATIBLE, marked("one answer includes the other")
    ANSWERS_APART = Relation.CONFLICT, marked("the answers exclude each other")
    SAME_QUOTATION = Relation.SAME, marked("one quotation holds the words of the other")
    OTHER_QUOTATIONS = Relation.COMPATIBLE, marked("other words are quoted, which exclude nothing")
    READING_FITS = Relation.COMPATIBLE, marked("the unclear one can be read so that both hold")
    NO_READING_FITS = Relation.CONFLICT, marked("however the unclear one is read, both can't hold")
    OTHER_KINDS = Relation.CONFLICT, marked("they are not answers of one kind")

    def __init__(self, relation: Relation, because: str) -> None:
        self.relation = relation
        self.because = because


def relation(fact: Fact, one: Claim, other: Claim) -> Relation:
    """Compare two claims of different sources on one fact."""
    return ground(fact, one, other).relation


def ground(fact: Fact, one: Claim, other: Claim) -> Ground:
    """Find the rule that says how two claims of different sources on one fact stand to each other."""
    if one.says is not None or other.says is not None:
        return Ground.WORDS_ONLY
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
    return Ground.OTHER_KINDS  # a figure against a date: a check refuses such a fact


def of_figures(one: Figure, other: Figure) -> Ground:
    """Same if their wide intervals are equal; compatible if the wide of one meets the core of the other.

    The margin counts once: about 5,000 and 5,400 are compatible, about 5,000 and about 6,000 are not.
    """
    if one.percent != other.percent:
        return Ground.SHARE_AND_COUNT
    if one.currency and other.currency and one.currency != other.currency:
        return Ground.OTHER_MONEY
    if one.wide == other.wide:
        return Ground.SAME_NUMBERS
    if one.wide.meets(other.core) or one.core.meets(other.wide):
        return Ground.NUMBERS_MEET
    return Ground.NUMBERS_APART


def of_dates(one: Span, other: Span) -> Ground:
    """Same if they are the same days, compatible if some day lies in both."""
    if one.days == other.days:
        return Ground.SAME_DAYS
    return Ground.DAYS_MEET if one.meets(other) else Ground.DAYS_APART


def of_quotations(one: str, other: str) -> Ground:
    """Same if one holds the words of the other."""
    a, b = words(one), words(other)
    return Ground.SAME_QUOTATION if contains(a, b) or contains(b, a) else Ground.OTHER_QUOTATIONS


def _of_figures_in(one: Claim, other: Claim) -> Ground:
    assert one.figure is not None and other.figure is not None
    found = of_figures(one.figure, other.figure)
    apart = (
        one.period is not None and other.period is not None and not one.period.meets(other.period)
    )
    return Ground.OTHER_TIMES if found.relation is Relation.CONFLICT and apart else found


def _of_answers(fact: Fact, one: str, other: str) -> Ground:
    if one == other:
        return Ground.SAME_ANSWER
    if fact.several:
        return Ground.SEVERAL_ANSWERS
    if _includes(fact, one, other) or _includes(fact, other, one):
        return Ground.ANSWER_INCLUDED
    return Ground.ANSWERS_APART


def _includes(fact: Fact, wide: str, narrow: str, seen: frozenset[str] = frozenset()) -> bool:
    """Say whether an answer includes another, directly or through a third."""
    answer = (fact.answers or {}).get(wide)
    included = set((answer.includes if answer else None) or ()) - seen
    return narrow in included or any(
        _includes(fact, key, narrow, seen | included) for key in included
    )


def _of_readings(fact: Fact, one: Claim, other: Claim) -> Ground:
    """Compatible if any pair of readings does not conflict: unclear words can't be the same as others."""
    pairs = product(_read(one), _read(other))
    if any(relation(fact, a, b) is not Relation.CONFLICT for a, b in pairs):
        return Ground.READING_FITS
    return Ground.NO_READING_FITS


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
