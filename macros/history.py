"""When files were last changed, from git alone; without git, or without its history, nothing is said."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from macros.dates import Point

_TIMEOUT = 20


def last_changes(root: Path) -> dict[str, Point]:
    """The day of the last commit of each file below `root`, by its path; empty where git can't tell.

    A shallow clone knows its newest commit only, and would date every file by it: it counts as no history.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    changes: dict[str, Point] = {}
    day = ""
    for line in _git(
        root, "log", "--format=%x00%cs", "--name-only", "--relative", "--", "data", "docs"
    ).splitlines():
        if line.startswith("\0"):
            day = line[1:]
        elif line and line not in changes:
            changes[line] = Point.parse(day)
    return changes


def commit(root: Path) -> str | None:
    """The commit at which data/ and docs/ stand; None where they were edited since, or git can't tell."""
    edited = _git(root, "status", "--porcelain", "--", "data", "docs")
    return None if edited else _git(root, "rev-parse", "HEAD").strip() or None


def newest(days: list[Point]) -> Point | None:
    """The latest of some days."""
    return max(days, key=_first, default=None)


def _first(day: Point) -> date:
    return day.first


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        run = subprocess.run(
            command, cwd=root, capture_output=True, text=True, timeout=_TIMEOUT, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout
