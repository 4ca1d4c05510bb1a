"""No text of the data makes an element, an attribute, a link, a note or a cell: on a page with every word there is."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from selectolax.lexbor import LexborHTMLParser

from macros import adapter, model
from macros.abbreviations import Lexicon
from macros.changes.chronicle import Change, Chronicle, ClaimChange, Kind, Step
from macros.docs import WORDS, Call, problem
from macros.history import Commit, Reason
from macros.library import Library
from macros.loading import load
from macros.locator import Locator
from macros.site import Site
from tests import invented
from tests.engine import Engine

SLOW = settings(
    derandomize=True,
    max_examples=20,
    phases=[Phase.explicit, Phase.generate],  # a page is slow to make: the first that fails will do
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)

# What git tells is somebody's text, too: the first line of a commit, and what files held once.
PAST = (
    Commit("0" * 40, "2031-05-03T12:00:00+00:00", "PLANT-Commit-subject",
           (Reason("corrected", "PLANT-Reason-because"),)),
    ClaimChange(Step.CHANGED, "gone", "PLANT-ClaimChange-publisher", "PLANT-ClaimChange-was", "PLANT-ClaimChange-now",
                ("PLANT-ClaimChange-details",)),
    ("PLANT-Change-values",),
)  # fmt: skip
# Every text that can be typed is a marker: PLANT, the class and the key.
DATA = """
== people/ada-quill
name: PLANT-Person-name
country: alba
native: {el: PLANT-Person-native}
spellings: {post: [PLANT-Person-spellings], star: Ada Quill}
roles:
  - {post: PLANT-Role-post, organization: choir, source: star, locator: PLANT-Role-locator of the night here}
remark: PLANT-Remark-text in short
== people/tomas-reed
name: Tomas Reed
== organizations/choir
name: PLANT-Organization-name
short: PLANT-Organization-short
abbreviations: {QXB: PLANT-Organization-abbreviations}
kind: PLANT-Organization-kind
part_of: alba
spellings: {post: PLANT-Organization-spellings}
remark: {text: PLANT-Remark-text on QXB, sources: [tide-table]}
== organizations/press
name: PLANT-Organization-name of a publisher
kind: newspaper
remark: PLANT-Remark-text of a publisher
== sources/post
title: PLANT-Source-title
publisher: press
code: PO
published: 2031-05-07
dated: PLANT-Source-dated
url: https://post.example.org/lanterns
use: compared
order: 1
checked: 2031-06-01
address: {checked: 2031-06-08, outcome: dead, archived: paywalled}
remark: PLANT-Remark-text of a source
== sources/tide-table
title: PLANT-Source-title of a page
publisher: choir
url: https://post.example.org/tides
use: context
checked: 2031-06-01
== facts/festival/visitors
question: PLANT-Fact-question
label: PLANT-Fact-label
unit: PLANT-Fact-unit
when: 2031-05
about: [ada-quill, choir]
see_also: [gifts, words]
claims:
  - source: post
    origin: [choir, ada-quill]
    via: choir
    figure: around 40
    hedge: PLANT-Claim-hedge
    period: since 2031-04
    locator: PLANT-Claim-locator around 40 of it
    translation: PLANT-Claim-translation
    remark: {text: PLANT-Remark-text of a claim, sources: [tide-table]}
  - {source: star, figure: 60, locator: some 60 words of it}
remark: PLANT-Remark-text of a fact
== facts/festival/begin
question: PLANT-Fact-question of a day
label: PLANT-Fact-label of a day
event: PLANT-Fact-event
when: 2031-05
claims:
  - {source: post, date: 2031-05-06, printed: PLANT-Claim-printed, locator: PLANT-Claim-locator on that very day}
  - source: star
    printed: PLANT-Claim-printed of two
    locator: PLANT-Claim-locator on one of them
    readings:
      - {date: 2031-05-06, because: PLANT-Reading-because}
      - {date: 2031-05-13, because: PLANT-Reading-because of another}
== facts/festival/moved
question: PLANT-Former-question
label: PLANT-Former-label
kind: moved
to: begin
because: PLANT-Former-because
== facts/harbor/gifts
question: PLANT-Fact-question of gifts
label: PLANT-Fact-label of gifts
several: yes
answers: {song: PLANT-Answer-wording, bread: {wording: PLANT-Answer-wording of bread}}
claims:
  - {source: post, answer: song, locator: PLANT-Claim-locator some words of it}
  - {source: echo, answer: bread, locator: PLANT-Claim-locator other words of it}
