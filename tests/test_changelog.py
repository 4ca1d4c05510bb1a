"""The history as pages and the feed show it; the feed is read back by a program that others wrote."""

import re
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import pytest
from selectolax.lexbor import LexborHTMLParser

from macros import feed
from macros.addresses import Addresses
from macros.changes.chronicle import Chronicle, chronicle
from macros.history import Missing, history
from macros.loading import load
from macros.site import Site
from tests import invented, versioned
from tests.engine import Engine
from tests.invented import a_fact

BOATS = a_fact("source: post, figure: around 40, locator: counted around 40 boats there")
MORE = "".join(
    a_fact("source: star, says: a crowd, locator: a crowd of them came", path=f"facts/harbor/f{i}")
    for i in range(12)
)
REPOSITORY = "https://forge.example.org/a/b"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Boats are counted, corrected, and twelve more questions asked, one of which is taken out again."""
    versioned.begin(tmp_path)
    versioned.commit(tmp_path, "2031-05-01", "Boats are counted", invented.WORLD + BOATS)
    versioned.commit(
        tmp_path,
        "2031-05-02",
        "They were <b>50</b>",
        BOATS.replace("figure: around 40", "figure: 50"),
    )
    versioned.commit(tmp_path, "2031-05-03", "Twelve more", MORE)
    versioned.commit(tmp_path, "2031-05-03", "One less", gone=("data/facts/harbor/f3.yml",))
    return tmp_path


def page(root: Path, source: str = "{{ changes() }}") -> LexborHTMLParser:
    return LexborHTMLParser(Engine(root, REPOSITORY).page(source))


def test_the_page_tells_days_and_commits_the_newest_first(root: Path) -> None:
    html = page(root)
    assert [heading.text() for heading in html.css("h2")] == [
        "3 May 2031",
        "2 May 2031",
        "1 May 2031",
    ]
    assert [heading.text() for heading in html.css("h3")] == [
        "One less",
        "Twelve more",
        "They were <b>50</b>",
        "Boats are counted",
    ]


def test_a_change_shows_what_stood_here_and_what_stands_here(root: Path) -> None:
    html = page(root)
    assert [node.text() for node in html.css(".steps li")] == ["Port Press: around 40 → 50"]
    assert [(node.tag, node.text()) for node in html.css("del, ins")] == [
        ("del", "around 40"),
        ("ins", "50"),
    ]


def test_a_commit_that_adds_many_is_told_in_words_and_opens(root: Path) -> None:
    html = page(root)
    assert "added: 12 questions, with 12 claims" in html.text()
    folded = html.css("details")[0]
    assert len(folded.css("li")) == 12
    assert len(folded.css("li a")) == 11, "the one that was taken out has no address any more"


def other_words(root: Path) -> None:
    """Commit other passages of the articles, for the boats and for one of the twelve questions."""
    boats = BOATS.replace("figure: around 40", "figure: 50").replace("counted", "they counted")
    crowd = MORE.replace("a crowd of them came", "came in a crowd of them", 1)
    versioned.commit(root, "2031-05-04", "Other words", boats + crowd, gone=("data/facts/harbor/f3.yml",))  # fmt: skip


def test_what_only_rests_on_other_words_of_the_articles_is_told_in_one_line_that_opens(
    root: Path,
) -> None:
    other_words(root)
    commit = page(root).css(".commit")[0]
    assert not commit.css(".steps")
    folded = commit.css("details")
    assert [node.css("summary")[0].text() for node in folded] == [
        "The same, on other words of the articles: 2 questions"
    ]
    assert {link.attributes["href"] for link in folded[0].css("a")} == {
        "../facts/festival/#visitors",
        "../facts/harbor/#f0",
    }
    first = feedparser.parse(written(root)).entries[0]
    assert first.title == "The same, on other words of the articles: 2 questions"
    assert first.link == "https://example.org/so/changes/"
    assert [tag.term for tag in first.tags] == ["f0", "visitors"]


def test_a_commit_leads_to_the_repository(root: Path) -> None:
    head = versioned.git(root, "rev-parse", "HEAD").strip()
    links = [link.attributes["href"] for link in page(root).css(".commit a[rel=external]")]
    assert links[0] == f"{REPOSITORY}/commit/{head}"


def test_an_entry_tells_its_own_history(root: Path) -> None:
    html = page(root, '{{ fact_entries("festival") }}')
    told = html.css("#visitors details.past")[0].text()
    assert re.sub(r"\s+", " ", told).strip().startswith("History 2 May 2031: changed")
    assert "around 40 → 50" in told
    assert "not committed" not in told


def test_an_entry_says_that_an_edit_is_not_told(root: Path) -> None:
    invented.write(root, BOATS, world="")
    told = page(root, '{{ fact_entries("festival") }}').css("#visitors .past")[0].text()
    assert "holds an edit that is not committed" in told


def test_a_part_of_a_history_is_told_to_be_missing(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clone = tmp_path_factory.mktemp("shallow") / "clone"
    versioned.git(root, "clone", "-q", "--depth=1", f"file://{root}", str(clone))
    html = page(clone, '{{ changes() }}\n\n{{ fact_entries("festival") }}')
    assert "built from a part of the repository’s history only" in html.text()
    assert not html.css(".commit")
    assert [summary.text() for summary in html.css(".past summary")] == ["Cite"]


def test_articles_of_one_publisher_are_told_apart_and_one_that_is_gone_keeps_its_publisher(
    root: Path,
) -> None:
    news = "== sources/news\ntitle: News\npublisher: press\ncode: NE\npublished: 2032\nurl: https://post.example.org/b\nuse: compared\norder: 5\n"
    two = [
        f"source: {name}, figure: {figure}, locator: counted {figure} boats over there"
        for name, figure in (("post", "40"), ("news", "60"))
    ]
    versioned.commit(root, "2031-05-04", "News", news + a_fact(*two))
    entry = '{{ fact_entries("festival") }}'
    names = [name.text() for name in page(root, entry).css(".past li li b")]
    assert names[:2] == ["Port Press of 2031", "Port Press of 2032"]
    assert "Port Press of 2032" in written(root).decode()
    gone = ("data/sources/news.yml",)
    versioned.commit(root, "2031-05-05", "No news", a_fact(two[0]), gone=gone)
    names = [name.text() for name in page(root, entry).css(".past li li b")]
    assert set(names) == {"Port Press"}


def written(root: Path, at: str = "https://example.org/so/") -> bytes:
    library, _ = load(root, invented.TOPICS)
    found = chronicle(history(root), library)
    return feed.atom(
        Site(library), found, Addresses(root=at, repository=REPOSITORY), "Lanterns", "en"
    )


def test_the_feed_is_read_by_another_program(root: Path) -> None:
    read = feedparser.parse(written(root))
    assert not read.bozo, read.get("bozo_exception")
    assert (read.version, read.feed.title) == ("atom10", "Lanterns: changes")
    assert [(entry.title, entry.link) for entry in read.entries] == [
        ("The f3: taken out", "https://example.org/so/facts/harbor/#f3"),
        ("The harbor: 12 questions added", "https://example.org/so/facts/harbor/"),
        ("The visitors: changed", "https://example.org/so/facts/festival/#visitors"),
        ("The visitors: added", "https://example.org/so/facts/festival/#visitors"),
    ]
    assert [[tag.term for tag in entry.tags] for entry in read.entries] == [
        ["f3"],
        [f"f{i}" for i in sorted(range(12), key=str, reverse=True)],
        ["visitors"],
        ["visitors"],
    ]
    assert read.entries[2].updated == "2031-05-02T12:00:00+00:00"
    assert "around 40</del> → <ins>50" in read.entries[2].content[0].value
    assert "They were &lt;b&gt;50&lt;/b&gt;" in written(root).decode().replace("&amp;", "&")


def test_the_ids_of_the_feed_stay_when_more_is_committed(root: Path) -> None:
    before = [entry.id for entry in feedparser.parse(written(root)).entries]
    moved = BOATS.replace("festival", "harbor")
    versioned.commit(root, "2031-05-09", "Moved", moved, gone=("data/facts/festival/visitors.yml",))
    after = [entry.id for entry in feedparser.parse(written(root)).entries]
    assert after[1:] == before
    assert len(set(after)) == len(after)
    assert all(re.fullmatch(r"tag:example\.org,2031-05-0\d:/so/[a-z0-9/]+", one) for one in after)


def test_the_feed_of_one_commit_is_always_the_same(root: Path) -> None:
    assert written(root) == written(root)


def test_at_home_the_feed_leads_from_where_it_lies(root: Path) -> None:
    read = feedparser.parse(written(root, at=""))
    assert not read.bozo
    assert read.entries[2].link == "facts/festival/#visitors"


def test_a_site_without_history_has_no_feed_to_write() -> None:
    assert Chronicle().missing is Missing.NO_GIT
    assert not Chronicle().changes


MOVED = BOATS.replace("festival", "harbor")
FESTIVAL = "data/facts/festival/visitors.yml"


def test_the_old_address_of_a_question_leads_to_where_it_stands(root: Path) -> None:
    """An address stays: of a question whose file moved, a line stays in the topic where it stood."""
    versioned.commit(root, "2031-05-09", "Moved", MOVED, gone=(FESTIVAL,))
    invented.write(root, a_fact("source: star, says: a song, locator: a song of the harbor", path="facts/festival/songs"), world="")  # fmt: skip
    html = page(root, '{{ fact_entries("festival") }}')
    entries = html.css("article.entry")
    assert [entry.attributes["id"] for entry in entries] == ["songs", "visitors"]
    assert entries[1].css("a")[0].attributes["href"] == "../facts/harbor/#visitors"
    assert entries[1].css("p")[0].text() == "This question stands under Harbor now."
    assert not html.css(".jump a[href='#visitors']"), "it is no question of this topic"


def test_a_topic_without_questions_keeps_the_addresses_that_it_had(root: Path) -> None:
    topics = "== mkdocs.yml\nextra:\n  topics: {festival: The festival, harbor: At the pier}\n"
    versioned.commit(root, "2031-05-09", "Moved", topics + MOVED, gone=(FESTIVAL,))
    html = page(root, '{{ fact_entries("festival") }}')
    assert html.css("#visitors p")[0].text() == "This question stands under At the pier now."
    assert "yet" not in html.text()
