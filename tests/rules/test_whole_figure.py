"""A figure is all that its article prints of it."""

import pytest

from macros.fold import words
from macros.locator import Locator
from macros.rules.whole_figure import is_cut, left_out, money


@pytest.mark.parametrize(
    ("locator", "figure", "more"),
    [
        ("has sent around 5,000 lanterns", "around 5,000", None),
        ("has sent around 5,000 lanterns", "5,000", "around"),
        ("has sent an estimated 5,000 lanterns", "estimated 5,000", "an estimated"),
        ("has sent an estimated 5,000 lanterns", "5,000", "an estimated"),
        ("of more than 5,000 lanterns", "5,000", "more than"),
        ("a total of 5,000 lanterns lit", "5,000", "a total of"),
        ("with 35–50% of the oil", "35–50%", None),
        ("with 35–50% of the oil", "35", "50"),
        ("with 35–50% of the oil", "50%", "35"),
        ("with 35–50% of the oil", "35–50", "%"),
        ("between 5 and 7 boats came", "7", "5 and"),
        ("between 5 and 7 boats came", "5", "and 7"),
        ("from 5 to 7 boats came", "5", "to 7"),
        ("of 79% to 81% of the oil", "81%", "79 % to"),
        ("between 82% and 83% of it", "83%", "82 % and"),
        ("first 82% and then 83% of it", "83%", None),
        ("burned 82% and 83% of it", "83%", None),
        ("of 9 million to 11 million lanterns", "11 million", "9 million to"),
        ("of 9 million to 11 million lanterns", "9 million to 11 million", None),
        ("some 5 million lanterns lit", "some 5", "million"),
        ("it fell to minus 40 that night", "minus 40", None),
        ("it fell to minus 40 that night", "40", "minus"),
        ("grew by negative 3.5 percent there", "3.5 percent", "negative"),
        ("from minus 5 to minus 3 degrees", "minus 5", "to minus"),
        ("from -5 to −3 at night", "-5", "to -3"),
        ("from -5 to −3 at night", "−3", "-5 to"),
        ("from -5 to −3 at night", "−5 to −3", None),
        ("they had 5 negative answers there", "5", None),
        ("they lit 5,000 lanterns there", "5,000", None),
        ("of 5,000 lanterns, around 5,000 burned", "5,000", None),
        ("of 5,000 lanterns, around 5,000 burned", "around 5,000", None),
        ("In 1962, 66 lanterns were lit there", "66", None),
        ("that evening of June 14, 812 burned", "812", None),
        ("they burned slowly in 1962. 912 lanterns", "912", None),
        ("said that 413 (2.3%) of them burned", "413", None),
        ("said that 413 (2.3%) of them burned", "2.3%", None),
        ("by 94.5% (95% interval 88 to 97)", "94.5%", None),
        ("counted some 88 (12 broken) and left", "some 88", None),
        ("In June 1962 some 580 lanterns burned", "some 580", None),
        ("In June 1962 some 580 lanterns burned", "580", "some"),
        ("in 1962 66 lanterns were lit", "66", "1962"),
        ("they counted 1 200 lanterns there", "200", "1"),
    ],
)
def test_what_belongs_to_a_figure_is_not_left_out(
    locator: str, figure: str, more: str | None
) -> None:
    assert left_out(Locator(locator), words(figure)) == more


@pytest.mark.parametrize(
    ("locator", "figure", "cut"),
    [
        ("around 5,000 lanterns were lit", "around 5,000", False),
        ("5,000 lanterns were lit there", "5,000", True),
        ("the 5,000 lanterns were lit", "5,000", False),
        ("estimated 5,000 lanterns were lit", "estimated 5,000", True),
        ("an estimated 5,000 lanterns were", "an estimated 5,000", False),
        ("the keeper lit about 35", "about 35", True),
        ("the keeper lit about 35%", "about 35%", False),
        ("minus 40 degrees that night", "minus 40", True),
        ("−40 degrees that night there", "−40", True),
        ("a −40 degrees that night", "−40", False),
        ("of the 35–50% they lit", "35–50%", False),
        ("they had lit 35–50", "35–50", True),
        ("they lit some 5 million", "some 5 million", False),
        ("then they lit 15 or", "15", True),
        ("then they lit 15 at", "15", True),
    ],
)
def test_a_locator_shows_that_a_figure_is_whole(locator: str, figure: str, *, cut: bool) -> None:
    assert is_cut(Locator(locator), words(figure)) is cut


@pytest.mark.parametrize(
    ("locator", "figure", "more"),
    [
        ("they paid £240m for the oil", "£240", "£240m"),
        ("they paid £240m for the oil", "240", "£240m"),
        ("they paid £240m for the oil", "£240m", None),
        ("of the £240, some £240m burned", "£240", None),
        ("the 240 m of the quay", "240", None),
    ],
)
def test_money_is_printed_with_its_scale(locator: str, figure: str, more: str | None) -> None:
    assert money(Locator(locator), words(figure)) == more
