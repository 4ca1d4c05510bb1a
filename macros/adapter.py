"""The one file that knows MkDocs and mkdocs-macros: it has the site loaded and checked, and each page begun and finished.

Each fault is logged as a warning, which `--strict` turns into a failed build, and `mkdocs serve` lives
through any edit.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import markdown
import mkdocs
from mkdocs.plugins import BasePlugin, event_priority

from macros import edited_meanwhile
from macros.docs import calls
from macros.edition import Edition, Imprint, Place
from macros.kept_pages import KeptPages
from macros.marks_extension import MarksExtension
from macros.packed import Packed
from macros.rebuild import Rebuild

log = logging.getLogger("mkdocs.plugins.who_says_what")

_rebuild = Rebuild()
_SETTINGS = ("extra", "markdown_extensions", "mdx_configs", "validation")
"""What another configuration, as of `mkdocs build -f`, makes otherwise of a page, or tells of it."""


def define_env(env: Any) -> None:
    """Load and check everything, and give the words to the pages. Called by mkdocs-macros at each build."""
    imprint = Imprint.of(env.conf, log)
    env.edition = edition = Edition(Path(env.project_dir), imprint, _rebuild, log)
    settings = [env.conf[name] for name in _SETTINGS]
    engine = mkdocs.__version__, markdown.__version__, settings
    env.kept = KeptPages(edition.words.site, edition.words.volumes, edition.past, imprint, *engine)
    for name, word in edition.vocabulary().items():
        env.macro(word, name)
    env.conf["plugins"]["who-says-what"] = _Packing()
    _rebuild.keep_theme(env.conf["theme"])
    env.conf["markdown_extensions"].append(MarksExtension(edition.finish))


def on_pre_page_macros(env: Any) -> None:
    """Begin a page before its words are run, or take it as it was made before, where nothing that it rests on was edited."""
    page = env.page
    _rebuild.keep_compiled(env.env, page.file.src_uri)
    title = str(getattr(page, "title", None) or "")
    # mkdocs-macros would run it, and can read nothing but a text, which `title: 2031` is not.
    if calls(title) or (title and not isinstance(page.title, str)):
        page.title = title = title.replace("{", "(")
    place = Place(page.file.src_uri, page.url, title, page.meta)
    key = env.kept.key(place.path, env.markdown, place.url, title, place.meta)
    kept = env.kept.find(key) if key else None
    if kept:
        env.markdown = ""
        page.render = lambda _, files: _take(env.edition, page, place, kept, files)
    else:
        env.markdown = env.edition.begin(place, env.markdown)
        if key:
            _keep_when_made(env, page, place, key)


def on_post_build(env: Any) -> None:
    """Write the files that go beside the pages. `mkdocs serve` shows them, too."""
    env.edition.write_beside(Path(env.conf["site_dir"]))
    env.kept.settle(edited=edited_meanwhile())


class _Packing(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Packs what was made of a page until the theme prints it; other plugins find it as it was."""

    _FIRST, _LAST = 100, -100

    @event_priority(_LAST)
    def on_page_content(self, html: str, /, *, page: Any, **_: Any) -> Any:
        """Pack a page that was made. Called by MkDocs, as the others are."""
        page.meta["notes"] = Packed.of(page.meta.get("notes") or "")
        return Packed.of(html)

    @event_priority(_FIRST)
    def on_page_context(self, context: Any, /, *, page: Any, **_: Any) -> Any:
        """Unpack the page that is printed next."""
        page.content, page.meta["notes"] = str(page.content), str(page.meta["notes"])
        return context

    @event_priority(_LAST)
    def on_post_page(self, output: str, /, *, page: Any, **_: Any) -> str:
        """Let go of a page that was printed."""
        page.content = page.meta["notes"] = ""
        return output


class _Warned(logging.Handler):
    """Whether anything was told of a page while it was made: then it is made, and told, again."""

    any = False

    def emit(self, record: logging.LogRecord) -> None:
        self.any = True


def _keep_when_made(env: Any, page: Any, place: Place, key: str) -> None:
    """Let MkDocs render a page, and keep all that it then has of it."""
    make, warned, loud = page.render, _Warned(logging.WARNING), logging.getLogger("mkdocs")
    loud.addHandler(warned)

    def render(config: Any, files: Any) -> None:
        try:
            make(config, files)
        finally:
            loud.removeHandler(warned)
        # Where nobody is told (--quiet), or MkDocs notes no anchors (--verbose), what is wrong is not known.
        heard = loud.isEnabledFor(logging.WARNING) and page.links_to_anchors is not None
        if heard and not warned.any:
            links = {to.src_uri: found for to, found in page.links_to_anchors.items()}
            made = page.content, page.toc, page._title_from_render, page.present_anchor_ids, links
            env.kept.keep(key, (*made, page.meta, env.edition.beside(place)))

    page.render = render


def _take(edition: Edition, page: Any, place: Place, kept: Any, files: Any) -> None:
    """Give a page all that was kept of it, in place of rendering it."""
    page.content, page.toc, page._title_from_render, page.present_anchor_ids, links, *rest = kept
    page.links_to_anchors = {files.get_file_from_path(to): found for to, found in links.items()}
    meta, left = rest
    page.meta.update(meta)
    edition.keep_beside(place, left)
