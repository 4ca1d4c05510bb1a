"""python -m macros new: write a new file of data/. Asks for what is not given; what exists is never overwritten."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.check import check
from macros.commands import Commands, Refused, an_id
from macros.docs import NOT_SHOWN
from macros.drafting import start
from macros.drafting.alike import alike
from macros.drafting.asks import KINDS, Kind, missing, suggested_id
from macros.drafting.canonical import written
from macros.drafting.draft import BETWEEN, Dialog, NotGiven, drafted, hint
from macros.faults import Fault, Level, did_you_mean
from macros.library import Library
from macros.rules.one_person import UNMENTIONED

_STILL_MISSING = (UNMENTIONED, NOT_SHOWN)
"""What is honestly still missing of a new file: another file has to name it."""


def add(commands: Commands, root: argparse.ArgumentParser) -> None:
    """Name the command, each kind of file, and its keys as options."""
    command = commands.add_parser(
        "new", help="write a new source, fact, person or organization", description=__doc__
    )
    kinds = command.add_subparsers(required=True, metavar="KIND")
    for kind in KINDS.values():
        one = kinds.add_parser(kind.name, parents=[root], help=f"write a new {kind.name}")
        one.add_argument("--id", help="the file's name; else one is suggested")
        if kind.folder == "facts":
            one.add_argument("--topic", help="the folder of data/facts/ that it belongs to")
        for ask in kind.asks:
            option = f"--{ask.key.replace('_', '-')}"
            one.add_argument(option, dest=ask.key, metavar="…", help=_shown(hint(kind.model, ask)))
        _add_parts(one, kind)
        one.set_defaults(run=_run, writes=kind)  # an organization has a --kind of its own

    site = kinds.add_parser("site", help="begin an explainer of your own in an empty folder")
    site.add_argument("folder", type=Path, metavar="DIR", help="where it will lie")
    site.add_argument("--name", default="", help="what it is called; else as its folder")
    site.set_defaults(run=_begin)


def _begin(options: argparse.Namespace) -> int:
    """Begin an explainer: this machine, with data/ and docs/ that hold nothing of a subject yet."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(
            f"{folder} is there and not empty. Name a folder that is new. Nothing was written."
        )
    if start.goes_along(folder):
        raise Refused(
            f"{folder} lies within a part of this explainer. Name a folder elsewhere. Nothing was written."
        )
    name = options.name.strip() or folder.resolve().name.replace("-", " ").capitalize()
    if not name.isprintable() or {*"{<"} & {*name}:
        raise Refused(
            f"“{repr(name)[1:-1]}” holds signs of a template, of markup or of no text. Write plain text into `--name`. Nothing was written."
        )
    try:
        start.begin(folder, name)
    except OSError as error:
        told = f"{folder} can't be written ({error.strerror or error}). Name a folder that is new, where you may write."
        raise Refused(told) from None
    print(f"Written: {folder}, an explainer without a fact.")
    for step in start.NEXT:
        print(f"Next: {step.format(folder=shlex.quote(str(folder)))}")
    return 0


def _add_parts(command: argparse.ArgumentParser, kind: Kind) -> None:
    if kind.part is None:
        return
    keys = ", ".join(ask.key for ask in kind.part.asks)
    command.add_argument(
        f"--{kind.part.key.removesuffix('s')}",
        dest=kind.part.key,
        action="append",
        metavar="…",
        help=f"{kind.part.what}, as key=value{BETWEEN}key=value; may be given again. Keys: {keys}",
    )
    if kind.folder == "facts":
        command.add_argument(
            "--answer",
            dest="answers",
            action="append",
            metavar="KEY=WORDING",
            help="an answer that claims may give; may be given again",
        )


def _shown(text: str) -> str:
    return text.partition(": ")[2].replace("%", "%%")


