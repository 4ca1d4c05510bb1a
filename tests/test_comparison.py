"""The download is exactly the table: the same questions, articles, words and silences, safe in a spreadsheet."""

import csv
import io
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.check import check
from macros.comparison import BETWEEN, defused, heads, rows, table
from macros.site import Site
from tests import invented
from tests.engine import Engine

FACTS = """
== facts/festival/visitors
question: How many people came to the festival?
label: Visitors
unit: people
when: since 2031-05
claims:
  - {source: post, origin: harbor-office, figure: "around 5,000", locator: "around 5,000 people have come"}
  - {source: star, origin: harbor-office, via: salt-wire, figure: "about 5,000", locator: "about 5,000 people have come"}
== facts/harbor/boats
question: '=HYPERLINK("https://a.example.org")'
label: Boats
several: yes
answers: {odd: "-1+1 boats"}
claims:
  - {source: echo, answer: odd, locator: there were -1+1 boats in it}
  - {source: echo, says: more boats, locator: and there were more boats}
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(check(invented.write(tmp_path, FACTS))[0])


def read(written: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")))


def shown(html: str) -> list[list[str]]:
    """The table of a page, cell by cell, as `rows` has it."""
    page = LexborHTMLParser(html)
    found = []
    for head, body in zip(page.css("tbody.head"), page.css("tbody.rows"), strict=True):
        (title,) = head.css("label span")
        topic = text(title)
        for row in body.css("tr.q"):
            cells = [cell(node) for node in row.css("td")]
            agree = row.css_first(".agree")
            assert agree is not None
            entry = (row.attributes["id"] or "").removeprefix("q-")
            found.append(
                [
                    topic,
                    entry,
                    text(row.css_first(".question")),
                    text(agree.css_first("b")),
                    text(agree.css_first(".computed")),
                    *cells,
                ]
            )
    return found


def cell(node: LexborNode) -> str:
    says, details = node.css(".v"), node.css(".o")
    lines = [f"{text(a)} ({text(b)})" for a, b in zip(says, details, strict=True)]
    return BETWEEN.join(lines) or text(node.css_first("td > span:last-child"))


def text(node: LexborNode | None) -> str:
    assert node is not None
    return node.text().strip()


def test_the_rows_are_those_of_the_table(site: Site, tmp_path: Path) -> None:
    page = Engine(tmp_path).page("{{ comparison_table() }}")
    assert list(rows(site)) == shown(page)


def test_the_file_holds_the_rows_and_nothing_that_a_spreadsheet_would_run(site: Site) -> None:
    head, *body = read(table(site))
    assert head == heads(site)
    assert body == [[defused(cell) for cell in row] for row in rows(site)]
    assert body[0][5:] == [
        "around 5,000 (AHO)",
        "about 5,000 (AHO; via Salt Wire)",
        "silent",
        "before the event",
    ]
    assert body[1][2] == '\'=HYPERLINK("https://a.example.org")'
    assert body[1][7] == (
        "'-1+1 boats (origin not named) | “more boats” (origin not named; in the article’s words)"
    )


def test_the_same_data_make_the_same_bytes(site: Site) -> None:
    assert table(site) == table(Site(site.library))
    assert table(site).count("\r\n") == 3


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("around 5,000", "around 5,000"),
        ("-5", "-5"),
        ("-3.5%", "-3.5%"),
        ("−€2.1 million", "−€2.1 million"),
        ("-$3 million", "'-$3 million"),
        ("-5 to -3", "'-5 to -3"),
        ("+5,000.5%", "+5,000.5%"),
        ("-5+1", "'-5+1"),
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd", "'+cmd"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_a_formula_is_defused_and_a_number_stays_one(cell: str, written: str) -> None:
    assert defused(cell) == written
