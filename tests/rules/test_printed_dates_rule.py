"""A date is the one that the article prints; a period rests on words of its locator."""

from pathlib import Path

import pytest

from macros.rules import printed_dates
from tests import invented


@pytest.mark.parametrize(
    ("printed", "date", "what"),
    [
        ("May 6, 2031", "2031-05-06", None),
        ("in the 17th century", "1601/1700", None),
        ("19th-century", "1801/1900", None),
        ("in the 1630s", "1630/1639", None),
        ("in the 1600s", "1600/1699", None),
        ("in 1634–37", "1634/1637", None),
        ("in the year 962", "0962", None),
        ("from 962 to 1014", "0962/1014", None),
        ("in AD 64", "0064", None),
        ("on Tuesday, February 3, 1637", "1637-02-03", None),
        ("on Monday, February 3, 1637", "1637-02-03", None),  # days were counted in two ways
        ("May 6", "2031-05-06", None),
        ("6th of May", "2031-05-06", None),
        ("the 6th", "2031-05-06", None),
        ("Tuesday", "2031-05-06", None),
        ("Tue., May 6", "2031-05-06", None),
        ("May 6-8", "2031-05-06/2031-05-08", None),
        ("from May 30 to June 2", "2031-05-30/2031-06-02", None),
        ("May", "2031-05", None),
        ("since May", "2031-05", None),
        ("in May last year", "2030-05", None),
        ("last year", "2030", None),
        ("2031", "2031", None),
        ("yesterday", "2031-05-06", None),
        ("the last day of May", "2031-05-31", None),
        ("at the end of May", "2031-05-31", None),
        ("Nov. 6, 2031", "2031-05-06", "month"),
        ("in the 17th century", "1701/1800", "year"),
        ("in the 1630s", "1640/1649", "year"),
        ("in 1634–37", "1634/1638", "year"),
        ("in the year 962", "0963", "year"),
        ("May 7, 2031", "2031-05-06", "day"),
        ("May 16", "2031-05-06", "day"),
        ("the 7th", "2031-05-06", "day"),
        ("May 6, 2030", "2031-05-06", "year"),
        ("Monday", "2031-05-06", "weekday"),
        ("Monday, May 6", "2031-05-06", "weekday"),
        ("May 6-8", "2031-05-06/2031-05-09", "day"),
        ("2030", "2031", "year"),
        ("May", "2031-06", "month"),
        ("May", "2031-05-06", "a month only"),
        ("May 2031", "2031-05-06", "a month only"),
        ("since May", "2031-05-06", "a month only"),
        ("in May last year", "2030-05-06", "a month only"),
        ("early May", "2031-05-02", "a month only"),
        ("earlier in May", "2031-05-02", "a month only"),
        ("2031", "2031-05-06", "a year only"),
        ("in the year 2031", "2031-05", "a year only"),
        ("since 962", "0962-05", "a year only"),
        ("spring of 2031", "2031-03/2031-05", None),
        ("in mid-2031", "2031-06", None),
        ("in 2031 … on the 6th", "2031-05-06", None),
        ("a Tuesday in 2031", "2031-05-06", None),
        ("2031", "2030-12/2031-01", "year"),
        ("in 472 BCE", "0472", "before our era"),
        ("in 472 B.C.", "0472", "before our era"),
        ("in the year 472 before our era", "0472", "before our era"),
        ("in AD 64, by the BCEA", "0064", None),
    ],
)
def test_a_date_is_no_other_and_no_finer_than_the_one_printed(
    tmp_path: Path, printed: str, date: str, what: str | None
) -> None:
    claim = f"source: post, date: {date}, printed: “{printed}”, locator: it all began {printed}"
    text = f"== facts/festival/visitors\nquestion: When?\nlabel: Begin\nclaims:\n  - {claim}\n"
    text = text.replace("  - source", "  - source").replace(", date", "\n    date")
    text = text.replace(", printed", "\n    printed").replace(", locator", "\n    locator")
    found = invented.blamed(printed_dates.check, tmp_path, text)
    told = {
        "a month only": "the article prints a month only",
        "a year only": "the article prints a year only",
        "before our era": "the article prints a time before our era",
    }
    expected = told.get(what or "", f"its {what} is not the one that the article prints")
    assert bool(found) is bool(what)
    assert all(expected in line and line.startswith("visitors:5: ") for line in found)


