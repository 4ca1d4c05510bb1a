"""Another subject is told by the same machine: money, shares, a debt, centuries, two languages, people of no country.

It lies in tests/another-subject/ as an explainer lies in its own repository; only macros/ is not there twice.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros import loading
from macros.agreement import State, agreement
from macros.check import check
from macros.configuration import topics
from macros.fingerprint import Fingerprint
from tests.conftest import ROOT, build, once, with_macros

HOME = ROOT / "tests" / "another-subject"


@pytest.fixture(scope="session")
def canal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The other subject, built strictly with this repository's macros/."""

    def write(folder: Path) -> Path:
        build(folder / "site", {}, root=with_macros(HOME, folder))
        return folder

    return once(tmp_path_factory, "another", write) / "site"


def one(site: Path, page: str, css: str) -> LexborNode:
    (found,) = LexborHTMLParser((site / page / "index.html").read_text("utf-8")).css(css)
    return found


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def test_nothing_is_wrong_and_nothing_is_unchecked() -> None:
    library, faults = check(HOME)
    assert faults == []
    assert all(passage.found for passage in library.lookups.passages)
    assert {source.lang for source in library.compared} == {None, "nl"}
    assert not any(person.country for person in library.people.values())


@pytest.mark.parametrize("article", sorted((HOME / "articles").iterdir()), ids=lambda a: a.stem)
def test_the_fingerprints_are_those_of_its_articles(article: Path) -> None:
    stored = HOME / "data" / "fingerprints" / article.name
    assert Fingerprint.of(article.stem, article.read_text("utf-8")).dump() == stored.read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("fact", "state"),
    [
        ("canal-cost", State.COMPATIBLE),
        ("cost-now", State.DIFFER),
        ("first-balance", State.COMPATIBLE),
        ("highest-price", State.DIFFER),
        ("lowest-price", State.SAME),
        ("first-ship", State.DIFFER),
        ("diggers", State.COMPATIBLE),
        ("length", State.SAME),
        ("ferry-granted", State.SINGLE),
    ],
)
def test_what_its_articles_say_is_compared(fact: str, state: State) -> None:
    library, _ = loading.load(HOME, topics(HOME))
    assert agreement(library, library.facts[fact]).state is state


@pytest.mark.parametrize(
    ("page", "css", "shown"),
    [
        ("", "main .lead h2 + p", "or about 3.4 million (Canal Notes)"),
        ("", "main .lead h2 + p", "some £400m (Canal Notes)"),
        ("", "#days-ferry", "Before the canal, in order"),
        ("", "main", "1014: The abbey sells the ferry to the city"),
        ("", "main .cards", "guilders, 1636 to 1637"),
        ("cost", "main", "£400 million"),
        ("cost", "main", "Our translation: called the work, in hindsight"),
        ("cost", "main", "printed “ruim 900”"),
        ("cost", "main", "about −200,000 (The Ledger Review) or between -250,000 and 50,000"),
        ("cost", "main", "or minus 180,000 (Canal Notes)"),
        ("cost", "main", "−200,0000"),
        ("digging", "main", "12 March 1634: The digging begins"),
        ("digging", "main", "3 or 5 May 1637: The first ship"),
    ],
)
def test_money_shares_and_centuries_are_printed_as_they_are(
    canal: Path, page: str, css: str, shown: str
) -> None:
    assert shown in words(one(canal, page, css))


def test_the_words_of_an_article_say_their_language(canal: Path) -> None:
    page = LexborHTMLParser((canal / "cost" / "index.html").read_text("utf-8"))
    said = {words(node) for node in page.css('.says[lang="nl"]')}
    assert said == {"“veel te duur betaald”", "“Wij verkochten water aan wie er geen had”"}


def foreign() -> Iterator[str]:
    """What the pages show of the words of an article in another language."""
    library, _ = loading.load(HOME, topics(HOME))
    for source in library.sources.values():
        if source.lang and source.title:
            yield source.title
    for claim in (claim for fact in library.facts.values() for claim in fact.claims):
        if library.language(claim.source):
            own = (claim.says, claim.quotation, claim.printed, claim.hedge)
            yield from (words for words in (*own, claim.locator.text) if words)


def test_every_foreign_word_on_every_page_says_its_language(canal: Path) -> None:
    """Of a word alone, such as a name, nobody can tell whether it is one; these are of two words or more."""
    wanted = {words for words in foreign() if " " in words}
    assert len(wanted) > 10
    told, left = set(), []
    for page in sorted(canal.rglob("*.html")):
        root = LexborHTMLParser(page.read_text("utf-8")).body
        assert root is not None
        for node in root.traverse(include_text=True):
            if node.tag != "-text":
                continue
            found = {words for words in wanted if words in (node.text_content or "")}
            told |= found
            if found and not spoken_in(node, "nl"):
                left += [f"{page.relative_to(canal)}: {words}" for words in sorted(found)]
    assert left == []
    assert told == wanted


def spoken_in(node: LexborNode | None, lang: str) -> bool:
    while node is not None:
        if node.attributes.get("lang"):
            return node.attributes["lang"] == lang
        node = node.parent
    return False


def test_an_export_has_what_is_translated_and_from_which_language(canal: Path) -> None:
    api = canal / "api" / "v1"
    claims = [
        claim
        for fact in json.loads((api / "facts.json").read_text("utf-8"))["facts"]
        for claim in fact["claims"]
    ]
    translated = [claim for claim in claims if claim["translation"]]
    languages = {
        source["id"]: source.get("language")
        for source in json.loads((api / "sources.json").read_text("utf-8"))
    }
    assert translated
    assert {languages[claim["source"]] for claim in translated} == {"nl"}
    rows = list(csv.DictReader((api / "claims.csv").read_text("utf-8-sig").splitlines()))
    assert [row["translation"] for row in rows if row["translation"]] == [
        claim["translation"] for claim in translated
    ]


def test_nobody_is_asked_for_a_country_where_nobody_has_one(canal: Path) -> None:
    assert "Country" not in words(one(canal, "people", "main"))
