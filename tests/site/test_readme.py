"""What the README shows is so."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_example_is_a_claim_of_a_real_fact() -> None:
    example = re.search(r"```yaml\n# (\S+)\n(.*?)```", README, re.DOTALL)
    assert example
    assert example[2] in (ROOT / example[1]).read_text("utf-8")


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE)))
)
def test_every_command_exists(command: str) -> None:
    assert re.search(rf"^{command}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


NAMED = re.findall(r"`([\w./-]+/|[\w-]+\.\w+)`", README)
LINKED = re.findall(r"\]\((?!https:)([^)]+)\)", README)


@pytest.mark.parametrize("place", sorted({*NAMED, *LINKED} - {".venv/", "site/"}))  # these are made
def test_every_place_exists(place: str) -> None:
    assert (ROOT / place).exists()
