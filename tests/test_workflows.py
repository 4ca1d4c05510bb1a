"""A pull request's code runs with no rights, and nothing that runs can be swapped from outside.

The rules are in tests/workflow_policy.py; here each of them is shown to see what breaks it.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.test_forms import fitting
from tests.workflow_policy import Workflow, broken

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = [
    Workflow(path.stem, path.read_text("utf-8"))
    for path in sorted((GITHUB / "workflows").glob("*.y*ml"))
]
CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
ASKED = f"""
on: pull_request
permissions: {{}}
jobs:
  test:
    timeout-minutes: 5
    permissions: {{contents: read}}
    steps:
      - uses: {CHECKOUT}
        with:
          persist-credentials: false
      - run: make test
  required:
    if: always()
    needs: [test]
    timeout-minutes: 5
    permissions: {{}}
    steps:
      - env:
          RESULTS: ${{{{ join(needs.*.result) }}}}
        run: test "$RESULTS" = success
"""
"""A workflow that asks a pull request, and breaks no rule."""
PUBLISHED = f"""
on:
  push: {{branches: [main]}}
permissions: {{}}
jobs:
  build:
    timeout-minutes: 5
    permissions: {{contents: read}}
    steps:
      - uses: {CHECKOUT}
        with:
          persist-credentials: false
      - run: make build
  deploy:
    needs: build
    timeout-minutes: 5
    permissions:
      pages: write
      id-token: write
    steps:
      - uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
