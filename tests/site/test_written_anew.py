"""Every file of data/ can be written anew by the machine and means the same."""

from pathlib import Path

import pytest

from macros.drafting.asks import KINDS, Kind
from macros.drafting.canonical import written
from macros.model import Fact, Former
from macros.reading import read
from tests.conftest import ROOT


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_file_reads_back_as_it_was(tmp_path: Path, kind: Kind) -> None:
    files = sorted((ROOT / "data" / kind.folder).rglob("*.yml"))
    assert files
    for file in files:
        value = read(ROOT, file.relative_to(ROOT).as_posix()).value
        asked_no_more = kind.model is Fact and "kind" in value
        model = Former if asked_no_more else kind.model
        (tmp_path / file.name).write_text(written(model, value), "utf-8")
        assert read(tmp_path, file.name).value == value, file
