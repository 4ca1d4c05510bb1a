"""A spelling that a source is said to use stands in one of that source's locators."""

from pathlib import Path

import pytest

from macros.rules import spellings
from tests import invented


@pytest.mark.parametrize(
    ("spelling", "told"),
    [
        ("post: [Ada Quill]", 0),
        ("post: Quill", 0),
        ("post: [Ada Quill, Quill]", 0),
        ("post: [ada quill]", 0),
        ("post: [Ada Kwill]", 1),
        ("post: [Ada Quill, A. Quill]", 1),
        ("echo: [Ada Quill]", 1),
        ("star: [Ada Quill], echo: [Quill]", 1),
        ("post: [Qui]", 1),
        ("post: [“…”]", 1),
    ],
)
def test_a_spelling_is_shown_by_a_locator_of_its_source(
    tmp_path: Path, spelling: str, told: int
) -> None:
    person = f"""
== people/ada-quill
name: Ada Quill
spellings: {{{spelling}}}
roles:
  - {{post: harbor master, source: post, locator: the harbor master Ada Quill}}
  - {{post: poet, source: star, locator: "Ada Quill, a poet of"}}
"""
    found = invented.blamed(spellings.check, tmp_path, person)
    assert len(found) == told
    assert all(line.startswith("ada-quill:2: no locator of ") for line in found)


def test_a_claim_s_locator_shows_a_spelling_too(tmp_path: Path) -> None:
    fact = invented.a_fact("source: echo, says: so, locator: so it was for Reed")
    person = "\n== people/tomas-reed\nname: Tomas Reed\nspellings: {echo: [Reed]}\n"
    assert not invented.blamed(spellings.check, tmp_path, fact + person)
