"""Under `serve` the machine itself is edited: what is wrong with it is told, and what it made meanwhile is not kept."""

import importlib
from pathlib import Path
from types import SimpleNamespace

import pytest

import macros


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of two files, which no build has begun with."""
    monkeypatch.setattr(macros, "_HERE", tmp_path)
    monkeypatch.setattr(macros, "_saved", {})
    monkeypatch.setattr(macros, "_mistake", "")
    for name in ("words.py", "card.html"):
        (tmp_path / name).write_text("as it was", "utf-8")
    return tmp_path


def begin(monkeypatch: pytest.MonkeyPatch, code: BaseException | None = None) -> None:
    """Begin a build whose adapter does nothing, or ends in this way."""

    def imported(_: str) -> SimpleNamespace:
        if code:
            raise code
        return SimpleNamespace(define_env=lambda _: None)

    with monkeypatch.context() as patch:
        patch.setattr(importlib, "import_module", imported)
        macros.define_env(SimpleNamespace(conf=SimpleNamespace()))


@pytest.mark.parametrize("name", ["words.py", "card.html", "new.py"])
def test_a_file_that_is_saved_while_a_build_runs_is_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    begin(monkeypatch)
    assert not macros.edited_meanwhile()
    (folder / name).write_text("as it is", "utf-8")
    assert macros.edited_meanwhile()


def test_a_link_that_an_editor_makes_beside_a_file_stops_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".#words.py").symlink_to("someone@somewhere.1700000000")
    begin(monkeypatch)
    assert not macros.edited_meanwhile()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("code", [NameError("nam"), SystemExit(3)])
def test_code_that_ends_the_program_is_told_as_any_mistake_is(
    monkeypatch: pytest.MonkeyPatch, code: BaseException
) -> None:
    begin(monkeypatch, code)
    env = SimpleNamespace(markdown="")
    macros.on_pre_page_macros(env)
    assert f"{type(code).__name__}: {code}" in env.markdown
