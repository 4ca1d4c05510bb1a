"""What two copies of one passage have in common, whatever quotes, dashes or spaces they were typed with."""

from __future__ import annotations

import re
import unicodedata

# Before NFKC, which would turn the narrow spaces that some articles set between thousands into word breaks.
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"\d+(?:\.\d+)?|%|[^\W\d_]+")


def words(text: str) -> tuple[str, ...]:
    """Split a text into the words that are compared: numbers, % and runs of letters, case folded.

    Quotes, dashes, spaces, line ends, soft hyphens and the comma in 5,000 make no difference.
    """
    if text.isascii():  # nothing to normalize: most texts are, and this is asked for each of them
        return tuple(_WORD.findall(_THOUSANDS.sub("", text).lower()))
    folded = unicodedata.normalize("NFKC", _THOUSANDS.sub("", _UNSEEN.sub("", text))).casefold()
    return tuple(_WORD.findall(folded))


def contains(passage: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Say whether the words of `phrase` stand in `passage`, one after the other; no words stand nowhere."""
    length = len(phrase)
    return length > 0 and any(
        passage[i : i + length] == phrase for i in range(len(passage) - length + 1)
    )
