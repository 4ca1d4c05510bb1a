"""A post is all that its article prints of it: a deputy is no minister, and a former one holds no post."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.fold import words
from macros.library import Library
from macros.locator import Locator

_LOWER = frozenset(
    "deputy vice former ex acting interim assistant associate honorary retired designate elect emeritus".split()
)
"""Words beside a post that make another of it."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each post that its locator prints with a word that makes it another one."""
    for person in library.people.values():
        for i, role in enumerate(person.roles):
            more = left_out(role.locator, words(role.post))
            if more:
                message = f"the locator prints “{more}” with “{role.post}”. Copy the whole post, as the article prints it."
                yield library.fault(person, ("roles", i, "post"), message)


def left_out(locator: Locator, post: tuple[str, ...]) -> str | None:
    """Say which word beside the post belongs to it, wherever it stands in the locator; None if none does."""
    return locator.everywhere(post, _beside) if post else None


def _beside(passage: tuple[str, ...], start: int, end: int) -> str | None:
    beside = (*passage[:start][-1:], *passage[end : end + 1])
    return next((word for word in beside if word in _LOWER), None)
