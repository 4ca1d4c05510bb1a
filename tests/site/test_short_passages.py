"""Only short passages of other people's articles are shown: where a locator joins two, something is left out between."""

from itertools import permutations

import pytest

from macros.fingerprint import RUN, Fingerprint, runs
from macros.library import Library
from macros.loading import load
from macros.locator import FEWEST, JOINT, Locator
from macros.passages import passages
from tests.conftest import ROOT
from tests.page_faults import none_of

ARTICLE = Fingerprint.of(
    "port-press-2031-05",
    "The lantern festival has drawn around 5,000 visitors since Sunday, the Alba Harbor Office said. "
    "The first lanterns were lit on May 4. Entry was free for everyone.",
)
JOINED = {
    "around 5,000 visitors since Sunday": False,
    "drawn around 5,000 visitors … Entry was free for everyone": False,
    "lantern festival has drawn … 5,000 visitors since Sunday": False,
    "lantern festival has drawn … around 5,000 visitors since Sunday": True,
    "the Alba Harbor Office said … The first lanterns were lit": True,
    "lantern festival has drawn around … drawn around 5,000 visitors since Sunday": True,
    "around 5,000 visitors since Sunday … lantern festival has drawn": True,
}
"""Locators of that article, and whether it runs on at their dots: from one end to the other, or over a common word."""


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)[0]


def runs_on(locator: Locator, article: Fingerprint) -> bool:
    """Say whether two joined passages are one in the article: the words around the dots stand there in a row."""
    return any(
        all(article.has_runs(runs(first[1 - RUN :] + second[common:][: RUN - 1])))
        for first, second in permutations(locator.folded, 2)
        for common in range(len(second))
        if first[len(first) - common :] == second[:common]
    )


@pytest.mark.parametrize("text", JOINED)
def test_a_locator_runs_on_where_nothing_is_left_out_between_its_passages(text: str) -> None:
    locator = Locator.parse(text)
    assert ARTICLE.has(locator)
    assert runs_on(locator, ARTICLE) == JOINED[text]


def test_every_passage_of_this_site_would_run_on_if_it_were_cut_in_two(library: Library) -> None:
    cut = 0
    for passage in passages(library):
        for text in passage.locator.passages:
            typed = text.split()
            halves = JOINT.join((" ".join(typed[:FEWEST]), " ".join(typed[FEWEST:])))
            if len(typed) >= 2 * FEWEST:
                cut += 1
                assert runs_on(Locator(halves), library.fingerprints[passage.source]), halves
    assert cut > 100


def test_no_locator_runs_on_over_more_words_of_an_article_than_one_passage_may_have(
    library: Library,
) -> None:
    told = "“%s” leaves nothing out at its dots. Write one passage of up to ten words, or leave words out."
    none_of(
        str(library.fault(p.entity, p.loc, told % p.locator.text))
        for p in passages(library)
        if runs_on(p.locator, library.fingerprints[p.source])
    )
