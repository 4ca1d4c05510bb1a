"""Faults are told to a person, to a pull request and to a program."""

import json

from macros.faults import Fault, Level
from macros.reporting import as_github, as_json, as_text, exit_code

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