def _run(options: argparse.Namespace) -> int:
    kind: Kind = options.writes
    library, before = check(options.root)
    given = {key: value for key, value in vars(options).items() if value}
    dialog = (
        Dialog() if missing(kind, given) or (kind.folder == "facts" and not options.topic) else None
    )
    try:
        topic = _topic(library, options.topic, dialog) if kind.folder == "facts" else ""
        values = drafted(library, kind, given, dialog)
    except NotGiven as refused:
        raise Refused(str(refused)) from None
    lacking = missing(kind, values)
    if lacking:
        raise Refused(f"a new {kind.name} needs {', '.join(lacking)}. Nothing was written.")
    _warn(library, kind, values, dialog)
    file = _file(options.root, library, kind, topic, options.id, values, dialog)
    return _write(options.root, file, written(kind.model, values), set(before), kind)


def _topic(library: Library, given: str | None, dialog: Dialog | None) -> str:
    known = [*library.topics, *library.waiting]
    told = f"topic: the folder that it belongs to. There are: {', '.join(known) or 'none yet'}"
    topic = given or (dialog.ask("topic", told) if dialog else "")
    if not topic:
        raise NotGiven("a new fact needs its topic. Name a folder of data/facts/.")
    near = did_you_mean(topic, known)
    if topic not in known and near:
        told = f"there is no topic “{topic}”.{near} A new one is named first in mkdocs.yml, below `topics:`."
        raise NotGiven(told)
    return an_id(topic)


def _warn(library: Library, kind: Kind, values: Mapping[str, Any], dialog: Dialog | None) -> None:
    """Name what is there already and looks alike; a person decides whether it is the same."""
    found = list(alike(library, kind.model, values))
    for entity, why in found:
        print(f"warning: {entity.path} looks alike: {why}.", file=sys.stderr)
    if (
        found
        and dialog
        and not dialog.ended
        and not dialog.agrees("Is yours another one? Write it:")
    ):
        raise Refused("nothing was written. Add to the file that is there.")


def _file(
    root: Path,
    library: Library,
    kind: Kind,
    topic: str,
    given: str | None,
    values: Mapping[str, Any],
    dialog: Dialog | None,
) -> Path:
    suggestion = suggested_id(library, kind, values)
    chosen = given or (dialog.ask("id", "id: the file's name", suggestion) if dialog else "")
    if not (chosen or suggestion):
        raise Refused("no id can be made of these letters. Name one in Latin letters: --id ID.")
    chosen = an_id(chosen or suggestion)
    file = Path(root, "data", kind.folder, topic, f"{chosen}.yml")
    taken = {
        entity.id: entity.path for entity in library.entities if _shares_ids(entity.path, kind)
    }
    if file.exists() or chosen in taken:
        raise Refused(
            f"{taken.get(chosen, file)} is there already. Choose another --id, or edit that file."
        )
    return file


def _shares_ids(path: str, kind: Kind) -> bool:
    """People and organizations have one space of ids, and all topics together."""
    bodies = ("people", "organizations")
    return path.split("/")[1] in (bodies if kind.folder in bodies else (kind.folder,))


def _write(root: Path, file: Path, text: str, before: set[Fault], kind: Kind) -> int:
    """Write the file if the check finds nothing new but what is honestly still missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(text)
    _, after = check(root)
    new = [fault for fault in after if fault not in before]
    errors = [f for f in new if f.level is Level.ERROR and not f.message.startswith(_STILL_MISSING)]
    if errors:
        file.unlink()
        told = "\n".join(map(str, errors))
        raise Refused(f"nothing was written, for the check would say:\n{told}")
    print(f"Written: {file}\n\n{text}")
    for fault in new:
        print(f"Still missing: {fault.message}")
    for step in _NEXT[kind.name]:
        print(f"Next: {step.format(id=file.stem, file=file)}")
    return 0


_NEXT = {
    "source": (
        "python -m macros fingerprint {id} article.txt (the article's text stays with you)",
        "write its claims into the facts that are there, or into new ones: python -m macros new fact",
        "python -m macros coverage {id} article.txt lists the sentences that no claim touches",
    ),
    "fact": (
        "python -m macros why {id} tells how far the articles agree",
        'show it on more pages than its topic\'s, by a word such as {{{{ cite("{id}") }}}}',
        "python -m macros check",
    ),
    "person": (
        "name {id} in the facts that are about this person, in `about:`, `speaker:` or `origin:`",
        "python -m macros check",
    ),
    "organization": (
        "name {id} where it speaks, publishes or takes part",
        "python -m macros check",
    ),
}
