"""How a page is laid out: what of its text stands around the headline, and what is said of its parts.

The words write one text after another; a theme prints it in places. The cutting is done here, for the theme's
templates must be read by any engine, and not every one can cut a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.agreement import State

TOLD = (State.SAME, State.COMPATIBLE, State.DIFFER, State.SINGLE, State.UNCLEAR)
"""The order in which the site tells how far sources agree."""
_RAIL = re.compile(r'<(aside|nav) class="rail.*?</\1>', re.DOTALL)
_HEADLINE = re.compile(r"<h1(?P<attributes>[^>]*)>(?P<words>.*?)</h1>", re.DOTALL)
_WIDE = '<section class="wide'
_ID = re.compile(r'[^>]* id="([^"]*)"')
_MARK = re.compile(r'class="ref (\w+)"')
_CHOICE = re.compile(r'<input type="radio"[^>]* id="([^"-]*)-([^"]*)"')
_OF_THE_THEME = ("f", "scheme")
"""Filters whose choices have their rules in the theme's own style sheets."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands around a page's text, as HTML, and what is said of its parts.

    `headline` is empty where the page writes none: then it is the title. `rail` stands beside the head,
    `lead` under the headline. `states` tells for each part of the text, by the id of its heading, how far the
    sources agree on what is noted there. `choices` are those of the page's filters: a filter's letter, a class.
    `sourced` says whether a sentence rests on an article.
    """

    headline: str
    rail: str
    lead: str
    states: dict[str, list[str]]
    choices: list[list[str]]
    sourced: bool


def laid_out(html: str, *, home: bool) -> tuple[str, Layout]:
    """Cut a page's HTML; returns what remains below its head, and the rest.

    On the `home` page the first section, the short answer, belongs to the head.
    """
    rail, text = _cut(_RAIL, html)
    headline, text = _cut(_HEADLINE, text)
    written = _HEADLINE.fullmatch(headline)
    lead, text = _lead(text) if home else ("", text)
    choices = [
        [letter, choice]
        for letter, choice in _CHOICE.findall(html)
        if choice != "all" and letter not in _OF_THE_THEME
    ]
    own = written["words"] if written and " id=" in written["attributes"] else ""
    return text, Layout(own, rail, lead, _states(html), choices, 'class="src ' in html)


def _cut(part: re.Pattern[str], text: str) -> tuple[str, str]:
    """Take the first such part out of a text; returns it and the rest."""
    found = part.search(text)
    return (found[0], text[: found.start()] + text[found.end() :]) if found else ("", text)


def _lead(text: str) -> tuple[str, str]:
    """What stands before the second heading, and before the first wide section."""
    narrow, wide, after = text.partition(_WIDE)
    first, second, others = narrow.partition("<h2")
    section, third, rest = others.partition("<h2")
    return first + second + section, third + rest + wide + after


def _states(html: str) -> dict[str, list[str]]:
    """The states of the marks after each heading, in the order in which the site tells them."""
    found: dict[str, list[str]] = {}
    for part in html.split("<h2")[1:]:
        heading = _ID.match(part)
        if heading:
            marked = set(_MARK.findall(part))
            found[heading[1]] = [str(state) for state in TOLD if state in marked]
    return found
