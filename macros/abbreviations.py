"""Abbreviations on a page: each is spelled out at its first use or before it, and explained wherever it stands again.

Texts keep their words: the name is never put into a sentence, where it might not fit. What a sentence does not
spell out by itself (see the word `organization`) stands in a line above the text. Later uses become buttons which
open the name; but not within quotations, links, headings, tables and pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from macros.addresses import Addresses
from macros.escape import text
from macros.library import Library
from macros.model import Organization
from macros.rendering import render

_FORM = re.compile(r"\w[\w.&]{1,11}")
"""What is explained, if it begins with a capital. Anything else that is called an abbreviation is printed as it is."""

_KEPT = "|".join(
    (
        r"<(?P<tag>a|button|h[1-6]|svg|summary|label|legend|code|pre|figure|table)\b.*?</(?P=tag)>",
        r'<p class="(?:says|line)"[^>]*>.*?</p>',
        r'<(dd|ul) class="(?:role )?src">.*?</\2>',
        r'<span class="src \w+ verbatim">(?:<span lang="[^"]*">[^<]*</span>|<span class="nb">|[^<])*',
        r"“[^”<]*”|„[^“<]*“",
    )
)
_UNIT = r'<(?:p|ul|ol)>|<(?:article|li|div) class="(?:entry|person|org|note|profile|remark)\b[^>]*>'
"""Where a reader may begin: a paragraph, a note, an entry. In each an abbreviation is a button once."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Some letters, what they stand for, and whose name that is."""

    letters: str
    name: str
    body: Organization

    @property
    def id(self) -> str:
        """The id of its explanation on a page."""
        return "abbr-" + re.sub(r"\W", "-", self.letters).lower()


class Lexicon:
    """All abbreviations of a library by their letters, and how they are found in HTML: made once for all pages."""

    def __init__(self, library: Library) -> None:
        found = _abbreviations(library.organizations.values())
        self.all = {str(text(one.letters)): one for one in found}
        either = "|".join(map(re.escape, sorted(self.all, key=len, reverse=True)))
        self.letters = re.compile(rf"(?<![\w&#])(?:{either})(?!\w)") if either else None
        self.parts = re.compile(
            rf"(?=[<“(\[{re.escape(''.join(sorted({letters[0] for letters in self.all})))}])"  # most are passed over
            rf"(?:(?P<kept>{_KEPT})|(?P<unit>{_UNIT})"
            rf"|(?P<before>[(\[]?)(?<![\w&#])(?P<letters>{either})(?!\w)"
            r"(?P<after>(?:(?:'|’|&\#39;)s\b)?[)\],.;:]*)(?![^<>]*>))",
            re.DOTALL,
        )


class Abbreviations:
    """The abbreviations that a page has used so far."""

    def __init__(self, lexicon: Lexicon, addresses: Addresses) -> None:
        self._all, self._letters, self._parts = lexicon.all, lexicon.letters, lexicon.parts
        self._addresses = addresses
        self._spelled: set[str] = set()
        self._explained: dict[str, Abbreviation] = {}

    def explain(self, html: str) -> tuple[Markup, Markup]:
        """Make the abbreviations of some HTML explain themselves.

        Returns the HTML, and a line to print above it with those which it uses before it spells them out.
        """
        if self._letters is None or not self._letters.search(html):
            return Markup(html), Markup()
        letters_in = self._letters.finditer
        missed: dict[str, Abbreviation] = {}
        here: set[str] = set()

        def part(match: re.Match[str]) -> str:
            if match["unit"]:
                here.clear()
                return match[0]
            if match["kept"]:
                if any(letters_in(match[0])):
                    words = re.sub(r"<[^>]*>", " ", match[0])
                    for found in letters_in(words):
                        self._use(found[0], words, found.start(), missed)
                return match[0]
            letters = match["letters"]
            told = self._use(letters, html, match.start("letters"), missed)
            if told or letters in here:
                return match[0]
            here.add(letters)
            return self._button(match)

        finished = Markup(self._parts.sub(part, html))
        return finished, render(
            "abbreviations.html", missed=missed.values(), addresses=self._addresses
        )

    def explanations(self) -> Markup:
        """What the buttons of the page open."""
        return render(
            "explanations.html", explained=self._explained.values(), addresses=self._addresses
        )

    def _use(self, letters: str, words: str, at: int, missed: dict[str, Abbreviation]) -> bool:
        """Note a use of some letters; returns whether the words before it spell them out."""
        one = self._all[letters]
        told = words.endswith(f"{text(one.name)} (", 0, at)
        if not told and letters not in self._spelled:
            missed[letters] = one
        self._spelled.add(letters)
        return told

    def _button(self, match: re.Match[str]) -> str:
        one = self._explained[match["letters"]] = self._all[match["letters"]]
        button = render("abbreviation.html", one=one)
        around = match["before"] + match["after"]
        return (
            f'<span class="nb">{match["before"]}{button}{match["after"]}</span>'
            if around
            else button
        )


def _abbreviations(bodies: Iterable[Organization]) -> list[Abbreviation]:
    found = []
    for body in bodies:
        own = {body.short: body.name} if body.short else {}
        for letters, name in (own | dict(body.abbreviations or {})).items():
            if letters[0].isupper() and _FORM.fullmatch(letters):
                found.append(Abbreviation(letters, name, body))
    return found
