"""The Atom feed of what changed: who follows it is told when a figure does.

Its form is https://www.rfc-editor.org/rfc/rfc4287. An entry's id is a tag (https://www.rfc-editor.org/rfc/rfc4151)
made of the commit, its day and the question's id, so that it stays when a question moves to another topic.
Its categories are the ids of its questions: who follows one of them lets a reader of feeds filter by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed

from macros import wording
from macros.addresses import Addresses
from macros.changelog import FEED, Told, commits
from macros.changes.chronicle import Change, Chronicle
from macros.history import Commit
from macros.language import _, ngettext
from macros.rendering import render
from macros.site import Site

MOST = 100
"""Entries: a program asks often, and needs what is new."""


@dataclass(frozen=True, slots=True)
class _Entry:
    title: str
    link: str
    about: str
    commit: Commit
    content: str
    questions: tuple[str, ...]


def atom(site: Site, chronicle: Chronicle, addresses: Addresses, name: str, language: str) -> bytes:
    """Write the feed. `addresses` lead from anywhere: their root is the site's address, or empty at home."""
    feed = Atom1Feed(
        title=_("%(site)s: changes", site=name),
        link=addresses.page("changes"),
        description=_("When a claim was added, changed or taken out, and from what to what"),
        language=language,
        author_name=name,
        feed_url=f"{addresses.root}{FEED}",
        feed_guid=_tag(addresses, chronicle.changes[-1].commit, FEED),
    )
    for entry in _entries(site, chronicle, addresses):
        feed.add_item(
            title=entry.title,
            link=entry.link,
            description=None,
            content=entry.content,
            pubdate=entry.commit.time,
            unique_id=_tag(addresses, entry.commit, entry.about),
            categories=entry.questions,
        )
    written: str = feed.writeString("utf-8")
    return written.encode()


def _entries(site: Site, chronicle: Chronicle, addresses: Addresses) -> list[_Entry]:
    found: list[_Entry] = []
    for told in commits(chronicle.changes, site.library.topics):
        if len(found) >= MOST:
            break
        found += _changed(site, told, addresses)
        found += _passages(site, told, addresses)
        found += _added(site, told, addresses)
    return found[:MOST]


def _changed(site: Site, told: Told, addresses: Addresses) -> Iterator[_Entry]:
    """One entry for each question that changed."""
    for change in told.others:
        question = change.question
        yield _Entry(
            title=wording.labeled(question.label, wording.BECAME[change.word]),
            link=addresses.fact(question),
            about=f"{question.id}/{told.commit.id}",
            commit=told.commit,
            content=_content(site, addresses, told.commit, [change]),
            questions=(question.id,),
        )


def _passages(site: Site, told: Told, addresses: Addresses) -> Iterator[_Entry]:
    """One entry for all questions of which a commit changed only the passages: nothing else is said on them."""
    if told.passages:
        count = wording.questions(len(told.passages))
        yield _Entry(
            title=" ".join([_("The same, on other words of the articles:"), count]),
            link=addresses.page("changes"),
            about=f"passages/{told.commit.id}",
            commit=told.commit,
            content=_content(site, addresses, told.commit, told.passages),
            questions=tuple(change.question.id for change in told.passages),
        )


def _added(site: Site, told: Told, addresses: Addresses) -> Iterator[_Entry]:
    """One entry for all that a commit added to a topic: a first import would else be hundreds."""
    for title, changes in told.added.items():
        questions = [change.question for change in changes]
        topic = questions[0].topic
        alone = len(questions) == 1
        yield _Entry(
            title=wording.labeled(questions[0].label, wording.BECAME["added"])
            if alone
            else ngettext(
                "%(topic)s: %(num)s question added",
                "%(topic)s: %(num)s questions added",
                len(questions),
                topic=title,
            ),
            link=addresses.fact(questions[0]) if alone else addresses.page(f"facts/{topic}"),
            about=f"{topic}/added/{told.commit.id}",
            commit=told.commit,
            content=_content(site, addresses, told.commit, changes),
            questions=tuple(question.id for question in questions),
        )


def _content(site: Site, addresses: Addresses, commit: Commit, changes: list[Change]) -> str:
    library = site.library
    entry = render(
        "feed_entry.html", commit=commit, changes=changes, library=library, addresses=addresses
    )
    return str(entry)


def _tag(addresses: Addresses, commit: Commit, about: str) -> str:
    parts = urlsplit(addresses.root)
    return f"tag:{parts.hostname or 'localhost'},{commit.at[:10]}:{parts.path or '/'}{about}"
