"""What two copies of one passage have in common, whatever quotes, dashes or spaces they were typed with."""

from __future__ import annotations

import re
import unicodedata

from macros.unspaced import SIGNS

# Before NFKC, which would turn the narrow spaces that some articles set between thousands into word breaks.
# What is looked for stands before what is looked back at: the search skips to it, which is thrice as fast.
_THOUSANDS = re.compile(r"[,，٬\u00a0\u2009\u202f](?<=\d.)(?=\d{3}(?!\d))")
SPACED_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")
"""A space that was typed where a narrow one parts thousands: it looks alike, and makes two numbers of one."""
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
CURRENCY = "$¢£¤¥฿\u20a0-\u20cf"
"""The signs of money, as a part of a pattern."""
MINUS = "–−-"
"""What articles print for a minus, as a part of a pattern: a dash, the sign itself or a hyphen."""
# A hyphen that opens a word, as no hyphen within one does, nor the dash of a list, which has a space behind.
# Behind a currency or a sign of a script without spaces it is one, but in 5 €–10 € and 10日-12日, where these are counted.
_MINUS = (
    rf"-(?<![^\s(\[\"'“‘„«「『{CURRENCY}{SIGNS}]-)"
    rf"(?<!\d-)(?<!\d[{CURRENCY}{SIGNS}]-)(?<!\d\s[{CURRENCY}]-)"
)
_BELOW_ZERO = re.compile(rf"{_MINUS}([a-z]{{0,2}}[{CURRENCY}])?(?=\d)")
_NUMBER = r"\d+(?:\.\d+)?"
_WORD = re.compile(rf"[^\W\d_]+|{_NUMBER}|%|{_MINUS}{_NUMBER}")
_ASCII_WORD = re.compile(rf"[a-z]+|{_NUMBER}|%", re.ASCII)
"""The same of a text in small letters without a minus, twice as fast: most texts are so, and this is asked for each."""

_FAR = re.compile(r"[\u0300-\u1fff\u2c00-\uffff\U00010000-\U0010ffff]")
"""What is neither Latin nor a dash, a quote or a sign."""
_MARK = "\ue000"
_FAR_WORD = re.compile(
    rf"(?!\d)[{SIGNS}]{_MARK}*|(?:[^\W\d_{SIGNS}]{_MARK}*)+|{_NUMBER}|%|{_MINUS}{_NUMBER}"
)


def words(text: str) -> tuple[str, ...]:
    """Split a text into the words that are compared: numbers with their minus, % and runs of letters, case folded.

    Quotes, other dashes, spaces, line ends, soft hyphens and the comma in 5,000 make no difference; -$3 is -3. In
    scripts without spaces every sign is a word here, for where a word ends only a dictionary knows.
    """
    if text.isascii():  # nothing to normalize
        bare = (_THOUSANDS.sub("", text) if "," in text else text).lower()
    else:
        bare = unicodedata.normalize("NFKC", _THOUSANDS.sub("", _UNSEEN.sub("", text))).casefold()
        bare = bare.replace("–", "-").replace("−", "-")
    if "-" in bare and _BELOW_ZERO.search(bare):
        bare = _BELOW_ZERO.sub(r"\1 -", bare)
    elif text.isascii():
        return tuple(_ASCII_WORD.findall(bare))
    return _far_words(bare) if _FAR.search(bare) else tuple(_WORD.findall(bare))


def _far_words(folded: str) -> tuple[str, ...]:
    """Split a text in any script. A mark, such as a vowel's sign, belongs to its letter; to `re` it is no letter."""
    folded = folded.replace("٫", ".").replace("٪", "%")
    marks = {ord(sign): _MARK for sign in set(folded) if unicodedata.category(sign)[0] == "M"}
    found = _FAR_WORD.finditer(folded.translate(marks))
    return tuple(folded[word.start() : word.end()] for word in found)


def alphabetical(name: str) -> str:
    """What names are sorted by: É stands with E, and a small letter with its capital."""
    bare = unicodedata.normalize("NFD", name.casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def contains(passage: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Say whether the words of `phrase` stand in `passage`, one after the other; no words stand nowhere."""
    return bool(phrase) and f" {' '.join(phrase)} " in f" {' '.join(passage)} "


def places(passage: tuple[str, ...], phrase: tuple[str, ...]) -> list[int]:
    """List the places of `passage` at which the words of `phrase`, one or more, begin."""
    first, length = phrase[0], len(phrase)
    times = passage.count(first)
    if times < 2:  # as almost always: found in a third of the time
        at = passage.index(first) if times else 0
        return [at] if times and passage[at : at + length] == phrase else []
    return [
        i for i, word in enumerate(passage) if word == first and passage[i : i + length] == phrase
    ]
