"""Find a Chromium for the browser tests, or install one.

The ways are tried in this order, until a browser starts: one that is on PATH, one
that Playwright has downloaded before, Debian's package (which only root can install),
Playwright's download. Playwright itself needs a library that small systems lack.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock
from playwright.sync_api import Browser, BrowserType, sync_playwright
from playwright.sync_api import Error as PlaywrightError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

# Where Chrome lies on systems that do not put it on PATH.
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)

# The tests are about our pages: the browser asks nobody for anything of its own.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

ADVICE = """\
The browser tests need Chromium, and none could be had:
{reasons}
Install Chromium or Google Chrome from your system's packages, so that it is on PATH, \
or see why this fails: {python} -m playwright install chromium
Then run `make test` again."""


LACKING = """\
The browser tests need Playwright, which does not start:
  - {reason}
Install what it lacks (on Debian and Ubuntu: sudo apt install libatomic1), then run `make test` again."""

OS_RELEASE = Path("/etc/os-release")


class NotHere(Exception):
    """One way to a browser leads nowhere; the reason is a sentence for people."""


class NoBrowser(Exception):
    """No way led to a browser; says for each why, and what to do."""


@contextmanager
def started(lock: Path) -> Iterator[Browser]:
    """A browser until the block ends. One process at a time looks for one, for it may have to install it."""
    with ExitStack() as until_the_end:
        with FileLock(lock):
            prepare()
            playwright = until_the_end.enter_context(sync_playwright())
            browser = launch(playwright.chromium)
        yield browser
        browser.close()


def prepare() -> None:
    """See to it that Playwright starts, before any browser is asked for."""
    check = (sys.executable, "-m", "playwright", "--version")
    try:
        run(*check)
    except NotHere as error:
        try:
            apt_install("libatomic1", OS_RELEASE, root=is_root())
            run(*check)
        except NotHere:
            raise NoBrowser(LACKING.format(reason=error)) from error


def launch(chromium: BrowserType) -> Browser:
    """Start the first browser that can be had."""
    return found(chromium)[1]


def found(chromium: BrowserType) -> tuple[str, Browser]:
    """The path of the first browser that can be had, and the browser, started."""
    reasons = []
    for way in ways(chromium):
        try:
            path = way()
            return path, chromium.launch(executable_path=path, args=arguments(root=is_root()))
        except (NotHere, PlaywrightError) as error:
            reasons.append(f"  - {str(error).strip()}")
    raise NoBrowser(ADVICE.format(reasons="\n".join(reasons), python=sys.executable))


def ways(chromium: BrowserType) -> list[Callable[[], str]]:
    """The ways to a browser, quick and certain ones first; each gives its path or says why not."""
    return [
        on_path,
        lambda: downloaded(chromium),
        lambda: from_apt(OS_RELEASE, root=is_root()),
        lambda: from_playwright(chromium),
    ]


def on_path() -> str:
    """A browser that is installed already."""
    for name in (*NAMES, *PLACES):
        if found := shutil.which(name):
            return found
    raise NotHere(f"none of {', '.join(NAMES)} is on PATH")


def downloaded(chromium: BrowserType) -> str:
    """The browser that `playwright install` has put into its own folder before."""
    if not Path(chromium.executable_path).exists():
        raise NotHere("Playwright has not downloaded one before")
    return chromium.executable_path


def from_apt(os_release: Path, *, root: bool) -> str:
    """Debian's own package; Ubuntu's of the same name only points to another shop."""
    apt_install("chromium", os_release, root=root)
    return on_path()


def apt_install(package: str, os_release: Path, *, root: bool) -> None:
    """Install a package where that is possible without asking anyone."""
    if not (is_debian(os_release) and root):
        raise NotHere("apt-get can install one only on Debian, as root")
    run("apt-get", "update", "-q")
    patient = ("-o", "DPkg::Lock::Timeout=300")  # a fresh system may be at its own updates
    run("apt-get", "install", *patient, "-q", "-y", "--no-install-recommends", package)


def from_playwright(chromium: BrowserType) -> str:
    """Playwright's download of the very version that it was written for."""
    run(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
    return downloaded(chromium)


def is_debian(os_release: Path) -> bool:
    """Whether the system calls itself Debian (https://www.freedesktop.org/software/systemd/man/os-release.html)."""
    return os_release.exists() and "ID=debian" in os_release.read_text("utf-8").splitlines()


def is_root() -> bool:
    """Whether this process may install packages, and must start Chromium without its sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def arguments(*, root: bool) -> list[str]:
    """How Chromium is started; it refuses to run as root inside its sandbox."""
    return [*ARGUMENTS, "--no-sandbox"] if root else list(ARGUMENTS)


def run(*command: str) -> None:
    """Run a command that asks no questions, or say in a sentence that it failed, and with which words."""
    line = f"`{' '.join(command)}`"
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600)
    except FileNotFoundError as error:
        raise NotHere(f"{line} cannot run: there is no {command[0]}") from error
    except subprocess.TimeoutExpired as error:
        raise NotHere(f"{line} took more than ten minutes") from error
    if done.returncode:
        raise NotHere(f"{line} failed: {reason(done.stderr or done.stdout)}")


def reason(output: str) -> str:
    """The line of a failed command's output that tells what went wrong, else the last one."""
    lines = output.strip().splitlines() or ["it printed nothing"]
    return next((line for line in lines if line.startswith(("E:", "Error:"))), lines[-1])
