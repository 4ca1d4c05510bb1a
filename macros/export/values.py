"""Single values of the model in the shapes of the exports."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from macros import model, wording
from macros.dates import Point, Span
from macros.export import shapes
from macros.figure import Figure, Interval


def when(span: Span | None) -> shapes.Time | None:
    """A date or a period, if there is one."""
    return time(span) if span else None


def time(span: Span) -> shapes.Time:
    """A date or a period with its first and last possible day."""
    return shapes.Time(
        typed=str(span),
        first=span.first.isoformat(),
        last=span.last.isoformat() if span.end else None,
        text=wording.span(span),
    )


def day(point: Point | None) -> str | None:
    """A day as it was typed."""
    return str(point) if point else None


def figure(value: Figure | None) -> shapes.Figure | None:
    """A figure with the numbers that it allows."""
    if value is None:
        return None
    return shapes.Figure(
        printed=value.printed,
        qualifier=value.qualifier,
        low=number(value.low),
        high=number(value.high),
        percent=value.percent,
        currency=value.currency or None,
        core=interval(value.core),
        wide=interval(value.wide),
    )


def interval(value: Interval) -> shapes.Interval:
    """The numbers between two ends."""
    return shapes.Interval(
        low=None if value.low is None else number(value.low),
        high=None if value.high is None else number(value.high),
        low_open=value.low_open,
        high_open=value.high_open,
    )


def number(value: Decimal) -> int | float:
    """A number as JSON has it: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def reading(fact: model.Fact, value: model.Reading) -> shapes.Reading:
    """One way in which an unclear statement can be read."""
    return shapes.Reading(
        said=wording.reading(fact, value),
        date=when(value.date),
        figure=figure(value.figure),
        answer=value.answer,
        because=value.because,
    )


def remark(value: model.Remark | None) -> shapes.Remark | None:
    """The editors' own sentence."""
    return shapes.Remark(text=value.text, sources=list(value.sources or ())) if value else None


def spellings(found: Mapping[str, tuple[str, ...]] | None) -> list[shapes.Spellings]:
    """How each source writes a name."""
    return [
        shapes.Spellings(source=source, spellings=list(names))
        for source, names in (found or {}).items()
    ]
