"""Which articles stand by name beside a question, and how many others have nothing on it.

A few articles all have a place of their own, so that silence is seen. Of many, those stand by name that answer a
question of the same topic, or, where these are many, too, the question itself; the others are counted, by
halving and not one by one, so that nothing ever costs articles times questions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros.agreement import Standing, is_before, standing
from macros.library import Library
from macros.model import Claim, Fact, Source

_T = TypeVar("_T")

FEW = 12
"""Articles that still fit side by side."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source has on one question: its claims, or silence."""

    source: Source
    standing: Standing
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Others:
    """How many compared articles do not stand by name beside a question, by how they stand to it."""

    silent: int = 0
    before: int = 0

    def __getitem__(self, standing: Standing) -> int:
        return {Standing.SILENT: self.silent, Standing.BEFORE: self.before}.get(standing, 0)


class Beside:
    """The compared articles of a library beside its questions."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.few = len(library.compared) <= FEW
        answering: dict[str, set[str]] = defaultdict(set)
        for fact in library.facts.values():
            answering[fact.topic].update(claim.source for claim in fact.claims)
        self._of_topic = {topic: self.in_order(ids) for topic, ids in answering.items()}
        self._last_days = sorted(s.published.last for s in library.compared if s.published)

    def tables(self, topics: Mapping[str, _T]) -> list[tuple[tuple[Source, ...], dict[str, _T]]]:
        """Topics as tables, each with the articles that have a column in it: one table, or one a topic for many articles."""
        if self.few:
            return [(self._library.compared, dict(topics))]
        return [(self._of_topic[topic], {topic: value}) for topic, value in topics.items() if value]

    def sources(self, fact: Fact) -> tuple[Source, ...]:
        """The articles that stand by name beside one question."""
        of_topic = self._of_topic[fact.topic]
        if self.few or len(of_topic) <= FEW:
            return of_topic
        return self.in_order({claim.source for claim in fact.claims})

    def cells(self, fact: Fact, sources: Iterable[Source]) -> list[Cell]:
        """One cell for each of these articles."""
        by_source: dict[str, list[Claim]] = defaultdict(list)
        for claim in fact.claims:
            by_source[claim.source].append(claim)
        return [
            Cell(source, standing(fact, source), tuple(by_source[source.id])) for source in sources
        ]

    def others(self, fact: Fact, cells: Sequence[Cell]) -> Others:
        """How many articles have no cell there: whoever answers has one, so these do not."""
        rest = len(self._library.compared) - len(cells)
        if not rest:
            return Others()
        named = sum(is_before(fact, cell.source) for cell in cells)
        older = bisect_left(self._last_days, fact.when.first) if fact.when else 0
        return Others(silent=rest - (older - named), before=older - named)

    def shown(self, facts: Iterable[Fact]) -> tuple[Source, ...]:
        """The articles that stand by name beside any of these questions."""
        return self.in_order({source.id for fact in facts for source in self.sources(fact)})

    def in_order(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """Of some articles the compared ones, in their order; where these are few, all."""
        if self.few:
            return self._library.compared
        place = self._library.place
        return tuple(
            self._library.compared[i] for i in sorted(place[id_] for id_ in ids if id_ in place)
        )
