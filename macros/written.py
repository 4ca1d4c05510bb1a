"""What is noted of a raw file, by no code of the model's, so that a skip can't pass for a pass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from macros.files import contents

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


class Written(NamedTuple):
    """How often the key `locator:` stands in a text, and a digest, which tells it from any other."""

    locators: int
    digest: bytes

    @classmethod
    def of(cls, text: str) -> Written:
        """Look at the text of one file, as it was parsed."""
        return cls(locators(text), blake2b(text.encode(), digest_size=20).digest())


def as_noted(root: Path, written: Mapping[str, Written]) -> bool:
    """Say whether each file below `root` still holds the text of which that was noted, by its path."""
    try:
        return all(
            Written.of(contents(f"{root}/{path}").decode("utf-8-sig")) == noted
            for path, noted in written.items()
        )
    except (OSError, UnicodeError):
        return False
