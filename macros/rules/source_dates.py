"""A source was checked after it was published, and so was its address."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each source that was published after it was checked."""
    for source in library.sources.values():
        if source.published is None:
            continue
        for checked in (source.checked, source.address and source.address.checked):
            if checked and source.published.first > checked.last:
                message = f"it is published {source.published}, after it was checked ({checked}). Correct one."
                yield library.fault(source, ("published",), message)
