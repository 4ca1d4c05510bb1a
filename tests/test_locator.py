"""The few words of an article that carry a claim."""

import pytest

from macros.locator import Locator


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("one two three four", 1),
        ("one two three four five six seven eight nine ten", 1),
        ("one two three four … five six seven eight", 2),
        ("35–50% of the lights", 1),
        ("five six seven, eight… nine", 1),
        ("約5,000人が港に集まった", 1),
        ("昨夜の祭りには約5,000人が港に集まり歌っ", 1),
        ("港の灯籠祭りには … 約5,000人が集まった", 2),
        ("มีผู้เข้าชมงานราว 5,000 คน", 1),
    ],
)
def test_a_locator_is_one_passage_or_two_of_four_to_ten_words(text: str, passages: int) -> None:
    assert len(Locator.parse(text).passages) == passages


@pytest.mark.parametrize(
    "text",
    [
        "one two three",
        "",
        "… … …",
        "5,000 lights burned",
        "one two three four five six seven eight nine ten eleven",
        "one two three four … five six seven",
        "one two three … four five six seven",
        " … one two three four",
        "one two three four … ",
        "a b c d … e f g h … i j k l",
        "word " * 20,
        "港に集まった",
        "約5,000人が",
        "昨夜の祭りには約5,000人が港に集まり、灯籠に火をともした",
        "มีราว 5,000 คน",
    ],
)
def test_too_few_words_could_stand_anywhere_and_too_many_would_copy(text: str) -> None:
    with pytest.raises(ValueError, match=r"a passage has 4 to 10|joins at most two passages"):
        Locator.parse(text)


def test_how_the_words_of_a_script_without_spaces_are_counted_is_said_where_there_are_some() -> (
    None
):
    with pytest.raises(
        ValueError, match=r"has 2\.5 words.*two signs of Han or kana count as a word"
    ):
        Locator.parse("約5,000人が")
    with pytest.raises(ValueError, match=r"carry the claim\.$"):
        Locator.parse("around 5,000 people")


@pytest.mark.parametrize(
    "text",
    [
        "… one two three four",
        "one two three four …",
        "one two three four...",
        "...one two three four",
    ],
)
def test_dots_stand_between_two_passages_and_at_no_end(text: str) -> None:
    with pytest.raises(ValueError, match="begins or ends with dots"):
        Locator.parse(text)


@pytest.mark.parametrize(
    ("phrase", "held"),
    [
        ("around 5,000", True),
        ("Around 5000", True),
        ("5,000", True),
        ("around", True),
        ("in the harbor", True),
        ("around 5,000 … the harbor", True),
        ("5,000 in", False),
        ("about 5,000", False),
        ("around 5,001", False),
        ("lights in the harbor", False),
    ],
)
def test_a_phrase_is_held_if_it_stands_in_one_passage_word_by_word(
    phrase: str, *, held: bool
) -> None:
    locator = Locator.parse("there were around 5,000 lanterns … burning in the harbor")
    assert locator.holds(phrase) is held


def test_a_phrase_without_a_word_is_held_by_nothing() -> None:
    """Else a figure such as “…” could never be wrong."""
    assert not Locator.parse("there were around 5,000 lanterns").holds("…")
