"""What the exports of an invented subject hold: every fact, in the promised shapes, the same bytes each time."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from pydantic import TypeAdapter

from macros.__main__ import main
from macros.catalog import FOLDER
from macros.comparison import table
from macros.export.json_files import SCHEMAS
from macros.loading import load
from macros.site import Site
from tests import invented
from tests.conftest import ROOT

FACTS = (
    invented.GUESTS
    + """
== mkdocs.yml
site_name: The lanterns
site_url: !ENV [SITE_URL, ""]
copyright: Ours is CC BY 4.0; locators remain their publishers'.
extra:
  license: https://creativecommons.org/licenses/by/4.0/
  topics: {festival: The festival, harbor: The harbor}
nav: [{Home: index.md}, {The boats: harbor/boats.md}]
== docs/index.md
---
title: Home
---
{{ figure("visitors") }} came.
== docs/harbor/boats.md
{{ comparison_table() }}
== facts/festival/visitors
question: How many people came to the festival?
label: Visitors
unit: people
when: since 2031-05
see_also: [boats]
checked: 2031-06-01
claims:
  - {source: star, origin: [harbor-office, pilots], via: salt-wire, figure: "about 5,000", hedge: some say, locator: "some say about 5,000 people"}
  - {source: post, origin: harbor-office, figure: "35.5–50%", period: since 2031-05, locator: "35.5–50% of them have come"}
  - {source: post, figure: "more than €10,000", locator: "more than €10,000 have come", remark: {text: So it says., sources: tide-table}}
== facts/harbor/boats
question: =1+1
label: Boats
claims:
  - {source: echo, printed: then, readings: [{date: 2031-05-04, because: so}, {date: 2031-05, because: or so}], locator: it was then and there}
== facts/harbor/ships
question: How many ships were there?
label: Ships
kind: split
to: [boats, visitors]
== facts/harbor/whales
question: How many whales were there?
label: Whales
kind: retired
because: Nobody asks.
"""
)


@pytest.fixture
def exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the files, as the command writes them."""
    monkeypatch.setenv("SITE_URL", "https://lanterns.example.org/of")
    invented.write(tmp_path, FACTS)
    assert main(["export", "--root", str(tmp_path), str(tmp_path / "site")]) == 0
    return tmp_path / "site" / FOLDER


def read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def test_facts_hold_what_was_typed_and_what_is_computed(exported: Path) -> None:
    found = read(exported / "facts.json")
    facts = {fact["id"]: fact for fact in found["facts"]}
    assert list(facts) == ["visitors", "guests", "boats"]
    visitors = facts["visitors"]
    assert visitors["address"] == "https://lanterns.example.org/of/facts/festival/#visitors"
    assert visitors["agreement"] == {
        "state": "differ",
        "articles": 2,
        "origins": [{"id": "harbor-office", "name": "Alba Harbor Office", "short": "AHO"}],
        "named_by": 2,
        "via": [],
        "support": "2 articles, 1 origin (AHO)",
    }
    assert [claim["id"] for claim in visitors["claims"]] == [
        "visitors/post",
        "visitors/post/2",
        "visitors/star",
    ]
    share, many, about = (claim["figure"] for claim in visitors["claims"])
    assert (share["low"], share["high"], share["percent"]) == (35.5, 50, True)
    assert (share["currency"], many["currency"]) == (None, "€")
    assert many["wide"] == {"low": 10000, "high": None, "low_open": True, "high_open": False}
    assert about["wide"] == {"low": 4500, "high": 5500, "low_open": False, "high_open": False}
    assert visitors["relations"][1] == {
        "one": "visitors/post/2",
        "other": "visitors/star",
        "relation": "conflict",
        "because": "the number of neither lies in the room that the other leaves",
    }
    assert (visitors["silent"], visitors["before"]) == (["echo"], ["almanac"])
    assert visitors["pages"] == [
        {"page": "Home", "address": "https://lanterns.example.org/of/", "shows": ["its figure"]},
        {
            "page": "The boats",
            "address": "https://lanterns.example.org/of/harbor/boats/",
            "shows": ["a row of the table"],
        },
    ]
    readings = facts["boats"]["claims"][0]["readings"]
    assert [(one["date"]["first"], one["date"]["last"]) for one in readings] == [
        ("2031-05-04", "2031-05-04"),
        ("2031-05-01", "2031-05-31"),
    ]


def test_a_question_that_is_asked_no_more_leads_on(exported: Path) -> None:
    ships, whales = read(exported / "facts.json")["former"]
    assert (ships["kind"], ships["to"], ships["because"]) == ("split", ["boats", "visitors"], None)
    assert (whales["kind"], whales["to"], whales["because"]) == ("retired", [], "Nobody asks.")
    alone = read(exported / "facts" / "ships.json")
    assert (alone["fact"], alone["former"]) == (None, ships)
    assert ships["address"] == "https://lanterns.example.org/of/facts/harbor/#ships"


def test_a_file_of_one_fact_holds_the_same_as_the_file_of_all(exported: Path) -> None:
    for fact in read(exported / "facts.json")["facts"]:
        assert read(exported / "facts" / f"{fact['id']}.json")["fact"] == fact


