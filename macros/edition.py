"""The site while an engine writes it, whichever that is: what its pages share, the page at hand, the files beside them.

An engine begins each page, runs its words, makes HTML of it, lets it be finished, and prints it with a theme,
which finds in the page's `meta` what stands around the text.
Nothing here raises for bad data: each fault is told, and shown on the page where it matters.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import wraps
from logging import INFO, WARNING, Logger
from pathlib import Path, PurePosixPath
from typing import Any

from markupsafe import Markup

from macros import linked_data, search, wording
from macros.abbreviations import Abbreviations, Lexicon
from macros.addresses import Addresses
from macros.changelog import FEED
from macros.check import blamed, check
from macros.docs import calls, problem, volumes
from macros.escape import json_data, safe_url
from macros.faults import Level
from macros.history import Commit, history, newest
from macros.language import language, speaking
from macros.layout import laid_out
from macros.names import unbroken
from macros.rebuild import Rebuild
from macros.sheet import END, Sheet
from macros.usable import usable
from macros.weight import HEAVIEST, too_heavy
from macros.words import Words, fault_mark

Beside = tuple[list[search.Entry], dict[str, bytes]]

EXPORT = "EXPORT"
"""Whoever sets this in the environment wants the files for programs, too; `make build` does."""


@dataclass(frozen=True)
class Imprint:
    """What mkdocs.yml says of the site; `address` is empty where it is not known, else it ends in a slash."""

    name: str
    address: str = ""
    repository: str = ""
    language: str = "en"
    license: str = ""
    terms: str = ""
    as_folders: bool = True

    @classmethod
    def of(cls, conf: Mapping[str, Any], log: Logger) -> Imprint:
        """Read the configuration as an engine has read it; an address that is none is told and left out."""
        extra = conf["extra"] or {}
        address = str(conf.get("site_url") or "")
        return cls(
            name=str(conf["site_name"]),
            address=f"{address.rstrip('/')}/" if address else "",
            repository=_repository(str(extra.get("repository") or "").rstrip("/"), log),
            language=str(conf["theme"]["language"]),
            license=str(extra.get("license") or ""),
            terms=str(conf.get("copyright") or ""),
            as_folders=bool(conf["use_directory_urls"]),
        )


def _repository(address: str, log: Logger) -> str:
    """The repository's web address; empty, and told if it is none, where no link to it would lead anywhere."""
    try:
        return safe_url(address) if address else ""
    except ValueError as error:
        log.warning("extra.repository, or REPOSITORY where the site is built: %s", error)
        return ""


@dataclass(frozen=True)
class Place:
    """A page as its engine knows it: its file below docs/, its address on the site, and its front matter.

    What the theme prints around the text is put into `meta`.
    """

    path: str
    url: str
    title: str
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def headline(self) -> str:
        """The title of the front matter, or else the one of the menu."""
        return str(self.meta.get("title") or self.title)

    @property
    def is_home(self) -> bool:
        """Whether it is the first page of the site."""
        return self.path == "index.md"

    @property
    def folder(self) -> PurePosixPath:
        """Where the page's file and the files beside it lie, below the site's root."""
        url = PurePosixPath(self.url)
        return url.parent if url.suffix == ".html" else url


