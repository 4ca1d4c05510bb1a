"""Writes all files of the exports below a built site."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from macros.catalog import FOLDER
from macros.changes.chronicle import Chronicle
from macros.export import bibliography, csv_files, database, json_files, llms
from macros.export.file import File
from macros.export.index import index
from macros.export.publication import Publication
from macros.export.records import Records
from macros.history import commit
from macros.loading import nothing_collected
from macros.site import Site

_KINDS = (json_files, bibliography, csv_files, database)


def files(records: Records) -> Iterator[File]:
    """Yield every file, and last the index of them all."""
    with nothing_collected():
        made = [file for kind in _KINDS for file in kind.files(records)]
    yield from made
    yield index(records, made, commit(records.site.library.root))


def write(site: Site, chronicle: Chronicle, publication: Publication, target: Path) -> list[Path]:
    """Write every file below a built site, and their guide in words; returns their paths. What was there before is gone."""
    folder = target / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    records = Records(site, publication, chronicle)
    made = {folder / file.path: file.content for file in files(records)}
    made[target / llms.NAME] = llms.text(records).encode()
    for parent in {path.parent for path in made}:
        parent.mkdir(parents=True, exist_ok=True)
    for path, content in made.items():
        path.write_bytes(content)
    return list(made)
