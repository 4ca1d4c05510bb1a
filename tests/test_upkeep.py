"""What a weekly look at addresses finds: a page is dead only if it is gone twice, and an archive is believed when it answers."""

import itertools
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.__main__ import main
from macros.addresses import Addresses
from macros.loading import load
from macros.model import Address, Source
from macros.upkeep import issue
from macros.upkeep.asking import Answer, Asker
from macros.upkeep.look import Finding, look
from tests import invented
from tests.world_wide_web import Web, web

ROOT = Path(__file__).parent.parent
TODAY = date(2031, 6, 8)
STAMP = "20310508120000"


@pytest.fixture
def played() -> Iterator[Web]:
    with web() as played:
        yield played


def asker(**limits: float) -> Asker:
    """One that takes this machine for the web, and is in no hurry but for a test."""
    refused = "https://localhost"

    def permitted(url: str) -> None:
        if url.startswith(refused):
            raise ValueError

    return Asker("lanterns/1", permitted=permitted, **{"pause": 0, "patience": 60, **limits})


def source(url: str, name: str = "post", **keys: object) -> Source:
    """A source at any address, even one that no file may hold."""
    value = {"publisher": "press", "url": "https://post.example.org/a", "use": "context"}
    path = f"data/sources/{name}.yml"
    return Source.filed(value, path).model_copy(update={"url": url, "_path": path, **keys})


def found(played: Web, *sources: Source, **limits: float) -> list[Finding]:
    """What is found of sources, none of them waited for."""
    sources = sources or (source(f"{played.address}/alive"),)
    made = look(sources, asker(**limits), archived_at=played.address, sleep=lambda _: None)
    return sorted(made, key=lambda finding: finding.source.id)


@pytest.mark.parametrize(
    ("path", "outcome", "told"),
    [
        ("/alive", "alive", ""),
        ("/", "alive", ""),
        ("/moved", "alive", "It has moved for good, to `{}/alive`"),
        ("/moved-twice", "alive", "It has moved for good, to `{}/alive`"),
        ("/elsewhere-today", "alive", ""),
        ("/missing", "dead", "The address answered 404."),
        ("/gone", "dead", "The address answered 410."),
        ("/forbidden", "unknown", "403"),
        ("/busy", "unknown", "429"),
        ("/broken", "unknown", "500"),
        ("/breaks-off", "unknown", "it broke off"),
        ("/round", "unknown", "it leads on and on"),
        ("/within", "unknown", "it leads to an address that no page may link to"),
        ("/lost", "unknown", "it leads to the first page of its site"),
        ("/soft-title", "unknown", "whose headline says that nothing is there"),
        ("/soft-headline", "unknown", "whose headline says that nothing is there"),
    ],
)  # fmt: skip
def test_what_an_address_answers(played: Web, path: str, outcome: str, told: str) -> None:
    played.captures["a"] = [["timestamp"], [STAMP]]  # of whatever address
    also = source(f"{played.address}/alive", "star")
    star, made = found(played, source(f"{played.address}{path}", "tides"), also)
    assert star.outcome == "alive" or path.startswith("/busy")
    assert made.outcome == outcome
    assert told.format(played.address) in " ".join(made.told)
    assert bool(made.told) is bool(told)


@pytest.mark.parametrize("path", ["/slow", "/trickles"])
def test_an_answer_that_takes_too_long_is_not_waited_for(played: Web, path: str) -> None:
    answer = asker(patience=0.4).ask(played.address + path)
    assert answer.trouble == "it did not answer in time"


def test_an_address_is_dead_only_if_it_is_gone_a_second_time(played: Web) -> None:
    for second, outcome in ((200, "alive"), (404, "dead"), (410, "dead"), (500, "unknown")):
        played.changed["/there"] = [404, second]
        (made,) = found(played, source(f"{played.address}/there"))
        assert made.outcome == outcome


def test_the_second_time_is_some_minutes_later_and_only_if_there_is_doubt(played: Web) -> None:
    waited: list[float] = []
    played.captures["alive"] = [["timestamp"], [STAMP]]
    for path, spans in (("/alive", []), ("/missing", [300])):
        look(
            [source(played.address + path)],
            asker(),
            archived_at=played.address,
            sleep=waited.append,
        )
        assert waited == spans


