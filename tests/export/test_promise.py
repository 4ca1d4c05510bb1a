"""What version 1 promises is kept: v1.txt holds every file, key and column that was ever promised.

A new one is promised by RENEW=1 python -m pytest tests/export/test_promise.py, which adds lines and takes none away.
"""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from macros.export.csv_files import COLUMNS
from macros.export.database import TABLES
from macros.export.json_files import SCHEMA_FOLDER, SCHEMAS, schema
from tests.export.test_exported_files import exported as exported  # the fixture

SHAPE = Path(__file__).with_name("v1.txt")
RENEW = os.environ.get("RENEW") == "1"


def keys(part: dict[str, Any], shapes: dict[str, Any], path: str) -> Iterator[str]:
    """Each key below `path` with its type: `facts[].claims[].hedge: string or null`."""
    if "$ref" in part:
        yield from keys(shapes[part["$ref"].rpartition("/")[2]], shapes, path)
    for choice in part.get("anyOf", ()):
        if choice.get("type") != "null":
            yield from keys(choice, shapes, path)
    if part.get("type") == "array":
        yield from keys(part["items"], shapes, f"{path}[]")
    for name, inner in part.get("properties", {}).items():
        here = f"{path}.{name}" if path else name
        yield f"{here}: {' or '.join(types(inner))}"
        yield from keys(inner, shapes, here)


def types(part: dict[str, Any]) -> Iterator[str]:
    if "$ref" in part:
        yield "object"
    elif "anyOf" in part:
        for choice in part["anyOf"]:
            yield from types(choice)
    elif "const" in part:
        yield f"“{part['const']}”"
    else:
        yield part["type"]


def shape() -> Iterator[str]:
    """Everything that a program can rely on, a line each."""
    for name, shape_of in SCHEMAS.items():
        made = TypeAdapter(shape_of).json_schema(mode="serialization")
        yield from (f"{name}.json {line}" for line in keys(made, made["$defs"], ""))
    yield from (f"claims.csv {column}" for column in COLUMNS)
    with sqlite3.connect(":memory:") as database:
        database.executescript(TABLES)
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts_%'"
        for (table,) in database.execute(tables).fetchall():
            for _, column, kind, *_ in database.execute(f"PRAGMA table_info({table})"):
                yield f"facts.sqlite {table}.{column} {kind}".rstrip()


def broken(promised: list[str], now: list[str]) -> list[str]:
    """What was promised and is not so any more."""
    return [line for line in promised if line not in set(now)]


def test_nothing_that_was_promised_is_gone_or_of_another_type() -> None:
    promised, now = SHAPE.read_text("utf-8").splitlines(), list(shape())
    assert broken(promised, now) == [], "version 1 keeps these; a change of them is a version 2"
    if RENEW:
        SHAPE.write_text("".join(f"{line}\n" for line in now), "utf-8")
    assert SHAPE.read_text("utf-8").splitlines() == now, "promise what is new: see above"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("facts.json facts[].question: string", True),
        ("facts.json facts[].question: integer", False),
        ("facts.json facts[].questions: string", False),
        ("facts.json facts[].claims[].figure.wide.low: number or null", True),
        ("claims.csv locator", True),
        ("claims.csv words", False),
        ("facts.sqlite claims.low REAL", True),
        ("facts.sqlite claims.low TEXT", False),
    ],
)
def test_a_key_that_went_or_changed_its_type_breaks_the_promise(line: str, told: bool) -> None:
    assert (broken([line], list(shape())) == []) is told


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_those_of_the_shapes(name: str) -> None:
    file = SCHEMA_FOLDER / f"{name}.schema.json"
    if RENEW:
        file.write_text(schema(name), "utf-8")
    assert file.read_text("utf-8") == schema(name)


FILES = """
changes.json claims.csv comparison.csv facts.json facts.sqlite facts/visitors.json index.json organizations.json people.json
schemas/changes.schema.json schemas/fact.schema.json schemas/facts.schema.json schemas/index.schema.json schemas/organizations.schema.json
schemas/people.schema.json sources.bib sources.json sources.ris
"""


def test_every_file_has_the_name_that_was_promised(exported: Path) -> None:
    there = {file.relative_to(exported).as_posix() for file in exported.rglob("*.*")}
    assert set(FILES.split()) <= there
