"""Every numeral on the pages lies inside an element that is marked as sourced, computed or ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.naked import OURS, naked_numerals

MAY_BE_OURS = {
    "how the articles' dates were read": "dl .ours",
    "editors' remarks": ".remark.ours",
    "readings of an unclear statement": ".readings.ours",
    "the rules of agreement": ".rules.ours",
    "what a chart's soft edge means": ".credit.ours",
    "names of topics, bodies and sources": "a.ours, .filters .ours, .group .ours, figcaption .ours, small.ours",
    "plain(…) in prose": "p > .ours, td > .ours, li > .ours, h1 > .ours",
    "our translation of a passage": "p.ours",
}
"""What may be ours, as selectors: whatever else is marked so is blamed below."""


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_no_numeral_is_naked(site: Path) -> None:
    found = {
        str(page.relative_to(site)): naked_numerals(page.read_text("utf-8"))
        for page in _pages(site)
    }
    assert len(found) > 20
    assert {page: texts for page, texts in found.items() if texts} == {}


def test_only_what_is_listed_is_ours(site: Path) -> None:
    strange = set()
    for page in _pages(site):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        listed = {node.mem_id for selector in MAY_BE_OURS.values() for node in tree.css(selector)}
        strange |= {
            f"{page.parent.name}: {(node.html or '')[:120]}"
            for node in tree.css("main .ours")
            if node.mem_id not in listed
        }
    assert strange == set()
    assert "ours" in OURS


@pytest.mark.parametrize(
    "planted",
    [
        "<p>It was 5 of them.</p>",
        "<p>It was in June.</p>",
        "<li>since 2031</li>",
        '<p><span class="other">5,000</span></p>',
        '<p><span class="src">around</span> 5,000</p>',
        "<table><tr><td>7</td></tr></table>",
        "<h2>The 3 rules</h2>",
        '<span class="sourced">5</span>',
    ],
)
def test_a_planted_figure_is_found(planted: str) -> None:
    assert len(naked_numerals(f"<body><main><p>Text.</p>{planted}</main></body>")) == 1


@pytest.mark.parametrize(
    "marked",
    [
        '<span class="src same">5,000</span>',
        '<p class="remark ours"><b>On 5 June</b></p>',
        '<span class="computed">3 articles</span>',
        '<ul class="claims"><li><p>5,000</p></li></ul>',
    ],
)
def test_a_marked_figure_is_not(marked: str) -> None:
    assert naked_numerals(f"<body><main>{marked}</main><footer>2031</footer></body>") == []
