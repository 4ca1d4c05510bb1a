"""What lies around the pages: linked folders and repositories, names that hold commands, and how they are told."""

import time
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.check import check
from macros.faults import Fault
from macros.reporting import as_github, as_json, as_text
from tests import invented


def told(root: Path) -> list[str]:
    return [str(fault) for fault in check(root)[1]]


@pytest.mark.parametrize("folder", ["data", "docs", "data/people"])
def test_a_folder_that_is_a_link_is_told_and_not_followed(tmp_path: Path, folder: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "SECRET name.md").write_text("swordfish")
    (tmp_path / "elsewhere" / "people").mkdir()
    for file in ("secret.yml", "people/secret.yml"):
        (tmp_path / "elsewhere" / file).write_text("SECRET: so\n")
    (tmp_path / folder).parent.mkdir(exist_ok=True)
    (tmp_path / folder).symlink_to(tmp_path / "elsewhere")
    found = told(tmp_path)
    assert any(f"{folder}:1:1: error: this is a symbolic link" in line for line in found)
    assert "SECRET" not in "".join(found)


def test_a_page_that_is_a_link_is_told_and_never_quoted(tmp_path: Path) -> None:
    invented.write(tmp_path, invented.GUESTS)
    (tmp_path / "secret").write_text("---\nswordfish: 5 <b>\n---\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").symlink_to(tmp_path / "secret")
    found = [line for line in told(tmp_path) if line.startswith("docs/")]
    assert len(found) == 1
    assert "symbolic link" in found[0]


def test_a_configuration_that_is_a_link_is_told_and_not_read(tmp_path: Path) -> None:
    invented.write(tmp_path, invented.GUESTS)
    (tmp_path / "elsewhere.yml").write_text("swordfish: yes\n")
    (tmp_path / "mkdocs.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert told(tmp_path)[-1].startswith("mkdocs.yml:1:1: error: this is a symbolic link.")
    assert "swordfish" not in "".join(told(tmp_path))


def test_another_repository_within_this_one_is_told(tmp_path: Path) -> None:
    invented.write(tmp_path, invented.GUESTS)
    (tmp_path / ".gitmodules").write_text('[submodule "data/more"]\n')
    assert any(line.startswith(".gitmodules:1:1: error: another repository") for line in told(tmp_path))  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["a b.yml", "A.yml", ".git", "a\nb.yml", "\u202egnp.yml", "é.yml", "a;b.yml", "$(id).yml", "-rf.yml", "a..yml", "con:.yml"],
)  # fmt: skip
def test_a_name_that_is_none_is_told_on_one_line(tmp_path: Path, name: str) -> None:
    invented.write(tmp_path, invented.GUESTS)
    (tmp_path / "data" / "people" / name).write_text("name: So\n")
    found = [line for line in told(tmp_path) if "people/" in line]
    assert any("Rename it." in line for line in found)
    assert all(line.isprintable() for line in found)


def test_a_hidden_folder_and_a_page_that_runs_are_told(tmp_path: Path) -> None:
    invented.write(tmp_path, invented.GUESTS)
    (tmp_path / "docs" / ".well-known").mkdir(parents=True)
    (tmp_path / "docs" / "page.html").write_text("<script>")
    (tmp_path / "docs" / "picture.svg").write_text("<svg onload=x>")
    found = "\n".join(told(tmp_path))
    for name in (".well-known", "page.html", "picture.svg"):
        assert f"docs/{name}:1:1: error: " in found


def test_a_page_of_twenty_megabytes_is_told_in_under_a_second(tmp_path: Path) -> None:
    invented.write(tmp_path, invented.GUESTS)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text("a " * 10_000_000)
    (tmp_path / "data" / "people" / "large.yml").write_text("name: a\n" * 2_500_000)
    (tmp_path / "data" / "fingerprints").mkdir()
    (tmp_path / "data" / "fingerprints" / "post.txt").write_text("00000\n" * 3_500_000)
    began = time.process_time()
    found = "\n".join(told(tmp_path))
    assert time.process_time() - began < 3  # three files
    for name in ("docs/page.md", "data/people/large.yml", "data/fingerprints/post.txt"):
        assert f"{name}:1:1: error: " in found


HOSTILE = Fault(
    "a\n::error::b", 1, 1, "“x\r\n::add-mask::y\x1b[31m\u202e” is not a key. Remove it."
)


def test_a_fault_that_quotes_a_command_stays_one_line() -> None:
    """A line of its own that begins with :: is a command to the machine that runs the checks."""
    assert as_text([HOSTILE]).count("\n") == 0
    assert "\x1b" not in as_text([HOSTILE])
    assert "\u202e" not in as_text([HOSTILE])
    assert (
        as_github([HOSTILE])
        .splitlines()[0]
        .startswith("::error file=a%0A%3A%3Aerror%3A%3Ab,line=1")
    )
    assert as_github([HOSTILE]).count("\n") == as_json([]).count("\n") == 0


def test_the_command_line_prints_no_line_that_a_file_made_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invented.write(tmp_path, invented.GUESTS)
    (tmp_path / "data" / "people" / "a\n::error::b.yml").write_text('"x\\n::error::y": z\n')
    for form in ("text", "github"):
        assert main(["check", "--root", str(tmp_path), "--format", form]) == 1
        printed = capsys.readouterr().out
        assert not any(line.startswith("::error::") for line in printed.splitlines())
