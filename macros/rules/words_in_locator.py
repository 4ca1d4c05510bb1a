"""What a claim prints of its article stands in its locator, qualifier and all.

A figure of an article in another language is put into ours; then the article's own words stand in `printed:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.beyond_figures import beyond
from macros.faults import Fault
from macros.figure import figures_in
from macros.fold import MINUS, words
from macros.library import Library
from macros.locator import Locator
from macros.model import LONGEST_SAYS, Claim
from macros.printed_dates import can_read
from macros.rules.whole_figure import left_out
from macros.unspaced import length

_COPY = "Copy both as the article prints them."
_IN_ITS_LANGUAGE = "Keep it in English, and put the article's own words for it into `printed:`."
_BEHIND_A_DASH = " If the dash before it is no minus, use `says:`."


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each figure, printed date, hedge, quotation or post that its locator lacks."""
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            for key, phrase in _left_out(claim):
                ours = can_read(library.language(claim.source))
                cure = _of_figure(claim, phrase, ours=ours) if key == "figure" else _COPY
                message = f"“{phrase}” does not stand in the locator. {cure}"
                yield library.fault(fact, ("claims", i, key), message)
            if claim.figure and claim.printed and can_read(library.language(claim.source)):
                message = (
                    "a figure is copied as the article prints it. Remove `printed:`, which is for figures "
                    "of an article in another language, or give the source its `lang:`."
                )
                yield library.fault(fact, ("claims", i, "printed"), message)
            if claim.says and length(words(claim.says)) > LONGEST_SAYS:
                message = f"these are more than {LONGEST_SAYS} words of the article. Keep the few that answer."
                yield library.fault(fact, ("claims", i, "says"), message)
    for person in library.people.values():
        for i, role in enumerate(person.roles):
            if not role.locator.holds(role.post):
                message = f"“{role.post}” does not stand in the locator. {_COPY}"
                yield library.fault(person, ("roles", i, "post"), message)


def _of_figure(claim: Claim, figure: str, *, ours: bool) -> str:
    """Say what to do about a figure: the locator may print another one, and does so in `ours` or another language."""
    printed = {one: _beyond(claim.locator, words(one)) for one in figures_in(claim.locator.text)}
    whole = next((one for one, more in printed.items() if not more), None)
    cure = _COPY
    if not ours:
        cure = _IN_ITS_LANGUAGE
    elif whole:
        cure = f"The locator prints “{whole}”: write `figure: {whole}`, or correct the locator."
    elif printed:
        part, more = next(iter(printed.items()))
        cure = f"The locator prints “{part}” with “{more}”, which no figure can hold. Use `says:` for the article's words."
    lost_its_minus = figure[0] not in MINUS and claim.locator.shows(words(f"-{figure}"))
    return cure + _BEHIND_A_DASH * lost_its_minus


def _beyond(locator: Locator, figure: tuple[str, ...]) -> str | None:
    """Say what the locator prints with a figure that it can't be typed with."""
    return beyond(locator, figure) or left_out(locator, figure)


def _left_out(claim: Claim) -> Iterator[tuple[str, str]]:
    if (
        claim.figure
        and not claim.printed
        and not (
            claim.locator.shows(claim.figure.words) and claim.figure.currency in claim.locator.text
        )
    ):
        yield "figure", claim.figure.printed
    for key in ("quotation", "says", "printed", "hedge"):
        phrase = getattr(claim, key)
        if phrase and not claim.locator.holds(phrase):
            yield key, phrase
