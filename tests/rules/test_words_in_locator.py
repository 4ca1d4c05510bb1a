"""What a claim prints of its article stands in its locator, qualifier and all."""

from pathlib import Path

import pytest

from macros.rules import words_in_locator
from tests import invented


@pytest.mark.parametrize(
    ("claim", "locator", "key"),
    [
        ("figure: around 500", "that around 500 people came", None),
        ("figure: around 500", "that about 500 people came", "around 500"),
        ("figure: 500", "that around 500 people came", None),
        ("figure: 500", "that around 5,000 people came", "500"),
        ("figure: 35–50%", "that 35-50 % of them came", None),
        ("figure: 35–50%", "that 35–50 of them came", "35–50%"),
        ("figure: around 500", "that there were around … 500 people came here", "around 500"),
        ("figure: -3.5%", "it fell by −3.5% in all", None),
        ("figure: -3.5%", "it grew by 3.5% in all", "-3.5%"),
        ("figure: 3.5%", "it fell by −3.5% in all", "3.5%"),
        ("figure: 3.5%", "the 3.5%—a record—was told", None),
        ("figure: 152", "of a 152-mm shell, they say", None),
        ("figure: -€5", "it lost −€5 that night", None),
        ("figure: -€5", "it won €5 that night", "-€5"),
        ("figure: €5", "it lost -€5 that night", "€5"),
        ("figure: €500", "that €500 were paid", None),
        ("figure: €500", "that £500 were paid", "€500"),
        ("figure: 500", "that £500 were paid", None),
        ("figure: 500, hedge: reportedly", "500 people have reportedly come", None),
        ("figure: 500, hedge: likely", "500 people have reportedly come", "likely"),
        ("says: heavy crowds", "there were Heavy Crowds here", None),
        ("says: heavy crowds", "there were heavy, big crowds", "heavy crowds"),
        ("says: heavy crowds … all night", "there were heavy crowds … that stayed all night", None),
        ("quotation: we came", "“We came”, said the choir", None),
        ("quotation: we came", "“We sang”, said the choir", "we came"),
        ("date: 2031-05-06, printed: May 6", "it began on May 6", None),
        ("date: 2031-05-06, printed: May 6", "it began on May 16", "May 6"),
        ("date: 2031-05-06, printed: on Tuesday", "it began on a Tuesday", "on Tuesday"),
    ],
)
def test_words_of_an_article_stand_in_the_locator(
    tmp_path: Path, claim: str, locator: str, key: str | None
) -> None:
    fact = invented.a_fact(f'source: post, {claim}, locator: "{locator}"')
    told = invented.blamed(words_in_locator.check, tmp_path, fact)
    assert [line.partition("“")[2].partition("”")[0] for line in told] == ([key] if key else [])


def test_more_than_ten_words_are_a_sentence_and_not_an_answer(tmp_path: Path) -> None:
    five, six = "one two three four five", "six seven eight nine ten eleven"
    claim = f"source: post, says: {five} … {six}, locator: {five} … {six}"
    (told,) = invented.blamed(words_in_locator.check, tmp_path, invented.a_fact(claim))
    assert told.startswith("visitors:4: these are more than 10 words of the article.")
    fewer = claim.replace(" eleven", "")
    assert not invented.blamed(words_in_locator.check, tmp_path / "b", invented.a_fact(fewer))


def test_a_post_stands_in_its_role_s_locator(tmp_path: Path) -> None:
    person = """
== people/someone
name: Some One
roles:
  - {post: keeper, source: post, locator: Some One keeps the light}
  - {post: keeper, source: post, locator: the Keeper of the light}
"""
    (told,) = invented.blamed(words_in_locator.check, tmp_path, person)
    assert told.startswith("someone:3: “keeper” does not stand in the locator.")


@pytest.mark.parametrize(
    ("figure", "locator", "cure"),
    [
        ("less than 0.05", "the chance was < 0.05 there", "prints “0.05” with “<”, which no"),
        ("up to $4", "paid as much as $4 for it", "prints “$4” with “as much as”, which no"),
        ("between 2 and 8", "between 2 °C and 8 °C there", "prints “2” with “8 c”, which no"),
        ("12,408", "enrolled 12 408 adults that year", "prints “12” with “408”, which no"),
        ("about 5", "circa 5 boats and 7 lanterns", "prints “7”: write `figure: 7`"),
    ],
)
def test_a_figure_that_can_not_be_typed_is_not_offered(
    tmp_path: Path, figure: str, locator: str, cure: str
) -> None:
    fact = invented.a_fact(f"source: post, figure: '{figure}', locator: {locator}")
    (told,) = invented.blamed(words_in_locator.check, tmp_path, fact)
    assert cure in told


def test_a_minus_that_was_left_out_is_told_with_the_figure_that_has_it(tmp_path: Path) -> None:
    fact = invented.a_fact("source: post, figure: 3.5%, locator: it fell by (−3.5%) in all")
    (told,) = invented.blamed(words_in_locator.check, tmp_path, fact)
    assert "The locator prints “−3.5%”: write `figure: −3.5%`" in told


@pytest.mark.parametrize(
    ("claim", "is_told"),
    [
        ("source: post, figure: 3.5%, locator: it fell by (−3.5%) in all", True),
        ("source: post, figure: 500, locator: people –500 of them– had left", True),
        ("source: post, figure: 3.5, locator: 昨夜の気温は−3.5度だった", True),
        ("source: post, figure: 500, locator: people by the 600 had left", False),
        ("source: post, figure: -500, locator: people by the 500 had left", False),
    ],
)
def test_a_dash_before_a_figure_may_be_none_that_takes_it_below_zero(
    tmp_path: Path, claim: str, is_told: bool
) -> None:
    (told,) = invented.blamed(words_in_locator.check, tmp_path, invented.a_fact(claim))
    assert told.endswith("If the dash before it is no minus, use `says:`.") is is_told
