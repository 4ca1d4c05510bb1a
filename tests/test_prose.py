"""Prose holds no number, no passing time, no article's sentence and no markup of its own."""

import random
import re
from pathlib import Path

import pytest

from macros import prose
from macros.copying import copied
from macros.fingerprint import Fingerprint
from macros.language import quotation
from macros.library import Library
from macros.prose import check_prose

ARTICLE = "On the last night of the feast the keeper of the lighthouse lit one lantern for every boat that had not come home."
FRONT = "---\ntitle: Lanterns\ndescription: Who lit them.\n---\n\n"


def _told(root: Path, page: str) -> list[str]:
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/index.md").write_text(page, "utf-8")
    prints = {"post": Fingerprint.of("post", ARTICLE)}
    return [str(fault) for fault in check_prose(Library(root, {}, {}, {}, {}, prints))]


FINE = [
    "One lantern, once, for both, at the first try and the second.",
    "It may march on; may we hope not. May came, and March Hare too.",
    "The first of them, a third boat, the third of the boats, and a pair of oars.",
    "Code: `post-2031-05`, `when: since 2031-05`, `2031-05-06` and `data/facts/2031/x.yml`.",
    '``code with ` in it`` and {{ cite("lanterns") }}.',
    "A king of X, an I and a V: not these. IVF, a VIP, XXL bread, VX and XIXe: neither.",
    '{{ figure("lanterns") }} lanterns were lit {{ period("lanterns") }}.',
    'It was {{ plain("5 May 2031") }}.',
    "See [the method](method-2.md) and [the harbor](facts/harbor-2031.md#q-1).",
    "See [the harbor](harbor.md#στο-λιμάνι) and [the sea](#été_1).",
    "The keeper of the lighthouse lit lanterns.",
    "The post writes “the keeper of the lighthouse lit one lantern for every boat” of that night.",
    "“We sail today,” she said.",
    "- a list\n- of words\n\n## A heading\n\n> a quotation",
    "Code: `figure` and `source`.",
    'A list:\n\n- so\n\n    {{ figure("lanterns") }} lanterns',
    'See [the {{ plain("2031") }} page](index.md), and {{ figure("lanterns") }} [there](index.md).',
    "An august marshal may march.",
    "In percent, or in per cent, as the articles have it.",
    "```\nclaims: 5 of 2031\n```",
]


@pytest.mark.parametrize("text", FINE)
def test_what_is_fine(tmp_path: Path, text: str) -> None:
    assert _told(tmp_path, FRONT + text) == []


NUMBERS = (
    "5,000 lanterns;around 5 lanterns;in 2031;two lanterns;Twelve boats;a hundred;thousands of;a million;a dozen;"
    "dozens;half of them;twice;ten percent;ten per cent;one percent;a per cent;50%;in January;on December;the twenty-third;Seventeen;"
    "5th;№7;v2;twenty-one;on 5 May;since March 2031;½ of them;in Ⅳ;①;5²;three‰;in november;in Nov. of it;"
    "twel**ve** lanterns;fif\u00adteen;５;tenfold;_five_ boats;the nineties;World War II;the XIth;thrice;it doubled;halved;"
    "a third of them;one-quarter of it;a couple of;scores of;in May;early March;on Wednesday;last May;`5,000` boats;"
    "`five` boats;``about 5``"
).split(";")


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_of_nobody_s_is_refused(tmp_path: Path, text: str) -> None:
    told = _told(tmp_path, FRONT + f"It was so, {text}, they say.")
    assert any(line.startswith("docs/index.md:6:") and "of nobody's" in line for line in told)


@pytest.mark.parametrize("key", ["title", "description"])
@pytest.mark.parametrize("text", ["5,000 lanterns", "Two lanterns", "Lanterns in July"])
def test_a_title_holds_no_number_either(tmp_path: Path, key: str, text: str) -> None:
    told = _told(tmp_path, f"---\n{key}: {text}\n---\n\nText.")
    assert any(line.startswith("docs/index.md:2:") for line in told)


@pytest.mark.parametrize(
    "text",
    [
        "these days",
        "in the past few weeks",
        "a decade ago",
        "this morning",
        "in recent months",
        "of late",
        "today",
        "Recently",
        "last year",
        "next month",
        "two years ago",
        "so far",
        "currently",
    ],
)
def test_time_that_passes_is_refused(tmp_path: Path, text: str) -> None:
    assert any(
        "another day for each reader" in line
        for line in _told(tmp_path, FRONT + f"They came {text}.")
    )


