"""Whatever an editor gets wrong is told with its line and what to do: the cases lie in tests/bad/.

A case is a line `=== what is wrong`, the file (facts/festival/visitors, or several, each below its `== path`),
and the faults behind `-->`. After a change of wording: RENEW=1 python -m pytest tests/test_bad_input.py,
and read the difference.
"""

import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.check import check
from macros.faults import Fault, Level
from tests import invented

FOLDER = Path(__file__).parent / "bad"
RENEW = os.environ.get("RENEW") == "1"
_CASE = re.compile(r"^=== (.+)\n", re.MULTILINE)
_FAULT = re.compile(r"^--> (.*)\n?", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One case of a file of cases."""

    name: str
    text: str
    faults: tuple[str, ...]

    @property
    def files(self) -> str:
        """The text as files; `{20}` at a line's end repeats what stands before it, to be long."""
        text = re.sub(r"(\S+)\{(\d+)\}$", lambda m: m[1] * int(m[2]), self.text, flags=re.MULTILINE)
        return invented.GUESTS + (
            text if text.startswith("== ") else f"== facts/festival/visitors\n{text}"
        )


def cases(file: Path) -> list[Case]:
    _, *parts = _CASE.split(file.read_text("utf-8"))
    return [
        Case(name, _FAULT.sub("", text), tuple(_FAULT.findall(text)))
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    ]


FAMILIES = sorted(FOLDER.glob("*.txt"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case.name}") for file in FAMILIES for case in cases(file)
]


def errors(root: Path) -> list[str]:
    """What a check says of the case, but for notices."""
    return [str(fault) for fault in check(root)[1] if fault.level is Level.ERROR]


if RENEW:

    @pytest.mark.parametrize("file", FAMILIES, ids=lambda file: file.stem)
    def test_cases_are_renewed(file: Path, tmp_path: Path) -> None:
        renewed = ""
        for i, case in enumerate(cases(file)):
            found = errors(invented.write(tmp_path / str(i), case.files))
            told = "".join(f"--> {fault}\n" for fault in found)
            renewed += f"=== {case.name}\n{case.text}{told}"
        file.write_text(renewed, "utf-8")

else:

    @pytest.mark.parametrize("case", CASES)
    def test_what_is_wrong_is_told_with_its_place_and_what_to_do(
        case: Case, tmp_path: Path
    ) -> None:
        began = time.process_time()
        found = errors(invented.write(tmp_path, case.files))
        assert time.process_time() - began < 1
        assert found == list(case.faults)
        assert found, "nothing is wrong with this case"


def test_every_fault_says_where_what_and_what_to_do() -> None:
    for case in (case for file in FAMILIES for case in cases(file)):
        for fault in case.faults:
            assert re.fullmatch(r"data/\S+\.(?:yml|txt):\d+:\d+: error: .*[^.]\. .*[.?]", fault), (
                fault
            )


def test_the_invented_world_itself_has_no_fault(tmp_path: Path) -> None:
    assert errors(invented.write(tmp_path, invented.GUESTS)) == []


def test_a_check_gives_the_same_faults_in_the_same_order_each_time(tmp_path: Path) -> None:
    text = "".join(f"== facts/festival/visitors{i}\nquestion: Q\n" for i in range(5))
    invented.write(tmp_path, text)
    first: list[Fault] = check(tmp_path)[1]
    assert first == check(tmp_path)[1] == sorted(first)
