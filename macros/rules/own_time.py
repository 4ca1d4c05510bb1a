"""The time that a question is about is the one of its own words, and begins with one of its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.dates import Span
from macros.faults import Fault
from macros.library import Library
from macros.model import Fact
from macros.printed_dates import MONTHS, TimeWords, earliest

_SHORT = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
"""A number that can be a year, or part of one."""
_MONTH = re.compile(rf"\b(?:{'|'.join(month.capitalize() for month in MONTHS)})\b")
"""With its capital: a question asks what may follow, too."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each `when` that its question's words or its claims' periods speak against."""
    for fact in library.facts.values():
        message = slip(fact)
        if message:
            yield library.fault(fact, ("when",), message)


def slip(fact: Fact) -> str | None:
    """Say what speaks against a fact's `when`; None if nothing does. What follows from it need not be told."""
    return (_asked(fact.question, fact.when) or _begun(fact, fact.when)) if fact.when else None


def _asked(question: str, when: Span) -> str | None:
    """Compare with the years and months that the question names."""
    if not (_SHORT.search(question) or _MONTH.search(question)):
        return None
    ends = [point for point in (when.start, when.end) if point]
    found = TimeWords.of(question, earliest(when))
    months = found.months and {MONTHS.index(m.lower()) + 1 for m in _MONTH.findall(question)}
    for what, asked, typed in (
        ("year", found.years, {point.year for point in ends}),
        ("month", months, {point.month for point in ends if point.month}),
    ):
        if asked and typed and typed.isdisjoint(asked):
            return (
                f"its {what} is not the one that the question asks about. Correct one of the two."
            )
    return None


def _begun(fact: Fact, when: Span) -> str | None:
    """Compare what is open to the end with the claims' periods that are open, too."""
    if when.end:
        return None
    begun = [claim.period.start for claim in fact.claims if claim.period and not claim.period.end]
    if not begun or any(point.year == when.start.year for point in begun):
        return None
    return f"its claims begin with {min(begun, key=str)}. Correct one of the two."
