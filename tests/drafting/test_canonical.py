"""A new file is written in one form: keys in the order of a sentence, quotes only where they are needed."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.drafting.canonical import scalar, written
from macros.model import Fact, Person, Source
from macros.reading import read

FACT: dict[str, Any] = {
    "claims": [
        {"locator": "some 40 of the boats", "figure": "some 40", "source": "post", "origin": ["alba"]},
        {
            "source": "star",
            "locator": "it was the day before",
            "readings": [{"because": "a Sunday", "date": "2031-05-04"}, {"date": "2031-05-06", "because": "x"}],
            "printed": "the day before",
            "remark": {"sources": ["tide-table"], "text": "So: it was."},
        },
    ],
    "several": "yes",
    "answers": {"lit": "they were lit", "some": {"includes": ["lit"], "wording": "No"}},
    "label": "Boats",
    "question": "How many: 40?",
    "unit": "",
}  # fmt: skip
FACT_WRITTEN = """\
question: "How many: 40?"
label: Boats
answers:
  lit: they were lit
  some:
    includes: [lit]
    wording: "No"
several: yes
claims:
  - source: post
    origin: [alba]
    figure: some 40
    locator: some 40 of the boats
  - source: star
    printed: the day before
    readings:
      - date: 2031-05-04
        because: a Sunday
      - date: 2031-05-06
        because: x
    locator: it was the day before
    remark:
      text: "So: it was."
      sources: [tide-table]
"""


def test_keys_stand_in_the_order_of_a_sentence() -> None:
    assert written(Fact, FACT) == FACT_WRITTEN


def test_what_is_empty_is_left_out_and_a_headline_is_quoted() -> None:
    assert written(Source, {"url": "https://a.example", "title": "Lights", "remark": None}) == (
        'title: "Lights"\nurl: https://a.example\n'
    )


def test_spellings_are_lists_in_brackets() -> None:
    person = {"name": "Ada Quill", "spellings": {"post": ["Ada Quill", "No", "a, b"]}}
    assert written(Person, person) == (
        'name: Ada Quill\nspellings:\n  post: [Ada Quill, "No", "a, b"]\n'
    )


@pytest.mark.parametrize("in_list", [False, True])
@given(text=st.text(max_size=30).filter(str.isprintable))
def test_every_text_reads_back_as_itself(in_list: bool, text: str) -> None:
    line = scalar(text, in_list=in_list)
    found = yaml.load(f"[{line}]" if in_list else f"key: {line}", Loader=yaml.CBaseLoader)
    assert found == ([text] if in_list else {"key": text})
    assert "\n" not in line


def test_a_fact_reads_back_as_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "fact.yml").write_text(FACT_WRITTEN, "utf-8")
    value = read(tmp_path, "fact.yml").value
    assert value == {key: given for key, given in FACT.items() if given}
    assert written(Fact, value) == FACT_WRITTEN
