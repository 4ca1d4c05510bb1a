"""A time is printed with figures only as far as it is theirs: a card has the one that all share, prose says whose it is."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests import invented
from tests.engine import Engine

POST = "source: post, figure: 500, locator: that 500 have come in May"
STAR = "source: star, figure: 500, locator: that 500 have come in May or June"
MAY, JUNE = ", period: 2031-05", ", period: 2031-06"
OTHER = STAR.replace("500", "700")


def test_a_figure_without_a_time_is_of_that_of_its_question(tmp_path: Path) -> None:
    claims = (POST + MAY, OTHER)
    for when, card in (("2031-05", "people, May 2031"), ("since 2031-05", "people")):
        root = tmp_path / card
        invented.write(root, invented.a_fact(*claims, keys=f"unit: people\nwhen: {when}\n"))
        html = LexborHTMLParser(Engine(root).page('{{ key_figures("visitors") }}\n'))
        what = html.css_first(".kf .what")
        assert what
        assert what.text() == card


@pytest.mark.parametrize(
    ("claims", "card", "prose"),
    [
        ((POST + MAY, STAR + MAY), "people, May 2031", "May 2031"),
        ((POST + MAY, STAR), "people, May 2031", "May 2031"),
        ((POST + MAY, OTHER + MAY), "people, May 2031", "May 2031"),
        ((POST + MAY, OTHER), "people", "May 2031"),
        ((POST, OTHER + JUNE), "people", "June 2031"),
        (
            (POST + MAY, OTHER + JUNE),
            "people",
            "May 2031 (Port Press) or June 2031 (Evening House)",
        ),
        (
            (POST + MAY, STAR + JUNE),
            "people",
            "May 2031 (Port Press) or June 2031 (Evening House)",
        ),
    ],
)
def test_a_time_stands_with_the_figures_that_it_is_of(
    tmp_path: Path, claims: tuple[str, ...], card: str, prose: str
) -> None:
    invented.write(tmp_path, invented.a_fact(*claims, keys="unit: people\n"))
    page = '{{ key_figures("visitors") }}\n\nThey came {{ period("visitors") }}.\n'
    html = LexborHTMLParser(Engine(tmp_path).page(page))
    for mark in html.css(".ref"):
        mark.decompose()
    what = html.css_first(".kf .what")
    assert what
    assert what.text() == card
    assert f"They came {prose}." in [text.text() for text in html.css("p")]
