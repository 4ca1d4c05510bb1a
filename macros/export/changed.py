"""What became of each question, commit by commit, in the shapes of the exports."""

from __future__ import annotations

from macros.addresses import Addresses
from macros.changes.chronicle import Change, ClaimChange
from macros.export import shapes
from macros.history import Commit


def change(addresses: Addresses, made: Change) -> shapes.Change:
    """What one commit did to one question."""
    was, now = made.states
    return shapes.Change(
        id=f"{made.question.id}/{made.commit.id}",
        fact=made.question.id,
        topic=made.question.topic,
        question=made.question.question,
        label=made.question.label,
        kind=made.kind.value,
        became=made.word,
        reasons=[
            shapes.Reason(word=reason.word, because=reason.because)
            for reason in made.commit.reasons
        ],
        commit=_commit(addresses, made.commit),
        claims=[_claim(made, claim) for claim in made.claims],
        details=list(made.values),
        state_was=was.value if was else None,
        state_now=now.value if now else None,
    )


def version(addresses: Addresses, commit: Commit | None, path: str) -> shapes.Version | None:
    """The commit that a file stands at, with the file as it left it; None if that is not known."""
    if commit is None:
        return None
    stood = addresses.at(commit.id, path) if addresses.repository else None
    return shapes.Version(commit=commit.id, time=commit.at, stood=stood)


def _commit(addresses: Addresses, commit: Commit) -> shapes.Commit:
    return shapes.Commit(
        id=commit.id,
        time=commit.at,
        subject=commit.subject,
        address=addresses.commit(commit.id) if addresses.repository else None,
    )


def _claim(made: Change, claim: ClaimChange) -> shapes.ClaimChange:
    return shapes.ClaimChange(
        step=claim.step.value,
        became=made.became(claim),
        source=claim.source,
        publisher=claim.publisher,
        was=claim.was,
        now=claim.now,
        details=list(claim.details),
    )
