"""What a change is compared with: a folder, or a revision of git as it was when this tree left it."""

import subprocess
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.changes.base import NoBase, unpacked

IDENTITY = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *IDENTITY, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path, **files: str) -> None:
    for name, text in files.items():
        file = root / "data" / f"{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "change")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    (root / "secret.txt").write_text("not of the site")
    commit(root, a="first")
    return root


def files(base: str, root: Path) -> dict[str, str]:
    with unpacked(base, root) as folder:
        found = {f.relative_to(folder).as_posix(): f for f in folder.rglob("*") if f.is_file()}
        return {name: file.read_text() for name, file in found.items() if ".git" not in name}


def test_a_revision_is_unpacked_as_it_was_and_only_the_site(repository: Path) -> None:
    commit(repository, a="second")
    assert files("HEAD^", repository) == {"data/a.yml": "first"}
    assert files("main", repository) == {"data/a.yml": "second"}


def test_what_others_did_since_is_not_told_as_undone(repository: Path) -> None:
    git(repository, "branch", "mine")
    commit(repository, b="by others")
    git(repository, "switch", "-q", "mine")
    commit(repository, c="mine")
    assert files("main", repository) == {"data/a.yml": "first"}


def test_the_site_may_lie_in_a_folder_of_the_repository(tmp_path: Path, repository: Path) -> None:
    git(repository, "mv", "data", "moved")
    (repository / "site").mkdir()
    git(repository, "mv", "moved", "site/data")
    git(repository, "commit", "-q", "-m", "moved")
    assert files("HEAD", repository / "site") == {"data/a.yml": "first"}


def test_a_folder_is_taken_as_it_is(repository: Path, tmp_path: Path) -> None:
    assert files(str(repository), tmp_path)["data/a.yml"] == "first"


def test_a_link_is_not_unpacked(repository: Path) -> None:
    (repository / "data" / "evil.yml").symlink_to("/etc/passwd")
    commit(repository)
    assert files("HEAD", repository) == {"data/a.yml": "first"}


@pytest.mark.parametrize("base", ["mian", "--output=/tmp/x", "HEAD~99", "$(id)"])
def test_what_is_no_revision_is_refused(repository: Path, base: str) -> None:
    with pytest.raises(NoBase, match="no revision that git knows"), unpacked(base, repository):
        pass


def test_a_misspelt_branch_is_guessed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "mian", "--root", str(repository)]) == 2
    assert "Did you mean “main”?" in capsys.readouterr().err


def test_without_git_a_folder_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "main", "--root", str(tmp_path)]) == 2
    assert "git keeps no history here. Name a folder." in capsys.readouterr().err


def test_the_command_prints_what_the_pull_request_shows(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "HEAD", "--root", str(repository)]) == 0
    assert capsys.readouterr().out == "Nothing changes for readers.\n"
    assert main(["diff", "HEAD", "--root", str(repository), "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("## What changes for readers\n\nNothing changes")
