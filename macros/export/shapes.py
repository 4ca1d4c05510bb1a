"""The shapes of the exports, key by key: the JSON Schemas are made from these classes.

This is the promise of version 1. A key stays, with its name, its type and its meaning; keys and files may come
in addition. tests/export/v1.txt keeps what was promised. Every key is always there: null or an empty list where
there is nothing.

A record is a plain dictionary, so that thousands of them are made and written in no time; mypy checks their keys.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, WithJsonSchema
from typing_extensions import TypedDict  # that of typing tells pydantic less before Python 3.12

VERSION: Final = "v1"

Address = Annotated[
    str, Field(description="where it stands; below the site's own address if that is not known")
]
Day = Annotated[str, Field(description="a day: 2031-05-07")]
Number = Annotated[int | float, WithJsonSchema({"type": "number"})]
Id = Annotated[str, Field(description="the name of its file in data/, which stays")]
State = Literal["differ", "unclear", "single", "same", "compatible"]
Moment = Annotated[str, Field(description="a day and a time: 2031-05-07T12:00:00+02:00")]
Known = Annotated[
    Literal["whole", "shallow", "no git"],
    Field(description="how much of the repository's history was there when this was written"),
]


class Time(TypedDict):
    """A date or a period, as precise as it is known and no more."""

    typed: Annotated[str, Field(description="2031-05-07, 2031-05, 2031, A/B or since A")]
    first: Annotated[Day, Field(description="its first possible day")]
    last: Annotated[
        Day | None, Field(description="its last possible day; null if it is open to the end")
    ]
    text: Annotated[str, Field(description="as the pages print it")]


class Body(TypedDict):
    """A person or an organization, where another record names it."""

    id: Id
    name: str
    short: Annotated[str, Field(description="its abbreviation, if it has one; else its name")]


class Remark(TypedDict):
    """The editors' own sentence, which no article says."""

    text: str
    sources: Annotated[list[Id], Field(description="the sources that it rests on")]


class Interval(TypedDict):
    """The numbers from low to high: null is without end, and an open end is not itself in it."""

    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool


class Figure(TypedDict):
    """A quantity as its article prints it, and the numbers that it allows."""

    printed: str
    qualifier: Annotated[str, Field(description="around, more than; empty if it has none")]
    low: Annotated[Number, Field(description="its number, or the first of its two")]
    high: Annotated[Number, Field(description="its number, or the second of its two")]
    percent: bool
    currency: Annotated[str | None, Field(description="the sign of its money: €")]
    core: Annotated[Interval, Field(description="what the number itself says")]
    wide: Annotated[Interval, Field(description="what it says with its margin")]


class Answer(TypedDict):
    """One of the answers that a question takes."""

    id: str
    wording: str
    includes: Annotated[list[str], Field(description="the answers that hold if this one does")]


class Reading(TypedDict):
    """One of the ways in which an unclear statement can be read."""

    said: Annotated[str, Field(description="as the pages print it")]
    date: Time | None
    figure: Figure | None
    answer: str | None
    because: str


class Claim(TypedDict):
    """What one source says on a question."""

    id: Annotated[
        str, Field(description="fact/source, and /2, /3 … for what else that source says on it")
    ]
    source: Id
    publisher: Body
    kind: Annotated[
        Literal["figure", "date", "readings", "answer", "quotation", "says"],
        Field(description="which of the keys of these names is given"),
    ]
    said: Annotated[str, Field(description="what it says, as the pages print it")]
    figure: Figure | None
    date: Time | None
    readings: list[Reading]
    answer: str | None
    quotation: str | None
    says: Annotated[
        str | None, Field(description="the article's own words, where it has no other form")
    ]
    printed: Annotated[
        str | None, Field(description="the article's words for its date, readings or figure")
    ]
    origins: Annotated[
        list[Body], Field(description="who made the statement, if the article names them")
    ]
    via: Annotated[Body | None, Field(description="the outlet that the article credits")]
    hedge: Annotated[str | None, Field(description="a word that weakens it: reportedly")]
    period: Time | None
    side: Annotated[
        str | None, Field(description="where sources differ: which answer it stands on")
    ]
    locator: Annotated[
        str, Field(description="the words of the article that carry it; its publisher's")
    ]
    translation: Annotated[str | None, Field(description="the editors' translation of the locator")]
    found: Annotated[
        bool | None,
        Field(
            description="whether the locator was found in the article; null if that is unchecked"
        ),
    ]
    passage: Annotated[str, Field(description="the address of the article at these words")]
    remark: Remark | None


