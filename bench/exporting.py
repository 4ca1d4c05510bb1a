"""What the files for programs add to a full build."""

from __future__ import annotations

from pathlib import Path

from bench.building import full
from bench.measuring import Pairs


def exports(root: Path, without: Pairs, times: int) -> Pairs:
    """Build an explainer with its files for programs, so many times, beside builds without them that were measured."""
    return Pairs(
        [
            (ours, full(root, f"exports-{i}", EXPORT="1"))
            for i, (_, ours) in enumerate(without.pairs[:times])
        ]
    )
