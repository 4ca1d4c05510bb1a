"""How checks are run: page by page in as many browsers as the machine has cores, and proven first."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright

from tests.audit.check import Check, PageCheck, Seen, Served, SiteCheck
from tests.audit.planting import PLANTED, overlooked, plant
from tests.browser import chromium
from tests.browser.server import serve
from tests.page_faults import Site

BROWSERS = min(4, os.cpu_count() or 1)

Job = tuple[PageCheck, str]


@dataclass(frozen=True)
class Look:
    """One look of a check: at a page's address, or at so many pages at once."""

    check: Check
    where: str
    pages: int
    seen: Seen


def look(served: Served, checks: list[Check]) -> Iterator[Look]:
    """Ask all checks of all pages; those of the whole site come last, one after the other."""
    pages = sorted(served.site.pages, key=lambda page: -len(page.html))  # the longest first
    jobs = [
        (check, served.root + page.address)
        for page in pages
        for check in checks
        if isinstance(check, PageCheck)
    ]
    yield from in_browsers(jobs)
    for check in checks:
        if isinstance(check, SiteCheck):
            asked = list(check.only) or [page.address for page in pages]
            yield at_once(check, served, asked)


def overlooked_faults(site: Path, folder: Path, checks: list[Check]) -> list[str]:
    """Show each check the faults that are planted for it, in a copy of the site of its own.

    Returns a sentence for each that it does not find: such a check cannot be believed.
    """
    copies = {check.name: folder / f"planted-{number}" for number, check in enumerate(checks)}
    for check in checks:
        plant(site, copies[check.name], check.planted)
    with serve(folder) as root:
        looks = list(
            in_browsers(
                [
                    (check, f"{root}{copies[check.name].name}/{PLANTED}")
                    for check in checks
                    if isinstance(check, PageCheck)
                ]
            )
        )
        for check in checks:
            if isinstance(check, SiteCheck):
                copy = copies[check.name]
                served = Served(Site(copy, f"{root}{copy.name}/"), f"{root}{copy.name}/")
                looks.append(at_once(check, served, [PLANTED]))
    return [
        f"{look.check.name} does not find what was planted: {html[:100]}"
        for look in looks
        for html in overlooked(look.seen, look.check.planted)
    ]


def at_once(check: SiteCheck, served: Served, pages: list[str]) -> Look:
    """Give a check all of its pages."""
    return Look(check, "", len(pages), check.look(served, pages))


def in_browsers(jobs: list[Job]) -> Iterator[Look]:
    """Do all jobs, each in the next browser that is free."""
    waiting: Queue[Job] = Queue()
    for job in jobs:
        waiting.put(job)
    with ThreadPoolExecutor(BROWSERS) as pool:
        for looks in pool.map(in_one_browser, [waiting] * BROWSERS):
            yield from looks


def in_one_browser(waiting: "Queue[Job]") -> list[Look]:
    """Look at page after page, until nothing waits any more."""
    looks: list[Look] = []
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright.chromium)
        while True:
            try:
                check, url = waiting.get_nowait()
            except Empty:
                browser.close()
                return looks
            try:
                seen = check.look(browser, url)
            except PlaywrightError as error:
                seen = Seen(0, [f"cannot be looked at: {error.message}"])
            looks.append(Look(check, url, 1, seen))
