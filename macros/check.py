"""All faults of a folder in one run, sorted; the build and the command line ask here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from macros.configuration import check_configuration, spoken, topics
from macros.docs import check_docs
from macros.faults import Fault, Level
from macros.files import check_files
from macros.language import file_of, misnamed
from macros.library import Library
from macros.loading import load, nothing_collected
from macros.own_links import check_links
from macros.passages import coverage
from macros.prose import check_prose
from macros.reporting import counted
from macros.rules import check_all
from macros.translations import translations
from macros.usable import usable


def check(root: Path) -> tuple[Library, list[Fault]]:
    """Load and check data/ and docs/ below `root`; returns the library as loaded and all faults, sorted."""
    with nothing_collected():
        library, faults = load(root, topics(root))
        faults += check_all(library)
        shown = usable(library, blamed(faults)) if faults else library
        faults += check_docs(shown)
        faults += check_prose(library)
        faults += check_links(root)
        misplaced = list(check_files(root))
        unread = {fault.path for fault in misplaced if fault.path.startswith("data/")}
        faults = [*(fault for fault in faults if fault.path not in unread), *misplaced]
        faults += check_configuration(root)
        faults += check_words(root)
    return library, sorted(set(faults))


def check_words(root: Path) -> Iterator[Fault]:
    """Yield the mistakes in the translations that the site is said in; English has none, and no file is read."""
    translated = file_of(spoken(root))
    if translated:
        path = _path(translated, root)
        yield from (Fault(path, line, 1, told) for line, told in translations(translated).mistakes)
    for file, name in misnamed():
        cure = f"Name it {name}." if name else "Name it by its language, as de.po or pt_BR.po."
        told = f"no language in mkdocs.yml leads to a file of this name. {cure}"
        yield Fault(_path(file, root), 1, 1, told)


def _path(file: Path, root: Path) -> str:
    """The path of a file of the machine, which need not lie below the root that is checked."""
    file, root = file.resolve(), root.resolve()
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()


def blamed(faults: Iterable[Fault]) -> dict[str, str]:
    """The first error of each file, by path."""
    errors = sorted(fault for fault in faults if fault.level is Level.ERROR)
    return {fault.path: str(fault) for fault in reversed(errors)}


def summary(library: Library, faults: Sequence[Fault]) -> str:
    """Count faults, notices and locators, and tell the share of each article that the locators show."""
    covered = coverage(library)
    lines = [f"Locators: {covered}."]
    lines += [
        f"Shown of {source}: {share:.0%} of its runs of words."
        for source, share in covered.shown.items()
    ]
    lines.append(f"{counted(faults)}.")
    return "\n".join(lines)
