"""python -m macros why: the evidence on a fact, and how its agreement came about, rule by rule."""

from __future__ import annotations

import argparse

from macros.commands import Commands, add_on_fact
from macros.why import why


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    about = "tell how the agreement on a fact came about"
    add_on_fact(commands, root, "why", about, why, __doc__)
