"""A figure is all that its article prints of it."""

import pytest

from macros.fold import words
from macros.locator import Locator
from macros.rules.whole_figure import beside, is_cut, money


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
    ],
)
def test_what_belongs_to_a_figure_is_not_left_out(
    locator: str, figure: str, more: str | None
) -> None:
    assert beside(Locator(locator), words(figure)) == ("", more or "")


@pytest.mark.parametrize(
    ("locator", "figure", "other"),
    [
        ("lit not more than 21 lanterns", "21", "not more than"),
        ("lit not more than 21 lanterns", "more than 21", "not more than"),
        ("lit no less than 21 lanterns", "21", "no less than"),
        ("lit no fewer than 21 lanterns", "no fewer than 21", ""),
        ("they lit circa 40 lanterns", "40", "circa"),
        ("they lit ca. 40 lanterns", "40", "ca."),
        ("Ca. 40 lanterns were lit", "40", "Ca."),
        ("they lit c. US$40 million there", "US$40 million", "c."),
        ("in Fresno, CA 40 lanterns", "40", ""),
        ("they lit ~50 lanterns there", "50", "~"),
        ("they lit ～50 lanterns there", "50", "~"),
        ("they lit > 90 lanterns there", "90", ">"),
        ("they lit >= 90 lanterns there", "90", ">="),
        ("of 12 boats -> 90 lanterns", "90", ""),
        ("they lit 15,000+ lanterns there", "15,000", "+"),
        ("they paid £240m+ for the oil", "£240m", "+"),
        ("they paid $40 million-plus for it", "$40 million", "-plus"),
        ("some 3%+ of the oil", "3%", "+"),
        ("they lit 17-odd lanterns there", "17", "-odd"),
        ("about 17-odd lanterns were lit", "about 17", ""),
        ("fell to −89.2 ± 0.5 degrees", "−89.2", "±"),
        ("it fell to 12 °C ± 2", "12", "±"),
        ("the number fell below 95 there", "95", "fell below"),
        ("in the valley below 12 villages", "12", ""),
        ("See below. 12 boats had come", "12", ""),
        ("14 or more of the lanterns", "14", "or more"),
        ("at least 14 or more lanterns", "at least 14", ""),
        ("about 14 or so were lit", "about 14", ""),
        ("they lit 15 or fewer lanterns", "15", "or fewer"),
        ("they lit 40 at most", "40", "at most"),
        ("they lit 40 at the most", "40", "at the most"),
        ("lit 40, at least 5 of them", "40", ""),
        ("lit 40, at least three of them", "40", ""),
        ("lit twice as many as 20", "as many as 20", "twice as many as"),
        ("lit as many as 20 lanterns", "as many as 20", ""),
        ("just over 60 lanterns were lit", "over 60", ""),
        ("She said no. About 12 boats", "About 12", ""),
        ("The feast was not over. 40 boats", "over 40", ""),
        ("whether or not over 12 million came", "over 12 million", ""),
        ("why not about 12 of them", "about 12", ""),
        ("fell below 95 or 95 in all", "95", ""),
        ("not 40 but 50 were lit", "50", ""),
        ("of ~50 lanterns 50 were lit", "50", ""),
        ("a < b, and 90 were lit", "90", ""),
    ],
)
def test_what_makes_another_number_of_a_figure_is_told(
    locator: str, figure: str, other: str
) -> None:
    assert beside(Locator(locator), words(figure)) == (other, "")


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
