"""The words of pages: which there are, what they take, and what a page may not hold."""

import time
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.docs import WORDS, calls, check_docs, problem
from macros.library import Library
from tests import invented

QUIET = settings(derandomize=True, max_examples=150, deadline=None, database=None)
FACTS = [
    invented.fact(
        "{unit: people, when: 2031-05, claims: ["
        "{source: post, origin: harbor-office, figure: '5'}, {source: star, figure: about 5}]}"
    ),
    invented.fact("{claims: [{source: post, date: 2031-05-06}]}", "festival/begin"),
    invented.fact("{claims: [{source: post, says: so}]}", "harbor/mood"),
    invented.fact("{answers: {a: b}, claims: [{source: post, answer: a}]}", "harbor/way"),
    invented.fact("{speaker: ada-quill, claims: [{source: post, quotation: so}]}", "harbor/words"),
]
LIBRARY: Library = invented.library(*FACTS)


def problems(page: str) -> list[str]:
    return [message for call in calls(page) if (message := problem(LIBRARY, call))]


@pytest.mark.parametrize(
    "word",
    [
        'figure("visitors")',
        "figure('visitors')",
        'figure( "visitors" )',
        'figure("visitors", source="post")',
        'figure("visitors", by="harbor-office")',
        'figure("visitors", source="post", by="harbor-office")',
        'figure(\n  "visitors",\n)',
        'date("begin")',
        'period("visitors")',
        'answer("way")',
        'says("mood")',
        'quotation("words")',
        'cite("mood")',
        'person("ada-quill")',
        'organization("harbor-office")',
        'source("post")',
        'agreement("visitors")',
        'articles("visitors")',
        'plain("5 May")',
        "comparison_table()",
        "people_directory()",
        'people_directory(first="b")',
        'cover(first="harbor")',
        'timeline("festival")',
        'fact_entries("harbor")',
        'key_figures("visitors")',
        'chart("visitors", title="Visitors: how many?", subtitle="So")',
        'chart("visitors", "visitors")',
    ],
)
def test_a_word_that_names_what_is_there_is_let_through(word: str) -> None:
    assert not problems(f"So {{{{ {word} }}}} it is.")
    assert not problems(f"{{{{{word}}}}}")


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ('figur("visitors")', "there is no word “figur”. Did you mean “figure”?"),
        ('xyz("visitors")', "there is no word “xyz”. CONTRIBUTING lists them."),
        ('figure("visitor")', "there is no fact “visitor”. Did you mean “visitors”?"),
        ('figure("qqq")', "there is no fact “qqq”. Correct the id, or add its file."),
        ('person("ada-quil")', "there is no person “ada-quil”. Did you mean “ada-quill”?"),
        ('person("choir")', "there is no person “choir”. Correct the id, or add its file."),
        ('organization("ada-quill")', "there is no organization “ada-quill”."),
        ('source("pots")', "there is no source “pots”. Did you mean “post”?"),
        ('timeline("festivall")', "there is no topic “festivall”. Did you mean “festival”?"),
        ("figure()", "“figure” takes fact. Correct the brackets."),
        ('figure("visitors", "mood")', "“figure” takes fact. Correct the brackets."),
        ("key_figures()", "“key_figures” takes one or more of: fact."),
        ('comparison_table("visitors")', "“comparison_table” takes nothing."),
        ('comparison_table(first="harbr")', "there is no topic “harbr”. Did you mean “harbor”?"),
        (
            'people_directory(first="Ada")',
            "no id begins with “Ada”. Write its first letters, as in",
        ),
        ('figure("visitors", sorce="post")', "“figure” has no “sorce=”. Did you mean “source”?"),
        ('cite("visitors", source="post")', "“cite” has no “source=”. Remove it."),
        ('figure("mood")', "“mood” has no figure; its claims have says. Use that word."),
        ('date("visitors")', "“visitors” has no date; its claims have figure."),
        ('figure("visitors", source="echo")', '“visitors” has no figure for source="echo".'),
        ('figure("visitors", by="choir")', '“visitors” has no figure for by="choir".'),
        ('figure("visitors", by="choir", by="choir")', "“by=” stands here again. Keep one"),
        ('chart("visitors", "mood")', "“mood” has no figure, which a chart draws. Name a fact"),
        ('key_figures("mood")', "“mood” has no figure, which a card shows. Name a fact"),
        ('period("mood")', "“mood” has no period. Add `when:` to the fact"),
    ],
)
def test_a_word_that_can_t_be_printed_is_told_with_what_to_do(word: str, told: str) -> None:
    (found,) = problems(f"So {{{{ {word} }}}} it is.")
    assert found.startswith(told)


