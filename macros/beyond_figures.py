"""What makes another number of the one beside it, and no figure can hold: not more than 21, circa 40, 15,000+."""

from __future__ import annotations

import re
import unicodedata

from macros.figure import IN_QUALIFIERS, QUALIFIERS, SCALES
from macros.fold import CURRENCY, MINUS, places, words
from macros.locator import Locator

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
} - {words(qualifier) for qualifier in QUALIFIERS}
"""What stands before a number."""
_BEHIND = frozenset(
    map(
        words,
        "or more;or fewer;or less;or so;or above;or below;at most;at least;at the most;at the least".split(";"),
    )
)  # fmt: skip
"""What stands behind it; before another one at least may be that one's."""
_MORE = frozenset(map(words, ("or more", "or fewer", "or less")))
_OTHER = frozenset(map(words, "lakh;crore;dozen;BCE;below zero;below freezing".split(";")))
"""What makes another number of it whatever stands before it."""
_LONGEST = max(map(len, _BEYOND))
_DEGREES = frozenset("degree degrees c f celsius fahrenheit centigrade".split())
"""What may stand between a number and that it is below zero."""
_ENDS = frozenset(phrase[-1] for phrase in _BEYOND)
_BEGIN = frozenset(phrase[0] for phrase in (*_BEHIND, *_OTHER))
_ASKED = ("or", "if", "why")
"""Before a not that denies nothing: whether or not over 50 came."""
_BETWEEN = rf"(?:\s?(?:{'|'.join(SCALES)}|[kmbt]n?|%|percent|°[A-Z]?|[{CURRENCY}]))?"
_SIGN = re.compile(
    rf"(?:(?P<before>(?<![-=])[~∼≈≃≅<>≤≥≲≳⩽⩾≦≧±]=?|(?<![\w.])(?:c|ca|approx|max|min|est)\.)\s?(?=[A-Z]{{0,3}}[{CURRENCY}{MINUS}]?\d))"
    rf"|(?<=\d){_BETWEEN}(?P<behind>\s?±|\+(?!\d)|-(?:odd|plus)\b)",
    re.IGNORECASE,
)
"""The same in signs, which are no words of a locator: ~50, 15,000+, c. 80."""
_HINT = re.compile("[~∼≈≃≅<>≤≥≲≳⩽⩾≦≧±+.～＜＞＋-]")
"""What each of these holds: it is looked for first, in a tenth of the time."""

_SCALED = re.compile(
    rf"(?<![\w.,{CURRENCY}])(?<![{CURRENCY}]\s)(?P<number>\d[\d.,]*)(?P<scale>[kKM]|mn|mln|bn|tn)\b"
)
"""A number of thousands or more that is no money, in letters: 890k, 26M. A small m would be a unit."""
_LETTER = re.compile(r"[kKMmbt](?<=[\d.,].)")
"""Where each of these begins: it is looked for first, in a third of the time."""


def beyond(locator: Locator, figure: tuple[str, ...]) -> str | None:
    """Say what the locator prints right before or behind a figure, in its clause, that makes another of it; None if nothing does.

    `figure` are the figure's folded words. What stands with one of several places of it alone is not meant.
    """
    if _HINT.search(locator.text) and (sign := _signed(locator, figure)):
        return sign
    if _LETTER.search(locator.text) and (scale := _scaled(locator, figure)):
        return scale
    found = locator.everywhere(figure, _beside)
    return found if found and locator.in_one_clause(figure, _beside) else None


def _beside(passage: tuple[str, ...], start: int, end: int) -> str | None:
    return (
        _before(passage, start)
        or _behind(passage, start, end)
        or _or(passage, start, end)
        or _end_of_range(passage, start, end)
    )


def _before(passage: tuple[str, ...], start: int) -> str | None:
    """What stands before a figure, or before what of it is a qualifier."""
    for end in range(start, min(start + _LONGEST, len(passage))):
        if end and passage[end - 1] in _ENDS:
            for begin in range(max(0, end - _LONGEST), min(start, end)):
                asked = begin and passage[begin - 1] in _ASKED
                if passage[begin:end] in _BEYOND and not asked:
                    return " ".join(passage[begin:end])
    return None


def _behind(passage: tuple[str, ...], start: int, end: int) -> str | None:
    """What stands behind a figure; one with a qualifier has its bound already: about 14 or so."""
    bounded = passage[start] in IN_QUALIFIERS
    while end < len(passage) and passage[end] in _DEGREES:
        end += 1
    if (
        "or" in passage
        and passage[end + 1 : end + 3] in _MORE
        and passage[end + 3 : end + 4] != passage[end : end + 1]
    ):
        end += 1  # behind what is counted: 18 months or more
    if end < len(passage) and passage[end] in _BEGIN:
        for length in (3, 2, 1):
            behind = passage[end : end + length]
            bound = behind in _BEHIND and not _begins_number(passage[end + length :])
            if behind in _OTHER or (bound and not bounded):
                return " ".join(behind)
    return None


def _or(passage: tuple[str, ...], start: int, end: int) -> str | None:
    """The other of two numbers that are both possible: 23 or 24."""
    number = passage[end - 1]
    if passage[end : end + 1] == ("or",) and _begins_number(passage[end + 1 :]):
        return None if passage[end + 1] == number else " ".join(passage[end : end + 2])
    if start > 1 and passage[start - 1] == "or" and _begins_number(passage[start - 2 :]):
        return None if passage[start - 2] == number else " ".join(passage[start - 2 : start])
    return None


def _end_of_range(passage: tuple[str, ...], start: int, end: int) -> str | None:
    """The other end of a range with its unit at both: 8 c of between 2 °C and 8 °C."""
    if "between" not in passage:
        return None
    before, behind = passage[:start], passage[end:]
    for length in (1, 2):
        unit, rest = behind[:length], behind[length:]
        if len(unit) < length:
            return None
        other = rest[1:2] if rest[:1] == ("and",) else ()
        if before[-1:] == ("between",) and _begins_number(other) and rest[2 : 2 + length] == unit:
            return " ".join((*other, *unit))
        first = before[-length - 3 : -length - 1]
        if before[-length - 1 :] == (*unit, "and") and first[:1] == ("between",):
            return " ".join((*first[1:], *unit)) if _begins_number(first[1:]) else None
    return None


def _begins_number(folded: tuple[str, ...]) -> bool:
    return bool(folded) and folded[0][-1].isdigit()


def _signed(locator: Locator, figure: tuple[str, ...]) -> str | None:
    """Say which sign stands with a figure wherever the locator prints it; one with a qualifier has it already."""
    if figure[0] in IN_QUALIFIERS:
        return None
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
    return _of_each(found, locator, figure)


def _scaled(locator: Locator, figure: tuple[str, ...]) -> str | None:
    """Say which letters make thousands or more of a figure wherever the locator prints it."""
    found = [
        scaled["scale"]
        for passage in locator.passages
        for scaled in _SCALED.finditer(passage)
        if words(scaled["number"]) == figure[-1:]
    ]
    return _of_each(found, locator, figure)


def _of_each(found: list[str], locator: Locator, figure: tuple[str, ...]) -> str | None:
    """The first of what was found, if it was found at every place of the figure."""
    every = sum(len(places(passage, figure)) for passage in locator.folded)
    return found[0] if found and len(found) >= every else None
