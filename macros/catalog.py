"""The files that programs take from the site: where they stand, and what each holds."""

from __future__ import annotations

from macros.language import Labels, _, marked

FOLDER = "api/v1"
"""Where they stand below the site; the version is in the name, for it is a promise."""
ONE_FACT = "facts/{}.json"
SCHEMA = "schemas/{}.schema.json"
ABOUT = Labels(
    {
        "index.json": marked("the list of all these files, with the size and the hash of each"),
        "facts.json": marked(
            "every question with its claims, their words and origins, how they stand to each other, and "
            "the pages that show it; and every question that is asked no more"
        ),
        ONE_FACT: marked(
            "one question alone with all that became of it, for each id of a question"
        ),
        "changes.json": marked(
            "what became of every question: when a claim was added, changed or taken out, from what to what, "
            "in which commit, and what an editor says of it"
        ),
        "people.json": marked("everyone whom the sources name"),
        "organizations.json": marked("every body that speaks, publishes or takes part"),
        "sources.json": marked("the sources as CSL-JSON, for citation programs"),
        "sources.bib": marked("the sources as BibTeX"),
        "sources.ris": marked("the sources as RIS"),
        "claims.csv": marked("a table for spreadsheets, one claim a row"),
        "comparison.csv": marked("the comparison of the sources, as its page shows it"),
        "facts.sqlite": marked(
            "all of it as a database, with an index of its words, for SQLite and Datasette"
        ),
        SCHEMA: marked("what the JSON files look like, key by key, as JSON Schema"),
    }
)
"""What each holds, by its path below FOLDER."""


def whole() -> str:
    """What all of them hold together."""
    return _(
        "Every question with its claims, each with its article, its words and whose statement it is."
    )
