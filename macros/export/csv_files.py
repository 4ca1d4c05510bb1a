"""The claims and the comparison as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from macros import comparison
from macros.catalog import ABOUT
from macros.comparison import BETWEEN
from macros.export import shapes
from macros.export.file import File
from macros.export.records import Records

CSV = "text/csv"

_Cell = str | int | float | None
_Column = Callable[[shapes.Fact, shapes.Claim], _Cell]
COLUMNS: Mapping[str, _Column] = {
    "claim": lambda _, claim: claim["id"],
    "fact": lambda fact, _: fact["id"],
    "topic": lambda fact, _: fact["topic"],
    "question": lambda fact, _: fact["question"],
    "unit": lambda fact, _: fact["unit"],
    "state": lambda fact, _: fact["agreement"]["state"],
    "support": lambda fact, _: fact["agreement"]["support"],
    "source": lambda _, claim: claim["source"],
    "publisher": lambda _, claim: claim["publisher"]["name"],
    "kind": lambda _, claim: claim["kind"],
    "said": lambda _, claim: claim["said"],
    "low": lambda _, claim: claim["figure"]["wide"]["low"] if claim["figure"] else None,
    "high": lambda _, claim: claim["figure"]["wide"]["high"] if claim["figure"] else None,
    "percent": lambda _, claim: (
        ("yes" if claim["figure"]["percent"] else "no") if claim["figure"] else None
    ),
    "currency": lambda _, claim: claim["figure"]["currency"] if claim["figure"] else None,
    "first_day": lambda _, claim: claim["date"]["first"] if claim["date"] else None,
    "last_day": lambda _, claim: claim["date"]["last"] if claim["date"] else None,
    "readings": lambda _, claim: BETWEEN.join(reading["said"] for reading in claim["readings"]),
    "printed": lambda _, claim: claim["printed"],
    "origins": lambda _, claim: BETWEEN.join(origin["name"] for origin in claim["origins"]),
    "origin_ids": lambda _, claim: BETWEEN.join(origin["id"] for origin in claim["origins"]),
    "via": lambda _, claim: claim["via"]["name"] if claim["via"] else None,
    "hedge": lambda _, claim: claim["hedge"],
    "period": lambda _, claim: claim["period"]["typed"] if claim["period"] else None,
    "side": lambda _, claim: claim["side"],
    "locator": lambda _, claim: claim["locator"],
    "translation": lambda _, claim: claim["translation"],
    "passage": lambda _, claim: claim["passage"],
    "remark": lambda _, claim: claim["remark"]["text"] if claim["remark"] else None,
    "address": lambda fact, _: fact["address"],
}
"""What each column holds; `low` and `high` are the numbers that a figure allows, with its margin."""


def files(records: Records) -> Iterator[File]:
    """Yield the table of claims, and the comparison exactly as its page shows it."""
    rows = [
        ["" if (cell := column(fact, claim)) is None else str(cell) for column in COLUMNS.values()]
        for fact in records.facts.values()
        for claim in fact["claims"]
    ]
    claims = comparison.written([list(COLUMNS), *rows])
    yield File("claims.csv", CSV, claims.encode(), ABOUT["claims.csv"])
    table = comparison.table(records.site)
    yield File("comparison.csv", CSV, table.encode(), ABOUT["comparison.csv"])
