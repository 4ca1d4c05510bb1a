"""What an article's words for a time say about it: months, weekdays, days and years that can be read off them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from macros.dates import ONE_CALENDAR, Point, Span
from macros.fold import words

MONTHS = (
    "january february march april may june july august september october november december".split()
)
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_RELATIVE = frozenset(
    "year years month months week weeks day days yesterday today earlier later previous following ago now "
    "early end since century centuries decade decades".split()
)
_OF_A_DAY = frozenset("day days yesterday today week weeks end".split())
"""Words that can make a day of a month: “the last day of May”; “since May” and “in May last year” can't."""
_COMPOSED = re.compile(r"\d(?:st|nd|rd|th|[’']?s|[–/-]\d)")
"""What each of the next four has; most texts have none of them."""
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_CENTURY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)[- ]centur(?:y|ies)\b", re.IGNORECASE)
_DECADE = re.compile(r"\b(\d{2,3})0[’']?s\b")
_SHORT_YEAR = re.compile(r"\b(\d{2})(\d{2})[–/-](\d{2})(?!\d)")
_FIRST_YEAR = 1000
"""Before it a number may be anything; a year is read only where the typed date has one as short."""
_SHORTEST_ABBREVIATION = 3
_ENGLISH = ("en",)
_BESIDE_A_YEAR = frozenset("the year of in during since from by until ad ce".split())
_BEFORE_OUR_ERA = re.compile(
    r"\b(?:BCE?|B\.\s?C\.(?:\s?E\.)?|[Bb]efore (?:our|the [Cc]ommon|the Christian) era|[Bb]efore Christ)(?!\w)",
)


class TimeWords(NamedTuple):
    """The words for a time that stand in a phrase, as numbers.

    `relative` says whether some only count from elsewhere, `of_a_day` whether one of these can name a day.
    """

    months: frozenset[int]
    weekdays: frozenset[int]
    days: frozenset[int]
    years: frozenset[int]
    relative: bool
    of_a_day: bool

    @classmethod
    def of(cls, phrase: str, earliest: int = _FIRST_YEAR) -> TimeWords:
        """Read a phrase such as "May 7, 2031" or "the previous day"; no year is before `earliest`."""
        return cls.among(words(phrase), phrase, earliest)

    @classmethod
    def among(cls, folded: Sequence[str], phrase: str, earliest: int = _FIRST_YEAR) -> TimeWords:
        """Read a phrase whose words are folded already."""
        # 5th became 5 and th; 5,000 became 5000, which no longer stands in the phrase
        numbers = [int(t) for t in folded if t.isdigit() and t.isascii() and t in phrase]
        told = _WORDS.intersection(folded)
        composed = _COMPOSED.search(phrase)
        if not (numbers or told or composed):
            return _NO_TIME
        months, weekdays, relative, of_a_day = _meant(told)
        days = numbers if months else []
        years = [n for n in numbers if earliest <= n <= 9999]
        if composed:
            days = days if months else [int(n) for n in _ORDINAL.findall(_CENTURY.sub("", phrase))]
            years += _years_of(phrase)
        of_month = frozenset([n for n in days if 1 <= n <= 31]) if days else _NONE
        return cls(
            months, weekdays, of_month, frozenset(years) if years else _NONE, relative, of_a_day
        )

    def __bool__(self) -> bool:
        return bool(self.months or self.weekdays or self.days or self.years or self.relative)


_NONE: frozenset[int] = frozenset()
_NO_TIME = TimeWords(_NONE, _NONE, _NONE, _NONE, False, False)


def _years_of(phrase: str) -> list[int]:
    """The years of centuries, of decades and of spans that are printed short: 17th century, 1630s, 1634–37."""
    return [
        *(y for n in _CENTURY.findall(phrase) for y in range(100 * int(n) - 100, 100 * int(n) + 1)),
        *(y for n in _DECADE.findall(phrase) for y in range(int(n) * 10, _decade_end(int(n)))),
        *(int(n + last) for n, first, last in _SHORT_YEAR.findall(phrase) if last > first),
    ]


def _decade_end(tens: int) -> int:
    """The 1630s have ten years, the 1600s may be a century."""
    return tens * 10 + (10 if tens % 10 else 100)


def earliest(span: Span) -> int:
    """From which number on a printed one may be a year: the typed date may be of the year 962."""
    year = span.start.year
    return _FIRST_YEAR if year >= _FIRST_YEAR else int(10 ** (len(str(year)) - 1))


def _abbreviated(names: list[str], *, first: int) -> dict[str, int]:
    """Every name and its abbreviations of three letters and more, with its number."""
    return {
        name[:length]: i
        for i, name in enumerate(names, first)
        for length in range(_SHORTEST_ABBREVIATION, len(name) + 1)
    }


_MONTHS = _abbreviated(MONTHS, first=1)
_WEEKDAYS = _abbreviated(WEEKDAYS, first=0)
_WORDS = _RELATIVE.union(_MONTHS, _WEEKDAYS)


@lru_cache(maxsize=1024)
def _meant(told: frozenset[str]) -> tuple[frozenset[int], frozenset[int], bool, bool]:
    """The months and weekdays among words for a time, and whether some count from elsewhere, and can name a day.

    Articles tell of a time in few ways, so each is looked at once.
    """
    return (
        _named(told, _MONTHS),
        _named(told, _WEEKDAYS),
        not _RELATIVE.isdisjoint(told),
        not _OF_A_DAY.isdisjoint(told),
    )


def _named(told: Set[str], names: dict[str, int]) -> frozenset[int]:
    return frozenset([names[word] for word in told if word in names])


def can_read(language: str | None) -> bool:
    """Say whether the words for a time can be read in a source's language."""
    return language is None or language.split("-")[0] in _ENGLISH


def disagreement(phrase: str, span: Span) -> str | None:
    """Say what in an article's words does not fit a date, in an editor's words; None if all fits."""
    if _BEFORE_OUR_ERA.search(phrase):
        return f"the article prints a time before our era (“{phrase}”), which no date can hold. Use `says:` for the article's words."
    found = TimeWords.of(phrase, earliest(span))
    ends = [point for point in (span.start, span.end) if point]
    for what, printed, typed in (
        ("month", found.months, {p.month for p in ends if p.month}),
        ("year", found.years, {p.year for p in ends}),
        ("day", found.days, {p.day for p in ends if p.day}),
        (
            "weekday",
            found.weekdays,
            {p.first.weekday() for p in ends if p.day and p.year >= ONE_CALENDAR},
        ),
    ):
        if printed and typed and not typed <= printed:
            return (
                f"its {what} is not the one that the article prints (“{phrase}”). Correct the date."
            )
    only_a_month = found.months and not (found.days or found.weekdays or found.of_a_day)
    if only_a_month and any(_is_day(point) for point in ends):
        return f"the article prints a month only (“{phrase}”). Write the month; it never becomes a day."
    if _is_bare_year(phrase) and any(point.month for point in ends):
        return f"the article prints a year only (“{phrase}”). Write the year; it never becomes a month or a day."
    return None


def _is_bare_year(phrase: str) -> bool:
    """Say whether a phrase is a year and nothing that could part it, as a season does: in the year 1421."""
    others = [word for word in words(phrase) if word not in _BESIDE_A_YEAR]
    return len(others) == 1 and re.fullmatch("[0-9]{3,4}", others[0]) is not None


def _is_day(point: Point) -> bool:
    return point.day is not None
