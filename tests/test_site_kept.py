"""After an edit, what is known of facts that stand as they were is not computed again; all else is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from macros.library import Library
from macros.model import Fact
from macros.site import Site
from tests import invented

VISITORS = invented.fact("claims: [{figure: 40}]", "festival/visitors")
SINGERS = invented.fact("claims: [{figure: 50}]", "festival/singers")
OTHERS = invented.fact("claims: [{figure: 60}]", "festival/singers")
CHANGED = invented.fact("claims: [{figure: 41}]")
BEFORE = invented.library(VISITORS, SINGERS)


BLAMED = {VISITORS.path: "a fault"}
EDITS: dict[str, tuple[Library, dict[str, str], bool]] = {
    "nothing": (BEFORE, {}, True),
    "another fact": (replace(BEFORE, facts={"visitors": VISITORS, "singers": OTHERS}), {}, True),
    "another fact is gone": (replace(BEFORE, facts={"visitors": VISITORS}), {}, True),
    "the fact": (replace(BEFORE, facts={"visitors": CHANGED, "singers": SINGERS}), {}, False),
    "what its file is blamed for": (BEFORE, BLAMED, False),
    "a source": (
        replace(BEFORE, sources={**BEFORE.sources, "new": BEFORE.sources["post"]}),
        {},
        False,
    ),
    "a person": (replace(BEFORE, people={}), {}, False),
    "a body": (
        replace(
            BEFORE, organizations={**BEFORE.organizations, "choir": BEFORE.organizations["press"]}
        ),
        {},
        False,
    ),
    "a topic's title": (replace(BEFORE, topics={"festival": "Lights"}), {}, False),
}


@pytest.mark.parametrize("edited", EDITS)
def test_what_stands_is_kept(edited: str) -> None:
    library, blamed, kept = EDITS[edited]
    before = Site(BEFORE)
    computed: list[str] = []

    def compute(fact: Fact) -> Callable[[], str]:
        def run() -> str:
            computed.append(fact.id)
            return fact.id

        return run

    before.kept("it", VISITORS, compute(VISITORS))
    after = Site(library, blamed, before)
    after.kept("it", library.facts["visitors"], compute(library.facts["visitors"]))
    assert len(computed) == (1 if kept else 2)


def test_a_claim_is_the_same_wherever_it_is_named() -> None:
    """What was computed before an edit names claims that were read then, and all are read anew."""
    claims = "claims: [{source: post, figure: 40}, {source: star, figure: 90}]"
    read, again = (invented.fact(claims, "festival/visitors") for _ in range(2))
    before = Site(invented.library(read, SINGERS))
    assert [number for _, number in before.sides(read)] == [0, 1]
    after = Site(invented.library(again, OTHERS), before=before)
    assert after.library.facts["singers"] is OTHERS
    (fact, _) = after.facts
    assert all(any(named is claim for claim in fact.claims) for named, _ in after.sides(fact))
