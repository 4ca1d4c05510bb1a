"""Two states of the invented world, and what a reviewer is told of the difference."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from macros.changes.keys import IN_WORDS
from macros.changes.sections import changes
from macros.changes.telling import as_markdown, as_text
from macros.changes.tree import Tree
from macros.model import Claim, Fact, Former, Organization, Person, Source
from tests import invented
from tests.invented import a_fact

MENU = """\
== mkdocs.yml
site_name: Lanterns
nav:
  - Home: index.md
  - Every question: facts.md
== docs/index.md
---
title: Lanterns
description: So.
---

Here came {{ figure("visitors") }}.
== docs/facts.md
---
title: All
description: So.
---

{{ fact_entries("festival") }}
"""
POST = "source: post, figure: around 40, locator: counted around 40 boats there"
STAR = "source: star, origin: alba, figure: about 40, locator: and about 40 boats came"
BOATS = a_fact(POST, STAR, keys="unit: boats\n")
ARTICLE = "They counted around 40 boats there. They counted around 50 boats there too."


def told(tmp_path: Path, before: str, after: str, *, of: str = MENU + BOATS) -> list[str]:
    """The lines of the report; each side is the world, with what is given in place of its own."""
    sides = []
    for side, text in (("before", before), ("after", after)):
        root = invented.write(tmp_path / side, of + text)
        invented.fingerprint(root, "post", ARTICLE)
        sides.append(Tree.of(root))
    return as_text(changes(*sides)).splitlines()


SHOWN = "shown on: Home, Every question"
AS_BEFORE = "same · 2 articles, 1 origin (Alba) named by 1, as before"


@pytest.mark.parametrize(
    ("after", "lines"),
    [
        pytest.param("", ["Nothing changes for readers."], id="nothing"),
        pytest.param(
            a_fact(
                POST.replace("around 40", "around 70"),
                STAR,
                keys="unit: boats\n",
            ),
            [
                "Changed",
                "  The visitors · Port Press: around 40 → around 70 · passage: NOT FOUND in the article · "
                "same · 2 articles, 1 origin (Alba) named by 1 → differ · 2 articles, 1 origin (Alba) named by 1 · "
                + SHOWN,
            ],
            id="a figure that is not in the article, so that two articles differ",
        ),
        pytest.param(
            a_fact(
                POST.replace("figure: around 40", "figure: around 50"), STAR, keys="unit: boats\n"
            ),
            [
                "Changed",
                "  The visitors · Port Press: around 40 → around 50 · passage: found in the article, "
                "and does not hold “around 50” · same · 2 articles, 1 origin (Alba) named by 1 → "
                "differ · 2 articles, 1 origin (Alba) named by 1 · " + SHOWN,
            ],
            id="a figure that its passage does not hold",
        ),
        pytest.param(
            a_fact(
                POST,
                STAR.replace("origin: alba", "via: salt-wire, hedge: and"),
                keys="unit: boats\n",
            ),
            [
                "Changed",
                "  The visitors · Evening House: about 40 · origin: Alba → none · credited outlet: none → Salt Wire · "
                "weakened by: none → “and” · passage: not checked, for the article has no fingerprint yet · "
                "same · 2 articles, 1 origin (Alba) named by 1 → same · 2 articles, origin not named · "
                + SHOWN,
            ],
            id="what qualifies a claim",
        ),
        pytest.param(
            a_fact(
                POST,
                STAR,
                "source: echo, figure: 50, hedge: boats, period: since 2031-05, locator: there were 50 boats in May",
                keys="unit: boats\n",
            ),
            [
                "Changed",
                "  The visitors · Echo House: nothing → 50 (origin not named) · weakened by: “boats” · time: since May 2031 · "
                "passage: not checked, for the article has no fingerprint yet · "
                "same · 2 articles, 1 origin (Alba) named by 1 → "
                "differ · 3 articles, 1 origin (Alba) named by 1 · " + SHOWN,
            ],
            id="what qualifies a new claim",
        ),
        pytest.param(
            a_fact(
                POST,
                STAR,
                "source: echo, says: a crowd, locator: a crowd of boats came",
                keys="unit: boats\n",
            ),
            [
                "Changed",
                "  The visitors · Echo House: nothing → “a crowd” (origin not named) · "
                "passage: not checked, for the article has no fingerprint yet · "
                "same · 2 articles, 1 origin (Alba) named by 1 → "
                "compatible · 3 articles, 1 origin (Alba) named by 1 · " + SHOWN,
            ],
            id="one article more",
        ),
        pytest.param(
            a_fact(POST, keys="unit: boats\n"),
            [
                "Changed",
                "  The visitors · Evening House: about 40 → not quoted here any more · "
                "same · 2 articles, 1 origin (Alba) named by 1 → single · 1 article, origin not named · "
                + SHOWN,
            ],
            id="one article less",
        ),
        pytest.param(
            a_fact(STAR, POST, keys="unit: boats\n"),
            [
                "Changed",
                f"  The visitors · the articles are listed in another order · {AS_BEFORE} · {SHOWN}",
            ],
            id="another order",
        ),
        pytest.param(
            a_fact(
                POST,
                STAR,
                keys="unit: boats\nwhen: 2031-05\nabout: [ada-quill, alba]\nchecked: 2031-06-01\n"
                "remark: {text: Nobody counted., sources: [tide-table]}\n",
            ),
            [
                "Changed",
                "  The visitors · time: none → May 2031 · who it is about: Ada Quill and Alba added · "
                "articles last read for it: none → 1 June 2031 · "
                f"our remark: none → “Nobody counted.” (rests on Port Press) · {AS_BEFORE} · {SHOWN}",
            ],
            id="the keys of a question",
        ),
        pytest.param(
            BOATS.replace("unit: boats\n", "unit:   boats # counted\n"),
            ["Only written otherwise, which changes nothing for readers", "  The visitors"],
            id="a file that is only written otherwise",
        ),
        pytest.param(
            BOATS.replace("unit:", "unti:"),
            [
                "Could not be compared",
                "  The visitors · its file can't be read · data/facts/festival/visitors.yml:1:1: error: "
                "“unti” is not a key here. Did you mean “unit”?",
            ],
            id="a file that can't be read",
        ),
        pytest.param(
            "== facts/festival/visitors\nquestion: How about visitors?\nlabel: The visitors\n"
            "kind: retired\nbecause: Nobody knows what a visitor is.\n",
            [
                "Changed",
                "  The visitors · asked no more: retired · “Nobody knows what a visitor is.” · "
                "was same · 2 articles, 1 origin (Alba) named by 1",
            ],
            id="a question that is asked no more",
        ),
        pytest.param(
            "== people/tomas-reed\nname: Tomas Reed\ncountry: alba\nroles:\n"
            "  - {post: baker, source: post, locator: the baker Tomas Reed}\n",
            [
                "Changed",
                "  Person Tomas Reed · country: Brume → Alba · post: baker, in Port Press · "
                "passage: NOT FOUND in the article",
            ],
            id="a person's country and post",
        ),
        pytest.param(
            "== organizations/coast-watch\nname: Coast Watch\nkind: authority\npart_of: brume\n"
            "spellings: {post: The Watch}\n",
            [
                "Changed",
                "  Organization Coast Watch · part of: Alba → Brume · spelled by Port Press: none → “The Watch”",
            ],
            id="an organization",
        ),
        pytest.param(
            "== organizations/alba\nname: Alba Isle\nkind: state\n",
            [
                "Changed",
                "  Organization Alba Isle · name: Alba → Alba Isle",
                "",
                "Follows from it",
                "  The visitors · same · 2 articles, 1 origin (Alba) named by 1 → "
                f"same · 2 articles, 1 origin (Alba Isle) named by 1 · {SHOWN}",
            ],
            id="what follows for a question whose file stays",
        ),
        pytest.param(
            "== sources/tide-table\npublisher: press\nurl: https://post.example.org/tides\nuse: context\n"
            "title: The tides\nchecked: 2031-07-01\n",
            [
                "Changed",
                "  Article of Port Press · headline: none → “The tides” · last read: 1 June 2031 → 1 July 2031",
            ],
            id="an article",
        ),
        pytest.param(
            "== docs/index.md\n---\ntitle: Lights\ndescription: So.\n---\n\nThey came. So it was.\n",
            [
                "Pages",
                "  Home · title: “Lanterns” → “Lights” · prose: 2 sentences added, 1 removed · "
                "no longer shows The visitors",
            ],
            id="prose",
        ),
        pytest.param(
            '== docs/index.md\n---\ntitle: Lanterns\ndescription: So.\n---\n\n\nHere came\n{{ figure("visitors") }}.\n',
            ["Only written otherwise, which changes nothing for readers", "  Home"],
            id="prose that is only broken into other lines",
        ),
        pytest.param(
            "== mkdocs.yml\nsite_name: Lights\nnav: [Home: index.md, Every question: facts.md]\n",
            [
                "Settings and machine",
                "  The settings of the site · changed; what that does to pages is not told here",
            ],
            id="settings",
        ),
    ],
)
def test_a_reviewer_is_told_what_changes(tmp_path: Path, after: str, lines: list[str]) -> None:
    assert told(tmp_path, "", after) == lines


NEW = (
    a_fact("source: post, figure: around 50, locator: counted around 50 boats there", path="facts/festival/more")
    + "== people/ivo-lind\nname: Ivo Lind\ncountry: alba\n"
    "roles: [{post: baker, source: post, locator: the baker Ivo Lind}]\n"
    "== organizations/bakers\nname: Bakers\nkind: guild\npart_of: alba\n"
    "== sources/news\ntitle: News\npublisher: press\ncode: NE\npublished: 2031-05-09\n"
    "url: https://post.example.org/news\nuse: compared\norder: 5\n"
    "== docs/new.md\n---\ntitle: New here\ndescription: So.\n---\n\n"
    '{{ figure("more") }}\n'
)  # fmt: skip


def test_what_is_new_is_told_whole(tmp_path: Path) -> None:
    assert told(tmp_path, "", NEW) == [
        "Added",
        "  The more · “How about more?” · Port Press of 7 May 2031: around 50 (origin not named) · "
        "passage: found in the article · single · 1 article, origin not named · shown on: Every question, New here",
        "  Article of Port Press of 9 May 2031 · “News” · published 9 May 2031 · compared with the others",
        "  Person Ivo Lind · Alba · post: baker, in Port Press of 7 May 2031 · passage: NOT FOUND in the article",
        "  Organization Bakers · guild · part of Alba",
        "",
        "Pages",
        "  New here · a new page",
    ]


def test_what_is_gone_is_told_by_name(tmp_path: Path) -> None:
    assert told(tmp_path, NEW, "") == [
        "Removed",
        "  The more · single · 1 article, origin not named · was shown on: Every question, New here · its address leads nowhere now: a question is moved, split or retired, and its file stays",
        "  Article of Port Press of 9 May 2031",
        "  Person Ivo Lind",
        "  Organization Bakers",
        "",
        "Pages",
        "  New here · the page is removed",
    ]


def test_a_question_that_moves_to_another_topic_is_the_same_question(tmp_path: Path) -> None:
    before = invented.write(tmp_path / "before", MENU + BOATS)
    moved = BOATS.replace("facts/festival", "facts/harbor")
    after = invented.write(tmp_path / "after", MENU + moved)
    line = as_text(changes(Tree.of(before), Tree.of(after))).splitlines()[1]
    assert line == (
        f"  The visitors · topic: Festival → Harbor · {ADDRESS_IS_LOST} · {AS_BEFORE} · shown on: Home"
    )


ADDRESS_IS_LOST = 'its old address leads nowhere now: keep docs/facts/festival.md with {{ fact_entries("festival") }}, and the title of “festival” in mkdocs.yml'
ADDRESS_IS_KEPT = (
    "its old address leads to the new one, wherever the site is built with its history"
)
WITH_TITLE = """\
== mkdocs.yml
site_name: Lanterns
extra:
  topics:
    festival: Festival
