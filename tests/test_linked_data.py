"""What pages tell machines: only terms of the vocabulary, where it has them, and JSON that can end no element."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from macros.escape import json_data
from tests import invented
from tests.conftest import PUBLISHED
from tests.engine import Engine

VOCABULARY = json.loads(
    (Path(__file__).parent / "vocabulary" / "schema-org.json").read_text("utf-8")
)
TEXTS = {"Text", "URL", "Date", "DateTime", "Integer", "Number"}


@cache
def above(kind: str) -> frozenset[str]:
    """A type and all that it stands below."""
    return frozenset({kind}).union(*(above(one) for one in VOCABULARY["types"].get(kind, ())))


def misused(node: Any, kinds: dict[str, str], holds: set[str] | None = None) -> Iterator[str]:
    """What of a node the vocabulary has no term for, or has it elsewhere."""
    if isinstance(node, str):
        if holds is not None and not holds & TEXTS:
            yield f"“{node}” stands where one of {sorted(holds)} does"
        return
    kind = node.get("@type") or kinds.get(node["@id"])
    if kind is None:
        return  # described on another page
    if kind not in VOCABULARY["types"]:
        yield f"{kind} is no type"
        return
    if holds is not None and not above(kind) & holds:
        yield f"a {kind} stands where one of {sorted(holds)} does"
    for key, value in node.items():
        if key.startswith("@"):
            continue
        term = VOCABULARY["properties"].get(key)
        if term is None or not above(kind) & set(term["of"]):
            yield f"a {kind} has no {key}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from misused(one, kinds, set(term["holds"]))


def told(html: str) -> list[dict[str, Any]]:
    """The nodes of a page."""
    scripts = LexborHTMLParser(html).css('script[type="application/ld+json"]')
    documents = [json.loads(script.text()) for script in scripts]
    assert all(document["@context"] == "https://schema.org" for document in documents)
    return [node for document in documents for node in document["@graph"]]


def test_every_term_of_the_site_is_one_of_the_vocabulary(site: Path) -> None:
    pages = {file: told(file.read_text("utf-8")) for file in sorted(site.rglob("*.html"))}
    found = [
        f"{file.parent.name}: {fault}" for file, nodes in pages.items() for fault in _faults(nodes)
    ]
    assert found == []
    assert {node["@type"] for nodes in pages.values() for node in nodes} >= {"WebPage", "WebSite"}
    assert [file.parent.name for file, nodes in pages.items() if not nodes] == [
        site.name
    ]  # 404.html


def test_every_page_can_be_cited_by_its_meta_tags(published_site: Path) -> None:
    """As programs that collect references read them: https://scholar.google.com/intl/en/scholar/inclusion.html."""
    for file in sorted(published_site.rglob("index.html")):
        html = LexborHTMLParser(file.read_text("utf-8"))
        found = {
            tag.attributes["name"]: tag.attributes["content"] or ""
            for tag in html.css('meta[name^="citation_"]')
        }
        folder = file.parent.relative_to(published_site).as_posix()
        path = "" if folder == "." else f"{folder}/"
        assert found["citation_title"]
        assert found["citation_author"] == found["citation_publisher"]
        assert found["citation_public_url"] == f"{PUBLISHED['SITE_URL']}{path}"
        assert found["citation_language"] == "en"
        assert re.fullmatch(r"(\d{4}/\d\d/\d\d)?", found.get("citation_online_date", ""))


def _faults(nodes: list[dict[str, Any]]) -> Iterator[str]:
    kinds = {node["@id"]: node["@type"] for node in nodes if "@id" in node}
    for node in nodes:
        yield from misused(node, kinds)


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Fact"}, "Fact is no type"),
        ({"@type": "Claim", "headcount": "3"}, "a Claim has no headcount"),
        ({"@type": "Person", "headline": "So"}, "a Person has no headline"),
        ({"@type": "Claim", "appearance": "here"}, "“here” stands where one of ['CreativeWork'] does"),
        ({"@type": "Claim", "appearance": {"@type": "Person"}}, "a Person stands where one of ['CreativeWork'] does"),
    ],
)  # fmt: skip
def test_what_the_vocabulary_lacks_is_found(node: dict[str, Any], fault: str) -> None:
    assert list(_faults([node])) == [fault]


FACT = """
== facts/festival/visitors
question: How many visitors came?
label: Visitors
unit: visitors
claims:
  - {source: post, origin: alba, figure: around 40, locator: around 40 of them came}
"""


def test_a_claim_tells_where_it_appears_and_whose_it_is(tmp_path: Path) -> None:
    engine = Engine(invented.write(tmp_path, FACT))
    engine.page('{{ fact_entries("festival") }}')
    question, article = engine._env.edition.words.sheet.linked
    assert question == {
        "@type": "Question",
        "@id": "#visitors",
        "name": "How many visitors came?",
        "hasPart": [
            {
                "@type": "Claim",
                "text": "around 40",
                "appearance": {"@id": "https://post.example.org/lanterns"},
                "author": [{"@id": "../organizations/#alba"}],
            }
        ],
    }
    assert (article["headline"], article["publisher"]["name"]) == (
        "Lanterns over the harbor",
        "Port Press",
    )


def test_a_person_has_every_name_and_post(tmp_path: Path) -> None:
    engine = Engine(invented.write(tmp_path, ""))
    engine.page("{{ people_directory() }}")
    ada = next(
        node for node in engine._env.edition.words.sheet.linked if node["name"] == "Ada Quill"
    )
    assert ada["jobTitle"] == ["harbor master", "poet"]
    assert ada["affiliation"] == [{"@id": "../organizations/#harbor-office"}]
    assert ada["nationality"] == {"@type": "Country", "name": "Alba"}


HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--",
    "--><b>",
    "<script",
    "]]>",
    "&lt;",
    "\u2028",
    '"}]',
    "\x00",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_data_or_begins_anything(text: str) -> None:
    html = f'<head><script type="application/ld+json">{json_data({"a": text})}</script><p>so</p>'
    parsed = LexborHTMLParser(html)
    assert len(parsed.css("script")) == 1
    assert json.loads(parsed.css("script")[0].text()) == {"a": text}


@given(st.text(st.sampled_from("<>!-/script&;\"'\\\u2028\ue000x"), max_size=30))
def test_what_is_written_is_read_back(text: str) -> None:
    written = json_data([text])
    assert json.loads(written) == [text]
    assert not set(written) & set("<>&\u2028\ue000")
