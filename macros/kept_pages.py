"""Pages as they were made, kept on disk: after an edit only those are made again that rest on what was edited.

A page is found by a digest of all that it was made from: its text, the machine, every file of data/ that is no
fact, the questions that there are, and of the facts those that its words show. A word that shows anything of all
facts rests on all of them, and so does every word that is not known here. It stands behind a digest of its own:
what a disk or another program changed is not used.

What is kept is safe to delete, and nothing is kept or found where CI is set: what is published is made from
nothing. Cut out this module and what `adapter` says of it, and only time is lost.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

import babel
import jinja2

from macros.docs import calls
from macros.files import below, contents
from macros.history import History
from macros.model import Fact
from macros.places import rests_on
from macros.site import Site
from macros.volumes import Divided, Volumes
from macros.written import as_noted

_HERE = Path(__file__).parent
FOLDER = ".cache/pages"
OFF = "CI"
"""Whoever sets this in the environment has every page made anew."""
_MOST = 2
"""How many times the pages of one build are kept: those of `mkdocs serve` and of `mkdocs build` are not the same."""
_LENGTH = 20
"""Bytes of a digest."""
_ALLOWED = {
    ("macros.search", "Entry"),
    ("markupsafe", "Markup"),
    ("mkdocs.structure.toc", "AnchorLink"),
    ("mkdocs.structure.toc", "TableOfContents"),
}
"""What a kept page may be made of; nothing else is ever made from such a file, whoever wrote it."""


class KeptPages:
    """The pages of one explainer on disk, as far as they are still what a build would make."""

    def __init__(self, site: Site, volumes: Volumes, history: History, *said: object) -> None:
        """Look at all that every page is made from; `said` is what else decides how pages are made."""
        self._site, self._divided = site, Divided(volumes)
        self._folder = site.library.root / FOLDER
        self._history = history
        self._facts: dict[str, bytes] = {}
        self._used: set[str] = set()
        self._made: dict[str, Path] = {}
        every = (*said, volumes, history.commits, history.missing)
        off = os.environ.get(OFF)
        self._common = b"" if off else _digest([*every, *_machine(), *self._all_but_facts()])

    def key(self, path: str, text: str, *said: object) -> str:
        """Name a page by its text, as its engine has read it, and all else that it is made from; empty if nothing is kept."""
        if not self._common:
            return ""
        facts = sorted(set(self._rests_on(text)))
        return _digest([self._common, path, text, said, *facts]).hex()

    def find(self, key: str) -> Any:
        """What was kept of a page by this name; None if there is nothing, or nothing that can be read."""
        file = self._folder / key
        self._used.add(key)
        try:
            held = contents(str(file), sys.maxsize)
            os.utime(file)
            digest, page = held[:_LENGTH], held[_LENGTH:]
            return _Reader(BytesIO(page)).load() if digest == _digest([key, page]) else None
        except Exception:  # of a file that is safe to delete: the page is made anew
            return None

    def keep(self, key: str, page: object) -> None:
        """Write a page, to be found by this name once the build is over. Where that can't be done, it is made again next time."""
        with suppress(OSError, pickle.PicklingError):
            self._folder.mkdir(parents=True, exist_ok=True)
            written = self._folder / f"{key}.{os.getpid()}"
            made = pickle.dumps(page, pickle.HIGHEST_PROTOCOL)
            written.write_bytes(_digest([key, made]) + made)
            self._made[key] = written

    def settle(self, *, edited: bool) -> None:
        """Keep what this build has written, and remove what was found longest ago: pages are kept a few times and no more.

        Nothing of it is kept if the machine was `edited` meanwhile, or a file of data/, of which lines are read when a
        page links there, or if a commit could not be read: a part of a page may be of another time than its name.
        """
        library, late = self._site.library, edited or self._history.unread
        whole = self._made and not late and as_noted(library.root, library.written)
        for key, written in self._made.items():
            with suppress(OSError):
                written.replace(self._folder / key) if whole else written.unlink()
        with suppress(OSError):  # there is no folder, or another build is at it
            files = sorted(self._folder.iterdir(), key=lambda file: file.lstat().st_mtime_ns)
            for file in files[: -_MOST * len(self._used)]:
                with suppress(OSError):  # what is no file is not ours
                    file.unlink()

    def _all_but_facts(self) -> Iterator[object]:
        """What any page may print of others, be it only a name, a link or how many there are."""
        site, library = self._site, self._site.library
        yield _held(f"{library.root}/mkdocs.yml")
        yield [path for path, _ in below(library.root, "docs")]
        shown = {fact.path for fact in library.facts.values()}
        for path, entry in below(library.root, "data"):
            if path not in shown:  # what is no fact, and what can't be used as one
                yield from (path, site.blamed.get(path))
                yield library.written[path].digest if path in library.written else _held(entry.path)
        yield [(asked.path, asked.label, asked.question) for asked in library.questions]
        yield from (site.differs, site.begin)

    def _rests_on(self, text: str) -> Iterator[bytes]:
        for call in calls(text):
            facts = rests_on(self._site, call, self._divided)
            yield from [self._every_fact] if facts is None else map(self._fact, facts)

    @cached_property
    def _every_fact(self) -> bytes:
        return _digest(map(self._fact, self._site.facts))

    def _fact(self, fact: Fact) -> bytes:
        """A fact as it was loaded, what is blamed on it, and the articles and questions that stand beside it."""
        site, path = self._site, fact.path
        if path not in self._facts:
            sources = [source.id for source in site.beside.sources(fact)]
            neighbors = [neighbor.id for neighbor in site.neighbors[fact.id]]
            typed = path, site.library.written[path].digest, site.blamed.get(path)
            self._facts[path] = _digest([*typed, sources, neighbors])
        return self._facts[path]


class _Reader(pickle.Unpickler):
    """Reads what was kept, and makes nothing that a page is not made of."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a page")
        return super().find_class(module, name)


def _machine() -> Iterator[object]:
    """All that makes pages. The theme prints each of them anew around what was kept."""
    yield from (sys.version, babel.__version__, jinja2.__version__)
    for folder, within, names in os.walk(_HERE, followlinks=True):
        within[:] = sorted({*within} - {"theme", "__pycache__"})
        for name in sorted(names):
            with suppress(OSError):
                yield from (os.path.relpath(folder, _HERE), name, Path(folder, name).read_bytes())


def _held(file: str) -> bytes:
    """What a file holds; what can't be read, or is none, is used by no page."""
    with suppress(OSError):
        return contents(file, sys.maxsize)
    return b""


def _digest(parts: Iterable[object]) -> bytes:
    """A short name for some values: bytes as they are, others as Python writes them."""
    found = blake2b(digest_size=_LENGTH)
    for part in parts:
        told = part if isinstance(part, bytes) else repr(part).encode()
        found.update(b"%d " % len(told) + told)
    return found.digest()
