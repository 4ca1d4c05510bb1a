"""`new` writes a file that the check accepts, or nothing at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.check import check
from macros.drafting.asks import KINDS, Kind
from macros.faults import Level
from macros.schemas import HINTS
from tests import invented

ARTICLE = """\
The baker Ivo Lind sang. They counted around 40 boats there, and saw 50 ships in the bay.
The harbor master Ada Quill and others stood on the pier the day before the feast.
"""
PAGES = """\
== mkdocs.yml
site_name: Lanterns
extra:
  topics:
    festival: The festival
plugins:
  - macros:
      module_name: macros
      on_undefined: strict
      on_error_fail: false
== docs/facts.md
---
title: All
description: So.
---

{{ fact_entries("festival") }}
"""
GUESTS = invented.GUESTS.replace(
    "the harbor master and others", "The harbor master Ada Quill and others"
)
SHIPS = "source=post | figure=50 | locator=and saw 50 ships in"
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    invented.write(tmp_path, PAGES + GUESTS)
    invented.fingerprint(tmp_path, "post", ARTICLE)
    assert [str(f) for f in check(tmp_path)[1] if f.level is Level.ERROR] == []
    return tmp_path


def new(root: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--root", str(root)])


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Answer what is asked, in turn; returns the questions as they come. Then the input ends."""
    waiting: Iterator[str] = iter(answers)
    asked: list[str] = []

    def read(question: str) -> str:
        asked.append(question)
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", read)
    return asked


def errors(root: Path) -> list[str]:
    return [fault.message for fault in check(root)[1] if fault.level is Level.ERROR]


def test_a_person_is_written_with_post_and_spelling(root: Path, capsys: Printed) -> None:
    role = "post=baker | source=post | locator=The baker Ivo Lind sang"
    assert new(root, "person", "--name", "Ivo Lind", "--country", "alba", "--role", role) == 0
    assert (root / "data/people/ivo-lind.yml").read_text("utf-8") == (
        "name: Ivo Lind\nspellings:\n  post: [Ivo Lind]\ncountry: alba\nroles:\n"
        "  - post: baker\n    source: post\n    locator: The baker Ivo Lind sang\n"
    )
    told = capsys.readouterr().out
    assert "Still missing: no fact mentions this person." in told
    assert "Next: name ivo-lind in the facts" in told
    assert errors(root) == [
        "no fact mentions this person. Name them in `about:`, or remove the file."
    ]


def test_an_organization_is_written_with_its_kind(root: Path) -> None:
    assert new(root, "organization", "--name", "Lamp Guild", "--kind", "guild # 1: all") == 0
    written = (root / "data/organizations/lamp-guild.yml").read_text("utf-8")
    assert written == 'name: Lamp Guild\nkind: "guild # 1: all"\n'


def test_a_source_is_written_with_what_is_suggested(root: Path, capsys: Printed) -> None:
    given = ["--title", "More: lights", "--publisher", "evening", "--published", "2031-05-20"]
    assert new(root, "source", *given, "--url", "https://star.example.org/more") == 0
    assert (root / "data/sources/evening-2031-05.yml").read_text("utf-8") == (
        'title: "More: lights"\npublisher: evening\ncode: EH\npublished: 2031-05-20\n'
        "url: https://star.example.org/more\nuse: compared\norder: 5\n"
    )
    assert "fingerprint evening-2031-05 article.txt" in capsys.readouterr().out
    assert errors(root) == []


def test_a_fact_is_written_with_its_claims(root: Path) -> None:
    given = [
        "--topic",
        "festival",
        "--question",
        "How many ships came in 2031?",
        "--label",
        "Ships",
    ]
    day = (
        "source=post | readings=2031-05-04: a Sunday; 2031-05-06: the eve | printed=the day before"
    )
    assert (
        new(root, "fact", *given, "--unit", "ships", "--about", "alba, ada-quill", "--claim", SHIPS)
        == 0
    )
    assert (root / "data/facts/festival/ships.yml").read_text("utf-8") == (
        "question: How many ships came in 2031?\nlabel: Ships\nunit: ships\nabout: [alba, ada-quill]\n"
        "claims:\n  - source: post\n    figure: 50\n    locator: and saw 50 ships in\n"
    )
    assert errors(root) == []
    given = [
        "--topic",
        "festival",
        "--question",
        "When did they stand there?",
        "--label",
        "The day",
    ]
    locator = " | locator=on the pier the day before the feast"
    assert new(root, "fact", *given, "--claim", day + locator) == 0
    assert errors(root) == []


