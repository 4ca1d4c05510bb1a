"""Zensical, which is to come after MkDocs, writes the same site from the same files; what it can't do is listed here."""

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from tests import versioned
from tests.conftest import PUBLISHED, ROOT
from tests.next_engine import (
    CONFIGURED,
    ONLY_MKDOCS,
    ONLY_ZENSICAL,
    WRITTEN_OTHERWISE,
    Built,
    both,
    differences,
    explainer,
    files,
    zensical,
)
from tests.page_faults import Site, dead_links, none_of

ANOTHER = ROOT / "tests" / "another-subject"
HOMES = pytest.mark.parametrize("home", [ROOT, ANOTHER], ids=["this site", "another subject"])
LANGUAGES = {ROOT: "en", ANOTHER: "de"}
Written = tuple[Path, subprocess.CompletedProcess[str]]
"""An explainer's folder, and what Zensical told while it wrote the site there."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Built]:
    """Both explainers, in two languages, each written by both engines."""
    return {
        home: both(home, tmp_path_factory.mktemp("engines"), language)
        for home, language in LANGUAGES.items()
    }


@HOMES
def test_both_engines_write_the_same_pages_and_files(sites: dict[Path, Built], home: Path) -> None:
    assert differences(sites[home]) == []
    pages = [path for path in files(sites[home].mkdocs) if path.endswith(".html")]
    assert len(pages) == len([*(home / "docs").rglob("*.md")]) + 1  # 404.html
    nowhere = (sites[home].zensical / "404.html").read_text("utf-8")
    assert f'<html lang="{LANGUAGES[home]}"' in nowhere
    assert ("There is no page" in nowhere) == (LANGUAGES[home] == "en")


@pytest.mark.parametrize(
    ("path", "pattern", "put"),
    [
        ("compare/index.html", '<td class="', '<td class="x '),
        ("compare/index.html", '<span class="v src">', '<span class="v src">1'),
        ("cost/index.html", 'href="#e1"', 'href="#e2"'),
        ("cost/index.html", 'popovertarget="n1"', 'popovertarget="n2"'),
        ("cost/index.html", '<div class="note ', '<div class="note x '),
        ("cost/index.html", '<svg class="plot"', '<svg class="sign"'),
        ("cost/index.html", "</h1>", "!</h1>"),
        ("index.html", 'href="facts/cost/#canal-cost"', 'href="facts/cost/#cost"'),
        ("404.html", "<title>", "<title>So "),
        ("api/v1/claims.csv", "\n", "\n\n"),
        ("compare/comparison.csv", "\n", "\n\n"),
        ("search/search_index.json", "docs", "doc"),
    ],
)
def test_the_comparison_sees_what_is_changed(
    sites: dict[Path, Built], tmp_path: Path, path: str, pattern: str, put: str
) -> None:
    there = sites[ANOTHER]
    changed = Built(there.mkdocs, tmp_path / "site")
    shutil.copytree(there.zensical, changed.zensical)
    file = changed.zensical / path
    text, done = re.subn(pattern, put, file.read_text("utf-8"), count=1)
    assert done, f"{path} no longer holds {pattern}"
    file.write_text(text, "utf-8")
    (told,) = differences(changed)
    assert told.startswith(f"{path}: ")


@HOMES
def test_a_page_that_one_engine_does_not_write_is_told(
    sites: dict[Path, Built], tmp_path: Path, home: Path
) -> None:
    changed = Built(tmp_path / "site", sites[home].zensical)
    shutil.copytree(sites[home].mkdocs, changed.mkdocs)
    (changed.mkdocs / "about" / "index.html").unlink()
    assert differences(changed) == ["about/index.html: only Zensical writes it"]


PICTURE = "assets/images/preview.png"


@HOMES
def test_a_link_is_shown_with_the_picture_of_its_site(sites: dict[Path, Built], home: Path) -> None:
    """The machine's picture names no site; one below docs/ takes its place."""
    own = home / "docs" / PICTURE
    picture = own if own.is_file() else ROOT / "macros" / "theme" / PICTURE
    shown = {(site / PICTURE).read_bytes() for site in (sites[home].mkdocs, sites[home].zensical)}
    assert shown == {picture.read_bytes()}


