"""A pull request's code runs with no rights, and nothing that runs can be swapped from outside."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent.parent / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
named = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def load(path: Path) -> dict[Any, Any]:
    """A workflow as GitHub reads it; YAML 1.1 takes its key `on` for a truth."""
    workflow: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return workflow | {"on": workflow[True]}


@named
def test_every_action_is_pinned_to_a_commit_and_names_its_release(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


@named
def test_rights_are_given_to_single_jobs_only(path: Path) -> None:
    assert load(path)["permissions"] == {}


@named
def test_no_job_keeps_the_credentials_of_its_checkout(path: Path) -> None:
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


@named
def test_no_code_of_others_runs_with_rights(path: Path) -> None:
    """Events that run with the repository's rights on a fork's pull request are not used."""
    assert set(load(path)["on"]) <= {"pull_request", "push", "workflow_dispatch", "schedule"}
    if "pull_request" in load(path)["on"]:
        for job in load(path)["jobs"].values():
            assert job["permissions"] == {"contents": "read"}
        assert "secrets." not in path.read_text("utf-8")


@named
def test_only_the_job_that_deploys_may_publish(path: Path) -> None:
    for name, job in load(path)["jobs"].items():
        if name != "deploy":
            assert set(job["permissions"].values()) == {"read"}
        else:
            assert all("run" not in step for step in job["steps"])


@named
def test_what_others_can_name_is_no_part_of_a_command(path: Path) -> None:
    """A branch called `$(…)` would be run if a command were put together from it."""
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
