"""A number of an article that writes 4.200 for 4,200 is typed as English writes it, with the article's own beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.faults import Fault
from macros.language import decimal_sign
from macros.library import Library

_SIGN_WITHIN = re.compile(r"\d[.,]\d")


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each figure whose point or comma means another thing in the language of its article."""
    otherwise = {
        source.id
        for source in library.sources.values()
        if source.lang and decimal_sign(source.lang) == ","
    }
    if not otherwise:
        return
    for fact in library.facts.values():
        for i, claim in enumerate(fact.claims):
            figure = claim.figure
            if (
                figure
                and claim.source in otherwise
                and not claim.printed
                and _SIGN_WITHIN.search(figure.printed)
            ):
                message = (
                    f"“{figure.printed}” may be another number in the language of this article, where 4.200 is 4,200. "
                    "Write it in `figure:` as English does, and as the article prints it in `printed:`."
                )
                yield library.fault(fact, ("claims", i, "figure"), message)
