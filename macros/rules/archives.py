"""An archive's address is that of this source's page."""

from __future__ import annotations

from collections.abc import Iterator

from macros.faults import Fault
from macros.library import Library


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each archived copy of another page."""
    for source in library.sources.values():
        archive = source.archive
        if archive and (archive == source.url or not archive.endswith(source.url)):
            message = "this is not an archived copy of the source's address. Copy the archive's link for that page."
            yield library.fault(source, ("archive",), message)
