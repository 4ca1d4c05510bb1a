"""A source's address is that of its page: the whole of it, and nothing that a browser added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from macros.faults import Fault
from macros.library import Library

_ADDED = re.compile(r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id")
"""Parts of an address that tell where a reader came from; see https://en.wikipedia.org/wiki/UTM_parameters."""


def check(library: Library) -> Iterator[Fault]:
    """Yield a fault for each address with a highlight or a reader's trace in it, or of a whole site."""
    for source in library.sources.values():
        parts = urlsplit(source.url)
        if ":~:" in parts.fragment:
            message = "this is a link to a highlight. Remove #:~: and what stands behind it; the pages make it from the locator."
            yield library.fault(source, ("url",), message)
        elif any(_ADDED.fullmatch(key) for key, _ in parse_qsl(parts.query)):
            message = f"this address tells where its reader came from. Write {without_additions(source.url)}."
            yield library.fault(source, ("url",), message)
        elif source.use == "compared" and parts.path in ("", "/") and not parts.query:
            message = "this is the address of a whole site. Copy that of the article."
            yield library.fault(source, ("url",), message)


def without_additions(url: str) -> str:
    """An address as the page itself has it; two that differ by no more are of one page."""
    if "?" not in url:
        return url
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = urlencode([pair for pair in pairs if not _ADDED.fullmatch(pair[0])])
    return parts._replace(query=kept).geturl()
