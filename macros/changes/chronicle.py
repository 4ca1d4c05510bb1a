"""What became of each question, commit by commit, from git alone: nothing of it is typed or stored.

Two states of a fact are compared as they were meant, so that a file that is only written otherwise has not
changed. A fact is followed by its id: one that moved to another topic is the same fact. What is edited and
not committed has no date and no commit, and is left out; `python -m macros diff HEAD` tells it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Literal

from macros import wording
from macros.agreement import State, compared_claims, state
from macros.changes.claims import matched, said_with_reasons, whose
from macros.changes.keys import name
from macros.changes.values import values_changed
from macros.history import Commit, History, Missing, Touched, Typed
from macros.language import _
from macros.library import Library
from macros.loading import nothing_collected, typed_once
from macros.model import (
    Claim,
    Entity,
    Fact,
    Former,
    Organization,
    Person,
    Question,
    Source,
)

_UNTOLD = frozenset({"label", "about", "event", "see_also", "checked"})
"""Keys of a fact on which nothing rests that is said: where it stands, and when it was last looked at."""
_FACTS = "data/facts/"


OfClaim = Literal["added", "changed", "taken out"]
OfQuestion = Literal["asked no more", "asked again"] | OfClaim


class Kind(StrEnum):
    """What a commit did to a question."""

    ADDED = "added"
    CHANGED = "changed"
    FORMER = "asked no more"
    AGAIN = "asked again"
    REMOVED = "taken out"


class Step(StrEnum):
    """What a commit did to one claim."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "taken out"


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One claim in its two states: which article says it, what stood here and what stands here, and what else changed."""

    step: Step
    source: str
    publisher: str
    was: str | None
    now: str | None
    details: tuple[str, ...] = ()
    only_passage: bool = False
    """Whether the same is said, and only on other words of the article."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit did to one question; `states` are what the articles together said, before and after."""

    commit: Commit
    question: Question
    kind: Kind
    claims: tuple[ClaimChange, ...] = ()
    values: tuple[str, ...] = ()
    states: tuple[State | None, State | None] = (None, None)

    @property
    def word(self) -> Typed | OfQuestion:
        """What to call it. Corrected, withdrawn and superseded is only what someone typed to be so."""
        match self.question:
            case Former(kind="retired") if self.kind is Kind.FORMER:
                return "withdrawn"
            case Former() if self.kind is Kind.FORMER:
                return "superseded"
        was_there = self.kind in (Kind.CHANGED, Kind.REMOVED)
        return (self._typed if was_there else None) or self.kind.value

    def became(self, claim: ClaimChange) -> Typed | OfClaim:
        """What to call what became of one of its claims."""
        was_there = claim.step is not Step.ADDED
        return (self._typed if was_there else None) or claim.step.value

    @property
    def _typed(self) -> Typed | None:
        """The first reason that an editor typed, for what was there before."""
        return next((reason.word for reason in self.commit.reasons), None)

    @property
    def only_passages(self) -> bool:
        """Whether the same is said, only on other words of the articles, and no editor says why."""
        same = bool(self.claims) and all(claim.only_passage for claim in self.claims)
        return same and not (self.values or self.differs or self._typed)

    @property
    def differs(self) -> bool:
        """Whether what the articles say together is computed otherwise since."""
        was, now = self.states
        return None not in self.states and was is not now


@dataclass(frozen=True)
class Chronicle:
    """All changes, the newest first; `committed` are the questions as the newest commit left them.

    `last` is the commit that last changed each question. `unread` counts states that can't be read any more.
    `newest` is the last commit of all, of pages too. `stood` has the topics in which each question stood once.
    """

    changes: tuple[Change, ...] = ()
    last: Mapping[str, Commit] = field(default_factory=dict)
    committed: Mapping[str, Question] = field(default_factory=dict)
    missing: Missing | None = Missing.NO_GIT
    unread: int = 0
    newest: Commit | None = None
    stood: Mapping[str, Collection[str]] = field(default_factory=dict)

    def of(self, question: Question) -> tuple[Change, ...]:
        """What became of one question, the newest first."""
        return self._by_question.get(question.id, ())

    def is_committed(self, question: Question) -> bool:
        """Whether a question stands as the newest commit left it."""
        return self.committed.get(question.id) == question

    def last_of(self, question: Question) -> Commit | None:
        """The commit that last changed a question; None if it holds an edit that is not committed."""
        return self.last.get(question.id) if self.is_committed(question) else None

    def left(self, topic: str, library: Library) -> list[Question]:
        """The questions that stood in a topic once and stand in another now: their old addresses are there."""
        ids = self._stood_in.get(topic, ())
        asked = [library.facts.get(id_) or library.former.get(id_) for id_ in ids]
        gone = [question for question in asked if question and question.topic != topic]
        return sorted(gone, key=lambda question: (isinstance(question, Former), question.path))

    @cached_property
    def _stood_in(self) -> Mapping[str, list[str]]:
        """`stood` by topic: each topic's page asks for its own."""
        found: dict[str, list[str]] = defaultdict(list)
        for id_, topics in self.stood.items():
            for topic in topics:
                found[topic].append(id_)
        return found

    @cached_property
    def _by_question(self) -> Mapping[str, tuple[Change, ...]]:
        found: dict[str, list[Change]] = defaultdict(list)
        for change in self.changes:
            found[change.question.id].append(change)
        return {key: tuple(group) for key, group in found.items()}


