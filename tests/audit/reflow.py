"""Nothing scrolls sideways or is cut off: on a phone, zoomed, and with the spacing that WCAG allows readers."""

from playwright.sync_api import Browser

from tests.audit.check import PageCheck, Seen
from tests.audit.views import (
    ALL_SHOWN,
    AS_IT_OPENS,
    DESKTOP,
    EXPLAINED,
    NOTE_OPEN,
    PAGES_OPEN,
    PHONE,
    ZOOMED_FOUR_TIMES,
    ZOOMED_TWICE,
    enter,
    reader,
    show,
)

SIZES = (ZOOMED_FOUR_TIMES, PHONE, ZOOMED_TWICE, DESKTOP)
SPACED_SIZES = (ZOOMED_FOUR_TIMES, DESKTOP)
STATES = (AS_IT_OPENS, NOTE_OPEN, EXPLAINED, PAGES_OPEN, ALL_SHOWN)

# What a reader may set without losing anything: https://www.w3.org/TR/WCAG22/#text-spacing
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""

FAULTS = """() => {
  const faults = [];
  const where = element => element.localName + (element.id ? '#' + element.id : '')
    + [...element.classList].map(name => '.' + name).join('');
  for (const far of [10000, -10000]) { /* to the right, or to the left where a page is read from the right */
    scrollTo(far, scrollY);
    if (scrollX) faults.push(`the page scrolls ${Math.round(Math.abs(scrollX))} pixels sideways`);
  }
  scrollTo(0, scrollY);
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (style.overflowX === 'visible' || !element.checkVisibility() || element.closest('svg')) continue;
    if (style.clipPath !== 'none' && element.clientWidth <= 1) continue; /* for screen readers only */
    if (element.localName === 'input') continue;
    const hidden = element.scrollWidth - element.clientWidth;
    if (hidden > 1) faults.push(`${where(element)} hides ${hidden} pixels at its side`);
  }
  const open = document.querySelector(':popover-open');
  if (open) {
    const box = open.getBoundingClientRect();
    if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight + .5)
      faults.push(`${where(open)}, opened, leaves the screen`);
    if (box.width * box.height === 0) faults.push(`${where(open)}, opened, has no room`);
  }
  return faults;
}"""


def check() -> PageCheck:
    """The check of width, zoom and spacing."""
    return PageCheck(
        "reflow, zoom, text spacing",
        "views",
        look,
        {
            "<p style='width: 400px'>wide</p>": "320.*the page scrolls",
            "<p style='width: 200px; overflow: hidden; white-space: nowrap'>"
            "so many words that they do not fit in</p>": r"p hides \d+ pixels",
            "<p class=room>which fits, but</p><style>.room { width: 8rem; overflow: hidden;"
            " white-space: nowrap }</style>": r"spaced.*p\.room hides",
        },
    )


def look(browser: Browser, url: str) -> Seen:
    """Every state of a page at four sizes; at two of them all of it with wide spacing, too."""
    views = 0
    faults = []
    with reader(browser) as page:
        for size in SIZES:
            show(page, url, size)
            for state in enter(page, *STATES):
                views += 1
                faults += [f"{size[0]}, {state.name}: {fault}" for fault in page.evaluate(FAULTS)]
            if size in SPACED_SIZES:
                page.add_style_tag(content=SPACED)
                for state in enter(page, *STATES):
                    views += 1
                    view = f"{size[0]}, spaced, {state.name}"
                    faults += [f"{view}: {fault}" for fault in page.evaluate(FAULTS)]
    return Seen(views, faults)
