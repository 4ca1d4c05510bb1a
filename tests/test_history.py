"""What became of files is told by git alone."""

from pathlib import Path

import pytest

from macros.history import Commit, Missing, Touched, history, newest
from tests import versioned


def _repository(root: Path) -> Path:
    versioned.begin(root)
    first = "== docs/index.md\na\n== data/facts/feast/lanterns.yml\na\n"
    versioned.commit(root, "2031-05-01", "Lanterns", first)
    versioned.commit(root, "2031-05-03", "So", "== docs/index.md\nb\n== other.txt\nc\n")
    return root


def _days(root: Path) -> dict[str, str]:
    return {path: str(commit.day) for path, commit in history(root).last.items()}


def test_a_file_is_as_old_as_its_last_commit(tmp_path: Path) -> None:
    assert _days(_repository(tmp_path)) == {
        "docs/index.md": "2031-05-03",
        "data/facts/feast/lanterns.yml": "2031-05-01",
    }


def test_a_commit_that_touches_neither_data_nor_pages_is_not_told(tmp_path: Path) -> None:
    root = _repository(tmp_path)
    versioned.commit(root, "2031-05-04", "Elsewhere", "== other.txt\nd\n")
    assert [commit.subject for commit, _ in history(root).commits] == ["Lanterns", "So"]


def test_what_files_held_is_read_in_one_question(tmp_path: Path) -> None:
    past = history(_repository(tmp_path))
    blobs = [touched.blob for _, files in past.commits for touched in files if touched.blob]
    assert sorted(dict(past.contents(blobs)).values()) == [b"a\n", b"b\n"]
    assert list(past.contents(["0" * 40])) == []


def test_where_git_has_nothing_to_answer_nothing_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a partial clone whose origin is gone: git ends before its first answer."""
    past = history(_repository(tmp_path))
    monkeypatch.setattr("macros.history._git", lambda *_, **__: b"")
    assert list(past.contents(["0" * 40, "1" * 40])) == []


def test_a_file_that_is_gone_or_became_a_link_holds_nothing(tmp_path: Path) -> None:
    root = _repository(tmp_path)
    versioned.commit(root, "2031-05-04", "Gone", gone=("docs/index.md",))
    lanterns = root / "data/facts/feast/lanterns.yml"
    lanterns.unlink()
    lanterns.symlink_to("/etc/hostname")
    versioned.commit(root, "2031-05-05", "A link")
    assert [files for _, files in history(root).commits[2:]] == [
        (Touched("docs/index.md", None),),
        (Touched("data/facts/feast/lanterns.yml", None),),
    ]


def test_of_a_branch_its_merge_is_told(tmp_path: Path) -> None:
    root = _repository(tmp_path)
    versioned.git(root, "checkout", "-q", "-b", "branch")
    versioned.commit(root, "2031-05-04", "A first try", "== docs/index.md\nc\n")
    versioned.commit(root, "2031-05-05", "Another", "== docs/index.md\nd\n")
    versioned.git(root, "checkout", "-q", "main")
    versioned.git(
        root, "merge", "-q", "--no-ff", "-m", "The index says d", "branch", day="2031-05-06"
    )
    assert [commit.subject for commit, _ in history(root).commits] == [
        "Lanterns",
        "So",
        "The index says d",
    ]


def test_a_folder_of_a_repository_has_its_own_history(tmp_path: Path) -> None:
    _repository(versioned.begin(tmp_path) / "below")
    versioned.git(tmp_path / "below", "rev-parse", "HEAD")
    assert set(_days(tmp_path / "below")) == {"docs/index.md", "data/facts/feast/lanterns.yml"}
    assert history(tmp_path).missing is Missing.NO_GIT


def test_what_was_read_is_kept_until_the_next_commit(tmp_path: Path) -> None:
    root = _repository(tmp_path)
    before = history(root)
    assert history(root) is before
    versioned.commit(root, "2031-05-07", "More", "== docs/index.md\ne\n")
    assert history(root).head != before.head


def test_a_subject_holds_no_sign_that_is_not_seen(tmp_path: Path) -> None:
    root = versioned.begin(tmp_path)
    versioned.commit(root, "2031-05-01", "So \u202e\u200b\x07 it is", "== docs/index.md\na\n")
    assert history(root).commits[0][0].subject == "So it is"


@pytest.mark.parametrize(
    ("typed", "reasons"),
    [
        ("Correction: It says forty,\n  not fourteen.\nReviewed-by: A", ["corrected: It says forty, not fourteen."]),
        ("Withdrawn: Port Press took it back.", ["withdrawn: Port Press took it back."]),
        ("superseded: It counts 50 now.", ["superseded: It counts 50 now."]),
        ("Withdrawn: So.\nCorrection: And so.", ["corrected: And so.", "withdrawn: So."]),
        ("Correction:\nReviewed-by: A", []),
        ("Correction: is no last line.\n\nIndeed.", []),
    ],
)  # fmt: skip
def test_a_reason_is_what_an_editor_typed_at_the_end_of_a_message(
    tmp_path: Path, typed: str, reasons: list[str]
) -> None:
    root = versioned.begin(tmp_path)
    page = "== docs/index.md\n{}\n"
    versioned.commit(root, "2031-05-01", "Correction: of no message's end", page.format("a"))
    versioned.commit(root, "2031-05-02", f"Forty\n\nWe misread it.\n\n{typed}", page.format("b"))
    first, second = (commit.reasons for commit, _ in history(root).commits)
    assert first == ()
    assert [f"{reason.word}: {reason.because}" for reason in second] == reasons


def test_without_git_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for root in (tmp_path, tmp_path / "nowhere", versioned.begin(tmp_path / "empty")):
        assert history(root).missing is Missing.NO_GIT
        assert not history(root).last


def test_a_shallow_clone_has_no_history(tmp_path: Path) -> None:
    origin = _repository(tmp_path / "origin")
    clone = tmp_path / "clone"
    versioned.git(tmp_path, "clone", "-q", "--depth=1", f"file://{origin}", str(clone))
    assert history(clone).missing is Missing.SHALLOW
    assert not history(clone).last


def test_the_newest_of_some_commits_is_told_by_the_moment() -> None:
    early, late = (
        Commit("a", at, "So") for at in ("2031-05-03T01:00+09:00", "2031-05-02T23:00+00:00")
    )
    assert newest([late, early]) is late
    assert newest([]) is None
