"""Faults are told to a person, to a pull request and to a program."""

import json

from macros.faults import Fault, Level
from macros.reporting import as_github, as_json, as_markdown, as_text, exit_code

ERROR = Fault("data/a,b.yml", 3, 5, "100 % of\nnothing. Correct it.")
NOTICE = Fault("data/c.yml", 1, 1, "nobody uses it.", Level.NOTICE)


def test_a_person_reads_one_line_a_fault() -> None:
    assert as_text([NOTICE]) == "data/c.yml:1:1: notice: nobody uses it."


def test_a_pull_request_gets_annotations_that_no_text_can_break() -> None:
    told = as_github([ERROR, NOTICE]).splitlines()
    assert told == [
        "::error file=data/a%2Cb.yml,line=3,col=5::100 %25 of%0Anothing. Correct it.",
        "::notice file=data/c.yml,line=1,col=1::nobody uses it.",
    ]


def test_a_program_reads_json() -> None:
    assert json.loads(as_json([ERROR]))[0]["line"] == 3


def test_a_notice_fails_nothing() -> None:
    assert exit_code([NOTICE]) == 0
    assert exit_code([NOTICE, ERROR]) == 1


def test_the_summary_of_a_run_lists_every_fault_errors_first() -> None:
    assert as_markdown([NOTICE, ERROR]).splitlines() == [
        "## Checks: 1 error, 1 notice",
        "",
        "- **data/a,b.yml**, line 3: 100 % of nothing. Correct it.",
        "- **data/c.yml**, line 1: notice: nobody uses it.",
    ]
    assert as_markdown([]) == "## Checks\n\nNothing is wrong.\n"


def test_the_summary_says_what_it_has_no_room_for() -> None:
    long = Fault("data/a.yml", 1, 1, "x" * 2_000)
    told = as_markdown([long] * 500)
    assert len(told) < 1_000_000
    shown = told.count("data/a.yml")
    assert told.splitlines()[-1] == f"- and {500 - shown} more, which are not shown here"


def test_the_summary_shows_a_stranger_s_words_and_does_nothing_with_them() -> None:
    hostile = Fault("data/[x](y).yml", 1, 1, "“@octocat <img> [a](https://evil.example)” is odd.")
    assert "**data/\\[x\\]\\(y\\).yml**" in as_markdown([hostile])
    assert "&lt;img&gt; \\[a\\]\\(https:\u2060//" in as_markdown([hostile])
