"""Context sources serve remarks; only compared sources make claims."""

from pathlib import Path

from macros.rules import context_sources
from tests import invented

USED = [f"source: {source}, says: a crowd, locator: a crowd came that night" for source in
        ("post", "star", "echo", "almanac")]  # fmt: skip
REMARK = "remark: {text: So it was., sources: [tide-table]}\n"


def test_a_context_source_may_carry_a_remark(tmp_path: Path) -> None:
    fact = invented.a_fact(*USED, keys=REMARK)
    assert invented.blamed(context_sources.check, tmp_path, fact) == []


def test_a_context_source_makes_no_claim(tmp_path: Path) -> None:
    claim = USED[0].replace("post", "tide-table")
    (told,) = invented.blamed(context_sources.check, tmp_path, invented.a_fact(*USED, claim))
    assert told.startswith("visitors:8: “tide-table” is a context source, for remarks only.")


def test_a_wrong_use_of_a_source_is_told_once(tmp_path: Path) -> None:
    claims = [
        f"source: tide-table, says: {word}, locator: a big crowd came that night"
        for word in ("crowd", "big", "came", "night", "that")
    ]
    (told,) = invented.blamed(context_sources.check, tmp_path, invented.a_fact(*USED, *claims))
    assert told.startswith("tide-table:3: 5 claims are from this source")


def test_a_source_that_nothing_uses_is_a_notice_and_no_error(tmp_path: Path) -> None:
    told = invented.blamed(context_sources.check, tmp_path, invented.a_fact(*USED[:3]))
    assert told == [
        "almanac:1: notice: no claim and no remark uses this source. Use it, or remove the file.",
        "tide-table:1: notice: no claim and no remark uses this source. Use it, or remove the file.",
    ]


def test_a_remark_on_a_body_or_a_claim_uses_a_source_too(tmp_path: Path) -> None:
    body = "== organizations/choir\nname: Free Choir\nkind: choir\n"
    fact = invented.a_fact(*USED)
    assert invented.blamed(context_sources.check, tmp_path, fact + body + REMARK) == []
    in_claim = f"{USED[0]}, {REMARK.strip()}"
    other = invented.a_fact(in_claim, *USED[1:])
    assert invented.blamed(context_sources.check, tmp_path / "b", other) == []
