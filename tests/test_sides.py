"""Where sources differ, each claim stands on an answer, or on none if it excludes nothing."""

import pytest

from macros import wording
from macros.sides import sides
from tests import invented


def standing(*said: str) -> list[int | None]:
    claims = "".join(
        f"  - {{source: {source}, {value}, locator: some words of the article}}\n"
        for source, value in zip(("post", "star", "echo", "almanac"), said, strict=False)
    )
    fact = invented.fact(f"unit: people\nclaims:\n{claims}")
    return sides(fact, fact.claims)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        (["figure: 40", "figure: 60"], [0, 1]),
        (["figure: 60", "figure: 40", "figure: 60"], [0, 1, 0]),
        (["figure: 40", "figure: 60", "figure: 80"], [0, 1, 2]),
        (["figure: 40", "figure: 60", "figure: more than 30"], [0, 1, None]),
        (["figure: 40", "figure: 60", "figure: more than 50"], [0, 1, 1]),
        (["figure: 40", "figure: 60", "says: a great many"], [0, 1, None]),
        (["figure: 40", "figure: 40"], [None, None]),
    ],
)
def test_claims_that_exclude_each_other_stand_on_different_answers(
    said: list[str], numbers: list[int | None]
) -> None:
    assert standing(*said) == numbers


@pytest.mark.parametrize(
    ("number", "count", "printed"),
    [
        (0, 2, "one answer"),
        (1, 2, "the other answer"),
        (0, 3, "the first answer"),
        (2, 3, "the third answer"),
        (12, 13, "answer 13"),
        (None, 2, "excludes neither answer"),
        (None, 3, "excludes none of the answers"),
    ],
)
def test_an_answer_has_a_name(number: int | None, count: int, printed: str) -> None:
    assert wording.side(number, count) == printed