class Via(TypedDict):
    """An outlet that two or more articles credit."""

    outlet: Body
    articles: int


class Agreement(TypedDict):
    """What the claims say together and how many stand behind it: computed, never typed."""

    state: State
    articles: int
    origins: list[Body]
    named_by: Annotated[int, Field(description="how many articles name an origin")]
    via: list[Via]
    support: Annotated[str, Field(description="how many stand behind it, as the pages print it")]


class Pair(TypedDict):
    """How two claims of different articles stand to each other."""

    one: Annotated[str, Field(description="the id of a claim")]
    other: Annotated[str, Field(description="the id of another")]
    relation: Literal["same", "compatible", "conflict"]
    because: str


class Shown(TypedDict):
    """A page that shows a fact."""

    page: Annotated[str, Field(description="its name")]
    address: Address
    shows: Annotated[list[str], Field(description="what stands there of the fact")]


class Version(TypedDict):
    """How a file stands, by the commit that left it so."""

    commit: str
    time: Moment
    stood: Annotated[
        str | None,
        Field(description="the file as this commit left it; null where no repository is known"),
    ]


LastChange = Annotated[
    Version | None,
    Field(description="null if no history is known, or if it holds an edit that is not committed"),
]


class Fact(TypedDict):
    """One question, what each source says on it, and how far they agree."""

    id: Id
    address: Address
    topic: str
    question: str
    label: str
    unit: str | None
    when: Annotated[Time | None, Field(description="the time that the question is about")]
    event: Annotated[str | None, Field(description="makes it a stop of the timeline")]
    about: list[Body]
    answers: list[Answer]
    several: Annotated[
        bool, Field(description="a source may give several answers, none excludes another")
    ]
    speaker: Body | None
    see_also: list[Id]
    checked: Annotated[
        Day | None, Field(description="when somebody last compared it with the articles")
    ]
    agreement: Agreement
    claims: Annotated[list[Claim], Field(description="in the order of the sources")]
    silent: Annotated[
        list[Id], Field(description="compared sources with nothing on it, which is no denial")
    ]
    before: Annotated[
        list[Id], Field(description="compared sources that were published before the event")
    ]
    others_silent: Annotated[
        int,
        Field(
            description="how many more are silent: of many sources, those that answer no question of the topic are counted"
        ),
    ]
    others_before: Annotated[
        int, Field(description="how many more were published before the event")
    ]
    relations: list[Pair]
    pages: list[Shown]
    remark: Remark | None
    last_change: LastChange


class Former(TypedDict):
    """A question that is asked no more: it leads on to where it is answered now."""

    id: Id
    address: Address
    topic: str
    question: str
    label: str
    kind: Literal["moved", "split", "retired"]
    to: list[Id]
    because: str | None
    last_change: LastChange


class Topic(TypedDict):
    """A group of questions."""

    id: str
    title: str


class Source(TypedDict):
    """A published article, or another page that was read."""

    id: Id
    address: Address
    use: Annotated[Literal["compared", "context"], Field(description="context: of remarks only")]
    place: Annotated[int | None, Field(description="its place among what is compared, from 1")]
    code: str | None
    title: str | None
    publisher: Body
    kind: Annotated[str, Field(description="what its publisher is")]
    published: Time | None
    published_text: Annotated[str, Field(description="as the pages print it")]
    dated: Annotated[str | None, Field(description="how the date is known")]
    url: str
    archive: Annotated[str | None, Field(description="the address of an archived copy")]
    language: str | None
    checked: Annotated[Day | None, Field(description="when somebody last read it")]
    remark: Remark | None


class License(TypedDict):
    """On which terms this may be used."""

    address: Annotated[
        str | None, Field(description="the license of the data; null if none is named")
    ]
    terms: Annotated[str, Field(description="all terms in words, of what is not the editors', too")]


class Facts(TypedDict):
    """Every fact, in the order of the site, and every question that is asked no more."""

    site: Annotated[str, Field(description="the site's name")]
    license: License
    topics: list[Topic]
    sources: Annotated[
        list[Source], Field(description="what is compared, in its order; then the others")
    ]
    facts: list[Fact]
    former: list[Former]


class Commit(TypedDict):
    """A state of the data that somebody committed."""

    id: str
    time: Moment
    subject: Annotated[str, Field(description="its first line, in its editor's words")]
    address: Annotated[str | None, Field(description="null where no repository is known")]


