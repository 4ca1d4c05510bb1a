"""Where an answer comes from: article, the outlet it credits, origin. Lines that meet are one origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros import wording
from macros.agreement import Support, chain_of, compared_claims
from macros.evidence import in_language
from macros.language import _, ngettext
from macros.marks import mark
from macros.model import Claim, Fact, Organization
from macros.rendering import render
from macros.sheet import Sheet
from macros.site import Site

NOT_NAMED = ""
"""The end of those who name no origin."""

_UNIT = 100
"""Height of a row in the drawing; its width is 100, too, and is stretched."""
_APART = 16
"""How far apart the lines arrive that meet at one end."""


@dataclass(frozen=True, slots=True)
class Stream:
    """One article's answer on its way: the outlet that the article credits, and the ends that it leads to.

    `lang` is the language of what is said, where that is not the site's; `named` are the origins as the article names them.
    """

    source: str
    said: str
    lang: str | None
    via: str
    ends: tuple[str, ...]
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, in rows of the picture."""

    top: int
    height: int

    @property
    def middle(self) -> int:
        """The height of its middle, in the drawing."""
        return _UNIT * (2 * self.top + self.height) // 2

    def area(self, column: int) -> str:
        """Its place in a column of the grid, whose first row holds the heads."""
        return f"{self.top + 2}/{column}/{self.top + 2 + self.height}/{column + 1}"


def flow(site: Site, sheet: Sheet, fact: Fact) -> Markup:
    """Draw where each article has its answer from."""
    streams = _in_order(_streams(site, fact))
    ends = _ends(streams)
    rows = _stacked(1 + sum(first is stream for first in ends.values()) for stream in streams)
    boxes = dict(zip(ends, _stacked(_weights(streams, ends)), strict=True))
    outlets = _outlets(streams, rows)
    support = site.agreement(fact).support
    return render(
        "flow.html",
        fact=fact,
        state=site.agreement(fact).state,
        title=_title(support),
        high=sum(row.height for row in rows),
        unit=_UNIT,
        rows=[(_told(site, stream), row) for stream, row in zip(streams, rows, strict=True)],
        outlets=[(wording.short_name(site.library, via), place) for via, place in outlets],
        ends=[(_named(site, fact, end, streams), place) for end, place in boxes.items()],
        paths=list(_paths(streams, rows, outlets, boxes)),
        mark=mark(site, sheet, fact),
    )


