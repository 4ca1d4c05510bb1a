"""The exports agree with the pages: from facts.json alone the table and every note can be written again."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import groupby, takewhile
from operator import itemgetter
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import feedparser  # type: ignore[import-untyped]
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.__main__ import main
from tests.conftest import PUBLISHED, ROOT
from tests.test_another_subject import canal as canal  # the fixture
from tests.test_comparison import shown, text

API = Path("api/v1")


@pytest.fixture(scope="module", params=["site", "canal"])
def built(request: pytest.FixtureRequest) -> Path:
    """This site, and another subject's, whose articles differ."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def facts(built: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((built / API / "facts.json").read_text("utf-8"))
    return found


def details(claim: dict[str, Any]) -> str:
    """What qualifies a claim, in one line."""
    names = [origin["short"] for origin in claim["origins"]]
    *first, last = names or ["origin not named"]
    parts = [" and ".join(filter(None, [", ".join(first), last]))]
    if claim["kind"] == "quotation":
        parts.append("quoted")
    if claim["kind"] == "says":
        parts.append("in the article’s words")
    if claim["via"]:
        parts.append(f"via {claim['via']['short']}")
    if claim["hedge"]:
        parts.append(f"“{claim['hedge']}”")
    if claim["period"]:
        parts.append(claim["period"]["text"])
    if claim["printed"]:
        parts.append(f"printed “{claim['printed']}”")
    return "; ".join(parts)


def said_by(fact: dict[str, Any], source: str) -> list[dict[str, Any]]:
    return [claim for claim in fact["claims"] if claim["source"] == source]


def cell(fact: dict[str, Any], source: str) -> str:
    """What one article has in the table."""
    if source in fact["silent"]:
        return "silent"
    if source in fact["before"]:
        return "before the event"
    return " | ".join(
        f"{claim['said']} ({'; '.join(filter(None, [details(claim), claim['side']]))})"
        for claim in said_by(fact, source)
    )


def test_the_table_can_be_written_from_the_facts_alone(built: Path, facts: dict[str, Any]) -> None:
    compared = [source for source in facts["sources"] if source["use"] == "compared"]
    titles = {topic["id"]: topic["title"] for topic in facts["topics"]}
    rows = [
        [
            titles[fact["topic"]],
            fact["id"],
            fact["question"],
            fact["agreement"]["state"],
            fact["agreement"]["support"],
            *(cell(fact, source["id"]) for source in compared),
        ]
        for fact in facts["facts"]
    ]
    page = (built / "compare" / "index.html").read_text("utf-8")
    assert rows == shown(page)
    articles = [
        [source["code"], source["publisher"]["name"], source["published_text"]]
        for source in compared
    ]
    heads = [
        [text(head.css_first(part)) for part in (".code", "a", "small")]
        for head in LexborHTMLParser(page).css(".cmp thead th")[1:]
    ]
    assert articles == heads


def quietly(source: dict[str, Any]) -> str:
    """An article as notes name it that does not answer."""
    return f"{source['code']} {source['publisher']['name']}"


def note(facts: dict[str, Any], fact: dict[str, Any]) -> list[str]:
    """What a note shows of a fact, line by line."""
    sources = {source["id"]: source for source in facts["sources"]}
    silent = ", ".join(quietly(sources[source]) for source in fact["silent"])
    before = "; ".join(
        f"{quietly(sources[source])}, published {sources[source]['published_text'].partition(',')[0]}"
        for source in fact["before"]
    )
    return [
        fact["question"],
        f"{fact['agreement']['state']} · {fact['agreement']['support']}",
        *(
            line
            for source, claims in groupby(fact["claims"], key=itemgetter("source"))
            for line in answered(sources[source], list(claims))
        ),
        *remarked(fact["remark"], "the question"),
        *([f"Silent: {silent}. Nothing on this question."] if silent else []),
        *(
            [f"Before the event: {before}. Older than what is asked about, so not silent."]
            if before
            else []
        ),
    ]


