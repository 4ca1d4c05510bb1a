"""The comparison as rows of text: what the table shows, for whoever wants it in a spreadsheet or a program."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from macros import wording
from macros.agreement import Standing
from macros.evidence import Line, evidence
from macros.language import _
from macros.model import Fact
from macros.site import Cell, Site

FILE = "comparison.csv"
BETWEEN = " | "
"""Parts what one article says from what else it says on the same question."""

_BYTE_ORDER = "\ufeff"  # tells a spreadsheet that the file is UTF-8
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?")


def heads(site: Site) -> list[str]:
    """Name the columns: about the question, then one for each compared article."""
    articles = [
        f"{wording.publisher(site.library, source.id)}, {wording.published(source)}"
        for source in site.library.compared
    ]
    return [
        _("Topic"),
        _("Entry"),
        _("Question"),
        _("What they say"),
        _("How many stand behind it"),
        *articles,
    ]


def rows(site: Site) -> Iterator[list[str]]:
    """Every question in the order of the site, a cell for each of `heads`; silence is a word, never empty."""
    for topic, facts in site.topics.items():
        for fact in facts:
            known = evidence(site, fact)
            yield [
                site.library.topics[topic],
                fact.id,
                fact.question,
                wording.STATES[site.agreement(fact).state],
                known.agreement,
                *(_said(fact, cell, known.lines) for cell in site.cells(fact)),
            ]


def _said(fact: Fact, cell: Cell, lines: tuple[Line, ...]) -> str:
    if cell.standing is not Standing.SPEAKS:
        return wording.STANDINGS[cell.standing]
    its = [line for line in lines if line.source is cell.source]
    return BETWEEN.join(f"{line.said} ({line.qualified})" for line in its)


@lru_cache(maxsize=1)
def table(site: Site) -> str:
    """Write the comparison as CSV; its page and the files for programs both have it."""
    return written([heads(site), *rows(site)])


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
    if _FORMULA.match(cell.lstrip(" ")) and not _NUMBER.fullmatch(cell.strip()):
        return f"'{cell}"
    return cell
