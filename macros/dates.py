"""Dates as precise as they are known, and no more: a month never becomes a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_SPAN = re.compile(rf"{_POINT.pattern}(?:/{_POINT.pattern})?", re.ASCII)
_SINCE = "since "
ONE_CALENDAR = 1924
"""From this year on all states count their days alike, so that a day has one weekday."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month or a day, with its first day and its last. Raises ValueError if there is no such day."""

    year: int
    month: int | None = None
    day: int | None = None
    first: date = field(init=False, repr=False, compare=False)
    last: date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look into the calendar once: every rule asks for the days."""
        month = self.month or 12
        day = self.day or monthrange(self.year, month)[1]
        object.__setattr__(self, "first", date(self.year, self.month or 1, self.day or 1))
        object.__setattr__(self, "last", date(self.year, month, day))

    def __str__(self) -> str:
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{month}" + (f"-{self.day:02}" if self.day else "")

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> Point:
        """Read YYYY, YYYY-MM or YYYY-MM-DD; raises ValueError, in an editor's words, for anything else."""
        match = _POINT.fullmatch(text)
        if match is None:
            raise ValueError(f"“{text[:40]}” is not a date. Write 2031, 2031-05 or 2031-05-07.")
        year, month, day = match.groups()
        try:
            if "00" in (month, day):
                raise ValueError
            return cls(int(year), int(month) if month else None, int(day) if day else None)
        except ValueError:
            raise ValueError(f"“{text}” is not in the calendar. Write a day that exists.") from None


@dataclass(frozen=True, slots=True)
class Span:
    """The days from the first of `start` to the last of `end`; without `end` it is open ("since …")."""

    start: Point
    end: Point | None

    @property
    def first(self) -> date:
        """Its first possible day."""
        return self.start.first

    @property
    def last(self) -> date:
        """Its last possible day; the end of the calendar if it is open."""
        return self.end.last if self.end else date.max

    @property
    def days(self) -> tuple[date, date]:
        """First and last possible day."""
        return self.first, self.last

    def meets(self, other: Span) -> bool:
        """Say whether some day lies in both."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        if self.end is None:
            return f"{_SINCE}{self.start}"
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> Span:
        """Read a date (YYYY, YYYY-MM, YYYY-MM-DD) or A/B.

        Raises ValueError, in an editor's words, for anything else.
        """
        if not _SPAN.fullmatch(text):
            told = f"“{text[:40]}” is not a date. Write 2031, 2031-05 or 2031-05-07, or 1301/1400 for a time between two."
            raise ValueError(told)
        start, slash, end = text.partition("/")
        first = Point.parse(start)
        span = cls(first, Point.parse(end) if slash else first)
        if span.last < span.first:
            raise ValueError(f"“{text}” ends before it begins. Write the earlier date first.")
        return span

    @classmethod
    @lru_cache(maxsize=4096)
    def parse_period(cls, text: str) -> Span:
        """Read what `parse` reads, or "since DATE", open to the end."""
        if text.startswith(_SINCE):
            return cls(Point.parse(text.removeprefix(_SINCE)), None)
        return cls.parse(text)
