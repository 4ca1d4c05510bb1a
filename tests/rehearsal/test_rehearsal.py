"""A rehearsal of a pull request: an editor's files, and what the workflow then tells author and reviewer.

The subject is invented. The base is committed, an editor's change is merged as GitHub merges it, and the steps of
check.yml are run as they stand there. What they print is kept beside this file. After a change of wording:
RENEW=1 python -m pytest tests/rehearsal, and read the difference.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from macros import model
from tests import invented
from tests.conftest import ROOT

HERE = Path(__file__).parent
RENEW = os.environ.get("RENEW") == "1"
SITE = (HERE / "site.txt").read_text("utf-8")
"""The invented subject as it is published."""
CHANGE = (HERE / "change.txt").read_text("utf-8")
"""What an editor proposes: a new article with three claims, a new person, a corrected figure, and a bad one."""
CURE = (HERE / "cure.txt").read_text("utf-8")
"""What the editor makes of the bad one after the checks have told what is wrong."""
POST = """\
Lanterns over the harbor. The harbor master Ada Quill counted some 40 boats on the night of 5 May.
An earlier count had some 50 boats that evening.
Around 5,000 lanterns were lit along the quay, and the choir sang until morning.
"""
STAR = """\
A night of lights. About 5,000 lanterns were lit, said the harbor office, and nearly 50 boats came in.
"""
BEACON = """\
What the quay remembers. Mira Voss, the keeper of the lighthouse, saw some 40 boats come in before dusk.
She says that more than 9,000 lanterns burned on the quay that night, and that nobody slept.
“The sea was on fire,” she said.
"""
IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", "2031-06-01T12:00:00Z"))
}


@dataclass(frozen=True)
class Run:
    """What the steps of the workflow printed: on the lines of the pull request, and into its summary."""

    failed: bool
    lines: str
    summary: str


def git(root: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "commit.gpgsign=false", *arguments],
        cwd=root,
        env=os.environ | IDENTITY,
        check=True,
        capture_output=True,
    )


def propose(root: Path, *changes: str) -> Path:
    """Publish the subject, and merge an editor's files into it as GitHub does before the workflow runs."""
    invented.write(root, SITE, world=invented.WORLD)
    invented.fingerprint(root, "post", POST)
    invented.fingerprint(root, "star", STAR)
    git(root, "init", "--quiet", "--initial-branch=main")
    (root / ".git/info/exclude").write_text("/.venv\n/article.txt\n/summary.md\n")
    (root / ".venv").symlink_to(sys.prefix)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=base")
    git(root, "switch", "--quiet", "--create=editor")
    for change in changes:
        invented.write(root, change, world="")
    (root / "article.txt").write_text(BEACON, "utf-8")
    for command in maintainers_command():
        subprocess.run(command, cwd=root, env=environment(), check=True, capture_output=True)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=change")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message=merge", "editor")
    return root


def maintainers_command() -> list[list[str]]:
    """What a maintainer does before merging: the article's text stays outside."""
    return [[sys.executable, "-m", "macros", "fingerprint", "beacon-2031-06", "article.txt"]]


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | more


def steps() -> list[str]:
    """The commands of the workflow that check and report."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))
    commands = [step.get("run", "") for step in workflow["jobs"]["preview"]["steps"]]
    return [command for command in commands if command.startswith(".venv/bin/python -m macros")]


def run(root: Path) -> Run:
    """Run the steps as the workflow runs them; one that fails does not keep the next from telling."""
    summary = root / "summary.md"
    summary.write_text("")
    ended = [
        subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", command],
            cwd=root,
            env=environment(GITHUB_STEP_SUMMARY=str(summary)),
            capture_output=True,
            encoding="utf-8",
        )
        for command in steps()
    ]
    assert not any(step.stderr for step in ended)
    left = subprocess.run(["git", "status", "--porcelain"], cwd=root, capture_output=True)
    assert left.stdout == b"", "the steps leave the tree as it was"
    failed = any(step.returncode for step in ended)
    return Run(failed, "".join(step.stdout for step in ended), summary.read_text("utf-8"))


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The pull request as it came."""
    return run(propose(tmp_path_factory.mktemp("proposed"), CHANGE))


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The pull request after its author did what the faults say."""
    return run(propose(tmp_path_factory.mktemp("mended"), CHANGE, CURE))


def is_as_it_was_read(text: str, name: str) -> None:
    golden = HERE / name
    if RENEW:
        golden.write_text(text, "utf-8")
    assert text.splitlines() == golden.read_text("utf-8").splitlines()


def test_the_workflow_checks_tells_the_change_and_tells_the_faults() -> None:
    told = [command.partition("macros ")[2] for command in steps()]
    assert told == [
        "check --format github",
        'diff HEAD^1 --format markdown >> "$GITHUB_STEP_SUMMARY"',
        'check --format markdown >> "$GITHUB_STEP_SUMMARY"',
    ]


def test_a_bad_figure_fails_on_its_line_and_the_summary_tells_what_it_would_change(
    proposed: Run,
) -> None:
    assert proposed.failed
    is_as_it_was_read(proposed.lines, "proposed.log")
    is_as_it_was_read(proposed.summary, "proposed.md")


def test_whoever_does_what_the_faults_say_passes(mended: Run) -> None:
    assert not mended.failed
    is_as_it_was_read(mended.lines, "mended.log")
    is_as_it_was_read(mended.summary, "mended.md")


KEYS = {
    key
    for kind in vars(model).values()
    if isinstance(kind, type) and issubclass(kind, BaseModel)
    for key in kind.model_fields
}
READERS_WORDS = set(
    "about answer because checked code country date figure kind label name order origin outcome post "
    "published publisher question source title to translation unit use via when archived address remark "
    "period quotation short several speaker sources answers event says claims organization printed".split()
)
"""Keys that are words of everyday English, too; as a key they would stand before a colon or in brackets."""
SAME_WORD = set("origin country name kind publisher question published post".split())
"""Keys whose reader's word is the key itself."""


@pytest.mark.parametrize("name", ["proposed.md", "mended.md"])
def test_the_summary_speaks_a_reader_s_words(name: str) -> None:
    """No key of a file, no id, no word of code; in a fault the place, and what is to be typed, stand as typed."""
    text = (HERE / name).read_text("utf-8")
    prose = re.sub(r"\*\*data/[^*]*\*\*|\\`[^`]*\\`|“[^”]*”", "…", text)
    for key in KEYS:
        if key not in READERS_WORDS:
            assert not re.search(rf"(?<![\w-]){key}(?![\w-])", prose), key
        if key not in SAME_WORD:
            assert not re.search(rf"(?<![\w-]){key}:", prose), key
    ids = {Path(path).stem for path in invented.sections(invented.WORLD + SITE + CHANGE)}
    for told in filter(lambda one: "-" in one, ids):  # the others are words of English: boats, sea
        assert told not in prose
    assert not re.search(r"\b(?:None|True|False|null|Relation|Span|Point)\b|\w_\w|\{|\}", prose)