MARKUP = [
    "<script>",
    "<img src=x>",
    "</p>",
    "<!-- x -->",
    "[x](javascript:alert)",
    "a[^1]",
    "# T {: onclick=x }",
    "&#106;",
    "[x](<y>)",
    "[x]()",
    "[](harbor.md)",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_refused(tmp_path: Path, text: str) -> None:
    assert any("markup" in line for line in _told(tmp_path, FRONT + f"So {text} it was."))


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("[x](http://example.org/)", "leads to http://. Write https://."),
        ("[x](./harbor.md)", "Write harbor.md."),
        ("[x](https://example.org/é)", "Write https://example.org/%C3%A9."),
        ("[x](https://example.org/Pier_(old))", "Write ( as %28 and ) as %29 in its address."),
        ("[x](harbor/)", "Write [words](page.md)."),
        ("<https://example.org/>", "Write [words](https://…)."),
        ("\n1. One\n2. Another", "“1” counts the lines of a list. Begin each with a hyphen."),
        ("1.5 of them", "“1.5” is a number of nobody's."),
    ],
)
def test_what_is_written_otherwise_is_told_with_how(tmp_path: Path, text: str, cure: str) -> None:
    assert cure in _told(tmp_path, FRONT + text)[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<div class="box" data-n="5">so</div>', ['<div class="box" data-n="5">']),
        ('<a href="javascript:alert(1)">so</a>', ['<a href="javascript:alert(1)">']),
        ("<b>so</b> and <i>so</i>", ["<b>"]),
        ("<!-- five lanterns, last year -->", ["<!-- five lanterns, last year -->"]),
        ("<https://example.org/2031>", ["<https://example.org/2031>"]),
        ("<script>five</script>", ["<script>", "five"]),
        ("<p>so [x](http://a.b)</p>", ["<p>", "](http://a.b)</p>"]),
        ("</div> &nbsp; [x](<y>)", ["&nbsp;", "</div>", "](<y>)"]),
        ("so <b five", ["<b", "five"]),
        ("&#106;", ["&#106;"]),
        ("[x](javascript:alert)", ["](javascript:alert)"]),
        ("[x](b c) and <i>so</i>", ["<i>", "](b c) and <i>so</i>"]),
        ("[](http://a.b)", ["[](", "](http://a.b)"]),
        ("![x](http://a.b/5.png)", ["![x](http://a.b/5.png)"]),
        ("![x] and [^1]", ["![x] and [^1]", "[^1]"]),
        ("[![x](http://a.b)](http://a.c)", ["![x](http://a.b)](http://a.c)", "](http://a.c)"]),
        ("so[^1] and\n\n[^2]: five", ["[^1]", "[^2]:", "five"]),
        ("`<b>` and `[x](y)`", ["<b>", "](y)`"]),
    ],
)
def test_one_mistake_is_told_once_and_another_beside_it_too(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    """All HTML of a line is one, and what stands in a tag or a link's address goes with it."""
    found = _told(tmp_path, FRONT + text)
    assert sorted(line.partition("“")[2].partition("”")[0] for line in found) == sorted(told)


def test_one_number_is_told_once(tmp_path: Path) -> None:
    for number in ("5,000", "5.5", "12:30", "2 000", "5,000,000"):
        (told,) = _told(tmp_path, FRONT + f"So {number} came.")
        assert f"“{number}” is a number of nobody's" in told


@pytest.mark.parametrize("text", ['!!! note "x"', "??? note", '=== "Tab"', ":   a definition"])
def test_signs_of_other_markdowns_would_be_seen(tmp_path: Path, text: str) -> None:
    assert any("is markup" in line for line in _told(tmp_path, FRONT + text))


@pytest.mark.parametrize(
    "text", ['{ figure("x") }', '{ { figure("x") } }', 'figure("x")', "{figure(“x”)}", "cite('x')"]
)
def test_a_word_without_its_braces_would_be_seen(tmp_path: Path, text: str) -> None:
    told = _told(tmp_path, FRONT + f"So {text} it was.")
    assert any("with two braces on either side" in line for line in told)
    assert _told(tmp_path, FRONT + f"So `{text}` it was.") == []


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("5 May 2031", True),
        ("four", True),
        ("World War II", True),
        ("CC BY 4.0", True),
        ("in May", True),
        ("", False),
        ("lanterns", False),
        ("last year", False),
        ("5 days ago", False),
        ("5,000 lanterns, and many more words that have no source here", False),
    ],
)
def test_plain_is_for_a_number_or_a_date_and_no_more(
    tmp_path: Path, text: str, *, fine: bool
) -> None:
    told = _told(tmp_path, FRONT + f'It was {{{{ plain("{text}") }}}}.')
    assert ["holds a number or a date that is nobody's" in line for line in told] == [True] * (
        not fine
    )


def test_a_sentence_of_an_article_is_found_over_the_ends_of_lines(tmp_path: Path) -> None:
    told = _told(
        tmp_path, FRONT + "So\nthe keeper of the lighthouse lit\none lantern for every boat."
    )
    assert [line.partition(" ")[0] for line in told] == ["docs/index.md:7:1:"]
    assert (
        _told(tmp_path, FRONT + "the keeper of the lighthouse\n\nlit one lantern for every") == []
    )


