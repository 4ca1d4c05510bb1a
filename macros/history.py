"""What git tells of data/ and docs/: the commits, and what each left in every file that it touched.

Git is asked once for each commit that is looked at: a rebuild under `mkdocs serve` finds the same newest
commit, and all that was read before. Of a branch that was merged the merge is told, and not its commits:
so each state followed the one before it, as readers saw them.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Literal

from macros.dates import Point

PARTS = ("data", "docs")
Typed = Literal["corrected", "withdrawn", "superseded"]
TRAILERS: Mapping[str, Typed] = {
    "Correction": "corrected",
    "Withdrawn": "withdrawn",
    "Superseded": "superseded",
}
"""What an editor can type as the last lines of a commit's message, `Correction: …`, and what that makes of its changes.

They are trailers: https://git-scm.com/docs/git-interpret-trailers.
"""
_TIMEOUT = 60
_TOLD = (
    "%H",
    "%cI",
    "%s",
    *(f"%(trailers:key={key},valueonly,unfold,separator=%x20)" for key in TRAILERS),
)
_PLAIN_FILE = ("100644", "100755")
_SETTINGS = ("core.quotePath=false", "log.showRoot=true", "log.showSignature=false")
"""What else someone's own settings would change in git's answers."""


class Missing(StrEnum):
    """Why there is no history."""

    NO_GIT = "no git"
    SHALLOW = "shallow"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something changed, as an editor typed it."""

    word: Typed
    because: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit; `at` is its time as its committer's clock had it, in ISO 8601; `reasons` is what its editor typed."""

    id: str
    at: str
    subject: str
    reasons: tuple[Reason, ...] = ()

    @property
    def time(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.at)

    @property
    def day(self) -> Point:
        """The day on which it was made, where it was made."""
        return Point.parse(self.at[:10])


@dataclass(frozen=True, slots=True)
class Touched:
    """A file as a commit left it: `blob` is the name of its content, None if the file is gone."""

    path: str
    blob: str | None


@dataclass(frozen=True)
class History:
    """The commits that touched a file, from the first to the newest, or why they are not known."""

    root: Path
    head: str = ""
    commits: tuple[tuple[Commit, tuple[Touched, ...]], ...] = ()
    missing: Missing | None = None
    unread: set[str] = field(default_factory=set, compare=False)
    """The names of what could not be read, as of a clone that fetches it later."""

    @cached_property
    def last(self) -> Mapping[str, Commit]:
        """The last commit of each file, by its path."""
        return {touched.path: commit for commit, files in self.commits for touched in files}

    def contents(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Read what files held, all in one question to git; yields each name with its content."""
        wanted = list(dict.fromkeys(blobs))
        told = _git(self.root, "cat-file", "--batch", asking="\n".join(wanted)) if wanted else b""
        start = 0
        for blob in wanted:
            end = told.find(b"\n", start)
            name, kind, size = [*told[start:end].decode().split(), "", "", ""][:3]
            if name != blob or kind != "blob":  # of a partial clone it may not be here
                self.unread.add(blob)
                start = end + 1
                continue
            self.unread.discard(blob)
            yield blob, told[end + 1 : end + 1 + int(size)]
            start = end + 1 + int(size) + 1


_known: dict[Path, History] = {}


def history(root: Path) -> History:
    """Read the history of data/ and docs/ below `root`, if it was not read since the newest commit.

    A shallow clone knows its newest commit only, and would date every file by it: it counts as no history.
    """
    answer = _git(root, "rev-parse", "--is-shallow-repository", "HEAD").decode().split()
    if len(answer) != 2:
        return History(root, missing=Missing.NO_GIT)
    shallow, head = answer
    if shallow != "false":
        return History(root, head, missing=Missing.SHALLOW)
    if root not in _known or _known[root].head != head:
        commits = tuple(_commits(root, head))
        _known[root] = History(root, head, commits, None if commits else Missing.NO_GIT)
    return _known[root]


def commit(root: Path) -> str | None:
    """The commit that `root` stands at; None where a file was edited since, or git can't tell."""
    told = _git(root, "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty").decode()
    return None if told.strip().endswith("-dirty") else told.strip() or None


def newest(commits: Iterable[Commit]) -> Commit | None:
    """The latest of some commits."""
    return max(commits, key=_time, default=None)


def _time(commit: Commit) -> datetime:
    return commit.time


def _commits(root: Path, head: str) -> Iterator[tuple[Commit, tuple[Touched, ...]]]:
    told = _git(
        root,
        *("log", "--reverse", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames"),
        *("--relative", f"--format=%x00{'%x00'.join(_TOLD)}", head, "--", *PARTS),
    )
    records = told.decode(errors="replace").split("\0")[1:]
    for commit, at, subject, *typed, last in zip(*[iter(records)] * len(_TOLD), strict=True):
        because, *lines = last.split("\n")
        files = tuple(_touched(line) for line in lines if line.startswith(":"))
        yield Commit(commit, at, _shown(subject), tuple(_reasons([*typed, because]))), files


def _reasons(typed: Iterable[str]) -> Iterator[Reason]:
    for word, because in zip(TRAILERS.values(), map(_shown, typed), strict=True):
        if because:
            yield Reason(word, because)


def _touched(line: str) -> Touched:
    """Read a line of `git log --raw`: `:100644 100644 BLOB BLOB M<tab>PATH`."""
    about, _, path = line.partition("\t")
    _, mode, _, blob, _ = about.split(" ")
    return Touched(path, blob if mode in _PLAIN_FILE else None)


def _shown(line: str) -> str:
    """A line of a commit's message without signs that are not seen, or that turn the line around."""
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())


def _git(root: Path, *arguments: str, asking: str = "") -> bytes:
    """What git answers; nothing where there is no git, no repository or no commit."""
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    try:
        done = subprocess.run(
            ["git", *settings, *arguments],
            cwd=root,
            input=asking.encode(),
            capture_output=True,
            timeout=_TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout
