"""A number that its article prints as another language does is typed as English writes it, with the article's own beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.faults import Fault
from macros.figure import Figure
from macros.language import decimal_sign, scales
from macros.library import Library
from macros.locator import Locator
from macros.printed_dates import can_read
from macros.unspaced import line

_SIGN_WITHIN = re.compile(r"\d[.,]\d")
_HANGUL = re.compile("[\uac00-\ud7a3]")
"""Writes a scale and what is counted as one word."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each figure whose point or comma, or the word behind it, makes another number of it there."""
    languages = {
        source.id: source.lang
        for source in library.sources.values()
        if source.lang and not can_read(source.lang)
    }
    for fact in library.facts.values() if languages else ():
        for i, claim in enumerate(fact.claims):
            lang = languages.get(claim.source)
            if not lang or not claim.figure or claim.printed:
                continue
            printed = claim.figure.printed
            scale = scale_behind(claim.figure, claim.locator, lang)
            if scale:
                message = f"the locator prints “{scale}” behind “{printed}”, which may make a larger number of it. "
            elif decimal_sign(lang) == "," and _SIGN_WITHIN.search(printed):
                message = f"“{printed}” may be another number in the language of this article, where 4.200 is 4,200. "
            else:
                continue
            cure = (
                "Write it in `figure:` as English does, and as the article prints it in `printed:`."
            )
            yield library.fault(fact, ("claims", i, "figure"), message + cure)


def scale_behind(figure: Figure, locator: Locator, lang: str) -> str | None:
    """Say which word of a language for thousands or more stands behind a figure, wherever the locator has it."""
    return locator.everywhere(
        figure.words,
        lambda passage, _, end: next(
            (line(scale) for scale in scales(lang) if _begins(passage[end:], scale)), None
        ),
    )


def _begins(behind: tuple[str, ...], scale: tuple[str, ...]) -> bool:
    """Whether words begin with a scale."""
    if behind and _HANGUL.fullmatch(scale[0]):
        return behind[0].startswith(scale)
    return behind[: len(scale)] == scale
