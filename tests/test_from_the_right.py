"""An explainer in a language that is read from the right: its pages are mirrored, and what is read the other way is not."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import invented, versioned
from tests.audit.reflow import FAULTS
from tests.audit.views import AS_IT_OPENS, DESKTOP, NOTE_OPENERS, PAGES_OPEN, enter, reader, show
from tests.browser.waiting import settle
from tests.conftest import PUBLISHED, ROOT, build, with_macros

EXPLAINER = (ROOT / "tests" / "in-german.txt").read_text("utf-8")
SMALLEST = (320, 640)
_, _AT, _MUSIC = EXPLAINER.partition("== facts/fest/musik\n")
LATER = f"{_AT}{_MUSIC.partition('== ')[0]}".replace("says: erstaunlich leise", "says: leise")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The German explainer, on a site in Hebrew that has no words yet: its file is empty."""
    home = tmp_path_factory.mktemp("mirrored") / "home"
    invented.write(home, EXPLAINER.replace("language: de\n", "language: he\n"), world="")
    for article in sorted((home / "articles").iterdir()):
        invented.fingerprint(home, article.stem, article.read_text("utf-8"))
    root = with_macros(home, home.parent / "root")
    (root / "macros" / "locale" / "he.po").touch()
    versioned.begin(root)
    versioned.commit(root, "2031-06-01", "Das Fest")
    versioned.commit(root, "2031-06-02", "Die Musik war leise", LATER)
    return build(root / "site", PUBLISHED, root=root)


@pytest.fixture(scope="session")
def address(site: Path, serve_directory: Callable[..., str]) -> str:
    return serve_directory(site, under="/who-says-what/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with reader(browser) as opened:
        yield opened


def edges(page: Page, css: str) -> tuple[float, float]:
    """Where the first of such elements begins and ends, from the left of the window."""
    left, right = page.eval_on_selector(
        css, "one => [one.getBoundingClientRect().left, one.getBoundingClientRect().right]"
    )
    return left, right


def test_every_page_says_that_it_is_read_from_the_right(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    said = {re.findall("<html.*?>", page.read_text("utf-8"))[0][:26] for page in pages}
    assert (len(pages), said) == (12, {'<html lang="he" dir="rtl" '})


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("index.html", '<span lang="en" dir="ltr">more than 4,000</span> (Abendstern)'),
        ("index.html", '<span lang="de" dir="ltr">“leise”</span><span class="nb"><'),
        ("index.html", '<small lang="en" dir="ltr">around</small>'),
        ("facts/hafen/index.html", '<p class="says" lang="en" dir="ltr">up to 45</p>'),
        ("facts/hafen/index.html", '<p class="says">40</p>'),
        ("facts/hafen/index.html", 'lang="nl" dir="ltr">“er lagen hooguit 45 boten'),
        ("people/index.html", "<bdi>“Ada Quill”</bdi>"),
        ("organizations/index.html", "<bdi>“Hafenamt”</bdi>"),
        ("changes/index.html", "“erstaunlich leise”</bdi></del> ← <ins><bdi>“leise”"),
    ],
)
def test_words_that_are_read_from_the_left_are_so(site: Path, file: str, said: str) -> None:
    assert said in (site / file).read_text("utf-8").replace("\xa0", " ")


def test_no_page_scrolls_sideways_and_nothing_is_cut_off_on_the_smallest_phone(
    site: Path, address: str, page: Page
) -> None:
    found = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        show(page, address + path.removesuffix("index.html"), SMALLEST)
        for state in enter(page, AS_IT_OPENS, PAGES_OPEN):
            if faults := page.evaluate(FAULTS):
                found[f"{path}, {state.name}"] = faults
    assert found == {}


@pytest.mark.parametrize("size", [SMALLEST, DESKTOP], ids=lambda size: str(size[0]))
@pytest.mark.parametrize("path", ["", "compare/"])
def test_a_note_stays_on_the_screen_and_covers_no_mark(
    address: str, page: Page, path: str, size: tuple[int, int]
) -> None:
    show(page, address + path, size)
    openers = page.locator(f"{NOTE_OPENERS}:visible")
    assert openers.count() > 4
    for opener in openers.all():
        opener.click()
        settle(page)
        assert page.evaluate(FAULTS) == []
        note, mark = page.locator(".note:popover-open").bounding_box(), opener.bounding_box()
        assert note
        assert mark
        beside = note["x"] + note["width"] <= mark["x"] or mark["x"] + mark["width"] <= note["x"]
        above = note["y"] + note["height"] <= mark["y"] or mark["y"] + mark["height"] <= note["y"]
        assert beside or above
        page.keyboard.press("Escape")


def test_a_page_begins_at_the_right(address: str, page: Page) -> None:
    show(page, f"{address}compare/")
    question, answer = edges(page, ".cmp tr.several th"), edges(page, ".cmp tr.several td")
    assert answer[1] <= question[0]
    assert edges(page, ".controls")[1] < edges(page, ".brand")[0]
    assert edges(page, "h1")[1] == question[1]
    show(page, address)
    assert edges(page, ".rail")[1] < edges(page, ".lead .prose, .lead p.stand")[0]
    show(page, f"{address}facts/hafen/")
    assert edges(page, ".entry .claims")[1] < edges(page, ".entry .ask")[0]


def test_an_axis_begins_at_the_right_and_its_numbers_are_not_mirrored(
    address: str, page: Page
) -> None:
    show(page, address)
    ticks = page.locator(".axis").first.locator("text")
    boxes = [tick.bounding_box() for tick in ticks.all()]
    assert boxes == sorted(boxes, key=lambda box: -box["x"] if box else 0)
    flips = "text => new DOMMatrix(getComputedStyle(text).scale === '-1 1' ? 'scale(-1, 1)' : '').a"
    assert ticks.first.evaluate(flips) * page.locator(".axis").first.evaluate(flips) == 1
    plot, axis = edges(page, ".plot"), edges(page, ".axis")
    assert plot == axis
    assert axis[1] <= edges(page, ".rows .who")[0]
