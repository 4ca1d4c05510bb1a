"""Whether a text of ours holds a sentence of an article, found by the article's fingerprint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from macros.fingerprint import RUN, Fingerprint, runs
from macros.fold import words
from macros.unspaced import is_unspaced, length, line

LONGEST_RUN = 8
"""Words of an article that may stand in our text one after the other; nine are a sentence of somebody else's."""

_RUNS_TOO_MANY = LONGEST_RUN + 1 - RUN + 1
"""Runs of four words in those nine; so many in a row hold one of every so many."""

_APART = " \ue000 "


def copied(
    text: str, fingerprints: Iterable[Fingerprint], quotation: re.Pattern[str]
) -> Iterator[tuple[int, str]]:
    """Find a run of nine or more words of an article outside a `quotation`, over the ends of lines, too.

    Yields, for each article, the line of the text in which it begins, from 0, and what to do.
    """
    if text.count(" ") + text.count("\n") < LONGEST_RUN and not is_unspaced(text):
        return
    open_text = quotation.sub(lambda quoted: _APART + "\n" * quoted[0].count("\n"), text)
    lines = [words(one) for one in open_text.split("\n")]
    folded = sum(lines, ())
    suspects = runs(folded, every=_RUNS_TOO_MANY)
    for fingerprint in fingerprints if suspects else ():
        if not any(fingerprint.has_runs(suspects)):
            continue
        first = 0
        for i, hit in enumerate(fingerprint.has_runs(runs(folded))):
            if not hit:
                first = i + 1
            elif length(folded[first : i + RUN]) >= LONGEST_RUN + 1:
                begun = next(n for n, end in enumerate(accumulate(map(len, lines))) if first < end)
                yield (
                    begun,
                    f"“{line(folded[first : i + RUN])}” stands in {fingerprint.source}, word for word. Say it in your own words.",
                )
                break
