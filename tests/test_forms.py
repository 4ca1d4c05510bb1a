"""The forms of issues are read by GitHub as they are meant, and each asks for the words of an article."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

GITHUB = Path(__file__).parent.parent / ".github"
FOLDER = GITHUB / "ISSUE_TEMPLATE"
FORMS = sorted(file for file in FOLDER.glob("*.yml") if file.name != "config.yml")
PREFILLED = ("page", "fact", "says", "source")
"""What the links of the pages fill in; `passage` and `link` are left to the reader."""


def faults(form: dict[str, Any]) -> list[str]:
    """What GitHub refuses or a reader would stumble over, beyond the published schema of forms."""
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    found = []
    for what, values in {
        "id": [field.get("id") for field in fields],
        "label": [field["attributes"]["label"] for field in fields],
    }.items():
        found += [f"two fields have the {what} {v}" for v in sorted(twice(values))]
    for field in fields:
        if not re.fullmatch(r"[a-z]+", field.get("id", "")):
            found.append(f"{field['attributes']['label']}: no id that a link could fill in")
    passages = [field for field in fields if field.get("id") == "passage"]
    if not passages or passages[0]["type"] != "textarea":
        found.append("nobody is asked for the words of the article")
    elif "not the whole article" not in passages[0]["attributes"].get("description", ""):
        found.append("nobody is told to leave the article where it is")
    return found


def twice(values: list[Any]) -> set[Any]:
    """The values that stand more than once in a list."""
    return {value for value in values if value is not None and values.count(value) > 1}


def load(file: Path) -> dict[str, Any]:
    form: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return form


def fitting(schema: str, *files: Path) -> "subprocess.CompletedProcess[str]":
    """Ask whether files fit a schema that GitHub's own documentation is kept in."""
    command = ["-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    return subprocess.run([sys.executable, *command], capture_output=True, encoding="utf-8")


def test_every_form_fits_the_published_schema() -> None:
    assert {form.stem for form in FORMS} == {"wrong-figure", "new-source", "new-fact", "other"}
    told = fitting("github-issue-forms", *FORMS)
    assert told.returncode == 0, told.stdout


def test_the_choice_of_forms_fits_the_published_schema() -> None:
    told = fitting("github-issue-config", FOLDER / "config.yml")
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("type: textarea", "type: text-area"),
        ("      label: The page\n", ""),
        ("      required: true", "      required: perhaps"),
        ("description: A figure", "descripton: A figure"),
        ("    id: page", "    id: the page"),
    ],
)
def test_the_schema_refuses_what_github_refuses(good: str, bad: str, tmp_path: Path) -> None:
    text = (FOLDER / "wrong-figure.yml").read_text("utf-8")
    assert good in text
    planted = tmp_path / "form.yml"
    planted.write_text(text.replace(good, bad), "utf-8")
    assert fitting("github-issue-forms", planted).returncode == 1


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_no_form_has_a_fault(file: Path) -> None:
    assert faults(load(file)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": "page"}, "two fields have the id page"),
        ({"id": ""}, "What it is: no id that a link could fill in"),
        ({"id": "What it is"}, "What it is: no id that a link could fill in"),
        ({"label": "The page"}, "two fields have the label The page"),
        ({"of": "passage", "type": "input"}, "nobody is asked for the words of the article"),
        ({"of": "passage", "id": "words"}, "nobody is asked for the words of the article"),
        (
            {"of": "passage", "description": "Copy it all."},
            "nobody is told to leave the article where it is",
        ),
    ],
)
def test_a_fault_of_a_form_is_seen(change: dict[str, str], told: str) -> None:
    form = {
        "body": [
            {"type": "input", "id": "page", "attributes": {"label": "The page"}},
            {"type": "input", "id": "says", "attributes": {"label": "What it is"}},
            {
                "type": "textarea",
                "id": "passage",
                "attributes": {"label": "Words", "description": "Please, not the whole article."},
            },
        ]
    }
    changed = change.pop("of", "says")
    (field,) = (field for field in form["body"] if field["id"] == changed)
    for key, value in change.items():
        holder: Any = field if key in ("id", "type") else field["attributes"]
        holder[key] = value
    assert faults(form) == [told]


def test_two_forms_never_have_one_name() -> None:
    names = [load(file)["name"] for file in FORMS]
    assert not twice(names)


def test_the_form_for_a_wrong_figure_takes_what_a_page_fills_in() -> None:
    fields = {field.get("id"): field for field in load(FOLDER / "wrong-figure.yml")["body"]}
    assert all(fields[name]["type"] == "input" for name in PREFILLED)
    assert {name for name, field in fields.items() if field.get("validations")} == {
        "page", "says", "source", "passage", "link",
    }  # fmt: skip


def test_a_pull_request_is_asked_three_questions() -> None:
    template = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    asked = re.findall(r"^## (.+)$", template, re.MULTILINE)
    assert asked == ["What changed?", "Which source says so?", "Any interest to declare?"]