REFUSED = [
    *("{{ config }}", "{{ typo }}", "{{ 7*7 }}", "{{ macros_info() }}", "{{ }}", "{{}}", "{{ 'x' }}"),
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    *("{{ ''.__class__ }}", "{{ self }}", "{{ figure }}", "{{ figure.__globals__ }}", "{{ request }}"),
    *('{{ figure("visitors").x }}', '{{ figure("visitors")[0] }}', '{{ figure("visitors")() }}'),
    *('{{ figure("visitors")|safe }}', '{{ figure("visitors") ~ config }}', '{{ "x"|upper }}'),
    *('{{ figure("visitors") if config }}', '{{ figure("a" ~ "b") }}', "{{ figure(config) }}"),
    *("{{ figure(5) }}", "{{ figure(true) }}", "{{ figure(none) }}", '{{ figure(["visitors"]) }}'),
    *('{{ figure(*["visitors"]) }}', '{{ figure("visitors", **{"source": "post"}) }}'),
    *('{{ figure(f"visitors") }}', '{{ figure(r"visitors") }}', '{{ figure(u"visitors") }}'),
    *('{{ figure(b"visitors") }}', '{{ ﬁgure("visitors") }}', '{{ figure("visitors") # x }}'),
    *('{{ (figure)("visitors") }}', '{{ figure("visi" "tors") }}', '{{ figure(("visitors")) }}'),
    *('{{ plain("a\\"b") }}', '{{ plain("\\x3cb\\x3e") }}', '{{ plain("\\ud800") }}', '{{ plain("a\nb") }}'),
    *("{{ plain(\"\"\"a\"\"\") }}", '{{- plain("a") -}}', '{{+ plain("a") }}', "{{ plain('}}') }}"),
    *('{{ lambda: 1 }}', "{{ figure(x := 'visitors') }}", '{{ loop.index }}', '{{ super() }}'),
    *("{% set x = 1 %}", "{% raw %}", "{% endraw %}", '{% include "x" %}', "{% import 'os' as os %}"),
    *("{% for x in y %}", "{%- if x -%}", "{# a comment #}", "{#- x", "{{ never closed", "{% never closed"),
    *('{{ plain("{{ 7*7 }}") }}', '{{ {{ plain("a") }} }}', "{{{ plain('a') }}}", "{{ plain('a')\n;x }}"),
]  # fmt: skip


@pytest.mark.parametrize("page", REFUSED)
def test_a_page_can_do_nothing_but_name_a_fact(page: str) -> None:
    assert problems(page)


@QUIET
@given(
    st.lists(
        st.sampled_from(
            ["{{", "}}", "{%", "%}", "{#", "#}", " ", "figure", "plain", "(", ")", '"visitors"', "'a'", ",",
             "source=", '"', "'", "\\", "#", "r", "x", ".", "|", "\n", "=", "{", "}", "config", "~", "ﬁ"]
        ),
        max_size=14,
    ).map("".join)
)  # fmt: skip
@example('{{ plain("a") # }}')
@example("{{ plain('a') }}{{ plain('b') }}")
def test_what_is_let_through_is_run_by_jinja_as_it_was_read(page: str) -> None:
    """Whatever is not let through is taken out before Jinja sees the page."""
    pieces, end = [], 0
    for call in calls(page):
        if problem(LIBRARY, call):
            pieces.append(page[end : call.start])
            end = call.end
    left = "".join([*pieces, page[end:]])
    ran: list[str] = []

    def word(name: str) -> Callable[..., str]:
        def run(*_: object, **__: object) -> str:
            ran.append(name)
            return ""

        return run

    if left == page:
        jinja = jinja2.Environment(undefined=jinja2.StrictUndefined)
        jinja.from_string(left).render({name: word(name) for name in WORDS})
        assert ran == [call.word for call in calls(left)]


