"""What a note and an entry show of a fact: every source that answers, its words, and who is silent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros import rendering, wording
from macros.addresses import Addresses, archive, passage
from macros.agreement import Standing
from macros.beside import Cell, Others
from macros.escape import text
from macros.language import _, foreign, turned
from macros.library import Library
from macros.mending import of_claim
from macros.model import Claim, Fact, Organization, Remark, Source
from macros.rendering import render
from macros.site import Site
from macros.unspaced import last_word


@dataclass(frozen=True, slots=True)
class Side:
    """The answer that a claim stands on where the sources differ: in words, and by the style of its sign."""

    words: str
    style: str


@dataclass(frozen=True, slots=True)
class Line:
    """One claim as a note prints it."""

    claim: Claim
    source: Source
    publisher: Organization
    name: str
    said: str
    lang: str | None
    kind: str
    link: str
    archive: str
    details: str
    side: Side | None
    remark: Markup | None

    @property
    def detailed(self) -> Markup:
        """Its details; among them, words of an article say their language."""
        shown, claim = text(self.details), self.claim
        for words in dict.fromkeys([claim.hedge, claim.printed]):
            if words:
                own = text(wording.quoted(words))
                shown = shown.replace(own, in_language(own, self.source.lang))
        return shown

    @property
    def qualified(self) -> str:
        """Its details in one line, and which answer it stands on."""
        return wording.clauses([self.details, self.side.words] if self.side else [self.details])


def in_language(words: str, lang: str | None) -> Markup:
    """Print words in another language than the site's, for those who hear them read; others as they are."""
    attributes = rendering.lang(lang)
    if not attributes or not words:
        return text(words)
    return Markup("<span{}>{}</span>").format(attributes, text(words))


def parted(said: str, spoken: Mapping[str, str | None]) -> tuple[Markup, Markup]:
    """Part the last word from what stands before it, so that its mark can stay with it.

    `spoken` are words in it, with their languages; of those that are read the other way none is parted.
    """
    last = said[last_word(said) :]
    end = max((words for words in spoken if said.endswith(words)), key=len, default=last)
    lang = spoken.get(end)
    cut = len(end) if lang and turned(lang) else last_word(end)
    before = _in_languages(said.removesuffix(end), spoken)
    return before + in_language(end[:cut], lang), in_language(end[cut:], lang)


def _in_languages(said: str, spoken: Mapping[str, str | None]) -> Markup:
    """Print a text, and what is spoken in it in its languages: of two that begin alike the longer one is meant."""
    if not any(map(foreign, spoken.values())):
        return text(said)
    longest = sorted(filter(None, spoken), key=len, reverse=True)
    pieces = re.split(f"({'|'.join(map(re.escape, longest))})", said)
    return Markup().join(in_language(piece, spoken.get(piece)) for piece in pieces)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact as notes, entries and cells show it."""

    fact: Fact
    state: str
    agreement: str
    lines: tuple[Line, ...]
    silent: tuple[tuple[Source, str], ...]
    before: tuple[tuple[Source, str], ...]
    others: Others
    remark: Markup | None
    fault: str | None
    named_by: str
    """What "named by 2" means here; empty where the agreement does not say it."""
    outside: bool
    """Whether a remark sets a report from outside the compared articles beside it."""


def evidence(site: Site, fact: Fact) -> Evidence:
    """Gather what is known of a fact, in the order of the sources; gathered once for all pages."""
    return site.kept("evidence", fact, lambda: _gather(site, fact))


def shown(site: Site, addresses: Addresses) -> Callable[[Evidence], Markup]:
    """Say how a page prints evidence; what pages of one depth print is the same, and printed once."""

    def show(value: Evidence) -> Markup:
        key = f"claims {addresses.root} {addresses.repository}"
        return site.kept(key, value.fact, lambda: claims(value))

    def claims(value: Evidence) -> Markup:
        articles = [
            [(line, of_claim(site, addresses, value.fact, line.claim)) for line in lines]
            for _, lines in groupby(value.lines, key=lambda line: line.source.id)
        ]
        return render("claims.html", evidence=value, articles=articles, addresses=addresses)

    return show


def _gather(site: Site, fact: Fact) -> Evidence:
    cells = site.cells(fact)
    agreement = site.agreement(fact)
    return Evidence(
        fact=fact,
        state=str(agreement.state),
        agreement=wording.support(site.library, agreement.support),
        lines=tuple(line(site, fact, claim) for cell in cells for claim in cell.claims),
        silent=_standing(site, cells, Standing.SILENT, wording.source),
        before=_standing(site, cells, Standing.BEFORE, wording.publisher),  # each with its date
        others=site.others(fact),
        remark=remark(site, fact.remark, _("Editor’s remark on the question.")),
        fault=site.blamed.get(fact.path),
        named_by=wording.named_by(agreement.support),
        outside=any(True for _ in outside_remarks(site.library, fact)),
    )


def outside_remarks(library: Library, fact: Fact) -> Iterator[Remark]:
    """The remarks on a fact and its claims that rest on a report from outside the compared articles."""
    for value in (fact.remark, *(claim.remark for claim in fact.claims)):
        if value and not library.place.keys() >= {*(value.sources or ())}:
            yield value


def line(site: Site, fact: Fact, claim: Claim) -> Line:
    """One claim with its source, its words and its links."""
    source = site.library.sources[claim.source]
    publisher = site.library.publisher(claim.source)
    return Line(
        claim=claim,
        source=source,
        publisher=publisher,
        name=wording.source(site.library, source.id),
        said=wording.attributed(site.library, fact, claim),
        lang=wording.spoken_in(site.library, claim),
        kind=wording.enumerated([publisher.kind, wording.published(source)]),
        link=passage(source, claim.locator),
        archive=archive(source),
        details=wording.clauses([*details(site, claim)]),
        side=_side(site, fact, claim),
        remark=remark(site, claim.remark, _("Editor’s remark on this article.")),
    )


def _side(site: Site, fact: Fact, claim: Claim) -> Side | None:
    """Which answer a claim stands on; None where the sources do not differ."""
    standing = site.sides(fact)
    number = next((number for one, number in standing if one is claim), None)
    count = len({number for _, number in standing} - {None})
    if not count:
        return None
    style = "words" if number is None else "other" if number else ""
    return Side(wording.side(number, count), style)


def details(site: Site, claim: Claim) -> Iterator[str]:
    """What qualifies a claim: its origin, whose words it prints, the outlet it credits, its hedge, period and date."""
    names = [wording.short_name(site.library, origin) for origin in claim.origins]
    yield wording.listed(names) if names else wording.origin_not_named()
    if claim.quotation:
        yield _("quoted")
    if claim.says:
        yield _("in the article’s words")
    if claim.via:
        yield _("via %(outlet)s", outlet=wording.short_name(site.library, claim.via))
    if claim.hedge:
        yield wording.quoted(claim.hedge)
    if claim.period:
        yield wording.span(claim.period)
    if claim.printed and not wording.own_figure(site.library, claim):
        yield _("printed %(words)s", words=wording.quoted(claim.printed))


def strips(site: Site) -> Callable[[Fact], Markup]:
    """Say how a page draws a fact's strip: it is drawn once for all pages, and not where none shows it."""
    return lambda fact: site.kept("strip", fact, lambda: strip(site, fact))


