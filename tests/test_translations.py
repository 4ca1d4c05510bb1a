"""A mistake in a file of translations is told with its line, and its message is said in English until it is mended."""

import json
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.plurals import PLURALS
from jinja2 import Template
from playwright.sync_api import Browser

from macros import language
from macros.check import check
from macros.language import _, ngettext, speaking
from macros.po_file import read_whole
from macros.translations import numbers_by_form, translations
from tests import invented
from tests.messages import MACROS, messages, renew

HEAD = """\
msgid ""
msgstr ""
"Plural-Forms: nplurals={}; plural={};\\n"

"""
TWO, THREE = (2, "(n != 1)"), (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2)")
SINCE = 'msgid "since %(date)s"\nmsgstr '
CLAIMS = 'msgid "%(num)s claim"\nmsgid_plural "%(num)s claims"\n'
NOTE = 'msgid "The one note"\nmsgid_plural "All <b>%(count)s</b> notes of %(name)s"\n'
BOLD = 'msgid "<b>%(letters)s</b> stands"\nmsgstr '
MARKS = 'msgid "“ ”"\nmsgstr '
NOT_WHOLE = (
    "this is no whole message, or more than one. Write msgid and msgstr; or msgid, msgid_plural, "
    "and msgstr[0], msgstr[1] …, as many as nplurals says."
)


def wrote(folder: Path, text: str, counts: tuple[int, str] = TWO, name: str = "de") -> Path:
    """Write a file of translations; its first message stands in line 5."""
    file = folder / f"{name}.po"
    file.write_text(HEAD.format(*counts) + text, "utf-8")
    return file


def told(file: Path) -> list[str]:
    return [f"{line}: {message}" for line, message in translations(file).mistakes]


@pytest.mark.parametrize(
    "text",
    [
        "",
        SINCE + '""',
        SINCE + '"%(date)s (seit %(date)s)"',
        SINCE + '"seit "\n"%(date)s"',
        SINCE + r'"seit\t\"%(date)s\"\\"',
        "# What is said here: 50 % of it\n" + SINCE + '"seit %(date)s"',
        '#~ msgid "gone"\n#~ msgstring "weg\n',
        'msgctxt "script"\nmsgid "{count} place"\nmsgstr "{count} Ort"\n\nmsgid "{count} place"\nmsgstr "{count} Platz"',
        'msgid "N ± %(margin)s %%"\nmsgstr "N ± %(margin)s %%"',
        CLAIMS + 'msgstr[0] "eine Aussage"\nmsgstr[1] "%(num)s Aussagen"',
        CLAIMS + 'msgstr[0] ""\nmsgstr[1] ""',
        NOTE + 'msgstr[0] "Der eine Beleg von %(name)s"\nmsgstr[1] "<b>%(count)s</b> von %(name)s"',
        NOTE + 'msgstr[0] "<b>%(count)s</b> %(name)s"\nmsgstr[1] "<b>%(count)s</b>: %(name)s"',
        BOLD + '"Es steht <b>%(letters)s</b>"',
        MARKS + '"« »"',
        MARKS + '"«\xa0 \xa0»"',
    ],
)
def test_what_can_be_said_is_no_mistake_and_neither_is_what_nobody_has_translated(
    tmp_path: Path, text: str
) -> None:
    assert told(wrote(tmp_path, text)) == []


