"""What a text becomes in BibTeX: that of the library that knows all signs, which is not asked where nothing would change."""

import string

import pytest
from pylatexenc.latexencode import unicode_to_latex

from macros.bibtex import latex


@pytest.mark.parametrize("sign", [sign for sign in string.printable if sign >= " "])
def test_every_sign_of_a_keyboard_is_written_as_the_library_writes_it(sign: str) -> None:
    assert latex(f"Boats {sign}.") == unicode_to_latex(f"Boats {sign}.")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("The boats of May", "The boats of May"),
        ("50% of A_B & {C}", r"50\% of A\_B \& \{C\}"),
        ("Café", r"Caf\'e"),
        ("船", "船"),
        ("", ""),
    ],
)
def test_a_text_is_written_for_latex(words: str, written: str) -> None:
    assert latex(words) == written