FRONT = "---\ntitle: A page\ndescription: What it tells.\n---\n"


def told(root: Path, page: str | bytes, name: str = "page.md") -> list[str]:
    invented.write(root, invented.a_fact("source: post, says: so, locator: so it was that night"))
    file = root / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(page.encode() if isinstance(page, str) else page)
    library, _ = invented.load(root)
    faults = (fault for fault in check_docs(library) if fault.path.startswith("docs/"))
    return [str(fault) for fault in faults]


def test_a_page_of_plain_text_has_no_fault(tmp_path: Path) -> None:
    assert told(tmp_path, f'{FRONT}\n# A page\n\nSo it is {{{{ says("visitors") }}}}.\n') == []


@pytest.mark.parametrize(
    ("page", "line", "what"),
    [
        ("# No front matter\n", 1, "the page has no front matter"),
        ("", 1, "the page has no front matter"),
        ("---\ntitle: A page\n", 1, "the page has no front matter"),
        ("---\ntitle: A page\n---\n", 1, "the front matter has no “description”"),
        ("---\ndescription: So.\n---\n", 1, "the front matter has no “title”"),
        (FRONT.replace("title", "titel"), 2, "“titel” is not a key"),
        (FRONT.replace("---\n", "---\ntemplate: x.html\n", 1), 2, "“template” is not a key"),
        (
            FRONT.replace("---\n", "---\nrender_macros: false\n", 1),
            2,
            "“render_macros” is not a key",
        ),
        (FRONT.replace("---\n", "---\nfacts: {a: b}\n", 1), 2, "“facts” is not a key"),
        (FRONT.replace("---\n", "---\nauthor: <b>\n", 1), 2, "“author” is not a key"),
        (FRONT.replace("---\n", "---\nhide\n", 1), 2, "“hide” is not a key"),
        (
            FRONT.replace("A page", "<img src=x onerror=alert(1)>"),
            2,
            "“title” holds signs of markup",
        ),
        (FRONT.replace("A page", "</title><script>"), 2, "“title” holds signs of markup"),
        (FRONT.replace("A page", "&#60;b&#62;"), 2, "“title” holds signs of markup"),
        (FRONT.replace("A page", "{{ config }}"), 2, "“title” holds signs of markup"),
        (FRONT.replace("A page", "[x](javascript:y)"), 2, "“title” holds signs of markup"),
        (FRONT.replace("What it tells.", "`code`"), 3, "“description” holds signs of markup"),
        (FRONT.replace("A page", "Pier #5"), 2, "“title” is cut off at #. Put the text in double"),
        (FRONT.replace("What it tells.", "Of pier # 5."), 3, "“description” is cut off at #"),
        (f"{FRONT}\nSo {{{{ typo }}}}\n", 6, "a word is written"),
        (f"{FRONT}\n\n\n  {{{{ says('visitor') }}}}\n", 8, "there is no fact “visitor”"),
    ],
)
def test_what_is_wrong_with_a_page_is_told_with_its_line(
    tmp_path: Path, page: str, line: int, what: str
) -> None:
    found = told(tmp_path, page)
    assert any(f.startswith(f"docs/page.md:{line}:") and what in f for f in found), found


@pytest.mark.parametrize(
    "trick",
    [
        "---\ntitle: A page\ndescription: So.\n'template': x.html\n---\n",
        '---\ntitle: A page\ndescription: So.\n"template": x.html\n---\n',
        "---\ntitle: A page\ndescription: So.\n? template\n: x.html\n---\n",
        "---\n{title: A page, description: So., template: x.html}\n---\n",
        "---\ntitle: >\n  <script>alert(1)</script>\ndescription: So.\n---\n",
        "---\ntitle: |\n  </title>\ndescription: So.\n---\n",
        "---\ntitle:\n  - <b>\ndescription: So.\n---\n",
        "---\ntitle:\n  <b>x</b>\ndescription: So.\n---\n",
        '---\ntitle: "\\x3cscript\\x3e"\ndescription: So.\n---\n',
        "---\ntitle: !!python/name:os.system\ndescription: So.\n---\n",
        "---\ntitle: &a A page\ndescription: *a\n---\n",
        "---\ntitle: A page\ntitle: <b>\ndescription: So.\n---\n",
        "---\ntitle: A page\ndescription: So.\n<<: {template: x}\n---\n",
        "---\r\ntitle: A page\r\ndescription: So.\r\ntemplate: x.html\r\n---\r\n",
        "\ufeff---\ntitle: A page\ndescription: So.\ntemplate: x.html\n---\n",
    ],
)  # fmt: skip
def test_no_way_to_write_front_matter_passes_another_key_or_markup(
    tmp_path: Path, trick: str
) -> None:
    assert told(tmp_path, trick)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"---\ntitle: caf\xe9\n---\n"])
