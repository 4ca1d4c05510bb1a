"""A quotation has someone who spoke."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each quotation without a speaker or an origin."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            if claim.quotation and not (fact.speaker or claim.origins):
                message = "nobody is named who spoke these words. Add `speaker:` to the fact, or use `says:`."
                yield library.fault(fact, ("claims", i, "quotation"), message)
