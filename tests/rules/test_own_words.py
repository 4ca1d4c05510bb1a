"""What editors write is in their own words."""

from pathlib import Path

import pytest

from macros.rules import own_words
from tests import invented

ARTICLE = "on the last night of the feast the keeper lit one lantern for every boat at sea"
NINE = "the last night of the feast the keeper lit"
QUIET = "source: post, says: so, locator: on the last night of"


@pytest.mark.parametrize(
    ("keys", "claim", "line"),
    [
        (f"remark: So it was on {NINE}.\n", QUIET, "1"),
        (f"remark: So it was on “{NINE}”.\n", QUIET, None),
        ("remark: So it was on the last night of the feast.\n", QUIET, None),
        (f"event: On {NINE}\n", QUIET, "1"),
        (f"answers: {{a: {NINE}}}\n", QUIET, "1"),
        ("", f"{QUIET}, remark: On {NINE} a light", "4"),
        ("", f"{QUIET.replace('post', 'star')}, remark: On {NINE} a light", None),
    ],
    ids=["a remark", "quoted", "eight words", "an event", "an answer", "of a claim", "elsewhere"],
)
def test_no_text_of_ours_is_a_sentence_of_its_articles(
    tmp_path: Path, keys: str, claim: str, line: str | None
) -> None:
    invented.fingerprint(tmp_path, "post", ARTICLE)
    found = invented.blamed(own_words.check, tmp_path, invented.a_fact(claim, keys=keys))
    assert bool(found) is bool(line)
    assert all(one.startswith(f"visitors:{line}: ") and "word for word" in one for one in found)


def test_a_quotation_stands_in_the_marks_of_the_site_s_language(tmp_path: Path) -> None:
    """Of two quotations in German, what is between them stands from “ to ”, were these the marks."""
    (tmp_path / "mkdocs.yml").write_text("theme: {language: de}\n", "utf-8")
    invented.fingerprint(tmp_path, "post", ARTICLE)
    for remark, told in ((f"„{NINE}“", 0), (f"“{NINE}”", 1), (f"„Dort“ {NINE} ”", 1)):
        text = invented.a_fact(QUIET, keys=f"remark: {remark}\n")
        assert len(invented.blamed(own_words.check, tmp_path, text)) == told


def test_nor_is_a_remark_on_a_person_or_on_the_article_itself(tmp_path: Path) -> None:
    invented.fingerprint(tmp_path, "post", ARTICLE)
    text = f"""
== people/zoe-lark
name: Zoe Lark
spellings: {{post: Zoe Lark}}
remark: She lit it on {NINE}.
== sources/post
publisher: press
url: https://post.example.org/lanterns
use: context
remark: It tells of {NINE}.
"""
    found = invented.blamed(own_words.check, tmp_path, text)
    assert [one.partition(" ")[0] for one in found] == ["zoe-lark:3:", "post:4:"]
