"""What is installed is pinned, proven by hashes, the same for the site and its tests, and has a reason."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
INPUTS = ("requirements.in", "requirements-dev.in", "requirements-audit.in")
PINNED = ("requirements.txt", "requirements-dev.txt", "requirements-audit.txt")


def pins(name: str) -> set[str]:
    """The lines `package==version ; where`, without their hashes."""
    return {line.rstrip("\\ ") for line in lines(name) if "==" in line and not line.startswith("#")}


def lines(name: str) -> list[str]:
    return (ROOT / name).read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", INPUTS)
def test_every_package_that_is_asked_for_has_its_reason_beside_it(name: str) -> None:
    for line in lines(name):
        assert not line or line.startswith(("#", "-r ")) or re.search(r"\S {2,}# \S", line)


@pytest.mark.parametrize("name", PINNED)
def test_every_package_has_hashes(name: str) -> None:
    for pin, following in zip(lines(name), lines(name)[1:], strict=False):
        if "==" in pin and not pin.startswith("#"):
            assert following.strip().startswith("--hash=sha256:")


@pytest.mark.parametrize("name", PINNED)
def test_no_address_of_a_registry_is_written_down(name: str) -> None:
    """The head quotes the command that pinned them, with its --no-emit-index-url."""
    for line in lines(name):
        assert not re.search(r"://|find-links|trusted-host|(?<!--no-emit-)index-url", line)


def test_the_tests_run_what_the_site_is_built_with() -> None:
    assert pins("requirements.txt") < pins("requirements-dev.txt")


def test_no_build_brings_a_client_of_other_hosts() -> None:
    """mkdocs-macros 1.4 does: it asks PyPI for modules that are not installed. Six MiB at every build, and a way out."""
    brings = (
        "import sys; from mkdocs.config import load_config; load_config(); import macros.adapter; "
        "print(sorted({'requests', 'urllib3'} & set(sys.modules)))"
    )
    asked = subprocess.run(
        [sys.executable, "-c", brings], cwd=ROOT, capture_output=True, check=True
    )
    assert asked.stdout == b"[]\n"


def test_the_packages_of_npm_are_proven_by_hashes_and_come_from_wherever_npm_is_told() -> None:
    lock = json.loads((ROOT / "tests" / "audit" / "package-lock.json").read_text("utf-8"))
    packages = [package for path, package in lock["packages"].items() if path]
    assert packages
    for package in packages:
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package
