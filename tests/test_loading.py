"""From the folder data/ to a library: what lies where, what is left out, and all faults at once."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.check import check
from macros.loading import load
from macros.usable import usable
from tests import invented

HOSTILE = settings(
    derandomize=True,
    max_examples=100,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
GOOD = """
== facts/festival/visitors
question: How many came?
label: Visitors
unit: people
claims:
  - {source: post, origin: harbor-office, figure: 500, locator: some 500 people came then}
"""


def messages(root: Path) -> list[str]:
    return [str(fault) for fault in load(root)[1]]


def test_good_files_make_a_library_without_a_fault(tmp_path: Path) -> None:
    library = invented.loaded(tmp_path, GOOD)
    assert list(library.facts) == ["visitors"]
    assert library.facts["visitors"].topic == "festival"
    assert library.facts["visitors"].path == "data/facts/festival/visitors.yml"
    assert library.people["ada-quill"].name == "Ada Quill"
    assert [source.id for source in library.compared] == ["post", "star", "echo", "almanac"]
    assert library.body("choir") is library.organizations["choir"]
    assert library.publisher("post").name == "Port Press"
    assert not library.broken


def test_letters_that_are_explained_are_read_without_the_spaces_around_them(tmp_path: Path) -> None:
    choir = '== organizations/choir\nname: Choir\nkind: choir\nabbreviations: {" PRB ": A name}\n'
    library = invented.loaded(tmp_path, choir)
    assert library.organizations["choir"].abbreviations == {"PRB": "A name"}


def test_topics_come_in_the_order_of_the_site_and_new_ones_behind_them(tmp_path: Path) -> None:
    facts = "".join(
        GOOD.replace("festival/visitors", f"{topic}/{i}")
        for i, topic in enumerate(["zoo", "harbor", "a-new-one", "festival"])
    )
    library, _ = invented.load(tmp_path, facts)
    assert library.topics == {
        "festival": "The festival",
        "harbor": "The harbor",
        "a-new-one": "A new one",
        "zoo": "Zoo",
    }


def test_nothing_at_all_is_an_empty_library(tmp_path: Path) -> None:
    library, faults = load(tmp_path)
    assert not library.facts
    assert not faults


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("facts/festival/Visitors.yml", "a file's name is an id"),
        ("facts/festival/many visitors.yml", "a file's name is an id"),
        ("facts/festival/visitors_2.yml", "a file's name is an id"),
        ("facts/festival/visitörs.yml", "a file's name is an id"),
        ("facts/festival/-visitors.yml", "a file's name is an id"),
        ("facts/festival/visitors.draft.yml", "a file's name is an id"),
        ("facts/festival/.yml", "only .yml files"),
        ("facts/festival/.visitors.yml", "a file's name is an id"),
        ("facts/Festival/visitors.yml", "a file's name is an id"),
        ("facts/visitors.yml", "data/facts/<topic>/"),
        ("facts/festival/night/visitors.yml", "data/facts/<topic>/"),
        ("sources/2031/post-two.yml", "this folder itself"),
        ("people/alba/someone.yml", "this folder itself"),
        ("facts/festival/visitors.yaml", "only .yml files"),
        ("facts/festival/visitors.yml~", "only .yml files"),
        ("facts/festival/visitors.YML", "only .yml files"),
        ("facts/festival/visitors.json", "only .yml files"),
        ("people/README.md", "only .yml files"),
        ("sources/.DS_Store", "only .yml files"),
        ("organizations/script.html", "only .yml files"),
    ],
)
def test_a_file_of_another_name_or_place_is_refused(tmp_path: Path, name: str, told: str) -> None:
    invented.write(tmp_path, GOOD)
    file = tmp_path / "data" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("name: Anything\n")
    (fault,) = load(tmp_path)[1]
    assert fault.path == f"data/{name}"
    assert told in fault.message


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("facts/festival/linked.yml", lambda target, file: file.symlink_to(target)),
        ("facts/linked", lambda target, file: file.symlink_to(target.parent)),
        ("people/linked.yml", lambda _, file: file.symlink_to("/etc/hostname")),
        ("sources/linked.yml", lambda _, file: file.symlink_to("../../.git/config")),
    ],
    ids=["a file", "a folder", "a file of the machine", "the repository's own"],
)
def test_a_symbolic_link_is_refused_and_not_followed(
    tmp_path: Path, name: str, link: Callable[[Path, Path], None]
) -> None:
    invented.write(tmp_path, GOOD)
    link(tmp_path / "data/facts/festival/visitors.yml", tmp_path / "data" / name)
    library, faults = load(tmp_path)
    assert [fault.path for fault in faults] == [f"data/{name}"]
    assert list(library.facts) == ["visitors"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("facts/festival/visitors", "facts/harbor/visitors"),
        ("people/someone", "organizations/someone"),
    ],
)
def test_two_files_never_have_one_id(tmp_path: Path, one: str, other: str) -> None:
    fact = GOOD.partition("\n")[2].partition("\n")[2]
    content = fact if one.startswith("facts") else "name: Someone\n"
    more = "" if one.startswith("facts") else "kind: person\n"
    invented.write(tmp_path, f"== {one}\n{content}\n== {other}\n{content}{more}")
    assert any("has the same id" in str(fault) for fault in check(tmp_path)[1])


def test_what_is_broken_is_left_out_and_named_with_its_first_fault(tmp_path: Path) -> None:
    library, faults = invented.load(tmp_path, f"{GOOD}\n== sources/post\ntitle: Only this\n")
    assert "post" not in library.sources
    assert library.broken["post"] == str(faults[0])
    assert "visitors" in library.facts


def test_what_refers_to_something_broken_is_left_out_of_pages_in_turn(tmp_path: Path) -> None:
    library, _ = invented.load(tmp_path, f"{GOOD}\n== organizations/press\nkind: newspaper\n")
    left = usable(library, {})
    assert not left.facts
    assert "post" not in left.sources
    assert "visitors" in left.broken
    assert "star" in left.sources


def test_a_neighbor_that_is_broken_does_not_take_a_fact_along(tmp_path: Path) -> None:
    seeing = GOOD.replace("unit: people", "unit: people\nsee_also: [boats]")
    library, _ = invented.load(tmp_path, f"{seeing}\n== facts/harbor/boats\nlabel: Boats\n")
    assert "visitors" in usable(library, {}).facts


def test_faults_of_all_files_come_sorted_in_one_run(tmp_path: Path) -> None:
    invented.write(
        tmp_path,
        "== sources/star\nx: y\n== facts/festival/b\nx: y\n== facts/festival/a\nx: y\n"
        "== people/ada-quill\nx: y\n== organizations/choir\nx: y\n",
    )
    found = messages(tmp_path)
    assert found == sorted(found)
    paths = {line.partition(":")[0] for line in found}
    assert len(paths) == 5


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"around 5,000 people came", "this is not a fingerprint"),
        (b"", "this is not a fingerprint"),
        (b"\xff\xfe\x00", "the file is not text"),
        (b"ABCDE\n", "this is not a fingerprint"),
    ],
)
def test_a_fingerprint_that_no_command_made_is_refused(
    tmp_path: Path, content: bytes, told: str
) -> None:
    invented.write(tmp_path, GOOD)
    (tmp_path / "data/fingerprints").mkdir()
    (tmp_path / "data/fingerprints/post.txt").write_bytes(content)
    (fault,) = load(tmp_path)[1]
    assert fault.path == "data/fingerprints/post.txt"
    assert told in fault.message


def test_a_folder_in_the_place_of_a_fingerprint_is_told(tmp_path: Path) -> None:
    invented.write(tmp_path, GOOD)
    (tmp_path / "data/fingerprints/post.txt").mkdir(parents=True)
    (fault,) = load(tmp_path)[1]
    assert fault.message == "the file can't be read (Is a directory). Make it again."


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("".join(f"k{i}: v\n" for i in range(20_000)), id="20,000 unknown keys"),
        pytest.param(
            "question: Q?\nlabel: L\nclaims:\n" + "  - {source: A, locator: x}\n" * 2_000,
            id="2,000 bad claims",
        ),
        pytest.param("question: Q?\nabout: [" + "A, " * 20_000 + "]\n", id="20,000 bad ids"),
        pytest.param(
            "question: Q?\nlabel: L\nclaims:\n"
            + "  - {source: zz, says: a crowd, locator: crowds came that night}\n" * 800,
            id="800 claims from an unknown source",
        ),
        pytest.param("question: Q?\n" + "label: L\n" * 5_000, id="5,000 equal keys"),
    ],
)
def test_a_file_with_thousands_of_faults_is_told_in_seconds(tmp_path: Path, content: str) -> None:
    invented.write(tmp_path, f"== facts/festival/visitors\n{content}")
    began = time.process_time()
    _, faults = check(tmp_path)
    assert time.process_time() - began < 5
    assert faults


KEYS = st.sampled_from(
    "question label unit when event about answers several speaker see_also checked claims remark source "
    "origin via figure date readings answer quotation says printed hedge period locator name roles".split()
)
SCALARS = st.sampled_from(
    [
        "post",
        "~",
        '""',
        "5",
        "about 5",
        "2031-05",
        "yes",
        "[a]",
        "{a: b}",
        "some words of it",
        "'*'",
        "A",
    ]
)
BLOCKS = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(st.tuples(KEYS, inner), max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs) + "}"
        )
        | st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    ),
    max_leaves=12,
)  # fmt: skip


@HOSTILE
@given(st.lists(st.tuples(KEYS, BLOCKS), min_size=1, max_size=10))
def test_any_keys_and_values_end_in_a_fact_or_in_clean_faults(
    tmp_path: Path, pairs: list[tuple[str, str]]
) -> None:
    """Whatever is typed where: never an exception, and each fault says what to do."""
    lines = "".join(f"{key}: {value}\n" for key, value in pairs)
    folder = tmp_path / "data/facts/festival"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "visitors.yml").write_text(lines)
    library, faults = check(tmp_path)
    assert faults or library.facts
    assert all(str(fault).endswith((".", "?", "`")) for fault in faults), faults


@HOSTILE
@given(st.sampled_from(["source", "person", "organization"]), st.binary(max_size=120))
def test_any_bytes_in_any_folder_end_in_clean_faults(
    tmp_path: Path, kind: str, content: bytes
) -> None:
    folder = tmp_path / "data" / {"person": "people"}.get(kind, f"{kind}s")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "thing.yml").write_bytes(content)
    assert load(tmp_path)[1]
