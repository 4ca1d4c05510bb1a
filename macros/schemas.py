"""JSON Schemas of the files in data/, for completion and hints in editors; made from the model.

`python -m macros schemas` writes them; a test tells when they are out of date. .vscode/settings.json says which
folder has which schema. The check of the command line is stricter: a schema knows no article and no other file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from macros.model import Fact, Former, Organization, Person, Source

FOLDER = "schemas"
MODELS: dict[str, tuple[Any, str]] = {
    "fact": (Fact | Former, "data/facts/*/*.yml"),
    "source": (Source, "data/sources/*.yml"),
    "person": (Person, "data/people/*.yml"),
    "organization": (Organization, "data/organizations/*.yml"),
}

Hint = tuple[str, str, str]
"""What a key is for, an example as it should be, and one as it should not be."""

HINTS: dict[str, dict[str, Hint]] = {
    "Fact": {
        "question": (
            "the question, neutral, with its year",
            "How many lanterns were lit in 2031?",
            "Lanterns!!",
        ),
        "label": (
            "the question in a few words, for tables and screen readers",
            "Lanterns lit",
            "How many",
        ),
        "unit": ("what is counted; needed with figures", "lanterns", "5,000"),
        "when": (
            "the time that the question is about, with its year",
            "since 2031-05",
            "last year",
        ),
        "event": (
            "makes it a stop of the timeline: a short sentence without a number",
            "The feast begins",
            "5 May",
        ),
        "about": (
            "ids of the persons and bodies that it is about",
            "[ada-quill, alba]",
            "Ada Quill",
        ),
        "answers": (
            "the answers that claims may give, by key, with their wording",
            "lit: they were lit",
            "yes, no",
        ),
        "several": (
            "an article may give several answers, and none excludes another",
            "yes",
            "true",
        ),
        "speaker": (
            "id of whoever spoke the words that the claims quote",
            "ada-quill",
            "the mayor",
        ),
        "see_also": ("ids of neighboring questions", "[lanterns-sold]", "lanterns sold"),
        "checked": (
            "the day on which somebody last read the articles for this",
            "2031-05-09",
            "recently",
        ),
        "claims": (
            "what each source says, in the order of the sources",
            "- source: post-2031-05",
            "none",
        ),
        "remark": (
            "a sentence of ours, with its own sources",
            "The paper prints no year.",
            "Obviously false",
        ),
    },
    "Former": {
        "question": (
            "the question as it was asked",
            "How many lanterns were lit in 2031?",
            "moved",
        ),
        "label": ("the question in a few words", "Lanterns lit", "How many"),
        "kind": (
            "only for a question that is asked no more: moved or split, or retired",
            "moved",
            "wrong",
        ),
        "to": (
            "ids of the facts that answer it now; one if it moved, two or more if it was split",
            "lanterns-at-sea",
            "the harbor page",
        ),
        "because": (
            "why, in one sentence that readers see; needed if it is retired",
            "The article has withdrawn it.",
            "Nonsense",
        ),
    },
    "Claim": {
        "source": ("id of the source that says it", "post-2031-05", "The Post"),
        "origin": (
            "who made the estimate or statement, only if the article names them for it",
            "[ada-quill]",
            "experts",
        ),
        "via": ("the outlet that the article itself credits", "salt-wire", "The Post"),
        "figure": ("the figure as printed, qualifier and all", "around 5,000", "15,000+"),
        "date": ("a date; needs `printed:`", "2031-05-05", "05.05.2031"),
        "readings": (
            "the ways in which an unclear statement can be read",
            "- date: 2031-05-04",
            "4 or 6 May",
        ),
        "answer": ("one of the fact's answers", "lit", "They were lit."),
        "quotation": (
            "a speaker's words, verbatim, without quotation marks",
            "the sea is calm",
            "she said it was calm",
        ),
        "says": (
            "the article's own words, at most ten",
            "a great many lanterns",
            "approximately 100 lanterns were",
        ),
        "printed": (
            "the article's words for the date or readings, or for a figure in another language",
            "the previous day",
            "4 May 2031",
        ),
        "hedge": (
            "a word that weakens the claim and is not part of its figure",
            "reportedly",
            "around",
        ),
        "period": (
            "the claim's own time; its words stand in the locator",
            "since 2031-05",
            "since May",
        ),
        "locator": (
            "four to ten words of the article, copied exactly, that carry the claim",
            "lit around 5,000 lanterns",
            "5,000",
        ),
        "translation": (
            "our translation of the locator, if it is in another language",
            "they lit lanterns",
            "",
        ),
        "remark": ("a sentence of ours beside the claim", "The article names nobody.", "Wrong!"),
    },
    "Reading": {
        "date": ("a day on which it may have been", "2031-05-04", "the day before"),
        "figure": ("a figure that it may mean", "5,000", "many"),
        "answer": ("an answer that it may mean", "lit", "maybe"),
        "because": ("why it can be read so", "the day before the talks on the 5th", "unclear"),
    },
    "Answer": {
        "wording": ("the answer as the pages print it", "the lanterns were lit", "YES"),
        "includes": ("keys of answers that hold if this one does", "[some-lit]", "some lit"),
    },
    "Remark": {
        "text": ("a sentence of ours", "Other reports put it on the 6th.", "Fake news"),
        "sources": ("ids of the sources that it rests on", "[tide-table]", "Wikipedia"),
    },
    "Source": {
        "title": ("the headline as printed", "“A night of lanterns”", "lantern article"),
        "publisher": ("id of the organization that published it", "press", "Port Press Ltd."),
        "code": ("one to three capitals for the strip of cells", "PP", "Press"),
        "published": ("the day, or the month if no day is printed", "2031-05-07", "7 May"),
        "dated": ("how the date is known", "printed in the article", "I guess"),
        "url": (
            "the address of the article itself, https",
            "https://post.example.org/night",
            "post.example.org",
        ),
        "archive": (
            "an archived copy of that very address",
            "https://web.archive.org/web/2031/https://…",
            "https://archive.example",
        ),
        "use": ("compared: a column of the table; context: for remarks only", "compared", "maybe"),
        "order": ("its place in strips and tables", "1", "first"),
        "lang": ("the language of the article", "en", "English"),
        "checked": ("the day on which somebody last read it", "2031-05-09", "yesterday"),
        "address": (
            "what the weekly look found there; copied from its issue",
            "outcome: alive",
            "works for me",
        ),
        "remark": (
            "a sentence of ours on the source",
            "The article names no author.",
            "Unreliable",
        ),
    },
    "Address": {
        "checked": ("the day on which a machine asked for it", "2031-05-16", "last week"),
        "outcome": (
            "alive: it answered; dead: gone, found twice; unknown: neither can be told",
            "alive",
            "404",
        ),
        "archived": (
            "saved; refused: the archive may not show it; paywalled: the copy lacks the text; none",
            "saved",
            "yes",
        ),
    },
    "Person": {
        "name": ("one name throughout, family name as it is usual", "Ada Quill", "Mayor Quill"),
        "native": ("the name in its own script, only if a source prints it", "el: …", ""),
        "spellings": (
            "how each source spells the name",
            "post-2031-05: [Ada Quill, Quill]",
            "various",
        ),
        "country": ("id of a state", "alba", "NO"),
        "roles": ("posts, each as one source gives it", "- post: harbor master", "boss"),
        "remark": ("a sentence of ours", "She retired in 2030.", "Great woman"),
    },
    "Role": {
        "post": (
            "the post as printed; it stands in the locator",
            "harbor master",
            "Harbour-Master-General",
        ),
        "organization": ("id of the body in which the post is held", "harbor-office", "the port"),
        "source": ("id of the source that gives the post", "post-2031-05", "The Post"),
        "locator": (
            "four to ten words of the article that give the post",
            "the harbor master Ada Quill",
            "Quill",
        ),
    },
    "Organization": {
        "name": ("one neutral name throughout", "Alba Harbor Office", "the regime"),
        "short": ("its abbreviation, which the pages print", "AHO", "Harbor"),
        "abbreviations": (
            "other abbreviations that articles use for it, and what they stand for",
            "ROA: Republic of Alba",
            "A.: Alba",
        ),
        "kind": ("what it is, in a few words; `state` for states", "ministry", "evil empire"),
        "part_of": ("id of the body above it", "alba", "government"),
        "country": ("id of a state", "alba", "Alba (island)"),
        "spellings": ("how each source writes it", "post-2031-05: [Harbor Office]", "various"),
        "remark": (
            "a sentence of ours, with its source",
            "It was founded in 1901.",
            "Propaganda outlet",
        ),
    },
}


def schema(name: str) -> dict[str, Any]:
    """The schema of one kind of file, with a hint and examples at each key."""
    model, folder = MODELS[name]
    made = TypeAdapter(model).json_schema()
    for title, part in {made.get("title", ""): made, **made.get("$defs", {})}.items():
        for key, value in part.get("properties", {}).items():
            purpose, good, bad = HINTS[title][key]
            value["description"] = f"{purpose}. So: {good}" + (f" Not: {bad}" if bad else "")
            value["examples"] = [good]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": folder, **made}


def written(name: str) -> str:
    """The text of a schema's file."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def write(root: Path) -> list[Path]:
    """Write all schemas below `root`; returns their files."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    files = []
    for name in MODELS:
        file = folder / f"{name}.schema.json"
        file.write_text(written(name), "utf-8", newline="\n")
        files.append(file)
    return files
