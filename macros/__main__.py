"""The command line: python -m macros check | fingerprint | coverage."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros import schemas
from macros.check import check, summary
from macros.configuration import topics
from macros.fingerprint import Fingerprint
from macros.loading import FINGERPRINTS, load
from macros.model import ID
from macros.passages import passages
from macros.reporting import FORMATS, exit_code
from macros.text_coverage import sentences, untouched


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except (FileNotFoundError, IsADirectoryError, PermissionError, UnicodeDecodeError) as error:
        print(f"error: {error}. Name a text file that is there.", file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
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

    command = commands.add_parser(
        "check", parents=[root], help="list all faults of data/ and docs/"
    )
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="for a person, a pull request or a program",
    )
    command.set_defaults(run=_check)

    command = commands.add_parser(
        "fingerprint", parents=[root], help="store an article's fingerprint"
    )
    command.add_argument("source", help="the source's id, e.g. example-daily-2025-11")
    command.add_argument(
        "article", type=Path, help="the article's text; it stays outside the repository"
    )
    command.set_defaults(run=_fingerprint)

    command = commands.add_parser(
        "coverage", parents=[root], help="list the sentences that no locator touches"
    )
    command.add_argument("source", help="the source's id")
    command.add_argument("article", type=Path, help="the article's text")
    command.set_defaults(run=_coverage)

    command = commands.add_parser("schemas", parents=[root], help="write the editors' JSON Schemas")
    command.set_defaults(run=_schemas)
    return parser


def _check(options: argparse.Namespace) -> int:
    library, faults = check(options.root)
    told = FORMATS[options.format](faults)
    if told:
        print(told)
    if options.format != "json":
        print(summary(library, faults))
    return exit_code(faults)


def _fingerprint(options: argparse.Namespace) -> int:
    if not ID.fullmatch(options.source):
        told = f"error: “{options.source}” is not an id. Write small letters, digits and hyphens."
        print(told, file=sys.stderr)
        return 2
    made = Fingerprint.of(options.source, options.article.read_text("utf-8"))
    file = options.root / "data" / FINGERPRINTS / f"{options.source}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(made.dump(), "utf-8", newline="\n")
    print(f"{file}: {len(made.hashes)} runs of four words.")
    return 0


def _coverage(options: argparse.Namespace) -> int:
    article = options.article.read_text("utf-8")
    library, _ = load(options.root, topics(options.root))
    own = [passage.locator for passage in passages(library) if passage.source == options.source]
    left = untouched(article, own)
    for sentence in left:
        print(sentence)
    total = len(sentences(article))
    print(f"{options.source}: {len(own)} locators touch {total - len(left)} of {total} sentences.")
    return 0


def _schemas(options: argparse.Namespace) -> int:
    for file in schemas.write(options.root):
        print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