def test_the_old_address_of_a_question_leads_on_in_both(tmp_path: Path) -> None:
    """What git tells of a question that moved is on the pages that either engine writes."""
    home = versioned.begin(tmp_path / "home")
    shutil.copytree(ANOTHER, home, dirs_exist_ok=True)
    versioned.commit(home, "2031-05-01", "All of it")
    (home / "data/facts/cost/lottery-share.yml").rename(
        home / "data/facts/shares/lottery-share.yml"
    )
    versioned.commit(home, "2031-05-02", "It is a share")
    built = both(home, tmp_path / "built")
    assert differences(built) == []
    none_of(dead_links(Site(built.mkdocs, PUBLISHED["SITE_URL"])))
    page = LexborHTMLParser((built.mkdocs / "facts/cost/index.html").read_text("utf-8"))
    left = page.css("article#lottery-share")[0]
    assert left.css("a")[0].attributes["href"] == "../../facts/shares/#lottery-share"
    assert "stands under The price of a share now" in left.text()


def test_a_page_without_text_keeps_back_no_file(tmp_path: Path) -> None:
    root = explainer(ANOTHER, tmp_path / "root")
    page = root / "docs" / "about.md"
    page.write_text("---\ntitle: About\ndescription: What this is.\n---\n\n", "utf-8")
    done = zensical(root, *CONFIGURED, settings={"EXPORT": "1"})
    assert done.returncode == 0, done.stdout
    assert (root / "site" / "search" / "search_index.json").is_file()
    assert (root / "site" / "api" / "v1" / "claims.csv").is_file()


# What is not the same, each as it is now: where one of these fails, the list has grown shorter.


@pytest.mark.parametrize("path", ONLY_MKDOCS)
def test_zensical_leaves_out(sites: dict[Path, Built], path: str) -> None:
    assert (sites[ROOT].mkdocs / path).exists()
    assert not (sites[ROOT].zensical / path).exists()


@pytest.mark.parametrize("path", ONLY_ZENSICAL)
def test_zensical_adds(sites: dict[Path, Built], path: str) -> None:
    assert (sites[ROOT].zensical / path).exists()
    assert not (sites[ROOT].mkdocs / path).exists()


@pytest.mark.parametrize("path", WRITTEN_OTHERWISE)
def test_zensical_writes_otherwise(sites: dict[Path, Built], path: str) -> None:
    ours, theirs = (
        (site / path).read_text("utf-8") for site in (sites[ROOT].mkdocs, sites[ROOT].zensical)
    )
    assert ours != theirs
    assert sorted(re.findall("<loc>(.*)</loc>", ours)) == sorted(
        re.findall("<loc>(.*)</loc>", theirs)
    )


