"""Which sentences of an article no locator touches: where facts may have been left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.fold import words
from macros.locator import Locator

_END = re.compile(r"(?<=[.!?”“\"’‘»«؟۔।။។៕])\s+|(?<=[。！？])(?![”’」』])\s*")
_ABBREVIATED = re.compile(r"\b(?:[A-Z][a-z]{0,3}|[A-Z]\.[A-Z]|ret)\.\)?$")
_OPENING = frozenset('"“”„‘‚«»(¿¡–—')


def sentences(article: str) -> list[str]:
    """Split an article into sentences; a line's end always ends one."""
    found: list[str] = []
    for line in filter(None, map(str.strip, article.splitlines())):
        whole: list[str] = []
        for piece in filter(None, _END.split(line)):
            if whole and not _ends(whole[-1], piece[0]):
                whole[-1] += f" {piece}"
            else:
                whole.append(piece)
        found += whole
    return found


def _ends(sentence: str, following: str) -> bool:
    """Whether a sentence ends before a letter: not before a small one or a digit, nor after "Nov." or "U.S."."""
    if sentence[-1] in "。！？":
        return True
    begins = following in _OPENING or (following.isalpha() and not following.islower())
    return begins and not _ABBREVIATED.search(sentence)


def untouched(article: str, locators: Iterable[Locator]) -> list[str]:
    """List the sentences of which no locator shows a word."""
    split = sentences(article)
    folded = [words(sentence) for sentence in split]
    owner = [i for i, sentence in enumerate(folded) for _ in sentence]
    flat = tuple(word for sentence in folded for word in sentence)
    touched: set[int] = set()
    for passage in {p for locator in locators for p in locator.folded}:
        for start in range(len(flat) - len(passage) + 1):
            if flat[start : start + len(passage)] == passage:
                touched.update(owner[start : start + len(passage)])
    return [sentence for i, sentence in enumerate(split) if i not in touched and folded[i]]