MISTAKES = {
    "another name of a value": (
        SINCE + '"seit %(jour)s"',
        "5: msgstr: “%(jour)s” is no value of its message. Write %(date)s.",
    ),
    "a percent sign alone": (
        'msgid "N ± %(margin)s %%"\nmsgstr "N ± %(margin)s %"',
        "5: msgstr: “%” is no value of its message. Write %(margin)s, %%.",
    ),
    "a percent sign of its own": (
        'msgid "half"\nmsgstr "50 % davon"',
        "5: msgstr: “%” is no value of its message. Leave it out: its message has none.",
    ),
    "another kind of value": (
        CLAIMS + 'msgstr[0] "%(num)s Aussage"\nmsgstr[1] "%(num)d Aussagen"',
        "5: msgstr[1]: “%(num)d” is no value of its message. Write %(num)s.",
    ),
    "a value without its name": (
        SINCE + '"seit %s"',
        "5: msgstr: “%s” is no value of its message. Write %(date)s.",
    ),
    "a value in braces": (
        'msgid "Last change {date}"\nmsgstr "Zuletzt {datum}"',
        "5: msgstr: “{datum}” is no value of its message. Write {date}.",
    ),
    "a value that is left out": (
        SINCE + '"seit"',
        "5: msgstr: %(date)s is left out. Write it where its value belongs.",
    ),
    "the number left out where there are several": (
        CLAIMS + 'msgstr[0] "eine Aussage"\nmsgstr[1] "Aussagen"',
        "5: msgstr[1]: %(num)s is left out. Write it where its value belongs.",
    ),
    "another value left out where there is one": (
        NOTE + 'msgstr[0] "Der eine Beleg"\nmsgstr[1] "<b>%(count)s</b> von %(name)s"',
        "5: msgstr[0]: %(name)s is left out. Write it where its value belongs.",
    ),
    "a text that is not closed": (
        SINCE + '"seit %(date)s',
        '6: the text does not end with the line. Write it between two signs ", with \\" for each within, \\n for a line\'s end and \\\\ for a backslash.',
    ),
    "a text that goes on behind its end": (
        SINCE + '"seit "dem" %(date)s"',
        '6: the text does not end with the line. Write it between two signs ", with \\" for each within, \\n for a line\'s end and \\\\ for a backslash.',
    ),
    "a wrong keyword": (
        'msgid "States"\nmsgstring "Staaten"',
        '6: no line begins with “msgstring”. Write msgctxt, msgid, msgid_plural, msgstr or msgstr[0], a space, and the text between two signs ".',
    ),
    "a message without a translation": (
        'msgid "States"\n\nmsgid "Bodies"\nmsgstr "Organisationen"',
        f"5: {NOT_WHOLE}",
    ),
    "two translations of one message": (
        'msgid "States"\nmsgstr "Staaten"\nmsgstr "Länder"',
        f"7: {NOT_WHOLE}",
    ),
    "a translation below a comment": (
        'msgid "States"\n# of the world\nmsgstr "Staaten"',
        f"5: {NOT_WHOLE}",
    ),
    "more forms than the language has": (
        CLAIMS + 'msgstr[0] "%(num)s"\nmsgstr[1] "%(num)s"\nmsgstr[2] "%(num)s"',
        f"5: {NOT_WHOLE}",
    ),
    "a message that stands there twice": (
        'msgid "States"\nmsgstr "Staaten"\n\nmsgid "States"\nmsgstr "Länder"',
        "8: this message stands in line 5 already. Keep one of the two translations.",
    ),
    "a translation that nobody has looked at": (
        '#, fuzzy\nmsgid "States"\nmsgstr "Staaten"',
        "6: the translation is marked as fuzzy, and not used. Correct it, and remove “fuzzy”.",
    ),
    "a form left empty": (
        CLAIMS + 'msgstr[0] "%(num)s Aussage"\nmsgstr[1] ""',
        "5: msgstr[1]: it is empty, and other forms are not. Write one for each kind of number.",
    ),
    "a script": (
        'msgid "States"\nmsgstr "Staaten<script>alert(1)</script>"',
        "5: msgstr: its markup is not that of its message. Write no “<”: its message has none.",
    ),
    "a tag that is not closed": (
        'msgid "States"\nmsgstr "Staaten <img src=x"',
        "5: msgstr: its markup is not that of its message. Write no “<”: its message has none.",
    ),
    "another attribute": (
        BOLD + '"<b onclick=x>%(letters)s</b> steht"',
        "5: msgstr: its markup is not that of its message. Write <b> </b> as they are.",
    ),
    "tags the other way round": (
        BOLD + '"</b>%(letters)s<b> steht"',
        "5: msgstr: its markup is not that of its message. Write <b> </b> as they are.",
    ),
    "a character that nobody sees": (
        SINCE + '"seit \x0b%(date)s"',
        "5: msgstr: an unseen character (U+000B) is in it. Type the text again without it.",
    ),
    "a turn of the direction": (
        SINCE + '"seit \u202e%(date)s"',
        "5: msgstr: an unseen character (U+202E) is in it. Type the text again without it.",
    ),
    "nothing but spaces": (
        'msgid "half"\nmsgstr "\xa0"',
        "5: msgstr: there is nothing to see in it. Write the translation, or nothing between the two signs.",
    ),
    "quotation marks without a space": (
        MARKS + '"„“"',
        "5: msgstr: these are the marks around a quotation. Write the first, one space, and the last; a space inside the marks is a no-break one.",
    ),
    "quotation marks with no plain space": (
        MARKS + '"«\xa0»"',
        "5: msgstr: these are the marks around a quotation. Write the first, one space, and the last; a space inside the marks is a no-break one.",
    ),
    "quotation marks with spaces inside": (
        MARKS + '"«  »"',
        "5: msgstr: these are the marks around a quotation. Write the first, one space, and the last; a space inside the marks is a no-break one.",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_to_do(tmp_path: Path, mistake: str) -> None:
    text, message = MISTAKES[mistake]
    assert told(wrote(tmp_path, text)) == [message]


HEADS = {
    "three forms, by a formula for two": (
        (3, "(n != 1)"),
        "gettext can't count by “nplurals=3; plural=(n != 1);”, for plural= does not give each number below nplurals. Write “nplurals=2; plural=(n != 1);”, and the forms in that order.",
    ),
    "a formula that gettext refuses": (
        (2, "n != 1 or 3"),
        "gettext can't count by “nplurals=2; plural=n != 1 or 3;”, for plural= does not give each number below nplurals. Write “nplurals=2; plural=(n != 1);”, and the forms in that order.",
    ),
    "a formula that divides by nothing": (
        (2, "n % 0"),
        "gettext can't count by “nplurals=2; plural=n % 0;”, for plural= does not give each number below nplurals. Write “nplurals=2; plural=(n != 1);”, and the forms in that order.",
    ),
}


@pytest.mark.parametrize("head", HEADS)
def test_a_language_counts_as_gettext_can(tmp_path: Path, head: str) -> None:
    counts, message = HEADS[head]
    forms = 'msgstr[0] "%(num)s Aussage"\nmsgstr[1] "%(num)s Aussagen"'
    file = wrote(tmp_path, CLAIMS + forms, counts)
    assert told(file) == [f"3: {message}"]


def test_a_head_that_babel_can_not_read_is_told(tmp_path: Path) -> None:
    message = "a line of the head can't be read: invalid literal for int() with base 10: 'two'. Correct it, or leave it out."
    head = HEAD.format("two", "(n != 1)")
    (tmp_path / "de.po").write_text(f"# Our words\n{head}", "utf-8")
    assert told(tmp_path / "de.po") == [f"2: {message}"]


def test_two_forms_are_not_three(tmp_path: Path) -> None:
    forms = 'msgstr[0] "%(num)s a"\nmsgstr[1] "%(num)s b"'
    empty = "msgstr[2]: it is empty, and other forms are not. Write one for each kind of number."
    assert told(wrote(tmp_path, CLAIMS + forms, THREE)) == [f"5: {empty}"]


LOST = "5: msgstr[0]: %(num)s is left out. Write it where its value belongs."


def test_a_form_for_1_and_21_names_its_number(tmp_path: Path) -> None:
    forms = 'msgstr[0] "одно"\nmsgstr[1] "%(num)s b"\nmsgstr[2] "%(num)s c"'
    assert told(wrote(tmp_path, CLAIMS + forms, THREE)) == [LOST]


def test_a_form_for_none_and_1_names_its_number(tmp_path: Path) -> None:
    forms = 'msgstr[0] "une affirmation"\nmsgstr[1] "%(num)s affirmations"'
    assert told(wrote(tmp_path, CLAIMS + forms, (2, "(n > 1)"), "fr")) == [LOST]


@pytest.mark.parametrize("code", [code for code in PLURALS if Catalog(locale=code).locale])
def test_what_babel_knows_of_a_language_is_what_gettext_can_count_by(code: str) -> None:
    assert numbers_by_form(Catalog(locale=code))


@pytest.mark.parametrize(
    ("held", "message"),
    [
        (b'msgid "a"\nmsgstr "\xe4"\n', "2: this is not UTF-8 text. Save the file as UTF-8."),
        ('msgid "a"'.encode("utf-16"), "1: this is not UTF-8 text. Save the file as UTF-8."),
        (b'\xef\xbb\xbfmsgid "a"\r\nmsgstr "b"\r\n', None),
        (b"", None),
    ],
)
def test_a_file_is_utf_8(tmp_path: Path, held: bytes, message: str | None) -> None:
    (tmp_path / "de.po").write_bytes(held)
    assert told(tmp_path / "de.po") == [message] * bool(message)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the machine's translations, with none in it, below the root that is checked."""
    folder = tmp_path / "macros" / "locale"
    folder.mkdir(parents=True)
    monkeypatch.setattr(language, "FOLDER", folder)
    monkeypatch.setattr(language, "language", language.language.__wrapped__)
    kept = (language.quotation_marks, language.quotation)
    for one in kept:
        one.cache_clear()
    yield folder
    for one in kept:
        one.cache_clear()


def faults(root: Path, code: str) -> list[str]:
    theme = "  name: material\n  custom_dir: macros/theme\n  font: false\n"
    plugins = (
        "plugins:\n- macros: {module_name: macros, on_undefined: strict, on_error_fail: false}"
    )
    site = f"== mkdocs.yml\nsite_name: a\ntheme:\n  language: {code}\n{theme}{plugins}\n"
    return [str(fault) for fault in check(invented.write(root, invented.GUESTS + site))[1]]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_message_with_a_mistake_is_said_in_english(
    folder: Path, tmp_path: Path, mistake: str
) -> None:
    text, message = MISTAKES[mistake]
    wrote(folder, text)
    line, _colon, cure = message.partition(": ")
    assert f"macros/locale/de.po:{line}:1: error: {cure}" in faults(tmp_path, "de")
    assert not [fault for fault in faults(tmp_path, "en") if "locale" in fault]
    with speaking("de"):
        assert _("since %(date)s", date="May") == "since May"
        assert _("half") == "half"
        assert ngettext("%(num)s claim", "%(num)s claims", 2) == "2 claims"
        assert language.quotation_marks("de")[0] == ("“", "”")


@pytest.mark.parametrize(
    ("code", "name", "known", "told"),
    [
        ("pt-BR", "pt_BR", ["en", "pt-BR"], ""),
        ("pt-BR", "pt", ["en", "pt"], ""),
        ("zh-TW", "zh_Hant", ["en", "zh-Hant"], ""),
        ("zh-CN", "zh_Hans", ["en", "zh-Hans"], ""),
        ("pt-BR", "pt-BR", ["en"], "Name it pt_BR.po."),
        ("de", "DE", ["en"], "Name it de.po."),
        ("de", "deu", ["en"], "Name it de.po."),
        ("zh-TW", "zh_TW", ["en"], "Name it zh_Hant_TW.po."),
        ("de", "german", ["en"], "Name it by its language, as de.po or pt_BR.po."),
        ("en", "pt-BR", ["en"], "Name it pt_BR.po."),
    ],
)
def test_a_file_of_translations_is_named_as_it_is_found(
    folder: Path, tmp_path: Path, code: str, name: str, known: list[str], told: str
) -> None:
    (folder / f"{name}.po").touch()
    there = f"macros/locale/{name}.po:1:1: error: no language in mkdocs.yml leads to a file of this name. {told}"
    found = faults(tmp_path, code)
    assert language.known() == known
    assert [fault for fault in found if "locale" in fault] == [there] * bool(told)
    spoken = code == "en" or not told
    assert (f"Write one of these: {', '.join(known)}." in "".join(found)) != spoken


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("de", ""),
        ("de-AT", ""),
        ("de_AT", "Write de-AT."),
        ("en_US", "Write en-US."),
        ("fr_CA", "is no language that the site speaks. Write one of these: de, en."),
    ],
)
def test_a_language_is_written_as_browsers_know_it(
    folder: Path, tmp_path: Path, code: str, told: str
) -> None:
    (folder / "de.po").touch()
    found = [fault for fault in faults(tmp_path, code) if f"“{code}”" in fault]
    assert [fault.startswith("mkdocs.yml:3:13: error: ") for fault in found] == [True] * bool(told)
    assert told in "".join(found)


