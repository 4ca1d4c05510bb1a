"""An explainer in another language: no English word of ours is left on its pages, beside them, or in its history."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros import language
from macros.agreement import State
from macros.docs import WORDS
from macros.figure import QUALIFIERS
from macros.po_file import read_whole
from macros.translations import parts
from tests import invented, versioned
from tests.conftest import PUBLISHED, ROOT, build, with_macros
from tests.messages import messages
from tests.test_language import SPOKEN

EXPLAINER = (ROOT / "tests" / "in-german.txt").read_text("utf-8")
_WORD = re.compile(r"[^\W\d_]{3,}")
_VALUES = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]*>")
LATER = """
== facts/fest/musik
question: Wie war die Musik?
label: Musik
about: [tomas-reed]
claims:
  - source: kurier
    says: erstaunlich leise
    locator: die Musik war erstaunlich leise, fand Tomas Reed
  - source: welle
    says: sehr viele
    locator: sehr viele Boote lagen im Hafen
"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explainer, with a history, built strictly."""
    home = tmp_path_factory.mktemp("german") / "home"
    invented.write(home, EXPLAINER, world="")
    for article in sorted((home / "articles").iterdir()):
        invented.fingerprint(home, article.stem, article.read_text("utf-8"))
    root = with_macros(home, home.parent / "root")
    versioned.begin(root)
    versioned.commit(root, "2031-06-01", "Das Fest")
    versioned.commit(root, "2031-06-02", "Auch der Wellenblog hört die Musik", LATER)
    text = EXPLAINER.partition("== facts/fest/musik")[2].partition("\n== ")[0]
    again = f"== facts/fest/musik{text}\n"
    versioned.commit(root, "2031-06-03", "Er schrieb von Booten\n\nCorrection: Verwechselt.", again)
    return build(root / "site", PUBLISHED, root=root)


