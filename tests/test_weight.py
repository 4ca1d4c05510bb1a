"""A page that is too heavy is told, with the place at which its list can go on on another page."""

from pathlib import Path

import pytest

from macros import weight
from macros.weight import HEAVIEST, too_heavy
from tests import invented
from tests.engine import Engine

PAGE = "---\ntitle: People\n---\n\nAll of them.\n\n{{ %s }}\n"
KEYS = {"people_directory": ["zoe", "ada", "mia"], "comparison_table": ["wind", "boats"]}


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (
            "people_directory()",
            '7:1: error: this page has 812 kB of the 750 kB that a page may have. Let the list go on on another page, with {{ people_directory(first="mia") }}.',
        ),
        (
            "comparison_table()",
            '7:1: error: this page has 812 kB of the 750 kB that a page may have. Let the list go on on another page, with {{ comparison_table(first="boats") }}.',
        ),
        (
            'fact_entries("festival")',
            "1:1: error: this page has 812 kB of the 750 kB that a page may have. Make two of it; of a topic with many questions, two topics.",
        ),
    ],
)
def test_a_page_that_is_too_heavy_is_told_with_where_its_list_is_cut(word: str, told: str) -> None:
    fault = too_heavy(
        "docs/all.md", PAGE % word, 812_345, lambda name, _: dict.fromkeys(KEYS[name])
    )
    assert str(fault) == f"docs/all.md:{told}"


def test_a_page_of_usual_weight_is_not_told() -> None:
    assert too_heavy("docs/all.md", PAGE % "people_directory()", HEAVIEST, lambda *_: KEYS) is None


def test_the_build_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(invented.write(tmp_path, f"== docs/page.md\n{PAGE % 'people_directory()'}"))
    engine.page("{{ people_directory() }}")
    before = len(engine.told)
    monkeypatch.setattr(weight, "HEAVIEST", 500)
    monkeypatch.setattr("macros.edition.HEAVIEST", 500)
    engine.page("{{ people_directory() }}")
    (told,) = engine.told[before:]
    assert told.startswith("docs/page.md:7:1: error: this page has ")
    assert told.endswith('with {{ people_directory(first="tomas-reed") }}.')
