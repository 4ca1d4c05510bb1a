"""Whether an archive has a copy of a page, and whether it shows it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from macros.model import Archived, Source
from macros.upkeep.asking import Answer
from macros.upkeep.judging import is_gone

ARCHIVE = "https://web.archive.org"
_REFUSED = (403, 451)
_FOR_SUBSCRIBERS = re.compile(r'"isAccessibleForFree"\s*:\s*"?false\b', re.IGNORECASE)
"""What publishers write into a page whose text is for subscribers: https://schema.org/isAccessibleForFree."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What is known of a copy; `archived` is None if that cannot be told. `url` is that of a copy just found."""

    archived: Archived | None
    url: str = ""
    told: str = ""


def copy_of(source: Source, ask: Callable[[str], Answer], archive: str = ARCHIVE) -> Copy:
    """Ask for the copy that a source names, or else the archive for its newest."""
    if source.archive:
        return _shown(source, source.archive, ask(source.archive))
    # The index of captures, which is made for programs. The simpler `wayback/available` overlooks captures:
    # https://github.com/internetarchive/wayback/issues/296
    newest = {
        "url": source.url,
        "output": "json",
        "fl": "timestamp",
        "filter": "statuscode:200",
        "limit": "-1",
    }
    listed = ask(f"{archive}/cdx/search/cdx?{urlencode(newest)}")
    if listed.status in _REFUSED:
        return Copy("refused")
    if listed.status != 200:
        return Copy(
            None, told=f"The archive could not be asked: {listed.trouble or listed.status}."
        )
    day = _newest(listed.text)
    if day is None:
        return Copy("none")
    url = f"{archive}/web/{day}/{source.url}"
    found = _shown(source, url, ask(url))
    return replace(found, url=url if found.archived in ("saved", "paywalled") else "")


def _shown(source: Source, url: str, answer: Answer) -> Copy:
    if answer.status in _REFUSED:
        return Copy("refused")
    if is_gone(answer):
        return Copy("none", told=f"The archived copy `{url}` answered {answer.status}.")
    if not 200 <= answer.status < 300:
        return Copy(
            None, told=f"The archive could not be asked: {answer.trouble or answer.status}."
        )
    noted = source.address and source.address.archived == "paywalled"  # by a person, who saw it
    return Copy("paywalled" if noted or _FOR_SUBSCRIBERS.search(answer.text) else "saved")


def _newest(listing: str) -> str | None:
    """The time of the last capture of a listing: rows of JSON, of which the first names the columns."""
    try:
        rows = json.loads(listing or "[]")
    except ValueError:
        rows = []
    stamps = [row[0] for row in rows if isinstance(row, list) and len(row) == 1]
    days = [stamp for stamp in stamps if isinstance(stamp, str) and re.fullmatch(r"\d{14}", stamp)]
    return days[-1] if days else None
