"""A number that its article prints as another language does is typed as English writes it, with the article's own beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from decimal import Decimal
from itertools import pairwise

from macros.faults import Fault
from macros.figure import Figure
from macros.fold import contains, words
from macros.language import conjunctions, decimal_sign, scales
from macros.library import Library
from macros.locator import Locator
from macros.printed_dates import can_read
from macros.unspaced import line

_SIGN_WITHIN = re.compile(r"\d[.,]\d")
_APART = re.compile(r"(?<=\d)[\s'’](?=\d{3}(?!\d))")
"""What parts thousands: a space, an apostrophe, or the point or comma that is not the language's decimal sign."""
_ARABIC_DECIMAL, _ARABIC_THOUSANDS = "\u066b", "\u066c"
"""What each language has beside its native digits, whatever it has beside those of the west."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PART = re.compile(r"[½¼¾](?<=\d.)")
"""Parts of a whole behind its number that digits can write, too."""
_LONG = 5
"""Letters of a word whose other forms begin as it does; milicja begins as a shorter part of milion, too."""
_HANGUL = re.compile("[\uac00-\ud7a3]")
"""Writes a scale and what is counted as one word."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each figure that is another number in the language of its article, as far as that can be told."""
    languages = {
        source.id: source.lang
        for source in library.sources.values()
        if source.lang and not can_read(source.lang)
    }
    for fact in library.facts.values() if languages else ():
        for i, claim in enumerate(fact.claims):
            lang = languages.get(claim.source)
            if not lang or not claim.figure:
                continue
            told = _other_number(claim.figure, claim.printed or "", claim.locator, lang)
            if told:
                yield library.fault(fact, ("claims", i, "figure"), told)


def _other_number(figure: Figure, own: str, locator: Locator, lang: str) -> str | None:
    """Say what makes another number of a figure, given how its article prints it, if that is typed."""
    if own:
        if figure.low >= 0 and _is_below_zero(own, lang):
            return f"“{own}” has a minus. Write it in `figure:`, too, or correct `printed:`."
        ends = {abs(figure.low), abs(figure.high)}
        scale = _scale_of(own, locator, lang)
        if scale and not ends <= _numbers(own, lang):
            meant = _scaled(own, lang)
            return None if meant is None or ends == {meant} else _told(own, {meant}, lang)
        if scale:
            return f"the locator prints “{scale}” behind “{own}”, which makes a larger number of it. Write the whole number in `figure:`, as English does, and in `printed:`."
        numbers = _plain_numbers(own, lang)
        return None if not numbers or ends <= numbers else _told(own, numbers, lang)
    printed, scale = figure.printed, scale_behind(figure.words, locator, lang)
    if scale:
        told = f"the locator prints “{scale}” behind “{printed}”, which may make a larger number of it. "
    elif decimal_sign(lang) == "," and _SIGN_WITHIN.search(printed):
        told = f"“{printed}” may be another number in the language of this article, where 4.200 is 4,200. "
    else:
        return None
    return (
        f"{told}Write it in `figure:` as English does, and as the article prints it in `printed:`."
    )


def _told(own: str, numbers: Set[Decimal], lang: str) -> str:
    sign = "−" * _is_below_zero(own, lang)
    meant = " and ".join(f"{sign}{number.normalize():,f}" for number in sorted(numbers))
    return f"“{own}” is {meant} in the language of this article. Write that in `figure:`, as English does, or correct `printed:`."


def _plain_numbers(own: str, lang: str) -> set[Decimal]:
    """The numbers that stand in an article's words in digits alone; none if a word among them may make more of one."""
    folded = words(own)
    return set() if any(_may_be(folded, scale) for scale in scales(lang)) else _numbers(own, lang)


def _numbers(own: str, lang: str) -> set[Decimal]:
    """The numbers that stand in an article's words in digits; none if nothing is known of its language."""
    return (
        set(map(Decimal, _NUMBER.findall(_as_english(own, lang)))) if decimal_sign(lang) else set()
    )


