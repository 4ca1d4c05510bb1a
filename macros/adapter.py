"""The one file that knows MkDocs and mkdocs-macros: it loads, checks, registers the words and finishes pages.

Nothing here raises for bad data: each fault is logged as a warning, which `--strict` turns into a failed
build, and shown on the page where it matters, so that `mkdocs serve` lives through any edit.
"""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Callable, Iterator
from functools import partial, wraps
from pathlib import Path, PurePosixPath
from typing import Any

from markupsafe import Markup

from macros import feed, linked_data, search, wording
from macros.abbreviations import Abbreviations
from macros.addresses import Addresses
from macros.changelog import FEED
from macros.check import blamed, check
from macros.docs import calls, problem
from macros.escape import json_data, safe_url
from macros.faults import Level
from macros.history import Commit, history, newest
from macros.marks_extension import MarksExtension
from macros.rebuild import Rebuild
from macros.sheet import END, Sheet
from macros.usable import usable
from macros.words import Words, fault_mark

log = logging.getLogger("mkdocs.plugins.who_says_what")

EXPORT = "EXPORT"
"""Whoever sets this in the environment wants the files for programs, too; `make build` does."""

_rebuild = Rebuild()


def define_env(env: Any) -> None:
    """Load and check everything, and give the words to the pages. Called by mkdocs-macros at each build."""
    library, faults = check(Path(env.project_dir))
    for fault in faults:
        log.log(logging.INFO if fault.level is Level.NOTICE else logging.WARNING, "%s", fault)
    first = blamed(faults)
    env.repository = _repository(env)
    shown, past = usable(library, first), history(Path(env.project_dir))
    words = Words(
        _rebuild.site(shown, first, to_lines=bool(env.repository)),
        _rebuild.chronicle(past, shown),
        str(env.conf.get("site_name") or ""),
    )
    for name, word in words.all().items():
        env.macro(_outlived(word, words), name)
    env.words, env.found, env.last = words, [], past.last
    _rebuild.keep_theme(env.conf["theme"])
    env.files = {}
    env.conf["markdown_extensions"].append(MarksExtension(partial(_finish, env)))


def _outlived(run: Callable[..., str], words: Words) -> Callable[..., str]:
    """Let the build outlive a mistake in our own code: it is told, and shown in the place of what it printed."""

    @wraps(run)
    def outlived(*arguments: Any, **options: Any) -> str:
        try:
            return run(*arguments, **options)
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            message = f"{where.filename}:{where.lineno}: {type(error).__name__}: {error}"
            log.warning("%s", message)
            return words.sheet.inline(fault_mark(message))

    return outlived


def _finish(env: Any, html: str) -> str:
    """Fill a page's marks into its HTML, or show in its place why that can't be done; the theme prints its notes."""
    words: Words = env.words
    if END not in html:  # a heading, for the table of contents
        return words.sheet.fill(html, Markup)

    def finish(page: str) -> str:
        env.found += search.of_prose(env.page.url, _title(env), words.sheet.prose(page))
        abbreviations = Abbreviations(words.site.library, words.sheet.addresses)
        text, above = abbreviations.explain(words.sheet.fill(page, Markup))
        notes, above_notes = abbreviations.explain(words.notes())
        env.page.meta["abbreviations"] = above
        env.page.meta["notes"] = notes.replace(END, above_notes) + abbreviations.explanations()
        return text

    return words.sheet.fill(_outlived(finish, words)(html), Markup)


def on_pre_page_macros(env: Any) -> None:
    """Begin a page: a fresh sheet, and a visible mark wherever the page holds what is not a word."""
    words: Words = env.words
    words.sheet = Sheet(_addresses(env))
    _rebuild.keep_pages(env.env)
    if any(calls(title := str(getattr(env.page, "title", None) or ""))):
        env.page.title = title.replace("{", "(")  # mkdocs-macros would run it
    env.markdown = _with_marks(words, env.markdown)


def on_post_page_macros(env: Any) -> None:
    """Tell the theme what the page rests on, and when that was last changed; keep the files that go beside it."""
    words: Words = env.words
    folder = PurePosixPath(env.page.file.dest_uri).parent
    env.files |= {folder / name: content for name, content in words.sheet.files.items()}
    changed = newest(_changes(env))
    if changed:
        env.page.meta["changed"] = wording.date(changed.day)
    name = env.page.file.src_uri.removesuffix(".md").replace("/", "-")
    env.page.meta["cite"] = words.cite_page(_title(env), name, changed)
    env.page.meta["feed"] = "" if words.chronicle.missing else FEED
    env.page.meta["linked_data"] = json_data(_linked_data(env, changed))
    env.page.meta["changed_on"] = str(changed.day) if changed else ""
    questions = words.sheet.answered
    if questions:
        env.page.meta["facts_line"] = [f"{questions} question{'s' * (questions > 1)}"]


