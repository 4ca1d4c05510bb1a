"""Every link goes somewhere, every page is reached, and addresses elsewhere are well formed."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from macros.escape import safe_url
from tests.audit.check import Seen, Served, SiteCheck
from tests.page_faults import FOLLOWED, Site, dead_links, other_hosts, references


def check() -> SiteCheck:
    """The check of all links and fragments. What is on other hosts is not asked."""
    return SiteCheck(
        "links",
        "links",
        look,
        {
            "<a href=gone/>a</a>": "there is no such file",
            "<a href=#gone>b</a>": "no element of the id 'gone'",
            "<a href='https://a.example/x y'>c</a>": "holds characters that no address has",
            "<a href=https://localhost/>d</a>": "does not name a public host",
            "<a href=http://a.example/>e</a>": "not to https",
            "": "no page links to",
        },
    )


def look(served: Served, pages: list[str]) -> Seen:
    """All links of all pages."""
    site = served.site
    count = sum(1 for page in site.pages for _ in references(page))
    return Seen(
        count,
        [*dead_links(site), *other_hosts(site), *malformed(site), *unreached(site, pages)],
    )


def malformed(site: Site) -> Iterator[str]:
    """Links to other hosts that are no address, or not to a public place."""
    for page in site.pages:
        for element, reference in references(page):
            if element.tag in FOLLOWED and reference.startswith("https:"):
                try:
                    safe_url(reference)
                except ValueError as error:
                    yield f"{page.path}: {error}"


def unreached(site: Site, pages: list[str]) -> Iterator[str]:
    """Pages that no link leads to, followed from the first page on."""
    reached = {""}
    waiting = [""]
    while waiting:
        page = site.by_address[waiting.pop()]
        for element, reference in references(page):
            address = urldefrag(urljoin(site.base + page.address, reference)).url
            address = address.removeprefix(site.base)
            if element.tag == "a" and address in site.by_address and address not in reached:
                reached.add(address)
                waiting.append(address)
    for address in pages:
        if address not in reached and address != "404.html":
            yield f"no page links to {address}"
