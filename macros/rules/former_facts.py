"""Nothing names a question that is asked no more: its address is for readers who kept it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each reference to a fact that has moved, was split or is retired."""
    for entity, references in library.references:
        for reference in references:
            former = library.former.get(reference.target) if reference.kind == "fact" else None
            if former:
                yield library.fault(entity, reference.loc, former.cure)
