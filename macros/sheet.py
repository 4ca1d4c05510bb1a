"""One page while it is written: its marks, their numbers, and the list of notes at its end.

A word leaves a placeholder in the Markdown, and its markup waits here until the page is HTML. So nothing
that comes from data is ever read as Markdown, and nothing of it is ever rendered again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from macros.addresses import Addresses
from macros.model import Fact

_OPEN, _CLOSE, _END = "\ue000", "\ue001", "\ue002"
_PIECE = re.compile(f"{_OPEN}(b?)(\\d+){_CLOSE}")

END = _END
"""Stands where the list of notes goes."""


@dataclass
class Note:
    """A fact's note on one page: its number, and the places that use it."""

    number: int
    fact: Fact
    places: list[str] = field(default_factory=list)


class Sheet:
    """The pieces and notes of one page."""

    def __init__(self, addresses: Addresses | None = None) -> None:
        self.addresses = addresses or Addresses()
        self.notes: dict[str, Note] = {}
        self.introduced: set[str] = set()
        self.files: dict[str, bytes] = {}
        self.linked: list[dict[str, Any]] = []
        self.blocks = self.answered = 0
        self._pieces: list[Markup] = []

    def inline(self, markup: Markup) -> str:
        """Keep markup for a place in a sentence; returns its placeholder."""
        self._pieces.append(markup)
        return f"{_OPEN}{len(self._pieces) - 1}{_CLOSE}"

    def block(self, markup: Markup) -> str:
        """Keep markup that stands alone; returns its placeholder, a paragraph of its own."""
        self.blocks += 1
        self._pieces.append(markup)
        return f"{_OPEN}b{len(self._pieces) - 1}{_CLOSE}"

    def attach(self, name: str, content: str) -> int:
        """Keep a file that goes beside the page, under this name; returns its size in bytes."""
        self.files[name] = content.encode()
        return len(self.files[name])

    def cite_from_table(self, fact: Fact) -> Note:
        """Number a fact's note for a cell that opens it; the way back is to the fact's row."""
        note = self.notes.setdefault(fact.id, Note(len(self.notes) + 1, fact))
        note.places.append(f"q-{fact.id}")
        return note

    def cite(self, fact: Fact) -> tuple[Note, str]:
        """Number a use of a fact's note; returns the note and the id of this place."""
        note = self.notes.setdefault(fact.id, Note(len(self.notes) + 1, fact))
        repeat = len(note.places)
        self.answered += not repeat  # a question that the text answers; a table's rows are its own
        place = f"r{note.number}-{repeat + 1}" if repeat else f"r{note.number}"
        note.places.append(place)
        return note, place

    def fill(self, html: str, notes: Callable[[], Markup]) -> str:
        """Put the pieces into a page's HTML, and the notes where its end is marked."""
        filled = "".join(self._filled(html))
        end = f"<p>{_END}</p>"
        return filled.replace(end, notes()) if end in filled else filled

    def prose(self, html: str) -> str:
        """A page's HTML with what stands in its sentences, and without its blocks."""
        return "".join(self._filled(html.replace(_END, ""), blocks=False))

    def _filled(self, html: str, *, blocks: bool = True) -> Iterator[str]:
        """The page in parts; a block takes the place of the paragraph that it was."""
        end = 0
        for match in _PIECE.finditer(html):
            block, number = match[1], int(match[2])
            before, end = html[end : match.start()], match.end()
            if block:
                before = before.removesuffix("<p>")
                end += len("</p>") * html.startswith("</p>", end)
            yield before
            if number < len(self._pieces) and (blocks or not block):
                yield self._pieces[number]
        yield html[end:]