"""
OLD_PAGE = """\
== docs/facts/festival.md
---
title: The festival
description: So.
---

{{ fact_entries("festival") }}
"""


@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param("", ADDRESS_IS_LOST, id="it has no page"),
        pytest.param(
            OLD_PAGE.replace("fact_entries", "timeline"),
            ADDRESS_IS_LOST,
            id="a page without entries",
        ),
        pytest.param(
            OLD_PAGE, ADDRESS_IS_LOST, id="its page stands, without a title for the topic"
        ),
        pytest.param(
            OLD_PAGE + a_fact(POST, path="facts/festival/ships"),
            ADDRESS_IS_KEPT,
            id="other questions stand there",
        ),
        pytest.param(
            OLD_PAGE + WITH_TITLE, ADDRESS_IS_KEPT, id="a topic with a title and no question"
        ),
    ],
)
def test_a_question_that_moves_keeps_its_old_address_where_its_old_topic_has_a_page(
    tmp_path: Path, after: str, told: str
) -> None:
    moved = BOATS.replace("facts/festival", "facts/harbor")
    sides = (
        invented.write(tmp_path / "before", MENU + BOATS),
        invented.write(tmp_path / "after", MENU + moved + after),
    )
    lines = as_text(changes(*map(Tree.of, sides))).splitlines()
    line = next(line for line in lines if line.startswith("  The visitors"))
    assert line.split(" · ")[2] == told


def test_a_fingerprint_that_is_made_anew_is_told_with_what_it_finds(tmp_path: Path) -> None:
    before = invented.write(tmp_path / "before", MENU + BOATS)
    after = invented.write(tmp_path / "after", MENU + BOATS)
    invented.fingerprint(after, "post", ARTICLE)
    line = as_text(changes(Tree.of(before), Tree.of(after))).splitlines()[1]
    assert line == (
        "  Article of Port Press · fingerprint made · fingerprint: 1 of 2 passages found in the article"
    )


def test_an_unclear_claim_is_told_with_its_readings(tmp_path: Path) -> None:
    day = "source: post, printed: that day, locator: it was that day then, "
    before = a_fact(day + "date: 2031-05-04")
    after = a_fact(
        day
        + "readings: [{date: 2031-05-04, because: a Sunday}, {date: 2031-05-06, because: the eve}]"
    )
    line = told(tmp_path, before, after, of=MENU)[1]
    assert (
        "Port Press: 4 May 2031 → 4 or 6 May 2031 (4 May 2031: a Sunday; 6 May 2031: the eve)"
        in line
    )


def test_both_sides_may_hold_faults(tmp_path: Path) -> None:
    """What can be compared is; what names a file that can't be read is told with its last good state."""
    broken = "== people/ada-quill\nnam: Ada\n== organizations/alba\n- a list\n" + a_fact(
        POST.replace("source: post", "source: post, origin: ada-quill"), STAR, keys="unit: boats\n"
    )
    lines = told(tmp_path, "== people/tomas-reed\n&a\n", broken)
    assert lines[1] == (
        "  The visitors · Port Press: around 40 · origin: none → Ada Quill · "
        "same · 2 articles, 1 origin (Alba) named by 1 → same · 2 articles, 1 origin (Alba) · "
        + SHOWN
    )
    assert lines[3] == "Could not be compared"
    assert lines[4].startswith(
        "  Organization Alba · its file can't be read · data/organizations/alba.yml:1"
    )
    assert lines[5].startswith(
        "  Person Ada Quill · its file can't be read · data/people/ada-quill.yml:1"
    )
    assert lines[6:] == ["  Person Tomas Reed · it could not be read before · Brume"]


