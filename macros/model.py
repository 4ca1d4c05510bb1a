"""What people type, as frozen and typed values: one class for each kind of file in data/.

Keys stand in the order of a sentence. Nothing here is computed, but for what a value says by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from macros.dates import Point, Span
from macros.escape import safe_url
from macros.figure import Figure
from macros.locator import Locator

ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$", re.ASCII)
LONGEST_SAYS = 10
"""Words of an article that a claim may show: a short quotation, not a sentence."""


def _typed(parse: Any, pattern: str, description: str, number: str = "integer") -> tuple[Any, Any]:
    """Read a text with `parse`; tell an editor's schema its form."""

    def validate(value: object) -> Any:
        if not isinstance(value, str):
            raise ValueError("this must be one text. Write it on one line, without brackets.")
        return parse(value)

    schema = {"type": ["string", number], "pattern": pattern, "description": description}
    return PlainValidator(validate), WithJsonSchema(schema)


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _counted(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[1-9][0-9]{0,4}", value):
        raise ValueError(f"“{value[:40]}” is not a place in the order. Write a number from 1 up.")
    return value


def _worded(value: Any) -> Any:
    return {"wording": value} if isinstance(value, str) else value


def _remarked(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


_SINCE_OR_DATE = r"^(since )?\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?$"

Text = Annotated[
    str,
    StringConstraints(min_length=1),
    WithJsonSchema({"type": ["string", "integer"], "minLength": 1}),  # 1945 is a text here
]
Letters = Annotated[Text, StringConstraints(strip_whitespace=True)]  # keys, as they are typed
Id = Annotated[Text, StringConstraints(pattern=ID.pattern)]
_IdList = Annotated[tuple[Id, ...], Field(min_length=1)]
Ids = Annotated[_IdList, BeforeValidator(_listed, json_schema_input_type=Id | _IdList)]
Yes = Annotated[Literal["yes"] | None, Field(description="write yes, or leave the key out")]
Url = Annotated[Text, AfterValidator(safe_url)]
A_Figure = Annotated[
    Figure,
    *_typed(
        Figure.parse, r"\d", "as printed: around 5,000 · more than 10,000 · 35–50% · -3.5", "number"
    ),
]
A_Date = Annotated[Span, *_typed(Span.parse, _SINCE_OR_DATE, "2031-05-07, 2031-05, 2031, or A/B")]
A_Day = Annotated[Point, *_typed(Point.parse, r"^\d{4}(-\d{2}){0,2}$", "2031-05-07")]
A_Period = Annotated[Span, *_typed(Span.parse_period, _SINCE_OR_DATE, "a date, or since 2031-05")]
A_Locator = Annotated[
    Locator, *_typed(Locator.parse, r"\S", "four to ten words of the article, copied exactly")
]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")  # reading has stripped every text


class Entity(_Frozen):
    """What one file describes. Its id is the file's name."""

    __slots__ = (
        "_id",
        "_path",
    )  # not pydantic's private attributes, whose every use takes a microsecond
    if TYPE_CHECKING:
        _id: str
        _path: str

    @classmethod
    def filed(cls, value: object, path: str) -> Self:
        """Type a file's value. `path` is relative to the root; raises pydantic's ValidationError."""
        return cls.model_validate(value)._at(path)

    def _at(self, path: str) -> Self:
        object.__setattr__(self, "_path", path)
        object.__setattr__(self, "_id", path.rpartition("/")[2].partition(".")[0])
        return self

    def __copy__(self) -> Self:
        return super().__copy__()._at(self.path)

    def __eq__(self, other: object) -> bool:
        """Say whether two files at one path hold the same."""
        return isinstance(other, Entity) and self.path == other.path and super().__eq__(other)

    @property
    def path(self) -> str:
        """The file, relative to the root."""
        return getattr(self, "_path", "")

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return getattr(self, "_id", "")


class Remark(_Frozen):
    """The editor's own sentence, marked as ours."""

    text: Text
    sources: Ids | None = None


A_Remark = Annotated[Remark, BeforeValidator(_remarked, json_schema_input_type=Text | Remark)]


class Reading(_Frozen):
    """One of the ways in which an unclear statement can be read."""

    date: A_Date | None = None
    figure: A_Figure | None = None
    answer: Id | None = None
    because: Text

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        if sum(value is not None for value in (self.date, self.figure, self.answer)) != 1:
            raise ValueError(
                "a reading has one of date, figure or answer. Keep one, and say why in `because:`."
            )
        return self


Content = Literal["figure", "date", "readings", "answer", "quotation", "says"]
CONTENT: tuple[Content, ...] = get_args(Content)


class Claim(_Frozen):
    """What one source says on the fact's question."""

    source: Id
    origin: Ids | None = None
    via: Id | None = None
    figure: A_Figure | None = None
    date: A_Date | None = None
    readings: Annotated[tuple[Reading, ...], Field(min_length=2)] | None = None
    answer: Id | None = None
    quotation: Text | None = None
    says: Text | None = None
    printed: Text | None = None
    hedge: Text | None = None
    period: A_Period | None = None
    locator: A_Locator
    translation: Text | None = None
    remark: A_Remark | None = None

    @property
    def origins(self) -> tuple[str, ...]:
        """Who made the statement, as the article names them; empty if it names nobody."""
        return self.origin or ()

    @property
    def own_words(self) -> str | None:
        """What it holds of the article's own words, and of no form of ours."""
        return self.says or self.quotation

    @property
    def kind(self) -> Content:
        """Which of CONTENT it holds."""
        for kind in CONTENT:  # asked by many rules of every claim: a generator takes thrice as long
            if getattr(self, kind) is not None:
                return kind
        raise ValueError("a claim that says nothing is of no kind")

    @model_validator(mode="after")
    def _one_content(self) -> Self:
        values = vars(self)  # half as long as one attribute after the other
        held = [kind for kind in CONTENT if values[kind] is not None]
        if len(held) != 1:
            found = " and ".join(held) or "none"
            raise ValueError(
                f"a claim has one of {', '.join(CONTENT)}; here is {found}. {'Keep one' if held else 'Add it'}."
            )
        if held[0] in ("date", "readings") and self.printed is None:
            raise ValueError("a date needs `printed:`, the article's own words for it. Add them.")
        if held[0] not in ("date", "readings", "figure") and self.printed is not None:
            raise ValueError(
                f"`printed:` goes with date, readings or figure, not with {held[0]}. Remove it."
            )
        return self


class Answer(_Frozen):
    """One of a fact's possible answers; it may include others, as a level includes a title."""

    wording: Text
    includes: Ids | None = None


An_Answer = Annotated[Answer, BeforeValidator(_worded, json_schema_input_type=Text | Answer)]


class Question(Entity):
    """What a file of data/facts/ asks: a fact, or one that is asked no more."""

    question: Text
    label: Text

    @property
    def topic(self) -> str:
        """The folder that the question lies in."""
        return self.path.split("/")[-2]


class Fact(Question):
    """One question, and the claims about it."""

    unit: Text | None = None
    when: A_Period | None = None
    event: Text | None = None
    about: Ids | None = None
    answers: dict[Id, An_Answer] | None = None
    several: Yes = None
    speaker: Id | None = None
    see_also: Ids | None = None
    checked: A_Day | None = None
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    remark: A_Remark | None = None


class Former(Question):
    """A question that is asked no more: its address stays, and leads on to where it is answered now."""

    kind: Literal["moved", "split", "retired"]
    to: Ids | None = None
    because: Text | None = None

    @property
    def targets(self) -> tuple[str, ...]:
        """The facts that answer it now; none if it was retired."""
        return self.to or ()

    @property
    def cure(self) -> str:
        """What an editor who named it does instead."""
        named = " or ".join(f"“{target}”" for target in self.targets)
        match self.kind:
            case "moved":
                return f"“{self.id}” has moved. Name {named}."
            case "split":
                return f"“{self.id}” was split. Name {named}, whichever is meant."
            case _:
                return f"“{self.id}” is retired. Remove it here."

    @model_validator(mode="after")
    def _leads_on(self) -> Self:
        few, many = {"moved": (1, 1), "split": (2, 99), "retired": (0, 0)}[self.kind]
        if not few <= len(self.targets) <= many:
            wanted = {
                "moved": "leads to one fact. Name it in `to:`, or write `kind: split`.",
                "split": "leads to two facts or more. Name them in `to:`.",
                "retired": "leads nowhere. Remove `to:`, or write `kind: moved`.",
            }[self.kind]
            raise ValueError(f"a fact that is {self.kind} {wanted}")
        if self.kind == "retired" and self.because is None:
            raise ValueError("readers are told why. Add `because:`, one sentence.")
        return self


Outcome = Literal["alive", "dead", "unknown"]
Archived = Literal["saved", "refused", "paywalled", "none"]


class Address(_Frozen):
    """What was found at a source's address, and at its archive, on one day: see macros/upkeep/."""

    checked: A_Day
    outcome: Outcome
    archived: Archived | None = None


class Source(Entity):
    """One published article."""

    title: Text | None = None
    publisher: Id
    code: Annotated[Text, StringConstraints(pattern=r"^[A-Z0-9]{1,3}$")] | None = None
    published: A_Date | None = None
    dated: Text | None = None
    url: Url
    archive: Url | None = None
    use: Literal["compared", "context"]
    order: Annotated[int, Field(ge=1, le=99_999), BeforeValidator(_counted)] | None = None
    lang: Annotated[Text, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = (
        None
    )
    checked: A_Day | None = None
    address: Address | None = None
    remark: A_Remark | None = None

    @property
    def published_on(self) -> Point | None:
        """The day, month or year of its publication; None where it is only known between which two it lies."""
        span = self.published
        return span.start if span and span.start == span.end else None

    @model_validator(mode="after")
    def _complete_if_compared(self) -> Self:
        if self.use == "compared":
            missing = [
                key for key in ("title", "published", "code", "order") if getattr(self, key) is None
            ]
            if missing:
                raise ValueError(
                    f"a compared source needs {', '.join(missing)}. Add what is missing."
                )
        return self


class Role(_Frozen):
    """A post that a person holds, as one source gives it."""

    post: Text
    organization: Id | None = None
    source: Id
    locator: A_Locator


_Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Spellings = dict[
    Id, Annotated[_Texts, BeforeValidator(_listed, json_schema_input_type=Text | _Texts)]
]


class Person(Entity):
    """One person, with the names and posts that each source prints."""

    name: Text
    native: dict[Annotated[Text, StringConstraints(pattern=r"^[a-z]{2,3}$")], Text] | None = None
    spellings: Spellings | None = None
    country: Id | None = None
    roles: tuple[Role, ...] = ()
    remark: A_Remark | None = None


class Organization(Entity):
    """A body that speaks, publishes or takes part; states are organizations, too."""

    name: Text
    short: Text | None = None
    abbreviations: dict[Letters, Text] | None = None
    kind: Text
    part_of: Id | None = None
    country: Id | None = None
    spellings: Spellings | None = None
    remark: A_Remark | None = None
