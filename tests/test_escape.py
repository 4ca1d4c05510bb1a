"""Nothing that is typed into data/ becomes markup, whatever the engine does with the page around it."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup
from pydantic import BaseModel
from selectolax.lexbor import LexborHTMLParser

from macros.addresses import Addresses
from macros.escape import safe_url, text
from macros.library import Library
from macros.loading import load
from macros.locator import Locator
from macros.marks_extension import MarksExtension
from macros.sheet import Sheet
from macros.site import Site
from macros.usable import usable
from macros.words import Words
from tests import invented

QUIET = settings(derandomize=True, max_examples=150, deadline=None, database=None)
SLOW = settings(
    derandomize=True,
    max_examples=30,
    phases=[Phase.explicit, Phase.generate],  # a page is slow to make: the first that fails will do
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
PAYLOADS = [
    "<img src=x onerror=alert(1)>",
    "</a><script>alert(2)</script>",
    '" onmouseover="alert(3)',
    "' onfocus='alert(4)' autofocus='",
    "![i](x){ onerror=alert(5) }",
    "T { onmouseover=alert(6) }",
    "[z](javascript:alert(7))",
    "[^f1]",
    "[^f1]: a note",
    "[TOC]",
    "*[HTML]: x",
    "a | b | c",
    "**b** _i_ `c` ~~d~~ ==e==",
    "# heading",
    "{{ 7*7 }}",
    "{% raw %}",
    "{% endraw %}{{ config }}",
    "{# comment #}",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "</style><style>*{}",
    "</title><script>1</script>",
    "<svg/onload=alert(8)>",
    "<iframe srcdoc='<b>'>",
    "\ue0000\ue001",
    "\ue000b0\ue001",
    "\ue002",
    "\x02klzzwxh:0000\x03",
    "\u202etxt.exe",
    "\x00",
    "<a href=//evil.example.org>x</a>",
    "https://evil.example.org/",
    "<https://evil.example.org/>",
    "-" * 40,
    "1. one",
    "> quoted",
    "    code",
    "\\<b>",
    "“”‘’&amp;",
]
HOSTILE = st.sampled_from(PAYLOADS) | st.lists(
    st.sampled_from(PAYLOADS) | st.text(st.sampled_from("<>\"'&[](){}!*_`#|^:=/\\ ab\n"), max_size=8),
    min_size=1,
    max_size=3,
).map("".join).filter(str.strip)  # fmt: skip


# The two doors


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a", "a"),
        ("<b>", "&lt;b&gt;"),
        ("a & b", "a &amp; b"),
        ("&amp;", "&amp;amp;"),
        ('"', "&#34;"),
        ("'", "&#39;"),
        ("a\x00b\x1bc", "a b c"),
        ("a\x7f\x85b", "a  b"),
        ("a\u2028b\u2029c", "a b c"),
        ("\ue0001\ue001", " 1 "),
        ("Zoë 강 “x”", "Zoë 강 “x”"),
        (5, "5"),
        (Markup("<b>"), "<b>"),
    ],
)
def test_a_text_shows_exactly_itself(value: object, shown: str) -> None:
    assert text(value) == shown


@QUIET
@given(st.text() | HOSTILE)
def test_any_text_is_one_text_in_an_element_and_in_an_attribute(value: str) -> None:
    seen = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff]", " ", value)
    parsed = LexborHTMLParser(f'<p id="p" title="{text(value)}">{text(value)}</p>')
    (element,) = parsed.css("p")
    assert element.attributes == {"id": "p", "title": seen}
    assert element.text() == seen
    assert [node.tag for node in parsed.css("body *")] == ["p"]


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example.org",
        "https://post.example.org/",
        "https://a.io/x",
        "https://post.example.org/a(b)_c*d~e",
        "https://post.example.org/?a=b&c=d#e",
        "https://post.example.org/?q=%E2%82%AC",
        "https://xn--bcher-kva.example/",
        "https://web.archive.org/web/2031/https://post.example.org/x",
        "https://post.example.org/a;b,c!d$e'f+g=h:i@j",
        "https://a-b.c-d.example.org/",
    ],
)
def test_an_address_of_a_public_host_stays_as_it_is(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://post.example.org/a|b", "https://post.example.org/a%7Cb"),
        ("https://post.example.org/é", "https://post.example.org/%C3%A9"),
        ("https://post.example.org/강", "https://post.example.org/%EA%B0%95"),
        ("https://post.example.org/“x”", "https://post.example.org/%E2%80%9Cx%E2%80%9D"),
    ],
)
def test_other_characters_of_an_address_are_percent_encoded(url: str, safe: str) -> None:
    assert safe_url(url) == safe


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", "data:text/html,x"),
        *("vbscript:x", "file:///etc/passwd", "ftp://a.example.org/", "mailto:a@example.org", "about:blank"),
        *("blob:https://a.example.org/x", "view-source:https://a.example.org", "ws://a.example.org"),
        *("", " ", "#", "/", "x", "//evil.example.org", "\\\\evil.example.org", "https:", "https://"),
        *("http://a.example.org", "HTTPS://a.example.org", "https:a.example.org", "https:/a.example.org"),
        *(" https://a.example.org", "https://a.example.org ", "https://a.example.org/a b", "https:// a.org"),
        *("https:///x", "https://?x", "https://#x", "https://a", "https://localhost", "https://LOCALHOST/"),
        *("https://localhost.", "https://.example.org", "https://example..org", "https://example.org./"),
        *("https://127.0.0.1", "https://127.1/", "https://2130706433/", "https://0x7f000001/"),
        *("https://0x7f.0.0.1/", "https://0177.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/"),
        *("https://user@a.example.org", "https://u:p@a.example.org", "https://a.example.org@evil.example"),
        *("https://@a.example.org/", "https://a.example.org:443/", "https://a.example.org:99999/"),
        *("https://a.example.org:x/", "https://a.example.org:/", "https://a_b.example.org/", "https://-a.org"),
        *("https://a-.org", "https://a.o", "https://a.123", "https://аррӏе.example", "https://bücher.example"),
        *("https://a.example.org/\u00ad", "https://a.example.org/a\u200bb", "https://a.example.org/\ufeff"),
        *("https://a.example.org/\x00", "https://a.example.org/\n", "https://a.example.org/\u2028"),
        *('https://a.example.org/"onclick="x', "https://a.example.org/<b>", "https://a.example.org/`x`"),
        *("https://a.example.org/\\x", "https://a.example.org/{x}", "https://a.example.org/^x"),
        *("https://a.example.org\\@evil.example.org/", "https://a.example.org%2f@evil.example.org/"),
        *("https://a.example.org\uff0f.evil.example", "https://a\u3002example\u3002org", "https://%61.org"),
        *("https://" + "a" * 64 + ".org", "https://" + "a." * 130 + "org", "\ue000https://a.example.org"),
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_public_host_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"Copy|Write https"):
        safe_url(url)


@QUIET
@given(
    st.text(max_size=40)
    | st.text("abc/?#@:.[]%\\|\"' <>é", max_size=30).map("https://a.org".__add__)
)
@example("https://a.org@b.org")
@example("https://[")
@example("https://a.org/%")
@example("https://\udc80.org")
def test_any_address_is_refused_or_leads_to_its_own_host(url: str) -> None:
    try:
        safe = safe_url(url)
    except ValueError as refusal:
        assert str(refusal).endswith(".")
    else:
        parts = urlsplit(safe)
        assert parts.scheme == "https"
        assert parts.netloc == urlsplit(url).netloc
        assert re.fullmatch(r"[A-Za-z0-9.-]+", parts.netloc)
        assert re.fullmatch(r"[!-~]+", safe)
        assert not set(safe) & set('<>"\\^`{|}')


# Through the words, the templates and the Markdown engine

DATA = """
== people/ada-quill
name: HOSTILE0
country: alba
native: {el: HOSTILE1}
roles:
  - {post: poet, organization: choir, source: star, locator: HOSTILE2 a poet of the night}
