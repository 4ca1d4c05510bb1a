"""A page's text is cut into what stands around its headline and what follows."""

import pytest

from macros.layout import Layout, laid_out

MARK = '<span class="ref {}">'


def layout(html: str, *, home: bool = False) -> Layout:
    return laid_out(html, home=home)[1]


@pytest.mark.parametrize(
    ("html", "rail", "text"),
    [
        ("<p>a</p>", "", "<p>a</p>"),
        ('a<aside class="rail x">\nb</aside>c', '<aside class="rail x">\nb</aside>', "ac"),
        ('a<nav class="rail">b</nav>c', '<nav class="rail">b</nav>', "ac"),
        ('<nav class="turn">b</nav>c', "", '<nav class="turn">b</nav>c'),
    ],
)
def test_a_rail_is_taken_out_of_the_text(html: str, rail: str, text: str) -> None:
    assert layout(html).rail == rail
    assert laid_out(html, home=False)[0] == text


@pytest.mark.parametrize(
    ("html", "headline"),
    [
        ('<h1 id="x">On <b>5 May</b></h1><p>a</p>', "On <b>5 May</b>"),
        ("<h1>Something else</h1><p>a</p>", ""),
        ("<p>a</p>", ""),
    ],
)
def test_a_headline_is_the_one_that_the_page_writes(html: str, headline: str) -> None:
    assert layout(html).headline == headline
    assert laid_out(html, home=False)[0] == "<p>a</p>"


@pytest.mark.parametrize(
    ("html", "lead", "text"),
    [
        ("<p>a</p>", "<p>a</p>", ""),
        ("<h2>a</h2>b<h2>c</h2>d", "<h2>a</h2>b", "<h2>c</h2>d"),
        (
            'a<h2>b</h2><section class="wide x"><h2>c</h2></section>',
            "a<h2>b</h2>",
            '<section class="wide x"><h2>c</h2></section>',
        ),
    ],
)
def test_the_first_section_of_the_home_page_belongs_to_its_head(
    html: str, lead: str, text: str
) -> None:
    assert layout(html, home=True).lead == lead
    assert laid_out(html, home=True)[0] == text
    assert laid_out(html, home=False)[0] == html


def test_each_part_tells_how_far_the_sources_agree_there() -> None:
    html = (
        f'{MARK.format("single")}<h2 id="a">A</h2>{MARK.format("unclear")}{MARK.format("same")}'
        f'<h2 class="x" id="b">B</h2><p>nothing</p><h2>no id</h2>{MARK.format("differ")}'
    )
    assert layout(html).states == {"a": ["same", "unclear"], "b": []}


def test_the_choices_of_a_filter_are_those_that_leave_something_out() -> None:
    ids = ("t-all", "t-arms", "c-north-sea", "f-differ", "scheme-dark")
    html = "".join(f'<input type="radio" name="x" id="{id_}">' for id_ in ids)
    assert layout(html).choices == [["t", "arms"], ["c", "north-sea"]]


@pytest.mark.parametrize(
    ("html", "sourced"), [('<span class="src same">', True), ('<span class="x">', False)]
)
def test_a_sentence_that_rests_on_an_article_is_known(html: str, sourced: bool) -> None:
    assert layout(html).sourced is sourced
