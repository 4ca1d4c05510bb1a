"""What is there already and looks like what is to be written: one question, person and article has one file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import urlsplit

from macros.fold import words
from macros.library import Library
from macros.model import Entity, Fact, Organization, Person, Source

_ALIKE = 0.82
_SHARED = 0.6
"""Of the words of two questions: so many in common ask the same, or nearly."""
_SMALL = frozenset(
    "a an the of in on at to by for is are was were did do does has have what who".split()
)


def alike(
    library: Library, model: type[Entity], values: Mapping[str, Any]
) -> Iterator[tuple[Entity, str]]:
    """Yield each entity that looks alike, and in what."""
    text = {key: value for key, value in values.items() if isinstance(value, str)}
    if model is Fact:
        yield from _questions(library, text)
    elif model is Source:
        yield from _sources(library, text)
    else:
        groups: Mapping[type[Entity], Mapping[str, Person | Organization]] = {
            Person: library.people,
            Organization: library.organizations,
        }
        yield from _names(groups[model], text)


def _questions(library: Library, text: Mapping[str, str]) -> Iterator[tuple[Entity, str]]:
    asked = _content(text.get("question", ""))
    for question in library.questions:
        other = _content(question.question)
        shared = len(asked & other) / len(asked | other) if asked | other else 0.0
        if shared >= _SHARED or words(question.label) == words(text.get("label", "")):
            yield question, f"it asks “{question.question}”"


def _content(question: str) -> frozenset[str]:
    return frozenset(words(question)) - _SMALL


def _sources(library: Library, text: Mapping[str, str]) -> Iterator[tuple[Entity, str]]:
    for source in library.sources.values():
        if _address(source.url) == _address(text.get("url", "")):
            yield source, "it has the same address"
        elif source.title and _near(words(source.title), words(text.get("title", ""))):
            yield source, f"its headline is “{source.title}”"


def _address(url: str) -> tuple[str, str]:
    """What two addresses of one article have in common, whatever stands before and behind."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")


def _names(
    bodies: Mapping[str, Person | Organization], text: Mapping[str, str]
) -> Iterator[tuple[Entity, str]]:
    """A name is the same in whatever order its parts stand, with or without accents and hyphens."""
    wanted = _parts(text.get("name", ""))
    for body in bodies.values():
        spelled = [name for names in (body.spellings or {}).values() for name in names]
        short = body.short if isinstance(body, Organization) else None
        for name in dict.fromkeys([body.name, *spelled, *([short] if short else [])]):
            if _near(_parts(name), wanted):
                yield body, f"it has the name “{name}”"
                break


def _parts(name: str) -> tuple[str, ...]:
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return tuple(sorted(words(bare)))


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    a, b = "".join(one), "".join(other)
    return bool(a and b) and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE
