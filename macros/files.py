"""What may lie in data/ and docs/ at all: real files, with plain names, of known kinds and sizes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from macros.faults import Fault, did_you_mean

FOLDERS = ("data", "docs")
PARTS = ("facts", "sources", "people", "organizations", "fingerprints")
"""The folders of data/: whatever lies in another is read by nobody."""
LARGEST = 1024 * 1024
KINDS = {
    "data": (".yml", ".txt"),
    "docs": (".md", ".png", ".jpg", ".jpeg", ".webp"),
}
_NAME = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*", re.ASCII)


def check_files(root: Path) -> Iterator[Fault]:
    """Yield a fault for each link, odd name, unknown kind or large file below data/ and docs/."""
    if not (root / "data").is_dir():
        yield Fault(
            "data", 1, 1, "there is no folder data/. Name the folder that holds it with --root."
        )
    if (root / ".gitmodules").exists():
        told = "another repository is linked into this one, which can change unseen. Remove it."
        yield Fault(".gitmodules", 1, 1, told)
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            yield Fault(folder, 1, 1, "this is a symbolic link. Put the folder itself here.")
            continue
        for above, folders, files in os.walk(root / folder):
            for name in sorted([*folders, *files]):
                file = Path(above, name)
                message = _refusal(file, folder)
                if message:
                    yield Fault(file.relative_to(root).as_posix(), 1, 1, message)


def readable(folder: Path, pattern: str) -> list[Path]:
    """The files below a folder that are worth reading: no links, which may lead anywhere, and none too large."""
    files = [] if folder.is_symlink() else sorted(folder.rglob(pattern))
    return [
        file
        for file in files
        if not (file.is_symlink() or (file.is_file() and file.stat().st_size > LARGEST))
    ]


def _refusal(file: Path, folder: str) -> str | None:
    if file.is_symlink():
        return "this is a symbolic link, which can publish any file. Put the file itself here."
    if not _NAME.fullmatch(file.name):
        return "a name has small letters, digits and hyphens only. Rename it."
    if file.is_dir():
        if folder == "data" and file.parent.name == "data" and file.name not in PARTS:
            return f"data/ holds {', '.join(PARTS)}.{did_you_mean(file.name, PARTS) or ' Move it.'}"
        return None
    if not file.is_file():
        return "this is not a file. Remove it."
    if file.suffix not in KINDS[folder]:
        return f"only {', '.join(KINDS[folder])} files lie below {folder}/. Move it elsewhere, or remove it."
    if file.stat().st_size > LARGEST:
        return f"the file is larger than {LARGEST // 1024} kB. Make it smaller."
    return None
