"""A source was checked after it was published, and so were its address and the facts that rest on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.faults import Fault
from macros.library import Library
from macros.model import Fact

MOST = 4
"""Facts that are told one by one; where there are more, the source's own date is wrong."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each source that was published after it was checked, and for each fact checked before."""
    told = set()
    for source in library.sources.values():
        if source.published is None:
            continue
        for checked in (source.checked, source.address and source.address.checked):
            if checked and source.published.first > checked.last:
                message = f"it is published {source.published}, after it was checked ({checked}). Correct one."
                yield library.fault(source, ("published",), message)
                told.add(source.id)
    for source_id, facts in _checked_before(library).items():
        source = library.sources[source_id]
        if len(facts) > MOST and source_id not in told:
            message = f"it is published {source.published}, after {len(facts)} facts that rest on it were checked. Correct the date."
            yield library.fault(source, ("published",), message)
        for fact in facts if len(facts) <= MOST and source_id not in told else ():
            message = f"{source_id} was published later ({source.published}). Write the day on which its claim was checked."
            yield library.fault(fact, ("checked",), message)


def _checked_before(library: Library) -> dict[str, list[Fact]]:
    """By source: the facts that rest on it and were checked before it was published."""
    found: dict[str, list[Fact]] = {}
    published = [one.published.first for one in library.sources.values() if one.published]
    newest = max(published, default=date.min)
    for fact in library.facts.values():
        if fact.checked is None or newest <= fact.checked.last:
            continue  # no article is newer
        for name in dict.fromkeys(claim.source for claim in fact.claims):
            source = library.sources.get(name)
            first = source.published.first if source and source.published else date.min
            if first > fact.checked.last:
                found.setdefault(name, []).append(fact)
    return found
