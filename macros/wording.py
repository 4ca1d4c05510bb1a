"""The site's own words: labels, dates and sentences about agreement, in one place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from macros import language
from macros.agreement import Agreement, Standing, State, Support
from macros.beside import Others
from macros.date_qualifiers import of_date
from macros.dates import ONE_CALENDAR, Point, Span
from macros.figure import Figure
from macros.fold import MINUS
from macros.history import Missing
from macros.language import OURS, Labels, _, marked, ngettext
from macros.library import Library
from macros.locator import JOINT, Locator
from macros.model import Address, Claim, Fact, Former, Organization, Reading, Source
from macros.namesakes import Apart
from macros.relation import Relation

STATES = Labels(
    {
        State.DIFFER: marked("differ"),
        State.UNCLEAR: marked("unclear"),
        State.SINGLE: marked("single"),
        State.SAME: marked("same"),
        State.COMPATIBLE: marked("compatible"),
    }
)
STATE_MEANINGS = Labels(
    {
        State.DIFFER: marked("at least two articles can't both be right"),
        State.UNCLEAR: marked(
            "an article speaks on the question, but can be read in more than one way"
        ),
        State.SINGLE: marked("one article alone answers the question"),
        State.SAME: marked("all articles that answer say the same"),
        State.COMPATIBLE: marked(
            "the articles do not say the same, but do not contradict each other"
        ),
    }
)
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
DISPUTES = Labels(
    {
        State.DIFFER: marked("Where articles contradict each other"),
        State.UNCLEAR: marked("Where an article can be read in more than one way"),
    }
)
NO_DISPUTE = Labels(
    {
        State.DIFFER: marked("On no question do two articles contradict each other outright."),
        State.UNCLEAR: marked("No article is unclear on a question."),
    }
)
STANDINGS = Labels(
    {
        Standing.SPEAKS: marked("says it"),
        Standing.SILENT: marked("silent"),
        Standing.BEFORE: marked("before the event"),
    }
)
STANDING_MEANINGS = Labels(
    {
        Standing.SILENT: marked("an article has nothing on the question; no denial"),
        Standing.BEFORE: marked("an article is older than what is asked about"),
    }
)
FORMER = Labels(
    {
        "moved": marked("This question has moved."),
        "split": marked("This question was split."),
        "retired": marked("This question is asked here no more."),
    }
)
BECAME = Labels(
    {
        "added": marked("added"),
        "changed": marked("changed"),
        "corrected": marked("corrected"),
        "asked no more": marked("asked no more"),
        "asked again": marked("asked again"),
        "taken out": marked("taken out"),
        "withdrawn": marked("withdrawn"),
        "superseded": marked("superseded"),
    }
)
"""What a commit did to a question or a claim."""
REASONS = Labels(
    {
        "corrected": marked("Correction:"),
        "withdrawn": marked("Withdrawn:"),
        "superseded": marked("Superseded:"),
    }
)
"""What stands before an editor's reason for a change."""
CELLS = Labels(
    {
        "": marked("says it"),
        "words": marked("in words, no number"),
        "silent": marked("silent"),
        "before": marked("before the event"),
    }
)
"""The kinds of cell of a strip, by their class."""
OUTCOMES = {
    "alive": marked("answered on %(date)s"),
    "dead": marked("gone on %(date)s"),
    "unknown": marked("gave no clear answer on %(date)s"),
}
ARCHIVED = Labels(
    {
        "saved": marked("a copy is archived"),
        "refused": marked("the archive may not show its copy"),
        "paywalled": marked("the archived copy lacks the text, which is for subscribers"),
        "none": marked("no copy is archived"),
    }
)
"""What was found at a source's address, by the words of its file."""
DIFFERING_CELLS = Labels({"other": marked("another answer, where they differ")})
"""The kind of cell that only a site needs whose sources differ."""
NAMING_CELLS = Labels({"": marked("names the person"), "silent": marked("does not")})
NO_HISTORY = Labels(
    {
        Missing.NO_GIT: marked(
            "This copy was built without the repository’s history, so what changed, and when, can’t be told here."
        ),
        Missing.SHALLOW: marked(
            "This copy was built from a part of the repository’s history only, so what changed, and when, can’t be told here."
        ),
    }
)
"""What a page says in place of a history. Who builds it anew fetches all of it first: git fetch --unshallow."""
MOST = 200
"""Things that a list within an entry writes out; it counts the others."""

