"""A locator: the few words of an article that carry a claim, copied exactly."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from macros.fold import places, words
from macros.unspaced import is_unspaced, length

JOINT = " … "
"""Joins two passages of one article."""

_DOTS = ("…", "...")
_CLAUSE = re.compile(r"[.,;:!?()\[\]\u2014](?=\s|$)|(?<=\s)[(\[]|\s[\u2013-](?=\s)")
"""Where the words of one clause end: in 1931, 66 boats; 413 (2.3%) of them."""

FEWEST, MOST = 4, 10
"""Words of one passage: fewer could be checked by chance, more would copy the article."""

_SIGNS = " In a script without spaces two signs of Han or kana count as a word, of any other script four."


@dataclass(frozen=True, slots=True)
class Locator:
    """A locator as typed; its passages, one or two joined by " … "; and the words of each, folded."""

    text: str
    passages: tuple[str, ...] = field(init=False, repr=False, compare=False)
    folded: tuple[tuple[str, ...], ...] = field(init=False, repr=False, compare=False)
    _line: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Fold once: every rule asks for the words."""
        passages = tuple(self.text.split(JOINT)) if JOINT in self.text else (self.text,)
        folded = tuple(map(words, passages))
        object.__setattr__(self, "passages", passages)
        object.__setattr__(self, "folded", folded)
        object.__setattr__(self, "_line", f" {JOINT.join(map(' '.join, folded))} ")

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all passages, folded."""
        return sum(self.folded, ())

    def holds(self, phrase: str) -> bool:
        """Say whether each part of `phrase` (parts are joined by " … ") stands in one of the passages."""
        return all(self.shows(words(part)) for part in phrase.split(JOINT))

    def shows(self, folded: tuple[str, ...]) -> bool:
        """Say whether these words stand in one of the passages, one after the other."""
        return bool(folded) and f" {' '.join(folded)} " in self._line

    def everywhere(
        self,
        phrase: tuple[str, ...],
        told: Callable[[tuple[str, ...], int, int], str | None],
    ) -> str | None:
        """What is told of some words, one or more, by a passage, their start in it and their end; the first of it.

        None if somewhere nothing is told of them, or if they stand nowhere: what is meant may be that place.
        """
        found = [
            told(passage, start, start + len(phrase))
            for passage in self.folded
            for start in places(passage, phrase)
        ]
        return found[0] if found and all(found) else None

    def in_one_clause(
        self,
        phrase: tuple[str, ...],
        told: Callable[[tuple[str, ...], int, int], str | None],
    ) -> bool:
        """Say whether something is told of some words by what stands with them in a clause."""
        clauses = (words(part) for passage in self.passages for part in _CLAUSE.split(passage))
        return any(
            told(clause, start, start + len(phrase))
            for clause in clauses
            for start in places(clause, phrase)
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
            count = len(folded) if passage.isascii() else length(folded)
            if not FEWEST <= count <= MOST:
                raise ValueError(
                    f"“{passage[:80]}” has {count:g} words; a passage has {FEWEST} to {MOST}. "
                    f"Copy the shortest words of the article that carry the claim.{_SIGNS * is_unspaced(passage)}"
                )
            if passage.startswith(_DOTS) or passage.endswith(_DOTS):
                raise ValueError(
                    f"“{passage[:80]}” begins or ends with dots. Remove them; “ … ” joins two passages."
                )
        return locator
