"""The history in the exports: what became of each question, and what is said where there is none."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros import wording
from macros.__main__ import main
from macros.catalog import FOLDER
from macros.history import Missing
from tests import invented, versioned
from tests.engine import Engine
from tests.invented import a_fact

REPOSITORY = "https://forge.example.org/a/b"
CONFIGURATION = f"""
== mkdocs.yml
site_name: Lanterns
theme: {{name: material, language: en}}
extra:
  repository: {REPOSITORY}
  topics: {{festival: The festival, harbor: The harbor}}
"""
POST = "source: post, figure: around 40, locator: counted around 40 boats there"
STAR = "source: star, origin: alba, figure: about 40, locator: and about 40 boats came"
BOATS = a_fact(POST, STAR, keys="unit: boats\n")
WAS = "== facts/festival/visitors\nquestion: How about visitors?\nlabel: The visitors\n"
OTHERS = a_fact(POST, path="facts/harbor/ships") + a_fact(POST, path="facts/harbor/wrecks")
STEPS = (
    ("Boats are counted", BOATS + OTHERS, ()),
    ("We misread it\n\nCorrection: Port Press prints 50.", BOATS.replace("figure: around 40", "figure: 50"), ()),
    ("A newer figure\n\nSuperseded: Port Press counts 60 since.", BOATS.replace("figure: around 40", "figure: 60"), ()),
    ("Only one\n\nWithdrawn: Port Press took it back.", a_fact(STAR, keys="unit: boats\n"), ()),
    ("Ships are counted elsewhere", WAS.replace("festival", "harbor").replace("visitors", "ships") + "kind: moved\nto: visitors\n", ()),
    ("Nobody asks", WAS + "kind: retired\nbecause: Nobody asks.\n", ()),
    ("One file less", "", ("data/facts/harbor/wrecks.yml",)),
)  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with all that can become of a question, one step a day."""
    root = versioned.begin(tmp_path_factory.mktemp("versioned"))
    invented.write(root, CONFIGURATION, world=invented.WORLD)
    for day, (message, files, gone) in enumerate(STEPS, 1):
        versioned.commit(root, f"2031-05-{day:02}", message, files, gone=gone)
    return root


def exported(root: Path, target: Path) -> Path:
    assert main(["export", "--root", str(root), str(target)]) == 0
    return target / FOLDER