def test_an_answer_is_written_with_its_wording(root: Path) -> None:
    given = ["--topic", "festival", "--question", "Did Ivo Lind sing?", "--label", "The song"]
    claim = "source=post | answer=sang | locator=The baker Ivo Lind sang"
    assert new(root, "fact", *given, "--answer", "sang=he sang", "--claim", claim) == 0
    assert "answers:\n  sang: he sang\nclaims:" in (
        root / "data/facts/festival/the-song.yml"
    ).read_text("utf-8")
    assert errors(root) == []


def test_words_that_can_be_read_as_one_answer_or_another_are_written_as_both(root: Path) -> None:
    given = ["--topic", "festival", "--question", "Did Ivo Lind sing?", "--label", "The song"]
    answers = ["--answer", "sang=he sang", "--answer", "silent=he was silent"]
    read = "readings=sang: it says so; silent: or it jests"
    claim = f"source=post | {read} | printed=sang | locator=The baker Ivo Lind sang"
    assert new(root, "fact", *given, *answers, "--claim", claim) == 0
    written = (root / "data/facts/festival/the-song.yml").read_text("utf-8")
    assert "- answer: sang\n        because: it says so\n" in written
    assert errors(root) == []


PERSON = ["person", "--name", "Ivo Lind"]
FACT = [
    "fact",
    "--topic",
    "festival",
    "--question",
    "How many ships?",
    "--label",
    "Ships",
    "--unit",
    "x",
]
SOURCE = ["source", "--title", "x", "--published", "2031-05-20", "--url", "https://a.example.org/x"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([*PERSON, "--country", "albo"], "there is no state “albo”. Did you mean “alba”?"),
        ([*PERSON, "--country", "xx"], "Add it first: python -m macros new organization."),
        ([*PERSON, "--id", "Ivo Lind"], "“Ivo Lind” is not an id."),
        ([*PERSON, "--id", "../x"], "“../x” is not an id."),
        ([*PERSON, "--id", "tomas-reed"], "data/people/tomas-reed.yml is there already."),
        ([*PERSON, "--id", "alba"], "data/organizations/alba.yml is there already."),
        (["person", "--name", "Ada Quill"], "One person has one file."),
        (
            ["organization", "--name", "港新聞", "--kind", "newspaper"],
            "Name one in Latin letters: --id ID.",
        ),
        (["person", "--name", "A\u200bda"], "an unseen character (U+200B)"),
        (
            [*SOURCE, "--publisher", "pres"],
            "there is no organization “pres”. Did you mean “press”?",
        ),
        (
            [*SOURCE[:-1], "http://a.example.org", "--publisher", "press"],
            "does not begin with https://",
        ),
        ([*SOURCE, "--publisher", "press", "--code", "PO"], "has the same code"),
        (
            [*FACT, "--claim", SHIPS.replace("50", "60")],
            "these words do not stand in the article of Port Press.",
        ),
        ([*FACT, "--claim", SHIPS.replace("=50", "=dozens")], "“dozens” is not a figure"),
        (
            [*FACT, "--claim", SHIPS.replace("figure=50", "figure=60")],
            "“60” does not stand in the locator.",
        ),
        ([*FACT, "--claim", "source=post"], "a claim needs locator."),
        ([*FACT, "--claim", "post"], "claims: “post” is not of the form this=that."),
        ([*FACT, "--claim", SHIPS + " | souce=x"], "claims: there is no “souce” here."),
        (
            [*FACT, "--claim", SHIPS.replace("=post", "=pots")],
            "there is no source “pots”. Did you mean “post”?",
        ),
        (["fact", "--topic", "festivl", *FACT[3:], "--claim", SHIPS], "Did you mean “festival”?"),
    ],
)
def test_what_will_not_do_is_told_and_nothing_is_written(
    root: Path, capsys: Printed, arguments: list[str], told: str
) -> None:
    before = sorted(file for file in root.rglob("*") if file.is_file())
    assert new(root, *arguments) == 2
    assert told in capsys.readouterr().err
    assert sorted(file for file in root.rglob("*") if file.is_file()) == before


