"""A fingerprint says whether words stand in an article, and can't be read."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.figure import QUALIFIERS
from macros.fingerprint import Fingerprint
from macros.fold import contains, words
from macros.locator import Locator

QUIET = settings(derandomize=True, max_examples=150, deadline=None, database=None)

ARTICLE = """
The Night of Lanterns drew more than 5,000 people to the harbor of Alba, the Harbor Office said on May 7, 2031.
Around 1,200 of them came by the ferry “Patience”, and an estimated 35–50% stayed until dawn.
“Nobody had to be rescued,” Ada Quill said. In 2030 about 4,800 people had come, 12.5 percent fewer boats
were counted, and at least 3 lanterns burned. A choir from Brume sang; it is not known who paid for its
journey, which reportedly took two days. The next Night of Lanterns is planned for May 2032, with nearly
9,000 lights, up to 40 boats and, it is said, no speeches at all.
"""
LOCATORS = [
    "drew more than 5,000 people to the harbor",
    "the Harbor Office said on May 7, 2031",
    "Around 1,200 of them came by the ferry",
    "an estimated 35–50% stayed until dawn",
    "“Nobody had to be rescued,” Ada Quill said",
    "In 2030 about 4,800 people had come",
    "12.5 percent fewer boats were counted",
    "at least 3 lanterns burned",
    "journey, which reportedly took two days",
    "is planned for May 2032, with nearly 9,000",
    "up to 40 boats and, it is said, no speeches",
    "drew more than 5,000 people … came by the ferry “Patience”",
]
PRINT = Fingerprint.of("post", ARTICLE)


@pytest.mark.parametrize("text", LOCATORS)
def test_words_of_the_article_are_found(text: str) -> None:
    assert PRINT.has(Locator.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        'an estimated 35-50 % stayed until dawn',
        '"Nobody had to be rescued", Ada Quill said',
        "drew more than 5000 people\nto the harbor",
        "DREW MORE THAN 5,000 PEOPLE",
        "counted, and at least 3 lanterns",
        "fewer boats were counted",
    ],
)  # fmt: skip
def test_they_are_found_however_quotes_dashes_spaces_and_line_ends_are_typed(text: str) -> None:
    assert PRINT.has(Locator.parse(text))


@pytest.mark.parametrize("text", LOCATORS)
def test_every_changed_digit_is_caught(text: str) -> None:
    for found in re.finditer(r"\d", text):
        for digit in set("0123456789") - {found[0]}:
            changed = text[: found.start()] + digit + text[found.end() :]
            assert not PRINT.has(Locator(changed)), changed


@pytest.mark.parametrize("text", LOCATORS)
def test_every_other_qualifier_or_hedge_is_caught(text: str) -> None:
    hedges = {*QUALIFIERS, "reportedly", "allegedly", "likely", "probably", "possibly"}
    longest_first = sorted(hedges, key=len, reverse=True)
    for hedge in (
        hedge for hedge in longest_first if re.search(rf"\b{hedge}\b", text, re.IGNORECASE)
    ):
        for other in hedges - {hedge}:
            changed = re.sub(rf"\b{hedge}\b", other, text, count=1, flags=re.IGNORECASE)
            shorter = contains(words(text), words(changed))  # "an" left out at an end: still true
            assert shorter or not PRINT.has(Locator(changed)), changed


def test_nearly_every_word_that_is_replaced_or_left_out_is_caught() -> None:
    chance = random.Random(1)
    caught = tried = 0
    for text in LOCATORS:
        for passage in Locator(text).folded:
            for i in range(1, len(passage) - 1):
                invented = "".join(chance.choices("abcdefghij", k=6))
                for changed in (
                    (*passage[:i], *passage[i + 1 :]),
                    (*passage[:i], invented, *passage[i + 1 :]),
                ):
                    if len(changed) >= 4:
                        tried += 1
                        caught += not PRINT.has(Locator(" ".join(changed)))
    assert tried > 100
    assert caught / tried > 0.99


def test_words_that_stand_apart_in_the_article_are_not_found_as_one_passage() -> None:
    assert not PRINT.has(Locator("more than 5,000 people came by the ferry"))
    assert PRINT.has(Locator("more than 5,000 people … came by the ferry “Patience”"))


def test_words_of_one_article_are_not_found_in_another() -> None:
    other = Fingerprint.of(
        "star", "A wholly other text about the weather of the year on both islands."
    )
    assert not any(other.has(Locator(text)) for text in LOCATORS)


def test_the_same_article_of_two_sources_has_two_fingerprints() -> None:
    """The source's id is a salt, so that one article can't be looked up in another's fingerprint."""
    alike = PRINT.hashes & Fingerprint.of("star", ARTICLE).hashes
    assert len(alike) < 2  # by chance


