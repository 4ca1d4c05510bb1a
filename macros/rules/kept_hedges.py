"""A word of the locator that weakens what a claim says is kept, so that no claim is stronger than its article."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.fold import contains, words
from macros.library import Library
from macros.model import Claim, Fact
from macros.printed_dates import can_read

_HEDGES = tuple(
    map(
        words,
        (
            "reportedly",
            "allegedly",
            "alleged",
            "purportedly",
            "supposedly",
            "presumably",
            "apparently",
            "likely",
            "probably",
            "possibly",
            "perhaps",
            "maybe",
            "might be",
            "might have",
            "may be",
            "may have",
            "suspected",
            "unconfirmed",
            "believed",
        ),
    )
)
"""Those that are never anything else: “might” alone is strength, too."""
_OF_FIGURES = (("estimated",), ("estimating",))
"""Beside an answer they speak of a number that is not asked for."""

_FIRST = frozenset(hedge[0] for hedge in (*_HEDGES, *_OF_FIGURES))
"""Asked of every locator before all else: most print none."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each claim without a hedge whose locator prints one."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            if claim.hedge or all(map(_FIRST.isdisjoint, claim.locator.folded)):
                continue
            if not can_read(library.language(claim.source)):
                continue
            hedge = _left_out(fact, claim)
            if hedge:
                message = (
                    f"the locator prints “{hedge}”, which weakens what it says. "
                    f"Add `hedge: {hedge}`, or choose a passage without it if it belongs to something else."
                )
                yield library.fault(fact, ("claims", i, "locator"), message)


def _left_out(fact: Fact, claim: Claim) -> str | None:
    asked = _HEDGES + (_OF_FIGURES if claim.figure else ())
    held = set().union(*claim.locator.folded)
    printed = [hedge for hedge in asked if held.issuperset(hedge) and claim.locator.shows(hedge)]
    shown = _shown(fact, claim) if printed else ()
    return next((" ".join(hedge) for hedge in printed if not contains(shown, hedge)), None)


def _shown(fact: Fact, claim: Claim) -> tuple[str, ...]:
    """What readers see of the article's words, and of ours for an answer."""
    answer = (fact.answers or {}).get(claim.answer or "")
    figure = claim.figure.printed if claim.figure else None
    wording = answer.wording if answer else None
    texts = (figure, claim.says, claim.quotation, claim.printed, wording)
    return words(" ".join(filter(None, texts)))
