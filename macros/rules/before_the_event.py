"""An article published before an event is no evidence on it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.agreement import is_before
from macros.faults import Fault
from macros.library import Library


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each claim on an event after its source's last possible day of publication."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            source = library.sources.get(claim.source)
            if source and is_before(fact, source):
                message = (
                    f"{source.id} was published {source.published}, before the fact's `when` ({fact.when}). "
                    "Move the claim to a fact on its own event, or correct the dates."
                )
                yield library.fault(fact, ("claims", i, "source"), message)
