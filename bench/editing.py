"""What a whole build costs after one fact was edited, where the pages of the build before are kept."""

from __future__ import annotations

from pathlib import Path

from bench.building import full
from bench.measuring import Cost

FACT = "data/facts/topic-0/fact-0.yml"
KEEPS = {"CI": ""}


def remarked(text: str, remark: str) -> str:
    """The text of a fact with another remark, which is its last line."""
    *lines, _ = text.splitlines()
    return "\n".join([*lines, f"remark: {remark} who counted the boats.", ""])


def after_edits(root: Path, times: int) -> list[Cost]:
    """Edit a fact so many times, and build anew after each; the first build, which keeps the pages, is not counted."""
    file = root / FACT
    before = file.read_text("utf-8")
    full(root, "kept", **KEEPS)
    taken = []
    for i in range(times):
        file.write_text(remarked(before, f"Nobody {'really ' * (i + 1)}says"), "utf-8")
        taken.append(full(root, f"edited-{i}", **KEEPS))
    file.write_text(before, "utf-8")
    return taken