def strip(site: Site, fact: Fact) -> Markup:
    """A cell for each article, in one order: who says it, who is silent, who wrote before the event."""
    cells = site.cells(fact)
    groups = {name: who(site, fact, standing) for standing, name in wording.STANDINGS.items()}
    if site.sides(fact):
        groups = _by_answer(site, fact, cells) | groups
        del groups[wording.STANDINGS[Standing.SPEAKS]]
    label = wording.clauses(
        [
            wording.labeled(name, wording.enumerated(those))
            for name, those in groups.items()
            if those
        ]
    )
    classes = [_strip_class(site, fact, cell) for cell in cells]
    return render(
        "strip.html",
        state=site.agreement(fact).state,
        label=label,
        cells=list(zip(cells, classes, strict=True)),
        others=wording.others(site.others(fact)),
    )


def _by_answer(site: Site, fact: Fact, cells: list[Cell]) -> dict[str, tuple[str, ...]]:
    """Name who gives which answer; whoever gives two is named with both."""
    found: dict[str, dict[str, None]] = {}
    for cell in cells:
        for claim in cell.claims:
            side = _side(site, fact, claim)
            if side:
                source = wording.source(site.library, cell.source.id)
                found.setdefault(side.words, {})[source] = None
    return {words: tuple(sources) for words, sources in found.items()}


def remark(site: Site, value: Remark | None, head: str = "") -> Markup | None:
    """An editor's remark, marked as ours by its head, with what it rests on."""
    if value is None:
        return None
    sources = [site.library.sources[source] for source in value.sources or ()]
    named = [
        (wording.publisher(site.library, source.id), wording.about(source), source)
        for source in sources
    ]
    head = head or _("Editor’s remark.")
    return render("remark.html", text=value.text, sources=named, head=head)


def who(site: Site, fact: Fact, standing: Standing) -> tuple[str, ...]:
    """Name the articles that stand so to a question, and count those that are not named."""
    standing_so = _standing(site, site.cells(fact), standing, wording.source)
    named = (name for _, name in standing_so)
    others = site.others(fact)[standing]
    return (*named, wording.other_articles(others)) if others else tuple(named)


def _standing(
    site: Site, cells: list[Cell], standing: Standing, name: Callable[[Library, str], str]
) -> tuple[tuple[Source, str], ...]:
    return tuple(
        (cell.source, name(site.library, cell.source.id))
        for cell in cells
        if cell.standing is standing
    )


def _strip_class(site: Site, fact: Fact, cell: Cell) -> str:
    if cell.standing is not Standing.SPEAKS:
        return str(cell.standing)
    given = [side for claim in cell.claims if (side := _side(site, fact, claim))]
    if given:
        return given[0].style
    numbers_elsewhere = any(claim.figure or claim.date for claim in fact.claims)
    only_words = all(claim.kind == "says" for claim in cell.claims)
    return "words" if numbers_elsewhere and only_words else ""
