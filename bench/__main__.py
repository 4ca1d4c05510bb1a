"""python -m bench [--keep] [SIZE …]: what explainers of several sizes cost, as ratios to what they can't do without.

A full build with the words is measured beside a build of the same pages whose words were run before (see
`expanding`), and loading and checking beside the bare parsing of data/. What is compared is run in turn, each
in a process of its own; a ratio is the median of the pairs' ratios. The time of the processor is what other
work on the machine disturbs least; still, run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from bench import pages
from bench.building import Builds, builds
from bench.editing import after_edits
from bench.exporting import exports
from bench.loading import Loadings, loadings
from bench.measuring import Cost, Pairs, cost
from bench.serving import seconds_to_new_page
from bench.synthetic import SIZES, Size, make

FIGURES = Path(__file__).parent / "figures.md"
PAIRS = {"small": 5, "middle": 5, "large": 3}
LOADINGS = {"small": 25, "middle": 15, "large": 9}
EXPORTS = {"small": 9, "middle": 3, "large": 1}
SAVES = {"small": 3, "middle": 3, "large": 1}
"""How often each is measured: what takes minutes at the largest size is not a ratio that anything is held to."""

_KEPT = """\
# The last figures

Measured with `make bench KEEP=1` on {day}, with {cores} cores, Python {python} and {busy:.1f} processes at work on \
average in the minutes before and during it: with more than the one that is measured, times on the clock and ratios \
of them are those of a busy machine.

