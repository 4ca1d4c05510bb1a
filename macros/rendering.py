"""Templates: every value that they print goes through the one escaping function, every word through the language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import InternationalizationExtension
from markupsafe import Markup

from macros import compiled, language, wording
from macros.escape import text, visible

FOLDER = Path(__file__).resolve().parent / "templates"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        finalize=visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[InternationalizationExtension],
        auto_reload=False,  # under `mkdocs serve` an edit has all of this made anew
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.bytecode_cache = compiled.kept(environment)
    environment.globals |= {"wording": wording, "gettext": _said, "ngettext": _counted}
    environment.filters |= {
        "capitalize_first": wording.capitalize_first,
        "lang": lang,
        "apart": apart,
    }
    return environment


def render(template: str, **values: object) -> Markup:
    """Fill a template of the folder templates/; returns markup that is safe to put on a page."""
    return Markup(_environment().get_template(template).render(**values))


def lang(code: str | None) -> Markup:
    """The attributes of words in another language than the site's, ` lang="nl"`; nothing for others.

    Where they are not read as the site is, ` dir="rtl"` or ` dir="ltr"` keeps quotation marks and full stops at their ends:
    https://www.w3.org/International/questions/qa-html-dir.
    """
    if not code or not language.foreign(code):
        return Markup()
    turned = language.turned(code)
    direction = Markup(' dir="{}"').format(turned) if turned else Markup()
    return Markup(' lang="{}"{}').format(text(code), direction)


def apart(words: object) -> Markup:
    """Words that may be read the other way than a page from the right: as an island in it, they keep their marks."""
    return Markup("<bdi>{}</bdi>").format(text(words)) if language.mirrored() else text(words)


def _said(message: str, /, **values: object) -> str:
    """Say a message of a template. Only one with markup of its own, or of a value, is markup."""
    if not _holds_markup(message, values):
        return language._(message, **values)
    return Markup(language._(message, **_escaped(values)))


def _counted(one: str, several: str, num: int, /, **values: object) -> str:
    if not _holds_markup(several, values):
        return language.ngettext(one, several, num, **values)
    return Markup(language.ngettext(one, several, num, **_escaped(values)))


def _holds_markup(message: str, values: Mapping[str, object]) -> bool:
    return "<" in message or Markup in map(type, values.values())


def _escaped(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: value if isinstance(value, int) else text(value) for name, value in values.items()
    }
