"""How faults are told: to a person, to a pull request, to another program."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from macros.faults import Fault, Level


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


FORMATS: dict[str, Callable[[Sequence[Fault]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def exit_code(faults: Sequence[Fault]) -> int:
    """1 if there is an error; notices fail nothing."""
    return int(any(fault.level is Level.ERROR for fault in faults))


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
