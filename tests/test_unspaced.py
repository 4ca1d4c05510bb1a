"""Scripts that set no space between words are counted and parted by their signs."""

import pytest

from macros.fold import words
from macros.unspaced import last_word, length, line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("around 5,000 lights at 35%", 6),
        ("Лампы горели, 5000 штук", 4),
        ("등불 축제에 5,000명", 4),
        ("हज़ार किताबें जलीं", 3),
        ("", 0),
        ("灯籠祭り", 2),
        ("約5,000人が", 2.5),
        ("テスト", 1.5),
        ("โคมไฟ", 1.25),
        ("Alba の港", 2),
        ("アダ・クイル", 2.5),
        ("about ฿5,000", 2),
    ],
)
def test_signs_of_a_script_without_spaces_are_parts_of_a_word(text: str, expected: float) -> None:
    assert length(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("in the harbor", "harbor"),
        ("harbor", "harbor"),
        ("", ""),
        ("“the harbor”", "harbor”"),
        ("こんなに明るい港", "港"),
        ("“こんなに明るい。”", "い。”"),
        ("about 5万人", "人"),
        ("“โดยเรือข้ามฟาก”", "ก”"),
        ("เป็นหนี้", "นี้"),
        ("ที่น้ำ", "น้ำ"),
        ("ថាល្អ", "ល្អ"),
        ("တက္က", "က္က"),
        ("港", "港"),
        ("灯籠 in Alba", "Alba"),
        ("ﾗﾝﾀﾝ", "ﾝ"),
        ("฿5,000", "฿5,000"),
    ],
)
def test_the_last_word_or_sign_stays_with_what_follows(text: str, last: str) -> None:
    assert text[last_word(text) :] == last


def test_signs_are_written_together_and_words_apart() -> None:
    assert line(words("Alba の港に 5,000 人")) == "alba の港に 5000 人"
    assert line(words("ที่น้ำ")) == "ที่น\u0e49\u0e4dา"
