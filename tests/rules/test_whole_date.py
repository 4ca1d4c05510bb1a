"""A date is no surer than its article prints it."""

from pathlib import Path

import pytest

from macros.rules import whole_date
from tests import invented


@pytest.mark.parametrize(
    ("date", "printed", "locator", "hedge"),
    [
        # what is certain: about then, or no later
        ("2031-05", "about May 2031", "it began about May 2031 there", "about"),
        ("2031-05", "May 2031", "it began about May 2031 there", "about"),
        ("2031-05-06", "6 May 2031", "Alba no later than 6 May 2031", "no later than"),
        ("2031-05-06", "Tuesday", "it began no later than Tuesday", "no later than"),
        ("2031-05-06", "the 6th of May", "it began around the 6th of May", "around"),
        ("2031-05", "the end of May", "in or around the end of May", "around"),
        ("2031-05", "end of May", "in or around the end of May", "around"),
        ("1348", "1348", "it burned in circa 1348 they say", "circa"),
        ("1348", "1348", "the harbor (c. 1348) was small", "c."),
        ("1348", "1348", "a harbor of ca. 1348 there", "ca."),
        ("0962", "the year 962", "it began about the year 962", "about"),
        ("0962", "962", "it began about the year 962", "about"),
        ("1301/1400", "the 14th century", "built roughly the 14th century", "roughly"),
        ("1340/1349", "1340s", "it began around 1340s or then", "around"),
        ("1348", "1348", "it burned in 1348 or so", "or so"),
        ("1348", "1348 or so", "it burned in 1348 or so", "or so"),
        ("2031-05", "May", "lit in May or later there", "or later"),
        # what opens the words for the date belongs to it
        ("2031-05-06", "before May 6", "it began before May 6", "before"),
        ("2031-05-06", "by Tuesday", "it had begun by Tuesday", "by"),
        ("2031-05-06", "Shortly after May 6", "Shortly after May 6 it began", "shortly after"),
        # no surer than the article
        ("2031-05-06", "May 6", "the festival began on May 6", None),
        ("2031-05", "early May", "it began in early May then", None),
        ("2031-05", "6 May 2031", "it began about 6 May 2031", None),
        ("2031", "about May 2031", "it began about May 2031 there", None),
        ("2031/2031-05-06", "6 May 2031", "Alba no later than 6 May 2031", None),
        ("2031/2031-05-06", "by 6 May 2031", "it began by 6 May 2031", None),
        ("2031-05", "since May", "there are lanterns since May", None),
        # what belongs to something else
        ("2031-05-06", "May 6", "they had come before May 6", None),
        ("2031-05-06", "May 6", "lit by the harbor office by May 6", None),
        ("2031-05-06", "Tuesday", "what they say about Tuesday night", None),
        ("2031-05-06", "May 6", "what they say about the May 6 songs", None),
        ("2031-05-06", "the following day", "they talked about the following day", None),
        ("2031-05-06", "May 6", "at about 9 pm on May 6", None),
        ("2031-05-06", "about 9 pm on May 6", "at about 9 pm on May 6", None),
        ("2031-05-06", "before dawn on May 6", "it began before dawn on May 6", None),
        ("2031-05-06", "after 9 pm on May 6", "it began after 9 pm on May 6", None),
        ("2031-05-06", "May 6", "about 500 people came on May 6", None),
        ("2031-05-06", "May 6", "the boats sailed around on May 6", None),
        ("1945", "1945", "a house in Alba D.C. 1945 and", None),
        ("2031-05", "May", "in Alba, CA, May was cold", None),
        ("2031-05", "May", "about May and again in May", None),
    ],
)  # fmt: skip
def test_what_makes_a_date_less_sure_is_kept(
    tmp_path: Path, date: str, printed: str, locator: str, hedge: str | None
) -> None:
    claim = f'source: post, date: {date}, printed: "{printed}", locator: "{locator}"'
    found = invented.blamed(whole_date.check, tmp_path, invented.a_fact(claim))
    assert len(found) == bool(hedge)
    told = f"visitors:4: the article prints “{hedge}” with this date, which makes it less sure. Add `hedge: {hedge}`"
    assert all(line.startswith(told) for line in found)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("hedge: about", ""),
        ("hedge: or about", ""),
        ("hedge: reportedly … about", ""),
        ("hedge: reportedly", "Add `hedge: reportedly … about`, or choose"),
    ],
)
def test_a_date_is_qualified_by_its_hedge_and_by_no_other(
    tmp_path: Path, keys: str, told: str
) -> None:
    claim = (
        f"source: post, date: 2031-05, printed: May, {keys}, locator: reportedly in or about May"
    )
    found = invented.blamed(whole_date.check, tmp_path, invented.a_fact(claim))
    assert len(found) == bool(told)
    assert all(told in line for line in found)


def test_a_limit_may_be_kept_by_the_date_itself(tmp_path: Path) -> None:
    claim = "source: post, date: 2031-05-06, printed: May 6, locator: Alba no later than May 6"
    (found,) = invented.blamed(whole_date.check, tmp_path, invented.a_fact(claim))
    assert "or write a date A/B that leaves this time open, or choose" in found


def test_what_qualifies_a_date_in_another_language_is_not_read(tmp_path: Path) -> None:
    blatt = (
        "== sources/blatt\npublisher: press\nlang: de\nurl: https://b.example.org/x\nuse: context\n"
    )
    claim = "source: blatt, date: 2031, printed: '2031', locator: das Haus (ca. 2031) war"
    assert invented.blamed(whole_date.check, tmp_path, blatt + invented.a_fact(claim)) == []