remark: HOSTILE3
== organizations/choir
name: HOSTILE4
short: HOSTILE5
kind: HOSTILE6
remark: {text: HOSTILE7, sources: [tide-table]}
== organizations/press
name: HOSTILE8
kind: newspaper
== sources/post
title: HOSTILE9
publisher: press
code: PO
published: 2031-05-07
dated: HOSTILE10
url: https://post.example.org/lanterns
use: compared
order: 1
remark: HOSTILE11
== sources/tide-table
title: HOSTILE12
publisher: choir
url: https://post.example.org/tides
use: context
== facts/festival/visitors
question: HOSTILE13
label: HOSTILE14
unit: HOSTILE15
event: HOSTILE16
when: 2031-05
about: [ada-quill, choir]
speaker: ada-quill
see_also: [gifts]
claims:
  - source: post
    origin: [choir, ada-quill]
    via: choir
    figure: 40
    hedge: HOSTILE17
    locator: HOSTILE18 some words of it
    remark: {text: HOSTILE19, sources: [tide-table]}
    translation: HOSTILE20
  - source: star
    printed: HOSTILE21
    readings:
      - {figure: 40, because: HOSTILE22}
      - {figure: 50, because: HOSTILE23}
    locator: HOSTILE24 some words of it
remark: HOSTILE25
== facts/harbor/gifts
question: HOSTILE26
label: HOSTILE27
several: yes
answers: {song: HOSTILE28, bread: {wording: HOSTILE29}}
claims:
  - {source: post, answer: song, locator: HOSTILE30 some words of it}
  - {source: echo, answer: bread, locator: HOSTILE31 some words of it}
