"""How faults are told: to a person, to a pull request and in its summary, to another program."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from macros.faults import Fault, Level
from macros.literal import literal

LARGEST_SUMMARY = 400_000
"""Characters: GitHub shows no summary of a step beyond a megabyte, and cuts annotations off at ten."""


def as_text(faults: Sequence[Fault]) -> str:
    """One line a fault: path:line:column: error: what is wrong. What to do."""
    return "\n".join(map(str, faults))


def as_github(faults: Sequence[Fault]) -> str:
    """Annotations on the pull request's lines.

    See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
    """
    return "\n".join(
        f"::{fault.level} file={_property(fault.path)},line={fault.line},col={fault.column}::{_data(fault.message)}"
        for fault in faults
    )


def as_json(faults: Sequence[Fault]) -> str:
    """A list of objects with path, line, column, level and message."""
    found = [
        {
            "path": fault.path,
            "line": fault.line,
            "column": fault.column,
            "level": str(fault.level),
            "message": fault.message,
        }
        for fault in faults
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)


def as_markdown(faults: Sequence[Fault]) -> str:
    """The summary of a pull request's run: every fault, errors first."""
    if not faults:
        return "## Checks\n\nNothing is wrong.\n"
    ordered = sorted(faults, key=lambda fault: fault.level is not Level.ERROR)
    lines = [
        f"- **{literal(fault.path)}**, line {fault.line}: {literal(_told(fault))}"
        for fault in ordered
    ]
    return "\n".join([f"## Checks: {counted(faults)}", "", *as_many_as_fit(lines), ""])


def as_many_as_fit(lines: Sequence[str]) -> list[str]:
    """The lines that a summary has room for, and how many it has not."""
    room = LARGEST_SUMMARY
    kept: list[str] = []
    for line in lines:
        room -= len(line)
        if room < 0:
            return [*kept, f"- and {len(lines) - len(kept)} more, which are not shown here"]
        kept.append(line)
    return kept


def counted(faults: Sequence[Fault]) -> str:
    """Print 1 error, 2 notices."""
    errors = sum(fault.level is Level.ERROR for fault in faults)
    notices = len(faults) - errors
    return f"{errors} error{'s' * (errors != 1)}, {notices} notice{'s' * (notices != 1)}"


def _told(fault: Fault) -> str:
    return fault.message if fault.level is Level.ERROR else f"{fault.level}: {fault.message}"


FORMATS: dict[str, Callable[[Sequence[Fault]], str]] = {
    "text": as_text,
    "github": as_github,
    "markdown": as_markdown,
    "json": as_json,
}


def exit_code(faults: Sequence[Fault]) -> int:
    """1 if there is an error; notices fail nothing."""
    return int(any(fault.level is Level.ERROR for fault in faults))


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
