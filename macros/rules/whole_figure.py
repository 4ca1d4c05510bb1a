"""A figure is all that its article prints of it: no qualifier, minus, range end, scale or percent sign is left out."""

from __future__ import annotations

import re
import unicodedata
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
_LIMITS = "more than;fewer than;less than;over;under;exactly;at least;as many as;up to".split(";")
_VERBS = "is are was were be been fell fall falls dropped drop rose rise remained stayed well just".split()
_BEYOND = {
    *(words(f"{no} {limit}") for no in ("no", "not", "never") for limit in _LIMITS),
    *(words(f"{times} as many as") for times in ("twice", "thrice", "times", "half")),
    *(words(f"{verb} {side}") for verb in _VERBS for side in ("below", "above")),
    *map(
        words,
        "circa;approx;greater than;exceeding;upwards of;upward of;in excess of;short of;shy of;as few as;as much as;"
        "as little as;a maximum of;a minimum of;in the region of;not quite;not even".split(";"),
    ),
} - _QUALIFIERS
"""What articles print before a number and no figure can hold: not more than, circa."""
_BEYOND_BEHIND = frozenset(
    map(
        words,
        "or more;or fewer;or less;or so;or above;or below;at most;at least;at the most;at the least".split(";"),
    )
)  # fmt: skip
"""The same behind a number; before another one at least may be that one's."""
_LONGEST_BEYOND = max(map(len, _BEYOND))
_IN_BEYOND = frozenset(word for phrase in _BEYOND for word in phrase)
_BEGIN_BEHIND = frozenset(phrase[0] for phrase in _BEYOND_BEHIND)
_CUT_BEHIND = (("or",), ("at",), ("at", "the"))
_ASKED = ("or", "if", "why")
"""Before a not that denies nothing: whether or not over 50 came."""
_CLAUSE = re.compile(r"[.,;:!?()\u2014](?=\s|$)|\s[\u2013-](?=\s)")
"""Where the words of one clause end: no. About 12 boats."""
_BETWEEN = rf"(?:\s?(?:{'|'.join(SCALES)}|[kmbt]n?|%|percent|°[A-Z]?|[{CURRENCY}]))?"
_SIGN = re.compile(
    rf"(?:(?P<before>(?<![-=])[~∼≈≃≅<>≤≥≲≳⩽⩾≦≧±]=?|(?<![\w.])(?:c|ca|approx|max|min|est)\.)\s?(?=[A-Z]{{0,3}}[{CURRENCY}{MINUS}]?\d))"
    rf"|(?<=\d){_BETWEEN}(?P<behind>\s?±|\+(?!\d)|-(?:odd|plus)\b)",
    re.IGNORECASE,
)
"""The same in signs, which are no words of a locator: ~50, 15,000+, c. 80."""
_HINT = re.compile("[~∼≈≃≅<>≤≥≲≳⩽⩾≦≧±+.～＜＞＋-]")
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
    found = locator.everywhere(figure, _beside)
    if found and found[0] and not _in_one_clause(locator, figure):
        found = locator.everywhere(figure, _left_out)
    signed = _signed(locator, figure) if _HINT.search(locator.text) else ""
    return (signed, "") if signed else found or ("", money(locator, figure) or "")


def _beside(passage: tuple[str, ...], start: int, end: int) -> tuple[str, str] | None:
    other = _beyond(passage, start, end)
    return (other, "") if other else _left_out(passage, start, end)


def _left_out(passage: tuple[str, ...], start: int, end: int) -> tuple[str, str] | None:
    more = _around(passage, start, end)
    return ("", more) if more else None


def _beyond(passage: tuple[str, ...], start: int, end: int) -> str | None:
    """What stands beside a figure that makes another of it, and that none can hold."""
    if start and passage[start - 1] in _IN_BEYOND:
        for more in range(min(_LONGEST_BEYOND, start), 0, -1):
            for own in range(_LONGEST_BEYOND - more + 1):
                phrase = passage[start - more : start + own]
                if phrase in _BEYOND and not _asks(passage, start - more):
                    return " ".join(phrase)
    if (
        end < len(passage)
        and passage[end] in _BEGIN_BEHIND
        and passage[start] not in _IN_QUALIFIERS
    ):
        for length in (3, 2):
            behind = passage[end : end + length]
            if behind in _BEYOND_BEHIND and not _begins_number(passage[end + length :]):
                return " ".join(behind)
    return None


def _asks(passage: tuple[str, ...], at: int) -> bool:
    """Say whether what begins here is asked, and denies nothing: whether or not over 50 came."""
    return at > 0 and passage[at - 1] in _ASKED


def _in_one_clause(locator: Locator, figure: tuple[str, ...]) -> bool:
    """Say whether a figure has beside it, within its clause, what none can hold."""
    clauses = [words(part) for passage in locator.passages for part in _CLAUSE.split(passage)]
    return any(
        _beyond(clause, start, start + len(figure))
        for clause in clauses
        for start in places(clause, figure)
    )


def _signed(locator: Locator, figure: tuple[str, ...]) -> str:
    """Say which sign stands with a figure wherever the locator prints it; one with a qualifier has it already."""
    if figure[0] in _IN_QUALIFIERS:
        return ""
    found = []
    for passage in locator.passages:
        text = unicodedata.normalize("NFKC", passage)
        for sign in _SIGN.finditer(text):
            if sign["before"]:
                stands = words(text[sign.end() :])[: len(figure)] == figure
            else:  # a unit may stand between: 12 °C ± 2
                before = words(text[: sign.start("behind")])
                stands = figure in (before[-len(figure) :], before[-len(figure) - 1 : -1])
            found += [(sign["before"] or sign["behind"]).strip()] * stands
    every = sum(len(places(passage, figure)) for passage in locator.folded)
    return found[0] if found and len(found) >= every else ""


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
