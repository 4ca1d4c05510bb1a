"""What a proposed change is compared with: a folder, or a revision that git knows, unpacked for the while."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from macros.faults import did_you_mean

PARTS = ("data", "docs", "mkdocs.yml", "macros", ".github", ".ci", "Makefile", "pyproject.toml")
"""What is unpacked: what readers see comes from these."""
_REQUIREMENTS = ("requirements.txt",)
_TIMEOUT = 60


class NoBase(Exception):
    """There is nothing of this name to compare with; the sentence says what there is."""


@contextmanager
def unpacked(base: str, root: Path) -> Iterator[Path]:
    """Give a folder with the tree of `base`: itself if it is a folder, else where git's revision was unpacked.

    A revision is taken where `root` left it, so that what others did since is not told as undone here.
    Raises NoBase for what is neither.
    """
    if base and (Path(base) / "data").is_dir():
        yield Path(base)
        return
    top, tree = _tree(base, root)
    with tempfile.TemporaryDirectory() as folder:
        names = _git(top, "ls-tree", "--name-only", tree).decode().splitlines()
        wanted = [name for name in (*PARTS, *_REQUIREMENTS) if name in names]
        if wanted:
            _unpack(_git(top, "archive", "--format=tar", tree, "--", *wanted), Path(folder))
        yield Path(folder)


def _tree(base: str, root: Path) -> tuple[Path, str]:
    """The repository, and the revision's tree of `root`, which may itself be a folder of the repository."""
    try:
        commit = _git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}"
        )
        top, prefix = (
            _git(root, "rev-parse", "--show-cdup", "--show-prefix").decode().split("\n")[:2]
        )
    except subprocess.CalledProcessError:
        raise NoBase(_unknown(base, root)) from None
    except OSError as error:
        raise NoBase(
            f"git can't be run ({error.strerror}). Name a folder that holds data/."
        ) from None
    found = commit.decode().strip()
    with suppress(subprocess.CalledProcessError):  # they may have nothing in common
        found = _git(root, "merge-base", found, "HEAD").decode().strip()
    return root / top, f"{found}:{prefix}"


def _unknown(base: str, root: Path) -> str:
    try:
        names = _git(root, "for-each-ref", "--format=%(refname:short)").decode().split()
    except subprocess.CalledProcessError:
        return (
            f"“{base}” is no folder that holds data/, and git keeps no history here. Name a folder."
        )
    near = did_you_mean(base, names) or " In a shallow clone, fetch its history first."
    return f"“{base}” is no folder that holds data/, and no revision that git knows here.{near}"


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the plain files of an archive, and no link: a name can't lead out of the folder."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            name = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isreg() else None
            if content is None or name.is_absolute() or ".." in name.parts:
                continue
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.read())


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, timeout=_TIMEOUT, check=True)
    return done.stdout