@pytest.fixture(scope="module")
def api(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(root, tmp_path_factory.mktemp("exported"))


def read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def steps(change: dict[str, Any]) -> str:
    """A change in one line."""
    claims = [
        f"{claim['publisher']} {claim['became']}: {claim['was']} → {claim['now']}"
        for claim in change["claims"]
    ]
    because = [f"({reason['because']})" for reason in change["reasons"]]
    return " | ".join([change["became"], *change["details"], *claims, *because])


def test_corrected_withdrawn_superseded_and_differing_are_four_different_things(api: Path) -> None:
    told = {
        change["commit"]["time"][8:10]: (steps(change), change["state_was"], change["state_now"])
        for change in read(api / "changes.json")["changes"]
        if change["fact"] == "visitors"
    }
    assert told == {
        "06": ("withdrawn | Nobody asks.", None, None),
        "04": ("withdrawn | Port Press withdrawn: 60 → None | (Port Press took it back.)", "differ", "single"),
        "03": ("superseded | Port Press superseded: 50 → 60 | (Port Press counts 60 since.)", "differ", "differ"),
        "02": ("corrected | Port Press corrected: around 40 → 50 | (Port Press prints 50.)", "same", "differ"),
        "01": ("added | Port Press added: None → around 40 | Evening House added: None → about 40", None, "same"),
    }  # fmt: skip


def test_a_question_that_moved_is_superseded_and_one_that_is_gone_was_taken_out(api: Path) -> None:
    told = {
        (change["fact"], change["kind"]): steps(change)
        for change in read(api / "changes.json")["changes"]
        if change["fact"] != "visitors" and change["kind"] != "added"
    }
    assert told[("ships", "asked no more")].startswith("superseded | answered now by")
    assert told[("wrecks", "taken out")] == "taken out"


def test_a_change_names_its_commit_and_leads_to_it(root: Path, api: Path) -> None:
    newest = read(api / "changes.json")["changes"][0]
    head = versioned.git(root, "rev-parse", "HEAD").strip()
    assert newest["id"] == f"wrecks/{head}"
    assert newest["commit"] == {
        "id": head,
        "time": "2031-05-07T12:00:00+00:00",
        "subject": "One file less",
        "address": f"{REPOSITORY}/commit/{head}",
    }


def test_the_file_of_one_question_tells_what_became_of_it(api: Path) -> None:
    all_of_them = read(api / "changes.json")["changes"]
    for question in ("visitors", "ships"):
        alone = read(api / "facts" / f"{question}.json")
        assert alone["history"] == "whole"
        assert alone["changes"] == [one for one in all_of_them if one["fact"] == question]
        assert alone["former"]["last_change"]["commit"] == alone["changes"][0]["commit"]["id"]


def test_what_was_last_changed_leads_to_the_file_as_it_stood(root: Path, api: Path) -> None:
    stood = read(api / "facts" / "ships.json")["former"]["last_change"]["stood"]
    commit, _, path = stood.removeprefix(f"{REPOSITORY}/blob/").partition("/")
    assert versioned.git(root, "show", f"{commit}:{path}") == (root / path).read_text("utf-8")


def test_the_page_calls_each_change_as_the_exports_do(root: Path, api: Path) -> None:
    page = LexborHTMLParser(Engine(root, REPOSITORY).page("{{ changes() }}"))
    words = [word.text() for word in page.css(".commit > .question b")]
    changes = read(api / "changes.json")["changes"]
    assert words == [one["became"] for one in changes if one["kind"] != "added"]
    assert [reason.text() for reason in page.css(".commit > .ours")] == [
        "Withdrawn: Port Press took it back.",
        "Superseded: Port Press counts 60 since.",
        "Correction: Port Press prints 50.",
    ]


def test_the_database_holds_the_same(api: Path) -> None:
    changes = read(api / "changes.json")["changes"]
    with closing(sqlite3.connect(api / "facts.sqlite")) as database:
        rows = dict(database.execute("SELECT id, became FROM changes").fetchall())
        claims = database.execute("SELECT change, was, now FROM claim_changes").fetchall()
    assert rows == {change["id"]: change["became"] for change in changes}
    assert sorted(claims, key=str) == sorted(
        ((change["id"], claim["was"], claim["now"]) for change in changes for claim in change["claims"]), key=str
    )  # fmt: skip


@pytest.mark.parametrize("missing", Missing)
def test_without_a_whole_history_all_is_exported_and_what_is_missing_is_said(
    root: Path, tmp_path: Path, missing: Missing
) -> None:
    clone = tmp_path / "clone"
    versioned.git(root, "clone", "-q", "--depth=1", f"file://{root}", str(clone))
    if missing is Missing.NO_GIT:
        (clone / ".git").rename(tmp_path / "elsewhere")
    api = exported(clone, tmp_path / "site")
    told = read(api / "changes.json")
    assert (told["history"], told["changes"]) == (missing.value, [])
    assert told["missing"] == wording.NO_HISTORY[missing]
    assert read(api / "index.json")["history"] == missing.value
    alone = read(api / "facts" / "visitors.json")
    assert (alone["history"], alone["former"]["last_change"]) == (missing.value, None)
    assert len(read(api / "facts.json")["former"]) == 2


def test_an_edit_that_is_not_committed_has_no_version(root: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    versioned.git(root, "clone", "-q", f"file://{root}", str(clone))
    invented.write(clone, WAS + "kind: retired\nbecause: Nobody asked.\n", world="")
    api = exported(clone, tmp_path / "site")
    assert read(api / "facts" / "visitors.json")["former"]["last_change"] is None
    assert read(api / "index.json")["commit"] is None
