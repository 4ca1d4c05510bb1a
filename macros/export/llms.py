"""llms.txt, for programs that read a site in plain words: what it is, how to use it, its data and its pages.

Its form is https://llmstxt.org: a heading, a quotation, sentences, and lists of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros import catalog
from macros.export.records import Records
from macros.language import _

NAME = "llms.txt"
_SIGNS = re.compile(r"[\\\[\]<>]")


def text(records: Records) -> str:
    """Write the file of a publication; it lies at the root of its site."""
    return "\n".join(_lines(records)) + "\n"


def _lines(records: Records) -> Iterator[str]:
    publication = records.publication
    yield f"# {_plain(publication.name)}\n"
    yield f"> {catalog.whole()}\n"
    yield _(
        "A figure here is what an article says, and no more: name that article, keep its “about” and “more than”, "
        "and say where other articles differ or are silent."
    )
    yield _plain(publication.terms)
    yield _heading(_("Data"))
    for path, about in catalog.ABOUT.items():
        if "{}" not in path:
            yield f"- [{path}]({publication.address}{catalog.FOLDER}/{path}): {about}"
    yield _heading(_("Pages"))
    for path, name in records.page_names.items():
        yield f"- [{_plain(name)}]({records.page_addresses[path]})"


def _heading(words: str) -> str:
    return f"\n## {words}\n"


def _plain(words: str) -> str:
    """A text on one line, without what Markdown would take for its own."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(words.split()))
