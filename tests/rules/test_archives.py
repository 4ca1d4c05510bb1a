"""An archive's address is that of this source's page."""

from pathlib import Path

import pytest

from macros.rules import archives
from tests import invented

PAGE = "https://post.example.org/tides"


@pytest.mark.parametrize(
    ("archive", "told"),
    [
        (f"https://web.archive.org/web/20310601000000/{PAGE}", False),
        (f"https://archive.example.org/2031/{PAGE}", False),
        ("https://web.archive.org/web/20310601000000/https://post.example.org/lanterns", True),
        ("https://web.archive.org/web/20310601000000/https://evil.example.org/tides", True),
        (f"https://web.archive.org/web/20310601000000/{PAGE}/more", True),
        ("https://evil.example.org/", True),
        (PAGE, True),
    ],
)
def test_an_archived_copy_of_another_page_is_refused(
    tmp_path: Path, archive: str, *, told: bool
) -> None:
    source = f"""
== sources/tide-table
publisher: press
url: {PAGE}
archive: {archive}
use: context
"""
    found = invented.blamed(archives.check, tmp_path, source)
    assert bool(found) is told
    assert all(line.startswith("tide-table:3: this is not an archived copy") for line in found)
