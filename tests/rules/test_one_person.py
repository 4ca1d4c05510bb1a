"""One person has one file, declared spellings, and something that mentions them."""

from pathlib import Path

import pytest

from macros.rules import one_person
from tests import invented


def told(root: Path, text: str) -> list[str]:
    return invented.blamed(one_person.check, root, invented.GUESTS + text)


def test_everyone_in_the_invented_world_is_mentioned_and_declared(tmp_path: Path) -> None:
    assert told(tmp_path, "") == []


def test_a_person_whom_nothing_mentions_has_no_file(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "== people/zoe-lark\nname: Zoe Lark\n")
    assert line.startswith("zoe-lark:1: no fact mentions this person.")


@pytest.mark.parametrize(
    ("keys", "mentioned"),
    [("about: [zoe-lark]\n", True), ("speaker: zoe-lark\n", True), ("", False)],
)
def test_a_subject_or_a_speaker_is_mentioned(tmp_path: Path, keys: str, *, mentioned: bool) -> None:
    fact = invented.a_fact("source: post, says: so, locator: so it was that night", keys=keys)
    assert bool(told(tmp_path, f"== people/zoe-lark\nname: Zoe Lark\n{fact}")) is not mentioned


@pytest.mark.parametrize(
    ("name", "spellings", "same"),
    [
        ("Ada Quill", "", True),
        ("ada  QUILL", "", True),
        ("Quill Ada", "", True),
        ("Ada-Quill", "", True),
        ("Adaquill the Elder", "spellings: {echo: [Adaq Uill]}\n", True),
        ("A. Quill", "spellings: {echo: [Ada Quill]}\n", True),
        ("Ada Quill (teacher)", "spellings: {echo: [Ada Quill]}\n", False),
        ("Ada Quillon", "", False),
        ("Ida Quill", "spellings: {echo: [Quill]}\n", False),
    ],
    ids=[
        "the name",
        "the name folded",
        "the family first",
        "a hyphen",
        "parted otherwise",
        "a spelling",
        "somebody else of that name",
        "another name",
        "one word is no name",
    ],
)
def test_a_name_or_spelling_of_someone_else_is_one_person_in_two_files(
    tmp_path: Path, name: str, spellings: str, *, same: bool
) -> None:
    about = invented.a_fact(
        "source: post, says: so, locator: so it was then", keys="about: [zoe]\n"
    )
    lines = told(tmp_path, f"== people/zoe\nname: {name}\n{spellings}{about}")
    assert any("One person has one file" in line for line in lines) is same


@pytest.mark.parametrize(
    ("keys", "claim", "lines"),
    [
        ("", "origin: tomas-reed, says: so", ["visitors:4"]),
        ("speaker: tomas-reed\n", "quotation: so", ["visitors:5"]),
        ("speaker: tomas-reed\n", "says: so", []),
        ("about: [tomas-reed]\n", "says: so", []),
        ("", "origin: choir, says: so", []),
    ],
    ids=["an origin", "a speaker who is quoted", "nothing quoted", "a subject", "a body"],
)
def test_a_source_that_quotes_someone_is_known_to_spell_their_name(
    tmp_path: Path, keys: str, claim: str, lines: list[str]
) -> None:
    fact = invented.a_fact(f"source: post, {claim}, locator: so it was that night", keys=keys)
    found = told(tmp_path, fact)
    assert [line.partition(": ")[0] for line in found] == lines
    assert all("nobody declared how post spells Tomas Reed" in line for line in found)
