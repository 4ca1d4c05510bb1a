"""The questions whose articles nobody has read again for longest: where an editor begins.

Computed from the days that are typed, so that the same data give the same page on whatever day it is built.
"""

from __future__ import annotations

from markupsafe import Markup

from macros.model import Fact
from macros.rendering import render
from macros.sheet import Sheet
from macros.site import Site

MOST = 10
"""Questions that are listed; of a day with more, the first in the order of the site."""


def stalest(site: Site, sheet: Sheet) -> Markup:
    """The questions that were checked longest ago, those without a day first; in a word if all are of one day."""
    facts = sorted(site.facts, key=_checked)
    days = {_checked(fact) for fact in facts}
    listed = longest_unchecked(site)
    return render(
        "stalest.html",
        facts=listed,
        rest=[fact for fact in facts[MOST:] if listed and _checked(fact) == _checked(listed[-1])],
        total=len(facts),
        day=facts[0].checked if facts and len(days) == 1 else None,
        addresses=sheet.addresses,
    )


def longest_unchecked(site: Site) -> list[Fact]:
    """The facts that are listed by name; none if all were checked on one day."""
    facts = sorted(site.facts, key=_checked)
    return facts[:MOST] if len({_checked(fact) for fact in facts}) > 1 else []


def _checked(fact: Fact) -> str:
    """A day as it sorts: none comes first, and a month before its days."""
    return str(fact.checked or "")
