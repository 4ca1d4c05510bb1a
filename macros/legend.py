"""What the strips mean where no list of the articles stands beside them: their codes, and the kinds of cell."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros import wording
from macros.agreement import State
from macros.rendering import render
from macros.site import Site


def legend(site: Site, kinds: Mapping[str, str] = wording.CELLS) -> Markup:
    """Spell out the articles' codes and the given kinds of cell."""
    codes = [
        (source.code, wording.publisher(site.library, source.id))
        for source in site.library.compared
    ]
    if kinds is wording.CELLS and site.in_state(State.DIFFER):
        kinds = {**kinds, **wording.DIFFERING_CELLS}
    return render("legend.html", codes=codes, kinds=kinds.items())
