"""The Tab key walks through every page, forward and back: nothing is left out, hidden or unmarked."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from playwright.sync_api import Browser, Page

from tests.audit.check import PageCheck, Seen
from tests.audit.views import DESKTOP, NOTE_OPENERS, ZOOMED_FOUR_TIMES, reader, show
from tests.browser.waiting import settle

# Whatever the Tab key should stop at. Of a group of radio buttons that is the chosen one.
COLLECT = """() => {
  window.stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }))
    .filter(element => element.type !== 'radio' || element.checked);
  return window.stops.length;
}"""

# Writes down, at each press of Tab, where the press before has led: the stop's number, whether an outline
# shows it, whether any of it is in sight, and its name. Nothing where the focus is nowhere.
RECORD = """() => {
  const nameOf = focus => {
    const words = (focus.getAttribute('aria-label') || focus.textContent || focus.id).trim().slice(0, 40);
    return `${focus.localName} "${words}"`;
  };
  const stop = () => {
    const focus = document.activeElement;
    if (!focus || focus === document.body) return null;
    const shown = focus.checkVisibility({ opacityProperty: true }) ? focus : focus.labels[0];
    const outlined = [focus, shown, focus.nextElementSibling].some(element => {
      const style = element && getComputedStyle(element);
      return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    const inSight = [...shown.getClientRects()].some(box => [.1, .5, .9].some(x => [.1, .5, .9].some(y => {
      const hit = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
      return hit && shown.contains(hit);
    })));
    return [window.stops.indexOf(focus), outlined, inSight, nameOf(focus)];
  };
  window.nameOf = nameOf;
  window.walked = [];
  addEventListener('keydown', event => { if (event.key === 'Tab') window.walked.push(stop()); }, true);
}"""
# The walk is over where the focus is nowhere, or, as it happens on the way back, at a stop for the second time.
END = """() => {
  const seen = new Set();
  return walked.findIndex((stop, at) => at > 0 && (!stop || stop[0] >= 0 && (seen.has(stop[0]) || !seen.add(stop[0]))));
}"""
NAME = "number => nameOf(stops[number])"
PRESSES = 40  # between two questions whether the focus has left the page

STOPS_IN_NOTE = "() => document.querySelectorAll(':popover-open :is(a[href], button)').length"
FOCUS_IN_NOTE = "() => Boolean(document.activeElement.closest(':popover-open'))"
OPEN_NOTES = "() => document.querySelectorAll(':popover-open').length"
FOCUS_FIRST = "openers => [...document.querySelectorAll(openers)].find(opener => opener.checkVisibility()).focus()"
FIRST_HAS_FOCUS = "openers => document.activeElement === [...document.querySelectorAll(openers)].find(opener => opener.checkVisibility())"


def check() -> PageCheck:
    """The check of a walk with the keyboard alone."""
    return PageCheck(
        "keyboard walk",
        "stops",
        look,
        {
            "<a href=#main class=bare>a</a><style>a.bare:focus { outline: 0 }</style>": (
                'a "a" shows no focus'
            ),
            "<p style='position: relative'><a href=#main>b</a><i style='position: absolute;"
            " inset: 0; background: #fff'></i></p>": 'a "b" has the focus and is hidden',
            "<a href=#main tabindex=1>c</a>": 'a "c" comes out of turn',
            "<button id=d>d</button><a href=#main onfocus>e</a><span inert><a href=#main>f</a></span>": (
                'a "f" is never reached'
            ),
            "<button popovertarget=g>g</button><div id=g popover=manual class=note><a href=#main>g</a></div>": (
                "Escape does not close a note"
            ),
        },
    )


def look(browser: Browser, url: str) -> Seen:
    """A page walked both ways, in a wide window and in one zoomed to 400 %."""
    stops = 0
    faults: list[str] = []
    with reader(browser) as page:
        for size in (DESKTOP, ZOOMED_FOUR_TIMES):
            for key in ("Tab", "Shift+Tab"):
                show(
                    page, url, size
                )  # the walk begins at the head of the page, and so outside of it
                walked, wrong = walk(page, key)
                stops += walked
                faults += [f"{size[0]}, {key}: {fault}" for fault in wrong]
            walked, wrong = note_faults(page)
            stops += walked
            faults += [f"{size[0]}: {fault}" for fault in wrong]
    return Seen(stops, faults)


def walk(page: Page, key: str) -> tuple[int, list[str]]:
    """Press one key until the focus leaves the page; how many stops there were, and what was wrong."""
    expected = page.evaluate(COLLECT)
    page.evaluate(RECORD)
    with held(page, key):
        for _ in range(2 * expected // PRESSES + 2):
            for _ in range(PRESSES):
                page.keyboard.down("Tab")
            if (end := page.evaluate(END)) > 0:
                break
        else:
            return 0, ["the focus never leaves the page"]
    stops = page.evaluate("walked")[1:end]
    faults = unseen(stops)
    visited = [number for number, *_ in stops if number >= 0]
    in_turn = visited if key == "Tab" else visited[::-1]
    astray = [before for before, after in pairwise(in_turn) if after < before]
    missed = sorted(set(range(expected)) - set(visited))
    faults += [f"{page.evaluate(NAME, number)} comes out of turn" for number in astray]
    faults += [f"{page.evaluate(NAME, number)} is never reached" for number in missed]
    return len(visited), faults


@contextmanager
def held(page: Page, key: str) -> Iterator[None]:
    """Keep the keys before the last plus down, and let go of all in the end."""
    keys = key.split("+")
    for one in keys[:-1]:
        page.keyboard.down(one)
    yield
    for one in reversed(keys):
        page.keyboard.up(one)


def note_faults(page: Page) -> tuple[int, list[str]]:
    """Enter opens the first note, Tab walks through it, Escape closes it and gives the focus back."""
    if not page.locator(f"{NOTE_OPENERS}:visible").count():
        return 0, []
    page.goto(page.url)
    page.evaluate(COLLECT)
    page.evaluate(FOCUS_FIRST, NOTE_OPENERS)
    page.keyboard.press("Enter")
    page.evaluate(RECORD)
    inside = page.evaluate(STOPS_IN_NOTE)
    for _ in range(inside):
        page.keyboard.down("Tab")
        settle(page)  # a note follows its mark when the page scrolls, a picture later
    faults = [] if page.evaluate(FOCUS_IN_NOTE) else ["Tab does not walk through an open note"]
    page.keyboard.press("Tab")
    faults += [f"in a note: {fault}" for fault in unseen(page.evaluate("walked")[1:])]
    page.evaluate(FOCUS_FIRST, NOTE_OPENERS)
    if not page.evaluate(
        OPEN_NOTES
    ):  # it has closed behind the focus, but not where that is on its other mark
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if not page.evaluate(FOCUS_IN_NOTE):
        faults.append("Tab does not lead into an open note")
    page.keyboard.press("Escape")
    if page.evaluate(OPEN_NOTES):
        faults.append("Escape does not close a note")
    if not page.evaluate(FIRST_HAS_FOCUS, NOTE_OPENERS):
        faults.append("a closed note does not give the focus back")
    return inside, faults


def unseen(stops: list[Any]) -> list[str]:
    """The stops at which a reader does not see where the focus is."""
    faults = [f"{name} shows no focus" for _, outlined, _, name in stops if not outlined]
    faults += [
        f"{name} has the focus and is hidden" for _, _, in_sight, name in stops if not in_sight
    ]
    return faults
