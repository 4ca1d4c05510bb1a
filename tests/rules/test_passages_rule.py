"""Every locator stands in its article, as far as the article has a fingerprint."""

from pathlib import Path

import pytest

from macros.passages import coverage
from macros.rules import passages
from tests import invented

ARTICLE = "Around 500 people came to the harbor that night, and a choir from Brume sang until dawn."


@pytest.mark.parametrize(
    ("locator", "told"),
    [
        ("around 500 people came", False),
        ("Around 500 people came … Brume sang until noon", True),
        ("people came to the harbor … choir from Brume sang", False),
        ("around 600 people came", True),
        ("about 500 people came", True),
        ("500 people came that night", True),
        ("a choir from Alba sang", True),
        ("a choir from brume sang", False),
    ],
)
def test_a_locator_stands_in_its_article(tmp_path: Path, locator: str, *, told: bool) -> None:
    invented.fingerprint(tmp_path, "post", ARTICLE)
    fact = invented.a_fact(f"source: post, says: so, locator: {locator}")
    lines = invented.blamed(passages.check, tmp_path, fact)
    found = [line for line in lines if line.startswith("visitors")]
    assert len(found) == told
    for line in found:
        assert line.startswith(
            f"visitors:4: “{locator}” does not stand in the article of Port Press."
        )


def test_a_space_within_a_number_is_told_where_the_article_has_none(tmp_path: Path) -> None:
    """What it has there looks alike: a narrow space, which parts no words."""
    invented.fingerprint(tmp_path, "post", "Around 12\u202f000 people came to the harbor")
    for locator, told in (
        ("around 12 000 people came", True),
        ("around 13 000 people came", False),
    ):
        fact = invented.a_fact(f"source: post, says: so, locator: {locator}")
        (line,) = (
            line for line in invented.blamed(passages.check, tmp_path, fact) if "visitors" in line
        )
        assert ("It has no plain space within its numbers" in line) is told
    fact = invented.a_fact("source: post, says: so, locator: 'around 12,000 people came'")
    assert not [one for one in invented.blamed(passages.check, tmp_path, fact) if "visitors" in one]


def test_a_source_without_a_fingerprint_is_a_notice_and_never_passes(tmp_path: Path) -> None:
    """Two claims and a role of the world's."""
    claim = "source: star, says: so, locator: around 500 people came"
    told = invented.blamed(passages.check, tmp_path, invented.a_fact(claim, claim))
    assert (
        "star:1: notice: the source has no fingerprint, so that 3 locators were not checked. "
        "A maintainer runs `python -m macros fingerprint star article.txt`."
    ) in told
    assert all("notice" in line for line in told)


def test_roles_are_checked_like_claims(tmp_path: Path) -> None:
    invented.fingerprint(tmp_path, "post", ARTICLE)
    told = invented.blamed(passages.check, tmp_path, "")
    assert any(
        line.startswith("ada-quill:8: “the harbor master Ada Quill” does not") for line in told
    )


def test_coverage_counts_what_is_written_apart_from_what_was_checked(tmp_path: Path) -> None:
    """The world has two roles; post's locator is checked and not found, star's has no fingerprint."""
    invented.fingerprint(tmp_path, "post", ARTICLE)
    fact = invented.a_fact("source: post, says: so, locator: around 500 people came")
    covered = coverage(invented.loaded(tmp_path, fact))
    assert str(covered) == "found 1 = checked 2 of 3 written"
    assert list(covered.shown) == ["post"]
    assert 0 < covered.shown["post"] < 0.2


def test_a_locator_is_counted_however_its_line_is_written(tmp_path: Path) -> None:
    claims = (
        "== facts/festival/visitors\nquestion: Q?\nlabel: L\nclaims:\n"
        "  - locator: around 500 people came\n    source: post\n    says: so\n"
        "  - source: post\n    says: so\n    'locator': around 500 people came\n"
        "  - {source: post, says: so, locator: around 500 people came}\n"
    )
    assert coverage(invented.loaded(tmp_path, claims)).written == 3 + 2


def test_a_locator_that_loading_passes_over_is_written_and_not_checked(tmp_path: Path) -> None:
    fact = invented.a_fact("source: post, says: so, locator: around 500 people came")
    before = coverage(invented.loaded(tmp_path, fact))
    (tmp_path / "data/facts/misplaced.yml").write_text("claims:\n  - locator: some other words\n")
    (tmp_path / "data/people/broken.yml").write_text("roles:\n  - locator: some other words\n - {")
    covered = coverage(invented.load(tmp_path, fact)[0])
    assert covered.written == before.written + 2
    assert covered.checked == before.checked
