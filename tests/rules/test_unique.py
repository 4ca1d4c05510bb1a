"""No two files say the same."""

from pathlib import Path

import pytest

from macros.rules import unique
from tests import invented

CLAIM = "source: post, says: a crowd, locator: a crowd came that night"


def fact(path: str, question: str, label: str) -> str:
    return f"== {path}\nquestion: {question}\nlabel: {label}\nclaims:\n  - {{{CLAIM}}}\n"


@pytest.mark.parametrize(
    ("question", "label", "told"),
    [
        ("How many left?", "Leavers", []),
        ("How many came?", "Leavers", ["question"]),
        ("how  many – CAME", "Leavers", ["question"]),
        ("How many left?", "Visitors", ["label"]),
        ("How many came?", "visitors.", ["question", "label"]),
        ("How many came by boat?", "Visitors by boat", []),
    ],
)
def test_two_facts_never_ask_the_same(
    tmp_path: Path, question: str, label: str, told: list[str]
) -> None:
    facts = fact("facts/festival/a", "How many came?", "Visitors") + fact(
        "facts/harbor/b", question, label
    )
    found = invented.blamed(unique.check, tmp_path, facts)
    assert [line.partition("the same ")[2].partition(".")[0] for line in found] == told
    assert all(line.startswith("b:") and "data/facts/festival/a.yml" in line for line in found)


def source(key: str) -> str:
    values = {
        "title": "Another", "publisher": "press", "code": "XX", "published": "2031-05",
        "url": "https://another.example.org/", "use": "compared", "order": "9",
    }  # fmt: skip
    name, _, value = key.partition(": ")
    lines = "".join(f"{k}: {v}\n" for k, v in (values | ({name: value} if value else {})).items())
    return f"== sources/zzz\n{lines}"


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("", []),
        ("code: PO", ["code"]),
        ("order: 1", ["order"]),
        ("url: https://post.example.org/lanterns", ["url"]),
        ("title: Lanterns over the harbor", []),
    ],
)
def test_two_sources_never_share_a_code_a_place_or_an_address(
    tmp_path: Path, key: str, told: list[str]
) -> None:
    found = invented.blamed(unique.check, tmp_path, source(key))
    assert [line.partition("the same ")[2].partition(".")[0] for line in found] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "== organizations/zzz\nname: Free  Choir\nkind: choir\n",
            "zzz:1: data/organizations/choir.yml has the same name",
        ),
    ],
)
def test_one_body_has_one_file(tmp_path: Path, text: str, told: str) -> None:
    (found,) = invented.blamed(unique.check, tmp_path, text)
    assert found.startswith(told)


@pytest.mark.parametrize(
    ("chain", "blamed"),
    [
        ({"choir": "choir"}, ["choir"]),
        ({"choir": "pilots", "pilots": "choir"}, ["choir", "pilots"]),
        ({"alba": "pilots"}, ["alba", "harbor-office", "pilots"]),
        ({"choir": "alba"}, []),
    ],
    ids=["of itself", "two of each other", "three in a circle", "no circle"],
)
def test_no_body_stands_above_itself(
    tmp_path: Path, chain: dict[str, str], blamed: list[str]
) -> None:
    bodies = "".join(
        f"== organizations/{body}\nname: N {body}\nkind: body\npart_of: {above}\n"
        for body, above in chain.items()
    )
    found = [line.partition(":")[0] for line in invented.blamed(unique.check, tmp_path, bodies)]
    assert found == blamed


def test_a_person_and_a_body_never_have_one_id(tmp_path: Path) -> None:
    found = invented.blamed(unique.check, tmp_path, "== people/choir\nname: A Choir\n")
    assert found == [
        "choir:1: data/organizations/choir.yml has the same id. Rename one of the two files."
    ]


LETTERS = {
    "short: AHO": ["“AHO” stands for “Alba Harbor Office” in data/organizations/harbor-office.yml"],
    "abbreviations: {AHO: Alder House}": ["“AHO” stands for “Alba Harbor Office” in"],
    "abbreviations: {AHO: Alba Harbor Office}": [],
    "short: AH": [],
}


@pytest.mark.parametrize("keys", LETTERS)
def test_letters_stand_for_one_name(tmp_path: Path, keys: str) -> None:
    body = f"== organizations/house\nname: Alder House\nkind: office\n{keys}\n"
    found = invented.blamed(unique.check, tmp_path, body)
    assert len(found) == len(LETTERS[keys])
    assert all(part in line for part, line in zip(LETTERS[keys], found, strict=True))
