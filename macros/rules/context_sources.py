"""Context sources serve remarks; only compared sources make claims."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault, Level
from macros.library import Library


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each claim from a context source, and a notice for each source that nothing uses."""
    used = {
        r.target for _, references in library.references for r in references if r.kind == "source"
    }
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            source = library.sources.get(claim.source)
            if source and source.use == "context":
                message = (
                    f"“{source.id}” is a context source, for remarks only. Make it a compared source, "
                    "or put this into a remark."
                )
                yield library.fault(fact, ("claims", i, "source"), message)
    for source in library.sources.values():
        if source.id not in used:
            message = "no claim and no remark uses this source. Use it, or remove the file."
            yield library.fault(source, (), message, level=Level.NOTICE)
