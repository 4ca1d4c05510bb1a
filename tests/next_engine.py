"""One explainer as both engines write it: MkDocs, and Zensical, which is to come after it.

Zensical runs where nothing of MkDocs can be imported. `differences` tells whatever is not the same, but for
the few files and signs below; tests/test_next_engine.py shows that each of these is still needed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PUBLISHED, ROOT, build

ONLY_MKDOCS = ("sitemap.xml.gz",)
ONLY_ZENSICAL = ("search.json", "assets/javascripts/", "assets/stylesheets/")
"""Files of its own theme and search, which no page of ours asks for."""
WRITTEN_OTHERWISE = ("sitemap.xml",)
"""Whose bytes differ, though they list the same pages."""
ABOUT_THE_ENGINE = 'meta[name="generator"]'
"""What a page says otherwise: which engine wrote it."""

_ADDRESSES = ("href", "src", "data-search", "data-index")
_WITHOUT = ("mkdocs", "material", "mkdocs_macros")
COMMAND = ("-m", "zensical", "build", "--strict")
CONFIGURED = ("--config-file", "zensical.yml")


@dataclass(frozen=True)
class Built:
    """A site, as each engine has written it."""

    mkdocs: Path
    zensical: Path


def both(home: Path, folder: Path, language: str = "en") -> Built:
    """Write the explainer below `home` with both engines, as it is published, in a language of ours.

    Fails as a test does if one of them can't.
    """
    root = explainer(home, folder / "root")
    configuration = root / "mkdocs.yml"
    text = configuration.read_text("utf-8").replace("language: en\n", f"language: {language}\n")
    configuration.write_text(text, "utf-8")
    mkdocs = build(folder / "mkdocs", PUBLISHED | _QUIETLY, root=root)
    done = zensical(root, *CONFIGURED, settings=PUBLISHED | {"EXPORT": "1"})
    assert done.returncode == 0, done.stdout
    return Built(mkdocs, root / "site")


_QUIETLY = {
    "GIT_OPTIONAL_LOCKS": "0"
}  # the copy shares the repository's history, and leaves it alone


def explainer(home: Path, root: Path) -> Path:
    """Copy an explainer, and the machine beside it, for Zensical writes below its root alone."""
    for part in ("data", "docs", "mkdocs.yml"):
        _copy(home / part, root / part)
    for part in ("macros", "zensical.yml"):
        _copy(ROOT / part, root / part)
    if (home / ".git").exists():
        (root / ".git").symlink_to(home / ".git")
    return root


def _copy(there: Path, here: Path) -> None:
    here.parent.mkdir(parents=True, exist_ok=True)
    if there.is_dir():
        shutil.copytree(there, here, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy2(there, here)


def zensical(
    root: Path, *options: str, settings: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Write a site with Zensical, where whoever imports anything of MkDocs fails."""
    barred = root.with_name("barred")
    for name in _WITHOUT:
        (barred / name).mkdir(parents=True, exist_ok=True)
        (barred / name / "__init__.py").write_text("raise ImportError(__name__)\n", "utf-8")
    environment = {name: value for name, value in os.environ.items() if name not in PUBLISHED}
    return subprocess.run(
        [sys.executable, *COMMAND, *options],
        cwd=root,
        env=environment | _QUIETLY | {"PYTHONPATH": str(barred)} | (settings or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def differences(built: Built) -> list[str]:
    """Tell each file that only one engine writes, or that the two write differently; links count by where they lead."""
    ours, theirs = files(built.mkdocs), files(built.zensical)
    told = [f"{path}: only MkDocs writes it" for path in ours - theirs if not _known(path)]
    told += [f"{path}: only Zensical writes it" for path in theirs - ours if not _known(path)]
    for path in sorted(ours & theirs - {*WRITTEN_OTHERWISE}):
        told += _differences(path, built.mkdocs / path, built.zensical / path)
    return told


def files(site: Path) -> set[str]:
    """All files of a site, by their paths below it."""
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


def _known(path: str) -> bool:
    return path.startswith((*ONLY_MKDOCS, *ONLY_ZENSICAL))


def _differences(path: str, ours: Path, theirs: Path) -> Iterator[str]:
    if not path.endswith(".html"):
        if ours.read_bytes() != theirs.read_bytes():
            yield f"{path}: its bytes differ"
        return
    pairs = zip(_lines(path, ours), _lines(path, theirs), strict=False)
    for one, other in pairs:
        if one != other:
            yield f"{path}: {one[:200]!r} is {other[:200]!r}"
            return
    if len(_lines(path, ours)) != len(_lines(path, theirs)):
        yield f"{path}: one is longer"


def _lines(path: str, file: Path) -> list[str]:
    """A page, tag by tag, as a browser reads it."""
    page = LexborHTMLParser(file.read_text("utf-8"))
    for node in page.css(ABOUT_THE_ENGINE):
        node.decompose()
    here = f"/{path.removesuffix('index.html')}"
    for address in _ADDRESSES:
        for node in page.css(f"[{address}]"):
            node.attrs[address] = urljoin(here, node.attributes[address] or "")
    return (page.html or "").replace("<", "\n<").splitlines()
