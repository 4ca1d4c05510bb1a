"""Whether sources agree, and how many stand behind it, in an invented world."""

import pytest

from macros import wording
from macros.agreement import Standing, State, agreement, standing, state
from macros.model import Fact
from tests import invented

THREE_OF_ONE = """
claims:
  - {source: post, origin: harbor-office, figure: around 5}
  - {source: star, origin: harbor-office, figure: about 5}
  - {source: echo, origin: harbor-office, figure: roughly 5}
"""


def computed(text: str, also: str = "") -> str:
    """A fact's agreement as the site prints it."""
    fact = invented.fact(text)
    library = invented.library(fact, also=also)
    return wording.agreement(library, agreement(library, fact))


def claims(*lines: str) -> str:
    return "claims:\n" + "".join(f"  - {{figure: '5', {line}}}\n" for line in lines)


def test_three_articles_that_repeat_one_estimate_have_one_origin() -> None:
    assert computed(THREE_OF_ONE) == "same · 3 articles, 1 origin (AHO)"


@pytest.mark.parametrize(
    ("lines", "behind"),
    [
        pytest.param(
            ["source: post", "source: star"], "2 articles, origin not named", id="nobody is named"
        ),
        pytest.param(
            ["source: post, origin: choir", "source: star"],
            "2 articles, 1 origin (Free Choir) named by 1",
            id="not every article names one",
        ),
        pytest.param(
            ["source: post, origin: [alba, brume]"],
            "1 article, 2 origins (Alba, Brume)",
            id="one article names two states",
        ),
        pytest.param(
            ["source: post, origin: harbor-office", "source: star, origin: choir"],
            "2 articles, 2 origins (AHO, Free Choir)",
            id="two bodies of nobody's",
        ),
        pytest.param(
            ["source: post, origin: harbor-office", "source: star, origin: alba"],
            "2 articles, 1 origin (Alba)",
            id="a body and its own state are one, the state",
        ),
        pytest.param(
            ["source: post, origin: alba", "source: star, origin: harbor-office"],
            "2 articles, 1 origin (Alba)",
            id="whichever is named first",
        ),
        pytest.param(
            ["source: post, origin: harbor-office", "source: star, origin: coast-watch"],
            "2 articles, 1 origin (Alba)",
            id="two bodies of one state fall together: the state above them",
        ),
        pytest.param(
            ["source: post, origin: harbor-office", "source: star, origin: pilots"],
            "2 articles, 1 origin (AHO)",
            id="a body and a part of it: the body, not the state",
        ),
        pytest.param(
            [
                "source: post, origin: pilots",
                "source: star, origin: harbor-office",
                "source: echo, origin: coast-watch",
            ],
            "3 articles, 1 origin (Alba)",
            id="three of one state",
        ),
        pytest.param(
            ["source: post, origin: pilots", "source: star, origin: pilots"],
            "2 articles, 1 origin (Harbor Pilots)",
            id="a body that all name is printed itself",
        ),
        pytest.param(
            ["source: post, origin: brume-ministry", "source: star, origin: alba"],
            "2 articles, 2 origins (Brume Ministry of Lanterns, Alba)",
            id="bodies of two states stay two",
        ),
        pytest.param(
            ["source: post, origin: ada-quill", "source: star, origin: harbor-office"],
            "2 articles, 1 origin (AHO)",
            id="a person whose role there names a body counts as the body",
        ),
        pytest.param(
            ["source: star, origin: ada-quill", "source: post, origin: harbor-office"],
            "2 articles, 2 origins (AHO, Ada Quill)",
            id="in an article that names no body with her role she counts as herself",
        ),
        pytest.param(
            ["source: post, origin: ada-quill"],
            "1 article, 1 origin (Ada Quill)",
            id="a person alone is printed by name",
        ),
        pytest.param(
            ["source: post, origin: tomas-reed", "source: star, origin: brume"],
            "2 articles, 2 origins (Tomas Reed, Brume)",
            id="a person's country is not a body that they speak for",
        ),
        pytest.param(
            ["source: post, via: salt-wire", "source: star, via: salt-wire"],
            "2 articles, origin not named, 2 via Salt Wire",
            id="two articles credit one wire",
        ),
        pytest.param(
            ["source: post, origin: alba, via: salt-wire", "source: star, origin: alba"],
            "2 articles, 1 origin (Alba)",
            id="a wire that one article credits is not counted",
        ),
        pytest.param(
            [
                "source: post, origin: alba, via: salt-wire",
                "source: star, via: salt-wire",
                "source: echo, via: salt-wire",
            ],
            "3 articles, 1 origin (Alba) named by 1, 3 via Salt Wire",
            id="all at once",
        ),
        pytest.param(
            ["source: post, via: salt-wire", "source: post, via: salt-wire"],
            "1 article, origin not named",
            id="one article that credits a wire twice is one",
        ),
        pytest.param(
            ["source: post", "source: post, origin: choir", "source: star"],
            "2 articles, 1 origin (Free Choir) named by 1",
            id="an article with two claims is one article",
        ),
        pytest.param(
            ["source: post, origin: salt-wire", "source: star, via: salt-wire"],
            "2 articles, 1 origin (Salt Wire) named by 1",
            id="a wire may itself be the origin",
        ),
    ],
)
def test_how_many_stand_behind_a_fact(lines: list[str], behind: str) -> None:
    assert computed(claims(*lines)).partition(" · ")[2] == behind


