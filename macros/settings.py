"""What the machine reads of mkdocs.yml by itself, so that it can check and export without MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

CONFIGURATION = "mkdocs.yml"


def topics(root: Path) -> dict[str, str]:
    """The folders of facts in the order of the site, with their titles: `extra.topics` of mkdocs.yml."""
    try:
        node = yaml.compose((root / CONFIGURATION).read_text("utf-8"), Loader=yaml.CBaseLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    found = _at(_at(node, "extra"), "topics")
    if not isinstance(found, yaml.MappingNode):
        return {}
    return {str(key.value): str(title.value) for key, title in found.value}


def _at(node: Any, wanted: str) -> Any:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == wanted), None)