def test_nine_words_of_an_article_are_somebody_else_s_sentence(tmp_path: Path) -> None:
    eight = "the keeper of the lighthouse lit one lantern"
    assert _told(tmp_path, FRONT + f"So {eight}.") == []
    told = _told(tmp_path, FRONT + f"So {eight} for.")
    assert any("stands in post, word for word" in line for line in told)


@pytest.mark.parametrize(("spoken", "begun"), [("en", "“"), ("de", "„")])
def test_only_what_stands_in_the_site_s_quotation_marks_is_quoted(
    tmp_path: Path, spoken: str, begun: str
) -> None:
    """“ ends a quotation in German, where it opens one in English."""
    (tmp_path / "mkdocs.yml").write_text(f"theme: {{language: {spoken}}}\n", "utf-8")
    nine = "the keeper of the lighthouse lit one lantern for"
    for opening, closing in ("“”", "„“", "«»"):
        told = _told(tmp_path, f"{FRONT}So {opening}{nine}{closing}.")
        assert bool(told) is (opening != begun)


def test_of_a_script_without_spaces_eighteen_signs_are_as_much(tmp_path: Path) -> None:
    article = "昨夜アルバ港の灯台守は来場者のために灯籠をひとつともした。"
    signs = Fingerprint.of("post", article)
    assert [*copied(article[:17], [signs], quotation("en"))] == []
    ((line, told),) = copied("港で。\n\n" + article[:18], [signs], quotation("en"))
    assert line == 2
    assert "stands in post, word for word" in told


PLACES = {
    '## So {{ figure("lanterns") }}': "stands in a heading",
    'Say `{{ figure("lanterns") }}` here': "stands inside code",
    "So {{ comparison_table() }} it is": "is a block",
    "So\n{{ comparison_table() }}": "is a block",
    "So\n\n    {{ comparison_table() }}": "inside code",
    '##{{ figure("lanterns") }}': "stands in a heading",
    'So {{ figure("lanterns") }}\n======': "stands in a heading",
    'So {{ figure("lanterns") }}\n---': "stands in a heading",
    '> ## So {{ figure("lanterns") }}': "stands in a heading",
    '- # So {{ figure("lanterns") }}': "stands in a heading",
    'Say `so\n{{ figure("lanterns") }}` here': "stands inside code",
    '```\n{{ figure("lanterns") }}\n```': "stands inside code",
    'Say ``{{ figure("lanterns") }}`` here': "stands inside code",
    'So:\n\n    {{ figure("lanterns") }}': "stands inside code",
    'See [the {{ figure("lanterns") }} lanterns](index.md).': "stands in a link",
    'See ![{{ plain("x") }}](a.png).': "stands in a link or a picture",
    '{{ chart("lanterns", title="All 5,000") }}': "title=: “5,000” is a number of nobody's",
}


@pytest.mark.parametrize("text", PLACES)
def test_a_word_stands_where_its_note_can_open(tmp_path: Path, text: str) -> None:
    assert any(PLACES[text] in line for line in _told(tmp_path, FRONT + text))


def test_a_block_has_a_paragraph_of_its_own(tmp_path: Path) -> None:
    assert _told(tmp_path, FRONT + "So:\n\n{{ comparison_table() }}\n\nThat is all.") == []
    assert _told(tmp_path, FRONT + '## The year {{ plain("2031") }}') == []


def test_of_very_many_articles_those_are_asked_that_the_page_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.prose.MOST_ASKED", 0)
    copied = "So the keeper of the lighthouse lit one lantern for."
    assert _told(tmp_path, FRONT + copied) == []
    for word in ('source("post")', 'figure("visitors", source="post")'):
        told = _told(tmp_path, f"{FRONT}{copied} So says {{{{ {word} }}}}.")
        assert any("stands in post, word for word" in line for line in told)


def test_a_line_is_passed_over_only_if_nothing_of_it_can_be_a_number_a_date_or_a_time() -> None:
    """What lines are looked through for at first is a part of all that the patterns find."""
    patterns = (prose._NUMBER, prose._MONTH, prose._TIME)
    told = " ".join(pattern.pattern for pattern in patterns)
    words = (
        re.findall("[A-Za-z]+", told) + "an one the so of to IV XX 5 % Mondays centuries".split()
    )
    forms = sorted({form for w in words for form in (w, w.lower(), w.upper(), w.capitalize())})
    chance, found = random.Random("lines"), 0
    for _ in range(20_000):
        sign = chance.choice((" ", "-", ". ", ", "))
        line = sign.join(chance.choices(forms, k=chance.randrange(1, 5)))
        if any(pattern.search(line) for pattern in patterns):
            found += 1
            assert prose._may_tell(line), line
    assert found > 10_000
