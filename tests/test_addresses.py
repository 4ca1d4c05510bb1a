"""How pages link to each other, to the very words of an article, and to its archived copies."""

from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.addresses import FORM, LONGEST, Addresses, archive, passage
from macros.locator import Locator
from macros.model import Source
from tests import invented

ROOT = Path(__file__).parent.parent
QUIET = settings(derandomize=True, max_examples=100, deadline=None, database=None)
FACT = invented.fact("claims: [{says: so}]", "festival/visitors")


def source(url: str = "https://post.example.org/lanterns") -> Source:
    value = {"publisher": "press", "url": url, "use": "context"}
    return Source.filed(value, "data/sources/any.yml")


@pytest.mark.parametrize(
    ("locator", "fragment"),
    [
        ("one two three four", "one%20two%20three%20four"),
        ("a b c d e f g h", "a%20b%20c%20d%20e%20f%20g%20h"),
        ("a b c d e f g h i", "a%20b%20c%20d,f%20g%20h%20i"),
        ("a b c d e f g h i j", "a%20b%20c%20d,g%20h%20i%20j"),
        ("a b c d … e f g h", "a%20b%20c%20d,e%20f%20g%20h"),
        ("a b c d e f g h i … e f g h", "a%20b%20c%20d,e%20f%20g%20h"),
        ("35-50% of them, & more", "35%2D50%25%20of%20them%2C%20%26%20more"),
        ("the harbor’s “big” night", "the%20harbor%E2%80%99s%20%E2%80%9Cbig%E2%80%9D%20night"),
    ],
)
def test_a_link_opens_at_the_words(locator: str, fragment: str) -> None:
    url = passage(source(), Locator(locator))
    assert url == f"https://post.example.org/lanterns#:~:text={fragment}"


def test_a_link_keeps_the_fragment_that_an_address_has() -> None:
    url = passage(source("https://post.example.org/x#part"), Locator("one two three four"))
    assert url == "https://post.example.org/x#part:~:text=one%20two%20three%20four"


@QUIET
@given(st.lists(st.text(min_size=1, max_size=8).filter(str.strip), min_size=4, max_size=10))
def test_no_sign_of_a_locator_is_read_as_a_sign_of_the_link(parts: list[str]) -> None:
    text = " ".join(" ".join(parts).split())
    url = passage(source(), Locator(text))
    fragment = url.partition("text=")[2]
    assert not set(fragment) & set('&-#"<> ')
    assert fragment.count(",") <= 1
    for end in fragment.split(","):
        assert unquote(end) in text


def test_archived_copies_are_looked_up_by_the_source_s_address() -> None:
    found = archive(source())
    assert found == "https://web.archive.org/web/*/https://post.example.org/lanterns"


@pytest.mark.parametrize(
    ("addresses", "fact", "person"),
    [
        (Addresses(), "facts/festival/#visitors", "people/#ada-quill"),
        (Addresses("../"), "../facts/festival/#visitors", "../people/#ada-quill"),
        (
            Addresses("../../", as_folders=False),
            "../../facts/festival.html#visitors",
            "../../people.html#ada-quill",
        ),
    ],
    ids=["from the home page", "from a page", "as files"],
)
def test_links_lead_from_any_page_to_entries(addresses: Addresses, fact: str, person: str) -> None:
    assert addresses.fact(FACT) == fact
    assert addresses.person("ada-quill") == person


def test_without_a_repository_there_is_no_link_to_it() -> None:
    assert Addresses().report(title="Visitors") == ""
    assert Addresses().edit(FACT.path, 7) == ""


HERE = Addresses(repository="https://forge.example.org/a/b", here="https://a.org/b/?c&d#e")


def asked(url: str) -> dict[str, str]:
    """What a form is filled in with, as its server reads it."""
    parts = urlsplit(url)
    assert parts._replace(query="").geturl() == "https://forge.example.org/a/b/issues/new"
    return {field: value for field, (value,) in parse_qs(parts.query, strict_parsing=True).items()}


def test_with_a_repository_a_file_is_edited_at_its_line() -> None:
    edit = "https://forge.example.org/a/b/edit/main/data/facts/festival/visitors.yml#L7"
    assert HERE.edit(FACT.path, 7) == edit


def test_a_report_fills_in_the_form_and_leaves_out_what_nobody_knows() -> None:
    assert asked(HERE.report(title="Visitors", says="about 5,000", link="")) == {
        "template": "wrong-figure.yml",
        "title": "Visitors",
        "page": "https://a.org/b/?c&d#e",
        "says": "about 5,000",
    }


@QUIET
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_no_sign_of_a_text_is_read_as_a_sign_of_the_form(value: str) -> None:
    filled = asked(HERE.report(fact=f"a{value}", says=f"b{value}"))
    assert (filled["fact"], filled["says"]) == (f"a{value}", f"b{value}")


@pytest.mark.parametrize("sign", ["a", " ", "%", "é", "“", "한", "👪"])
@pytest.mark.parametrize("first", ["", "x", "xy"])
def test_what_is_too_long_for_a_link_is_cut_between_two_signs(sign: str, first: str) -> None:
    long = first + sign * 5_000
    url = HERE.report(**dict.fromkeys(LONGEST, long))
    assert len(url) < 6_000
    for field, value in asked(url).items():
        if field != "template":
            assert value.endswith("…")
            assert long.startswith(value.removesuffix("…"))
            assert LONGEST[field] - len(quote(value, safe="")) < len(quote(sign))


def test_the_form_that_a_report_fills_in_has_its_fields() -> None:
    """GitHub leaves out in silence what a form has no field for."""
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / FORM).read_text("utf-8"))
    fields = {part["id"] for part in form["body"] if "id" in part}
    assert set(LONGEST) <= fields | {"title"}
