"""The style sheets say start and end, not left and right: so pages are mirrored where a language is read from the right."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

STYLES = sorted((ROOT / "macros" / "theme" / "assets" / "style").glob("*.css"))

_VALUE = r"(?:[^\s();{}]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+"
_SIDED = {
    "a left or a right": r"(?<![\w-])(?:[\w-]+-)?(?:left|right)\b(?!-)",
    "an angle that leads to one side": r"gradient\(-?(?:90|270)deg",
    "a shadow to one side": r"box-shadow: (?:inset )?-?(?!0[ .])[\d.]+[a-z]",
    "a way to one side": r"translateX\(|translate\((?!0[,)])",
    "another width at the left than at the right": rf"(?:margin|padding|inset|border-(?:width|radius|style|color)): {_VALUE} (?P<right>{_VALUE}) {_VALUE} (?!(?P=right)[ ;}}]){_VALUE}(?=[ ;}}])",
}
ALLOWED = {
    "border-width: 0 2px 2px 0": "half a square, which turned by 45 degrees is an arrow down",
    "border-radius: 8px 8px 0 0": "four corners, of which the upper two are round",
}


def sided(css: str) -> list[str]:
    """What in a style sheet knows left and right, and so stays as it is where pages are mirrored."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    found = (match[0] for one in _SIDED.values() for match in re.finditer(one, bare))
    return [declaration for declaration in found if declaration not in ALLOWED]


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.stem)
def test_a_style_sheet_says_start_and_end(file: Path) -> None:
    assert sided(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("css", "is_sided"),
    [
        ("a { margin-left: 1px; }", True),
        ("a { text-align: right }", True),
        ("a { left: calc(anchor(right) + 1rem); }", True),
        ("a { padding: 0 1px 0 calc(1px + (2px - 1px)); }", True),
        ("a { inset: 1rem 2rem auto auto; }", True),
        ("a { background: linear-gradient(90deg, red, blue); }", True),
        ("a { box-shadow: inset 3px 0 red; }", True),
        ("a { transform: translateX(1px); }", True),
        ("a { margin-inline-start: 1px; text-align: end; float: inline-end; }", False),
        ("a { padding: 0 calc(1px + 2px) 1px calc(1px + 2px); }", False),
        ("a { box-shadow: inset 0 -3px red, 0 0 0 1px red; transform: translateY(1px); }", False),
        ("a { background: linear-gradient(-45deg, red, blue); } /* at the left */", False),
    ],
)
def test_a_side_would_be_found(css: str, is_sided: bool) -> None:
    assert bool(sided(css)) is is_sided
