"""Every page forbids what it does not need, before anything could run, and holds nothing that would need it.

Only `mkdocs serve` leaves the policy out: its live reload is an inline script of MkDocs' own, and what it shows is
one editor's own machine. tests/site/test_serve.py runs that server; here is what readers get.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborNode

from tests.conftest import PUBLISHED, ROOT
from tests.page_faults import Page, Site, none_of, references

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""No inline script is let through, so that no hash has to be pinned."""

SENDING = ("action", "formaction", "ping", "srcdoc", "background", "manifest")
FOREIGN = (
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "base",
    "portal",
    "audio",
    "video",
)
SCRIPTS = {"assets/script/site.js", "assets/script/search.js"}


@pytest.fixture(scope="module", params=["at home", "published"])
def built(request: pytest.FixtureRequest) -> Site:
    """The site at the root of a host, and below a path."""
    if request.param == "at home":
        return Site(request.getfixturevalue("site"))
    return Site(request.getfixturevalue("published_site"), PUBLISHED["SITE_URL"])


def test_the_page_for_what_is_not_here_is_among_the_pages(built: Site) -> None:
    assert "404.html" in {page.path for page in built.pages}
    assert len(built.pages) > 10


def test_every_page_has_the_policy_before_all_that_it_rules(built: Site) -> None:
    none_of(fault for page in built.pages for fault in without_policy(page))


def test_no_page_holds_what_the_policy_would_have_to_stop(built: Site) -> None:
    none_of(fault for page in built.pages for fault in forbidden(page))


def test_no_page_loads_anything_of_another_host(built: Site) -> None:
    own = urlsplit(built.base).netloc
    none_of(
        f"{page.path}: <{node.tag}> loads {address!r}"
        for page in built.pages
        for node, address in references(page)
        if node.tag not in ("a", "meta", "link")
        or (node.tag == "link" and node.attributes.get("rel") != "canonical")
        if urlsplit(address).netloc not in ("", own) or urlsplit(address).scheme not in ("", "https", "data")
    )  # fmt: skip


def test_every_script_of_the_site_is_one_of_ours(built: Site) -> None:
    found = {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*.*js")}
    assert found == SCRIPTS


def test_every_link_out_is_one_that_was_typed(built: Site) -> None:
    """To a source, its archive, or the repository: no other host is named anywhere."""
    typed = set(re.findall(r"https://([^/\s\"']+)", "\n".join(
        path.read_text("utf-8") for folder in ("data", "docs") for path in (ROOT / folder).rglob("*.*") if path.suffix in (".yml", ".md")
    )))  # fmt: skip
    typed |= {
        "web.archive.org",
        urlsplit(PUBLISHED["REPOSITORY"]).netloc,
        urlsplit(built.base).netloc,
    }
    none_of(
        f"{page.path}: {address}"
        for page in built.pages
        for node, address in references(page)
        if node.tag == "a" and urlsplit(address).netloc not in {"", *typed}
    )


def without_policy(page: Page) -> Iterator[str]:
    policies = [e for e in page.elements if (e.attributes.get("http-equiv") or "").lower() == "content-security-policy"]  # fmt: skip
    if [policy.attributes.get("content") for policy in policies] != [POLICY]:
        yield f"{page.path}: its policy is not the one"
    tags = [element.tag for element in page.elements]
    before = page.elements[: page.elements.index(policies[0])] if policies else page.elements
    if not policies or {e.tag for e in before} - {"html", "head", "meta"}:
        yield f"{page.path}: something stands before its policy"
    if policies and policies[0].parent is not None and policies[0].parent.tag != "head":
        yield f"{page.path}: its policy is not in its head, where alone it counts"
    if "script" not in tags:
        yield f"{page.path}: has no script, so that this test proves little"


def forbidden(page: Page) -> Iterator[str]:
    for element in page.elements:
        where = f"{page.path}: <{element.tag}>"
        if element.tag == "script" and not _loaded(element) and not _is_data(element):
            yield f"{where} is written in the page"
        if element.tag in FOREIGN:
            yield f"{where} is a window to elsewhere"
        if (element.attributes.get("http-equiv") or "").lower() == "refresh":
            yield f"{where} leads away by itself"
        if element.tag == "a" and element.attributes.get("target"):
            yield f"{where} opens another window"
        for name, value in element.attributes.items():
            if name.startswith("on"):
                yield f"{where} has the handler {name}"
            if name in SENDING:
                yield f"{where} has {name}"
            if name == "style" and "url(" in (value or ""):
                yield f"{where} has a style that loads"
    for element, address in references(page):
        scheme = re.sub(r"[\x00-\x20]", "", address).partition(":")[0].lower()
        if scheme in ("javascript", "vbscript", "data") and element.tag in ("a", "area", "use"):
            yield f"{page.path}: a link runs or holds {address[:40]!r}"


def _loaded(script: LexborNode) -> bool:
    return bool(script.attributes.get("src")) and not script.text()


def _is_data(script: LexborNode) -> bool:
    """No browser runs a script of this type: https://html.spec.whatwg.org/multipage/scripting.html#data-block."""
    if set(script.attributes) != {"type"} or script.attributes["type"] != "application/ld+json":
        return False
    text = script.text()
    try:
        json.loads(text)
    except ValueError:
        return False
    return not set("<>&") & set(text)


PLANTED = {
    "a script in the page": ("</main>", "<script>1</script></main>"),
    "a script that is called data": (
        "</main>",
        '<script type="application/ld+json">alert(1)</script></main>',
    ),
    "data that could end": (
        "</main>",
        '<script type="application/ld+json">["<!--"]</script></main>',
    ),
    "data of a type that runs": ("</main>", '<script type="module">[1]</script></main>'),
    "data from elsewhere": (
        "</main>",
        '<script type="application/ld+json" src="x">[1]</script></main>',
    ),
    "a handler": ("<main ", "<main onclick=x "),
    "a link that runs": ("</main>", "<a href='java\tscript:x'>x</a></main>"),
    "a frame": ("</main>", "<iframe></iframe></main>"),
    "a form that sends": ("</main>", "<form action=x></form></main>"),
    "a page that leads away": ("<head>", "<head><meta http-equiv=Refresh content=0>"),
    "another base": ("<head>", "<head><base href=x>"),
    "a script before the policy": ("<head>", "<head><script src=x></script>"),
    "another policy": ("default-src 'none'", "default-src *"),
    "no policy": ("Content-Security-Policy", "X"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_is_found(site: Path, name: str) -> None:
    """Else the tests above would find nothing on any page."""
    html = (site / "404.html").read_text("utf-8")
    old, new = PLANTED[name]
    assert old in html
    page = Page("404.html", html.replace(old, new, 1))
    assert [*without_policy(page), *forbidden(page)]
