"""A citation leads to a state that the repository has: of each question, of each page and of the whole site."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.changes.chronicle import Chronicle, chronicle
from macros.history import history
from macros.loading import load
from macros.model import Fact
from tests.conftest import PUBLISHED, ROOT

STOOD = re.compile(
    re.escape(PUBLISHED["REPOSITORY"]) + r"/(?:tree/([0-9a-f]{40})|blob/([0-9a-f]{40})/(.+))"
)


@pytest.fixture(scope="module")
def told() -> Chronicle:
    return chronicle(history(ROOT), load(ROOT)[0])


def led(cited: LexborNode) -> tuple[str, str]:
    """The commit, and the path below it, to which a citation leads; empty where it leads nowhere."""
    links = [link.attributes["href"] or "" for link in cited.css("a[rel=external]")]
    found = [match for link in links if (match := STOOD.fullmatch(link))]
    assert len(found) == len(links) <= 1
    whole, commit, path = found[0].groups("") if found else ("", "", "")
    return whole or commit, path


def git(*arguments: str, asking: str = "") -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, input=asking, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def citation(part: LexborNode) -> LexborNode:
    """Of what opens below an entry that which holds its citation, and not its history."""
    (cited,) = (one for one in part.css("details.past") if one.css("pre"))
    return cited


def test_a_question_is_cited_as_its_last_change_left_it(
    published_site: Path, told: Chronicle
) -> None:
    facts = load(ROOT)[0].facts
    cited = {
        node.attributes["id"] or "": led(citation(node))
        for page in (published_site / "facts").glob("*/index.html")
        for node in LexborHTMLParser(page.read_text("utf-8")).css("article.entry:not(.former)")
    }
    assert cited.keys() == facts.keys()
    assert cited == {fact.id: last(told, fact) for fact in facts.values()}
    for fact in facts.values():
        commit, path = cited[fact.id]
        stood = git("show", f"{commit}:{path}") if commit else None
        assert stood is None or yaml.safe_load(stood) == yaml.safe_load(
            (ROOT / fact.path).read_text("utf-8")
        )


def last(told: Chronicle, fact: Fact) -> tuple[str, str]:
    commit = told.last_of(fact)
    return (commit.id, fact.path) if commit else ("", "")


def test_each_page_and_the_site_are_cited_as_a_commit_of_this_history_left_them(
    published_site: Path, told: Chronicle
) -> None:
    commits = set(git("rev-list", "--first-parent", "HEAD").split())
    newest = told.newest.id if told.newest else ""
    pages = {
        page: {led(one) for one in LexborHTMLParser(page.read_text("utf-8")).css("details.past:has(pre)")}
        for page in published_site.rglob("index.html")
    }  # fmt: skip
    cited = {commit for found in pages.values() for commit, _ in found}
    assert all(pages.values())
    assert cited <= commits | {""}  # a page that is edited and not committed has no commit to name
    assert (newest, "") in pages[published_site / "about" / "index.html"]