def looked_up(monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    """Let no host but this machine be found, for a reason."""
    found = socket.getaddrinfo

    def getaddrinfo(host: str, *args: object, **options: object) -> object:
        if host == "127.0.0.1":
            return found(host, *args, **options)  # type: ignore[arg-type]
        raise socket.gaierror(error, "so")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.mark.parametrize(
    ("error", "outcome"), [(socket.EAI_NONAME, "dead"), (socket.EAI_AGAIN, "unknown")]
)
def test_a_host_that_does_not_exist_is_dead_and_one_that_was_not_found_today_is_not(
    played: Web, monkeypatch: pytest.MonkeyPatch, error: int, outcome: str
) -> None:
    looked_up(monkeypatch, error)
    made, _ = found(
        played, source("http://nowhere.example.org/a"), source(f"{played.address}/alive", "star")
    )
    assert made.outcome == outcome


def test_where_no_address_answers_at_all_nothing_is_dead(
    played: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up(monkeypatch, socket.EAI_NONAME)
    (made,) = found(played, source("http://nowhere.example.org/a"))
    assert (made.outcome, made.archived) == ("unknown", None)
    assert "cut off" in made.told[0]


# The archive


@pytest.mark.parametrize(
    ("captures", "path", "archived", "told"),
    [
        ([["timestamp"], [STAMP]], "/alive", "saved", ""),
        ([["timestamp"], ["20200101000000"], [STAMP]], "/alive", "saved", ""),
        ([["timestamp"], [STAMP]], "/subscribers", "paywalled", ""),
        ([["timestamp"], [STAMP]], "/forbidden", "refused", ""),
        ([["timestamp"], [STAMP]], "/broken", None, "could not be asked: 500"),
        ([["timestamp"], [STAMP]], "/missing", "none", "answered 404"),
        ([], "/alive", "none", ""),
        (["what", {"is": "this"}], "/alive", "none", ""),
        (403, "/alive", "refused", ""),
        (451, "/alive", "refused", ""),
        (429, "/alive", None, "could not be asked: 429"),
        (503, "/alive", None, "could not be asked: 503"),
    ],
)
def test_what_the_archive_has(
    played: Web, captures: object, path: str, archived: str | None, told: str
) -> None:
    played.captures[path[1:]] = captures
    (made,) = found(played, source(f"{played.address}{path}"))
    assert made.archived == archived
    shown = f"{played.address}/web/{STAMP}/{played.address}{path}"
    assert made.copy == (shown if archived in ("saved", "paywalled") else "")
    assert told in " ".join(made.told)


def test_a_copy_that_a_source_names_is_asked_for_itself(played: Web) -> None:
    copy = f"{played.address}/web/{STAMP}/alive"
    (made,) = found(played, source(f"{played.address}/missing", archive=copy))
    assert (made.outcome, made.archived, made.copy) == ("dead", "saved", "")
    assert not [path for path in played.paths() if path.startswith("/cdx/")]


def test_that_there_is_no_copy_is_asked_twice(played: Web) -> None:
    copy = f"{played.address}/there"
    for second, archived in ((200, "saved"), (404, "none"), (500, None)):
        played.changed["/there"] = [404, second]
        (made,) = found(played, source(f"{played.address}/alive", archive=copy))
        assert made.archived == archived


def test_that_a_copy_lacks_its_text_is_believed_to_whoever_saw_it(played: Web) -> None:
    seen = Address.model_validate(
        {"checked": "2031-06-01", "outcome": "alive", "archived": "paywalled"}
    )
    copy = f"{played.address}/web/{STAMP}/alive"
    (made,) = found(played, source(f"{played.address}/alive", archive=copy, address=seen))
    assert made.archived == "paywalled"


# A polite guest


def test_who_asks_is_named_and_asks_for_robots_first_and_once(played: Web) -> None:
    found(played, source(f"{played.address}/alive"), source(f"{played.address}/moved", "star"))
    assert {agent for _, agent, _ in played.asked} == {"lanterns/1"}
    asked = [path for path, _, _ in played.asked]
    assert asked[0] == "/robots.txt"
    assert asked.count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("robots", "outcome"),
    [
        ("User-agent: *\nDisallow: /alive", "unknown"),
        ("User-agent: lanterns\nDisallow: /", "unknown"),
        ("User-agent: other\nDisallow: /", "alive"),
        ("User-agent: *\nDisallow: /private", "alive"),
        ("<html>", "alive"),
        (403, "alive"),
        (301, "unknown"),  # it leads to one that stands elsewhere
        (500, "unknown"),
    ],
)
def test_where_machines_are_unwanted_none_goes(
    played: Web, robots: str | int, outcome: str
) -> None:
    played.robots = robots
    (made,) = found(played)
    assert made.outcome == outcome
    assert ("/alive" in played.paths()) is (outcome == "alive")


def test_a_host_is_asked_once_in_a_while(played: Web) -> None:
    found(played, pause=0.1)
    times = [at for _, _, at in played.asked]
    assert len(times) > 2
    assert all(later - at >= 0.095 for at, later in itertools.pairwise(times))


@pytest.mark.parametrize(
    ("path", "outcome", "left_alone"),
    [
        ("/busy", "unknown", True),
        ("/busy-for-an-hour", "unknown", True),
        ("/busy-for-a-moment", "alive", False),
    ],
)
def test_a_host_that_asks_to_be_left_alone_is(
    played: Web, path: str, outcome: str, *, left_alone: bool
) -> None:
    guest = asker()
    assert guest.ask(played.address + path).status == 429
    answer = guest.ask(f"{played.address}/alive")
    assert (answer.status == 200) is (outcome == "alive")
    assert ("left alone" in answer.trouble) is left_alone
    assert ("/alive" in played.paths()) is not left_alone


def test_when_the_time_is_up_nobody_is_asked_any_more(played: Web) -> None:
    (made,) = found(played, budget=0)
    assert made.outcome == "unknown"
    assert not played.asked


def test_whoever_was_asked_longest_ago_comes_first(played: Web) -> None:
    def seen(day: str) -> Address:
        return Address.model_validate({"checked": day, "outcome": "alive"})

    look(
        [
            source(f"{played.address}/gone", "a", address=seen("2031-06-01")),
            source(f"{played.address}/alive", "b", address=seen("2031-05-01")),
            source(f"{played.address}/missing", "c"),
        ],
        asker(),
        archived_at=played.address,
        sleep=lambda _: None,
    )  # fmt: skip
    asked = [path for path in played.paths() if path in ("/gone", "/alive", "/missing")]
    assert asked[:3] == ["/missing", "/alive", "/gone"]


# The issue

FINDINGS = """
== sources/post
title: Lanterns over the harbor
publisher: press
code: PO
published: 2031-05-07
url: https://post.example.org/lanterns
use: compared
order: 1
== sources/star
title: A night of lights
publisher: evening
code: ST
published: 2031-05
url: https://star.example.org/night
archive: https://web.archive.org/web/20310508000000/https://star.example.org/night
use: compared
order: 2
address:
  checked: 2031-06-01
  outcome: alive
  archived: saved
"""


def of(root: Path, **found: tuple[object, ...]) -> list[Finding]:
    sources = invented.loaded(root, FINDINGS).sources
    return [Finding(sources[name], *values) for name, values in found.items()]  # type: ignore[arg-type]


def committed(text: str, root: Path) -> dict[str, str]:
    """Do what the issue says: its lines go to the end, or take the place of those that begin alike."""
    files = {}
    for path, told in re.findall(
        r"^### \[?`(.+?)`.*?\n(.*?)(?=\n##|\Z)", text, re.DOTALL | re.MULTILINE
    ):
        for block in re.findall(r"```yaml\n(.*?)```", told, re.DOTALL):
            value = yaml.load((root / path).read_text("utf-8"), Loader=yaml.BaseLoader)
            value |= yaml.load(block, Loader=yaml.BaseLoader)
            (root / path).write_text(yaml.safe_dump(value), "utf-8")
            files[path] = block
    return files


def test_the_lines_of_the_issue_are_what_the_files_hold_next(tmp_path: Path) -> None:
    copy = "https://web.archive.org/web/20310601000000/https://post.example.org/lanterns"
    made = of(
        tmp_path,
        post=("alive", "saved", copy),
        star=("dead", "none", ""),
        echo=("unknown", None, ""),
    )
    text = issue.text(made, TODAY, Addresses())
    assert "8 June 2031: 3 sources, 1 alive, 1 dead, 1 unknown." in text
    files = committed(text, tmp_path)
    assert files["data/sources/post.yml"] == (
        f"archive: {copy}\naddress:\n  checked: 2031-06-08\n  outcome: alive\n  archived: saved\n"
    )
    library, faults = load(tmp_path, invented.TOPICS)
    assert not faults
    assert [str(library.sources[name].address) for name in ("post", "star", "echo")] == [
        "checked=Point(year=2031, month=6, day=8) outcome='alive' archived='saved'",
        "checked=Point(year=2031, month=6, day=8) outcome='dead' archived='none'",
        "checked=Point(year=2031, month=6, day=8) outcome='unknown' archived=None",
    ]


def test_what_was_known_is_not_given_up_for_an_answer_that_proves_nothing(tmp_path: Path) -> None:
    told = "The address gave no clear answer: 500."
    text = issue.text(of(tmp_path, star=("unknown", "saved", "", (told,))), TODAY, Addresses())
    assert told in text
    assert "Nothing to commit." in text
    assert not committed(text, tmp_path)


def test_an_archive_that_could_not_be_asked_keeps_what_was_known_of_it(tmp_path: Path) -> None:
    text = issue.text(of(tmp_path, star=("alive", None, "")), TODAY, Addresses())
    assert committed(text, tmp_path)["data/sources/star.yml"].endswith("  archived: saved\n")


def test_what_is_new_comes_first_and_what_is_as_it_was_last(tmp_path: Path) -> None:
    made = of(tmp_path, star=("alive", "saved", ""), post=("alive", "saved", ""))
    text = issue.text(made, TODAY, Addresses(repository="https://forge.example.org/a/b"))
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "## To look at",
        "### [`data/sources/post.yml`](https://forge.example.org/a/b/edit/main/data/sources/post.yml#L1)",
        "## As it was",
        "### [`data/sources/star.yml`](https://forge.example.org/a/b/edit/main/data/sources/star.yml#L1)",
    ]


