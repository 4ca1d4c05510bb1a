"""The shapes of the exports, key by key: the JSON Schemas are made from these classes.

This is the promise of version 1. A key stays, with its name, its type and its meaning; keys and files may come
in addition. tests/shapes/v1.txt keeps what was promised.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

VERSION = "v1"

Address = Annotated[
    str, Field(description="where it stands; below the site's own address if that is not known")
]
Day = Annotated[str, Field(description="a day: 2031-05-07")]
Number = Annotated[int | float, WithJsonSchema({"type": "number"})]
Id = Annotated[str, Field(description="the name of its file in data/, which stays")]


class Shape(BaseModel):
    """Every key is always there: null or an empty list where there is nothing."""

    model_config = ConfigDict(frozen=True)


class Time(Shape):
    """A date or a period, as precise as it is known and no more."""

    typed: str = Field(description="2031-05-07, 2031-05, 2031, A/B or since A")
    first: Day = Field(description="its first possible day")
    last: Day | None = Field(description="its last possible day; null if it is open to the end")
    text: str = Field(description="as the pages print it")


class Body(Shape):
    """A person or an organization, where another record names it."""

    id: Id
    name: str
    short: str = Field(description="its abbreviation, if it has one; else its name")


class Remark(Shape):
    """The editors' own sentence, which no article says."""

    text: str
    sources: list[Id] = Field(description="the sources that it rests on")


class Interval(Shape):
    """The numbers from low to high: null is without end, and an open end is not itself in it."""

    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool


class Figure(Shape):
    """A quantity as its article prints it, and the numbers that it allows."""

    printed: str
    qualifier: str = Field(description="around, more than; empty if it has none")
    low: Number = Field(description="its number, or the first of its two")
    high: Number = Field(description="its number, or the second of its two")
    percent: bool
    currency: str | None = Field(description="the sign of its money: €")
    core: Interval = Field(description="what the number itself says")
    wide: Interval = Field(description="what it says with its margin")


class Answer(Shape):
    """One of the answers that a question takes."""

    id: str
    wording: str
    includes: list[str] = Field(description="the answers that hold if this one does")


class Reading(Shape):
    """One of the ways in which an unclear statement can be read."""

    said: str = Field(description="as the pages print it")
    date: Time | None
    figure: Figure | None
    answer: str | None
    because: str


class Claim(Shape):
    """What one source says on a question."""

    id: str = Field(description="fact/source, and /2, /3 … for what else that source says on it")
    source: Id
    publisher: Body
    kind: Literal["figure", "date", "readings", "answer", "quotation", "says"] = Field(
        description="which of the keys of these names is given"
    )
    said: str = Field(description="what it says, as the pages print it")
    figure: Figure | None
    date: Time | None
    readings: list[Reading]
    answer: str | None
    quotation: str | None
    says: str | None = Field(description="the article's own words, where it has no other form")
    printed: str | None = Field(description="the article's words for its date, readings or figure")
    origins: list[Body] = Field(description="who made the statement, if the article names them")
    via: Body | None = Field(description="the outlet that the article credits")
    hedge: str | None = Field(description="a word that weakens it: reportedly")
    period: Time | None
    side: str | None = Field(description="where sources differ: which answer it stands on")
    locator: str = Field(description="the words of the article that carry it; its publisher's")
    translation: str | None = Field(description="the editors' translation of the locator")
    found: bool | None = Field(
        description="whether the locator was found in the article; null if that is unchecked"
    )
    passage: str = Field(description="the address of the article at these words")
    remark: Remark | None


class Via(Shape):
    """An outlet that two or more articles credit."""

    outlet: Body
    articles: int


class Agreement(Shape):
    """What the claims say together and how many stand behind it: computed, never typed."""

    state: Literal["differ", "unclear", "single", "same", "compatible"]
    articles: int
    origins: list[Body]
    named_by: int = Field(description="how many articles name an origin")
    via: list[Via]
    support: str = Field(description="how many stand behind it, as the pages print it")


class Pair(Shape):
    """How two claims of different articles stand to each other."""

    one: str = Field(description="the id of a claim")
    other: str = Field(description="the id of another")
    relation: Literal["same", "compatible", "conflict"]
    because: str


class Shown(Shape):
    """A page that shows a fact."""

    page: str = Field(description="its name")
    address: Address
    shows: list[str] = Field(description="what stands there of the fact")


