"""Other programs read the exports: a processor of citations, a parser of BibTeX, Datasette."""

import asyncio
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import rispy  # type: ignore[import-untyped]
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.formatter import plain
from citeproc.source.json import CiteProcJSON
from datasette.app import Datasette
from pybtex.database import BibliographyData, parse_file

from macros.__main__ import main
from macros.catalog import FOLDER
from tests import invented
from tests.conftest import ROOT
from tests.export.test_exported_files import FACTS

SOURCES = """
== sources/star
title: "“Lights” & sails: 50% of $5_000 #1 — a {Níght} ~ at José’s"
publisher: evening
code: ST
published: 2031-05
url: https://star.example.org/a_night?of=50%25&lights=#now
archive: https://web.archive.org/web/2031/https://star.example.org/a_night?of=50%25&lights=#now
lang: en
use: compared
order: 2
checked: 2031-06-01
"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("exported")
    invented.write(root, FACTS + SOURCES)
    assert main(["export", "--root", str(root), str(root / "site")]) == 0
    return root / "site" / FOLDER


@pytest.fixture(scope="module", params=["invented", "this site"])
def api(request: pytest.FixtureRequest) -> Path:
    """The files of an invented subject, and those of the site as it is."""
    if request.param == "invented":
        found: Path = request.getfixturevalue("exported")
        return found
    site: Path = request.getfixturevalue("site")
    return site / FOLDER


def items(api: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((api / "sources.json").read_text("utf-8"))
    return found


def test_there_are_sources_to_read(exported: Path) -> None:
    assert len(items(exported)) > 4


def test_a_processor_of_citations_prints_every_source(api: Path) -> None:
    found = items(api)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(found), plain)
    for item in found:
        bibliography.register(Citation([CitationItem(item["id"])]))
    printed = [str(entry) for entry in bibliography.bibliography()]
    assert len(printed) == len(found)
    for item in found:
        (entry,) = (text for text in printed if item["URL"] in text)
        assert item.get("title", "") in entry
        if "issued" in item:
            assert str(item["issued"]["date-parts"][0][0]) in entry


def test_a_parser_of_bibtex_finds_every_source(api: Path) -> None:
    entries = read(api).entries
    assert set(entries) == {item["id"] for item in items(api)}
    for item in items(api):
        fields = entries[item["id"]].fields
        assert fields["url"] == item["URL"]
        assert ("title" in fields) == ("title" in item)
        if "issued" in item:
            assert fields["year"] == str(item["issued"]["date-parts"][0][0])


def read(api: Path) -> BibliographyData:
    return parse_file(str(api / "sources.bib"))


def test_what_is_not_known_is_left_out_and_a_month_stays_a_month(exported: Path) -> None:
    by_id = {item["id"]: item for item in items(exported)}
    assert by_id["star"]["issued"] == {"date-parts": [[2031, 5]]}
    assert by_id["post"]["issued"] == {"date-parts": [[2031, 5, 7]]}
    assert by_id["tide-table"].keys() == {"id", "type", "container-title", "accessed", "URL"}
    fields = read(exported).entries["star"].fields
    assert (fields["year"], fields["month"], fields.get("day")) == ("2031", "May", None)


def test_signs_that_latex_would_run_are_escaped_and_addresses_stay(exported: Path) -> None:
    fields = read(exported).entries["star"].fields
    for escaped in (r"\&", r"50\%", r"\$5\_000", r"\#1", r"\{N", r"\textasciitilde"):
        assert escaped in fields["title"]
    assert fields["title"].isascii()
    assert fields["url"] == "https://star.example.org/a_night?of=50%25&lights=#now"


RIS = """
TY  - ELEC
ID  - star
TI  - “Lights” & sails: 50% of $5_000 #1 — a {Níght} ~ at José’s
PB  - Evening House
PY  - 2031
DA  - 2031/05/
Y2  - 2031/06/01
UR  - https://star.example.org/a_night?of=50%25&lights=#now
LA  - en
ER  - 
"""  # noqa: W291


def test_ris_tells_of_each_source_what_is_known_tag_by_tag(exported: Path) -> None:
    text = (exported / "sources.ris").read_text("utf-8")
    assert RIS in text
    assert "\nTY  - ELEC\nID  - tide-table\nPB  - Port Press\nY2  -" in text


def test_a_parser_of_ris_finds_every_source(api: Path) -> None:
    found = {entry["id"]: entry for entry in rispy.loads((api / "sources.ris").read_text("utf-8"))}
    assert found.keys() == {item["id"] for item in items(api)}
    for item in items(api):
        entry = found[item["id"]]
        assert entry["urls"] == [item["URL"]]
        assert entry.get("title") == item.get("title")
        assert ("year" in entry) == ("issued" in item)


# Datasette


@pytest.fixture(scope="module")
def datasette(api: Path) -> Datasette:
    return Datasette([], immutables=[str(api / "facts.sqlite")])


def asked(datasette: Datasette, path: str, **query: str) -> dict[str, Any]:
    """What Datasette answers, as its pages show it."""

    async def answer() -> dict[str, Any]:
        await datasette.invoke_startup()
        response = await datasette.client.get(f"/facts{path}.json?{urlencode(query)}")
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    with ThreadPoolExecutor(1) as apart:  # where no browser of another test keeps a loop running
        return apart.submit(asyncio.run, answer()).result()


def test_datasette_shows_tables_that_refer_to_each_other(datasette: Datasette, api: Path) -> None:
    tables = {table["name"]: table for table in asked(datasette, "")["tables"]}
    facts = json.loads((api / "facts.json").read_text("utf-8"))
    assert tables["facts"]["count"] == len(facts["facts"])
    assert tables["former"]["count"] == len(facts["former"])
    assert tables["claims"]["count"] == sum(len(fact["claims"]) for fact in facts["facts"])
    assert tables["sources"]["count"] == len(facts["sources"])
    keys = {
        key["column"]: key["other_table"] for key in tables["claims"]["foreign_keys"]["outgoing"]
    }
    assert keys == {"fact": "facts", "source": "sources", "via": "bodies"}
    assert tables["claims"]["primary_keys"] == ["id"]
    searched = {table["fts_table"] for table in tables.values()}
    assert {"facts_fts", "claims_fts", "sources_fts", "bodies_fts"} <= searched


def test_no_row_refers_to_one_that_is_not_there(api: Path) -> None:
    with closing(sqlite3.connect(api / "facts.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_datasette_finds_a_claim_by_its_figure_and_its_words(
    datasette: Datasette, api: Path
) -> None:
    facts = json.loads((api / "facts.json").read_text("utf-8"))["facts"]
    claims = [claim for fact in facts for claim in fact["claims"] if claim["figure"]]
    for claim in claims[:5]:
        for words in (claim["said"], claim["locator"].split(" … ")[0]):
            rows = asked(datasette, "/claims", _search=words, _shape="objects")["rows"]
            assert claim["id"] in [row["id"] for row in rows]
    assert asked(datasette, "/claims", _search="nothingofthis")["rows"] == []


def test_a_row_holds_what_the_claim_of_the_json_holds(exported: Path) -> None:
    datasette = Datasette([], immutables=[str(exported / "facts.sqlite")])
    rows = asked(datasette, "/claims", _shape="objects")["rows"]
    by_id = {row["id"]: row for row in rows}
    star = by_id["visitors/star"]
    assert (star["low"], star["high"], star["percent"], star["found"]) == (4500, 5500, 0, None)
    assert (star["via"], star["hedge"]) == ("salt-wire", "some say")
    assert by_id["visitors/post"]["period_first"] == "2031-05-01"
    assert by_id["visitors/post/2"]["high"] is None
    readings = asked(datasette, "/readings", _shape="objects")["rows"]
    assert [row["date_last"] for row in readings] == ["2031-05-04", "2031-05-31"]
    leads = asked(datasette, "/leads", _shape="objects")["rows"]
    assert [row["fact"] for row in leads] == ["boats", "visitors"]


def test_the_root_of_this_repository_is_left_alone() -> None:
    assert not (ROOT / FOLDER).exists()
