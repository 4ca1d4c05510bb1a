"""Whatever could harm a reader is refused with its file, line and cure: the cases lie in tests/safety/cases/.

They are written as in tests/bad/: a line `=== what is wrong`, the files, and the faults behind `-->`. Signs that
nobody sees are written \\u{202e}. After a change of wording: RENEW=1 python -m pytest tests/safety/test_safe_cases.py,
and read the difference.
"""

import re
import time
from pathlib import Path

import pytest

from macros.check import check
from macros.faults import Level
from tests import invented
from tests.test_bad_input import RENEW, Case, cases

FOLDER = Path(__file__).parent / "cases"
FRONT = "---\ntitle: A page\ndescription: What it tells.\n---\n"
PAGES = '{FRONT}\n\n{{ fact_entries("festival") }}\n'
CONF = """\
site_name: Lanterns
plugins:
  - macros: {module_name: macros, on_undefined: strict, on_error_fail: false}
"""
_UNSEEN = re.compile(r"\\u\{([0-9a-f]+)\}")
_REPEATED = re.compile(r"(\S+?)\{(\d{3,})\}$", re.MULTILINE)

FAMILIES = sorted(FOLDER.glob("*.txt"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case.name}") for file in FAMILIES for case in cases(file)
]


def write(root: Path, case: Case) -> Path:
    """The case's files in the invented world; a page that shows its facts stands beside a case's own page."""
    text = case.text.replace("{FRONT}\n", FRONT).replace("{CONF}\n", CONF)
    text = _UNSEEN.sub(lambda found: chr(int(found[1], 16)), text)
    text = _REPEATED.sub(lambda found: found[1] * int(found[2]), text)
    if not text.startswith("== "):
        text = f"== facts/festival/visitors\n{text}"
    if text.startswith("== docs/"):
        text += "== docs/shown.md\n" + PAGES.replace("{FRONT}\n", FRONT)
    return invented.write(root, invented.GUESTS + text)


def errors(root: Path) -> list[str]:
    return [str(fault)[:400] for fault in check(root)[1] if fault.level is Level.ERROR]


if RENEW:

    @pytest.mark.parametrize("file", FAMILIES, ids=lambda file: file.stem)
    def test_safe_cases_are_renewed(file: Path, tmp_path: Path) -> None:
        renewed = ""
        for i, case in enumerate(cases(file)):
            found = errors(write(tmp_path / str(i), case))
            told = "".join(f"--> {fault}\n" for fault in found)
            renewed += f"=== {case.name}\n{case.text}{told}"
        file.write_text(renewed, "utf-8")

else:

    @pytest.mark.parametrize("case", CASES)
    def test_what_could_harm_is_refused_with_its_place_and_cure(case: Case, tmp_path: Path) -> None:
        began = time.process_time()
        found = errors(write(tmp_path, case))
        assert time.process_time() - began < 1
        assert found == list(case.faults)
        assert found, "nothing is wrong with this case"


def test_every_refusal_says_where_what_and_what_to_do() -> None:
    for case in (case for file in FAMILIES for case in cases(file)):
        for fault in case.faults:
            assert re.match(r"\S+:\d+:\d+: error: ..*[.:] [A-Z].*", fault), fault