@pytest.mark.parametrize(
    ("code", "day", "number"),
    [
        ("de", "7. Januar 2031", "12.000"),
        ("de-AT", "7. Jänner 2031", "12.000"),
        ("de-CH", "7. Januar 2031", "12’000"),
        ("en", "7 January 2031", "12,000"),
        ("en-US", "7 January 2031", "12,000"),
    ],
)
def test_days_and_numbers_are_those_of_the_region_that_is_asked_for(
    code: str, day: str, number: str
) -> None:
    with speaking(code):
        assert language.day(date(2031, 1, 7)) == day
        assert language.decimal(12_000).replace("\xa0", " ") == number
        assert _("silent") == ("schweigt" if code.startswith("de") else "silent")


KINDS = {
    "de": {"one": 0, "other": 1},
    "fr": {"one": 0, "many": 1, "other": 1},
    "ja": {"other": 0},
    "ru": {"one": 0, "few": 1, "many": 2, "other": 2},
    "lv": {"zero": 1, "one": 0, "other": 1},
    "ar": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 5, "other": 4},
    "mt": {"one": 0, "two": 1, "few": 1, "many": 2, "other": 3},
    "hi": {"one": 0, "other": 1},
}


def handed(folder: Path, code: str) -> str:
    """What a script is handed where each form names its place in the file."""
    catalog = Catalog(locale=code)
    forms = "".join(f'msgstr[{i}] "{i}: {{count}}"\n' for i in range(catalog.num_plurals))
    places = f'msgid "{{count}} place"\nmsgid_plural "{{count}} places"\n{forms}'
    copied = 'msgid "Copied"\nmsgstr "x"'
    counts = catalog.num_plurals, catalog.plural_expr
    wrote(folder, f'msgctxt "script"\n{places}\nmsgctxt "script"\n{copied}', counts, code)
    return str(language.language(code).theme["script"])


