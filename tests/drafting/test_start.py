"""`new site` begins an explainer that holds nothing yet, and in which nothing is wrong."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from macros.__main__ import main
from macros.check import check
from macros.configuration import menu
from macros.drafting.start import START

ROOT = Path(__file__).parent.parent.parent


def test_an_explainer_begins_without_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "a-canal"
    assert main(["new", "site", str(folder)]) == 0
    library, faults = check(folder)
    assert (list(library.entities), faults) == ([], [])
    assert (
        yaml.load((folder / "mkdocs.yml").read_text(), yaml.CBaseLoader)["site_name"] == "A canal"
    )
    own_tests = sorted(file.name for file in (folder / "tests" / "site").iterdir())
    assert own_tests == ["test_built.py", "test_data.py"]
    pages = {page.relative_to(folder / "docs").as_posix() for page in folder.glob("docs/**/*.md")}
    assert set(menu(folder)) == pages


def test_the_way_to_a_folder_can_be_copied_whatever_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "site", str(tmp_path / "the old canal")]) == 0
    assert f"Next: cd '{tmp_path}/the old canal' && make serve" in capsys.readouterr().out


def test_the_tests_that_go_along_need_none_of_those_that_stay(tmp_path: Path) -> None:
    folder = tmp_path / "a-canal"
    assert main(["new", "site", str(folder)]) == 0
    imported = {
        (file.name, node.module)
        for file in (folder / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tests.")
    }
    assert imported
    places = {(file, folder / (module or "").replace(".", "/")) for file, module in imported}
    assert [
        file for file, place in places if not (place.is_dir() or place.with_suffix(".py").is_file())
    ] == []


def test_its_data_and_its_owners_are_not_those_of_this_site(tmp_path: Path) -> None:
    folder = tmp_path / "a-canal"
    assert main(["new", "site", str(folder)]) == 0
    license_of_data = (folder / "LICENSE-DATA.md").read_text("utf-8")
    assert "the contributors to A canal, licensed" in license_of_data
    assert "if you name *A canal*, link" in license_of_data
    owners = (folder / ".github" / "CODEOWNERS").read_text("utf-8")
    assert set(re.findall(r"@[\w-]+", owners)) == {"@your-organization"}


def test_a_place_where_nothing_can_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["new", "site", str(tmp_path / "file" / "a-canal")]) == 2
    assert "a-canal can't be written (Not a directory). Name a folder" in capsys.readouterr().err


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["new", "site", str(tmp_path)]) == 2
    assert "is there and not empty" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ['The "price"', "Who: what", "#1", "a\\b", "yes", "{{ 7*7 }}"])
def test_any_name_is_a_text(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "new"
    code = main(["new", "site", str(folder), "--name", name])
    if "{" in name:
        assert code == 2
        return
    assert code == 0
    read = yaml.load((folder / "mkdocs.yml").read_text("utf-8"), yaml.CBaseLoader)
    assert read["site_name"] == name
    assert check(folder)[1] == []


def test_it_is_configured_as_this_site_is() -> None:
    """All but the names, the topics and the menus is the machine's."""
    own, here = (
        yaml.load((folder / "mkdocs.yml").read_text("utf-8"), yaml.CBaseLoader)
        for folder in (START, ROOT)
    )
    for settings in (own, here):
        del settings["site_name"], settings["site_description"], settings["nav"]
        del settings["extra"]["topics"], settings["extra"]["row"]
    assert own == here


@pytest.mark.parametrize("name", ["{{ canal }}", "a <b>canal</b>", "a\ncanal", "a\x01canal"])
def test_a_name_that_a_page_could_not_print_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = tmp_path / "a-canal"
    assert main(["new", "site", str(folder), "--name", name]) == 2
    assert "Write plain text into `--name`. Nothing" in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize("part", ["macros", "macros/theme", "tests", ".github", "data", "docs"])
def test_an_explainer_is_not_copied_into_itself(
    capsys: pytest.CaptureFixture[str], part: str
) -> None:
    folder = ROOT / part / "a-canal"
    assert main(["new", "site", str(folder)]) == 2
    assert "within a part of this explainer. Name a folder elsewhere." in capsys.readouterr().err
    assert not folder.exists()
