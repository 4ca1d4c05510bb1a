"""What the files for programs add to a full build."""

from __future__ import annotations

from pathlib import Path

from bench.building import full
from bench.measuring import Pairs


def exports(root: Path, times: int) -> Pairs:
    """Build an explainer without and with its files for programs in turn, so many times."""
    return Pairs(
        [(full(root, f"alone-{i}"), full(root, f"exports-{i}", EXPORT="1")) for i in range(times)]
    )
