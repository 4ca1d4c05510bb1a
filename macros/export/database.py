"""All records as one SQLite database: tables that refer to each other by ids, and an index of their words.

It opens in Datasette (https://datasette.io) as it is. Its tables stand in database.sql.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from macros.catalog import ABOUT
from macros.export import shapes
from macros.export.file import File
from macros.export.records import Records

NAME = "facts.sqlite"
SQLITE = "application/vnd.sqlite3"
TABLES = Path(__file__).with_suffix(".sql").read_text("utf-8")

_Row = tuple[str, Mapping[str, object]]
"""The table that a row belongs to, and its values by their columns; a table keeps those that it has columns for."""


def files(records: Records) -> Iterator[File]:
    """Yield the database. It is made in memory, so that the same records are the same bytes."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES)
        for table, rows in _by_table(records).items():
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            database.executemany(
                f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(columns))})",
                ([row.get(column) for column in columns] for row in rows),
            )
        searched = database.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%'")
        for (index,) in searched.fetchall():
            database.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        database.commit()
        database.execute("VACUUM")
        content = database.serialize()
    yield File(NAME, SQLITE, content, ABOUT[NAME])


def _by_table(records: Records) -> dict[str, list[Mapping[str, object]]]:
    rows: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for table, row in _rows(records):
        rows[table].append(row)
    return rows


def _rows(records: Records) -> Iterator[_Row]:
    for topic in records.topics:
        yield "topics", _flat(topic)
    for organization in records.organizations:
        yield from _organization(organization)
    for person in records.people:
        yield from _person(person)
    for source in records.sources:
        yield "sources", _flat(source)
    for fact in records.facts.values():
        yield from _fact(fact)
    for former in records.former.values():
        yield "former", _flat(former)
        yield from (("leads", {"former": former["id"], "fact": fact}) for fact in former["to"])
    for change in records.changes:
        yield from _change(change)


def _organization(body: shapes.Organization) -> Iterator[_Row]:
    yield "bodies", _flat(body)
    yield from _spellings(body)


def _person(person: shapes.Person) -> Iterator[_Row]:
    yield "bodies", {"kind": "person", **_flat(person)}
    yield from _spellings(person)
    for number, role in enumerate(person["roles"], 1):
        yield "roles", {"person": person["id"], "number": number, **_flat(role)}


def _spellings(body: shapes.Person | shapes.Organization) -> Iterator[_Row]:
    for its in body["spellings"]:
        for spelling in its["spellings"]:
            yield "spellings", {"body": body["id"], "source": its["source"], "spelling": spelling}


def _fact(fact: shapes.Fact) -> Iterator[_Row]:
    agreement = fact["agreement"]
    counted = {"origins": len(agreement["origins"])}
    yield "facts", _flat(fact) | _flat(agreement) | counted
    for body in fact["about"]:
        yield "about", {"fact": fact["id"], "body": body["id"]}
    for neighbor in fact["see_also"]:
        yield "neighbors", {"fact": fact["id"], "neighbor": neighbor}
    for answer in fact["answers"]:
        yield "answers", {"fact": fact["id"], **_flat(answer)}
    for claim in fact["claims"]:
        yield from _claim(fact, claim)
    for standing, sources in (("silent", fact["silent"]), ("before", fact["before"])):
        for source in sources:
            yield "silences", {"fact": fact["id"], "source": source, "standing": standing}
    for pair in fact["relations"]:
        yield "relations", _flat(pair)
    for shown in fact["pages"]:
        yield "pages", {"fact": fact["id"], **_flat(shown)}


def _claim(fact: shapes.Fact, claim: shapes.Claim) -> Iterator[_Row]:
    yield "claims", {"fact": fact["id"], **_flat(claim)}
    for origin in claim["origins"]:
        yield "origins", {"claim": claim["id"], "body": origin["id"]}
    for number, reading in enumerate(claim["readings"], 1):
        yield "readings", {"claim": claim["id"], "number": number, **_flat(reading)}


def _change(change: shapes.Change) -> Iterator[_Row]:
    commit = change["commit"]
    because = " ".join(reason["because"] for reason in change["reasons"])
    of_commit = {"commit_id": commit["id"], "time": commit["time"], "subject": commit["subject"]}
    yield "changes", _flat(change) | of_commit | {"because": because or None}
    for number, claim in enumerate(change["claims"], 1):
        details = "; ".join(claim["details"]) or None
        place = {"change": change["id"], "number": number}
        yield "claim_changes", _flat(claim) | place | {"details": details}


def _flat(record: Mapping[str, object]) -> dict[str, object]:
    """The values of a record that fit into columns; what it holds several of has a table of its own."""
    row: dict[str, object] = {}
    for key, value in record.items():
        match value:
            case str() | int() | float() | None:
                row[key] = value
            case {"commit": commit, "time": time}:
                row |= {f"{key}_commit": commit, f"{key}_time": time}
            case {"id": body}:
                row[key] = body
            case {"text": text, "sources": _}:
                row[key] = text
            case {"typed": typed, "first": first, "last": last}:
                row |= {f"{key}_typed": typed, f"{key}_first": first, f"{key}_last": last}
            case {"wide": {"low": low, "high": high}, "percent": percent, "currency": currency}:
                row |= {"low": low, "high": high, "percent": percent, "currency": currency}
    return row
