"""Nothing is said twice in one file, and nothing leads to itself."""

from pathlib import Path

import pytest

from macros.rules import listed_once
from tests import invented

CLAIM = "source: post, says: a crowd, locator: a crowd came that night"
DAY = "source: post, printed: the day before, locator: the day before the feast"
LIT = "source: post, answer: lit, locator: a crowd came that night"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("about: [alba, brume]\n", []),
        ("about: [alba, brume, alba]\n", ["visitors:1: “alba” stands here twice."]),
        ("see_also: [guests, guests]\n", ["visitors:1: “guests” stands here twice."]),
        ("see_also: [visitors]\n", ["visitors:1: “visitors” is this fact itself. Remove"]),
        ("remark: {text: So., sources: [post, post]}\n", ["visitors:1: “post” stands here twice."]),
    ],
)
def test_an_id_stands_once_in_a_list(tmp_path: Path, keys: str, told: list[str]) -> None:
    found = invented.blamed(listed_once.check, tmp_path, invented.a_fact(CLAIM, keys=keys))
    assert len(found) == len(told)
    assert all(line.startswith(start) for line, start in zip(found, told, strict=True))


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ([CLAIM, CLAIM.replace("post", "star")], []),
        ([CLAIM, CLAIM.replace("a crowd,", "came,")], []),
        ([CLAIM, CLAIM], ["visitors:5: this claim says the same as claim 1 of this file."]),
        ([f"{CLAIM}, origin: [alba, alba]"], ["visitors:4: “alba” stands here twice."]),
    ],
)
def test_a_claim_stands_once_in_a_file(tmp_path: Path, claims: list[str], told: list[str]) -> None:
    found = invented.blamed(listed_once.check, tmp_path, invented.a_fact(*claims))
    assert len(found) == len(told)
    assert all(line.startswith(start) for line, start in zip(found, told, strict=True))


@pytest.mark.parametrize(("second", "same"), [("2031-05-06", False), ("2031-05-04", True)])
def test_two_readings_are_two(tmp_path: Path, second: str, *, same: bool) -> None:
    readings = f"readings: [{{date: 2031-05-04, because: a}}, {{date: {second}, because: b}}]"
    found = invented.blamed(listed_once.check, tmp_path, invented.a_fact(f"{DAY}, {readings}"))
    assert bool(found) is same
    assert all(line.startswith("visitors:4: this reading is the same") for line in found)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("lit: lit, all: {wording: all lit, includes: [lit]}", 0),
        ("lit: {wording: lit, includes: [lit]}", 1),
        ("lit: {wording: lit, includes: [all]}, all: {wording: all lit, includes: [lit]}", 2),
        ("lit: lit, all: {wording: all lit, includes: [lit, lit]}", 1),
        ("lit: lit, all: {wording: all lit, includes: [nobody]}", 0),
    ],
)
def test_no_answer_includes_itself(tmp_path: Path, answers: str, told: int) -> None:
    fact = invented.a_fact(LIT, keys=f"answers: {{{answers}}}\n")
    found = invented.blamed(listed_once.check, tmp_path, fact)
    assert len(found) == told


def test_a_question_is_not_split_into_one(tmp_path: Path) -> None:
    former = (
        "== facts/festival/old\nquestion: Old?\nlabel: Old\nkind: split\nto: [guests, guests]\n"
    )
    (told,) = invented.blamed(listed_once.check, tmp_path, invented.GUESTS + former)
    assert told.startswith("old:4: “guests” stands here twice.")
