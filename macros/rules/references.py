"""Every id names something that is there."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault, did_you_mean
from macros.library import Library


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each id that names nothing; what is broken itself is blamed elsewhere."""
    for entity, references in library.references:
        for reference in references:
            ids = library.known(reference.kind)
            if reference.target in ids or reference.target in library.broken:
                continue
            if reference.kind == "fact" and reference.target in library.former:
                continue  # told by the rule of former facts
            hint = did_you_mean(reference.target, ids) or " Correct it, or add its file."
            message = f"there is no {reference.kind} “{reference.target}”.{hint}"
            yield library.fault(
                entity, reference.loc, message, of_key=reference.loc[0] == "spellings"
            )
