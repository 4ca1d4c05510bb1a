"""python -m macros coverage: the sentences of an article that no locator touches, where facts may be left out."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.commands import Commands, one_of
from macros.configuration import topics
from macros.loading import load
from macros.passages import passages
from macros.text_coverage import sentences, untouched


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command and its options."""
    command = commands.add_parser(
        "coverage",
        parents=[root],
        help="list the sentences that no locator touches",
        description=__doc__,
    )
    command.add_argument("source", help="the source's id")
    command.add_argument("article", type=Path, help="the article's text")
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    article = options.article.read_text("utf-8")
    library, _ = load(options.root, topics(options.root))
    source = one_of("source", options.source, [*library.sources, *library.broken])
    own = [passage.locator for passage in passages(library) if passage.source == source]
    left = untouched(article, own)
    for sentence in left:
        print(sentence)
    total = len(sentences(article))
    touch = "1 locator touches" if len(own) == 1 else f"{len(own)} locators touch"
    print(f"{source}: {touch} {total - len(left)} of {total} sentences.")
    return 0
