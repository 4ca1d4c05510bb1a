"""What Jinja compiled is found again, as long as it would become the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, Template

from macros import compiled, rebuild


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled templates are kept, empty."""
    monkeypatch.setattr("macros.compiled.FOLDER", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path


def printed(environment: Environment, source: str, file: str = "page.md") -> str:
    """What a page prints whose text is compiled by a build of its own."""
    code = compiled.compiler(environment)(file, source)
    return Template.from_code(environment, code, {}).render()


def counting(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are compiled anew from now on."""
    anew: list[str] = []
    really = environment.compile

    def compile_(source: str) -> object:
        anew.extend(filter(None, [source]))
        return really(source)

    monkeypatch.setattr(environment, "compile", compile_)
    return anew


def test_a_page_is_compiled_once_for_all_builds(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = Environment()
    anew = counting(environment, monkeypatch)
    assert [printed(environment, "{{ 1 + 1 }}") for _ in range(3)] == ["2", "2", "2"]
    assert anew == ["{{ 1 + 1 }}"]


def test_a_page_that_was_edited_is_compiled_again(folder: Path) -> None:
    environment = Environment()
    assert printed(environment, "{{ 1 + 1 }}") == "2"
    assert printed(environment, "{{ 1 + 2 }}") == "3"
    assert len(list(folder.iterdir())) == 1


def test_a_page_that_is_not_run_leaves_its_place_alone(folder: Path) -> None:
    environment = Environment()
    printed(environment, "{{ 1 + 1 }}")
    before = [file.stat().st_mtime_ns for file in folder.iterdir()]
    assert printed(environment, "") == ""
    assert [file.stat().st_mtime_ns for file in folder.iterdir()] == before


@pytest.mark.parametrize(
    "other",
    [
        Environment(variable_start_string="[[", variable_end_string="]]"),
        Environment(trim_blocks=True),
        Environment(finalize=lambda value: f"({value})"),
        Environment(extensions=["jinja2.ext.i18n"]),
    ],
    ids=["signs", "spaces", "finish", "extensions"],
)
def test_another_way_to_compile_is_kept_apart(folder: Path, other: Environment) -> None:
    source = "{{ 'a' }}{% if true %}\n{% endif %}[[ 'b' ]]"
    alone = other.from_string(source).render()
    printed(Environment(), source)
    assert printed(other, source) == alone
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("content", [b"", b"j2", b"something else"], ids=["empty", "cut", "other"])
def test_what_was_damaged_is_compiled_again(folder: Path, content: bytes) -> None:
    environment = Environment()
    printed(environment, "{{ 1 + 1 }}")
    for file in folder.iterdir():
        file.write_bytes(content)
    assert printed(environment, "{{ 1 + 1 }}") == "2"


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert printed(Environment(), "{{ 1 + 1 }}") == "2"
    assert not list(folder.iterdir())


def _publishable(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(".html")


def test_a_theme_is_listed_as_its_loader_lists_it(tmp_path: Path) -> None:
    for name in ("a.css", "b/c.js", "b/.hidden/d.js", ".icons/e.svg", ".f", "main.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    environment = Environment(loader=FileSystemLoader([tmp_path]))
    listed: Callable[..., list[str]] = environment.list_templates
    expected = listed(filter_func=_publishable)
    assert expected == ["a.css", "b/.hidden/d.js", "b/c.js"]
    rebuild.Rebuild().keep_theme(theme := Theme(environment))
    assert theme.get_env().list_templates(filter_func=_publishable) == expected


class Theme:
    """A theme as MkDocs has it."""

    name, dirs, locale = "plain", ("there",), "en"

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def get_env(self) -> Environment:
        """Its environment."""
        return self._environment
