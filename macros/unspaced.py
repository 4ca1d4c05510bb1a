"""Scripts that set no space between words. Where one ends only a dictionary knows, so what is counted is signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_HALVES = "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
"""Han and kana: two signs are about as much as a word."""
_QUARTERS = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0edf\u1000-\u1049\u104c-\u109f\u1780-\u17d3\u17d7\u17dc-\u17e9"
"""Thai, Lao, Burmese and Khmer: four are."""
SIGNS = _HALVES + _QUARTERS
"""As `re` has them between brackets; their points, stops and ฿ are not among them."""

_SIGN = re.compile(f"[{SIGNS}]")
_HALF, _QUARTER = re.compile(f"[{_HALVES}]"), re.compile(rf"(?!\d)[{_QUARTERS}]")
_BETWEEN = re.compile(f"(?<=[{SIGNS}]) (?=[{SIGNS}])")


def is_unspaced(text: str) -> bool:
    """Say whether a text has signs of such a script."""
    return not text.isascii() and _SIGN.search(text) is not None


def length(folded: Sequence[str]) -> float:
    """How many words these are, as `fold.words` parts them: a sign is a half of one or a quarter."""
    if not is_unspaced("".join(folded)):
        return len(folded)
    halves = sum(_HALF.match(word) is not None for word in folded)
    quarters = sum(_QUARTER.match(word) is not None for word in folded)
    return len(folded) - halves / 2 - quarters * 3 / 4


def line(folded: Sequence[str]) -> str:
    """Write such words as a text."""
    return _BETWEEN.sub("", " ".join(folded))


def last_word(text: str) -> int:
    """Where the last word of a text begins, which a line's end does not part from what follows; else its last sign."""
    start = text.rfind(" ") + 1
    if not is_unspaced(text[start:]):
        return start
    bases = (i for i in range(len(text) - 1, start, -1) if _is_base(text, i))
    return next(bases, start)


def _is_base(text: str, i: int) -> bool:
    """Whether a letter or a digit stands for itself: it is neither bound to the one before it nor the AM of Thai or Lao."""
    is_bound = text[i] in "\u0e33\u0eb3" or text[i - 1] in "\u1039\u17d2"
    return unicodedata.category(text[i])[0] in "LN" and not is_bound
