"""Pages that were made wait packed until they are printed, and nobody else sees that."""

import sys
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from macros.packed import Packed


@given(st.text(st.characters()))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert str(Packed.of(text)) == text


def test_a_page_takes_a_fraction_of_its_memory() -> None:
    page = "<li>the boats “of the harbor” are counted</li>\n" * 1_000
    assert len(Packed.of(page).packed) < sys.getsizeof(page) / 20


class _Other(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Another plugin: what it finds of the page on costs at each step, and of all pages between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, tuple[Any, Any]] = {}
        self.waiting: list[Any] = []

    def on_page_content(self, html: str, /, *, page: Any, **_: Any) -> None:
        self._note("made", html, page)

    def on_env(self, env: Any, /, *, files: Any, **_: Any) -> None:
        pages = [file.page for file in files.documentation_pages()]
        self.waiting = [text for page in pages for text in (page.content, page.meta["notes"])]

    def on_page_context(self, context: Any, /, *, page: Any, **_: Any) -> None:
        self._note("printed", page.content, page)

    def on_post_page(self, output: str, /, *, page: Any, **_: Any) -> None:
        self._note("written", page.content, page)

    def _note(self, step: str, content: Any, page: Any) -> None:
        if page.file.src_uri == "cost.md":
            self.found[step] = content, page.meta["notes"]


def test_another_plugin_finds_each_page_as_it_was(another: Path) -> None:
    other, config = (
        _Other(),
        load_config(str(another / "mkdocs.yml"), site_dir=str(another / "site")),
    )
    config.plugins["other"] = other
    build(config)
    content, notes = other.found["made"]
    assert "vis-à-vis" in content
    assert 'class="note' in notes
    assert other.found == dict.fromkeys(("made", "printed", "written"), (content, notes))
    assert {type(text) for text in other.waiting} == {Packed}
    page = (another / "site" / "cost" / "index.html").read_text("utf-8")
    assert content in page
    assert notes in page


def test_a_draft_is_shown_where_it_is_written(another: Path) -> None:
    configuration = another / "mkdocs.yml"
    drafts = configuration.read_text("utf-8") + "\ndraft_docs: |\n  about.md\n"
    configuration.write_text(drafts.replace("  - About and corrections: about.md\n", ""), "utf-8")
    config = load_config(str(configuration), site_dir=str(another / "site"))
    build(config, serve_url="http://127.0.0.1:8000/")
    page = (another / "site" / "about" / "index.html").read_text("utf-8")
    assert "mkdocs-draft-marker" in page
    assert "Packed" not in page
