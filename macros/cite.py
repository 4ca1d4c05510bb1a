"""How to cite an entry, a page or the whole site: in words, for BibTeX and for programs (CSL-JSON).

A citation names the commit that last changed what it cites, and leads to what stood there then: it stays
true whatever is changed later. What is edited and not committed has no commit to name.
https://docs.citationstyles.org/en/stable/specification.html names the keys of CSL.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros import wording
from macros.addresses import Addresses
from macros.bibtex import MONTHS, latex
from macros.escape import text
from macros.history import Commit
from macros.language import _
from macros.rendering import render


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: `stood` leads to it as it stood at its commit, and is empty where no repository is known."""

    id: str
    kind: str
    title: str
    site: str
    address: str
    commit: Commit | None = None
    stood: str = ""

    @property
    def whole(self) -> bool:
        """Whether it is the site itself, and no part of it."""
        return self.title == self.site


def cited(addresses: Addresses, what: Cited, commit: Commit | None, path: str = "") -> Cited:
    """Add the commit, and the link to a file, or to all files, as it left them."""
    stood = addresses.at(commit.id, path) if commit and addresses.repository else ""
    return Cited(what.id, what.kind, what.title, what.site, what.address, commit, stood)


def citation(what: Cited) -> Markup:
    """Print a citation in all its forms, to be copied."""
    forms = {_("Text"): in_words(what), "BibTeX": bibtex(what), "CSL-JSON": csl_json(what)}
    lines = {form: Markup("\n").join(map(text, said.split("\n"))) for form, said in forms.items()}
    return render("cite.html", what=what, forms=lines)


def in_words(what: Cited) -> str:
    """Print a citation as one would write it."""
    return " ".join(_sentences(what))


def _sentences(what: Cited) -> Iterator[str]:
    title = what.title if what.title.endswith(("?", "!", ".")) else f"{what.title}."
    yield f"{what.site}." if what.whole else f"{wording.quoted(title)} {what.site}."
    if what.commit:
        yield _(
            "Last changed %(date)s, version %(version)s.",
            date=wording.date(what.commit.day),
            version=what.commit.id[:7],
        )
    yield f"{what.address}."
    if what.stood:
        yield _("As it stood at that version: %(address)s.", address=what.stood)


def csl_json(what: Cited) -> str:
    """Write a citation for programs."""
    day = what.commit.day if what.commit else None
    item = {
        "id": what.id,
        "type": what.kind,
        "title": what.title,
        "author": [{"literal": what.site}],
        "container-title": None if what.whole else what.site,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "version": what.commit.id if what.commit else None,
        "URL": what.stood or what.address,
        "note": _("Shown at %(address)s", address=what.address) if what.stood else None,
    }
    kept = {key: value for key, value in item.items() if value is not None}
    return json.dumps([kept], ensure_ascii=False)


def bibtex(what: Cited) -> str:
    """Write a citation for BibTeX. Addresses stay as they are; the title keeps its capitals."""
    day = what.commit.day if what.commit else None
    fields = {
        "title": f"{{{latex(what.title)}}}",
        "author": f"{{{latex(what.site)}}}",
        "year": str(day.year) if day else None,
        "month": MONTHS[(day.month or 1) - 1] if day else None,
        "day": str(day.day) if day else None,
        "version": what.commit.id if what.commit else None,
        "url": what.stood or what.address,
        "note": _("Shown at %(address)s", address=f"\\url{{{what.address}}}")
        if what.stood
        else None,
    }
    lines = [
        f"  {key} = {_delimited(key, value)}" for key, value in fields.items() if value is not None
    ]
    return "\n".join([f"@misc{{{what.id},", ",\n".join(lines), "}"])


def _delimited(key: str, value: str) -> str:
    """A month is a name of BibTeX's own; what is in braces already stands in quotes, for {{ looks like a template."""
    if key == "month":
        return value
    return f'"{value}"' if value.startswith("{") else f"{{{value}}}"
