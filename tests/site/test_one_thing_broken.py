"""Whoever breaks any one thing in a copy of this site is told the file, the line and the cure, and little else.

The copy has no git. A case is a file, what stands in it and what is written instead; the one error is on the line that
was changed, or where `there` says, and holds the words given. A change that ends in more than one error says so.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.check import check
from macros.faults import Fault, Level
from tests.conftest import ROOT

TROOPS = "data/facts/troops/construction-troops.yml"
ARRIVAL = "data/facts/visit/arrival.yml"
SENT = "data/facts/troops/troops-sent.yml"
KINDS = "data/facts/arms/arms-kinds.yml"
VICE = "data/people/alexander-fomin.yml"
PERSON = "data/people/pak-yong-il.yml"
SOURCE = "data/sources/joongang-2025-11.yml"
BODY = "data/organizations/kcna.yml"
PAGE = "docs/troops.md"
TITLE = 'title: "Troops: moving, sent, deployed, killed, and who counted"'
CONF = "mkdocs.yml"


@dataclass(frozen=True)
class Case:
    """One edit and what is told of it."""

    file: str
    old: str
    new: str
    told: str
    there: str = ""
    """Where, if not on the changed line: a line's text in the edited file, or another path."""
    errors: int = 1


CASES = {
    # a digit
    "a figure's digit": Case(TROOPS, "figure: around 5,000", "figure: around 6,000", "“around 6,000” does not stand in the locator"),
    "a locator's digit": Case(TROOPS, "locator: about 5,000 North", "locator: about 5,100 North", "Copy", errors=2),
    "a day's digit": Case(ARRIVAL, "date: 2025-11-05", "date: 2025-11-06", "Correct the date"),
    "a printed day's digit": Case(ARRIVAL, "printed: November 5", "printed: November 6", "does not stand in the locator", errors=2),
    "a month's digit": Case(ARRIVAL, "when: 2025-11", "when: 2025-12", "the question asks about"),
    "a year of a time without one": Case(TROOPS, "when: since 2025-09", "when: since 2024-09", "its claims begin with 2025-09"),
    "a time that goes on": Case(TROOPS, "period: since 2025-09", "period: 2025-09", "Write `period: since 2025-09`"),
    "a time to come": Case(TROOPS, "period: since 2025-09", "period: since 2026-09", "the article prints no year"),
    "a hedge that is left out": Case(SENT, "    hedge: reportedly\n", "", "Add `hedge: reportedly`", there="    locator: Since October last year, roughly"),
    "a deputy who is none": Case(VICE, "post: Deputy Defense Minister", "post: Defense Minister", "prints “deputy”"),
    "an article that credits itself": Case(TROOPS, "via: yonhap", "via: the-gaze", "published this article itself"),
    "dots before a locator": Case(TROOPS, "locator: National Intelligence Service (NIS)", "locator: … National Intelligence Service (NIS)", "begins or ends with dots"),
    "a period's digit": Case(TROOPS, "    period: since 2025-09", "    period: since 2025-08", "its month is not in the locator"),
    "a day that does not exist": Case(SOURCE, "published: 2025-11-07", "published: 2025-11-31", "is not in the calendar"),
    "a letter for a digit": Case(TROOPS, "figure: around 5,000", "figure: around 5,O00", "is not a figure"),
    # a word of a locator, a qualifier, a hedge, a quotation
    "a word of a locator": Case(TROOPS, "Korean construction soldiers", "Korean construction workers", "does not stand in the article"),
    "a qualifier": Case(TROOPS, "figure: about 5,000", "figure: over 5,000", "does not stand in the locator"),
    "a word that an article says": Case(ARRIVAL, "says: A few days ago", "says: Some days ago", "does not stand in the locator"),
    "a spelling": Case(PERSON, "the-gaze-2025-11: [Pak Yong Ir]", "the-gaze-2025-11: [Pak Yong Yr]", "Copy it from the article"),
    "a post": Case(PERSON, "post: Deputy Director", "post: Deputy Minister", "does not stand in the locator"),
    # a link
    "a link that runs a script": Case(SOURCE, "url: https://koreajoongangdaily", "url: javascript:alert(1)//", "does not begin with https://"),
    "a link with a space": Case(SOURCE, ".joins.com/", ".joins.com/ ", "holds characters that no address has"),
    "a page's link": Case(PAGE, "## The short answer", "[so](javascript:alert)", "Write [words](page.md)"),
    # an id
    "a source's id": Case(TROOPS, "source: the-gaze-2025-11", "source: the-gaze-2025-12", "Did you mean “the-gaze-2025-11”"),
    "an origin's id": Case(TROOPS, "origin: nis", "origin: nsi", "Did you mean “nis”"),
    "a person's id": Case(ARRIVAL, "viktor-goremykin", "viktor-goremikin", "Did you mean “viktor-goremykin”"),
    "a fact's id": Case(TROOPS, "troops-sent, ", "troop-sent, ", "Did you mean “troops-sent”"),
    "an answer's id": Case(KINDS, "answer: rockets", "answer: rocket", "Did you mean “rockets”", errors=2),
    "a word's id": Case(PAGE, 'figure("construction-troops")', 'figure("construction-troop")', "Did you mean “construction-troops”"),
    "a word": Case(PAGE, 'figure("construction-troops")', 'figur("construction-troops")', "Did you mean “figure”"),
    "a source's use": Case("data/sources/the-gaze-2025-11.yml", "use: compared", "use: context", "Write `use: compared`"),
    # an indent, a sign of YAML, a key
    "an indent": Case(TROOPS, "    origin: nis", "   origin: nis", "Begin it in column 5"),
    "a key's colon": Case(TROOPS, "label: Construction troops", "label Construction troops", "Write `label: Construction troops`"),
    "a colon in a text": Case(BODY, "kind: state news agency", "kind: state: news agency", 'Put the text in double quotes: `kind: "state: news agency"`'),
    "a claim's hyphen": Case(TROOPS, "  - source: the-gaze", "    source: the-gaze", "Begin a new item with “- ”"),
    "a tab": Case(TROOPS, "    origin: nis", "\torigin: nis", "Put spaces in its place"),
    "a key's space": Case(TROOPS, "figure: about", "figure:about", "Write `figure: about 5,000`"),
    "a bracket": Case(TROOPS, "about: [north-korea, russia]", "about: [north-korea, russia", "Close it"),
    "a key": Case(TROOPS, "unit: ", "unti: ", "Did you mean “unit”"),
    "a key twice": Case(TROOPS, "unit: construction", "label: construction", "already in line 2"),
    "a required text": Case(TROOPS, "label: Construction troops", "label:", "“label” is empty"),
    "a locator that is gone": Case(ARRIVAL, "    locator: A Russian military delegation, led by … arrives in North Korea on Nov. 5, 2025\n", "", "“locator” is missing", there="  - source: joongang"),
    # a tag and its kind
    "a tag": Case(TROOPS, "figure: about 5,000", "figure: !!str about 5,000", "tags (!) are not used here"),
    "a tag that runs code": Case(BODY, "name: Korean", "name: !!python/name:os.system Korean", "tags (!) are not used here"),
    "an anchor": Case(BODY, "short: KCNA", "short: &a KCNA", "anchors (&)"),
    "a second document": Case(BODY, "kind: state", "---\nkind: state", "One file holds one entity"),
    # a title with a script in it, and what else a page may not hold
    "a title with a script": Case(PAGE, TITLE, "title: <script>alert()</script>", "Write plain text", errors=2),
    "a key of front matter": Case(PAGE, TITLE, "title: Troops\nrender_macros: false", "is not a key of a page's front matter", there="render_macros"),
    "a title with a colon": Case(PAGE, TITLE, "title: Troops: how many", "Put the value in double quotes"),
    "a number in prose": Case(PAGE, "These figures can’t", "These 5 figures can’t", "is a number of nobody's"),
    "what Jinja would run": Case(PAGE, "These figures can’t", "These {{ config }} can’t", "a word is written"),
    "a fence that is never closed": Case(PAGE, "These figures can’t", "```\n<script> can't", "is markup", there="<script> can't"),
    # signs that nobody sees
    "another direction": Case(BODY, "name: Korean", "name: \u202eKorean", "U+202E"),
    "a letter of another alphabet": Case(BODY, "name: Korean", "name: К\u006frean", "mixes the letters"),
    # the configuration
    "a hook": Case(CONF, "extra:", "hooks: [x.py]\nextra:", "is not a setting", there="hooks"),
    "a secret": Case(CONF, '!ENV [SITE_URL, ""]', '!ENV [SITE_URL, SECRET, ""]', "publishes secrets"),
    "an extension": Case(CONF, "  - tables", "  - attr_list", "“attr_list” is not allowed"),
    "a way of navigation": Case(CONF, "  - Home: index.md", "  - Home: javascript:x", "is not a page"),
}  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("broken")
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / CONF, root)
    return root


