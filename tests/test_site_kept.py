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
