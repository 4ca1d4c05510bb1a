"""What `python -m macros` prints, and the code that it ends with."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.check import check
from tests import invented
from tests.conftest import ROOT

ARTICLE = """\
Lanterns over the harbor
The harbor master Ada Quill counted some 40 boats. Nobody was hurt. A choir sang until the morning came.
"""
GOOD = (
    invented.GUESTS.replace("the harbor master, locator: the harbor master and others",
                            "the harbor master, locator: the harbor master Ada Quill")
    + invented.a_fact("source: post, figure: some 40, locator: counted some 40 boats", keys="unit: boats\n")
)  # fmt: skip


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_without_a_command_all_of_them_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert "list all faults of data/ and docs/" in capsys.readouterr().err


def test_check_of_good_data_ends_with_zero_and_counts_what_it_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invented.write(tmp_path, GOOD)
    invented.fingerprint(tmp_path, "post", ARTICLE)
    page = '---\ntitle: A page\ndescription: So.\n---\n\n{{ fact_entries("festival") }}\n'
    invented.write(tmp_path, f"== docs/page.md\n{page}", world="")
    code, out, err = run(capsys, "check", "--root", tmp_path)
    assert (code, err) == (0, "")
    assert "Locators: found 3 = checked 3 of 4 written." in out
    assert "Shown of post: " in out
    assert "notice: the source has no fingerprint" in out
    assert out.splitlines()[-1].startswith("0 errors, ")


def test_check_of_bad_data_ends_with_one_and_lists_every_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invented.write(tmp_path, GOOD.replace("figure: ", "figur: "))
    code, out, _ = run(capsys, "check", "--root", tmp_path)
    assert code == 1
    told = [line for line in out.splitlines() if ": error: " in line]
    assert any(line.startswith("data/facts/festival/visitors.yml:5:") for line in told)
    assert out.splitlines()[-1].startswith(f"{len(told)} error")


def test_check_needs_no_repository_and_no_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    code, out, _ = run(capsys, "check", "--root", tmp_path)
    assert code == 0
    assert "0 errors" in out


def test_check_of_no_folder_at_all_is_no_pass(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "check", "--root", tmp_path / "nowhere")
    assert code
    assert out or err


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x00", b"a: [", b"", b"!!python/name:os x"])
def test_check_ends_with_one_whatever_the_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    file = tmp_path / "data" / "people" / "someone.yml"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    code, out, err = run(capsys, "check", "--root", tmp_path)
    assert (code, err) == (1, "")
    assert "data/people/someone.yml:" in out
    assert "Traceback" not in out


@pytest.mark.parametrize(
    "text",
    ["“" * 50_000, "](" * 50_000, "`" * 50_001, "{{ " * 20_000, "5 " * 20_000, "<a " * 20_000],
    ids=["quotes", "links", "ticks", "words", "numbers", "tags"],
)
def test_check_of_a_hostile_page_takes_seconds_at_most(tmp_path: Path, text: str) -> None:
    front = "---\ntitle: A page\ndescription: So.\n---\n\n"
    invented.write(tmp_path, f"== docs/page.md\n{front}{text}\n", world="== data/x.txt\n\n")
    began = time.process_time()
    check(tmp_path)
    assert time.process_time() - began < 5


def test_check_tells_a_pull_request_and_a_program_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invented.write(tmp_path, "== people/someone\nnam: A, B: 100%\n", world="")
    code, out, _ = run(capsys, "check", "--root", tmp_path, "--format", "json")
    assert code == 1
    faults = json.loads(out)
    assert {"path", "line", "column", "level", "message"} == set(faults[0])
    code, out, _ = run(capsys, "check", "--root", tmp_path, "--format", "github")
    assert code == 1
    lines = [line for line in out.splitlines() if line.startswith("::error ")]
    assert len(lines) == len([fault for fault in faults if fault["level"] == "error"])
    assert lines[0].startswith("::error file=data/people/someone.yml,line=1,col=")


def test_fingerprint_stores_hashes_and_not_the_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE)
    invented.write(tmp_path / "site", GOOD)
    code, out, _ = run(capsys, "fingerprint", "post", article, "--root", tmp_path / "site")
    stored = (tmp_path / "site/data/fingerprints/post.txt").read_text()
    assert code == 0
    assert f"{len(stored.split())} runs of four words" in out
    assert "harbor" not in stored
    again = run(capsys, "fingerprint", "post", article, "--root", tmp_path / "site")
    assert again[0] == 0
    assert (tmp_path / "site/data/fingerprints/post.txt").read_text() == stored


def test_coverage_lists_the_sentences_that_no_locator_touches(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invented.write(tmp_path, GOOD)
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE)
    code, out, _ = run(capsys, "coverage", "post", article, "--root", tmp_path)
    assert code == 0
    assert out.splitlines() == [
        "Lanterns over the harbor",
        "Nobody was hurt.",
        "A choir sang until the morning came.",
        "post: 3 locators touch 1 of 4 sentences.",
    ]


def test_one_locator_touches_what_several_touch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = "source: echo, figure: some 40, locator: counted some 40 boats"
    invented.write(tmp_path, invented.a_fact(claim, keys="unit: boats\n"))
    (tmp_path / "article.txt").write_text("He counted some 40 boats. Nobody was hurt.")
    _, out, _ = run(capsys, "coverage", "echo", tmp_path / "article.txt", "--root", tmp_path)
    assert out.endswith("echo: 1 locator touches 1 of 2 sentences.\n")


@pytest.mark.parametrize("command", ["fingerprint", "coverage"])
@pytest.mark.parametrize("content", [None, b"\xff\xfe\xfa"], ids=["no file", "no text"])
def test_an_article_that_can_t_be_read_ends_with_two_and_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, content: bytes | None
) -> None:
    invented.write(tmp_path, GOOD)
    if content:
        (tmp_path / "article.txt").write_bytes(content)
    code, _, err = run(capsys, command, "post", tmp_path / "article.txt", "--root", tmp_path)
    assert code == 2
    assert ("not UTF-8 text" if content else "can't be read or written (No such file") in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("fingerprint", "post", "a" * 300), "can't be read or written (File name too long)"),
        (("export", "harbor.md"), "can't be read or written ("),
        (("upkeep", "nowhere/issue.md", "--minutes", "0"), "“nowhere/issue.md” can't be read or written"),
        (("new", "organization", "--name", "A", "--kind", "other", "--id", "a" * 300), "File name too long"),
        (("diff", ""), "“” is no folder that holds data/"),
    ],
)  # fmt: skip
def test_what_a_system_refuses_ends_with_two_and_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    told: str,
) -> None:
    invented.write(tmp_path, GOOD)
    (tmp_path / "harbor.md").write_text("A file")
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert told in err


@pytest.mark.parametrize("command", ["export", "upkeep"])
def test_an_address_of_the_repository_that_is_none_ends_with_two_and_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    settings = "== mkdocs.yml\nsite_name: A\nextra: {repository: !ENV [REPOSITORY, '']}\n"
    invented.write(tmp_path, GOOD + settings)
    monkeypatch.setenv("REPOSITORY", "harbor/lanterns")
    code, _, err = run(capsys, command, tmp_path / "out", "--root", tmp_path)
    assert code == 2
    assert "REPOSITORY" in err
    assert "does not begin with https://" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("article", ["", "Three words only."])
def test_of_what_is_no_article_no_fingerprint_is_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], article: str
) -> None:
    invented.write(tmp_path, GOOD)
    invented.fingerprint(tmp_path, "post", ARTICLE)
    stored = (tmp_path / "data/fingerprints/post.txt").read_text()
    (tmp_path / "article.txt").write_text(article)
    code, _, err = run(capsys, "fingerprint", "post", tmp_path / "article.txt", "--root", tmp_path)
    assert code == 2
    assert "is no article" in err
    assert (tmp_path / "data/fingerprints/post.txt").read_text() == stored


def test_a_fingerprint_is_of_a_source_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invented.write(tmp_path / "site", GOOD)
    (tmp_path / "article.txt").write_text(ARTICLE)
    article, root = tmp_path / "article.txt", tmp_path / "site"
    code, _, err = run(capsys, "fingerprint", "pots", article, "--root", root)
    assert code == 2
    assert "there is no source “pots”. Did you mean “post”?" in err
    assert not (root / "data/fingerprints/pots.txt").exists()


@pytest.mark.parametrize("source", ["../evil", "Post", "a b", "", "post.txt", "/etc/x"])
def test_a_fingerprint_is_stored_under_an_id_and_nowhere_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE)
    code, _, err = run(capsys, "fingerprint", source, article, "--root", tmp_path / "site")
    assert code == 2
    assert "is not an id" in err
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and file != article]


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--root"], ["fingerprint"]])
def test_a_wrong_command_ends_with_two_and_shows_how(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m macros" in capsys.readouterr().err


def test_the_module_runs_as_a_program(tmp_path: Path) -> None:
    invented.write(tmp_path, "== people/someone\nnam: A\n", world="")
    command = [sys.executable, "-m", "macros", "check", "--root", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "data/people/someone.yml:1:1: error: “nam” is not a key here" in done.stdout
    assert not done.stderr


def test_a_sign_that_the_output_can_t_hold_is_written_as_its_number(tmp_path: Path) -> None:
    """As where a program reads the output on Windows: no line may be lost for it."""
    invented.write(tmp_path, GOOD.replace("some 40, locator", "−→40, locator"))
    command = [sys.executable, "-m", "macros", "check", "--root", str(tmp_path)]
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\x93\\u2212\\u219240\x94 is not a" in done.stdout


def test_a_person_who_stops_a_command_reads_no_traceback(tmp_path: Path) -> None:
    invented.write(tmp_path, GOOD)
    command = [sys.executable, "-m", "macros", "new", "organization", "--root", str(tmp_path)]
    asking = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What runs in the background is told to ignore the sign, and so is all that it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert asking.stdout
    assert asking.stdout.read(1)  # the first question
    asking.send_signal(signal.SIGINT)
    _, err = asking.communicate()
    assert (asking.returncode, err) == (130, b"")


AT_ONCE = {"PYTHONUNBUFFERED": "1"}
AT_THE_END = {"PYTHONUNBUFFERED": ""}


@pytest.mark.parametrize(
    ("command", "printing"),
    [
        (("check",), AT_ONCE),
        (("check",), AT_THE_END),
        (("coverage", "post", "article.txt"), AT_ONCE),
        (("where", "visitors"), AT_ONCE),
        (("why", "visitors"), AT_ONCE),
        (("diff", "."), AT_ONCE),
        (("diff", "."), AT_THE_END),
        (("--help",), AT_THE_END),
        (("check", "--help"), AT_THE_END),
    ],
)
def test_a_command_ends_without_a_word_when_nobody_reads_on(
    tmp_path: Path, command: tuple[str, ...], printing: dict[str, str]
) -> None:
    """`python -m macros check | head -1` prints that line, and no traceback behind it."""
    invented.write(tmp_path, GOOD)
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "macros", *command],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | printing,
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    os.close(writer)
    assert (done.stderr, done.returncode) == ("", 141)
