"""How two claims on one question stand to each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.dates import Span
from macros.figure import QUALIFIERS, Bound, Figure
from macros.model import Claim, Fact
from macros.relation import Relation, of_dates, of_figures, of_quotations, relation
from tests import invented

QUIET = settings(derandomize=True, max_examples=100, deadline=None, database=None)
SAME, COMPATIBLE, CONFLICT = Relation.SAME, Relation.COMPATIBLE, Relation.CONFLICT
QUESTION = invented.fact("claims: [{figure: '5'}]")


def both_ways(fact: Fact, one: str, other: str) -> set[Relation]:
    """Compare two claims, each as the first."""
    a, b = invented.claim(one), invented.claim(other)
    return {relation(fact, a, b), relation(fact, b, a)}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("about 5,000", "around 5,000", SAME),
        ("an estimated 15,000", "roughly 15,000", SAME),
        ("5,000", "exactly 5000", SAME),
        ("5 thousand", "a total of 5,000", SAME),
        ("more than 10,000", "over 10,000", SAME),
        ("at least 10", "no fewer than 10", SAME),
        ("35–50%", "between 35 and 50 percent", SAME),
        ("nearly 100", "almost 100", SAME),
        ("up to 10", "as many as 10", SAME),
        # the margin counts once
        ("about 5,000", "5,400", COMPATIBLE),
        ("about 5,000", "5,500", COMPATIBLE),
        ("about 5,000", "5,501", CONFLICT),
        ("about 5,000", "4,500", COMPATIBLE),
        ("about 5,000", "4,499", CONFLICT),
        ("about 5,000", "5,000", COMPATIBLE),
        ("about 5,000", "about 5,400", COMPATIBLE),
        ("about 5,000", "about 5,555", COMPATIBLE),
        ("about 5,000", "about 5,556", CONFLICT),
        ("about 5,000", "about 6,000", CONFLICT),
        ("5,000", "5,001", CONFLICT),
        # below zero
        ("-3.5%", "minus 3.5 percent", SAME),
        ("about −5,000", "-5,500", COMPATIBLE),
        ("about −5,000", "-5,501", CONFLICT),
        ("about −5,000", "-4,499", CONFLICT),
        ("-5", "5", CONFLICT),
        ("-5 to 3", "up to 2", COMPATIBLE),
        ("-5 to -3", "0", CONFLICT),
        ("-5", "fewer than 3", COMPATIBLE),
        ("-5", "more than 3", CONFLICT),
        # floors, ceilings and ranges
        ("10,000–15,000", "more than 10,000", COMPATIBLE),
        ("10,000–15,000", "more than 14,999", COMPATIBLE),
        ("10,000–15,000", "more than 15,000", CONFLICT),
        ("10,000–15,000", "at least 15,000", COMPATIBLE),
        ("10,000–15,000", "fewer than 10,000", CONFLICT),
        ("10,000–15,000", "up to 10,000", COMPATIBLE),
        ("10,000–15,000", "12,000", COMPATIBLE),
        ("10,000–15,000", "14,000–20,000", COMPATIBLE),
        ("10,000–15,000", "16,000–20,000", CONFLICT),
        ("10–20", "about 10–20", COMPATIBLE),
        ("about 10–20", "22", COMPATIBLE),
        ("about 10–20", "23", CONFLICT),
        ("more than 10,000", "around 15,000", COMPATIBLE),
        ("more than 10,000", "10,000", CONFLICT),
        ("more than 10,000", "around 10,000", COMPATIBLE),
        ("more than 10,000", "fewer than 10,000", CONFLICT),
        ("more than 10,000", "up to 10,000", CONFLICT),
        ("at least 10,000", "up to 10,000", COMPATIBLE),
        ("more than 10,000", "more than 12,000", COMPATIBLE),
        ("more than 10,000", "at least 10,000", COMPATIBLE),
        ("nearly 5,000", "5,000", CONFLICT),
        ("nearly 5,000", "4,500", COMPATIBLE),
        ("nearly 5,000", "about 5,000", COMPATIBLE),
        ("close to 5,000", "more than 5,000", CONFLICT),
        # a share is no number
        ("50%", "50", CONFLICT),
        ("€50", "£50", CONFLICT),
        ("€50", "50", SAME),
        ("about €3.5 million", "€3.3m", COMPATIBLE),
        ("about 35%", "about 35 percent", SAME),
    ],
)
def test_figures(one: str, other: str, expected: Relation) -> None:
    """The same numbers are the same; a number that both allow makes them compatible."""
    assert both_ways(QUESTION, f"figure: {one}", f"figure: {other}") == {expected}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2030", "2031", COMPATIBLE),
        ("2030/2031-04", "since 2031-05", COMPATIBLE),
        ("2031-05-01", "2031-05-02", COMPATIBLE),
        ("2031", "2031-05", CONFLICT),
        ("since 2030", "since 2031", CONFLICT),
        ("since 2030", None, CONFLICT),
        (None, None, CONFLICT),
    ],
)
def test_different_figures_for_times_that_do_not_meet_can_both_hold(
    one: str | None, other: str | None, expected: Relation
) -> None:
    claims = [
        f"{{figure: '{figure}'{f', period: {period}' if period else ''}}}"
        for figure, period in (("5,000", one), ("9,000", other))
    ]
    assert both_ways(QUESTION, *claims) == {expected}


def test_equal_figures_for_times_that_do_not_meet_stay_the_same() -> None:
    one, other = "{figure: 'about 5', period: 2030}", "{figure: 'around 5', period: 2031}"
    assert both_ways(QUESTION, one, other) == {SAME}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2031-05-07", "2031-05-07", SAME),
        ("2031-05", "2031-05", SAME),
        ("2031-05-01/2031-05-31", "2031-05", SAME),
        ("2031/2031", "2031", SAME),
        ("2031-05", "2031-05-07", COMPATIBLE),
        ("2031", "2031-05-07", COMPATIBLE),
        ("2031-05-06/2031-05-07", "2031-05-07", COMPATIBLE),
        ("2031-05-06/2031-05-08", "2031-05-07/2031-05-09", COMPATIBLE),
        ("2031-05-07", "2031-05-08", CONFLICT),
        ("2031-05", "2031-06-01", CONFLICT),
        ("2030", "2031", CONFLICT),
    ],
)
def test_dates(one: str, other: str, expected: Relation) -> None:
    """A month and a day of it can both hold, but the month never becomes the day."""
    assert both_ways(QUESTION, f"date: {one}", f"date: {other}") == {expected}


ANSWERS = """
answers:
  boat: by boat
  ferry: by the ferry
  night-ferry: by the ferry of the night
  road: by road
  any-boat: {wording: on the water, includes: [boat, ferry]}
  moving: {wording: not on foot, includes: [any-boat]}