_NUMBERS = (
    marked("no"),
    marked("one"),
    marked("two"),
    marked("three"),
    marked("four"),
    marked("five"),
    marked("six"),
    marked("seven"),
    marked("eight"),
    marked("nine"),
    marked("ten"),
    marked("eleven"),
    marked("twelve"),
)
_ANSWERS = (
    marked("the first answer"),
    marked("the second answer"),
    marked("the third answer"),
    marked("the fourth answer"),
    marked("the fifth answer"),
    marked("the sixth answer"),
)
_OF_SHARES = ("%", "percent", "per cent")
_MARK = re.compile('["“”„«»]')
_OPENING = re.compile(r'„|(?<![\w.,:;!?…%)\]])(?:["“”»](?=[^\s.,:;!?…)\]])|«)')
"""Where one language opens a quotation, another closes it: what stands before and behind tells."""


def date(point: Point, *, with_year: bool = True) -> str:
    """Print 7 May 2031, May 2031 or 2031; where the year stands elsewhere 7 May, or May."""
    if point.day:
        return language.day(point.first, with_year=with_year)
    return language.month(point.first, with_year=with_year) if point.month else str(point.year)


def arrow() -> str:
    """The arrow from what was to what is: it points the way that the site is read."""
    return "←" if language.mirrored() else "→"


def month(day: datetime.date) -> str:
    """Print the month of a day: May 2031."""
    return language.month(day)


def weekday(day: datetime.date) -> str:
    """Print the short name of a day of the week: Wed; nothing for a day that not all states counted alike."""
    return language.weekday(day) if day.year >= ONE_CALENDAR else ""


def span(value: Span, *, with_year: bool = True) -> str:
    """Print a date, a span of dates or an open period: 7 May 2031, since April 2031."""
    start = date(value.start, with_year=with_year)
    if value.end is None:
        return _("since %(date)s", date=start)
    if value.start == value.end:
        return start
    return _("%(start)s to %(end)s", start=start, end=date(value.end, with_year=with_year))


def unit(fact: Fact) -> str:
    """What a fact's figures count; nothing where each of them prints it already: 12% and %, $5 and $."""
    figures = [claim.figure for claim in fact.claims if claim.figure]
    printed = [_OF_SHARES if figure.percent else (figure.currency,) for figure in figures]
    return "" if printed and all(fact.unit in signs for signs in printed) else fact.unit or ""


def counted_when(unit: str, period: Span | None) -> str:
    """Print what is counted, and when: boats since May 2031; guilders, 1636 to 1637."""
    when = span(period) if period else ""
    if unit and period and period.end:
        return enumerated([unit, when])
    return f"{unit} {when}".strip()


def alternatives(values: Sequence[str]) -> str:
    """Join with "or", printing what they share once: 6 or 7 May 2031."""
    *first, last = values
    tails = {value.partition(" ")[2] for value in values}
    if len(tails) == 1 and tails != {""}:
        first = [value.partition(" ")[0] for value in first]
    return either([*first, last])


def either(values: Sequence[str]) -> str:
    """Join with "or"."""
    return reduce(lambda one, other: _("%(one)s or %(other)s", one=one, other=other), values)


def listed(values: Sequence[str]) -> str:
    """Join with commas and "and"."""
    return language.listed(values)


def enumerated(values: Sequence[str]) -> str:
    """Join with commas alone: a, b."""
    return _(", ").join(values)