{report}
"""


@dataclass(frozen=True)
class Measured:
    """All that was measured of one size."""

    size: Size
    builds: Builds
    loadings: Loadings
    checks: list[Cost]
    exports: Pairs
    edited: list[Cost]
    served: float


def main() -> None:
    """Measure the sizes that were asked for, print the tables, and keep them if asked to."""
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("sizes", nargs="*", metavar="SIZE", help=", ".join(SIZES))
    asked.add_argument("--keep", action="store_true", help="write the figures to bench/figures.md")
    options = asked.parse_args()
    for name in options.sizes:
        if name not in SIZES:
            asked.error(
                f"there is no size “{name}”. Name some of {', '.join(SIZES)}, or none for all."
            )
    before, held = os.getloadavg()[1], _before_any_page()
    with tempfile.TemporaryDirectory() as folder:  # emptied last: it keeps the disk busy
        found = [_measured(SIZES[name], Path(folder, name)) for name in options.sizes or SIZES]
    report = _report(found, held)
    print(report)
    if options.keep:
        python = ".".join(map(str, sys.version_info[:3]))
        busy = (before + os.getloadavg()[1]) / 2
        kept = _KEPT.format(
            day=date.today(), cores=os.cpu_count(), python=python, busy=busy, report=report
        )
        FIGURES.write_text(kept, "utf-8")


def _measured(size: Size, folder: Path) -> Measured:
    pairs, root = PAIRS[size.name], folder / "words"
    make(root, size)
    os.sync()  # else the disk is still at it while the first is measured
    checked = loadings(root, LOADINGS[size.name])
    pages.write(root, size)
    built = builds(root, folder / "floor", pairs)
    return Measured(
        size,
        built,
        checked,
        [cost(root, "-m", "macros", "check") for _ in range(SAVES[size.name])],
        exports(root, EXPORTS[size.name]),
        after_edits(root, SAVES[size.name]),
        seconds_to_new_page(root, SAVES[size.name]),
    )


def _report(found: list[Measured], held: str) -> str:
    """The tables, each with what it says; sizes stand in the order in which they were measured."""
    return "\n\n".join(
        [
            "A full build that makes every page anew, beside the floor: the same pages with all words run before, in seconds of "
            "the processor.",
            _table(
                "| size | pages | floor | with words | ratio | ratio on the clock | grows with size to the power of |",
                found,
                _build_row,
            ),
            "The most memory that these builds held, in MiB: the floor, the same with the libraries imported that the words "
            "rest on (mkdocs-macros, pydantic, and Babel with its English), and the words, as a ratio to each. And the "
            f"largest page, which is meant to have at most 300 kB. {held}",
            _table(
                "| size | floor | with libraries | with words | ratio to the floor | ratio to that with libraries | largest page |",
                found,
                _memory_row,
            ),
            "Loading and checking data/, beside bare parsing (`yaml.load` with CSafeLoader), in seconds of the processor.",
            _table(
                "| size | parsing | loading alone | loading and checking | ratio | grows with size to the power of |",
                found,
                _loading_row,
            ),
            "The command `check`, which reads the pages, too: a whole process, in seconds of the processor and on the clock.",
            _table(
                "| size | seconds | on the clock | grows with size to the power of |",
                found,
                _check_row,
            ),
            "A full build with the files for programs, beside one without, in seconds of the processor.",
            _table("| size | without | with | ratio |", found, _export_row),
            "A build after one fact was edited, which finds the other pages as they were kept, in seconds of the "
            "processor; and as a share of the floor’s full build.",
            _table("| size | seconds | share |", found, _edited_row),
            "From saving one fact to the new page under `mkdocs serve`, in seconds on the clock, and as a share of the "
            "floor’s full build.",
            _table("| size | seconds | share |", found, _served_row),
        ]
    )


def _before_any_page() -> str:
    """What libraries hold at every size: at the smallest it is most of the difference.

    It is asked first, for what this program holds later would count for those that it starts.
    """
    engine, plugin, ours = (
        cost(pages.REPOSITORY, "-c", f"import mkdocs.__main__, mkdocs.commands.build{more}").memory
        for more in ("", ", mkdocs_macros.plugin", ", mkdocs_macros.plugin, macros.adapter")
    )
    return (
        f"Before any page MkDocs holds {engine:.0f}; mkdocs-macros with the libraries that it imports "
        f"{plugin - engine:.0f} more, and this machine with its own {ours - plugin:.0f}."
    )


_Row = Callable[[Measured, Measured | None], list[str]]


def _table(head: str, found: list[Measured], row: _Row) -> str:
    lines = [
        f"| {' | '.join([str(one.size), *row(one, before)])} |"
        for one, before in zip(found, [None, *found], strict=False)
    ]
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *lines])


def _build_row(one: Measured, before: Measured | None) -> list[str]:
    pairs = one.builds.pairs
    return [
        f"{one.builds.pages:,}",
        f"{pairs.floor('seconds'):.2f}",
        f"{pairs.ours('seconds'):.2f}",
        f"{pairs.ratio('seconds'):.2f}",
        f"{pairs.ratio('clock'):.2f}",
        _growth(one, before, lambda size: size.builds.pairs.ours("seconds")),
    ]


def _memory_row(one: Measured, _: Measured | None) -> list[str]:
    pairs, libraries = one.builds.pairs, one.builds.libraries.memory
    size, page = one.builds.largest
    return [
        f"{pairs.floor('memory'):.0f}",
        f"{libraries:.0f}",
        f"{pairs.ours('memory'):.0f}",
        f"{pairs.ratio('memory'):.2f}",
        f"{pairs.ours('memory') / libraries:.2f}",
        f"{page}, {size / 1000:,.0f} kB",
    ]


def _loading_row(one: Measured, before: Measured | None) -> list[str]:
    return [
        *(f"{seconds:.2f}" for seconds in one.loadings.medians),
        f"{one.loadings.ratio:.2f}",
        _growth(one, before, lambda size: size.loadings.medians[2]),
    ]


def _check_row(one: Measured, before: Measured | None) -> list[str]:
    return [
        f"{median(check.seconds for check in one.checks):.2f}",
        f"{median(check.clock for check in one.checks):.2f}",
        _growth(one, before, lambda size: median(check.seconds for check in size.checks)),
    ]


def _export_row(one: Measured, _: Measured | None) -> list[str]:
    pairs = one.exports
    return [
        f"{pairs.floor('seconds'):.2f}",
        f"{pairs.ours('seconds'):.2f}",
        f"{pairs.ratio('seconds'):.2f}",
    ]


def _edited_row(one: Measured, _: Measured | None) -> list[str]:
    seconds = median(build.seconds for build in one.edited)
    return [f"{seconds:.2f}", f"{seconds / one.builds.pairs.floor('seconds'):.2f}"]


def _served_row(one: Measured, _: Measured | None) -> list[str]:
    return [f"{one.served:.2f}", f"{one.served / one.builds.pairs.floor('clock'):.2f}"]


def _growth(one: Measured, before: Measured | None, seconds: Callable[[Measured], float]) -> str:
    if before is None:
        return ""
    power = math.log(seconds(one) / seconds(before)) / math.log(one.size.facts / before.size.facts)
    return f"{power:.2f}"


if __name__ == "__main__":
    main()
