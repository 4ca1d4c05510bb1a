"""What an article may print as a figure, and the numbers that it then allows."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.figure import QUALIFIERS, Bound, Figure, Interval, figures_in

QUIET = settings(derandomize=True, max_examples=100, deadline=None, database=None)


def between(low: str | None, high: str | None, *, open_at: str = "") -> Interval:
    """An interval; `open_at` names the ends that are not in it."""
    return Interval(
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        low_open="low" in open_at,
        high_open="high" in open_at,
    )


EXACT = between("5000", "5000")
ABOUT = between("4500", "5500")
ABOVE = between("5000", None, open_at="low")
BELOW = between(None, "5000", open_at="high")
NEARLY = between("4500", "5000", open_at="high")


@pytest.mark.parametrize(
    ("printed", "core", "wide"),
    [
        ("5,000", EXACT, EXACT),
        ("5000", EXACT, EXACT),
        ("5 thousand", EXACT, EXACT),
        ("exactly 5,000", EXACT, EXACT),
        ("a total of 5,000", EXACT, EXACT),
        ("about 5,000", EXACT, ABOUT),
        ("around 5,000", EXACT, ABOUT),
        ("roughly 5,000", EXACT, ABOUT),
        ("approximately 5,000", EXACT, ABOUT),
        ("some 5,000", EXACT, ABOUT),
        ("an estimated 5,000", EXACT, ABOUT),
        ("estimated 5,000", EXACT, ABOUT),
        ("more than 5,000", ABOVE, ABOVE),
        ("over 5,000", ABOVE, ABOVE),
        ("at least 5,000", between("5000", None), between("5000", None)),
        ("no fewer than 5,000", between("5000", None), between("5000", None)),
        ("fewer than 5,000", BELOW, BELOW),
        ("less than 5,000", BELOW, BELOW),
        ("under 5,000", BELOW, BELOW),
        ("up to 5,000", between(None, "5000"), between(None, "5000")),
        ("at most 5,000", between(None, "5000"), between(None, "5000")),
        ("as many as 5,000", between(None, "5000"), between(None, "5000")),
        ("nearly 5,000", NEARLY, NEARLY),
        ("almost 5,000", NEARLY, NEARLY),
        ("close to 5,000", NEARLY, NEARLY),
    ],
)
def test_a_qualifier_says_which_numbers_may_be_meant(
    printed: str, core: Interval, wide: Interval
) -> None:
    figure = Figure.parse(printed)
    assert (figure.core, figure.wide) == (core, wide)


def test_every_qualifier_that_is_known_is_in_the_table_above() -> None:
    table = test_a_qualifier_says_which_numbers_may_be_meant.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {Figure.parse(row[0]).qualifier for row in table} - {""} == QUALIFIERS.keys()


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("35–50%", "35", "50"),
        ("35-50%", "35", "50"),
        ("35%–50%", "35", "50"),
        ("35 – 50 %", "35", "50"),
        ("35 to 50 percent", "35", "50"),
        ("between 35 and 50 per cent", "35", "50"),
        ("between 35% and 50%", "35", "50"),
        ("10,000–15,000", "10000", "15000"),
        ("10,000 to 15,000", "10000", "15000"),
        ("2–3 million", "2000000", "3000000"),
        ("2 million to 3 million", "2000000", "3000000"),
        ("900 thousand to 1.2 million", "900000", "1200000"),
        ("0.5–0.75", "0.5", "0.75"),
    ],
)
def test_a_range_runs_from_its_first_number_to_its_second(
    printed: str, low: str, high: str
) -> None:
    figure = Figure.parse(printed)
    assert figure.is_range
    assert figure.core == figure.wide == between(low, high)


@pytest.mark.parametrize(
    ("printed", "core", "wide"),
    [
        ("-40", between("-40", "-40"), between("-40", "-40")),
        ("−3.5%", between("-3.5", "-3.5"), between("-3.5", "-3.5")),
        ("–3.5%", between("-3.5", "-3.5"), between("-3.5", "-3.5")),
        ("minus 40", between("-40", "-40"), between("-40", "-40")),
        ("Minus 40", between("-40", "-40"), between("-40", "-40")),
        ("negative 3.5 percent", between("-3.5", "-3.5"), between("-3.5", "-3.5")),
        ("about −5,000", between("-5000", "-5000"), between("-5500", "-4500")),
        ("around minus 5", between("-5", "-5"), between("-5.5", "-4.5")),
        ("a total of -5", between("-5", "-5"), between("-5", "-5")),
        ("-5 to -3", between("-5", "-3"), between("-5", "-3")),
        ("−5 to 3", between("-5", "3"), between("-5", "3")),
        ("-5% to -3%", between("-5", "-3"), between("-5", "-3")),
        ("between -5 and 3 million", between("-5000000", "3000000"), between("-5000000", "3000000")),
        ("minus 5 to minus 3", between("-5", "-3"), between("-5", "-3")),
        ("about -5 to 3", between("-5", "3"), between("-5.5", "3.3")),
        ("-0", between("0", "0"), between("0", "0")),
    ],
)  # fmt: skip
def test_a_figure_may_lie_below_zero_and_its_margin_is_of_its_size(
    printed: str, core: Interval, wide: Interval
) -> None:
    figure = Figure.parse(printed)
    assert (figure.core, figure.wide) == (core, wide)


@pytest.mark.parametrize(
    "printed",
    [
        *("more than −5", "at least -5", "less than -5", "up to -5", "nearly −5", "almost minus 5"),
        *("-5-3", "-5–-3", "−5 – −3", "minus 5 to 3", "between minus 5 and 3"),
    ],
)
def test_what_articles_mean_one_thing_or_another_by_is_told_in_their_words(printed: str) -> None:
    with pytest.raises(ValueError, match=r"more than one way below zero\. Use `says:`"):
        Figure.parse(printed)


@pytest.mark.parametrize("printed", ["-3 to -5", "minus 3 to minus 5", "5 to -3"])
def test_the_lower_number_of_a_range_stands_first(printed: str) -> None:
    with pytest.raises(ValueError, match="from the larger number to the smaller"):
        Figure.parse(printed)


@pytest.mark.parametrize(
    ("printed", "figure"),
    [
        ("+5", "5"),
        ("+€5", "€5"),
        ("From 3 to 5", "3 to 5"),
        ("−10 to +5", "−10 to 5"),
        ("from 3 to 5", "3 to 5"),
        ("48.2°", "48.2"),
    ],
)
def test_what_is_typed_beyond_a_figure_is_told_with_what_to_write(
    printed: str, figure: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(f"Write `figure: {figure}`")):
        Figure.parse(printed)


@pytest.mark.parametrize("printed", ["about 10–20", "around 10 to 20", "some 10-20"])
def test_about_a_range_widens_both_of_its_ends(printed: str) -> None:
    figure = Figure.parse(printed)
    assert figure.core == between("10", "20")
    assert figure.wide == between("9", "22")


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("0", "0"),
        ("7", "7"),
        ("1,234,567", "1234567"),
        ("1234567", "1234567"),
        ("1.5 million", "1500000"),
        ("2.25 billion", "2250000000"),
        ("12.5%", "12.5"),
        ("1,000.5", "1000.5"),
    ],
)
def test_commas_stand_in_threes_or_not_at_all_and_a_point_begins_decimals(
    printed: str, number: str
) -> None:
    figure = Figure.parse(printed)
    assert figure.low == figure.high == Decimal(number)


@pytest.mark.parametrize(
    ("printed", "currency", "low", "high"),
    [
        ("£240,000", "£", "240000", "240000"),
        ("around €3.5 million", "€", "3500000", "3500000"),
        ("more than US$5 trillion", "US$", "5000000000000", "5000000000000"),
        ("5 €", "€", "5", "5"),
        ("3.5 million €", "€", "3500000", "3500000"),
        ("£3–4 million", "£", "3000000", "4000000"),
        ("£3 million to £4 million", "£", "3000000", "4000000"),
        ("between €3 and €4", "€", "3", "4"),
        ("£240m", "£", "240000000", "240000000"),
        ("$3.5bn", "$", "3500000000", "3500000000"),
        ("nearly $5K", "$", "5000", "5000"),
        ("€2–3bn", "€", "2000000000", "3000000000"),
        ("3.5 million", "", "3500000", "3500000"),
        ("-$3 million", "$", "-3000000", "-3000000"),
        ("−€2.1 million", "€", "-2100000", "-2100000"),
        ("minus US$3", "US$", "-3", "-3"),
        ("-£240m", "£", "-240000000", "-240000000"),
        ("-3 million €", "€", "-3000000", "-3000000"),
        ("-€5 million to -€3 million", "€", "-5000000", "-3000000"),
        ("$-5 million", "$", "-5000000", "-5000000"),
    ],
)
def test_a_sum_of_money_may_stand_with_its_sign(
    printed: str, currency: str, low: str, high: str
) -> None:
    figure = Figure.parse(printed)
    assert (figure.currency, figure.low, figure.high) == (currency, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("3.5 million guilders", "Write `figure: 3.5 million`, and guilders in `unit:`"),
        ("around 5,000 boats", "Write `figure: around 5,000`, and boats in `unit:`"),
        ("152 mm", "Write `figure: 152`, and mm in `unit:`"),
        ("12 °C", "Write `figure: 12`, and °C in `unit:`"),
        ("8,848 m", "Write `figure: 8,848`, and m in `unit:`, or million or billion if"),
        ("about -40°F", "Write `figure: about -40`, and °F in `unit:`"),
        ("90 km/h", "Write `figure: 90`, and km/h in `unit:`"),
        ("CHF 400", "Write `figure: 400`, and CHF in `unit:`"),
        ("Rs. 400", "Write `figure: 400`, and Rs. in `unit:`"),
        ("USD5 million", "Write `figure: 5 million`, and USD in `unit:`"),
        ("around CHF 400", "Use `says:`"),  # around does not stand before 400
        ("1 in 5", "is a share in words. Use `says:`"),
        ("9 out of 10", "is a share in words. Use `says:`"),
        ("5,000 or so", "Use `says:`"),
        ("5 million million", "Use `says:`"),
    ],
)
def test_what_is_counted_belongs_to_the_unit(printed: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Figure.parse(printed)


@pytest.mark.parametrize(
    ("printed", "percent"),
    [("35%", True), ("35 %", True), ("35 percent", True), ("35 per cent", True), ("35", False)],
)
def test_a_share_is_told_from_a_number(printed: str, *, percent: bool) -> None:
    assert Figure.parse(printed).percent is percent


@pytest.mark.parametrize("printed", ["About 5,000", "More than 5,000", "Between 5 and 6"])
def test_a_figure_may_open_a_sentence(printed: str) -> None:
    assert Figure.parse(printed).printed == printed


@pytest.mark.parametrize(
    "printed",
    [
        # words are not figures
        *("dozens", "half", "hundreds", "five thousand", "a few", "several 100", "one", "twice 5"),
        # signs that no article of ours prints behind a number
        *("15,000+", "+15,000", "--15", "- 15", "±15", "~15,000", "≈15,000", "15,000?", "15k", "15K", "15m"),
        # calibers and other things that are counted in units
        *("152 mm", "152mm", "5,000 boats", "around 5,000 boats", "No. 5", "5th", "3.5 million guilders"),
        # money that is two sums, or no sum
        *("$$5", "$5$", "$ 5", "-$-5", "$around 5", "€5–$6", "€5%", "$", "m€5", "€0.5.5", "ABC$5", "5 m €"),
        # numbers as programs write them
        *("0123", "00", "1_000", "0x1F", "0b1", "0o7", "1e3", "1e400", ".nan", "nan", ".inf", "inf"),
        # commas and points in wrong places
        *("1.000,5", "1.000.000", "5,00", "50,0000", "5,0000", "1,0,0", ",500", "0,500", "5,", "5."),
        *(".5", "1..5", "5 000", "5\u00a0000", "5'000", "1,000,00"),
        # digits of other alphabets, and signs that look like digits
        *("５,000", "٥", "५", "5²", "½", "Ⅴ", "5O"),
        # ranges that say two things, or nothing
        *("10–", "10–20–30", "20–10", "10–10", "10 and 20", "between 10", "between 10–20"),
        *("between 10 to 20", "10 or 20", "10/20", "10..20", "35%–50", "from 10 to 20"),
        # a qualifier with nothing behind it, behind its number, twice, or unknown
        *("about", "about about 5", "5,000 or so", "5 about", "maybe 5", "circa 5", "AROUND 5"),
        *("more than 10–20", "up to 10–20", "nearly 10 to 20", "not more than 5", "about  ", "just 5"),
        # shares of scales, empty texts, very long ones
        *("%", "5%%", "50% %", "million", "5 million million", "", " ", "9" * 61, "1" * 5000),
    ],
)  # fmt: skip
def test_what_is_not_a_figure_is_refused_with_the_form_that_is(printed: str) -> None:
    with pytest.raises(
        ValueError,
        match=r"figure: \[qualifier\] number|Copy it as|Use `says:`|in `unit:`|Write `figure:",
    ):
        Figure.parse(printed)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (between("1", "2"), between("2", "3"), True),
        (between("1", "2"), between("2.1", "3"), False),
        (between("1", "2"), between("2", None, open_at="low"), False),
        (between(None, "2", open_at="high"), between("2", "3"), False),
        (between(None, "2"), between("2", None), True),
        (between(None, None), between("2", "3"), True),
        (between(None, "5"), between(None, "1"), True),
        (between("5", None), between("9", None), True),
    ],
)
def test_intervals_meet_where_a_number_lies_in_both(
    one: Interval, other: Interval, *, meet: bool
) -> None:
    assert one.meets(other) is other.meets(one) is meet


@QUIET
@given(st.integers(0, 10**14), st.sampled_from(["", *sorted(QUALIFIERS)]))
def test_a_number_is_read_alike_with_and_without_its_commas(number: int, qualifier: str) -> None:
    with_commas = Figure.parse(f"{qualifier} {number:,}".strip())
    without = Figure.parse(f"{qualifier} {number}".strip())
    assert with_commas.low == without.low == number
    assert (with_commas.core, with_commas.wide) == (without.core, without.wide)


@QUIET
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(sorted(QUALIFIERS)))
def test_what_a_figure_may_mean_with_its_margin_holds_what_it_says(
    low: int, more: int, qualifier: str
) -> None:
    exact_or_about = QUALIFIERS[qualifier] in (Bound.EXACT, Bound.ABOUT)
    printed = f"{qualifier} {low}–{low + more}" if exact_or_about else f"{qualifier} {low}"
    figure = Figure.parse(printed)
    assert figure.wide.meets(figure.core)
    assert (figure.core == figure.wide) is (figure.bound is not Bound.ABOUT)


@QUIET
@given(st.integers(-(10**6), 10**6), st.integers(1, 10**6), st.sampled_from(["", "about "]))
def test_a_number_lies_as_far_below_zero_as_its_opposite_above(
    low: int, more: int, qualifier: str
) -> None:
    one = Figure.parse(f"{qualifier}{low} to {low + more}").wide
    other = Figure.parse(f"{qualifier}{-low - more} to {-low}").wide
    assert one.low is not None
    assert one.high is not None
    assert other == Interval(-one.high, -one.low)


@QUIET
@given(st.text() | st.from_regex(r"(about |more than )?[0-9,. –−%$-]{1,30}", fullmatch=True))
def test_any_text_is_a_figure_or_is_refused_in_words(text: str) -> None:
    try:
        figure = Figure.parse(text)
    except ValueError as refusal:
        assert str(refusal).endswith(".")
    else:
        assert figure.low <= figure.high


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("of around 5,000 men, they say", ["around 5,000"]),
        ("supplies 35–50% of it", ["35–50%"]),
        ("between 5 and 7 boats", ["between 5 and 7"]),
        ("with 152 mm and 122 mm shells", ["152", "122"]),
        ("an estimated 15,000 of a total of 20,000.", ["an estimated 15,000", "a total of 20,000"]),
        ("fell to -5 to -3, or (−3.5%), or minus 40.", ["-5 to -3", "−3.5%", "minus 40"]),
        ("of -£240m - some £3m - in all", ["-£240m", "some £3m"]),
        ("it cost £240m, not €3 to €4 million.", ["£240m", "€3 to €4 million"]),
        ("many boats", []),
    ],
)
def test_the_figures_that_a_text_prints_are_found_whole(text: str, figures: list[str]) -> None:
    assert figures_in(text) == figures
