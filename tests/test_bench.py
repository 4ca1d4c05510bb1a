"""The benchmark compares the same pages, and says what it can't measure."""

import sys
from pathlib import Path

import pytest

from bench import __main__, building
from bench.measuring import Cost


def test_a_size_that_there_is_none_of_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "tiny"])
    with pytest.raises(SystemExit):
        __main__.main()
    assert "there is no size “tiny”. Name some of small, middle, large" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ours", "floor", "same"),
    [
        ("<p>one</p><p>two</p>", "<p>one</p>\n\n<p>two</p>", True),
        ("<p>one</p>", "<p>two</p>", False),
        ("<p>one two</p>", "<p>onetwo</p>", False),
        ("<p>one</p>", "<p></p>", False),
    ],
)
def test_a_floor_that_tells_anything_else_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ours: str, floor: str, same: bool
) -> None:
    def build(folder: Path, *arguments: str, **_: str) -> Cost:
        if "build" in arguments:
            target = Path(arguments[-1])
            target.mkdir(parents=True)
            content = floor if folder.name == "floor" else ours
            (target / "index.html").write_text(f"<main>{content}</main>", "utf-8")
        return Cost(1, 1, 1)

    monkeypatch.setattr(building, "cost", build)
    if same:
        assert building.builds(tmp_path / "words", tmp_path / "floor", 1).pages == 1
    else:
        with pytest.raises(ValueError, match=r"index\.html is another page without words"):
            building.builds(tmp_path / "words", tmp_path / "floor", 1)
