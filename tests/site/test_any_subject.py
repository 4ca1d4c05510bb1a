"""The machine serves any subject: it names nobody and nothing of the one at hand."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from macros import language
from macros.library import Library
from macros.loading import load
from macros.model import Organization, Person
from macros.printed_dates import MONTHS, WEEKDAYS
from tests.conftest import ROOT, versioned_files
from tests.test_another_subject import canal as canal  # the fixture

OF_THE_SUBJECT = ("data/", "docs/", "tests/site/", "README.md", "mkdocs.yml")
"""Where the subject is at home: its data and pages, their tests, their menu and what the README says of them."""

ORDINARY = frozenset(
    "no army military ministry defense intelligence agency service office general staff chiefs security "
    "nations united states union north south east west western house council white bureau school news main national "
    "focus updates liberation the of and in".split()
)
"""Words of names that are nobody's own."""
WHOEVER = frozenset({"U.S.", "Wikipedia"})
"""Named for what they are anywhere: an abbreviation in which a sentence does not end, and no source."""


TEXTS = (".html", ".json", ".csv", ".xml", ".txt", ".bib", ".js", ".css")


@cache
def library() -> Library:
    return load(ROOT)[0]


def bodies() -> list[Person | Organization]:
    return [*library().people.values(), *library().organizations.values()]


def spelled(entity: Person | Organization) -> Iterator[str]:
    """Every name under which the data knows a person or a body."""
    yield entity.name
    yield from (name for names in (entity.spellings or {}).values() for name in names)
    if isinstance(entity, Person):
        yield from (entity.native or {}).values()
    else:
        yield from [entity.short] if entity.short else []
        yield from entity.abbreviations or {}


def own_words(name: str) -> Iterator[str]:
    """The words of a name that are nobody else's: Quill of Ada Quill, Alba of Alba Harbor Office."""
    for word in re.findall(r"[^\W\d_]{4,}", name):
        if word[0].isupper() and word.lower() not in ORDINARY:
            yield word


def stem(state: str) -> str:
    """What a state's name has in common with its people and its language: Norw of Norway, Ital of Italy."""
    return re.sub(r"[aeiouy]+$", "", state)


def names() -> set[str]:
    """The names of the subject, as patterns."""
    whole = {name for body in bodies() for name in spelled(body)} - WHOEVER
    found = {rf"{re.escape(name)}\b" for name in whole if name.lower() not in ORDINARY}
    for person in library().people.values():
        found |= {rf"{word}\b" for word in own_words(person.name.split()[-1])}
    for body in library().organizations.values():
        if body.kind == "state":
            found |= {stem(word) + r"[a-z]*\b" for word in own_words(body.name)}
    return found | {rf"{place}\b" for place in places()} | set(months())


@cache
def pattern() -> re.Pattern[str]:
    """Any of the names, where a word begins."""
    return re.compile(rf"(?<![\w.])(?:{'|'.join(sorted(names(), key=len, reverse=True))})")


def places() -> set[str]:
    """Words that the questions and answers write with a capital only, wherever in a sentence they stand."""
    asked = [
        text
        for fact in library().facts.values()
        for text in (fact.question, *(answer.wording for answer in (fact.answers or {}).values()))
    ]
    later = {word for text in asked for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", text)}
    small = {word for text in asked for word in re.findall(r"\b[a-z]{4,}", text)}
    return {word for word in later if word.lower() not in {*small, *ORDINARY, *MONTHS, *WEEKDAYS}}


def months() -> Iterator[str]:
    """The months of the articles that are compared, as files and pages write them."""
    for source in library().compared:
        if source.published:
            month = source.published.first.replace(day=1)
            yield from (f"{month:%Y-%m}", rf"{language.month(month)}\b")


def machine() -> list[Path]:
    """The files of the machine, as git has them."""
    return [
        file
        for file in versioned_files()
        if not file.relative_to(ROOT).as_posix().startswith(OF_THE_SUBJECT)
    ]


def named(text: str) -> list[str]:
    """The names of the subject that a text holds."""
    return pattern().findall(text)


def test_no_file_of_the_machine_names_the_subject() -> None:
    told = []
    for file in machine():
        try:
            lines = file.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a font, a picture
        told += [
            f"{file.relative_to(ROOT)}:{number}: {' '.join(found)}"
            for number, line in enumerate(lines, 1)
            if (found := named(line))
        ]
    assert told == []


def test_it_would_be_found() -> None:
    """Each name in a sentence, and what a state's name has in common with its language."""
    overlooked = [
        name
        for name in {name for body in bodies() for name in spelled(body)} - WHOEVER
        if name.lower() not in ORDINARY and not named(f"As {name} has it.")
    ]
    assert overlooked == []
    states = [body.name for body in library().organizations.values() if body.kind == "state"]
    stems = [stem(word) for name in states for word in own_words(name)]
    assert stems
    assert [found for each in stems for found in named(f"in {each}ian words")] == [
        f"{each}ian" for each in stems
    ]


def test_no_page_and_no_file_of_another_subject_names_this_one(canal: Path) -> None:
    texts = [file for file in sorted(canal.rglob("*")) if file.suffix in TEXTS]
    assert len(texts) > 20
    told = {file.name: found for file in texts if (found := named(file.read_text("utf-8")))}
    assert told == {}
