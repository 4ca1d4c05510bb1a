"""Everything that differs between two trees, in the order in which a reviewer asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from macros import wording
from macros.changes.claims import claims_changed, said_by
from macros.changes.keys import name, post, told
from macros.changes.pages import pages_changed, pages_rewritten
from macros.changes.tree import Entry, Tree
from macros.changes.values import values_changed
from macros.configuration import CONFIGURATION
from macros.library import Library
from macros.model import Entity, Fact, Former, Organization, Person, Question, Role, Source
from macros.passages import passages

MACHINE = ("macros", ".github", ".ci", "Makefile", "pyproject.toml", "requirements.txt")
"""What the pages are made with; what its changes do to pages is not told."""
_NO_ADDRESS = (
    "its address leads nowhere now: a question is moved, split or retired, and its file stays"
)
_LEADS_ON = "its old address leads to the new one, wherever the site is built with its history"
_LEFT_NO_PAGE = (
    'its old address leads nowhere now: keep docs/facts/{0}.md with {{{{ fact_entries("{0}") }}}}, '
    "and the title of “{0}” in mkdocs.yml"
)
_NOT_READ = "its file can't be read"


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one kind."""

    heading: str
    entries: tuple[Entry, ...]


def changes(before: Tree, after: Tree) -> list[Section]:
    """Compare two trees; returns what differs. Files that can't be read are told, and the others compared."""
    before, after = before.completed(after), after.completed(before)
    found = {
        "Changed": _changed(before, after),
        "Follows from it": _follows(before, after),
        "Added": _added(before, after),
        "Removed": _removed(before, after),
        "Pages": pages_changed(before, after),
        "Only written otherwise, which changes nothing for readers": _rewritten(before, after),
        "Could not be compared": _not_compared(before, after),
        "Settings and machine": _machine(before, after),
    }
    sections = [Section(heading, tuple(entries)) for heading, entries in found.items()]
    return [section for section in sections if section.entries]


def _changed(before: Tree, after: Tree) -> Iterator[Entry]:
    for key, new in after.entities.items():
        old = before.entities.get(key)
        if isinstance(old, Fact) and isinstance(new, Fact):
            pieces = tuple(_fact_changed(before, after, old, new))
            if pieces:
                yield Entry(new.label, (*pieces, *_result(before, after, old, new)))
        elif old is not None and type(old) is not type(new):
            yield Entry(_name(after.library, new), tuple(_turned(before, after, old, new)))
        elif old is not None:
            pieces = tuple(_other_changed(before.library, after.library, old, new))
            if pieces:
                yield Entry(_name(after.library, new), pieces)
    yield from _fingerprints(before, after)


def _fact_changed(before: Tree, after: Tree, old: Fact, new: Fact) -> Iterator[str]:
    if old.topic != new.topic:
        topics = (tree.library.topics[fact.topic] for tree, fact in ((before, old), (after, new)))
        yield f"topic: {' → '.join(topics)}"
        yield _LEADS_ON if after.has_entries(old.topic) else _LEFT_NO_PAGE.format(old.topic)
    yield from claims_changed(before.library, after.library, old, new)
    yield from values_changed(before.library, after.library, old, new)


def _turned(before: Tree, after: Tree, old: Entity, new: Entity) -> Iterator[str]:
    """A question that is asked no more, or asked again."""
    if isinstance(new, Former):
        yield from _new(after, new)
    else:
        yield "asked again"
        yield from _new(after, new)
    if isinstance(old, Fact):
        yield f"was {before.agreement(old)}"


def _result(before: Tree, after: Tree, old: Fact, new: Fact) -> Iterator[str]:
    """How far the articles agree now, and where readers see it."""
    was, now = before.agreement(old), after.agreement(new)
    yield f"{now}, as before" if was == now else f"{was} → {now}"
    yield _shown_on(after, new)


def _shown_on(tree: Tree, fact: Fact) -> str:
    pages = tree.shown_on.get(fact.id, ())
    return f"shown on: {', '.join(pages)}" if pages else "shown on no page"


def _other_changed(before: Library, after: Library, old: Entity, new: Entity) -> Iterator[str]:
    yield from values_changed(before, after, old, new)
    if isinstance(old, Person) and isinstance(new, Person):
        for role in old.roles:
            if role not in new.roles:
                yield f"post removed: {post(before, role)}"
        for role in new.roles:
            if role not in old.roles:
                yield from _post_added(after, role)


def _post_added(library: Library, role: Role) -> Iterator[str]:
    yield f"post: {post(library, role)}"
    yield f"passage: {wording.passage(library, role.source, role.locator)}"


def _follows(before: Tree, after: Tree) -> Iterator[Entry]:
    """Facts whose own files say the same, but on which the articles agree otherwise: a body or an article changed."""
    for key, new in after.entities.items():
        old = before.entities.get(key)
        if isinstance(old, Fact) and isinstance(new, Fact) and not _differ(old, new):
            was, now = before.agreement(old), after.agreement(new)
            if was != now:
                yield Entry(new.label, (f"{was} → {now}", _shown_on(after, new)))