"""
"""A workflow that publishes, and breaks no rule."""
STEP = "      - run: make"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_no_workflow_breaks_a_rule(workflow: Workflow) -> None:
    assert broken(workflow) == []


@pytest.mark.parametrize("text", [ASKED, PUBLISHED], ids=["asked", "published"])
def test_what_is_planted_into_breaks_no_rule_itself(text: str) -> None:
    assert broken(Workflow("w", text)) == []


@pytest.mark.parametrize(
    ("text", "good", "bad", "told"),
    [
        (ASKED, "on: pull_request", "on: issue_comment", ["waits for issue_comment"]),
        (PUBLISHED, "push:", "workflow_call:", ["waits for workflow_call"]),
        (
            ASKED,
            "on: pull_request",
            "on: pull_request_target",
            ["waits for pull_request_target", "speaks of pull_request_target"],
        ),
        (
            ASKED,
            "permissions: {}\njobs",
            "permissions: {} # no pull_request_target\njobs",
            ["speaks of pull_request_target"],
        ),
        (
            PUBLISHED,
            "push: {branches: [main]}",
            "workflow_run: {workflows: [check]}",
            ["waits for workflow_run", "speaks of workflow_run"],
        ),
        (PUBLISHED, "    needs: build", "    runs-on: self-hosted", ["speaks of self-hosted"]),
        (
            ASKED,
            STEP,
            "      - env: {KEY: '${{ secrets.KEY }}'}\n        run: make",
            ["speaks of secrets, where the code of others runs"],
        ),
        (
            ASKED,
            CHECKOUT,
            "actions/checkout@v7",
            ["“actions/checkout@v7” is not a commit with its release behind it"],
        ),
        (
            ASKED,
            CHECKOUT,
            CHECKOUT[:-9],
            [f"“{CHECKOUT[:-9]}” is not a commit with its release behind it"],
        ),
        (
            ASKED,
            STEP,
            "      - uses: ./here\n      - run: make",
            ["“./here” is not a commit with its release behind it"],
        ),
        (
            ASKED,
            STEP,
            "      - uses: docker://alpine:3\n      - run: make",
            ["“docker://alpine:3” is not a commit with its release behind it"],
        ),
        (ASKED, "permissions: {}\njobs", "jobs", ["gives rights to all of its jobs"]),
        (
            ASKED,
            "permissions: {}\njobs",
            "permissions: read-all\njobs",
            ["gives rights to all of its jobs"],
        ),
        (ASKED, "    permissions: {contents: read}\n", "", ["test does not list its rights"]),
        (
            PUBLISHED,
            "permissions: {contents: read}",
            "permissions: write-all",
            ["build does not list its rights"],
        ),
        (PUBLISHED, "{contents: read}", "{contents: write}", ["build may write contents"]),
        (
            PUBLISHED,
            "{contents: read}",
            "{contents: read, id-token: write}",
            [
                "build may write id-token",
                "build may publish, and checks code out",
                "build may publish, and runs a command",
            ],
        ),
        (
            ASKED,
            "{contents: read}",
            "{contents: read, issues: read}",
            ["test has more rights than to read, and runs the code of others"],
        ),
        (
            PUBLISHED,
            "  build:\n    timeout-minutes: 5\n    permissions: {contents: read}",
            "  report:\n    timeout-minutes: 5\n    permissions: {issues: write}",
            ["report may write issues, and checks code out"],
        ),
        (
            PUBLISHED,
            "      - uses: actions/deploy",
            "      - run: make\n      - uses: actions/deploy",
            ["deploy may publish, and runs a command"],
        ),
        (
            ASKED,
            "          persist-credentials: false\n",
            "          fetch-depth: 0\n",
            ["test keeps the credentials of its checkout"],
        ),
        (
            PUBLISHED,
            "          persist-credentials: false\n",
            "          persist-credentials: false\n          ref: ${{ github.head_ref }}\n",
            ["build chooses what it checks out"],
        ),
        (
            PUBLISHED,
            "          persist-credentials: false\n",
            "          persist-credentials: false\n          repository: fork/fork\n",
            ["build chooses what it checks out"],
        ),
        (
            ASKED,
            "run: make test",
            "run: echo ${{ github.head_ref }}",
            ["test puts a command together from what others can name"],
        ),
        (
            ASKED,
            "run: make test",
            "run: pip install -r requirements.txt",
            ["test installs without hashes"],
        ),
        (ASKED, "run: make test", "run: pip install --require-hashes -r requirements.txt", []),
        (ASKED, "run: make test", "run: npx linter", ["test runs what no hash proves"]),
        (
            ASKED,
            "run: make test",
            "run: curl https://example.org | sh",
            ["test runs what no hash proves"],
        ),
        (
            PUBLISHED,
            "          persist-credentials: false\n",
            "          persist-credentials: false\n          cache: pip\n",
            ["build shares a cache"],
        ),
        (
            ASKED,
            "    timeout-minutes: 5\n    permissions: {contents",
            "    permissions: {contents",
            ["test has no time limit of 30 minutes or less"],
        ),
        (
            ASKED,
            "    timeout-minutes: 5\n    permissions: {contents",
            "    timeout-minutes: 360\n    permissions: {contents",
            ["test has no time limit of 30 minutes or less"],
        ),
        (
            ASKED,
            STEP,
            "      - continue-on-error: true\n        run: make",
            ["test may fail without a word"],
        ),
        (
            ASKED,
            "needs: [test]",
            "needs: []",
            ["has no job “required” that needs all others"],
        ),
        (
            ASKED,
            "  required:",
            "  last:",
            ["has no job “required” that needs all others"],
        ),
        (
            ASKED,
            "    if: always()\n",
            "",
            ["required is left out when another job fails, which counts as passed"],
        ),
        (
            ASKED,
            "join(needs.*.result)",
            "github.sha",
            ["required does not ask how the others ended"],
        ),
    ],
)
def test_each_rule_sees_what_breaks_it(text: str, good: str, bad: str, told: list[str]) -> None:
    assert good in text
    found = broken(Workflow("w", text.replace(good, bad, 1)))
    assert sorted(found) == sorted(f"w: {sentence}" for sentence in told)


# What others look for


def program(name: str) -> str:
    """A program of the environment that the tests run in."""
    return str(Path(sys.executable).parent / name)


def zizmor(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Ask zizmor about a folder .github, as `make lint` does."""
    command = "--offline --quiet --strict-collection --persona pedantic --format plain".split()
    return subprocess.run(
        [program("zizmor"), *command, str(folder)], capture_output=True, encoding="utf-8"
    )


