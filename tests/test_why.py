"""`why` tells the evidence on a fact and each rule that was applied to it, as the machine applied it."""

from itertools import combinations
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.agreement import State, agreement, compared_claims, pairs, state, steps
from macros.relation import Ground, relation
from macros.site import Site
from macros.why import why
from tests import invented

VISITORS = """
question: How many visitors came?
label: Visitors
when: 2031-05
claims:
  - {source: post, origin: harbor-office, figure: "around 5,000", locator: "around 5,000 visitors came over"}
  - {source: star, origin: alba, via: salt-wire, figure: "more than 6,000", locator: "more than 6,000 came by boat"}
  - {source: echo, says: a great many, locator: and a great many came}
"""
TOLD = """\
Visitors
How many visitors came?

What the articles say
  Port Press: around 5,000
    AHO
    which leaves room for 4,500 to 5,500
    in these words: “around 5,000 visitors came over” (not checked, for the article has no fingerprint yet)
  Evening House: more than 6,000
    Alba; via Salt Wire
    which leaves room for above 6,000
    in these words: “more than 6,000 came by boat” (not checked, for the article has no fingerprint yet)
  Echo House: “a great many”
    origin not named; in the article’s words
    in these words: “and a great many came” (not checked, for the article has no fingerprint yet)
  Before the event: Almanac House

How they stand to each other
  Port Press (around 5,000) and Evening House (more than 6,000)
    in conflict: the number of neither lies in the room that the other leaves
  Port Press (around 5,000) and Echo House (a great many)
    compatible: one of them gives words only, which exclude nothing
  Evening House (more than 6,000) and Echo House (a great many)
    compatible: one of them gives words only, which exclude nothing

What they say together: the first rule that fits
  Do two articles exclude each other? Yes. They differ: not all of them can be right.

How many stand behind it
  3 articles: Port Press, Evening House and Echo House
  one origin, counted as Alba
    Port Press names AHO, which belongs to Alba
    Evening House names Alba
  no origin named by Echo House, which adds none
  Salt Wire is credited by one article, which is not counted for one alone

So: differ · 3 articles, 1 origin (Alba) named by 2
"""


def test_the_evidence_and_every_rule_are_told_in_words() -> None:
    fact = invented.fact(VISITORS)
    assert list(why(Site(invented.library(fact)), fact)) == TOLD.splitlines()


def test_two_articles_of_one_publisher_are_two_articles() -> None:
    fact = invented.fact("claims: [{figure: '5'}, {source: old, figure: '9'}]")
    old = "== sources/old\ntitle: Old\npublisher: press\ncode: OP\npublished: 1904\nurl: https://a.example.org\nuse: compared\norder: 5"
    told = list(why(Site(invented.library(fact, also=old)), fact))
    assert "  Port Press of 2031 (5) and Port Press of 1904 (9)" in told
    assert "  2 articles: Port Press of 2031 and Port Press of 1904" in told


CLAIMS = {
    State.DIFFER: ("figure: '5'", "figure: '9'"),
    State.UNCLEAR: (
        "readings: [{date: 2031-05-04, because: a}, {date: 2031-05-06, because: b}]",
        "date: 2031-05-06",
    ),
    State.SINGLE: ("figure: '5'",),
    State.SAME: ("figure: about 5", "figure: around 5"),
    State.COMPATIBLE: ("figure: about 5", "figure: more than 4"),
}


@pytest.mark.parametrize("expected", State)
def test_the_rule_that_decides_is_the_last_that_is_told(expected: State) -> None:
    said = zip(("post", "star"), CLAIMS[expected], strict=False)
    listed = ", ".join(f"{{source: {source}, {claim}}}" for source, claim in said)
    fact = invented.fact(f"claims: [{listed}]")
    library = invented.library(fact)
    claims = compared_claims(library, fact)
    asked = list(steps(claims, pairs(fact, claims)))
    decided = next(step for step in asked if step.holds)
    assert decided.state is state(fact, claims) is agreement(library, fact).state is expected
    told = list(why(Site(library), fact))
    part = told[told.index("What they say together: the first rule that fits") + 1 :]
    rules = [line for line in part[: part.index("")] if line]
    assert len(rules) == asked.index(decided) + 1
    assert all(line.endswith(" No.") for line in rules[:-1])


def test_each_pair_is_told_with_the_ground_that_relates_it() -> None:
    fact = invented.fact(VISITORS)
    for pair in pairs(fact, compared_claims(invented.library(fact), fact)):
        assert pair.ground.relation is relation(fact, pair.one, pair.other)
    assert len(pairs(fact, fact.claims)) == len(list(combinations(fact.claims, 2)))


def test_every_ground_says_why_in_words_of_its_own() -> None:
    assert len({ground.because for ground in Ground}) == len(Ground)


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize("command", ["why", "where"])
@pytest.mark.parametrize("word", ["visitors", "The visitors", "the VISITORS"])
def test_a_fact_is_found_by_its_id_and_by_its_label(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, word: str
) -> None:
    invented.write(
        tmp_path, invented.a_fact("source: post, says: a crowd, locator: a crowd came by")
    )
    code, out, err = run(capsys, command, word, "--root", tmp_path)
    assert (code, err) == (0, "")
    assert out.startswith("The visitors")


@pytest.mark.parametrize("command", ["why", "where"])
def test_a_fact_that_is_not_there_ends_with_two_and_the_nearest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    invented.write(
        tmp_path, invented.a_fact("source: post, says: a crowd, locator: a crowd came by")
    )
    code, out, err = run(capsys, command, "visitor", "--root", tmp_path)
    assert (code, out) == (2, "")
    assert err == "error: there is no fact “visitor”. Did you mean “visitors”?\n"


@pytest.mark.parametrize("command", ["why", "where"])
def test_a_fact_that_can_not_be_read_is_told_with_its_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    invented.write(tmp_path, "== facts/festival/visitors\nquestio: How many?\n")
    code, _, err = run(capsys, command, "visitors", "--root", tmp_path)
    assert code == 2
    assert (
        "can't be read. Mend its file first: data/facts/festival/visitors.yml:1:1: error: " in err
    )


@pytest.mark.parametrize("command", ["why", "where"])
def test_a_fact_that_moved_is_told_with_its_new_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    former = "== facts/festival/guests\nquestion: Who?\nlabel: Guests\nkind: moved\nto: visitors\n"
    invented.write(tmp_path, former)
    assert run(capsys, command, "guests", "--root", tmp_path) == (
        2,
        "",
        "error: “guests” has moved. Name “visitors”.\n",
    )
