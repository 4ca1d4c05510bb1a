"""CONTRIBUTING is true: what it shows to write has no fault, and what it shows not to write is refused in the words shown.

Its pictures make a small subject of their own. A block of YAML begins with the file that it is, or with the file that
it must not be added to, and is then followed by the message.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros import docs, model
from macros.__main__ import main
from macros.check import check
from macros.faults import Fault
from tests import invented

GITHUB = Path(__file__).parent.parent / ".github"
GUIDES = [GITHUB / "CONTRIBUTING.md", GITHUB / "HACKING.md"]
TEXT = GUIDES[0].read_text("utf-8")
MODELS: list[type[BaseModel]] = [
    model.Fact, model.Claim, model.Reading, model.Answer, model.Remark, model.Former,
    model.Source, model.Person, model.Role, model.Organization,
]  # fmt: skip

_GOOD = re.compile(r"^```yaml\n# (data/\S+?\.yml)\b.*\n((?:.*\n)*?)```$", re.MULTILINE)
_BAD = re.compile(
    r"^```yaml\n# not so, in (data/\S+\.yml)\n((?:.*\n)*?)```\n\n```text\n((?:.*\n)*?)```$",
    re.MULTILINE,
)
_ARTICLE = re.compile(
    r"^> \*\*(?P<publisher>[\w ]+), .*\*\* (?P<text>(?:.*\n)(?:> .*\n)*)", re.MULTILINE
)


@dataclass(frozen=True)
class Bad:
    """What is not to be written: lines for a file's end, and what the machine says of them."""

    path: str
    lines: str
    told: str


GOOD = _GOOD.findall(TEXT)
BAD = [Bad(*found) for found in _BAD.findall(TEXT)]


def tree(root: Path) -> Path:
    """All files that the guide shows, each as it is shown first, with fingerprints of its articles."""
    for path, text in reversed(GOOD):
        invented.write(root, f"== {path}\n{text}", world="")
    for article in _ARTICLE.finditer(TEXT):
        publisher = article["publisher"].lower().replace(" ", "-")
        words = article["text"].replace("\n> ", "\n")
        invented.fingerprint(root, f"{publisher}-2031-05", words)
    return root


def told(root: Path) -> list[Fault]:
    return check(root)[1]


def test_every_block_of_yaml_is_tried() -> None:
    assert TEXT.count("```yaml") == len(GOOD) + len(BAD)
    assert len(_ARTICLE.findall(TEXT)) == 2
    assert len(GOOD) > 15
    assert len(BAD) > 5


def test_what_it_shows_is_a_subject_without_a_fault(tmp_path: Path) -> None:
    assert told(tree(tmp_path)) == []


@pytest.mark.parametrize(("path", "text"), GOOD, ids=[f"{i} {path}" for i, (path, _) in enumerate(GOOD)])  # fmt: skip
def test_each_picture_fits_beside_all_others(path: str, text: str, tmp_path: Path) -> None:
    invented.write(tree(tmp_path), f"== {path}\n{text}", world="")
    assert told(tmp_path) == []


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.told[:40])
def test_what_not_to_write_is_refused_with_the_message_shown(bad: Bad, tmp_path: Path) -> None:
    file = tree(tmp_path) / bad.path
    head, _, _ = file.read_text("utf-8").partition("  - source")
    file.write_text(head + bad.lines, "utf-8")
    planted = range(head.count("\n") + 1, head.count("\n") + 1 + bad.lines.count("\n"))
    faults = [fault for fault in told(tmp_path) if fault.line in planted]
    assert [fault.message for fault in faults if fault.path == bad.path] == [bad.told.strip()]


def test_the_message_that_is_explained_is_the_machine_s(tmp_path: Path) -> None:
    message = re.search(r"^> `(data/\S+:\d+:\d+: error: .*)`$", TEXT, re.MULTILINE)
    assert message
    file = tree(tmp_path) / message[1].partition(":")[0]
    file.write_text(file.read_text("utf-8").replace("figure: around 5,000", "figure: around 500"))
    assert [str(fault).replace("`", "") for fault in told(tmp_path)] == [message[1]]


@pytest.mark.parametrize("part", MODELS, ids=lambda part: part.__name__)
def test_every_key_is_shown_or_named(part: type[BaseModel]) -> None:
    missing = [key for key in part.model_fields if not re.search(rf"(?<![\w-]){key}:(?: |$)|`{key}:?`", TEXT, re.MULTILINE)]  # fmt: skip
    assert missing == []


@pytest.mark.parametrize("command", sorted(set(re.findall(r"-m macros (\w+)", TEXT))))
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert f"macros {command}" in capsys.readouterr().out


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_link_leads_somewhere(guide: Path) -> None:
    text = guide.read_text("utf-8")
    links = re.findall(r"\]\((?!https:)([^)]+)\)", text)
    assert links
    for link in links:
        path, _, anchor = link.partition("#")
        if "issues/new" in path:
            continue  # GitHub's own page, from .github/ as it shows the file
        target = guide.parent / path if path else guide
        assert target.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE)
            slugs = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]  # fmt: skip
            assert anchor in slugs, link


def test_every_word_of_a_page_is_listed() -> None:
    section = TEXT.split("## Write a page\n")[1].split("\n## ")[0]
    assert set(re.findall(r"`(\w+)\(", section)) == docs.WORDS.keys()
