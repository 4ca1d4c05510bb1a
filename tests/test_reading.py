"""One YAML file, read: every scalar is text, every trick is refused, and nothing is raised."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros import reading
from macros.reading import Document, position, read

HOSTILE = settings(
    derandomize=True,
    max_examples=200,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def read_bytes(root: Path, content: bytes) -> Document:
    (root / "x.yml").write_bytes(content)
    return read(root, "x.yml")


def read_text(root: Path, content: str) -> Document:
    return read_bytes(root, content.encode())


@pytest.mark.parametrize(
    "scalar",
    [
        *("NO", "no", "yes", "on", "off", "y", "n", "true", "False", "0123", "0o17", "0x1F", "1_000", "1e400"),
        *(".nan", ".inf", "-.inf", "2031-05-07", "2031-02-30", "12:30:45", "190:20:30", "1.0", "=", "<<", "+1"),
        *("Ада и Ada", "ВЕСТ (VEST)", "NHK ЭН", "ＮＨＫ", "α and Ω", "Ada Хан", "О’Ніл"),
        *("O’Neil", "강", "Їжак", "Ωμέγα", "Zoë", "Ádám", "東京", "AHO는", "L’Équipe", "9" * 1999, "a  #b"[:1]),
    ],
)  # fmt: skip
def test_every_scalar_is_the_text_that_stands_there(tmp_path: Path, scalar: str) -> None:
    document = read_text(tmp_path, f"key: {scalar}\n")
    assert document.value == {"key": scalar}
    assert not document.faults


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("a: 'it''s'", "it's"),
        ("a: |\n  one\n  two\n", "one two"),
        ("a: >-\n  one\n\n  two\n", "one two"),
        ("a:   spaced   out  ", "spaced out"),
        ('a: "~"', "~"),
        ("a: 'null'", "null"),
        ("a: b # a comment", "b"),
        ("\ufeffa: b", "b"),
        ("a: b\r\n", "b"),
        ("%YAML 1.1\n---\na: b\n", "b"),
        ("a: [b, c]", ["b", "c"]),
        ("a: {b: c}", {"b": "c"}),
        ("a:\n- b\n- c\n", ["b", "c"]),
    ],
)
def test_quotes_blocks_and_line_ends_are_only_ways_to_write(
    tmp_path: Path, content: str, value: object
) -> None:
    document = read_text(tmp_path, content)
    assert document.value == {"a": value}
    assert not document.faults


@pytest.mark.parametrize(
    ("content", "place", "told"),
    [
        (b"a: b\nc: \xff\xfe\n", (1, 1), "not UTF-8"),
        ("a: b".encode("utf-16"), (1, 1), "not UTF-8"),
        ("a: caf\u00e9".encode("latin-1"), (1, 1), "not UTF-8"),
        (b"a: \xed\xa0\x80", (1, 1), "not UTF-8"),
        (b"\x00", (1, 1), "not text"),
        (b"a: b\nc: d\x00\n", (2, 5), "not text"),
        (b"a: b\n\nc: \x07d\n", (3, 4), "not text"),
        (b"a: \x1b[31mred", (1, 4), "not text"),
        (b"a: b\nc: \x7fd", (2, 4), "not text"),
        ("a: é\nb: ü\x01".encode(), (2, 5), "not text"),
        ("a: \uffff".encode(), (1, 4), "not text"),
        (b"", (1, 1), "empty"),
        (b"\n\n\n", (1, 1), "empty"),
        ("\ufeff".encode(), (1, 1), "empty"),
        (b"---\n", (1, 1), "empty"),
        (b"~", (1, 1), "empty"),
        (b"null\n", (1, 1), "empty"),
        ("a: b\nc: d\u202e".encode(), (2, 4), "unseen character (U+202E)"),
        ("a: b\nc: d\u200be".encode(), (2, 4), "unseen character (U+200B)"),
        ("a: \u2066b\u2069".encode(), (1, 4), "unseen character (U+2066, U+2069)"),
        ("a: b\u2060".encode(), (1, 4), "unseen character (U+2060)"),
        ("a: b\ufeff".encode(), (1, 4), "unseen character (U+FEFF)"),
        ("a: \ue000".encode(), (1, 4), "unseen character (U+E000)"),
        ("a: \u3164".encode(), (1, 4), "unseen character (U+3164)"),
        ("a: \u2800".encode(), (1, 4), "unseen character (U+2800)"),
        ("a: b\u034f".encode(), (1, 4), "unseen character (U+034F)"),
        ("a: \U000e0041b".encode(), (1, 4), "unseen character (U+E0041)"),
        (b'a: "b\\tc"', (1, 4), "a tab is in this text. Write spaces."),
        (b'a: "b\\u2028c"', (1, 4), "unseen character (U+2028)"),
        (b'a: "b\\0"', (1, 4), "unseen character (U+0000)"),
        (b'a: "\\x1b[31m"', (1, 4), "unseen character (U+001B)"),
        ("\u200bkey: b".encode(), (1, 1), "unseen character (U+200B)"),
        ("a: e\u0301".encode(), (1, 4), "composed, NFC"),
        ("a: \u212b".encode(), (1, 4), "composed, NFC"),
        ("a: \u1112\u1161\u11ab".encode(), (1, 4), "composed, NFC"),
        ("a: Аda".encode(), (1, 4), "“Аda” mixes the letters of CYRILLIC and LATIN"),
        ("a: Αda".encode(), (1, 4), "mixes the letters of GREEK and LATIN"),
        ("a: օne".encode(), (1, 4), "mixes the letters of ARMENIAN and LATIN"),
        ("a: Ꭺda".encode(), (1, 4), "mixes the letters of CHEROKEE and LATIN"),
        ("a: Ａda".encode(), (1, 4), "mixes the letters of FULLWIDTH and LATIN"),
        ("a: 𝓐da".encode(), (1, 4), "mixes the letters of LATIN and MATHEMATICAL"),
        ("Аda: b".encode(), (1, 1), "mixes the letters"),
        ("a: Ada Ѕахо".encode(), (1, 4), "“Ѕахо” is CYRILLIC, and looks like Latin letters"),
        ("a: Ada ο".encode(), (1, 4), "“ο” is GREEK, and looks like Latin letters"),
        ("a: Ada Ｑｕｉｌｌ".encode(), (1, 4), "Write “Quill”"),
        ("a: Ada 𝐐𝐮𝐢𝐥𝐥".encode(), (1, 4), "Write “Quill”"),
        (b"a: " + b"x" * 2001, (1, 4), "longer than 2000"),
        (b"a: " + b"x" * 100_000, (1, 4), "longer than 2000"),
        (b"a: " + b"9" * 5_000, (1, 4), "longer than 2000"),
    ],
)  # fmt: skip
def test_bytes_that_would_deceive_are_told_with_their_place(
    tmp_path: Path, content: bytes, place: tuple[int, int], told: str
) -> None:
    (fault,) = read_bytes(tmp_path, content).faults
    assert (fault.line, fault.column) == place
    assert told in fault.message


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("a: " + "[" * 2_000, id="[ two thousand times"),
        pytest.param("a: " + "[" * 200_000, id="[ two hundred thousand times"),
        pytest.param("a: " + "[{" * 50_000, id="[{ fifty thousand times"),
        pytest.param("- " * 100_000, id="- a hundred thousand times"),
        pytest.param("? " * 100_000, id="? a hundred thousand times"),
        pytest.param("".join(" " * i + "a:\n" for i in range(700)), id="an indent a line"),
        pytest.param("".join(f"{'- ' * i}- a\n" for i in range(300)), id="lists in lists"),
        pytest.param('a: "' + "\\u0041" * 40_000 + '"', id="escapes forty thousand times"),
        pytest.param("a: '" + "''" * 100_000 + "'", id="quotes a hundred thousand times"),
        pytest.param("".join(f"k{i}: v\n" for i in range(25_000)), id="25,000 keys"),
        pytest.param("a: b\n" * 8_000, id="one key 8,000 times"),
        pytest.param("a: [" + "b, " * 20_000 + "]", id="20,000 items"),
        pytest.param("a: x\n" * 4_000_000, id="20 MB"),
        pytest.param("a: &a [" + "b," * 50_000 + "]\nb: [" + "*a," * 50_000 + "]", id="aliases"),
        pytest.param("#" * 200_000, id="a comment of 200 kB"),
        pytest.param("a: |\n" + " x\n" * 60_000, id="a block of 60,000 lines"),
        pytest.param("%TAG !a! tag:a,2031:\n---\na: !a!b c\n", id="a tag with a handle"),
        pytest.param("a: !!binary " + "QUJD" * 50_000, id="binary"),
    ],
)
def test_no_file_takes_longer_than_a_second(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.yml").write_text(content)
    began = time.process_time()
    document = read(tmp_path, "x.yml")
    assert time.process_time() - began < 1
    assert document.faults or document.value


def test_a_file_that_is_too_large_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "x.yml").open("wb") as file:
        file.truncate(20_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    (fault,) = read(tmp_path, "x.yml").faults
    assert "larger than 256 kB" in fault.message


def test_depth_up_to_the_limit_is_read(tmp_path: Path) -> None:
    depth = reading.DEEPEST
    assert not read_text(tmp_path, "[" * depth + "a" + "]" * depth).faults
    assert read_text(tmp_path, "[" * (depth + 1) + "a" + "]" * (depth + 1)).faults


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda file: file.symlink_to("/etc/hostname"), "symbolic link"),
        (lambda file: file.symlink_to(file.parent / "nothing"), "symbolic link"),
        (lambda file: file.symlink_to(file), "symbolic link"),
        (lambda file: file.mkdir(), "can't be read"),
        (lambda file: os.mkfifo(file), "can't be read"),
        (lambda file: None, "can't be read"),
    ],
    ids=["a link out of the folder", "a link to nothing", "a link to itself", "a folder", "a pipe", "nothing"],
)  # fmt: skip
def test_what_is_no_plain_file_is_refused(tmp_path: Path, make: object, told: str) -> None:
    assert callable(make)
    make(tmp_path / "x.yml")
    (fault,) = read(tmp_path, "x.yml").faults
    assert told in fault.message


def test_a_link_s_target_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("question: swordfish\n")
    (tmp_path / "x.yml").symlink_to(tmp_path / "secret")
    document = read(tmp_path, "x.yml")
    assert document.value is None
    assert "swordfish" not in str(document.faults)


FACT = """\
question: How many came?
claims:
  - source: post
    origin: [alba, brume]
  - source: star
