"""How long an editor waits: from saving one fact to the new page, under `mkdocs serve`."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

from bench.editing import FACT, KEEPS, remarked

_PAUSE = 0.02
_LONGEST = 1_800.0


def seconds_to_new_page(root: Path, saves: int) -> float:
    """Save a fact so many times, each with another remark; the median of the seconds on the clock."""
    port = _free_port()
    page = f"http://127.0.0.1:{port}/facts/topic-0/"
    file = root / FACT
    kept = file.read_text("utf-8")
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | KEEPS,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(page, "No article says who counted")
        return median(
            _wait_for_edit(file, page, f"Nobody {'really ' * i}says") for i in range(saves)
        )
    finally:
        server.terminate()
        server.wait()
        file.write_text(kept, "utf-8")


def _wait_for_edit(file: Path, page: str, remark: str) -> float:
    file.write_text(remarked(file.read_text("utf-8"), remark), "utf-8")
    start = time.perf_counter()
    _wait(page, f"{remark} who")
    return time.perf_counter() - start


def _wait(page: str, words: str) -> None:
    """Ask for a page until it holds some words. Raises TimeoutError."""
    end = time.perf_counter() + _LONGEST
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(page, timeout=_LONGEST) as answer:
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass  # it does not serve yet
        time.sleep(_PAUSE)
    raise TimeoutError(f"{page} never held “{words}”.")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
