"""What editors write is in their own words: no question, answer, event or remark is a sentence of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.configuration import spoken
from macros.copying import copied
from macros.faults import Fault
from macros.fingerprint import Fingerprint
from macros.language import quotation
from macros.library import Library
from macros.model import Entity, Fact, Organization, Person, Source
from macros.reading import Loc

_REMARKED = (Fact, Source, Person, Organization)


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each text of ours that holds nine words of an article on which its file rests."""
    quoted = quotation(spoken(library.root))
    for entity, references in library.references:
        named = {r.target: None for r in references if r.kind == "source"}
        articles = [library.fingerprints[one] for one in named if one in library.fingerprints]
        if isinstance(entity, Source) and entity.id in library.fingerprints:
            articles = [library.fingerprints[entity.id]]
        if articles:
            yield from _copied(library, entity, articles, quoted)


def _copied(
    library: Library, entity: Entity, articles: list[Fingerprint], quoted: re.Pattern[str]
) -> Iterator[Fault]:
    for loc, text in _texts(entity):
        for _, message in copied(text, articles, quoted):
            yield library.fault(entity, loc, message)


def _texts(entity: Entity) -> Iterator[tuple[Loc, str]]:
    """Every text of an entity that is ours, and not the article's."""
    if isinstance(entity, Fact):
        yield ("question",), entity.question
        if entity.event:
            yield ("event",), entity.event
        for key, answer in (entity.answers or {}).items():
            yield ("answers", key), answer.wording
        for i, claim in enumerate(entity.claims):
            if claim.remark:
                yield ("claims", i, "remark"), claim.remark.text
            for j, reading in enumerate(claim.readings or ()):
                yield ("claims", i, "readings", j, "because"), reading.because
    if isinstance(entity, _REMARKED) and entity.remark:
        yield ("remark",), entity.remark.text
