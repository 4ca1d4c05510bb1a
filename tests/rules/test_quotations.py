"""A quotation has someone who spoke, and no quotation marks of its own."""

from pathlib import Path

import pytest

from macros.rules import quotations
from tests import invented

SPOKEN = "source: post, quotation: we came, locator: we came for the lights"


@pytest.mark.parametrize(
    ("claim", "keys", "told"),
    [
        (SPOKEN, "speaker: ada-quill\n", 0),
        (f"{SPOKEN}, origin: choir", "", 0),
        (SPOKEN.replace("quotation", "says"), "", 0),
        (f"{SPOKEN}, via: salt-wire", "", 1),
        (SPOKEN, "about: [ada-quill]\n", 1),
    ],
    ids=["a speaker", "an origin", "no quotation", "a wire speaks for nobody", "about nobody"],
)
def test_a_quotation_needs_a_speaker_or_an_origin(
    tmp_path: Path, claim: str, keys: str, told: int
) -> None:
    found = invented.blamed(quotations.check, tmp_path, invented.a_fact(claim, keys=keys))
    assert len(found) == told
    assert all("nobody is named who spoke these words" in line for line in found)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("we came", 0),
        ("“we came”", 1),
        ("'\"we came\"'", 1),
        ("«we came»", 1),
        ("we “came”", 0),
        ("“we” came", 0),
        ("'’tis we who came'", 0),
    ],
)
def test_the_pages_print_the_quotation_marks(tmp_path: Path, words: str, told: int) -> None:
    claim = f"source: post, origin: choir, quotation: {words}, locator: we came for the lights"
    found = invented.blamed(quotations.check, tmp_path, invented.a_fact(claim))
    assert len(found) == told
    assert all("the pages print the quotation marks" in line for line in found)
