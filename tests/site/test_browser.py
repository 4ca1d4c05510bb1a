"""The site in a real browser: every page opens quietly, every note opens, closes and leads back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.waiting import PATIENCE, follow, settle
from tests.page_faults import Site, none_of

UNDER = "/who-says-what/"
HEIGHT = 800
WIDTHS = (320, 390, 1280)

# Marks in sentences, cells in tables: whatever opens a note. A note's own button closes it.
OPENERS = "main button[popovertarget]:not([popovertargetaction])"

# What is asked of the page itself.
# The focus goes from button to button, and whenever a key comes up again it is written down what that did:
# whether Enter opened the button's note, then what Escape left behind. Those that are hidden are passed over,
# and those like one before, of the same kind, for the same note. Returns how many buttons are left.
WRITE_DOWN_KEYS = """openers => {
  const kinds = new Map();
  [...document.querySelectorAll(openers)].forEach((opener, number) => {
    const note = opener.getAttribute('popovertarget');
    const kind = `${note} ${opener.className}`;
    if (!kinds.has(kind) && opener.checkVisibility()) kinds.set(kind, {opener, note, number: number + 1});
  });
  const all = [...kinds.values()];
  window.told = [];
  addEventListener('keyup', event => {
    const {opener, note, number} = all[told.length];
    if (event.key === 'Enter') {
      all[told.length].opened = document.getElementById(note)?.matches(':popover-open') ?? false;
    } else {
      const open = document.querySelector(':popover-open') !== null;
      told.push([number, note, all[told.length].opened, open, document.activeElement === opener]);
      all[told.length]?.opener.focus();
    }
  }, true);
  all[0]?.opener.focus();
  return all.length;
}"""
IS_OPEN = "note => document.getElementById(note)?.matches(':popover-open') ?? false"
ANY_OPEN = "() => document.querySelector(':popover-open') !== null"
ON_SCREEN = """note => {
  const box = document.getElementById(note).getBoundingClientRect();
  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
}"""
SCROLLED_SIDEWAYS = """() => {
  scrollTo(10_000, 0);
  const moved = scrollX;
  scrollTo(0, 0);
  return moved;
}"""
PARTED_NAMES = """names => names.filter(name => {
  const lines = (from, to) => {
    const range = document.createRange();
    range.setStart(name.firstChild, from);
    range.setEnd(name.firstChild, to);
    return range.getClientRects().length;
  };
  if (!name.matches(".flow *, .lab *")) return name.getClientRects().length > 1;
  return [...name.textContent.matchAll(/\\S+/g)].some(word => lines(word.index, word.index + word[0].length) > 1);
}).map(name => name.textContent)"""
COVERED = """opener => {
  const note = document.getElementById(opener.getAttribute('popovertarget')).getBoundingClientRect();
  const mark = opener.getBoundingClientRect();
  return mark.top < 0 || (note.left < mark.right && mark.left < note.right && note.top < mark.bottom && mark.top < note.bottom);
}"""
FOLLOW_WAYS_BACK = """() => {
  const inView = id => {
    const place = document.getElementById(id), box = place?.getBoundingClientRect();
    const seen = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return Boolean(seen) && (place.contains(seen) || seen.contains(place));
  };
  const ways = [...document.querySelectorAll("section.notes a.back")];
  const astray = ways.filter(way => { way.click(); return !inView(way.hash.slice(1)); });
  return [ways.length, astray.map(way => way.getAttribute("href"))];
}"""


@contextmanager
def reader(browser: Browser, width: int = 1280, **settings: Any) -> Iterator[BrowserContext]:
    """A reader's window. Nothing in it moves by itself, so that what is measured stands still."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, reduced_motion="reduce", **settings
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def seen_at(
    page: Page, home: str, addresses: list[str], windows: list[tuple[int, int]]
) -> Iterator[tuple[str, int]]:
    """Open each page once, and show it in windows of several sizes; yields its address and the width."""
    for address in addresses:
        page.goto(home + address)
        for width, height in windows:
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("scrollTo(0, 0)")
            settle(page)
            yield address, width


