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
from macros.language import OURS, quotation
from macros.library import Library
from macros.model import Organization
from macros.rendering import render

_FORM = re.compile(r"\w[\w.&]{1,11}")
"""What is explained, if it begins with a capital. Anything else that is called an abbreviation is printed as it is."""

_KEPT = (
    r"(?P<tag>a|button|h[1-6]|svg|summary|label|legend|code|pre|figure|table)\b.*?</(?P=tag)>",
    r'p class="(?:says|line)">.*?</p>',
    r'(?P<list>dd|ul) class="(?:role )?src">.*?</(?P=list)>',
    r'span class="src \w+ verbatim">[^<]*(?:<span class="nb">[^<]*)?',
)
"""Elements whose words stay as they are, without their first sign."""
_UNIT = r'(?:p|ul|ol)>|(?:article|li|div) class="(?:entry|person|org|note|profile|remark)\b[^>]*>'
"""Where a reader may begin: a paragraph, a note, an entry. In each an abbreviation is a button once."""
_WITHIN = re.compile(r"[\w&#]")
"""Before some letters it says that they are a part of a word, or of an entity."""
_AFTER = re.compile(r"(?P<after>(?:(?:'|’|&\#39;)s\b)?[)\],.;:]*)(?![^<>]*>)")
"""What stays on the line of some letters; but within a tag they are no abbreviation."""


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

    def __init__(self, library: Library, spoken: str = OURS) -> None:
        found = _abbreviations(library.organizations.values())
        self.all = {str(text(one.letters)): one for one in found}
        longest_first = sorted(self.all, key=len, reverse=True)
        each = [rf"{re.escape(letters)}(?!\w)" for letters in longest_first]
        self.letters = re.compile(rf"(?<![\w&#])(?:{'|'.join(each)})") if each else None
        # Every alternative begins with a sign of its own: so Python skips to where one may begin.
        quoted = quotation(spoken).pattern
        element = f"<(?:(?P<unit>{_UNIT})|(?P<kept>{'|'.join(_KEPT)}))"
        self.parts = re.compile("|".join([element, quoted, *each]), re.DOTALL)
        self.kept = "<" + quoted[0]


class Abbreviations:
    """The abbreviations that a page has used so far."""

    def __init__(self, lexicon: Lexicon, addresses: Addresses) -> None:
        self._all, self._letters, self._parts = lexicon.all, lexicon.letters, lexicon.parts
        self._kept = lexicon.kept
        self._addresses = addresses
        self._spelled: set[str] = set()
        self._explained: dict[str, Abbreviation] = {}

    def explain(self, html: str) -> tuple[Markup, Markup]:
        """Make the abbreviations of some HTML explain themselves.

        Returns the HTML, and a line to print above it with those which it uses before it spells them out.
        """
        if self._letters is None or not self._letters.search(html):
            return Markup(html), Markup()
        missed: dict[str, Abbreviation] = {}
        pieces: list[str] = []
        here: set[str] = set()
        end = 0
        for match in self._parts.finditer(html):
            if match["unit"]:
                here.clear()
            elif match[0][0] in self._kept:
                self._pass_over(match[0], missed)
            elif not _WITHIN.match(html[max(match.start() - 1, 0) : match.start()]) and (
                after := _AFTER.match(html, match.end())
            ):
                letters, start = match[0], match.start()
                if not self._use(letters, html, start, missed) and letters not in here:
                    here.add(letters)
                    before = html[start - 1] if start and html[start - 1] in "([" else ""
                    pieces += [
                        html[end : start - len(before)],
                        self._button(before, letters, after[0]),
                    ]
                    end = after.end()
        finished = Markup("".join([*pieces, html[end:]]))
        return finished, render(
            "abbreviations.html", missed=missed.values(), addresses=self._addresses
        )

    def _pass_over(self, html: str, missed: dict[str, Abbreviation]) -> None:
        """Note what is used in a part that stays as it is."""
        assert self._letters is not None
        if self._letters.search(html):
            words = re.sub(r"<[^>]*>", " ", html)
            for found in self._letters.finditer(words):
                self._use(found[0], words, found.start(), missed)

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

    def _button(self, before: str, letters: str, after: str) -> str:
        one = self._explained[letters] = self._all[letters]
        button = render("abbreviation.html", one=one)
        around = before or after
        return f'<span class="nb">{before}{button}{after}</span>' if around else button


def _abbreviations(bodies: Iterable[Organization]) -> list[Abbreviation]:
    found = []
    for body in bodies:
        own = {body.short: body.name} if body.short else {}
        for letters, name in (own | dict(body.abbreviations or {})).items():
            if letters[0].isupper() and _FORM.fullmatch(letters):
                found.append(Abbreviation(letters, name, body))
    return found
