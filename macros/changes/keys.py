"""The keys of data/ and their values in a reader's words, for telling a change to someone who reads no YAML."""

from __future__ import annotations

from collections.abc import Mapping

from macros import wording
from macros.dates import Point, Span
from macros.figure import Figure
from macros.language import Labels, _, marked
from macros.library import Library
from macros.locator import Locator
from macros.model import Address, Answer, Reading, Remark, Role

IN_WORDS: Mapping[str, Mapping[str, str]] = {
    "Fact": {
        "question": marked("question"),
        "label": marked("short name"),
        "unit": marked("what is counted"),
        "when": marked("time"),
        "event": marked("stop of the timeline"),
        "about": marked("who it is about"),
        "answers": marked("possible answers"),
        "several": marked("an article may give several answers"),
        "speaker": marked("who speaks"),
        "see_also": marked("neighboring questions"),
        "checked": marked("articles last read for it"),
        "remark": marked("our remark"),
    },
    "Claim": {
        "origin": marked("origin"),
        "via": marked("credited outlet"),
        "hedge": marked("weakened by"),
        "period": marked("time"),
        "printed": marked("the article’s words for it"),
        "translation": marked("our translation"),
        "remark": marked("our remark"),
    },
    "Former": {
        "question": marked("question"),
        "label": marked("short name"),
        "kind": marked("what became of it"),
        "to": marked("answered now by"),
        "because": marked("why"),
    },
    "Source": {
        "title": marked("headline"),
        "publisher": marked("publisher"),
        "code": marked("letters in the strips"),
        "published": marked("published"),
        "dated": marked("how its date is known"),
        "url": marked("address"),
        "archive": marked("archived copy"),
        "use": marked("use"),
        "order": marked("place in the tables"),
        "lang": marked("language"),
        "checked": marked("last read"),
        "address": marked("found at its address"),
        "remark": marked("our remark"),
    },
    "Person": {
        "name": marked("name"),
        "native": marked("name in its own script"),
        "spellings": marked("spelled"),
        "country": marked("country"),
        "remark": marked("our remark"),
    },
    "Organization": {
        "name": marked("name"),
        "short": marked("abbreviation"),
        "abbreviations": marked("abbreviations"),
        "kind": marked("kind"),
        "part_of": marked("part of"),
        "country": marked("country"),
        "spellings": marked("written"),
        "remark": marked("our remark"),
    },
}
"""Each key but those that hold claims and posts, and what a claim says: these are told in sentences of their own."""

_USES = Labels(
    {
        "compared": marked("compared with the others"),
        "context": marked("for our remarks only"),
    }
)
_NAMES = frozenset(
    "publisher country part_of organization speaker via origin about source see_also to".split()
)
_AS_IT_IS = frozenset("code order lang several name short kind native url archive use".split())


def told(library: Library, key: str, value: object) -> str:
    """Print a value of a key: ids as names, dates as readers read them, sentences in quotation marks."""
    match value:
        case None:
            return _("none")
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
            said = wording.quoted(value.wording)
            if not included:
                return said
            return _("%(answer)s, which includes %(included)s", answer=said, included=included)
        case Reading():
            return value.because
        case Role():
            return post(library, value)
        case Address():
            return wording.address(value)
        case Remark():
            return _remark(library, value)
        case tuple():
            return wording.listed([told(library, key, one) for one in value])
        case _:
            return _text(library, key, str(value))


def post(library: Library, role: Role) -> str:
    """Print a post with its body and the article that gives it."""
    body = f", {name(library, role.organization)}" if role.organization else ""
    source = wording.source(library, role.source)
    return _("%(post)s, in %(publisher)s", post=f"{role.post}{body}", publisher=source)


def name(library: Library, entity_id: str) -> str:
    """Print what an id stands for: a person, a body, a question or an article."""
    if library.body(entity_id):
        return wording.short_name(library, entity_id)
    if entity_id in library.facts:
        return library.facts[entity_id].label
    if entity_id in library.sources:
        return wording.source(library, entity_id)
    return _("“%(id)s”, which is not there", id=entity_id)


def _remark(library: Library, remark: Remark) -> str:
    rests = wording.listed([wording.source(library, one) for one in remark.sources or ()])
    said = wording.quoted(remark.text)
    return _("%(remark)s (rests on %(articles)s)", remark=said, articles=rests) if rests else said


def _text(library: Library, key: str, value: str) -> str:
    if key == "use":
        return _USES.get(value, value)
    if key in _NAMES:
        return name(library, value)
    return value if key in _AS_IT_IS else wording.quoted(value)
