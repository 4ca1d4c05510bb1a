"""The claims on one question can be compared."""

from pathlib import Path

import pytest

from macros.rules import one_kind
from tests import invented

FIGURE = "figure: 500"
SHARE = "figure: 50%"
DATE = "date: 2031-05-06, printed: May 6"
ANSWER = "answer: many"
QUOTATION = "quotation: we came"
WORDS = "says: a crowd"
READ_DATES = (
    "printed: so, readings: [{date: 2031-05-05, because: a}, {date: 2031-05-06, because: b}]"
)
READ_FIGURES = "printed: so, readings: [{figure: 5, because: a}, {figure: 50, because: b}]"
READ_BOTH = "printed: so, readings: [{figure: 5, because: a}, {date: 2031, because: b}]"


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (FIGURE, FIGURE, True),
        (FIGURE, WORDS, True),
        (WORDS, FIGURE, True),
        (WORDS, WORDS, True),
        (DATE, READ_DATES, True),
        (READ_DATES, DATE, True),
        (READ_FIGURES, FIGURE, True),
        (QUOTATION, WORDS, True),
        (FIGURE, DATE, False),
        (FIGURE, ANSWER, False),
        (DATE, ANSWER, False),
        (ANSWER, QUOTATION, False),
        (FIGURE, READ_DATES, False),
        (DATE, READ_FIGURES, False),
        (DATE, READ_BOTH, False),
    ],
)
def test_claims_of_one_question_are_of_one_kind_or_words(
    tmp_path: Path, one: str, other: str, *, fits: bool
) -> None:
    ends = ("locator: so it was that night", "source: star, locator: so it was that night")
    fact = invented.a_fact(
        f"source: post, {one}, {ends[0]}", f"{other}, {ends[1]}", keys="unit: people\n"
    )
    told = invented.blamed(one_kind.check, tmp_path, fact)
    assert ([] if fits else ["visitors:6"]) == [line.partition(": ")[0] for line in told]
    assert all("they can't be compared" in line for line in told)


def test_figures_have_a_unit(tmp_path: Path) -> None:
    fact = invented.a_fact(f"source: post, {FIGURE}, locator: so it was that night")
    (told,) = invented.blamed(one_kind.check, tmp_path, fact)
    assert told == "visitors:3: figures need a unit. Add `unit:`, what is counted."


def test_a_share_and_a_number_are_two_questions(tmp_path: Path) -> None:
    fact = invented.a_fact(
        f"source: post, {FIGURE}, locator: so it was that night",
        f"source: star, {SHARE}, locator: so it was that night",
        keys="unit: people\n",
    )
    (told,) = invented.blamed(one_kind.check, tmp_path, fact)
    assert told.startswith("visitors:4: one claim gives a share (%), another a number.")


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [("€500", "€600", True), ("€500", "600", True), ("€500", "£600", False)],
)
def test_money_of_two_kinds_is_two_questions(
    tmp_path: Path, one: str, other: str, *, fits: bool
) -> None:
    fact = invented.a_fact(
        f"source: post, figure: {one}, locator: so it was that night",
        f"source: star, figure: {other}, locator: so it was that night",
        keys="unit: of silver\n",
    )
    told = "visitors:4: money in £ and € can't be compared. Ask two questions, or use `says:`."
    assert invented.blamed(one_kind.check, tmp_path, fact) == ([] if fits else [told])