class Edition:
    """One build of the site, page after page."""

    def __init__(self, root: Path, imprint: Imprint, rebuild: Rebuild, log: Logger) -> None:
        """Load and check what lies below `root`; `rebuild` has what need not be made again, `log` is told all faults."""
        library, faults = check(root)
        for fault in faults:
            log.log(INFO if fault.level is Level.NOTICE else WARNING, "%s", fault)
        first = blamed(faults)
        shown, self.past = usable(library, first), history(root)
        self.imprint = imprint
        with speaking(imprint.language):
            cut, to_lines = volumes(shown), bool(imprint.repository)
            site = rebuild.site(shown, first, cut, imprint.as_folders, to_lines=to_lines)
            chronicle = rebuild.chronicle(self.past, shown)
            self.words = Words(site, chronicle, imprint.name, cut)
        self.found: dict[str, list[search.Entry]] = {}  # by the pages that were begun
        self._files: dict[PurePosixPath, bytes] = {}
        self._last = last = self.past.last
        self._last_of_data = newest(last[path] for path in last if path.startswith("data/"))
        self._lexicon = Lexicon(shown, imprint.language)
        self._log = log
        self._root = root
        self._place = Place("", "", "")

    def vocabulary(self) -> dict[str, Callable[..., str]]:
        """Every word by its name, to be run in the pages."""
        return {name: self._outlived(word) for name, word in self.words.all().items()}

    def begin(self, place: Place, page: str) -> str:
        """Begin a page: a fresh sheet, and a visible mark wherever the page holds what is not a word."""
        self._place = place
        self.found[place.url] = []
        around = {"layout": {}, "words": language(self.imprint.language).theme}
        place.meta.update(around)  # whatever front matter says
        self.words.sheet = Sheet(self._addresses(place.url))
        pieces, end = [], 0
        for call in calls(page):  # Jinja never sees what is not a word
            message = problem(self.words.site.library, call)
            if message:
                pieces += [page[end : call.start], self.words.sheet.inline(fault_mark(message))]
                end = call.end
        return "".join([*pieces, page[end:]])

    def finish(self, html: str) -> str:
        """Fill a page's marks into its HTML, or show in its place why that can't be done."""
        if END in html:
            html = self._outlived(self._finished)(html)
        # Else it is a heading, for the table of contents.
        return self.words.sheet.fill(html, Markup)

    def beside(self, place: Place) -> Beside:
        """What a page that was finished has left beside its text: what can be found in it, and its files."""
        folder, files = place.folder, self.words.sheet.files
        return self.found[place.url], {str(folder / name): held for name, held in files.items()}

    def keep_beside(self, place: Place, left: Beside) -> None:
        """Take what a page left beside its text when it was made, in place of making it."""
        self.found[place.url], files = left
        self._files |= {PurePosixPath(path): held for path, held in files.items()}

    def _finished(self, html: str) -> str:
        """Fill the page, and tell the theme what stands around it."""
        words, place = self.words, self._place
        self.found[place.url] = search.of_prose(place.url, place.headline, words.sheet.prose(html))
        abbreviations = Abbreviations(self._lexicon, words.sheet.addresses)
        text, above = abbreviations.explain(words.sheet.fill(html, Markup))
        notes, above_notes = abbreviations.explain(words.notes())
        place.meta["abbreviations"] = above
        notes = notes.replace(END, above_notes) + abbreviations.explanations()
        place.meta["notes"] = unbroken(notes, words.site.whole_names)
        text = unbroken(text, words.site.whole_names)
        body, layout = laid_out(text, home=place.is_home)
        place.meta["layout"] = asdict(layout) | {"path": place.path, "home": place.is_home}
        self._weigh(len(text) + len(notes))
        self._date(place)
        self.keep_beside(place, self.beside(place))
        return body

    def _weigh(self, weight: int) -> None:
        path = f"docs/{self._place.path}"
        page = (self._root / path).read_text("utf-8") if weight > HEAVIEST else ""
        fault = too_heavy(path, page, weight, self.words.listed)
        if fault:
            self._log.warning("%s", fault)

    def _date(self, place: Place) -> None:
        """Tell the theme when what the page rests on was last changed, how to cite it, and what machines read."""
        changed = newest(self._changes())
        if changed:
            place.meta["changed"] = wording.date(changed.day)
        name = place.path.removesuffix(".md").replace("/", "-")
        place.meta["cite"] = self.words.cite_page(place.headline, name, changed)
        place.meta["feed"] = "" if self.words.chronicle.missing else FEED
        place.meta["linked_data"] = json_data(self._linked_data(changed))
        place.meta["changed_on"] = str(changed.day) if changed else ""
        questions = self.words.sheet.answered
        if questions:
            place.meta["facts_line"] = [wording.questions(questions)]

    def write_beside(self, target: Path) -> None:
        """Write the files that go beside the pages: theirs, the search's index, the feed, and those for programs if asked."""
        files = {**self._files, PurePosixPath(search.PATH): self._outlived(self._index)().encode()}
        if self.words.chronicle.changes:
            with speaking(self.imprint.language):
                files[PurePosixPath(FEED)] = self._feed()
        for path, content in files.items():
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        if os.environ.get(EXPORT):
            self._outlived(self._exported)(target)

    def _exported(self, target: Path) -> str:
        """Write what `python -m macros export` writes, from what the pages have computed already: in half its time."""
        # Imported here, for who only serves the site does not wait for it.
        from macros.export.publication import Publication
        from macros.export.writing import write

        imprint = self.imprint
        publication = Publication(
            name=imprint.name,
            address=imprint.address,
            license=imprint.license,
            terms=imprint.terms,
            as_folders=imprint.as_folders,
            volumes=self.words.volumes,
            repository=imprint.repository,
        )
        write(self.words.site, self.words.chronicle, publication, target)
        return ""

    def _index(self) -> str:
        """The index of the search: the pages in the order of their addresses, then what the data hold."""
        prose = [entry for url in sorted(self.found) for entry in self.found[url]]
        addresses = Addresses(as_folders=self.imprint.as_folders, volumes=self.words.volumes)
        return search.index([*prose, *search.of_site(self.words.site, addresses)])

    def _feed(self) -> bytes:
        """The feed of changes; at home, where no address is known, its links lead from where it lies."""
        from macros import feed  # its library is large, and a site without a history has no feed

        imprint = self.imprint
        addresses = Addresses(
            root=imprint.address,
            as_folders=imprint.as_folders,
            repository=imprint.repository,
            volumes=self.words.volumes,
        )
        words = self.words
        return feed.atom(words.site, words.chronicle, addresses, imprint.name, imprint.language)

    def _linked_data(self, changed: Commit | None) -> linked_data.Node:
        """What the page is about, for machines."""
        sheet = self.words.sheet
        described = linked_data.Described(
            title=self._place.headline,
            address=sheet.addresses.here,
            about=str(self._place.meta.get("description") or ""),
            changed=str(changed.day) if changed else "",
            site=self.words.name,
            home=sheet.addresses.site or "/",
            language=self.imprint.language,
            license=self.imprint.license,
        )
        return linked_data.page(described, sheet.linked)

    def _changes(self) -> Iterator[Commit]:
        """The last commits of the page and of the facts that it notes; a block shows all of data/."""
        sheet = self.words.sheet
        page = f"docs/{self._place.path}"
        noted = (note.fact.path for note in sheet.notes.values())
        if sheet.blocks and self._last_of_data:
            yield self._last_of_data
        yield from (self._last[path] for path in (page, *noted) if path in self._last)

    def _addresses(self, url: str) -> Addresses:
        imprint, parts = self.imprint, PurePosixPath(url).parts
        return Addresses(
            root="../" * (len(parts) if imprint.as_folders else len(parts) - 1),
            as_folders=imprint.as_folders,
            repository=imprint.repository,
            here=f"{imprint.address}{url}" if imprint.address else f"/{url}",
            site=imprint.address,
            volumes=self.words.volumes,
        )

    def _outlived(self, run: Callable[..., str]) -> Callable[..., str]:
        """Let the build outlive a mistake in our own code: it is told, and shown in the place of what it printed."""

        @wraps(run)
        def outlived(*arguments: Any, **options: Any) -> str:
            try:
                with speaking(self.imprint.language):
                    return run(*arguments, **options)
            except Exception as error:
                where = traceback.extract_tb(error.__traceback__)[-1]
                message = f"{where.filename}:{where.lineno}: {type(error).__name__}: {error}"
                self._log.warning("%s", message)
                return self.words.sheet.inline(fault_mark(message))

        return outlived
