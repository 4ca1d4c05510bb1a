"""The one file that knows Zensical: a Python-Markdown extension, which zensical.yml names, does what hooks do in MkDocs.

Zensical has no hook before a page or after the build. So the extension begins a page and runs its words before
anything else reads it, and finishes it; what goes beside the pages is written with the last of them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from jinja2 import Environment, StrictUndefined
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from zensical.extensions.context import ContextPreprocessor

from macros.edition import Edition, Imprint, Place
from macros.files import readable
from macros.marks_extension import MarksExtension
from macros.rebuild import Rebuild
from macros.sheet import END

log = logging.getLogger("who_says_what")

_FIRST, _LAST = 100, -100
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_jinja = Environment(undefined=StrictUndefined)


class ZensicalExtension(MarksExtension):
    """Begins one page, runs its words, and finishes it: see https://python-markdown.github.io/extensions/api/."""

    def __init__(self) -> None:
        super().__init__(self._finished)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what begins a page beside what finishes it."""
        self._begun = _Begun(md)
        md.preprocessors.register(self._begun, "who_says_what_begin", _FIRST)
        md.treeprocessors.register(_Links(self._begun), "who_says_what_links", _LAST)
        super().extendMarkdown(md)

    def _finished(self, html: str) -> str:
        """Give the text to the theme in `meta`: in a page's content Zensical would change links that are right already."""
        begun = self._begun
        finished = begun.edition.finish(html)
        if END not in html:  # a heading, for the table of contents
            return finished
        begun.place.meta["layout"]["text"] = finished.strip()
        root = Path(begun.config["root_dir"])
        if len(begun.edition.found) == begun.pages:
            begun.edition.write_beside(root / begun.config["site_dir"])
        return ""


class _Begun(Preprocessor):
    """The page that Zensical has given to this instance of Python-Markdown."""

    config: Mapping[str, Any]
    edition: Edition
    pages: int
    place: Place

    def run(self, lines: list[str]) -> list[str]:
        """Begin the page and run its words."""
        context = ContextPreprocessor.from_markdown(self.md)
        if context is None:
            raise RuntimeError("Zensical has not said which page this is.")
        page, self.config = context.page, context.config
        self.edition, self.pages = _desk.edition(self.config)
        self.place = Place(page.path, page.url, str(page.title or ""), page.meta)
        begun = self.edition.begin(self.place, "\n".join(lines))
        return _jinja.from_string(begun).render(self.edition.vocabulary()).split("\n")


class _Desk:
    """Where the edition lies that is being written. Zensical reads its configuration anew when a file was saved."""

    def __init__(self) -> None:
        self._config: Mapping[str, Any] = {}
        self._edition: tuple[Edition, int] | None = None
        self._rebuild = Rebuild()

    def edition(self, config: Mapping[str, Any]) -> tuple[Edition, int]:
        """The edition of this build, and how many pages it will begin; it is opened with the first of them."""
        if self._edition is None or self._config is not config:
            root = Path(config["root_dir"])
            self._config = config
            edition = Edition(root, Imprint.of(config, log), self._rebuild, log)
            self._edition = edition, _pages_with_text(root / config["docs_dir"])
        return self._edition


_desk = _Desk()


def _pages_with_text(docs: Path) -> int:
    """How many pages Python-Markdown is given: one that is front matter alone has nothing for it."""
    pages = (file.read_text("utf-8", "replace") for file in readable(docs, "*.md"))
    return sum(bool(_FRONT_MATTER.sub("", page).strip()) for page in pages)


class _Links(Treeprocessor):
    """Leads a page's links to files of docs/ to where these stand on the site; MkDocs does it by itself."""

    def __init__(self, begun: _Begun) -> None:
        super().__init__()
        self._begun = begun

    def run(self, root: Element) -> None:
        """Change links and pictures, as far as they name a file."""
        addresses = self._begun.edition.words.sheet.addresses
        folder = dirname(self._begun.place.path)
        for element in root.iter():
            for key in {"href", "src"}.intersection(element.keys()):
                scheme, host, path, query, anchor = urlsplit(element.get(key, ""))
                if path and not (scheme or host or path.startswith("/")):
                    file = normpath(join(folder, path))
                    is_page = file.endswith(".md")
                    leads = addresses.page_of(f"docs/{file}") if is_page else addresses.root + file
                    element.set(key, urlunsplit(("", "", leads, query, anchor)))
