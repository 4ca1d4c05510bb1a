"""A line never ends within a name or behind a minus, and what is copied or searched is what was typed."""

from pathlib import Path

import pytest
from markupsafe import Markup

from macros.loading import load
from macros.names import hyphened, unbroken
from tests import invented

PEOPLE = """
== people/min-jun
name: Ro Min-jun
country: alba
spellings:
  post: [Ro Min-jun, Ro Mjn-Jun]
"""


def test_names_with_a_hyphen_stay_whole_in_any_spelling(tmp_path: Path) -> None:
    library = load(invented.write(tmp_path, PEOPLE), invented.TOPICS)[0]
    assert hyphened(library) == {"Ro Min-jun", "Min-jun", "Ro Mjn-Jun", "Mjn-Jun"}


NAMES = frozenset({"Ro Min-jun", "Min-jun", "H-Boat Daily"})
WHOLE = '<span class="nb">Ro Min-jun</span>'


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>Ro Min-jun’s boats</p>", f"<p>{WHOLE}’s boats</p>"),
        ("<p>with Ro Min-jun and Ro Min-jun</p>", f"<p>with {WHOLE} and {WHOLE}</p>"),
        ("<p>(Min-jun)</p>", '<p>(<span class="nb">Min-jun</span>)</p>'),
        ("<p>then Min-jun spoke</p>", '<p>then <span class="nb">Min-jun</span> spoke</p>'),
        ("<p>in H-Boat Daily</p>", '<p>in <span class="nb">H-Boat Daily</span></p>'),
        # a minus before a currency, and one that is a dash; no other ends a line
        ("<p>of -$3 million</p>", '<p>of <span class="nb">-$3</span> million</p>'),
        ("<b>−€2.1 million</b>", '<b><span class="nb">−€2.1</span> million</b>'),
        ("<p>by (–3.5%)</p>", '<p>by (<span class="nb">–3.5</span>%)</p>'),
        ("<p>-3.5%, −3.5%, 3–€5, 35–50% and – 5</p>", None),
        ("<svg><text>−€2 million</text></svg>", None),
        # another word, and part of a longer one
        ("<p>min-jun, Min-juns, Min-jun-ho, well-known</p>", None),
        # not within a tag, and not an address
        ('<a href="#min-jun" title="Min-jun">he</a>', None),
    ],
)
def test_a_name_is_kept_whole_wherever_it_is_read(html: str, kept: str | None) -> None:
    for typed in (html, Markup(html)):
        assert unbroken(typed, NAMES) == (kept or html)


def test_a_sum_below_zero_is_kept_whole_where_no_name_has_a_hyphen() -> None:
    assert unbroken(Markup("<b>−€2.1</b>"), ()) == '<b><span class="nb">−€2.1</span></b>'


def test_what_is_too_long_for_a_column_may_break(tmp_path: Path) -> None:
    body = "== organizations/directorate\nname: Central Military-Political Office\nkind: office\n"
    library = load(invented.write(tmp_path, body), invented.TOPICS)[0]
    assert "Military-Political" not in hyphened(library)
