"""The house is as HACKING draws it: imports run one way, and one module knows the engine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HACKING = (ROOT / ".github" / "HACKING.md").read_text("utf-8")
ROWS = [
    re.findall(r"`([a-z_]+)/?`", row)
    for row in re.findall(r"^\| [^|]+ \| ((?:`[a-z_]+/?` ?)+)\|$", HACKING, re.MULTILINE)
]
ROW = {module: i for i, row in enumerate(ROWS) for module in row}
ENGINES = {
    "adapter": {"mkdocs", "mkdocs_macros", "material"},
    "zensical_adapter": {"zensical"},
}


def modules() -> dict[str, list[Path]]:
    """The files of each module of macros/; a folder is one module. The two doors of the package are none."""
    found: dict[str, list[Path]] = {}
    for file in sorted((ROOT / "macros").rglob("*.py")):
        first = file.relative_to(ROOT / "macros").parts[0].removesuffix(".py")
        if not first.startswith("__"):
            found.setdefault(first, []).append(file)
    return found


def imported(file: Path) -> Iterator[str]:
    """The full names of what a file imports, as far as they are names of modules."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_module_has_its_row_and_every_row_its_modules() -> None:
    assert len(ROWS) > 5
    assert sorted(ROW) == sorted(modules()), "HACKING.md says where each module of macros/ belongs"


@pytest.mark.parametrize("module", sorted(modules()))
def test_a_module_imports_what_stands_in_its_row_or_above(module: str) -> None:
    below = [
        f"{file.name} imports {name}, which stands below it"
        for file in modules()[module]
        for name in imported(file)
        if name.startswith("macros.") and ROW.get(name.split(".")[1], 0) > ROW.get(module, 99)
    ]
    assert below == []


def test_no_two_modules_import_each_other() -> None:
    needs = {
        module: {
            name.split(".")[1]
            for file in files
            for name in imported(file)
            if name.startswith("macros.")
        }
        - {module}
        for module, files in modules().items()
    }
    left = dict(needs)
    while left:
        free = [module for module, wanted in left.items() if not wanted & left.keys()]
        assert free, f"these import each other: {sorted(left)}"
        for module in free:
            del left[module]


def test_only_an_adapter_knows_its_engine() -> None:
    knowing = {
        (module, name.split(".")[0])
        for module, files in modules().items()
        for file in files
        for name in imported(file)
        if name.split(".")[0] in set().union(*ENGINES.values())
    }
    assert all(engine in ENGINES.get(module, ()) for module, engine in knowing)


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"(?:^|`)make ([a-z]+)", HACKING, re.MULTILINE)))
)
def test_every_command_of_make_exists(command: str) -> None:
    assert re.search(rf"^{command}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


PLACES = set(re.findall(r"`((?:macros|tests)/[a-z_./]+)`", HACKING))


@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_place_exists(place: str) -> None:
    assert (ROOT / place).exists()
