"""The site's own words come from one place: a second language is a file, and no word stands outside of it."""

import ast
import os
import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from macros import language, wording
from macros.agreement import Support
from macros.cite import Cited, citation
from macros.dates import Point, Span
from macros.evidence import evidence
from macros.language import OURS, Labels, _, marked, ngettext, speaking
from macros.po_file import read_whole
from macros.rebuild import Rebuild
from macros.rendering import lang, render
from macros.translations import parts, translations
from tests import invented
from tests.messages import MACROS, messages, renew

FILES = sorted(language.FOLDER.glob("*.po"))
TEMPLATES = [*(MACROS / "templates").glob("*.html"), *(MACROS / "theme").rglob("*.html")]
SPOKEN = ("aria-label", "title", "alt", "placeholder")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SAID = re.compile(rf"{_LETTERS.pattern}|[,;:]")
"""Words, and the signs that other languages write otherwise."""
_ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')


def keys(catalog: Catalog) -> list[tuple[str, ...]]:
    return [(message.context or "", *parts(message.id)) for message in catalog]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_message_of_the_code_is_translated_and_no_other(file: Path) -> None:
    """RENEW=1 writes new messages into the file, without a translation; those that are gone it leaves out."""
    if os.environ.get("RENEW"):
        renew(file, read_whole(file))
    there = read_whole(file)
    assert keys(there) == keys(messages(file.stem))
    assert [one.id for one in there if one.id and not all(parts(one.string))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_translation_has_a_mistake(file: Path) -> None:
    assert translations(file).mistakes == ()


class Bare(HTMLParser):
    """Gathers the words of a template that stand there bare, and are no message."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag in ("code", "style", "script")
        self.found += [value or "" for name, value in attrs if name in SPOKEN and bare(value)]

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in ("code", "style", "script")

    def handle_data(self, data: str) -> None:
        words = _ATTRIBUTE.sub("", data)
        if not self._code and bare(words):
            self.found.append(words.strip())


def bare(value: str | None) -> bool:
    return bool(_SAID.search(value or ""))


def without_jinja(source: str) -> str:
    for piece in (
        r"\{#.*?#\}",
        r"\{%-?\s*trans\b.*?\bendtrans\s*-?%\}",
        r"\{%.*?%\}",
        r"\{\{.*?\}\}",
    ):
        source = re.sub(piece, "", source, flags=re.DOTALL)
    return source


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_a_template_holds_no_word_and_no_comma_outside_of_a_message(template: Path) -> None:
    reader = Bare()
    reader.feed(without_jinja(template.read_text("utf-8")))
    assert reader.found == []


def test_a_word_outside_of_a_message_is_seen() -> None:
    reader = Bare()
    reader.feed(
        without_jinja(
            '<p title="Of {{ a }}">{{ b }}, by {% trans %}all{% endtrans %} {{ _("c") }}</p>'
            '<b aria-label="{{ a }}: {{ b }}">{{ a }}{{ _("; ") }}<i>{{ b }}</i>; {{ c }}</b> · {{ d }}'
        )
    )
    assert reader.found == ["Of ", ", by", ": ", ";"]


@pytest.mark.parametrize("style", sorted(MACROS.rglob("*.css")), ids=lambda file: file.name)
def test_a_style_sheet_says_nothing_that_a_page_can_not_say_otherwise(style: Path) -> None:
    contents = re.findall(r"content:([^;}]*)", style.read_text("utf-8"))
    texts = {one: re.findall(r'"([^"\\]*)"', one) for one in contents}
    said = [one for one in contents if any(map(_LETTERS.search, texts[one]))]
    assert [one for one in said if "var(--" not in one] == []


@pytest.mark.parametrize("module", sorted(MACROS.rglob("*.py")), ids=lambda file: file.name)
def test_no_message_hides_in_a_string_where_nobody_finds_it(module: Path) -> None:
    """What gathers the messages does not look into f-strings, and a text put together is no message."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            assert not [call for call in ast.walk(node) if is_message(call)], node.lineno
        if is_message(node):
            assert isinstance(node, ast.Call)
            assert not isinstance(node.args[0], ast.JoinedStr), node.lineno


def is_message(node: ast.AST) -> bool:
    """Whether it is a call that says a message which it holds itself."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext", "marked")
        and isinstance(node.args[0], ast.Constant | ast.JoinedStr)
    )


GERMAN = {
    "5. November 2031": lambda: wording.date(Point(2031, 11, 5)),
    "März 2031": lambda: wording.date(Point(2031, 3)),
    "seit Mai 2031": lambda: wording.span(Span.parse_period("since 2031-05")),
    "4. oder 6. Mai 2031": lambda: wording.alternatives(["4. Mai 2031", "6. Mai 2031"]),
    "Mi": lambda: language.weekday(date(2031, 5, 7)),
    "a, b und c": lambda: wording.listed(["a", "b", "c"]),
    "12.000,5": lambda: language.decimal(Decimal("12000.5")),
    "12 %": lambda: language.percent(0.12),
    "1 Frage": lambda: wording.questions(1),
    "12.000 Fragen": lambda: wording.questions(12_000),
    "drei Artikel": lambda: wording.spelled_articles(3),
    "„Es ‚ist‘ so“": lambda: wording.quoted("Es “ist” so"),
    "3 Artikel, 1 Urheber (AHO), genannt von 2": lambda: wording.support(
        invented.library(), Support(3, ("harbor-office",), 2, ())
    ),
    "Einer dieser Artikel sagt, von wem die Angabe oder Schätzung stammt; zwei sagen es nicht.": (
        lambda: wording.named_by(Support(3, ("harbor-office",), 1, ()))
    ),
    "auf Niederländisch": lambda: wording.in_language(
        invented.library().sources["star"].model_copy(update={"lang": "nl"})
    ),
}


@pytest.mark.parametrize("printed", GERMAN)
def test_another_language_writes_its_own_days_numbers_and_lists(printed: str) -> None:
    with speaking("de"):
        assert GERMAN[printed]().replace("\xa0", " ") == printed


def test_a_language_is_spoken_for_a_while_and_then_the_one_before() -> None:
    with speaking("de"):
        with speaking("en"):
            assert wording.questions(2) == "2 questions"
        assert wording.questions(2) == "2 Fragen"
    assert wording.questions(2) == "2 questions"


@pytest.mark.parametrize(
    ("code", "spoken"),
    [
        ("de", "de"),
        ("de-AT", "de-AT"),
        ("de_AT", "de_AT"),
        ("en-US", OURS),
        ("tlh", OURS),
        ("", OURS),
    ],
)
def test_a_country_speaks_the_language_that_is_there_and_others_english(
    code: str, spoken: str
) -> None:
    assert language.language(code).code == spoken


def test_labels_are_said_when_they_are_asked_for() -> None:
    labels = Labels({1: marked("silent")})
    with speaking("de"):
        assert dict(labels) == {1: "schweigt"}
    assert dict(labels) == {1: "silent"}


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        (lambda: _("since %(date)s", date="<b>"), "since <b>"),
        (lambda: ngettext("%(num)s claim", "%(num)s claims", 1_000), "1,000 claims"),
        (lambda: _("core N, wide N ± %(margin)s %%", margin=10), "core N, wide N ± 10 %"),
    ],
)
def test_a_message_is_said_with_its_values(said: object, printed: str) -> None:
    assert callable(said)
    assert said() == printed


def test_a_value_in_a_template_is_escaped_whether_its_message_holds_markup_or_not() -> None:
    with speaking("de"):
        shown = render("agreement.html", state="same", support="<i>&\ue000")
    assert "gleich" in shown
    assert "&lt;i&gt;&amp; " in shown


def test_what_was_told_in_one_language_is_told_anew_in_another() -> None:
    """A server lives through a change of the language, as through any other edit."""
    fact = invented.fact("{claims: [{figure: about 40}, {source: star, figure: 40}]}")
    library, rebuild, told = invented.library(fact), Rebuild(), []
    for code in ("en", "de", "en"):
        with speaking(code):
            site = rebuild.site(library, {}, to_lines=False)
            cited = citation(Cited("a", "webpage", "A", "Lanterns", "/a/"))
            told.append((evidence(site, fact).agreement, "Kopieren" in cited))
    english = ("2 articles, origin not named", False)
    german = ("2 Artikel, Urheber nicht genannt", True)
    assert told == [english, german, english]


def test_a_language_begins_as_an_empty_file_and_says_in_english_what_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    file = tmp_path / "fr.po"
    file.touch()
    renew(file, read_whole(file))
    begun = read_whole(file)
    for message in begun:
        message.string = "muet" if message.id == "silent" else message.string
    renew(file, begun)
    assert [len(messages("fr")), language.known()] == [len(read_whole(file)), ["en", "fr"]]
    with speaking("fr"):
        assert (_("silent"), ngettext("%(num)s claim", "%(num)s claims", 2)) == ("muet", "2 claims")
        assert language.day(date(2031, 5, 7)) == "7 mai 2031"
        theme = language.spoken().theme
        assert (theme["page"], theme["script"], theme["direction"]) == (
            {"silent": "muet"},
            "{}",
            "",
        )
    language.language.cache_clear()


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("en", "7 May", "May"),
        ("de", "7. Mai", "Mai"),
        ("pt-BR", "7 de maio", "maio"),
        ("hu", "május 7.", "május"),
        ("ja", "5月7日", "5月"),
        ("ru", "7 мая", "май"),
        ("en-US", "May 7", "May"),
    ],
)
def test_a_day_without_its_year_is_whole_in_any_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, day: str, month: str
) -> None:
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    monkeypatch.setattr(language, "language", language.language.__wrapped__)
    language._day_of_year.cache_clear()
    if code != language.OURS:
        (tmp_path / f"{code.replace('-', '_')}.po").touch()
    with speaking(code):
        when = date(2031, 5, 7)
        assert language.day(when, with_year=False) == day
        assert language.month(when, with_year=False) == month
    language._day_of_year.cache_clear()


@pytest.mark.parametrize(
    ("code", "leftward"),
    [
        *[(code, True) for code in ("ar", "ar-EG", "he", "fa", "ur", "yi", "dv", "az-Arab", "ckb")],
        *[
            (code, False)
            for code in ("nl", "el", "az", "pt-BR", "zh-cmn", "zh-Hant", "xx", "xx-Yy")
        ],
    ],
)
def test_some_languages_are_written_from_right_to_left(code: str, leftward: bool) -> None:
    assert language.is_leftward(code) is leftward
    with speaking("de"):
        assert str(lang(code)) == f' lang="{code}"' + leftward * ' dir="rtl"'


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("figure: 40", None),
        ("figure: 62.5%", None),
        ("figure: up to 45", "en"),
        ("figure: €1.5 million", "en"),
        ("figure: -3.5%", "en"),
        ("figure: 40–50", "en"),
        ("date: 2031-05-07", None),
    ],
)
def test_a_figure_that_is_printed_as_it_is_typed_is_english(typed: str, code: str | None) -> None:
    fact = invented.fact(f"{{claims: [{{{typed}}}]}}")
    with speaking("de"):
        assert wording.spoken_in(invented.library(fact), fact.claims[0]) == code


def test_words_in_the_language_of_the_site_say_no_language() -> None:
    assert [str(lang(code)) for code in ("en", "en-GB", None, "")] == [""] * 4
    with speaking("de"):
        assert (str(lang("de-AT")), str(lang("en"))) == ("", ' lang="en"')
