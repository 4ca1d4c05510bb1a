"""Names stay whole, and so do sums below zero: no line ends at the hyphen of one, or between a minus and its €.

A name is set in a span that does not break, so that what is copied, searched and read out is what was typed; a
hyphen of another kind, or a sign beside it, would change that.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from markupsafe import Markup

from macros.fold import CURRENCY, MINUS
from macros.library import Library
from macros.model import Organization, Person

_LONGEST = 16
"""Letters that fit into any column on one line; what is longer may break."""

_HYPHENED = re.compile(
    r"(?<![\w&#;-])(?P<before>\w+ )?(?P<word>\w+(?:-\w+)+)(?P<after> \w+)?(?![\w-])(?![^<>]*>)"
)
_BELOW_ZERO = re.compile(
    rf"[{MINUS}](?<=[\s>(“].)(?:(?:[A-Z]{{1,2}})?[{CURRENCY}]|(?<=–))\d[\d,.]*(?![^<>]*>|[^<]*</text>)"
)
"""A minus that a line may end at: before the sign of a currency, or one that is a dash. In a picture no line ends."""


def hyphened(library: Library) -> frozenset[str]:
    """Gather the names of people and bodies that hold a hyphen, in every spelling, and their words that do."""
    bodies: list[Person | Organization] = [
        *library.people.values(),
        *library.organizations.values(),
    ]
    names = [name for body in bodies for name in _names(body) if "-" in name]
    words = [word for name in names for word in name.split() if "-" in word]
    return frozenset(name for name in (*names, *words) if len(name) <= _LONGEST)


def _names(body: Person | Organization) -> Iterator[str]:
    yield body.name
    for spellings in (body.spellings or {}).values():
        yield from spellings


def unbroken(html: str, names: Collection[str]) -> Markup:
    """Keep each of these names, where some HTML prints it, on one line, and each minus with its number."""

    def kept(match: re.Match[str]) -> str:
        before, word, after = (match[part] or "" for part in ("before", "word", "after"))
        for first, last in ((before, after), (before, ""), ("", after), ("", "")):
            if f"{first}{word}{last}" in names:
                rest_before, rest_after = before[len(first) :], after[len(last) :]
                return f'{rest_before}<span class="nb">{first}{word}{last}</span>{rest_after}'
        return match[0]

    plain = str(html)  # what is put into Markup is escaped
    if any(name in plain for name in names):  # to look for hyphens takes far longer
        plain = _HYPHENED.sub(kept, plain)
    return Markup(_BELOW_ZERO.sub(r'<span class="nb">\g<0></span>', plain))
