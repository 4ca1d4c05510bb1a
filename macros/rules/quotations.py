"""A quotation has someone who spoke, and no quotation marks: the pages print them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library

_MARKS = ("“”", '""', "«»", "„“", "‘’")


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each quotation without a speaker or an origin, or in quotation marks of its own."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            if not claim.quotation:
                continue
            if claim.quotation[0] + claim.quotation[-1] in _MARKS:
                message = "the pages print the quotation marks. Leave them out here."
                yield library.fault(fact, ("claims", i, "quotation"), message)
            if not (fact.speaker or claim.origins):
                message = "nobody is named who spoke these words. Add `speaker:` to the fact, or use `says:`."
                yield library.fault(fact, ("claims", i, "quotation"), message)
