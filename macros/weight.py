"""Pages that have grown too heavy for a phone, and where the list on them goes on on another page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros.docs import Call, at, calls
from macros.faults import Fault
from macros.volumes import BY_TOPIC, CUT

HEAVIEST = 750_000
"""Signs of a page's own HTML, with its notes: a tenth of it after compression, with the links to mend what it shows."""

Shown = Callable[[str, str], Mapping[str, object]]
"""What a list shows on the page where it begins at some place, by ids or topics."""


def too_heavy(path: str, page: str, weight: int, shown: Shown) -> Fault | None:
    """Say that a page is too heavy, at the line of the list that makes it so; None if it is not.

    `page` is its text as it was typed, `weight` the length of the HTML that it became.
    """
    if weight <= HEAVIEST:
        return None
    has = f"this page has {weight // 1000:,} kB of the {HEAVIEST // 1000} kB that a page may have."
    lists = [(call, list(shown(call.word, call.options.get("first", "")))) for call in _lists(page)]
    longest, keys = max(lists, key=lambda one: len(one[1]), default=(Call(), []))
    if len(keys) < 2:
        return Fault(
            path, 1, 1, f"{has} Make two of it; of a topic with many questions, two topics."
        )
    middle = _middle(keys, longest.word)
    told = f'{has} Let the list go on on another page, with {{{{ {longest.word}(first="{middle}") }}}}.'
    return Fault(path, *at(page, longest.start), told)


def _lists(page: str) -> list[Call]:
    return [call for call in calls(page) if call.word in CUT and not call.problem]


def _middle(keys: list[str], word: str) -> str:
    """Where the second half begins; ids stand in the order of their letters."""
    ordered = keys if word in BY_TOPIC else sorted(keys)
    return ordered[len(ordered) // 2]
