"""How a reader mends what a page shows: the line of its file, for editing, and a form that is filled in.

Where the build knows no repository there is nowhere to mend it, and nothing is computed for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros import wording
from macros.addresses import Addresses
from macros.language import _
from macros.library import Library
from macros.model import Claim, Entity, Fact, Former, Organization, Person, Source
from macros.site import Site


@dataclass(frozen=True, slots=True)
class Mending:
    """Two links, and what they are about, for those who do not see where the links stand."""

    about: str
    edit: str
    report: str


def of_fact(
    site: Site, addresses: Addresses, fact: Fact, claim: Claim | None = None
) -> Mending | None:
    """Mend what is shown of a question; where one claim stands for it, at the claim's line."""
    if not addresses.repository:
        return None
    library = site.library
    says = [
        wording.labeled(wording.source(library, c.source), wording.said(library, fact, c))
        for c in fact.claims
    ]
    sources = [c.source for c in fact.claims]
    return Mending(
        about=fact.label,
        edit=of_claim(site, addresses, fact, claim)
        if claim
        else _edit(site, addresses, fact, "question"),
        report=_report(addresses, library, fact.label, fact.question, says, sources),
    )


def of_claim(site: Site, addresses: Addresses, fact: Fact, claim: Claim) -> str:
    """Link to the line at which a claim begins; empty where no repository is known."""
    place = next(place for place, one in enumerate(fact.claims) if one is claim)
    return _edit(site, addresses, fact, "claims", place)


def of_former(site: Site, addresses: Addresses, asked: Former) -> Mending | None:
    """Mend what is said of a question that is asked no more."""
    if not addresses.repository:
        return None
    says = [wording.former(asked)]
    return Mending(
        about=asked.label,
        edit=_edit(site, addresses, asked, "kind"),
        report=_report(addresses, site.library, asked.label, asked.question, says, []),
    )


def of_person(site: Site, addresses: Addresses, person: Person) -> Mending | None:
    """Mend a person's card: the name, its spellings and the posts."""
    if not addresses.repository:
        return None
    says = [person.name, *_spelled(person), *(role.post for role in person.roles)]
    sources = [*(person.spellings or {}), *(role.source for role in person.roles)]
    return Mending(
        about=person.name,
        edit=_edit(site, addresses, person, "name"),
        report=_report(addresses, site.library, person.name, person.name, says, sources),
    )


def of_organization(site: Site, addresses: Addresses, body: Organization) -> Mending | None:
    """Mend a body's entry: its name, what it is and its spellings."""
    if not addresses.repository:
        return None
    says = [body.name, body.kind, *_spelled(body)]
    return Mending(
        about=body.name,
        edit=_edit(site, addresses, body, "name"),
        report=_report(
            addresses,
            site.library,
            body.name,
            body.name,
            says,
            list(body.spellings or {}),
        ),
    )


def of_source(site: Site, addresses: Addresses, source: Source) -> Mending | None:
    """Mend what is shown of an article itself."""
    if not addresses.repository:
        return None
    name = source.title or wording.publisher(site.library, source.id)
    return Mending(
        about=name,
        edit=_edit(site, addresses, source, "title" if source.title else "publisher"),
        report=_report(
            addresses, site.library, name, name, [wording.published(source)], [source.id]
        ),
    )


def _spelled(body: Person | Organization) -> list[str]:
    return [spelling for given in (body.spellings or {}).values() for spelling in given]


def _edit(site: Site, addresses: Addresses, entity: Entity, *loc: str | int) -> str:
    return addresses.edit(entity.path, site.line(entity, *loc)) if addresses.repository else ""


def _report(
    addresses: Addresses,
    library: Library,
    about: str,
    question: str,
    says: Sequence[str],
    source_ids: Sequence[str],
) -> str:
    """Fill in the form: what is shown once, however often it was typed; a link only if it is the one article's."""
    sources = [library.sources[source_id] for source_id in dict.fromkeys(source_ids)]
    return addresses.report(
        title=_("Mistake: %(about)s", about=about),
        fact=question,
        says=wording.clauses(list(dict.fromkeys(says))),
        source=wording.clauses([wording.dated(library, source) for source in sources]),
        link=sources[0].url if len(sources) == 1 else "",
    )
