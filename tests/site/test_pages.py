"""No page of the built site shows what a reader should not see, at home or as it is published."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.comparison import defused
from macros.copying import copied
from macros.fingerprint import Fingerprint
from macros.language import quotation
from macros.loading import load
from tests import page_faults
from tests.conftest import PUBLISHED, ROOT
from tests.page_faults import Page, Site, none_of
from tests.test_comparison import shown
from tests.test_linked_data import told


@pytest.fixture(scope="module", params=["at home", "published"])
def built(request: pytest.FixtureRequest) -> Site:
    """The site, once as `make build` makes it, once as the workflow does."""
    if request.param == "at home":
        return Site(request.getfixturevalue("site"))
    return Site(request.getfixturevalue("published_site"), PUBLISHED["SITE_URL"])


@pytest.mark.parametrize(
    "faults_of",
    [
        page_faults.unrendered,
        page_faults.nothing_for_a_value,
        page_faults.headlines,
        page_faults.repeated_ids,
        page_faults.missing_ids,
    ],
)
def test_pages_are_whole(built: Site, faults_of: Callable[[Page], Iterator[str]]) -> None:
    none_of(fault for page in built.pages for fault in faults_of(page))


@pytest.mark.parametrize(
    "faults_of",
    [page_faults.unrendered_in_files, page_faults.dead_links, page_faults.other_hosts],
)
def test_the_site_is_whole(built: Site, faults_of: Callable[[Site], Iterator[str]]) -> None:
    """Everything in it is rendered, every link leads somewhere, and nothing is loaded from elsewhere."""
    none_of(faults_of(built))


@pytest.mark.parametrize("part", ["people", "compare", "sources", "method", "troops"])
def test_the_pages_that_others_link_to_have_their_addresses(site: Path, part: str) -> None:
    assert [page for page in Site(site).by_address if part in page]


def test_machines_are_told_of_all_that_pages_here_mean(site: Path) -> None:
    pages = [told(file.read_text("utf-8")) for file in site.rglob("*.html")]
    assert {node["@type"] for nodes in pages for node in nodes} >= {
        "WebPage", "Question", "Article", "Person", "Organization", "GovernmentOrganization", "Dataset",
    }  # fmt: skip


def test_a_published_page_links_to_its_line_in_the_repository(published_site: Path) -> None:
    """At home there is no repository to link to, and nothing is missing for it."""
    linking = [page for page in Site(published_site).pages if PUBLISHED["REPOSITORY"] in page.html]
    assert linking


def test_the_download_beside_the_table_holds_exactly_the_table(built: Site) -> None:
    """Every question and every cell; its size on the page is that of the file."""
    page = built.by_address["compare/"]
    file = built.folder / "compare" / "comparison.csv"
    written = file.read_text("utf-8-sig")
    head, *body = csv.reader(io.StringIO(written, newline=""))
    table = LexborHTMLParser(page.html)
    articles = [node.text() for node in table.css(".cmp thead th a")]
    assert [name.split(", ")[0] for name in head[5:]] == articles
    assert body == [[defused(cell) for cell in row] for row in shown(page.html)]
    link = table.css_first('a[href="comparison.csv"]')
    assert link is not None
    assert f"{file.stat().st_size / 1000:.0f} kB" in link.text()


def test_every_abbreviation_is_spelled_out_at_its_first_use_or_before(built: Site) -> None:
    """A page's own headline and first sentence, too; marks' names, which no eye sees, aside."""
    stand_for = {
        letters: name
        for body in load(ROOT, {})[0].organizations.values()
        for letters, name in {(body.short or ""): body.name, **(body.abbreviations or {})}.items()
        if letters
    }
    assert len(stand_for) > 3
    none_of(
        f"{page.path}: {letters} is not spelled out: {page_faults.shown(words, found.start())}"
        for page in built.pages
        for words in [" ".join(main_text(page).split())]
        for letters, name in stand_for.items()
        if (found := re.search(rf"\b{letters}\b", words))
        and not words[: found.start()].endswith(f"{name} (")
        and not words[found.end() :].startswith(f" {name}")
    )


def test_no_sentence_copies_an_article_once_its_words_are_filled_in(site: Path) -> None:
    """An article's words stand in quotation marks; what was said earlier, in a history, stays as it was."""
    library = load(ROOT)[0]
    articles = tuple(library.fingerprints.values())
    titles = [source.title for source in library.compared if source.title]
    none_of(
        f"{page.path}: {message}"
        for page in Site(site).pages
        if page.path != "changes/index.html"
        for text in sentences(page, titles)
        for _, message in copied(text, articles, quotation("en"))
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [("around 5,000 visitors since Sunday", True), ("“around 5,000 visitors” since Sunday", False)],
)
def test_a_sentence_that_copies_an_article_is_found(words: str, found: bool) -> None:
    """In whatever element it stands, and with a note's mark within it."""
    article = Fingerprint.of(
        "press", "The festival of lights has drawn around 5,000 visitors since Sunday"
    )
    html = f"<main><ul><li>The festival of lights <a class=mark>1</a>has drawn {words}, they say"
    (text,) = sentences(Page("index.html", html), [])
    assert bool(list(copied(text, (article,), quotation("en")))) is found


def sentences(page: Page, titles: list[str]) -> Iterator[str]:
    """What stands in a page's paragraphs, lists and cells, without marks, histories and headlines of articles."""
    tree = LexborHTMLParser(page.html)
    for aside in tree.css(".mark, details.past, script, style"):
        aside.decompose()
    for node in tree.css("main p, main li, main td"):
        text = node.text()
        for title in titles:
            text = text.replace(title, "“”")
        yield text


def main_text(page: Page) -> str:
    main = LexborHTMLParser(page.html).css_first("main")
    assert main is not None
    return main.text()
