"""A file of the data with its bytes shaken ends in a library or in clean faults, in under a second, and in no exception."""

import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.check import check
from macros.reading import read
from tests.conftest import ROOT

EXAMPLES = 300
FILES = sorted((ROOT / "data").rglob("*.yml"))
SIGNS = [s.encode() for s in "\t \n\r:-#'\"[]{},&*!|>%@`~?\\\0\x1b<é강\u202e\ufeff\ue000"] + [
    b"\xff", b"\xed\xa0\x80", b"---\n", b"...\n", b"<<: *a\n", b"!!python/name:os.system ", b"&a [*a]", b"{{ config }}",
    b"<script>", b"? ", b"- - - - ", b"9" * 5_000, b"[" * 4_000, b"a: " * 50, b"null", b"%YAML 9\n", b"javascript:",
]  # fmt: skip
Mutation = Callable[[bytes, random.Random], bytes]


def flipped(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def deleted(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + content[at + chance.choice((1, 1, 2, 8, 40)) :]


def inserted(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(SIGNS) + content[at:]


def doubled(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    return b"".join(
        [*lines[: at + 1], *lines[at : at + chance.choice((1, 1, 3))], *lines[at + 1 :]]
    )


def moved(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((lambda s: b" " + s, lambda s: b"  " + s, bytes.lstrip, lambda s: b"\t" + s))(lines[at])  # fmt: skip
    return b"".join(lines)


def swapped(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


MUTATIONS: tuple[Mutation, ...] = (flipped, deleted, inserted, inserted, doubled, moved, swapped)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shaken")
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


def shaken(chance: random.Random, root: Path) -> Iterator[tuple[Path, bytes]]:
    """A few files of the copy, each with one to three things done to its bytes."""
    for file in chance.sample(FILES, 20):
        content = file.read_bytes()
        for _ in range(chance.choice((1, 1, 2, 3))):
            content = chance.choice(MUTATIONS)(content, chance) if content else b""
        yield root / file.relative_to(ROOT), content


@pytest.mark.parametrize("seed", range(EXAMPLES // 20))
def test_shaken_bytes_end_in_clean_faults(copy: Path, seed: int) -> None:
    done = list(shaken(random.Random(seed), copy))
    good = {file: file.read_bytes() for file, _ in done}
    try:
        for file, content in done:
            file.write_bytes(content)
            began = time.process_time()
            read(copy, file.relative_to(copy).as_posix())
            assert time.process_time() - began < 1
        _, faults = check(copy)
    finally:
        for file, content in good.items():
            file.write_bytes(content)
    for fault in faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert str(fault).isprintable()
        assert str(fault).endswith((".", "?", ")")), fault