== facts/harbor/words
question: HOSTILE32
label: HOSTILE33
speaker: ada-quill
claims:
  - {source: post, quotation: HOSTILE34, locator: HOSTILE35 some words of it}
  - {source: star, says: HOSTILE36, locator: HOSTILE37 some words of it}
"""
PAGE = """
# A page

{person} of {organization} says {figure}, {answer}, “{says}” and {quotation}; {source}, {agreement}, {plain}.

- {period} in a list, {cite} *and {articles} here*

| a | b |
|---|---|
| {figure} | {person} |

{comparison_table}

{people_directory}

{organization_list}

{source_list}

{article_list}

{differences}

{single_source_list}

{topic_list}

{timeline}

{fact_entries}

{key_figures}

{chart}

{coverage}
"""
CALLS: dict[str, tuple[str, ...]] = {
    "person": ("ada-quill",), "organization": ("choir",), "figure": ("visitors",), "answer": ("gifts",),
    "says": ("words",), "quotation": ("words",), "source": ("post",), "agreement": ("visitors",),
    "period": ("visitors",), "cite": ("gifts",), "articles": ("visitors",), "comparison_table": (),
    "people_directory": (), "organization_list": (), "source_list": (), "article_list": (), "differences": (),
    "single_source_list": (), "topic_list": (), "timeline": ("festival",), "fact_entries": ("harbor",),
    "key_figures": ("visitors",), "chart": ("visitors",), "coverage": (),
}  # fmt: skip
EXTENSIONS = ["tables", "toc", "fenced_code", "attr_list", "footnotes", "abbr", "md_in_html", "def_list", "admonition"]  # fmt: skip
URLS = ("href", "src", "action", "data", "xlink:href", "formaction", "poster", "data-to")


def hostile(library: Library, values: dict[str, str]) -> Library:
    """Put hostile texts where HOSTILEn stands, past what the loader would refuse."""

    def put(value: object) -> object:
        if isinstance(value, str):
            return re.sub(r"HOSTILE\d+", lambda m: values.get(m[0], "x"), value)
        if isinstance(value, tuple):
            return tuple(put(item) for item in value)
        if isinstance(value, dict):
            return {key: put(item) for key, item in value.items()}
        if isinstance(value, BaseModel):
            fields = type(value).model_fields
            return value.model_copy(update={name: put(getattr(value, name)) for name in fields})
        if isinstance(value, Locator):
            return Locator(str(put(value.text)))
        return value

    made = {
        group: {key: put(entity) for key, entity in getattr(library, group).items()}
        for group in ("facts", "sources", "people", "organizations")
    }
    return Library(library.root, **made, topics=library.topics)  # type: ignore[arg-type]


def written(library: Library, plain: str) -> LexborHTMLParser:
    """One page with every word, as the Markdown engine and our templates make it, parsed as browsers do."""
    words = Words(Site(library))
    words.sheet = Sheet(Addresses("../", repository="https://forge.example.org/a/b"))
    run = words.all()
    shown = {name: run[name](*arguments) for name, arguments in CALLS.items()}
    source = PAGE.format(**shown, plain=run["plain"](plain))
    html = Markdown(
        extensions=[*EXTENSIONS, MarksExtension(lambda page: words.sheet.fill(page, words.notes))]
    ).convert(source)
    return LexborHTMLParser(html)


Shape = Counter[tuple[str, tuple[str, ...]]]


def shape(page: LexborHTMLParser) -> Shape:
    """How many elements there are of each kind with each set of attributes."""
    nodes = page.css("body *")
    return Counter((node.tag or "", tuple(sorted(node.attributes))) for node in nodes)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library, faults = load(
        invented.write(tmp_path_factory.mktemp("hostile"), DATA), invented.TOPICS
    )
    assert not faults
    return usable(library, {})


@pytest.fixture(scope="module")
def harmless(base: Library) -> Shape:
    return shape(written(base, "x"))


def test_every_key_that_is_a_text_is_on_the_page(base: Library) -> None:
    """Else the tests below would prove nothing of it."""
    html = str(written(base, "HOSTILE").html)
    hidden = {n for n in range(38) if not re.search(rf"HOSTILE{n}\b", html)}
    assert hidden <= {15}, (
        hidden
    )  # a unit is printed with key figures only where no reading is unclear


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_makes_an_element_or_an_attribute(
    base: Library, harmless: Shape, payload: str
) -> None:
    page = written(
        hostile(base, dict.fromkeys((f"HOSTILE{n}" for n in range(38)), payload)), payload
    )
    assert shape(page) == harmless


@SLOW
@given(
    st.dictionaries(st.sampled_from([f"HOSTILE{n}" for n in range(38)]), HOSTILE, min_size=1),
    HOSTILE,
)
def test_no_hostile_text_makes_an_element_an_attribute_or_a_link(
    base: Library, harmless: Shape, values: dict[str, str], plain: str
) -> None:
    page = written(hostile(base, values), plain)
    assert shape(page) == harmless
    for node in page.css("body *"):
        assert not [name for name in node.attributes if name.startswith("on")]
        for name in URLS:
            url = node.attributes.get(name) or ""
            assert urlsplit(url).scheme in ("", "https"), url
            assert not url.startswith("//")
    assert page.body is not None
    assert "49" not in page.body.text()


def test_a_text_of_the_data_is_shown_letter_by_letter(base: Library) -> None:
    name = '<b>"A" & {{ 7*7 }} | [x](y) [^1] *z*</b>'
    page = written(hostile(base, {"HOSTILE0": name}), "x")
    link = page.css_first('p > a[href$="#ada-quill"]')
    assert link is not None
    assert link.text() == name


def test_a_hostile_folder_of_data_is_loaded_only_where_it_is_harmless(tmp_path: Path) -> None:
    """Texts pass and are escaped; ids and addresses are refused."""
    library, faults = invented.load(
        tmp_path,
        "== organizations/choir\nname: <b>\nkind: '</p>'\n"
        "== sources/tide-table\npublisher: <b>\nurl: javascript:x\nuse: context\n",
    )
    assert library.organizations["choir"].name == "<b>"
    assert {fault.path for fault in faults} == {"data/sources/tide-table.yml"}
