"""The records of a site, in the shapes of the exports. Nothing is computed here that the pages compute otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros import model, wording
from macros.addresses import Addresses
from macros.agreement import Standing, compared_claims, pairs
from macros.changes.chronicle import Chronicle
from macros.evidence import Line, evidence
from macros.export import shapes
from macros.export.changed import change, version
from macros.export.publication import Publication
from macros.export.values import day, figure, reading, remark, spellings, when
from macros.language import _
from macros.passages import passages
from macros.places import Place, page_names, places
from macros.site import Site


@dataclass(frozen=True)
class Records:
    """What the files of a publication are written from; each record is made once."""

    site: Site
    publication: Publication
    chronicle: Chronicle

    @cached_property
    def facts(self) -> dict[str, shapes.Fact]:
        """Every fact by its id, in the order of the site."""
        return {fact.id: self._fact(fact) for fact in self.site.facts}

    @cached_property
    def former(self) -> dict[str, shapes.Former]:
        """Every question that is asked no more, by its id."""
        return {former.id: self._former(former) for former in self.site.library.former.values()}

    @cached_property
    def people(self) -> list[shapes.Person]:
        """Everyone, by id."""
        return [self._person(person) for _, person in sorted(self.site.library.people.items())]

    @cached_property
    def organizations(self) -> list[shapes.Organization]:
        """Every body, by id."""
        return [
            self._organization(body) for _, body in sorted(self.site.library.organizations.items())
        ]

    @cached_property
    def changes(self) -> list[shapes.Change]:
        """What became of the questions, the newest first; of those that are gone, too."""
        return [change(self._addresses, made) for made in self.chronicle.changes]

    def changes_of(self, question_id: str) -> list[shapes.Change]:
        """What became of one question, the newest first."""
        return self._changes_of.get(question_id, [])

    @cached_property
    def _changes_of(self) -> dict[str, list[shapes.Change]]:
        found: dict[str, list[shapes.Change]] = defaultdict(list)
        for made in self.changes:
            found[made["fact"]].append(made)
        return found

    @property
    def history(self) -> shapes.Known:
        """How much of the history is known."""
        return self.chronicle.missing.value if self.chronicle.missing else "whole"

    @property
    def topics(self) -> list[shapes.Topic]:
        """The groups of questions, in their order."""
        return [
            shapes.Topic(id=topic, title=title) for topic, title in self.site.library.topics.items()
        ]

    @cached_property
    def sources(self) -> list[shapes.Source]:
        """What is compared, in its order; then the others, by id."""
        library = self.site.library
        others = sorted(library.sources.keys() - library.place.keys())
        found = [*library.compared, *(library.sources[source] for source in others)]
        return [self._source(source) for source in found]

    @cached_property
    def _addresses(self) -> Addresses:
        return self.publication.addresses

    def _fact(self, fact: model.Fact) -> shapes.Fact:
        claims = compared_claims(self.site.library, fact)
        ids = claim_ids(fact, claims)
        return shapes.Fact(
            id=fact.id,
            address=self._addresses.fact(fact),
            topic=fact.topic,
            question=fact.question,
            label=fact.label,
            unit=fact.unit,
            when=when(fact.when),
            event=fact.event,
            about=self._bodies(fact.about),
            answers=[
                shapes.Answer(id=key, wording=answer.wording, includes=list(answer.includes or ()))
                for key, answer in (fact.answers or {}).items()
            ],
            several=bool(fact.several),
            speaker=self._body(fact.speaker),
            see_also=list(fact.see_also or ()),
            checked=day(fact.checked),
            agreement=self._agreement(fact),
            claims=[
                self._claim(fact, line, ids[id(line.claim)])
                for line in evidence(self.site, fact).lines
            ],
            silent=self._standing(fact, Standing.SILENT),
            before=self._standing(fact, Standing.BEFORE),
            others_silent=self.site.others(fact).silent,
            others_before=self.site.others(fact).before,
            relations=[
                shapes.Pair(
                    one=ids[id(pair.one)],
                    other=ids[id(pair.other)],
                    relation=pair.ground.relation.value,
                    because=_(pair.ground.because),
                )
                for pair in pairs(fact, claims)
            ],
            pages=self._pages(fact),
            remark=remark(fact.remark),
            last_change=self._last_change(fact),
        )

    def _agreement(self, fact: model.Fact) -> shapes.Agreement:
        found = self.site.agreement(fact)
        return shapes.Agreement(
            state=found.state.value,
            articles=found.support.articles,
            origins=self._bodies(found.support.origins),
            named_by=found.support.named_by,
            via=[
                shapes.Via(outlet=self._named(outlet), articles=count)
                for outlet, count in found.support.via
            ],
            support=wording.support(self.site.library, found.support),
        )

    def _claim(self, fact: model.Fact, line: Line, claim_id: str) -> shapes.Claim:
        claim, source = line.claim, line.source
        return shapes.Claim(
            id=claim_id,
            source=claim.source,
            publisher=self._named(source.publisher),
            kind=claim.kind,
            said=line.said,
            figure=figure(claim.figure),
            date=when(claim.date),
            readings=[reading(fact, one) for one in claim.readings or ()],
            answer=claim.answer,
            quotation=claim.quotation,
            says=claim.says,
            printed=claim.printed,
            origins=self._bodies(claim.origins),
            via=self._body(claim.via),
            hedge=claim.hedge,
            period=when(claim.period),
            side=line.side.words if line.side else None,
            locator=claim.locator.text,
            translation=claim.translation,
            found=self._found[id(claim.locator)],
            passage=line.link,
            remark=remark(claim.remark),
        )

    def _standing(self, fact: model.Fact, standing: Standing) -> list[str]:
        return [cell.source.id for cell in self.site.cells(fact) if cell.standing is standing]

    def _pages(self, fact: model.Fact) -> list[shapes.Shown]:
        by_page: Mapping[str, list[Place]] = defaultdict(list)
        for place in self._places.get(fact.id, ()):
            by_page[place.path].append(place)
        return [
            shapes.Shown(
                page=self.page_names[path],
                address=self.page_addresses[path],
                shows=list(dict.fromkeys(_(place.what) for place in found)),
            )
            for path, found in by_page.items()
        ]

    @cached_property
    def _places(self) -> dict[str, list[Place]]:
        return places(self.site)

    @cached_property
    def page_names(self) -> dict[str, str]:
        """Every page by its file, in the order of the menu."""
        return page_names(self.site.library)

    @cached_property
    def page_addresses(self) -> dict[str, str]:
        """Where each page stands, by its file."""
        return {path: self._addresses.page_of(path) for path in self.page_names}

    @cached_property
    def _found(self) -> dict[int, bool | None]:
        """Whether each locator stands in its article, as it was looked up for the check."""
        return {id(passage.locator): passage.found for passage in passages(self.site.library)}

    def _former(self, former: model.Former) -> shapes.Former:
        return shapes.Former(
            id=former.id,
            address=self._addresses.fact(former),
            topic=former.topic,
            question=former.question,
            label=former.label,
            kind=former.kind,
            to=list(former.targets),
            because=former.because,
            last_change=self._last_change(former),
        )

    def _last_change(self, question: model.Question) -> shapes.Version | None:
        return version(self._addresses, self.chronicle.last_of(question), question.path)

    def _person(self, person: model.Person) -> shapes.Person:
        return shapes.Person(
            id=person.id,
            address=self._addresses.person(person.id),
            name=person.name,
            native=[
                shapes.Native(language=language, name=name)
                for language, name in (person.native or {}).items()
            ],
            country=self._body(person.country),
            roles=[
                shapes.Role(
                    post=role.post,
                    organization=self._body(role.organization),
                    source=role.source,
                    locator=role.locator.text,
                )
                for role in person.roles
            ],
            spellings=spellings(person.spellings),
            facts=self._appears(person.id),
            remark=remark(person.remark),
        )

    def _organization(self, body: model.Organization) -> shapes.Organization:
        return shapes.Organization(
            id=body.id,
            address=self._addresses.organization(body.id),
            name=body.name,
            short=body.short,
            abbreviations=[
                shapes.Abbreviation(letters=letters, stand_for=name)
                for letters, name in (body.abbreviations or {}).items()
            ],
            kind=body.kind,
            part_of=self._body(body.part_of),
            country=self._body(body.country),
            spellings=spellings(body.spellings),
            facts=self._appears(body.id),
            sources=sorted(source.id for source in self.site.publications.get(body.id, ())),
            remark=remark(body.remark),
        )

    def _appears(self, body_id: str) -> list[str]:
        return [fact.id for fact in self.site.appearances.get(body_id, ())]

    def _source(self, source: model.Source) -> shapes.Source:
        library = self.site.library
        return shapes.Source(
            id=source.id,
            address=self._addresses.source(source.id),
            use=source.use,
            place=library.place[source.id] + 1 if source.id in library.place else None,
            code=source.code,
            title=source.title,
            publisher=self._named(source.publisher),
            kind=library.publisher(source.id).kind,
            published=when(source.published),
            published_text=wording.published(source),
            dated=source.dated,
            url=source.url,
            archive=source.archive,
            language=source.lang,
            checked=day(source.checked),
            remark=remark(source.remark),
        )

    def _bodies(self, ids: Iterable[str] | None) -> list[shapes.Body]:
        return [self._named(body_id) for body_id in ids or ()]

    def _body(self, body_id: str | None) -> shapes.Body | None:
        return self._named(body_id) if body_id else None

    def _named(self, body_id: str) -> shapes.Body:
        if body_id not in self._bodies_named:
            library = self.site.library
            found = library.body(body_id)
            name, short = found.name if found else body_id, wording.short_name(library, body_id)
            self._bodies_named[body_id] = shapes.Body(id=body_id, name=name, short=short)
        return self._bodies_named[body_id]

    @cached_property
    def _bodies_named(self) -> dict[str, shapes.Body]:
        return {}


def claim_ids(fact: model.Fact, claims: Iterable[model.Claim]) -> dict[int, str]:
    """Name each claim by its fact and its source, and by a number from what a source says second."""
    seen: Counter[str] = Counter()
    ids = {}
    for claim in claims:
        seen[claim.source] += 1
        number = seen[claim.source]
        ids[id(claim)] = f"{fact.id}/{claim.source}" + (f"/{number}" if number > 1 else "")
    return ids
