"""What the tests share: the built site, a server for it, and a real browser.

Each is made once and only when a test asks for it, so that the tables run in a second.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, expect

from tests.browser import chromium
from tests.browser.server import serve
from tests.browser.waiting import PATIENCE

ROOT = Path(__file__).parent.parent

os.environ["CI"] = "1"  # every page is made anew, but where a test looks at pages that are kept
# The machine is compiled once, and not by each of the processes that tests start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What .github/workflows/publish.yml sets: a site of one's own below an address, and its repository.
PUBLISHED = {
    "SITE_URL": "https://example.org/who-says-what/",
    "REPOSITORY": "https://github.com/example/who-says-what",
}

COMMITTED = {"SOURCE_DATE_EPOCH": "1900000000"}
"""When the commit was made that is published; the Makefile asks git for it."""


def build(target: Path, settings: dict[str, str], *options: str, root: Path = ROOT) -> Path:
    """Build a site as `make build` does, or with more options; when it fails, its own words are the test's."""
    environment = {name: value for name, value in os.environ.items() if name not in PUBLISHED}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "EXPORT": "1"}  # the Makefile says both
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target), *options],
        cwd=root,
        env=environment | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if done.returncode:
        told = [line for line in done.stdout.splitlines() if not line.startswith("INFO")]
        pytest.fail("\n".join(["the site does not build:", *told]), pytrace=False)
    return target


def versioned_files() -> list[Path]:
    """The files of this repository, as git has them: nothing that was made, installed or fetched beside them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    ).stdout.split("\0")
    return [file for name in listed if (file := ROOT / name).is_file()]


def with_macros(home: Path, root: Path) -> Path:
    """Copy an explainer that lies elsewhere, e.g. in tests/another-subject/, and this machine beside it."""
    shutil.copytree(home, root)
    shutil.copytree(ROOT / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    return root


def shared(folders: pytest.TempPathFactory) -> Path:
    """The folder that all workers of one run have in common."""
    own = folders.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def once(folders: pytest.TempPathFactory, name: str, write: Callable[[Path], Path]) -> Path:
    """A folder that the first worker to ask for it writes, while the others wait."""
    written = shared(folders) / name
    with FileLock(f"{written}.lock"):
        if not written.exists():
            write(folders.mktemp(name) / name).rename(written)
    return written


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as someone builds it at home."""
    return once(tmp_path_factory, "at-home", lambda folder: build(folder, {}))


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the workflow publishes one commit: under a sub-path, with its repository's address."""
    settings = PUBLISHED | COMMITTED | {"TZ": "UTC", "PYTHONHASHSEED": "0"}
    return once(tmp_path_factory, "published", lambda folder: build(folder, settings))


@pytest.fixture(scope="session")
def serve_directory() -> Iterator[Callable[..., str]]:
    """Serve a folder until the tests end: `serve_directory(folder, under="/sub/")` gives its address."""
    with ExitStack() as servers:
        yield lambda folder, under="/": servers.enter_context(serve(folder, under))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium, found or installed; without one the tests fail and say what to do."""
    expect.set_options(timeout=PATIENCE)
    try:
        with chromium.started(shared(tmp_path_factory) / "browser.lock") as started:
            yield started
    except chromium.NoBrowser as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the other subject, with this machine, to be built in this process."""
    root = tmp_path / "root"
    shutil.copytree(ROOT / "tests/another-subject", root)
    (root / "macros").symlink_to(ROOT / "macros")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(sys, "path", list(sys.path))
    return root
