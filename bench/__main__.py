"""python -m bench: what loading and checking cost, as a ratio to the bare parsing of the same files.

The two are measured in turn, each in a process of its own, in the time that the processor spent on it: what
else the machine does disturbs that least. The ratio is the median of the pairs'. The bare parsing is
`yaml.load` with CSafeLoader of every file of data/; the check is that of the command, its count of what was
checked included. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench.synthetic import SIZES, Size, make

PARSE = """
import time, sys, yaml, pathlib
start = time.process_time()
for file in pathlib.Path(sys.argv[1]).glob("data/**/*.yml"):
    yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
print(time.process_time() - start)
"""
CHECK = """
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
PAIRS = 5


def main() -> None:
    """Print a table: size, seconds of parsing and of loading and checking, their ratio, and the growth."""
    print(
        "| sources, facts, people | parsing | loading and checking | ratio | grows with size to the power of |"
    )
    print("|---|---|---|---|---|")
    before: tuple[int, float] | None = None
    for size in SIZES:
        parsed, checked, ratio = _measured(size)
        growth = ""
        if before:
            growth = f"{math.log(checked / before[1]) / math.log(size.facts / before[0]):.2f}"
        before = size.facts, checked
        names = f"{size.sources:,}, {size.facts:,}, {size.people:,}"
        print(
            f"| {names} | {parsed:.2f} s | {checked:.2f} s | {ratio:.2f} | {growth} |",
            flush=True,
        )


def _measured(size: Size) -> tuple[float, float, float]:
    """The medians of parsing, of checking, and of the second as a multiple of the first."""
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), size)
        pairs = [(_seconds(PARSE, folder), _seconds(CHECK, folder)) for _ in range(PAIRS)]
    ratio = median(checked / parsed for parsed, checked in pairs)
    return median(parsed for parsed, _ in pairs), median(checked for _, checked in pairs), ratio


def _seconds(program: str, folder: str) -> float:
    run = subprocess.run(
        [sys.executable, "-c", program, folder], capture_output=True, text=True, check=True
    )
    return float(run.stdout)


if __name__ == "__main__":
    main()
