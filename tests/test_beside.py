"""Of few articles each has its place beside a question; of many only those that answer, and the others are counted."""

from dataclasses import replace

import pytest

from macros.agreement import Standing
from macros.beside import FEW, Beside, Others
from macros.library import Library
from macros.model import Fact, Source
from macros.site import Site
from macros.wording import others
from tests import invented
from tests.invented import parsed

CLAIM = "{source: %s, says: so}"


def fact(path: str, *sources: str, when: str = "2031-05") -> Fact:
    claims = ", ".join(CLAIM % source for source in sources)
    return invented.fact(f"{{when: {when}, claims: [{claims}]}}", path)


def library(*facts: Fact, articles: int) -> Library:
    """The invented world with so many compared articles: p0 of January 2031, p1 of February, and so on for a year."""
    texts = (
        f"title: Part {i}\ncode: Z{i}\npublisher: press\npublished: 2031-{i % 12 + 1:02}\nurl: https://post.example.org/{i}\n"
        f"use: compared\norder: {i + 1}"
        for i in range(articles)
    )
    sources = {f"p{i}": Source.filed(parsed(text), f"p{i}.yml") for i, text in enumerate(texts)}
    return replace(invented.library(*facts), sources=sources)


def standing(beside: Beside, one: Fact) -> dict[str, Standing]:
    return {cell.source.id: cell.standing for cell in beside.cells(one, beside.sources(one))}


def test_of_few_articles_each_stands_beside_every_question() -> None:
    one = fact("harbor/boats", "p3")
    beside = Beside(library(one, articles=FEW))
    assert list(standing(beside, one)) == [f"p{i}" for i in range(FEW)]
    assert beside.others(one, beside.cells(one, beside.sources(one))) == Others()


def test_of_many_those_stand_there_that_answer_a_question_of_the_topic() -> None:
    one, two = fact("harbor/boats", "p20"), fact("harbor/nets", "p0", "p6")
    beside = Beside(library(one, two, fact("festival/rain", "p9"), articles=40))
    found = standing(beside, one)
    assert found == {"p0": Standing.BEFORE, "p6": Standing.SILENT, "p20": Standing.SPEAKS}


def test_of_a_topic_with_many_articles_only_those_stand_there_that_answer_the_question() -> None:
    one = fact("harbor/boats", "p7")
    crowd = fact("harbor/nets", *(f"p{i}" for i in range(FEW + 1)))
    assert list(standing(Beside(library(one, crowd, articles=40)), one)) == ["p7"]


@pytest.mark.parametrize("when", ["2031-05", "2031-01", "2032-01", "2030"])
def test_the_others_are_counted_as_if_each_had_been_asked(when: str) -> None:
    one, two = fact("harbor/boats", "p20", when=when), fact("harbor/nets", "p0", "p6")
    beside = Beside(library(one, two, articles=40))
    named, everyone = beside.sources(one), beside.cells(one, library(articles=40).compared)
    counted = beside.others(one, beside.cells(one, named))
    for standing in (Standing.SILENT, Standing.BEFORE):
        asked = [cell for cell in everyone if cell.standing is standing]
        assert counted[standing] == sum(cell.source not in named for cell in asked)


def test_many_articles_make_a_table_for_each_topic() -> None:
    facts = fact("harbor/boats", "p7"), fact("festival/rain", "p9", "p8")
    tables = Beside(library(*facts, articles=40)).tables({"harbor": [1], "festival": [2]})
    assert [([s.id for s in sources], list(topics)) for sources, topics in tables] == [
        (["p7"], ["harbor"]),
        (["p8", "p9"], ["festival"]),
    ]
    ((sources, topics),) = Beside(library(*facts, articles=10)).tables({"harbor": [1], "x": [2]})
    assert (len(sources), list(topics)) == (10, ["harbor", "x"])


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Others(), ""),
        (Others(1_490, 2), "1,490 others silent, 2 others before the event"),
        (Others(1), "1 other silent"),
        (Others(0, 1), "1 other before the event"),
    ],
)
def test_how_the_others_stand_is_said_in_words(value: Others, said: str) -> None:
    assert others(value) == said


def test_an_edit_of_a_neighbor_changes_who_stands_beside_a_question() -> None:
    one = fact("harbor/boats", "p20")
    before = Site(library(one, fact("harbor/nets", "p6"), articles=40))
    assert [cell.source.id for cell in before.cells(one)] == ["p6", "p20"]
    after = Site(library(one, fact("harbor/nets", "p9"), articles=40), before=before)
    assert [cell.source.id for cell in after.cells(one)] == ["p9", "p20"]
