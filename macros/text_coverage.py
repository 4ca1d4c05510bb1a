"""Which sentences of an article no locator touches: where facts may have been left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.fold import words
from macros.locator import Locator

# A sentence ends at . ! or ? before a space and a capital or an opening quote, but not after "Nov." or "U.S.".
_END = re.compile(r"(?<=[.!?”\"’])\s+(?=[\"“‘(A-Z])")
_ABBREVIATED = re.compile(r"\b(?:[A-Z][a-z]{0,3}|[A-Z]\.[A-Z]|ret)\.\)?$")


def sentences(article: str) -> list[str]:
    """Split an article into sentences; a line's end always ends one."""
    found: list[str] = []
    for line in filter(None, map(str.strip, article.splitlines())):
        pending = ""
        for piece in _END.split(line):
            pending = f"{pending} {piece}".strip()
            if not _ABBREVIATED.search(pending):
                found.append(pending)
                pending = ""
        if pending:
            found.append(pending)
    return found


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
