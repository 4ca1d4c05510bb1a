"""Where a fact is shown: the pages, and on each of them the words and blocks that print it."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.agreement import State
from macros.configuration import menu
from macros.docs import Call, calls, pages, problem, volumes
from macros.evidence import outside_remarks
from macros.language import marked
from macros.library import Library
from macros.model import Entity, Fact
from macros.site import Site
from macros.stalest import longest_unchecked
from macros.volumes import BY_TOPIC, Divided
from macros.wording import MOST

_HEADING = re.compile(r"^#{1,6}[ ]+(.*)$", re.MULTILINE)
_TITLE = re.compile(r"\A---\n(?:.*\n)*?title:[ ]*(.*)\n")
_Shown = Callable[[Site, Call, Divided], Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a page: its line, the heading above it, what stands there, and whether that names the fact only."""

    path: str
    line: int
    section: str
    what: str
    only_named: bool


def _asked_for(site: Site, call: Call, _: Divided) -> Iterable[Fact]:
    return [site.library.facts[fact_id] for fact_id in call.arguments]


def _of_topic(site: Site, call: Call, _: Divided) -> Iterable[Fact]:
    return site.topics.get(call.arguments[0], ())  # none while its page waits for one


def _events(site: Site, call: Call, _: Divided) -> Iterable[Fact]:
    return site.events(call.arguments[0])


def _every(site: Site, call: Call, divided: Divided) -> Iterable[Fact]:
    topics = divided.volume(call.word, call.options.get("first", ""), site.topics)
    return [fact for facts in topics.values() for fact in facts]


def _in(*states: State) -> _Shown:
    return lambda site, call, divided: [
        fact for fact in _every(site, call, divided) if site.agreement(fact).state in states
    ]


def _of_listed(site: Site, call: Call, divided: Divided, most: int | None = None) -> Iterator[Fact]:
    """The facts in which the people or bodies of a list appear, or that its articles answer: of each at `most` so many."""
    entities, facts = _LISTED[call.word](site)
    for one in divided.volume(call.word, call.options.get("first", ""), entities):
        yield from facts.get(one, [])[:most]


def _alone(site: Site, call: Call, divided: Divided) -> Iterable[Fact]:
    facts = _of_listed(site, call, divided)
    return [fact for fact in facts if site.agreement(fact).state is State.SINGLE]


def _mentioning(site: Site, call: Call, divided: Divided) -> Iterable[Fact]:
    return {fact.id: fact for fact in _of_listed(site, call, divided, MOST)}.values()


def _resting_on_others(site: Site, call: Call, divided: Divided) -> Iterable[Fact]:
    """The facts with a remark that rests on a report from outside the compared articles."""
    facts = _every(site, call, divided)
    return [fact for fact in facts if any(True for _ in outside_remarks(site.library, fact))]


_SHOWN: Mapping[str, tuple[str, _Shown]] = {
    "figure": (marked("its figure"), _asked_for),
    "date": (marked("its date"), _asked_for),
    "period": (marked("its time"), _asked_for),
    "answer": (marked("its answer"), _asked_for),
    "says": (marked("an article’s words"), _asked_for),
    "quotation": (marked("its quotation"), _asked_for),
    "cite": (marked("a note"), _asked_for),
    "agreement": (marked("how far the articles agree"), _asked_for),
    "articles": (marked("how many articles answer it"), _asked_for),
    "key_figures": (marked("a card"), _asked_for),
    "chart": (marked("a chart"), _asked_for),
    "flow": (marked("the picture of its origins"), _asked_for),
    "how_to_read": (marked("the example of how to read a figure"), _asked_for),
    "timeline": (marked("a stop of the timeline"), _events),
    "fact_entries": (marked("its own entry"), _of_topic),
    "comparison_table": (marked("a row of the table"), _every),
    "differences": (marked("the list of differences"), _in(State.DIFFER, State.UNCLEAR)),
}
"""What each word shows of which facts."""

_BY_NAME = {word for word, (_, facts) in _SHOWN.items() if facts is _asked_for}
_OF_TOPIC = {word for word, (_, facts) in _SHOWN.items() if facts in (_of_topic, _events)}

