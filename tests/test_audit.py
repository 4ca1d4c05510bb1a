"""The audit leaves nothing out: a tool that is missing is told with its cure, and so is a blind check."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.audit import figures, lighthouse, planting, running, tools
from tests.audit.check import PageCheck, Seen


def program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_without_node_the_audit_says_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(tools.Missing, match=r"Run `make audit`, which installs them"):
        tools.prepare()


def test_what_npm_complains_of_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "CACHE", tmp_path)
    npm = program(tmp_path / "npm.sh", "echo 'npm error network refused' >&2; exit 1")
    with pytest.raises(tools.Missing, match=r"npm error network refused\nnpm must reach"):
        tools.packages(npm, str(tmp_path))


def test_packages_are_installed_once_for_each_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "CACHE", tmp_path)
    npm = program(tmp_path / "npm.sh", "echo x >> ran")
    for lock in ("", "", "an older lock"):
        if lock:
            (tmp_path / "npm" / "installed").write_text(lock)
        tools.packages(npm, str(tmp_path))
    assert (tmp_path / "npm" / "ran").read_text() == "x\nx\n"


def test_a_planted_fault_that_no_sentence_tells_of_is_overlooked() -> None:
    planted = {"<img>": "image-alt", "<h5>": "heading-order"}
    seen = Seen(1, ["image-alt: Images must have alternative text: img"])
    assert planting.overlooked(seen, planted) == ["<h5>"]


def run(performance: int, *, seo: int = 100) -> lighthouse.Run:
    scores = {"performance": performance, "accessibility": 100, "best-practices": 100, "seo": seo}
    return lighthouse.Run(scores, 0, 900, 60_000, {name: [] for name in scores})


@pytest.mark.parametrize(
    ("runs", "asked"),
    [
        ([run(98)], 1),
        ([run(60), run(97), run(98)], 3),
        ([run(97)] * 9, lighthouse.RUNS),
        ([run(60, seo=99)], 1),
        ([replace(run(60), shift=0.1)], 1),
        ([replace(run(60), weight=200_000)], 1),
    ],
)
def test_a_page_that_was_only_slow_is_run_again(
    monkeypatch: pytest.MonkeyPatch, runs: list[lighthouse.Run], asked: int
) -> None:
    left = iter(runs)
    monkeypatch.setattr(lighthouse, "run_once", lambda *_: next(left))
    unused = tools.Tools("node", "java", Path())
    assert lighthouse.tried("http://localhost/", "mobile", unused, "chromium") == runs[:asked]


@pytest.mark.parametrize(
    ("form", "found", "faults"),
    [
        ("mobile", run(98), []),
        ("mobile", run(97), ["performance 97, not 98: "]),
        ("desktop", run(99), ["performance 99, not 100: "]),
        ("mobile", run(100, seo=99), ["seo 99, not 100: "]),
    ],
)
def test_scores_below_what_is_asked_are_faults(
    form: str, found: lighthouse.Run, faults: list[str]
) -> None:
    assert lighthouse.faults_of(found, form) == faults


def test_the_table_counts_the_pages_that_were_looked_at_of_those_there_are() -> None:
    """A page left out shows: 1 of 2."""
    check = PageCheck("a check", "views", lambda browser, url: Seen(0, []), {})
    looks = [running.Look(check, "http://localhost/a/", 1, Seen(1200, ["a fault"]))]
    report = figures.Report("a site", [check], looks, 2, "http://localhost/")
    assert report.table.splitlines()[2] == "| a check | 1 of 2 | 1,200 views | 1 |"
    assert report.faults == ["a check: a/: a fault", "a check: looked at 1 of 2 pages"]
