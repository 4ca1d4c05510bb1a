"""The sources as a bibliography: CSL-JSON for citation programs, BibTeX and RIS.

https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables names the keys of CSL,
https://en.wikipedia.org/wiki/RIS_(file_format) the tags of RIS, which its maker's own site keeps no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares.parsestack import default_unparse_stack
from bibtexparser.model import Entry, Field
from pydantic_core import to_json

from macros.bibtex import MONTHS, latex
from macros.catalog import ABOUT
from macros.dates import Point, Span
from macros.export.file import File
from macros.export.records import Records
from macros.model import Source
from macros.site import Site
from macros.wording import publisher

CSL = "application/vnd.citationstyles.csl+json"
BIBTEX = "application/x-bibtex"
RIS = "application/x-research-info-systems"
_IN_PLACE = default_unparse_stack(allow_inplace_modification=True)
"""The entries are ours alone: nothing is copied before it is written."""


def files(records: Records) -> Iterator[File]:
    """Yield all sources, those of remarks too, in each form, by id."""
    sources = [source for _, source in sorted(records.site.library.sources.items())]
    items = [csl(records.site, source) for source in sources]
    yield File("sources.json", CSL, to_json(items, indent=2) + b"\n", ABOUT["sources.json"])
    entries = Library([bibtex(records.site, source) for source in sources])
    written = write_string(entries, unparse_stack=_IN_PLACE)
    yield File("sources.bib", BIBTEX, written.encode(), ABOUT["sources.bib"])
    tagged = rispy.dumps([ris(records.site, source) for source in sources], implementation=_Ris)
    yield File("sources.ris", RIS, tagged.encode(), ABOUT["sources.ris"])


def csl(site: Site, source: Source) -> dict[str, Any]:
    """A source as an item of CSL-JSON; what is not known is left out."""
    item = {
        "id": source.id,
        "type": "webpage",
        "title": source.title,
        "container-title": publisher(site.library, source.id),
        "issued": _date(source.published),
        "accessed": {"date-parts": [_parts(source.checked)]} if source.checked else None,
        "URL": source.url,
        "archive_location": source.archive,
        "language": source.lang,
    }
    return {key: value for key, value in item.items() if value is not None}


def bibtex(site: Site, source: Source) -> Entry:
    """A source as an entry of BibTeX. Addresses stay as they are; the title keeps its capitals."""
    published = source.published_on
    fields = {
        "title": f"{{{latex(source.title)}}}" if source.title else None,
        "howpublished": latex(publisher(site.library, source.id)),
        "year": _years(source.published) if source.published else None,
        "month": MONTHS[published.month - 1] if published and published.month else None,
        "day": str(published.day) if published and published.day else None,
        "url": source.url,
        "urldate": str(source.checked) if source.checked else None,
        "language": source.lang,
    }
    kept = [
        Field(key, value, enclosing="no-enclosing" if key == "month" else "{")  # nov is a macro
        for key, value in fields.items()
        if value is not None
    ]
    return Entry("misc", source.id, kept)


class _Ris(rispy.RisWriter):  # type: ignore[misc]
    """Writes a record as it is, without a number above it, which programs may take for one of its tags."""

    def set_header(self, count: int) -> str:
        return ""


def ris(site: Site, source: Source) -> dict[str, Any]:
    """A source as a web page of RIS; a date without a day or month keeps its slashes."""
    published = source.published_on
    record = {
        "type_of_reference": "ELEC",
        "id": source.id,
        "title": source.title,
        "publisher": publisher(site.library, source.id),
        "year": str(published.year) if published else None,
        "date": _slashed(published) if published else None,
        "access_date": _slashed(source.checked) if source.checked else None,
        "urls": [source.url],
        "language": source.lang,
    }
    return {key: value for key, value in record.items() if value is not None}


def _years(span: Span) -> str:
    """The year, or from which to which: styles of BibTeX print a year as it is."""
    first, last = span.first.year, span.last.year
    return str(first) if first == last else f"{first}--{last}"


def _slashed(point: Point) -> str:
    parts = [f"{part:02}" for part in _parts(point)]
    return "/".join([*parts, *[""] * (3 - len(parts))])


def _date(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    ends = dict.fromkeys(end for end in (span.start, span.end) if end is not None)
    return {"date-parts": [_parts(end) for end in ends]}


def _parts(point: Point) -> list[int]:
    return [part for part in (point.year, point.month, point.day) if part]
