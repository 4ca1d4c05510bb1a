"""A figure is all that its article prints of it: no qualifier, minus, range end, scale or percent sign is left out."""

from __future__ import annotations

from collections.abc import Iterator

from macros.beyond_figures import beyond
from macros.faults import Fault
from macros.figure import (
    IN_QUALIFIERS,
    IN_WORDS,
    QUALIFIERS,
    SCALES,
    Figure,
    figures_in,
    prints_money,
)
from macros.fold import contains, places, words
from macros.library import Library
from macros.locator import Locator

_QUALIFIERS = frozenset(words(qualifier) for qualifier in QUALIFIERS)
_ENDS = frozenset(q[-n:] for q in _QUALIFIERS for n in range(1, len(q)))
_LONGEST = max(map(len, _QUALIFIERS))
_AFTER = frozenset({"%", "percent", *SCALES})
_JOINS = frozenset({"to", "and"})
_CUT_BEHIND = (("or",), ("at",), ("at", "the"))
"""Words that begin what makes another number of a figure: or more, at the most."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each figure that its locator prints with more, or may print with more at an end."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            if not claim.figure or claim.printed:  # another language has its own words
                continue
            printed, figure = claim.figure.printed, claim.figure.words
            other = beyond(claim.locator, figure)
            more = left_out(claim.locator, figure) or money(claim.locator, figure)
            if other:
                message = f"the locator prints “{other}” with “{printed}”, which no figure can hold. Use `says:` for the article's words."
                yield library.fault(fact, ("claims", i, "figure"), message)
            elif more:
                message = f"the locator prints “{more}” with “{printed}”. Copy the whole figure, as the article prints it."
                if more.endswith(" to"):
                    message += (
                        " If it tells of a change and of no range, let the locator begin with “to”."
                    )
                yield library.fault(fact, ("claims", i, "figure"), message)
            elif is_cut(claim.locator, figure):
                message = (
                    f"“{printed}” stands at the locator's end, so that a qualifier, a range or a percent sign may be cut off. "
                    "Let the locator hold the word before a bare number, and the word behind every number, even if that begins the next sentence."
                )
                yield library.fault(fact, ("claims", i, "locator"), message)


def money(locator: Locator, figure: tuple[str, ...]) -> str | None:
    """Say which sum the locator prints that a figure is a part of: £240 of £240m; None if there is none."""
    if not prints_money(locator.text):
        return None
    sums = [found for found in map(Figure.parse, figures_in(locator.text)) if found.currency]
    if any(found.words == figure for found in sums):
        return None
    return next((found.printed for found in sums if contains(found.words, figure)), None)


def is_cut(locator: Locator, figure: tuple[str, ...]) -> bool:
    """Say whether a word of the figure may lie beyond the locator, wherever it stands in it."""
    ends = [
        (start == 0 and _is_open_before(figure))
        or (start + len(figure) == len(passage) and figure[-1] not in _AFTER)
        or passage[start + len(figure) :] in _CUT_BEHIND
        for passage in locator.folded
        for start in places(passage, figure)
    ]
    return bool(ends) and all(ends)


def _is_open_before(figure: tuple[str, ...]) -> bool:
    return _begins_number(figure) or any(figure[:n] in _ENDS for n in range(1, _LONGEST))


def left_out(locator: Locator, figure: tuple[str, ...]) -> str | None:
    """Say what the locator prints right before or behind a figure, in its clause, that belongs to it; None if nothing does."""
    found = locator.everywhere(figure, _around)
    return found if found and locator.in_one_clause(figure, _around) else None


def _around(passage: tuple[str, ...], start: int, end: int) -> str | None:
    before, after = passage[:start], passage[end:]
    if before and before[-1] in IN_QUALIFIERS:
        for more in range(min(_LONGEST, start), 0, -1):
            for own in range(_LONGEST - more + 1):
                qualifier = passage[start - more : start + own]
                if qualifier in _QUALIFIERS:
                    return " ".join(qualifier)
    if before and before[-1] in IN_WORDS:
        return before[-1]
    if after and (after[0] in _AFTER or _is_number(after[0])):
        return after[0]
    if before and _is_number(before[-1]) and passage[start] not in IN_QUALIFIERS:
        return before[-1]
    if after and after[0] in _JOINS and _begins_number(after[1:]):
        return " ".join(after[:2])
    return _first_of_range(before)


def _first_of_range(before: tuple[str, ...]) -> str | None:
    """The number before a figure that is the end of a range: of 5 to 7, of 5% to 7%, of between 5 million and 7 million."""
    if len(before) < 2 or before[-1] not in _JOINS:
        return None
    if _is_number(before[-2]):
        return " ".join(before[-2:])
    joined = before[-1] == "to" or "between" in before
    if joined and len(before) > 2 and before[-2] in _AFTER and _is_number(before[-3]):
        return " ".join(before[-3:])
    return None


def _begins_number(folded: tuple[str, ...]) -> bool:
    number = folded[1:] if folded and folded[0] in IN_WORDS else folded
    return bool(number) and _is_number(number[0])


def _is_number(word: str) -> bool:
    return word[-1].isdigit()