TOLD_IN_SENTENCES = {
    "Fact": {"claims"},
    "Claim": {"source", "figure", "date", "readings", "answer", "quotation", "says", "locator"},
    "Person": {"roles"},
}


@pytest.mark.parametrize("model", [Fact, Former, Claim, Source, Person, Organization])
def test_every_key_has_a_word_for_readers(model: type[BaseModel]) -> None:
    keys = model.model_fields.keys() - TOLD_IN_SENTENCES.get(model.__name__, set())
    assert keys == IN_WORDS[model.__name__].keys()


HOSTILE = "@octocat [a](https://evil.example) <img src=x> ##[add-mask]x ::error::y #1"


def test_a_stranger_s_words_do_nothing_in_the_summary(tmp_path: Path) -> None:
    text = BOATS.replace("How about visitors?", f'"{HOSTILE}"')
    before = invented.write(tmp_path / "before", MENU + BOATS)
    after = invented.write(tmp_path / "after", MENU + text)
    found = changes(Tree.of(before), Tree.of(after))
    marked, plain = as_markdown(found), as_text(found)
    assert "octocat" in marked
    for sign in ("@octocat", "](", "<img", "##[", "https://", "::error", "#1"):
        assert sign not in marked.replace("## What", "").replace("### ", "")
    assert "##[" not in plain
    assert not any(line.strip().startswith("::") for line in plain.splitlines())
