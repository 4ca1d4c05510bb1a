"""A question is about the time that its own words name."""

from pathlib import Path

import pytest

from macros.rules import own_time
from tests import invented


@pytest.mark.parametrize(
    ("question", "when", "told"),
    [
        ("How many came in May 2031?", "2031-05", None),
        ("How many came in May 2031?", "2031-05-04", None),
        ("How many came in May 2031?", "2031", None),
        ("How many came since May 2031?", "since 2031-05", None),
        ("How many came from 2030 to 2031?", "2030/2031", None),
        ("How many may follow, and march?", "2031-11", None),
        ("How many came?", "2031-05", None),
        ("Who ruled in 962?", "0962", None),
        ("How many came in May 2031?", "2030-05", "year"),
        ("How many came in May 2031?", "2031-06", "month"),
        ("How many came since May 2031?", "since 2032-05", "year"),
        ("Who ruled in 962?", "0963", "year"),
    ],
)
def test_a_question_s_time_is_the_one_it_names(
    tmp_path: Path, question: str, when: str, told: str | None
) -> None:
    fact = f"== facts/festival/visitors\nquestion: {question}\nlabel: Visitors\nwhen: {when}\n"
    claims = "claims:\n  - {source: post, says: so, locator: so it was then}\n"
    found = invented.blamed(own_time.check, tmp_path, fact + claims)
    assert bool(found) is bool(told)
    assert all(line.startswith(f"visitors:3: its {told} is not the one") for line in found)


@pytest.mark.parametrize(
    ("when", "period", "told"),
    [
        ("since 2031-04", "since 2031-04", False),
        ("since 2031-04", "since 2031-05", False),
        ("since 2030-04", "since 2031-04", True),
        ("since 2030-04", "2031-04", False),
        ("2030/2031", "since 2031-04", False),
    ],
)
def test_a_question_without_a_year_begins_with_one_of_its_claims(
    tmp_path: Path, when: str, period: str, *, told: bool
) -> None:
    claim = f"source: post, says: so, period: {period}, locator: so it was since April"
    text = invented.a_fact(claim, keys=f"when: {when}\n")
    found = invented.blamed(own_time.check, tmp_path, text)
    assert bool(found) is told
    assert all("its claims begin with 2031-04." in line for line in found)
