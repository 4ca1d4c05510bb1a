"""The Nu HTML checker on every HTML file."""

import json
import subprocess
from pathlib import Path

from tests.audit.check import Seen, Served, SiteCheck
from tests.audit.tools import Tools


def check(tools: Tools) -> SiteCheck:
    """The check of HTML against its standard."""
    return SiteCheck(
        "Nu checker",
        "files",
        lambda served, pages: look(served, pages, tools),
        {
            "<p>a<div>b</div></p>": "No “p” element in scope",
            "<img src=assets/images/preview.png>": "must have an “alt” attribute",
            "<b id=main>c</b>": "Duplicate ID “main”",
        },
    )


def look(served: Served, pages: list[str], tools: Tools) -> Seen:
    """Check the pages' files; the checker names each one it has read."""
    files = [str(served.site.folder / served.site.by_address[page].path) for page in pages]
    command = [*tools.nu, "--verbose", "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
    messages = json.loads(done.stderr)["messages"]
    read = set(files) & set(done.stdout.splitlines())
    unread = [f"{file} was not read" for file in files if file not in read]
    errors = [sentence(message) for message in messages if message["type"] != "info"]
    return Seen(len(read), unread + errors)


def sentence(message: dict[str, str]) -> str:
    """An error as the checker tells it, with its place."""
    path = Path(message.get("url", "?"))
    return f"{path.parent.name}/{path.name}:{message.get('lastLine', '?')}: {message['message']}"
