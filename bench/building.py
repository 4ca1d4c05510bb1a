"""A full build of an explainer, beside a build of the same pages with all words run before: the floor of the engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Cost, Pairs, cost
from bench.pages import REPOSITORY

_LIBRARIES = """
import mkdocs_macros.plugin, pydantic
from babel import Locale
Locale.parse("en_001").decimal_formats
from mkdocs.__main__ import cli
cli()
"""
"""MkDocs beside the libraries that the words rest on, at hand and not used."""
_MAIN = re.compile("<main.*</main>", re.DOTALL)
_LINES_BETWEEN = re.compile(r">\s*\n\s*<")


@dataclass(frozen=True)
class Builds:
    """What the builds cost, and what they made; `libraries` is the floor with the libraries that the words rest on."""

    pairs: Pairs
    libraries: Cost
    pages: int
    largest: tuple[int, str]


def builds(root: Path, floor: Path, pairs: int) -> Builds:
    """Build an explainer and its floor in turn, so many times.

    Raises ValueError if a page of the floor tells anything else than the same page with words.
    """
    cost(REPOSITORY, "-m", "bench.expanding", str(root), str(floor))
    taken = Pairs([(full(floor, f"floor-{i}"), full(root, f"words-{i}")) for i in range(pairs)])
    libraries = _build(floor, "libraries", "-c", _LIBRARIES)
    ours, bare = root / "words-0", floor / "floor-0"
    pages = sorted(file.relative_to(ours) for file in ours.rglob("*.html"))
    for page in pages:
        if _main(ours / page) != _main(bare / page):
            raise ValueError(f"{page} is another page without words. Look at bench/expanding.py.")
    largest = max(((ours / page).stat().st_size, page.as_posix()) for page in pages)
    return Builds(taken, libraries, len(pages), largest)


def full(root: Path, to: str, **environment: str) -> Cost:
    """Build the explainer at `root` into a folder that is not there yet: to empty one can cost more than to fill it."""
    return _build(root, to, "-m", "mkdocs", **environment)


def _build(root: Path, to: str, *program: str, **environment: str) -> Cost:
    return cost(root, *program, "build", "--strict", "--site-dir", str(root / to), **environment)


def _main(page: Path) -> str:
    """The main content; raw HTML in Markdown may stand on other lines, which no reader sees."""
    found = _MAIN.search(page.read_text("utf-8"))
    if found is None:
        raise ValueError(f"{page} has no main content.")
    return _LINES_BETWEEN.sub("><", found[0])
