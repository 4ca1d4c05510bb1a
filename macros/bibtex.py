"""What BibTeX asks of a text and of a month, for the sources' bibliography and for citations of the site."""

from __future__ import annotations

from pylatexenc.latexencode import unicode_to_latex

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""The names of months that every style of BibTeX knows as macros."""


def latex(words: str) -> str:
    """Write a text for LaTeX: its own signs escaped, letters with accents as commands, all others kept."""
    return str(unicode_to_latex(words, unknown_char_policy="keep", unknown_char_warning=False))
