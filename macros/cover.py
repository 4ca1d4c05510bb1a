"""Who covers what: a box for each question, by topic and article, so that silence is seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros import wording
from macros.agreement import Standing
from macros.model import Fact
from macros.rendering import render
from macros.sheet import Sheet
from macros.site import Site


@dataclass(frozen=True, slots=True)
class Share:
    """How one article stands to each question of a topic, in the order of the topic."""

    standings: tuple[Standing, ...]

    @property
    def answered(self) -> int:
        """Questions that the article answers."""
        return self.standings.count(Standing.SPEAKS)

    @property
    def before(self) -> int:
        """Questions that are about a time after the article."""
        return self.standings.count(Standing.BEFORE)


def cover(site: Site, sheet: Sheet) -> Markup:
    """Draw which article answers how many questions of each topic."""
    sources = site.library.compared
    topics = [
        (topic, site.library.topics[topic], _shares(site, facts))
        for topic, facts in site.topics.items()
        if facts
    ]
    return render(
        "cover.html",
        sources=[(source, wording.publisher(site.library, source.id)) for source in sources],
        topics=topics,
        addresses=sheet.addresses,
    )


def _shares(site: Site, facts: Sequence[Fact]) -> list[Share]:
    """One for each compared source, in their order: the cells of every fact stand in it."""
    standings = ([cell.standing for cell in site.cells(fact)] for fact in facts)
    return [Share(of_source) for of_source in zip(*standings, strict=True)]
