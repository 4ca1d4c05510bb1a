"""What the built pages are searched for is found where it is planted, and not where it is not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import page_faults
from tests.page_faults import Site


def planted(folder: Path, html: str, **files: str) -> Site:
    """A site with one page that holds this HTML, another page, and a page for what is not found."""
    for path, content in {
        "index.html": f"<!doctype html><title>A site</title><h1>A site</h1><p id=here>{html}",
        "other/index.html": "<!doctype html><title>Other</title><h1>Other</h1><h2 id=part>Part</h2>",
        "404.html": "<!doctype html><title>Not found</title><h1>Not here</h1><a href=/sub/>home</a>",
        "style.css": "p { background: url(data:image/png;base64,AAAA) }",
        **{name.replace("_", "."): content for name, content in files.items()},
    }.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(content, "utf-8")
    return Site(folder, "https://example.org/sub/")


def of_pages(check: Callable[[page_faults.Page], Iterator[str]]) -> Callable[[Site], Iterator[str]]:
    """A check of one page, asked of all of them."""
    return lambda site: (fault for page in site.pages for fault in check(page))


unrendered = of_pages(page_faults.unrendered)
nothing = of_pages(page_faults.nothing_for_a_value)
headlines = of_pages(page_faults.headlines)
repeated = of_pages(page_faults.repeated_ids)
missing = of_pages(page_faults.missing_ids)
dead = page_faults.dead_links
hosts = page_faults.other_hosts


@pytest.mark.parametrize(
    ("check", "html"),
    [
        (unrendered, "{{ figure('x') }}"),
        (unrendered, "{% if %}"),
        (unrendered, "<b title='[^1]'>x</b>"),
        (unrendered, "<pre>Traceback (most recent call last)</pre>"),
        (unrendered, "a \ue001 b"),
        (unrendered, "<b aria-label='\uf8ff'>x</b>"),
        (nothing, "<table><td>None</table>"),
        (nothing, "<b> nan </b>"),
        (nothing, "<button aria-label='Note 3: None'>3</button>"),
        (nothing, "by the AHO (None)"),
        (nothing, "same · None · 2 articles"),
        (nothing, "<a href='../None/'>x</a>"),
        (nothing, "<b id='fact-None'>x</b>"),
        (nothing, "<time datetime=2025-nan>x</time>"),
        (headlines, "<h1>Another</h1>"),
        (repeated, "<b id=here>x</b>"),
        (missing, "<label for=there>x</label>"),
        (missing, "<button popovertarget=n1>1</button>"),
        (missing, "<b aria-labelledby='here there'>x</b>"),
        (dead, "<a href=gone/>x</a>"),
        (dead, "<a href=other>x</a>"),
        (dead, "<a href=#there>x</a>"),
        (dead, "<a href=other/#whole>x</a>"),
        (dead, "<a href=/>x</a>"),
        (dead, "<a href=https://example.org/other/>x</a>"),
        (dead, "<img src=gone.png>"),
        (dead, "<img srcset='gone.png 2x'>"),
        (dead, "<svg><use href=#there /></svg>"),
        (hosts, "<script src=https://cdn.example/x.js></script>"),
        (hosts, "<img src=//cdn.example/x.png>"),
        (hosts, "<link rel=stylesheet href=https://fonts.example/x.css>"),
        (hosts, "<link rel=preconnect href=https://fonts.example/>"),
        (hosts, "<style>p { background: url('https://cdn.example/x.png') }</style>"),
        (hosts, "<p style='background: url(gone.png)'>"),
        (hosts, "<a href=http://a.example/>x</a>"),
        (hosts, "<a href=javascript:alert(1)>x</a>"),
    ],
)
def test_a_planted_fault_is_found(
    tmp_path: Path, check: Callable[[Site], Iterator[str]], html: str
) -> None:
    assert len(list(check(planted(tmp_path, html)))) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<script>let s = '{{ [^a] None'</script>",
        "None of the three articles says who counted; of those, none can.",
        "<b title='None of them'>Nancy, in Nonesuch</b>",
        "<a href=#here>x</a> <a href=other/#part>x</a> <a href=/sub/other/?q=1#part>x</a>",
        "<a href=#top>x</a> <a href='other/#part:~:text=around%205%2C000'>x</a> <a href=other/#:~:text=a>x</a>",
        "<a href='https://a.example/x?y=1#:~:text=a'>x</a> <a href=mailto:a@example.org>x</a>",
        "<a href=https://example.org/sub/other/>x</a> <link rel=canonical href=https://example.org/sub/>",
        "<link rel=stylesheet href=style.css> <img src=data:image/png;base64,AAAA>",
        "<label for=here aria-describedby='here here'>x</label>",
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, html: str) -> None:
    site = planted(tmp_path, html)
    checks = (
        unrendered,
        nothing,
        headlines,
        repeated,
        missing,
        dead,
        hosts,
        page_faults.unrendered_in_files,
    )
    assert [fault for check in checks for fault in check(site)] == []


@pytest.mark.parametrize("content", ["a {{ b", '"\ue001"', '"\\ue001"', "Traceback (most recent"])
def test_the_search_index_is_searched_too(tmp_path: Path, content: str) -> None:
    site = planted(tmp_path, "", search_json=content)
    assert len(list(page_faults.unrendered_in_files(site))) == 1


def test_a_style_sheet_that_loads_what_is_not_there_is_found(tmp_path: Path) -> None:
    site = planted(
        tmp_path, "", style_css="@import 'gone.css'; @font-face { src: url(//f.example/a) }"
    )
    assert len(list(hosts(site))) == 2


def test_the_page_for_what_is_not_found_depends_on_no_address(tmp_path: Path) -> None:
    """It is shown at whatever address was asked for, so that a relative link would lead astray."""
    site = planted(tmp_path, "")
    (tmp_path / "404.html").write_text("<!doctype html><a href=other/>x</a>")
    assert [fault.partition(" ")[0] for fault in dead(site)] == ["404.html:"]
