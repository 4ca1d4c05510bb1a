"""A copy of the site with faults planted in it: the proof that a check can fail."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.audit.check import Seen

PLANTED = "planted.html"  # beside the first page, so that its links and styles hold


def plant(site: Path, target: Path, faults: Mapping[str, str]) -> Path:
    """Copy a site and add the first page once more, with all of a check's faults at the head of its text."""
    shutil.copytree(site, target)
    html = (site / "index.html").read_text("utf-8")
    head, main, rest = re.split(r"(<main[^>]*>)", html, maxsplit=1)
    (target / PLANTED).write_text(head + main + "".join(faults) + rest, "utf-8")
    return target


def overlooked(seen: Seen, faults: Mapping[str, str]) -> list[str]:
    """The planted faults that no sentence tells of."""
    told = "\n".join(seen.faults)
    return [html for html, sentence in faults.items() if not re.search(sentence, told)]
