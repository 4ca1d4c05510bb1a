"""Where a fact is shown: each word of a page is known to show some facts, or none."""

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.docs import WORDS
from macros.places import KNOWN, page_names
from tests import invented
from tests.invented import a_fact

SETTINGS = """\
== mkdocs.yml
site_name: Lanterns
nav:
  - Home: index.md
  - More:
      - Every question: facts.md
== docs/aside.md
---
title: "An aside"
description: So.
---

{{ people_directory() }}
== docs/facts.md
---
title: All
description: So.
---

## The festival

{{ fact_entries("festival") }}

{{ single_source_list() }}
== docs/index.md
---
title: Lanterns
description: So.
---

Here came {{ figure("visitors") }}, or {{ figure("visitors") }}.

{{ chart("visitors", title="x") }}

{{ figure("nothing") }}
"""
FACTS = a_fact(
    "source: post, figure: some 40, locator: counted some 40 boats",
    keys="about: ada-quill\nunit: x\n",
) + a_fact("source: star, says: a crowd, locator: a crowd came by", path="facts/harbor/others")


def where(root: Path, capsys: pytest.CaptureFixture[str], fact: str) -> str:
    invented.write(root, SETTINGS + FACTS)
    assert main(["where", fact, "--root", str(root)]) == 0
    return capsys.readouterr().out


def test_every_word_is_known_to_show_facts_or_none() -> None:
    assert WORDS.keys() == KNOWN


def test_pages_come_in_the_order_of_the_menu_with_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert where(tmp_path, capsys, "visitors") == (
        """\
The visitors (data/facts/festival/visitors.yml)

Home
  docs/index.md:6: its figure
  docs/index.md:8: a chart

Every question
  docs/facts.md:8: its own entry, under “The festival”
  docs/facts.md:10: the list of what one article alone answers, under “The festival” (its name only)

An aside
  docs/aside.md:6: the cards of people (its name only)
"""
    )


def test_a_fact_that_no_page_shows_is_told_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = where(tmp_path, capsys, "others")
    assert told.count("docs/") == 1, "the list of what one article alone answers names it"
    (tmp_path / "docs/facts.md").unlink()
    assert main(["where", "others", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("No page shows it.\n")


def test_a_page_has_its_name_in_the_menu_else_its_title(tmp_path: Path) -> None:
    library, _ = invented.load(tmp_path, SETTINGS)
    assert page_names(library) == {
        "docs/index.md": "Home",
        "docs/facts.md": "Every question",
        "docs/aside.md": "An aside",
    }
