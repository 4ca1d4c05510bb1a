"""What a new file needs: which keys are asked for, in which order, and whether an answer will do."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from macros.faults import did_you_mean
from macros.fold import words
from macros.library import Library
from macros.loading import sentence
from macros.locator import Locator
from macros.model import CONTENT, Claim, Entity, Fact, Organization, Person, Role, Source
from macros.reading import suspicious

A_BODY = "person or organization"


@dataclass(frozen=True, slots=True)
class Ask:
    """One key that is asked for; `of` is the kind of thing whose id it takes, `many` of them with commas between."""

    key: str
    needed: bool = False
    of: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What a file holds several of, each with keys of its own: the claims of a fact, the posts of a person."""

    key: str
    model: type[BaseModel]
    asks: tuple[Ask, ...]
    what: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file that can be written."""

    name: str
    model: type[Entity]
    folder: str
    asks: tuple[Ask, ...]
    part: Part | None = None


_CLAIM = Part(
    "claims",
    Claim,
    (
        Ask("source", needed=True, of="source"),
        Ask("origin", of=A_BODY, many=True),
        Ask("via", of="organization"),
        *(Ask(content) for content in CONTENT),
        Ask("printed"),
        Ask("hedge"),
        Ask("period"),
        Ask("locator", needed=True),
        Ask("translation"),
        Ask("remark"),
    ),
    "a claim, what one article says",
    needed=True,
)
_ROLE = Part(
    "roles",
    Role,
    (
        Ask("post", needed=True),
        Ask("organization", of="organization"),
        Ask("source", needed=True, of="source"),
        Ask("locator", needed=True),
        Ask("spelling"),
    ),
    "a post, as one article gives it",
)
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "source",
            Source,
            "sources",
            (
                Ask("title", needed=True),
                Ask("publisher", needed=True, of="organization"),
                Ask("published", needed=True),
                Ask("url", needed=True),
                Ask("dated"),
                Ask("archive"),
                Ask("use"),
                Ask("code"),
                Ask("order"),
                Ask("lang"),
                Ask("checked"),
                Ask("remark"),
            ),
        ),
        Kind(
            "fact",
            Fact,
            "facts",
            (
                Ask("question", needed=True),
                Ask("label", needed=True),
                Ask("unit"),
                Ask("when"),
                Ask("event"),
                Ask("about", of=A_BODY, many=True),
                Ask("speaker", of=A_BODY),
                Ask("see_also", of="fact", many=True),
                Ask("checked"),
                Ask("remark"),
            ),
            _CLAIM,
        ),
        Kind(
            "person",
            Person,
            "people",
            (Ask("name", needed=True), Ask("country", of="state"), Ask("remark")),
            _ROLE,
        ),
        Kind(
            "organization",
            Organization,
            "organizations",
            (
                Ask("name", needed=True),
                Ask("short"),
                Ask("kind", needed=True),
                Ask("part_of", of="organization"),
                Ask("country", of="state"),
                Ask("remark"),
            ),
        ),
    )
}
FILLED = ("use", "code", "order")
"""Keys that take what is suggested where nobody says otherwise."""


def value_of(ask: Ask, text: str) -> str | list[str]:
    """Read an answer: ids are written with commas between."""
    return [part.strip() for part in text.split(",") if part.strip()] if ask.many else text


def refusal(
    library: Library, model: type[BaseModel], ask: Ask, text: str, given: Mapping[str, Any]
) -> str | None:
    """Say why an answer will not do, in an editor's words; None if it will."""
    value = value_of(ask, text)
    for message in suspicious(text):
        return message
    if ask.key in model.model_fields and ask.key not in ("readings", "answer"):
        told = _typed(model, ask.key, value)
        if told:
            return told
    for wanted in [value] if isinstance(value, str) else value:
        known = library.known[ask.of] if ask.of else {wanted: None}
        if wanted not in known:
            first = f" Add it first: python -m macros new {_new(ask.of)}."
            return f"there is no {ask.of} “{wanted}”.{did_you_mean(wanted, known) or first}"
    return _not_found(library, text, given) if ask.key == "locator" else None


def _new(of: str) -> str:
    return {"state": "organization", A_BODY: "person (or organization)"}.get(of, of)


def _typed(model: type[BaseModel], key: str, value: object) -> str | None:
    try:
        model.model_validate({key: value})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            if details["loc"][:1] == (key,):
                return sentence(model, details["loc"], dict(details))
    return None


def _not_found(library: Library, text: str, given: Mapping[str, Any]) -> str | None:
    """A locator is looked for in its article as soon as it is typed."""
    fingerprint = library.fingerprints.get(str(given.get("source", "")))
    if fingerprint is None or fingerprint.has(Locator(text)):
        return None
    return f"these words do not stand in the article of {library.publisher_of(fingerprint.source)}. Copy them from it, one after the other."


def suggested(library: Library, kind: Kind, key: str, given: Mapping[str, Any]) -> str:
    """What an answer may be if nobody says otherwise; empty where only a person can know."""
    if kind.model is not Source or (key != "use" and given.get("use") == "context"):
        return ""
    match key:
        case "use":
            return "compared"
        case "order":
            return str(max((s.order or 0 for s in library.compared), default=0) + 1)
        case "code":
            return _code(library, str(given.get("publisher", "")))
    return ""


def _code(library: Library, publisher: str) -> str:
    """Two capitals of the publisher's name that no other article has."""
    body = library.organizations.get(publisher)
    name = "".join(
        c for c in (body.name if body else publisher).upper() if c.isascii() and c.isalnum()
    )
    initials = "".join(
        part[0].upper() for part in slug(body.name if body else publisher).split("-") if part
    )
    taken = {source.code for source in library.sources.values()}
    likely = [
        initials[:2],
        name[:2],
        *(name[:1] + letter for letter in name[1:]),
        *map(str, range(1, 1000)),
    ]
    return next(code for code in likely if code and code not in taken)


def suggested_id(library: Library, kind: Kind, given: Mapping[str, Any]) -> str:
    """The id that a file may have: after its publisher and month, its label or its name; empty if there is none."""
    match kind.name:
        case "source":
            base = f"{given['publisher']}-{str(given['published'])[:7].replace('/', '-')}"
        case "fact":
            base = slug(given["label"])
        case _:
            base = slug(given["name"])
    taken = {entity.id for entity in library.entities} | library.broken.keys()
    if not base or base not in taken:
        return base
    return next(f"{base}-{i}" for i in range(2, 10_000) if f"{base}-{i}" not in taken)


def slug(text: str) -> str:
    """A text as an id: small letters and digits, hyphens between."""
    bare = unicodedata.normalize("NFD", text)
    folded = words("".join(c for c in bare if not unicodedata.combining(c)))
    return "-".join(word.replace(".", "-") for word in folded if word.isascii() and word != "%")


def missing(kind: Kind, given: Mapping[str, Any]) -> Sequence[str]:
    """The keys that are needed and not given."""
    part = [kind.part.key] if kind.part and kind.part.needed else []
    needed = [ask.key for ask in kind.asks if ask.needed] + part
    return [key for key in needed if not given.get(key)]
