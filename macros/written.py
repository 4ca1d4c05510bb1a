"""How often the key `locator:` is written in a raw file: by no code of the model's, so that a skip can't pass for a pass."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^\s*#.*", re.MULTILINE)
_LOCATOR = re.compile(
    r"""
    locator  # first, so that the search skips to it
    (?: (?<![^\s{,-]locator) | (?<=["']locator) (?<![^\s{,-].locator) )  # where a key can begin, or its quotes
    ["']?\s*:
    """,
    re.VERBOSE,
)


def locators(text: str) -> int:
    """Count the keys `locator:` in a file's text, wherever a key can stand."""
    return len(_LOCATOR.findall(_COMMENT.sub("", text) if "#" in text else text))
