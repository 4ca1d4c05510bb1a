"""A figure is all that its article prints of it: no qualifier, minus, range end, scale or percent sign is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.faults import Fault
from macros.figure import IN_WORDS, QUALIFIERS, SCALES, Figure, figures_in, prints_money
from macros.fold import CURRENCY, MINUS, contains, places, words
from macros.library import Library
from macros.locator import Locator

_QUALIFIERS = frozenset(words(qualifier) for qualifier in QUALIFIERS)
_ENDS = frozenset(q[-n:] for q in _QUALIFIERS for n in range(1, len(q)))
_LONGEST = max(map(len, _QUALIFIERS))
_IN_QUALIFIERS = frozenset(word for qualifier in _QUALIFIERS for word in qualifier)
_AFTER = frozenset({"%", "percent", *SCALES})
_JOINS = frozenset({"to", "and"})
_BEYOND = {
    *(words(f"{no} {qualifier}") for no in ("no", "not", "never") for qualifier in QUALIFIERS),
    *(words(f"{times} as many as") for times in ("twice", "thrice", "times", "half")),
    *map(
        words,
        "circa;below;above;upwards of;in excess of;short of;shy of;as few as;as much as;as little as;"
        "a maximum of;a minimum of;in the region of".split(";"),
    ),
} - _QUALIFIERS
"""What articles print before a number and no figure can hold: not more than, circa."""
_BEYOND_BEHIND = frozenset(
    map(words, "or more;or fewer;or less;or so;or above;or below;at most;at least".split(";"))
)
"""The same behind a number; before another one at least may be that one's."""
_LONGEST_BEYOND = max(map(len, _BEYOND))
_IN_BEYOND = frozenset(word for phrase in _BEYOND for word in phrase)
_SIGN = re.compile(
    rf"(?P<before>[~∼≈<>≤≥±]|(?<![\w.])(?:c|ca|approx)\.)\s?(?=[{CURRENCY}{MINUS}]?\d)|(?<=\d)(?:\s?±|\+(?!\d)|-(?:odd|plus)\b)"
)
"""The same in signs, which are no words of a locator: ~50, 15,000+, c. 80."""
_HINT = re.compile("[~∼≈<>≤≥±+.-]")
"""What each of these holds: it is looked for first, in a tenth of the time."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each figure that its locator prints with more, or may print with more at an end."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            if not claim.figure or claim.printed:  # another language has its own words
                continue
            printed, figure = claim.figure.printed, claim.figure.words
            other, more = beside(claim.locator, figure)
            if other:
                message = f"the locator prints “{other}” with “{printed}”, which no figure can hold. Use `says:` for the article's words."
                yield library.fault(fact, ("claims", i, "figure"), message)
            elif more:
                message = f"the locator prints “{more}” with “{printed}”. Copy the whole figure, as the article prints it."
                yield library.fault(fact, ("claims", i, "figure"), message)
            elif is_cut(claim.locator, figure):
                message = (
                    f"“{printed}” stands at the locator's end, so that a qualifier, a range or a percent sign may be cut off. "
                    "Let the locator hold the word before a bare number, and the word behind every number, even if that begins the next sentence."
                )
                yield library.fault(fact, ("claims", i, "locator"), message)


def beside(locator: Locator, figure: tuple[str, ...]) -> tuple[str, str]:
    """Say what the locator prints right before or behind a figure: what no figure can hold, and what this one leaves out; empty if nothing."""
    other = _signed(locator, figure)
    if other:
        return other, ""
    found = locator.everywhere(figure, _beside)
    return found or ("", money(locator, figure) or "")


def _beside(passage: tuple[str, ...], start: int, end: int) -> tuple[str, str] | None:
    other = _beyond(passage, start, end)
    if other:
        return other, ""
    more = _around(passage, start, end)
    return ("", more) if more else None


def _beyond(passage: tuple[str, ...], start: int, end: int) -> str | None:
    """What stands beside a figure that makes another of it, and that none can hold."""
    if start and passage[start - 1] in _IN_BEYOND:
        for more in range(min(_LONGEST_BEYOND, start), 0, -1):
            for own in range(_LONGEST_BEYOND - more + 1):
                phrase = passage[start - more : start + own]
                if phrase in _BEYOND:
                    return " ".join(phrase)
    behind = passage[end : end + 2]
    if behind in _BEYOND_BEHIND and not _begins_number(passage[end + 2 :]):
        return " ".join(behind)
    return None


def _signed(locator: Locator, figure: tuple[str, ...]) -> str | None:
    """Say which sign stands with a figure wherever the locator prints it."""
    if not _HINT.search(locator.text):
        return None
    found = []
    for passage in locator.passages:
        for sign in _SIGN.finditer(passage):
            before, behind = words(passage[: sign.start()]), words(passage[sign.end() :])
            if figure == (behind[: len(figure)] if sign["before"] else before[-len(figure) :]):
                found.append(sign[0].strip())
    every = sum(len(places(passage, figure)) for passage in locator.folded)
    return found[0] if found and len(found) >= every else None


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
        for passage in locator.folded
        for start in places(passage, figure)
    ]
    return bool(ends) and all(ends)


def _is_open_before(figure: tuple[str, ...]) -> bool:
    return _begins_number(figure) or any(figure[:n] in _ENDS for n in range(1, _LONGEST))


def _around(passage: tuple[str, ...], start: int, end: int) -> str | None:
    before, after = passage[:start], passage[end:]
    if before and before[-1] in _IN_QUALIFIERS:
        for more in range(min(_LONGEST, start), 0, -1):
            for own in range(_LONGEST - more + 1):
                qualifier = passage[start - more : start + own]
                if qualifier in _QUALIFIERS:
                    return " ".join(qualifier)
    if before and before[-1] in IN_WORDS:
        return before[-1]
    if after and (after[0] in _AFTER or _is_number(after[0])):
        return after[0]
    if before and _is_number(before[-1]):
        return before[-1]
    if after and after[0] in _JOINS and _begins_number(after[1:]):
        return " ".join(after[:2])
    if len(before) > 1 and before[-1] in _JOINS and _is_number(before[-2]):
        return " ".join(before[-2:])
    return None


def _begins_number(folded: tuple[str, ...]) -> bool:
    number = folded[1:] if folded and folded[0] in IN_WORDS else folded
    return bool(number) and _is_number(number[0])


def _is_number(word: str) -> bool:
    return word[-1].isdigit()
