"""An article published before an event is no evidence on it."""

from pathlib import Path

import pytest

from macros.rules import before_the_event
from tests import invented


@pytest.mark.parametrize(
    ("when", "source", "blamed"),
    [
        ("2031-05", "almanac", True),
        ("since 2031-02", "almanac", True),
        ("2031-02-01", "almanac", True),
        ("2031-01-31", "almanac", False),  # published in January: its last possible day is the 31st
        ("2031", "almanac", False),
        ("since 2030", "almanac", False),
        ("2031-05-07", "post", False),
        ("2031-05-08", "post", True),
        ("2031-05-31", "star", False),
        ("2032", "star", True),
    ],
)
def test_a_claim_on_what_was_still_to_come(
    tmp_path: Path, when: str, source: str, *, blamed: bool
) -> None:
    claim = f"source: {source}, says: a crowd, locator: a crowd came that night"
    fact = invented.a_fact(claim, keys=f"when: {when}\n")
    told = invented.blamed(before_the_event.check, tmp_path, fact)
    assert bool(told) is blamed
    for line in told:
        assert line.startswith(f"visitors:5: {source} was published 2031")
        assert f"before the fact's `when` ({when})" in line


def test_a_wrong_date_of_a_source_is_told_once(tmp_path: Path) -> None:
    claims = [
        f"source: almanac, says: {word}, locator: a big crowd came that night"
        for word in ("crowd", "big", "came", "night", "that")
    ]
    fact = invented.a_fact(*claims, keys="when: 2031-05\n")
    (told,) = invented.blamed(before_the_event.check, tmp_path, fact)
    assert told.startswith("almanac:4: it was published 2031-01, before what 5 of its claims tell")


def test_a_fact_without_a_time_takes_claims_from_any_source(tmp_path: Path) -> None:
    claim = "source: almanac, says: a crowd, locator: a crowd came that night"
    assert not invented.blamed(before_the_event.check, tmp_path, invented.a_fact(claim))
