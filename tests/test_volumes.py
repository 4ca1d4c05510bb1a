"""A list that is cut has everything on one of its pages, whatever is added later."""

from pathlib import Path

import pytest

from macros.docs import check_docs
from macros.volumes import Divided, Volumes
from tests import invented
from tests.engine import Engine

PEOPLE = [
    ("people_directory", "", "docs/people.md"),
    ("people_directory", "no", "docs/people-no.md"),
    ("people_directory", "g", "docs/people-g.md"),
]
TOPICS = ["wind", "boats", "rain"]
TABLES = [
    ("comparison_table", "", "docs/compare.md"),
    ("comparison_table", "boats", "docs/compare-boats.md"),
]


@pytest.mark.parametrize(
    ("person", "path"),
    [
        ("ada", "docs/people.md"),
        ("fred", "docs/people.md"),
        ("g", "docs/people-g.md"),
        ("nils", "docs/people-g.md"),
        ("no", "docs/people-no.md"),
        ("zoe", "docs/people-no.md"),
    ],
)
def test_an_id_stands_where_the_last_list_before_it_begins(person: str, path: str) -> None:
    volume = Volumes.of(PEOPLE, TOPICS).volume("people_directory", person)
    assert volume is not None
    assert volume.path == path


def test_topics_are_cut_in_the_order_of_the_site() -> None:
    volumes = Volumes.of(TABLES, TOPICS)
    assert [volumes.first("comparison_table", topic) for topic in TOPICS] == ["", "boats", "boats"]


def test_what_comes_before_the_first_volume_stands_in_it() -> None:
    volumes = Volumes.of(PEOPLE[1:], TOPICS)
    assert volumes.first("people_directory", "ada") == "g"


def test_a_list_that_is_nowhere_cut_has_all_on_each_of_its_pages() -> None:
    divided = Divided(Volumes.of([PEOPLE[0], ("people_directory", "", "docs/x.md")], TOPICS))
    assert divided.volume("people_directory", "", {"ada": 1, "zoe": 2}) == {"ada": 1, "zoe": 2}


def test_all_volumes_together_have_everything_once() -> None:
    everyone = {name: name for name in ("ada", "g", "gil", "nils", "no", "zoe")}
    divided = Divided(Volumes.of(PEOPLE, TOPICS))
    parts = [list(divided.volume("people_directory", first, everyone)) for first in ("", "g", "no")]
    assert parts == [["ada"], ["g", "gil", "nils"], ["no", "zoe"]]


PAGES = """
== docs/people.md
---
title: People
description: So.
---

{{ people_directory() }}
== docs/more/people-t.md
---
title: People from T
description: So.
---

{{ people_directory(first="t") }}
"""


def test_links_lead_to_the_page_that_has_someone(tmp_path: Path) -> None:
    engine = Engine(invented.write(tmp_path, PAGES + invented.GUESTS))
    said = engine.page('{{ person("ada-quill") }} and {{ person("tomas-reed") }}')
    assert 'href="../people/#ada-quill"' in said
    assert 'href="../more/people-t/#tomas-reed"' in said
    assert 'id="ada-quill"' in (first := engine.page("{{ people_directory() }}"))
    assert 'id="tomas-reed"' not in first
    assert 'id="tomas-reed"' in (second := engine.page('{{ people_directory(first="t") }}'))
    assert 'id="ada-quill"' not in second


def test_two_lists_that_begin_at_the_same_place_are_told(tmp_path: Path) -> None:
    again = PAGES.replace('first="t"', "").replace("people-t", "all")
    library = invented.loaded(tmp_path, again)
    assert not list(check_docs(library))
    third = '== docs/people-u.md\n---\ntitle: U\ndescription: So.\n---\n\n{{ people_directory(first="u") }}\n'
    told = [str(fault) for fault in sorted(check_docs(invented.loaded(tmp_path, again + third)))]
    assert told == [
        f"{path}:6:1: error: another list begins at the same place. Give this one another first=, or remove it."
        for path in ("docs/more/all.md", "docs/people.md")
    ]