== facts/harbor/words
question: PLANT-Fact-question of words
label: PLANT-Fact-label of words
speaker: ada-quill
claims:
  - {source: post, quotation: PLANT-Claim-quotation, locator: PLANT-Claim-locator some words of it}
  - {source: star, says: PLANT-Claim-says, locator: PLANT-Claim-locator some words of it}
== facts/harbor/mood
question: PLANT-Fact-question of a mood
label: PLANT-Fact-label of a mood
claims:
  - {source: post, says: PLANT-Claim-says of a mood, locator: PLANT-Claim-locator some words of it}
"""
NO_TEXTS = {
    "about", "country", "includes", "organization", "origin", "part_of", "publisher", "see_also", "source",
    "sources", "speaker", "to", "via", "answer",  # ids
    "archive", "archived", "outcome", "url", "checked", "code", "date", "figure", "lang", "order", "period",
    "published", "several",
    "use", "when",  # of a form that holds no markup
    "address", "answers", "claims", "readings", "remark", "roles",  # parts, which are looked at themselves
}  # fmt: skip
NO_TEXTS_OF_HISTORY = {
    "id",
    "at",
    "step",
    "only_passage",
    "source",
    "reasons",
    "word",
    "commit",
    "question",
    "kind",
    "claims",
    "states",
}
ONE_OF_THREE = (model.Former, "kind")  # that of an organization is a text
PARTS = (model.Fact, model.Former, model.Claim, model.Reading, model.Answer, model.Remark, model.Source, model.Address, model.Role,
         model.Person, model.Organization)  # fmt: skip
OF_HISTORY = (Commit, Reason, ClaimChange, Change)
TEXTUAL = {"abbr", "aria-label", "title", "data-find", "alt", "content", "value"}
"""Attributes that show a text; all others are the same whatever the data hold."""

PAYLOADS = [
    # elements and handlers
    *("<img src=x onerror=alert(1)>", "</a><script>alert(2)</script>", "<svg/onload=alert(3)>", "<b", "</p></div>"),
    *("<iframe srcdoc='<b>'>", "<style>*{display:none}</style>", "<base href=//a.org>", "<form action=x><input>"),
    *("<details open ontoggle=alert(4)>", "<math><mtext></mtext></math>", "<template><b>", "<plaintext>", "<!--", "-->"),
    # attributes
    *('" onmouseover="alert(5)', "' onfocus='alert(6)' autofocus='", '" style="position:fixed', '"><b id="n1', "` onclick=x"),
    # attribute lists, links and addresses
    *("![i](x){ onerror=alert(7) }", "T { onmouseover=alert(8) }", "{: .x #n1 onclick=y }", "[z](javascript:alert(9))"),
    *("[z]: javascript:alert(1)", "<javascript:x>", "https://evil.example.org/", "[[x]]", "![x](//evil.example.org)"),
    # notes, contents, abbreviations, tables
    *("[^f1]", "[^f1]: a note", "[TOC]", "*[HTML]: x", "a | b | c", "|---|---|", "\n\n| a |\n|---|\n| b |\n\n", "||"),
    # Markdown
    *("**b** _i_ `c` ~~d~~", "# heading", "\n# heading\n", "> quoted", "1. one", "- x", "    code", "```", "~~~\nx", "***"),
    *("\\<b>", "a  \nb", "<https://evil.example.org/>", ": definition", "!!! note", "=====\n-----"),
    # templates
    *("{{ 7*7 }}", "{% raw %}", "{% endraw %}{{ config }}", "{# x #}", "{{ cycler.__init__ }}", "${7*7}", "#{7*7}"),
    # entities, placeholders, ends
    *("&lt;script&gt;", "&#60;b&#62;", "&colon;", "&", "\ue0000\ue001", "\ue000b0\ue001", "\ue002", "\x02klzzwxh:0000\x03"),
    *("\x02wzxhzdk:0\x03", "\x02amp\x03", "]]>", "<![CDATA[", "<?php ?>", "</title>", "</style>", "\u202egnp", "\x00", "\u2028<b>"),
    # what the theme looks for
    *('<aside class="rail">', '<nav class="rail', "<h1>x</h1>", "<h2", 'class="src ', 'class="cmp', '<input type="radio"'),
]  # fmt: skip
SIGNS = st.text(st.sampled_from("<>\"'&[](){}!*_`#|^:=/\\-+.~$%@ ab\n\t\ue000\x02"), max_size=10)
HOSTILE = st.lists(st.sampled_from(PAYLOADS) | SIGNS, min_size=1, max_size=3).map("".join)
Skeleton = Counter[tuple[str, tuple[tuple[str, str | None], ...]]]


def planted(value: Any, texts: Mapping[str, str]) -> Any:
    """Put texts where the markers stand, past whatever a check would refuse."""
    match value:
        case str():
            return re.sub(r"PLANT-\w+-\w+", lambda found: texts.get(found[0], "x"), value)
        case Locator():
            return Locator(planted(value.text, texts))
        case tuple():
            return tuple(planted(item, texts) for item in value)
        case dict():
            return {key: planted(item, texts) for key, item in value.items()}
        case BaseModel():
            typed = {
                name: planted(getattr(value, name), texts) for name in type(value).model_fields
            }
            return value.model_copy(update=typed)
        case Commit() | Reason() | ClaimChange():
            its = {part.name: planted(getattr(value, part.name), texts) for part in fields(value)}
            return replace(value, **its)
    return value


def remembered(fact: model.Fact, texts: Mapping[str, str]) -> Chronicle:
    """A history of one change, in which every text is planted."""
    commit, claim, values = planted(PAST, texts)
    return Chronicle((Change(commit, fact, Kind.CHANGED, (claim,), values),), missing=None)


def page(library: Library) -> str:
    """Every word with everything that it can name: in a sentence, a list, a table, and blocks alone."""
    named = {
        "fact": library.facts,
        "person": library.people,
        "organization": library.organizations,
        "source": library.sources,
        "topic": library.topics,
        "text": ("so",),
        None: ("",),
    }
    inline: list[str] = []
    blocks: list[str] = []
    first: dict[str, str] = {}
    for name, word in WORDS.items():
        for argument in named[word.takes]:
            call = Call(0, 0, name, (argument,) if word.takes else ())
            if problem(library, call) is None:
                quoted = f'"{argument}"' if word.takes else ""
                written = f"{{{{ {name}({quoted}) }}}}"
                (blocks if word.block else inline).append(written)
                if not word.block:
                    first.setdefault(name, written)
    assert {call.split("(")[0][3:] for call in (*inline, *blocks)} == set(WORDS)
    return "\n\n".join([
        "# A page", f"{', '.join(inline)}.", *(f"- {call} *so*" for call in first.values()),
        "| a | b |\n|---|---|\n" + "".join(f"| {call} | so |\n" for call in first.values()), "## So\n", *blocks,
    ])  # fmt: skip


class Press:
    """The engine over the data, with other texts for each page."""

    def __init__(self, root: Path) -> None:
        invented.write(root, DATA)
        self.library, faults = load(root, invented.TOPICS)
        assert not faults
        self.engine = Engine(root, repository="https://forge.example.org/a/b")
        self.words: Any = self.engine._env.edition.words
        self.page = page(self.library)

    def print(self, texts: Mapping[str, str], blamed: str = "") -> LexborHTMLParser:
        groups = ("facts", "former", "sources", "people", "organizations")
        made: Any = {group: planted(getattr(self.library, group), texts) for group in groups}
        library = Library(self.library.root, **made, topics=self.library.topics)
        path = self.library.facts["mood"].path
        site = Site(library, {path: blamed} if blamed else None)
        self.words.__init__(site, remembered(library.facts["visitors"], texts))
        self.engine._env.edition._lexicon = Lexicon(library)
        return LexborHTMLParser(self.engine.page(self.page))


@pytest.fixture(scope="module")
def harmless(press: Press) -> Skeleton:
    return skeleton(press.print(everywhere("x"), blamed="so x"))


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("press"))


def skeleton(html: LexborHTMLParser) -> Skeleton:
    """How many elements there are of each kind, with all that is not a text about them."""
    return Counter(
        (node.tag or "", tuple(sorted((name, fixed(name, value)) for name, value in node.attributes.items())))
        for node in html.css("*")
    )  # fmt: skip


def fixed(name: str, value: str | None) -> str | None:
    """An attribute's value, but for what it shows or asks of a text; a form keeps its fields."""
    if name in TEXTUAL:
        return None
    if name == "href" and value and "/issues/new?" in value:
        return re.sub(r"=[^&]*", "=", value)
    if name == "href" and value:
        return re.split(r"#?:~:text=", value)[0]
    return value


