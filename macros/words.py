"""The words that editors write in docs/. They never raise: what can't be printed shows why, in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from itertools import combinations
from typing import Any, TypeVar

from markupsafe import Markup

from macros import blocks, changelog, linked_data, mending, wording
from macros.addresses import Addresses
from macros.changes.chronicle import Chronicle
from macros.chart import chart
from macros.cite import Cited, citation, cited
from macros.cover import cover
from macros.dates import Span
from macros.docs import WORDS, Call, chosen, problem
from macros.escape import text
from macros.evidence import evidence, parted, shown, strips
from macros.flow import flow
from macros.fold import words
from macros.history import Commit
from macros.language import _
from macros.marks import mark
from macros.model import Claim, Entity, Fact, Question
from macros.relation import Relation, relation
from macros.rendering import render
from macros.sheet import END, Sheet
from macros.site import Site
from macros.stalest import stalest
from macros.timeline import timeline
from macros.volumes import Divided, Volumes

_E = TypeVar("_E", bound=Entity)
_Describe = Callable[[Site, Addresses, Iterable[_E]], list[linked_data.Node]]


def fault_mark(message: str) -> Markup:
    """A visible mark for editors: it says what is wrong where the word stands."""
    return text(Markup('<span class="fault" role="note">{}</span>').format(text(message)))


class Words:
    """The vocabulary, bound to a site and to the page that is being written (`sheet`)."""

    def __init__(
        self,
        site: Site,
        chronicle: Chronicle | None = None,
        name: str = "",
        volumes: Volumes | None = None,
    ) -> None:
        """Take what was computed, what became of it, the name of the site, and where its lists are cut."""
        self.site = site
        self.chronicle = chronicle or Chronicle()
        self.name = name
        self.sheet = Sheet()
        self.volumes = volumes or Volumes()
        self._divided = Divided(self.volumes)

    def all(self) -> dict[str, Callable[..., str]]:
        """Every word by its name, as Jinja calls it."""
        return {name: self._guarded(name) for name in WORDS}

    def notes(self) -> Markup:
        """The list of notes of the page that is being written."""
        if not self.sheet.notes:
            return Markup()
        addresses = self.sheet.addresses
        notes = [
            (note, evidence(self.site, note.fact), mending.of_fact(self.site, addresses, note.fact))
            for note in self.sheet.notes.values()
        ]
        return render(
            "notes.html",
            notes=notes,
            addresses=addresses,
            shown=shown(self.site, addresses),
            strip=strips(self.site),
            above=Markup(END),
        )

    def _guarded(self, name: str) -> Callable[..., str]:
        """Run a word only if its call has no problem; it prints inline or as a block, as the table says."""
        run = getattr(self, f"_{name}")

        @wraps(run)
        def word(*arguments: Any, **options: Any) -> str:
            call = Call(
                0, 0, name, tuple(map(str, arguments)), {k: str(v) for k, v in options.items()}
            )
            message = problem(self.site.library, call)
            markup = fault_mark(message) if message else run(*call.arguments, **call.options)
            return self.sheet.block(markup) if WORDS[name].block else self.sheet.inline(markup)

        return word

    # What claims say, each ending in its note

    def _figure(self, fact_id: str, **choice: str) -> Markup:
        return self._said("figure", fact_id, choice)

    def _date(self, fact_id: str, **choice: str) -> Markup:
        return self._said("date", fact_id, choice)

    def _answer(self, fact_id: str, **choice: str) -> Markup:
        return self._said("answer", fact_id, choice)

    def _says(self, fact_id: str, **choice: str) -> Markup:
        return self._said("says", fact_id, choice)

    def _quotation(self, fact_id: str, **choice: str) -> Markup:
        return self._said("quotation", fact_id, choice)

    def _period(self, fact_id: str, **choice: str) -> Markup:
        fact = self.site.library.facts[fact_id]
        claims = chosen(self.site.library, fact, "period", choice)
        by_period: dict[Span, dict[str, None]] = {}
        for claim in claims:
            if claim.period:
                source = wording.source(self.site.library, claim.source)
                by_period.setdefault(claim.period, {})[source] = None
        if len(by_period) > 1:
            said = _with_sources({wording.span(one): [*by] for one, by in by_period.items()})
        else:
            period = next(iter(by_period), fact.when)
            said = wording.span(period) if period else ""
        return self._sourced(fact, said)

    def _cite(self, fact_id: str) -> Markup:
        return mark(self.site, self.sheet, self.site.library.facts[fact_id])

    def _said(self, word: str, fact_id: str, choice: dict[str, str]) -> Markup:
        fact = self.site.library.facts[fact_id]
        claims = chosen(self.site.library, fact, word, choice)
        library = self.site.library
        spoken = {
            wording.attributed(library, fact, claim): wording.spoken_in(library, claim)
            for claim in reversed(claims)
        }
        spoken |= {
            qualifier: library.language(claim.source)
            for claim in claims
            if (qualifier := wording.qualifier(claim))
        }
        style = " verbatim" if word in ("says", "quotation") else ""
        return self._sourced(fact, _in_words(self.site, fact, claims), style, spoken)

    def _sourced(
        self, fact: Fact, said: str, style: str = "", spoken: Mapping[str, str | None] | None = None
    ) -> Markup:
        """Print a sourced span; its last word and its mark never part at a line's end.

        `spoken` has the words in it that may be of another language than the site's, with their languages.
        """
        state = self.site.agreement(fact).state
        start, last = parted(said, spoken or {})
        kept = Markup('<span class="nb">{}{}</span>').format(
            last, mark(self.site, self.sheet, fact)
        )
        blamed = self.site.blamed.get(fact.path)
        return Markup('<span class="src {}">{}{}</span>{}').format(
            text(f"{state}{style}"), start, kept, fault_mark(blamed) if blamed else Markup()
        )

    # Names, and what is computed

    def _person(self, person_id: str) -> Markup:
        person = self.site.library.people[person_id]
        return _link(self.sheet.addresses.person(person_id), text(person.name))

    def _organization(self, organization_id: str) -> Markup:
        body = self.site.library.organizations[organization_id]
        link = self.sheet.addresses.organization(organization_id)
        if body.short is None:
            return _link(link, text(body.name))
        if organization_id in self.sheet.introduced:
            return text(body.short)
        self.sheet.introduced.add(organization_id)
        return _link(link, text(f"{body.name} ({body.short})"))

    def _source(self, source_id: str) -> Markup:
        return _link(
            self.sheet.addresses.source(source_id),
            text(wording.source(self.site.library, source_id)),
        )

    def _agreement(self, fact_id: str) -> Markup:
        found = self.site.agreement(self.site.library.facts[fact_id])
        return render(
            "agreement.html",
            state=found.state,
            support=wording.support(self.site.library, found.support),
        )

    def _articles(self, fact_id: str) -> Markup:
        count = self.site.agreement(self.site.library.facts[fact_id]).support.articles
        return Markup('<span class="computed">{}</span>').format(
            text(wording.spelled_articles(count))
        )

    def _plain(self, value: str) -> Markup:
        return Markup('<span class="ours">{}</span>').format(text(value))

    # Blocks

    def _comparison_table(self, first: str = "") -> Markup:
        topics = self.listed("comparison_table", first)
        return blocks.comparison_table(self.site, self.sheet, topics, first)

    def _people_directory(self, first: str = "") -> Markup:
        people = self.listed("people_directory", first)
        self._means(linked_data.people, people)
        return blocks.people_directory(self.site, self.sheet, people.values())

    def _organization_list(self, first: str = "") -> Markup:
        bodies = self.listed("organization_list", first)
        self._means(linked_data.organizations, bodies)
        return blocks.organization_list(self.site, self.sheet, bodies.values())

    def _source_list(self, first: str = "") -> Markup:
        sources = self.listed("source_list", first)
        self._means(linked_data.articles, sources)
        return blocks.source_list(self.site, self.sheet, sources)

    def _article_list(self) -> Markup:
        return blocks.article_list(self.site, self.sheet)

    def _differences(self, first: str = "") -> Markup:
        topics = self.listed("differences", first)
        return blocks.differences(self.site, self.sheet, topics)

    def _single_source_list(self, first: str = "") -> Markup:
        sources = self.listed("single_source_list", first)
        return blocks.single_source_list(self.site, self.sheet, sources)

    def _topic_list(self) -> Markup:
        return blocks.topic_list(self.site, self.sheet)

    def _fact_entries(self, topic: str) -> Markup:
        left = self.chronicle.left(topic, self.site.library)
        if topic in self.site.library.waiting and not left:
            return Markup('<p class="computed">{}</p>').format(
                text(_("No question is asked here yet."))
            )
        facts = {fact.id: fact for fact in self.site.topics.get(topic, ())}
        self._means(linked_data.facts, facts)
        return blocks.fact_entries(self.site, self.sheet, topic, left, self._below)

    def _changes(self) -> Markup:
        return changelog.changelog(self.site, self.sheet, self.chronicle)

    def listed(self, word: str, first: str) -> Mapping[str, Any]:
        """What a list that can be cut shows where it begins at `first`, by ids or topics."""
        library = self.site.library
        by_id: Mapping[str, Mapping[str, Any]] = {
            "people_directory": library.people,
            "organization_list": library.organizations,
            "source_list": library.sources,
            "single_source_list": library.sources,
        }
        return self._divided.volume(word, first, by_id.get(word, self.site.topics))

    def _means(self, describe: _Describe[_E], entities: Mapping[str, _E]) -> None:
        """Tell machines what the page shows."""
        self.sheet.linked += describe(self.site, self.sheet.addresses, entities.values())

    def _below(self, question: Question) -> Markup:
        """What became of a question, and how to cite it."""
        past = changelog.of_question(self.site, self.chronicle, self.sheet, question)
        if not isinstance(question, Fact):
            return past
        addresses = self.sheet.addresses
        here = f"{addresses.here}#{question.id}"
        entry = Cited(question.id, "entry", question.question, self.name, here)
        commit = self.chronicle.last_of(question)
        return past + citation(cited(addresses, entry, commit, question.path))

    def _how_to_cite(self) -> Markup:
        home = self.sheet.addresses.site or "/"
        whole = Cited("site", "webpage", self.name, self.name, home)
        return citation(cited(self.sheet.addresses, whole, self.chronicle.newest))

    def cite_page(self, title: str, name: str, commit: Commit | None) -> Markup:
        """How to cite the page that is being written, by its headline and the name of its file."""
        page = Cited(f"page-{name}", "webpage", title, self.name, self.sheet.addresses.here)
        return citation(cited(self.sheet.addresses, page, commit))

    def _key_figures(self, *fact_ids: str) -> Markup:
        return blocks.key_figures(
            self.site, self.sheet, [self.site.library.facts[i] for i in fact_ids]
        )

    def _contact(self) -> Markup:
        return render("contact.html", addresses=self.sheet.addresses)

    def _rules(self) -> Markup:
        return blocks.rules()

    def _coverage(self) -> Markup:
        return blocks.coverage_report(self.site)

    def _stalest(self) -> Markup:
        return stalest(self.site, self.sheet)

    def _data_files(self) -> Markup:
        self.sheet.linked.append(linked_data.dataset(self.name, self.sheet.addresses))
        return blocks.data_files(self.sheet)

    def _notebook(self) -> Markup:
        return blocks.notebook(self.sheet)

    def _cover(self, first: str = "") -> Markup:
        return cover(self.site, self.sheet, self.listed("cover", first))

    def _flow(self, fact_id: str) -> Markup:
        return flow(self.site, self.sheet, self.site.library.facts[fact_id])

    def _how_to_read(self, fact_id: str) -> Markup:
        fact = self.site.library.facts[fact_id]
        return render(
            "how.html",
            articles=self.site.agreement(fact).support.articles,
            said=self._said("how_to_read", fact_id, {}),
            unit=wording.unit(fact),
        )

    def _timeline(self, topic: str) -> Markup:
        return timeline(self.site, self.sheet, topic)

    def _chart(self, *fact_ids: str, title: str = "", subtitle: str = "") -> Markup:
        facts = [self.site.library.facts[i] for i in fact_ids]
        return chart(self.site, self.sheet, facts, title, subtitle)


def _link(address: str, name: Markup) -> Markup:
    return Markup('<a href="{}">{}</a>').format(text(address), name)


def _in_words(site: Site, fact: Fact, claims: Sequence[Claim]) -> str:
    """Print what claims say: once if they say the same, else each distinct value with its source.

    A figure is not another one because of its minus, or of its comma: −5,000 and -5000.
    """
    if _all_same(fact, claims):
        return wording.by_itself(site.library, fact, claims[0])
    by_value: dict[object, tuple[str, list[str]]] = {}
    for claim in claims:
        said = wording.by_itself(site.library, fact, claim)
        _, sources = by_value.setdefault(words(said) if claim.figure else said, (said, []))
        source = wording.source(site.library, claim.source)
        if source not in sources:
            sources.append(source)
    if fact.several:
        return wording.listed([said for said, _ in by_value.values()])
    if len(by_value) == 1:
        return next(said for said, _ in by_value.values())
    return _with_sources(dict(by_value.values()))


def _with_sources(said: Mapping[str, Sequence[str]]) -> str:
    """Print every value with the articles that have it."""
    return wording.either([f"{one} ({wording.enumerated(by)})" for one, by in said.items()])


def _all_same(fact: Fact, claims: Sequence[Claim]) -> bool:
    return all(relation(fact, a, b) is Relation.SAME for a, b in combinations(claims, 2))