def clauses(values: Sequence[str]) -> str:
    """Join what may hold commas: a, b; c."""
    return _("; ").join(values)


def labeled(label: str, told: str) -> str:
    """Print what something says or is, behind its name: a: b."""
    return label + _(": ") + told


def number(count: int) -> str:
    """Print a small number as a word."""
    return _(_NUMBERS[count]) if count < len(_NUMBERS) else language.decimal(count)


def spelled_origins(count: int) -> str:
    """Print one origin, three origins."""
    return ngettext("%(number)s origin", "%(number)s origins", count, number=number(count))


def spelled_articles(count: int) -> str:
    """Print one article, three articles."""
    return ngettext("%(number)s article", "%(number)s articles", count, number=number(count))


def counted(count: int, noun: str) -> str:
    """Print 1 file, 3 files, as commands do: they speak English."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def articles(count: int) -> str:
    """Print 1 article, 3 articles."""
    return ngettext("%(num)s article", "%(num)s articles", count)


def questions(count: int) -> str:
    """Print 1 question, 3 questions."""
    return ngettext("%(num)s question", "%(num)s questions", count)


def claims(count: int) -> str:
    """Print 1 claim, 3 claims."""
    return ngettext("%(num)s claim", "%(num)s claims", count)


def other_articles(count: int) -> str:
    """Print 1 other article, 3 other articles."""
    return ngettext("%(num)s other article", "%(num)s other articles", count)


def others(value: Others) -> str:
    """Print how the articles stand that are not named beside a question: 490 others silent, 2 others before the event."""
    silent = ngettext("%(num)s other silent", "%(num)s others silent", value.silent)
    before = ngettext(
        "%(num)s other before the event", "%(num)s others before the event", value.before
    )
    return enumerated([silent] * bool(value.silent) + [before] * bool(value.before))


def answer_none(count: int) -> str:
    """Print of how many articles a table has no column, and why: 490 other articles answer none of these questions."""
    return ngettext(
        "%(num)s other article answers none of these questions.",
        "%(num)s other articles answer none of these questions.",
        count,
    )


def more(count: int) -> str:
    """Print how many of a list are not written out: and 9,800 more."""
    return ngettext("and %(num)s more", "and %(num)s more", count)


def not_named_by(count: int) -> str:
    """Print how many articles have no cell beside a person, whom they do not name: not named by 490 other articles."""
    return ngettext(
        "not named by %(num)s other article", "not named by %(num)s other articles", count
    )


def shown_less(count: int) -> str:
    """Print of how many articles less is shown than of those that a table names."""
    return ngettext(
        "Of %(num)s other article less is shown.",
        "Of %(num)s other articles less is shown.",
        count,
    )


def size(count: int) -> str:
    """Print how large a file is: 12 kB."""
    return _("%(number)s kB", number=round(max(count / 1000, 1)))


def short_name(library: Library, body_id: str) -> str:
    """Print a person's or body's name, abbreviated where it has an abbreviation."""
    body = library.body(body_id)
    if body is None:
        return body_id
    return (body.short if isinstance(body, Organization) else None) or body.name


def support(library: Library, value: Support) -> str:
    """Print how many stand behind a fact: 3 articles, 1 origin (AHO) named by 2."""
    parts = [articles(value.articles), _origins(library, value)]
    parts += [
        _("%(count)s via %(outlet)s", count=count, outlet=short_name(library, outlet))
        for outlet, count in value.via
    ]
    return enumerated(parts)


def _origins(library: Library, value: Support) -> str:
    if not value.origins:
        return origin_not_named()
    names = enumerated([short_name(library, origin) for origin in value.origins])
    count = len(value.origins)
    origins = ngettext(
        "%(num)s origin (%(names)s)", "%(num)s origins (%(names)s)", count, names=names
    )
    if value.named_by == value.articles:
        return origins
    return _("%(origins)s named by %(count)s", origins=origins, count=value.named_by)


def origin_not_named() -> str:
    """Say that no origin is named."""
    return _("origin not named")


def named_by(value: Support) -> str:
    """Spell out "named by 2": who counts, and that the others do not say; nothing where it is not printed."""
    if not value.origins or value.named_by == value.articles:
        return ""
    others = value.articles - value.named_by
    some = ngettext(
        "%(number)s of these articles says whose statement or estimate it is",
        "%(number)s of these articles say whose statement or estimate it is",
        value.named_by,
        number=number(value.named_by),
    )
    rest = ngettext("%(number)s does not", "%(number)s do not", others, number=number(others))
    return capitalize_first(f"{clauses([some, rest])}.")


def agreement(library: Library, value: Agreement) -> str:
    """Print both halves of an agreement: same · 3 articles, 1 origin (AHO)."""
    return f"{STATES[value.state]} · {support(library, value.support)}"


def kind(body: Organization) -> str:
    """Print what a body is: in the editor's words, but a state by ours."""
    return _("state") if body.kind == "state" else body.kind


