"""Data and a page in, HTML out: each case of tests/golden/ is a small invented library and what it becomes.

After a change of templates or words: RENEW=1 python -m pytest tests/test_golden.py, and read the difference.
"""

import os
from pathlib import Path

import pytest

from macros.docs import WORDS, calls
from tests import invented
from tests.engine import Engine

FOLDER = Path(__file__).parent / "golden"
CASES = sorted(FOLDER.glob("*.txt"))
RENEW = os.environ.get("RENEW") == "1"


def written(case: Path, root: Path) -> str:
    files = invented.sections(case.read_text("utf-8"))
    page = files.pop("page.md")
    repository = files.pop("repository.txt", "").strip()
    invented.write(root, "".join(f"== {name}\n{text}" for name, text in files.items()))
    return Engine(root, repository).page(page) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_page_is_written_as_it_was_looked_at(case: Path, tmp_path: Path) -> None:
    html, golden = written(case, tmp_path), case.with_suffix(".html")
    if RENEW:
        golden.write_text(html, "utf-8")
    assert html.splitlines() == golden.read_text("utf-8").splitlines()


def test_every_word_has_a_case() -> None:
    used = {call.word for case in CASES for call in calls(case.read_text("utf-8"))}
    assert WORDS.keys() <= used
