"""The editors' schemas are those of the model, with a hint at each key."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.model import Claim
from macros.schemas import FOLDER, HINTS, MODELS, schema, written
from tests import invented

ROOT = Path(__file__).parents[1]


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2, as editors read it: of all guesses only numbers."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML's own attribute)


AsEditorsRead.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"-?[1-9][0-9]*$"), list("-123456789")
)
AsEditorsRead.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"-?[0-9]+\.[0-9]+$"), list("-0123456789")
)


def faults(name: str, text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema(name))
    return [error.message for error in validator.iter_errors(yaml.load(text, AsEditorsRead))]


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_in_the_repository_is_current(name: str) -> None:
    file = ROOT / FOLDER / f"{name}.schema.json"
    assert file.read_text("utf-8") == written(name), "run `python -m macros schemas`"


@pytest.mark.parametrize("name", MODELS)
def test_every_key_has_a_hint_and_an_example(name: str) -> None:
    made = schema(name)
    for part in (made, *made.get("$defs", {}).values()):
        for value in part.get("properties", {}).values():
            assert value["description"]
            assert value["examples"]


def test_no_hint_is_left_of_a_key_that_is_gone() -> None:
    parts: dict[str, Any] = {}
    for made in map(schema, MODELS):
        parts |= {made.get("title", ""): made, **made.get("$defs", {})}
    assert {title: list(hints) for title, hints in HINTS.items()} == {
        title: list(part["properties"]) for title, part in parts.items() if title in HINTS
    }
    assert list(HINTS["Claim"]) == list(Claim.model_fields)


def test_the_settings_name_a_schema_for_each_folder() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert settings == {
        f"{FOLDER}/{name}.schema.json": folder for name, (_, folder) in MODELS.items()
    }


def test_every_file_of_the_invented_world_fits_its_schema() -> None:
    kinds = {
        "sources": "source",
        "people": "person",
        "organizations": "organization",
        "facts": "fact",
    }
    for path, text in invented.sections(invented.WORLD).items():
        assert faults(kinds[path.split("/")[1]], text) == []


@pytest.mark.parametrize("figure", ["40", "14.5", "-40", "-3.5", "-3.5%", "−3.5"])
def test_a_figure_that_other_readers_take_for_a_number_is_not_underlined(figure: str) -> None:
    claim = f"source: a, figure: {figure}, locator: it was {figure} that night"
    assert faults("fact", f"question: Q?\nlabel: Q\nclaims: [{{{claim}}}]") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fact", "question: Q?\nlabel: Q\nclaims: []"),
        ("fact", "question: Q?\nclaims: [{source: a, says: so, locator: a b c d}]"),
        ("fact", "question: Q?\nlabel: Q\nclaims: [{souce: a, says: so, locator: a b c d}]"),
        (
            "fact",
            "question: Q?\nlabel: Q\nwhen: last year\nclaims: [{source: a, says: so, locator: a b c d}]",
        ),
        ("fact", "question: Q?\nlabel: Q\nkind: gone"),
        ("fact", "question: Q?\nlabel: Q\nkind: moved\nto: a\nclaims: []"),
        ("source", "title: T\npublisher: p\nuse: perhaps\nurl: https://a.example.org"),
        ("person", "nam: Ada"),
        ("organization", "name: A"),
    ],
)
def test_a_mistake_is_underlined(name: str, text: str) -> None:
    assert faults(name, text)
