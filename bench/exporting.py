"""What the files for programs add to a full build."""

from __future__ import annotations

from pathlib import Path

from bench.building import BUILD
from bench.measuring import Pairs, cost


def exports(root: Path, pairs: int) -> Pairs:
    """Build an explainer without its files for programs and with them in turn, so many times."""
    return Pairs([(cost(root, *BUILD), cost(root, *BUILD, EXPORT="1")) for _ in range(pairs)])
