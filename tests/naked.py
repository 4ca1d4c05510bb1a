"""Numerals on built pages that stand outside every element marked as sourced, computed or ours."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

SOURCED = frozenset({"src", "claims"})
COMPUTED = frozenset({"computed", "mark", "back"})
OURS = frozenset({"ours", "question", "remark"})
MARKED = SOURCED | COMPUTED | OURS

_NUMERAL = re.compile(
    r"\d|\b(?:January|February|April|June|July|August|September|October|November|December)\b"
)


def naked_numerals(html: str) -> list[str]:
    """List the texts of a page's <main> that hold a numeral or a month's name in no marked element."""
    main = LexborHTMLParser(html).css_first("main")
    assert main is not None
    return [text for node, text in _texts(main) if _NUMERAL.search(text) and not _is_marked(node)]


def _texts(main: LexborNode) -> list[tuple[LexborNode, str]]:
    return [
        (node.parent, " ".join((node.text_content or "").split()))
        for node in main.traverse(include_text=True)
        if node.tag == "-text"
        and node.parent is not None
        and node.parent.tag not in ("script", "style")
    ]


def _is_marked(node: LexborNode | None) -> bool:
    while node is not None and node.tag != "main":
        if MARKED & set((node.attributes.get("class") or "").split()):
            return True
        node = node.parent
    return False
