"""What two copies of one passage have in common, whatever quotes, dashes or spaces they were typed with."""

from __future__ import annotations

import re
import unicodedata

from macros.unspaced import SIGNS

# Before NFKC, which would turn the narrow spaces that some articles set between thousands into word breaks.
# What is looked for stands before what is looked back at: the search skips to it, which is thrice as fast.
_THOUSANDS = re.compile(r"[,\u00a0\u2009\u202f](?<=\d.)(?=\d{3}(?!\d))")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?|%")
_ASCII_WORD = re.compile(r"[a-z]+|\d+(?:\.\d+)?|%", re.ASCII)
"""The same of a text in small letters, twice as fast: most texts are ASCII, and this is asked for each of them."""

_FAR = re.compile(r"[\u0300-\u1fff\u2c00-\uffff\U00010000-\U0010ffff]")
"""What is neither Latin nor a dash, a quote or a sign."""
_MARK = "\ue000"
_FAR_WORD = re.compile(rf"(?!\d)[{SIGNS}]{_MARK}*|(?:[^\W\d_{SIGNS}]{_MARK}*)+|\d+(?:\.\d+)?|%")


def words(text: str) -> tuple[str, ...]:
    """Split a text into the words that are compared: numbers, % and runs of letters, case folded.

    Quotes, dashes, spaces, line ends, soft hyphens and the comma in 5,000 make no difference. In scripts without
    spaces every sign is a word here, for where a word ends only a dictionary knows.
    """
    if text.isascii():  # nothing to normalize
        bare = _THOUSANDS.sub("", text) if "," in text else text
        return tuple(_ASCII_WORD.findall(bare.lower()))
    folded = unicodedata.normalize("NFKC", _THOUSANDS.sub("", _UNSEEN.sub("", text))).casefold()
    return _far_words(folded) if _FAR.search(folded) else tuple(_WORD.findall(folded))


def _far_words(folded: str) -> tuple[str, ...]:
    """Split a text in any script. A mark, such as a vowel's sign, belongs to its letter; to `re` it is no letter."""
    marks = {ord(sign): _MARK for sign in set(folded) if unicodedata.category(sign)[0] == "M"}
    found = _FAR_WORD.finditer(folded.translate(marks))
    return tuple(folded[word.start() : word.end()] for word in found)


def contains(passage: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Say whether the words of `phrase` stand in `passage`, one after the other; no words stand nowhere."""
    return bool(phrase) and f" {' '.join(phrase)} " in f" {' '.join(passage)} "


def places(passage: tuple[str, ...], phrase: tuple[str, ...]) -> list[int]:
    """List the places of `passage` at which the words of `phrase`, one or more, begin."""
    first, length = phrase[0], len(phrase)
    return [
        i for i, word in enumerate(passage) if word == first and passage[i : i + length] == phrase
    ]