def chronicle(history: History, library: Library) -> Chronicle:
    """Tell what became of each question. People, bodies and articles are named as they are now, or were last."""
    if history.missing:
        return Chronicle(missing=history.missing)
    stages = [
        (commit, touched) for commit, files in history.commits for touched in _left(files).values()
    ]
    typed = _typed(history, [touched for _, touched in stages])
    names = _with_what_is_gone(history, library)
    changes: list[Change] = []
    last: dict[str, Commit] = {}
    committed: dict[str, Question] = {}
    stood: dict[str, set[str]] = defaultdict(set)
    for commit, touched in stages:
        question_id, new = _id(touched.path), typed[touched]
        old = committed.get(question_id)
        if (touched.blob and not isinstance(new, Question)) or new == old:
            continue
        last[question_id] = commit
        changes += filter(None, [_change(names, commit, old, new)])
        if isinstance(new, Question):
            committed[question_id] = new
            stood[question_id].add(new.topic)
        else:
            del committed[question_id]
    unread = sum(touched.blob is not None and typed[touched] is None for _, touched in stages)
    newest = history.commits[-1][0]
    return Chronicle(tuple(reversed(changes)), last, committed, None, unread, newest, stood)


def _left(files: tuple[Touched, ...]) -> dict[str, Touched]:
    """What a commit left of each question; one that moved is gone from one folder and there in another."""
    left: dict[str, Touched] = {}
    for touched in files:
        if touched.path.startswith(_FACTS) and touched.path.endswith(".yml"):
            question_id = _id(touched.path)
            if touched.blob or question_id not in left:
                left[question_id] = touched
    return left


def _id(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yml")


_read: dict[Touched, Entity | None] = {}


def _typed(history: History, files: Iterable[Touched]) -> Mapping[Touched, Entity | None]:
    """Type what files held, each content once for as long as the process lives; what can't be read is asked for again."""
    wanted = [touched for touched in files if touched not in _read]
    contents = dict(history.contents(touched.blob for touched in wanted if touched.blob))
    with nothing_collected():
        for touched in wanted:
            content = contents.get(touched.blob or "")
            if content is not None:
                _read[touched] = typed_once(touched.path, content)
    return {**dict.fromkeys(wanted), **_read}


def _with_what_is_gone(history: History, library: Library) -> Library:
    """The library, and beside it every article, person and body that had a file once, for its name."""
    there = {entity.path for entity in library.entities}
    gone = {
        touched.path: touched
        for _, files in history.commits
        for touched in files
        if touched.blob
        and touched.path.startswith("data/")
        and touched.path.endswith(".yml")
        and not touched.path.startswith(_FACTS)
        and touched.path not in there
    }
    found = [
        entity for one, entity in _typed(history, gone.values()).items() if one in gone.values()
    ]
    sources = {entity.id: entity for entity in found if isinstance(entity, Source)}
    people = {entity.id: entity for entity in found if isinstance(entity, Person)}
    bodies = {entity.id: entity for entity in found if isinstance(entity, Organization)}
    return replace(
        library,
        sources={**sources, **library.sources},
        people={**people, **library.people},
        organizations={**bodies, **library.organizations},
    )


def _change(
    names: Library, commit: Commit, old: Question | None, new: Entity | None
) -> Change | None:
    """Compare two states of a question; None if what is said on it is the same."""
    match old, new:
        case _, Former():
            return Change(commit, new, Kind.FORMER, values=tuple(_leads_to(names, new)))
        case ((None | Former()), Fact()):
            kind = Kind.AGAIN if old else Kind.ADDED
            claims = tuple(_added(names, new, claim) for claim in new.claims)
            return Change(commit, new, kind, claims, states=(None, _state(names, new)))
        case Fact(), Fact():
            claims, values = tuple(_claims(names, old, new)), tuple(_values(names, old, new))
            states = _state(names, old), _state(names, new)
            told = claims or values or states[0] is not states[1]
            return Change(commit, new, Kind.CHANGED, claims, values, states) if told else None
        case Question(), _:
            return Change(commit, old, Kind.REMOVED)
    return None


def _leads_to(names: Library, former: Former) -> Iterator[str]:
    if former.targets:
        targets = wording.listed([name(names, to) for to in former.targets])
        yield _("answered now by %(questions)s", questions=targets)
    if former.because:
        yield former.because


def _values(names: Library, old: Fact, new: Fact) -> Iterator[str]:
    if old.topic != new.topic:
        topics = (names.topics.get(fact.topic, fact.topic) for fact in (old, new))
        yield _("topic: %(titles)s", titles=f" {wording.arrow()} ".join(topics))
    yield from values_changed(names, names, old, new, _UNTOLD)


def _claims(names: Library, old: Fact, new: Fact) -> Iterator[ClaimChange]:
    changed, came, went = matched(old.claims, new.claims)
    for was, now in changed:
        said = said_with_reasons(names, old, was), said_with_reasons(names, new, now)
        details = tuple(values_changed(names, names, was, now))
        same = said[0] == said[1] and not details
        if was.locator != now.locator:
            # The passage is not printed: what articles print is shown where it is counted.
            details += (_("it rests on another passage, or on more or less of it"),)
        publisher = names.publisher_of(now.source)
        yield ClaimChange(Step.CHANGED, now.source, publisher, *said, details, same)
    yield from (_added(names, new, claim) for claim in came)
    for claim in went:
        said_before = said_with_reasons(names, old, claim)
        publisher = names.publisher_of(claim.source)
        yield ClaimChange(Step.REMOVED, claim.source, publisher, said_before, None)


def _added(names: Library, fact: Fact, claim: Claim) -> ClaimChange:
    said = said_with_reasons(names, fact, claim)
    publisher = names.publisher_of(claim.source)
    return ClaimChange(Step.ADDED, claim.source, publisher, None, said, (whose(names, claim),))


def _state(names: Library, fact: Fact) -> State | None:
    """What the compared articles together said, by the rules of today; None if none of them spoke."""
    claims = compared_claims(names, fact)
    return state(fact, claims) if claims else None
