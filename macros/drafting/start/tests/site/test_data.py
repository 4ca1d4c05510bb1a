"""What must hold of the data of this site beyond what the check asks. What else must hold belongs beside it."""

from macros.loading import load
from tests.conftest import ROOT


def test_every_compared_article_has_a_fingerprint() -> None:
    """Until a maintainer has made it, nothing that is said of the article was looked for in it."""
    library, _ = load(ROOT)
    assert [one.id for one in library.compared if one.id not in library.fingerprints] == []
