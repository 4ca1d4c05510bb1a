"""How the prose of docs/ changed: which pages, how much of them, and which facts they show now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from macros import wording
from macros.changes.tree import Entry, Tree
from macros.docs import FRONT_MATTER

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def pages_changed(before: Tree, after: Tree) -> Iterator[Entry]:
    """Tell each page of which more changed than its spaces and line ends."""
    for path in dict.fromkeys([*after.pages, *before.pages]):
        old, new = _text(before, path), _text(after, path)
        page = after.pages.get(path) or before.pages[path]
        if path not in after.pages:
            yield Entry(page, ("the page is removed",))
        elif path not in before.pages:
            yield Entry(page, ("a new page", *_facts(before, after, page)))
        elif old.split() != new.split():
            told = (*_heading(old, new), *_sentences(old, new), *_facts(before, after, page))
            yield Entry(page, told)


def pages_rewritten(before: Tree, after: Tree) -> Iterator[str]:
    """The pages that differ in spaces and line ends only."""
    for path, page in after.pages.items():
        old, new = _text(before, path), _text(after, path)
        if path in before.pages and old != new and old.split() == new.split():
            yield page


def _text(tree: Tree, path: str) -> str:
    return tree.raw(path).decode(errors="replace")


def _heading(old: str, new: str) -> Iterator[str]:
    """The two lines of the front matter that readers see: the title and the sentence below it."""
    was, now = _front(old), _front(new)
    for key, word in (("title", "title"), ("description", "sentence below the title")):
        if was.get(key) != now.get(key):
            yield f"{word}: “{was.get(key, '')}” → “{now.get(key, '')}”"


def _front(text: str) -> Mapping[str, str]:
    found = FRONT_MATTER.match(text)
    lines = [line.partition(":") for line in found[1].splitlines()] if found else []
    return {key: value.strip().strip('"') for key, _, value in lines}


def _sentences(old: str, new: str) -> Iterator[str]:
    """How many sentences of the prose came and went."""
    was, now = (_SENTENCE.split(FRONT_MATTER.sub("", text)) for text in (old, new))
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    went = sum(stop - start for kind, start, stop, _, _ in steps if kind != "equal")
    came = sum(stop - start for kind, _, _, start, stop in steps if kind != "equal")
    if came or went:
        yield f"prose: {wording.counted(came, 'sentence')} added, {went} removed"


def _facts(before: Tree, after: Tree, page: str) -> Iterator[str]:
    """Which facts the page shows that it did not show, and the other way round."""
    for one, other, words in ((after, before, "now shows"), (before, after, "no longer shows")):
        labels = [
            one.library.facts[fact].label
            for fact, shown_on in one.shown_on.items()
            if page in shown_on
            and page not in other.shown_on.get(fact, ())
            and fact in other.library.facts
        ]
        if labels:
            yield f"{words} {wording.listed(labels)}"
