"""Hostile texts in a copy of this site, and none of them does anything: in a real browser, below a path and at the root.

The texts stand in keys that a check lets through as text. Those that an article must contain are refused, and are
then shown with their fault, so the copy is built without --strict.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.browser.waiting import PATIENCE, follow
from tests.conftest import PUBLISHED, ROOT
from tests.page_faults import Site, none_of

UNDER = "/who-says-what/"
HANDLER = "<img src=x onerror=alert(1)>"
QUOTED = "' onmouseover='alert(4)"
PAYLOADS = (
    HANDLER, "</a><script>alert(2)</script>", "<svg/onload=alert(3)>", QUOTED, "[z](javascript:alert(5))",
    "![i](x){ onerror=alert(6) }", "{{ 7*7 }} {% raw %}", "a | b | c", "[^f1] [TOC] *[HTML]: x", "<iframe srcdoc=<script>alert(7)</script>>",
    "</title></style></textarea><script src=//evil.example.org/x.js></script>", "<base href=//evil.example.org/>",
    "<meta http-equiv=refresh content=0;url=//evil.example.org>", "<style>*{display:none}</style>", "`<b>` **c** _d_",
)  # fmt: skip
FREE = {
    "facts": ("question", "label", "unit", "event", "remark"),
    "people": ("name", "remark"),
    "organizations": ("name", "short", "kind", "remark"),
    "sources": ("title", "dated", "remark"),
}
"""Keys of one line whose text is free, by folder."""
SEARCHED = "onerror"
# The words of a browser that names its policy; nothing else may stand in the console.
OF_THE_POLICY = re.compile(r"Content Security Policy")


def planted(root: Path) -> int:
    """Put a payload behind every free text of every third file; returns how many."""
    count = 0
    for folder, keys in FREE.items():
        for file in sorted((root / "data" / folder).rglob("*.yml"))[::3]:
            lines = []
            for line in file.read_text("utf-8").splitlines():
                found = re.fullmatch(rf"({'|'.join(keys)}): \"?([^\"]*)\"?", line)
                if found:
                    line = f'{found[1]}: "{found[2]} {PAYLOADS[count % len(PAYLOADS)]}"'
                    count += 1
                lines.append(line)
            file.write_text("\n".join(lines) + "\n", "utf-8")
    return count


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, built as it would be published."""
    root = tmp_path_factory.mktemp("hostile")
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "macros").symlink_to(ROOT / "macros")
    shutil.copy(ROOT / "mkdocs.yml", root)
    assert planted(root) > 50
    page = root / "docs" / "about.md"
    page.write_text(page.read_text("utf-8").replace("title:", "title: <script>alert(8)</script>", 1) + f"\n{{{{ plain('{HANDLER}') }}}}\n", "utf-8")  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(root / "site")],
        cwd=root,
        env=os.environ | PUBLISHED | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def under_a_path(hostile: Path, serve_directory: Callable[..., str]) -> str:
    return serve_directory(hostile, under=UNDER)


@pytest.fixture(scope="module")
def at_the_root(site: Path, serve_directory: Callable[..., str]) -> str:
    return serve_directory(site)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def listen(page: Page, root: str) -> list[str]:
    """What would be heard if a payload did anything."""
    heard: list[str] = []

    def dialog(shown: Dialog) -> None:
        heard.append(f"a dialog opens: {shown.message}")
        shown.dismiss()

    page.on("dialog", dialog)
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((root, "data:")) else heard.append(f"asks {asked.url}")
        ),
    )
    page.on(
        "console",
        lambda line: (
            None
            if line.type != "error" or OF_THE_POLICY.search(line.text)
            else heard.append(f"{page.url}: {line.text}")
        ),
    )
    return heard


def use(page: Page, root: str, query: str) -> None:
    """Search, follow what is found, and choose the dark colors: all that a page does with script."""
    page.goto(root)
    page.get_by_label("Search this site").first.click()
    page.locator("dialog.find input").fill(query)
    first = page.locator("dialog.find ol a").first
    first.wait_for()
    assert page.locator("dialog.find ol img, dialog.find ol script").count() == 0
    assert follow(page, first)
    assert page.url.startswith(root)
    page.locator(".controls [popovertarget=scheme]").click()
    page.locator("#scheme-slate").check()
    assert page.evaluate("document.documentElement.dataset.mdColorScheme") == "slate"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.mdColorScheme") == "slate"


def test_no_planted_text_does_anything(hostile: Path, under_a_path: str, page: Page) -> None:
    """Every page, each with all that is hidden shown, and the mouse over it."""
    heard = listen(page, under_a_path)
    for address in (found.address for found in Site(hostile).pages):
        page.goto(under_a_path + address)
        page.evaluate(
            "document.querySelectorAll('main *').forEach(e => ['mouseover', 'focus', 'error', 'load', 'toggle']"
            ".forEach(kind => e.dispatchEvent(new Event(kind))))"
        )
        assert page.locator("main h1").count() == 1
        assert page.locator("main script, main iframe, main base, main meta, main [onerror], main [onload]").count() == 0  # fmt: skip
    none_of(heard)


def test_the_hostile_site_is_searched_and_its_colors_chosen(under_a_path: str, page: Page) -> None:
    heard = listen(page, under_a_path)
    use(page, under_a_path, SEARCHED)
    none_of(heard)


def test_the_site_itself_is_searched_and_its_colors_chosen_at_the_root(
    at_the_root: str, page: Page
) -> None:
    heard = listen(page, at_the_root)
    page.on("console", lambda line: heard.append(line.text) if line.type == "error" else None)
    use(page, at_the_root, "troops")
    none_of(heard)


def test_the_planted_texts_are_shown_as_they_are(hostile: Path) -> None:
    """They are on the pages, and are texts there."""
    html = "\n".join(page.html for page in Site(hostile).pages)
    for sign in (
        "&lt;img src=x onerror=alert(1)&gt;",
        "&lt;script&gt;alert(8)",
        "{{ 7*7 }}",
        "a | b | c",
        "[TOC]",
        "[z](javascript:alert(5))",
    ):
        assert sign in html, sign
    assert not re.search(r"<(?:img|iframe|base|svg/)", html)
    assert len(set(re.findall(r"<script src=[^>]*>", html))) <= 4  # one file, from four depths
    others = set(re.findall(r"<script(?! src=)[^>]*>", html))
    assert others <= {'<script type="application/ld+json">'}
