"""A date is no surer than its article prints it: what qualifies it is kept as its hedge, for pages print the bare date."""

from __future__ import annotations

from collections.abc import Iterator

from macros.date_qualifiers import LIMITS, SIGNS, beside
from macros.dates import Span
from macros.faults import Fault
from macros.fold import contains, words
from macros.library import Library
from macros.locator import JOINT, Locator
from macros.model import Claim
from macros.printed_dates import TimeWords, can_read, earliest


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each date whose article says that it is about then, before it or after it, and whose claim does not."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            if claim.date is None or all(map(SIGNS.isdisjoint, claim.locator.folded)):
                continue
            found = left_out(claim, claim.date)
            if found and can_read(library.language(claim.source)):
                yield library.fault(fact, ("claims", i, "date"), _message(claim, found))


def left_out(claim: Claim, date: Span) -> str | None:
    """Say what the article prints with a claim's date, and the claim does not keep; None if nothing is lost."""
    printed = claim.printed or ""
    found = qualifier(claim.locator, printed, earliest(date))
    if found is None or contains(words(claim.hedge or ""), words(found)):
        return None
    open_already = found in LIMITS and date.start != date.end
    return None if open_already or _is_coarser(date, printed) else found


def qualifier(locator: Locator, printed: str, first_year: int) -> str | None:
    """Say what qualifies a date in its locator, wherever its printed words stand in it; None if nothing does."""
    for part in printed.split(JOINT):
        folded = words(part)
        found = folded and locator.everywhere(
            folded, lambda passage, start, end: beside(passage, start, end, first_year)
        )
        if found:
            return found
    return None


def _is_coarser(date: Span, printed: str) -> bool:
    """Say whether a date leaves room: its article prints a day, or a month, and the date is its month or year."""
    told = TimeWords.of(printed, earliest(date))
    return bool(date.start.day is None and told.days) or bool(
        date.start.month is None and told.months
    )


def _message(claim: Claim, found: str) -> str:
    hedge = f"{claim.hedge}{JOINT}{found}" if claim.hedge else found
    instead = ", or write a date A/B that leaves this time open" if found in LIMITS else ""
    return (
        f"the article prints “{found}” with this date, which makes it less sure. "
        f"Add `hedge: {hedge}`{instead}, or choose a passage without it if it belongs to something else."
    )
