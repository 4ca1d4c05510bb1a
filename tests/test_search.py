"""What a reader can search: questions by any word of their evidence, names by any spelling, prose by heading."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros import search
from macros.addresses import Addresses
from macros.loading import load
from macros.site import Site
from tests import invented
from tests.engine import Engine

SCRIPT = Path(search.__file__).parent / "theme" / "assets" / "script" / "search.js"
DIALOG = """<!doctype html><meta charset="utf-8"><dialog class="find" data-index="search/search_index.json" open>
<input><p class="state"></p><ol></ol></dialog>
<script>window.said = {pgettext: (_, text) => text, npgettext: (_, one, more, n) => n === 1 ? one : more};</script>"""

VISITORS = invented.a_fact(
    'source: post, figure: "around 4,000", origin: coast-watch, locator: "around 4,000 came to see it"',
    path="facts/festival/visitors",
    keys="unit: people\nremark: A count of lanterns is no count of people.\n",
)


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, search.Entry]:
    root = invented.write(tmp_path_factory.mktemp("searched"), VISITORS + invented.GUESTS)
    site = Site(load(root, invented.TOPICS)[0])
    return {entry.location: entry for entry in search.of_site(site, Addresses())}


FOUND_BY = {
    "facts/festival/#visitors": [
        "single · 1 article, 1 origin (Coast Watch).",
        "around 4,000",
        "“around 4,000 came to see it”",
        "A count of lanterns is no count of people.",
    ],
    "people/#ada-quill": ["harbor master", "poet"],
    "organizations/#harbor-office": ["AHO"],
    "sources/#post": ["Lanterns over the harbor", "7 May 2031"],
}


@pytest.mark.parametrize("location", FOUND_BY)
def test_an_entry_holds_what_it_is_found_by(
    entries: dict[str, search.Entry], location: str
) -> None:
    assert [words for words in FOUND_BY[location] if words not in entries[location].text] == []


def test_each_is_called_what_it_is(entries: dict[str, search.Entry]) -> None:
    titles = {location: entries[location].title for location in FOUND_BY}
    assert titles == {
        "facts/festival/#visitors": "How about visitors?",
        "people/#ada-quill": "Ada Quill",
        "organizations/#harbor-office": "Alba Harbor Office",
        "sources/#post": "Port Press",
    }


def test_articles_of_one_publisher_are_found_apart(tmp_path: Path) -> None:
    old = "== sources/old\ntitle: Old\npublisher: press\ncode: OP\npublished: 1904\nurl: https://a.example.org\nuse: compared\norder: 5\n"
    site = Site(load(invented.write(tmp_path, VISITORS + old), invented.TOPICS)[0])
    found = {entry.location: entry for entry in search.of_site(site, Addresses())}
    assert found["sources/#old"].title == "Port Press of 1904"
    assert "Port Press of 2031: around 4,000" in found["facts/festival/#visitors"].text


PROSE: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "a page without headings": ("<p>All of it.</p>", [("page/", "Page", "All of it.")]),
    "sections": (
        '<p>First.</p><h2 id="a">One <em>way</em></h2><p>Then</p><p>more</p><h3 id="b">Two</h3>',
        [("page/", "Page", "First."), ("page/#a", "One way", "Then more"), ("page/#b", "Two", "")],
    ),
    "a heading without an address": ("<h2>No</h2>x", [("page/", "Page", "No x")]),
    "a list and a table": (
        "<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>",
        [("page/", "Page", "a b c d")],
    ),
    "the number of a note": (
        'sent 40<span class="ref"><button class="mark"><svg></svg>1</button><a class="mark">1</a></span>, too',
        [("page/", "Page", "sent 40, too")],
    ),
    "signs that are no markup": ("<p>a &lt;b&gt; &amp; c</p>", [("page/", "Page", "a <b> & c")]),
}


@pytest.mark.parametrize("name", PROSE)
def test_prose_is_found_by_its_sections(name: str) -> None:
    html, expected = PROSE[name]
    found = search.of_prose("page/", "Page", html)
    assert [(entry.location, entry.title, entry.text) for entry in found] == expected


def test_a_page_is_searched_by_its_sentences_and_not_by_its_blocks(tmp_path: Path) -> None:
    """What a block shows has entries of its own."""
    engine = Engine(invented.write(tmp_path, VISITORS))
    engine.page(
        'That {{ figure("visitors") }} came.\n\n{{ comparison_table() }}\n\n## On it\n\nYes.'
    )
    assert [(entry.title, entry.text) for entry in engine.found] == [
        ("Page", "That around 4,000 came."),
        ("On it", "Yes."),
    ]


TEXTS = {
    "en": "Shown how around 5,000 lanterns burned",
    "ja": "昨夜の灯籠祭りに約5,000人が集まった。" * 9
    + "鯨も来た。"
    + "誰も怪我をしなかった。" * 20,
    "th": "มีผู้เข้าชมงานราว 5,000 คน",
    "ru": "Около 5000 фонарей",
    "ko": "등불이 탔다. " * 30 + "고래가 왔다. " + "아무도 다치지 않았다. " * 20,
    "hi": "बंदरगाह पर नाव आई",
    "he": "סירות בַּנָּמָל בלילה",
    "de": "Nachts waren es −3.5 Grad",
    "fr": "Un œuf «rond» chez l’évêque",
}


@pytest.fixture(scope="module")
def searched(
    browser: Browser,
    serve_directory: Callable[..., str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """The dialog of a search through these texts, as site.js makes it."""
    folder = tmp_path_factory.mktemp("dialog")
    docs = [search.Entry(f"{name}/", f"In {name}", text) for name, text in TEXTS.items()]
    (folder / "search").mkdir()
    (folder / search.PATH).write_text(search.index(docs), "utf-8")
    (folder / "index.html").write_text(DIALOG, "utf-8")
    page = browser.new_page()
    page.goto(serve_directory(folder))
    page.add_script_tag(path=SCRIPT)
    expect(page.locator(".state")).to_have_text("A name, a number, a word")
    yield page
    page.close()


@pytest.mark.parametrize(
    ("typed", "found", "marked"),
    [
        ("how", ["en"], ["how"]),
        ("own", [], []),
        ("lanterns 5,000", ["en"], ["5,000", "lanterns"]),
        ("000", ["en", "ja", "th"], None),
        ("祭り", ["ja"], None),
        ("人が", ["ja"], None),
        ("鯨", ["ja"], None),
        ("ชมงาน", ["th"], ["ชมงาน"]),
        ("ชมงูน", [], []),
        ("かった", ["ja"], None),
        ("고래", ["ko"], ["고래"]),
        ("래가", [], []),
        ("नाव", ["hi"], ["नाव"]),
        ("नवा", [], []),
        ("בנמל", ["he"], None),
        ("фонар", ["ru"], ["фонар"]),
        ("онар", [], []),
        ("-3.5", ["de"], ["−3.5"]),
        ("oeuf", ["fr"], None),
        ("Œuf", ["fr"], None),
        ("«rond»", ["fr"], None),
        ("“how", ["en"], ["how"]),
        ("„um “", [], []),
    ],
)
def test_a_word_is_found_where_it_begins_and_in_a_script_without_spaces_anywhere(
    searched: Page, typed: str, found: list[str], marked: list[str] | None
) -> None:
    searched.locator("input").fill(typed)
    titles = searched.locator("li b").all_text_contents()
    assert sorted(titles) == [f"In {name}" for name in found]
    if marked is not None:
        assert searched.locator("li > a > small mark").all_text_contents() == marked


def test_what_is_shown_of_a_text_holds_what_was_found_in_it(searched: Page) -> None:
    searched.locator("input").fill("鯨")
    (shown,) = searched.locator("li > a > small").all_text_contents()
    assert "鯨も来た" in shown
    assert len(shown) < 200


def test_the_index_is_json_that_the_script_reads() -> None:
    written = search.index([search.Entry("a/#b", "“A” <b>", "c\n")])
    assert json.loads(written) == {
        "docs": [{"location": "a/#b", "title": "“A” <b>", "text": "c\n"}]
    }
