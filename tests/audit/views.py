"""How a page is looked at: how wide, in which colors, and what its reader has opened."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.waiting import PATIENCE, settle

# Marks in sentences, cells in tables, abbreviations: whatever opens something. A note's own button closes it.
OPENERS = "main button[popovertarget]:not([popovertargetaction])"
NOTE_OPENERS = f"{OPENERS}:not(.abbr)"
EXPLAINERS = f"{OPENERS}.abbr"

PHONE = (390, 800)
DESKTOP = (1280, 800)
ZOOMED_TWICE = (640, 400)  # a window of 1280 by 800 at 200 %
ZOOMED_FOUR_TIMES = (320, 256)  # one of 1280 by 1024 at 400 %, as WCAG 1.4.10 reckons it

SHOW_ALL = """() => {
  const switches = [...document.querySelectorAll('main input[type=checkbox]')];
  const folded = [...document.querySelectorAll('main details:not([open])')];
  switches.forEach(input => { if (!input.checked) input.click(); });
  folded.forEach(details => { details.open = true; });
  return switches.length + folded.length;
}"""


@contextmanager
def reader(browser: Browser, **settings: Any) -> Iterator[Page]:
    """A window for a reader who asked for no motion, so that what is measured stands still.

    It is made once for many views, for a new window costs more than a new page in it.
    What a page remembers of its switches is forgotten before the next one opens.
    """
    context = browser.new_context(reduced_motion="reduce", **settings)
    context.set_default_timeout(PATIENCE)
    context.add_init_script("try { localStorage.clear() } catch { /* no page yet */ }")
    try:
        yield context.new_page()
    finally:
        context.close()


def show(page: Page, url: str, size: tuple[int, int] = DESKTOP, **media: Any) -> None:
    """Open an address in a window of a size, in the colors that the system is said to have."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce", **media)
    page.goto(url)


@dataclass(frozen=True)
class State:
    """Something that a reader may open on a page."""

    name: str
    enter: Callable[[Page], bool]  # tells whether the page has anything of the kind
    within: str = "html"  # what is new to look at


def open_first(page: Page, openers: str) -> bool:
    """Press the first that is in sight, as a reader does."""
    found = page.locator(f"{openers}:visible")
    if found.count():
        found.first.click()
        settle(page)
    return found.count() > 0


def open_search(page: Page) -> bool:
    page.locator("button[data-search]").click()
    page.locator("dialog[open] input").fill("a")
    page.locator("dialog[open] li").first.wait_for()
    return True


def open_pages(page: Page) -> bool:
    page.locator("[popovertarget=pages]").click()
    return True


AS_IT_OPENS = State("as it opens", lambda page: True)
NOTE_OPEN = State("a note open", lambda page: open_first(page, NOTE_OPENERS))
EXPLAINED = State(
    "an abbreviation explained",
    lambda page: open_first(page, EXPLAINERS),
    within=":popover-open",
)
ALL_SHOWN = State("all switches on", lambda page: bool(page.evaluate(SHOW_ALL)))
SEARCH_OPEN = State("search open", open_search, within="dialog[open]")
PAGES_OPEN = State("the list of pages open", open_pages, within=":popover-open")


def enter(page: Page, *states: State) -> Iterator[State]:
    """Put a page into one state after the other, as far as it has them; the switches stay on."""
    for state in states:
        if state.enter(page):
            yield state
            page.keyboard.press("Escape")
