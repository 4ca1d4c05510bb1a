"""The text of the one issue: what was found, and the lines that a person may commit.

Only ids, days and checked addresses stand in it, the latter as code: no text of the data, and none of a page
that answered, so that nobody can write into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from macros import wording
from macros.addresses import Addresses
from macros.dates import Point
from macros.upkeep.look import Finding

LONGEST = 60_000
"""Characters of an issue; GitHub refuses one of 65,536."""
_OPENING = """\
Once a week a machine asks for the address of every source, and an archive for a copy of it.
It changes nothing by itself: look at what it found, and commit the lines that are right.
They go to the end of their file, or take the place of the lines that begin with the same words.
Dead is what was found gone twice, some minutes apart; unknown is whatever proves nothing.
"""


def text(findings: Sequence[Finding], today: date, addresses: Addresses) -> str:
    """Write the issue, what has changed first; `addresses` leads to the files where it knows a repository."""
    count = ", ".join(
        f"{sum(finding.outcome == outcome for finding in findings)} {outcome}"
        for outcome in ("alive", "dead", "unknown")
    )
    day = wording.date(Point(today.year, today.month, today.day))
    head = f"{_OPENING}\n{day}: {wording.counted(len(findings), 'source')}, {count}.\n"
    news = [finding for finding in findings if _is_news(finding)]
    same = [finding for finding in findings if not _is_news(finding)]
    parts = [
        *_part("To look at", news, today, addresses),
        *_part("As it was", same, today, addresses),
    ]
    return _fitting(head, parts)


def lines(finding: Finding, today: date) -> str:
    """The YAML of a finding, as its file holds it; empty where nothing new is known.

    What was known is not given up for an answer that proves nothing.
    """
    known = finding.source.address
    if finding.outcome == "unknown" and known and known.outcome != "unknown":
        return ""
    archived = finding.archived or (known.archived if known else None)
    copy = finding.copy if not finding.source.archive else ""
    return "".join(
        [
            f"archive: {copy}\n" if copy and not copy.endswith(":") else "",
            f"address:\n  checked: {today}\n  outcome: {finding.outcome}\n",
            f"  archived: {archived}\n" if archived else "",
        ]
    )


def _is_news(finding: Finding) -> bool:
    known = finding.source.address
    as_known = known and known.outcome == finding.outcome and known.archived == finding.archived
    return bool(finding.told) or not as_known


def _part(
    title: str, findings: Sequence[Finding], today: date, addresses: Addresses
) -> Iterator[str]:
    if findings:
        yield f"\n## {title}\n"
    for finding in findings:
        path = finding.source.path
        name = f"[`{path}`]({addresses.edit(path)})" if addresses.repository else f"`{path}`"
        told = "".join(f"- {sentence}\n" for sentence in finding.told)
        yaml = lines(finding, today)
        block = f"\n```yaml\n{yaml}```\n" if yaml else "\nNothing to commit.\n"
        yield f"\n### {name}\n\n{told}{block}"


def _fitting(head: str, parts: Sequence[str]) -> str:
    """Put the parts together as far as an issue holds them, and say how many are left out."""
    written = head
    for place, part in enumerate(parts):
        if len(written) + len(part) > LONGEST:
            left = f"{len(parts) - place} more stand in the file of this run alone."
            return f"{written}\n{left} It is kept under Artifacts.\n"
        written += part
    return written
