"""The site's own words: labels, dates and sentences about agreement, in one place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal

from babel import Locale

from macros.agreement import Agreement, Standing, State, Support
from macros.dates import Point, Span
from macros.figure import Figure
from macros.history import Missing
from macros.library import Library
from macros.locator import Locator
from macros.model import Address, Claim, Fact, Former, Organization, Reading, Source
from macros.relation import Relation

MONTHS = (
    "January February March April May June July August September October November December".split()
)
NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

STATES = {
    State.DIFFER: "differ",
    State.UNCLEAR: "unclear",
    State.SINGLE: "single",
    State.SAME: "same",
    State.COMPATIBLE: "compatible",
}
STATE_MEANINGS = {
    State.DIFFER: "at least two articles can't both be right",
    State.UNCLEAR: "an article speaks on the question, but can be read in more than one way",
    State.SINGLE: "one article alone answers the question",
    State.SAME: "all articles that answer say the same",
    State.COMPATIBLE: "the articles do not say the same, but do not contradict each other",
}
TOGETHER = {
    State.DIFFER: "They differ: not all of them can be right.",
    State.UNCLEAR: "They are unclear: every reading is shown, and none is chosen.",
    State.SINGLE: "It is single: there is no other article to compare it with.",
    State.SAME: "They say the same.",
    State.COMPATIBLE: "They are compatible.",
}
"""What follows when the rule of a state holds."""
RELATIONS = {
    Relation.SAME: "the same",
    Relation.COMPATIBLE: "compatible",
    Relation.CONFLICT: "in conflict",
}
DISPUTES = {
    State.DIFFER: (
        "Where articles contradict each other",
        "On no question do two articles contradict each other outright.",
    ),
    State.UNCLEAR: (
        "Where an article can be read in more than one way",
        "No article is unclear on a question.",
    ),
}
STANDINGS = {
    Standing.SPEAKS: "says it",
    Standing.SILENT: "silent",
    Standing.BEFORE: "before the event",
}
STANDING_MEANINGS = {
    Standing.SILENT: "an article has nothing on the question; no denial",
    Standing.BEFORE: "an article is older than what is asked about",
}
FORMER = {
    "moved": "This question has moved.",
    "split": "This question was split.",
    "retired": "This question is asked here no more.",
}
CELLS = {
    "": "says it",
    "words": "in words, no number",
    "silent": STANDINGS[Standing.SILENT],
    "before": STANDINGS[Standing.BEFORE],
}
"""The kinds of cell of a strip, by their class."""
OUTCOMES = {"alive": "answered", "dead": "gone", "unknown": "gave no clear answer"}
ARCHIVED = {
    "saved": "a copy is archived",
    "refused": "the archive may not show its copy",
    "paywalled": "the archived copy lacks the text, which is for subscribers",
    "none": "no copy is archived",
}
"""What was found at a source's address, by the words of its file."""
DIFFERING_CELLS = {"other": "another answer, where they differ"}
"""The kind of cell that only a site needs whose sources differ."""
NAMING_CELLS = {"": "names the person", "silent": "does not"}
NO_HISTORY = {
    Missing.NO_GIT: "This copy was built without the repository’s history, so what changed, and when, can’t be told here.",
    Missing.SHALLOW: "This copy was built from a part of the repository’s history only, so what changed, and when, can’t be told here.",
}
"""What a page says in place of a history. Who builds it anew fetches all of it first: git fetch --unshallow."""
NO_FACT_YET = "No question is asked here yet."
ORIGIN_NOT_NAMED = "origin not named"
ORDINALS = "first second third fourth fifth sixth".split()

_OURS = "en"

_MARKS = re.compile('["“”]')
_OPENING = re.compile(r'“|(?<![\w.,:;!?…%)\]])"(?=\S)')
_CLOSING = re.compile('["”]')


def date(point: Point) -> str:
    """Print 5 November 2025, November 2025 or 2025."""
    parts = [str(point.day)] if point.day else []
    parts += [MONTHS[point.month - 1]] if point.month else []
    return " ".join([*parts, str(point.year)])


