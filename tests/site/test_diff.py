"""What a reviewer is told of one corrected figure of the first subject, and how long that takes."""

import shutil
import time
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.conftest import ROOT

LONGEST = 3
"""Seconds of the processor, for loading both sides and comparing them."""


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of data and pages in which one article counts ten thousand more."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    file = tmp_path / "data/facts/troops/troops-sent.yml"
    text = file.read_text("utf-8")
    assert text.count("around 15,000") == 2
    file.write_text(text.replace("around 15,000", "around 25,000"), "utf-8")
    return tmp_path


def test_one_figure_is_told_with_its_passage_its_agreement_and_its_pages(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.process_time()
    assert main(["diff", str(ROOT), "--root", str(edited)]) == 0
    assert time.process_time() - began < LONGEST
    heading, line, *rest = capsys.readouterr().out.splitlines()
    assert heading == "Changed"
    told, shown_on = line.strip().split(" · shown on: ")
    assert told == (
        "Troops sent · Korea JoongAng Daily: around 15,000 → around 25,000 · "
        "passage: NOT FOUND in the article · same · 3 articles, origin not named → "
        "differ · 3 articles, origin not named"
    )
    assert shown_on.split(", ")[:2] == ["Home", "Troops"]
    assert "Compare the sources" in shown_on
    assert rest[:2] == ["", "Settings and machine"], "the copy holds no machine"
