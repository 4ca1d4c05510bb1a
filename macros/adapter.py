"""The one file that knows MkDocs and mkdocs-macros: it has the site loaded and checked, and each page begun and finished.

Each fault is logged as a warning, which `--strict` turns into a failed build, and `mkdocs serve` lives
through any edit.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from macros.check import blamed, check
from macros.docs import calls, volumes
from macros.edition import Edition, Imprint, Place
from macros.faults import Level
from macros.history import history
from macros.language import language, speaking
from macros.marks_extension import MarksExtension
from macros.rebuild import Rebuild
from macros.usable import usable
from macros.words import Words

log = logging.getLogger("mkdocs.plugins.who_says_what")

EXPORT = "EXPORT"
"""Whoever sets this in the environment wants the files for programs, too; `make build` does."""

_rebuild = Rebuild()


def define_env(env: Any) -> None:
    """Load and check everything, and give the words to the pages. Called by mkdocs-macros at each build."""
    root = Path(env.project_dir)
    library, faults = check(root)
    for fault in faults:
        log.log(logging.INFO if fault.level is Level.NOTICE else logging.WARNING, "%s", fault)
    first = blamed(faults)
    imprint = Imprint.of(env.conf, str(env.conf["theme"]["language"]), _tell)
    shown, past = usable(library, first), history(root)
    with speaking(imprint.language):
        site = _rebuild.site(shown, first, to_lines=bool(imprint.repository))
        words = Words(site, _rebuild.chronicle(past, shown), imprint.name, volumes(shown))
    env.edition = Edition(imprint, words, past.last, _tell)
    for name, word in env.edition.vocabulary().items():
        env.macro(word, name)
    env.conf["extra"]["words"] = language(imprint.language).theme  # for 404.html, which is no page
    _rebuild.keep_theme(env.conf["theme"])
    env.conf["markdown_extensions"].append(MarksExtension(env.edition.finish))


def _tell(message: str) -> None:
    log.warning("%s", message)


def on_pre_page_macros(env: Any) -> None:
    """Begin a page before its words are run."""
    _rebuild.keep_pages(env.env)
    page = env.page
    title = str(getattr(page, "title", None) or "")
    if any(calls(title)):
        page.title = title = title.replace("{", "(")  # mkdocs-macros would run it
    place = Place(page.file.src_uri, page.url, title, page.meta)
    env.markdown = env.edition.begin(place, env.markdown)


def on_post_build(env: Any) -> None:
    """Write the files that go beside the pages. `mkdocs serve` shows them, too."""
    target = Path(env.conf["site_dir"])
    for path, content in env.edition.beside().items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if os.environ.get(EXPORT):
        env.edition.export(target)