def month(day: datetime.date) -> str:
    """Print the month of a day: November 2025."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def span(value: Span) -> str:
    """Print a date, a span of dates or an open period: 5 November 2025, since September 2025."""
    if value.end is None:
        return f"since {date(value.start)}"
    if value.start == value.end:
        return date(value.start)
    return f"{date(value.start)} to {date(value.end)}"


def counted_when(unit: str, period: Span | None) -> str:
    """Print what is counted, and when: boats since May 2031; guilders, 1636 to 1637."""
    if period is None:
        return unit
    return f"{unit}{',' * bool(unit and period.end)} {span(period)}".strip()


def alternatives(values: Sequence[str]) -> str:
    """Join with "or", printing what they share once: 4 or 6 November 2025."""
    *first, last = values
    tails = {value.partition(" ")[2] for value in values}
    if len(tails) == 1 and tails != {""}:
        first = [value.partition(" ")[0] for value in first]
    return " or ".join([*first, last])


def listed(values: Sequence[str]) -> str:
    """Join with commas and "and"."""
    if len(values) < 2:
        return "".join(values)
    return f"{', '.join(values[:-1])} and {values[-1]}"


def number(count: int) -> str:
    """Print a small number as a word."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def spelled(count: int, noun: str) -> str:
    """Print one article, three articles."""
    return f"{number(count)} {noun if count == 1 else noun + 's'}"


def counted(count: int, noun: str) -> str:
    """Print 1 article, 3 articles."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def size(count: int) -> str:
    """Print how large a file is: 12 kB."""
    return f"{max(count / 1000, 1):,.0f} kB"


def short_name(library: Library, body_id: str) -> str:
    """Print a person's or body's name, abbreviated where it has an abbreviation."""
    body = library.body(body_id)
    if body is None:
        return body_id
    return (body.short if isinstance(body, Organization) else None) or body.name


def support(library: Library, value: Support) -> str:
    """Print how many stand behind a fact: 3 articles, 1 origin (AHO) named by 2."""
    parts = [counted(value.articles, "article")]
    if value.origins:
        names = ", ".join(short_name(library, origin) for origin in value.origins)
        origins = f"{counted(len(value.origins), 'origin')} ({names})"
        parts.append(
            origins if value.named_by == value.articles else f"{origins} named by {value.named_by}"
        )
    else:
        parts.append(ORIGIN_NOT_NAMED)
    parts += [f"{count} via {short_name(library, outlet)}" for outlet, count in value.via]
    return ", ".join(parts)


def named_by(value: Support) -> str:
    """Spell out "named by 2": who counts, and that the others do not say; nothing where it is not printed."""
    if not value.origins or value.named_by == value.articles:
        return ""
    others = value.articles - value.named_by
    says, does = "says" if value.named_by == 1 else "say", "does" if others == 1 else "do"
    first = f"{number(value.named_by)} of these articles {says} whose statement or estimate it is"
    return capitalize_first(f"{first}; {number(others)} {does} not.")


def agreement(library: Library, value: Agreement) -> str:
    """Print both halves of an agreement: same · 3 articles, 1 origin (AHO)."""
    return f"{STATES[value.state]} · {support(library, value.support)}"


def publisher(library: Library, source_id: str) -> str:
    """Print who published a source."""
    return library.publisher(source_id).name


def published(source: Source) -> str:
    """Print when a source was published, as far as it is known."""
    if source.published is None:
        return "date not known"
    printed = span(source.published)
    return printed if source.published.start.day else f"{printed}, exact day not printed"


def language(source: Source) -> str:
    """Name the language of a source that is not in English; nothing where none is given."""
    code = (source.lang or _OURS).partition("-")[0]
    return "" if code == _OURS else f"in {Locale(_OURS).languages.get(code, code)}"


def about(source: Source) -> str:
    """Print what is known of a source beside its name: 7 May 2031, in Dutch; nothing is said of what is not known."""
    day = published(source) if source.published else ""
    return ", ".join(filter(None, [day, language(source)]))


def address(found: Address | None) -> str:
    """Print what was found at a source's address, and when: answered on 7 May 2031; a copy is archived."""
    if found is None:
        return "not yet checked"
    answered = f"{OUTCOMES[found.outcome]} on {date(found.checked)}"
    return f"{answered}; {ARCHIVED[found.archived]}" if found.archived else answered


