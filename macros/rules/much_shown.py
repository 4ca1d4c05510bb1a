"""Of no article so much is shown that it could be read here: its locators leave out what no check needs."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library
from macros.passages import MOST_SHOWN, SHORT


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each article of which its locators show more than they may. Of a short one each shows much."""
    for source, runs in library.lookups.shown.items():
        of_all = len(library.fingerprints[source].hashes)
        if of_all >= SHORT and len(runs) > MOST_SHOWN * of_all and source in library.sources:
            message = (
                f"its locators show {len(runs) / of_all:.0%} of this article ({len(runs)} of its {of_all} runs of four words), "
                f"and may show {MOST_SHOWN:.0%} ({int(MOST_SHOWN * of_all)}). "
                "Shorten the longest of them to the few words that carry the claim, or remove some."
            )
            yield library.fault(library.sources[source], (), message)