def test_a_fingerprint_is_sorted_lines_of_five_hex_digits_and_reads_back_as_itself() -> None:
    dumped = PRINT.dump()
    lines = dumped.splitlines()
    assert lines == sorted(set(lines))
    assert all(re.fullmatch(r"[0-9a-f]{5}", line) for line in lines)
    assert dumped.endswith("\n")
    assert Fingerprint.parse("post", dumped) == PRINT


def test_no_word_of_the_article_can_be_read_in_its_fingerprint() -> None:
    dumped = PRINT.dump()
    assert not [word for word in words(ARTICLE) if len(word) > 5 and word in dumped]


@pytest.mark.parametrize("windows", ["\r\n", "\n\n", " "])
def test_line_ends_of_other_systems_do_no_harm(windows: str) -> None:
    assert Fingerprint.parse("post", PRINT.dump().replace("\n", windows)) == PRINT


@pytest.mark.parametrize(
    "text",
    ["", "   \n", "12345 xyz", "ABCDE", "1234", "123456", "0x123", "12345,12346", "12 345", "ééééé",
     "<html>", "around 5,000 lanterns"],
)  # fmt: skip
def test_what_no_command_made_is_no_fingerprint(text: str) -> None:
    with pytest.raises(ValueError, match="never by hand"):
        Fingerprint.parse("post", text)


UNSPACED = """
アルバ港の灯籠祭りは昨夜、約5,000人の来場者を集めたと港湾事務所が2031年5月7日に発表した。
そのうち1,200人は渡し船で来て、35〜50％が夜明けまで残ったという。救助された人はいなかった。
"""
SIGNS = Fingerprint.of("post", UNSPACED)


@pytest.mark.parametrize(
    "text",
    ["約5,000人の来場者を集めた", "約５０００人の来場者を集めた", "2031年5月7日に発表した", "35~50%が夜明けまで残った", "そのうち1,200人は渡し船で来て … 救助された人はいなかった"],
)  # fmt: skip
def test_words_of_a_script_without_spaces_are_found_and_another_sign_or_digit_is_caught(
    text: str,
) -> None:
    assert SIGNS.has(Locator.parse(text))
    for i, sign in enumerate(text):
        if sign.isalnum():
            other = "9" if sign.isdigit() else "鯨"
            assert not SIGNS.has(Locator(text[:i] + other + text[i + 1 :])), i


def test_where_few_signs_could_come_next_a_hash_tells_less() -> None:
    """Sixteen bits: four hex digits, and no fifth."""
    assert {one[-1] for one in SIGNS.hashes} == {"0"}
    assert len({one[-1] for one in PRINT.hashes}) > 10


def test_an_article_of_fewer_than_four_words_has_no_runs() -> None:
    assert not Fingerprint.of("post", "only three words").hashes


@QUIET
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=12, max_size=60), st.data())
def test_every_passage_of_any_article_is_found_in_it(
    article: list[str], data: st.DataObject
) -> None:
    length = data.draw(st.integers(4, 10))
    start = data.draw(st.integers(0, len(article) - length))
    fingerprint = Fingerprint.of("any", " ".join(article))
    assert fingerprint.has(Locator.parse(" ".join(article[start : start + length])))


@QUIET
@given(st.text(max_size=200))
def test_any_text_is_a_fingerprint_or_is_refused_in_words(text: str) -> None:
    try:
        Fingerprint.parse("post", text)
    except ValueError as refusal:
        assert str(refusal).endswith(".")