def test_people_and_organizations_say_where_they_appear(exported: Path) -> None:
    ada, tomas = read(exported / "people.json")["people"]
    assert (ada["name"], ada["country"]["name"], ada["facts"]) == ("Ada Quill", "Alba", ["guests"])
    assert ada["roles"][0]["organization"]["short"] == "AHO"
    assert tomas["spellings"] == []
    bodies = {body["id"]: body for body in read(exported / "organizations.json")["organizations"]}
    assert bodies["pilots"]["part_of"]["id"] == "harbor-office"
    assert bodies["press"]["sources"] == ["post", "tide-table"]


def test_every_file_has_the_shape_that_its_schema_tells(exported: Path) -> None:
    described = 0
    for listed in [*read(exported / "index.json")["files"], {"path": "index.json", "described_by": "schemas/index.schema.json"}]:  # fmt: skip
        if listed["described_by"]:
            schema = read(exported / listed["described_by"])
            validator_for(schema).check_schema(schema)
            Draft202012Validator(schema).validate(read(exported / listed["path"]))
            described += 1
    assert described == 10  # facts, five single ones, people, organizations, changes, index


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_always_there(name: str) -> None:
    schema = TypeAdapter(SCHEMAS[name]).json_schema(mode="serialization")
    for shape in [schema, *schema["$defs"].values()]:
        assert shape["required"] == list(shape["properties"])


def test_the_index_lists_every_file_with_its_size_and_hash(exported: Path) -> None:
    index = read(exported / "index.json")
    there = {file.relative_to(exported).as_posix() for file in exported.rglob("*.*")}
    assert {listed["path"] for listed in index["files"]} == there - {"index.json"}
    for listed in index["files"]:
        content = (exported / listed["path"]).read_bytes()
        assert listed["size"] == len(content)
        assert listed["sha256"] == hashlib.sha256(content).hexdigest()
    assert index["address"] == "https://lanterns.example.org/of/"
    assert index["license"]["address"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "locators" in index["license"]["terms"]
    assert index["commit"] is None  # the folder is no repository


def test_claims_are_one_a_row_and_no_spreadsheet_runs_them(exported: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((exported / "claims.csv").read_text("utf-8-sig"))))
    facts = read(exported / "facts.json")["facts"]
    assert [row["claim"] for row in rows] == [c["id"] for fact in facts for c in fact["claims"]]
    by_claim = {row["claim"]: row for row in rows}
    star = by_claim["visitors/star"]
    assert (star["low"], star["high"], star["percent"]) == ("4500", "5500", "no")
    assert star["origins"] == "Alba Harbor Office | Harbor Pilots"
    assert star["origin_ids"] == "harbor-office | pilots"
    assert by_claim["boats/echo"]["question"] == "'=1+1"
    assert by_claim["boats/echo"]["readings"] == "4 May 2031 | May 2031"


def test_the_comparison_is_the_table_of_its_page(exported: Path) -> None:
    root = exported.parents[2]
    site = Site(load(root, {"festival": "The festival", "harbor": "The harbor"})[0])
    assert (exported / "comparison.csv").read_bytes().decode() == table(site)


def test_programs_that_read_words_are_told_what_there_is(exported: Path) -> None:
    lines = (exported.parents[1] / "llms.txt").read_text("utf-8").splitlines()
    assert lines[0] == "# The lanterns"
    assert lines[2].startswith("> Every question with its claims")
    assert "name that article" in lines[4]
    assert lines[5] == "Ours is CC BY 4.0; locators remain their publishers'."
    listed = lines[lines.index("## Data") + 2 : lines.index("## Pages") - 1]
    files = {line.partition("](")[0].removeprefix("- [") for line in listed}
    assert files < {file.relative_to(exported).as_posix() for file in exported.rglob("*.*")}
    assert lines[lines.index("## Pages") + 2 :] == [
        "- [Home](https://lanterns.example.org/of/)",
        "- [The boats](https://lanterns.example.org/of/harbor/boats/)",
    ]


def test_what_was_there_before_is_gone(exported: Path) -> None:
    root = exported.parents[2]
    (root / "data/facts/harbor/whales.yml").unlink()
    assert main(["export", "--root", str(root), str(root / "site")]) == 0
    assert not (exported / "facts" / "whales.json").exists()


def test_what_is_broken_is_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    invented.write(tmp_path, FACTS.replace("source: echo", "source: ech0"))
    assert main(["export", "--root", str(tmp_path), str(tmp_path / "site")]) == 2
    assert "data/facts/harbor/boats.yml" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_addresses_are_those_of_the_pages_where_pages_are_files(tmp_path: Path) -> None:
    invented.write(tmp_path, FACTS.replace("site_name:", "use_directory_urls: false\nsite_name:"))
    assert main(["export", "--root", str(tmp_path), str(tmp_path / "site")]) == 0
    written = (tmp_path / "site/api/v1/facts/boats.json").read_text("utf-8")
    assert "facts/harbor.html#boats" in written
    assert "facts/harbor/#boats" not in written


def test_the_bytes_are_the_same_in_every_zone_and_with_every_hash(exported: Path) -> None:
    root = exported.parents[2]
    (root / "site").rename(root / "first")
    environment = os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "macros", "export", "--root", str(root), str(root / "site")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    first = sorted(file for file in (root / "first").rglob("*") if file.is_file())
    assert len(first) > 10
    for file in first:
        assert (root / "site" / file.relative_to(root / "first")).read_bytes() == file.read_bytes()
