"""The engine that is to come writes the same site: every page, note, number, cell and export."""

from collections.abc import Callable
from pathlib import Path

from tests.audit.check import Seen, Served, SiteCheck
from tests.next_engine import Built, differences, files


def check(zensical: Path) -> SiteCheck:
    """The check of both engines. `zensical` is the same site as Zensical has written it."""
    return SiteCheck(
        "both engines",
        "files",
        comparison(zensical),
        {"<p>of one engine</p>": "planted.html: only MkDocs writes it"},
    )


def comparison(zensical: Path) -> Callable[[Served, list[str]], Seen]:
    """Compare what is served with what Zensical has written, file by file."""

    def look(served: Served, pages: list[str]) -> Seen:
        written = files(served.site.folder)
        return Seen(len(written), differences(Built(served.site.folder, zensical)))

    return look
