"""The one file that knows MkDocs and mkdocs-macros: it has the site loaded and checked, and each page begun and finished.

Each fault is logged as a warning, which `--strict` turns into a failed build, and `mkdocs serve` lives
through any edit.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from macros.docs import calls
from macros.edition import Edition, Imprint, Place
from macros.marks_extension import MarksExtension
from macros.rebuild import Rebuild

log = logging.getLogger("mkdocs.plugins.who_says_what")

_rebuild = Rebuild()


def define_env(env: Any) -> None:
    """Load and check everything, and give the words to the pages. Called by mkdocs-macros at each build."""
    imprint = Imprint.of(env.conf, log)
    env.edition = Edition(Path(env.project_dir), imprint, _rebuild, log)
    for name, word in env.edition.vocabulary().items():
        env.macro(word, name)
    _rebuild.keep_theme(env.conf["theme"])
    env.conf["markdown_extensions"].append(MarksExtension(env.edition.finish))


def on_pre_page_macros(env: Any) -> None:
    """Begin a page before its words are run."""
    page = env.page
    _rebuild.keep_pages(env.env, page.file.src_uri)
    title = str(getattr(page, "title", None) or "")
    if any(calls(title)):
        page.title = title = title.replace("{", "(")  # mkdocs-macros would run it
    place = Place(page.file.src_uri, page.url, title, page.meta)
    env.markdown = env.edition.begin(place, env.markdown)


def on_post_build(env: Any) -> None:
    """Write the files that go beside the pages. `mkdocs serve` shows them, too."""
    env.edition.write_beside(Path(env.conf["site_dir"]))
