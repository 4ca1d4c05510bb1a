"""Each rule is one small module with a test of its own name."""

import inspect
from pathlib import Path

import pytest

from macros import rules
from macros.rules import RULES
from tests import invented

MODULES = sorted(p.stem for p in Path(rules.__file__).parent.glob("*.py") if p.stem != "__init__")


def test_every_module_of_the_folder_is_applied() -> None:
    applied = [rule.__module__.rpartition(".")[2] for rule in RULES]
    assert sorted(set(applied)) == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_every_rule_has_a_test(module: str) -> None:
    here = Path(__file__).parent
    assert (here / f"test_{module}.py").exists() or (here / f"test_{module}_rule.py").exists()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__module__.rpartition(".")[2])
def test_every_rule_says_what_it_finds(rule: object) -> None:
    assert (inspect.getdoc(rule) or "").startswith("Yield a fault for")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__module__.rpartition(".")[2])
def test_no_rule_fails_on_a_library_whose_files_are_missing(tmp_path: Path, rule: object) -> None:
    """A file may be gone between loading and checking; its faults then stand at its first line."""
    assert callable(rule)
    claim = "source: qqqq, origin: zz, says: so, locator: a crowd came that night"
    library = invented.loaded(tmp_path, invented.a_fact(claim, keys="when: 2031-05\n"))
    for file in tmp_path.rglob("*.yml"):
        file.unlink()
    assert all((fault.line, fault.column) == (1, 1) for fault in rule(library))


def test_what_is_told_of_each_fact_by_itself_is_told_of_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Facts are given to the rules a few at a time: none is passed over, and none told twice."""
    library = invented.library(
        *(
            invented.fact(f"{{claims: [{{source: post, figure: '{i}'}}, {{source: star, answer: no}}]}}", f"harbor/q-{i}")
            for i in range(5)
        )
    )  # fmt: skip
    at_once = sorted(fault for rule in RULES for fault in rule(library))
    assert {fact.path for fact in library.facts.values()} <= {fault.path for fault in at_once}
    for size in (1, 2, 5, 9):
        monkeypatch.setattr(rules, "_AT_ONCE", size)
        assert rules.check_all(library) == at_once
