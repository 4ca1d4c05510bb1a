"""Of no article so much is shown that it could be read here: its locators leave out what no check needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.faults import Fault
from macros.library import Library
from macros.passages import MOST_SHOWN, passages


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each article of which its locators show more than they may.

    A very short one may be shown by one locator, for a locator has its least length.
    """
    fingerprints = library.fingerprints
    shown = {
        source: len(runs)
        for source, runs in library.lookups.shown.items()
        if len(runs) > MOST_SHOWN * len(fingerprints[source].hashes) and source in library.sources
    }
    by_one = _shown_by_one(library, shown) if shown else {}
    for source, count in shown.items():
        if count > by_one[source]:
            of_all = len(fingerprints[source].hashes)
            message = (
                f"its locators show {count / of_all:.0%} of this article ({count} of its {of_all} runs of four words), "
                f"and may show {MOST_SHOWN:.0%} ({int(MOST_SHOWN * of_all)}). "
                "Shorten the longest of them to the few words that carry the claim, or remove some."
            )
            yield library.fault(library.sources[source], (), message)


def _shown_by_one(library: Library, sources: Iterable[str]) -> dict[str, int]:
    """How many of the runs of some articles one locator shows at most."""
    most = dict.fromkeys(sources, 0)
    for passage in passages(library):
        if passage.source in most:
            fingerprint = library.fingerprints[passage.source]
            runs = fingerprint.shown_by(passage.locator) & fingerprint.hashes
            most[passage.source] = max(most[passage.source], len(runs))
    return most
