"""What the files for programs add to a full build."""

from __future__ import annotations

from pathlib import Path

from bench.building import BUILD
from bench.measuring import Pairs, cost


def exports(root: Path, without: Pairs, times: int) -> Pairs:
    """Build an explainer with its files for programs, so many times, beside builds without them that were measured."""
    return Pairs([(ours, cost(root, *BUILD, EXPORT="1")) for _, ours in without.pairs[:times]])