def test_what_looks_alike_is_named(root: Path, capsys: Printed) -> None:
    assert new(root, "person", "--name", "Tomas Reedt") == 0
    assert "warning: data/people/tomas-reed.yml looks alike" in capsys.readouterr().err


def test_a_person_is_asked_one_thing_after_the_other(
    root: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(
        monkeypatch,
        "", "Ivo Lind", "albo", "alba", "",
        "yes", "baker", "", "post", "The baker Ivo Lint sang", "The baker Ivo Lind sang", "",
        "no", "",
    )  # fmt: skip
    assert new(root, "person") == 0
    assert asked == [
        "name: ",
        "name: ",
        "country (or nothing): ",
        "country (or nothing): ",
        "remark (or nothing): ",
        "\nAdd a post, as one article gives it? yes or no [no]: ",
        "post: ",
        "organization (or nothing): ",
        "source: ",
        "locator: ",
        "locator: ",
        "spelling (or nothing) [Ivo Lind]: ",
        "\nAdd a post, as one article gives it? yes or no [no]: ",
        "id [ivo-lind]: ",
    ]
    told = capsys.readouterr().out
    assert "name: one name throughout, family name as it is usual. For example: Ada Quill" in told
    assert "This is needed." in told
    assert "Did you mean “alba”?" in told
    assert "these words do not stand in the article of Port Press." in told
    assert (root / "data/people/ivo-lind.yml").is_file()


@pytest.mark.parametrize(
    ("source", "asks_for_its_words"), [("post", False), ("noche", True)], ids=["English", "Spanish"]
)
def test_the_words_for_a_figure_are_asked_for_where_they_are_of_another_language(
    root: Path, monkeypatch: pytest.MonkeyPatch, source: str, asks_for_its_words: bool
) -> None:
    (root / "data/sources/noche.yml").write_text(
        "title: La noche\npublisher: press\ncode: NO\npublished: 2031-05-08\n"
        "url: https://noche.example.org/luces\nuse: compared\norder: 5\nlang: es\n"
    )
    given = ["--topic", "festival", "--question", "How many ships came?", "--label", "Ships"]
    asked = answering(monkeypatch, "", "", "", "", "", "", "", "", source, "", "", "50")
    assert new(root, "fact", *given) == 2  # the answers have come to their end
    assert asked[8:12] == ["source: ", "origin (or nothing): ", "via (or nothing): ", "figure (or nothing): "]  # fmt: skip
    assert ("printed (or nothing): " in asked) is asks_for_its_words


def test_whoever_finds_that_it_is_there_already_writes_nothing(
    root: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, "Tomas Reedt", "", "", "no", "no")
    assert new(root, "person") == 2
    assert "nothing was written. Add to the file that is there." in capsys.readouterr().err
    assert not (root / "data/people/tomas-reedt.yml").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_without_anybody_to_ask_it_says_what_is_needed(
    root: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    answering(monkeypatch)
    assert new(root, kind) == 2
    assert "needs" in capsys.readouterr().err


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_key_that_is_asked_for_is_one_of_the_model_with_a_hint(kind: Kind) -> None:
    groups = [(kind.model.__name__, kind.asks)]
    groups += [(kind.part.model.__name__, kind.part.asks)] if kind.part else []
    for name, asks in groups:
        assert {ask.key for ask in asks} - {"spelling"} <= HINTS[name].keys()
