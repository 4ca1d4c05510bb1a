"""A date is the one that the article prints; a period rests on words of its locator."""

from __future__ import annotations

from collections.abc import Iterator

from macros.dates import Span
from macros.faults import Fault
from macros.fold import places
from macros.library import Library
from macros.locator import Locator
from macros.model import Claim, Fact
from macros.printed_dates import TimeWords, can_read, disagreement, earliest
from macros.reading import Loc
from macros.rules.own_time import slip

_SOON = 183
"""Days ahead for which articles announce what comes without its year."""
_SINCE = frozenset(
    "since from after starting beginning began begun start started onward onwards".split()
)


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each date or period that does not fit the article's words or the fact's `when`."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            for loc, message in _faults(library, fact, claim):
                yield library.fault(fact, ("claims", i, *loc), message)


def _faults(library: Library, fact: Fact, claim: Claim) -> Iterator[tuple[Loc, str]]:
    if not (claim.date or claim.period or claim.readings):
        return
    for loc, span in _dates(claim) if claim.date or claim.readings else ():
        if fact.when and not span.meets(fact.when) and not slip(fact):
            yield (
                loc,
                f"{span} lies outside the fact's `when` ({fact.when}). Correct one of the two.",
            )
    period = claim.period
    if fact.when and period and _begins_before(period, fact.when) and not slip(fact):
        yield (
            ("period",),
            f"{period} begins before the fact's `when` ({fact.when}). Correct one of the two.",
        )
    source = library.sources.get(claim.source)
    if source and source.published and _is_later(claim, source.published):
        yield from _to_come(claim, source.published)
    if not (source and can_read(source.lang)):
        return
    if claim.date and claim.printed:
        message = disagreement(claim.printed, claim.date)
        if message:
            yield ("date",), message
    if claim.period:
        message = _period_fault(claim, claim.period)
        if message:
            yield ("period",), message


def _begins_before(period: Span, when: Span) -> bool:
    """Of what goes on to this day, the claim's time may begin with the fact's, and no year before."""
    return not (period.end or when.end) and period.start.year < when.start.year


def _is_later(claim: Claim, published: Span) -> bool:
    last = published.last
    return bool(
        (claim.date and claim.date.first > last) or (claim.period and claim.period.first > last)
    )


def _to_come(claim: Claim, published: Span) -> Iterator[tuple[Loc, str]]:
    """What an article that names no year says of a time long after it: a slip of the year, most likely."""
    for key, span in (("date", claim.date), ("period", claim.period)):
        if span is None or span.first <= published.last:
            continue
        if span.end and (span.first - published.last).days <= _SOON:
            continue
        phrase = claim.printed if key == "date" else claim.locator.text
        if not TimeWords.of(phrase or "", earliest(span)).years:
            yield (
                (key,),
                f"{span} is after the article was published ({published}), and the article prints no year. Correct the year.",
            )


def _dates(claim: Claim) -> Iterator[tuple[Loc, Span]]:
    if claim.date:
        yield ("date",), claim.date
    for i, reading in enumerate(claim.readings or ()):
        if reading.date:
            yield ("readings", i, "date"), reading.date


def _period_fault(claim: Claim, period: Span) -> str | None:
    words = claim.locator.words
    found = TimeWords.among(words, claim.locator.text, earliest(period))
    if not found:
        return "no word of the locator speaks of a time. Let the locator hold the words that the period rests on."
    ends = [point for point in (period.start, period.end) if point]
    years = found.years
    if years and claim.figure:
        years -= {claim.figure.low, claim.figure.high}
    for what, printed in (("month", found.months), ("year", years), ("day", found.days)):
        typed = {getattr(point, what) for point in ends} - {None} if printed else set()
        if typed and typed.isdisjoint(printed):
            return f"its {what} is not in the locator. Correct it, or let the locator hold the words that it rests on."
    if period.end is None and _SINCE.isdisjoint(words):
        return f"no word of the locator says since when. Write `period: {period.start}`, or let the locator hold that word."
    if period.end and _is_open(claim.locator):
        return f"the locator says since when. Write `period: since {period.start}`."
    return None


def _is_open(locator: Locator) -> bool:
    """Say whether a time follows upon since."""
    return any(
        TimeWords.of(" ".join(passage[i + 1 : i + 3]))
        for passage in locator.folded
        for i in places(passage, ("since",))
    )