def _streams(site: Site, fact: Fact) -> list[Stream]:
    """The claims, those of an article together that come the same way."""
    support = site.agreement(fact).support
    ways: dict[tuple[str, str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in compared_claims(site.library, fact):
        ways[claim.source, claim.via or "", _claim_ends(site, support, claim)].append(claim)
    return [
        Stream(
            source,
            wording.listed(
                list(dict.fromkeys(wording.by_itself(site.library, fact, one) for one in claims))
            ),
            _language(site, claims),
            via,
            ends,
            tuple(dict.fromkeys(origin for claim in claims for origin in claim.origins)),
        )
        for (source, via, ends), claims in ways.items()
    ]


def _language(site: Site, claims: Sequence[Claim]) -> str | None:
    """The language of what claims say, where it is one."""
    found = {wording.spoken_in(site.library, claim) for claim in claims}
    return found.pop() if len(found) == 1 else None


def _claim_ends(site: Site, support: Support, claim: Claim) -> tuple[str, ...]:
    """The origins that a claim names, as they are counted: the body above, where two fall together."""
    chains = [chain_of(site.library, origin, claim.source) for origin in claim.origins]
    found = [end for chain in chains for end in support.origins if end in chain]
    return tuple(dict.fromkeys(found)) or (NOT_NAMED,)


def _in_order(streams: Sequence[Stream]) -> list[Stream]:
    """In the order of the sources, but what meets stands together, and who names nobody stands last."""
    places = list(dict.fromkeys(stream.ends[0] for stream in streams))
    return sorted(
        streams,
        key=lambda stream: (
            stream.ends[0] == NOT_NAMED,
            places.index(stream.ends[0]),
            stream.via,
        ),
    )


def _ends(streams: Sequence[Stream]) -> dict[str, Stream | None]:
    """The ends from top to bottom; beside each that is nobody's first, the stream that brings it in."""
    firsts = {stream.ends[0] for stream in streams}
    found: dict[str, Stream | None] = {}
    for stream in streams:
        for end in stream.ends:
            found.setdefault(end, None if end in firsts else stream)
    return found


def _weights(streams: Sequence[Stream], ends: Mapping[str, Stream | None]) -> Iterator[int]:
    """How many rows each end takes: one for each stream that leads to it first, and at least one."""
    for end in ends:
        yield max(1, sum(stream.ends[0] == end for stream in streams))


def _stacked(heights: Iterator[int]) -> list[Place]:
    places, top = [], 0
    for height in heights:
        places.append(Place(top, height))
        top += height
    return places


def _outlets(streams: Sequence[Stream], rows: Sequence[Place]) -> list[tuple[str, Place]]:
    """The outlets that are credited; neighbors that credit the same one share it."""
    found, at = [], 0
    for (via, _end), group in groupby(streams, key=lambda stream: (stream.via, stream.ends[0])):
        shared = rows[at : at + len(list(group))]
        at += len(shared)
        if via:
            found.append((via, Place(shared[0].top, sum(row.height for row in shared))))
    return found


def _paths(
    streams: Sequence[Stream],
    rows: Sequence[Place],
    outlets: Sequence[tuple[str, Place]],
    boxes: Mapping[str, Place],
) -> Iterator[tuple[bool, str]]:
    """The lines: whether an origin is named, and the way from the article through the outlet to the end."""
    arriving = defaultdict(list)
    for stream in streams:
        for end in stream.ends:
            arriving[end].append(stream)
    for stream, row in zip(streams, rows, strict=True):
        start = row.middle
        for end in stream.ends:
            rank = arriving[end].index(stream) - (len(arriving[end]) - 1) / 2
            stop = boxes[end].middle + round(rank * _APART)
            by = [place.middle for via, place in outlets if _passes(stream, row, via, place)]
            yield end != NOT_NAMED, _path(start, by[0] if by else None, stop)


def _passes(stream: Stream, row: Place, via: str, place: Place) -> bool:
    return stream.via == via and place.top <= row.top < place.top + place.height


def _path(start: int, by: int | None, stop: int) -> str:
    if by is None:
        return f"M2 {start}C50 {start} 50 {stop} 99 {stop}"
    return f"M2 {start}C22 {start} 22 {by} 42 {by}H60C80 {by} 80 {stop} 99 {stop}"


def _told(site: Site, stream: Stream) -> dict[str, object]:
    names = [wording.short_name(site.library, origin) for origin in stream.named]
    return {
        "source": wording.source(site.library, stream.source),
        "said": in_language(stream.said, stream.lang),
        "via": wording.short_name(site.library, stream.via) if stream.via else "",
        "origin": wording.listed(names),
    }


def _named(site: Site, fact: Fact, end: str, streams: Sequence[Stream]) -> tuple[str, str]:
    """What stands at an end: a name, and below it what the name is short for, what it is part of, and who is counted as it."""
    if end == NOT_NAMED:
        several = sum(end in stream.ends for stream in streams) > 1
        return "", _("by these articles") if several else _("by this article")
    body = site.library.body(end)
    within = [origin for claim in fact.claims for origin in claim.origins]
    counted = {
        wording.short_name(site.library, origin): None
        for claim in fact.claims
        for origin in claim.origins
        if origin != end and end in chain_of(site.library, origin, claim.source)
    }
    above = site.library.body(getattr(body, "part_of", None) or "")
    names = wording.listed(list(counted))
    counting = (
        _("counted with it: %(names)s", names=names)
        if end in within
        else _("counted as one: %(names)s", names=names)
    )
    parts = [
        body.name if isinstance(body, Organization) and body.short else "",
        above.name if above and end in within else "",
        counting if counted else "",
    ]
    return wording.short_name(site.library, end), wording.enumerated([*filter(None, parts)])


def _title(support: Support) -> str:
    """How many stand behind an answer, in words: three articles, one origin, named by two."""
    parts = [wording.spelled_articles(support.articles)]
    if not support.origins:
        return wording.enumerated([*parts, wording.origin_not_named()])
    parts.append(wording.spelled_origins(len(support.origins)))
    if support.named_by < support.articles:
        parts.append(
            ngettext(
                "named by %(number)s",
                "named by %(number)s",
                support.named_by,
                number=wording.number(support.named_by),
            )
        )
    return wording.enumerated(parts)
