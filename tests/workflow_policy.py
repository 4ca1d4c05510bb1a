"""What a workflow of .github/ may do: each rule is a small function, and says what breaks it.

The first line of defense is what a workflow cannot do at all: the code of a pull request runs without a secret and
without a right to write. See https://docs.github.com/en/actions/reference/security/secure-use.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

EVENTS = {"pull_request", "push", "schedule", "workflow_dispatch"}
"""Every event that a workflow may wait for: none of them runs a fork's code with rights."""
WRITES = {"pages": "deploy", "id-token": "deploy", "issues": "report"}
"""The rights to write that are given at all, each to the one job of this name."""
LONGEST = 30
"""Minutes that a job may take."""


@dataclass(frozen=True)
class Workflow:
    """A file of .github/workflows/."""

    name: str
    text: str

    @cached_property
    def value(self) -> dict[Any, Any]:
        """The file as GitHub reads it; YAML 1.1 takes its key `on` for a truth."""
        found: dict[Any, Any] = yaml.safe_load(self.text)
        return found | {"on": found.get(True, found.get("on"))}

    @property
    def events(self) -> set[str]:
        """What starts it."""
        on = self.value["on"]
        return {on} if isinstance(on, str) else set(on)

    @property
    def jobs(self) -> dict[str, dict[str, Any]]:
        """Its jobs by name."""
        jobs: dict[str, dict[str, Any]] = self.value["jobs"]
        return jobs

    @property
    def steps(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every step with the name of its job."""
        for name, job in self.jobs.items():
            for step in job.get("steps", ()):
                yield name, step

    def rights(self, job: str) -> dict[str, str]:
        """What a job may read or write; empty if it does not say."""
        given = self.jobs[job].get("permissions")
        return given if isinstance(given, dict) else {}


Rule = Callable[[Workflow], Iterator[str]]


def broken(workflow: Workflow) -> list[str]:
    """Every rule that a workflow breaks, in sentences that begin with its name."""
    return [f"{workflow.name}: {told}" for rule in RULES for told in rule(workflow)]


def _events(workflow: Workflow) -> Iterator[str]:
    for event in sorted(workflow.events - EVENTS):
        yield f"waits for {event}"


def _words(workflow: Workflow) -> Iterator[str]:
    """Not even in a comment: what is commented out today is commented in tomorrow."""
    for word in ("pull_request_target", "workflow_run", "self-hosted"):
        if word in workflow.text:
            yield f"speaks of {word}"
    if "pull_request" in workflow.events and re.search(r"\bsecrets\b", workflow.text):
        yield "speaks of secrets, where the code of others runs"


def _pins(workflow: Workflow) -> Iterator[str]:
    for action in re.findall(r"uses: *(.*)", workflow.text):
        if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action):
            yield f"“{action}” is not a commit with its release behind it"


def _rights(workflow: Workflow) -> Iterator[str]:
    if workflow.value.get("permissions") != {}:
        yield "gives rights to all of its jobs"
    for name, job in workflow.jobs.items():
        if not isinstance(job.get("permissions"), dict):
            yield f"{name} does not list its rights"
        for right, level in workflow.rights(name).items():
            if level != "read" and name != WRITES.get(right):
                yield f"{name} may {level} {right}"


def _others(workflow: Workflow) -> Iterator[str]:
    """What a pull request runs reads the code, and nothing else."""
    if "pull_request" in workflow.events:
        for name in workflow.jobs:
            if workflow.rights(name) not in ({}, {"contents": "read"}):
                yield f"{name} has more rights than to read, and runs the code of others"


def _deploys(workflow: Workflow) -> Iterator[str]:
    """Who may publish runs no command and sees no code, so that nothing can borrow the right."""
    for name, step in workflow.steps:
        if {"pages", "id-token"} & workflow.rights(name).keys():
            if "run" in step:
                yield f"{name} may publish, and runs a command"
            if step.get("uses", "").startswith("actions/checkout@"):
                yield f"{name} may publish, and checks code out"


def _reports(workflow: Workflow) -> Iterator[str]:
    """Who may write issues sees no code: what is to be written reaches it as a file."""
    for name, step in workflow.steps:
        checks_out = step.get("uses", "").startswith("actions/checkout@")
        if checks_out and workflow.rights(name).get("issues") == "write":
            yield f"{name} may write issues, and checks code out"


def _checkouts(workflow: Workflow) -> Iterator[str]:
    for name, step in workflow.steps:
        if not step.get("uses", "").startswith("actions/checkout@"):
            continue
        options = step.get("with", {})
        if options.get("persist-credentials") is not False:
            yield f"{name} keeps the credentials of its checkout"
        if {"ref", "repository"} & options.keys():
            yield f"{name} chooses what it checks out"


def _commands(workflow: Workflow) -> Iterator[str]:
    for name, step in workflow.steps:
        run = step.get("run", "")
        if "${{" in run:
            yield f"{name} puts a command together from what others can name"
        for line in run.splitlines():
            if re.search(r"\bpip3? install\b", line) and "--require-hashes" not in line:
                yield f"{name} installs without hashes"
            if re.search(r"\b(npm|npx|pipx|uvx|curl|wget)\b|\buv (tool|pip)\b", line):
                yield f"{name} runs what no hash proves"


def _caches(workflow: Workflow) -> Iterator[str]:
    """A cache that a pull request filled could be what is published."""
    for name, step in workflow.steps:
        if "actions/cache" in step.get("uses", "") or "cache" in step.get("with", {}):
            yield f"{name} shares a cache"


def _limits(workflow: Workflow) -> Iterator[str]:
    for name, job in workflow.jobs.items():
        if not 0 < job.get("timeout-minutes", 0) <= LONGEST:
            yield f"{name} has no time limit of {LONGEST} minutes or less"


def _failures(workflow: Workflow) -> Iterator[str]:
    for name, job in workflow.jobs.items():
        for part in (job, *job.get("steps", ())):
            if "continue-on-error" in part:
                yield f"{name} may fail without a word"


def _required(workflow: Workflow) -> Iterator[str]:
    """One job tells how all others ended, so that a repository requires one name and never an old list."""
    if "pull_request" not in workflow.events:
        return
    job = workflow.jobs.get("required", {})
    if set(job.get("needs", ())) != set(workflow.jobs) - {"required"}:
        yield "has no job “required” that needs all others"
    elif job.get("if") != "always()":
        yield "required is left out when another job fails, which counts as passed"
    elif "join(needs.*.result)" not in str(job):
        yield "required does not ask how the others ended"


RULES: tuple[Rule, ...] = (
    _events, _words, _pins, _rights, _others, _deploys, _reports, _checkouts, _commands, _caches, _limits, _failures, _required,
)  # fmt: skip
