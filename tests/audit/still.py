"""A reader who asks for no motion gets none."""

from playwright.sync_api import Browser

from tests.audit.check import PageCheck, Seen
from tests.audit.views import (
    AS_IT_OPENS,
    DESKTOP,
    NOTE_OPEN,
    PAGES_OPEN,
    PHONE,
    enter,
    reader,
    show,
)

MOVING = """() => {
  const seconds = list => Math.max(...list.split(',').map(parseFloat));
  const moving = [...document.querySelectorAll('*')].filter(element => {
    const style = getComputedStyle(element);
    return seconds(style.transitionDuration) > 0 || style.scrollBehavior === 'smooth'
      || style.animationName !== 'none' && seconds(style.animationDuration) > 0;
  });
  return moving.map(element => element.localName + [...element.classList].map(name => '.' + name).join(''));
}"""


def check() -> PageCheck:
    """The check of pages under `prefers-reduced-motion: reduce`."""
    return PageCheck(
        "reduced motion",
        "views",
        look,
        {
            "<p class=t style='transition: color 1s'>a</p>": r"p\.t moves",
            "<p class=a style='animation: rise 1s'>b</p>": r"p\.a moves",
            "<div class=s style='scroll-behavior: smooth'>c</div>": r"div\.s moves",
        },
    )


def look(browser: Browser, url: str) -> Seen:
    """A page on a phone and on a desk, with what opens on it."""
    views = 0
    faults = []
    with reader(browser) as page:
        for size in (PHONE, DESKTOP):
            show(page, url, size)
            for state in enter(page, AS_IT_OPENS, NOTE_OPEN, PAGES_OPEN):
                views += 1
                moving = page.evaluate(MOVING)
                faults += [f"{size[0]}, {state.name}: {what} moves" for what in moving]
    return Seen(views, faults)
