"""Builds of a copy of an explainer in this process, and edits between them that someone might make."""

import random
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

MADE_AT = (".gz",)
"""Compressed files hold the second at which they were made."""


def built(folder: Path, target: str, configuration: str = "mkdocs.yml") -> dict[str, bytes]:
    """Build as `mkdocs serve` does, in this process; returns the files by path."""
    config = load_config(str(folder / configuration), site_dir=str(folder / target))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    files = (path for path in (folder / target).rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder / target)): path.read_bytes()
        for path in files
        if path.suffix not in MADE_AT
    }


def edit(folder: Path, chance: random.Random) -> str:
    """Change, spoil or remove something that someone might; returns what was done."""
    path = chance.choice(
        sorted([*(folder / "data").rglob("*.yml"), *(folder / "docs").rglob("*.md")])
    )
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    kind = chance.choice(["change a word", "change a word", "add a line", "cut a line", "remove"])
    if kind == "change a word":
        words = lines[at].rstrip("\n").rsplit(" ", 1)
        lines[at] = (
            " ".join([*words[:-1], chance.choice(["lantern", "3,000", "2031-05-04"])]) + "\n"
        )
    elif kind == "add a line":
        lines.insert(at, chance.choice(["# a comment\n", lines[at]]))
    elif kind == "cut a line":
        del lines[at]
    if kind == "remove":
        path.unlink()
    else:
        path.write_text("".join(lines), "utf-8")
    return f"{kind}: {path.relative_to(folder)}:{at + 1}"