@pytest.mark.parametrize("code", KINDS)
def test_a_script_finds_a_form_by_the_name_that_the_cldr_has_for_its_numbers(
    folder: Path, code: str
) -> None:
    places = {kind: f"{form}: {{count}}" for kind, form in KINDS[code].items()}
    assert json.loads(handed(folder, code)) == {"{count} place": places, "Copied": "x"}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("lv", ["0: 1", "1: 2", "1: 5", "1: 11", "0: 21"]),
        ("ar", ["1: 1", "2: 2", "3: 5", "5: 11", "5: 21"]),
        ("fr", ["0: 1", "1: 2", "1: 5", "1: 11", "1: 21"]),
        ("en", ["1 place", "2 places", "5 places", "11 places", "21 places"]),
    ],
)
def test_a_script_says_the_form_that_gettext_says(
    folder: Path, browser: Browser, code: str, said: list[str]
) -> None:
    words = "{}" if code == "en" else handed(folder, code)
    site = (MACROS / "theme" / "assets" / "script" / "site.js").read_text("utf-8")
    page = browser.new_page()
    page.set_content(f'<html lang="{code}" data-words="{escape(words)}"><script>{site}</script>')
    say = "count => said.npgettext('script', '{count} place', '{count} places', count)"
    assert [page.evaluate(say, count) for count in (1, 2, 5, 11, 21)] == said
    page.close()