def test_a_page_that_is_no_text_is_told_and_does_not_stop_the_others(
    tmp_path: Path, content: bytes
) -> None:
    told(tmp_path, "no front matter", "other.md")
    found = told(tmp_path, content)
    assert [line.partition(":")[0] for line in found] == ["docs/other.md", "docs/page.md"]
    assert "not UTF-8" in found[1]


def test_a_folder_with_a_page_s_name_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "docs" / "folder.md").mkdir(parents=True)
    assert [line.partition(":")[0] for line in told(tmp_path, FRONT)] == ["docs/folder.md"]


def test_the_parts_that_a_page_hides_are_a_list(tmp_path: Path) -> None:
    hidden = FRONT.replace("---\n", "---\nhide:\n  - navigation\n  - toc\n", 1)
    assert told(tmp_path, hidden) == []
    for wrong in (
        hidden.replace("- toc", "- <b>"),
        *(
            FRONT.replace("---\n", f"---\nhide: {value}\n", 1)
            for value in ("true", "5", "[toc]", "toc, x")
        ),
    ):
        assert "“hide” names parts of a page" in told(tmp_path, wrong)[0]
    for right in ("toc", "description", ""):
        assert told(tmp_path, FRONT.replace("---\n", f"---\nhide: {right}\n", 1)) == []


@pytest.mark.parametrize(
    "page",
    ["{{ " * 20_000, "{{ figure(" + "(" * 20_000 + " }}", '{{ plain("' + "a" * 100_000 + '") }}',
     "{% " * 20_000, '{{ figure("visitors", ' * 5_000, "{{ figure(" + "'a'," * 20_000 + ") }}"],
    ids=["openings", "brackets", "a long text", "tags", "commas", "arguments"],
)  # fmt: skip
def test_no_page_takes_longer_than_a_second(page: str) -> None:
    began = time.process_time()
    problems(page)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(("times", "told_of"), [(1, 1), (9, 9), (10, 1), (5_000, 1)])
def test_a_mistake_that_is_made_everywhere_is_told_once(
    tmp_path: Path, times: int, told_of: int
) -> None:
    found = told(tmp_path, FRONT + '\n{{ says("visitor") }}\n' * times)
    assert len(found) == told_of
    many = f"(So {times} times; this is the first.)"
    assert [many in line for line in found] == [told_of < times] * told_of


def test_the_facts_of_a_topic_that_no_page_shows_are_told_once(tmp_path: Path) -> None:
    claim = "source: post, says: so, locator: so it was that night"
    paths = [f"facts/{topic}/{topic}-{name}" for topic in ("festival", "harbor") for name in "ab"]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(FRONT, "utf-8")
    text = "".join(invented.a_fact(claim, path=path) for path in paths)
    library, _ = invented.load(tmp_path, text)
    found = [fault.path for fault in check_docs(library)]
    assert found == ["data/facts/festival/festival-a.yml", "data/facts/harbor/harbor-a.yml"]


def test_words_are_not_blamed_for_a_source_that_may_make_no_claims(tmp_path: Path) -> None:
    text = "source: tide-table, says: so, locator: so it was that night"
    (tmp_path / "docs").mkdir()
    page = FRONT + '\n{{ says("visitors") }}\n'
    (tmp_path / "docs" / "index.md").write_text(page, "utf-8")
    library, _ = invented.load(tmp_path, invented.a_fact(text))
    assert list(check_docs(library)) == []
