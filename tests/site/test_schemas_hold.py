"""Every file of data/ fits its schema, so that an editor sees no false alarm."""

from pathlib import Path

import pytest

from macros.schemas import MODELS
from tests.test_schemas import faults

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", MODELS)
def test_every_file_fits_its_schema(name: str) -> None:
    files = sorted(ROOT.glob(MODELS[name][1]))
    assert files
    assert {
        file.name: found for file in files if (found := faults(name, file.read_text("utf-8")))
    } == {}
