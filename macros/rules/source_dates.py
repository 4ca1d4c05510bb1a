"""A source was checked after it was published, and so were its address and the facts that rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each source that was published after it was checked, and for each fact checked before."""
    for source in library.sources.values():
        if source.published is None:
            continue
        for checked in (source.checked, source.address and source.address.checked):
            if checked and source.published.first > checked.last:
                message = f"it is published {source.published}, after it was checked ({checked}). Correct one."
                yield library.fault(source, ("published",), message)
    for fact in library.facts.values():
        if not fact.checked:
            continue
        for claim in fact.claims:
            read = library.sources.get(claim.source)
            if read and read.published and read.published.first > fact.checked.last:
                message = f"{read.id} was published later ({read.published}). Write the day on which its claim was checked."
                yield library.fault(fact, ("checked",), message)
                break
