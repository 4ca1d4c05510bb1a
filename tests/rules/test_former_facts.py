"""Nothing names a question that is asked no more."""

from pathlib import Path

import pytest

from macros.docs import check_docs
from macros.rules import former_facts
from tests import invented

CLAIM = "source: post, says: a crowd, locator: a crowd came that night"
NOW = invented.a_fact(CLAIM, path="facts/festival/crowd") + invented.a_fact(
    CLAIM, path="facts/festival/boats"
)


def former(keys: str) -> str:
    return f"== facts/festival/visitors\nquestion: Who came?\nlabel: Who came\n{keys}\n"


MOVED = "kind: moved\nto: crowd"
SPLIT = "kind: split\nto: [crowd, boats]"
RETIRED = "kind: retired\nbecause: No article answers it."


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (MOVED, "“visitors” has moved. Name “crowd”."),
        (SPLIT, "“visitors” was split. Name “crowd” or “boats”, whichever is meant."),
        (RETIRED, "“visitors” is retired. Remove it here."),
    ],
)
def test_a_neighbor_that_moved_is_named_by_its_new_id(tmp_path: Path, keys: str, told: str) -> None:
    neighbor = invented.a_fact(CLAIM, path="facts/harbor/ships", keys="see_also: visitors\n")
    found = invented.blamed(former_facts.check, tmp_path, NOW + former(keys) + neighbor)
    assert found == [f"ships:1: {told}"]


@pytest.mark.parametrize("keys", [MOVED, SPLIT, RETIRED])
def test_what_nothing_names_may_be_asked_no_more(tmp_path: Path, keys: str) -> None:
    neighbor = invented.a_fact(CLAIM, path="facts/harbor/ships", keys="see_also: crowd\n")
    assert not invented.blamed(former_facts.check, tmp_path, NOW + former(keys) + neighbor)


def test_no_former_fact_leads_to_another_or_to_itself(tmp_path: Path) -> None:
    chain = former(MOVED) + former("kind: moved\nto: visitors").replace("visitors\nq", "guests\nq")
    itself = former("kind: moved\nto: lanterns").replace("visitors\nq", "lanterns\nq")
    found = invented.blamed(former_facts.check, tmp_path, NOW + chain + itself)
    assert found == [
        "guests:4: “visitors” has moved. Name “crowd”.",
        "lanterns:4: “lanterns” has moved. Name “lanterns”.",
    ]


FRONT = "== docs/page.md\n---\ntitle: A page\ndescription: What it tells.\n---\n"


@pytest.mark.parametrize(
    ("keys", "page", "told"),
    [
        (MOVED, '{{ cite("visitors") }}', ["page:5: “visitors” has moved. Name “crowd”."]),
        (RETIRED, '{{ cite("visitors") }}', ["page:5: “visitors” is retired. Remove it here."]),
        (MOVED, '{{ cite("crowd") }}', []),
    ],
)
def test_no_page_names_what_is_asked_no_more(
    tmp_path: Path, keys: str, page: str, told: list[str]
) -> None:
    shown = '{{ fact_entries("festival") }}'
    files = f"{NOW}{former(keys)}{FRONT}{page} {shown}\n"
    assert invented.blamed(check_docs, tmp_path, files) == told


def test_its_address_stays_on_the_page_of_its_topic(tmp_path: Path) -> None:
    """Else a reader who kept the link finds nothing there."""
    moved = former(MOVED).replace("festival", "harbor")
    page = f'{FRONT}{{{{ fact_entries("festival") }}}}\n'
    (told,) = invented.blamed(check_docs, tmp_path, NOW + moved + page)
    assert told.startswith("visitors:1: no page shows this fact.")