def _as_english(own: str, lang: str) -> str:
    """An article's words with their numbers as English writes them: 1.234,5 is 1234.5, and 2½ is 2.5."""
    decimal = decimal_sign(lang)
    thousands = "." if decimal == "," else ","
    own = own.replace(_ARABIC_THOUSANDS, thousands).replace(_ARABIC_DECIMAL, decimal)
    bare = _APART.sub("", own.replace(thousands, "\u2009"))
    bare = re.sub(rf"(?<=\d){re.escape(decimal)}(?=\d)", ".", bare) if decimal else bare
    return _PART.sub(lambda part: f"{unicodedata.numeric(part[0])}"[1:], bare)


def _scale_of(own: str, locator: Locator, lang: str) -> str | None:
    """Say which word for thousands or more stands right behind each number of an article's words; None if not behind all.

    Behind what ends in a number it may have been left in the locator.
    """
    folded = words(own)
    if folded and folded[-1][-1].isdigit():
        return scale_behind(folded, locator, lang)
    found = [
        line(_scale_at(folded[at:], lang))
        for at, (word, behind) in enumerate(pairwise(folded), 1)
        if word[-1].isdigit() and not behind[-1].isdigit()  # 2,4 is two words
    ]
    return found[0] if found and all(found) else None


def _scaled(own: str, lang: str) -> Decimal | None:
    """What the one number of some words is with the scale right behind it; None where that can't be told.

    More of it may stand behind: mil millones, 2 millions et demi, 5천만.
    """
    numbers, folded = _numbers(own, lang), words(_as_english(own, lang))
    at = [i for i, word in enumerate(folded, 1) if word[-1].isdigit()]
    if len(numbers) != 1 or len(at) != 1:
        return None
    scale = _scale_at(folded[at[0] :], lang)
    rest = " ".join(folded[at[0] :]).removeprefix(" ".join(scale)).split()
    if rest and (rest[0] in conjunctions(lang) or _may_go_on(rest[0], lang)):
        return None
    size = scales(lang).get(scale)
    return numbers.pop() * size if size else None


def _may_go_on(word: str, lang: str) -> bool:
    """Whether a word behind a scale may be one, too."""
    return bool(_scale_at((word,), lang)) or any(_may_be((word,), one) for one in scales(lang))


def _is_below_zero(own: str, lang: str) -> bool:
    """Whether the one number of some words has a minus; before one of several it may be a dash."""
    numbers = [word for word in words(_as_english(own, lang)) if word[-1].isdigit()]
    return len(numbers) == 1 and numbers[0][0] == "-"


def _may_be(folded: tuple[str, ...], scale: tuple[str, ...]) -> bool:
    """Whether a scale may stand among some words, be it in a form that Babel does not list: tysiącami for tysiąc."""
    if len(scale) > 1 or len(scale[0]) < _LONG:
        return contains(folded, scale)
    stem = scale[0][:-1] if len(scale[0]) > _LONG + 1 else scale[0]
    return any(word.startswith(stem) for word in folded)


def scale_behind(number: tuple[str, ...], locator: Locator, lang: str) -> str | None:
    """Say which word of a language for thousands or more stands behind a number, wherever the locator has it."""
    return locator.everywhere(number, lambda passage, _, end: line(_scale_at(passage[end:], lang)))


def _scale_at(words_behind: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """The scale that some words begin with, the longest of several; without one no words."""
    begun = (scale for scale in scales(lang) if _begins(words_behind, scale))
    return max(begun, key=len, default=())


def _begins(behind: tuple[str, ...], scale: tuple[str, ...]) -> bool:
    """Whether words begin with a scale."""
    if behind and _HANGUL.fullmatch(scale[0]):
        return behind[0].startswith(scale)
    return behind[: len(scale)] == scale
