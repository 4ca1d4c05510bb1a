"""A link to a page or picture of docs/ leads to one that is there, and to a heading that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from macros.docs import FRONT_MATTER, pages
from macros.faults import Fault, did_you_mean
from macros.files import below

_TARGET = re.compile(r"\]\((?P<file>[a-z0-9./-]+\.(?:md|png|jpe?g|webp))?(?:#(?P<place>[\w-]*))?\)")
_HEADING = re.compile(r'<h[1-6] id="([^"]*)"')
_PLAIN = re.compile(r"\{\{\s*plain\(\s*[\"'](.*?)[\"']\s*\)\s*\}\}")


def check_links(root: Path) -> Iterator[Fault]:
    """Yield a fault for each link of a page to what is not below docs/; MkDocs would name no line."""
    there = {path.removeprefix("docs/") for path, _ in below(root, "docs")}
    texts = {path.removeprefix("docs/"): text for path, text in pages(root) if text is not None}
    headings: dict[str, Mapping[str, None]] = {}
    for page, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            for found in _TARGET.finditer(line):
                target = normpath(join(dirname(page), found["file"])) if found["file"] else page
                if target not in there:
                    known = sorted(relpath(one, dirname(page) or ".") for one in there)
                    hint = did_you_mean(found["file"], known) or " Correct the link."
                    told = f"“{found['file']}” is not there.{hint}"
                    yield Fault(f"docs/{page}", number, found.start("file") + 1, told)
                elif found["place"] is not None and target in texts:
                    if target not in headings:
                        headings[target] = _places(texts[target])
                    if found["place"] not in headings[target]:
                        hint = did_you_mean(found["place"], headings[target])
                        told = f"docs/{target} has no heading “{found['place']}”.{hint or _WORDS}"
                        yield Fault(f"docs/{page}", number, found.start("place") + 1, told)


_WORDS = " Name one of its headings; to a fact or a person leads a word, such as cite or person."


def _places(page: str) -> dict[str, None]:
    """The anchors of a page's headings, as Python-Markdown makes them."""
    # Imported here, for most pages link to no heading.
    from markdown import Markdown
    from markdown.extensions.toc import TocExtension, slugify_unicode

    text = _PLAIN.sub(r"\1", FRONT_MATTER.sub("", page))
    engine = Markdown(extensions=["tables", "fenced_code", TocExtension(slugify=slugify_unicode)])
    try:
        return dict.fromkeys(_HEADING.findall(engine.convert(text)))
    except RecursionError:  # so deep a page is told by the check of its prose
        return {}
