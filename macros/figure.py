"""A figure: a quantity as an article prints it, and the numbers that it allows.

The grammar and the table of qualifiers are this project's own rules; the method page prints them
from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from macros.fold import CURRENCY, MINUS, SPACED_THOUSANDS, words
from macros.language import marked

MARGIN = Decimal("0.1")
"""How far "about N" and "nearly N" may lie from N: this site's reading, no article gives a margin."""


class Bound(Enum):
    """What a qualifier makes of its number N."""

    EXACT = marked("N")
    ABOUT = marked("core N, wide N ± %(margin)s %%")
    ABOVE = marked("above N")
    AT_LEAST = marked("N and above")
    BELOW = marked("below N")
    AT_MOST = marked("N and below")
    NEARLY = marked("from %(least)s N to just below N")


QUALIFIERS: dict[str, Bound] = {
    "exactly": Bound.EXACT,
    "a total of": Bound.EXACT,
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "some": Bound.ABOUT,
    "an estimated": Bound.ABOUT,
    "estimated": Bound.ABOUT,
    "more than": Bound.ABOVE,
    "over": Bound.ABOVE,
    "at least": Bound.AT_LEAST,
    "no fewer than": Bound.AT_LEAST,
    "fewer than": Bound.BELOW,
    "less than": Bound.BELOW,
    "under": Bound.BELOW,
    "up to": Bound.AT_MOST,
    "at most": Bound.AT_MOST,
    "as many as": Bound.AT_MOST,
    "nearly": Bound.NEARLY,
    "almost": Bound.NEARLY,
    "close to": Bound.NEARLY,
}

IN_WORDS = ("minus", "negative")
"""What stands before a number below zero, where it is no sign."""

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "b": "billion",
    "bn": "billion",
    "t": "trillion",
    "tn": "trillion",
}
"""As money is printed: £240m. Behind a bare number an m may be a meter."""

