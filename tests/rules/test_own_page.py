"""A source's address is that of its page."""

from pathlib import Path

import pytest

from macros.rules import own_page, unique
from tests import invented

PAGE = "https://star.example.org/2031/lights"


def source(url: str, use: str = "compared", path: str = "echo") -> str:
    keys = "title: Lights\ncode: ZZ\npublished: 2031-05\norder: 9\n" if use == "compared" else ""
    return f"== sources/{path}\npublisher: press\nurl: {url}\nuse: {use}\n{keys}"


@pytest.mark.parametrize(
    ("url", "use", "told"),
    [
        (PAGE, "compared", None),
        (f"{PAGE}?id=7&page=2", "compared", None),
        ("https://star.example.org/?p=7", "compared", None),
        (f"{PAGE}#part", "compared", None),
        ("https://star.example.org/", "context", None),
        (f"{PAGE}#:~:text=the%20lights", "compared", "a link to a highlight"),
        (f"{PAGE}#part:~:text=the%20lights", "context", "a link to a highlight"),
        (f"{PAGE}?utm_source=x&id=7", "compared", f"Write {PAGE}?id=7."),
        (f"{PAGE}?fbclid=x", "compared", f"Write {PAGE}."),
        ("https://star.example.org/", "compared", "the address of a whole site"),
        ("https://star.example.org", "compared", "the address of a whole site"),
    ],
)
def test_an_address_is_that_of_the_page_and_of_nothing_else(
    tmp_path: Path, url: str, use: str, told: str | None
) -> None:
    found = invented.blamed(own_page.check, tmp_path, source(url, use))
    assert bool(found) is bool(told)
    assert all(str(told) in line and line.startswith("echo:2: ") for line in found)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        (f"{PAGE}/", True),
        (f"{PAGE}#part", True),
        (f"{PAGE}?utm_medium=x", True),
        ("https://www.star.example.org/2031/lights", True),
        (f"{PAGE}?id=7", False),
        (f"{PAGE}/more", False),
    ],
)
def test_one_page_has_one_source(tmp_path: Path, url: str, *, same: bool) -> None:
    text = source(PAGE, "context") + source(url, "context", "zzz")
    found = invented.blamed(unique.check, tmp_path, text)
    assert bool(found) is same
    assert all(line.startswith("zzz:2: data/sources/echo.yml has the same url") for line in found)
