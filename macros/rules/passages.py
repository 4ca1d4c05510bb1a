"""Every locator stands in its article, as far as the article has a fingerprint."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault, Level
from macros.fold import SPACED_THOUSANDS
from macros.library import Library
from macros.locator import Locator
from macros.passages import passages


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each locator whose words are not in its article, in this order."""
    unchecked: dict[str, int] = {}
    for passage in passages(library):
        if passage.found is None:
            unchecked[passage.source] = unchecked.get(passage.source, 0) + 1
        elif not passage.found:
            joined = SPACED_THOUSANDS.sub("", passage.locator.text)
            cure = "Copy the words from the article, one after the other, and join two passages with “ … ”."
            if joined != passage.locator.text and library.fingerprints[passage.source].has(
                Locator.parse(joined)
            ):
                cure = "It has no plain space within its numbers: write them without, as 5,000 or 5000."
            message = f"“{passage.locator.text}” does not stand in the article of {library.publisher_of(passage.source)}. {cure}"
            yield library.fault(passage.entity, passage.loc, message)
    for source_id, count in unchecked.items():
        if source_id in library.sources:
            message = (
                f"the source has no fingerprint, so that {count} {'locators were' if count > 1 else 'locator was'} not checked. "
                f"A maintainer runs `python -m macros fingerprint {source_id} article.txt`."
            )
            yield library.fault(library.sources[source_id], (), message, level=Level.NOTICE)
