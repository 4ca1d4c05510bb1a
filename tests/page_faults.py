"""What must not be found in a built site: each function yields its faults as sentences.

Pages are parsed as browsers parse them. Nothing here knows a subject or a theme.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

# What a page shows when something was not rendered, and what it then is.
UNRENDERED = {
    "{{": "a word that was not rendered",
    "{%": "a template tag that was not rendered",
    "[^": "a note that was not rendered",
    "Traceback": "a program's traceback",
}
PLACEHOLDER = re.compile("[\ue000-\uf8ff]|\\\\u(?:e[0-9a-f]{3}|f[0-8][0-9a-f]{2})", re.IGNORECASE)

# Python's or a script's word for nothing, alone or where a value is expected: not "None of them".
NOTHING = re.compile(r"(?:^|[:=(·,])\s*(None|nan|NaN|undefined)\s*(?:$|[,;)·])")

ADDRESSES = ("href", "xlink:href", "src", "action", "poster", "data")
IDS = (
    "for",
    "headers",
    "popovertarget",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-labelledby",
    "aria-owns",
)
FOLLOWED = ("a", "area")  # these lead elsewhere only when a reader follows them
NAMING = {
    "alternate",
    "author",
    "canonical",
    "license",
    "next",
    "prev",
}  # <link rel=…> that loads nothing
IN_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
TEXT_FILES = {".css", ".csv", ".json", ".txt", ".xml"}


@dataclass(frozen=True)
class Page:
    """One HTML file of a site; its path is relative to the site's folder."""

    path: str
    html: str

    @property
    def address(self) -> str:
        return self.path.removesuffix("index.html")

    @cached_property
    def elements(self) -> list[LexborNode]:
        return LexborHTMLParser(self.html).css("*")

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(id for element in self.elements if (id := element.attributes.get("id")))


@dataclass(frozen=True)
class Site:
    """A folder of files and the address at which it is published."""

    folder: Path
    base: str = "http://localhost/"

    @cached_property
    def pages(self) -> list[Page]:
        return [
            Page(path.relative_to(self.folder).as_posix(), path.read_text("utf-8"))
            for path in sorted(self.folder.rglob("*.html"))
        ]

    @cached_property
    def by_address(self) -> dict[str, Page]:
        return {page.address: page for page in self.pages}

    def has(self, address: str) -> bool:
        """Whether a file answers at this address; a folder answers only with its index."""
        name = address + "index.html" if address.endswith("/") or not address else address
        return (self.folder / name).is_file()


def none_of(faults: Iterable[str]) -> None:
    """Fail with every fault that there is, each on its line."""
    __tracebackhide__ = True
    if found := list(faults):
        pytest.fail("\n".join([f"{len(found)} found", *found]), pytrace=False)


def unrendered(page: Page) -> Iterator[str]:
    """Text or attributes that hold a raw word, note, template tag, traceback or placeholder."""
    for text in texts(page):
        for sign, what in UNRENDERED.items():
            if sign in text:
                yield f"{page.path}: {what}: {shown(text, text.index(sign))}"
        if found := PLACEHOLDER.search(text):
            yield f"{page.path}: a placeholder that was not replaced: {shown(text, found.start())}"


def unrendered_in_files(site: Site) -> Iterator[str]:
    """The same in what is not a page: the search index, the map of the site, exports, styles."""
    for path in sorted(site.folder.rglob("*")):
        if path.suffix in TEXT_FILES:
            text = path.read_text("utf-8")
            for found in re.finditer(r"\{\{|Traceback \(", text):
                yield f"{path.relative_to(site.folder)}: not rendered: {shown(text, found.start())}"
            if path.suffix != ".css" and (raw := PLACEHOLDER.search(text)):
                yield f"{path.relative_to(site.folder)}: a placeholder: {shown(text, raw.start())}"


def nothing_for_a_value(page: Page) -> Iterator[str]:
    """None or nan where a value should stand: as text, in a sentence's slot, in an address or id."""
    for text in texts(page):
        if found := NOTHING.search(text.strip()):
            yield f"{page.path}: {found[1]} stands for a value: {shown(text.strip(), found.start())}"
    for element in page.elements:
        for name in ("id", "class", "datetime", "lang", "colspan", *ADDRESSES, *IDS):
            value = element.attributes.get(name) or ""
            if {"None", "nan", "undefined"} & set(re.split(r"[^A-Za-z]+", value)):
                yield f"{page.path}: nothing stands for a value: <{element.tag} {name}={value!r}>"


def headlines(page: Page) -> Iterator[str]:
    """A page without a headline, or with more than one."""
    if (count := sum(element.tag == "h1" for element in page.elements)) != 1:
        yield f"{page.path}: {count} headlines of the first level"


