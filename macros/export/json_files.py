"""The facts, people and organizations as JSON, and the JSON Schemas that describe these files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter
from pydantic_core import to_json

from macros import wording
from macros.catalog import ABOUT, ONE_FACT, SCHEMA
from macros.export import shapes
from macros.export.file import File
from macros.export.records import Records

JSON = "application/json"
SCHEMA_TYPE = "application/schema+json"
SCHEMAS: Mapping[str, type] = {
    "facts": shapes.Facts,
    "fact": shapes.OneFact,
    "people": shapes.People,
    "organizations": shapes.Organizations,
    "changes": shapes.Changes,
    "index": shapes.Index,
}
"""The shape of each kind of file, by the name of its schema."""
SCHEMA_FOLDER = Path(__file__).parent / "schemas"


def files(records: Records) -> Iterator[File]:
    """Yield all files of records, then their schemas."""
    site, license = records.publication.name, records.publication.terms_of_use
    yield _file(
        "facts.json",
        "facts",
        shapes.Facts(
            site=site,
            license=license,
            topics=records.topics,
            sources=records.sources,
            facts=list(records.facts.values()),
            former=list(records.former.values()),
        ),
    )
    for fact in records.facts.values():
        yield _one_fact(records, fact["id"], fact["label"], fact=fact)
    for former in records.former.values():
        about = f"{former['label']} ({former['kind']})"
        yield _one_fact(records, former["id"], about, former=former)
    people = shapes.People(site=site, license=license, people=records.people)
    yield _file("people.json", "people", people)
    bodies = shapes.Organizations(site=site, license=license, organizations=records.organizations)
    yield _file("organizations.json", "organizations", bodies)
    missing = records.chronicle.missing
    changes = shapes.Changes(
        site=site,
        license=license,
        history=records.history,
        missing=wording.NO_HISTORY[missing] if missing else None,
        unread=records.chronicle.unread,
        changes=records.changes,
    )
    yield _file("changes.json", "changes", changes)
    yield from schemas()


def schemas() -> Iterator[File]:
    """Yield the JSON Schema of each kind of file, as it is kept in SCHEMA_FOLDER: to make it anew takes long."""
    for name in SCHEMAS:
        content = (SCHEMA_FOLDER / f"{name}.schema.json").read_bytes()
        yield File(SCHEMA.format(name), SCHEMA_TYPE, content, f"the shape of {name}.json")


def schema(name: str) -> str:
    """Make the JSON Schema of a kind of file (https://json-schema.org/draft/2020-12) from its shape."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(SCHEMAS[name]).json_schema(mode="serialization"),
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def written(record: Mapping[str, object]) -> bytes:
    """Write a record as JSON, one key a line."""
    return to_json(record, indent=2) + b"\n"


def _one_fact(
    records: Records,
    id_: str,
    about: str,
    *,
    fact: shapes.Fact | None = None,
    former: shapes.Former | None = None,
) -> File:
    """The file of one question, which is asked, or asked no more."""
    one = shapes.OneFact(
        site=records.publication.name,
        license=records.publication.terms_of_use,
        fact=fact,
        former=former,
        history=records.history,
        changes=records.changes_of(id_),
    )
    return _file(ONE_FACT.format(id_), "fact", one, about)


def _file(path: str, schema: str, record: Mapping[str, object], about: str = "") -> File:
    return File(path, JSON, written(record), about or ABOUT[path], SCHEMA.format(schema))
