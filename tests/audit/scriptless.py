"""Every page without script: all of its text, its notes, filters, switches, colors and ways on."""

from playwright.sync_api import Browser, Page

from tests.audit.check import PageCheck, Seen
from tests.audit.views import OPENERS, PHONE, reader, show
from tests.browser.waiting import follow

# A control that only script can serve (a search as one types) is left out without it; nothing else is.
LINES = """() => {
  document.querySelectorAll(':is(button, label).js').forEach(control => { control.hidden = true; control.style.display = 'none'; });
  return document.body.innerText.split('\\n').map(line => line.trim()).filter(Boolean);
}"""
OPEN_NOTE = "() => document.querySelector(':popover-open')?.innerText.trim() ?? ''"
GROUPS = """() => {
  const groups = {};
  for (const input of document.querySelectorAll('main input[type=radio]')) (groups[input.name] ??= []).push(input.id);
  return Object.values(groups);
}"""
SWITCHES = """() => [...document.querySelectorAll('main input[type=checkbox]')]
  .filter(input => input.checkVisibility()).map(input => input.id)"""
PAPER = "() => getComputedStyle(document.body).backgroundColor"
TEXT = "() => document.querySelector('main').innerText"
LOOKS = """() => [...document.querySelectorAll('main *')]
  .map(element => getComputedStyle(element).textDecorationLine + element.checkVisibility()).join()"""


def check() -> PageCheck:
    """The check of a browser that runs no script."""
    return PageCheck(
        "without script",
        "actions",
        look,
        {
            "<p class=js>only with script</p>": "“only with script” is shown only with script",
            "<p><button popovertarget=empty>1</button></p><div class=note id=empty popover></div>": (
                "the note empty is empty"
            ),
            "<label><input type=radio name=x id=x-all checked>all</label>"
            "<label><input type=radio name=x id=x-some>some</label>": "x-some changes nothing",
            "<label><input type=checkbox id=dead>dead</label>": "the switch dead changes nothing",
            "<p id=pages style='position: fixed; bottom: 0'><a href=gone/>gone</a></p>": (
                "the list of pages leads nowhere"
            ),
        },
    )


def look(browser: Browser, url: str) -> Seen:
    """Do on a page what a reader can do, and see whether it happens."""
    with reader(browser) as page:
        page.goto(url)
        with_script = page.evaluate(LINES)
    with reader(browser, java_script_enabled=False) as page:
        page.goto(url)
        without = set(page.evaluate(LINES))
        faults = [
            f"“{line}” is shown only with script" for line in with_script if line not in without
        ]
        actions = 1
        for act in (notes, filters, switches, colors, ways_on):
            done, wrong = act(page)
            actions += done
            faults += wrong
        show(page, url, PHONE)  # where a table's parts are folded
        done, wrong = switches(page)
    return Seen(actions + done, faults + wrong)


def notes(page: Page) -> tuple[int, list[str]]:
    """The first and the last note that can be opened do open, hold something, and close."""
    openers = page.locator(f"{OPENERS}:visible").all()
    chosen = openers[:1] + openers[1:][-1:]
    faults = []
    for opener in chosen:
        name = opener.get_attribute("popovertarget")
        opener.click()
        if not page.evaluate(OPEN_NOTE):
            faults.append(f"the note {name} is empty or does not open")
        page.keyboard.press("Escape")
        if page.evaluate(OPEN_NOTE):
            faults.append(f"the note {name} does not close")
    return len(chosen), faults


def filters(page: Page) -> tuple[int, list[str]]:
    """Each choice of a filter leaves something, and not the same as the first choice called all."""
    faults = []
    done = 0
    for group in page.evaluate(GROUPS):
        all_of_it = next((choice for choice in group if choice.endswith("-all")), group[0])
        choose(page, all_of_it)
        everything = page.evaluate(TEXT)
        for choice in group:
            choose(page, choice)
            done += 1
            left = page.evaluate(TEXT)
            if choice != all_of_it and left == everything:
                faults.append(f"the choice {choice} changes nothing")
            if len(left) > len(everything):
                faults.append(f"the choice {choice} shows more than {all_of_it}")
        choose(page, all_of_it)
    return done, faults


def switches(page: Page) -> tuple[int, list[str]]:
    """Each switch changes how the page looks."""
    faults = []
    names = page.evaluate(SWITCHES)
    for name in names:
        before = page.evaluate(LOOKS)
        choose(page, name)
        if page.evaluate(LOOKS) == before:
            faults.append(f"the switch {name} changes nothing")
    return len(names), faults


def colors(page: Page) -> tuple[int, list[str]]:
    """The reader's choice of colors holds."""
    before = page.evaluate(PAPER)
    page.locator("[popovertarget=scheme]:visible").click()
    choose(page, "scheme-slate")
    faults = [] if page.evaluate(PAPER) != before else ["the dark colors cannot be chosen"]
    page.keyboard.press("Escape")
    return 1, faults


def ways_on(page: Page) -> tuple[int, list[str]]:
    """The list of pages opens, and leads to another page."""
    page.locator("[popovertarget=pages]").click()
    link = page.locator("#pages a:not([aria-current]):visible").last
    return 1, [] if follow(page, link) else ["the list of pages leads nowhere"]


def choose(page: Page, name: str) -> None:
    """Click the words beside a button or box."""
    page.locator(f"label:has(#{name})").click()
