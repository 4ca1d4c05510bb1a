"""What makes a date less sure than it looks: the words that an article prints right before it, or right behind."""

from __future__ import annotations

from macros.fold import words
from macros.printed_dates import TimeWords

Folded = tuple[str, ...]


def _folded(*phrases: str) -> dict[Folded, str]:
    return {words(phrase): phrase for phrase in phrases}


_NEARLY = _folded("about", "around", "circa", "c.", "ca.", "approximately", "approx.", "roughly")
_WITH_A_NUMBER = _folded("c.", "ca.").keys()
"""Before a name they may be letters of another word, as in D.C., or of a state."""
_LIMITS = _folded(
    "no later than",
    "not later than",
    "no earlier than",
    "not earlier than",
    "no sooner than",
    "not before",
    "on or before",
    "on or after",
)
_BEHIND = _folded("or so", "or thereabouts", "or earlier", "or later")
_OPENING = _folded(
    "before",
    "after",
    "by",
    "prior to",
    *(
        f"{how} {side}"
        for how in ("shortly", "soon", "just", "some time", "sometime")
        for side in ("before", "after")
    ),
)
"""Limits that may belong to something else, unless the words for the date begin with them."""
_IN_HEDGES = _folded("at the latest", "at the earliest")
"""Behind a date they may go on: at the latest meeting."""

_BEFORE = _NEARLY | _LIMITS
_LONGEST = max(map(len, _BEFORE | _OPENING))
_LAST_WORDS = frozenset(phrase[-1] for phrase in _BEFORE)
_FIRST_WORDS = frozenset(phrase[0] for phrase in _BEHIND | _OPENING)
SIGNS = _LAST_WORDS | _FIRST_WORDS
"""One of them stands in a passage, or nothing in it qualifies a date: most passages hold none."""
_PARTS = frozenset("end middle beginning start turn year".split())
"""What an article before it leads to: around the end of May."""
_BETWEEN = frozenset("st nd rd th of the".split())
"""What stands between the words of a date: the 6th of May."""
LIMITS = frozenset((_LIMITS | _OPENING | _folded("or earlier", "or later")).values())
"""Those that leave the time on one side open, which a date can say itself: 1348/1348-06-24."""


def beside(passage: Folded, start: int, end: int, earliest: int) -> str | None:
    """Say what qualifies the date whose words are these of a passage, in them or right beside them; None if nothing does.

    No number before `earliest` is a year.
    """
    for at in range(_begin(passage, start), end):
        if at and passage[at - 1] in _LAST_WORDS:
            found = _ends(passage[:at])
            if found and _leads_on(passage, at, found, earliest):
                return _BEFORE[found]
    for at in range(start, end + 1):
        if at < len(passage) and passage[at] in _FIRST_WORDS:
            found = _starts(passage[at:], _BEHIND if at > start else _OPENING)
            if at > start and found:
                return _BEHIND[found]
            if found and _is_time(passage, start + len(found), earliest, weekdays=True):
                return _OPENING[found]
    return None


def of_date(hedge: str) -> bool:
    """Say whether a hedge, or a part of one, is what qualifies a date: reportedly is not, in or around is."""
    folded = words(hedge)
    known = _BEFORE | _OPENING | _BEHIND | _IN_HEDGES
    return any(folded[-n:] in known for n in range(1, _LONGEST + 1))


def _begin(passage: Folded, start: int) -> int:
    """Where the words of a date begin, if something of them was not copied: about the year 1348."""
    if start and passage[start - 1] == "year":
        start -= 1
    return start - (start > 0 and passage[start - 1] == "the" and passage[start] in _PARTS)


def _ends(passage: Folded) -> Folded | None:
    """The longest qualifier that stands at a passage's end."""
    tails = (passage[-n:] for n in range(_LONGEST, 0, -1))
    return next((tail for tail in tails if tail in _BEFORE), None)


def _starts(passage: Folded, known: dict[Folded, str]) -> Folded | None:
    heads = (passage[:n] for n in range(_LONGEST, 0, -1))
    return next((head for head in heads if head in known), None)


def _leads_on(passage: Folded, at: int, found: Folded, earliest: int) -> bool:
    """Say whether a qualifier leads to a date, and not to an hour or a matter: about 9 pm, talks about Monday."""
    if found in _LIMITS:
        return True
    if found in _WITH_A_NUMBER:
        before = passage[at - 2] if at > 1 else ""
        return passage[at].isdigit() and (not before or before[1:].isalpha())
    return _is_time(passage, at, earliest)


def _is_time(passage: Folded, at: int, earliest: int, *, weekdays: bool = False) -> bool:
    """Say whether a month, a year, a century or the day of a month is what begins here."""
    rest = [word for word in passage[at : at + 6] if word not in _BETWEEN][:2]
    found = TimeWords.of(" ".join(rest), earliest)
    return bool(found.months or found.years or "century" in rest or (weekdays and found.weekdays))
