"""What the five articles say together: the examples that the rules were written for, as the site prints them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros import wording
from macros.agreement import Standing, agreement, standing
from macros.library import Library
from macros.loading import load
from macros.model import Fact
from macros.site import Site
from tests.conftest import ROOT

JOONGANG, GAZE, MAYADEEN, KDRAMA, FOCUS = (
    "joongang-2025-11",
    "the-gaze-2025-11",
    "al-mayadeen-2025-11",
    "kdrama-updates-2025-11",
    "nk-in-focus-2025-06",
)


FIVE = {JOONGANG, GAZE, MAYADEEN, KDRAMA, FOCUS}


def of_the_five(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts without the claims of articles that were added later: these may agree, or differ."""
    own = {key: tuple(c for c in fact.claims if c.source in FIVE) for key, fact in facts.items()}
    return {
        key: facts[key].model_copy(update={"claims": claims})
        for key, claims in own.items()
        if claims
    }


@pytest.fixture(scope="module")
def library() -> Library:
    loaded, faults = load(Path(ROOT))
    assert not faults
    assert loaded.sources.keys() >= FIVE
    sources = {key: s for key, s in loaded.sources.items() if s.use == "context" or key in FIVE}
    return replace(loaded, facts=of_the_five(loaded.facts), sources=sources)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("construction-troops", "same · 3 articles, 1 origin (NIS)"),
        ("troops-sent", "same · 3 articles, origin not named"),
        ("troops-deployed", "single · 1 article, 2 origins (Ukraine, South Korea)"),
        ("troops-killed", "same · 3 articles, 1 origin (NIS) named by 2"),
        ("casualties", "single · 1 article, 1 origin (NIS)"),
        ("first-visit", "compatible · 3 articles, origin not named"),
        (
            "meeting-day",
            "unclear · 3 articles, 2 origins (KCNA, Russia's Defense Ministry) named by 2",
        ),
        ("talks", "same · 4 articles, 2 origins (KCNA, Russia's Defense Ministry) named by 3"),
        ("june-2025-leader", "single · 1 article, origin not named"),
    ],
)
def test_agreement_is_printed_as_the_examples_have_it(
    library: Library, fact: str, expected: str
) -> None:
    assert wording.agreement(library, agreement(library, library.facts[fact])) == expected


@pytest.mark.parametrize(
    ("fact", "source", "expected"),
    [
        ("construction-troops", MAYADEEN, Standing.SILENT),
        ("construction-troops", FOCUS, Standing.BEFORE),
        ("troops-sent", MAYADEEN, Standing.SILENT),
        ("troops-sent", FOCUS, Standing.SILENT),
        ("talks", FOCUS, Standing.BEFORE),
        ("meeting-day", GAZE, Standing.SILENT),
        ("june-2025-leader", JOONGANG, Standing.SILENT),
    ],
)
def test_silence_is_told_from_what_was_written_before_the_event(
    library: Library, fact: str, source: str, expected: Standing
) -> None:
    assert standing(library.facts[fact], library.sources[source]) is expected


@pytest.mark.parametrize(
    ("fact", "figures"),
    [
        (
            "construction-troops",
            {JOONGANG: "around 5,000", GAZE: "about 5,000", KDRAMA: "around 5,000"},
        ),
        (
            "troops-sent",
            {JOONGANG: "around 15,000", GAZE: "an estimated 15,000", KDRAMA: "roughly 15,000"},
        ),
        ("troops-deployed", {MAYADEEN: "more than 10,000"}),
        (
            "troops-killed",
            {JOONGANG: "around 2,000", GAZE: "about 2,000", KDRAMA: "around 2,000"},
        ),
    ],
)
def test_each_article_keeps_its_own_words_for_a_number(
    library: Library, fact: str, figures: dict[str, str]
) -> None:
    claims = library.facts[fact].claims
    assert {claim.source: claim.figure and claim.figure.printed for claim in claims} == figures


def test_a_wire_stands_behind_what_the_gaze_says_of_troops(library: Library) -> None:
    for fact in ("construction-troops", "troops-sent", "troops-killed", "talks", "first-visit"):
        (claim,) = (c for c in library.facts[fact].claims if c.source == GAZE)
        assert claim.via == "yonhap"


def test_the_gaze_names_nobody_who_counted_the_dead(library: Library) -> None:
    (claim,) = (c for c in library.facts["troops-killed"].claims if c.source == GAZE)
    assert claim.origins == ()


def test_the_casualties_are_words_without_a_number(library: Library) -> None:
    (claim,) = library.facts["casualties"].claims
    assert claim.says == "heavy casualties"


@pytest.mark.parametrize(
    ("fact", "neighbor"), [("troops-deployed", "troops-sent"), ("casualties", "troops-killed")]
)
def test_neighboring_questions_stand_side_by_side_and_stay_two(
    library: Library, fact: str, neighbor: str
) -> None:
    assert neighbor in (library.facts[fact].see_also or ())


def test_title_and_position_are_one_answer_and_the_level_includes_it(library: Library) -> None:
    fact = library.facts["first-visit"]
    answers = {claim.source: claim.answer for claim in fact.claims}
    assert answers[JOONGANG] == answers[KDRAMA] != answers[GAZE]
    assert fact.answers is not None
    assert answers[JOONGANG] in (fact.answers[str(answers[GAZE])].includes or ())
    assert fact.remark is not None
    assert "ministers had visited" in fact.remark.text


def test_the_day_of_the_meeting_with_no_is_never_one_sure_date(library: Library) -> None:
    fact = library.facts["meeting-day"]
    assert not [claim for claim in fact.claims if claim.date]
    (unclear,) = (claim for claim in fact.claims if claim.readings)
    assert unclear.source == JOONGANG
    assert unclear.origins == ("kcna",)
    assert wording.said(library, fact, unclear) == "4 or 6 November 2025"
    (words,) = (claim for claim in fact.claims if claim.source == KDRAMA)
    assert words.says == "A day before this big meeting"
    (later,) = (claim for claim in fact.claims if claim.source == MAYADEEN)
    assert later.says == "Later"
    assert later.origins == ("russian-defense-ministry",)
    remarks = [fact.remark, *(claim.remark for claim in fact.claims)]
    assert any(remark and "5 November" in remark.text for remark in remarks)


def test_the_unclear_day_sorts_by_its_last_reading(library: Library) -> None:
    site = Site(library)
    stops = [fact.id for fact in site.events("visit")]
    assert stops.index("meeting-day") > stops.index("arrival")
    assert max(span.first for span in site.days(library.facts["meeting-day"])) == date(2025, 11, 6)


def test_the_leader_of_june_has_no_part_in_november(library: Library) -> None:
    (claim,) = library.facts["june-2025-leader"].claims
    assert (claim.source, claim.hedge) == (FOCUS, "reportedly")
    assert claim.answer == "alexander-fomin"
    fomin = Site(library).appearances["alexander-fomin"]
    assert {fact.topic for fact in fomin} == {"june-2025"}
