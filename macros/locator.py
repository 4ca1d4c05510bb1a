"""A locator: the few words of an article that carry a claim, copied exactly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.fold import contains, words

JOINT = " … "
"""Joins two passages of one article."""

FEWEST, MOST = 4, 10
"""Words of one passage: fewer could be checked by chance, more would copy the article."""


@dataclass(frozen=True)
class Locator:
    """A locator as typed, and its passages."""

    text: str

    @property
    def passages(self) -> tuple[str, ...]:
        """The passages as typed: one, or two joined by " … "."""
        return tuple(self.text.split(JOINT))

    @cached_property
    def folded(self) -> tuple[tuple[str, ...], ...]:
        """The words of each passage, folded."""
        return tuple(words(passage) for passage in self.passages)

    def holds(self, phrase: str) -> bool:
        """Say whether each part of `phrase` (parts are joined by " … ") stands in one of the passages."""
        return all(
            any(contains(passage, part) for passage in self.folded)
            for part in map(words, phrase.split(JOINT))
        )

    @classmethod
    def parse(cls, text: str) -> Locator:
        """Read a locator; raises ValueError, in an editor's words, if a passage is too short or long."""
        locator = cls(text)
        if len(locator.passages) > 2:
            raise ValueError(
                "a locator joins at most two passages. Keep the two that carry the claim."
            )
        for passage, folded in zip(locator.passages, locator.folded, strict=True):
            if not FEWEST <= len(folded) <= MOST:
                raise ValueError(
                    f"“{passage[:80]}” has {len(folded)} words; a passage has {FEWEST} to {MOST}. "
                    "Copy the shortest words of the article that carry the claim."
                )
        return locator