def test_an_issue_is_never_longer_than_one_can_be() -> None:
    many = [
        Finding(source("https://a.example.org", f"s{i}"), "alive", "saved") for i in range(2_000)
    ]
    text = issue.text(many, TODAY, Addresses())
    assert 50_000 < len(text) < 65_536
    (left,) = re.findall(r"^(\d+) more stand in the file", text, re.MULTILINE)
    assert text.count("### ") + int(left) == len(many)


def test_no_text_of_the_data_and_none_of_a_page_stands_in_the_issue(played: Web) -> None:
    """Whoever answers could else write into the issue, and call people by their names."""
    played.changed["/there"] = [404, 404]
    made = found(played, source(f"{played.address}/soft-title", title="@everyone <b>"))
    text = issue.text(made, TODAY, Addresses())
    assert "@" not in text
    assert "<" not in text
    assert "Page not found" not in text


# The command, and what it may touch


def test_the_command_writes_the_issue_of_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With no time to ask, nobody is asked, and the issue says so of each source."""
    monkeypatch.setenv("REPOSITORY", "https://forge.example.org/a/b")
    root, file = invented.write(tmp_path, FINDINGS), tmp_path / "upkeep.md"
    assert main(["upkeep", "--root", str(root), "--minutes", "0", str(file)]) == 0
    assert "what was found of 5 sources" in capsys.readouterr().out
    assert "5 sources, 0 alive, 0 dead, 5 unknown." in file.read_text("utf-8")
    assert "(https://forge.example.org/a/b/edit/main/data/sources/" in file.read_text("utf-8")


def test_nothing_else_of_the_machine_speaks_to_the_network() -> None:
    speaks = re.compile(
        r"^\s*(?:from|import) (urllib3|urllib\.request|http|socket|requests|ssl)\b", re.MULTILINE
    )
    speaking = {
        file.relative_to(ROOT / "macros").as_posix()
        for file in (ROOT / "macros").rglob("*.py")
        if speaks.search(file.read_text("utf-8"))
    }
    assert speaking == {"upkeep/asking.py"}
    loaded = [
        sys.executable,
        "-c",
        "import sys, macros.__main__, macros.adapter; sys.exit('urllib3' in sys.modules)",
    ]
    assert subprocess.run(loaded, cwd=ROOT).returncode == 0


def test_an_answer_says_where_it_ended(played: Web) -> None:
    assert asker().ask(f"{played.address}/moved-twice#part") == Answer(
        f"{played.address}/alive",
        200,
        "<title>Lanterns</title><h1>Lanterns over the harbor</h1>",
        moved=True,
    )


@pytest.mark.parametrize(
    ("open_issue", "last"),
    [
        ("", "issue create --title Addresses of sources: what to commit --label upkeep --body-file upkeep.md"),
        ("17", "issue edit 17 --body-file upkeep.md"),
    ],
    ids=["the first week", "each week after it"],
)  # fmt: skip
def test_one_issue_is_opened_and_brought_up_to_date(
    tmp_path: Path, open_issue: str, last: str
) -> None:
    """The workflow's own step, with a program in the place of GitHub's that writes down what it is asked."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/upkeep.yml").read_text("utf-8"))
    step = workflow["jobs"]["report"]["steps"][-1]["run"]
    gh = tmp_path / "gh"
    gh.write_text(
        f'#!/bin/sh\necho "$*" >> asked\ncase "$2" in list) echo "{open_issue}" ;; esac\n'
    )
    gh.chmod(0o755)
    command = ["bash", "-e", "-c", step]
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    assert subprocess.run(command, cwd=tmp_path, env=environment).returncode != 0  # no text yet
    (tmp_path / "upkeep.md").symlink_to("/etc/hostname")
    assert subprocess.run(command, cwd=tmp_path, env=environment).returncode != 0
    (tmp_path / "upkeep.md").unlink()
    (tmp_path / "upkeep.md").write_text("So.")
    assert not (tmp_path / "asked").exists()
    assert subprocess.run(command, cwd=tmp_path, env=environment).returncode == 0
    assert (tmp_path / "asked").read_text("utf-8").splitlines()[-1] == last
