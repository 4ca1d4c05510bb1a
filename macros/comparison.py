"""The comparison as rows of text: what the table shows, for whoever wants it in a spreadsheet or a program."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from macros import wording
from macros.agreement import Standing
from macros.beside import Cell
from macros.evidence import Line, evidence
from macros.language import _
from macros.model import Fact
from macros.site import Site

FILE = "comparison.csv"
BETWEEN = " | "
"""Parts what one article says from what else it says on the same question."""

Topics = Mapping[str, Sequence[Fact]]
"""Some topics with their facts, in the order of the site."""

_QUIET = (Standing.SILENT, Standing.BEFORE)
_BYTE_ORDER = "\ufeff"  # tells a spreadsheet that the file is UTF-8
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?")


def file(first: str) -> str:
    """Name the table beside a page that has the topics from `first` on, or all."""
    return f"comparison-{first}.csv" if first else FILE


def heads(site: Site) -> list[str]:
    """Name the columns: about the question, and one for each compared article, or one for all where these are many."""
    about = [
        _("Topic"),
        _("Entry"),
        _("Question"),
        _("What they say"),
        _("How many stand behind it"),
    ]
    if site.beside.few:
        return [*about, *(wording.dated(site.library, one) for one in site.library.compared)]
    quiet = (wording.capitalize_first(wording.STANDINGS[standing]) for standing in _QUIET)
    return [*about, _("What the articles say"), *quiet]


def rows(site: Site, topics: Topics | None = None) -> Iterator[list[str]]:
    """Every question in the order of the site, a cell for each of `heads`; silence is a word or a number, never empty."""
    for topic, facts in (site.topics if topics is None else topics).items():
        for fact in facts:
            known = evidence(site, fact)
            yield [
                site.library.topics[topic],
                fact.id,
                fact.question,
                wording.STATES[site.agreement(fact).state],
                known.agreement,
                *(_cells if site.beside.few else _counted)(site, fact, known.lines),
            ]


def _cells(site: Site, fact: Fact, lines: tuple[Line, ...]) -> list[str]:
    return [_said(cell, lines) for cell in site.cells(fact)]


def _counted(site: Site, fact: Fact, lines: tuple[Line, ...]) -> list[str]:
    """What is said, each with its article; and how many stand there without a claim."""
    cells = site.cells(fact)
    said = [
        wording.labeled(wording.dated(site.library, cell.source), _said(cell, lines))
        for cell in cells
        if cell.claims
    ]
    quiet = [
        site.others(fact)[standing] + sum(cell.standing is standing for cell in cells)
        for standing in _QUIET
    ]
    return [BETWEEN.join(said), *map(str, quiet)]


def _said(cell: Cell, lines: tuple[Line, ...]) -> str:
    if cell.standing is not Standing.SPEAKS:
        return wording.STANDINGS[cell.standing]
    its = [line for line in lines if line.source is cell.source]
    return BETWEEN.join(f"{line.said} ({line.qualified})" for line in its)


@lru_cache(maxsize=1)
def table(site: Site) -> str:
    """Write the comparison as CSV; its page and the files for programs both have it."""
    return part(site, site.topics)


def part(site: Site, topics: Topics) -> str:
    """Write the comparison of some topics as CSV."""
    return written([heads(site), *rows(site, topics)])


def written(rows: Iterable[Sequence[str]]) -> str:
    """Write rows as CSV (https://www.rfc-editor.org/rfc/rfc4180), safe to open in a spreadsheet."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return _BYTE_ORDER + text.getvalue()


def defused(cell: str) -> str:
    """Keep a spreadsheet from running a cell as a formula; a number stays a number.

    An apostrophe before what a formula begins with: https://owasp.org/www-community/attacks/CSV_Injection.
    """
    if cell[:1].isalnum():
        return cell
    if _FORMULA.match(cell.lstrip(" ")) and not _NUMBER.fullmatch(cell.strip()):
        return f"'{cell}"
    return cell
