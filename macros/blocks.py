"""The blocks of pages: tables, directories and lists, each computed from the whole library."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from heapq import nlargest

from markupsafe import Markup

from macros import catalog, comparison, mending, wording
from macros.addresses import archive, passage
from macros.agreement import Standing, State, compared_claims
from macros.beside import FEW, Cell
from macros.comparison import Topics
from macros.dates import Span
from macros.evidence import evidence, line, outside_remarks, parted, remark, shown, strips
from macros.figure import MARGIN, QUALIFIERS, Bound
from macros.fold import alphabetical, words
from macros.language import _, decimal, percent
from macros.legend import legend
from macros.marks import mark
from macros.model import Claim, Fact, Organization, Person, Question, Role, Source
from macros.passages import MOST_SHOWN, SHORT, coverage
from macros.relation import Relation, relation
from macros.rendering import render
from macros.sheet import Sheet
from macros.site import Site

Below = Callable[[Question], Markup]


def comparison_table(site: Site, sheet: Sheet, topics: Topics, first: str) -> Markup:
    """Questions by compared sources: what each says, or that it is silent."""
    tables = [
        {
            "sources": [
                (source, wording.publisher(site.library, source.id), wording.published(source))
                for source in columns
            ],
            "groups": [
                (topic, site.library.topics[topic], [_row(site, sheet, f, columns) for f in facts])
                for topic, facts in shown.items()
                if facts
            ],
            "others": len(site.library.compared) - len(columns),
        }
        for columns, shown in site.beside.tables(topics)
    ]
    whole = len(topics) == len(site.topics)
    table = comparison.table(site) if whole else comparison.part(site, topics)
    file = comparison.file(first)
    return render(
        "comparison.html",
        tables=tables,
        topics=[(topic, site.library.topics[topic]) for topic, facts in topics.items() if facts],
        addresses=sheet.addresses,
        file=file,
        size=wording.size(sheet.attach(file, table)),
    )


def _row(site: Site, sheet: Sheet, fact: Fact, columns: Sequence[Source]) -> dict[str, object]:
    several = site.agreement(fact).support.articles > 1
    return {
        "evidence": evidence(site, fact),
        "several": several,
        "note": sheet.cite_from_table(fact) if several else None,
        "mending": mending.of_fact(site, sheet.addresses, fact),
        "cells": [_cell(site, fact, cell) for cell in site.beside.cells(fact, columns)],
    }


def _cell(site: Site, fact: Fact, cell: Cell) -> dict[str, object]:
    speaks = cell.standing is Standing.SPEAKS
    lines = [line(site, fact, claim) for claim in cell.claims]
    other = any(line.side and line.side.style == "other" for line in lines)
    return {
        "style": "alt" * other if speaks else cell.standing,
        "source": wording.source(site.library, cell.source.id),
        "word": wording.STANDINGS[cell.standing],
        "lines": lines,
    }


def differences(site: Site, sheet: Sheet, topics: Topics) -> Markup:
    """Where the sources contradict each other or are unclear, where other reports do, and where all can be true."""
    facts = [fact for of_topic in topics.values() for fact in of_topic]
    by_state: dict[State, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_state[site.agreement(fact).state].append(fact)
    disputes = [
        (
            state,
            heading,
            wording.NO_DISPUTE[state],
            [evidence(site, fact) for fact in by_state[state]],
        )
        for state, heading in wording.DISPUTES.items()
    ]
    told = {one.fact.id for _, _, _, entries in disputes for one in entries}
    return render(
        "differences.html",
        disputes=disputes,
        corrected=_corrections(site, facts, told),
        told=any(one.outside for _, _, _, entries in disputes for one in entries),
        compatible=[evidence(site, fact) for fact in by_state[State.COMPATIBLE]],
        legend=legend(
            site, site.beside.shown(one.fact for _, _, _, shown in disputes for one in shown)
        ),
        addresses=sheet.addresses,
        shown=shown(site, sheet.addresses),
        strip=strips(site),
    )


def _corrections(
    site: Site, facts: Iterable[Fact], told: set[str]
) -> list[tuple[list[Fact], Markup | None]]:
    """The remarks that rest on another report, each once with its questions; without those of facts told."""
    asked: dict[tuple[str, tuple[str, ...]], list[Fact]] = defaultdict(list)
    found: dict[tuple[str, tuple[str, ...]], Markup | None] = {}
    for fact in facts:
        for value in () if fact.id in told else outside_remarks(site.library, fact):
            key = value.text, tuple(value.sources or ())
            asked[key].append(fact)
            found.setdefault(key, remark(site, value))
    return [(asked[key], shown_once) for key, shown_once in found.items()]


def single_source_list(site: Site, sheet: Sheet, sources: Collection[str]) -> Markup:
    """The questions that one article alone answers, by article."""
    groups = [
        (
            wording.source(site.library, source.id),
            source,
            [
                fact
                for fact in site.answered.get(source.id, ())
                if site.agreement(fact).state is State.SINGLE
            ],
        )
        for source in site.library.compared
        if source.id in sources
    ]
    return render("singles.html", groups=groups, addresses=sheet.addresses)


def topic_list(site: Site, sheet: Sheet) -> Markup:
    """Every topic, with a link to its entries."""
    topics = [
        (
            title,
            sheet.addresses.page(f"facts/{topic}"),
            len(site.topics[topic]),
            sheet.addresses.comparison(topic),
        )
        for topic, title in site.library.topics.items()
        if site.topics[topic]
    ]
    return render("topics.html", topics=topics)


def fact_entries(
    site: Site, sheet: Sheet, topic: str, left: Iterable[Question], below: Below
) -> Markup:
    """Every fact of a topic, each with an address of its own; `below` tells what stands at an entry's end.

    Questions that have `left` the topic keep theirs, and are told to stand elsewhere.
    """
    facts = site.topics.get(topic, [])  # none where all have left
    entries = [
        (
            evidence(site, fact),
            site.neighbors[fact.id],
            mending.of_fact(site, sheet.addresses, fact),
            below(fact),
        )
        for fact in facts
    ]
    former = [
        (
            asked,
            [site.library.facts[to] for to in asked.targets if to in site.library.facts],
            mending.of_former(site, sheet.addresses, asked),
            below(asked),
        )
        for asked in site.library.former.values()
        if asked.topic == topic
    ]
    return render(
        "entries.html",
        entries=entries,
        former=former,
        left=[(asked, site.library.topics[asked.topic]) for asked in left],
        legend=legend(site, site.beside.shown(facts)),
        addresses=sheet.addresses,
        shown=shown(site, sheet.addresses),
        strip=strips(site),
    )


def key_figures(site: Site, sheet: Sheet, facts: Sequence[Fact]) -> Markup:
    """Cards: the figure, what it counts, since when, and how far sources agree."""
    cards = [_card(site, sheet, fact) for fact in facts]
    return render(
        "cards.html",
        cards=cards,
        legend=legend(site, site.beside.shown(facts)),
        strip=strips(site),
    )


def _card(site: Site, sheet: Sheet, fact: Fact) -> dict[str, object]:
    claim, *others = _distinct_figures(site, fact)
    printed, figure = wording.said(site.library, fact, claim), claim.figure
    length = len(figure.qualifier) if figure and printed == figure.printed else 0
    qualifier, number = printed[:length], printed[length:].strip()
    lang = wording.spoken_in(site.library, claim)
    start, last = parted(number, {number: lang})  # what is long breaks
    return {
        "evidence": evidence(site, fact),
        "qualifier": qualifier,
        "lang": lang,
        "start": start,
        "last": last,
        "others": [wording.said(site.library, fact, one) for one in others],
        "what": wording.counted_when(wording.unit(fact), _common_period(fact, (claim, *others))),
        "mark": mark(site, sheet, fact),
        "mending": mending.of_fact(site, sheet.addresses, fact, claim),
    }


def _common_period(fact: Fact, figures: Sequence[Claim]) -> Span | None:
    """The time of all figures of a card, if an article names one; None if it is not that of all.

    A figure whose articles name no time is of that of its question.
    """
    periods = [
        {
            claim.period
            for claim in fact.claims
            if claim.period and relation(fact, figure, claim) is Relation.SAME
        }
        for figure in figures
    ]
    named = set().union(*periods)
    theirs = [set[Span | None](found) or {fact.when} for found in periods]
    return named.pop() if len(named) == 1 and all(found == theirs[0] for found in theirs) else None


def _distinct_figures(site: Site, fact: Fact) -> list[Claim]:
    """The claims whose figures are not all the same, in the order of the sources: of those that are, the first."""
    found: list[Claim] = []
    for claim in (*compared_claims(site.library, fact), *fact.claims):
        same = (relation(fact, claim, other) is Relation.SAME for other in found)
        if claim.figure and not any(same):
            found.append(claim)
    return found


def people_directory(site: Site, sheet: Sheet, shown: Iterable[Person]) -> Markup:
    """People named: posts, spellings, what they said, where they appear."""
    people = sorted(shown, key=lambda person: _prominence(site, person))
    naming = Counter(source for person in people for source in person.spellings or {})
    named_by = site.beside.in_order(naming)
    countries = {person.country for person in people if person.country}
    return render(
        "people.html",
        cards=[_person(site, sheet, person) for person in people],
        countries=sorted(
            (
                (country, site.library.organizations[country].name)
                for country in countries
                if any(person.country != country for person in people)
            ),
            key=lambda named: alphabetical(named[1]),
        ),
        sources=[
            (source.id, wording.source(site.library, source.id))
            for source in named_by
            if site.beside.few and 0 < naming[source.id] < len(people)  # a choice that chooses
        ],
        legend=legend(site, named_by, wording.NAMING_CELLS),
        addresses=sheet.addresses,
    )


def _prominence(site: Site, person: Person) -> tuple[int, int, str]:
    """Whom most articles name comes first, then who appears in most questions."""
    return (
        -sum(source in site.library.place for source in person.spellings or {}),
        -len(site.appearances.get(person.id, [])),
        alphabetical(person.name),
    )


def _person(site: Site, sheet: Sheet, person: Person) -> dict[str, object]:
    naming = site.naming(person)
    spellings = _spellings(site, person)
    named_by = [wording.source(site.library, source.id) for source, named in naming if named]
    dates = [source.published for source in site.earlier(person)]
    elsewhere = wording.listed([wording.span(day) for day in dict.fromkeys(dates) if day])
    return {
        "body": person,
        "elsewhere": elsewhere,
        "names": list(dict.fromkeys([person.name, *(spelling for spelling, _ in spellings)])),
        "classes": " ".join(
            filter(
                None,
                [
                    person.country,
                    *(source.id for source, named in naming if named),
                    "other-event" if elsewhere else "",
                ],
            )
        ),
        "country": site.library.organizations[person.country].name if person.country else "",
        "roles": _roles(site, person),
        "spellings": spellings,
        "said": [
            (
                claim.quotation,
                site.library.language(claim.source),
                wording.source(site.library, claim.source),
                fact,
            )
            for fact in site.spoken(person.id)
            for claim in fact.claims
            if claim.quotation
        ],
        "facts": site.appearances.get(person.id, []),
        "remark": remark(site, person.remark),
        "mending": mending.of_person(site, sheet.addresses, person),
        "strip": render(
            "naming_strip.html",
            label=_("Named by %(publishers)s", publishers=wording.listed(named_by)),
            cells=naming,
            others=len(site.library.compared) - len(naming),
        ),
    }


def _roles(site: Site, person: Person) -> list[dict[str, object]]:
    """A person's posts, each once, with the articles that give it and the words in each.

    Posts that fold to the same words are one; a body that its post names already is not named again.
    """
    given: dict[tuple[tuple[str, ...], str | None], list[Role]] = defaultdict(list)
    for role in person.roles:
        given[tuple(words(role.post)), role.organization].append(role)
    return [
        {
            "post": roles[0].post,
            "organization": body,
            "told": body is not None and body.name.casefold() in roles[0].post.casefold(),
            "words": [
                (
                    wording.source(site.library, role.source),
                    passage(site.library.sources[role.source], role.locator),
                )
                for role in roles
            ],
        }
        for (_, organization), roles in given.items()
        for body in [site.library.organizations.get(organization or "")]
    ]


def _spellings(site: Site, body: Person | Organization) -> list[tuple[str, str]]:
    by_spelling: dict[str, list[str]] = defaultdict(list)
    for source, spellings in (body.spellings or {}).items():
        for spelling in spellings:
            by_spelling[spelling].append(wording.source(site.library, source))
    return [(spelling, wording.enumerated(sources)) for spelling, sources in by_spelling.items()]


def organization_list(site: Site, sheet: Sheet, listed: Iterable[Organization]) -> Markup:
    """Bodies: what each is, what stands above it, its people, what it published, where it appears."""
    bodies = sorted(listed, key=lambda body: alphabetical(body.name))
    publishers = site.publications
    states = [body for body in bodies if body.kind == "state"]
    outlets = [body for body in bodies if body.id in publishers]
    others = [body for body in bodies if body.kind != "state" and body.id not in publishers]
    groups = [(_("States"), states), (_("Bodies"), others), (_("Publishers"), outlets)]
    shown = [
        (title, [_organization(site, sheet, body) for body in group])
        for title, group in groups
        if group
    ]
    return render("organizations.html", groups=shown, addresses=sheet.addresses)


def _organization(site: Site, sheet: Sheet, body: Organization) -> dict[str, object]:
    return {
        "body": body,
        "above": site.library.organizations.get(body.part_of or ""),
        "people": site.staff.get(body.id, []),
        "published": site.publications.get(body.id, []),
        "spellings": _spellings(site, body),
        "facts": site.appearances.get(body.id, []),
        "remark": remark(site, body.remark),
        "mending": mending.of_organization(site, sheet.addresses, body),
    }


def source_list(site: Site, sheet: Sheet, sources: Mapping[str, Source]) -> Markup:
    """Compared sources with their profiles, and sources of our remarks."""
    context = [source for source in sources.values() if source.use == "context"]
    return render(
        "sources.html",
        cards=[
            _profile(site, sheet, source)
            for source in site.library.compared
            if source.id in sources
        ],
        context=[
            (
                source,
                wording.publisher(site.library, source.id),
                mending.of_source(site, sheet.addresses, source),
            )
            for source in context
        ],
        addresses=sheet.addresses,
    )


def article_list(site: Site, sheet: Sheet) -> Markup:
    """The compared articles in short, for the margin: publisher, kind and country, title, day, and what it credits.

    Of many, the first are enough to see of what kind they are.
    """
    articles = [
        (
            source,
            site.library.publisher(source.id),
            _country(site, source),
            wording.published(source),
            [wording.short_name(site.library, body) for body, _ in site.profile(source).credited],
        )
        for source in site.library.compared[:FEW]
    ]
    return render(
        "articles.html",
        articles=articles,
        total=len(site.library.compared),
        addresses=sheet.addresses,
    )


def _country(site: Site, source: Source) -> str:
    """The name of the country of an article's publisher; empty where none is known."""
    country = site.library.publisher(source.id).country
    return site.library.organizations[country].name if country else ""


