"""Which sentences of an article no locator touches."""

import pytest

from macros.locator import Locator
from macros.text_coverage import sentences, untouched


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("One burned. Two went out.", ["One burned.", "Two went out."]),
        ("Did it burn? It did! So it was.", ["Did it burn?", "It did!", "So it was."]),
        ("A title without a point\nThe text.", ["A title without a point", "The text."]),
        ("It was Nov. 5 and cold. Then it was not.", ["It was Nov. 5 and cold.", "Then it was not."]),
        ("Alba and the U.S. Coast Watch met. They sang.", ["Alba and the U.S. Coast Watch met.", "They sang."]),
        ("Some 1.5 million came. All left.", ["Some 1.5 million came.", "All left."]),
        ("“We came.” Then they left.", ["“We came.”", "Then they left."]),
        ("He said so. “We came,” he said.", ["He said so.", "“We came,” he said."]),
        ("¿Quién paga? ¡Nadie! ¿Y tú?", ["¿Quién paga?", "¡Nadie!", "¿Y tú?"]),
        ("Er rief. „So hell war es nie.“ Er ging.", ["Er rief.", "„So hell war es nie.“", "Er ging."]),
        ("Hun gik. »Vi betaler.« Så gik hun. – Nej.", ["Hun gik.", "»Vi betaler.«", "Så gik hun.", "– Nej."]),
        ("Han sa. ”Vi går.” Så gick de.", ["Han sa.", "”Vi går.”", "Så gick de."]),
        ("昨夜、約5,000人が来た。「よかった。」と彼は言った。5人が残った！", ["昨夜、約5,000人が来た。", "「よかった。」と彼は言った。", "5人が残った！"]),
        ("Они пели. «Да», сказал он.", ["Они пели.", "«Да», сказал он."]),
        ("नाव आई। सब खुश थे।", ["नाव आई।", "सब खुश थे।"]),
        ("နေ။ လ။", ["နေ။", "လ။"]),
        ("មក។ ទៅ។", ["មក។", "ទៅ។"]),
        ("غنوا؟ نعم.", ["غنوا؟", "نعم."]),
        ("\n\n  \n", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_sentence_ends_at_its_point_and_at_a_line_s_end(
    article: str, expected: list[str]
) -> None:
    assert sentences(article) == expected


ARTICLE = """\
Lanterns over the harbor
About 5,000 lanterns burned that night. A choir sang for a long time. Nobody was hurt, they said.
• * •
The end of the night was cold and dark. A choir sang for a long time.
"""


@pytest.mark.parametrize(
    ("locators", "left"),
    [
        (
            [],
            [
                "Lanterns over the harbor",
                "About 5,000 lanterns burned that night.",
                "A choir sang for a long time.",
                "Nobody was hurt, they said.",
                "The end of the night was cold and dark.",
                "A choir sang for a long time.",
            ],
        ),
        (
            ["about 5000 lanterns burned", "A choir sang for"],
            [
                "Lanterns over the harbor",
                "Nobody was hurt, they said.",
                "The end of the night was cold and dark.",
            ],
        ),
        (
            ["burned that night. A choir sang", "Lanterns over the harbor"],
            [
                "Nobody was hurt, they said.",
                "The end of the night was cold and dark.",
                "A choir sang for a long time.",
            ],
        ),
        (
            ["Lanterns over the harbor … the night was cold"],
            [
                "About 5,000 lanterns burned that night.",
                "A choir sang for a long time.",
                "Nobody was hurt, they said.",
                "A choir sang for a long time.",
            ],
        ),
    ],
    ids=["none", "two sentences, one of them twice", "across a sentence's end", "two passages"],
)
def test_sentences_that_no_locator_touches_are_listed_in_order(
    locators: list[str], left: list[str]
) -> None:
    assert untouched(ARTICLE, map(Locator, locators)) == left


def test_a_locator_whose_words_are_not_in_the_article_touches_nothing() -> None:
    wrong = [Locator("about 6,000 lanterns burned")]
    assert untouched(ARTICLE, wrong) == untouched(ARTICLE, [])
