"""axe on every page: its rules of WCAG 2.2 A and AA and its best practices, in both palettes."""

from collections import defaultdict
from itertools import product
from typing import Any

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
    SEARCH_OPEN,
    enter,
    reader,
    show,
)

STATES = (AS_IT_OPENS, NOTE_OPEN, EXPLAINED, SEARCH_OPEN, PAGES_OPEN, ALL_SHOWN)

# https://www.deque.com/axe/core-documentation/api-documentation/#axecore-tags
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """async ([within, only]) => {
  const found = await axe.run(within, { runOnly: only, resultTypes: ['violations'], preload: false });
  return found.violations.flatMap(rule =>
    rule.nodes.map(node => [rule.id, rule.help, node.target.join(' ')]));
}"""


def check(source: str) -> PageCheck:
    """The check of every rule. `source` is axe's own script."""
    return PageCheck(
        "axe",
        "views",
        lambda browser, url: look(browser, url, source),
        {
            "<img src=assets/images/preview.png>": "image-alt",
            "<h2>A heading</h2><h5>one that skips a level</h5>": "heading-order",
            "<p style='color: light-dark(#000, #222)'>black on black</p>": r"color-contrast.*dark",
            "<p style='color: light-dark(#ddd, #fff)'>white on white</p>": r"color-contrast.*light",
            "<div class=phone><button>a</button><button>b</button></div><style>"
            ".phone button { width: 12px; height: 12px; padding: 0; border: 0; font-size: 8px }"
            " @media (min-width: 40rem) { .phone { display: none } }</style>": r"target-size.*390",
        },
    )


def forced_colors(source: str) -> PageCheck:
    """The check that words stay legible where the reader's system chooses all colors."""
    return PageCheck(
        "forced colors",
        "views",
        lambda browser, url: look_forced(browser, url, source),
        {
            "<p style='forced-color-adjust: none; color: #777; background: #888'>grey</p>": (
                "color-contrast.*forced"
            )
        },
    )


def look(browser: Browser, url: str, source: str) -> Seen:
    """Every state of a page, at two widths and in two palettes."""
    views = 0
    found: dict[str, list[str]] = defaultdict(list)
    only = {"type": "tag", "values": TAGS}
    with reader(browser) as page:
        for size, palette in product((PHONE, DESKTOP), ("light", "dark")):
            show(page, url, size, color_scheme=palette)
            page.evaluate(source)
            for state in enter(page, *STATES):
                views += 1
                for violation in page.evaluate(RUN, [state.within, only]):
                    found[sentence(violation)].append(f"{palette}, {size[0]}, {state.name}")
    return Seen(views, told(found))


def look_forced(browser: Browser, url: str, source: str) -> Seen:
    """A page in the system's colors, light ones and dark ones."""
    views = 0
    found: dict[str, list[str]] = defaultdict(list)
    with reader(browser) as page:
        for palette in ("light", "dark"):
            show(page, url, color_scheme=palette, forced_colors="active")
            page.evaluate(source)
            for state in enter(page, AS_IT_OPENS, NOTE_OPEN):
                views += 1
                for violation in page.evaluate(RUN, [state.within, ["color-contrast"]]):
                    found[sentence(violation)].append(f"forced colors, {palette}, {state.name}")
    return Seen(views, told(found))


def sentence(violation: list[Any]) -> str:
    """One violation: the rule, what it asks, and where."""
    rule, asks, target = violation
    return f"{rule}: {asks}: {target}"


def told(found: dict[str, list[str]]) -> list[str]:
    """Each violation once, with the views in which it was seen."""
    return [f"{violation} ({'; '.join(views)})" for violation, views in found.items()]