@pytest.mark.parametrize(
    "said",
    ["Avant l'événement :", 'A "B" & C:', "a\\", "</style><i>", "قبل الحدث:", "}*{color:red}"],
)
def test_a_style_shows_a_translation_as_it_is(folder: Path, browser: Browser, said: str) -> None:
    typed = said.replace("\\", "\\\\").replace('"', '\\"')
    markup = "</style>" in said  # a message without markup has none in its translation
    wrote(folder, f'msgid "Before the event:"\nmsgstr "{typed}"', name="fr")
    page = browser.new_page()
    shown = "p::before{content:var(--says-before)}"
    page.set_content(f"<style>{language.language('fr').theme['style']}{shown}</style><p>text</p>")
    content = page.evaluate("getComputedStyle(document.querySelector('p'), '::before').content")
    color = page.evaluate("getComputedStyle(document.querySelector('p')).color")
    assert json.loads(content) == f"{'Before the event:' if markup else said} "
    assert (color, page.locator("i").count()) == ("rgb(0, 0, 0)", 0)
    page.close()


def test_a_script_writes_a_number_as_its_language_does(folder: Path, browser: Browser) -> None:
    site = (MACROS / "theme" / "assets" / "script" / "site.js").read_text("utf-8")
    page = browser.new_page()
    for code, number in (
        ("de", "1.234 places"),
        ("en", "1,234 places"),
        ("fr", "1\u202f234 places"),
    ):
        page.set_content(f'<html lang="{code}"><script>{site}</script>')
        say = "said.npgettext('script', '{count} place', '{count} places', 1234)"
        assert page.evaluate(say) == number
    page.close()


def test_a_quotation_mark_in_a_translation_ends_no_attribute() -> None:
    theme = (MACROS / "theme" / "main.html").read_text("utf-8")
    macro = next(line for line in theme.splitlines() if "macro _(message)" in line)
    words = {"page": {"All pages": 'Every "page"'}}
    shown = Template(f'{macro}{{{{ _("All pages") }}}}').render(translated=words)
    assert shown == "Every &#34;page&#34;"


def test_what_stands_beside_a_translation_stays_when_its_file_is_renewed(tmp_path: Path) -> None:
    above, beside = "# By Ada Quill.\n", "# As the harbor says it.\n#, fuzzy\n"
    counts = (2, "(n > 1)")
    file = wrote(tmp_path, f'{beside}msgid "States"\nmsgstr "Staaten"\n', counts)
    file.write_text(above + file.read_text("utf-8"), "utf-8")
    renew(file, read_whole(file))
    renewed = file.read_text("utf-8")
    assert renewed.startswith(above)
    assert renewed.count("#, fuzzy") == renewed.count(above) == 1
    assert f'{beside}msgid "States"\nmsgstr "Staaten"\n' in renewed
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in renewed
    assert len(read_whole(file)) == len(messages("de"))
    renew(file, read_whole(file))
    assert file.read_text("utf-8") == renewed