class Reason(TypedDict):
    """Why something changed, as an editor typed it."""

    word: Literal["corrected", "withdrawn", "superseded"]
    because: str


class ClaimChange(TypedDict):
    """One claim in its two states."""

    step: Literal["added", "changed", "taken out"]
    became: Annotated[
        Literal["added", "changed", "taken out", "corrected", "withdrawn", "superseded"],
        Field(description="its step, or what an editor typed it to be"),
    ]
    source: Annotated[str, Field(description="the id of its source, which may be gone")]
    publisher: str
    was: Annotated[str | None, Field(description="what it said; null if it is new")]
    now: Annotated[str | None, Field(description="what it says; null if it was taken out")]
    details: Annotated[list[str], Field(description="what else changed of it")]


class Change(TypedDict):
    """What one commit did to one question."""

    id: Annotated[str, Field(description="fact/commit")]
    fact: Annotated[str, Field(description="the id of the question, which may be gone")]
    topic: str
    question: str
    label: str
    kind: Literal["added", "changed", "asked no more", "asked again", "taken out"]
    became: Annotated[
        Literal[
            "added",
            "changed",
            "asked no more",
            "asked again",
            "taken out",
            "corrected",
            "withdrawn",
            "superseded",
        ],
        Field(description="its kind, or what an editor typed it to be"),
    ]
    reasons: list[Reason]
    commit: Commit
    claims: list[ClaimChange]
    details: Annotated[list[str], Field(description="what else changed of the question")]
    state_was: Annotated[
        State | None, Field(description="what the articles said together before: computed")
    ]
    state_now: Annotated[State | None, Field(description="what they say since: computed")]


class Changes(TypedDict):
    """All that became of the questions, the newest first."""

    site: Annotated[str, Field(description="the site's name")]
    license: License
    history: Known
    missing: Annotated[str | None, Field(description="what is missing, in words")]
    unread: Annotated[
        int, Field(description="states of files that can't be read any more and are passed over")
    ]
    changes: list[Change]


class OneFact(TypedDict):
    """One fact, or a question that is asked no more: one of the two is null."""

    site: Annotated[str, Field(description="the site's name")]
    license: License
    fact: Fact | None
    former: Former | None
    history: Known
    changes: Annotated[list[Change], Field(description="what became of it, the newest first")]


class Role(TypedDict):
    """A post that a person holds, as one source gives it."""

    post: str
    organization: Body | None
    source: Id
    locator: Annotated[
        str, Field(description="the words of the article that give it; its publisher's")
    ]


class Spellings(TypedDict):
    """How one source writes a name."""

    source: Id
    spellings: list[str]


class Native(TypedDict):
    """A name in a script of its own."""

    language: str
    name: str


class Person(TypedDict):
    """Someone whom the sources name."""

    id: Id
    address: Address
    name: str
    native: list[Native]
    country: Body | None
    roles: list[Role]
    spellings: list[Spellings]
    facts: Annotated[list[Id], Field(description="where the person appears")]
    remark: Remark | None


class People(TypedDict):
    """Everyone whom the sources name."""

    site: Annotated[str, Field(description="the site's name")]
    license: License
    people: list[Person]


class Abbreviation(TypedDict):
    """Letters that articles use for a body, and what they stand for."""

    letters: str
    stand_for: str


class Organization(TypedDict):
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
    facts: Annotated[list[Id], Field(description="where the body appears")]
    sources: Annotated[list[Id], Field(description="what it published")]
    remark: Remark | None


class Organizations(TypedDict):
    """Every body that speaks, publishes or takes part."""

    site: Annotated[str, Field(description="the site's name")]
    license: License
    organizations: list[Organization]


class Listed(TypedDict):
    """One of the files."""

    path: Annotated[str, Field(description="below the folder of the index")]
    about: str
    type: Annotated[str, Field(description="its media type")]
    size: Annotated[int, Field(description="in bytes")]
    sha256: str
    described_by: Annotated[
        str | None, Field(description="its JSON Schema, below the folder of the index")
    ]


class Index(TypedDict):
    """All files of this version."""

    site: Annotated[str, Field(description="the site's name")]
    address: Annotated[str | None, Field(description="the site's address, if it is known")]
    version: Literal["v1"]
    promise: str
    license: License
    commit: Annotated[
        str | None, Field(description="the commit that was exported, if git can tell")
    ]
    history: Known
    files: list[Listed]