@pytest.mark.parametrize(
    ("period", "locator", "told"),
    [
        ("since 2031-04", "500 people have come since April", None),
        ("2030", "500 people came there last year", None),
        ("since 2030-10", "Since October last year 500 people", None),
        ("since 2031-04-05", "500 people since April 5", None),
        ("0962", "500 people built it in 962", None),
        ("1601/1700", "500 people in the seventeenth century", None),
        ("1630/1639", "500 people a year in the 1630s", None),
        ("0962", "500 people built it in 963", "its year is not"),
        ("1701/1800", "500 people in the 17th century", "its year is not"),
        ("since 2031-04", "500 people came to the harbor", "no word of the locator"),
        ("since 2031-04", "500 people have come since March", "its month is not"),
        ("since 2031", "500 people came there since 2030", "its year is not"),
        (
            "since 2031-04",
            "500 people came there in April",
            "no word of the locator says since when",
        ),
        ("since 2031-04", "500 people came from April on", None),
        ("2031-04", "500 people have come since April", "the locator says since when"),
        ("2031", "500 people since early 2031", "the locator says since when"),
        ("2031-04", "500 people since hungry came in April", None),
        ("since 2031-04-06", "500 people since April 5", "its day is not"),
        ("since 2031-04", "around 1990 people have come since April", None),
    ],
)
def test_a_period_rests_on_words_of_the_locator(
    tmp_path: Path, period: str, locator: str, told: str | None
) -> None:
    figure = "1990" if "1990" in locator else "500"
    claim = f"source: post, figure: {figure}, period: {period}, locator: {locator}"
    found = invented.blamed(printed_dates.check, tmp_path, invented.a_fact(claim))
    assert bool(found) is bool(told)
    assert all(f"visitors:4: {told}" in line for line in found)


@pytest.mark.parametrize(
    ("key", "locator", "told"),
    [
        ("date: 2031-05-06, printed: May 6", "it began on May 6", False),
        ("date: 2031-10-06, printed: October 6", "it begins on October 6", False),
        ("date: 2032-05-06, printed: May 6", "it began on May 6", True),
        ("date: 2032-05-06, printed: “May 6, 2032”", "it begins on “May 6, 2032”", False),
        ("date: 1632-05-06, printed: May 6", "it began on May 6", False),
        ("says: it rained, period: since 2031-04", "it rained since April", False),
        ("says: it rained, period: since 2031-06", "it rained since June", True),
    ],
)
def test_what_comes_long_after_an_article_is_printed_with_its_year(
    tmp_path: Path, key: str, locator: str, *, told: bool
) -> None:
    claim = f"source: post, {key.replace('“', chr(34)).replace('”', chr(34))}"
    locator = locator.replace("“", "").replace("”", "")
    text = invented.a_fact(f'{claim}, locator: "{locator}"')
    found = invented.blamed(printed_dates.check, tmp_path, text)
    assert bool(found) is told
    assert all("and the article prints no year" in line for line in found)


@pytest.mark.parametrize(
    ("when", "date", "told"),
    [
        ("2031-05", "2031-05-06", False),
        ("2031", "2031-05-06", False),
        ("since 2031-04", "2031-05-06", False),
        ("2031-06", "2031-05-06", True),
        ("since 2031-06", "2031-05-06", True),
    ],
)
def test_a_date_lies_in_its_fact_s_time(
    tmp_path: Path, when: str, date: str, *, told: bool
) -> None:
    claim = f"source: post, date: {date}, printed: May 6, locator: it began on May 6"
    fact = invented.a_fact(claim, keys=f"when: {when}\n")
    found = invented.blamed(printed_dates.check, tmp_path, fact)
    assert bool(found) is told
    assert all("lies outside the fact's `when`" in line for line in found)


def test_a_reading_lies_in_its_fact_s_time(tmp_path: Path) -> None:
    readings = "readings: [{date: 2031-05-05, because: a}, {date: 2030-05-06, because: b}]"
    claim = f"source: post, printed: the day before, {readings}, locator: it began the day before"
    (told,) = invented.blamed(
        printed_dates.check, tmp_path, invented.a_fact(claim, keys="when: 2031-05\n")
    )
    assert told.startswith("visitors:5: 2030-05-06 lies outside")


def test_words_of_another_language_are_not_read(tmp_path: Path) -> None:
    """“mai” is no English month; a source says its language with `lang:`."""
    source = """
== sources/post
title: Laternen
publisher: press
code: PO
published: 2031-05-07
url: https://post.example.org/lanterns
use: compared
order: 1
lang: de
"""
    claim = "source: post, date: 2031-05-06, printed: 7. Mai, locator: es begann am 7. Mai"
    assert not invented.blamed(printed_dates.check, tmp_path, invented.a_fact(claim) + source)


@pytest.mark.parametrize(
    ("when", "period", "told"),
    [
        ("since 2031-04", "since 2031-04", False),
        ("since 2031-04", "since 2031-03", False),
        ("since 2031-04", "since 2029-04", True),
        ("2031", "since 2029-04", False),
    ],
)
def test_a_period_does_not_begin_years_before_the_fact_s_time(
    tmp_path: Path, when: str, period: str, *, told: bool
) -> None:
    claims = [
        f"source: {source}, says: so, period: {one}, locator: so it has been since"
        for source, one in (("post", period), ("star", "since 2031-04"))
    ]
    text = invented.a_fact(*claims, keys=f"when: {when}\n")
    found = invented.blamed(printed_dates.check, tmp_path, text)
    assert any("begins before the fact's `when`" in line for line in found) is told
