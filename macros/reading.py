"""Reading one YAML file: every scalar as text, every trick of YAML refused, every fault with its place.

YAML guesses types (NO is false, 0123 is 83), keeps the last of two equal keys in silence, and a few
bytes of anchors can fill the memory. Nothing here needs any of it.
"""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode
from yaml._yaml import CParser

from macros.faults import Fault
from macros.files import contents
from macros.syntax import explain

Loc = tuple[str | int, ...]
"""The way to a value: keys and places in lists, e.g. ("claims", 0, "figure")."""

LARGEST_FILE = 256 * 1024
LONGEST_TEXT = 2_000
LONGEST_KEY = 100
ADDRESSES = ("url", "archive")
DEEPEST = 12
TOO_LARGE = f"the file is larger than {LARGEST_FILE // 1024} kB. One entity has one small file."
NOT_UTF_8 = "the file is not UTF-8 text. Save it with the encoding UTF-8."
_UNREAD = {
    errno.ELOOP: "this is a symbolic link. Put the file itself here.",
    errno.EISDIR: "the file can't be read (it is none). Put a file here.",
    errno.EFBIG: TOO_LARGE,
}
TOO_DEEP = "this is nested too deeply. One entity has keys, lists and claims, no more."


CUT = "what stands behind # is not read. Put the text in double quotes, or a space behind the # of a comment."
_COMMENT = re.compile(r"[ \t]+#(?=\S)")


_NO_TYPE: Any = "".format
"""Takes anything and answers nothing, in C: it is asked three times of every node."""


class _Parser(CParser):
    """CSafeLoader's parser alone: every scalar stays text, and no time goes into types."""

    resolve = descend_resolver = ascend_resolver = _NO_TYPE


