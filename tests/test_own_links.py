"""A link to a page or picture of docs/ leads to one that is there."""

from pathlib import Path

import pytest

from macros.own_links import check_links

HEADINGS = """# Here

## *Rules* #

## The rules of {{ plain("2031") }}, and [more](https://example.org/)

## Here

Set below
---------

## Été à Θήρα

## _It_ is __bold__ here

```
# In code
```

- ## In a list

Second line
of a paragraph
---

## C & *D*
"""
WORDS = " Name one of its headings; to a fact or a person leads a word, such as cite or person."
THERE = ("index.md", "method.md", "facts/harbor.md", "pictures/boat.png")


@pytest.mark.parametrize(
    ("page", "link", "told"),
    [
        ("index.md", "method.md", ""),
        ("index.md", "method.md#rules", ""),
        ("index.md", "facts/harbor.md", ""),
        ("index.md", "pictures/boat.png", ""),
        ("index.md", "#here", ""),
        ("index.md", "method.md#the-rules-of-2031-and-more", ""),
        ("index.md", "method.md#here_1", ""),
        ("index.md", "method.md#set-below", ""),
        ("index.md", "method.md#été-à-θήρα", ""),
        ("index.md", "method.md#it-is-bold-here", ""),
        ("index.md", "method.md#in-a-list", ""),
        ("index.md", "method.md#c-d", ""),
        ("index.md", "method.md#in-code", f"docs/method.md has no heading “in-code”.{WORDS}"),
        ("index.md", "method.md#of-a-paragraph", f"docs/method.md has no heading “of-a-paragraph”.{WORDS}"),
        ("index.md", "#hree", "docs/index.md has no heading “hree”. Did you mean “here”?"),
        ("index.md", "method.md#ruls", "docs/method.md has no heading “ruls”. Did you mean “rules”?"),
        ("index.md", "method.md#lanterns-lit", "docs/method.md has no heading “lanterns-lit”. Name one of its headings; to a fact or a person leads a word, such as cite or person."),
        ("index.md", "https://example.org/x.md", ""),
        ("facts/harbor.md", "../method.md", ""),
        ("index.md", "metod.md", "“metod.md” is not there. Did you mean “method.md”?"),
        ("index.md", "harbor.md", "“harbor.md” is not there. Did you mean “facts/harbor.md”?"),
        ("index.md", "zzz.md#here", "“zzz.md” is not there. Correct the link."),
        ("index.md", "../../method.md", "“../../method.md” is not there. Did you mean “method.md”?"),
        ("facts/harbor.md", "method.md", "“method.md” is not there. Did you mean “../method.md”?"),
        ("index.md", "pictures/ship.png", "“pictures/ship.png” is not there. Did you mean “pictures/boat.png”?"),
    ],
)  # fmt: skip
def test_a_link_leads_to_what_is_there(tmp_path: Path, page: str, link: str, told: str) -> None:
    for name in THERE:
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(HEADINGS)
    (tmp_path / "docs" / page).write_text(f"# Here\n\nSee [this]({link}) and that.")
    column = 12 + (link.index("#") + 1 if "heading" in told else 0)
    wanted = [f"docs/{page}:3:{column}: error: {told}"] if told else []
    assert [str(fault) for fault in check_links(tmp_path)] == wanted
