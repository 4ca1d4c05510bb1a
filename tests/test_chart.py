"""A chart draws each claim as firmly as it is printed, each question on an axis of its own."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from macros.chart import _scale, chart
from macros.figure import QUALIFIERS
from macros.sheet import Sheet
from macros.site import Site
from tests import invented

QUIET = settings(derandomize=True, max_examples=100, deadline=None, database=None)


def drawn(*claims: str) -> LexborHTMLParser:
    lines = "".join(f"  - {{{claim}}}\n" for claim in claims)
    fact = invented.fact(f"unit: boats\nclaims:\n{lines}", "harbor/boats")
    return LexborHTMLParser(chart(Site(invented.library(fact)), Sheet(), [fact], "Boats", ""))


def test_every_claim_has_a_row_and_every_silent_article_is_named() -> None:
    page = drawn("source: post, figure: '40'", "source: star, says: many")
    said = [" ".join(node.text().split()) for node in page.css("ol.rows .val .src")]
    assert said == ["40", "“many”"]
    silent = " ".join(node.text() for node in page.css("ol.rows li.silent"))
    assert "Echo House" in silent
    assert "Almanac House" in silent


@pytest.mark.parametrize(
    ("figure", "shapes"),
    [
        ("40", {"circle": 1, "rect": 0}),
        ("about 40", {"circle": 1, "rect": 1}),
        ("40–50", {"circle": 0, "rect": 1}),
        ("about 40–50", {"circle": 0, "rect": 2}),
        ("more than 40", {"circle": 1, "rect": 1}),
        ("at least 40", {"circle": 1, "rect": 1}),
        ("up to 40", {"circle": 1, "rect": 1}),
        ("fewer than 40", {"circle": 1, "rect": 1}),
        ("nearly 40", {"circle": 1, "rect": 1}),
    ],
)
def test_a_floor_is_drawn_otherwise_than_an_estimate(figure: str, shapes: dict[str, int]) -> None:
    (plot,) = drawn(f"source: post, figure: '{figure}'").css("svg.plot")
    assert {shape: len(plot.css(shape)) for shape in shapes} == shapes


def test_a_floor_points_on_and_an_estimate_does_not() -> None:
    assert drawn("source: post, figure: more than 40").css("svg.plot path")
    assert not drawn("source: post, figure: about 40").css("svg.plot path")


def test_a_question_leads_to_its_evidence_and_its_signs_are_told() -> None:
    page = drawn("source: post, figure: more than 40")
    (question,) = page.css("li.qsep")
    assert question.css("button[popovertarget=n1]")
    assert [sign.text() for sign in page.css(".hedge span")] == ["the number or more"]


def test_the_margin_is_said_to_be_ours_only_where_one_is_drawn() -> None:
    assert "no article gives a margin" in str(drawn("source: post, figure: about 40").html)
    assert "margin" not in str(drawn("source: post, figure: '40'").html)


@pytest.mark.parametrize("largest", ["0", "0.5", "1", "7", "40", "100", "5500", "16500", "999999"])
def test_an_axis_begins_at_zero_and_ends_at_or_above_the_largest_number(largest: str) -> None:
    scale = _scale(Decimal(largest))
    ticks = list(scale.ticks())
    assert scale.end >= Decimal(largest)
    assert 3 <= len(ticks) <= 6
    assert (ticks[0].at, ticks[0].label) == ("0", "0")
    assert ticks[-1].at == "100"


@pytest.mark.parametrize(
    ("others", "last"), [("€500", "€500"), ("500", "500")], ids=["all in one", "one without"]
)
def test_an_axis_is_in_a_currency_only_if_all_its_numbers_are(others: str, last: str) -> None:
    page = drawn("source: post, figure: €400", f"source: star, figure: {others}")
    assert page.css(".axis text")[-1].text() == last


def test_a_share_stands_on_an_axis_of_the_whole() -> None:
    ticks = [tick.label for tick in _scale(Decimal(35), percent=True).ticks()]
    assert ticks == ["0%", "25%", "50%", "75%", "100%"]


@pytest.mark.parametrize(
    ("smallest", "largest", "settings", "labels"),
    [
        ("-40", "0", {}, ["−40", "−30", "−20", "−10", "0"]),
        ("-240000", "50000", {}, ["", "−200,000", "", "0", ""]),
        ("-3.5", "3", {}, ["−4", "−2", "0", "2", "4"]),
        ("-3.5", "0", {"percent": True}, ["−4%", "−3%", "−2%", "−1%", "0%"]),
        ("-2000000", "0", {"currency": "€"}, ["−€2 million", "", "−€1 million", "", "€0"]),
        ("-250000", "50000", {"currency": "£"}, ["", "−£200,000", "", "£0", ""]),
    ],
)
def test_an_axis_begins_below_zero_where_a_figure_does_and_zero_is_marked(
    smallest: str, largest: str, settings: dict[str, Any], labels: list[str]
) -> None:
    scale = _scale(Decimal(largest), Decimal(smallest), **settings)
    ticks = list(scale.ticks())
    assert [tick.label for tick in ticks] == labels
    assert (ticks[0].at, ticks[-1].at) == ("0", "100")
    (zero,) = (tick for tick in ticks if tick.is_marked)
    assert float(zero.at) == round(float(scale.at(Decimal(0))), 2)


def test_zero_is_marked_only_where_it_does_not_begin_the_axis() -> None:
    below = drawn("source: post, figure: '-40'", "source: star, figure: '20'")
    assert len(below.css("svg.plot line:not(.grid)")) == 2
    above = drawn("source: post, figure: '40'", "source: star, figure: '20'")
    assert not above.css("svg.plot line:not(.grid)")


@pytest.mark.parametrize(
    ("largest", "settings", "last"),
    [
        ("150", {"percent": True}, "150%"),
        ("200000", {"currency": "£"}, "£200,000"),
        ("240000", {"currency": "£"}, ""),  # £200,000 stands before it
        ("3500000", {}, "4 million"),
        ("15000000", {"currency": "€"}, "€15 million"),
        ("1500000", {"currency": "US$"}, ""),  # US$1 million stands before it
        ("440000000", {"currency": "£"}, ""),  # £400 million stands before it
        ("2000000000", {"currency": "US$"}, "US$2 billion"),
        ("3.5", {}, "4"),
        ("1", {"whole": True}, "1"),
        ("2", {"whole": True, "currency": "$"}, "$2"),
    ],
)
def test_an_axis_says_its_unit_as_short_as_it_can(
    largest: str, settings: dict[str, Any], last: str
) -> None:
    first, *_, end = _scale(Decimal(largest), **settings).ticks()
    assert end.label == last
    assert first.label == f"{settings.get('currency', '')}0{'%' * ('percent' in settings)}"


@pytest.mark.parametrize(
    ("figures", "labels"),
    [
        (["1", "0"], ["0", "1"]),
        (["2", "1"], ["0", "1", "2"]),
        (["1.5", "2"], ["0", "0.5", "1", "1.5", "2"]),
        (["0"], ["0", "1"]),
        (["-1", "1"], ["−1", "0", "1"]),
    ],
)
def test_an_axis_of_whole_numbers_has_no_parts_of_one(
    figures: list[str], labels: list[str]
) -> None:
    sources = ("post", "star")
    claims = [f"source: {s}, figure: '{f}'" for s, f in zip(sources, figures, strict=False)]
    assert [text.text() for text in drawn(*claims).css(".axis text")] == labels


def test_nothing_but_none_is_drawn_at_the_beginning() -> None:
    page = drawn("source: post, figure: '0'", "source: star, figure: up to 0")
    assert {node.attributes["cx"] for node in page.css("svg.plot > circle")} == {"0%"}


def test_an_arrow_that_points_on_has_room_beside_what_lies_below_zero() -> None:
    page = drawn("source: post, figure: at least 0", "source: star, figure: '-1'")
    (dot,) = page.css("li:nth-child(2) svg.plot > circle")
    assert float((dot.attributes["cx"] or "").rstrip("%")) < 98


@QUIET
@given(
    st.lists(
        st.tuples(st.sampled_from(["", *sorted(QUALIFIERS)]), st.integers(0, 10**12))
        | st.tuples(st.sampled_from(["", "about"]), st.integers(-(10**12), -1)),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_is_drawn_lies_on_the_axis(figures: list[tuple[str, int]]) -> None:
    sources = ["post", "star", "echo", "almanac"]
    page = drawn(
        *(
            f"source: {source}, figure: '{f'{qualifier} {number:,}'.strip()}'"
            for source, (qualifier, number) in zip(sources, figures, strict=False)
        )
    )
    for node in page.css("svg.plot > rect, svg.plot > circle, svg.plot > line"):
        for name in ("x", "cx", "x1"):
            at = node.attributes.get(name)
            if at:
                assert 0 <= float(at.rstrip("%")) <= 100
        width = float((node.attributes.get("width") or "0%").rstrip("%"))
        start = float((node.attributes.get("x") or "0%").rstrip("%"))
        assert width >= 0
        assert start + width <= 100.01
