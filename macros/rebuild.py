"""What `mkdocs serve` need not make again when a file was saved: all that the edit can't have changed.

A build that is the first of its process, as in publication, makes everything. When the machine itself is
edited, this module is forgotten with all the others. Cut out `Rebuild`, and only time is lost.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from macros import compiled, language
from macros.changes.chronicle import Chronicle, chronicle
from macros.history import History
from macros.library import Library
from macros.site import Site, all_but_facts


class Rebuild:
    """Keeps the site and the theme's templates from one build to the next."""

    def __init__(self) -> None:
        self._site: Site | None = None
        self._told: tuple[object, ...] = ()
        self._chronicle: tuple[object, Chronicle] | None = None
        self._themes: dict[str, Environment] = {}
        self._compile: Callable[..., Any] | None = None

    def site(
        self, library: Library, blamed: Mapping[str, str], *links: object, to_lines: bool
    ) -> Site:
        """The site, computed anew where it was edited.

        Where links lead `to_lines` of files all is: a comment above a claim moves it and changes nothing else.
        So it is where the site is told in another language, or what decides where its other `links` lead is not the same.
        """
        told = language.spoken().code, *links
        before = self._site if told == self._told and not to_lines else None
        self._site, self._told = Site(library, blamed, before), told
        return self._site

    def chronicle(self, history: History, library: Library) -> Chronicle:
        """The history as it was told, as long as nobody commits or renames anything."""
        names = {fact.id: fact.label for fact in library.facts.values()}
        spoken = language.spoken().code
        key = (spoken, history.head, history.missing, *all_but_facts(library), names)
        if self._chronicle is None or self._chronicle[0] != key:
            self._chronicle = key, chronicle(history, library)
        return self._chronicle[1]

    def keep_theme(self, theme: Any) -> None:
        """Let MkDocs find its theme's templates compiled, and their folders listed."""
        key = repr((theme.name, theme.dirs, str(theme.locale)))
        if key not in self._themes:
            environment = theme.get_env()
            environment.bytecode_cache = compiled.kept(environment)
            self._themes[key] = _listing_once(environment)
        theme.get_env = lambda: self._themes[key]

    def keep_compiled(self, environment: Environment, file: str) -> None:
        """Let mkdocs-macros find the template of the page in `file` compiled if it was the same before."""
        self._compile = self._compile or compiled.compiler(environment)
        environment.compile = partial(self._compile, file)  # type: ignore[method-assign,assignment]


def _listing_once(environment: Environment) -> Environment:
    """Answer once for all. MkDocs asks with a filter that is a new function each time, and always the same."""
    answers = list[list[str]]()

    def listed(filter_func: Callable[[str], bool]) -> list[str]:
        if not answers:
            answers.append(sorted(filter(filter_func, _shown(environment.loader))))
        return list(answers[0])

    environment.list_templates = listed  # type: ignore[method-assign,assignment]
    return environment


def _shown(loader: Any) -> set[str]:
    """The templates in the folders of a theme but for hidden ones, which its filter drops: Material keeps 14,000 icons so."""
    found = set()
    for folder in loader.searchpath:
        for at, inner, names in os.walk(folder):
            inner[:] = [name for name in inner if at != folder or not name.startswith(".")]
            found |= {Path(at, name).relative_to(folder).as_posix() for name in names}
    return found
