"""What folding makes equal, and what it leaves apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.fold import alphabetical, contains, words

QUIET = settings(derandomize=True, max_examples=150, deadline=None, database=None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("the “night” of lights", 'the "night" of lights', id="quotes"),
        pytest.param("the harbor’s lights", "the harbor's lights", id="apostrophes"),
        pytest.param("ten – or more – lights", "ten - or more — lights", id="dashes"),
        pytest.param("35–50%", "35-50 %", id="a range's dash, and a space before %"),
        pytest.param("Lights Over Alba", "lights over alba", id="capitals"),
        pytest.param("the night\nof  lights", "the night of lights", id="line ends and spaces"),
        pytest.param("the\u00a0night", "the night", id="a space that does not break"),
        pytest.param("5,000 lights", "5000 lights", id="the comma in 5,000"),
        pytest.param("1,234,567", "1234567", id="both commas in 1,234,567"),
        pytest.param("5\u00a0000 and 5\u202f000", "5,000 and 5,000", id="narrow spaces in 5 000"),
        pytest.param("fes\u00adtival", "festival", id="soft hyphens"),
        pytest.param("fes\u200btival", "festival", id="spaces of no width"),
        pytest.param("\ufefflights", "lights", id="a mark of byte order"),
        pytest.param("ﬁre", "fire", id="ligatures"),
        pytest.param("５,000", "5,000", id="wide digits"),
        pytest.param("５，０００人 ٥٬٠٠٠", "5,000人 ٥٠٠٠", id="commas of other scripts in 5,000"),
        pytest.param("٣٫٥٪", "٣.٥%", id="the point and the % of Arabic"),
        pytest.param("cafe\u0301", "caf\u00e9", id="loose accents"),
        pytest.param("Straße", "strasse", id="the German sharp s"),
        pytest.param("fell -3.5% (-2) to “-1”", "fell −3.5% (−2) to “–1”", id="signs of minus"),
        pytest.param("-$3 and −US$3", "-3$ and US −3", id="a minus before a currency"),
        pytest.param("5€–10€ or 5 €–10 €", "€5-€10 or €5 – €10", id="a dash behind a currency"),
        pytest.param("$-5 or US$–5, €-3", "-$5 or -US$5, -€3", id="a minus behind a currency"),
        pytest.param("10日-12日、๕-๑๐", "10日〜12日、๕ ๑๐", id="a dash behind what is counted"),
        pytest.param("- 5 lights", "5 lights", id="the dash of a list"),
        pytest.param("葛\U000e0100城の灯\ufe00", "葛城の灯", id="another form of one sign"),
        pytest.param("アダ・クイル", "アダ クイル", id="the point between names"),
        pytest.param("มา ๚ นา។ လာ။", "มา นา လာ", id="stops of other scripts"),
        pytest.param("the 3.5%—5 lights", "the 3.5% 5 lights", id="a long dash"),
        pytest.param("the lights, they say.", "the lights they say", id="commas and points"),
    ],
)
def test_what_editors_change_without_meaning_to_makes_no_difference(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5,000", "6,000"),
        ("5,000", "500"),
        ("5,000", "50,000"),
        ("5,000", "5,0000"),
        ("5,000", "5.000"),
        ("1.5", "15"),
        ("1.5", "1,5"),
        ("1.50", "1.5"),
        ("50%", "50"),
        ("35–50", "3550"),
        ("fell to −5", "fell to 5"),
        ("(-5)", "(5)"),
        ("-€5", "€5"),
        ("$-5", "$5"),
        ("٣٫٥", "٣ ٥"),
        ("١٠٪", "١٠"),
        ("気温は-3.5度", "気温は3.5度"),
        ("อุณหภูมิ−5", "อุณหภูมิ5"),
        ("-5 to 3", "-5 to -3"),
        ("10-11", "1011"),
        ("5 000", "5000"),
        ("about five", "around five"),
        ("more than", "no more than"),
        ("will arrive", "will not arrive"),
        ("café", "cafe"),
        ("a b", "ab"),
        ("lights", "light"),
        ("Nov. 5, 2031", "Nov. 52031"),
        ("in 2031, 500 came", "in 2031500 came"),
        ("5th", "5"),
        ("Kim", "Kin"),
        ("Ада", "Ada"),
    ],
)
def test_what_changes_the_meaning_makes_a_difference(one: str, other: str) -> None:
    assert words(one) != words(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ()),
        ("… — “”", ()),
        ("around 5,000 lights", ("around", "5000", "lights")),
        ("35–50%", ("35", "50", "%")),
        ("Nov. 5, 2031", ("nov", "5", "2031")),
        ("the harbor’s", ("the", "harbor", "s")),
        ("152-mm", ("152", "mm")),
        ("約5,000人が灯籠を見た。", (*tuple("約"), "5000", *tuple("人が灯籠を見た"))),
        ("東京(Tokyo)で３％", ("東", "京", "tokyo", "で", "3", "%")),
        ("５万人", ("5", "万", "人")),
        ("๕,๐๐๐ คน", ("๕๐๐๐", "ค", "น")),
        ("ที่น้ำ 5,000", ("ที่", "น\u0e49\u0e4d", "า", "5000")),
        ("हज़ार किताबें", ("हज\u093cार", "किताबें")),
        ("كِتَابٌ", ("كِتَابٌ",)),
        ("Лампы, 5\u00a0000", ("лампы", "5000")),
        ("등불 5만개", ("등불", "5", "만개")),
        ("10-11 of Route-5", ("10", "11", "of", "route", "5")),
        ("−1,000.5% or -5", ("-1000.5", "%", "or", "-5")),
        ("на −5 и -₽5", ("на", "-5", "и", "-5")),
        ("rose 2.5 percent.", ("rose", "2.5", "percent")),
        ("a 1,000.5", ("a", "1000.5")),
        ("항구의 불빛", ("항구의", "불빛")),
    ],
)
def test_words_are_numbers_with_their_minus_percent_signs_and_runs_of_letters(
    text: str, folded: tuple[str, ...]
) -> None:
    assert words(text) == folded


@pytest.mark.parametrize(
    ("passage", "phrase", "found"),
    [
        ("the night of lights", "night of", True),
        ("the night of lights", "the night of lights", True),
        ("the night of lights", "night lights", False),
        ("the night of lights", "of night", False),
        ("the night of lights", "nigh", False),
        ("about 15,000", "5,000", False),
        ("the night", "the night of lights", False),
    ],
)
def test_a_passage_contains_words_that_stand_in_it_one_after_the_other(
    passage: str, phrase: str, *, found: bool
) -> None:
    assert contains(words(passage), words(phrase)) is found


@QUIET
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = words(text)
    assert words(" ".join(folded)) == folded


@QUIET
@given(
    st.lists(st.sampled_from(["night", "5,000", "-5", "1.5", "of", "35%"]), max_size=8), st.data()
)
def test_any_spaces_between_words_are_alike(parts: list[str], data: st.DataObject) -> None:
    gaps = data.draw(
        st.lists(
            st.sampled_from([" ", "\n", "\t", "\u00a0\n", "  ", " – "]),
            min_size=len(parts),
            max_size=len(parts),
        )
    )
    spread = "".join(gap + part for gap, part in zip(gaps, parts, strict=True))
    assert words(spread) == words(" ".join(parts))


@QUIET
@given(st.integers(0, 10**9), st.integers(0, 9), st.data())
def test_another_digit_makes_another_number(number: int, digit: int, data: st.DataObject) -> None:
    printed = f"{number:,}"
    places = [i for i, sign in enumerate(printed) if sign.isdigit() and sign != str(digit)]
    if places:
        i = data.draw(st.sampled_from(places))
        changed = printed[:i] + str(digit) + printed[i + 1 :]
        assert words(changed) != words(printed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("किताब", "कातिब"), ("كَتَبَ", "كُتِبَ"), ("ไม้", "ไม่"), ("灯籠", "灯篭"), ("がき", "かき"), ("五千", "五万")],
)  # fmt: skip
def test_a_vowel_s_sign_or_a_tone_makes_another_word(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_names_are_sorted_as_readers_look_for_them() -> None:
    names = ["Zèle", "de la Mare", "Évêché", "Eve", "Ärzte", "Adler", "Écho"]
    in_order = ["Adler", "Ärzte", "de la Mare", "Écho", "Eve", "Évêché", "Zèle"]
    assert sorted(names, key=alphabetical) == in_order
