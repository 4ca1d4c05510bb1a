"""This site is built as it is published. What else must hold of its subject belongs beside this file."""

from pathlib import Path


def test_every_page_has_one_headline(published_site: Path) -> None:
    pages = list(published_site.rglob("index.html"))
    assert pages
    assert [page for page in pages if page.read_text("utf-8").count("<h1") != 1] == []
