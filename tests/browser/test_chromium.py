"""A browser is found where there is one, and installed where that is possible."""

import sys
import threading
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from playwright.sync_api import BrowserType
from playwright.sync_api import Error as PlaywrightError

from tests.browser import chromium


def program(folder: Path, name: str, script: str = "exit 0") -> Path:
    """A small program of the given name, to stand for a real one."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, on a system without Chrome elsewhere."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "PLACES", ())
    return tmp_path


@pytest.mark.parametrize("name", chromium.NAMES)
def test_a_browser_on_path_is_taken(only: Path, name: str) -> None:
    path = program(only, name)
    assert chromium.on_path() == str(path)


def test_without_a_browser_on_path_the_names_looked_for_are_told(only: Path) -> None:
    with pytest.raises(chromium.NotHere, match=r"none of chromium, .*google-chrome.* is on PATH"):
        chromium.on_path()


@pytest.mark.parametrize(
    ("system", "root", "installs"),
    [
        ("ID=debian", True, True),
        ("ID=debian", False, False),
        ("ID=ubuntu\nID_LIKE=debian", True, False),
        ("ID=fedora", True, False),
    ],
)
def test_apt_is_asked_only_on_debian_and_as_root(
    only: Path, system: str, root: bool, installs: bool
) -> None:
    """Ubuntu's package of that name holds no browser, and others than root are refused."""
    release = only / "os-release"
    release.write_text(f'NAME="Some system"\n{system}\n')
    program(only, "apt-get", f"echo '#!/bin/sh' > {only}/chromium; /bin/chmod +x {only}/chromium")
    if installs:
        assert chromium.from_apt(release, root=root) == str(only / "chromium")
    else:
        with pytest.raises(chromium.NotHere, match="only on Debian, as root"):
            chromium.from_apt(release, root=root)


def test_a_failed_installation_is_told_in_its_own_words(only: Path) -> None:
    program(
        only, "apt-get", "echo 'Reading'; echo 'E: Unable to fetch some archives' >&2; exit 100"
    )
    with pytest.raises(chromium.NotHere, match=r"^`apt-get update` failed: E: Unable to fetch"):
        chromium.run("apt-get", "update")


def test_a_missing_installer_is_told() -> None:
    with pytest.raises(chromium.NotHere, match="there is no no-such-program"):
        chromium.run("no-such-program")


def test_what_playwright_itself_lacks_is_installed_or_told(
    only: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its driver does not start on a small Debian before libatomic1 is there."""
    lacking = (
        f"test -e {only}/libatomic1 || {{ echo 'libatomic.so.1: cannot open' >&2; exit 127; }}"
    )
    monkeypatch.setattr(sys, "executable", str(program(only, "python", lacking)))
    program(only, "apt-get", f'for last; do :; done; echo > {only}/"$last"')
    release = only / "os-release"
    release.write_text("ID=debian\n")
    monkeypatch.setattr(chromium, "OS_RELEASE", release)

    monkeypatch.setattr(chromium, "is_root", lambda: False)
    with pytest.raises(chromium.NoBrowser, match=r"libatomic\.so\.1: cannot open\nInstall what it"):
        chromium.prepare()
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    chromium.prepare()


def test_only_root_goes_without_the_sandbox() -> None:
    assert "--no-sandbox" in chromium.arguments(root=True)
    assert "--no-sandbox" not in chromium.arguments(root=False)


def test_of_several_workers_one_at_a_time_looks_for_a_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that install it at once disturb each other: apt-get turns the second one away."""
    looking = threading.Semaphore(1)
    turned_away: list[str] = []

    def look(*_: object) -> MagicMock:
        if looking.acquire(blocking=False):
            threading.Event().wait(0.05)
            looking.release()
        else:
            turned_away.append("Could not get lock")
        return MagicMock()

    def work() -> None:
        with chromium.started(tmp_path / "lock"):
            pass

    monkeypatch.setattr(chromium, "prepare", look)
    monkeypatch.setattr(chromium, "launch", look)
    monkeypatch.setattr(chromium, "sync_playwright", MagicMock())
    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert not turned_away


def test_without_any_browser_the_tests_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> str:
        raise chromium.NotHere("nothing there")

    monkeypatch.setattr(chromium, "ways", lambda _: [nothing, nothing])
    unasked = MagicMock(spec=BrowserType)
    with pytest.raises(chromium.NoBrowser) as told:
        chromium.launch(unasked)
    assert str(told.value).count("nothing there") == 2
    assert "Install Chromium or Google Chrome" in str(told.value)
    unasked.launch.assert_not_called()


def test_a_browser_that_does_not_start_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A launcher on PATH may only say that the real thing is missing."""
    browser = MagicMock(spec=BrowserType)
    browser.launch.side_effect = [PlaywrightError("only a hint"), MagicMock()]
    monkeypatch.setattr(chromium, "ways", lambda _: [lambda: "hint", lambda: "real"])
    chromium.launch(browser)
    assert browser.launch.call_args.kwargs["executable_path"] == "real"
