"""A repository with a history, for the tests: each commit is a few files, a day and a sentence."""

import subprocess
from pathlib import Path

from tests import invented

_WHO = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "PATH": "/usr/bin:/bin:/usr/local/bin",
}


def begin(root: Path) -> Path:
    """Begin a repository."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main")
    return root


def commit(
    root: Path, day: str, subject: str, files: str = "", *, gone: tuple[str, ...] = ()
) -> str:
    """Write files as tests/invented.py does, remove those that are `gone`, and commit; returns the commit's id."""
    invented.write(root, files, world="")
    for name in gone:
        (root / name).unlink()
    git(root, "add", "--all")
    git(root, "commit", "-q", "--allow-empty", "-m", subject, day=day)
    return git(root, "rev-parse", "HEAD").strip()


def git(root: Path, *arguments: str, day: str = "2031-05-01") -> str:
    """Run git as somebody without settings of their own, at noon of a day."""
    at = {f"GIT_{who}_DATE": f"{day}T12:00:00+00:00" for who in ("AUTHOR", "COMMITTER")}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=_WHO | at, check=True, capture_output=True, text=True
    )
    return done.stdout
