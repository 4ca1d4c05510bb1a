"""One commit is one site: on every day, in every time zone and with every hash, its bytes are the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import COMMITTED, PUBLISHED, ROOT, build

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "12345"}


@pytest.fixture
def another_day(tmp_path: Path) -> dict[str, str]:
    """An environment in which Python takes today for a day of 2041."""
    lines = "import time_machine\ntime_machine.travel('2041-02-03 04:05:06 +00:00').start()\n"
    (tmp_path / "sitecustomize.py").write_text(lines, "utf-8")
    environment = {"PYTHONPATH": str(tmp_path), **ELSEWHERE}
    said = subprocess.run(
        [sys.executable, "-c", "import datetime; print(datetime.datetime.now().year)"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "2041\n"
    return environment


def files(site: Path) -> dict[str, bytes]:
    found = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in found}


def test_two_builds_of_one_commit_are_the_same_to_the_byte(
    published_site: Path, tmp_path: Path, another_day: dict[str, str]
) -> None:
    one = files(published_site)
    other = files(build(tmp_path / "other", PUBLISHED | COMMITTED | another_day))
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert {"sitemap.xml", "sitemap.xml.gz", "api/v1/facts.sqlite", "feed.xml"} <= one.keys()
    assert b"2030-03-17" in one["sitemap.xml"]


def test_make_takes_the_day_from_the_commit() -> None:
    asked = ["make", "--silent", "--eval=asked: ; @echo $$SOURCE_DATE_EPOCH", "asked"]
    git = ["git", "log", "-1", "--format=%ct"]
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    told, committed = (
        subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True).stdout
        for command in (asked, git)
    )
    assert told.strip() == committed.strip()
