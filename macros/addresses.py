"""Where things stand on the site, and how a page links to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote, unquote_to_bytes

from macros.escape import safe_url
from macros.locator import Locator
from macros.model import Question, Source
from macros.volumes import Volumes

PEOPLE, ORGANIZATIONS, SOURCES = "people", "organizations", "sources"
ENTRIES = "facts"
BRANCH = "main"
"""What .github/workflows/publish.yml publishes: the lines of its files are those of the pages."""
FORM = "wrong-figure.yml"
"""The form in .github/ISSUE_TEMPLATE/ that a report fills in, by the ids of its fields."""
LONGEST = {"title": 300, "page": 700, "fact": 900, "says": 1_800, "source": 900, "link": 900}
"""Signs of each of its fields, percent-encoded: a browser or a sign-in may lose a link of 8,000."""
_WHOLE = 8
_HALF = 4


@dataclass(frozen=True, slots=True)
class Addresses:
    """Links as one page writes them.

    `root` leads from the page to the site's root ("../"); `as_folders` says whether pages are folders;
    `repository` is the repository's web address, or empty: then there are no links to it;
    `here` is the page's own address, as a report of a mistake names it;
    `site` is the site's address, or empty where it is not known;
    `volumes` says on which page a list that is cut has something.
    """

    root: str = ""
    as_folders: bool = True
    repository: str = ""
    here: str = ""
    site: str = ""
    volumes: Volumes = field(default_factory=Volumes, compare=False)

    def page(self, name: str, anchor: str = "") -> str:
        """Link to a page by its name, e.g. "people" or "facts/harbor"."""
        ending = "/" if self.as_folders else ".html"
        return f"{self.root}{name}{ending}" + (f"#{anchor}" if anchor else "")

    def page_of(self, path: str) -> str:
        """Link to a page by its file, e.g. "docs/people.md"."""
        folder, _, name = path.removeprefix("docs/").removesuffix(".md").rpartition("/")
        if self.as_folders and name == "index":
            return f"{self.root}{folder}/" if folder else self.root or "./"
        return self.page(f"{folder}/{name}" if folder else name)

    def fact(self, fact: Question) -> str:
        """Link to the entry of a fact, or of a question that is asked no more."""
        return self.page(f"{ENTRIES}/{fact.topic}", fact.id)

    def person(self, person_id: str) -> str:
        """Link to a person's card."""
        return self._in("people_directory", person_id) or self.page(PEOPLE, person_id)

    def organization(self, organization_id: str) -> str:
        """Link to a body's entry."""
        return self._in("organization_list", organization_id) or self.page(
            ORGANIZATIONS, organization_id
        )

    def source(self, source_id: str) -> str:
        """Link to a source's profile."""
        return self._in("source_list", source_id) or self.page(SOURCES, source_id)

    def comparison(self, topic: str) -> str:
        """Link to the page that compares a topic; empty where one page compares all."""
        volume = self.volumes.volume("comparison_table", topic)
        return self.page_of(volume.path) if volume else ""

    def _in(self, word: str, key: str) -> str:
        """Link to something on a page of a list that is cut; empty where it is not."""
        volume = self.volumes.volume(word, key)
        return f"{self.page_of(volume.path)}#{key}" if volume else ""

    def edit(self, path: str, line: int = 1) -> str:
        """Link to a line of a file for editing; empty where no repository is known.

        GitHub's editor puts the cursor on the line of the fragment (https://github.com/isaacs/github/issues/295).
        It is not documented, as `blob/…#L12` is, but that page cannot be written to; and where the fragment
        is lost, at a sign-in, the editor still opens the file, which is short.
        """
        if not self.repository:
            return ""
        return safe_url(f"{self.repository}/edit/{BRANCH}/{quote(path)}#L{line}")

    def commit(self, commit: str) -> str:
        """Link to a commit and what it changed; only where a repository is known."""
        return safe_url(f"{self.repository}/commit/{commit}")

    def at(self, commit: str, path: str) -> str:
        """Link to a file, or to all of them, as a commit left them; only where a repository is known."""
        kind = f"blob/{commit}/{quote(path)}" if path else f"tree/{commit}"
        return safe_url(f"{self.repository}/{kind}")

    def report(self, **fields: str) -> str:
        """Link to the form for a mistake with the fields of LONGEST filled in; empty where no repository is known.

        The form's fields are filled in by their ids: see
        https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue#creating-an-issue-from-a-url-query.
        """
        if not self.repository:
            return ""
        filled = {"page": self.here, **fields}
        query = "".join(
            f"&{field}={_encoded(filled[field], longest)}"
            for field, longest in LONGEST.items()
            if filled.get(field)
        )
        return safe_url(f"{self.repository}/issues/new?template={FORM}{query}")


def _encoded(value: str, longest: int) -> str:
    """Percent-encode a text; one that is too long ends in "…", between two of its signs."""
    encoded = quote(value, safe="")
    if len(encoded) <= longest:
        return encoded
    end = quote("…")
    kept = encoded[: longest - len(end)]
    whole = kept[: kept.rfind("%")] if "%" in kept[-2:] else kept
    return quote(unquote_to_bytes(whole).decode(errors="ignore"), safe="") + end


def passage(source: Source, locator: Locator) -> str:
    """Link to the very words of an article by a text fragment.

    Over eight words the first and the last four are used; two passages are joined the same way.
    Everything is percent-encoded, the hyphen too, which would mean "context" to a browser.
    See https://wicg.github.io/scroll-to-text-fragment/.
    """
    first, last = locator.passages[0].split(), locator.passages[-1].split()
    ends: list[list[str]]
    if len(locator.passages) == 1:
        ends = [first] if len(first) <= _WHOLE else [first[:_HALF], first[-_HALF:]]
    else:
        ends = [
            first if len(first) <= _WHOLE else first[:_HALF],
            last if len(last) <= _WHOLE else last[-_HALF:],
        ]
    fragment = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    joint = ":~:" if "#" in source.url else "#:~:"
    return f"{source.url}{joint}text={fragment}"


def archive(source: Source) -> str:
    """Link to a source's archived copy, or to the look-up of its copies."""
    return source.archive or safe_url(f"https://web.archive.org/web/*/{source.url}")
