"""What `where` says of a fact is what the built pages show."""

import re
from collections import defaultdict
from pathlib import Path

from macros.configuration import topics
from macros.loading import load
from macros.places import page_names, places
from macros.site import Site
from tests.conftest import ROOT

_TO_AN_ENTRY = re.compile(r"/#([a-z0-9-]+)\"")
_ENTRY = re.compile(r'<article class="entry[^"]*" id="([a-z0-9-]+)"')
_WITHOUT_A_LINK = {"how many articles answer it", "how far the articles agree", "a chart"}


def test_every_page_that_links_to_a_fact_is_a_place_of_it_and_the_other_way_round(
    site: Path,
) -> None:
    library, faults = load(ROOT, topics(ROOT))
    assert not faults
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    site_as_told = Site(library)
    for fact_id, found in places(site_as_told).items():
        for place in found:
            told[place.path][fact_id].add(place.what)
    for path in page_names(library):
        if "{{ changes() }}" in (ROOT / path).read_text("utf-8"):
            continue  # the history names every fact, and shows what was said
        page = path.removeprefix("docs/").removesuffix(".md").removesuffix("index")
        html = (site / page / "index.html").read_text("utf-8")
        main = html[html.index("<main") : html.index("<footer")]
        entries = set(_ENTRY.findall(main)) & library.facts.keys()
        linked = set(_TO_AN_ENTRY.findall(main)) & library.facts.keys()
        neighbors = {n.id for fact in entries for n in site_as_told.neighbors[fact]}
        assert (linked | entries) - neighbors <= told[path].keys(), path
        wanted = {fact for fact, what in told[path].items() if what - _WITHOUT_A_LINK}
        assert wanted <= linked | entries, path
