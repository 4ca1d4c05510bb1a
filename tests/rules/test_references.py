"""Every id names something that is there."""

from pathlib import Path

import pytest

from macros.rules import references
from tests import invented


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("source: star", []),
        ("source: stra", ["visitors:4: there is no source “stra”. Did you mean “star”?"]),
        (
            "source: qqqq",
            ["visitors:4: there is no source “qqqq”. Correct it, or add its file."],
        ),
        ("source: post, origin: ada-quill", []),
        ("source: post, origin: [choir, alba]", []),
        (
            "source: post, origin: [choir, albaa]",
            ["visitors:4: there is no person or organization “albaa”. Did you mean “alba”?"],
        ),
        ("source: post, via: salt-wire", []),
        (
            "source: post, via: tomas-reed",
            ["visitors:4: there is no organization “tomas-reed”. Correct it, or add its file."],
        ),
        (
            "source: post, origin: star",
            ["visitors:4: there is no person or organization “star”. Correct it, or add its file."],
        ),
    ],
)
def test_ids_in_a_claim(tmp_path: Path, claim: str, told: list[str]) -> None:
    fact = invented.a_fact(f"{claim}, says: a crowd, locator: a crowd came that night")
    assert invented.blamed(references.check, tmp_path, fact) == told


def test_one_mistake_is_told_once_for_each_place(tmp_path: Path) -> None:
    claim = "source: stra, says: a crowd, locator: a crowd came that night"
    told = invented.blamed(references.check, tmp_path, invented.a_fact(claim, claim))
    assert [line.partition(" ")[0] for line in told] == ["visitors:4:", "visitors:5:"]


def test_a_file_that_has_gone_is_told_once(tmp_path: Path) -> None:
    claim = "source: stra, says: a crowd, locator: a crowd came that night"
    facts = "".join(invented.a_fact(claim, path=f"facts/festival/visitors{i}") for i in range(10))
    (told,) = invented.blamed(references.check, tmp_path, facts)
    assert told == (
        "visitors0:4: there is no source “stra”, which 10 places name, the first here. Did you mean “star”?"
    )


def test_a_country_is_a_state(tmp_path: Path) -> None:
    person = "== people/someone\nname: Some One\ncountry: choir\n"
    (told,) = invented.blamed(references.check, tmp_path, person)
    assert told.startswith("someone:2: there is no state “choir”.")


def test_what_refers_to_a_broken_file_is_not_blamed(tmp_path: Path) -> None:
    fact = invented.a_fact("source: star, says: a crowd, locator: a crowd came that night")
    library, _ = invented.load(tmp_path, f"{fact}\n== sources/star\ntitle: no more\n")
    assert not list(references.check(library))
