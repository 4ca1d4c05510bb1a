"""Who covers what: a box for each question, by topic and article, so that silence is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros import wording
from macros.agreement import Standing
from macros.model import Fact, Source
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


def cover(site: Site, sheet: Sheet, topics: Mapping[str, Sequence[Fact]]) -> Markup:
    """Draw which article answers how many questions of each topic."""
    tables = [
        {
            "sources": [(s, wording.source(site.library, s.id)) for s in sources],
            "topics": [
                (topic, site.library.topics[topic], _shares(site, facts, sources))
                for topic, facts in shown.items()
                if facts
            ],
            "others": len(site.library.compared) - len(sources),
        }
        for sources, shown in site.beside.tables(topics)
    ]
    return render("cover.html", tables=tables, addresses=sheet.addresses)


def _shares(site: Site, facts: Sequence[Fact], sources: Sequence[Source]) -> list[Share]:
    """One for each source, in their order: the cells of every fact stand in it."""
    cells = (site.beside.cells(fact, sources) for fact in facts)
    standings = ([cell.standing for cell in of_fact] for of_fact in cells)
    return [Share(of_source) for of_source in zip(*standings, strict=True)]
