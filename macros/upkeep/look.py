"""One look at all sources: what was found of each. Nothing is dead that was not found gone twice, some time apart."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.model import Archived, Outcome, Source
from macros.upkeep import archive, judging
from macros.upkeep.archive import Copy
from macros.upkeep.asking import Answer, Asker

APART = 300
"""Seconds between the two answers that make an address dead."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of a source: what goes into its file, and what a person should know besides."""

    source: Source
    outcome: Outcome
    archived: Archived | None
    copy: str = ""
    told: tuple[str, ...] = ()


def look(
    sources: Iterable[Source],
    asker: Asker,
    *,
    apart: float = APART,
    archived_at: str = archive.ARCHIVE,
    sleep: Callable[[float], None] = time.sleep,
) -> list[Finding]:
    """Ask for every address and its copy, those first that were never asked for, or longest ago."""

    def copy_of(source: Source) -> Copy:
        return archive.copy_of(source, lambda url: asker.ask(url, robots=False), archived_at)

    turns = sorted(sources, key=lambda s: (str(s.address.checked) if s.address else "", s.id))
    first = [(source, asker.ask(source.url), copy_of(source)) for source in turns]
    if any(judging.is_gone(answer) or copy.archived == "none" for _, answer, copy in first):
        sleep(apart)
    found = []
    for source, answer, copy in first:
        again = asker.ask(source.url) if judging.is_gone(answer) else None
        if copy.archived == "none":
            copy = copy_of(source)
        found.append(_finding(source, answer, again, copy))
    offline = not any(answer.status for _, answer, _ in first)
    return [_unproven(finding) for finding in found] if offline else found


def _finding(source: Source, answer: Answer, again: Answer | None, copy: Copy) -> Finding:
    last = again or answer
    outcome: Outcome = "unknown"
    if again and judging.is_gone(again):
        outcome = "dead"
    elif judging.is_alive(source.url, last):
        outcome = "alive"
    told = (judging.told(source.url, last), copy.told)
    return Finding(source, outcome, copy.archived, copy.url, tuple(filter(None, told)))


def _unproven(finding: Finding) -> Finding:
    """Where not one address answered, it is this machine that is cut off, and nothing is dead."""
    told = "No address at all answered: this machine may be cut off."
    return Finding(finding.source, "unknown", None, told=(told,))