class Shown(HTMLParser):
    """Gathers what a page says: its texts, and those of its attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._silent += tag in ("script", "style", "pre", "code") or given.get("lang", "de") != "de"
        self.texts += [value or "" for name, value in attrs if name in SPOKEN]
        if tag == "meta" and given.get("name") == "description":
            self.texts.append(given.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style", "pre", "code")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)


def words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def english() -> set[str]:
    """The words of our messages that neither the translation nor the explainer itself has."""
    found = [
        (_VALUES.sub(" ", " ".join(parts(one.id))), _VALUES.sub(" ", " ".join(parts(one.string))))
        for one in read_whole(language.FOLDER / "de.po")
    ]
    ours = words(" ".join(message for message, _ in found))
    theirs = words(" ".join(translation for _, translation in found))
    return ours - theirs - words(EXPLAINER) - words(" ".join(QUALIFIERS))


def test_the_explainer_uses_every_word_of_pages() -> None:
    assert [word for word in WORDS if f"{{{{ {word}(" not in EXPLAINER and word != "plain"] == []
    assert len(english()) > 300
    assert len(messages("de")) > 300


def test_no_english_word_is_left_on_a_page(site: Path) -> None:
    left, ours = {}, english()
    for page in sorted(site.rglob("*.html")):
        shown = Shown()
        shown.feed(page.read_text("utf-8"))
        for text in shown.texts:
            if found := words(text) & ours:
                left[f"{page.relative_to(site)}: {' '.join(text.split())}"] = sorted(found)
    assert left == {}


@pytest.mark.parametrize(
    "file", ["feed.xml", "search/search_index.json", "compare/comparison.csv", "sitemap.xml"]
)
def test_no_english_word_is_left_beside_the_pages(site: Path, file: str) -> None:
    text = re.sub(
        r"<[^>]*>|&lt;.*?&gt;|https?://\S*|tag:\S*", " ", (site / file).read_text("utf-8")
    )
    if file.endswith(".json"):
        text = " ".join(f"{doc['title']} {doc['text']}" for doc in json.loads(text)["docs"])
    assert words(text) & english() == set()


def test_sentences_of_the_exports_are_in_it_and_their_keys_and_values_are_not(site: Path) -> None:
    facts = json.loads((site / "api" / "v1" / "facts.json").read_text("utf-8"))["facts"]
    told = {fact["agreement"]["support"] for fact in facts}
    told |= {pair["because"] for fact in facts for pair in fact["relations"]}
    told |= {claim["side"] or claim["said"] for fact in facts for claim in fact["claims"]}
    told |= {shown for fact in facts for page in fact["pages"] for shown in page["shows"]}
    assert "die Antworten schließen einander aus" in told
    assert "ihre Zahl" in told
    assert {text for text in told if words(text) & english()} == set()
    assert {fact["agreement"]["state"] for fact in facts} <= set(State)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("index.html", '<html lang="de" data-words='),
        ("index.html", "7. Mai 2031"),
        ("index.html", "Mai 2031, genauer Tag nicht gedruckt"),
        ("index.html", "4. oder 6. Mai 2031"),
        ("index.html", "vereinbar</b>"),
        ("index.html", "3 Artikel, 1 Urheber (HAA), genannt von 2, 2 über Salzdienst"),
        ("index.html", "rund 5.000 (Hafenkurier) oder mehr als 4.000 (Abendstern)"),
        ("index.html", '<p class="n"><span class="src compatible">rund <span class="nb">5.000<'),
        ("facts/hafen/index.html", "up to 45</p>"),
        ("facts/hafen/index.html", 'gedruckt <span lang="nl">„hooguit 45“</span>'),
        ("index.html", "drei Artikel"),
        ("index.html", "Belege hier ausschreiben"),
        ("index.html", "„nach Angaben des Hafenamts rund 5.000 Menschen seit Mai 2031“"),
        ("index.html", ">1,5 Mio. €</text>"),
        ("index.html", ">75 %</text>"),
        ("index.html", "Letzte Änderung: 3. Juni 2031"),
        ("facts/fest/index.html", "Die zweite Antwort"),
        ("facts/hafen/index.html", "Diese Frage ist umgezogen. Die Boote werden jetzt gezählt."),
        ("facts/hafen/index.html", "Unsere Übersetzung: es lagen höchstens 45 Boote im Hafen"),
        ("facts/hafen/index.html", 'lang="nl">„er lagen hooguit 45 boten in de haven“'),
        ("sources/index.html", "Antwortete zuletzt: 2. Juni 2031; eine Kopie ist archiviert"),
        ("organizations/index.html", "Staat"),
        ("method/index.html", "von 0,9 N bis knapp unter N"),
        ("changes/index.html", "Berichtigung:"),
        ("changes/index.html", "hinzugefügt: 8 Fragen mit 16 Aussagen · geändert: 1 Frage"),
        ("404.html", "Unter dieser Adresse gibt es keine Seite"),
        ("404.html", 'data-words="{&#34;Nothing found'),
        ("feed.xml", "Das Laternenfest: Änderungen"),
    ],
)
def test_it_is_said_as_one_says_it_in_that_language(site: Path, page: str, said: str) -> None:
    text = " ".join((site / page).read_text("utf-8").replace("\xa0", " ").split())
    assert said in text


def test_the_scripts_of_a_page_say_their_words_in_it(
    site: Path, browser: Browser, serve_directory: Callable[..., str]
) -> None:
    page = browser.new_page()
    page.goto(f"{serve_directory(site, under='/who-says-what/')}people/")
    names, found = page.get_by_label("Name"), page.locator("#found")
    names.fill("quill")
    expect(found).to_have_text("1 Person gefunden")
    names.fill("d")
    expect(found).to_have_text("2 Personen gefunden")
    page.get_by_role("button", name="Diese Website durchsuchen").click()
    field, state = (
        page.get_by_role("searchbox", name="Diese Website"),
        page.locator("dialog .state"),
    )
    expect(state).to_have_text("Ein Name, eine Zahl, ein Wort")
    field.fill("Regatta")
    expect(state).to_have_text("1 Treffer")
    field.fill("xyz")
    expect(state).to_have_text("Nichts gefunden")
    expect(page.get_by_role("button", name="Suche schließen")).to_be_visible()
    page.close()


def test_what_a_style_sheet_says_is_said_in_it(
    site: Path, browser: Browser, serve_directory: Callable[..., str]
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{serve_directory(site, under='/who-says-what/')}compare/")
    before = "cell => getComputedStyle(cell, '::before').content"
    told = page.locator("td.silent, td.before").evaluate_all(f"cells => cells.map({before})")
    color = "getComputedStyle(document.documentElement).getPropertyValue('--silent')"
    assert page.evaluate(f"CSS.supports('color', {color})"), "what is said took a color's name"
    page.close()
    assert {"Ohne Antwort: ", "Vor dem Ereignis: "} <= {content.strip('"') for content in told}
