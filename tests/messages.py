"""The messages of the machine, as Babel finds them in its code, its templates and its scripts."""

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import write_po

MACROS = Path(__file__).parent.parent / "macros"
_METHODS = {".py": "python", ".html": "jinja2", ".js": "javascript"}
_OPTIONS = dict.fromkeys(("newstyle_gettext", "trim_blocks", "lstrip_blocks"), "true")
_OPTIONS["silent"] = "false"
_ABOVE = "# Our words in another language: see .github/HACKING.md.\n"
_HEAD = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
_KEYWORDS = {**DEFAULT_KEYWORDS, "marked": None}


def messages(language: str) -> Catalog:
    """Every message once, without a translation."""
    catalog = Catalog(locale=language, fuzzy=False)
    for file in _files():
        found = extract_from_file(
            _METHODS[file.suffix], str(file), keywords=_KEYWORDS, options=_OPTIONS
        )
        for _line, message, _comments, context in found:
            catalog.add(message, context=context)
    return catalog


def renew(file: Path, old: Catalog) -> None:
    """Write a language's file again: with all messages, in the order of the code, and what is translated.

    What was written beside a translation, a comment or that it is fuzzy, stays beside it, and so does how the language counts.
    """
    found = messages(file.stem)
    for message in found:
        known = old.get(message.id, message.context)
        if message.id and known:
            message.string = known.string
            message.flags |= known.flags & {"fuzzy"}
            message.user_comments, message.auto_comments = known.user_comments, known.auto_comments
    head = _above(file) + _HEAD.format(language=file.stem, plurals=old.plural_forms)
    with file.open("wb") as lines:
        lines.write(head.encode())
        write_po(lines, found, width=0, no_location=True, omit_header=True)


def _above(file: Path) -> str:
    """The comments above the head of a file."""
    lines = file.read_text("utf-8-sig").splitlines(keepends=True)
    return "".join(takewhile(lambda line: line.startswith("#"), lines)) or _ABOVE


def _files() -> Iterator[Path]:
    return (file for file in sorted(MACROS.rglob("*")) if file.suffix in _METHODS)
