"""The claims on one question can be compared: figures of one unit, or dates, or answers, or quotations."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library
from macros.model import Claim, Fact

_ANY = "says"  # words only stand beside anything


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each claim that can't be compared with the first, and for figures without a unit."""
    for fact in library.facts.values():
        yield from _units(library, fact)
        if len({claim.kind for claim in fact.claims}) == 1 and not fact.claims[0].readings:
            continue
        kinds = [_kinds(claim) for claim in fact.claims]
        first = next((kind for kind in kinds if kind != {_ANY}), {_ANY})
        comparable = first | {_ANY}
        for i, kind in enumerate(kinds):
            if not kind <= comparable:
                message = (
                    f"this claim gives {' and '.join(sorted(kind))}, the first {' and '.join(sorted(first))}; they can't be "
                    "compared. Use one kind, or `says:`, or ask two questions."
                )
                yield library.fault(fact, ("claims", i), message)


def _kinds(claim: Claim) -> set[str]:
    if claim.readings:
        held = {(r.date and "date") or (r.figure and "figure") or "answer" for r in claim.readings}
        return {str(kind) for kind in held}
    return {claim.kind}


def _units(library: Library, fact: Fact) -> Iterator[Fault]:
    figures = [claim.figure for claim in fact.claims if claim.figure]
    if not figures:
        return
    if not fact.unit:
        yield library.fault(
            fact, ("claims",), "figures need a unit. Add `unit:`, what is counted.", of_key=True
        )
    if len({figure.percent for figure in figures}) > 1:
        message = (
            "one claim gives a share (%), another a number. Ask two questions, or use `says:`."
        )
        yield library.fault(fact, ("claims",), message, of_key=True)
    signs = {figure.currency for figure in figures if figure.currency}
    if len(signs) > 1:
        message = f"money in {' and '.join(sorted(signs))} can't be compared. Ask two questions, or use `says:`."
        yield library.fault(fact, ("claims",), message, of_key=True)