@pytest.fixture
def told(copy: Path) -> Iterator[Callable[[str, bytes], list[Fault]]]:
    """The errors of the copy with one file's content replaced, which is put back behind."""
    good: dict[Path, bytes] = {}

    def tell(name: str, content: bytes) -> list[Fault]:
        file = copy / name
        good.setdefault(file, file.read_bytes())
        file.write_bytes(content)
        return [fault for fault in check(copy)[1] if fault.level is Level.ERROR]

    yield tell
    for file, content in good.items():
        file.write_bytes(content)


@pytest.mark.parametrize("name", CASES)
def test_one_thing_that_is_broken_is_told_with_its_place_and_cure(
    told: Callable[[str, bytes], list[Fault]], name: str
) -> None:
    case = CASES[name]
    text = (ROOT / case.file).read_text("utf-8")
    assert case.old in text, "the site's data changed: choose another place for this case"
    edited = text.replace(case.old, case.new, 1)
    at = edited.index(case.there) if case.there else text.index(case.old)
    line = edited.count("\n", 0, at) + 1
    found = told(case.file, edited.encode())
    here = [fault for fault in found if (fault.path, fault.line) == (case.file, line)]
    listed = "\n".join(map(str, found))
    assert here, f"nothing is told of {case.file}:{line}, but:\n{listed}"
    assert any(case.told in fault.message for fault in here), listed
    assert len(found) == case.errors, listed
    assert all(fault.message.endswith((".", "?")) for fault in found), listed


@pytest.mark.parametrize("name", [TROOPS, PAGE])
def test_a_file_that_is_empty_or_no_text_is_told(
    told: Callable[[str, bytes], list[Fault]], name: str
) -> None:
    for content in (b"", b"\xff\xfe"):
        (found,) = [fault for fault in told(name, content) if fault.path == name][:1]
        assert found.line == 1
        assert found.message.endswith(".")


def test_the_copy_itself_has_no_error(copy: Path) -> None:
    assert [str(f) for f in check(copy)[1] if f.level is Level.ERROR] == []
