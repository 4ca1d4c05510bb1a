"""Abbreviations are spelled out at their first use or above it; later ones are buttons, but not where words are another's."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.abbreviations import Abbreviations, Lexicon
from macros.addresses import Addresses
from macros.library import Library
from tests import invented
from tests.engine import Engine

BODIES = """
== organizations/brume
name: Brume
kind: state
abbreviations: {PRB: People's Republic of Brume}
== organizations/brume-ministry
name: Brume Ministry of Lanterns
short: BML
kind: ministry
part_of: brume
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return invented.loaded(tmp_path, BODIES + invented.GUESTS)


def explained(library: Library, html: str) -> tuple[str, list[str]]:
    """The HTML with its buttons written as [X], and the names that stand above it."""
    text, above = Abbreviations(Lexicon(library), Addresses()).explain(html)
    shown = LexborHTMLParser(above).css(".short-for > span:not(.vh)")
    return plainly(text), [node.text() for node in shown]


def plainly(html: str) -> str:
    page = LexborHTMLParser(html)
    for button in page.css("button.abbr"):
        button.replace_with(f"[{button.text()}]")
    body = page.body
    assert body is not None
    return body.text()


@pytest.mark.parametrize(
    ("html", "shown", "above"),
    [
        ("<p>AHO counts. AHO lies.</p>", "[AHO] counts. AHO lies.", ["AHO Alba Harbor Office"]),
        ("<p>Alba Harbor Office (AHO) counts.</p>", "Alba Harbor Office (AHO) counts.", []),
        ('<p><a href="#">Alba Harbor Office (AHO)</a>, AHO</p>', "Alba Harbor Office (AHO), [AHO]", []),
        ("<p>AHO</p><p>The AHO's boat</p>", "[AHO]The [AHO]'s boat", ["AHO Alba Harbor Office"]),
        ("<p>BML or AHO</p>", "[BML] or [AHO]", ["BML Brume Ministry of Lanterns", "AHO Alba Harbor Office"]),
        ("<p>PRB</p>", "[PRB]", ["PRB People's Republic of Brume"]),
        ("<p>AHOY, XAHO, aho</p>", "AHOY, XAHO, aho", []),
        ("<p>Nothing</p>", "Nothing", []),
        ("<h2>AHO</h2>", "AHO", ["AHO Alba Harbor Office"]),
        ("<p>She said “AHO is us”.</p>", "She said “AHO is us”.", ["AHO Alba Harbor Office"]),
        ('<p class="words"><a href="#">“AHO is us”</a></p>', "“AHO is us”", ["AHO Alba Harbor Office"]),
        ('<p class="says">the AHO</p>', "the AHO", ["AHO Alba Harbor Office"]),
        ('<p><span class="src same verbatim">AHO <span class="nb">AHO</span></span></p>', "AHO AHO", ["AHO Alba Harbor Office"]),
        ('<p><span class="src same">AHO <span class="nb">men</span></span></p>', "[AHO] men", ["AHO Alba Harbor Office"]),
        ('<p><img alt="AHO">x</p>', "x", []),
    ],
)  # fmt: skip
def test_an_abbreviation_is_spelled_out_above_unless_the_text_does_it_first(
    library: Library, html: str, shown: str, above: list[str]
) -> None:
    assert explained(library, html) == (shown, above)


def test_no_abbreviation_is_a_button_in_the_quotation_marks_of_the_site(library: Library) -> None:
    found = Abbreviations(Lexicon(library, "de"), Addresses())
    html, _ = found.explain("<p>AHO: „AHO“ und “AHO”</p>")
    assert plainly(html) == "[AHO]: „AHO“ und “AHO”"
    html, _ = found.explain("<p>„AHO“</p><p>“AHO”</p>")
    assert plainly(html) == "„AHO““[AHO]”"


def test_a_button_opens_what_the_letters_stand_for(tmp_path: Path) -> None:
    page = LexborHTMLParser(Engine(invented.write(tmp_path, BODIES)).page("AHO and PRB"))
    opened = [
        page.css_first(f"#{button.attributes['popovertarget']}")
        for button in page.css("button.abbr")
    ]
    assert [words(node) for node in opened] == [
        "AHO stands for Alba Harbor Office. Authority. Its entry: Alba Harbor Office",
        "PRB stands for People's Republic of Brume. Brume",
    ]


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text(separator=" ").split()).replace(" :", ":")


def test_letters_that_are_none_are_left_alone(tmp_path: Path) -> None:
    """An abbreviation of one letter, or with spaces and signs in it, would be found everywhere."""
    odd = "== organizations/brume-ministry\nname: Ministry\nshort: M\nkind: ministry\n"
    page = Engine(invented.write(tmp_path, odd)).page("M is &lt; that")
    assert page == "<p>M is &lt; that</p>"


def test_letters_within_a_sign_of_html_are_no_abbreviation(tmp_path: Path) -> None:
    odd = "== organizations/brume-ministry\nname: Ministry\nshort: lt\nkind: ministry\n"
    page = Engine(invented.write(tmp_path, odd)).page("one &lt; two")
    assert page == "<p>one &lt; two</p>"
