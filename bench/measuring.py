"""What a program costs: processor time, time on the clock and the most memory that it held."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1900000000",
    "CI": "1",  # every page is made anew
    "PYTHONDONTWRITEBYTECODE": "",  # what is imported was compiled before, as on anybody's machine
}


@dataclass(frozen=True)
class Cost:
    """Of a whole process with those it waited for: seconds of the processor, seconds on the clock, MiB."""

    seconds: float
    clock: float
    memory: float


@dataclass(frozen=True)
class Pairs:
    """What two programs cost that were run in turn: the floor, and what is measured by it."""

    pairs: list[tuple[Cost, Cost]]

    def ratio(self, what: str) -> float:
        """The median of the pairs' ratios: `what` is a name of a cost."""
        return median(_of(ours, what) / _of(floor, what) for floor, ours in self.pairs)

    def floor(self, what: str) -> float:
        """The median of the floor's costs."""
        return median(_of(floor, what) for floor, _ in self.pairs)

    def ours(self, what: str) -> float:
        """The median of the costs of what is measured."""
        return median(_of(ours, what) for _, ours in self.pairs)


def _of(cost: Cost, what: str) -> float:
    return float(getattr(cost, what))


def cost(folder: Path, *arguments: str, **environment: str) -> Cost:
    """Run Python with some arguments in a folder, and with more in its environment. Raises RuntimeError with what it said if it fails."""
    with tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=os.environ | _ENVIRONMENT | environment,
            stdout=said,
            stderr=said,
        )
        _, status, used = os.wait4(process.pid, 0)
        clock = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(arguments)}: {said.read()}")
    kilobytes = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
    return Cost(used.ru_utime + used.ru_stime, clock, kilobytes / 1024)
