"""What may lie in data/ and docs/ at all: real files, with plain names, of known kinds and sizes."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import accumulate
from operator import attrgetter
from pathlib import Path

from macros.faults import Fault, did_you_mean

FOLDERS = ("data", "docs")
PARTS = ("facts", "sources", "people", "organizations", "fingerprints")
"""The folders of data/: whatever lies in another is read by nobody."""
LARGEST = 1024 * 1024
KINDS = {
    "data": (".yml",),
    "data/fingerprints": (".txt",),
    "docs": (".md", ".png", ".jpg", ".jpeg", ".webp"),
}
_JPEG = re.compile(rb"\xff\xd8\xff"), "JPEG"
_PICTURES = {
    "png": (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "webp": (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP"),
}
"""How pictures begin: one that is something else is shown to nobody, or is something else."""
_AS_IT_IS = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")
)
"""No link is followed, no pipe waited for, no end of a line changed, as far as the system knows of such."""
_AT_ONCE = 32 * 1024
"""Bytes that are read first: most files have fewer, and nothing more must be asked of them."""
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
        for path, entry in below(root, folder):
            message = _refusal(folder, path, entry)
            if message:
                yield Fault(path, 1, 1, message)


def below(root: Path, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all that lies below a folder of `root` by its path, what lies in a folder before what lies deeper.

    Links are not followed, that of the folder itself neither. An entry knows what it is without a look at the disk.
    """
    linked = any(
        (root / part).is_symlink() for part in accumulate(folder.split("/"), "{}/{}".format)
    )
    waiting = [] if linked else [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(f"{root}/{here}") as found:
                entries = sorted(found, key=attrgetter("name"))
        except OSError:
            continue  # gone since, or closed, which the check of files tells
        for entry in entries:
            yield f"{here}/{entry.name}", entry
        waiting += [
            f"{here}/{e.name}" for e in reversed(entries) if e.is_dir(follow_symlinks=False)
        ]


def readable(folder: Path, pattern: str) -> list[Path]:
    """The files below a folder that are worth reading: no links, which may lead anywhere, and none too large.

    A folder of such a name is among them: whoever reads it tells.
    """
    return [
        Path(entry.path)
        for _, entry in below(folder.parent, folder.name)
        if fnmatchcase(entry.name, pattern)
        and (entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False))
        and _size(entry) <= LARGEST
    ]


def contents(path: str, most: int = LARGEST) -> bytes:
    """Read a whole file, with as few calls of the system as there can be: there may be tens of thousands.

    Raises OSError for what can't be read: a link (ELOOP), what is no file (EISDIR), more than `most` bytes (EFBIG).
    """
    opened = os.open(path, _AS_IT_IS)
    try:
        content = os.read(opened, _AT_ONCE)
        if 0 < len(content) < min(_AT_ONCE, most):
            return content
        found = os.fstat(opened)
        size = found.st_size
        if not stat.S_ISREG(found.st_mode):
            raise _unread(errno.EISDIR)
        if size > most:
            raise _unread(errno.EFBIG)
        content += os.read(opened, size - len(content))
        if len(content) < size:
            raise _unread(errno.EIO)
        return content
    finally:
        os.close(opened)


def _unread(why: int) -> OSError:
    return OSError(why, os.strerror(why))


def _refusal(folder: str, path: str, entry: os.DirEntry[str]) -> str | None:
    if entry.is_symlink():
        return "this is a symbolic link, which can publish any file. Put the file itself here."
    if not _NAME.fullmatch(entry.name):
        return "a name has small letters, digits and hyphens only. Rename it."
    if entry.is_dir():
        return _folder_refusal(path, entry)
    if not entry.is_file():
        return "this is not a file. Remove it."
    return _file_refusal(folder, path, entry)


def _folder_refusal(path: str, entry: os.DirEntry[str]) -> str | None:
    if not os.access(entry.path, os.R_OK | os.X_OK):
        return "this folder is closed to you, so that nothing in it is checked. Open it."
    if path == f"data/{entry.name}" and entry.name not in PARTS:
        return f"data/ holds {', '.join(PARTS)}.{did_you_mean(entry.name, PARTS) or ' Move it.'}"
    return None


def _file_refusal(folder: str, path: str, entry: os.DirEntry[str]) -> str | None:
    if folder == "data" and path.count("/") == 1:
        return (
            f"files lie in the folders of data/: {', '.join(PARTS)}. Move it there, or elsewhere."
        )
    if path.startswith("data/fingerprints/"):
        folder = "data/fingerprints"
    if not entry.name.endswith(KINDS[folder]):
        return f"only {', '.join(KINDS[folder])} files lie below {folder}/. Rename it to end so, move it elsewhere, or remove it."
    if folder != "data" and _size(entry) > LARGEST:  # whoever reads those tells
        return f"the file is larger than {LARGEST // 1024} kB. Make it smaller."
    begins = _PICTURES.get(entry.name.rpartition(".")[2]) if folder == "docs" else None
    if begins and not _begins(entry.path, begins):
        return (
            f"this is no picture of the kind {begins[1]}. Save it as one, or name it as what it is."
        )
    return None


def _begins(path: str, kind: tuple[re.Pattern[bytes], str]) -> bool:
    """Whether a file begins as its kind does. One that can't be read is told by whoever reads it."""
    try:
        with open(path, "rb") as opened:  # noqa: PTH123 (as above)
            return bool(kind[0].match(opened.read(16)))
    except OSError:
        return True


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_size
    except FileNotFoundError:  # an editor's own file, gone since it was listed
        return 0
