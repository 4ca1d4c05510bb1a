"""Loading and checking, beside the bare parsing of the same files; each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.pages import REPOSITORY

_PARSE = """
import time, sys, yaml, pathlib
start = time.process_time()
for file in pathlib.Path(sys.argv[1]).glob("data/**/*.yml"):
    yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
print(time.process_time() - start)
"""
_LOAD = """
import time, sys, pathlib
from macros.loading import load, nothing_collected
start = time.process_time()
with nothing_collected():
    library, faults = load(pathlib.Path(sys.argv[1]))
    print(time.process_time() - start)
assert not faults, faults[0]
"""
_CHECK = """
import time, sys, pathlib
from macros.check import check, summary
from macros.loading import nothing_collected
start = time.process_time()
with nothing_collected():
    library, faults = check(pathlib.Path(sys.argv[1]))
    told = summary(library, faults)
    print(time.process_time() - start)
assert not faults, faults[0]
"""


@dataclass(frozen=True)
class Loadings:
    """Seconds of the processor in turn: parsing, loading alone, loading and checking."""

    turns: list[tuple[float, float, float]]

    @property
    def medians(self) -> tuple[float, float, float]:
        """The median of each."""
        parsed, loaded, checked = zip(*self.turns, strict=True)
        return median(parsed), median(loaded), median(checked)

    @property
    def ratio(self) -> float:
        """Loading and checking as a multiple of parsing: the median of the turns' ratios."""
        return median(checked / parsed for parsed, _, checked in self.turns)


def loadings(root: Path, turns: int) -> Loadings:
    """Measure the three in turn, so many times."""
    return Loadings(
        [
            (_seconds(_PARSE, root), _seconds(_LOAD, root), _seconds(_CHECK, root))
            for _ in range(turns)
        ]
    )


def _seconds(program: str, root: Path) -> float:
    run = subprocess.run(
        [sys.executable, "-c", program, str(root)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(run.stdout)
