"""A claim is no stronger than the words of its article."""

from pathlib import Path

import pytest

from macros.rules import kept_hedges
from tests import invented

ANSWERS = "answers: {sank: the boat sank, maybe: maybe it sank}\n"


@pytest.mark.parametrize(
    ("claim", "hedge"),
    [
        ("says: came at night, locator: they reportedly came at night", "reportedly"),
        ("says: came at night, hedge: reportedly, locator: they reportedly came at night", None),
        ("says: reportedly came, locator: they reportedly came at night", None),
        ("answer: sank, locator: the boat has probably sunk", "probably"),
        ("answer: maybe, locator: the boat has maybe sunk", None),
        ("figure: about 50, locator: about 50 were estimated to sail", "estimated"),
        ("figure: an estimated 50, locator: an estimated 50 boats came", None),
        ('answer: sank, locator: "of an estimated 50 boats, it sank"', None),
        ("quotation: it might be night, locator: said that it might be night", None),
        ("answer: sank, locator: it might have sunk then", "might have"),
        ("answer: sank, locator: with its might it sank", None),
        ("says: came at night, locator: on an unlikely day they came", None),
        ("date: 2031-05, printed: perhaps in May, locator: it began perhaps in May", "perhaps"),
        ("date: 2031-05, printed: in May, hedge: perhaps, locator: it began perhaps in May", None),
    ],
)
def test_a_hedge_of_the_locator_is_kept(tmp_path: Path, claim: str, hedge: str | None) -> None:
    text = invented.a_fact(f"source: post, {claim}", keys=ANSWERS)
    found = invented.blamed(kept_hedges.check, tmp_path, text)
    assert len(found) == bool(hedge)
    assert all(f"prints “{hedge}”" in line and f"`hedge: {hedge}`" in line for line in found)


def test_hedges_of_another_language_are_not_read(tmp_path: Path) -> None:
    blatt = (
        "== sources/blatt\npublisher: press\nlang: de\nurl: https://b.example.org/x\nuse: context\n"
    )
    text = invented.a_fact("source: blatt, says: so, locator: maybe so it was")
    assert invented.blamed(kept_hedges.check, tmp_path, blatt + text) == []