FENCES = """
- a list

    ```yaml
    boats: 4
    ```

``` py hl_lines="a"
a = b
```
"""
"""Code to one engine, and a sentence to the other."""


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The other subject with a fault and blocks of code on its page on costs, written by Zensical."""
    root = explainer(ANOTHER, tmp_path_factory.mktemp("spoilt") / "root")
    page = root / "docs" / "cost.md"
    added = '\n{{ figure("no-such-fact") }}\n\n```\nSome code\n```\n' + FENCES
    page.write_text(page.read_text("utf-8") + added, "utf-8")
    return root, zensical(root, *CONFIGURED)


def test_zensical_counts_no_fault_of_ours_which_check_does(spoilt: Written) -> None:
    root, done = spoilt
    told = "there is no fact “no-such-fact”"
    assert told in done.stdout
    assert told in (root / "site" / "cost" / "index.html").read_text("utf-8")
    assert done.returncode == 0
    checked = subprocess.run([sys.executable, "-m", "macros", "check"], cwd=root, check=False)
    assert checked.returncode == 1


def test_zensical_lists_the_pages_of_a_site_without_an_address(spoilt: Written, site: Path) -> None:
    root, _ = spoilt
    assert "<loc>/cost/</loc>" in (root / "site" / "sitemap.xml").read_text("utf-8")
    assert "<loc>" not in (site / "sitemap.xml").read_text("utf-8")


def test_zensical_finds_no_heading_that_a_link_names_which_check_does(tmp_path: Path) -> None:
    root = explainer(ANOTHER, tmp_path / "root")
    configuration = (root / "zensical.yml").read_text("utf-8")
    looking = configuration.replace("anchors: false", "anchors: true")
    assert looking != configuration
    (root / "looking.yml").write_text(looking, "utf-8")
    assert "(cost.md#who-paid)" in (root / "docs" / "index.md").read_text("utf-8")
    assert "anchor does not exist" in zensical(root, "--config-file", "looking.yml").stdout
    page = root / "docs" / "cost.md"
    page.write_text(page.read_text("utf-8").replace("## Who paid", "## Who gave"), "utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "macros", "check"], cwd=root, capture_output=True, check=False
    )
    assert "docs/cost.md has no heading “who-paid”" in checked.stdout.decode()


def test_zensical_prepares_a_block_of_code_for_colors(spoilt: Written) -> None:
    fenced = '<div class="highlight"><pre><span></span><code>Some code'
    root, _ = spoilt
    assert fenced in (root / "site" / "cost" / "index.html").read_text("utf-8")


def test_zensical_reads_a_block_of_code_otherwise(spoilt: Written) -> None:
    root, _ = spoilt
    page = (root / "site" / "cost" / "index.html").read_text("utf-8")
    by_mkdocs = Markdown(extensions=["fenced_code"]).convert(FENCES)
    for sign, sentence, code in (("yaml", by_mkdocs, page), ("py hl_lines", page, by_mkdocs)):
        assert f"<code>{sign}" in sentence
        assert sign not in code.replace("language-yaml", "")


def test_zensical_needs_its_own_configuration(tmp_path: Path) -> None:
    root = explainer(ANOTHER, tmp_path / "root")
    done = zensical(root)
    assert done.returncode == 1
    assert "Zensical reads zensical.yml: python -m zensical build -f zensical.yml" in done.stdout


NOTE = (ROOT / ".github" / "NEXT-ENGINE.md").read_text("utf-8")


def steps(kind: str) -> str:
    """What the note says to do: its one block of this kind below "To move"."""
    pattern = rf"^   ```{kind}\n((?:   .*\n)+?)   ```$"
    (block,) = re.findall(pattern, NOTE.partition("## To move")[2], re.MULTILINE)
    return textwrap.dedent(block)


def test_the_note_moves_the_requirements(tmp_path: Path) -> None:
    for name in ("requirements.in", "requirements-dev.in"):
        shutil.copy2(ROOT / name, tmp_path / name)
    commands = steps("sh").replace("make lock\n", "")  # it asks a registry
    subprocess.run(["sh", "-eu", "-c", commands], cwd=tmp_path, check=True)
    before, after = (
        {
            name: [
                re.split("[ <=!>]", line)[0] for line in (folder / name).open() if line[0] != "#"
            ]
            for name in ("requirements.in", "requirements-dev.in")
        }
        for folder in (ROOT, tmp_path)
    )
    gone = {"mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "click"}
    assert {*before["requirements.in"]} - {*after["requirements.in"]} == gone
    assert {*after["requirements.in"]} - {*before["requirements.in"]} == {"zensical"}
    assert {*before["requirements-dev.in"]} - {*after["requirements-dev.in"]} == {"zensical"}


def test_the_note_moves_the_preview(tmp_path: Path) -> None:
    root = explainer(ANOTHER, tmp_path / "root")
    (root / "preview.yml").write_text(steps("yaml"), "utf-8")
    done = zensical(root, "--config-file", "preview.yml")
    assert done.returncode == 0, done.stdout
    page = (root / "preview" / "cost.html").read_text("utf-8")
    assert 'class="as-files"' in page
    assert 'href="sources.html#' in page


def test_the_note_leaves_the_policy_out_where_live_reload_needs_a_script(tmp_path: Path) -> None:
    root = explainer(ANOTHER, tmp_path / "root")
    (address,) = re.findall(r"SITE_URL=(\S+)", steps("make"))
    pages = []
    for settings in ({"SITE_URL": address}, {}):
        assert zensical(root, *CONFIGURED, settings=settings).returncode == 0
        pages.append((root / "site" / "index.html").read_text("utf-8"))
    assert ["Content-Security-Policy" in page for page in pages] == [False, True]


PARTS = re.findall(r"((?:`\w+`(?:, | and ))*`\w+`) of \[?`((?:macros|tests)/[\w/]+\.py)`", NOTE)


@pytest.mark.parametrize(("names", "file"), PARTS)
def test_what_the_note_names_of_a_file_stands_there(names: str, file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert [name for name in re.findall(r"`(\w+)`", names) if f"def {name}(" not in text] == []
