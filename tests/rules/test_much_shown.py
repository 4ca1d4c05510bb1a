"""Of no article so much is shown that it could be read here."""

from pathlib import Path

import pytest

from macros.rules import much_shown
from tests import invented

ARTICLE = "Around 500 people came to the harbor that night, and a choir from Brume sang until dawn."
"""Seventeen words, fourteen runs of four."""
POST = "A choir from Brume sang until dawn."


@pytest.mark.parametrize(
    ("article", "locators", "told"),
    [
        (ARTICLE, ["people came to the harbor", "choir from Brume sang"], ""),
        (ARTICLE, ["Around 500 people came to the harbor that night"], ""),
        (ARTICLE, ["Around 500 people came to the harbor that night and"] * 3, ""),
        (
            ARTICLE,
            ["Around 500 people came to the harbor that night", "night and a choir from Brume sang"],
            "71% of this article (10 of its 14 runs of four words), and may show 60% (8)",
        ),
        # what stands elsewhere, or nowhere, shows nothing
        (ARTICLE, ["Around 500 people came to the harbor that night", "and the lights were out until late that day"], ""),
        # a locator has its least length, and one is always allowed
        (POST, ["A choir from Brume sang until dawn"], ""),
        (POST, ["A choir from Brume sang until dawn", "choir from Brume sang"], ""),
        (POST, ["choir from Brume sang", "from Brume sang until"], ""),
        (
            POST,
            ["A choir from Brume sang", "from Brume sang until dawn"],
            "100% of this article (4 of its 4 runs of four words), and may show 60% (2)",
        ),
    ],
)  # fmt: skip
def test_locators_show_a_part_of_their_article(
    tmp_path: Path, article: str, locators: list[str], told: str
) -> None:
    invented.fingerprint(tmp_path, "post", article)
    claims = [f"source: post, says: so, locator: {locator}" for locator in locators]
    found = invented.blamed(much_shown.check, tmp_path, invented.a_fact(*claims))
    assert len(found) == bool(told)
    assert all(
        line.startswith(f"post:1: its locators show {told}. Shorten the longest") for line in found
    )


def test_a_source_whose_file_is_missing_is_not_blamed(tmp_path: Path) -> None:
    invented.fingerprint(tmp_path, "posd", POST)
    claims = [f"source: posd, says: so, locator: {words}" for words in (POST, POST[8:])]
    library, _ = invented.load(tmp_path, invented.a_fact(*claims))
    assert list(much_shown.check(library)) == []