def answered(source: dict[str, Any], claims: list[dict[str, Any]]) -> Iterator[str]:
    """An article, named once, and all that it says."""
    yield quietly(source)
    for number, claim in enumerate(claims):
        yield claim["said"]
        if not number:
            yield f"{source['kind']}, {source['published_text']}"
        yield from claimed(claim, last=claim is claims[-1])


def claimed(claim: dict[str, Any], *, last: bool) -> Iterator[str]:
    if claim["side"]:
        yield large(claim["side"])
    yield unmarked(claim["locator"])
    yield claim["passage"]
    if claim["translation"]:
        yield f"Our translation: {claim['translation']}"
    yield from (f"{reading['said']}: {reading['because']}" for reading in claim["readings"])
    yield large(details(claim)) + " · archived copies" * last
    yield from remarked(claim["remark"], "this article")


def remarked(remark: dict[str, Any] | None, on: str) -> Iterator[str]:
    if remark:
        yield f"Editor’s remark on {on}. {remark['text']}"


def unmarked(words: str) -> str:
    """A passage without quotation marks: a page turns those inside of it into single ones."""
    return re.sub("[\"'“”‘’]", "", words)


def large(words: str) -> str:
    return words[:1].upper() + words[1:]


LINES = ".question:not(.neighbors), .agree, .claims p, .words a, .readings li, .note > .remark, .entry > .remark, .quietly p"


def of_page(evidence: LexborNode) -> list[str]:
    """What a note or an entry of a built page shows, in the form of `note`."""
    lines = []
    for line in evidence.css(LINES):
        if line.tag == "a" and line.parent and "words" in (line.parent.attributes["class"] or ""):
            lines.append(line.attributes["href"] or "")
            continue
        for added in line.css(".rests"):
            added.decompose()
        words = " ".join(line.text().split())
        lines.append(unmarked(words) if line.attributes.get("class") == "words" else words)
    return lines


@pytest.mark.parametrize("kind", ["div.note", "article.entry:not(.former)"])
def test_every_note_and_entry_can_be_written_from_the_facts_alone(
    built: Path, facts: dict[str, Any], kind: str
) -> None:
    by_question = {fact["question"]: fact for fact in facts["facts"]}
    compared = set()
    for page in sorted(built.rglob("*.html")):
        for evidence in LexborHTMLParser(page.read_text("utf-8")).css(kind):
            question, *lines = of_page(evidence)
            fact = by_question[question]
            assert [question, *lines] == note(facts, fact), (
                f"{page.relative_to(built)}: {fact['id']}"
            )
            compared.add(fact["id"])
    every = {fact["id"] for fact in facts["facts"]}
    several = {fact["id"] for fact in facts["facts"] if fact["agreement"]["articles"] > 1}
    assert several < compared if kind == "div.note" else compared == every


def test_the_lines_for_a_notebook_load_every_fact_as_the_page_shows_them(
    published_site: Path, serve_directory: Callable[..., str]
) -> None:
    """The address of the site is all that is needed; here its own stands in the place of the published one."""
    page = LexborHTMLParser((published_site / "data" / "index.html").read_text("utf-8"))
    first, second, third = text(page.css_first("pre.notebook code")).splitlines()
    assert PUBLISHED["SITE_URL"] in second
    served = serve_directory(published_site, under="/who-says-what/")
    notebook: dict[str, Any] = {}
    exec(f"{first}\n{second.replace(PUBLISHED['SITE_URL'], served)}", notebook)
    found = eval(third, notebook)
    table = shown((published_site / "compare" / "index.html").read_text("utf-8"))
    assert found == [(row[2], row[3]) for row in table]


@pytest.fixture(scope="module")
def ask(published_site: Path, serve_directory: Callable[..., str]) -> Callable[[str], str]:
    """Fetch an address of the published site, as someone does who has nothing but that."""
    served = serve_directory(published_site, under="/who-says-what/")

    def asked(address: str) -> str:
        with urlopen(served + address.removeprefix(PUBLISHED["SITE_URL"])) as answer:
            return str(answer.read().decode())

    return asked


