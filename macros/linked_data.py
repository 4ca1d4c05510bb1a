"""What a page is about, for machines: JSON-LD with the terms of https://schema.org where they fit.

A claim is a Claim that appears in an Article; a fact is the Question that it answers, and a CreativeWork that
holds them. People, bodies and articles have one address each, by which every page means the same one.
What schema.org has no word for (agreement, locators, silence) is in the exports and not bent into a term.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros import catalog, wording
from macros.addresses import Addresses
from macros.model import Claim, Fact, Organization, Person, Source
from macros.site import Site

CONTEXT = "https://schema.org"
STATE = "state"
TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "sqlite": "application/vnd.sqlite3",
}
Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Described:
    """A page: its headline and address, what it says it is, when it was last changed, and the site that it is of."""

    title: str
    address: str
    about: str
    changed: str
    site: str
    home: str
    language: str
    license: str


def page(what: Described, nodes: Iterable[Node]) -> Node:
    """Describe a page and what stands on it; the data are as new as the page that lists their files."""
    as_new = _kept({"dateModified": what.changed, "license": what.license})
    site = {"@type": "WebSite", "@id": what.home, "name": what.site, "url": what.home}
    itself = {
        "@type": "WebPage",
        "@id": what.address,
        "url": what.address,
        "name": what.title,
        "description": what.about,
        "inLanguage": what.language,
        "isPartOf": {"@id": what.home},
    }
    told = [node | as_new if node["@type"] == "Dataset" else node for node in nodes]
    return {"@context": CONTEXT, "@graph": [site, _kept(itself | as_new), *told]}


def facts(site: Site, addresses: Addresses, found: Iterable[Fact]) -> list[Node]:
    """Questions with the claims that answer them, and the articles in which these appear."""
    shown = list(found)
    used = dict.fromkeys(claim.source for fact in shown for claim in fact.claims)
    articles = [_article(site, addresses, site.library.sources[source]) for source in used]
    return [*(_question(site, addresses, fact) for fact in shown), *articles]


def _question(site: Site, addresses: Addresses, fact: Fact) -> Node:
    return {
        "@type": "Question",
        "@id": f"#{fact.id}",
        "name": fact.question,
        "hasPart": [
            _kept(
                {
                    "@type": "Claim",
                    "text": _said(site, fact, claim),
                    "appearance": {"@id": site.library.sources[claim.source].url},
                    "author": [{"@id": _body(addresses, site, one)} for one in claim.origins],
                }
            )
            for claim in fact.claims
        ],
    }


def _said(site: Site, fact: Fact, claim: Claim) -> str:
    """What a claim says, with the words of its article that weaken it."""
    said = wording.said(site.library, fact, claim)
    return f"{said} ({wording.quoted(claim.hedge)})" if claim.hedge else said


def articles(site: Site, addresses: Addresses, found: Iterable[Source]) -> list[Node]:
    """Articles, each with who published it and when."""
    return [_article(site, addresses, source) for source in found]


def _article(site: Site, addresses: Addresses, source: Source) -> Node:
    publisher, published = site.library.publisher(source.id), source.published_on
    return _kept(
        {
            "@type": "Article",
            "@id": source.url,
            "url": source.url,
            "headline": source.title,
            "datePublished": None if published is None else str(published),
            "inLanguage": source.lang,
            "publisher": {
                "@type": "Organization",
                "@id": _body(addresses, site, publisher.id),
                "name": publisher.name,
            },
        }
    )


def people(site: Site, addresses: Addresses, found: Iterable[Person]) -> list[Node]:
    """People with the names and posts that articles give them."""
    return [
        _kept(
            {
                "@type": "Person",
                "@id": _body(addresses, site, person.id),
                "name": person.name,
                "alternateName": _others(person.name, person.spellings, person.native),
                "nationality": _country(site, person.country),
                "jobTitle": list(dict.fromkeys(role.post for role in person.roles)),
                "affiliation": [
                    {"@id": _body(addresses, site, body)}
                    for body in dict.fromkeys(role.organization for role in person.roles)
                    if body
                ],
            }
        )
        for person in found
    ]


def organizations(site: Site, addresses: Addresses, found: Iterable[Organization]) -> list[Node]:
    """Bodies; a state is one here, too, for it speaks."""
    return [
        _kept(
            {
                "@type": "GovernmentOrganization" if body.kind == STATE else "Organization",
                "@id": _body(addresses, site, body.id),
                "name": body.name,
                "alternateName": _others(body.name, body.spellings, {"": body.short or body.name}),
                "parentOrganization": {"@id": _body(addresses, site, body.part_of)}
                if body.part_of
                else None,
                "location": _country(site, body.country),
            }
        )
        for body in found
    ]


def dataset(name: str, addresses: Addresses) -> Node:
    """The data of the whole site, with the files that programs take, but those that are many of one kind."""
    home = addresses.root or "./"
    return {
        "@type": "Dataset",
        "@id": f"{home}#data",
        "name": name,
        "description": catalog.whole(),
        "url": home,
        "creator": {"@type": "Organization", "name": name, "url": home},
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": f"{addresses.root}{catalog.FOLDER}/{path}",
                "description": about,
                "encodingFormat": TYPES[path.rpartition(".")[2]],
            }
            for path, about in catalog.ABOUT.items()
            if "{}" not in path
        ],
    }


def _body(addresses: Addresses, site: Site, body_id: str) -> str:
    """The one address of a person or body, wherever it is meant."""
    place = addresses.person if body_id in site.library.people else addresses.organization
    return place(body_id)


def _country(site: Site, country: str | None) -> Node | None:
    if country is None:
        return None
    return {"@type": "Country", "name": site.library.organizations[country].name}


def _others(
    name: str, spellings: Mapping[str, Any] | None, more: Mapping[str, str] | None
) -> list[str]:
    spelled = [spelling for given in (spellings or {}).values() for spelling in given]
    return [one for one in dict.fromkeys([*spelled, *(more or {}).values()]) if one != name]


def _kept(node: Mapping[str, Any]) -> Node:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
