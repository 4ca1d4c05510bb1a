"""What a page loads: little, from its own host alone, and the search index only for a search."""

import random

from playwright.sync_api import Browser, Request

from tests.audit.check import PageCheck, Seen
from tests.audit.views import open_search, reader

LIMIT = 110_000  # bytes on their way, compressed, over all requests of a first view
INDEX = "search_index.json"

HEAVY = random.Random(1).randbytes(LIMIT).hex()


def check() -> PageCheck:
    """The check of a first visit, with nothing kept from before."""
    return PageCheck(
        "what is loaded",
        "requests",
        look,
        {
            f"<p hidden data-heavy={HEAVY}></p>": rf"more than {LIMIT:,}",
            f"<link rel=preload as=fetch href=search/{INDEX} crossorigin>": "before anyone searches",
            "<img src=https://other.example/x.png alt=''>": "asks another host",
        },
    )


def look(browser: Browser, url: str) -> Seen:
    """Open a page as for the first time, wait until all is there, then search."""
    with reader(browser) as page:
        requests: list[Request] = []
        page.on("request", lambda request: requests.append(request))
        page.goto(url, wait_until="networkidle")
        first_view = list(requests)
        faults = [
            f"asks another host: {request.url}"
            for request in first_view
            if not request.url.startswith(("data:", "/".join(url.split("/")[:3])))
        ]
        weight = sum(weight_of(request) for request in first_view)
        if weight > LIMIT:
            faults.append(f"weighs {weight:,} bytes compressed, more than {LIMIT:,}")
        if any(INDEX in request.url for request in first_view):
            faults.append("fetches the search index before anyone searches")
        open_search(page)
        if not any(INDEX in request.url for request in requests):
            faults.append("finds words without having fetched the search index")
    return Seen(len(first_view), faults)


def weight_of(request: Request) -> int:
    """The bytes of an answer on their way, its head too."""
    if request.failure or not request.response():
        return 0
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]
