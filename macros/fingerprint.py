"""An article's fingerprint: enough to say whether words stand in it, too little to read it.

It is the set of 20-bit hashes of every run of four words. At 64 bits the article could be rebuilt from
its locators and a large vocabulary; at 20 bits false branches outgrow the search. It is not a secret:
whoever guesses four words can confirm them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from macros.fold import words
from macros.locator import Locator

RUN = 4
_HEX_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The hashes of one source's runs of four words, five hex digits each."""

    source: str
    hashes: frozenset[str]

    @classmethod
    def of(cls, source: str, article: str) -> Fingerprint:
        """Make the fingerprint of an article's text; the source's id is its salt."""
        return cls(source, frozenset(_hashes(source, words(article))))

    @classmethod
    def parse(cls, source: str, text: str) -> Fingerprint:
        """Read what `dump` wrote; raises ValueError, in an editor's words, for anything else."""
        hashes = text.split()
        if not hashes or any(
            len(h) != _HEX_DIGITS or set(h) - set("0123456789abcdef") for h in hashes
        ):
            raise ValueError(
                "this is not a fingerprint. Make it with `python -m macros fingerprint`, never by hand."
            )
        return cls(source, frozenset(hashes))

    def dump(self) -> str:
        """Write one hash a line, sorted, so that a change reads well in a diff."""
        return "".join(f"{h}\n" for h in sorted(self.hashes))

    def has(self, locator: Locator) -> bool:
        """Say whether every run of four words of each passage stands in the article."""
        return self.shown_by(locator) <= self.hashes

    def shown_by(self, locator: Locator) -> frozenset[str]:
        """The hashes of a locator's own runs."""
        return frozenset(h for passage in locator.folded for h in _hashes(self.source, passage))


def _hashes(source: str, folded: tuple[str, ...]) -> Iterator[str]:
    for i in range(len(folded) - RUN + 1):
        run = "\0".join((source, *folded[i : i + RUN]))
        yield hashlib.blake2b(run.encode(), digest_size=3).hexdigest()[:_HEX_DIGITS]