@cache
def _all_markers() -> frozenset[str]:
    return frozenset(re.findall(r"PLANT-\w+-\w+", f"{DATA}{PAST}"))


def everywhere(payload: str) -> dict[str, str]:
    """The payload in every text, and yet no two of them alike."""
    return {marker: f"{payload}z{i}" for i, marker in enumerate(sorted(_all_markers()))}


def test_every_text_of_the_model_is_planted() -> None:
    """A key that is added to the model must be planted here, or be named among those that hold no text."""
    wanted = {
        f"PLANT-{part.__name__}-{key}"
        for part in PARTS
        for key in part.model_fields
        if key not in NO_TEXTS and (part, key) != ONE_OF_THREE
    } | {
        f"PLANT-{part.__name__}-{key.name}"
        for part in OF_HISTORY
        for key in fields(part)
        if key.name not in NO_TEXTS_OF_HISTORY
    }
    assert wanted == _all_markers()


def test_every_planted_text_is_on_the_page(press: Press) -> None:
    """Else what follows would prove nothing of it."""
    for plant in ("FIRST", "THEN"):  # nothing is left of what was printed before
        texts = {marker: marker.replace("PLANT", plant) for marker in _all_markers()}
        shown = press.print(texts).html or ""
        shown = shown.replace("%2D", "-")  # in the link to an article's words
        found = set(re.findall(r"(?:PLANT|FIRST|THEN)-\w+-\w+\b", shown))
        assert found == set(texts.values())


