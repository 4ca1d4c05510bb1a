"""The site in a real browser: every page opens quietly, and every note opens, closes and leads back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.page_faults import Site, none_of

UNDER = "/who-says-what/"
WIDTHS = (320, 390, 1280)

# What the page itself can say of a note. Each function gets the id that is asked about.
IS_OPEN = "id => document.getElementById(id)?.matches(':popover-open') ?? false"
HAS_FOCUS = "number => document.activeElement === document.querySelectorAll('button.mark')[number]"
OPEN_NOTES = "() => document.querySelectorAll(':popover-open').length"
ON_SCREEN = """id => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
}"""
IN_VIEW = """id => {
  const place = document.getElementById(id), box = place?.getBoundingClientRect();
  const there = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return Boolean(there) && (place.contains(there) || there.contains(place));
}"""


@contextmanager
def reader(browser: Browser, **settings: Any) -> Iterator[BrowserContext]:
    """A reader's window; nothing moves by itself, so that what is measured stands still."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce", **settings
    )
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture(scope="module")
def home(site: Path, serve_directory: Callable[..., str]) -> str:
    """The address of the site as it is built at home."""
    return serve_directory(site)


@pytest.fixture(scope="module")
def published(published_site: Path, serve_directory: Callable[..., str]) -> str:
    """The address of the site under the sub-path at which it is published."""
    return serve_directory(published_site, under=UNDER)


@pytest.fixture(scope="module")
def addresses(site: Path) -> list[str]:
    """Every page, relative to the site's own address."""
    return [page.address for page in Site(site).pages]


def listen(page: Page, root: str, address: str, heard: list[str]) -> None:
    """Write down what the browser complains about on a page, and what it asks of other hosts."""

    def note(words: str) -> None:
        heard.append(f"{address or 'home'}: {words}")

    page.on("console", lambda line: note(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: note(str(error)))
    page.on("request", lambda asked: None if local(asked.url, root) else note(f"asks {asked.url}"))
    page.on("requestfailed", lambda asked: note(f"{asked.url} failed"))
    page.on(
        "response",
        lambda answer: note(f"{answer.url} is missing") if answer.status >= 400 else None,
    )


def local(url: str, root: str) -> bool:
    """Whether a request stays on the site."""
    return url.startswith((root, "data:", "blob:" + root))


@pytest.mark.parametrize("where", ["home", "published"])
def test_every_page_opens_without_a_complaint(
    browser: Browser, addresses: list[str], where: str, request: pytest.FixtureRequest
) -> None:
    """No error in the console, nothing missing, and no request to another host."""
    root = request.getfixturevalue(where)
    heard: list[str] = []
    with reader(browser) as context:
        for address in addresses:
            page = context.new_page()
            listen(page, root, address, heard)
            page.goto(root + address)
        page.wait_for_timeout(300)  # what scripts may still ask for, on any of the pages
    none_of(heard)


def test_no_page_scrolls_sideways(browser: Browser, home: str, addresses: list[str]) -> None:
    with reader(browser) as context:
        page = context.new_page()
        wide = []
        for address in addresses:
            page.goto(home + address)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                page.evaluate("scrollTo(10_000, 0)")
                if moved := page.evaluate("scrollX"):
                    wide.append(f"{address or 'home'} at {width}: {moved} pixels")
                page.evaluate("scrollTo(0, 0)")
    none_of(wide)


def test_every_mark_opens_its_note_and_escape_closes_it(
    browser: Browser, home: str, addresses: list[str]
) -> None:
    """With the keyboard: Enter on the mark, then Escape, and focus is on the mark again."""
    with reader(browser) as context:
        page = context.new_page()
        faults = []
        notes = 0
        for address in addresses:
            page.goto(home + address)
            marks = page.locator("button.mark")
            targets = marks.evaluate_all(
                "marks => marks.map(mark => mark.getAttribute('popovertarget'))"
            )
            for number, target in enumerate(targets):
                notes += 1
                where = f"{address or 'home'}: mark {number + 1}, to {target},"
                page.evaluate(
                    "number => document.querySelectorAll('button.mark')[number].focus()", number
                )
                page.keyboard.press("Enter")
                if not page.evaluate(IS_OPEN, target):
                    faults.append(f"{where} does not open it")
                page.keyboard.press("Escape")
                if page.evaluate(OPEN_NOTES):
                    faults.append(f"{where}: Escape does not close it")
                if not page.evaluate(HAS_FOCUS, number):
                    faults.append(f"{where}: focus does not return")
    none_of(faults)
    assert notes, "no page has a note"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_note_opened_with_the_mouse_stays_on_the_screen(
    browser: Browser, home: str, addresses: list[str], width: int
) -> None:
    """The first and the last mark in sight on each page; a click elsewhere closes the note."""
    faults = []
    with reader(browser) as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        for address in addresses:
            page.goto(home + address)
            marks = page.locator("button.mark:visible").all()
            for mark in dict.fromkeys(marks[:1] + marks[-1:]):
                note = mark.get_attribute("popovertarget")
                where = f"{address or 'home'}: {note}"
                mark.click()
                if not page.evaluate(IS_OPEN, note):
                    faults.append(f"{where} does not open")
                elif not page.evaluate(ON_SCREEN, note):
                    faults.append(f"{where} leaves the screen")
                page.mouse.click(1, 1)
                if page.evaluate(IS_OPEN, note):
                    faults.append(f"{where} stays open after a click elsewhere")
    none_of(faults)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_every_way_back_leads_to_its_mark(
    browser: Browser, home: str, addresses: list[str], script: bool
) -> None:
    """Each note of the list at the page's end names its marks; following one shows the place of use."""
    with reader(browser, java_script_enabled=script) as context:
        page = context.new_page()
        faults = []
        ways = 0
        for address in addresses:
            page.goto(home + address)
            backs = page.locator("section.notes a.back")
            for number, href in enumerate(
                backs.evaluate_all("all => all.map(a => a.getAttribute('href'))")
            ):
                ways += 1
                backs.nth(number).evaluate("link => link.click()")
                if not page.evaluate(IN_VIEW, href.removeprefix("#")):
                    faults.append(f"{address or 'home'}: {href} is not in view")
    none_of(faults)
    assert ways, "no note has a way back"


def test_notes_open_without_script(browser: Browser, home: str) -> None:
    with reader(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(home)
        mark = page.locator("button.mark:visible").first
        target = mark.get_attribute("popovertarget")
        mark.click()
        assert page.evaluate(IS_OPEN, target)
        page.keyboard.press("Escape")
        assert not page.evaluate(IS_OPEN, target)
