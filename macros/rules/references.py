"""Every id names something that is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros.faults import Fault, did_you_mean
from macros.library import Library
from macros.model import Entity
from macros.references import Reference

MOST = 9
"""Places that are told one by one; where more name what is not there, its file has gone or has another name."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each id that names nothing; what is broken itself is blamed elsewhere."""
    missing: dict[tuple[str, str], list[tuple[Entity, Reference]]] = defaultdict(list)
    known = library.known
    for entity, references in library.references:
        for reference in references:
            _, target, kind = reference
            if target in known[kind] or target in library.broken:
                continue
            if kind == "fact" and target in library.former:
                continue  # told by the rule of former facts
            missing[kind, target].append((entity, reference))
    for (kind, target), places in missing.items():
        many = f", which {len(places)} places name, the first here" if len(places) > MOST else ""
        hint = did_you_mean(target, known[kind]) or " Correct it, or add its file."
        for entity, reference in places[:1] if many else places:
            of_key = reference.loc[0] == "spellings"
            message = f"there is no {kind} “{target}”{many}.{hint}"
            yield library.fault(entity, reference.loc, message, of_key=of_key)