def publisher(library: Library, source_id: str) -> str:
    """Print who published a source."""
    return library.publisher(source_id).name


def source(library: Library, source_id: str) -> str:
    """Name a source among others: by its publisher, and of several of one by what parts them, too: Port Press of 2031.

    Its file may be missing or broken, as in a history.
    """
    name, apart = library.publisher_of(source_id), library.namesakes.get(source_id)
    if apart is None:
        return name
    date = span(apart.date)
    said = (
        _("%(publisher)s of %(day)s", publisher=name, day=date)
        if apart.date.start.day
        else _("%(publisher)s of %(date)s", publisher=name, date=date)
    )
    return _with_code(said, apart)


def dated(library: Library, source: Source) -> str:
    """Name a source with its date: Port Press, 7 May 2031; of two that its publisher has of one date, by its code, too."""
    name = _with_code(publisher(library, source.id), library.namesakes.get(source.id))
    return enumerated([name, published(source)])


def _with_code(name: str, apart: Apart | None) -> str:
    return f"{name} ({apart.code})" if apart and apart.code else name


def published(source: Source) -> str:
    """Print when a source was published, as far as it is known."""
    if source.published is None:
        return _("date not known")
    printed, on = span(source.published), source.published_on
    if on and on.month and not on.day:
        return _("%(date)s, exact day not printed", date=printed)
    return printed


def in_language(source: Source) -> str:
    """Name the language of a source that is not in that of the site; nothing where none is given."""
    code = language.foreign(source.lang).partition("-")[0]
    return _("in %(language)s", language=language.name_of(code)) if code else ""


def about(source: Source) -> str:
    """Print what is known of a source beside its name: 7 May 2031, in Dutch; nothing is said of what is not known."""
    day = published(source) if source.published else ""
    return enumerated([*filter(None, [day, in_language(source)])])


def address(found: Address | None) -> str:
    """Print what was found at a source's address, and when: answered on 7 May 2031; a copy is archived."""
    if found is None:
        return _("not yet checked")
    answered = _(OUTCOMES[found.outcome], date=date(found.checked))
    return clauses([answered, ARCHIVED[found.archived]]) if found.archived else answered


def said(library: Library, fact: Fact, claim: Claim) -> str:
    """Print what a claim says, in the words of its article where it has no form of ours."""
    if claim.figure:
        return own_figure(library, claim) or claim.figure.printed
    if claim.date:
        return span(claim.date)
    if claim.readings:
        return alternatives([reading(fact, one) for one in claim.readings])
    if claim.answer:
        return answer(fact, claim.answer)
    if claim.quotation:
        return quoted(claim.quotation)
    return claim.says or ""


def own_figure(library: Library, claim: Claim) -> str | None:
    """A figure as its article prints it, where that is written in the language of the site, and that is not English."""
    lang = library.language(claim.source)
    ours = lang and language.spoken().code != OURS and not language.foreign(lang)
    return claim.printed if claim.figure and ours else None