def test_a_claim_that_names_no_origin_adds_none() -> None:
    with_one = claims("source: post, origin: alba")
    assert "1 origin (Alba)" in computed(with_one)
    assert "1 origin (Alba) named by 1" in computed(with_one + "  - {figure: '5', source: star}\n")


def test_bodies_that_are_part_of_each_other_are_counted_in_finite_time() -> None:
    circle = """
== organizations/alba
name: Alba
kind: state
part_of: coast-watch
"""
    assert "1 origin" in computed(claims("source: post, origin: coast-watch"), also=circle)


STATES = [
    pytest.param("figure: about 5", "figure: about 9", "differ", id="numbers apart"),
    pytest.param("date: 2031-05-01", "date: 2031-05-02", "differ", id="days apart"),
    pytest.param("figure: about 5", "figure: around 5", "same", id="one number in other words"),
    pytest.param("figure: about 5", "figure: more than 4", "compatible", id="a number and a floor"),
    pytest.param("date: 2031-05", "date: 2031-05-02", "compatible", id="a month and a day"),
    pytest.param("figure: about 5", "says: a few", "compatible", id="a number and words"),
    pytest.param("says: a few", "says: some", "compatible", id="words and words"),
]


@pytest.mark.parametrize(("one", "other", "expected"), STATES)
def test_what_two_articles_say_together(one: str, other: str, expected: str) -> None:
    text = f"claims: [{{source: post, {one}}}, {{source: star, {other}}}]"
    assert computed(text).partition(" · ")[0] == expected


UNCLEAR = "readings: [{date: 2031-05-04, because: a}, {date: 2031-05-06, because: b}]"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [f"source: post, {UNCLEAR}"], State.UNCLEAR, id="one article, unclear: not single"
        ),
        pytest.param(
            [f"source: post, {UNCLEAR}", "source: star, date: 2031-05-06"],
            State.UNCLEAR,
            id="unclear beside a day that it allows: not compatible",
        ),
        pytest.param(
            [f"source: post, {UNCLEAR}", "source: star, date: 2031-05-05"],
            State.DIFFER,
            id="unclear beside a day that no reading allows: they differ",
        ),
        pytest.param(
            [
                f"source: post, {UNCLEAR}",
                "source: star, date: 2031-05-06",
                "source: echo, date: 2031-05-04",
            ],
            State.DIFFER,
            id="two others in conflict: they differ, before all else",
        ),
        pytest.param(["source: post, date: 2031-05-06"], State.SINGLE, id="one article"),
        pytest.param(
            ["source: post, date: 2031-05-06", "source: post, date: 2031-05-07"],
            State.SINGLE,
            id="one article against itself is still one article",
        ),
        pytest.param(
            [
                "source: post, date: 2031-05-06",
                "source: star, date: 2031-05-06",
                "source: echo, date: 2031-05",
            ],
            State.COMPATIBLE,
            id="same only if all pairs are the same",
        ),
    ],
)
def test_the_first_state_that_fits_is_told(lines: list[str], expected: State) -> None:
    listed = ", ".join(f"{{{line}}}" for line in lines)
    fact = invented.fact(f"claims: [{listed}]")
    assert state(fact, fact.claims) is expected


def test_claims_count_in_the_order_of_the_sources_wherever_they_stand_in_the_file() -> None:
    behind = computed(claims("source: star, origin: brume", "source: post, origin: alba"))
    assert behind.endswith("2 origins (Alba, Brume)")


@pytest.mark.parametrize(
    ("when", "source", "expected"),
    [
        ("2031-05", "post", Standing.SPEAKS),
        ("2031-05", "star", Standing.SILENT),
        ("2031-05", "almanac", Standing.BEFORE),
        ("since 2031-02", "almanac", Standing.BEFORE),
        ("2031-02-01", "almanac", Standing.BEFORE),
        ("2031-01-31", "almanac", Standing.SILENT),
        ("since 2031-01", "almanac", Standing.SILENT),
        ("2031", "almanac", Standing.SILENT),
        ("2031-05-07", "post", Standing.SPEAKS),
        ("2031-05-31", "star", Standing.SILENT),
        ("2031-06", "star", Standing.BEFORE),
        (None, "almanac", Standing.SILENT),
    ],
)
def test_a_source_speaks_is_silent_or_wrote_before_the_event(
    when: str | None, source: str, expected: Standing
) -> None:
    """Before is: its last possible day of publication lies before the first day of `when`."""
    line = f"when: {when}\n" if when else ""
    fact: Fact = invented.fact(f"{line}claims: [{{source: post, says: a crowd}}]")
    library = invented.library(fact)
    assert standing(fact, library.sources[source]) is expected
