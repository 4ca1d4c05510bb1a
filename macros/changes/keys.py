"""The keys of data/ and their values in a reader's words, for telling a change to someone who reads no YAML."""

from __future__ import annotations

from collections.abc import Mapping

from macros import wording
from macros.dates import Point, Span
from macros.figure import Figure
from macros.library import Library
from macros.locator import Locator
from macros.model import Address, Answer, Reading, Remark, Role

NOTHING = "none"

IN_WORDS: Mapping[str, Mapping[str, str]] = {
    "Fact": {
        "question": "question",
        "label": "short name",
        "unit": "what is counted",
        "when": "time",
        "event": "stop of the timeline",
        "about": "who it is about",
        "answers": "possible answers",
        "several": "an article may give several answers",
        "speaker": "who speaks",
        "see_also": "neighboring questions",
        "checked": "articles last read for it",
        "remark": "our remark",
    },
    "Claim": {
        "origin": "origin",
        "via": "credited outlet",
        "hedge": "weakened by",
        "period": "time",
        "printed": "the article’s words for it",
        "translation": "our translation",
        "remark": "our remark",
    },
    "Former": {
        "question": "question",
        "label": "short name",
        "kind": "what became of it",
        "to": "answered now by",
        "because": "why",
    },
    "Source": {
        "title": "headline",
        "publisher": "publisher",
        "code": "letters in the strips",
        "published": "published",
        "dated": "how its date is known",
        "url": "address",
        "archive": "archived copy",
        "use": "use",
        "order": "place in the tables",
        "lang": "language",
        "checked": "last read",
        "address": "found at its address",
        "remark": "our remark",
    },
    "Person": {
        "name": "name",
        "native": "name in its own script",
        "spellings": "spelled",
        "country": "country",
        "remark": "our remark",
    },
    "Organization": {
        "name": "name",
        "short": "abbreviation",
        "abbreviations": "abbreviations",
        "kind": "kind",
        "part_of": "part of",
        "country": "country",
        "spellings": "written",
        "remark": "our remark",
    },
}
"""Each key but those that hold claims and posts, and what a claim says: these are told in sentences of their own."""

_USES = {"compared": "compared with the others", "context": "for our remarks only"}
_NAMES = frozenset(
    "publisher country part_of organization speaker via origin about source see_also to".split()
)
_AS_IT_IS = frozenset("code order lang several name short kind native url archive use".split())


def told(library: Library, key: str, value: object) -> str:
    """Print a value of a key: ids as names, dates as readers read them, sentences in quotation marks."""
    match value:
        case None:
            return NOTHING
        case Span():
            return wording.span(value)
        case Point():
            return wording.date(value)
        case Figure():
            return value.printed
        case Locator():
            return wording.quoted(value.text)
        case Answer():
            included = wording.listed(list(value.includes or ()))
            return wording.quoted(value.wording) + (
                f", which includes {included}" if included else ""
            )
        case Reading():
            return value.because
        case Role():
            return post(library, value)
        case Address():
            archived = f", archive {value.archived}" if value.archived else ""
            return f"{value.outcome} on {wording.date(value.checked)}{archived}"
        case Remark():
            return _remark(library, value)
        case tuple():
            return wording.listed([told(library, key, one) for one in value])
        case _:
            return _text(library, key, str(value))


def post(library: Library, role: Role) -> str:
    """Print a post with its body and the article that gives it."""
    body = f", {name(library, role.organization)}" if role.organization else ""
    return f"{role.post}{body}, in {library.publisher_of(role.source)}"


def name(library: Library, entity_id: str) -> str:
    """Print what an id stands for: a person, a body, a question or an article."""
    if library.body(entity_id):
        return wording.short_name(library, entity_id)
    if entity_id in library.facts:
        return library.facts[entity_id].label
    if entity_id in library.sources:
        return library.publisher_of(entity_id)
    return f"“{entity_id}”, which is not there"


def _remark(library: Library, remark: Remark) -> str:
    rests = wording.listed([library.publisher_of(source) for source in remark.sources or ()])
    return wording.quoted(remark.text) + (f" (rests on {rests})" if rests else "")


def _text(library: Library, key: str, value: str) -> str:
    if key == "use":
        return _USES.get(value, value)
    if key in _NAMES:
        return name(library, value)
    return value if key in _AS_IT_IS else wording.quoted(value)
