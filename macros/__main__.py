"""The command line: python -m macros COMMAND. Each command is a module of macros/commands/."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from macros.commands import (
    Refused,
    check,
    coverage,
    diff,
    export,
    fingerprint,
    new,
    schemas,
    upkeep,
    where,
    why,
)
from macros.faults import did_you_mean
from macros.loading import nothing_collected

_COMMANDS = (check, diff, new, why, where, fingerprint, coverage, schemas, export, upkeep)
_CHOICES = re.compile(r"invalid choice: '(?P<word>[^']*)' \(choose from (?P<known>.*)\)")

_NOBODY_READS = 141
"""How shells tell of a program whose reader has left: 128, and 13 for SIGPIPE."""
_STOPPED = 130
"""How they tell of one that was stopped from the keyboard: 128, and 2 for SIGINT."""


def run() -> int:
    """Run the command that was typed, and end without a word when whoever reads it has seen enough, as `head` has.

    See https://docs.python.org/3/library/signal.html#note-on-sigpipe. A sign that the output's encoding does not
    have, as that of a pipe on Windows, is written as its number: nothing is lost.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        try:
            return main()
        finally:
            print(end="", flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more
        return _NOBODY_READS
    except KeyboardInterrupt:
        return _STOPPED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code: 2 if it could not be run as it was asked."""
    options = _parser().parse_args(arguments)
    try:
        with nothing_collected():
            code: int = options.run(options)
    except Refused as refused:
        print(f"error: {refused}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        raise
    except OSError as error:
        file = f"“{error.filename}”" if error.filename else "a file"
        told = f"{file} can't be read or written ({error.strerror}). Name one that can."
        print(f"error: {told}", file=sys.stderr)
        return 2
    except UnicodeDecodeError:
        print(
            "error: the file is not UTF-8 text. Save it with the encoding UTF-8.", file=sys.stderr
        )
        return 2
    return code


class _Parser(argparse.ArgumentParser):
    """Suggests the nearest word for a misspelt one."""

    def error(self, message: str) -> NoReturn:
        if message.endswith("required: COMMAND"):
            self.print_help(sys.stderr)
        found = _CHOICES.search(message)
        known = re.findall(r"[\w-]+", found["known"]) if found else []
        super().error(message + (f".{did_you_mean(found['word'], known)}" if found else ""))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m macros", description="Sourced explainers: check and prepare data."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    root = argparse.ArgumentParser(add_help=False)
    root.add_argument(
        "--root",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the folder that holds data/ and docs/",
    )
    for command in _COMMANDS:
        command.add(commands, root)
    return parser


if __name__ == "__main__":
    sys.exit(run())
