"""An article published before an event is no evidence on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.agreement import is_before
from macros.faults import Fault
from macros.library import Library
from macros.model import Fact
from macros.rules.own_time import slip

MOST = 4
"""Claims of one source that are told one by one; where there are more, the source itself is wrong."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each claim on an event after its source's last possible day of publication."""
    early: dict[str, list[tuple[Fact, int]]] = {}
    published = [source.published.last for source in library.sources.values() if source.published]
    oldest = min(published, default=date.max)
    for fact in library.facts.values():
        if not fact.when or fact.when.first <= oldest:
            continue  # no article is older
        for i, claim in enumerate(fact.claims):
            source = library.sources.get(claim.source)
            if source and is_before(fact, source) and not slip(fact):
                early.setdefault(source.id, []).append((fact, i))
    for source_id, claims in early.items():
        source = library.sources[source_id]
        if len(claims) > MOST:
            message = (
                f"it was published {source.published}, before what {len(claims)} of its claims tell of, "
                f"the first in {claims[0][0].path}. Correct the date."
            )
            yield library.fault(source, ("published",), message)
            continue
        for fact, i in claims:
            message = (
                f"{source.id} was published {source.published}, before the fact's `when` ({fact.when}). "
                "Move the claim to a fact on its own event, or correct the dates."
            )
            yield library.fault(fact, ("claims", i, "source"), message)
