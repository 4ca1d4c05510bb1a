"""The translations of a file that can be said, and what is wrong with the others.

A message whose translation has a mistake is said in English: on a page the mistake would raise, lose a value,
or open a tag. The check tells it. What nobody has translated yet is no mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from macros.po_file import Mistake, Read, Unreadable, read_whole

NUMBERS = (*range(1000), 10**6)
"""Enough to meet each form of each language: they go by the last digits, and some by a whole million."""
COUNTS = frozenset({"%(num)s", "%(number)s", "%(count)s", "{count}"})
"""The values that say how many: a form for one number alone may say it in a word, "the one article"."""
_VALUE = re.compile(r"%(?:\(\w*\))?.?|\{\w+\}", re.DOTALL)
_TAG = re.compile("<[^<>]*>?")
_PAIR = re.compile(r"<(\w+)[^<>]*>[^<>]*</\1>")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff]"
)
"""What no text of a page holds; the marks of direction and the joiners of some scripts are no part of it."""
_TWO_MARKS = ("“ ”", "‘ ’")


@dataclass(frozen=True)
class Translations:
    """The messages of a file that are said in its language, and what is wrong with others, by their lines."""

    said: Catalog
    mistakes: tuple[Mistake, ...]


@cache
def translations(file: Path) -> Translations:
    """Read a file of translations; of one that can't be read nothing is said."""
    said = Catalog(locale=file.stem)
    try:
        found = read_whole(file)
    except Unreadable as refusal:
        return Translations(said, refusal.mistakes)
    mistakes = [Mistake(one.lineno or 1, _again(found, one)) for one in found.again]
    numbers = numbers_by_form(found)
    if numbers:
        said.mime_headers = [("Plural-Forms", found.plural_forms)]
    else:
        told = f"gettext can't count by “{found.plural_forms}”, for plural= does not give each number below nplurals. Write “{said.plural_forms}”, and the forms in that order."
        mistakes.append(Mistake(found.head, told))
    for message in found:
        if message.id and any(parts(message.string)) and (numbers or not message.pluralizable):
            amiss = [Mistake(message.lineno or 1, told) for told in _amiss(message, numbers)]
            mistakes += amiss
            if not amiss:
                said[message.id] = message
    return Translations(said, tuple(sorted(mistakes)))


def numbers_by_form(found: Catalog) -> Mapping[int, Sequence[int]]:
    """The numbers that each form is said with, as `plural=` has it; nothing where gettext can't count by that."""
    numbers: dict[int, list[int]] = {}
    try:
        form = c2py(found.plural_expr)
        for number in NUMBERS:
            numbers.setdefault(form(number), []).append(number)
    except (ValueError, ArithmeticError):
        return {}
    return numbers if sorted(numbers) == [*range(found.num_plurals)] else {}


def parts(words: str | Sequence[str] | None) -> list[str]:
    """The texts of a message or of its translation: one, or where a number stands in it a form for each kind."""
    return [words] if isinstance(words, str) else list(words or ())


def _again(found: Read, message: Message) -> str:
    first = found.get(message.id, message.context)
    line = first.lineno if first else 1
    return f"this message stands in line {line} already. Keep one of the two translations."


def _amiss(message: Message, numbers: Mapping[int, Sequence[int]]) -> Iterator[str]:
    if message.fuzzy:
        yield "the translation is marked as fuzzy, and not used. Correct it, and remove “fuzzy”."
    for i, form in enumerate(parts(message.string)):
        of_one = message.pluralizable and len(numbers[i]) == 1
        name = f"msgstr[{i}]" if message.pluralizable else "msgstr"
        found = _of_form(form, parts(message.id), COUNTS if of_one else frozenset())
        yield from (f"{name}: {told}" for told in found)
    marks = parts(message.string)[0].split(" ")
    if message.id in _TWO_MARKS and (len(marks) != 2 or not all(map(str.strip, marks))):
        yield "msgstr: these are the marks around a quotation. Write the first, one space, and the last; a space inside the marks is a no-break one."


def _of_form(form: str, asked: Sequence[str], free: Set[str]) -> Iterator[str]:
    """Say what a form lacks or has too much; it may leave out the `free` values."""
    if not form:
        yield "it is empty, and other forms are not. Write one for each kind of number."
        return
    if not form.strip():
        yield "there is nothing to see in it. Write the translation, or nothing between the two signs."
    if unseen := _UNSEEN.search(form):
        yield f"an unseen character (U+{ord(unseen[0]):04X}) is in it. Type the text again without it."
    values = [dict.fromkeys(_VALUE.findall(text)) for text in asked]
    known, held = {value for one in values for value in one}, set(_VALUE.findall(form))
    cure = f"Write {', '.join(values[-1])}." if known else "Leave it out: its message has none."
    if held - known:
        yield f"“{min(held - known).strip()}” is no value of its message. {cure}"
    elif lost := [value for value in values[-1] if value not in held | free]:
        yield f"{lost[0]} is left out. Write it where its value belongs."
    tags = [sorted(_TAG.findall(text)) for text in asked]
    if sorted(_TAG.findall(form)) not in tags or _unclosed(form):
        there = " ".join(_TAG.findall(asked[-1]))
        cure = f"Write {there} as they are." if there else "Write no “<”: its message has none."
        yield f"its markup is not that of its message. {cure}"


def _unclosed(form: str) -> list[str]:
    while form != (inner := _PAIR.sub("", form)):
        form = inner
    return _TAG.findall(form)
