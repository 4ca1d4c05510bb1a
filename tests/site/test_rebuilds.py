"""What `mkdocs serve` builds after any edit is, byte for byte, what a build from nothing makes."""

import random
import shutil
import sys
from pathlib import Path

import pytest

from macros import adapter, compiled
from macros.rebuild import Rebuild
from tests.building import built, edit

ROOT = Path(__file__).parents[2]
EDITS = 4
PAGES = (
    "index.md",
    "troops.md",
    "june-2025.md",
    "compare.md",
    "sources.md",
    "people.md",
    "differ.md",
)
"""One of each kind, since few are soon built."""


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for page in (tmp_path / "docs").rglob("*.md"):
        if page.name not in PAGES:
            page.unlink()
    (tmp_path / "macros").symlink_to(ROOT / "macros")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.setenv("REPOSITORY", "")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(sys, "path", list(sys.path))
    (tmp_path / "compiled").mkdir()
    monkeypatch.setattr(compiled, "FOLDER", tmp_path / "compiled")
    return tmp_path


@pytest.mark.parametrize("seed", range(2))
def test_a_rebuild_is_a_build(copy: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, kept, done = random.Random(seed), Rebuild(), []
    monkeypatch.setattr(adapter, "_rebuild", kept)
    built(copy, "again")
    for _ in range(EDITS):
        done.append(edit(copy, chance))
        again = built(copy, "again")
    assert adapter._rebuild is kept
    assert kept._site is not None
    monkeypatch.setattr(adapter, "_rebuild", Rebuild())
    assert again == built(copy, "clean"), done


def test_a_comment_moves_the_lines_that_links_lead_to(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPOSITORY", "https://github.com/example/who-says-what")
    monkeypatch.setattr(adapter, "_rebuild", Rebuild())
    before = built(copy, "again")["troops/index.html"]
    fact = copy / "data/facts/troops/troops-sent.yml"
    fact.write_text("# a comment\n" + fact.read_text("utf-8"), "utf-8")
    after = built(copy, "again")["troops/index.html"]
    assert after != before
    monkeypatch.setattr(adapter, "_rebuild", Rebuild())
    assert after == built(copy, "clean")["troops/index.html"]
