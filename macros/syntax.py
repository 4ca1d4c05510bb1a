"""Why a text is no YAML, in an editor's words: the parser knows where it stumbled, and lines show which slip it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

Told = tuple[int, int, str]
"""Line, column, and what is wrong with what to do."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_FIRST = re.compile(r"^ *(?:- +)?(?P<key>[^\s:：]+)(?P<colon>[:：]?)(?P<rest>.*)")
_INLINE = re.compile(r"^ *(?:- +)?(?P<key>[a-z_]+): +(?P<text>\S.*?) *$")


@dataclass(frozen=True, slots=True)
class _Stumble:
    """What the parser says, and where; `opened` is where what it was reading began. Places count from 1."""

    problem: str
    context: str
    line: int
    column: int
    opened: tuple[int, int]
    lines: Sequence[str]

    @property
    def text(self) -> str:
        """The line that it stumbled over."""
        return self.at(self.line)

    def at(self, line: int) -> str:
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def above(self) -> list[tuple[int, str]]:
        """The lines above that hold something, the nearest first."""
        return [(n, self.at(n)) for n in range(self.line - 1, 0, -1) if self.at(n).strip()]


def explain(error: yaml.YAMLError, text: str) -> Told:
    """Say which slip makes a text unreadable, and what to do about it."""
    if isinstance(error, yaml.reader.ReaderError):
        before = text.encode()[: error.position].decode(errors="ignore")
        at = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        return *at, "a character here is not text. Remove it, or type it again."
    found = _stumble(error, text)
    told = next(filter(None, (slip(found) for slip in _SLIPS)), None)
    if told:
        return told
    return found.line, found.column, (
        f"this is not valid YAML ({found.problem}). Look at this line and the one above: the indent, "
        "and quotes around a text that holds a colon, or begins with a sign."
    )  # fmt: skip


def _stumble(error: yaml.YAMLError, text: str) -> _Stumble:
    opened = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or opened
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return _Stumble(
        str(getattr(error, "problem", None) or error).splitlines()[0],
        str(getattr(error, "context", None) or ""),
        line,
        column,
        (opened.line + 1, opened.column + 1) if opened else (0, 0),
        _LINE_END.split(text),
    )


def _two_documents(found: _Stumble) -> Told | None:
    if "single document" not in found.context:
        return None
    told = "a second document begins here. One file holds one entity: remove the line ---."
    return found.line, found.column, told


def _tab(found: _Stumble) -> Told | None:
    at_a_tab = found.at(found.line)[found.column - 1 :].startswith("\t")
    if not (at_a_tab or "tab character" in found.problem):
        return None
    return found.line, found.column, "a tab stands before the text. Put spaces in its place."


def _never_closed(found: _Stumble) -> Told | None:
    if "quoted scalar" in found.context and 0 < found.opened[0] < found.line:
        told = "the quotation mark here is never closed. Close it at the end of the text."
        return *found.opened, told
    if "flow" in found.context and "expected ',' or" in found.problem:
        told = "the bracket here is not closed, or a comma is missing. Close it, or put a text that begins with a bracket in double quotes."
        return *found.opened, told
    return None


def _no_colon(found: _Stumble) -> Told | None:
    """A key without a colon, or without the space behind it; the parser notices on the next line."""
    above = found.above()
    if "could not find expected ':'" in found.problem:
        line, column = found.opened
    elif (
        "mapping values" in found.problem and above and _indent(above[0][1]) >= _indent(found.text)
    ):
        line, column = above[0][0], _key_column(above[0][1])
    else:
        return None
    first = _FIRST.match(found.at(line))
    if first is None or _INLINE.match(found.at(line)):
        return None
    key, rest = first["key"], first["rest"].strip()
    if first["colon"]:
        told = f"a space is missing behind the colon. Write `{key}: {rest}`."
    else:
        told = (
            f"a colon is missing behind “{key}”. Write `{f'{key}: {rest}'.strip()}`; "
            "or begin the line deeper, if it goes on with the text above."
        )
    return line, column, told


def _sign(found: _Stumble) -> Told | None:
    """A text that begins with a sign of YAML."""
    block = "block scalar" in found.context
    line, column = found.opened if block else (found.line, found.column)
    sign = found.at(line)[column - 1 : column]
    starts = "cannot start any token", "are not allowed in this context", "undefined alias"
    if not sign or not (block or any(start in found.problem for start in starts)):
        return None
    if "mapping values" in found.problem or not found.at(line)[: column - 1].strip(" -"):
        return None
    told = f"a text can't begin with “{sign}”. Put it in double quotes."
    return line, column, told


def _colon_in_a_text(found: _Stumble) -> Told | None:
    inline = _INLINE.match(found.text)
    if "mapping values" not in found.problem or not inline or found.column <= inline.start("text"):
        return None
    whole = inline["text"].replace("\\", "\\\\").replace('"', '\\"')
    told = (
        f'a colon stands in this text. Put the text in double quotes: `{inline["key"]}: "{whole}"`.'
    )
    return found.line, found.column, told


def _goes_on(found: _Stumble) -> Told | None:
    """A line that is taken for more of the text above it, since it begins deeper."""
    if "mapping values" not in found.problem:
        return None
    indent = _indent(found.text)
    owner = next(((n, one) for n, one in found.above() if _indent(one) < indent), None)
    holds_text = _INLINE.match(owner[1]) if owner else None
    if owner and holds_text and found.text.lstrip().startswith("- "):
        told = f"this stands below `{holds_text['key']}:` of line {owner[0]}, which holds a text. Move it up, to the other lines that begin with a hyphen."
    else:
        told = "this line begins deeper than the one above, as if it went on with its text. Begin both in the same column."
    return found.line, indent + 1, told


def _out_of_line(found: _Stumble) -> Told | None:
    """A line that begins in no column in which one above it begins."""
    wanted = ("expected '-' indicator", "expected key", "expected <block end>")
    if not any(one in found.problem for one in wanted) or "flow" in found.context:
        return None
    here = found.text.lstrip(" ")
    if re.match(r"-[a-z_]+:", here):
        told = f"a space is missing behind the hyphen. Write `- {here[1:].rstrip()}`."
        return found.line, found.column, told
    hyphen = here.startswith("- ")
    above = [one for _, one in found.above() if one.lstrip().startswith("- ") or not hyphen]
    if not above:
        told = "this line begins with a hyphen, and those above do not. Begin each item of the list with one."
        return found.line, found.column, told
    column = _indent(above[0]) + 1 if hyphen else _key_column(above[0])
    if column == _indent(found.text) + 1:
        return None
    told = (
        f"this line begins in column {_indent(found.text) + 1}. Begin it in column {column}, "
        f"below {'the hyphen of the item' if hyphen else 'the key'} above it."
    )
    return found.line, found.column, told


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key_column(line: str) -> int:
    """Where the key of a line begins, behind a hyphen, too."""
    return len(line) - len(line.lstrip(" -")) + 1


_SLIPS: tuple[Callable[[_Stumble], Told | None], ...] = (
    _two_documents,
    _tab,
    _never_closed,
    _no_colon,
    _sign,
    _colon_in_a_text,
    _goes_on,
    _out_of_line,
)
