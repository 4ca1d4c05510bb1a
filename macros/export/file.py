"""A file of the exports, before it is written."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "api/v1"
"""Where the files stand on the site; the version is that of shapes.VERSION."""


@dataclass(frozen=True)
class File:
    """Its path below FOLDER, what it holds in a few words, its media type, its bytes, and its schema's path."""

    path: str
    about: str
    type: str
    content: bytes
    described_by: str | None = None
