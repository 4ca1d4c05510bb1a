"""An article credits another outlet than its own publisher."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each claim that credits the publisher of its own article."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            source = library.sources.get(claim.source) if claim.via else None
            if source and claim.via == source.publisher:
                message = f"“{claim.via}” published this article itself. Remove `via:`, or name the outlet that the article credits."
                yield library.fault(fact, ("claims", i, "via"), message)