def _profile(site: Site, sheet: Sheet, source: Source) -> Mapping[str, object]:
    profile = site.profile(source)
    publisher = site.library.publisher(source.id)
    return {
        "source": profile.source,
        "publisher": publisher,
        "name": wording.source(site.library, source.id),
        "profile": profile,
        "origins": [
            (wording.short_name(site.library, body), count) for body, count in profile.origins
        ],
        "credited": [
            (wording.short_name(site.library, body), count) for body, count in profile.credited
        ],
        "archive": archive(profile.source),
        "about": remark(site, publisher.remark),
        "remark": remark(site, profile.source.remark),
        "mending": mending.of_source(site, sheet.addresses, source),
    }


def rules() -> Markup:
    """The rules and constants that agreement is computed with, from where the machine has them."""
    margin, least = int(100 * MARGIN), decimal(1 - MARGIN)
    bounds = [
        (
            _(bound.value, margin=margin, least=least),
            [name for name, its in QUALIFIERS.items() if its is bound],
        )
        for bound in Bound
    ]
    return render("rules.html", bounds=bounds, states=list(wording.STATE_MEANINGS.items()))


def coverage_report(site: Site) -> Markup:
    """How many locators were checked against their articles, and how much of each article they show."""
    covered = coverage(site.library)
    shares = {s: share for s, share in covered.shown.items() if s in site.library.sources}
    named = shares if len(shares) <= FEW else nlargest(FEW, shares, key=shares.__getitem__)
    return render(
        "coverage.html",
        coverage=covered,
        shown=[(wording.source(site.library, s), percent(shares[s])) for s in named],
        others=len(shares) - len(named),
        most=percent(MOST_SHOWN),
        short=decimal(SHORT),
    )


def data_files(sheet: Sheet) -> Markup:
    """The files that programs take, with what each holds."""
    files = [
        (path.format("…"), "{}" not in path, wording.capitalize_first(about))
        for path, about in catalog.ABOUT.items()
    ]
    return render("data_files.html", files=files, addresses=sheet.addresses, folder=catalog.FOLDER)


def notebook(sheet: Sheet) -> Markup:
    """Three lines of Python that load every fact; a test runs them against the built site."""
    return render("notebook.html", addresses=sheet.addresses, folder=catalog.FOLDER)
