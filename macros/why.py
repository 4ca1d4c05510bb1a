"""Why the articles are said to agree, or not: the evidence on a fact, and each rule that was applied to it.

The rules are those that compute the agreement (`agreement`, `relation`); here they are only told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros import wording
from macros.agreement import (
    Named,
    Pair,
    Standing,
    agreement,
    compared_claims,
    counted_as,
    credited,
    origins,
    pairs,
    steps,
)
from macros.evidence import details, who
from macros.language import _
from macros.model import Claim, Fact
from macros.site import Site


def why(site: Site, fact: Fact) -> Iterator[str]:
    """Tell, line by line, what each article says, how they stand to each other, and what follows."""
    claims = compared_claims(site.library, fact)
    compared = pairs(fact, claims)
    yield fact.label
    yield fact.question
    yield from _part("What the articles say", _evidence(site, fact, claims))
    yield from _part("How they stand to each other", _compared(site, fact, compared))
    yield from _part("What they say together: the first rule that fits", _decided(claims, compared))
    yield from _part("How many stand behind it", _behind(site, claims))
    yield ""
    yield f"So: {wording.agreement(site.library, agreement(site.library, fact))}"


def _part(heading: str, lines: Iterator[str]) -> Iterator[str]:
    yield ""
    yield heading
    yield from (f"  {line}" for line in lines)


def _evidence(site: Site, fact: Fact, claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        yield f"{_article(site, claim)}: {wording.attributed(site.library, fact, claim)}"
        yield f"  {'; '.join(details(site, claim))}"
        if claim.figure:
            yield f"  which leaves room for {wording.room(claim.figure)}"
        for reading in claim.readings or ():
            yield f"  which may be {wording.reading(fact, reading)}: {reading.because}"
        found = wording.passage(site.library, claim.source, claim.locator)
        yield f"  in these words: {wording.quoted(claim.locator.text)} ({found})"
    for standing in (Standing.SILENT, Standing.BEFORE):
        those = who(site, fact, standing)
        if those:
            yield f"{wording.capitalize_first(wording.STANDINGS[standing])}: {wording.listed(those)}"


def _compared(site: Site, fact: Fact, compared: Sequence[Pair]) -> Iterator[str]:
    for pair in compared:
        one, other = _short(site, fact, pair.one), _short(site, fact, pair.other)
        yield f"{one} and {other}"
        yield f"  {wording.RELATIONS[pair.ground.relation]}: {_(pair.ground.because)}"
    if not compared:
        yield "There is nothing to compare: no two articles answer."


def _decided(claims: Sequence[Claim], compared: Sequence[Pair]) -> Iterator[str]:
    for step in steps(claims, compared):
        asked = step.asks.endswith("?")
        answer = (" Yes." if step.holds else " No.") if asked else ""
        yield f"{step.asks}{answer}{f' {wording.TOGETHER[step.state]}' if step.holds else ''}"
        if step.holds:
            return


def _behind(site: Site, claims: Sequence[Claim]) -> Iterator[str]:
    library = site.library
    articles = list(dict.fromkeys(_article(site, claim) for claim in claims))
    yield f"{wording.articles(len(articles))}: {wording.listed(articles)}"
    for group in origins(library, claims):
        yield from _origin(site, group)
    unnamed = [_article(site, claim) for claim in claims if not claim.origins]
    if unnamed:
        told = wording.listed(list(dict.fromkeys(unnamed)))
        yield f"no origin named by {told}, which adds none"
    for outlet, by in credited(claims).items():
        told = wording.spelled_articles(len(by))
        counts = "" if len(by) > 1 else ", which is not counted for one alone"
        yield f"{wording.short_name(library, outlet)} is credited by {told}{counts}"


def _origin(site: Site, group: Sequence[Named]) -> Iterator[str]:
    library = site.library
    yield f"one origin, counted as {wording.short_name(library, counted_as(group))}"
    for named in group:
        chain = [wording.short_name(library, body) for body in named.chain]
        yield f"  {_article(site, named.claim)} names {', which belongs to '.join(chain)}"


def _article(site: Site, claim: Claim) -> str:
    return wording.source(site.library, claim.source)


def _short(site: Site, fact: Fact, claim: Claim) -> str:
    return f"{_article(site, claim)} ({wording.said(site.library, fact, claim)})"