_NAMED: Mapping[str, tuple[tuple[str, _Shown], ...]] = {
    "differences": (
        (marked("the list of what does not exclude each other"), _in(State.COMPATIBLE)),
        (marked("the list of what other reports add"), _resting_on_others),
    ),
    "single_source_list": ((marked("the list of what one article alone answers"), _alone),),
    "stalest": (
        (
            marked("the list of what was checked longest ago"),
            lambda site, *_: longest_unchecked(site),
        ),
    ),
    "people_directory": ((marked("the cards of people"), _mentioning),),
    "organization_list": ((marked("the entries of organizations"), _mentioning),),
}
"""What names facts without what is said on them."""

_LISTED: Mapping[str, Callable[[Site], tuple[Mapping[str, Entity], Mapping[str, list[Fact]]]]] = {
    "people_directory": lambda site: (site.library.people, site.appearances),
    "organization_list": lambda site: (site.library.organizations, site.appearances),
    "source_list": lambda site: (site.library.sources, site.answered),
    "single_source_list": lambda site: (site.library.sources, site.answered),
}
"""What each list that is cut by ids has, and the facts of each of these."""

_NOTHING_OF_FACTS = frozenset(
    "person organization source plain rules contact data_files notebook".split()
)
"""The words that print nothing that rests on a fact, be it a count."""

NO_FACT = _NOTHING_OF_FACTS | frozenset(
    "source_list article_list coverage topic_list cover changes how_to_cite".split()
)
"""The words that name no fact."""

KNOWN = _SHOWN.keys() | _NAMED.keys() | NO_FACT
"""Every word is one of these: a test asks."""


def places(site: Site) -> dict[str, list[Place]]:
    """The places of each fact, by its id, in the order of the menu; then on each page from the top."""
    found: dict[str, list[Place]] = defaultdict(list)
    texts = dict(pages(site.library.root))
    divided = Divided(volumes(site.library))
    for path in _named(site.library, texts):
        text = texts[path] or ""
        headings = [(one.start(), one[1].strip()) for one in _HEADING.finditer(text)]
        for call in calls(text):
            if problem(site.library, call) is None:
                above = bisect(headings, (call.start,)) - 1
                section = headings[above][1] if above >= 0 else ""
                line = text.count("\n", 0, call.start) + 1
                for fact, what, only_named in _at(site, divided, call):
                    found[fact.id].append(Place(path, line, section, what, only_named))
    return found


def rests_on(site: Site, call: Call, divided: Divided) -> Iterable[Fact] | None:
    """The facts that decide what a word prints; None if that may be all of them, as of a word that is not known here."""
    word = call.word
    if word in _NOTHING_OF_FACTS or call.problem:
        return ()
    if word in _BY_NAME:
        return [site.library.facts[id_] for id_ in call.arguments if id_ in site.library.facts]
    if word in _OF_TOPIC:
        return [fact for topic in call.arguments for fact in site.topics.get(topic, ())]
    if word in _LISTED:
        return _of_listed(site, call, divided)
    return _every(site, call, divided) if word in BY_TOPIC else None


def page_names(library: Library) -> dict[str, str]:
    """Every page below docs/ by its path, with its name in the menu or, outside of it, its title."""
    return _named(library, dict(pages(library.root)))


def _named(library: Library, texts: Mapping[str, str | None]) -> dict[str, str]:
    named = {f"docs/{page}": name for page, name in menu(library.root).items()}
    there = sorted(texts, key=[*named, *sorted(texts.keys() - named.keys())].index)
    return {path: named.get(path) or _title(texts[path] or "") or path for path in there}


def _at(site: Site, divided: Divided, call: Call) -> Iterator[tuple[Fact, str, bool]]:
    """The facts that a word shows, what stands there of each, and whether that names it only."""
    if call.word in _SHOWN:
        what, facts = _SHOWN[call.word]
        yield from ((fact, what, False) for fact in facts(site, call, divided))
    for what, facts in _NAMED.get(call.word, ()):
        yield from ((fact, what, True) for fact in facts(site, call, divided))


def _title(text: str) -> str:
    found = _TITLE.match(text)
    return found[1].strip().strip('"') if found else ""
