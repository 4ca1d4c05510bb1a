"""What is computed from the whole library: appearances, profiles of sources, the order of events."""

from datetime import date

import pytest

from macros.agreement import Standing, State
from macros.site import Site
from tests import invented

FACTS = [
    invented.fact(
        """
about: [alba, ada-quill]
claims:
  - {source: post, origin: harbor-office, figure: '5'}
  - {source: post, origin: harbor-office, figure: '6'}
  - {source: star, via: salt-wire, figure: '5'}
""",
        "festival/visitors",
    ),
    invented.fact("claims: [{source: post, origin: choir, says: so}]", "festival/mood"),
    invented.fact(
        """
event: The choir sings
speaker: ada-quill
when: 2031-05
claims: [{source: post, quotation: so}]
""",
        "festival/song",
    ),
    invented.fact(
        """
event: It begins
claims:
  - source: post
    readings: [{date: 2031-05-04, because: a}, {date: 2031-05-09, because: b}]
""",
        "festival/begin",
    ),
    invented.fact("{event: It ends, claims: [{source: star, date: 2031-05-08}]}", "festival/end"),
    invented.fact("{event: Elsewhere, claims: [{source: star, date: 2031-01-01}]}", "harbor/other"),
]


@pytest.fixture
def site() -> Site:
    return Site(invented.library(*FACTS))


def test_a_person_or_body_appears_as_subject_speaker_origin_or_outlet(site: Site) -> None:
    appearing = {body: [fact.id for fact in facts] for body, facts in site.appearances.items()}
    assert appearing["ada-quill"] == ["visitors", "song"]
    assert appearing["harbor-office"] == ["visitors"]
    assert appearing["salt-wire"] == ["visitors"]
    assert appearing["choir"] == ["mood"]
    assert "tomas-reed" not in appearing


def test_only_a_speaker_of_quoted_words_has_spoken(site: Site) -> None:
    assert [fact.id for fact in site.spoken("ada-quill")] == ["song"]
    assert site.spoken("choir") == []


def test_a_profile_counts_claims_and_what_they_lean_on(site: Site) -> None:
    profile = site.profile(site.library.sources["post"])
    assert (profile.claims, profile.facts, profile.alone) == (5, 4, 3)
    assert profile.origins == (("harbor-office", 2), ("choir", 1))
    assert profile.unnamed == 2
    assert profile.credited == ()
    star = site.profile(site.library.sources["star"])
    assert star.credited == (("salt-wire", 1),)


def test_a_source_that_says_nothing_has_an_empty_profile(site: Site) -> None:
    profile = site.profile(site.library.sources["echo"])
    assert (profile.claims, profile.facts, profile.alone, profile.unnamed) == (0, 0, 0, 0)


def test_a_row_has_a_cell_for_each_compared_source_in_their_order(site: Site) -> None:
    cells = site.cells(site.library.facts["song"])
    assert [cell.source.id for cell in cells] == ["post", "star", "echo", "almanac"]
    assert [cell.standing for cell in cells] == [
        Standing.SPEAKS, Standing.SILENT, Standing.SILENT, Standing.BEFORE,
    ]  # fmt: skip
    two = site.cells(site.library.facts["visitors"])[0]
    assert len(two.claims) == 2


def test_questions_that_most_articles_answer_come_first(site: Site) -> None:
    assert site.topics["festival"][0].id == "visitors"
    assert list(site.topics) == ["festival", "harbor"]


def test_facts_are_found_by_their_state(site: Site) -> None:
    assert {fact.id for fact in site.in_state(State.UNCLEAR)} == {"begin"}
    assert {fact.id for fact in site.in_state(State.DIFFER)} == {"visitors"}


def test_events_come_in_order_and_an_unclear_day_by_its_last_reading(site: Site) -> None:
    """What is known by its month only comes before the days of that month."""
    assert [fact.id for fact in site.events("festival")] == ["song", "end", "begin"]
    assert site.days(site.library.facts["begin"])[-1].first == date(2031, 5, 9)


def test_an_event_of_which_only_the_month_is_known_is_not_given_a_day(site: Site) -> None:
    (span,) = site.days(site.library.facts["song"])
    assert span.days == (date(2031, 5, 1), date(2031, 5, 31))


@pytest.mark.parametrize(
    ("spellings", "articles"),
    [
        ("{almanac: Tomas}", ["almanac"]),
        ("{almanac: Tomas, post: Tomas}", []),
        ("{post: Tomas}", []),
    ],
)
def test_a_person_whom_only_older_articles_name_belongs_to_another_event(
    spellings: str, articles: list[str]
) -> None:
    """Older than the first day of the first timeline: the song in May, for an almanac of January."""
    also = f"== people/tomas-reed\nname: Tomas Reed\nspellings: {spellings}\n"
    known = Site(invented.library(*FACTS, also=also))
    found = known.earlier(known.library.people["tomas-reed"])
    assert [source.id for source in found] == articles


@pytest.mark.parametrize(
    ("named", "neighbors"),
    [
        ({}, {}),
        ({"visitors": ["song"]}, {"visitors": ["song"], "song": ["visitors"]}),
        (
            {"visitors": ["song"], "song": ["visitors"]},
            {"visitors": ["song"], "song": ["visitors"]},
        ),
        (
            {"visitors": ["song", "mood"], "begin": ["visitors"], "mood": ["begin"]},
            {
                "visitors": ["song", "mood", "begin"],
                "begin": ["visitors", "mood"],
                "mood": ["begin", "visitors"],
                "song": ["visitors"],
            },
        ),
        ({"visitors": ["not-there"]}, {}),
    ],
    ids=["nobody names one", "one names the other", "both do", "several", "one that can't be read"],
)
def test_of_two_neighbors_each_leads_to_the_other(
    named: dict[str, list[str]], neighbors: dict[str, list[str]]
) -> None:
    """Those that a fact names come first, then those that name it, in the order of the site."""
    facts = [
        fact.model_copy(update={"see_also": tuple(named[fact.id])} if fact.id in named else {})
        for fact in FACTS
    ]
    found = Site(invented.library(*facts)).neighbors
    assert {key: [n.id for n in group] for key, group in found.items() if group} == neighbors
