"""A file of translations, macros/locale/LANGUAGE.po, as Babel reads it, or the lines that keep it from that.

Babel passes over much: it cuts off a text that is not closed, and takes the first of two translations for good.
https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html says how such a file is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser

_KEYWORD = re.compile(r'(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])(?= )|(?=")')
_TEXT = re.compile(r' *"(?:[^"\\]|\\["\\nrt])*"')
_WHOLE = re.compile(
    r"(?:(?:msgctxt )?msgid (?:msgstr |msgid_plural msgstr\[0\] (?:msgstr\[[1-9]\] )*))*"
)
_NO_KEYWORD = 'no line begins with “{}”. Write msgctxt, msgid, msgid_plural, msgstr or msgstr[0], a space, and the text between two signs ".'
_NOT_CLOSED = 'the text does not end with the line. Write it between two signs ", with \\" for each within, \\n for a line\'s end and \\\\ for a backslash.'
_NOT_WHOLE = "this is no whole message, or more than one. Write msgid and msgstr; or msgid, msgid_plural, and msgstr[0], msgstr[1] …, as many as nplurals says."


class Mistake(NamedTuple):
    """What is wrong in a line of the file, and what to do."""

    line: int
    told: str


class Unreadable(ValueError):
    """A file that Babel does not read, or not whole; `mistakes` tells where."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.mistakes = mistakes


class Read(Catalog):
    """All that stands in a file; `again` has the messages that stand there twice, of which Babel keeps the first."""

    def __init__(self, locale: str) -> None:
        super().__init__(locale=locale)
        self.again: list[Message] = []
        self.head = 1
        """The line that says how the language counts."""

    def __setitem__(self, id: Any, message: Message) -> None:
        if id and self.get(id, message.context):
            self.again.append(message)
        super().__setitem__(id, message)


def read_whole(file: Path) -> Read:
    """Read all that stands in a file of translations, be it right or wrong. Raises Unreadable."""
    lines = _lines(file)
    mistakes = [*_misspelt(lines)] or [*_out_of_place(lines)]
    if mistakes:
        raise Unreadable(*mistakes)
    found = Read(file.stem)
    found.head = next((i for i, line in enumerate(lines, 1) if "Plural-Forms:" in line), 1)
    try:
        PoFileParser(found, abort_invalid=True).parse(lines)
    except PoFileError as error:
        raise Unreadable(Mistake(error.lineno + 1, _NOT_WHOLE)) from None
    except ValueError as error:
        told = f"a line of the head can't be read: {error}. Correct it, or leave it out."
        begins = next(i for i, line in enumerate(lines, 1) if line.startswith("msgid"))
        raise Unreadable(Mistake(begins, told)) from None
    return found


def _lines(file: Path) -> list[str]:
    """The lines of a file, but for messages that are gone, which are kept behind `#~`."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise Unreadable(Mistake(line, "this is not UTF-8 text. Save the file as UTF-8.")) from None
    lines = map(str.strip, text.split("\n"))
    return ["" if line.startswith("#~") else line for line in lines]


def _misspelt(lines: Sequence[str]) -> Iterator[Mistake]:
    for number, line in enumerate(lines, 1):
        keyword = _KEYWORD.match(line)
        if not line or line.startswith("#"):
            continue
        if not keyword:
            yield Mistake(number, _NO_KEYWORD.format(line.split()[0]))
        elif not _TEXT.fullmatch(line, keyword.end()):
            yield Mistake(number, _NOT_CLOSED)


def _out_of_place(lines: Sequence[str]) -> Iterator[Mistake]:
    """Tell the first message that lacks something, or has something twice."""
    found = ((number, _KEYWORD.match(line)) for number, line in enumerate(lines, 1))
    keywords = [(number, keyword[0]) for number, keyword in found if keyword and keyword[0]]
    fits = _WHOLE.match("".join(f"{keyword} " for _, keyword in keywords))
    whole = fits[0].count(" ") if fits else 0
    yield from (Mistake(number, _NOT_WHOLE) for number, _ in keywords[whole:][:1])
