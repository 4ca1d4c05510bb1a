"""An article credits another outlet than its own publisher."""

from pathlib import Path

import pytest

from macros.rules import credits
from tests import invented


@pytest.mark.parametrize(("via", "told"), [("salt-wire", 0), ("press", 1), ("evening", 0)])
def test_a_publisher_is_not_credited_for_its_own_article(
    tmp_path: Path, via: str, told: int
) -> None:
    text = invented.a_fact(f"source: post, via: {via}, says: so, locator: so it was then")
    found = invented.blamed(credits.check, tmp_path, text)
    assert len(found) == told
    assert all("“press” published this article itself" in line for line in found)
