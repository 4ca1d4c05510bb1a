"""How changes are told: to a person at a terminal, and in the summary of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from macros.changes.sections import Section
from macros.changes.tree import Entry
from macros.literal import literal
from macros.reporting import as_many_as_fit

NOTHING = "Nothing changes for readers."
HEADING = "What changes for readers"


def as_text(sections: Sequence[Section]) -> str:
    """One line a change, below the heading of its kind."""
    if not sections:
        return NOTHING
    return "\n\n".join("\n".join(_lines(section)) for section in sections)


def as_markdown(sections: Sequence[Section]) -> str:
    """The same, so that GitHub shows every text as it is."""
    lines = [f"## {HEADING}", ""]
    if not sections:
        lines += [NOTHING, ""]
    for section in sections:
        entries = as_many_as_fit([_marked(entry) for entry in section.entries])
        lines += [f"### {section.heading}", "", *entries, ""]
    return "\n".join(lines)


FORMATS: dict[str, Callable[[Sequence[Section]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
}


def _lines(section: Section) -> Iterator[str]:
    yield section.heading
    for entry in section.entries:
        yield "  " + _plain(" · ".join((entry.name, *entry.told)))


def _plain(line: str) -> str:
    """No text may move the cursor, or be a command to what runs the checks (`##[…]`, `::…` begins a line)."""
    shown = "".join(c if c.isprintable() else " " for c in line)
    return shown.replace("##[", "## [").lstrip(":")


def _marked(entry: Entry) -> str:
    return " · ".join([f"- **{literal(entry.name)}**", *map(literal, entry.told)])