def repeated_ids(page: Page) -> Iterator[str]:
    """Two elements of one id: a link or a label reaches only the first."""
    for id, times in page.ids.items():
        if times > 1:
            yield f"{page.path}: {times} elements have the id {id!r}"


def missing_ids(page: Page) -> Iterator[str]:
    """A label, button or description that points at an element which is not on the page."""
    for element in page.elements:
        for name in IDS:
            for id in (element.attributes.get(name) or "").split():
                if id not in page.ids:
                    yield f"{page.path}: <{element.tag} {name}={id!r}> points at nothing"


def dead_links(site: Site) -> Iterator[str]:
    """An address within the site that no file, or no element of the page, answers."""
    for page in site.pages:
        for element, reference in references(page):
            url = urljoin(site.base + page.address, reference)
            if urlsplit(url).netloc != urlsplit(site.base).netloc:
                continue
            where = f"{page.path}: <{element.tag}> to {reference!r}"
            if not url.startswith(site.base):
                yield f"{where} leaves the site's own path {site.base}"
                continue
            address, _, fragment = url.removeprefix(site.base).partition("#")
            address = unquote(address.partition("?")[0])
            id = unquote(fragment.partition(":~:")[0])
            if not site.has(address):
                yield f"{where}: there is no such file"
            elif (
                id
                and id != "top"
                and (target := site.by_address.get(address))
                and id not in target.ids
            ):
                yield f"{where}: {target.path} has no element of the id {id!r}"
        if page.path == "404.html":
            yield from (
                f"404.html: <{element.tag}> to {reference!r} depends on the address that was not found"
                for element, reference in references(page)
                if not reference.startswith(("/", "#", "https:", "mailto:", "data:"))
            )


def other_hosts(site: Site) -> Iterator[str]:
    """Anything that a browser would load from another host, or a link that is not to the web's safe part."""
    own = urlsplit(site.base).netloc
    for page in site.pages:
        for element, reference in references(page):
            url = urlsplit(urljoin(site.base + page.address, reference))
            if element.tag in FOLLOWED or named_only(element):
                if url.netloc != own and url.scheme not in ("https", "mailto"):
                    yield f"{page.path}: a link that is not to https: {reference!r}"
            elif url.netloc != own and url.scheme != "data":
                yield f"{page.path}: <{element.tag}> loads from another host: {reference!r}"
        for style in styles(page):
            yield from styles_elsewhere(site, page.path, style)
    for path in sorted(site.folder.rglob("*.css")):
        yield from styles_elsewhere(
            site, path.relative_to(site.folder).as_posix(), path.read_text("utf-8")
        )


def styles_elsewhere(site: Site, path: str, style: str) -> Iterator[str]:
    """What a style sheet loads that is not in the site."""
    for found in IN_STYLES.finditer(style):
        reference = found[1] or found[2]
        url = urljoin(site.base + path, reference)
        if reference.startswith(("data:", "#")):
            continue
        if not url.startswith(site.base):
            yield f"{path}: a style loads from elsewhere: {reference!r}"
        elif not site.has(unquote(urlsplit(url.removeprefix(site.base)).path)):
            yield f"{path}: a style loads what is not there: {reference!r}"


def references(page: Page) -> Iterator[tuple[LexborNode, str]]:
    """Every address in a page, with the element that holds it."""
    for element in page.elements:
        for name in ADDRESSES:
            if (value := element.attributes.get(name)) is not None:
                yield element, value
        for candidate in (element.attributes.get("srcset") or "").split(","):
            if candidate.strip():
                yield element, candidate.split()[0]
        if element.tag == "meta" and (element.attributes.get("property") or "").startswith(
            "og:image"
        ):
            content = element.attributes.get("content") or ""
            if "/" in content:
                yield element, content


def named_only(element: LexborNode) -> bool:
    """A <link> that names another page and loads nothing."""
    rel = set((element.attributes.get("rel") or "").split())
    return element.tag == "link" and bool(rel) and rel <= NAMING


def styles(page: Page) -> Iterator[str]:
    """The styles written in a page itself."""
    for element in page.elements:
        if element.tag == "style":
            yield element.text()
        if style := element.attributes.get("style"):
            yield style


def texts(page: Page) -> Iterator[str]:
    """Every piece of text in a page, and every attribute."""
    for element in page.elements:
        yield from (value for value in element.attributes.values() if value)
        if element.tag not in ("script", "style"):
            yield from (
                child.text() for child in element.iter(include_text=True) if child.tag == "-text"
            )


def shown(text: str, at: int) -> str:
    """A few words on either side of a place."""
    return repr(text[max(at - 30, 0) : at + 50])
