"""What BibTeX asks of a text and of a month, for the sources' bibliography and for citations of the site."""

from __future__ import annotations

import re

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""The names of months that every style of BibTeX knows as macros."""

_PLAIN = re.compile(r"[A-Za-z0-9 !'()*+,./:;=?@\[\]`|-]*")
"""What stands in LaTeX as it does anywhere."""


def latex(words: str) -> str:
    """Write a text for LaTeX: its own signs escaped, letters with accents as commands, all others kept."""
    if _PLAIN.fullmatch(words):
        return words
    # Imported here, for its tables are large, and most titles need none of them.
    from pylatexenc.latexencode import unicode_to_latex

    return str(unicode_to_latex(words, unknown_char_policy="keep", unknown_char_warning=False))
