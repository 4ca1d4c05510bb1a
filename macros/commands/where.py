"""python -m macros where: the pages that show a fact, and where on each of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import groupby

from macros.commands import Commands, add_on_fact
from macros.model import Fact
from macros.places import Place, page_names, places
from macros.site import Site


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    about = "list the pages that show a fact, and the places"
    add_on_fact(commands, root, "where", about, _told, __doc__)


def _told(site: Site, fact: Fact) -> Iterator[str]:
    yield f"{fact.label} ({fact.path})"
    found = places(site).get(fact.id, [])
    names = page_names(site.library)
    for path, on_page in groupby(found, key=lambda place: place.path):
        yield ""
        yield names[path]
        yield from dict.fromkeys(f"  {_place(place)}" for place in on_page)
    if not found:
        yield "No page shows it."


def _place(place: Place) -> str:
    under = f", under “{place.section}”" if place.section else ""
    named = " (its name only)" if place.only_named else ""
    return f"{place.path}:{place.line}: {place.what}{under}{named}"
