"""A point and a comma mean what they mean in the language of the article."""

from pathlib import Path

import pytest

from macros.rules import own_decimals
from tests import invented


@pytest.mark.parametrize(
    ("lang", "figure", "printed", "told"),
    [
        ("nl", "4.200", "", True),
        ("de", "around €4.200", "", True),
        ("pt-BR", "3.5 million", "", True),
        ("fr", "4,200", "", True),
        ("nl", "4,200", "4.200", False),
        ("nl", "3.5 million", "3,5 miljoen", False),
        ("nl", "900", "", False),
        ("en", "4,200", "", False),
        ("en-GB", "6.125%", "", False),
        ("ja", "4,200", "", False),
        ("", "4,200", "", False),
        ("xx", "4,200", "", False),
    ],
)
def test_a_number_is_typed_as_english_writes_it(
    tmp_path: Path, lang: str, figure: str, printed: str, told: bool
) -> None:
    own = f", printed: '{printed}'" if printed else ""
    claim = f"source: paper, figure: '{figure}'{own}, locator: 'there were {printed or figure} boats at sea'"
    source = "\n".join(
        [
            "== sources/paper",
            "title: A morning at sea",
            "publisher: press",
            "code: PA",
            "published: 2031-05",
            "url: https://paper.example.org/",
            "use: compared",
            "order: 9",
            f"lang: {lang}" if lang else "",
            "",
        ]
    )
    found = invented.blamed(own_decimals.check, tmp_path, source + invented.a_fact(claim))
    assert bool(found) is told
    assert all(one.startswith("visitors:4: ") and "in `printed:`" in one for one in found)
