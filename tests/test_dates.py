"""Dates as precise as they are known."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.dates import Point, Span

QUIET = settings(derandomize=True, max_examples=100, deadline=None, database=None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-05", date(2031, 5, 1), date(2031, 5, 31)),
        ("2031-05-07", date(2031, 5, 7), date(2031, 5, 7)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031-05-07/2031-05-09", date(2031, 5, 7), date(2031, 5, 9)),
        ("2031/2032", date(2031, 1, 1), date(2032, 12, 31)),
        ("2031-05/2031-06-02", date(2031, 5, 1), date(2031, 6, 2)),
        ("0987", date(987, 1, 1), date(987, 12, 31)),
    ],
)
def test_a_date_is_a_span_of_days(text: str, first: date, last: date) -> None:
    span = Span.parse(text)
    assert span.days == (first, last)
    assert str(span) == text


@pytest.mark.parametrize("text", ["since 2031", "since 2031-05", "since 2031-05-07"])
def test_a_period_may_be_open_to_the_end(text: str) -> None:
    period = Span.parse_period(text)
    assert period.last == date.max
    assert str(period) == text


def test_only_periods_may_be_open() -> None:
    with pytest.raises(ValueError, match="is not a date"):
        Span.parse("since 2031")


def test_a_period_is_also_a_date_or_a_span_of_dates() -> None:
    assert Span.parse_period("2031-05") == Span.parse("2031-05")
    assert Span.parse_period("2031/2032") == Span.parse("2031/2032")


@pytest.mark.parametrize(
    "text",
    [
        *("2031-5-7", "2031-05-7", "31-05-07", "20310507", "2031-05-07T00:00", "2031-05-07 ", " 2031"),
        *("05.11.2031", "7/5/2031", "07-05-2031", "7 May 2031", "May 2031", "yesterday", "", "since"),
        *("2031-", "2031-05-", "2031--07", "-2031", "12031", "203", "２０３１", "٢٠٣١", "2031-W05", "~"),
        *("2031//2032", "/2031", "2031/", "since 2031/2032", "before 2031", "2031-05-07\n", "2031-5"),
    ],
)  # fmt: skip
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        Span.parse_period(text)


@pytest.mark.parametrize(
    "text",
    ["2031-02-29", "2031-02-30", "2031-13", "2031-00", "2031-05-00", "2031-04-31", "0000", "2031-05-32"],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not in the calendar"):
        Span.parse(text)


@pytest.mark.parametrize("text", ["2032/2031", "2031-05-09/2031-05-07", "2031-06/2031-05"])
def test_a_span_that_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Span.parse(text)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2031-05", "2031-05-07", True),
        ("2031", "2031-12-31", True),
        ("2031-05-07", "2031-05-08", False),
        ("2031-05", "2031-06", False),
        ("2031-05-07/2031-05-09", "2031-05-09", True),
        ("since 2031-05", "2031-04-30", False),
        ("since 2031-05", "2040", True),
        ("since 2031-05", "since 2035", True),
    ],
)
def test_spans_meet_where_a_day_lies_in_both(one: str, other: str, *, meet: bool) -> None:
    a, b = Span.parse_period(one), Span.parse_period(other)
    assert a.meets(b) is b.meets(a) is meet


@QUIET
@given(st.dates())
def test_every_day_of_the_calendar_is_read_as_itself(day: date) -> None:
    point = Point.parse(day.isoformat())
    assert point.first == point.last == day
    assert str(point) == day.isoformat()


@QUIET
@given(st.dates())
def test_a_month_never_becomes_a_day(day: date) -> None:
    month = Point.parse(day.isoformat()[:7])
    assert month.day is None
    assert month.first <= day <= month.last
    assert month.first != month.last


@QUIET
@given(st.text(max_size=30) | st.from_regex(r"(since )?[0-9/-]{1,22}", fullmatch=True))
def test_any_text_is_a_period_or_is_refused_in_words(text: str) -> None:
    try:
        period = Span.parse_period(text)
    except ValueError as refusal:
        assert str(refusal).endswith(".")
    else:
        assert period.first <= period.last