def test_each_question_is_cited_with_the_commit_that_its_file_names(
    ask: Callable[[str], str],
) -> None:
    for fact in json.loads(ask("api/v1/facts.json"))["facts"][::25]:
        page, _, anchor = fact["address"].partition("#")
        forms = [
            form.text() for form in LexborHTMLParser(ask(page)).css(f"#{anchor} details.past pre")
        ]
        (cited,) = json.loads(next(form for form in forms if form.startswith("[")))
        last = json.loads(ask(f"api/v1/facts/{fact['id']}.json"))["fact"]["last_change"] or {}
        assert (cited["title"], cited.get("version")) == (fact["question"], last.get("commit"))
        assert cited["URL"] == last.get("stood", fact["address"])


def test_who_follows_the_feed_is_told_of_each_change_with_the_id_of_its_question(
    ask: Callable[[str], str],
) -> None:
    home = LexborHTMLParser(ask(""))
    feeds = [
        feed.attributes["href"] or "" for feed in home.css('link[type="application/atom+xml"]')
    ]
    told = json.loads(ask("api/v1/changes.json"))
    assert len(feeds) == (told["history"] == "whole")
    entries = [entry for feed in feeds for entry in feedparser.parse(ask(feed)).entries]
    followed = {
        f"{tag.term}/{entry.id.rpartition('/')[2]}" for entry in entries for tag in entry.tags
    }
    oldest = entries[-1].id.rpartition("/")[2] if entries else ""
    newer = takewhile(lambda made: made["commit"]["id"] != oldest, told["changes"])
    assert {made["id"] for made in newer} == {
        one for one in followed if one.rpartition("/")[2] != oldest
    }


def test_at_home_the_page_says_that_the_address_is_to_be_written(site: Path) -> None:
    page = LexborHTMLParser((site / "data" / "index.html").read_text("utf-8"))
    told = text(page.css_first("pre.notebook")) + text(page.css_first("pre.notebook + p"))
    assert told.count("https://example.org/") == 2


def test_every_address_in_the_exports_is_a_place_of_the_published_site(
    published_site: Path,
) -> None:
    facts = json.loads((published_site / API / "facts.json").read_text("utf-8"))
    people = json.loads((published_site / API / "people.json").read_text("utf-8"))["people"]
    bodies = json.loads((published_site / API / "organizations.json").read_text("utf-8"))
    records = [
        *facts["facts"],
        *facts["former"],
        *facts["sources"],
        *people,
        *bodies["organizations"],
        *(page for fact in facts["facts"] for page in fact["pages"]),
    ]
    ids: dict[str, set[str]] = {}
    for address in {record["address"] for record in records}:
        path, _, anchor = address.removeprefix(PUBLISHED["SITE_URL"]).partition("#")
        if path not in ids:
            html = (published_site / path / "index.html").read_text("utf-8")
            ids[path] = {node.attributes["id"] or "" for node in LexborHTMLParser(html).css("[id]")}
        assert not anchor or anchor in ids[path], address
    assert len(ids) > 10


def test_every_link_for_programs_that_read_words_leads_somewhere(published_site: Path) -> None:
    links = re.findall(r"\]\((.*)\)", (published_site / "llms.txt").read_text("utf-8"))
    assert len(links) > 20
    for link in links:
        path = published_site / link.removeprefix(PUBLISHED["SITE_URL"])
        assert (path / "index.html" if path.is_dir() else path).is_file(), link


def test_the_command_writes_what_the_build_writes(site: Path, tmp_path: Path) -> None:
    assert main(["export", "--root", str(ROOT), str(tmp_path)]) == 0
    files = [file.relative_to(site) for file in (site / API).rglob("*") if file.is_file()]
    assert len(files) > 100
    assert {
        file: (tmp_path / file).read_bytes() == (site / file).read_bytes() for file in files
    } == dict.fromkeys(files, True)


def test_search_finds_every_fact_by_its_question_and_by_each_of_its_figures(
    built: Path, facts: dict[str, Any]
) -> None:
    index = json.loads((built / "search" / "search_index.json").read_text("utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    for fact in facts["facts"]:
        entry = entries[fact["address"]]
        assert entry["title"] == fact["question"]
        for claim in fact["claims"]:
            assert claim["said"] in entry["text"]
            assert unmarked(claim["locator"]) in unmarked(entry["text"])
