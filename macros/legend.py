"""What the strips mean where no list of the articles stands beside them: their codes, and the kinds of cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from macros import wording
from macros.model import Source
from macros.rendering import render
from macros.site import Site


def legend(
    site: Site, sources: Iterable[Source], kinds: Mapping[str, str] = wording.CELLS
) -> Markup:
    """Spell out the codes of the articles that have a cell, and the given kinds of cell."""
    codes = [(source.code, wording.source(site.library, source.id)) for source in sources]
    if kinds is wording.CELLS and site.differs:
        kinds = {**kinds, **wording.DIFFERING_CELLS}
    return render("legend.html", codes=codes, kinds=kinds.items())
