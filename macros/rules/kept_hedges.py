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

_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _hedge in (*_HEDGES, *_OF_FIGURES):
    _BY_FIRST.setdefault(_hedge[0], []).append(_hedge)
_SIGNS = frozenset(_BY_FIRST)
"""The first words: most locators print none of these."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each claim without a hedge whose locator prints one."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            if claim.hedge or all(map(_SIGNS.isdisjoint, claim.locator.folded)):
                continue
            printed = [*_printed(claim)]
            if not printed or not can_read(library.language(claim.source)):
                continue
            shown = _shown(fact, claim)
            hedge = next((" ".join(one) for one in printed if not contains(shown, one)), None)
            if hedge:
                message = (
                    f"the locator prints “{hedge}”, which weakens what it says. "
                    f"Add `hedge: {hedge}`, or choose a passage without it if it belongs to something else."
                )
                yield library.fault(fact, ("claims", i, "locator"), message)


def _printed(claim: Claim) -> Iterator[tuple[str, ...]]:
    """The hedges that a claim's locator prints."""
    for passage in claim.locator.folded:
        for i, word in enumerate(passage):
            for hedge in _BY_FIRST.get(word, ()):
                stands = passage[i : i + len(hedge)] == hedge
                if stands and (claim.figure or hedge not in _OF_FIGURES):
                    yield hedge


def _shown(fact: Fact, claim: Claim) -> tuple[str, ...]:
    """What readers see of the article's words, and of ours for an answer: of a date only the date itself."""
    answer = (fact.answers or {}).get(claim.answer or "")
    figure = claim.figure.printed if claim.figure else None
    wording = answer.wording if answer else None
    printed = claim.printed if claim.date is None else None
    texts = (figure, claim.says, claim.quotation, printed, wording)
    return words(" ".join(filter(None, texts)))