@pytest.mark.parametrize("payload", PAYLOADS, ids=repr)
def test_a_payload_in_every_text_changes_nothing_but_texts(
    press: Press, harmless: Skeleton, payload: str
) -> None:
    made = press.print(everywhere(payload), blamed=f"so {payload}")
    assert skeleton(made) == harmless
    assert made.body is not None
    assert "49" not in made.body.text()
    data = press.engine._env.page.meta["linked_data"]
    assert not set("<>&") & set(data), "nothing in it ends the element in which it stands"
    assert json.loads(data)


@SLOW
@given(st.dictionaries(st.sampled_from(sorted(_all_markers())), HOSTILE, min_size=1), HOSTILE)
def test_no_hostile_text_changes_more_than_texts(
    press: Press, harmless: Skeleton, texts: dict[str, str], blamed: str
) -> None:
    suffixed = {marker: f"{text}z" for marker, text in texts.items()}
    made = press.print(everywhere("x") | suffixed, blamed=f"so {blamed}")
    assert skeleton(made) == harmless
    for node in made.css("*"):
        assert not [name for name in node.attributes if name.startswith("on")]
        for name in ("href", "src", "action", "formaction", "data", "poster"):
            address = node.attributes.get(name) or ""
            assert urlsplit(address).scheme in ("", "https")
            assert not address.startswith(("//", "\\"))


@pytest.mark.parametrize(
    "signs", ["(b)", "_b_", "*b*", "~b~", "b&c", "?a=b&c=d", "%28b%29", "b,c;d", "'b'", "!b", "@b"]
)
def test_a_link_leads_to_the_very_address_that_was_typed(tmp_path: Path, signs: str) -> None:
    address = f"https://post.example.org/a{signs}"
    invented.write(
        tmp_path, f'== sources/tide-table\npublisher: press\nurl: "{address}"\nuse: context\n'
    )
    html = LexborHTMLParser(Engine(tmp_path).page("{{ source_list() }}"))
    assert address in {link.attributes.get("href") for link in html.css("a")}


def test_an_address_with_a_bar_leads_to_it_encoded(tmp_path: Path) -> None:
    source = '== sources/tide-table\npublisher: press\nurl: "https://post.example.org/a|b"\nuse: context\n'
    html = Engine(invented.write(tmp_path, source)).page("{{ source_list() }}")
    assert "https://post.example.org/a%7Cb" in html


def test_a_title_that_is_a_template_is_not_run(tmp_path: Path) -> None:
    """MkDocs' plugin would run a title that it takes from a heading, whatever a check says of it."""
    engine = Engine(invented.write(tmp_path, ""))
    env: Any = engine._env
    for title in ("{{ cycler.__init__ }}", "{% set x = 1 %}", "{# x #}", "{{ 7*7"):
        file = SimpleNamespace(src_uri="page.md")
        env.page = SimpleNamespace(url="page/", meta={}, title=title, file=file)
        env.markdown = "So"
        adapter.on_pre_page_macros(env)
        assert "{" not in env.page.title
