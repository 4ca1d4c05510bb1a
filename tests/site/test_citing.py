"""A citation in a real browser: copied by a button, by hand where the browser lets no script, and read without any."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext


@pytest.fixture(scope="module")
def address(published_site: Path, serve_directory: Callable[..., str]) -> str:
    return f"{serve_directory(published_site, under='/who-says-what/')}about/"


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def test_a_button_copies_the_citation_and_says_so(reader: BrowserContext, address: str) -> None:
    reader.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.new_page()
    page.goto(address)
    cited = page.locator("details.past").first
    cited.locator("summary").click()
    cited.get_by_role("button", name="Copy as BibTeX").click()
    cited.get_by_text("Copied", exact=True).wait_for()
    assert (
        page.evaluate("navigator.clipboard.readText()") == cited.locator("pre").nth(1).inner_text()
    )


def test_where_nothing_may_be_copied_it_is_selected(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(address)
    cited = page.locator("details.past").first
    cited.locator("summary").click()
    cited.get_by_role("button", name="Copy as Text").click()
    cited.get_by_text("Selected: copy it now").wait_for()
    assert page.evaluate("getSelection().toString()") == cited.locator("pre").first.inner_text()


def test_without_script_it_opens_and_has_no_button(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    cited = page.locator("details.past").first
    cited.locator("summary").click()
    assert cited.locator("pre").first.is_visible()
    assert cited.locator("button:visible").count() == 0
    context.close()
