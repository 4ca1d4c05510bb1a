"""The Python-Markdown extension that puts our markup into a page once it is HTML.

It serves any engine that runs Python-Markdown: see https://python-markdown.github.io/extensions/api/.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from macros.sheet import END

_FIRST, _LAST = 100, -100  # before and behind every other processor


class MarksExtension(Extension):
    """Hands a page's finished HTML to `finish`, which fills in marks and notes."""

    def __init__(self, finish: Callable[[str], str]) -> None:
        super().__init__()
        self._finish = finish

    def extendMarkdown(self, md: Markdown) -> None:
        """Mark the tree's end, and finish what comes out. The table of contents runs on headings alone: they have no end."""
        md.treeprocessors.register(_Headings(md), "who_says_what_headings", _FIRST)
        md.treeprocessors.register(_EndMarker(md), "who_says_what_end", _LAST)
        md.postprocessors.register(_Finish(self._finish), "who_says_what_finish", _LAST)


class _Headings(Treeprocessor):
    """Names headings by their letters in any alphabet; the extension toc by itself names one in Greek `_1`."""

    def run(self, root: Element) -> None:
        toc: Any = self.md.treeprocessors["toc"]
        toc.slugify = slugify_unicode


class _EndMarker(Treeprocessor):
    def run(self, root: Element) -> None:
        SubElement(root, "p").text = END


class _Finish(Postprocessor):
    def __init__(self, finish: Callable[[str], str]) -> None:
        super().__init__()
        self._finish = finish

    def run(self, text: str) -> str:
        return self._finish(text)
