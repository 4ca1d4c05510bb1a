"""Templates: every value that they print goes through the one escaping function."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros import wording
from macros.escape import text

FOLDER = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        finalize=text,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["wording"] = wording
    environment.filters["capitalize_first"] = wording.capitalize_first
    return environment


def render(template: str, **values: object) -> Markup:
    """Fill a template of the folder templates/; returns markup that is safe to put on a page."""
    return Markup(_environment().get_template(template).render(**values))
