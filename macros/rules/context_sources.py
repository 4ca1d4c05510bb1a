"""Context sources serve remarks; only compared sources make claims."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault, Level
from macros.library import Library
from macros.model import Fact

MOST = 4
"""Claims of one source that are told one by one; where there are more, the source itself is wrong."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each claim from a context source, and a notice for each source that nothing uses."""
    used = {
        r.target for _, references in library.references for r in references if r.kind == "source"
    }
    claims: dict[str, list[tuple[Fact, int]]] = {}
    context = {source.id for source in library.sources.values() if source.use == "context"}
    for fact in library.facts.values() if context & used else ():
        for i, claim in enumerate(fact.claims):
            if claim.source in context:
                claims.setdefault(claim.source, []).append((fact, i))
    for source_id, found in claims.items():
        if len(found) > MOST:
            message = f"{len(found)} claims are from this source, and a context source serves remarks only. Write `use: compared`."
            yield library.fault(library.sources[source_id], ("use",), message)
            continue
        for fact, i in found:
            message = (
                f"“{source_id}” is a context source, for remarks only. Make it a compared source, "
                "or put this into a remark."
            )
            yield library.fault(fact, ("claims", i, "source"), message)
    for source in library.sources.values():
        if source.id not in used:
            message = "no claim and no remark uses this source. Use it, or remove the file."
            yield library.fault(source, (), message, level=Level.NOTICE)
