"""In data/ and docs/ lie real files, with plain names, of known kinds and sizes."""

from pathlib import Path

import pytest

from macros.files import LARGEST, check_files


def _told(root: Path) -> list[str]:
    return [str(fault) for fault in check_files(root)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("data/facts/festival", "docs/facts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data/facts/festival/lanterns.yml").write_text("question: …")
    (tmp_path / "docs/index.md").write_text("text")
    (tmp_path / "docs/facts/lanterns-2031.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


def test_plain_files_are_fine(root: Path) -> None:
    assert _told(root) == []


def test_a_folder_without_data_is_told(tmp_path: Path) -> None:
    assert _told(tmp_path) == [
        "data:1:1: error: there is no folder data/. Name the folder that holds it with --root."
    ]


@pytest.mark.parametrize("folder", ["data/facts/festival", "docs", "docs/facts"])
@pytest.mark.parametrize("target", ["/etc/passwd", "../.git/config", "/", "nowhere"])
def test_a_symbolic_link_is_refused(root: Path, folder: str, target: str) -> None:
    (root / folder / "link.md").symlink_to(target)
    assert [
        f"{folder}/link.md:1:1: error: this is a symbolic link" in line for line in _told(root)
    ] == [True]


@pytest.mark.parametrize(
    "name", ["a b.md", "Index.md", "été.md", "-a.md", ".hidden.md", "a..md", "a(1).md", "a\nb.md"]
)
def test_a_name_has_small_letters_digits_and_hyphens(root: Path, name: str) -> None:
    (root / "docs" / name).write_text("text")
    assert len(_told(root)) == 1


@pytest.mark.parametrize(
    "name", ["page.html", "picture.svg", "script.js", "notes.txt", "data.json", "noending"]
)
def test_what_could_run_in_a_browser_is_no_page(root: Path, name: str) -> None:
    (root / "docs" / name).write_text("text")
    assert "files lie below docs/" in _told(root)[0]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("data/facts/festival/lanterns.txt", "only .yml files lie below data/."),
        ("data/fingerprints/post.yml", "only .txt files lie below data/fingerprints/."),
    ],
)
def test_what_nobody_reads_is_told(root: Path, path: str, told: str) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text("text")
    (line,) = _told(root)
    assert line.startswith(f"{path}:1:1: error: ")
    assert told in line


def test_a_large_file_is_refused(root: Path) -> None:
    (root / "docs/big.md").write_bytes(b"a" * (LARGEST + 1))
    assert "larger than 1024 kB" in _told(root)[0]


@pytest.mark.parametrize("name", ["notes.txt", "notes.yml"])
def test_nothing_lies_beside_the_folders_of_data(root: Path, name: str) -> None:
    (root / "data" / name).write_text("text")
    assert [
        f"data/{name}:1:1: error: files lie in the folders" in line for line in _told(root)
    ] == [True]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n", False),
        ("a.jpg", b"\xff\xd8\xff\xe0", False),
        ("a.jpeg", b"\xff\xd8\xff\xe1", False),
        ("a.webp", b"RIFF\x00\n\x00\x00WEBPVP8 ", False),
        ("a.png", b"<script>alert(1)</script>", True),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", True),
        ("a.webp", b"", True),
    ],
)
def test_a_picture_is_what_its_name_says(
    root: Path, name: str, content: bytes, *, told: bool
) -> None:
    (root / "docs" / name).write_bytes(content)
    assert ["this is no picture of the kind" in line for line in _told(root)] == [True] * told
