"""A new explainer: this machine beside data/ and docs/ that hold nothing of a subject yet."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

MACHINE = Path(__file__).parent.parent
"""The package macros/, beside which the rest of the machine lies."""

START = Path(__file__).parent / "start"
BESIDE = (
    "zensical.yml Makefile pyproject.toml requirements.in requirements.txt requirements-dev.in requirements-dev.txt "
    "requirements-audit.in requirements-audit.txt LICENSE .editorconfig .gitattributes "
    ".gitignore .pre-commit-config.yaml .ci .github .vscode schemas bench tests"
).split()
"""What goes along as far as it is there: commands, workflows, schemas, and the machine's own tests."""

_LEFT_HERE = shutil.ignore_patterns("__pycache__", "*.pyc", "picture.png")
FOLDERS = ("facts", "sources", "people", "organizations", "fingerprints")

NEXT = (
    "cd {folder} && make serve",
    ".venv/bin/python -m macros new organization, for whoever published your first article",
    ".venv/bin/python -m macros new source, for the article; then macros new fact, for your question",
)


def begin(folder: Path, name: str) -> None:
    """Write an explainer called `name` into a folder that is new or empty."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(MACHINE, folder / "macros", ignore=_LEFT_HERE)
    for part in BESIDE:
        there = MACHINE.parent / part
        if there.is_dir():
            shutil.copytree(there, folder / part, ignore=_without_subject)
        elif there.is_file():
            shutil.copy2(there, folder / part)
    for own_part in (".github", "docs", "tests"):
        shutil.copytree(START / own_part, folder / own_part, ignore=_LEFT_HERE, dirs_exist_ok=True)
    for own in ("mkdocs.yml", "README.md", "LICENSE-DATA.md"):
        text = (START / own).read_text("utf-8")
        title = _quoted(name) if own == "mkdocs.yml" else name
        (folder / own).write_text(text.replace("NAME", title), "utf-8")
    for kind in FOLDERS:
        (folder / "data" / kind).mkdir(parents=True)


def goes_along(folder: Path) -> bool:
    """Say whether a folder lies within what is copied, or within what another subject holds."""
    parts = (MACHINE, *(MACHINE.parent / part for part in (*BESIDE, "data", "docs")))
    return any(folder.resolve().is_relative_to(part.resolve()) for part in parts)


def _without_subject(folder: str, names: list[str]) -> set[str]:
    """The tests of the subject at hand stay with it."""
    own = {"site"} if Path(folder).name == "tests" else set()
    return own | _LEFT_HERE(folder, names)


def _quoted(name: str) -> str:
    """A name as YAML has it, whatever signs it holds."""
    return json.dumps(name, ensure_ascii=False)  # which YAML reads, too