def spoken_in(library: Library, claim: Claim) -> str | None:
    """The language of what a claim says, as it is printed; None where that is the site's.

    Words are in that of their article, if it names one. A figure that is printed as it is typed is English, if it
    holds more than a number: a minus, too, stands before it only where that is read from the left.
    """
    if claim.own_words or own_figure(library, claim):
        return library.language(claim.source)
    typed = claim.figure.printed if claim.figure else ""
    return OURS if any(sign.isalpha() or sign in MINUS for sign in typed) else None


def side(number: int | None, count: int) -> str:
    """Name the answer that a claim stands on, of so many that exclude each other: the other answer."""
    if number is None and count == 2:
        return _("excludes neither answer")
    if number is None:
        return _("excludes none of the answers")
    if count == 2:
        return _("the other answer") if number else _("one answer")
    if number < len(_ANSWERS):
        return _(_ANSWERS[number])
    return _("answer %(number)s", number=number + 1)


def attributed(library: Library, fact: Fact, claim: Claim) -> str:
    """Print what a claim says beside its article's name: words of the article in quotation marks, ours without."""
    return quoted(claim.says) if claim.says else said(library, fact, claim)


def by_itself(library: Library, fact: Fact, claim: Claim) -> str:
    """Print what a claim says where its details do not stand beside it: a date with what makes it less sure."""
    return f"{attributed(library, fact, claim)} {qualifier(claim)}".strip()


def qualifier(claim: Claim) -> str:
    """Print what makes the date of a claim less sure, in its article's words: (“about”); nothing if nothing does."""
    parts = claim.hedge.split(JOINT) if claim.date and claim.hedge else ()
    found = next(filter(of_date, parts), None)
    return f"({quoted(found)})" if found else ""


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
    (first, last), (opening, closing) = language.quotation_marks(language.spoken().code)
    inside = "".join(_inside(words, opening, closing))
    whole = inside[:1] == opening and inside[-1:] == closing and len(_MARK.findall(words)) == 2
    return f"{first}{inside[1:-1] if whole else inside}{last}"


def _inside(words: str, opening: str, closing: str) -> Iterator[str]:
    """Words of an article with the marks that stand inside a quotation; the space within « » goes with its mark."""
    end = 0
    for mark in _MARK.finditer(words):
        opens = _OPENING.match(words, mark.start())
        before = words[end : mark.start()]
        yield before.rstrip() if mark[0] == "»" and not opens else before
        yield opening if opens else closing
        end = mark.end()
        if mark[0] == "«" and opens:
            end += len(words[end:]) - len(words[end:].lstrip())
    yield words[end:]


def passage(library: Library, source_id: str, locator: Locator) -> str:
    """Print whether a locator was found in its article: found in the article, NOT FOUND in the article."""
    fingerprint = library.fingerprints.get(source_id)
    if fingerprint is None:
        return "not checked, for the article has no fingerprint yet"
    return "found in the article" if fingerprint.has(locator) else "NOT FOUND in the article"


def room(figure: Figure) -> str:
    """Print the numbers that a figure leaves room for: 4,500 to 5,500, above 10,000, −€3 to €4."""
    wide = figure.wide
    low, high = (None if end is None else _amount(figure, end) for end in (wide.low, wide.high))
    sign = " %" if figure.percent else ""
    if low is not None and wide.low == wide.high:
        return f"{low}{sign}"
    if low is None:
        return f"below {high}{sign}" if wide.high_open else f"{high}{sign} and below"
    if high is None:
        return f"above {low}{sign}" if wide.low_open else f"{low}{sign} and above"
    return f"{low} to {'just below ' * wide.high_open}{high}{sign}"


def _amount(figure: Figure, value: Decimal) -> str:
    return f"{'−' * (value < 0)}{figure.currency}{abs(value).normalize():,f}"


def capitalize_first(value: str) -> str:
    """Print the first letter large and leave all others as they are."""
    return value[:1].upper() + value[1:]
