"""Where things stand on the site, and how a page links to them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from macros.escape import safe_url
from macros.locator import Locator
from macros.model import Fact, Source

PEOPLE, ORGANIZATIONS, SOURCES = "people", "organizations", "sources"
ENTRIES = "facts"
_WHOLE = 8
_HALF = 4


@dataclass(frozen=True, slots=True)
class Addresses:
    """Links as one page writes them.

    `root` leads from the page to the site's root ("../"); `as_folders` says whether pages are folders;
    `repository` is the repository's web address, or empty: then there are no links to it.
    """

    root: str = ""
    as_folders: bool = True
    repository: str = ""

    def page(self, name: str, anchor: str = "") -> str:
        """Link to a page by its name, e.g. "people" or "facts/troops"."""
        ending = "/" if self.as_folders else ".html"
        return f"{self.root}{name}{ending}" + (f"#{anchor}" if anchor else "")

    def fact(self, fact: Fact) -> str:
        """Link to a fact's own entry."""
        return self.page(f"{ENTRIES}/{fact.topic}", fact.id)

    def person(self, person_id: str) -> str:
        """Link to a person's card."""
        return self.page(PEOPLE, person_id)

    def organization(self, organization_id: str) -> str:
        """Link to a body's entry."""
        return self.page(ORGANIZATIONS, organization_id)

    def source(self, source_id: str) -> str:
        """Link to a source's profile."""
        return self.page(SOURCES, source_id)

    def report(self, fact: Fact) -> str:
        """Link to a new issue about a fact; empty where no repository is known."""
        title = quote(f"{fact.label}: ", safe="")
        return f"{self.repository}/issues/new?title={title}" if self.repository else ""

    def edit(self, path: str) -> str:
        """Link to a file for editing; empty where no repository is known."""
        return f"{self.repository}/edit/main/{path}" if self.repository else ""


def passage(source: Source, locator: Locator) -> str:
    """Link to the very words of an article by a text fragment.

    Over eight words the first and the last four are used; two passages are joined the same way.
    Everything is percent-encoded, the hyphen too, which would mean "context" to a browser.
    See https://wicg.github.io/scroll-to-text-fragment/.
    """
    first, last = locator.passages[0].split(), locator.passages[-1].split()
    ends: list[list[str]]
    if len(locator.passages) == 1:
        ends = [first] if len(first) <= _WHOLE else [first[:_HALF], first[-_HALF:]]
    else:
        ends = [
            first if len(first) <= _WHOLE else first[:_HALF],
            last if len(last) <= _WHOLE else last[-_HALF:],
        ]
    fragment = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    joint = ":~:" if "#" in source.url else "#:~:"
    return f"{source.url}{joint}text={fragment}"


def archive(source: Source) -> str:
    """Link to a source's archived copy, or to the look-up of its copies."""
    return source.archive or safe_url(f"https://web.archive.org/web/*/{source.url}")