def on_post_build(env: Any) -> None:
    """Write the files that go beside the pages, the index of the search with them. `mkdocs serve` shows them, too."""
    addresses = Addresses(as_folders=bool(env.conf["use_directory_urls"]))
    words: Words = env.words
    index = _outlived(
        lambda: search.index([*env.found, *search.of_site(words.site, addresses)]), words
    )
    env.files[PurePosixPath(search.PATH)] = index().encode()
    if words.chronicle.changes:
        env.files[PurePosixPath(FEED)] = _feed(env)
    for path, content in env.files.items():
        file = Path(env.conf["site_dir"], path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if os.environ.get(EXPORT):
        _outlived(lambda: _export(env), words)()


def _export(env: Any) -> str:
    """Write what `python -m macros export` writes, from what the pages have computed already: in half its time."""
    # Imported here, for who only serves the site does not wait for it.
    from macros.export.publication import Publication
    from macros.export.writing import write

    publication = Publication(
        name=str(env.conf["site_name"]),
        address=_site(env),
        license=str((env.conf["extra"] or {}).get("license") or ""),
        terms=str(env.conf["copyright"] or ""),
        as_folders=bool(env.conf["use_directory_urls"]),
    )
    write(env.words.site, publication, Path(env.conf["site_dir"]))
    return ""


def _feed(env: Any) -> bytes:
    """The feed of changes; at home, where no address is known, its links lead from where it lies."""
    words: Words = env.words
    addresses = Addresses(
        root=_site(env),
        as_folders=bool(env.conf["use_directory_urls"]),
        repository=env.repository,
    )
    name, language = str(env.conf["site_name"]), str(env.conf["theme"].locale)
    return feed.atom(words.site, words.chronicle, addresses, name, language)


def _linked_data(env: Any, changed: Commit | None) -> linked_data.Node:
    """What the page is about, for machines."""
    sheet = env.words.sheet
    described = linked_data.Described(
        title=_title(env),
        address=sheet.addresses.here,
        about=str(env.page.meta.get("description") or ""),
        changed=str(changed.day) if changed else "",
        site=env.words.name,
        home=sheet.addresses.site or "/",
        language=str(env.conf["theme"].locale),
        license=str((env.conf["extra"] or {}).get("license") or ""),
    )
    return linked_data.page(described, sheet.linked)


def _title(env: Any) -> str:
    return str(env.page.meta.get("title") or env.page.title)


def _changes(env: Any) -> Iterator[Commit]:
    """The last commits of the page and of the facts that it notes; a block shows all of data/."""
    page = f"docs/{env.page.file.src_uri}"
    noted = {note.fact.path for note in env.words.sheet.notes.values()}
    for path, commit in env.last.items():
        if path == page or path in noted or (env.words.sheet.blocks and path.startswith("data/")):
            yield commit


def _addresses(env: Any) -> Addresses:
    url = PurePosixPath(env.page.url)
    as_folders = bool(env.conf["use_directory_urls"])
    depth = len(url.parts) if as_folders else len(url.parts) - 1
    return Addresses(
        root="../" * depth,
        as_folders=as_folders,
        repository=env.repository,
        here=getattr(env.page, "canonical_url", None) or f"/{env.page.url}",
        site=_site(env),
    )


def _site(env: Any) -> str:
    """The site's own address, with a slash at its end; empty where it is not known."""
    address = str(env.conf.get("site_url") or "")
    return address if not address or address.endswith("/") else f"{address}/"


def _repository(env: Any) -> str:
    """The repository's web address; empty, and told if it is none, where no link to it would lead anywhere."""
    address = str((env.conf["extra"] or {}).get("repository") or "").rstrip("/")
    try:
        return safe_url(address) if address else ""
    except ValueError as error:
        log.warning("extra.repository, or REPOSITORY where the site is built: %s", error)
        return ""


def _with_marks(words: Words, page: str) -> str:
    """Replace every expression that is not a word by a mark that says so: Jinja never sees it."""
    pieces, end = [], 0
    for call in calls(page):
        message = problem(words.site.library, call)
        if message:
            pieces += [page[end : call.start], words.sheet.inline(fault_mark(message))]
            end = call.end
    return "".join([*pieces, page[end:]])
