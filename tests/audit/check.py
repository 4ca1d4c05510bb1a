"""What a check of the audit is: it looks at pages, says how much it looked at, and lists its faults.

Each check comes with faults to plant: before it is believed, it is shown a page that holds
them, and must find every one. A check that finds nothing there would find nothing anywhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Browser

from tests.page_faults import Site


@dataclass(frozen=True)
class Seen:
    """What a check saw: how much, in its own unit, and each fault as a sentence."""

    looked_at: int
    faults: list[str]
    figures: list[str] = field(default_factory=list)  # rows of a table of its own


@dataclass(frozen=True)
class Served:
    """A built site, and the address at which it is served while the audit runs."""

    site: Site
    root: str


@dataclass(frozen=True)
class PageCheck:
    """A check that opens one page in a browser, by its address."""

    name: str
    unit: str
    look: Callable[[Browser, str], Seen]
    planted: Mapping[
        str, str
    ]  # HTML that holds a fault, and a pattern of the sentence that finds it


@dataclass(frozen=True)
class SiteCheck:
    """A check that is given some pages of the site, all at once."""

    name: str
    unit: str
    look: Callable[[Served, list[str]], Seen]
    planted: Mapping[str, str]
    only: tuple[str, ...] = ()  # the addresses it is asked for; none named, all of them


Check = PageCheck | SiteCheck
