"""Pages that are kept on disk: what a build takes from there is, byte for byte, what it would have made."""

import logging
import os
import pickle
import random
import subprocess
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Protocol

import pytest

from macros import adapter, compiled, kept_pages
from macros.edition import Edition, Place
from macros.history import History
from macros.kept_pages import FOLDER, KeptPages, _digest, _machine
from macros.rebuild import Rebuild
from tests.building import built, edit

Pages = set[str]


class Again(Protocol):
    """Builds once more, as the configuration of this name has it."""

    def __call__(self, configuration: str = "mkdocs.yml") -> tuple[Pages, dict[str, bytes]]: ...


ALL = {f"{name}.md" for name in "index facts/index method".split()}
"""Pages with a word that shows something of all facts."""
CUT = {
    ("people.md", "people_directory"): "pieter-aldersz",
    ("organizations.md", "organization_list"): "d",
    ("sources.md", "source_list"): "m",
    ("differ.md", "single_source_list"): "l",
}
"""Lists that go on on a page of their own, and where each begins there."""


@pytest.fixture
def copy(another: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An explainer of its own, whose compiled templates are its own, too."""
    (tmp_path / "compiled").mkdir()
    monkeypatch.setattr(compiled, "FOLDER", tmp_path / "compiled")
    return another


@pytest.fixture
def again(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Again:
    """Build as a new process does; returns the pages that were made, and all files."""
    made: Pages = set()
    begin = Edition.begin

    def begun(edition: Edition, place: Place, page: str) -> str:
        made.add(place.path)
        return begin(edition, place, page)

    def again(configuration: str = "mkdocs.yml") -> tuple[Pages, dict[str, bytes]]:
        made.clear()
        monkeypatch.setattr(adapter, "_rebuild", Rebuild())
        files = built(copy, "again", configuration)
        return set(made), files

    monkeypatch.setattr(Edition, "begin", begun)
    monkeypatch.delenv("CI")
    return again


def clean(copy: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """All files of a build that keeps and finds nothing."""
    with monkeypatch.context() as patch:
        patch.setenv("CI", "1")
        patch.setattr(adapter, "_rebuild", Rebuild())
        return built(copy, "clean")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def cut(copy: Path) -> None:
    """Let every list that can be cut by ids go on on another page."""
    for (page, word), first in CUT.items():
        text = (copy / "docs" / page).read_text("utf-8")
        assert f"{{{{ {word}() }}}}" in text
        rest = f'---\ntitle: More\n---\n\n{{{{ {word}(first="{first}") }}}}\n'
        (copy / "docs" / f"more-{page}").write_text(rest, "utf-8")


@pytest.mark.parametrize("serving", [True, False], ids=["while serving", "by a new process"])
@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_edited_the_site_is_the_one_made_from_nothing(
    copy: Path,
    again: Again,
    seed: int,
    serving: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if seed:
        cut(copy)
    chance = random.Random(f"kept {seed}")
    done: list[str] = []
    monkeypatch.setattr(adapter, "_rebuild", Rebuild())
    for _ in range(4):
        files = built(copy, "again") if serving else again()[1]
        assert files == clean(copy, monkeypatch), done
        done.append(edit(copy, chance))


def test_what_stands_on_each_side_is_told_after_an_edit_of_another_fact(
    copy: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `mkdocs serve` builds, and with the files for programs."""
    monkeypatch.setenv("EXPORT", "1")
    monkeypatch.setattr(adapter, "_rebuild", Rebuild())
    built(copy, "again")
    change(copy / "data/facts/digging/locks.yml", "question: ", "question: And ")
    files = built(copy, "again")
    assert b"excludes neither answer" in files["compare/index.html"]
    assert files == clean(copy, monkeypatch)


def test_only_pages_that_rest_on_an_edit_are_made_again(
    copy: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    every, _ = again()
    assert len(every) == len(list((copy / "docs").rglob("*.md")))
    assert again()[0] == set()
    change(copy / "data/facts/digging/locks.yml", "about: ", "# a comment\nabout: ")
    of_its_topic = {"digging.md", "facts/digging.md", "compare.md", "differ.md"}
    assert again()[0] == {*of_its_topic, "people.md", "sources.md", *ALL}
    change(copy / "docs/about.md", "title: ", "title: All ")
    assert again()[0] == {"about.md"}
    change(copy / "data/people/jacoba-verhoeff.yml", "name: ", "# a comment\nname: ")
    made, files = again()
    assert made == every
    assert files == clean(copy, monkeypatch)


@pytest.mark.parametrize(
    ("fact", "made_again"),
    [
        ("digging/locks", "digging facts/digging compare differ more-people sources"),
        (
            "cost/verdict",
            "cost facts/cost compare differ more-differ organizations sources more-sources",
        ),
    ],
)
def test_of_a_list_that_is_cut_those_parts_are_made_again_that_an_edit_shows_in(
    copy: Path, again: Again, fact: str, made_again: str
) -> None:
    cut(copy)
    again()
    change(copy / f"data/facts/{fact}.yml", "about: ", "# a comment\nabout: ")
    assert again()[0] == {*(f"{page}.md" for page in made_again.split()), *ALL}


def test_a_page_is_made_again_when_a_question_elsewhere_names_one_of_its_own(
    copy: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    again()
    change(copy / "data/facts/digging/locks.yml", "about: ", "see_also: [bond-interest]\nabout: ")
    made, files = again()
    assert "facts/cost.md" in made
    assert b"#locks" in files["facts/cost/index.html"]
    assert files == clean(copy, monkeypatch)


SECOND = "title: More notes\npublisher: canal-notes\ncode: MN\npublished: {}\nurl: https://notes.example.org/more\nuse: compared\norder: 4\n"
"""Another article of a publisher that had one."""
STEPS = {
    "another article of its publisher": ("2021", " of 2016"),
    "the other article is of another date": ("2016", " of June 2016"),
    "the other article is gone": ("", ""),
}
"""What becomes of the other article, and what then parts the first from it."""


@pytest.mark.parametrize("serving", [True, False], ids=["while serving", "by a new process"])
def test_every_page_names_an_article_by_what_parts_it_from_others_of_its_publisher(
    copy: Path, again: Again, serving: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build() -> dict[str, bytes]:
        return built(copy, "again") if serving else again()[1]

    def naming(files: dict[str, bytes], apart: str) -> list[str]:
        label = f'Archived copies: Canal Notes{apart}"'.encode()
        return [page for page, text in files.items() if label in text]

    monkeypatch.setattr(adapter, "_rebuild", Rebuild())
    pages, second = naming(build(), ""), copy / "data/sources/more-notes.yml"
    assert len(pages) > 5
    for date, apart in STEPS.values():
        second.write_text(SECOND.format(date), "utf-8") if date else second.unlink()
        files = build()
        assert naming(files, apart) == pages
        assert files == clean(copy, monkeypatch)


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("mkdocs.yml", "site_name:", "use_directory_urls: false\nsite_name:"),
        ("docs/about.md", "{{ contact() }}", '{{ source_list(first="o") }}'),
    ],
    ids=["pages are files", "a list goes on on another page"],
)
def test_links_lead_to_where_things_are_now(
    copy: Path, monkeypatch: pytest.MonkeyPatch, file: str, before: str, after: str
) -> None:
    """As `mkdocs serve` builds again when a page, or the configuration, is saved."""
    monkeypatch.setattr(adapter, "_rebuild", Rebuild())
    built(copy, "again")
    change(copy / file, before, after)
    assert built(copy, "again") == clean(copy, monkeypatch)


def test_a_page_that_was_warned_of_is_warned_of_again(
    copy: Path,
    again: Again,
    caplog: pytest.LogCaptureFixture,
) -> None:
    page = copy / "docs/about.md"
    page.write_text(page.read_text("utf-8") + "\n[lost](lost.md)\n", "utf-8")
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.WARNING):
            made, _files = again()
        assert "about.md" in made
        assert "lost.md" in caplog.text


def test_a_warning_that_nobody_heard_is_told_later(
    copy: Path, again: Again, caplog: pytest.LogCaptureFixture
) -> None:
    """As after `mkdocs build --quiet`, which lets MkDocs say nothing below an error."""
    page = copy / "docs/about.md"
    page.write_text(page.read_text("utf-8") + "\n[lost](lost.md)\n", "utf-8")
    for level, told in ((logging.ERROR, False), (logging.WARNING, True)):
        caplog.clear()
        with caplog.at_level(level, "mkdocs"):
            again()
        assert ("contains a link 'lost.md'" in caplog.text) is told  # in the words of MkDocs


def test_a_fact_that_is_saved_while_a_build_runs_stands_in_the_next(
    copy: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a page was made of is what was read, and not what the file holds by then."""
    fact, vocabulary = copy / "data/facts/digging/locks.yml", Edition.vocabulary

    def saved(edition: Edition) -> dict[str, Callable[..., str]]:
        change(fact, "Pieter Aldersz", "Piet Aldersz")
        return vocabulary(edition)

    with monkeypatch.context() as patch:
        patch.setattr(Edition, "vocabulary", saved)
        again()
    assert again()[1] == clean(copy, monkeypatch)


def test_braces_in_the_front_matter_hide_no_word(
    copy: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = copy / "docs/about.md"
    page.write_text('---\ntitle: "A {{ b"\n---\n\nIt is {{ figure("canal-cost") }}.\n', "utf-8")
    again()
    change(copy / "data/facts/cost/canal-cost.yml", "around 3.5 million", "around 3.6 million")
    assert again()[1] == clean(copy, monkeypatch)


@pytest.mark.parametrize("title", ["2031", "yes", "2031-05-07"])
def test_a_title_that_is_no_text_is_printed_as_one(copy: Path, again: Again, title: str) -> None:
    """On a page that stands in no menu; the check tells it, and no page is lost."""
    (copy / "docs/odd.md").write_text(f"---\ntitle: {title}\n---\n\nSo it was.\n", "utf-8")
    for _ in range(2):
        assert b"So it was." in again()[1]["odd/index.html"]


class Trap:
    """Runs a command as soon as it is read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch trapped",)


def as_if_kept(key: str, page: object) -> bytes:
    made = pickle.dumps(page)
    return _digest([key, made]) + made


SPOILED: dict[str, Callable[[str, bytes], bytes]] = {
    "empty": lambda _key, _: b"",
    "cut": lambda _key, kept: kept[:-1],
    "other letters": lambda _key, kept: kept.replace(b"<", b">"),
    "no page": lambda _key, _: pickle.dumps(1),
    "another page": lambda _key, kept: as_if_kept("0", pickle.loads(kept[20:])),
    "trap": lambda key, _: as_if_kept(key, Trap()),
}


@pytest.mark.parametrize("spoiled", SPOILED)
def test_a_file_that_no_build_wrote_is_not_used(copy: Path, again: Again, spoiled: str) -> None:
    every, files = again()
    for kept in (copy / FOLDER).iterdir():
        kept.write_bytes(SPOILED[spoiled](kept.name, kept.read_bytes()))
    assert again() == (every, files)
    assert not Path("trapped").exists()


@pytest.mark.parametrize("library", ["babel", "jinja2", "markdown", "mkdocs"])
def test_another_version_of_a_library_makes_every_page_anew(
    again: Again, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    every, _ = again()
    monkeypatch.setattr(f"{library}.__version__", "0")
    assert again()[0] == every


def test_another_configuration_makes_every_page_anew(copy: Path, again: Again) -> None:
    other = "INHERIT: mkdocs.yml\nmarkdown_extensions: [tables, toc: {permalink: true}]\n"
    (copy / "other.yml").write_text(other, "utf-8")
    every, _ = again()
    made, files = again("other.yml")
    assert made == every
    assert b"headerlink" in files["cost/index.html"]


def test_nothing_is_kept_where_ci_is_set(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean(copy, monkeypatch)
    assert not (copy / FOLDER).exists()


@pytest.mark.parametrize("foreign", [False, True], ids=["ours alone", "with what is no page"])
def test_old_pages_are_forgotten(copy: Path, again: Again, foreign: bool) -> None:
    every, _ = again()
    if foreign:
        (copy / FOLDER / "folder").mkdir()
        (copy / FOLDER / "link").symlink_to("nowhere")
    for i in range(5 * len(every)):
        (copy / FOLDER / f"old-{i}").touch()
        os.utime(copy / FOLDER / f"old-{i}", (0, 0))
    assert again()[0] == set()
    assert len(list((copy / FOLDER).glob("old-*"))) <= len(every)
    assert len(list((copy / FOLDER).iterdir())) <= 2 * len(every) + 2 * foreign


def test_pages_of_a_build_that_is_broken_off_are_not_used(
    copy: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody looked what was edited meanwhile, and may have been undone since."""
    with monkeypatch.context() as patch:
        patch.setattr(KeptPages, "settle", lambda *_, **__: None)
        every, _ = again()
    assert list((copy / FOLDER).iterdir())
    assert again()[0] == every
    assert again()[0] == set()


def test_pages_are_not_kept_if_a_file_of_data_was_edited_while_they_were_made(
    copy: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Links to its lines would lead to where they were for a while."""
    monkeypatch.setenv("REPOSITORY", "https://github.com/example/canal")
    fact, vocabulary = copy / "data/facts/digging/locks.yml", Edition.vocabulary

    def saved(edition: Edition) -> dict[str, Callable[..., str]]:
        fact.write_text(f"# Two more\n# lines\n{fact.read_text('utf-8')}", "utf-8")
        return vocabulary(edition)

    with monkeypatch.context() as patch:
        patch.setattr(Edition, "vocabulary", saved)
        again()
    change(fact, "# Two more\n# lines\n", "")
    assert again()[1] == clean(copy, monkeypatch)


def test_pages_are_not_kept_if_a_commit_could_not_be_read(
    copy: Path, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a partial clone without its origin: a page tells then that nothing is known of it."""
    for command in (["init", "-q"], ["add", "data"], ["commit", "-qm", "All of it"]):
        author = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        subprocess.run(["git", *author, *command], cwd=copy, check=True)
    with monkeypatch.context() as patch:
        patch.setattr(History, "contents", nothing_read)
        every, _ = again()
    assert again()[0] == every
    assert again() == (set(), clean(copy, monkeypatch))


def nothing_read(history: History, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    history.unread.update(blobs)
    yield from ()


def test_whatever_of_the_machine_is_edited_or_moved_is_another_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_pages, "_HERE", tmp_path / "macros")
    folder = tmp_path / "macros" / "templates"
    folder.mkdir(parents=True)
    (tmp_path / "elsewhere.html").write_text("a")
    (folder / "linked.html").symlink_to(tmp_path / "elsewhere.html")
    (folder / "topics.html").write_text("b")
    machines = [[*_machine()]]
    (folder / "sub").mkdir()
    (folder / "topics.html").rename(folder / "sub" / "topics.html")
    machines.append([*_machine()])
    (tmp_path / "elsewhere.html").write_text("c")
    machines.append([*_machine()])
    assert all(one != other for one, other in combinations(machines, 2))


def test_pages_are_not_kept_if_the_machine_was_edited_while_they_were_made(
    again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "edited_meanwhile", lambda: True)
    every, _ = again()
    assert again()[0] == every
