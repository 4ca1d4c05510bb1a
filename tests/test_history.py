"""When a file was last changed is told by git alone."""

import subprocess
from pathlib import Path

from macros.dates import Point
from macros.history import last_changes, newest


def _commit(root: Path, day: str, **files: str) -> None:
    for name, text in files.items():
        file = root / name.replace("__", "/").replace("_yml", ".yml").replace("_md", ".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    at = f"{day}T12:00:00+00:00"
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A"}
    environment = {
        **who,
        "GIT_COMMITTER_EMAIL": "a@example.org",
        "GIT_AUTHOR_DATE": at,
        "GIT_COMMITTER_DATE": at,
    }
    for command in (["add", "."], ["-c", "commit.gpgsign=false", "commit", "-qm", "so"]):
        subprocess.run(
            ["git", *command],
            cwd=root,
            env={**environment, "PATH": "/usr/bin:/bin:/usr/local/bin"},
            check=True,
        )


def _repository(root: Path) -> Path:
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    _commit(root, "2031-05-01", docs__index_md="a", data__facts__feast__lanterns_yml="a")
    _commit(root, "2031-05-03", docs__index_md="b", other="c")
    return root


def test_a_file_is_as_old_as_its_last_commit(tmp_path: Path) -> None:
    assert last_changes(_repository(tmp_path)) == {
        "docs/index.md": Point(2031, 5, 3),
        "data/facts/feast/lanterns.yml": Point(2031, 5, 1),
    }


def test_without_git_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert last_changes(tmp_path) == {}
    assert last_changes(tmp_path / "nowhere") == {}


def test_a_shallow_clone_has_no_history(tmp_path: Path) -> None:
    origin = _repository(tmp_path / "origin")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{origin}", str(clone)], check=True)
    assert last_changes(clone) == {}


def test_the_newest_of_some_days() -> None:
    assert newest([Point(2031, 5, 1), Point(2031, 5, 3), Point(2030, 12, 31)]) == Point(2031, 5, 3)
    assert newest([]) is None
