"""One page while it is written: numbers, repeats, ways back, and where the notes go."""

from pathlib import Path

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from macros.sheet import END, Sheet
from tests import invented
from tests.engine import Engine

FACTS = "".join(
    invented.a_fact(
        f"source: post, figure: {n}, locator: some {n} of them came",
        path=f"facts/festival/{name}",
        keys="unit: people\n",
    )
    for name, n in (("visitors", 40), ("singers", 50), ("boats", 60))
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(invented.write(tmp_path_factory.mktemp("sheet"), FACTS))


def parsed(engine: Engine, page: str) -> LexborHTMLParser:
    return LexborHTMLParser(engine.page(page))


def numbers(page: LexborHTMLParser) -> list[str]:
    return [node.text() for node in page.css("a.mark")]


def test_notes_are_numbered_in_the_order_in_which_the_page_uses_them(engine: Engine) -> None:
    page = parsed(engine, '{{ figure("boats") }}\n\n{{ cite("singers") }} {{ figure("visitors") }}')
    assert numbers(page) == ["1", "2", "3"]
    questions = [node.text() for node in page.css(".notes li h3")]
    assert questions == ["How about boats?", "How about singers?", "How about visitors?"]


def test_a_fact_that_is_used_again_keeps_its_number(engine: Engine) -> None:
    page = parsed(engine, '{{ figure("boats") }} {{ cite("singers") }}\n\n{{ cite("boats") }}')
    assert numbers(page) == ["1", "2", "1"]
    assert len(page.css(".notes li[value]")) == 2


def test_every_place_of_use_has_a_way_back_of_its_own(engine: Engine) -> None:
    page = parsed(engine, '{{ cite("boats") }}\n\n{{ cite("boats") }}\n\n{{ cite("singers") }}')
    backs = [node.attributes["href"] for node in page.css("a.back")]
    assert backs == ["#r1", "#r1-2", "#r2"]
    assert all(page.css_first(str(back)) is not None for back in backs)
    names = [node.attributes["aria-label"] for node in page.css("a.back")]
    assert len(set(names)) == 3


def test_every_mark_opens_a_note_that_is_there(engine: Engine) -> None:
    page = parsed(engine, '{{ figure("boats") }} {{ cite("singers") }} {{ cite("boats") }}')
    for mark in page.css("button.mark"):
        assert page.css_first(f"#{mark.attributes['popovertarget']}") is not None
    for mark in page.css("a.mark"):
        assert page.css_first(str(mark.attributes["href"])) is not None


def test_no_id_stands_twice(engine: Engine) -> None:
    page = parsed(
        engine, '{{ key_figures("boats") }}\n\n{{ comparison_table() }}\n\n{{ cite("boats") }}'
    )
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))


def test_each_page_begins_with_one(engine: Engine) -> None:
    assert numbers(parsed(engine, '{{ cite("boats") }}')) == ["1"]
    assert numbers(parsed(engine, '{{ cite("singers") }}')) == ["1"]


def test_a_page_without_a_note_has_no_list_of_notes(engine: Engine) -> None:
    html = engine.page("Nothing but {{ plain('12') }}.")
    assert html == '<p>Nothing but <span class="ours">12</span>.</p>'


def test_a_heading_s_words_are_in_its_text_and_its_address(engine: Engine) -> None:
    html = engine.page('## {{ plain("5 May 2031") }} in Alba')
    page = LexborHTMLParser(html)
    heading = page.css_first("h2")
    assert heading is not None
    assert heading.text() == "5 May 2031 in Alba"
    assert not [sign for sign in html if "\ue000" <= sign <= "\uf8ff"]


@pytest.mark.parametrize(
    ("heading", "address"),
    [
        ("In the harbor", "in-the-harbor"),
        ("Στο λιμάνι", "στο-λιμάνι"),
        ("Été, à la mer", "été-à-la-mer"),
        ("港", "港"),
        ("*Rules* of {{ plain('2031') }}", "rules-of-2031"),
    ],
)
def test_a_heading_is_addressed_by_its_letters(engine: Engine, heading: str, address: str) -> None:
    assert f'<h2 id="{address}">' in engine.page(f"## {heading}")


@pytest.mark.parametrize(
    "page",
    [
        '{{ figure("boats") }}',
        '- {{ figure("boats") }}\n- {{ cite("singers") }}',
        '> {{ figure("boats") }}',
        '**{{ figure("boats") }}** and *{{ cite("boats") }}*',
        '[{{ figure("boats") }}](https://a.example.org/)',
        '| a |\n|---|\n| {{ figure("boats") }} |',
        '1. one {{ figure("boats") }}\n\n    more {{ cite("singers") }}',
        "Text\n\n{{ comparison_table() }}\n\nText",
        "{{ comparison_table() }}",
        '{{ figure("boats") }}{{ figure("boats") }}',
        "```\n{{ plain('1') }}\n```",
        "`{{ plain('1') }}`",
    ],
)
def test_no_placeholder_is_left_wherever_a_word_stands(engine: Engine, page: str) -> None:
    html = engine.page(page)
    assert not [sign for sign in html if "\ue000" <= sign <= "\uf8ff"]
    assert "klzzwxh" not in html
    assert "<p><p>" not in html


@pytest.mark.parametrize("block", ["comparison_table()", 'chart("boats")', 'key_figures("boats")'])
def test_a_block_is_no_paragraph(engine: Engine, block: str) -> None:
    html = engine.page(f"Before.\n\n{{{{ {block} }}}}\n\nAfter.")
    page = LexborHTMLParser(html)
    assert [node.text() for node in page.css("body > p")] == ["Before.", "After."]
    assert html.count("<p>") == html.count("</p>") - html.count("<p ")


def test_placeholders_that_a_page_holds_itself_show_nothing_of_another_page(engine: Engine) -> None:
    engine.page('{{ figure("boats") }}')
    html = engine.page("Text \ue0000\ue001 and \ue000b7\ue001 and \ue002.")
    assert "40" not in html
    assert "60" not in html


def test_a_number_of_a_piece_that_is_not_there_shows_nothing() -> None:
    sheet = Sheet()
    sheet.inline(Markup("<b>one</b>"))
    assert sheet.fill("a \ue0000\ue001 b \ue0009\ue001 c", Markup) == "a <b>one</b> b  c"


def test_notes_go_to_the_end_and_only_there() -> None:
    sheet = Sheet()
    assert sheet.fill(f"<p>a</p>\n<p>{END}</p>", lambda: Markup("<ol>")) == "<p>a</p>\n<ol>"
    assert sheet.fill("<p>a</p>", lambda: Markup("<ol>")) == "<p>a</p>"


def test_a_cell_of_the_table_leads_back_to_its_row(engine: Engine, tmp_path: Path) -> None:
    two = invented.a_fact(
        "source: post, figure: 40, locator: some 40 of them came",
        "source: star, figure: 40, locator: some 40 of them came",
        keys="unit: people\n",
    )
    page = parsed(Engine(invented.write(tmp_path, two)), "{{ comparison_table() }}")
    assert [node.attributes["href"] for node in page.css("a.back")] == ["#q-visitors"]
    assert page.css_first("#q-visitors") is not None