class Fact(Shape):
    """One question, what each source says on it, and how far they agree."""

    id: Id
    address: Address
    topic: str
    question: str
    label: str
    unit: str | None
    when: Time | None = Field(description="the time that the question is about")
    event: str | None = Field(description="makes it a stop of the timeline")
    about: list[Body]
    answers: list[Answer]
    several: bool = Field(description="a source may give several answers, none excludes another")
    speaker: Body | None
    see_also: list[Id]
    checked: Day | None = Field(description="when somebody last compared it with the articles")
    agreement: Agreement
    claims: list[Claim] = Field(description="in the order of the sources")
    silent: list[Id] = Field(description="compared sources with nothing on it, which is no denial")
    before: list[Id] = Field(description="compared sources that were published before the event")
    others_silent: int = Field(
        description="how many more are silent: of many sources, those that answer no question of the topic are counted"
    )
    others_before: int = Field(description="how many more were published before the event")
    relations: list[Pair]
    pages: list[Shown]
    remark: Remark | None


class Former(Shape):
    """A question that is asked no more: it leads on to where it is answered now."""

    id: Id
    address: Address
    topic: str
    question: str
    label: str
    kind: Literal["moved", "split", "retired"]
    to: list[Id]
    because: str | None


class Topic(Shape):
    """A group of questions."""

    id: str
    title: str


class Source(Shape):
    """A published article, or another page that was read."""

    id: Id
    address: Address
    use: Literal["compared", "context"] = Field(description="context: of remarks only")
    place: int | None = Field(description="its place among what is compared, from 1")
    code: str | None
    title: str | None
    publisher: Body
    kind: str = Field(description="what its publisher is")
    published: Time | None
    published_text: str = Field(description="as the pages print it")
    dated: str | None = Field(description="how the date is known")
    url: str
    archive: str | None = Field(description="the address of an archived copy")
    language: str | None
    checked: Day | None = Field(description="when somebody last read it")
    remark: Remark | None


class License(Shape):
    """On which terms this may be used."""

    address: str | None = Field(description="the license of the data; null if none is named")
    terms: str = Field(description="all terms in words, of what is not the editors', too")


class Facts(Shape):
    """Every fact, in the order of the site, and every question that is asked no more."""

    site: str = Field(description="the site's name")
    license: License
    topics: list[Topic]
    sources: list[Source] = Field(description="what is compared, in its order; then the others")
    facts: list[Fact]
    former: list[Former]


class OneFact(Shape):
    """One fact, or a question that is asked no more: one of the two is null."""

    site: str = Field(description="the site's name")
    license: License
    fact: Fact | None
    former: Former | None


class Role(Shape):
    """A post that a person holds, as one source gives it."""

    post: str
    organization: Body | None
    source: Id
    locator: str = Field(description="the words of the article that give it; its publisher's")


class Spellings(Shape):
    """How one source writes a name."""

    source: Id
    spellings: list[str]


class Native(Shape):
    """A name in a script of its own."""

    language: str
    name: str


class Person(Shape):
    """Someone whom the sources name."""

    id: Id
    address: Address
    name: str
    native: list[Native]
    country: Body | None
    roles: list[Role]
    spellings: list[Spellings]
    facts: list[Id] = Field(description="where the person appears")
    remark: Remark | None


class People(Shape):
    """Everyone whom the sources name."""

    site: str = Field(description="the site's name")
    license: License
    people: list[Person]


class Abbreviation(Shape):
    """Letters that articles use for a body, and what they stand for."""

    letters: str
    stand_for: str


class Organization(Shape):
    """A body that speaks, publishes or takes part; a state, too."""

    id: Id
    address: Address
    name: str
    short: str | None
    abbreviations: list[Abbreviation]
    kind: str
    part_of: Body | None
    country: Body | None
    spellings: list[Spellings]
    facts: list[Id] = Field(description="where the body appears")
    sources: list[Id] = Field(description="what it published")
    remark: Remark | None


class Organizations(Shape):
    """Every body that speaks, publishes or takes part."""

    site: str = Field(description="the site's name")
    license: License
    organizations: list[Organization]


class Listed(Shape):
    """One of the files."""

    path: str = Field(description="below the folder of the index")
    about: str
    type: str = Field(description="its media type")
    size: int = Field(description="in bytes")
    sha256: str
    described_by: str | None = Field(description="its JSON Schema, below the folder of the index")


class Index(Shape):
    """All files of this version."""

    site: str = Field(description="the site's name")
    address: str | None = Field(description="the site's address, if it is known")
    version: Literal["v1"]
    promise: str
    license: License
    commit: str | None = Field(description="the commit that was exported, if git can tell")
    files: list[Listed]
