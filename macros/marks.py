"""The numbered mark behind a figure: a button that opens its note, and a link to it for paper."""

from __future__ import annotations

from markupsafe import Markup

from macros import wording
from macros.language import _
from macros.model import Fact
from macros.rendering import render
from macros.sheet import Sheet
from macros.site import Site


def mark(site: Site, sheet: Sheet, fact: Fact) -> Markup:
    """Cite a fact on a page; a screen reader hears its number, its label and how far sources agree."""
    note, place = sheet.cite(fact)
    agreement = site.agreement(fact)
    agree = wording.agreement(site.library, agreement).replace(" · ", ", ")
    name = _(
        "Note %(number)s: %(label)s, %(agree)s", number=note.number, label=fact.label, agree=agree
    )
    return render("mark.html", note=note, place=place, state=agreement.state, name=name)