def _added(before: Tree, after: Tree) -> Iterator[Entry]:
    for key, new in after.entities.items():
        if key not in before.entities:
            yield Entry(_name(after.library, new), tuple(_new(after, new)))


def _new(tree: Tree, entity: Entity) -> Iterator[str]:
    library = tree.library
    match entity:
        case Fact():
            yield f"“{entity.question}”"
            yield from chain.from_iterable(said_by(library, entity, c) for c in entity.claims)
            yield tree.agreement(entity)
            yield _shown_on(tree, entity)
        case Former():
            targets = wording.listed([name(library, target) for target in entity.targets])
            yield f"asked no more: {entity.kind}{f', answered now by {targets}' if targets else ''}"
            if entity.because:
                yield f"“{entity.because}”"
        case Source():
            yield f"“{entity.title}”" if entity.title else "without a headline"
            yield f"published {wording.published(entity)}"
            yield told(library, "use", entity.use)
            yield from _checked(library, entity)
        case Person():
            if entity.country:
                yield name(library, entity.country)
            for role in entity.roles:
                yield from _post_added(library, role)
        case Organization():
            yield entity.kind
            if entity.part_of:
                yield f"part of {name(library, entity.part_of)}"


def _checked(library: Library, source: Source) -> Iterator[str]:
    """How many of a source's passages were found."""
    locators = [passage.locator for passage in passages(library) if passage.source == source.id]
    fingerprint = library.fingerprints.get(source.id)
    if fingerprint is None:
        if locators:
            yield f"no fingerprint yet, so {wording.counted(len(locators), 'passage')} not checked"
        return
    found = sum(fingerprint.has(locator) for locator in locators)
    yield f"fingerprint: {found} of {wording.counted(len(locators), 'passage')} found in the article"


def _fingerprints(before: Tree, after: Tree) -> Iterator[Entry]:
    """The articles that were there before and have another fingerprint now."""
    for source in after.library.sources.values():
        known = source.id in before.library.sources
        was = before.library.fingerprints.get(source.id)
        now = after.library.fingerprints.get(source.id)
        if known and was != now:
            kind = "removed" if now is None else "made" if was is None else "made anew"
            pieces = (f"fingerprint {kind}", *_checked(after.library, source))
            yield Entry(_name(after.library, source), pieces)


def _removed(before: Tree, after: Tree) -> Iterator[Entry]:
    for key, old in before.entities.items():
        if key not in after.entities:
            pieces = (
                (before.agreement(old), f"was {_shown_on(before, old)}", _NO_ADDRESS)
                if isinstance(old, Fact)
                else ()
            )
            yield Entry(_name(before.library, old), pieces)


def _rewritten(before: Tree, after: Tree) -> Iterator[Entry]:
    unread = before.unread.keys() | after.unread.keys()
    for key, new in after.entities.items():
        old = before.entities.get(key)
        if old is None or _differ(old, new) or new.path in unread:
            continue
        if before.raw(old.path) != after.raw(new.path):
            yield Entry(_name(after.library, new))
    yield from map(Entry, pages_rewritten(before, after))


def _not_compared(before: Tree, after: Tree) -> Iterator[Entry]:
    """What can't be read on either side; what can be read again is told as it is now."""
    known = {
        entity.path: entity for entity in (*before.entities.values(), *after.entities.values())
    }
    for path, why in after.unread.items():
        name_of = _name(after.library, known[path]) if path in known else path
        yield Entry(name_of, (_NOT_READ, why))
    for path in sorted(before.unread.keys() - after.unread.keys()):
        if path in known:
            entity = known[path]
            now = ("it could not be read before", *_new(after, entity))
            yield Entry(_name(after.library, entity), now)


def _machine(before: Tree, after: Tree) -> Iterator[Entry]:
    if before.raw(CONFIGURATION) != after.raw(CONFIGURATION):
        yield Entry(
            "The settings of the site", ("changed; what that does to pages is not told here",)
        )
    count = sum(before.raw(path) != after.raw(path) for path in _files(before) | _files(after))
    if count:
        files = wording.counted(count, "file")
        yield Entry("The machine", (f"{files} changed; what that does to pages is not told here",))


def _files(tree: Tree) -> set[str]:
    """The files of the machine, but what running it leaves behind."""
    roots = [tree.root / name for name in MACHINE]
    files = [file for root in roots for file in ([root] if root.is_file() else root.rglob("*"))]
    return {
        file.relative_to(tree.root).as_posix()
        for file in files
        if file.is_file() and "__pycache__" not in file.parts
    }


def _differ(old: Entity, new: Entity) -> bool:
    """Say whether two states of a file mean something else."""
    if type(old) is not type(new):
        return True
    moved = isinstance(old, Question) and isinstance(new, Question) and old.topic != new.topic
    return moved or any(getattr(old, key) != getattr(new, key) for key in type(new).model_fields)


def _name(library: Library, entity: Entity) -> str:
    match entity:
        case Question():
            return entity.label
        case Source():
            return f"Article of {wording.source(library, entity.id)}"
        case Person():
            return f"Person {entity.name}"
        case Organization():
            return f"Organization {entity.name}"
        case _:
            return entity.id
