"""An article's fingerprint: enough to say whether words stand in it, too little to read it.

It is the set of 20-bit hashes of every run of four words. At 64 bits the article could be rebuilt from
its locators and a large vocabulary; at 20 bits false branches outgrow the search. In a script without spaces
the next word is one of some thousand signs and not of fifty thousand words: 16 bits leave as many false
branches there. It is not a secret: whoever guesses four words can confirm them.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from macros.fold import words
from macros.locator import Locator
from macros.unspaced import is_unspaced

RUN = 4
_HEX_DIGITS = 5
_OF_SIGNS = 4
"""Of these five, those that tell something of a run with signs of a script without spaces; the last is 0."""
_FORM = re.compile(rf"\s*(?:[0-9a-f]{{{_HEX_DIGITS}}}(?:\s+|\Z))+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The hashes of one source's runs of four words, five hex digits each."""

    source: str
    hashes: frozenset[str]

    @classmethod
    def of(cls, source: str, article: str) -> Fingerprint:
        """Make the fingerprint of an article's text; the source's id is its salt."""
        return cls(source, frozenset(_hashes(source, runs(words(article)))))

    @classmethod
    def parse(cls, source: str, text: str) -> Fingerprint:
        """Read what `dump` wrote; raises ValueError, in an editor's words, for anything else."""
        if not _FORM.fullmatch(text):
            raise ValueError(
                "this is not a fingerprint. Make it with `python -m macros fingerprint`, never by hand."
            )
        return cls(source, frozenset(text.split()))

    def dump(self) -> str:
        """Write one hash a line, sorted, so that a change reads well in a diff."""
        return "".join(f"{h}\n" for h in sorted(self.hashes))

    def has(self, locator: Locator) -> bool:
        """Say whether every run of four words of each passage stands in the article."""
        return self.shown_by(locator) <= self.hashes

    def shown_by(self, locator: Locator) -> frozenset[str]:
        """The hashes of a locator's own runs."""
        asked = [run for passage in locator.folded for run in runs(passage)]
        return frozenset(_hashes(self.source, asked))

    def has_runs(self, asked: list[bytes]) -> list[bool]:
        """Say of each of some runs of four words whether it stands in the article."""
        return [h in self.hashes for h in _hashes(self.source, asked)]


def runs(folded: tuple[str, ...], every: int = 1) -> list[bytes]:
    """A text's runs of four words as they are hashed: all, or of every so many the last."""
    starts = range(every - 1, len(folded) - RUN + 1, every)
    return ["\0".join(folded[i : i + RUN]).encode() for i in starts]


@lru_cache(maxsize=1024)
def _salted(source: str) -> hashlib.blake2b:
    return hashlib.blake2b(f"{source}\0".encode(), digest_size=3)


def _hashes(source: str, asked: list[bytes]) -> list[str]:
    salted = _salted(source).copy
    hashes = []
    for run in asked:
        hashed = salted()
        hashed.update(run)
        told = hashed.hexdigest()[:_HEX_DIGITS]
        if not run.isascii() and is_unspaced(run.decode()):
            told = told[:_OF_SIGNS].ljust(_HEX_DIGITS, "0")
        hashes.append(told)
    return hashes
