"""The site as `make preview` builds it: opened as files, everything but search works, and it says so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import page_faults
from tests.conftest import ROOT, build
from tests.page_faults import Site, none_of

NOTICE = (
    "This copy of the site is opened as files. Search needs a server; everything else works here."
)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the workflow builds it for a reviewer."""
    return build(tmp_path_factory.mktemp("preview") / "site", {}, "--no-directory-urls")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test for whatever the browser complains of, the security policy's refusals too."""
    context = browser.new_context()
    page, told = context.new_page(), list[str]()
    page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("requestfailed", lambda request: told.append(f"not fetched: {request.url}"))
    yield page
    context.close()
    none_of(told)


def test_the_workflow_builds_it_as_the_test_does() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "mkdocs build --strict --no-directory-urls --site-dir preview" in makefile
    workflow = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    assert re.search(r"make preview\n(.*\n)+?.*path: preview/\n", workflow)


def test_every_link_leads_to_a_file(preview: Path) -> None:
    """No link leads to a folder, which a browser would list instead of showing its page."""
    none_of(page_faults.dead_links(Site(preview)))
    for file in preview.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#?]*)', file.read_text("utf-8")):
            own = link and ":" not in link and file.name != "404.html"
            assert not own or (file.parent / link).is_file(), f"{file}: {link}"


def test_the_page_says_that_search_needs_a_server(preview: Path, site: Path, page: Page) -> None:
    for file in preview.rglob("*.html"):
        html = file.read_text("utf-8")
        assert NOTICE in html
        assert "data-search=" not in html
    assert NOTICE not in (site / "index.html").read_text("utf-8")
    page.goto((preview / "index.html").as_uri())
    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(page.get_by_role("button", name="Search this site")).to_have_count(0)


def test_styles_fonts_and_script_are_there(preview: Path, page: Page) -> None:
    page.goto((preview / "index.html").as_uri())
    expect(page.locator("html")).to_have_class(re.compile("scripted"))
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family)"
    )
    assert "Newsreader" in loaded
    assert page.locator(".mast").evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"


def test_a_note_opens_beside_its_mark_and_leads_to_its_entry(preview: Path, page: Page) -> None:
    page.goto((preview / "index.html").as_uri())
    mark = page.locator("main button[popovertarget^=n]").first
    mark.click()
    note = page.locator(f"#{mark.get_attribute('popovertarget')}")
    expect(note).to_be_visible()
    note.get_by_role("link", name=re.compile("^This question’s entry")).click()
    page.wait_for_url(re.compile(r"^file:.*/facts/[a-z0-9-]+\.html#[a-z0-9-]+$"))
    anchor = page.url.partition("#")[2]
    expect(page.locator(f'[id="{anchor}"]')).to_be_visible()


def test_links_and_filters_work(preview: Path, page: Page) -> None:
    page.goto((preview / "index.html").as_uri())
    page.get_by_role("navigation", name="Every page").get_by_role("link", name="People").click()
    page.wait_for_url(re.compile(r"/people\.html$"))
    people = page.locator(".person:visible")
    every = people.count()
    page.locator("form.filters fieldset").first.locator("label").nth(1).click()
    assert 0 < people.count() < every
