"""A link to a page or picture of docs/ leads to one that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from macros.faults import Fault, did_you_mean
from macros.files import below, readable

_TARGET = re.compile(r"\]\((?P<file>[a-z0-9./-]+\.(?:md|png|jpe?g|webp))(?=[#)])", re.ASCII)


def check_links(root: Path) -> Iterator[Fault]:
    """Yield a fault for each link of a page to a file that is not below docs/; MkDocs would name no line."""
    there = {path.removeprefix("docs/") for path, _ in below(root, "docs")}
    for file in readable(root / "docs", "*.md"):
        page = file.relative_to(root / "docs").as_posix()
        try:
            lines = file.read_text("utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            continue  # told by the check of the words
        for number, line in enumerate(lines, 1):
            for found in _TARGET.finditer(line):
                target = normpath(join(dirname(page), found["file"]))
                if target not in there:
                    known = sorted(relpath(one, dirname(page) or ".") for one in there)
                    hint = did_you_mean(found["file"], known) or " Correct the link."
                    told = f"“{found['file']}” is not there.{hint}"
                    yield Fault(f"docs/{page}", number, found.start("file") + 1, told)
