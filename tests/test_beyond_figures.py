"""What makes another number of a figure is told, and nothing that belongs to something else."""

import pytest

from macros.beyond_figures import beyond
from macros.fold import words
from macros.locator import Locator


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
        ("they lit 890k lanterns there", "890", "k"),
        ("they lit about 890k lanterns there", "about 890", "k"),
        ("they lit 26M lanterns there", "26", "M"),
        ("they lit 63bn lanterns there", "63", "bn"),
        ("they lit 870 lakh lanterns there", "870", "lakh"),
        ("some 870 crore lanterns were lit", "some 870", "crore"),
        ("they lit 85 dozen lanterns there", "85", "dozen"),
        ("they paid $26bn for the oil", "$26bn", ""),
        ("the 26m of the quay", "26", ""),
        ("a tower of 26 m there", "26", ""),
        ("890k came, and 890 were lit", "890", ""),
        ("lit in 127 BCE by them", "127", "bce"),
        ("it was 4 degrees below zero", "4", "below zero"),
        ("it was about 4 °C below freezing", "about 4", "below freezing"),
        ("it was -4 degrees that night", "-4", ""),
        ("the 4 degrees below the zero", "4", ""),
        ("it was 4 degrees or more", "4", "or more"),
        ("lit by 151 or 152 keepers", "151", "or 152"),
        ("lit by 151 or 152 keepers", "152", "151 or"),
        ("lit 151, or 2 of each", "151", ""),
    ],
)
def test_what_makes_another_number_of_a_figure_is_told(
    locator: str, figure: str, other: str
) -> None:
    assert (beyond(Locator(locator), words(figure)) or "") == other
