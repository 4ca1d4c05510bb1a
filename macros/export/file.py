"""A file of the exports, before it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class File:
    """Its path below catalog.FOLDER, its media type, its bytes, what it holds, and the path of its schema."""

    path: str
    type: str
    content: bytes
    about: str
    described_by: str | None = None
