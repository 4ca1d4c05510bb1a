"""What is wrong, where, and what to do about it, in an editor's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class Level(StrEnum):
    """An error stops the build; a notice fails nothing."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One sentence on one line of one file; `path` is relative to the root, lines and columns count from 1."""

    path: str
    line: int
    column: int
    message: str
    level: Level = Level.ERROR

    def __str__(self) -> str:
        told = f"{self.path}:{self.line}:{self.column}: {self.level}: {self.message}"
        return told if told.isprintable() else "".join(map(_shown, told))


def _shown(character: str) -> str:
    """A quoted text may hold a line's end or a terminal's sign: a fault is one line and moves no cursor."""
    return character if character.isprintable() else f"\\u{{{ord(character):04x}}}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the known word that is nearest to a misspelt one: " Did you mean “x”?", or nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean “{near[0]}”?" if near else ""
