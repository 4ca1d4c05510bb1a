"""What the README tells under "Your own subject" makes a site, command by command."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SECTION = README.partition("\n## Your own subject\n")[2].partition("\n## ")[0]
ARTICLE = (
    "A night of lights\n\nThe choir lit around 5,000 lanterns over the harbor. Then it rained.\n"
)
MAKE = 'make() { command make --old-file .venv/.installed "$@"; }'
"""The environment that runs these tests serves as it is: nothing is installed anew."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """This repository under another name, with the environment that runs the tests as its .venv."""
    here = tmp_path / "checkout"
    here.mkdir()
    for part in ROOT.iterdir():
        if part.name not in (".git", ".venv", "site", "preview"):
            (here / part.name).symlink_to(part)
    (here / ".venv").symlink_to(sys.prefix)
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    return here


def commands() -> str:
    """The commands of the section, one after the other."""
    blocks = re.findall(r"```sh\n(.*?)```", SECTION, re.DOTALL)
    assert len(blocks) == 2
    return "\n".join(blocks)


def test_the_commands_of_the_readme_make_a_site(checkout: Path) -> None:
    venv = f"ln -s {shlex.quote(sys.prefix)} .venv"
    lines = commands().replace("\nmake build\n", f"\n{venv}\nmake build\n")
    assert venv in lines
    environment = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPOSITORY")}
    done = subprocess.run(
        ["bash", "-euc", f"{MAKE}\n{lines}\nmake build"],
        cwd=checkout,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout
    assert "Locators: found 1 = checked 1 of 1 written." in done.stdout
    assert "Then it rained." in done.stdout  # what no claim touches yet
    made = checkout.parent / "lanterns"
    assert "around 5,000" in (made / "site" / "facts" / "questions" / "index.html").read_text()
    assert "<title>People · The lanterns</title>" in (
        made / "site" / "people" / "index.html"
    ).read_text("utf-8")
