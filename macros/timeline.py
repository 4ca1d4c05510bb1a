"""What happened when, as precise as the articles are: an unclear day is drawn as unclear."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from markupsafe import Markup

from macros import wording
from macros.agreement import State
from macros.dates import Span
from macros.escape import text
from macros.evidence import in_language
from macros.language import _
from macros.marks import mark
from macros.model import Claim, Fact
from macros.rendering import render
from macros.sheet import Sheet
from macros.site import Site
from macros.unspaced import last_word

_LONGEST_GRID = 10
"""Days that fit side by side on a phone."""


def timeline(site: Site, sheet: Sheet, topic: str) -> Markup:
    """The stops of a topic, in order, over a grid of days where they lie close together; its caption has their year."""
    events = site.events(topic)
    if not events:
        return Markup('<p class="computed">{}</p>').format(text(_("No event is told here yet.")))
    days = _grid(site, events)
    stops = [_stop(site, sheet, fact, days) for fact in events]
    for stop, after in pairwise(stops):
        after["again"] = all(after[key] == stop[key] for key in ("day", "qualifiers"))
    return render(
        "timeline.html",
        topic=topic,
        title=site.library.topics[topic],
        days=days,
        stops=stops,
    )


def _grid(site: Site, events: list[Fact]) -> list[date]:
    """Every day from the first to the last that is known to the day; nothing if they lie far apart."""
    known = [
        d for fact in events for span in site.days(fact) if _is_one_day(span) for d in span.days
    ]
    if not known:
        return []
    length = (max(known) - min(known)).days + 1
    return [min(known) + timedelta(i) for i in range(length)] if length <= _LONGEST_GRID else []


def _stop(site: Site, sheet: Sheet, fact: Fact, days: list[date]) -> dict[str, object]:
    spans = site.days(fact)
    finest = _finest(fact, spans)
    dated = [span for span in spans if _is_one_day(span)]
    differ = site.agreement(fact).state in (State.UNCLEAR, State.DIFFER) and len(spans) > 1
    unclear = differ or bool(dated and all(_qualifying(fact, span) for span in dated))
    event = fact.event or fact.label
    end = last_word(event)
    return {
        "style": "unclear" if unclear else "fix" if dated else "silent",
        "state": site.agreement(fact).state,
        "day": _day(fact, finest, days),
        "qualifiers": _qualifiers(site, fact, finest),
        "again": False,
        "before": event[:end],
        "last": text(event[end:]),
        "mark": mark(site, sheet, fact),
        "bars": _bars(days, spans, unclear=unclear),
    }


def _day(fact: Fact, spans: list[Span], grid: list[date]) -> str:
    """When it was, as the finest of its times tell it; the year stands above a grid, and is told where it is another."""
    dated = any(claim.date or claim.readings for claim in fact.claims)
    if not spans or (not dated and grid and not _is_one_day(spans[0])):
        return _("Day not given") if grid else _("Time not given")
    points = [point for span in spans for point in (span.start, span.end) if point]
    above = bool(grid) and all(point.year == grid[0].year for point in points)
    return wording.alternatives([wording.span(span, with_year=not above) for span in spans])


def _finest(fact: Fact, spans: list[Span]) -> list[Span]:
    """The times in their order, without a month that holds the day of another article, and not just a reading of it.

    That month is that day, told less precisely.
    """
    given = {claim.date for claim in fact.claims if claim.date}
    found = (
        span
        for span in spans
        if not any(
            other.days != span.days and span.first <= other.first and other.last <= span.last
            for other in given
        )
    )
    return sorted(found, key=lambda span: span.days)


def _qualifiers(site: Site, fact: Fact, spans: list[Span]) -> list[Markup]:
    """What makes the days of a stop less sure, each word of an article once, in its language."""
    found = {
        wording.qualifier(claim): site.library.language(claim.source)
        for span in spans
        for claim in _qualifying(fact, span)
    }
    return [in_language(words, lang) for words, lang in found.items()]


def _qualifying(fact: Fact, span: Span) -> list[Claim]:
    """The claims that give a day and say it is not sure; none if another gives it plainly."""
    giving = [claim for claim in fact.claims if claim.date == span]
    return giving if all(map(wording.qualifier, giving)) else []


def _bars(days: list[date], spans: list[Span], *, unclear: bool) -> list[tuple[str, int, int]]:
    """Blocks on the grid: kind, first column, column after the last."""
    if not days:
        return []
    if not any(_is_one_day(span) for span in spans):
        span = spans[0] if spans else None
        if span and not (span.first <= days[-1] and days[0] <= span.last):
            return []
        first = max(days[0], span.first) if span else days[0]
        last = min(days[-1], span.last) if span else days[-1]
        return [("bar open", _column(days, first), _column(days, last) + 1)]
    kind = "bar maybe" if unclear else "bar"
    columns = sorted({_column(days, span.first) for span in spans if _is_one_day(span)})
    between = [("not", a + 1, b) for a, b in pairwise(columns) if b > a + 1]
    return [*((kind, column, column + 1) for column in columns), *between]


def _column(days: list[date], day: date) -> int:
    return min(max((day - days[0]).days, 0), len(days) - 1) + 1


def _is_one_day(span: Span) -> bool:
    return span.first == span.last
