"""A source was checked after it was published, and so were its address and the facts that rest on it."""

from pathlib import Path

import pytest

from macros.rules import source_dates
from tests import invented


@pytest.mark.parametrize(
    ("published", "checked", "told"),
    [
        ("2031-05-07", "2031-05-07", False),
        ("2031-05-07", "2031-05-08", False),
        ("2031-05", "2031-05-01", False),
        ("2031", "2031-01-01", False),
        ("2031-05-07", "2031-05-06", True),
        ("2031-06", "2031-05-31", True),
        ("2032", "2031-12-31", True),
    ],
)
@pytest.mark.parametrize("key", ["checked: {}", "address: {{checked: {}, outcome: alive}}"])
def test_a_source_published_after_it_was_checked_is_an_error(
    tmp_path: Path, published: str, checked: str, key: str, *, told: bool
) -> None:
    source = f"""
== sources/tide-table
publisher: press
published: {published}
{key.format(checked)}
url: https://post.example.org/tides
use: context
"""
    found = invented.blamed(source_dates.check, tmp_path, source)
    assert bool(found) is told
    assert all(
        line.startswith(f"tide-table:2: it is published {published}, after") for line in found
    )


@pytest.mark.parametrize(
    ("checked", "told"), [("2031-05-07", False), ("2031-05", False), ("2031-05-06", True)]
)
def test_a_fact_was_not_checked_before_its_articles(
    tmp_path: Path, checked: str, *, told: bool
) -> None:
    claims = [
        "source: post, says: so, locator: so it was then",
        "source: post, says: no, locator: no it was not",
    ]
    text = invented.a_fact(*claims, keys=f"checked: {checked}\n")
    found = invented.blamed(source_dates.check, tmp_path, text)
    assert len(found) == told
    assert all(line.startswith("visitors:1: post was published later") for line in found)


def test_a_source_that_many_facts_precede_has_a_wrong_date(tmp_path: Path) -> None:
    facts = "".join(
        invented.a_fact(
            "source: post, says: so, locator: so it was then",
            path=f"facts/festival/visitors{i}",
            keys="checked: 2031-05-06\n",
        )
        for i in range(5)
    )
    (told,) = invented.blamed(source_dates.check, tmp_path, facts)
    assert told.startswith("post:4: it is published 2031-05-07, after 5 facts")
