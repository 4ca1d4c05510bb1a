"""What an answer says of an address: alive, gone, or neither for sure. Each is told in words, so that a person can look."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from macros.upkeep.asking import Answer

_GONE = (404, 410)
_HEADLINE = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_NOT_FOUND = re.compile(
    r"\b404\b|\bnot (be )?found\b|\b(no longer|isn.t|not) (available|exists?)\b|\bdoes ?n[o’']t exist\b"
    r"|\b(can.t|cannot) be found\b|\b(has been|was) (removed|deleted)\b",
    re.IGNORECASE,
)
_FIRST_PAGE = re.compile(r"/?((index|home|default)(\.\w+)?)?/?", re.IGNORECASE)


def is_gone(answer: Answer) -> bool:
    """Say whether nothing is there: the page, or its whole host. Asked once, this proves nothing."""
    return answer.status in _GONE or answer.no_host


def is_alive(asked: str, answer: Answer) -> bool:
    """Say whether a page is there that does not call itself missing."""
    return 200 <= answer.status < 300 and not seems_missing(asked, answer)


def seems_missing(asked: str, answer: Answer) -> str:
    """Say why a page that answered may be none ("soft 404"); empty if nothing speaks for it.

    That is never taken for proof: a headline may speak of something else that was not found.
    """
    at, to = urlsplit(asked), urlsplit(answer.url)
    if not _FIRST_PAGE.fullmatch(at.path) and _FIRST_PAGE.fullmatch(to.path) and not to.query:
        return "it leads to the first page of its site"
    for _, headline in _HEADLINE.findall(answer.text):
        if _NOT_FOUND.search(html.unescape(re.sub(r"<[^>]*>", " ", headline))):
            return "it answers with a page whose headline says that nothing is there"
    return ""


def told(asked: str, answer: Answer) -> str:
    """Say in a sentence what came back, where there is something to say."""
    if answer.trouble:
        return f"The address gave no clear answer: {answer.trouble}."
    if is_gone(answer):
        return f"The address answered {answer.status}."
    if not 200 <= answer.status < 300:
        return f"The address gave no clear answer: {answer.status}."
    if missing := seems_missing(asked, answer):
        return f"The address gave no clear answer: {missing}."
    if answer.moved:
        return f"It has moved for good, to `{answer.url}`: see whether `url:` should say so."
    return ""
