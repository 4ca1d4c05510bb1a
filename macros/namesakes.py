"""Sources that share a publisher: the shortest date that tells each from the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from macros.dates import Point, Span
from macros.model import Source


class Apart(NamedTuple):
    """The date that a source has alone; or its whole date, and the code that it needs beside it."""

    date: Span
    code: str = ""


def namesakes(sources: Iterable[Source]) -> dict[str, Apart]:
    """Tell, by the ids of sources, what parts them: of each publisher that has several among them."""
    by_publisher: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_publisher[source.publisher].append(source)
    several = (those for those in by_publisher.values() if len(those) > 1)
    return {source: apart for those in several for source, apart in _parted(those)}


def _parted(sources: Sequence[Source]) -> Iterator[tuple[str, Apart]]:
    dates = {s.id: _dates(s.published) for s in sources if s.published}
    count = Counter(date for its in dates.values() for date in its)
    for source in sources:
        *shorter, whole = dates[source.id]
        own = next((date for date in (*shorter, whole) if count[date] == 1), None)
        yield source.id, Apart(own) if own else Apart(whole, source.code or "")


def _dates(published: Span) -> list[Span]:
    """A date told ever more precisely: by its year, its month, and the whole of it, as far as these are one."""
    start = published.start
    shorter = (Span(point, point) for point in (Point(start.year), Point(start.year, start.month)))
    holding = (s for s in shorter if s.first <= published.first and published.last <= s.last)
    return list(dict.fromkeys([*holding, published]))