@pytest.fixture(scope="module")
def home(site: Path, serve_directory: Callable[..., str]) -> str:
    """The address of the site as it is built at home."""
    return serve_directory(site)


@pytest.fixture(scope="module")
def published(published_site: Path, serve_directory: Callable[..., str]) -> str:
    """The address of the site under the sub-path at which it is published."""
    return serve_directory(published_site, under=UNDER)


@pytest.fixture(scope="module")
def addresses(site: Path) -> list[str]:
    """Every page, relative to the site's own address."""
    return [page.address for page in Site(site).pages]


@pytest.fixture(scope="module")
def noted(site: Path) -> list[str]:
    """The pages that have notes."""
    found = [page.address for page in Site(site).pages if 'popovertarget="n1"' in page.html]
    assert found, "no page has a note"
    return found


def listen(page: Page, root: str, heard: list[str]) -> None:
    """Write down what the browser complains about, and what it asks of other hosts."""

    def note(words: str) -> None:
        heard.append(f"{page.url}: {words}")

    page.on("console", lambda line: note(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: note(str(error)))
    page.on("request", lambda asked: None if local(asked.url, root) else note(f"asks {asked.url}"))
    page.on("requestfailed", lambda asked: None if left(asked) else note(f"{asked.url} failed"))
    page.on(
        "response",
        lambda answer: note(f"{answer.url} is missing") if answer.status >= 400 else None,
    )


def left(asked: Request) -> bool:
    """Whether a request ended only because the page was left: the icon comes last."""
    return asked.failure == "net::ERR_ABORTED"


def local(url: str, root: str) -> bool:
    """Whether a request stays on the site."""
    return url.startswith((root, "data:", "blob:" + root))


@dataclass(frozen=True)
class Seen:
    """What came of opening every page of the site at home: the faults of each kind."""

    heard: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    parted: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def seen(browser: Browser, home: str, addresses: list[str]) -> Seen:
    """Every page, opened once and then seen at each width, the names on a small phone."""
    seen = Seen()
    with reader(browser) as context:
        page = context.new_page()
        listen(page, home, seen.heard)
        for address in addresses:
            page.goto(home + address)
            settle(page)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                where = f"{address or 'home'} at {width}"
                if moved := page.evaluate(SCROLLED_SIDEWAYS):
                    seen.wide.append(f"{where}: {moved} pixels")
                if width == min(WIDTHS):
                    names = page.eval_on_selector_all(".nb:not(:has(*))", PARTED_NAMES)
                    seen.parted.extend(f"{where}: {name}" for name in names)
    return seen


def test_every_page_opens_without_a_complaint(seen: Seen) -> None:
    """No error in the console, nothing missing, and no request to another host."""
    none_of(seen.heard)


def test_every_published_page_opens_without_a_complaint(
    browser: Browser, published: str, addresses: list[str]
) -> None:
    heard: list[str] = []
    with reader(browser) as context:
        page = context.new_page()
        listen(page, published, heard)
        for address in addresses:
            page.goto(published + address)
            settle(page)
    none_of(heard)


def test_an_unknown_address_shows_a_whole_page(browser: Browser, published: str) -> None:
    """GitHub Pages answers with 404.html at any depth, so its styles and links must not depend on one."""
    heard: list[str] = []
    with reader(browser) as context:
        page = context.new_page()
        listen(page, published, heard)
        page.goto(published + "no/such/page/")
        settle(page)
        none_of(line for line in heard if "/page/ is missing" not in line and "404" not in line)
        link = page.locator("main a").first
        assert follow(page, link)
        assert page.url.startswith(published)
        assert page.locator("main h1").count() == 1


def test_no_page_scrolls_sideways(seen: Seen) -> None:
    none_of(seen.wide)


def test_every_note_opens_and_closes_with_the_keyboard(
    browser: Browser, home: str, noted: list[str]
) -> None:
    """Enter on a mark, a cell or a question, then Escape, and focus is where it was."""
    faults = []
    opened = 0
    with reader(browser) as context:
        page = context.new_page()
        for address in noted:
            page.goto(home + address)
            count = page.evaluate(WRITE_DOWN_KEYS, OPENERS)
            for _ in range(count):
                page.keyboard.press("Enter")
                page.keyboard.press("Escape")
            told = page.evaluate("told")
            assert len(told) == count, address
            for number, note, is_open, left_open, has_focus in told:
                where = f"{address or 'home'}: button {number}, for {note},"
                if is_open:
                    opened += 1
                else:
                    faults.append(f"{where} does not open it")
                if left_open:
                    faults.append(f"{where} opens what Escape does not close")
                if not has_focus:
                    faults.append(f"{where} does not get the focus back")
    none_of(faults)
    assert opened, "no note can be opened"


def test_a_note_opened_with_the_mouse_stays_on_the_screen(
    browser: Browser, home: str, noted: list[str]
) -> None:
    """The first and the last that are in sight on each page; a click elsewhere closes the note."""
    faults = []
    with reader(browser) as context:
        page = context.new_page()
        for address, width in seen_at(page, home, noted, [(width, HEIGHT) for width in WIDTHS]):
            openers = page.locator(f"{OPENERS}:visible").all()
            for opener in openers[:1] + openers[1:][-1:]:
                note = opener.get_attribute("popovertarget")
                where = f"{address or 'home'} at {width}: {note}"
                opener.click()
                settle(page)
                if not page.evaluate(IS_OPEN, note):
                    faults.append(f"{where} does not open")
                elif not page.evaluate(ON_SCREEN, note):
                    faults.append(f"{where} leaves the screen")
                page.mouse.click(1, 1)
                if page.evaluate(IS_OPEN, note):
                    faults.append(f"{where} stays open after a click elsewhere")
    none_of(faults)


def test_no_sheet_lies_over_the_mark_that_opened_it(
    browser: Browser, home: str, noted: list[str]
) -> None:
    """The page moves up below the sheet, on a phone and at 400 %; and what gets the focus behind the sheet closes it."""
    faults = []
    with reader(browser) as context:
        page = context.new_page()
        for address, width in seen_at(page, home, noted, [(390, HEIGHT), (320, 256)]):
            where = f"{address or 'home'} at {width}"
            for opener in page.locator("main .mark[popovertarget]:visible").all()[:8]:
                opener.click()
                settle(page)  # the page moves once the note stands
                if opener.evaluate(COVERED):
                    faults.append(f"{where}: {opener.get_attribute('popovertarget')}")
                page.evaluate("document.querySelector('.brand').focus()")
                if page.evaluate(ANY_OPEN):
                    faults.append(f"{where}: a note stays open over the focus")
    none_of(faults)


def test_a_note_has_room_wherever_its_marks_stand(browser: Browser, home: str) -> None:
    """One mark at the window's lower edge opens it above, and at once another at the upper edge below."""
    open_at = """(mark, edge) => {
      document.querySelector(".note:popover-open")?.hidePopover();
      mark.scrollIntoView({block: edge});
      mark.click();
    }"""
    with reader(browser, 900) as context:
        page = context.new_page()
        page.goto(f"{home}troops/")
        marks = page.locator("main .mark[popovertarget=n2]:visible")
        for mark, edge in ((marks.first, "end"), (marks.last, "start")):
            mark.evaluate(open_at, edge)
            settle(page)
            box = page.locator(".note:popover-open").bounding_box()
            assert box
            assert box["height"] > HEIGHT / 4, edge


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_of_pages_hangs_below_its_button(browser: Browser, home: str, width: int) -> None:
    with reader(browser, width) as context:
        page = context.new_page()
        page.goto(home)
        opener = page.locator("[popovertarget=pages]")
        opener.click()
        button, pages = opener.bounding_box(), page.locator("#pages").bounding_box()
        assert button
        assert pages
        assert button["y"] + button["height"] <= pages["y"]
        assert pages["y"] + pages["height"] <= HEIGHT
        opener.click()
        assert not page.evaluate(ANY_OPEN)


def test_no_line_ends_within_a_name(seen: Seen) -> None:
    """On a small phone, too, where a narrow column may part it between its words."""
    none_of(seen.parted)


def test_a_name_is_found_in_the_page_s_text_as_it_was_typed(browser: Browser, home: str) -> None:
    with reader(browser, min(WIDTHS)) as context:
        page = context.new_page()
        page.goto(f"{home}people/")
        assert "Pak Yong-il" in page.locator("#pak-yong-il h3").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_every_way_back_leads_to_its_place(
    browser: Browser, home: str, noted: list[str], script: bool
) -> None:
    """Each note of the list at a page's end leads back to every place of its use, and shows it."""
    faults = []
    followed = 0
    with reader(browser, java_script_enabled=script) as context:
        for address in noted:
            page = context.new_page()  # in one and the same Chromium follows 200 in ten seconds
            page.goto(home + address)
            ways, astray = page.evaluate(FOLLOW_WAYS_BACK)
            page.close()
            followed += ways
            faults += [f"{address or 'home'}: {way} is not in view" for way in astray]
    none_of(faults)
    assert followed, "no note has a way back"


def test_notes_open_without_script(browser: Browser, home: str) -> None:
    with reader(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(home)
        opener = page.locator(f"{OPENERS}:visible").first
        note = opener.get_attribute("popovertarget")
        opener.click()
        assert page.evaluate(IS_OPEN, note)
        page.keyboard.press("Escape")
        assert not page.evaluate(IS_OPEN, note)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_phone_has_the_comparison_as_topics_that_open(
    browser: Browser, home: str, script: bool
) -> None:
    """By a tap, by a filter, or by the address of a question; a wide screen has the whole table."""
    seen = "document.querySelectorAll('.cmp tr.q').values().filter(row => row.checkVisibility()).toArray().length"
    with reader(browser, 390, java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(f"{home}compare/")
        opened = page.evaluate(seen)
        page.locator(".cmp .group label").first.click()
        assert opened > 0  # the first topic stands open
        assert page.evaluate(seen) == 0
        page.locator(".cmp .group label").nth(1).click()
        assert page.evaluate(seen) > 0
        page.locator(".cmp .group label").nth(1).click()
        page.locator("label:has(#f-differ)").click()
        assert page.evaluate(seen) > 0
        page.goto("about:blank")
        page.goto(f"{home}compare/")
        question = page.locator(".cmp tr.q").last.get_attribute("id")
        page.goto(f"{home}compare/#{question}")
        expect(page.locator(f"#{question} .question")).to_be_visible()
        page.set_viewport_size({"width": 1280, "height": HEIGHT})
        assert page.evaluate(seen) == page.locator(".cmp tr:is(.several, :target)").count()


def test_a_phone_says_who_is_silent(browser: Browser, home: str) -> None:
    """The first of those who are silent on a question stands behind that word, and no other does."""
    content = "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
    with reader(browser, 390) as context:
        page = context.new_page()
        page.goto(f"{home}compare/")
        for standing, said in (("silent", "Silent: "), ("before", "Before the event: ")):
            rows = page.locator(f".cmp tr.q:has(td.{standing})").all()[:20]
            assert rows
            for row in rows:
                first, *others = row.locator(f"td.{standing}").evaluate_all(content)
                assert first == f'"{said}"'
                assert set(others) <= {"none"}


@pytest.mark.parametrize("size", [(390, 844), (1280, HEIGHT), (640, 400)], ids=str)
def test_the_note_of_an_answer_in_the_table_begins_with_its_article(
    browser: Browser, home: str, size: tuple[int, int]
) -> None:
    """Its name stands within the note, below the head of the note where that stays."""
    stands = """name => {
      const note = document.querySelector(".note:popover-open");
      const who = [...note.querySelectorAll(".who a")].find(one => one.textContent === name).getBoundingClientRect();
      const hit = document.elementFromPoint(who.left + 2, who.top + who.height / 2);
      return Boolean(hit?.closest(".who")?.textContent.includes(name));
    }"""
    with reader(browser, size[0]) as context:
        page = context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"{home}compare/")
        rows = page.locator(".cmp tr.q:has(td:nth-of-type(4) .cell):visible").all()[:4]
        assert rows
        for row in rows:
            for cell in row.locator("td:has(.cell)").all():
                name = cell.locator(".lab").text_content() or ""
                cell.locator(".cell").click()
                settle(page)
                assert page.evaluate(stands, name), name
                page.keyboard.press("Escape")


@pytest.mark.parametrize("choice", ["f-all", "f-single", "f-differ", "f-several"])
def test_the_table_is_filtered_without_script(browser: Browser, home: str, choice: str) -> None:
    """What is shown of a topic is what the chosen words promise, and its head stays where it shows something."""
    kept = {"f-single": ".single", "f-differ": ":is(.differ, .unclear)", "f-several": ".several"}
    with reader(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{home}compare/")
        page.locator(f"label:has(#{choice})").click()
        shown = page.locator(".cmp tr.q:visible").count()
        assert shown == page.locator(f".cmp tr.q{kept.get(choice, '')}").count() > 0
        page.locator("label:has([name=t])").nth(2).click()
        assert page.locator(".cmp tbody.head:visible").count() <= 1
        assert page.locator(".cmp tr.q:visible").count() < shown


def test_head_and_questions_stay_in_view(browser: Browser, home: str) -> None:
    with reader(browser) as context:
        page = context.new_page()
        page.goto(f"{home}compare/")
        page.evaluate("scrollTo(0, document.querySelectorAll('tr.several')[12].offsetTop)")
        assert page.locator(".cmp thead th").nth(3).bounding_box()["y"] == 0  # type: ignore[index]
        page.locator(".cmp").evaluate("table => table.style.width = '2000px'")
        page.evaluate("scrollTo(300, scrollY)")
        assert page.locator("tr.several th").nth(13).bounding_box()["x"] >= 0  # type: ignore[index]


def test_every_answer_of_the_comparison_opens_its_evidence(browser: Browser, home: str) -> None:
    """Its question's note where two or more articles answer, else its entry, which has the words."""
    with reader(browser) as context:
        page = context.new_page()
        page.goto(f"{home}compare/")
        page.locator("label:has(#f-all)").click()
        answers = page.locator(".cmp tr.q td:not(.silent, .before)")
        assert (
            answers.count() == page.locator(".cmp td > .cell:is([popovertarget], [href])").count()
        )
        follow(page, page.locator(".cmp a.cell").last)
        assert page.locator(":target .words a").first.is_visible()


def test_a_question_stays_beside_its_answers(browser: Browser, home: str) -> None:
    with reader(browser) as context:
        page = context.new_page()
        page.goto(f"{home}facts/visit/")
        entry = page.locator(".entry").first
        entry.evaluate("entry => scrollTo(0, entry.offsetTop + entry.offsetHeight / 2)")
        box = entry.locator(".ask").bounding_box()
        assert box
        assert 0 <= box["y"] < HEIGHT / 2


@pytest.mark.parametrize("letter", "aé–àßñçøÆœ«łőšžğİșẞ")
def test_the_typeface_has_the_letters_of_every_latin_alphabet(
    browser: Browser, home: str, letter: str
) -> None:
    with reader(browser) as context:
        page = context.new_page()
        page.goto(home)
        for weight in (400, 600):
            found = page.evaluate(
                "([font, text]) => document.fonts.load(font, text).then(faces => faces.map(face => face.status))",
                [f"{weight} 20px Newsreader", letter],
            )
            assert found, letter
            assert set(found) == {"loaded"}
