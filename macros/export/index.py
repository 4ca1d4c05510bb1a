"""The list of all files, with what each holds, its size and its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from macros.catalog import ABOUT, SCHEMA
from macros.export import shapes
from macros.export.file import File
from macros.export.json_files import JSON, written
from macros.export.records import Records

NAME = "index.json"
PROMISE = (
    "Within this version no file and no key loses its name, its type or its meaning. "
    "Files, keys and values may be added, and records may change their order."
)


def index(records: Records, files: Sequence[File], commit: str | None) -> File:
    """List the files of a publication."""
    publication = records.publication
    listed = shapes.Index(
        site=publication.name,
        address=publication.address or None,
        version=shapes.VERSION,
        promise=PROMISE,
        license=publication.terms_of_use,
        commit=commit,
        history=records.history,
        files=[
            shapes.Listed(
                path=file.path,
                about=file.about,
                type=file.type,
                size=len(file.content),
                sha256=hashlib.sha256(file.content).hexdigest(),
                described_by=file.described_by,
            )
            for file in files
        ],
    )
    return File(NAME, JSON, written(listed), ABOUT[NAME], SCHEMA.format("index"))
