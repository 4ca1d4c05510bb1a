"""Of no article so much is shown that it could be read here."""

from itertools import product
from pathlib import Path

import pytest

from macros.passages import SHORT
from macros.rules import much_shown
from tests import invented

WORDS = ["".join(letters) for letters in product("bdfgklmn", "aeiou", "bdfgklmn")]


def article(runs: int) -> list[str]:
    """The words of an article of so many runs of four."""
    return WORDS[: runs + 3]


def locators(words: list[str], shown: int) -> list[str]:
    """Passages of ten words that show so many of its runs, seven each."""
    assert shown % 7 == 0
    return [" ".join(words[start : start + 10]) for start in range(0, shown, 7)]


@pytest.mark.parametrize(
    ("runs", "shown", "told"),
    [
        (140, 84, ""),
        (140, 91, "65% of this article (91 of its 140 runs of four words), and may show 60% (84)"),
        (SHORT, 56, ""),
        (SHORT, 63, "63% of this article (63 of its 100 runs of four words), and may show 60% (60)"),
        (SHORT - 1, 63, ""),
        (14, 14, ""),
    ],
)  # fmt: skip
def test_locators_show_a_part_of_their_article(
    tmp_path: Path, runs: int, shown: int, told: str
) -> None:
    """A passage typed twice, or one that stands elsewhere, shows no more."""
    words = article(runs)
    invented.fingerprint(tmp_path, "post", " ".join(words))
    passages = [*locators(words, shown), *locators(words, 7), "and the lights were out late"]
    claims = [f"source: post, says: so, locator: {passage}" for passage in passages]
    found = invented.blamed(much_shown.check, tmp_path, invented.a_fact(*claims))
    assert len(found) == bool(told)
    assert all(
        line.startswith(f"post:1: its locators show {told}. Shorten the longest") for line in found
    )


def test_a_source_whose_file_is_missing_is_not_blamed(tmp_path: Path) -> None:
    words = article(140)
    invented.fingerprint(tmp_path, "posd", " ".join(words))
    claims = [f"source: posd, says: so, locator: {words}" for words in locators(words, 91)]
    library, _ = invented.load(tmp_path, invented.a_fact(*claims))
    assert list(much_shown.check(library)) == []
