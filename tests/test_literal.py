"""A stranger's words are shown in a pull request's summary, and nothing else happens with them."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.literal import literal

JOINER = "\u2060"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("around 5,000 lanterns", "around 5,000 lanterns"),
        ("1.5 million", "1.5 million"),
        ("35–50%", "35–50%"),
        ("[here](https://evil.example)", rf"\[here\]\(https:{JOINER}//evil.example\)"),
        ("![x](y)", r"\!\[x\]\(y\)"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("<!-- hidden", "&lt;\\!-- hidden"),
        ("&#64;octocat", f"&amp;\\#{JOINER}64;octocat"),
        ("@octocat said", f"@{JOINER}octocat said"),
        ("see #12 and a/b#3", rf"see \#{JOINER}12 and a/b\#{JOINER}3"),
        ("GH-12", f"GH{JOINER}-12"),
        ("www.evil.example", f"www{JOINER}.evil.example"),
        ("_www.evil.example", rf"\_www{JOINER}.evil.example"),
        (":tada:", f":{JOINER}tada:"),
        ("**bold** _so_ `code` ~~gone~~ $x$", r"\*\*bold\*\* \_so\_ \`code\` \~\~gone\~\~ \$x\$"),
        ("a | b", r"a \| b"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("1) item", r"1\) item"),
        ("===", r"\==="),
        ("> quoted", "&gt; quoted"),
        ("::error::x", f":{JOINER}:{JOINER}error:{JOINER}:x"),
        ("##[add-mask]x", r"\#\#\[add-mask\]x"),
        ("a\n\n# b", r"a \# b"),
        ("at 7:30", "at 7:30"),
        ("a\r::set-env::b", f"a :{JOINER}:{JOINER}set-env:{JOINER}:b"),
        ("    indented", "indented"),
        ("a\u202eb\u200bc\x1b[2J", r"a b c \[2J"),
        ("O’Neil & 이름", "O’Neil &amp; 이름"),
    ],
)
def test_each_sign_of_markdown_is_written_so_that_it_is_only_shown(text: str, written: str) -> None:
    assert literal(text) == written


@given(st.text(alphabet=st.sampled_from("@#:/.wGH-1a0\\`*_[]()<>!|~$&\n\r\t =+"), max_size=40))
def test_no_text_makes_a_line_a_tag_a_mention_or_a_link(text: str) -> None:
    line = literal(text)
    bare = _ESCAPED.sub("", line)
    assert "\n" not in line
    assert "\r" not in line
    assert not re.search(r"[`*_\[\]<>|~$!#{}]", bare)
    assert not re.search(r"@\w|:/|www\.", line)
    assert not re.match(r"\s|[-+=]|\d+[.)](\s|$)", line)


@given(st.text(max_size=80))
def test_what_is_shown_is_what_was_written(text: str) -> None:
    shown = html.unescape(_ESCAPED.sub(r"\1", literal(text))).replace(JOINER, "")
    assert shown == " ".join("".join(c if c.isprintable() else " " for c in text).split())
