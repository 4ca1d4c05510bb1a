"""Templates: every value that they print goes through the one escaping function, every word through the language."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.ext import InternationalizationExtension
from markupsafe import Markup

from macros import language, wording
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
        bytecode_cache=_compiled(),
        auto_reload=False,  # under `mkdocs serve` an edit has all of this made anew
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals |= {"wording": wording, "gettext": _said, "ngettext": _counted}
    environment.filters["capitalize_first"] = wording.capitalize_first
    return environment


def _compiled() -> FileSystemBytecodeCache | None:
    """Keep templates compiled where Python keeps modules so, and as those are: apart for each way to compile them."""
    folder = FOLDER.parent / "__pycache__"
    if sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return None
    way = hashlib.sha256(jinja2.__version__.encode() + Path(__file__).read_bytes()).hexdigest()
    return FileSystemBytecodeCache(
        str(folder), f"%s.{sys.implementation.cache_tag}-{way[:16]}.jinja"
    )


def render(template: str, **values: object) -> Markup:
    """Fill a template of the folder templates/; returns markup that is safe to put on a page."""
    return Markup(_environment().get_template(template).render(**values))


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
