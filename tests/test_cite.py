"""How an entry is cited: with the commit that last changed it, read back by the programs that people cite with."""

import json
from pathlib import Path

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.formatter import plain
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string
from selectolax.lexbor import LexborHTMLParser

from macros.addresses import Addresses
from macros.cite import Cited, bibtex, cited, csl_json, in_words
from macros.history import Commit
from tests import invented, versioned
from tests.engine import Engine
from tests.invented import a_fact

REPOSITORY = "https://forge.example.org/a/b"
COMMIT = Commit("0123456789abcdef0123456789abcdef01234567", "2031-05-03T12:00:00+00:00", "So")
ENTRY = cited(
    Addresses(repository=REPOSITORY),
    Cited(
        "visitors",
        "entry",
        "How many — 100 % of {all} \\ $5 & #1?",
        "Lanterns",
        "https://example.org/#visitors",
    ),
    COMMIT,
    "data/facts/festival/visitors.yml",
)
STOOD = f"{REPOSITORY}/blob/{COMMIT.id}/data/facts/festival/visitors.yml"


def test_a_citation_in_words_names_day_version_and_what_stood_there() -> None:
    assert in_words(ENTRY) == (
        "“How many — 100 % of {all} \\ $5 & #1?” Lanterns. Last changed 3 May 2031, version 0123456. "
        f"https://example.org/#visitors. As it stood at that version: {STOOD}."
    )


def test_bibtex_is_read_back_by_another_program() -> None:
    entry = parse_string(bibtex(ENTRY), "bibtex").entries["visitors"]
    assert entry.fields["url"] == STOOD
    assert (entry.fields["year"], entry.fields["month"], entry.fields["day"]) == (
        "2031",
        "May",
        "3",
    )
    assert "100 \\% of \\{all\\}" in entry.fields["title"]
    assert entry.fields["version"] == COMMIT.id


def test_csl_json_is_printed_by_another_program() -> None:
    source = CiteProcJSON(json.loads(csl_json(ENTRY)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, plain)
    bibliography.register(Citation([CitationItem("visitors")]))
    printed = str(bibliography.bibliography()[0])
    assert "Lanterns" in printed
    assert "2031" in printed
    assert "100 % of {all}" in printed


def test_an_edit_that_is_not_committed_has_no_version_to_cite(tmp_path: Path) -> None:
    versioned.begin(tmp_path)
    boats = a_fact("source: post, figure: around 40, locator: counted around 40 boats there")
    first = versioned.commit(tmp_path, "2031-05-01", "Boats", invented.WORLD + boats)
    versioned.commit(
        tmp_path, "2031-05-02", "Elsewhere", "== data/people/ivo-lind.yml\nname: Ivo Lind\n"
    )
    assert f"version {first[:7]}" in _shown(tmp_path), (
        "what changed elsewhere does not make it newer"
    )
    invented.write(tmp_path, boats.replace("figure: around 40", "figure: 40"), world="")
    assert "version" not in _shown(tmp_path)


def _shown(root: Path) -> str:
    html = LexborHTMLParser(Engine(root, REPOSITORY).page('{{ fact_entries("festival") }}'))
    return html.css("#visitors pre")[0].text()
