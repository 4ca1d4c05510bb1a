"""What a reader can search: each fact, person, body and source at its own address, and each section of prose.

The index is made from the facts themselves, so that a question is found by any figure or word of its
evidence, and nothing has to be read back from finished pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html.parser import HTMLParser

from macros import wording
from macros.addresses import Addresses
from macros.agreement import compared_claims
from macros.evidence import details
from macros.model import Fact, Organization, Person, Remark
from macros.site import Site

PATH = "search/search_index.json"
"""Where the site's script looks for the index."""

_HEADING = re.compile("h[1-6]")
_APART = ("p", "li", "td", "th", "dt", "dd", "br", "pre", *(f"h{level}" for level in range(1, 7)))


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that can be found: its address from the site's root, what it is called, what it holds."""

    location: str
    title: str
    text: str


def index(entries: Iterable[Entry]) -> str:
    """Write the index as JSON, in the form of Material's search."""
    docs = [asdict(entry) for entry in entries]
    return json.dumps({"docs": docs}, ensure_ascii=False, separators=(",", ":")) + "\n"


def of_prose(address: str, title: str, html: str) -> list[Entry]:
    """An entry for a page's beginning and for each of its headings; `html` is its prose without blocks."""
    reader = _Sections(title)
    reader.feed(html)
    reader.close()
    return [
        Entry(address + (f"#{anchor}" if anchor else ""), _line(heading), _line(text))
        for anchor, heading, text in reader.sections
    ]


def of_site(site: Site, addresses: Addresses) -> Iterator[Entry]:
    """An entry for each fact, person, body and source; `addresses` are those of the site's root."""
    for fact in site.facts:
        words = " ".join(_of_fact(site, fact))
        yield Entry(addresses.fact(fact), fact.question, words)
    for person in site.library.people.values():
        names = [*(person.native or {}).values(), *(role.post for role in person.roles)]
        yield Entry(addresses.person(person.id), person.name, _of_body(person, names))
    for body in site.library.organizations.values():
        names = [body.short] if body.short else []
        yield Entry(addresses.organization(body.id), body.name, _of_body(body, names))
    for source in site.library.sources.values():
        name = wording.source(site.library, source.id)
        words = ". ".join(
            [source.title or "", wording.published(source), *_of_remark(source.remark)]
        )
        yield Entry(addresses.source(source.id), name, words)


def _of_fact(site: Site, fact: Fact) -> Iterator[str]:
    """What an entry prints of a fact, and no more of its evidence: of most facts nothing else may be asked in a build."""
    library, agreement = site.library, site.agreement(fact)
    support = wording.support(library, agreement.support)
    yield f"{wording.labeled(fact.label, wording.STATES[agreement.state])} · {support}."
    for claim in compared_claims(library, fact):
        source = wording.source(library, claim.source)
        said = wording.attributed(library, fact, claim)
        words = wording.quoted(claim.locator.text)
        yield f"{wording.labeled(source, said)}. {words} {wording.clauses([*details(site, claim)])}."
        yield from _of_remark(claim.remark)
    yield from _of_remark(fact.remark)


def _of_body(body: Person | Organization, names: list[str]) -> str:
    spellings = [spelling for used in (body.spellings or {}).values() for spelling in used]
    others = [name for name in dict.fromkeys([*names, *spellings]) if name != body.name]
    return ". ".join([*others, *_of_remark(body.remark)])


def _of_remark(remark: Remark | None) -> list[str]:
    return [remark.text] if remark else []


def _line(text: str) -> str:
    return " ".join(text.split())


class _Sections(HTMLParser):
    """Splits a page at its headings: [anchor, heading, text], the first without a heading of its own.

    The numbers of notes stay out: they are buttons and links with the class mark.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.sections = [["", title, ""]]
        self._in_heading = self._in_mark = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section at a heading that has an address."""
        given = dict(attrs)
        anchor = given.get("id")
        if anchor and _HEADING.fullmatch(tag):
            self.sections.append([anchor, "", ""])
            self._in_heading = True
        self._in_mark = self._in_mark or given.get("class") == "mark"
        self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a heading or a mark."""
        self._in_heading = self._in_heading and not _HEADING.fullmatch(tag)
        self._in_mark = self._in_mark and tag not in ("a", "button")
        self._space(tag)

    def handle_data(self, data: str) -> None:
        """Keep text for the heading or for what follows it."""
        if not self._in_mark:
            self.sections[-1][1 if self._in_heading else 2] += data

    def _space(self, tag: str) -> None:
        if tag in _APART and not self._in_heading:
            self.sections[-1][2] += " "
