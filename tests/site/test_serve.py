"""`mkdocs serve` lives through any bad edit, shows it on the page, and recovers on the next good one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0

Edit = Callable[[str], str]


class Server:
    """A running `mkdocs serve` over a copy of the site."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.address = f"http://127.0.0.1:{port}/troops/"

    def page(self) -> str:
        try:
            with urllib.request.urlopen(self.address, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def wait_for(self, shown: Callable[[str], bool]) -> str:
        """The page once it shows what it should; as it is when patience ends."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            page = self.page()
            if page and shown(page):
                return page
            time.sleep(0.1)
        return self.page()


def free_port() -> int:
    """A port at which nothing listens, below those that systems give to outgoing connections meanwhile."""

    def is_free(port: int) -> bool:
        with socket.socket() as tried:
            return tried.connect_ex(("127.0.0.1", port)) != 0

    return next(filter(is_free, range(10_000 + os.getpid() % 20_000, 32_768)))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served")
    for name in ("data", "macros"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "docs").mkdir()
    for page in ("index.md", "troops.md"):  # few pages are soon built
        shutil.copy(ROOT / "docs" / page, folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    environment = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPOSITORY", "CI")}
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        running = Server(folder, port)
        running.wait_for(lambda page: "</html>" in page)
        yield running
    finally:
        process.terminate()
        process.wait()


Mistakes = dict[str, tuple[Edit, str]]
"""By file: how to spoil it, and what the page then shows."""

AT_ONCE: dict[str, Mistakes] = {
    "in facts and pages": {
        "data/facts/troops/construction-troops.yml": (
            lambda s: s.replace("figure: around 5,000", "figure: around 6,000", 1),
            "“around 6,000” does not stand in the locator",
        ),
        "data/facts/troops/troops-sent.yml": (
            lambda s: s.replace("claims:", "claims: ]["),
            "not valid YAML",
        ),
        "data/facts/troops/troops-killed.yml": (lambda s: "", "the file is empty"),
        "data/facts/troops/troops-deployed.yml": (
            lambda s: s.replace("source: al-", "source: el-"),
            "Did you mean “al-mayadeen-2025-11”",
        ),
        "data/facts/troops/casualties.yml": (
            lambda s: s.replace("  - source", "\t- source"),
            "a tab stands before the text",
        ),
        "docs/troops.md": (
            lambda s: (
                s
                + '\n\n{{ figure("troops-snt") }} {{ figure("x" }} {% if %} {{ 1/0 }} {{ config }}\n'
            ),
            "Did you mean “troops-sent”",
        ),
    },
    "in a source": {
        "data/sources/the-gaze-2025-11.yml": (
            lambda s: s.replace("title:", "titel:"),
            "Did you mean “title”",
        ),
    },
    "in the machine's grammar": {"macros/wording.py": (lambda s: s + "\ndef (:\n", "SyntaxError")},
    "in what is told of a finished page": {
        "macros/cite.py": (
            lambda s: s.replace(
                "    day = what.commit.day", "    unknown_name\n    day = what.commit.day"
            ),
            "NameError",
        )
    },
    "in the machine's names": {
        "macros/wording.py": (
            lambda s: s.replace('    """Print 1 article, 3 articles."""', "    undefined_name"),
            "NameError",
        )
    },
}


@pytest.mark.parametrize("name", AT_ONCE)
def test_mistakes_are_shown_and_the_next_good_save_clears_them(server: Server, name: str) -> None:
    mistakes = AT_ONCE[name]
    good = {path: (server.folder / path).read_text("utf-8") for path in mistakes}
    for path, (edit, _) in mistakes.items():
        bad = edit(good[path])
        assert bad != good[path]
        (server.folder / path).write_text(bad, "utf-8")
    told = [shown for _, shown in mistakes.values()]
    page = server.wait_for(lambda page: all(shown in page for shown in told))
    for path, text in good.items():
        (server.folder / path).write_text(text, "utf-8")
    assert [shown for shown in told if shown not in page] == []
    assert "Traceback" not in page
    page = server.wait_for(lambda page: not any(shown in page for shown in told))
    assert "around 5,000" in page
    assert 'class="fault"' not in page


def test_an_edit_to_the_machine_shows_at_once(server: Server) -> None:
    file = server.folder / "macros/wording.py"
    good = file.read_text("utf-8")
    file.write_text(good.replace('"origin not named"', '"nobody named"'), "utf-8")
    assert "nobody named" in server.wait_for(lambda page: "nobody named" in page)
    file.write_text(good, "utf-8")
    assert "nobody named" not in server.wait_for(lambda page: "nobody named" not in page)


def test_what_stands_beside_a_page_is_served_too(server: Server) -> None:
    page = server.folder / "docs/troops.md"
    good = page.read_text("utf-8")
    page.write_text(good + "\n\n{{ comparison_table() }}\n", "utf-8")
    assert 'href="comparison.csv"' in server.wait_for(lambda page: "comparison.csv" in page)
    with urllib.request.urlopen(server.address + "comparison.csv", timeout=PATIENCE) as answer:
        assert answer.read().decode("utf-8-sig").startswith('"Topic","Entry","Question"')
    page.write_text(good, "utf-8")
    server.wait_for(lambda page: "comparison.csv" not in page)