claims: [{answer: boat}]
"""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("boat", "boat", SAME),
        ("boat", "road", CONFLICT),
        ("boat", "ferry", CONFLICT),
        ("any-boat", "boat", COMPATIBLE),
        ("any-boat", "road", CONFLICT),
        ("moving", "any-boat", COMPATIBLE),
        ("moving", "ferry", COMPATIBLE),
        ("moving", "road", CONFLICT),
    ],
)
def test_answers_conflict_unless_one_includes_the_other(
    one: str, other: str, expected: Relation
) -> None:
    assert both_ways(invented.fact(ANSWERS), f"answer: {one}", f"answer: {other}") == {expected}


def test_answers_to_a_question_with_several_are_compatible() -> None:
    several = invented.fact(f"several: yes\n{ANSWERS}")
    assert both_ways(several, "answer: boat", "answer: road") == {COMPATIBLE}
    assert both_ways(several, "answer: boat", "answer: boat") == {SAME}


def test_answers_that_include_each_other_in_a_circle_are_compared_in_finite_time() -> None:
    circle = invented.fact("""
        answers:
          one: {wording: one, includes: [two]}
          two: {wording: two, includes: [one]}
          three: three
        claims: [{answer: one}]
    """)
    assert both_ways(circle, "answer: one", "answer: two") == {COMPATIBLE}
    assert both_ways(circle, "answer: one", "answer: three") == {CONFLICT}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a night of lights", "a night of lights", SAME),
        ("a night of lights", "a night of", SAME),
        ("“A night of lights”", "a night\u00a0of lights", SAME),
        ("a night of lights", "a day of lights", COMPATIBLE),
        ("we won", "we lost", COMPATIBLE),
        ("a night of lights", "a lights of night", COMPATIBLE),
        ("the nights", "the night", COMPATIBLE),
    ],
)
def test_quotations(one: str, other: str, expected: Relation) -> None:
    """One quotation that holds the words of another is the same; others are compatible."""
    assert of_quotations(one, other).relation is of_quotations(other, one).relation is expected


@pytest.mark.parametrize(
    "other",
    ["figure: '5,000'", "date: 2031", "answer: boat", "quotation: we came", "says: a crowd"],
)
def test_words_only_are_compatible_with_anything(other: str) -> None:
    assert both_ways(QUESTION, "says: heavy crowds", other) == {COMPATIBLE}


def readings(*values: str) -> str:
    listed = "".join(f"  - {{{value}, because: so}}\n" for value in values)
    return f"readings:\n{listed}"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (readings("date: 2031-05-04", "date: 2031-05-06"), "date: 2031-05-06", COMPATIBLE),
        (readings("date: 2031-05-04", "date: 2031-05-06"), "date: 2031-05", COMPATIBLE),
        (readings("date: 2031-05-04", "date: 2031-05-06"), "date: 2031-05-05", CONFLICT),
        (
            readings("date: 2031-05-04", "date: 2031-05-06"),
            readings("date: 2031-05-06", "date: 2031-05-08"),
            COMPATIBLE,
        ),
        (
            readings("date: 2031-05-04", "date: 2031-05-06"),
            readings("date: 2031-05-05", "date: 2031-05-07"),
            CONFLICT,
        ),
        (readings("figure: '5'", "figure: '50'"), "figure: about 50", COMPATIBLE),
        (readings("figure: '5'", "figure: '50'"), "figure: '500'", CONFLICT),
        (readings("answer: boat", "answer: road"), "answer: road", COMPATIBLE),
        (readings("answer: boat", "answer: road"), "answer: ferry", CONFLICT),
        (readings("date: 2031-05-04", "date: 2031-05-06"), "says: a day before", COMPATIBLE),
    ],
)
def test_readings_are_compatible_if_any_pair_of_them_does_not_conflict(
    one: str, other: str, expected: Relation
) -> None:
    assert both_ways(invented.fact(ANSWERS), one, other) == {expected}


def test_an_unclear_claim_is_never_the_same_as_another() -> None:
    unclear = readings("date: 2031-05-04", "date: 2031-05-06")
    assert both_ways(QUESTION, unclear, unclear) == {COMPATIBLE}


FIGURES = st.builds(
    lambda qualifier, number: Figure.parse(f"{qualifier} {number:,}".strip()),
    st.sampled_from(["", *sorted(QUALIFIERS)]),
    st.integers(1, 300),
) | st.builds(
    lambda qualifier, number: Figure.parse(f"{qualifier}{number}"),
    st.sampled_from(["", "about "]),
    st.integers(-300, -1),
)


@QUIET
@given(FIGURES, FIGURES)
def test_the_order_of_two_figures_makes_no_difference(one: Figure, other: Figure) -> None:
    assert of_figures(one, other) is of_figures(other, one)
    assert of_figures(one, one).relation is SAME


@QUIET
@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_two_exact_figures_are_the_same_or_in_conflict(one: int, other: int) -> None:
    expected = SAME if one == other else CONFLICT
    assert of_figures(Figure.parse(f"{one:,}"), Figure.parse(str(other))).relation is expected


@QUIET
@given(FIGURES, FIGURES)
def test_without_a_margin_figures_conflict_exactly_where_no_number_fits_both(
    one: Figure, other: Figure
) -> None:
    if Bound.ABOUT not in (one.bound, other.bound):
        assert (of_figures(one, other).relation is CONFLICT) is not one.wide.meets(other.wide)


@QUIET
@given(st.lists(st.dates(), min_size=4, max_size=4))
def test_dates_conflict_exactly_where_no_day_lies_in_both(days: list[object]) -> None:
    a, b, c, d = map(str, days)
    one, other = (Span.parse("/".join(sorted(pair))) for pair in ((a, b), (c, d)))
    assert (of_dates(one, other).relation is CONFLICT) is not one.meets(other)


def test_claims_of_different_kinds_can_not_be_compared() -> None:
    """A check refuses such a fact; until it is mended, it never looks like agreement."""
    assert both_ways(QUESTION, "figure: '5'", "date: 2031") == {CONFLICT}


def test_an_origin_or_a_hedge_changes_nothing_in_what_is_said() -> None:
    bare: Claim = invented.claim("figure: about 5")
    hedged = invented.claim("{figure: about 5, hedge: reportedly, origin: choir, source: star}")
    assert relation(QUESTION, bare, hedged) is SAME
