"""A full build of an explainer, beside a build of the same pages with all words run before: the floor of the engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Pairs, cost
from bench.pages import REPOSITORY

BUILD = ("-m", "mkdocs", "build", "--strict")
_MAIN = re.compile("<main.*</main>", re.DOTALL)
_LINES_BETWEEN = re.compile(r">\s*\n\s*<")


@dataclass(frozen=True)
class Builds:
    """What the builds cost, and what they made."""

    pairs: Pairs
    pages: int
    largest: tuple[int, str]


def builds(root: Path, floor: Path, pairs: int) -> Builds:
    """Build an explainer and its floor in turn, so many times.

    Raises ValueError if a page of the floor tells anything else than the same page with words.
    """
    cost(REPOSITORY, "-m", "bench.expanding", str(root), str(floor))
    taken = Pairs([(cost(floor, *BUILD), cost(root, *BUILD)) for _ in range(pairs)])
    pages = sorted(file.relative_to(root / "site") for file in (root / "site").rglob("*.html"))
    for page in pages:
        if _main(root / "site" / page) != _main(floor / "site" / page):
            raise ValueError(f"{page} is another page without words. Look at bench/expanding.py.")
    largest = max(((root / "site" / page).stat().st_size, page.as_posix()) for page in pages)
    return Builds(taken, len(pages), largest)


def _main(page: Path) -> str:
    """The main content; raw HTML in Markdown may stand on other lines, which no reader sees."""
    found = _MAIN.search(page.read_text("utf-8"))
    if found is None:
        raise ValueError(f"{page} has no main content.")
    return _LINES_BETWEEN.sub("><", found[0])
