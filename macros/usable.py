"""What can be shown: a library without what refers to something that is not there."""

from __future__ import annotations

from collections.abc import Mapping

from macros.library import Library


def usable(library: Library, blamed: Mapping[str, str]) -> Library:
    """Leave out what refers to something that is not there, and in turn what refers to that.

    `blamed` holds what a check says of a file, by path. Neighbors (`see_also`) are not needed for a fact to stand.
    """
    while True:
        faults = {
            entity.path: blamed.get(entity.path)
            or library.broken.get(reference.target)
            or f"{entity.path}: it refers to “{reference.target}”, which is not there."
            for entity, references in library.references
            for reference in references
            if reference.kind != "fact" and reference.target not in library.known[reference.kind]
        }
        if not faults:
            return library
        library = library.without(faults)
