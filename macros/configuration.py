"""What mkdocs.yml may say. It is code to MkDocs: hooks and tags run programs, and !ENV publishes secrets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.faults import Fault, did_you_mean

CONFIGURATION = "mkdocs.yml"

KEYS = frozenset(
    "site_name site_description site_url copyright extra theme plugins watch validation markdown_extensions nav "
    "strict use_directory_urls exclude_docs".split()
)
PLUGINS = frozenset({"search", "macros"})
EXTENSIONS = frozenset(
    {"tables", "toc", "abbr", "def_list", "admonition", "footnotes", "sane_lists"}
)
VARIABLES = frozenset({"SITE_URL", "REPOSITORY"})
MACROS = {"module_name": "macros", "on_undefined": "strict", "on_error_fail": "false"}
"""What keeps an error from being published or from ending `mkdocs serve`: see the comments in mkdocs.yml."""

_PLAIN = "tag:yaml.org,2002:"


def topics(root: Path) -> dict[str, str]:
    """The folders of facts in the order of the site, with their titles: `extra.topics`."""
    node = _read(root)
    found = _at(_at(node, "extra"), "topics")
    if not isinstance(found, yaml.MappingNode):
        return {}
    return {str(key.value): str(title.value) for key, title in found.value}


def check_configuration(root: Path) -> Iterator[Fault]:
    """Yield a fault for whatever mkdocs.yml holds beyond what this project needs."""
    if not (root / CONFIGURATION).exists():
        return
    try:
        node = yaml.compose((root / CONFIGURATION).read_text("utf-8"), Loader=yaml.CBaseLoader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        yield Fault(
            CONFIGURATION,
            line,
            column,
            "this is not valid YAML. Look at this line and the one above.",
        )
        return
    yield from _tags(node)
    for key, value in _pairs(node):
        if key.value not in KEYS:
            hint = (
                did_you_mean(key.value, KEYS)
                or " Remove it, or name it in macros/configuration.py with a test."
            )
            yield _fault(key, f"“{key.value}” is not a setting that this project allows.{hint}")
        if key.value == "plugins":
            yield from _named(value, PLUGINS, "plugin")
        if key.value == "markdown_extensions":
            yield from _named(value, EXTENSIONS, "Markdown extension")
    yield from _words_are_strict(node)


def _tags(node: Any) -> Iterator[Fault]:
    """Only !ENV with one of our two variables and a default is let through."""
    tag = getattr(node, "tag", None)
    if tag and not str(tag).startswith(_PLAIN) and tag != "!":
        names = (
            [item.value for item in node.value]
            if isinstance(node, yaml.SequenceNode)
            else [node.value]
        )
        if tag != "!ENV" or not names or names[0] not in VARIABLES:
            yield _fault(node, f"the tag {tag} runs code or publishes secrets. Remove it.")
            return
    if str(tag).startswith(f"{_PLAIN}python"):
        yield _fault(node, "the tag !!python runs code. Remove it.")
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _tags(item)
    for key, value in _pairs(node):
        yield from _tags(key)
        yield from _tags(value)


def _named(node: Any, allowed: frozenset[str], what: str) -> Iterator[Fault]:
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        name = item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item
        if name.value not in allowed:
            yield _fault(name, f"the {what} “{name.value}” is not allowed here. Remove it.")


def _words_are_strict(node: Any) -> Iterator[Fault]:
    plugins = _at(node, "plugins")
    for item in plugins.value if isinstance(plugins, yaml.SequenceNode) else ():
        settings = _at(item, "macros")
        if settings is None:
            continue
        for key, wanted in MACROS.items():
            found = _at(settings, key)
            if found is None or found.value != wanted:
                yield _fault(
                    found or item, f"the plugin macros needs `{key}: {wanted}`. Set it so."
                )


def _fault(node: Any, message: str) -> Fault:
    return Fault(CONFIGURATION, node.start_mark.line + 1, node.start_mark.column + 1, message)


def _read(root: Path) -> Any:
    try:
        return yaml.compose((root / CONFIGURATION).read_text("utf-8"), Loader=yaml.CBaseLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return None


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def _at(node: Any, wanted: str) -> Any:
    return next((value for key, value in _pairs(node) if key.value == wanted), None)