IN_QUALIFIERS = frozenset(" ".join(QUALIFIERS).split())
"""The words of all qualifiers."""
_OURS = {*SCALES, *IN_QUALIFIERS, "so", "plus", "odd"}
_LONGEST = 60
_LONGEST_IN_WORDS = 7
_CURRENCY = f"(?:[A-Z]{{1,2}})?[{CURRENCY}]"
_MONEY = re.compile(f"[{CURRENCY}]")
_BEFORE = re.compile(rf"(?<![^\s{MINUS}])({_CURRENCY})(?=[{MINUS}]?\d)")
_BEHIND = re.compile(rf"(?<=\d|[a-z])\ ?({_CURRENCY})(?![^\s–-])")
_SHORT = re.compile(rf"(?<=\d)({'|'.join(_SHORT_SCALES)})(?![^\s–-])", re.IGNORECASE)
_MONEY_IN_LETTERS = re.compile(r"([A-Z]{2,3}|Rs\.?|kr\.?)\ ?(?=\d)")
_DEGREES = re.compile(r"\ ?(?=°)")
_UNIT = re.compile(r"[^\W\d_]{2,}|°[^\W\d_]*|[^\W\d_]+/[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_MORE_THAN_A_FIGURE = re.compile(rf"(?<!\d)\+(?=[{CURRENCY}]?\d)|^from (?=.* to )", re.IGNORECASE)
_OUT_OF = re.compile(r"\d\ (?:in|out\ of)\ (?:every\ )?\d")
_NUMBER = r"(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d{0,14})(?:\.\d{1,6})?"
_SCALE = "|".join(SCALES)
_MINUS = rf"[{MINUS}]|(?:{'|'.join(IN_WORDS)})\ "
_FIGURE = re.compile(
    rf"""
    (?:(?P<qualifier>{"|".join(map(re.escape, sorted(QUALIFIERS, key=len, reverse=True)))})\ )?
    (?P<between>between\ )?
    (?P<low_minus>{_MINUS})? (?P<low>{_NUMBER}) (?:\ (?P<low_scale>{_SCALE}))? (?P<low_percent>\ ?%)?
    (?:
        (?P<join>\ ?[–-]\ ?|\ to\ |\ and\ )
        (?P<high_minus>{_MINUS})? (?P<high>{_NUMBER}) (?:\ (?P<high_scale>{_SCALE}))?
    )?
    (?P<percent>\ ?%|\ percent|\ per\ cent)?
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; None is without end, and an open end is not itself in it."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval) -> bool:
        """Say whether some number lies in both."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed, with what its words allow.

    `core` is what the number itself says, `wide` what it says with its margin: "about 5,000" has the
    core 5,000 and is 4,500 to 5,500 wide. `words` is what it is found by in a locator, `currency` the sign of
    its money, if it is printed with one. Two figures are equal if they are printed alike.
    """

    printed: str
    words: tuple[str, ...] = field(compare=False)
    qualifier: str = field(compare=False)
    bound: Bound = field(compare=False)
    low: Decimal = field(compare=False)
    high: Decimal = field(compare=False)
    percent: bool = field(compare=False)
    currency: str = field(compare=False)
    core: Interval = field(compare=False)
    wide: Interval = field(compare=False)

    @property
    def is_range(self) -> bool:
        """Say whether it has two ends, as "35–50%" does."""
        return self.low != self.high

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, printed: str) -> Figure:
        """Read `[qualifier] number [range] [%]`, e.g. "around 5,000" or "35–50%", or money: "some €3.5 million".

        A number below zero stands behind its minus: "-3.5%", "−€2.1 million", "minus 40", "−5 to 3".

        Raises ValueError, in an editor's words, for anything else.
        """
        currency, bare = _without_currency(printed)
        match = _match(printed, bare)
        qualifier = (match["qualifier"] or "").lower()
        bound = QUALIFIERS.get(qualifier, Bound.EXACT)
        low, high = _ends(printed, match)
        if low != high and bound not in (Bound.EXACT, Bound.ABOUT):
            raise ValueError(
                f"“{printed}” puts “{qualifier}” before a range. Use `says:` for the article's words."
            )
        if _is_unclear(match, bound):
            raise ValueError(
                f"“{printed}” can be read in more than one way below zero. Use `says:` for the article's words."
            )
        core, wide = _intervals(bound, low, high)
        percent = bool(match["percent"] or match["low_percent"])
        if percent and currency:
            raise ValueError(f"“{printed}” is money and a share at once. Copy it as printed.")
        return cls(
            printed, words(printed), qualifier, bound, low, high, percent, currency, core, wide
        )


def prints_money(text: str) -> bool:
    """Say whether a text prints the sign of a currency."""
    return "$" in text or (not text.isascii() and _MONEY.search(text) is not None)


def figures_in(text: str) -> list[str]:
    """List the figures that a text prints, each as long as it can be: "of around 5,000 men" prints one."""
    found, tokens, start = [], text.split(), 0
    while start < len(tokens):
        for end in range(min(len(tokens), start + _LONGEST_IN_WORDS), start, -1):
            phrase = " ".join(tokens[start:end]).strip(".,;:!?“”\"'()")
            if _reads(phrase):
                found.append(phrase)
                start = end - 1
                break
        start += 1
    return found


def _reads(phrase: str) -> bool:
    try:
        Figure.parse(phrase)
    except ValueError:
        return False
    return True


def _without_currency(printed: str) -> tuple[str, str]:
    """Part a figure from the sign of its money: -€3 is € and -3; €3 to €4 million is € and 3 to 4 million; £5m is £ and 5 million."""
    for place in (_BEFORE, _BEHIND):
        signs = set(place.findall(printed[: _LONGEST + 1]))
        if len(signs) > 1:
            raise ValueError(f"“{printed}” has two currencies. Copy it as the article prints it.")
        if signs:
            bare = _SHORT.sub(
                lambda short: f" {_SHORT_SCALES[short[1].lower()]}", place.sub("", printed)
            )
            return signs.pop(), bare
    return "", printed


def _match(printed: str, bare: str) -> re.Match[str]:
    folded = " ".join(bare.split())
    match = (
        _FIGURE.fullmatch(folded[0].lower() + folded[1:]) if 0 < len(folded) <= _LONGEST else None
    )
    joined_by_and = bool(match and match["join"] == " and ")
    percent_twice = bool(match and match["low_percent"] and match["percent"] and not match["high"])
    if match is None or joined_by_and != bool(match["between"]) or percent_twice:
        raise ValueError(_refusal(printed))
    if match["low_percent"] and match["high"] and not match["percent"]:
        raise ValueError(
            f"“{printed}” has % after its first number only. Copy it as the article prints it."
        )
    return match


def _refusal(printed: str) -> str:
    shown = printed[:_LONGEST]
    form = (
        f"“{shown}” is not a figure: [qualifier] number [range] [%], "
        "as in around 5,000 or 35–50%. Use `says:` for words; how an article in another language prints a figure, `printed:` holds."
    )
    return next(_cures(shown), form)


def _cures(shown: str) -> Iterator[str]:
    """Say what to write instead, where that can be told; a word before or behind a number is what is counted."""
    number, _, unit = _DEGREES.sub(" ", shown, count=1).rpartition(" ")
    if _UNIT.fullmatch(unit) and not {unit, unit.lower()} & _OURS and _reads(number):
        yield f"“{shown}” goes on behind its number. Write `figure: {number}`, and {unit} in `unit:`."
    if _LETTER.fullmatch(unit) and _reads(number):
        yield f"“{shown}” goes on behind its number. Write `figure: {number}`, and {unit} in `unit:`, or million or billion if it means that."
    money = _MONEY_IN_LETTERS.match(shown)
    if money and _reads(shown[money.end() :]):
        number = shown[money.end() :]
        yield f"“{shown}” has letters before its number. Write `figure: {number}`, and {money[1]} in `unit:`."
    joined = SPACED_THOUSANDS.sub(",", shown)
    if joined != shown and _reads(joined):
        yield f"“{shown}” has a space between its thousands. Write `figure: {joined}`."
    bare = _MORE_THAN_A_FIGURE.sub("", shown)
    if bare != shown and _reads(bare):
        yield f"“{shown}” holds more than its figure. Write `figure: {bare}`."
    if _OUT_OF.search(shown):
        yield f"“{shown}” is a share in words. Use `says:` for the article's words."


def _ends(printed: str, match: re.Match[str]) -> tuple[Decimal, Decimal]:
    low = _number(match["low_minus"], match["low"], match["low_scale"] or match["high_scale"])
    if match["high"] is None:
        return low, low
    high = _number(match["high_minus"], match["high"], match["high_scale"])
    if low >= high:
        raise ValueError(
            f"“{printed}” runs from the larger number to the smaller. Copy it as printed, or use `says:` if it is."
        )
    return low, high


def _number(minus: str | None, digits: str, scale: str | None) -> Decimal:
    size = Decimal(digits.replace(",", "")) * SCALES.get(scale or "", 1)
    return -size if minus else size


def _is_unclear(match: re.Match[str], bound: Bound) -> bool:
    """Say whether articles mean one thing or another by it: "nearly -5", "-5-3" (to 3 or to -3), "minus 5 to 3"."""
    low, high = match["low_minus"], match["high_minus"]
    if not (low or high):
        return False
    is_dashed = match["join"] is not None and match["join"].strip() in MINUS
    is_half = low is not None and low.strip() in IN_WORDS and match["high"] is not None and not high
    return bound not in (Bound.EXACT, Bound.ABOUT) or is_dashed or is_half


def _intervals(bound: Bound, low: Decimal, high: Decimal) -> tuple[Interval, Interval]:
    exact = Interval(low, high)
    match bound:
        case Bound.EXACT:
            return exact, exact
        case Bound.ABOUT:
            return exact, Interval(low - abs(low) * MARGIN, high + abs(high) * MARGIN)
        case Bound.ABOVE:
            only = Interval(low, None, low_open=True)
        case Bound.AT_LEAST:
            only = Interval(low, None)
        case Bound.BELOW:
            only = Interval(None, low, high_open=True)
        case Bound.AT_MOST:
            only = Interval(None, low)
        case Bound.NEARLY:
            only = Interval(low * (1 - MARGIN), low, high_open=True)
    return only, only
