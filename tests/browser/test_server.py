"""The server of the tests behaves as GitHub Pages does."""

import gzip
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.browser.server import serve


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("a page")
    (tmp_path / "404.html").write_text("not here")
    return tmp_path


def test_pages_are_served_under_a_sub_path(folder: Path) -> None:
    with serve(folder, "/sub/") as address:
        assert urlopen(address + "page/").read() == b"a page"


@pytest.mark.parametrize("path", ["/page/", "/sub/other/", "/"])
def test_everything_else_is_the_page_for_what_is_not_here(folder: Path, path: str) -> None:
    with serve(folder, "/sub/") as address, pytest.raises(HTTPError) as answer:
        urlopen(address.removesuffix("/sub/") + path)
    assert answer.value.code == 404
    assert answer.value.read() == b"not here"


def test_a_browser_gets_texts_compressed(folder: Path) -> None:
    """What a page weighs on its way is measured here as a reader's line would carry it."""
    with serve(folder, "/sub/") as address:
        answer = urlopen(Request(address + "page/", headers={"Accept-Encoding": "gzip, br"}))
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.read()) == b"a page"
