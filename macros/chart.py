"""Who says how many: a row for each claim, its number drawn as firmly as it is printed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from markupsafe import Markup

from macros import wording
from macros.agreement import Standing
from macros.evidence import line, who
from macros.figure import MARGIN, Bound, Figure
from macros.language import _, decimal, marked
from macros.marks import mark
from macros.model import Claim, Fact
from macros.rendering import render
from macros.sheet import Sheet
from macros.site import Site

_STEPS = (Decimal(1), Decimal(2), Decimal(5))
_MOST_STEPS = 5
_WHOLE = Decimal(100)
_LARGE = (
    (10**12, marked("%(number)s trillion")),
    (10**9, marked("%(number)s billion")),
    (10**6, marked("%(number)s million")),
)
_MOST_SIGNS = 34
"""Of all labels, for which a phone has room, if the first is 0; where it is as long as the last, both stand within the axis."""
_MOST_SIGNS_BELOW_ZERO = 30
_ROOM = Decimal("0.1")  # of the length, above a number whose arrow points on


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis; `at` is in percent of its length. Zero is marked where it does not begin the axis."""

    at: str
    label: str
    anchor: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from 0 to `end`, or from a `start` below zero."""

    end: Decimal
    step: Decimal
    percent: bool = False
    currency: str = ""
    start: Decimal = Decimal(0)

    def at(self, value: Decimal) -> Decimal:
        """Where a value lies, in percent."""
        return 100 * (value - self.start) / (self.end - self.start)

    def ticks(self) -> Iterator[Tick]:
        """The numbers below the plot; where they are many and long, a phone has room for every other one."""
        first, last = int(self.start / self.step), int(self.end / self.step)
        labels = {i: self._label(self.step * i) for i in range(first, last + 1)}
        count, longest = last - first, max(map(len, labels.values()))
        crowded = count * longest > (_MOST_SIGNS_BELOW_ZERO if first else _MOST_SIGNS)
        for i, label in labels.items():
            yield Tick(
                _percent(self.at(self.step * i)),
                "" if crowded and i % 2 else label,
                "start" if i == first else "end" if i == last else "middle",
                is_marked=i == 0 and first < 0,
            )

    def _label(self, value: Decimal) -> str:
        """A number as short as a phone needs it: £1.5 million."""
        largest = max(self.end, -self.start)
        size, large = next((one for one in _LARGE if value and largest >= one[0]), (1, ""))
        number = decimal((abs(value) / size).normalize())
        if large:
            number = _(large, number=number)
        if self.percent:
            number = _("%(number)s%%", number=number)
        if self.currency:
            number = _("%(sign)s%(number)s", sign=self.currency, number=number)
        return f"−{number}" if value < 0 else number


def chart(site: Site, sheet: Sheet, facts: Sequence[Fact], title: str, subtitle: str) -> Markup:
    """Draw the figures of facts: each question with its mark, and an axis of its own, for none can be added."""
    return render(
        "chart.html",
        id="chart-"
        + hashlib.blake2b(" ".join(f.id for f in facts).encode(), digest_size=4).hexdigest(),
        title=title or facts[0].label,
        subtitle=subtitle,
        groups=[_group(site, sheet, fact) for fact in facts],
        signs=list(_signs(facts)),
        soft=any(figure.bound is Bound.ABOUT for fact in facts for figure in _figures(fact)),
        margin=int(MARGIN * 100),
    )


def _figures(fact: Fact) -> list[Figure]:
    return [claim.figure for claim in fact.claims if claim.figure]


def _signs(facts: Sequence[Fact]) -> Iterator[tuple[Markup, str]]:
    """What the drawn signs mean, of those that stand in a chart."""
    drawn = {
        claim.figure.bound if claim.figure else None for fact in facts for claim in fact.claims
    }
    half, low, high = Decimal(50), Decimal(20), Decimal(80)
    if Bound.EXACT in drawn:
        yield _dot(half), _("the number as it is printed")
    if Bound.ABOUT in drawn:
        yield _rect(low, high, 14, "soft") + _dot(half), _("around or about the number")
    if drawn & {Bound.ABOVE, Bound.AT_LEAST}:
        yield _floor(low, high), _("the number or more")
    if drawn & {Bound.BELOW, Bound.AT_MOST}:
        yield _ceiling(low, high), _("the number or fewer")
    if Bound.NEARLY in drawn:
        yield _rect(low, high, 14, "soft") + _open_dot(high), _("nearly the number")
    if None in drawn:
        yield _WORDS_ONLY, _("words and no number")


def _group(site: Site, sheet: Sheet, fact: Fact) -> dict[str, object]:
    cells, figures = site.cells(fact), _figures(fact)
    lowest = min(map(_low, figures), default=Decimal(0))
    currencies = {figure.currency for figure in figures}  # that of the axis is that of all
    scale = _scale(
        max((_end(figure, lowest) for figure in figures), default=Decimal(1)),
        lowest,
        percent=any(figure.percent for figure in figures),
        currency=currencies.pop() if len(currencies) == 1 else "",
        whole=all(end % 1 == 0 for figure in figures for end in (figure.low, figure.high)),
    )
    return {
        "fact": fact,
        "mark": mark(site, sheet, fact),
        "ticks": list(scale.ticks()) if figures else [],
        "rows": [_row(site, fact, claim, scale) for cell in cells for claim in cell.claims],
        "quiet": [
            (wording.enumerated(names), standing)
            for standing in (Standing.SILENT, Standing.BEFORE)
            if (names := who(site, fact, standing))
        ],
    }


def _row(site: Site, fact: Fact, claim: Claim, scale: Scale) -> dict[str, object]:
    return {
        "style": str(site.agreement(fact).state),
        "line": line(site, fact, claim),
        "drawing": _drawn(claim.figure, scale) if claim.figure else _WORDS_ONLY,
    }


_WORDS_ONLY = Markup(
    '<rect x="0%" y="50%" width="100%" height="14" transform="translate(0 -7)" fill="url(#hatch)"/>'
)


def _drawn(figure: Figure, scale: Scale) -> Markup:
    at, high = scale.at(figure.low), scale.at(figure.high)
    match figure.bound:
        case Bound.EXACT:
            return _bar(at, high) if figure.is_range else _dot(at)
        case Bound.ABOUT:
            low, top = figure.wide.low or Decimal(0), figure.wide.high or Decimal(0)
            soft = _rect(scale.at(low), scale.at(top), 14, "soft")
            return soft + (_bar(at, high) if figure.is_range else _dot(at))
        case Bound.ABOVE | Bound.AT_LEAST:
            return _floor(at, Decimal(98))
        case Bound.BELOW | Bound.AT_MOST:
            return _ceiling(min(Decimal(2), at), at)
        case Bound.NEARLY:
            return _rect(scale.at(figure.wide.low or Decimal(0)), at, 14, "soft") + _open_dot(at)


def _floor(at: Decimal, end: Decimal) -> Markup:
    return _rect(at, end, 3, "floor") + _arrow(end, "m-9-6 10 6-10 6") + _open_dot(at)


def _ceiling(end: Decimal, at: Decimal) -> Markup:
    return _rect(end, at, 3, "ceiling") + _arrow(end, "m9-6-10 6 10 6") + _open_dot(at)


def _dot(at: Decimal) -> Markup:
    return Markup(
        '<circle cx="{}%" cy="50%" r="5" fill="currentColor" stroke="var(--paper)" stroke-width="1.5"/>'
    ).format(_percent(at))


def _open_dot(at: Decimal) -> Markup:
    return Markup(
        '<circle cx="{}%" cy="50%" r="5" fill="var(--paper)" stroke="currentColor" stroke-width="2.5"/>'
    ).format(_percent(at))


def _bar(start: Decimal, end: Decimal) -> Markup:
    return Markup(
        '<rect x="{}%" y="50%" width="{}%" height="10" transform="translate(0 -5)" fill="currentColor"/>'
    ).format(_percent(start), _percent(end - start))


def _rect(start: Decimal, end: Decimal, height: int, mask: str) -> Markup:
    return Markup(
        '<rect x="{}%" y="50%" width="{}%" height="{}" transform="translate(0 -{})" fill="currentColor" mask="url(#{})"/>'
    ).format(_percent(start), _percent(end - start), height, height / 2, mask)


def _arrow(at: Decimal, path: str) -> Markup:
    return Markup(
        '<svg x="{}%" y="50%" overflow="visible"><path d="{}" fill="none" stroke="currentColor" stroke-width="2.5"/></svg>'
    ).format(_percent(at), path)


def _percent(value: Decimal) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _low(figure: Figure) -> Decimal:
    return min(figure.low, figure.wide.low or Decimal(0), Decimal(0))


def _end(figure: Figure, lowest: Decimal) -> Decimal:
    high = max(figure.high, figure.wide.high or Decimal(0))
    points_on = figure.bound in (Bound.ABOVE, Bound.AT_LEAST)
    return high + (high - lowest) * _ROOM if points_on else high


def _scale(
    largest: Decimal,
    low: Decimal = Decimal(0),
    *,
    percent: bool = False,
    currency: str = "",
    whole: bool = False,
) -> Scale:
    """Up to five steps of 1, 2 or 5 times a power of ten, which hold zero, the largest number and what is `low`.

    Where all numbers are `whole` no step is a part of one: there is no half a boat.
    Shares stand on an axis of the whole, 0 to 100 %; what falls below zero is the share of no whole.
    """
    high = max(largest, Decimal(0))
    if percent and not low and high <= _WHOLE:
        return Scale(_WHOLE, _WHOLE / 4, percent)
    if low == high:
        high = Decimal(1)  # an axis has a length, even where all is none
    size = Decimal(10) ** ((high - low).adjusted() - 1)
    for step in (size * power * factor for power in (1, 10) for factor in _STEPS):
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if last - first <= _MOST_STEPS and not (whole and step < 1):
            break
    return Scale(step * last, step, percent, currency, step * first)