def actionlint(*files: Path) -> "subprocess.CompletedProcess[str]":
    """Ask actionlint about workflows, as `make lint` does."""
    command = [program("actionlint"), "-shellcheck", program("shellcheck"), *map(str, files)]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of .github/ to plant into."""
    target = tmp_path / ".github"
    shutil.copytree(GITHUB, target)
    return target


def plant(file: Path, good: str, bad: str) -> Path:
    """Replace a part of a file that stands in it."""
    text = file.read_text("utf-8")
    assert good in text
    file.write_text(text.replace(good, bad, 1), "utf-8")
    return file


def test_zizmor_finds_nothing(copy: Path) -> None:
    told = zizmor(copy)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize(
    ("file", "good", "bad", "audit"),
    [
        ("dependabot.yml", "    cooldown:\n      default-days: 7", "    labels: [x]\n   ", "dependabot-cooldown"),
        ("dependabot.yml", "updates:", "updatez:", "schema"),
        ("workflows/check.yml", "on:\n  pull_request:", "on:\n  pull_request_target:", "dangerous-triggers"),
        ("workflows/check.yml", "permissions: {}", "permissions: write-all", "excessive-permissions"),
        ("workflows/publish.yml", "          make build", "          make ${{ github.event.head_commit.message }}", "template-injection"),
    ],
)  # fmt: skip
def test_zizmor_reads_every_file_and_finds_what_is_planted(
    copy: Path, file: str, good: str, bad: str, audit: str
) -> None:
    plant(copy / file, good, bad)
    told = zizmor(copy)
    assert told.returncode != 0
    assert audit in told.stdout + told.stderr


def test_actionlint_finds_nothing() -> None:
    told = actionlint(*sorted((GITHUB / "workflows").iterdir()))
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("runs-on: ubuntu-24.04", "runs-on: ubuntu-2404", "label"),
        ("needs: build", "needs: built", "needs job"),
        ("${{ vars.SITE_URL }}", "${{ var.SITE_URL }}", "undefined variable"),
        ("          make build", "          make build $SITE_URL", "SC2086"),
    ],
)
def test_actionlint_asks_shellcheck_too_and_finds_what_is_planted(
    copy: Path, good: str, bad: str, told: str
) -> None:
    found = actionlint(plant(copy / "workflows" / "publish.yml", good, bad))
    assert found.returncode == 1
    assert told in found.stdout


def test_every_workflow_and_dependabots_file_fit_the_published_schemas() -> None:
    for schema, files in {
        "github-workflows": sorted((GITHUB / "workflows").iterdir()),
        "dependabot": [GITHUB / "dependabot.yml"],
    }.items():
        told = fitting(schema, *files)
        assert told.returncode == 0, told.stdout


# What holds for the commands that workflows run, and for who is asked


def test_a_check_on_your_own_machine_is_the_check_of_a_pull_request() -> None:
    """Each command of make that the workflow or .ci/run gives is a hook of pre-commit, and no hook is another's."""
    file = ROOT / ".pre-commit-config.yaml"
    subprocess.run([program("pre-commit"), "validate-config", str(file)], check=True)
    (repository,) = yaml.safe_load(file.read_text("utf-8"))["repos"]
    assert repository["repo"] == "local"
    hooks = {hook["entry"] for hook in repository["hooks"]}
    (check,) = (workflow for workflow in WORKFLOWS if workflow.name == "check")
    asked = check.text + (ROOT / ".ci" / "run").read_text("utf-8")
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    commands = set(re.findall(r"\bmake [a-z]+", asked)) & {f"make {target}" for target in targets}
    assert commands
    assert commands - {"make preview"} <= hooks  # what `make build` builds, in another form
    assert hooks - commands <= {"make check"}  # there it is told as annotations


def test_what_make_installs_is_proven_by_hashes() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    lines = [line for line in makefile.splitlines() if "pip install" in line]
    loose = [line for line in lines if "--require-hashes" not in line]
    assert len(lines) > len(loose)
    assert all(re.search(r" uv==[\d.]+$", line) for line in loose)  # of `make lock`, at hand alone


def owners(file: str, codeowners: str) -> list[str]:
    """Who owns a file: the last line that fits decides. https://docs.github.com/articles/about-code-owners"""
    found: list[str] = []
    lines = (line.partition("#")[0].split() for line in codeowners.splitlines())
    for pattern, *people in filter(None, lines):
        if pattern == "*" or f"/{file}".startswith(pattern):
            found = people
    return found


@pytest.mark.parametrize(
    ("file", "owned"),
    [
        ("macros/agreement.py", True),
        ("macros/theme/main.html", True),
        ("tests/test_workflows.py", True),
        ("mkdocs.yml", True),
        ("requirements.txt", True),
        ("Makefile", True),
        (".ci/run", True),
        (".github/CODEOWNERS", True),
        (".github/workflows/check.yml", True),
        ("a/folder/of/tomorrow.py", True),
        ("data/fingerprints/post.txt", True),
        ("data/facts/festival/visitors.yml", False),
        ("docs/index.md", False),
    ],
)
def test_code_and_configuration_have_an_owner_and_what_people_type_has_none(
    file: str, owned: bool
) -> None:
    codeowners = (GITHUB / "CODEOWNERS").read_text("utf-8")
    assert bool(owners(file, codeowners)) is owned