_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_SPACES = frozenset(
    "\n\u00a0\u2009\u202f\u00ad"
)  # unseen, but harmless: folded away when words are compared
_BLANK = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)  # letters and signs that show nothing, or choose another form of the one before
_LOST = re.compile("[\ufffc\ufffd]")  # stands where a copy lost what was there
_HEAP = re.compile(
    "[\u0334-\u0338\u0488\u0489\u20d0-\u20f0]|[\u0300-\u036f]{3}|(?:^|(?<=\\s))[\u0300-\u036f]"
)  # accents that strike out or heap up on a letter, or hang on none
_SPACE = re.compile(r"(?:(?![\u00a0\u2009\u202f](?<=\d.)\d{3}(?!\d))\s)+")
"""All but a narrow space between thousands, which a copied passage keeps, for it is one number."""
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
"""Ends of lines to YAML and to nobody else: every line below would be counted wrong."""
_ALPHABETS = {
    "LATIN",
    "CYRILLIC",
    "GREEK",
    "ARMENIAN",
    "CHEROKEE",
    "COPTIC",
    "FULLWIDTH",
    "MATHEMATICAL",
}
_LATIN = re.compile("[a-zA-Z]")
_STYLED = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb]+")
"""Letters of full width, and those of mathematics."""
_LIKE_LATIN = (
    (re.compile("[\u0400-\u04ff]+"), frozenset("АВЕЅІЈКМНОРСТУХаеоѕіјрсухһԛԝ")),
    (re.compile("[\u0370-\u03ff]+"), frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ")),
)
"""Cyrillic and Greek letters, and which of them look like Latin ones; see https://www.unicode.org/reports/tr39/."""
_MANY = 60  # so many openings can't be deep enough to hurt; more are counted one by one


@dataclass
class Document:
    """One file as read: its text, and plain dicts, lists and texts; None stands for an empty value."""

    path: str
    text: str | None = None
    value: Any = None
    faults: list[Fault] = field(default_factory=list)


def read(root: Path, path: str) -> Document:
    """Read the file `path` below `root`. Raises nothing for bad content: see the document's faults."""
    document = Document(path)
    document.text = _text(root, document)
    return document if document.text is None else _parsed(document, document.text)


def read_text(path: str, content: bytes) -> Document:
    """Read what a file held once, as `read` does; `path` is where it lay."""
    document = Document(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        document.faults.append(Fault(path, 1, 1, NOT_UTF_8))
        return document
    if len(content) > LARGEST_FILE:
        document.faults.append(Fault(path, 1, 1, TOO_LARGE))
        return document
    return _parsed(document, text)


def _parsed(document: Document, text: str) -> Document:
    path = document.path
    try:
        refusal = _refusal(text)
        node = None if refusal else _Parser(text).get_single_node()
    except yaml.YAMLError as error:
        refusal, node = explain(error, text), None
    if refusal:
        document.faults.append(Fault(path, *refusal))
    elif node is not None:
        document.value = _Reader(document, text).value(node)
    if document.value is None and not document.faults:
        document.faults.append(Fault(path, 1, 1, "the file is empty. Fill it or remove it."))
    return document


def position(root: Path, path: str, loc: Loc, *, of_key: bool = False) -> tuple[int, int]:
    """Find line and column of the value (or its key) at `loc`, or of the nearest one above it.

    Places are looked up when they are asked for: a fault is rare, and keeping them all would double the memory.
    """
    if not loc:
        return 1, 1
    try:
        node = _composed((root / path).read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return 1, 1
    mark = node.start_mark if node is not None else None
    for step in loc:
        entry = _entry(node, step)
        if entry is None:
            break
        key, node = entry
        mark = (key if of_key and step is loc[-1] else node).start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


@lru_cache(maxsize=1)
def _composed(text: str) -> Any:
    """Compose a file once for all of its faults: there may be thousands."""
    return _Parser(text).get_single_node()


def _entry(node: Any, step: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _text(root: Path, document: Document) -> str | None:
    """The file's text; None if it can't be read, which becomes a fault of the document."""
    try:
        # without the mark of byte order: the codec utf-8-sig takes as long as the reading
        return contents(f"{root}/{document.path}", LARGEST_FILE).decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        refusal = NOT_UTF_8
    except OSError as error:
        other = f"the file can't be read ({error.strerror}). Put it back."
        refusal = _UNREAD.get(error.errno or 0, other)
    document.faults.append(Fault(document.path, 1, 1, refusal))
    return None


def _refusal(text: str) -> tuple[int, int, str] | None:
    """Look for anchors, aliases, tags and depth, event by event, where a file holds signs of them."""
    found = None if text.isascii() else _LINE_ENDS.search(text)
    if found:
        before = text[: found.start()]
        at = before.count("\n") + 1, found.start() - before.rfind("\n")
        return *at, f"an unseen character (U+{ord(found[0]):04X}) ends a line here. Remove it."
    openings = text.count("[") + text.count("{") + text.count("- ") + text.count("? ")
    if openings < _MANY and not ("&" in text or "*" in text or "!" in text):
        return None
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        at = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return (
                *at,
                "anchors (&) and aliases (*) are not used here. Write the value out, or in quotes.",
            )
        if getattr(event, "tag", None):
            return *at, "tags (!) are not used here. Write the value in quotes."
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return *at, TOO_DEEP
    return None


class _Reader:
    """Turns nodes into plain values and collects what is wrong on the way."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.signs = {found.start() for found in _COMMENT.finditer(text)} if "#" in text else ()
        """Where comments begin, with the spaces before them."""

    def value(self, node: Any, depth: int = 0, *, listed: bool = False) -> Any:
        if isinstance(node, ScalarNode):
            return self.scalar(node)
        if depth == DEEPEST:
            self.fault(node, TOO_DEEP)
            return {}
        if isinstance(node, SequenceNode):
            return [self.held(item, depth + 1) for item in node.value]
        return self.mapping(node, depth + 1, listed=listed)

    def held(self, node: Any, depth: int, key: str | None = None) -> Any:
        """A value that something holds: it is never left empty, for an empty line says nothing."""
        listed = key is None
        value = (
            self.scalar(node)
            if isinstance(node, ScalarNode)
            else self.value(node, depth, listed=listed)
        )
        if value is None:
            name = "this place of the list" if listed else f"“{key}”"
            self.fault(node, f"{name} is empty. Write its value, or remove it.")
        return value

    def scalar(self, node: Any) -> str | None:
        """The text in one line; None if there is nothing to see in it."""
        text: str = node.value
        if text in _EMPTY and not node.style:
            return None
        if len(text) > LONGEST_TEXT:
            self.fault(node, f"this text is longer than {LONGEST_TEXT} characters. Say it shorter.")
            return text[:LONGEST_TEXT]
        if self.signs and not node.style and node.end_mark.index in self.signs:
            self.fault(node, CUT)
        if text.isascii() and text.isprintable() and "  " not in text:  # as most texts are
            return text.strip() or None
        self.fault_all(node, text)
        folded = _SPACE.sub(" ", text).strip()
        return folded if folded.strip("\u00ad ") else None

    def mapping(self, node: Any, depth: int, *, listed: bool) -> dict[str, Any]:
        run_on = False  # a hyphen is missing, which is told once
        mapping: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value
            if not isinstance(key, ScalarNode) or len(name) > LONGEST_KEY:
                self.fault(key, "a key must be one word. Write `key: value`.")
            elif name in mapping:
                first = next(one for one, _ in node.value if one.value == name)
                again = f"the key “{name}” stands here again; it is already in line {first.start_mark.line + 1}."
                if listed and name == next(iter(mapping)):
                    self.fault(key, f"{again} Begin a new item with “- ”, or keep one of the two.")
                    run_on = True
                elif not run_on:
                    self.fault(key, f"{again} Keep one of the two.")
            else:
                if not (name.isascii() and name.isprintable()):
                    self.fault_all(key, name)
                if name in ADDRESSES and value.value != str(value.value).strip():
                    self.fault(value, "a space stands around the address. Copy it without.")
                mapping[name] = self.held(value, depth, name)
        return mapping

    def fault_all(self, node: Any, text: str) -> None:
        for message in suspicious(text):
            self.fault(node, message)

    def fault(self, node: Any, message: str) -> None:
        mark = node.start_mark
        self.document.faults.append(
            Fault(self.document.path, mark.line + 1, mark.column + 1, message)
        )


def _look_alikes(text: str) -> Iterator[str]:
    """Whole words of other letters than those around them, which nobody can tell from these."""
    if not _LATIN.search(text):
        return
    styled = _STYLED.search(text)
    if styled:
        plain = unicodedata.normalize("NFKC", styled[0])
        yield f"“{styled[0]}” is set in letters of another kind. Write “{plain}”."
    for letters, like_latin in _LIKE_LATIN:
        found = letters.findall(text)
        whole = "".join(found)  # capitals alone are mostly an abbreviation, as of an agency
        if found and not whole.isupper() and like_latin.issuperset(whole):
            name = unicodedata.name(found[0][0]).split()[0]
            yield f"“{found[0]}” is {name}, and looks like Latin letters. Type the word again in one alphabet."


def suspicious(text: str) -> Iterator[str]:
    """Yield what a reader would be deceived by: unseen characters, look-alike letters, loose accents."""
    if text.isascii() and text.isprintable():
        return
    unseen = sorted({c for c in text if c in _BLANK or (not c.isprintable() and c not in _SPACES)})
    if _LOST.search(text):
        yield "a character was lost when this text was copied (�). Type it again."
    if _HEAP.search(text):
        yield "accents are heaped on a letter, or stand alone. Type the text again without them."
    if unseen == ["\t"]:
        yield "a tab is in this text. Write spaces."
    elif unseen:
        names = ", ".join(f"U+{ord(c):04X}" for c in unseen)
        yield f"an unseen character ({names}) is in this text. Type the text again without it."
    if text.isascii():
        return
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        yield f"accents stand apart from their letters. Write “{composed[:80]}” (composed, NFC)."
    mixed = False
    for word in re.findall(r"[^\W\d_]+", composed):
        if word.isascii():
            continue  # all Latin
        scripts = {unicodedata.name(letter, "?").split()[0] for letter in word}
        if len(scripts & _ALPHABETS) > 1:
            mixed = True
            yield f"“{word}” mixes the letters of {' and '.join(sorted(scripts))}. Type the word again in one alphabet."
    if not mixed:
        yield from _look_alikes(composed)