def said(fact: Fact, claim: Claim) -> str:
    """Print what a claim says, in the words of its article where it has no form of ours."""
    if claim.figure:
        return claim.figure.printed
    if claim.date:
        return span(claim.date)
    if claim.readings:
        return alternatives([reading(fact, one) for one in claim.readings])
    if claim.answer:
        return answer(fact, claim.answer)
    if claim.quotation:
        return quoted(claim.quotation)
    return claim.says or ""


def side(number: int | None, count: int) -> str:
    """Name the answer that a claim stands on, of so many that exclude each other: the other answer."""
    if number is None:
        return "excludes neither answer" if count == 2 else "excludes none of the answers"
    if count == 2:
        return ("one answer", "the other answer")[number]
    return f"the {ORDINALS[number]} answer" if number < len(ORDINALS) else f"answer {number + 1}"


def attributed(fact: Fact, claim: Claim) -> str:
    """Print what a claim says beside its article's name: words of the article in quotation marks, ours without."""
    return quoted(claim.says) if claim.says else said(fact, claim)


def answer(fact: Fact, key: str) -> str:
    """Print the wording of an answer."""
    found = (fact.answers or {}).get(key)
    return found.wording if found else key


def reading(fact: Fact, value: Reading) -> str:
    """Print one way in which an unclear statement can be read."""
    if value.date:
        return span(value.date)
    return value.figure.printed if value.figure else answer(fact, value.answer or "")


def former(asked: Former) -> str:
    """Print what became of a question that is asked no more, and why."""
    return " ".join(filter(None, [FORMER[asked.kind], asked.because]))


def quoted(words: str) -> str:
    """Print words of an article in quotation marks, whatever marks they hold: those inside become single ones."""
    inside = _CLOSING.sub("’", _OPENING.sub("‘", words))
    whole = inside[:1] == "‘" and inside[-1:] == "’" and len(_MARKS.findall(words)) == 2
    return f"“{inside[1:-1] if whole else inside}”"


def passage(library: Library, source_id: str, locator: Locator) -> str:
    """Print whether a locator was found in its article: found in the article, NOT FOUND in the article."""
    fingerprint = library.fingerprints.get(source_id)
    if fingerprint is None:
        return "not checked, for the article has no fingerprint yet"
    return "found in the article" if fingerprint.has(locator) else "NOT FOUND in the article"


def room(figure: Figure) -> str:
    """Print the numbers that a figure leaves room for: 4,500 to 5,500, above 10,000, €3 to just below €4."""
    low, high = figure.wide.low, figure.wide.high
    sign = " %" if figure.percent else ""
    if low is not None and low == high:
        return f"{_amount(figure, low)}{sign}"
    if low is None:
        assert high is not None
        return (
            f"below {_amount(figure, high)}{sign}"
            if figure.wide.high_open
            else f"{_amount(figure, high)}{sign} and below"
        )
    if high is None:
        return (
            f"above {_amount(figure, low)}{sign}"
            if figure.wide.low_open
            else f"{_amount(figure, low)}{sign} and above"
        )
    just = "just below " if figure.wide.high_open else ""
    return f"{_amount(figure, low)} to {just}{_amount(figure, high)}{sign}"


def _amount(figure: Figure, value: Decimal) -> str:
    return f"{figure.currency}{value.normalize():,f}"


def capitalize_first(value: str) -> str:
    """Print the first letter large and leave all others as they are."""
    return value[:1].upper() + value[1:]