"""


@pytest.mark.parametrize(
    ("loc", "of_key", "place"),
    [
        ((), False, (1, 1)),
        (("question",), False, (1, 11)),
        (("question",), True, (1, 1)),
        (("claims", 0), False, (3, 5)),
        (("claims", 1, "source"), False, (5, 13)),
        (("claims", 0, "origin", 1), False, (4, 20)),
        (("claims", 0, "figure"), False, (3, 5)),
        (("claims", 9, "figure"), False, (3, 3)),
        (("nothing", "here"), False, (1, 1)),
    ],
)
def test_a_place_is_that_of_the_value_or_of_the_nearest_above_it(
    tmp_path: Path, loc: tuple[str | int, ...], *, of_key: bool, place: tuple[int, int]
) -> None:
    (tmp_path / "x.yml").write_text(FACT)
    assert position(tmp_path, "x.yml", loc, of_key=of_key) == place


def test_a_place_follows_the_file_when_it_is_edited(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("a: b\n")
    assert position(tmp_path, "x.yml", ("a",)) == (1, 4)
    (tmp_path / "x.yml").write_text("# more\na: b\n")
    assert position(tmp_path, "x.yml", ("a",)) == (2, 4)


YAML_SIGNS = st.text(
    st.sampled_from(list("ab:-[]{}?&*!|>'\"%@`#,\n \t~<=\\\ufeff\u202e")), max_size=60
)


@HOSTILE
@given(
    st.binary(max_size=200)
    | YAML_SIGNS.map(str.encode)
    | st.text(max_size=80).map(lambda t: f"a: {t}".encode("utf-8", "surrogatepass"))
)
@example(b"a: [*b")
@example(b"!<tag:yaml.org,2002:python/object:os.system> x")
@example(b"? ? ? ? [")
@example(b"a: \xf0\x9f\x92\xa9")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa: b")
@example(b"--- !!python/name:os\n")
@example(b"? |\n x\n: y\n")
def test_any_bytes_end_in_a_value_or_in_clean_faults(tmp_path: Path, content: bytes) -> None:
    document = read_bytes(tmp_path, content)
    assert document.faults or document.value is not None
    for fault in document.faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert fault.message.endswith((".", ")"))
        assert "\n" not in str(fault)


def test_a_narrow_space_between_thousands_stays_as_it_was_copied(tmp_path: Path) -> None:
    for space in "\u00a0\u2009\u202f":
        text = f"a: some 12{space}000 and 5{space}00, so{space}it  is{space}1{space}000{space}000"
        kept = f"some 12{space}000 and 5 00, so it is 1{space}000{space}000"
        assert read_bytes(tmp_path, text.encode()).value == {"a": kept}
