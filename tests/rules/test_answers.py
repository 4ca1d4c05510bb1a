"""A claim's answer is one of those that its fact can have."""

from pathlib import Path

import pytest

from macros.rules import answers
from tests import invented

WAYS = "answers: {boat: by boat, any: {wording: on water, includes: [boat]}}\n"
BOTH = ["source: post, answer: boat", "source: star, answer: any"]


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (BOTH, []),
        (
            [*BOTH, "source: echo, answer: boot"],
            ["visitors:7: “boot” is not among this fact's answers. Did you mean “boat”?"],
        ),
        (
            [*BOTH, "source: echo, answer: xyz"],
            [
                "visitors:7: “xyz” is not among this fact's answers. Add it to `answers:` with its wording."
            ],
        ),
        (
            BOTH[:1],
            ["visitors:1: no claim gives the answer “any”. Remove it, or add the claim."],
        ),
        (
            [
                *BOTH,
                "source: echo, printed: so, "
                "readings: [{answer: boat, because: a}, {answer: bat, because: b}]",
            ],
            ["visitors:7: “bat” is not among this fact's answers. Did you mean “boat”?"],
        ),
    ],
    ids=["known", "misspelt", "unknown", "never given", "in a reading"],
)
def test_answers(tmp_path: Path, claims: list[str], told: list[str]) -> None:
    lines = [f"{claim}, locator: so they came by boat" for claim in claims]
    fact = invented.a_fact(*lines, keys=WAYS)
    assert invented.blamed(answers.check, tmp_path, fact) == told


def test_an_answer_includes_others_that_exist(tmp_path: Path) -> None:
    keys = "answers:\n  boat: {wording: by boat, includes: [bout]}\n"
    fact = invented.a_fact("source: post, answer: boat, locator: they came by boat", keys=keys)
    (told,) = invented.blamed(answers.check, tmp_path, fact)
    assert told == "visitors:2: “bout” is not among this fact's answers. Did you mean “boat”?"


def test_a_fact_without_answers_takes_none(tmp_path: Path) -> None:
    fact = invented.a_fact("source: post, answer: boat, locator: they came by boat")
    (told,) = invented.blamed(answers.check, tmp_path, fact)
    assert "is not among this fact's answers" in told
