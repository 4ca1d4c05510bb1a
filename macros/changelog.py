"""The history as pages show it: day by day, commit by commit, and what became of one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros import wording
from macros.changes.chronicle import Change, Chronicle, Kind
from macros.dates import Point
from macros.history import Commit
from macros.language import _
from macros.model import Question
from macros.rendering import render
from macros.sheet import Sheet
from macros.site import Site

FEED = "feed.xml"
MOST_SHOWN = 300
"""Changes that the page tells one by one; what is older is counted there, and told at each question."""


@dataclass(frozen=True, slots=True)
class Told:
    """One commit: the questions that it added, by topic; those of which it changed only the passages; each other change."""

    commit: Commit
    added: Mapping[str, list[Change]]
    passages: list[Change]
    others: list[Change]

    @property
    def counted(self) -> str:
        """How much it added: 3 questions, with 7 claims."""
        changes = [change for group in self.added.values() for change in group]
        claims = sum(len(change.claims) for change in changes)
        return _(
            "%(questions)s, with %(claims)s",
            questions=wording.questions(len(changes)),
            claims=wording.claims(claims),
        )


def commits(changes: Iterable[Change], titles: Mapping[str, str]) -> list[Told]:
    """Put the changes of one commit together; `titles` are those of the topics, in their order."""
    told = []
    for commit, group in groupby(changes, key=lambda change: change.commit):
        new: list[Change] = []
        passages: list[Change] = []
        others: list[Change] = []
        for change in group:
            added = change.kind is Kind.ADDED
            (new if added else passages if change.only_passages else others).append(change)
        topics = [*titles, *sorted({change.question.topic for change in new} - titles.keys())]
        by_topic = {
            titles.get(topic, topic): [change for change in new if change.question.topic == topic]
            for topic in topics
        }
        by_title = {title: changes for title, changes in by_topic.items() if changes}
        told.append(Told(commit, by_title, passages, others))
    return told


def changelog(site: Site, sheet: Sheet, chronicle: Chronicle) -> Markup:
    """All that changed, the newest day first."""
    shown, older = chronicle.changes[:MOST_SHOWN], chronicle.changes[MOST_SHOWN:]
    days: dict[Point, list[Told]] = {}
    for told in commits(shown, site.library.topics):
        days.setdefault(told.commit.day, []).append(told)
    return render(
        "changes.html",
        days=days,
        older=len(older),
        chronicle=chronicle,
        library=site.library,
        here={**site.library.facts, **site.library.former},
        addresses=sheet.addresses,
        feed=FEED,
    )


def of_question(site: Site, chronicle: Chronicle, sheet: Sheet, question: Question) -> Markup:
    """What became of one question; nothing where no history is known."""
    if chronicle.missing:
        return Markup()
    return render(
        "history.html",
        question=question,
        changes=chronicle.of(question),
        committed=chronicle.is_committed(question),
        library=site.library,
        addresses=sheet.addresses,
    )
