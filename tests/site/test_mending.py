"""From the published page to the line: what stands at the line that a link names is what the page shows there."""

import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.addresses import BRANCH, FORM
from macros.fold import words
from tests.conftest import PUBLISHED, ROOT

REPOSITORY = PUBLISHED["REPOSITORY"]
EDIT = re.compile(re.escape(f"{REPOSITORY}/edit/{BRANCH}/") + r"(data/[\w/.-]+\.yml)#L(\d+)")
KINDS = {
    "notes": (".note", "h3", "question"),
    "entries": (".entry[id]:not(.former)", "h3", "question"),
    "rows of the comparison": ("tr.q", "a.question", "question"),
    "people": (".person", "h3 a", "name"),
    "organizations": (".org", "h3 a", "name"),
    "articles": (".profile", ".title", "title"),
}
"""Where each stands, what it shows first, and the key on whose line that is typed."""


@pytest.fixture(scope="module")
def pages(published_site: Path) -> dict[str, LexborHTMLParser]:
    return {
        path.relative_to(published_site).as_posix(): LexborHTMLParser(path.read_text("utf-8"))
        for path in sorted(published_site.rglob("*.html"))
    }


def shown(pages: dict[str, LexborHTMLParser], selector: str) -> list[tuple[str, LexborNode]]:
    """Everything of a kind on all pages, with its page; there is some."""
    nodes = [(page, node) for page, tree in pages.items() for node in tree.css(selector)]
    assert nodes
    return nodes


def link(node: LexborNode, selector: str, words: str) -> str:
    """The address of the one link with these words."""
    (found,) = [a for a in node.css(f"{selector} a") if a.text() == words]
    return found.attributes["href"] or ""


@cache
def lines(path: str) -> list[str]:
    return (ROOT / path).read_text("utf-8").splitlines()


def typed(edit: str) -> Any:
    """What YAML reads from the line that a link names, with the deeper lines after it."""
    named = EDIT.fullmatch(edit)
    assert named, edit
    first, *after = lines(named[1])[int(named[2]) - 1 :]
    indent = len(first) - len(first.lstrip())
    own = [first]
    for line in after:
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        own.append(line)
    return yaml.load("\n".join(own), Loader=yaml.BaseLoader)


def publisher(source: str) -> str:
    of = yaml.load("\n".join(lines(f"data/sources/{source}.yml")), Loader=yaml.BaseLoader)
    body = "\n".join(lines(f"data/organizations/{of['publisher']}.yml"))
    name: str = yaml.load(body, Loader=yaml.BaseLoader)["name"]
    return name


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_page_shows_is_typed_on_the_line_that_its_link_names(
    pages: dict[str, LexborHTMLParser], kind: str
) -> None:
    selector, first, key = KINDS[kind]
    for page, node in shown(pages, selector):
        (said,) = node.css(first)[:1]
        value = typed(link(node, ".acts", "Edit"))[key]
        assert " ".join(said.text().split()).startswith(value), f"{page}: {value}"


def test_every_claim_shows_what_is_typed_on_the_lines_that_its_link_names(
    pages: dict[str, LexborHTMLParser],
) -> None:
    for page, node in shown(pages, ".claims > li"):
        for said, line in zip(node.css(".words"), node.css(".orig"), strict=True):
            (claim,) = typed(link(line, ".edit", "edit"))
            assert publisher(claim["source"]) == node.css(".who a")[0].text(), page
            assert words(claim["locator"]) == words(said.text()), page


def test_a_card_s_figure_is_typed_in_the_claim_that_its_link_names(
    pages: dict[str, LexborHTMLParser],
) -> None:
    for _, node in shown(pages, ".kf"):
        (claim,) = typed(link(node, ".acts", "Edit"))
        figure = node.css(".n .src")[0].text().split()
        assert " ".join(figure).startswith(claim["figure"])


def test_a_source_of_remarks_has_its_file(pages: dict[str, LexborHTMLParser]) -> None:
    for _, node in shown(pages, ".context > li"):
        named = EDIT.fullmatch(link(node, ".acts", "Edit"))
        assert named
        assert Path(named[1]).stem == node.id
        assert typed(named[0]).keys() <= {"title", "publisher"}


@pytest.mark.parametrize(
    "selector", [*(kind[0] for kind in KINDS.values()), ".entry.former", ".kf", ".context > li"]
)
def test_a_report_is_filled_in_with_what_the_page_shows(
    pages: dict[str, LexborHTMLParser], selector: str
) -> None:
    for page, node in shown(pages, selector):
        url = link(node, ".acts", "Report a mistake")
        assert len(url) < 6_000
        assert url.startswith(f"{REPOSITORY}/issues/new?template={FORM}&")
        form = {field: value for field, (value,) in parse_qs(urlsplit(url).query).items()}
        assert form["page"] == PUBLISHED["SITE_URL"] + page.removesuffix("index.html")
        assert form["fact"].removesuffix("…") in node.text() or selector == ".kf"
        assert form["says"]
        # some bodies are named by no article, and a question that is asked no more has none
        if selector != ".org" and "former" not in (node.attributes.get("class") or ""):
            assert form["source"]


def test_every_page_has_a_link_to_its_own_file(pages: dict[str, LexborHTMLParser]) -> None:
    for page, tree in pages.items():
        if page != "404.html":
            (own,) = [a for a in tree.css(".foot a") if a.text() == "Propose a change to this page"]
            path = (own.attributes["href"] or "").removeprefix(f"{REPOSITORY}/edit/{BRANCH}/")
            assert (ROOT / path).is_file()


def test_a_page_that_knows_no_repository_offers_nothing_to_edit(site: Path) -> None:
    for path in site.rglob("*.html"):
        links = LexborHTMLParser(path.read_text("utf-8")).css("a[rel=external]")
        assert not [a for a in links if a.text().lower() in ("edit", "report a mistake")]
