"""Text in GitHub's Markdown that shows exactly itself: a stranger's words must be no link, mention or markup.

What begins with a backslash is no sign of Markdown (https://github.github.com/gfm/#backslash-escapes). Mentions,
issues, addresses and emoji are found by GitHub afterwards, in the finished text, whatever was escaped: an unseen
word joiner (U+2060) behind their first sign keeps them from being found.
"""

from __future__ import annotations

import re

_JOINER = "\u2060"
_SIGN = re.compile(r"[\\`*_\[\](){}|~$!#]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_FOUND_LATER = re.compile(
    r"@|#(?=\w)|:(?=[/:]|[a-z_+-][\w+-]*:)|www(?=\.)|\bGH(?=-\d)", re.IGNORECASE
)


def literal(text: str) -> str:
    """Write a text so that GitHub shows it and does nothing else with it, on one line."""
    shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    shown = _FOUND_LATER.sub(lambda found: found[0] + _JOINER, shown)
    shown = "".join(_HTML.get(c, c) for c in _SIGN.sub(r"\\\g<0>", shown))
    return _no_list(shown)


def _no_list(line: str) -> str:
    """A line that begins with a sign or a numeral would begin a list, or underline the one above."""
    if line[:1] in {"-", "+", "="}:
        return "\\" + line
    return re.sub(r"\A(\d{1,9})\.(?=\s|\Z)", r"\1\\.", line)
